/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-opening.h"

G_BEGIN_DECLS

/**
 * FoyerWeekdayPlan:
 * @open: the rest counts only when it is
 * @seats: may be %FOYER_SEATS_OF_SPACE
 *
 * One weekday as the week grid shows it.
 */
typedef struct {
  gboolean open;
  int      start_minute;
  int      end_minute;
  int      seats;
} FoyerWeekdayPlan;

/* Rules with dates (from, until) are left alone by all of these: the grid shows the week
 * that always holds. */

/**
 * foyer_week_plan_get:
 * @rules: (element-type FoyerOpeningRule): oldest first
 * @weekday: 1 Monday … 7 Sunday
 *
 * Several rules for one weekday are shown as one: from the first opening to the last
 * closing, with the seats of the latest rule.
 */
FoyerWeekdayPlan foyer_week_plan_get     (GArray                 *rules,
                                          int                     weekday);
/* Makes @plan what holds on @weekday and leaves every other weekday as it is. */
void             foyer_week_plan_set     (GArray                 *rules,
                                          int                     weekday,
                                          const FoyerWeekdayPlan *plan);
/* Returns: (transfer full) (element-type FoyerOpeningRule): what a new space begins
 *   with, Monday to Friday from 09:00 to 18:00 */
GArray          *foyer_week_plan_new     (void);
/* Returns: (transfer full) (element-type FoyerOpeningRule) */
GArray          *foyer_week_plan_copy    (GArray                 *rules);

G_END_DECLS
