/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-planner.h"

#include "storage/tables/foyer-opening-table.h"

struct _FoyerPlanner {
  GArray             *rules;
  GArray             *entries;
  int                 seats;
  int                 half_at;
  FoyerHolidayRegion  closed_on;  /* unknown for a space that is open on holidays */
};

FoyerPlanner *
foyer_planner_new (FoyerDb              *db,
                   const FoyerSpaceRow  *space,
                   FoyerDay              first,
                   FoyerDay              last,
                   GError              **error)
{
  g_autoptr(GArray) rules = foyer_opening_table_list (db, space->id, error);
  g_autoptr(GArray) entries = NULL;
  FoyerPlanner *self;

  if (rules == NULL
      || (entries = foyer_exception_table_list (db, space->id, first, last, error)) == NULL)
    return NULL;

  self = g_new (FoyerPlanner, 1);
  self->rules = g_steal_pointer (&rules);
  self->entries = g_steal_pointer (&entries);
  self->seats = space->space->seats;
  self->half_at = space->space->half_at;
  self->closed_on = space->space->closed_on_holidays
    ? foyer_holidays_find_region (space->space->tz, space->space->postcode) : FOYER_HOLIDAYS_UNKNOWN;

  return self;
}

void
foyer_planner_free (FoyerPlanner *self)
{
  g_array_unref (self->rules);
  g_array_unref (self->entries);
  g_free (self);
}

const FoyerDayEntry *
foyer_planner_get_entry (FoyerPlanner *self,
                         FoyerDay      day)
{
  guint low = 0;
  guint high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const FoyerDayEntry *entry = &g_array_index (self->entries, FoyerDayEntry, middle);

      if (entry->day == day)
        return entry;
      if (entry->day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

FoyerDayPlan
foyer_planner_get_plan (FoyerPlanner *self,
                        FoyerDay      day)
{
  return foyer_planner_try_plan (self, day, foyer_planner_get_entry (self, day));
}

FoyerDayPlan
foyer_planner_try_plan (FoyerPlanner        *self,
                        FoyerDay             day,
                        const FoyerDayEntry *entry)
{
  FoyerDayException exception = { 0 };

  if (entry == NULL || entry->mode == FOYER_DAY_BY_RULE)
    {
      /* Nothing holds on a holiday but what was said about this very date. */
      if (foyer_holidays_get (self->closed_on, day) != FOYER_HOLIDAY_NONE)
        return (FoyerDayPlan) { 0 };

      return foyer_planner_get_week_plan (self, day);
    }

  exception.open = entry->mode == FOYER_DAY_OPEN;
  exception.start_minute = entry->start_minute;
  exception.end_minute = entry->end_minute;
  exception.seats = entry->seats;

  return foyer_opening_resolve ((const FoyerOpeningRule *) self->rules->data, self->rules->len, &exception,
                                self->seats, self->half_at, day);
}

FoyerDayPlan
foyer_planner_get_week_plan (FoyerPlanner *self,
                             FoyerDay      day)
{
  return foyer_opening_resolve ((const FoyerOpeningRule *) self->rules->data, self->rules->len, NULL,
                                self->seats, self->half_at, day);
}
