/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/spaces/foyer-hours-axis.h"
#include "ui/spaces/foyer-week-plan.h"

G_BEGIN_DECLS

/**
 * FoyerWeekdayRow:
 *
 * One weekday of the week grid: a switch, its hours as a bar, its seats. Activating the
 * row asks for exact times and seats.
 */
#define FOYER_TYPE_WEEKDAY_ROW (foyer_weekday_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWeekdayRow, foyer_weekday_row, FOYER, WEEKDAY_ROW, AdwPreferencesRow)

/**
 * FoyerWeekdayRow::edited:
 *
 * The person changed something: [method@WeekdayRow.get_plan] has what is wanted.
 */

/* @leads, @trails: what stands before and after the bars is as wide in all rows */
GtkWidget       *foyer_weekday_row_new         (int                     weekday,
                                                GtkSizeGroup           *leads,
                                                GtkSizeGroup           *trails);
int              foyer_weekday_row_get_weekday (FoyerWeekdayRow        *self);
FoyerWeekdayPlan foyer_weekday_row_get_plan    (FoyerWeekdayRow        *self);
void             foyer_weekday_row_show        (FoyerWeekdayRow        *self,
                                                const FoyerWeekdayPlan *plan,
                                                int                     space_seats,
                                                FoyerHoursAxis          axis);
/* Narrow: the bar has a line of its own. */
void             foyer_weekday_row_set_narrow  (FoyerWeekdayRow        *self,
                                                gboolean                narrow);
/* Opens the dialog for exact times. */
void             foyer_weekday_row_ask         (FoyerWeekdayRow        *self);

G_END_DECLS
