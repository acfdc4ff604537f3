/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"
#define SATURDAY "2026-11-28"

#define EDIT(from, to_, what) \
  { .first = foyer_day (from), .last = foyer_day (to_), .to = (what), \
    .start_minute = -1, .end_minute = -1, .seats = -1 }

typedef struct {
  FoyerProfile    *profile;
  char            *space;
  FoyerDaysChange  change;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 4);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
edit_days (Fixture             *fixture,
           const FoyerDaysEdit *edit,
           int                  n_days)
{
  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, edit, &fixture->change));
  g_assert_cmpint (fixture->change.n_days, ==, n_days);
}

static void
assert_day (Fixture    *fixture,
            const char *day,
            int         am,
            int         pm)
{
  g_autoptr(GArray) days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (day), 1);
  const FoyerAvailability *availability = &g_array_index (days, FoyerAvailability, 0);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (availability->day, ==, foyer_day (day));
  g_assert_cmpint (availability->am_seats, ==, am);
  g_assert_cmpint (availability->pm_seats, ==, pm);
  g_assert_cmpint (availability->open, ==, am > 0 || pm > 0);
}

static void
test_week (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;

  /* 366 days from a Thursday hold 53 of Thursday and Friday. */
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Sat 10-12", &fixture->change));
  g_assert_cmpint (fixture->change.n_days, ==, 366 - 52);
  assert_day (fixture, TODAY, 0, 0);
  assert_day (fixture, SATURDAY, 4, 0);
  /* The same again is no change and no act. */
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Sat 10-12", &fixture->change));
  g_assert_cmpint (fixture->change.n_days, ==, 0);
  g_assert_cmpint (fixture->change.op, ==, 0);
  /* Opening never closes: a later rule decides only the halves that it opens. */
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Sat 10-12;Sat 14-18", &fixture->change));
  assert_day (fixture, SATURDAY, 4, 4);
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "", &fixture->change));
  assert_day (fixture, SATURDAY, 0, 0);
  /* Far ahead, where nothing is kept yet, the rules are asked. */
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Sat 10-12", &fixture->change));
  assert_day (fixture, "2031-11-22", 4, 0);
  assert_day (fixture, "2026-11-21", 0, 0);
}

static void
test_days (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerDaysEdit close = EDIT ("2026-12-21", "2026-12-31", FOYER_DAYS_CLOSE);
  FoyerDaysEdit open = EDIT ("2026-12-24", "2026-12-26", FOYER_DAYS_OPEN);
  FoyerDaysEdit rule = EDIT ("2026-12-21", "2026-12-31", FOYER_DAYS_BY_RULE);
  FoyerDaysEdit fewer = EDIT (FRIDAY, FRIDAY, FOYER_DAYS_KEEP);
  FoyerDaysEdit past = EDIT ("2026-11-20", "2026-11-25", FOYER_DAYS_CLOSE);
  FoyerDaysEdit partly = EDIT ("2026-11-20", TODAY, FOYER_DAYS_CLOSE);

  edit_days (fixture, &close, 9);
  edit_days (fixture, &close, 0);
  g_assert_cmpint (fixture->change.op, ==, 0);
  assert_day (fixture, "2026-12-24", 0, 0);
  edit_days (fixture, &open, 3);
  assert_day (fixture, "2026-12-26", 4, 4);
  edit_days (fixture, &rule, 7 + 1);
  assert_day (fixture, "2026-12-26", 0, 0);
  assert_day (fixture, "2026-12-21", 4, 4);

  fewer.seats = 2;
  fewer.start_minute = 9 * 60;
  fewer.end_minute = 13 * 60;
  edit_days (fixture, &fewer, 1);
  assert_day (fixture, FRIDAY, 2, 0);
  /* Only the seats: the hours stay. */
  fewer.start_minute = fewer.end_minute = -1;
  fewer.seats = 3;
  edit_days (fixture, &fewer, 1);
  assert_day (fixture, FRIDAY, 3, 0);

  g_assert_false (foyer_profile_edit_days (fixture->profile, fixture->space, &past, NULL));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_PAST_DAY);
  edit_days (fixture, &partly, 1);
}

static void
test_open_follows_rule (Fixture       *fixture,
                        gconstpointer  user_data)
{
  FoyerDaysEdit open = EDIT (TODAY, SATURDAY, FOYER_DAYS_OPEN);

  /* Thursday and Friday are open just so: they go on following the rule. */
  edit_days (fixture, &open, 1);
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Mon-Fri 9-13", NULL));
  assert_day (fixture, FRIDAY, 4, 0);
  assert_day (fixture, SATURDAY, 4, 4);

  /* What was closed by hand stays closed. */
  open.to = FOYER_DAYS_CLOSE;
  edit_days (fixture, &open, 3);
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Mon-Sun 9-18", NULL));
  assert_day (fixture, SATURDAY, 0, 0);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerDaysEdit edit = EDIT (FRIDAY, FRIDAY, FOYER_DAYS_KEEP);
  g_autoptr(GArray) days = NULL;
  g_autoptr(GArray) later = NULL;

  edit.note = " Bring slippers ";
  edit_days (fixture, &edit, 0);
  g_assert_cmpint (fixture->change.op, >, 0);
  days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (TODAY), 2);
  g_assert_null (g_array_index (days, FoyerAvailability, 0).note);
  g_assert_cmpstr (g_array_index (days, FoyerAvailability, 1).note, ==, "Bring slippers");
  edit.note = NULL;
  edit.to = FOYER_DAYS_CLOSE;
  edit_days (fixture, &edit, 1);
  edit.note = "";
  edit_days (fixture, &edit, 0);
  later = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (FRIDAY), 1);
  g_assert_null (g_array_index (later, FoyerAvailability, 0).note);
  edit.note = "a\xff";
  g_assert_false (foyer_profile_edit_days (fixture->profile, fixture->space, &edit, NULL));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
}

static void
assert_has_bookings (Fixture      *fixture,
                     FoyerBooking *a,
                     FoyerBooking *b)          /* (nullable) */
{
  const char * const *ids = foyer_error_get_ids (fixture->profile->error);

  g_assert_true (g_strv_contains (ids, a->id));
  if (b != NULL)
    g_assert_true (g_strv_contains (ids, b->id));
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, b != NULL ? 2 : 1);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
}

static void
test_has_bookings (Fixture       *fixture,
                   gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerDaysEdit edit = EDIT (FRIDAY, "2026-12-04", FOYER_DAYS_CLOSE);
  g_autoptr(FoyerBooking) am = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_AM, "A");
  g_autoptr(FoyerBooking) pm = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_PM, "B");
  g_autoptr(FoyerBooking) again = NULL;
  g_autoptr(FoyerBooking) here = NULL;

  g_assert_false (foyer_profile_edit_days (profile, fixture->space, &edit, NULL));
  assert_has_bookings (fixture, am, pm);
  g_assert_false (foyer_profile_set_week (profile, fixture->space, "Mon-Fri 9-13", NULL));
  assert_has_bookings (fixture, pm, NULL);
  g_assert_false (foyer_profile_set_week (profile, fixture->space, "", NULL));
  assert_has_bookings (fixture, am, pm);
  assert_day (fixture, FRIDAY, 4, 4);
  assert_day (fixture, "2026-12-01", 4, 4);

  /* Only the afternoon closes: only who comes then is told off. */
  edit.cancel_bookings = TRUE;
  edit.to = FOYER_DAYS_OPEN;
  edit.last = edit.first;
  edit.start_minute = 540;
  edit.end_minute = 780;
  edit_days (fixture, &edit, 1);
  g_assert_cmpint (fixture->change.n_cancelled, ==, 1);
  assert_day (fixture, FRIDAY, 4, 0);

  edit.to = FOYER_DAYS_CLOSE;
  edit.start_minute = edit.end_minute = -1;
  edit_days (fixture, &edit, 1);
  g_assert_cmpint (fixture->change.n_cancelled, ==, 1);
  g_assert_null (foyer_profile_set_state (profile, am->id, FOYER_STATE_CANCELLED));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);

  /* Nobody who is here is sent away by a calendar. */
  here = foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = fixture->space, .guest_name = "C",
                                                            .day = FOYER_DAY_NONE });
  edit.first = edit.last = foyer_day (TODAY);
  g_assert_false (foyer_profile_edit_days (profile, fixture->space, &edit, NULL));
  assert_has_bookings (fixture, here, NULL);
  assert_day (fixture, TODAY, 4, 4);
}

static void
test_space (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(FoyerSpace) moved = NULL;
  g_autoptr(FoyerSpace) same = NULL;
  g_autoptr(FoyerBooking) a = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_AM, "A");
  g_autoptr(FoyerBooking) b = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_AM, "B");

  g_set_str (&space->id, fixture->space);
  g_set_str (&space->name, "Chez nous");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 1;
  g_assert_null (foyer_profile_save_space (profile, space));
  assert_has_bookings (fixture, a, b);
  space->seats = 2;
  g_set_str (&space->tz, "America/Montreal");
  g_assert_null (foyer_profile_save_space (profile, space));
  assert_has_bookings (fixture, a, b);
  g_set_str (&space->tz, "Europe/Paris");
  g_strlcpy (space->currency, "CHF", sizeof space->currency);
  g_assert_null (foyer_profile_save_space (profile, space));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_CURRENCY_MISMATCH);
  g_strlcpy (space->currency, "EUR", sizeof space->currency);
  /* Half the day at nine: the opening from nine to six has no morning. */
  space->half_at = 9 * 60;
  g_assert_null (foyer_profile_save_space (profile, space));
  assert_has_bookings (fixture, a, b);
  space->half_at = 13 * 60;

  g_set_str (&space->postcode, "69003");
  g_set_str (&space->city, "Lyon");
  saved = foyer_profile_save_space (profile, space);
  g_assert_no_error (profile->error);
  assert_day (fixture, FRIDAY, 2, 2);
  g_assert_cmpint (saved->rev, ==, 2);
  g_assert_true (saved->has_point);
  g_assert_cmpint (saved->lat_e6 / 100000, ==, 457);

  /* A point from the gazetteer goes along when the address changes; one of the host stays. */
  g_set_str (&saved->postcode, "75011");
  g_set_str (&saved->city, "Paris");
  moved = foyer_profile_save_space (profile, saved);
  g_assert_cmpint (moved->lat_e6 / 100000, ==, 488);
  moved->lat_e6 = 48000000;
  g_clear_pointer (&saved, foyer_space_free);
  saved = foyer_profile_save_space (profile, moved);
  g_set_str (&saved->city, "Lyon");
  g_clear_pointer (&moved, foyer_space_free);
  moved = foyer_profile_save_space (profile, saved);
  g_assert_cmpint (moved->lat_e6, ==, 48000000);
  same = foyer_profile_save_space (profile, moved);
  g_assert_cmpint (profile->op, ==, 0);
  g_assert_cmpint (same->rev, ==, moved->rev);

  g_set_str (&space->id, "no such space");
  g_assert_null (foyer_profile_save_space (profile, space));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_set_str (&space->id, "");
  space->kind = FOYER_SPACE_HOME;
  space->public_address = TRUE;
  g_assert_null (foyer_profile_save_space (profile, space));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_HOME_ADDRESS);
}

/* What is past stays as it was, whatever the rules become. */
static void
test_past (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (fixture->profile, fixture->space, TODAY,
                                                             FOYER_PART_FULL, "A");

  foyer_profile_set_now (fixture->profile, "2026-11-30T09:00:00+01:00");
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "", NULL));
  assert_day (fixture, TODAY, 4, 4);
  assert_day (fixture, FRIDAY, 4, 4);
  assert_day (fixture, "2026-11-30", 0, 0);
}

/* A year and more later the days are there again. */
static void
test_horizon (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr(FoyerBooking) booking = NULL;

  foyer_profile_set_now (fixture->profile, "2028-05-15T09:00:00+02:00");
  assert_day (fixture, "2028-05-15", 4, 4);
  booking = foyer_profile_book_guest (fixture->profile, fixture->space, "2028-05-16", FOYER_PART_FULL, "A");
  g_assert_no_error (fixture->profile->error);
  g_assert_true (foyer_profile_close (fixture->profile));
  g_assert_true (foyer_profile_open (fixture->profile));
  assert_day (fixture, "2029-05-15", 4, 4);
}

/* A sentence is one act: its rules and its dates come together and go together. */
static void
test_plan (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerOpeningPlan) plan = NULL;
  g_autoptr(FoyerOpeningPlan) around = NULL;
  g_autoptr(FoyerOpeningPlan) dates = NULL;
  g_autoptr(FoyerOpeningPlan) closing = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autoptr(FoyerBooking) there = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (foyer_profile_set_week (profile, fixture->space, "", &fixture->change));
  assert_day (fixture, FRIDAY, 0, 0);
  plan = foyer_opening_plan_read ("Fri 9-18, 3 seats, not in December, but on 11 Dec, 2 seats",
                                  foyer_day (TODAY), NULL);
  g_assert_nonnull (plan);
  g_assert_true (foyer_profile_add_plan (profile, fixture->space, plan, &fixture->change));
  /* 53 Fridays of the year, of which December has four, one of them open all the same. */
  g_assert_cmpint (fixture->change.n_days, ==, 53 - 4 + 1);
  assert_day (fixture, FRIDAY, 3, 3);
  assert_day (fixture, "2026-12-04", 0, 0);
  assert_day (fixture, "2026-12-11", 2, 2);

  undone = foyer_profile_undo (profile, fixture->change.op);
  g_assert_cmpstr (undone, ==, "open");
  g_clear_pointer (&undone, g_free);
  assert_day (fixture, FRIDAY, 0, 0);
  assert_day (fixture, "2026-12-11", 0, 0);

  /* Who sits where one piece closes and the next one opens is in nobody's way. */
  g_assert_true (foyer_profile_add_plan (profile, fixture->space, plan, NULL));
  there = foyer_profile_book_guest (profile, fixture->space, "2026-12-11", FOYER_PART_FULL, "Ana");
  around = foyer_opening_plan_read ("Tue 9-18, not from 10 to 12 Dec, but on 11 Dec, 2 seats", foyer_day (TODAY), NULL);
  g_assert_true (foyer_profile_add_plan (profile, fixture->space, around, &fixture->change));
  g_assert_no_error (profile->error);
  assert_day (fixture, "2026-12-11", 2, 2);

  /* One that takes the place of the week says all of it, or nothing of it. */
  g_assert_true (foyer_profile_set_plan (profile, fixture->space, around, &fixture->change));
  assert_day (fixture, FRIDAY, 0, 0);
  assert_day (fixture, "2027-01-05", 4, 4);
  undone = foyer_profile_undo (profile, fixture->change.op);
  g_assert_cmpstr (undone, ==, "week");
  assert_day (fixture, FRIDAY, 3, 3);
  assert_day (fixture, "2027-01-05", 4, 4);
  dates = foyer_opening_plan_read ("not on 18 Dec", foyer_day (TODAY), NULL);
  g_assert_true (foyer_profile_set_plan (profile, fixture->space, dates, NULL));
  assert_day (fixture, FRIDAY, 3, 3);

  /* A date that is booked refuses the whole. */
  g_assert_true (foyer_profile_add_plan (profile, fixture->space, plan, &fixture->change));
  booking = foyer_profile_book_guest (profile, fixture->space, "2026-12-11", FOYER_PART_FULL, "Zoé");
  g_assert_nonnull (booking);
  closing = foyer_opening_plan_read ("Mon 9-18, not on 11 Dec", foyer_day (TODAY), NULL);
  g_assert_nonnull (closing);
  g_assert_false (foyer_profile_add_plan (profile, fixture->space, closing, &fixture->change));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
  assert_day (fixture, "2026-11-30", 0, 0);
}

int
main (int    argc,
      char **argv)
{
  const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/storage/openings/week", test_week },
    { "/storage/openings/plan", test_plan },
    { "/storage/openings/days", test_days },
    { "/storage/openings/open-follows-rule", test_open_follows_rule },
    { "/storage/openings/notes", test_notes },
    { "/storage/openings/has-bookings", test_has_bookings },
    { "/storage/openings/space", test_space },
    { "/storage/openings/past", test_past },
    { "/storage/openings/horizon", test_horizon },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
