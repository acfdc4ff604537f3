/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "history-private.h"
#include "storage/foyer-store-calendars.h"

/* Calendars of other programs, whose texts change. */

#define N_CALENDARS 5

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return foyer_busy_span_compare (a, b);
}

/* What is in a calendar now, and in @want once it is read. */
static FoyerCalendarReading *
make_reading (History *self,
              Book    *want,
              int      space,
              gint64   calendar)
{
  static const int hours[][2] = { { 0, 1440 }, { 0, 540 }, { 600, 660 }, { 720, 840 }, { 780, 900 }, { 1080, 1440 } };
  FoyerCalendarReading *reading = foyer_calendar_reading_new ();
  int today = self->clocks[space].today;

  for (guint i = want->spans->len; i > 0; i--)
    {
      const BookSpan *span = &g_array_index (want->spans, BookSpan, i - 1);

      if (span->calendar == calendar && span->day >= today)
        g_array_remove_index (want->spans, i - 1);
    }
  for (int n = pick (self, 0, 6), day = today; n > 0; n--)
    {
      const int *hour = hours[pick (self, 0, G_N_ELEMENTS (hours))];
      BookSpan row = { calendar, day, hour[0], hour[1], !chance (self, 4) };
      FoyerBusySpan span = { .day = foyer_day_of (day), .start_minute = row.start, .end_minute = row.end,
                             .busy = row.busy, .summary = g_strdup_printf ("Event %d", n) };

      g_array_append_val (reading->spans, span);
      g_array_append_val (want->spans, row);
      day += pick (self, 0, 6);
    }
  g_array_sort (reading->spans, compare_spans);
  reading->n_events = (int) reading->spans->len;
  reading->until = foyer_day_of (today + 397);

  return reading;
}

static void
finish (History      *self,
        GAsyncResult *result)
{
  g_autoptr(FoyerCalendar) calendar = foyer_store_calendar_finish (self->profile->store, result, &self->profile->op,
                                                                   &self->profile->error);
}

static const char *
follow (History *self,
        Book    *want,
        int      i)
{
  static const char * const closes[] = { "days", "halves", "nothing" };
  int what = pick (self, 0, G_N_ELEMENTS (closes));
  BookCalendar row = { .space = space_at (self, i)->id, .name = "Family" };
  FoyerCalendar calendar = {
    .id = (char *) "", .space_id = (char *) space_at (self, i)->uid, .name = row.name,
    .address = (char *) "https://calendar.example.org/a.ics", .closes = (FoyerCalendarCloses) what,
  };
  g_autoptr(GAsyncResult) result = NULL;
  FoyerCalendarReading *reading;

  /* The row that it gets has no number yet. */
  g_strlcpy (row.closes, closes[what], sizeof row.closes);
  g_array_append_val (want->calendars, row);
  reading = make_reading (self, want, i, 0);
  say (self, "follow a calendar at %d that closes %s, %u pieces", i, closes[what], reading->spans->len);
  foyer_store_save_calendar_async (self->profile->store, &calendar, reading, NULL, answer_cb, &result);
  await (&result);
  finish (self, result);

  return space_at (self, i)->archived ? "bad-state" : settle_openings (self, want, "");
}

const char *
act_calendar (History *self,
              Book    *want)
{
  static const char * const closes[] = { "days", "halves", "nothing" };
  const GArray *calendars = self->book->calendars;
  const BookCalendar *old;
  guint at;
  g_autoptr(GAsyncResult) result = NULL;

  if (calendars->len < 2 || (calendars->len < N_CALENDARS && chance (self, 3)))
    return follow (self, want, pick (self, 0, N_SPACES));
  at = (guint) pick (self, 0, (int) calendars->len);
  old = &g_array_index (calendars, BookCalendar, at);
  if (chance (self, 2))
    {
      say (self, "calendar %" G_GINT64_FORMAT " is followed no longer", old->id);
      foyer_store_remove_calendar_async (self->profile->store, old->uid, NULL, answer_cb, &result);
      g_array_remove_index (want->calendars, at);
    }
  else
    {
      BookCalendar *wanted = &g_array_index (want->calendars, BookCalendar, at);
      int what = pick (self, 0, G_N_ELEMENTS (closes));
      FoyerCalendar calendar = {
        .id = (char *) old->uid, .space_id = (char *) "", .name = wanted->name, .address = (char *) "",
        .closes = (FoyerCalendarCloses) what,
      };

      g_strlcpy (wanted->closes, closes[what], sizeof wanted->closes);
      if (chance (self, 2))
        g_strlcpy (wanted->name, "Dentist", sizeof wanted->name);
      say (self, "calendar %" G_GINT64_FORMAT " closes %s, %s", old->id, closes[what], wanted->name);
      foyer_store_save_calendar_async (self->profile->store, &calendar, NULL, NULL, answer_cb, &result);
    }
  await (&result);
  finish (self, result);

  return settle_openings (self, want, "");
}

/* A reading sends nobody away and is nobody's act. */
const char *
act_reading (History *self,
             Book    *want)
{
  const BookCalendar *calendar;
  FoyerCalendarTrouble trouble = chance (self, 6) ? FOYER_CALENDAR_UNREACHABLE : FOYER_CALENDAR_FINE;
  FoyerCalendarReading *reading = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  int space = 0;

  if (self->book->calendars->len == 0)
    return NULL;
  calendar = &g_array_index (self->book->calendars, BookCalendar, pick (self, 0, (int) self->book->calendars->len));
  space = index_of_space (self, calendar->space);
  if (trouble == FOYER_CALENDAR_FINE && !chance (self, 6))
    reading = make_reading (self, want, space, calendar->id);
  say (self, "calendar %" G_GINT64_FORMAT " is read, %d pieces", calendar->id,
       reading != NULL ? (int) reading->spans->len : -1);
  foyer_store_put_reading_async (self->profile->store, calendar->uid, trouble, reading, NULL, answer_cb, &result);
  await (&result);
  finish (self, result);
  self->is_news = TRUE;

  return settle_openings (self, want, "");
}
