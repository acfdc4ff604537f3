/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"
#include "storage/foyer-store-calendars.h"
#include "storage/foyer-store-waiting.h"

/* A Monday; the dentist comes on Thursday from two to four. */
#define MORNING "2026-11-23T09:00:00+01:00"
#define THURSDAY "2026-11-26"
#define FRIDAY "2026-11-27"
#define ADDRESS "https://calendar.example.org/private-4711/basic.ics"

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 4);
}

/* What the guards and the check of the file say holds after every story. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

/* "2026-11-26 14:00-16:00 Dentist; …" */
static FoyerCalendarReading *
make_reading (const char *text)
{
  FoyerCalendarReading *reading = foyer_calendar_reading_new ();
  g_auto(GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto(GStrv) words = g_strsplit (parts[i], " ", 3);
      g_auto(GStrv) hours = g_strsplit (words[1], "-", 2);
      FoyerBusySpan span = { .day = foyer_day (words[0]), .busy = *words[2] != '(', .summary = g_strdup (words[2]) };

      span.start_minute = (int) g_ascii_strtoll (hours[0], NULL, 10) * 60 + (int) g_ascii_strtoll (hours[0] + 3, NULL, 10);
      span.end_minute = (int) g_ascii_strtoll (hours[1], NULL, 10) * 60 + (int) g_ascii_strtoll (hours[1] + 3, NULL, 10);
      g_array_append_val (reading->spans, span);
    }
  reading->n_events = (int) reading->spans->len;
  reading->n_left_out = 1;
  reading->every_ms = 7200000;
  reading->etag = g_strdup ("\"1\"");
  reading->zone = g_strdup ("Europe/Paris");
  reading->until = foyer_day ("2027-12-24");

  return reading;
}

static FoyerCalendar *
finish (Fixture      *fixture,
        GAsyncResult *result)
{
  g_clear_error (&fixture->profile->error);

  return foyer_store_calendar_finish (fixture->profile->store, result, &fixture->profile->op, &fixture->profile->error);
}

static FoyerCalendar *
save (Fixture             *fixture,
      const char          *id,
      const char          *name,
      FoyerCalendarCloses  closes,
      const char          *reading)
{
  FoyerCalendar calendar = {
    .id = (char *) id, .space_id = fixture->space, .name = (char *) name, .address = (char *) ADDRESS, .closes = closes,
  };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_save_calendar_async (fixture->profile->store, &calendar, reading != NULL ? make_reading (reading) : NULL, NULL,
                                   answer_cb, &result);

  return finish (fixture, await (&result));
}

static FoyerCalendar *
follow (Fixture             *fixture,
        FoyerCalendarCloses  closes,
        const char          *reading)
{
  FoyerCalendar *calendar = save (fixture, "", "Family", closes, reading);

  g_assert_no_error (fixture->profile->error);

  return calendar;
}

static FoyerCalendar *
put (Fixture              *fixture,
     const char           *id,
     FoyerCalendarTrouble  trouble,
     const char           *reading)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_put_reading_async (fixture->profile->store, id, trouble, reading != NULL ? make_reading (reading) : NULL, NULL,
                                 answer_cb, &result);

  return finish (fixture, await (&result));
}

static gboolean
unfollow (Fixture    *fixture,
          const char *id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerCalendar) gone = NULL;

  foyer_store_remove_calendar_async (fixture->profile->store, id, NULL, answer_cb, &result);
  gone = finish (fixture, await (&result));

  return gone != NULL;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *calendars;

  foyer_store_list_calendars_async (fixture->profile->store, fixture->space, NULL, answer_cb, &result);
  calendars = foyer_store_list_calendars_finish (fixture->profile->store, await (&result), &error);
  g_assert_no_error (error);

  return calendars;
}

/* "4/4", seats of the morning and of the afternoon. */
static void
assert_seats (Fixture    *fixture,
              const char *day,
              const char *expected)
{
  g_autoptr(GArray) days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (day), 1);
  const FoyerAvailability *found = &g_array_index (days, FoyerAvailability, 0);
  g_autofree char *seats = g_strdup_printf ("%d/%d", found->am_seats, found->pm_seats);

  g_assert_cmpstr (seats, ==, expected);
  g_assert_cmpint (found->open, ==, !g_str_equal (seats, "0/0"));
}

static char *
book (Fixture    *fixture,
      const char *day,
      FoyerPart   part,
      const char *name)
{
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (fixture->profile, fixture->space, day, part, name);

  return booking != NULL ? g_strdup (booking->id) : NULL;
}

static void
test_closes (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    FoyerCalendarCloses  closes;
    const char          *reading;
    const char          *seats;
  } cases[] = {
    { FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist", "4/0" },
    { FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 08:00-09:30 School", "0/4" },
    { FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 08:00-09:00 School", "4/4" },
    { FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 00:00-24:00 Away", "0/0" },
    { FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 09:00-10:00 School; " THURSDAY " 17:00-18:30 Choir", "0/0" },
    { FOYER_CALENDAR_CLOSES_DAYS, THURSDAY " 14:00-16:00 Dentist", "0/0" },
    { FOYER_CALENDAR_CLOSES_NOTHING, THURSDAY " 14:00-16:00 Dentist", "4/4" },
    { FOYER_CALENDAR_CLOSES_DAYS, THURSDAY " 00:00-24:00 (Birthday)", "4/4" },
    { FOYER_CALENDAR_CLOSES_DAYS, "", "4/4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerCalendar) calendar = follow (fixture, cases[i].closes, cases[i].reading);
      g_autofree char *verb = NULL;

      assert_seats (fixture, THURSDAY, cases[i].seats);
      assert_seats (fixture, FRIDAY, "4/4");
      verb = foyer_profile_undo (fixture->profile, fixture->profile->op);
      g_assert_cmpstr (verb, ==, "follow");
      assert_seats (fixture, THURSDAY, "4/4");
    }
}

/* What people see of it: hours of what is left, and the event itself. */
static void
test_event (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(FoyerCalendar) calendar = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist");
  g_autoptr(GArray) days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (THURSDAY), 2);
  const FoyerAvailability *found = &g_array_index (days, FoyerAvailability, 0);
  const FoyerCalendarEvent *event;

  g_assert_cmpint (found->start_minute, ==, 540);
  g_assert_cmpint (found->end_minute, ==, 780);
  g_assert_cmpint (found->pm_shut, ==, 4);
  g_assert_cmpuint (found->events->len, ==, 1);
  event = found->events->pdata[0];
  g_assert_cmpstr (event->summary, ==, "Dentist");
  g_assert_cmpstr (event->calendar, ==, "Family");
  g_assert_cmpint (event->start_minute, ==, 840);
  g_assert_cmpuint (event->closes, ==, FOYER_PART_PM);
  g_assert_cmpint (event->read_ms, ==, fixture->profile->now);
  g_assert_null (g_array_index (days, FoyerAvailability, 1).events);
  g_assert_cmpint (calendar->n_events, ==, 1);
  g_assert_cmpint (calendar->n_left_out, ==, 1);
  g_assert_cmpstr (calendar->etag, ==, "\"1\"");
  g_assert_cmpuint (calendar->conflicts->len, ==, 0);
}

static void
test_refresh (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(FoyerCalendar) calendar = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist");
  const gint64 followed = fixture->profile->op;
  const gint64 read_ms = fixture->profile->now;
  g_autoptr(FoyerCalendar) moved = NULL;
  g_autoptr(FoyerCalendar) failed = NULL;
  g_autoptr(FoyerCalendar) same = NULL;
  g_autofree char *verb = NULL;

  foyer_profile_set_now (fixture->profile, "2026-11-23T12:00:00+01:00");
  moved = put (fixture, calendar->id, FOYER_CALENDAR_FINE, FRIDAY " 09:00-10:00 Dentist");
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (moved->read_ms, ==, fixture->profile->now);
  assert_seats (fixture, THURSDAY, "4/4");
  assert_seats (fixture, FRIDAY, "0/4");

  /* A server in trouble opens nothing. */
  foyer_profile_set_now (fixture->profile, "2026-11-23T13:00:00+01:00");
  failed = put (fixture, calendar->id, FOYER_CALENDAR_UNREACHABLE, NULL);
  g_assert_cmpint (failed->trouble, ==, FOYER_CALENDAR_UNREACHABLE);
  g_assert_cmpint (failed->read_ms, ==, moved->read_ms);
  g_assert_cmpint (failed->read_ms, >, read_ms);
  assert_seats (fixture, FRIDAY, "0/4");

  /* "Nothing is new" says that it still holds. */
  foyer_profile_set_now (fixture->profile, "2026-11-23T14:00:00+01:00");
  same = put (fixture, calendar->id, FOYER_CALENDAR_FINE, NULL);
  g_assert_cmpint (same->trouble, ==, FOYER_CALENDAR_FINE);
  g_assert_cmpint (same->read_ms, ==, fixture->profile->now);
  g_assert_cmpint (same->n_events, ==, 1);
  assert_seats (fixture, FRIDAY, "0/4");

  /* What came since is no act, so that following it can still be taken back. */
  verb = foyer_profile_undo (fixture->profile, followed);
  g_assert_cmpstr (verb, ==, "follow");
  assert_seats (fixture, FRIDAY, "4/4");
}

/* "Dentist" on Thursday: two people are booked. They stay, nobody else comes, and who leaves leaves
 * no seat behind. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *zoe = book (fixture, THURSDAY, FOYER_PART_FULL, "Zoé");
  g_autofree char *noor = book (fixture, THURSDAY, FOYER_PART_PM, "Noor");
  g_autoptr(FoyerCalendar) calendar = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist");
  const FoyerCalendarConflict *conflict;
  g_autoptr(FoyerBooking) cancelled = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *verb = NULL;
  gint64 op;

  g_assert_cmpuint (calendar->conflicts->len, ==, 1);
  conflict = calendar->conflicts->pdata[0];
  g_assert_cmpint (conflict->day, ==, foyer_day (THURSDAY));
  g_assert_cmpint (conflict->part, ==, FOYER_PART_PM);
  g_assert_cmpint (conflict->n_seats, ==, 2);
  g_assert_cmpstr (conflict->summary, ==, "Dentist");
  assert_seats (fixture, THURSDAY, "4/2");

  refused = book (fixture, THURSDAY, FOYER_PART_PM, "Idris");
  g_assert_null (refused);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);

  cancelled = foyer_profile_set_state (fixture->profile, noor, FOYER_STATE_CANCELLED);
  g_assert_nonnull (cancelled);
  op = fixture->profile->op;
  assert_seats (fixture, THURSDAY, "4/1");
  refused = book (fixture, THURSDAY, FOYER_PART_PM, "Idris");
  g_assert_null (refused);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);

  /* But a mistake of the host is taken back as ever. */
  verb = foyer_profile_undo (fixture->profile, op);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (verb, ==, "cancel");
  assert_seats (fixture, THURSDAY, "4/2");

  g_assert_true (unfollow (fixture, calendar->id));
  assert_seats (fixture, THURSDAY, "4/4");
  g_clear_pointer (&verb, g_free);
  verb = foyer_profile_undo (fixture->profile, fixture->profile->op);
  g_assert_cmpstr (verb, ==, "unfollow");
  assert_seats (fixture, THURSDAY, "4/2");
}

/* A seat that comes back where a calendar closes is not offered to who waits. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const names[] = { "A", "B", "C", "D" };
  FoyerWaitingRequest request = {
    .space_id = fixture->space, .guest_name = "Zoé", .day = foyer_day (THURSDAY), .part = FOYER_PART_PM, .seats = 1,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) asked = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;
  g_autoptr(FoyerCalendar) calendar = NULL;
  g_autoptr(FoyerBooking) cancelled = NULL;
  g_autoptr(GPtrArray) waiters = NULL;
  g_autofree char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = book (fixture, THURSDAY, FOYER_PART_PM, names[i]);

      if (first == NULL)
        first = g_steal_pointer (&id);
    }
  foyer_store_wait_async (fixture->profile->store, &request, NULL, answer_cb, &result);
  waiter = foyer_store_waiter_finish (fixture->profile->store, await (&result), NULL, NULL);
  g_assert_nonnull (waiter);
  calendar = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist");
  cancelled = foyer_profile_set_state (fixture->profile, first, FOYER_STATE_CANCELLED);
  g_assert_nonnull (cancelled);
  assert_seats (fixture, THURSDAY, "4/3");
  foyer_store_list_waiters_async (fixture->profile->store, fixture->space, FOYER_DAY_NONE, FOYER_DAY_NONE, NULL, answer_cb, &asked);
  waiters = foyer_store_list_waiters_finish (fixture->profile->store, await (&asked), NULL);
  g_assert_cmpuint (waiters->len, ==, 1);
  g_assert_cmpint (((FoyerWaiter *) waiters->pdata[0])->state, ==, FOYER_WAITING_WAITING);
}

/* The host's own word about a date goes before what a calendar says. */
static void
test_exception (Fixture       *fixture,
                gconstpointer  data)
{
  FoyerDaysEdit edit = {
    .first = foyer_day (THURSDAY), .last = foyer_day (THURSDAY), .to = FOYER_DAYS_OPEN, .start_minute = -1, .end_minute = -1,
    .seats = -1,
  };
  g_autoptr(FoyerCalendar) calendar = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist");
  g_autoptr(FoyerCalendar) again = NULL;
  FoyerDaysChange change;
  g_autofree char *verb = NULL;

  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &edit, &change));
  g_assert_cmpint (change.n_days, ==, 1);
  assert_seats (fixture, THURSDAY, "4/4");
  again = put (fixture, calendar->id, FOYER_CALENDAR_FINE, THURSDAY " 10:00-16:00 Dentist");
  g_assert_nonnull (again);
  assert_seats (fixture, THURSDAY, "4/4");
  edit.to = FOYER_DAYS_BY_RULE;
  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &edit, &change));
  assert_seats (fixture, THURSDAY, "0/0");

  /* More seats open no half that is closed. */
  again = (foyer_calendar_free (again), put (fixture, calendar->id, FOYER_CALENDAR_FINE, THURSDAY " 14:00-16:00 Dentist"));
  edit.to = FOYER_DAYS_KEEP;
  edit.seats = 6;
  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &edit, &change));
  assert_seats (fixture, THURSDAY, "6/0");
  verb = foyer_profile_undo (fixture->profile, change.op);
  g_assert_nonnull (verb);
  assert_seats (fixture, THURSDAY, "4/0");
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(FoyerCalendar) calendar = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist");
  g_autoptr(FoyerCalendar) edited = save (fixture, calendar->id, "Zoé’s", FOYER_CALENDAR_CLOSES_DAYS, NULL);
  g_autoptr(FoyerCalendar) same = NULL;
  g_autoptr(GPtrArray) calendars = NULL;
  g_autofree char *verb = NULL;
  gint64 op = fixture->profile->op;

  g_assert_cmpstr (edited->name, ==, "Zoé’s");
  g_assert_cmpstr (edited->address, ==, ADDRESS);
  assert_seats (fixture, THURSDAY, "0/0");
  same = save (fixture, calendar->id, "Zoé’s", FOYER_CALENDAR_CLOSES_DAYS, NULL);
  g_assert_cmpint (fixture->profile->op, ==, 0);
  verb = foyer_profile_undo (fixture->profile, op);
  g_assert_cmpstr (verb, ==, "calendar-edit");
  assert_seats (fixture, THURSDAY, "4/0");
  calendars = list (fixture);
  g_assert_cmpuint (calendars->len, ==, 1);
  g_assert_cmpstr (((FoyerCalendar *) calendars->pdata[0])->name, ==, "Family");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  FoyerCalendar bad = { .id = (char *) "", .space_id = fixture->space, .name = (char *) "A", .address = (char *) "ftp://x/y" };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) nowhere = NULL;

  g_assert_null (save (fixture, "", "", FOYER_CALENDAR_CLOSES_DAYS, ""));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  g_assert_null (save (fixture, "nobody", "A", FOYER_CALENDAR_CLOSES_DAYS, NULL));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_null (put (fixture, "nobody", FOYER_CALENDAR_FINE, NULL));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_false (unfollow (fixture, "nobody"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  foyer_store_save_calendar_async (fixture->profile->store, &bad, make_reading (""), NULL, answer_cb, &result);
  g_assert_null (finish (fixture, await (&result)));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  bad.address = (char *) ADDRESS;
  bad.space_id = (char *) "nowhere";
  foyer_store_save_calendar_async (fixture->profile->store, &bad, make_reading (""), NULL, answer_cb, &nowhere);
  g_assert_null (finish (fixture, await (&nowhere)));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  for (int i = 0; i < 24; i++)
    {
      g_autoptr(FoyerCalendar) calendar = follow (fixture, FOYER_CALENDAR_CLOSES_NOTHING, "");
    }
  g_assert_null (save (fixture, "", "A", FOYER_CALENDAR_CLOSES_DAYS, ""));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
}

/* Two calendars, a week that changes under them, and a start after a month. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(FoyerCalendar) one = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES, THURSDAY " 14:00-16:00 Dentist");
  g_autoptr(FoyerCalendar) two = follow (fixture, FOYER_CALENDAR_CLOSES_HALVES,
                                         THURSDAY " 10:00-11:00 School; 2027-01-07 10:00-11:00 School");

  assert_seats (fixture, THURSDAY, "0/0");
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Thu 15:00-20:00", NULL));
  assert_seats (fixture, THURSDAY, "0/0");
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Thu 16:00-20:00", NULL));
  assert_seats (fixture, THURSDAY, "0/4");
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Mon-Fri 09:00-18:00", NULL));
  assert_seats (fixture, THURSDAY, "0/0");
  g_assert_true (unfollow (fixture, one->id));
  assert_seats (fixture, THURSDAY, "0/4");

  g_assert_true (foyer_profile_close (fixture->profile));
  foyer_profile_set_now (fixture->profile, "2027-01-04T09:00:00+01:00");
  g_assert_true (foyer_profile_open (fixture->profile));
  assert_seats (fixture, "2027-01-07", "0/4");
  assert_seats (fixture, "2027-01-08", "4/4");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "/calendars/closes", test_closes },
    { "/calendars/event", test_event },
    { "/calendars/refresh", test_refresh },
    { "/calendars/conflict", test_conflict },
    { "/calendars/waiting", test_waiting },
    { "/calendars/exception", test_exception },
    { "/calendars/edit", test_edit },
    { "/calendars/refused", test_refused },
    { "/calendars/together", test_together },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
