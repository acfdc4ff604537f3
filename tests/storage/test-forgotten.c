/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Visits that nobody checked out: the house closes them when their day is over, and whatever the host
 * takes back later, nobody is counted twice or lost. */

#include "core/foyer-error.h"
#include "foyer-profile-passes.h"
#include "foyer-profile-people.h"
#include "storage/foyer-store-members.h"

#define MORNING "2026-11-26T09:00:00+01:00"
#define LAST_MINUTE "2026-11-27T02:59:59+01:00"
#define CUT_OFF "2026-11-27T03:00:00+01:00"
#define NEXT_MORNING "2026-11-27T09:00:00+01:00"
#define TODAY "2026-11-26"

#define PERSON(id) (&(FoyerArrival) { .space_id = fixture->space, .person_id = (id), .day = FOYER_DAY_NONE })
#define GUEST(name) (&(FoyerArrival) { .space_id = fixture->space, .guest_name = (name), .day = FOYER_DAY_NONE })
#define BOOKING(id) (&(FoyerArrival) { .space_id = fixture->space, .booking_id = (id), .day = FOYER_DAY_NONE })

typedef struct {
  FoyerProfile *profile;
  char         *space;
  char         *zoe;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 3);
  fixture->zoe = foyer_profile_add_member (fixture->profile, "Zoé");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->zoe);
  foyer_profile_free (fixture->profile);
}

static FoyerBooking *
let_in (Fixture            *fixture,
        const FoyerArrival *arrival)
{
  FoyerBooking *booking = foyer_profile_check_in (fixture->profile, arrival);

  g_assert_no_error (fixture->profile->error);

  return booking;
}

static guint
count_called (Fixture    *fixture,
              const char *space)
{
  g_autoptr(GPtrArray) called = foyer_profile_roll_call (fixture->profile, space);

  return called->len;
}

/* (transfer full): the one who left on the first day */
static FoyerBooking *
get_left (Fixture *fixture)
{
  g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (fixture->profile, fixture->space, foyer_day (TODAY));

  g_assert_cmpuint (sheet->here->len, ==, 0);
  g_assert_cmpuint (sheet->left->len, ==, 1);

  return g_ptr_array_steal_index (sheet->left, 0);
}

static void
assert_log (Fixture    *fixture,
            const char *log)
{
  g_autofree char *visits = foyer_profile_dump_visits (fixture->profile);

  g_assert_cmpstr (visits, ==, log);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gint64
instant (const char *text)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (time) * 1000;
}

static void
changed_cb (FoyerStore  *store,
            guint        change,
            const char  *space_id,
            guint       *n)
{
  *n += (change & FOYER_CHANGE_BOOKINGS) != 0;
}

/* Until the cut-off they are here, from then on they left at it, and whoever looks is told of it. */
static void
test_cut_off (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) left = NULL;
  guint n = 0;

  foyer_profile_set_now (fixture->profile, LAST_MINUTE);
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 1);
  g_signal_connect (fixture->profile->store, "changed", G_CALLBACK (changed_cb), &n);
  foyer_profile_set_now (fixture->profile, CUT_OFF);
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
  g_assert_cmpuint (n, ==, 1);
  left = get_left (fixture);
  g_assert_cmpstr (left->id, ==, zoe->id);
  g_assert_true (left->forgotten);
  g_assert_cmpint (left->out_ms, ==, instant (CUT_OFF));
  g_assert_cmpint (left->due_minor, ==, zoe->due_minor);
  assert_log (fixture, "1|in\n1|out-house\n");
}

/* Nobody looked for days: it is the same when the book is opened again. */
static void
test_opened_late (Fixture       *fixture,
                  gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) left = NULL;

  g_assert_true (foyer_profile_close (profile));
  foyer_profile_set_now (profile, "2026-12-03T09:00:00+01:00");
  g_assert_true (foyer_profile_open (profile));
  assert_log (fixture, "1|in\n1|out-house\n");
  left = get_left (fixture);
  g_assert_cmpint (left->out_ms, ==, instant (CUT_OFF));
}

/* The end of a day is that of the clock on the wall, also in the nights in which it is changed. */
static void
test_clock_changes (Fixture       *fixture,
                    gconstpointer  user_data)
{
  static const struct { const char *in, *before, *after; } nights[] = {
    { "2027-03-27T12:00:00+01:00", "2027-03-28T00:59:59Z", "2027-03-28T01:00:00Z" },
    { "2027-10-30T12:00:00+02:00", "2027-10-31T01:59:59Z", "2027-10-31T02:00:00Z" },
  };

  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Mon-Sun 09:00-18:00", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autoptr(FoyerBooking) zoe = NULL;
      g_autoptr(FoyerDaySheet) sheet = NULL;
      const FoyerBooking *left;

      foyer_profile_set_now (fixture->profile, nights[i].in);
      zoe = let_in (fixture, PERSON (fixture->zoe));
      foyer_profile_set_now (fixture->profile, nights[i].before);
      g_assert_cmpuint (count_called (fixture, fixture->space), ==, 1);
      foyer_profile_set_now (fixture->profile, nights[i].after);
      g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
      sheet = foyer_profile_sheet (fixture->profile, fixture->space, zoe->day);
      g_assert_cmpuint (sheet->left->len, ==, 1);
      left = sheet->left->pdata[0];
      g_assert_cmpint (left->out_ms, ==, instant (nights[i].after));
    }
}

/* It is three o'clock in Lyon before it is in New York. */
static void
test_two_zones (Fixture       *fixture,
                gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) far = NULL;
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) there = NULL;

  g_set_str (&space->name, "The Loft");
  g_set_str (&space->tz, "America/New_York");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 2;
  far = foyer_profile_save_space (profile, space);
  g_assert_true (foyer_profile_set_week (profile, far->id, "Mon-Sun 09:00-18:00", NULL));
  foyer_profile_set_now (profile, "2026-11-26T20:00:00+01:00");
  there = let_in (fixture, &((FoyerArrival) { .space_id = far->id, .guest_name = "Ada", .day = FOYER_DAY_NONE }));

  foyer_profile_set_now (profile, CUT_OFF);
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
  g_assert_cmpuint (count_called (fixture, far->id), ==, 1);
  foyer_profile_set_now (profile, "2026-11-27T02:59:59-05:00");
  g_assert_cmpuint (count_called (fixture, far->id), ==, 1);
  foyer_profile_set_now (profile, "2026-11-27T03:00:00-05:00");
  g_assert_cmpuint (count_called (fixture, far->id), ==, 0);
}

/* Whose day ends at another hour now, ends then. */
static void
test_other_cut_off (Fixture       *fixture,
                    gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));

  g_set_str (&space->id, fixture->space);
  g_set_str (&space->name, "Le Foyer");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 3;
  space->cut_off = 60;
  saved = foyer_profile_save_space (profile, space);
  g_assert_no_error (profile->error);
  foyer_profile_set_now (profile, "2026-11-27T00:59:59+01:00");
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 1);
  foyer_profile_set_now (profile, "2026-11-27T01:00:00+01:00");
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
}

/* An arrival that was taken back never was; what was no act is not undone for itself. */
static void
test_undo_of_arrival (Fixture       *fixture,
                      gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booked = NULL;
  g_autoptr(FoyerBooking) zoe = NULL;
  g_autoptr(FoyerBooking) guest = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  booked = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_FULL, fixture->zoe);
  zoe = let_in (fixture, BOOKING (booked->id));
  guest = let_in (fixture, GUEST ("Ada"));
  foyer_profile_set_now (profile, NEXT_MORNING);
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);

  first = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (first, ==, "checkin");
  second = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (second, ==, "checkin");
  sheet = foyer_profile_sheet (profile, fixture->space, foyer_day (TODAY));
  g_assert_cmpuint (sheet->left->len, ==, 0);
  g_assert_cmpuint (sheet->expected->len, ==, 1);
  g_assert_cmpint (((FoyerBooking *) sheet->expected->pdata[0])->out_ms, ==, 0);
  g_assert_false (((FoyerBooking *) sheet->expected->pdata[0])->forgotten);
  assert_log (fixture, "1|in\n2|in\n1|out-house\n2|out-house\n2|out-undone\n2|in-undone\n1|out-undone\n1|in-undone\n");
}

/* Whose departure was taken back on a later day was forgotten. */
static void
test_undo_of_departure (Fixture       *fixture,
                        gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) out = foyer_profile_check_out (profile, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) left = NULL;
  g_autofree char *verb = NULL;
  g_autofree char *arrival = NULL;

  foyer_profile_set_now (profile, NEXT_MORNING);
  verb = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (verb, ==, "checkout");
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
  left = get_left (fixture);
  g_assert_true (left->forgotten);
  g_assert_cmpint (left->out_ms, ==, instant (CUT_OFF));
  assert_log (fixture, "1|in\n1|out\n1|out-undone\n1|out-house\n");

  arrival = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (arrival, ==, "checkin");
  assert_log (fixture, "1|in\n1|out\n1|out-undone\n1|out-house\n1|out-undone\n1|in-undone\n");
}

/* A clock that was two days ahead for a moment loses nobody, and takes no second day. */
static void
test_clock_ahead (Fixture       *fixture,
                  gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerPass) pass = foyer_profile_sell (profile, &(FoyerPassSale) {
    .person_id = fixture->zoe, .halves = 20, .currency = "EUR", .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE });
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) again = NULL;
  g_autoptr(FoyerBooking) left = NULL;
  g_autoptr(GPtrArray) passes = NULL;
  g_autofree char *verb = NULL;

  foyer_profile_set_now (profile, "2026-11-28T09:00:00+01:00");
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
  foyer_profile_set_now (profile, "2026-11-26T10:00:00+01:00");
  again = let_in (fixture, PERSON (fixture->zoe));
  g_assert_cmpstr (again->id, ==, zoe->id);
  g_assert_false (again->forgotten);
  g_assert_cmpint (again->out_ms, ==, 0);
  g_assert_cmpint (again->pass_halves, ==, zoe->pass_halves);
  g_assert_cmpint (again->due_minor, ==, zoe->due_minor);
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 1);
  passes = foyer_profile_passes (profile, fixture->zoe);
  g_assert_cmpint (((FoyerPass *) passes->pdata[0])->n_used, ==, zoe->pass_halves);

  /* Without the second arrival it is as it was: closed. */
  verb = foyer_profile_undo (profile, 0);
  left = get_left (fixture);
  g_assert_true (left->forgotten);
  assert_log (fixture, "1|in\n1|out-house\n1|in\n1|in-undone\n");
}

/* That somebody had come was noted a day later: until that day ends they may be here. */
static void
test_noted_late (Fixture       *fixture,
                 gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booked = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_AM, fixture->zoe);
  g_autoptr(FoyerBooking) late = NULL;
  g_autoptr(FoyerBooking) left = NULL;

  foyer_profile_set_now (profile, NEXT_MORNING);
  late = let_in (fixture, BOOKING (booked->id));
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 1);
  foyer_profile_set_now (profile, "2026-11-28T03:00:00+01:00");
  g_assert_cmpuint (count_called (fixture, fixture->space), ==, 0);
  left = get_left (fixture);
  g_assert_cmpint (left->out_ms, ==, instant ("2026-11-28T03:00:00+01:00"));
}

static FoyerMember *
read_member (Fixture *fixture)
{
  GAsyncResult *result = NULL;
  g_autoptr(GAsyncResult) answer = NULL;
  FoyerMember *member;

  foyer_store_read_member_async (fixture->profile->store, fixture->zoe, fixture->space, FOYER_DAY_NONE, NULL, got_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer = result;
  member = foyer_store_read_member_finish (fixture->profile->store, answer, &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);

  return member;
}

/* Of their last day, also on days on which they are not here. */
static void
test_member (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerMember) member = NULL;
  g_autoptr(FoyerMember) later = NULL;
  g_autoptr(FoyerBooking) in = NULL;
  g_autoptr(FoyerBooking) out = NULL;

  foyer_profile_set_now (profile, NEXT_MORNING);
  member = read_member (fixture);
  g_assert_true (member->line->forgotten);
  in = let_in (fixture, PERSON (fixture->zoe));
  out = foyer_profile_check_out (profile, PERSON (fixture->zoe));
  foyer_profile_set_now (profile, "2026-11-30T09:00:00+01:00");
  later = read_member (fixture);
  g_assert_false (later->line->forgotten);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/storage/forgotten/cut-off", test_cut_off },
    { "/storage/forgotten/opened-late", test_opened_late },
    { "/storage/forgotten/clock-changes", test_clock_changes },
    { "/storage/forgotten/two-zones", test_two_zones },
    { "/storage/forgotten/other-cut-off", test_other_cut_off },
    { "/storage/forgotten/undo-of-arrival", test_undo_of_arrival },
    { "/storage/forgotten/undo-of-departure", test_undo_of_departure },
    { "/storage/forgotten/clock-ahead", test_clock_ahead },
    { "/storage/forgotten/noted-late", test_noted_late },
    { "/storage/forgotten/member", test_member },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
