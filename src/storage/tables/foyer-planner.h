/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-opening.h"
#include "storage/tables/foyer-calendar-table.h"
#include "storage/tables/foyer-exception-table.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/**
 * FoyerPlanner:
 *
 * The rules, dated entries and calendars of one space, read once, to work out many days. What the
 * host said about a date goes before its calendars, and these before the week.
 */
typedef struct _FoyerPlanner FoyerPlanner;

FoyerPlanner        *foyer_planner_new           (FoyerDb              *db,
                                                  const FoyerSpaceRow  *space,
                                                  FoyerDay              first,
                                                  FoyerDay              last,
                                                  GError              **error);
void                 foyer_planner_free          (FoyerPlanner         *self);
/* (nullable): what is written about @day, which is from first to last */
const FoyerDayEntry *foyer_planner_get_entry     (FoyerPlanner         *self,
                                                  FoyerDay              day);
FoyerDayPlan         foyer_planner_get_plan      (FoyerPlanner         *self,
                                                  FoyerDay              day);
/* The same with @entry in place of what is written. */
FoyerDayPlan         foyer_planner_try_plan      (FoyerPlanner         *self,
                                                  FoyerDay              day,
                                                  const FoyerDayEntry  *entry);
/* What the week alone would say, also on a holiday. */
FoyerDayPlan         foyer_planner_get_week_plan (FoyerPlanner         *self,
                                                  FoyerDay              day);
/* (nullable): the @n-th thing that the calendars have on @day, by hours */
const FoyerCalendarSpan *
                     foyer_planner_get_span      (FoyerPlanner         *self,
                                                  FoyerDay              day,
                                                  guint                 n);
/* The halves that it closes on its day. */
guint                foyer_planner_get_shut      (FoyerPlanner         *self,
                                                  const FoyerCalendarSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPlanner, foyer_planner_free)

G_END_DECLS
