/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <glib/gstdio.h>

#include "core/foyer-error.h"
#include "foyer-profile.h"
#include "storage/db/foyer-stmt.h"
#include "storage/foyer-db-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/upkeep/foyer-check.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-opening-verbs.h"
#include "storage/verbs/foyer-person-verbs.h"
#include "storage/verbs/foyer-space-verbs.h"
#include "storage/verbs/foyer-undo-verbs.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"

#define HISTORIES 20
#define STEPS 60

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
undo (Fixture    *fixture,
      gint64      op,
      const char *expected)
{
  g_autofree char *verb = foyer_profile_undo (fixture->profile, op);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (verb, ==, expected);
}

static void
refuse_undo (Fixture    *fixture,
             gint64      op,
             FoyerError  code)
{
  g_assert_null (foyer_profile_undo (fixture->profile, op));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, code);
}

static guint
count_here (Fixture *fixture)
{
  g_autoptr(GPtrArray) roll = foyer_profile_roll_call (fixture->profile, fixture->space);

  return roll->len;
}

static guint
count_found (Fixture    *fixture,
             const char *text)
{
  g_autoptr(GPtrArray) people = foyer_profile_find (fixture->profile, text, NULL, FOYER_DAY_NONE, 10);

  return people->len;
}

static void
test_last (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerArrival enzo = { .space_id = fixture->space, .guest_name = "Enzo", .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) booked = foyer_profile_book_guest (fixture->profile, fixture->space, TODAY,
                                                            FOYER_PART_FULL, "Zoé");
  g_autoptr(FoyerBooking) in = foyer_profile_check_in (fixture->profile, &enzo);

  g_assert_cmpuint (count_here (fixture), ==, 1);
  undo (fixture, 0, "checkin");
  g_assert_cmpuint (count_here (fixture), ==, 0);
  g_assert_cmpuint (count_found (fixture, "Enzo"), ==, 0);
  g_assert_cmpuint (count_found (fixture, "Zoé"), ==, 1);
  undo (fixture, 0, "book");
  g_assert_cmpuint (count_found (fixture, "Zoé"), ==, 0);
  g_assert_null (foyer_profile_set_state (fixture->profile, booked->id, FOYER_STATE_CANCELLED));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  undo (fixture, 0, "week");
  undo (fixture, 0, "space-add");
  refuse_undo (fixture, 0, FOYER_ERROR_NOTHING_TO_UNDO);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booked = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "Zoé");
  gint64 book = profile->op;
  FoyerArrival zoe = { .space_id = fixture->space, .booking_id = booked->id, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) in = foyer_profile_check_in (profile, &zoe);
  gint64 check_in = profile->op;

  /* Something else stands on it; and nothing is undone twice. */
  refuse_undo (fixture, book, FOYER_ERROR_BAD_STATE);
  undo (fixture, check_in, "checkin");
  refuse_undo (fixture, check_in, FOYER_ERROR_NOTHING_TO_UNDO);
  undo (fixture, book, "book");
  refuse_undo (fixture, 99999, FOYER_ERROR_NOTHING_TO_UNDO);
}

static void
test_seat_taken (Fixture       *fixture,
                 gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) a = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "A");
  g_autoptr(FoyerBooking) b = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "B");
  g_autoptr(FoyerBooking) missing = foyer_profile_set_state (profile, a->id, FOYER_STATE_NO_SHOW);
  gint64 no_show = profile->op;
  g_autoptr(FoyerBooking) c = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_AM, "C");
  gint64 book = profile->op;

  refuse_undo (fixture, no_show, FOYER_ERROR_FULL);
  undo (fixture, book, "book");
  undo (fixture, no_show, "noshow");
  g_assert_null (foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_AM, "C"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_FULL);
}

static void
test_close (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) a = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "A");
  FoyerDaysEdit edit = {
    .first = foyer_day (FRIDAY), .last = foyer_day ("2026-11-28"), .to = FOYER_DAYS_CLOSE,
    .start_minute = -1, .end_minute = -1, .seats = -1, .cancel_bookings = TRUE,
  };
  g_autoptr(GArray) days = NULL;
  g_autoptr(FoyerBooking) b = NULL;
  gint64 open;

  g_assert_true (foyer_profile_edit_days (profile, fixture->space, &edit, NULL));
  undo (fixture, 0, "close");
  days = foyer_profile_availability (profile, fixture->space, foyer_day (FRIDAY), 1);
  g_assert_cmpint (g_array_index (days, FoyerAvailability, 0).am_seats, ==, 2);
  g_assert_cmpint (g_array_index (days, FoyerAvailability, 0).am_held, ==, 1);

  /* Opened for somebody who then booked: that seat is needed. */
  edit.to = FOYER_DAYS_OPEN;
  g_assert_true (foyer_profile_edit_days (profile, fixture->space, &edit, NULL));
  open = profile->op;
  b = foyer_profile_book_guest (profile, fixture->space, "2026-11-28", FOYER_PART_FULL, "B");
  refuse_undo (fixture, open, FOYER_ERROR_HAS_BOOKINGS);
  undo (fixture, 0, "book");
  undo (fixture, open, "open");
}

static void
test_member_in_use (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autofree char *zoe = foyer_profile_add_member (fixture->profile, "Zoé");
  gint64 add = fixture->profile->op;
  g_autoptr(FoyerBooking) booked = foyer_profile_book_member (fixture->profile, fixture->space, FRIDAY,
                                                             FOYER_PART_FULL, zoe);
  gint64 book = fixture->profile->op;

  refuse_undo (fixture, add, FOYER_ERROR_BAD_STATE);
  g_assert_cmpuint (count_found (fixture, "Zoé"), ==, 1);
  undo (fixture, book, "book");
  undo (fixture, add, "member-add");
  g_assert_cmpuint (count_found (fixture, "Zoé"), ==, 0);
}

/* ---- random histories ---- */

typedef struct {
  FoyerDb   *db;
  GRand     *rand;
  gint64     now;
  char      *space;
  GPtrArray *people;
  GPtrArray *bookings;
} History;

static gint64
history_clock_cb (gpointer user_data)
{
  return ((History *) user_data)->now;
}

static const char *
pick (History   *history,
      GPtrArray *ids)
{
  return ids->len > 0 ? ids->pdata[g_rand_int_range (history->rand, 0, (gint32) ids->len)] : "none";
}

static gboolean
step_book (History  *history,
           gint64   *op,
           GError  **error)
{
  gboolean guest = g_rand_boolean (history->rand);
  g_autofree char *name = g_strdup_printf ("Guest %d", g_rand_int_range (history->rand, 0, 5));
  FoyerBookingRequest request = {
    .space_id = history->space,
    .person_id = guest ? NULL : pick (history, history->people),
    .guest_name = guest ? name : NULL,
    .day = foyer_day (TODAY) + g_rand_int_range (history->rand, 0, 8),
    .part = (FoyerPart) g_rand_int_range (history->rand, 1, 4),
    .seats = g_rand_int_range (history->rand, 1, 3),
    .again = g_rand_boolean (history->rand),
  };
  g_autoptr(FoyerBooking) booking = foyer_booking_verbs_book (history->db, &request, op, error);

  if (booking != NULL)
    g_ptr_array_add (history->bookings, g_strdup (booking->id));

  return booking != NULL;
}

static gboolean
step_set_state (History  *history,
                gint64   *op,
                GError  **error)
{
  g_autoptr(FoyerBooking) booking =
    foyer_booking_verbs_set_state (history->db, pick (history, history->bookings),
                                   g_rand_boolean (history->rand) ? FOYER_STATE_CANCELLED : FOYER_STATE_NO_SHOW,
                                   op, error);

  return booking != NULL;
}

static gboolean
step_desk (History  *history,
           gint64   *op,
           GError  **error)
{
  FoyerArrival arrival = { .space_id = history->space, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) booking = NULL;
  gboolean in = g_rand_int_range (history->rand, 0, 3) > 0;

  switch (g_rand_int_range (history->rand, 0, 3))
    {
    case 0:
      arrival.booking_id = pick (history, history->bookings);
      break;
    case 1:
      arrival.person_id = pick (history, history->people);
      break;
    default:
      arrival.guest_name = "Guest 1";
      break;
    }
  booking = (in ? foyer_desk_verbs_check_in : foyer_desk_verbs_check_out) (history->db, &arrival, op, error);
  if (booking != NULL)
    g_ptr_array_add (history->bookings, g_strdup (booking->id));

  return booking != NULL;
}

static gboolean
step_days (History  *history,
           gint64   *op,
           GError  **error)
{
  FoyerDaysChange change = { 0 };
  FoyerDaysEdit edit = {
    .first = foyer_day (TODAY) + g_rand_int_range (history->rand, 0, 8),
    .to = g_rand_int_range (history->rand, 0, 4),
    .start_minute = -1,
    .end_minute = -1,
    .seats = g_rand_boolean (history->rand) ? -1 : g_rand_int_range (history->rand, 1, 5),
    .note = g_rand_boolean (history->rand) ? "Note" : NULL,
    .cancel_bookings = g_rand_boolean (history->rand),
  };
  gboolean done;

  edit.last = edit.first + g_rand_int_range (history->rand, 0, 4);
  if (g_rand_boolean (history->rand))
    {
      edit.start_minute = 60 * g_rand_int_range (history->rand, 7, 14);
      edit.end_minute = edit.start_minute + 60 * g_rand_int_range (history->rand, 1, 8);
    }
  done = foyer_opening_verbs_edit_days (history->db, history->space, &edit, &change, error);
  *op = change.op;

  return done;
}

static gboolean
step_week (History  *history,
           gint64   *op,
           GError  **error)
{
  FoyerDaysChange change = { 0 };
  FoyerOpeningRule rules[3];
  gsize n = (gsize) g_rand_int_range (history->rand, 0, 4);
  gboolean done;

  for (gsize i = 0; i < 3; i++)
    {
      int start = g_rand_int_range (history->rand, 6, 16);

      rules[i] = (FoyerOpeningRule) {
        .weekdays = (guint) g_rand_int_range (history->rand, 1, 128),
        .start_minute = start * 60,
        .end_minute = (start + g_rand_int_range (history->rand, 1, 8)) * 60,
        .seats = g_rand_boolean (history->rand) ? FOYER_SEATS_OF_SPACE : g_rand_int_range (history->rand, 1, 9),
        .from = FOYER_DAY_NONE,
        .until = FOYER_DAY_NONE,
      };
    }
  if (g_rand_boolean (history->rand))
    done = foyer_opening_verbs_set_week (history->db, history->space, rules, n, &change, error);
  else
    done = foyer_opening_verbs_add_rule (history->db, history->space, rules, &change, error);
  *op = change.op;

  return done;
}

static gboolean
step_space (History  *history,
            gint64   *op,
            GError  **error)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;

  g_set_str (&space->id, history->space);
  g_set_str (&space->name, g_rand_boolean (history->rand) ? "Here" : "There");
  space->seats = g_rand_int_range (history->rand, 1, 8);
  space->half_at = g_rand_boolean (history->rand) ? 720 : 780;
  if (g_rand_boolean (history->rand))
    g_set_str (&space->city, "Lyon");
  if (g_rand_boolean (history->rand))
    foyer_share_list_add (space->shares, "Heating", g_rand_int_range (history->rand, 0, 400));
  if (g_rand_boolean (history->rand))
    g_set_str (&space->note, "Ring twice.");
  saved = foyer_space_verbs_save (history->db, space, op, error);

  return saved != NULL;
}

static gboolean
step_archive (History  *history,
              gint64   *op,
              GError  **error)
{
  FoyerArchiveChange change = { 0 };
  gboolean done;

  if (!foyer_space_verbs_take_up (history->db, history->space, op, error) || *op != 0)
    return *op != 0;
  done = foyer_space_verbs_archive (history->db, history->space, g_rand_boolean (history->rand), &change, error);
  *op = change.op;

  return done;
}

static gboolean
step_person (History  *history,
             gint64   *op,
             GError  **error)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;
  g_autofree char *name = g_strdup_printf ("Zoé %d", g_rand_int_range (history->rand, 0, 1000));

  g_set_str (&person->name, name);
  if (history->people->len > 3)
    g_set_str (&person->id, pick (history, history->people));
  if (g_rand_boolean (history->rand))
    {
      g_strfreev (person->skills);
      person->skills = g_strsplit ("knitting,C", ",", -1);
    }
  saved = foyer_person_verbs_save (history->db, person, op, error);
  if (saved != NULL)
    g_ptr_array_add (history->people, g_strdup (saved->id));

  return saved != NULL;
}

/* Everything that lives and that undo answers for: not the revisions, nor the seats of
 * days beyond those that are kept ahead anyway. */
static char *
history_dump (History *history)
{
  const char *queries[] = {
    "SELECT json_array (id, uid, name, kind, seats, half_at, city, point, lat_e6, lon_e6, tags, price_minor,"
    " archived_at, shares, note)"
    " FROM space WHERE deleted_at = 0 ORDER BY id",
    "SELECT json_array (id, space_id, weekdays, start_minute, end_minute, seats, from_day, until_day)"
    " FROM opening_rule WHERE deleted_at = 0 ORDER BY id",
    "SELECT json_array (id, space_id, day, mode, start_minute, end_minute, seats, note)"
    " FROM day_exception WHERE deleted_at = 0 ORDER BY id",
    "SELECT json_array (id, uid, member, name, fold, email, email_fold, phone, phone_tail)"
    " FROM person WHERE deleted_at = 0 ORDER BY id",
    "SELECT json_array (id, person_id, skill) FROM person_skill WHERE deleted_at = 0 ORDER BY id",
    "SELECT json_array (id, uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency,"
    " key, key_digest, in_at, out_at, created_at) FROM booking WHERE deleted_at = 0 ORDER BY id",
    "SELECT json_array (space_id, day, am_cap, pm_cap, start_minute, end_minute) FROM slot"
    " JOIN space ON space.id = space_id WHERE space.deleted_at = 0 AND day < '2027-06-01' ORDER BY space_id, day",
  };
  GString *dump = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(FoyerStmt) stmt = foyer_db_prepare (history->db, queries[i]);
      g_autoptr(GError) error = NULL;
      gboolean row;

      while (foyer_stmt_step (stmt, &row, &error) && row)
        g_string_append_printf (dump, "%s\n", foyer_stmt_get_text (stmt, 0));
      g_assert_no_error (error);
    }

  return g_string_free_and_steal (dump);
}

static void
history_check (History *history)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_finding_free);
  g_autoptr(GError) error = NULL;

  g_assert_true (foyer_check_all (history->db, problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_error ("problem %d, %s", (int) ((FoyerFinding *) problems->pdata[i])->kind,
             ((FoyerFinding *) problems->pdata[i])->detail);
}

static gint64
history_count (History    *history,
               const char *sql)
{
  gint64 n = -1;

  g_assert_true (foyer_db_query_int (history->db, sql, &n, NULL));

  return n;
}

static gboolean (* const steps[]) (History *, gint64 *, GError **) = {
  step_book, step_book, step_book, step_set_state, step_desk, step_desk, step_days, step_week, step_space, step_person,
  step_archive,
};

/* Returns: how many acts were made and undone */
static guint
run_history (FoyerDb *db,
             guint32  seed,
             gint64   now)
{
  History history = { .db = db, .now = now };
  g_autoptr(FoyerClock) clock = foyer_clock_new_with_func (history_clock_cb, &history, NULL);
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) ops = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 op;

  foyer_db_set_clock (db, clock);
  history.rand = g_rand_new_with_seed (seed);
  history.people = g_ptr_array_new_with_free_func (g_free);
  history.bookings = g_ptr_array_new_with_free_func (g_free);
  g_set_str (&space->name, "Here");
  space->seats = 4;
  saved = foyer_space_verbs_save (db, space, &op, NULL);
  history.space = saved->id;
  g_assert_true (foyer_act_forget_all (db, NULL));

  for (int i = 0; i < STEPS; i++)
    {
      g_autofree char *before = history_dump (&history);
      g_autoptr(GError) error = NULL;

      op = 0;
      history.now += 60000;
      if (!steps[g_rand_int_range (history.rand, 0, G_N_ELEMENTS (steps))] (&history, &op, &error))
        {
          g_autofree char *after = history_dump (&history);

          /* Never a fault of the program. */
          g_assert_cmpuint (error->domain, ==, FOYER_ERROR);
          g_assert_cmpstr (after, ==, before);
        }
      else if (op != 0)
        {
          g_array_append_val (ops, op);
          g_ptr_array_add (dumps, g_steal_pointer (&before));
        }
    }
  history_check (&history);

  /* Back, act by act: each time all is as it was before. */
  for (guint i = ops->len; i > 0; i--)
    {
      g_autofree char *verb = NULL;
      g_autofree char *id = NULL;
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      history.now += 60000;
      foyer_undo_verbs_undo (db, g_rand_boolean (history.rand) ? 0 : g_array_index (ops, gint64, i - 1),
                             &verb, &id, &error);
      g_assert_no_error (error);
      after = history_dump (&history);
      if (g_strcmp0 (after, dumps->pdata[i - 1]) != 0)
        g_error ("undoing %s is not exact (seed %u)", verb, seed);
    }
  history_check (&history);
  /* The log of visits forgets nothing: every line has its correction. */
  g_assert_cmpint (history_count (&history, "SELECT count (*) FROM visit WHERE event = 'in'"), ==,
                   history_count (&history, "SELECT count (*) FROM visit WHERE event = 'in-undone'"));
  g_assert_cmpint (history_count (&history, "SELECT count (*) FROM visit WHERE event = 'out'"), ==,
                   history_count (&history, "SELECT count (*) FROM visit WHERE event = 'out-undone'"));

  g_rand_free (history.rand);
  g_ptr_array_unref (history.people);
  g_ptr_array_unref (history.bookings);

  return ops->len;
}

static void
test_histories (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  guint n_acts = 0;

  for (int i = 0; i < HISTORIES; i++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autofree char *name = g_strdup_printf ("%d.db", i);
      g_autofree char *path = g_build_filename (profile->dir, name, NULL);
      g_autoptr(GError) error = NULL;
      FoyerDb *db = foyer_db_open (path, NULL, profile->clock, NULL, &error);

      g_assert_no_error (error);
      g_test_message ("seed %u", seed);
      /* Fast: nobody cuts the power here. */
      g_assert_true (foyer_db_exec (db, "PRAGMA synchronous = OFF", NULL));
      n_acts += run_history (db, seed, profile->now);
      g_assert_true (foyer_db_close (db, NULL));
      g_unlink (path);
    }
  /* A single history may be refused nearly everything; all of them together may not. */
  g_assert_cmpuint (n_acts, >, 6 * HISTORIES);
}

/* One act that makes several bookings, and changes one that it made: each has one image,
 * and all go. */
static void
test_several (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  g_autofree char *path = foyer_profile_get_path (profile);
  FoyerDb *db = foyer_db_open (path, NULL, profile->clock, NULL, NULL);
  FoyerOpeningRule rule = {
    .weekdays = FOYER_WEEKDAYS_ALL, .start_minute = 540, .end_minute = 1080, .seats = 3,
    .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(GPtrArray) images = NULL;
  g_autofree char *verb = NULL;
  g_autofree char *id = NULL;
  FoyerDaysChange change;
  gint64 alive;
  gint64 op = 0;

  g_set_str (&space->name, "Here");
  saved = foyer_space_verbs_save (db, space, &op, NULL);
  g_assert_true (foyer_opening_verbs_add_rule (db, saved->id, &rule, &change, NULL));

  transaction = foyer_transaction_begin (db, NULL);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Guest %d", i);
      FoyerBookingRequest request = { .space_id = saved->id, .guest_name = name, .day = foyer_day (FRIDAY),
                                      .part = FOYER_PART_FULL, .seats = 1 };
      g_autoptr(FoyerBooking) booking = foyer_booking_verbs_book (db, &request, &op, NULL);

      if (i < 2)
        foyer_booking_free (foyer_booking_verbs_set_state (db, booking->id, FOYER_STATE_CANCELLED, &op, NULL));
    }
  g_assert_true (foyer_transaction_commit (transaction, NULL));

  images = foyer_act_list_rows (db, op, NULL);
  g_assert_cmpuint (images->len, ==, 6);
  for (guint i = 0; i < images->len; i++)
    g_assert_cmpstr (((FoyerActRow *) images->pdata[i])->before, ==, "");

  g_assert_true (foyer_undo_verbs_undo (db, op, &verb, &id, NULL));
  g_assert_true (foyer_db_query_int (db, "SELECT count (*) FROM booking WHERE deleted_at = 0", &alive, NULL));
  g_assert_cmpint (alive, ==, 0);
  g_assert_true (foyer_db_query_int (db, "SELECT count (*) FROM person WHERE deleted_at = 0", &alive, NULL));
  g_assert_cmpint (alive, ==, 0);
  g_assert_true (foyer_db_close (db, NULL));
}

/* Without an act no row changes. */
static void
test_no_escape (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  g_autofree char *path = foyer_profile_get_path (profile);
  FoyerDb *db = foyer_db_open (path, NULL, profile->clock, NULL, NULL);
  const char *changes[] = {
    "UPDATE space SET name = 'x', rev = rev + 1",
    "UPDATE opening_rule SET seats = 1",
    "UPDATE day_exception SET note = 'x'",
    "UPDATE person SET name = 'x', rev = rev + 1",
    "UPDATE person_skill SET skill = 'x'",
    "UPDATE booking SET seats = 2, rev = rev + 1",
    "DELETE FROM space", "DELETE FROM opening_rule", "DELETE FROM day_exception", "DELETE FROM person",
    "DELETE FROM person_skill", "DELETE FROM booking", "DELETE FROM visit", "UPDATE visit SET at = 1",
    "UPDATE booking SET rev = rev", "UPDATE person SET rev = 1", "UPDATE space SET rev = rev",
  };
  FoyerOpeningRule rule = {
    .weekdays = FOYER_WEEKDAYS_ALL, .start_minute = 540, .end_minute = 1080, .seats = 3,
    .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE,
  };
  FoyerDaysEdit edit = { .first = foyer_day (FRIDAY), .last = foyer_day (FRIDAY), .to = FOYER_DAYS_CLOSE,
                         .start_minute = -1, .end_minute = -1, .seats = -1 };
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  FoyerDaysChange change;
  gint64 op;

  g_set_str (&space->name, "Here");
  g_set_str (&person->name, "Zoé");
  g_strfreev (person->skills);
  person->skills = g_strsplit ("C", ",", -1);
  saved = foyer_space_verbs_save (db, space, &op, NULL);
  g_assert_true (foyer_opening_verbs_add_rule (db, saved->id, &rule, &change, NULL));
  g_assert_true (foyer_opening_verbs_edit_days (db, saved->id, &edit, &change, NULL));
  foyer_person_free (foyer_person_verbs_save (db, person, &op, NULL));
  foyer_booking_free (foyer_desk_verbs_check_in (db, &(FoyerArrival) { .space_id = saved->id, .guest_name = "A",
                                                                       .day = FOYER_DAY_NONE }, &op, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", changes[i]);
      g_assert_false (foyer_db_exec (db, changes[i], &error));
      g_assert_cmpuint (error->domain, ==, FOYER_DB_ERROR);
    }
  g_assert_true (foyer_db_close (db, NULL));
}

int
main (int    argc,
      char **argv)
{
  const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/storage/undo/last", test_last },
    { "/storage/undo/order", test_order },
    { "/storage/undo/seat-taken", test_seat_taken },
    { "/storage/undo/close", test_close },
    { "/storage/undo/member-in-use", test_member_in_use },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/storage/undo/histories", test_histories);
  g_test_add_func ("/storage/undo/several", test_several);
  g_test_add_func ("/storage/undo/no-escape", test_no_escape);

  return g_test_run ();
}
