/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TUESDAY 0x02u

typedef struct {
  FoyerProfile *profile;
  char         *space;
  char         *member;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 2);
  fixture->member = foyer_profile_add_member (fixture->profile, "Zoé Marchelin");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->member);
  foyer_profile_free (fixture->profile);
}

static FoyerSeriesChange *
book (Fixture    *fixture,
      const char *sentence,
      const char *until,
      gboolean    preview)
{
  g_autoptr(FoyerSeriesPlan) plan = foyer_series_plan_read (sentence, foyer_day ("2026-11-26"), 780, NULL);
  FoyerSeriesRequest request = {
    .space_id = fixture->space, .person_id = fixture->member, .plan = plan, .seats = 1, .preview = preview,
  };

  if (until != NULL)
    plan->rule.until = foyer_day (until);

  return foyer_profile_book_series (fixture->profile, &request);
}

static FoyerSeriesChange *
change (Fixture       *fixture,
        const char    *id,
        FoyerSeriesTo  to,
        const char    *first,
        const char    *last)
{
  FoyerSeriesEdit edit = {
    .series_id = id, .to = to,
    .first = first != NULL ? foyer_day (first) : FOYER_DAY_NONE,
    .last = last != NULL ? foyer_day (last) : FOYER_DAY_NONE,
  };

  return foyer_profile_edit_series (fixture->profile, &edit);
}

static void
close_days (Fixture    *fixture,
            const char *first,
            const char *last)
{
  FoyerDaysEdit edit = {
    .first = foyer_day (first), .last = foyer_day (last), .to = FOYER_DAYS_CLOSE,
    .start_minute = -1, .end_minute = -1, .seats = -1,
  };

  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &edit, NULL));
}

static void
fill (Fixture    *fixture,
      const char *day,
      FoyerPart   part)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("Guest %d", i);

      foyer_booking_free (foyer_profile_book_guest (fixture->profile, fixture->space, day, part, name));
    }
}

/* "2026-12-01 2026-12-08": whose seats are held from today on. */
static char *
list_held (Fixture *fixture)
{
  g_autoptr(GArray) days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day ("2026-11-26"), 366);
  g_autoptr(GString) held = g_string_new (NULL);
  char text[FOYER_DAY_TEXT_SIZE];

  for (guint i = 0; i < days->len; i++)
    {
      const FoyerAvailability *day = &g_array_index (days, FoyerAvailability, i);

      if (day->am_held > 0 || day->pm_held > 0)
        g_string_append_printf (held, "%s%s", held->len > 0 ? " " : "", foyer_day_format (day->day, text));
    }

  return g_string_free (g_steal_pointer (&held), FALSE);
}

#define assert_held(fixture, days) \
  G_STMT_START { \
    g_autofree char *held_ = list_held (fixture); \
    g_assert_cmpstr (held_, ==, days); \
  } G_STMT_END

static void
assert_skipped (FoyerSeriesChange *result,
                guint              i,
                const char        *day,
                FoyerError         reason)
{
  const FoyerSkippedDay *skipped = &g_array_index (result->skipped, FoyerSkippedDay, i);

  g_assert_cmpuint (i, <, result->skipped->len);
  g_assert_cmpint (skipped->day, ==, foyer_day (day));
  g_assert_cmpint (skipped->reason, ==, reason);
}

/* Closed and full days, and days of which only half is left, fall out by name. */
static void
test_skips (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) preview = NULL;
  g_autoptr(FoyerSeriesChange) done = NULL;
  gint64 op;

  close_days (fixture, "2026-12-08", "2026-12-08");
  fill (fixture, "2026-12-15", FOYER_PART_FULL);
  fill (fixture, "2026-12-22", FOYER_PART_PM);
  foyer_booking_free (foyer_profile_book_member (fixture->profile, fixture->space, "2026-12-29", FOYER_PART_AM,
                                                 fixture->member));
  preview = book (fixture, "every Tuesday", "2027-01-05", TRUE);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (fixture->profile->op, ==, 0);
  g_assert_cmpuint (preview->bookings->len, ==, 2);
  assert_held (fixture, "2026-12-15 2026-12-22 2026-12-29");

  done = book (fixture, "every Tuesday", "2027-01-05", FALSE);
  g_assert_no_error (fixture->profile->error);
  op = fixture->profile->op;
  g_assert_cmpuint (done->bookings->len, ==, 2);
  g_assert_cmpuint (done->skipped->len, ==, 4);
  assert_skipped (done, 0, "2026-12-08", FOYER_ERROR_CLOSED);
  assert_skipped (done, 1, "2026-12-15", FOYER_ERROR_FULL);
  assert_skipped (done, 2, "2026-12-22", FOYER_ERROR_FULL);
  assert_skipped (done, 3, "2026-12-29", FOYER_ERROR_ALREADY_BOOKED);
  g_assert_cmpint (done->horizon, ==, FOYER_DAY_NONE);
  g_assert_cmpint (done->series->n_ahead, ==, 2);
  g_assert_cmpstr (((FoyerBooking *) done->bookings->pdata[0])->series_id, ==, done->series->id);
  assert_held (fixture, "2026-12-01 2026-12-15 2026-12-22 2026-12-29 2027-01-05");

  /* The whole series is one act. */
  g_free (foyer_profile_undo (fixture->profile, op));
  g_assert_no_error (fixture->profile->error);
  assert_held (fixture, "2026-12-15 2026-12-22 2026-12-29");
  g_assert_null (change (fixture, done->series->id, FOYER_SERIES_END, NULL, NULL));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

static void
test_away (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) done = book (fixture, "every Tuesday", "2027-01-05", FALSE);
  const char *id = done->series->id;
  g_autoptr(FoyerSeriesChange) away = NULL;
  g_autoptr(FoyerSeriesChange) back = NULL;
  gint64 op;

  /* One of them is cancelled for itself, and stays so. */
  foyer_booking_free (foyer_profile_set_state (fixture->profile, ((FoyerBooking *) done->bookings->pdata[2])->id,
                                               FOYER_STATE_CANCELLED));
  away = change (fixture, id, FOYER_SERIES_AWAY, "2026-12-07", "2026-12-22");
  g_assert_no_error (fixture->profile->error);
  op = fixture->profile->op;
  g_assert_cmpuint (away->bookings->len, ==, 2);
  g_assert_cmpuint (away->series->away->len, ==, 2);
  g_assert_cmpint (away->series->n_ahead, ==, 3);
  assert_held (fixture, "2026-12-01 2026-12-29 2027-01-05");
  g_assert_null (change (fixture, id, FOYER_SERIES_AWAY, "2026-12-07", "2026-12-22"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);

  /* The seat of one day went to others. */
  fill (fixture, "2026-12-22", FOYER_PART_AM);
  back = change (fixture, ((FoyerBooking *) done->bookings->pdata[0])->id, FOYER_SERIES_BACK, "2026-12-01", "2026-12-31");
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (back->bookings->len, ==, 1);
  g_assert_cmpuint (back->skipped->len, ==, 1);
  assert_skipped (back, 0, "2026-12-22", FOYER_ERROR_FULL);
  g_assert_cmpuint (back->series->away->len, ==, 1);
  assert_held (fixture, "2026-12-01 2026-12-08 2026-12-22 2026-12-29 2027-01-05");

  g_free (foyer_profile_undo (fixture->profile, op));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_free (foyer_profile_undo (fixture->profile, fixture->profile->op));
  g_clear_error (&fixture->profile->error);
}

static void
test_away_undone (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) done = book (fixture, "every Tuesday", "2027-01-05", FALSE);
  g_autofree char *before = list_held (fixture);
  g_autoptr(FoyerSeriesChange) away = change (fixture, done->series->id, FOYER_SERIES_AWAY, "2026-12-07", "2026-12-22");
  gint64 op = fixture->profile->op;

  fill (fixture, "2026-12-15", FOYER_PART_AM);
  g_free (foyer_profile_undo (fixture->profile, op));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);
  assert_held (fixture, "2026-12-01 2026-12-15 2026-12-29 2027-01-05");
  for (int i = 0; i < 3; i++)
    {
      g_free (foyer_profile_undo (fixture->profile, 0));
      g_assert_no_error (fixture->profile->error);
    }
  assert_held (fixture, before);
}

static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) done = book (fixture, "every Tuesday", "2027-01-05", FALSE);
  const char *id = done->series->id;
  g_autoptr(FoyerSeriesChange) away = change (fixture, id, FOYER_SERIES_AWAY, "2026-12-22", "2026-12-22");
  g_autoptr(FoyerSeriesChange) ended = change (fixture, id, FOYER_SERIES_END, "2026-12-15", NULL);
  g_autoptr(GPtrArray) list = NULL;
  gint64 op = fixture->profile->op;

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (ended->bookings->len, ==, 3);
  g_assert_cmpint (ended->series->rule.until, ==, foyer_day ("2026-12-14"));
  assert_held (fixture, "2026-12-01 2026-12-08");
  /* The day that was given free does not come back either. */
  g_assert_null (change (fixture, id, FOYER_SERIES_BACK, "2026-12-01", "2026-12-31"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_free (foyer_profile_undo (fixture->profile, op));
  g_assert_no_error (fixture->profile->error);
  assert_held (fixture, "2026-12-01 2026-12-08 2026-12-15 2026-12-29 2027-01-05");

  list = foyer_profile_list_series (fixture->profile, fixture->space);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (((FoyerSeries *) list->pdata[0])->away->len, ==, 1);
  g_clear_pointer (&list, g_ptr_array_unref);

  /* The whole of it, but for the day that is past: somebody was there. */
  foyer_profile_set_now (fixture->profile, "2026-12-01T10:00:00+01:00");
  foyer_booking_free (foyer_profile_check_in (fixture->profile, &(FoyerArrival) {
    .space_id = fixture->space, .person_id = fixture->member, .day = FOYER_DAY_NONE }));
  g_clear_pointer (&ended, foyer_series_change_free);
  ended = change (fixture, id, FOYER_SERIES_END, NULL, NULL);
  g_assert_no_error (fixture->profile->error);
  assert_held (fixture, "2026-12-01");
  list = foyer_profile_list_series (fixture->profile, fixture->space);
  g_assert_cmpuint (list->len, ==, 0);
}

/* Without an end it goes as far as anything can be booked, and says so. */
static void
test_horizon (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) done = NULL;

  foyer_profile_set_now (fixture->profile, "2027-11-30T09:00:00+01:00");
  done = book (fixture, "every Tuesday", NULL, FALSE);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (done->horizon, ==, foyer_day ("2027-11-30") + FOYER_SERIES_DAYS);
  g_assert_cmpint (done->series->rule.until, ==, done->horizon);
  g_assert_cmpuint (done->bookings->len, ==, 53);
  /* 2028 has a leap day, and it is a Tuesday. */
  g_assert_cmpint (((FoyerBooking *) done->bookings->pdata[13])->day, ==, foyer_day ("2028-02-29"));

  g_assert_null (book (fixture, "every Tuesday from 2030-01-01", NULL, FALSE));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BEYOND_HORIZON);
  g_assert_null (book (fixture, "every Tuesday from 2026-11-01", NULL, FALSE));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_PAST_DAY);
}

/* The space is open from ten, on either side of the nights in which clocks change. */
static void
test_clocks (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) done = NULL;
  g_autoptr(GArray) days = NULL;

  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Sun 10:00-16:00", NULL));
  done = book (fixture, "every Sunday from 2027-03-21", "2027-04-04", FALSE);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (done->bookings->len, ==, 3);
  assert_held (fixture, "2027-03-21 2027-03-28 2027-04-04");
  days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day ("2027-03-21"), 15);
  for (guint i = 0; i < days->len; i += 7)
    {
      g_assert_cmpint (g_array_index (days, FoyerAvailability, i).start_minute, ==, 600);
      g_assert_cmpint (g_array_index (days, FoyerAvailability, i).am_held, ==, 1);
    }
}

/* Public holidays on which the space is closed are named, and left out where they are not. */
static void
test_holidays (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) done = book (fixture, "every Friday except public holidays", "2027-01-08", FALSE);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (done->bookings->len, ==, 5);
  g_assert_cmpuint (done->skipped->len, ==, 2);
  assert_skipped (done, 0, "2026-12-25", FOYER_ERROR_CLOSED);
  g_assert_cmpint (g_array_index (done->skipped, FoyerSkippedDay, 0).holiday, ==, FOYER_HOLIDAY_CHRISTMAS);
  g_assert_cmpint (g_array_index (done->skipped, FoyerSkippedDay, 1).holiday, ==, FOYER_HOLIDAY_NEW_YEAR);
}

/* A series of which no day is left is refused as a single day would be, and leaves nothing. */
static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(FoyerSeriesPlan) plan = foyer_series_plan_read ("every Tuesday", foyer_day ("2026-11-26"), 780, NULL);
  FoyerSeriesRequest request = { .space_id = fixture->space, .plan = plan, .seats = 1 };
  g_autoptr(GPtrArray) list = NULL;

  plan->rule.until = foyer_day ("2026-12-01");
  g_assert_null (foyer_profile_book_series (fixture->profile, &request));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  request.guest_name = "Noor Delvigne";
  request.seats = 3;
  g_assert_null (foyer_profile_book_series (fixture->profile, &request));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);
  request.seats = 1;
  plan->rule.until = foyer_day ("2026-11-30");
  g_assert_null (foyer_profile_book_series (fixture->profile, &request));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  plan->rule.until = foyer_day ("2026-12-01");
  close_days (fixture, "2026-12-01", "2026-12-01");
  g_assert_null (foyer_profile_book_series (fixture->profile, &request));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_CLOSED);
  list = foyer_profile_list_series (fixture->profile, fixture->space);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_null (change (fixture, "nothing", FOYER_SERIES_END, NULL, NULL));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/series/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("skips", test_skips);
  ADD ("away", test_away);
  ADD ("away-undone", test_away_undone);
  ADD ("end", test_end);
  ADD ("horizon", test_horizon);
  ADD ("clocks", test_clocks);
  ADD ("holidays", test_holidays);
  ADD ("refusals", test_refusals);
#undef ADD

  return g_test_run ();
}
