/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerDiscoverPage:
 *
 * Who has a free seat near a place on a day.
 */
#define FOYER_TYPE_DISCOVER_PAGE (foyer_discover_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDiscoverPage, foyer_discover_page, FOYER, DISCOVER_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_discover_page_new (FoyerDesk *desk);

G_END_DECLS
