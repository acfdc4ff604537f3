/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/* What a host notices of people who come back. It is worked out of the days on which somebody was
 * checked in each time it is shown; it is kept nowhere, and nothing of it leaves the computer. */

/**
 * FOYER_REGULAR_DAYS:
 *
 * A regular was here on so many days within %FOYER_HABIT_WEEKS.
 */
#define FOYER_REGULAR_DAYS 5
/**
 * FOYER_HABIT_WEEKS:
 *
 * Habits are read from so many weeks, up to the last day somebody was here.
 */
#define FOYER_HABIT_WEEKS 12
/**
 * FOYER_USUAL_DAYS:
 *
 * A weekday is usual from so many visits on, if these are at least every second week.
 */
#define FOYER_USUAL_DAYS 3
/**
 * FOYER_MISSED_WEEKS:
 *
 * A regular who was not here for so many weeks is missed.
 */
#define FOYER_MISSED_WEEKS 6
/**
 * FOYER_FORGOTTEN_WEEKS:
 *
 * Nobody is missed any more after so many.
 */
#define FOYER_FORGOTTEN_WEEKS 52
/**
 * FOYER_ANNIVERSARY_DAYS:
 *
 * The first visit within so many days from an anniversary on is when it is told.
 */
#define FOYER_ANNIVERSARY_DAYS 7

/**
 * FoyerBelonging:
 * @n_days: on how many days they were here, the day asked for among them
 * @n_this_year: how many of these in the year of the day asked for
 * @first: their first day, or %FOYER_DAY_NONE
 * @last: their last day up to the day asked for, or %FOYER_DAY_NONE
 * @here: whether they were here on the day asked for
 * @first_visit: whether they were not here on any day before
 * @regular: whether they come often, and still do
 * @weekdays: on which weekdays they usually come, Monday is bit 0; 0 when on none in particular
 * @weeks_missed: for how many weeks a regular was not here, from %FOYER_MISSED_WEEKS to
 *   %FOYER_FORGOTTEN_WEEKS - 1; on the day they are back, before it; else 0
 * @years: how many years ago a person who still comes was here for the first time, when that is
 *   told on the day asked for; else 0
 *
 * What the days of somebody tell on one day.
 */
typedef struct {
  int       n_days;
  int       n_this_year;
  FoyerDay  first;
  FoyerDay  last;
  gboolean  here;
  gboolean  first_visit;
  gboolean  regular;
  guint     weekdays;
  int       weeks_missed;
  int       years;
} FoyerBelonging;

void foyer_belonging_work_out (FoyerBelonging *self,
                               const FoyerDay *days,
                               gsize           n_days,
                               FoyerDay        day);

G_END_DECLS
