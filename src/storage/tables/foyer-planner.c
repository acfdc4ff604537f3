/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-planner.h"

#include "storage/tables/foyer-opening-table.h"

struct _FoyerPlanner {
  GArray             *rules;
  GArray             *entries;
  GArray             *spans;      /* of calendars */
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
  g_autoptr(GArray) spans = NULL;
  FoyerPlanner *self;

  if (rules == NULL
      || (entries = foyer_exception_table_list (db, space->id, first, last, error)) == NULL
      || (spans = foyer_calendar_table_list_spans (db, space->id, first, last, error)) == NULL)
    return NULL;

  self = g_new (FoyerPlanner, 1);
  self->rules = g_steal_pointer (&rules);
  self->entries = g_steal_pointer (&entries);
  self->spans = g_steal_pointer (&spans);
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
  g_array_unref (self->spans);
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

/* The first span on @day or later. */
static guint
foyer_planner_find_spans (FoyerPlanner *self,
                          FoyerDay      day)
{
  guint low = 0;
  guint high = self->spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->spans, FoyerCalendarSpan, middle).span.day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const FoyerCalendarSpan *
foyer_planner_get_span (FoyerPlanner *self,
                        FoyerDay      day,
                        guint         n)
{
  const guint at = foyer_planner_find_spans (self, day) + n;

  return at < self->spans->len && g_array_index (self->spans, FoyerCalendarSpan, at).span.day == day
    ? &g_array_index (self->spans, FoyerCalendarSpan, at) : NULL;
}

/* What the week says of a day on which nothing else is written. */
static FoyerDayPlan
foyer_planner_get_rule_plan (FoyerPlanner *self,
                             FoyerDay      day)
{
  /* Nothing holds on a holiday but what was said about this very date. */
  if (foyer_holidays_get (self->closed_on, day) != FOYER_HOLIDAY_NONE)
    return (FoyerDayPlan) { 0 };

  return foyer_planner_get_week_plan (self, day);
}

guint
foyer_planner_get_shut (FoyerPlanner            *self,
                        const FoyerCalendarSpan *span)
{
  const FoyerDayEntry *entry = foyer_planner_get_entry (self, span->span.day);
  FoyerDayPlan plan;

  if (entry != NULL && entry->mode != FOYER_DAY_BY_RULE)
    return 0;
  plan = foyer_planner_get_rule_plan (self, span->span.day);

  return foyer_busy_span_get_halves (&span->span, span->closes, &plan, self->half_at);
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
      FoyerDayPlan plan = foyer_planner_get_rule_plan (self, day);
      guint shut = 0;

      for (guint i = foyer_planner_find_spans (self, day); i < self->spans->len; i++)
        {
          const FoyerCalendarSpan *span = &g_array_index (self->spans, FoyerCalendarSpan, i);

          if (span->span.day != day)
            break;
          shut |= foyer_busy_span_get_halves (&span->span, span->closes, &plan, self->half_at);
        }
      foyer_day_plan_shut (&plan, shut, self->half_at);

      return plan;
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
