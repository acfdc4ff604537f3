/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "model-private.h"

int model_easter_off;
gboolean model_ignores_calendars;

/* ---- the calendar ---- */

int
model_weekday (int day)
{
  return (day - 1) % 7;
}

/* Easter Sundays out of a calendar. */
static int
easter (int year)
{
  static const int sundays[][3] = {
    { 2026, 4, 5 }, { 2027, 3, 28 }, { 2028, 4, 16 }, { 2029, 4, 1 }, { 2030, 4, 21 }, { 2031, 4, 13 },
    { 2032, 3, 28 }, { 2033, 4, 17 }, { 2034, 4, 9 }, { 2035, 3, 25 }, { 2036, 4, 13 }, { 2037, 4, 5 },
    { 2038, 4, 25 }, { 2039, 4, 10 }, { 2040, 4, 1 }, { 2041, 4, 21 }, { 2042, 4, 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sundays); i++)
    if (sundays[i][0] == year)
      return book_day (year, sundays[i][1], sundays[i][2]) + model_easter_off;

  g_error ("no calendar for %d", year);
}

gboolean
model_is_holiday (const BookSpace *space,
                  int              day)
{
  static const int fixed[] = { 101, 501, 508, 714, 815, 1101, 1111, 1225 };
  gboolean alsace = g_str_has_prefix (space->postcode, "67");
  GDate date;
  int after, month_day;

  if (!g_str_equal (space->tz, "Europe/Paris"))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  month_day = (int) g_date_get_month (&date) * 100 + g_date_get_day (&date);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (month_day == fixed[i])
      return TRUE;
  after = day - easter (g_date_get_year (&date));

  return after == 1 || after == 39 || after == 50 || (alsace && (after == -2 || month_day == 1226));
}

BookEntry *
model_find_entry (const Book *book,
            gint64      space,
            int         day)
{
  for (guint i = 0; i < book->entries->len; i++)
    {
      BookEntry *entry = &g_array_index (book->entries, BookEntry, i);

      if (entry->space == space && entry->day == day)
        return entry;
    }

  return NULL;
}

BookSlot
model_plan_of_week (const Book      *book,
                    const BookSpace *space,
                    int              day)
{
  BookSlot plan = { .space = space->id, .day = day };

  for (guint i = 0; i < book->rules->len; i++)
    {
      const BookRule *rule = &g_array_index (book->rules, BookRule, i);
      int seats = rule->seats == -1 ? space->seats : rule->seats;
      gboolean am, pm;

      if (rule->space != space->id || (rule->weekdays >> model_weekday (day) & 1) == 0
          || (rule->from != 0 && day < rule->from) || (rule->until != 0 && day > rule->until))
        continue;

      /* The hours are those of the first half that is open, and of the last. */
      am = rule->start < HALF;
      pm = rule->end > HALF;
      if (am || plan.am == 0)
        plan.start = rule->start;
      if (pm || plan.pm == 0)
        plan.end = rule->end;
      if (am)
        plan.am = seats;
      if (pm)
        plan.pm = seats;
    }

  return plan;
}

BookSlot
model_plan_of_entry (const BookSpace *space,
                     const BookEntry *entry)
{
  BookSlot plan = { .space = space->id, .day = entry->day };
  int seats = entry->seats == -1 ? space->seats : entry->seats;

  if (!g_str_equal (entry->mode, "open"))
    return plan;
  plan.start = entry->start;
  plan.end = entry->end;
  plan.am = entry->start < HALF ? seats : 0;
  plan.pm = entry->end > HALF ? seats : 0;

  return plan;
}

/* Minute by minute: what is in a calendar within the hours closes its half, or the day. */
static int
get_shut (const Book     *book,
          const BookSlot *plan)
{
  int shut = 0;

  for (guint i = 0; i < book->spans->len; i++)
    {
      const BookSpan *span = &g_array_index (book->spans, BookSpan, i);
      const BookCalendar *calendar = span->day == plan->day ? book_get_calendar (book, span->calendar) : NULL;

      if (calendar == NULL || calendar->space != plan->space || !span->busy || model_ignores_calendars)
        continue;
      for (int minute = span->start; minute < span->end; minute++)
        if (minute >= plan->start && minute < plan->end && !g_str_equal (calendar->closes, "nothing"))
          shut |= g_str_equal (calendar->closes, "days") ? 3 : minute < HALF ? 1 : 2;
    }

  return shut;
}

/* Who sits in a half that a calendar closes stays, and nobody else comes. */
static void
keep_holders (const Book *book,
              BookSlot   *plan)
{
  if (plan->am_shut > 0)
    plan->am = MIN (plan->am_shut, model_held (book, plan->space, plan->day, 1));
  if (plan->pm_shut > 0)
    plan->pm = MIN (plan->pm_shut, model_held (book, plan->space, plan->day, 2));
}

static void
follow_calendars (const Book *book,
                  BookSlot   *plan)
{
  int shut = plan->am > 0 || plan->pm > 0 ? get_shut (book, plan) : 0;

  if (shut & 1)
    {
      plan->am_shut = plan->am;
      plan->am = 0;
    }
  if (shut & 2)
    {
      plan->pm_shut = plan->pm;
      plan->pm = 0;
    }
  if (plan->am_shut > 0 && plan->pm > 0)
    plan->start = MAX (plan->start, HALF);
  if (plan->pm_shut > 0 && plan->am > 0)
    plan->end = MIN (plan->end, HALF);
}

BookSlot
model_plan_of_nobody (const Book      *book,
                      const BookSpace *space,
                      int              day)
{
  const BookEntry *entry = model_find_entry (book, space->id, day);
  BookSlot plan;

  if (entry != NULL && !g_str_equal (entry->mode, "rule"))
    return model_plan_of_entry (space, entry);
  if (space->closed_on_holidays && model_is_holiday (space, day))
    return (BookSlot) { .space = space->id, .day = day };
  plan = model_plan_of_week (book, space, day);
  follow_calendars (book, &plan);

  return plan;
}

BookSlot
model_plan (const Book      *book,
            const BookSpace *space,
            int              day)
{
  BookSlot plan = model_plan_of_nobody (book, space, day);

  keep_holders (book, &plan);

  return plan;
}

/* What is past stays as it was written down. */
BookSlot
model_plan_from (const Book      *book,
                 const BookSpace *space,
                 int              day,
                 int              today)
{
  if (day >= today)
    return model_plan (book, space, day);
  for (guint i = 0; i < book->slots->len; i++)
    {
      BookSlot slot = g_array_index (book->slots, BookSlot, i);

      if (slot.space != space->id || slot.day != day)
        continue;
      keep_holders (book, &slot);
      return slot;
    }

  return (BookSlot) { .space = space->id, .day = day };
}

gboolean
model_same_plan (BookSlot a,
                 BookSlot b)
{
  return a.am == b.am && a.pm == b.pm && a.start == b.start && a.end == b.end && a.am_shut == b.am_shut
         && a.pm_shut == b.pm_shut;
}
