/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerSpacesPage:
 *
 * A card for each space of the profile, and the way to add one.
 */
#define FOYER_TYPE_SPACES_PAGE (foyer_spaces_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSpacesPage, foyer_spaces_page, FOYER, SPACES_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_spaces_page_new (FoyerDesk *desk);

G_END_DECLS
