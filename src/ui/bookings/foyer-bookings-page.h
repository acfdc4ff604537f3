/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerBookingsPage:
 *
 * All bookings, past and to come: sorted by any column, filtered, searched by name, and several
 * of them cancelled or answered at once.
 */
#define FOYER_TYPE_BOOKINGS_PAGE (foyer_bookings_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingsPage, foyer_bookings_page, FOYER, BOOKINGS_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_bookings_page_new (FoyerDesk *desk);

G_END_DECLS
