/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/calendar/foyer-timeline.h"

G_BEGIN_DECLS

/**
 * FoyerYearMonth:
 *
 * One month of the year view: its name, how much of it is taken, and its days as small
 * squares, the stronger the fuller. It takes the keyboard as a whole.
 */
#define FOYER_TYPE_YEAR_MONTH (foyer_year_month_get_type ())
G_DECLARE_FINAL_TYPE (FoyerYearMonth, foyer_year_month, FOYER, YEAR_MONTH, GtkWidget)

GtkWidget *foyer_year_month_new        (int             first_weekday);
/**
 * foyer_year_month_show:
 * @month: its first day
 * @today: the day that is marked
 * @timeline: where its days are asked for; days not known are left out
 *
 * Shows a month, or the same again after its days changed.
 */
void       foyer_year_month_show       (FoyerYearMonth *self,
                                        FoyerDay        month,
                                        FoyerDay        today,
                                        FoyerTimeline  *timeline);
FoyerDay   foyer_year_month_get_month  (FoyerYearMonth *self);
/* Returns: the day at a place in the widget, the nearest where there are gaps, or
 *   %FOYER_DAY_NONE at the name of the month and where it has no day */
FoyerDay   foyer_year_month_get_day_at (FoyerYearMonth *self,
                                        double          x,
                                        double          y);

G_END_DECLS
