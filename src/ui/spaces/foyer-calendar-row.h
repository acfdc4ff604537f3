/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-calendar.h"

G_BEGIN_DECLS

/**
 * FoyerCalendarRow:
 *
 * A calendar that a space follows: how old it is and what is wrong with it, and when it is opened its
 * name, what it closes and its conflicts.
 */
#define FOYER_TYPE_CALENDAR_ROW (foyer_calendar_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCalendarRow, foyer_calendar_row, FOYER, CALENDAR_ROW, AdwExpanderRow)

/**
 * FoyerCalendarRow::edited:
 * @name: what it is to be called
 * @closes: a #FoyerCalendarCloses
 */

/**
 * FoyerCalendarRow::refresh-asked:
 */

/**
 * FoyerCalendarRow::remove-asked:
 */

GtkWidget  *foyer_calendar_row_new    (void);
const char *foyer_calendar_row_get_id (FoyerCalendarRow    *self);
void        foyer_calendar_row_show   (FoyerCalendarRow    *self,
                                       const FoyerCalendar *calendar,
                                       gint64               now_ms);

/* Makes @row a choice of what a calendar closes, in the order of #FoyerCalendarCloses. */
void        foyer_calendar_row_offer_closes (AdwComboRow   *row);

G_END_DECLS
