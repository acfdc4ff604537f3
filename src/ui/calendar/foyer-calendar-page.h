/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerCalendarPage:
 *
 * The month of seats of the desk's space and, beside it or below it, the sheet of what
 * is selected there.
 */
#define FOYER_TYPE_CALENDAR_PAGE (foyer_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCalendarPage, foyer_calendar_page, FOYER, CALENDAR_PAGE, AdwNavigationPage)

AdwNavigationPage *foyer_calendar_page_new (FoyerDesk *desk);

G_END_DECLS
