/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-travel.h"
#include "storage/db/foyer-db.h"
#include "storage/foyer-store-waiting.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"

typedef struct {
  FoyerProfile *profile;
  char         *space;        /* published, two seats */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_published (fixture->profile);
  foyer_profile_send_all (fixture->profile);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
got_cb (GObject      *source,
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
wait_on_friday (Fixture *fixture)
{
  FoyerWaitingRequest request = {
    .space_id = fixture->space, .guest_name = "Paul", .day = foyer_day (FRIDAY), .part = FOYER_PART_FULL, .seats = 2,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;

  foyer_store_wait_async (fixture->profile->store, &request, NULL, got_cb, &result);
  waiter = foyer_store_waiter_finish (fixture->profile->store, await (&result), NULL, &fixture->profile->error);
}

/* Everything that archiving touches, in words. */
static char *
describe (Fixture *fixture)
{
  g_autoptr(GAsyncResult) spaces_result = NULL;
  g_autoptr(GAsyncResult) held_result = NULL;
  g_autoptr(GAsyncResult) waiting_result = NULL;
  FoyerStore *store = fixture->profile->store;
  g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (fixture->profile, fixture->space, foyer_day (TODAY));
  g_autoptr(GPtrArray) publications = foyer_profile_publications (fixture->profile);
  g_autoptr(GPtrArray) spaces = NULL;
  g_autoptr(GPtrArray) held = NULL;
  g_autoptr(GPtrArray) waiting = NULL;
  guint n_listed = 0;

  foyer_store_list_spaces_async (store, NULL, got_cb, &spaces_result);
  spaces = foyer_store_list_spaces_finish (store, await (&spaces_result), NULL);
  foyer_store_list_held_async (store, fixture->space, foyer_day (TODAY), foyer_day ("2027-01-31"), NULL, got_cb,
                               &held_result);
  held = foyer_store_bookings_finish (store, await (&held_result), NULL);
  foyer_store_list_waiters_async (store, fixture->space, FOYER_DAY_NONE, FOYER_DAY_NONE, NULL, got_cb,
                                  &waiting_result);
  waiting = foyer_store_list_waiters_finish (store, await (&waiting_result), NULL);
  for (guint i = 0; i < publications->len; i++)
    n_listed += ((FoyerPublication *) publications->pdata[i])->ending ? 0 : 1;

  return g_strdup_printf ("archived %" G_GINT64_FORMAT ", held %u, asked %u, waiting %u, listed %u",
                          ((FoyerSpace *) spaces->pdata[0])->archived_ms, held->len, sheet->requests->len,
                          waiting->len, n_listed);
}

static void
assert_described (Fixture    *fixture,
                  const char *expected)
{
  g_autofree char *text = describe (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static void
undo (Fixture    *fixture,
      const char *expected)
{
  g_autofree char *verb = foyer_profile_undo (fixture->profile, 0);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (verb, ==, expected);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *instant = g_strdup_printf ("archived %" G_GINT64_FORMAT ", held 0, asked 0, waiting 0, listed 0",
                                              profile->now);
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "Enzo");
  FoyerArchiveChange change = { 0 };

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  wait_on_friday (fixture);
  foyer_profile_send_all (profile);
  assert_described (fixture, "archived 0, held 1, asked 1, waiting 1, listed 1");

  /* As a whole or not at all. */
  g_assert_false (foyer_profile_archive (profile, fixture->space, FALSE, &change));
  g_assert_cmpstr (foyer_error_get_ids (profile->error)[0], ==, booking->id);
  g_assert_null (foyer_error_get_ids (profile->error)[1]);
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
  assert_described (fixture, "archived 0, held 1, asked 1, waiting 1, listed 1");

  g_assert_true (foyer_profile_archive (profile, fixture->space, TRUE, &change));
  g_assert_cmpint (change.n_cancelled, ==, 1);
  g_assert_cmpint (change.n_declined, ==, 1);
  g_assert_cmpint (change.n_removed, ==, 1);
  assert_described (fixture, instant);
  foyer_profile_assert_due (profile, "decision tombstone");

  undo (fixture, "archive");
  assert_described (fixture, "archived 0, held 1, asked 1, waiting 1, listed 1");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
}

/* What has left the machine is not taken back. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  g_assert_true (foyer_profile_archive (profile, fixture->space, FALSE, NULL));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_assert_null (foyer_profile_undo (profile, 0));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);

  g_assert_true (foyer_profile_take_up (profile, fixture->space));
  g_assert_cmpint (profile->op, !=, 0);
  assert_described (fixture, "archived 0, held 0, asked 0, waiting 0, listed 0");
  g_assert_true (foyer_profile_take_up (profile, fixture->space));
  g_assert_cmpint (profile->op, ==, 0);
}

/* Who is here stays, and who has left is in nobody's way. */
static void
test_here (Fixture       *fixture,
           gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerArrival zoe = { .space_id = fixture->space, .guest_name = "Zoé", .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) in = foyer_profile_check_in (profile, &zoe);
  g_autoptr(FoyerBooking) out = NULL;

  g_assert_false (foyer_profile_archive (profile, fixture->space, TRUE, NULL));
  g_assert_cmpstr (foyer_error_get_ids (profile->error)[0], ==, in->id);
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);

  out = foyer_profile_check_out (profile, &zoe);
  g_assert_no_error (profile->error);
  g_assert_true (foyer_profile_archive (profile, fixture->space, FALSE, NULL));
  /* Nobody comes back in. */
  g_assert_null (foyer_profile_check_in (profile, &zoe));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
}

static void
test_verbs (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerArrival zoe = { .space_id = fixture->space, .guest_name = "Zoé", .day = FOYER_DAY_NONE };
  FoyerDaysEdit close = { .first = foyer_day (FRIDAY), .last = foyer_day (FRIDAY), .to = FOYER_DAYS_CLOSE,
                          .start_minute = -1, .end_minute = -1, .seats = -1 };
  g_autoptr(GArray) left_out = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningDates));
  FoyerSeriesPlan plan = { .rule = { .weekdays = 1, .every_weeks = 1, .from = foyer_day (FRIDAY),
                                     .until = foyer_day ("2026-12-31") },
                           .part = FOYER_PART_FULL, .left_out = left_out };
  FoyerSeriesRequest series = { .space_id = fixture->space, .guest_name = "Noor", .plan = &plan, .seats = 1 };
  g_autoptr(FoyerSpace) space = foyer_space_new ();

  g_set_str (&space->id, fixture->space);
  g_set_str (&space->name, "Another name");
  g_assert_true (foyer_profile_archive (profile, fixture->space, FALSE, NULL));

  g_assert_null (foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "Enzo"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_null (foyer_profile_book_series (profile, &series));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_null (foyer_profile_check_in (profile, &zoe));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_false (foyer_profile_edit_days (profile, fixture->space, &close, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_false (foyer_profile_set_week (profile, fixture->space, "Tue 09:00-18:00", NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_null (foyer_profile_save_space (profile, space));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_false (foyer_profile_publish (profile, fixture->space, ORIGIN));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  g_assert_false (foyer_profile_archive (profile, fixture->space, TRUE, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
  wait_on_friday (fixture);
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);

  /* A request that was under way is declined by itself. */
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  foyer_profile_assert_due (profile, "tombstone decision");
}

static void
test_taken_up (Fixture       *fixture,
               gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *archived = NULL;
  g_autofree char *again = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  gint64 op;

  g_assert_true (foyer_profile_archive (profile, fixture->space, FALSE, NULL));
  archived = describe (fixture);
  foyer_profile_set_now (profile, "2026-12-03T09:00:00+01:00");
  g_assert_true (foyer_profile_take_up (profile, fixture->space));
  undo (fixture, "unarchive");
  again = describe (fixture);
  g_assert_cmpstr (again, ==, archived);

  /* Somebody who has a seat meanwhile keeps it. */
  g_assert_true (foyer_profile_take_up (profile, fixture->space));
  op = profile->op;
  booking = foyer_profile_book_guest (profile, fixture->space, "2026-12-04", FOYER_PART_FULL, "Enzo");
  g_assert_no_error (profile->error);
  g_assert_null (foyer_profile_undo (profile, op));
  g_assert_cmpstr (foyer_error_get_ids (profile->error)[0], ==, booking->id);
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
}

/* A seat that was given back before is not taken again by undoing that. */
static void
test_undo_into (Fixture       *fixture,
                gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "Enzo");
  g_autoptr(FoyerBooking) cancelled = foyer_profile_set_state (profile, booking->id, FOYER_STATE_CANCELLED);
  gint64 op = profile->op;

  g_assert_true (foyer_profile_archive (profile, fixture->space, FALSE, NULL));
  g_assert_null (foyer_profile_undo (profile, op));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ARCHIVED);
}

static void
refuse_sql (FoyerDb    *db,
            const char *sql,
            FoyerError  code)
{
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(GError) error = NULL;

  transaction = foyer_transaction_begin (db, &error);
  g_assert_no_error (error);
  foyer_db_set_act (db, 1);
  g_assert_false (foyer_db_exec (db, sql, &error));
  g_assert_error (error, FOYER_ERROR, (int) code);
}

/* The rows themselves refuse, whatever program writes them. */
static void
test_guards (Fixture       *fixture,
             gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "Enzo");
  g_autoptr(FoyerBooking) cancelled = NULL;
  g_autoptr(GError) error = NULL;
  FoyerDb *db;

  g_assert_true (foyer_profile_close (profile));
  db = foyer_db_open (path, NULL, profile->clock, NULL, &error);
  g_assert_no_error (error);
  /* In a directory still. */
  refuse_sql (db, "UPDATE space SET archived_at = 1, rev = rev + 1", FOYER_ERROR_BAD_STATE);
  foyer_db_free (db);

  g_assert_true (foyer_profile_open (profile));
  cancelled = foyer_profile_set_state (profile, booking->id, FOYER_STATE_CANCELLED);
  g_assert_true (foyer_profile_archive (profile, fixture->space, FALSE, NULL));
  g_assert_true (foyer_profile_close (profile));
  db = foyer_db_open (path, NULL, profile->clock, NULL, &error);
  g_assert_no_error (error);
  refuse_sql (db, "UPDATE booking SET state = 'confirmed', rev = rev + 1", FOYER_ERROR_ARCHIVED);
  refuse_sql (db, "INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor,"
                  " currency, key, key_digest, created_at, rev) VALUES ('01942f00-0000-7000-8000-000000000004', 1, 1,"
                  " '2026-11-27', 3, 1, 'checked-in', 'host', 0, 'EUR', '', '', 0, 1)", FOYER_ERROR_ARCHIVED);
  refuse_sql (db, "INSERT INTO waiting (uid, space_id, person_id, day, part, seats, state, created_at) VALUES"
                  " ('01942f00-0000-7000-8000-000000000004', 1, 1, '2026-11-27', 3, 1, 'waiting', 0)",
              FOYER_ERROR_ARCHIVED);
  refuse_sql (db, "UPDATE publication SET ended_at = 0", FOYER_ERROR_ARCHIVED);
  foyer_db_free (db);
  g_assert_true (foyer_profile_open (profile));
}

/* What a price is made of is public, what guests read once they are accepted is not. */
static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) spaces = NULL;
  g_autoptr(FoyerSpace) noted = NULL;
  g_autoptr(FoyerSpace) shared = NULL;
  g_autoptr(FoyerSpace) same = NULL;
  FoyerSpace *space;

  foyer_store_list_spaces_async (profile->store, NULL, got_cb, &result);
  spaces = foyer_store_list_spaces_finish (profile->store, await (&result), NULL);
  space = spaces->pdata[0];

  g_set_str (&space->note, "The key is under the mat.");
  noted = foyer_profile_save_space (profile, space);
  g_assert_cmpstr (noted->note, ==, "The key is under the mat.");
  foyer_profile_assert_due (profile, "");

  foyer_share_list_add (space->shares, "Heating = warm", 80);
  foyer_share_list_add (space->shares, "Tea", 0);
  shared = foyer_profile_save_space (profile, space);
  g_assert_true (foyer_share_list_equal (shared->shares, space->shares));
  foyer_profile_assert_due (profile, "listing");
  same = foyer_profile_save_space (profile, space);
  g_assert_cmpint (profile->op, ==, 0);

  undo (fixture, "space-edit");
  undo (fixture, "space-edit");
  g_clear_object (&result);
  g_clear_pointer (&spaces, g_ptr_array_unref);
  foyer_store_list_spaces_async (profile->store, NULL, got_cb, &result);
  spaces = foyer_store_list_spaces_finish (profile->store, await (&result), NULL);
  space = spaces->pdata[0];
  g_assert_cmpstr (space->note, ==, "");
  g_assert_cmpuint (space->shares->len, ==, 0);
}

/* Time has passed that nothing has noted: nobody was there, or no time is kept. */
static void
test_late_request (Fixture       *fixture,
                   gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerArchiveChange change = { 0 };

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  profile->now += G_GINT64_CONSTANT (5) * 86400 * 1000;
  g_assert_true (foyer_profile_archive (profile, fixture->space, FALSE, &change));
  g_assert_no_error (profile->error);
  g_assert_cmpint (change.n_declined, ==, 0);
  undo (fixture, "archive");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/archive/whole", test_whole);
  ADD ("/archive/late-request", test_late_request);
  ADD ("/archive/told", test_told);
  ADD ("/archive/here", test_here);
  ADD ("/archive/verbs", test_verbs);
  ADD ("/archive/taken-up", test_taken_up);
  ADD ("/archive/undo-into", test_undo_into);
  ADD ("/archive/guards", test_guards);
  ADD ("/archive/facts", test_facts);
#undef ADD

  return g_test_run ();
}
