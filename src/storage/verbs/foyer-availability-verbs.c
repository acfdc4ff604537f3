/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/tables/foyer-waiting-table.h"
#include "storage/verbs/foyer-opening-verbs.h"

typedef struct {
  FoyerDay  first;
  GArray   *days;
} FoyerAvailabilityRange;

static FoyerAvailability *
foyer_availability_range_get (FoyerAvailabilityRange *range,
                              FoyerDay                day)
{
  return &g_array_index (range->days, FoyerAvailability, day - range->first);
}

static void
foyer_availability_count_cb (FoyerDay day,
                             int      n,
                             gpointer user_data)
{
  foyer_availability_range_get (user_data, day)->requests = n;
}

static void
foyer_availability_set_seats (FoyerAvailability *availability,
                              int                am,
                              int                pm,
                              int                start_minute,
                              int                end_minute)
{
  availability->am_seats = am;
  availability->pm_seats = pm;
  availability->start_minute = start_minute;
  availability->end_minute = end_minute;
  availability->open = am > 0 || pm > 0;
}

static void
foyer_availability_add_events (FoyerAvailability *availability,
                               FoyerPlanner      *planner)
{
  const FoyerCalendarSpan *span;

  for (guint n = 0; (span = foyer_planner_get_span (planner, availability->day, n)) != NULL; n++)
    {
      FoyerCalendarEvent *event = g_new (FoyerCalendarEvent, 1);

      *event = (FoyerCalendarEvent) {
        .calendar = g_strdup (span->name),
        .read_ms = span->read_ms,
        .summary = g_strdup (span->span.summary),
        .start_minute = span->span.start_minute,
        .end_minute = span->span.end_minute,
        .closes = foyer_planner_get_shut (planner, span),
      };
      if (availability->events == NULL)
        availability->events = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_calendar_event_free);
      g_ptr_array_add (availability->events, event);
    }
}

static gboolean
foyer_availability_range_fill (FoyerAvailabilityRange  *range,
                               FoyerDb                 *db,
                               FoyerSpaceRow           *space,
                               GError                 **error)
{
  const FoyerDay last = range->first + (FoyerDay) range->days->len - 1;
  const FoyerHolidayRegion region = foyer_holidays_find_region (space->space->tz, space->space->postcode);
  FoyerDay today = foyer_space_row_get_today (space, db, error);
  g_autoptr(FoyerPlanner) planner = NULL;
  g_autoptr(GArray) slots = NULL;
  g_autoptr(GArray) helds = NULL;
  g_autoptr(GArray) kepts = NULL;

  if (today == FOYER_DAY_NONE
      || (planner = foyer_planner_new (db, space, range->first, last, error)) == NULL
      || (slots = foyer_slot_table_list (db, space->id, range->first, last, error)) == NULL
      || (helds = foyer_slot_table_list_held (db, space->id, range->first, last, error)) == NULL
      || (kepts = foyer_waiting_table_list_kept (db, space->id, range->first, last, error)) == NULL)
    return FALSE;

  for (FoyerDay day = range->first; day <= last; day++)
    {
      FoyerAvailability *availability = foyer_availability_range_get (range, day);
      const FoyerDayEntry *entry = foyer_planner_get_entry (planner, day);

      availability->day = day;
      availability->holiday = foyer_holidays_get (region, day);
      if (entry != NULL && *entry->note != '\0')
        availability->note = g_strdup (entry->note);
      foyer_availability_add_events (availability, planner);
      /* Far ahead nothing is kept yet; a past that nobody kept was closed. */
      if (day >= today)
        {
          FoyerDayPlan plan = foyer_planner_get_plan (planner, day);

          foyer_availability_set_seats (availability, plan.am_seats, plan.pm_seats,
                                        plan.start_minute, plan.end_minute);
          availability->am_shut = plan.am_shut;
          availability->pm_shut = plan.pm_shut;
        }
    }
  for (guint i = 0; i < slots->len; i++)
    {
      const FoyerSlot *slot = &g_array_index (slots, FoyerSlot, i);

      foyer_availability_set_seats (foyer_availability_range_get (range, slot->day), slot->am_cap, slot->pm_cap,
                                    slot->start_minute, slot->end_minute);
      foyer_availability_range_get (range, slot->day)->am_shut = slot->am_shut;
      foyer_availability_range_get (range, slot->day)->pm_shut = slot->pm_shut;
    }
  for (guint i = 0; i < helds->len; i++)
    {
      const FoyerHeld *held = &g_array_index (helds, FoyerHeld, i);
      FoyerAvailability *availability = foyer_availability_range_get (range, held->day);

      availability->am_held = held->am;
      availability->pm_held = held->pm;
    }
  for (guint i = 0; i < kepts->len; i++)
    {
      const FoyerHeld *kept = &g_array_index (kepts, FoyerHeld, i);
      FoyerAvailability *availability = foyer_availability_range_get (range, kept->day);

      availability->am_kept = kept->am;
      availability->pm_kept = kept->pm;
    }

  return foyer_booking_table_count_asked (db, space->id, range->first, last, foyer_availability_count_cb,
                                          range, error);
}

GArray *
foyer_opening_verbs_availability (FoyerDb     *db,
                                  const char  *space_id,
                                  FoyerDay     first,
                                  int          n_days,
                                  GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GArray) days = NULL;
  FoyerAvailabilityRange range;

  if (n_days < 1 || n_days > FOYER_BOOKABLE_DAYS + 1
      || !foyer_day_is_valid (first) || !foyer_day_is_valid (first + n_days - 1))
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "not a range of 1 to %d days",
                   FOYER_BOOKABLE_DAYS + 1);
      return NULL;
    }

  space = foyer_space_table_find_any (db, space_id, error);
  if (space == NULL)
    return NULL;

  days = g_array_new (FALSE, TRUE, sizeof (FoyerAvailability));
  g_array_set_clear_func (days, (GDestroyNotify) foyer_availability_clear);
  g_array_set_size (days, (guint) n_days);
  range.first = first;
  range.days = days;
  if (!foyer_availability_range_fill (&range, db, space, error))
    return NULL;

  return g_steal_pointer (&days);
}
