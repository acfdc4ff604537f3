/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMySeatsPage:
 *
 * The seats that this profile has or asked for at other people's places.
 */
#define FOYER_TYPE_MY_SEATS_PAGE (foyer_my_seats_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMySeatsPage, foyer_my_seats_page, FOYER, MY_SEATS_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_my_seats_page_new (FoyerDesk *desk);

G_END_DECLS
