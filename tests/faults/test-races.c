/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Many want the last half-day seat at once: one gets it. Through the facade, and on the
 * guard of the schema alone, with connections that the application never has. The
 * same races with the guard removed or wrong must oversell, or they prove nothing. */

#include <pthread.h>
#include <sqlite3.h>

#include "campaign.h"
#include "core/foyer-error.h"
#include "desk-store.h"
#include "profile.h"
#include "victim.h"

#define N_RACERS 64
#define N_ROUNDS 200
/* Rounds of a control: it is done when it has seen an oversell. */
#define N_CONTROLS 40
/* Days on which the facade may race; each space has so many. */
#define N_DAYS 50

/* One seat in the morning, one in the afternoon: a whole day takes both. */
static const FoyerPart parts[] = { FOYER_PART_AM, FOYER_PART_FULL, FOYER_PART_PM };

static gint64
ask_oversold (sqlite3 *db)
{
  return witness_ask (db,
    "SELECT count (*) FROM (SELECT 1 FROM booking"
    " JOIN slot ON slot.space_id = booking.space_id AND slot.day = booking.day"
    " WHERE state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0"
    " GROUP BY slot.space_id, slot.day"
    " HAVING sum (CASE WHEN part IN (1, 3) THEN booking.seats ELSE 0 END) > am_cap"
    "     OR sum (CASE WHEN part IN (2, 3) THEN booking.seats ELSE 0 END) > pm_cap)");
}

/* Facade */

typedef struct {
  guint n_waiting;
  guint n_am;
  guint n_pm;
} Race;

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Race *race = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerBooking) booking = foyer_store_booking_finish (FOYER_STORE (source), result, NULL, &error);

  race->n_waiting--;
  if (booking == NULL)
    {
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_FULL);
      return;
    }
  race->n_am += (booking->part & FOYER_PART_AM) != 0;
  race->n_pm += (booking->part & FOYER_PART_PM) != 0;
}

static char *
add_small_space (Desk *desk)
{
  const FoyerOpeningRule rule = {
    .weekdays = FOYER_WEEKDAYS_ALL,
    .start_minute = FOYER_OPENS_DEFAULT,
    .end_minute = FOYER_CLOSES_DEFAULT,
    .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GError) error = NULL;
  FoyerDaysChange change;
  gint64 op;

  g_set_str (&draft->name, "One chair");
  draft->seats = 1;
  space = desk->save_space (desk, draft, &op, &error);
  g_assert_no_error (error);
  desk->set_week (desk, space->id, &rule, 1, &change, &error);
  g_assert_no_error (error);

  return g_strdup (space->id);
}

static void
race_on_facade (FoyerStore *store,
                const char *space_id,
                FoyerDay    day,
                guint       round)
{
  Race race = { N_RACERS, 0, 0 };

  for (guint i = 0; i < N_RACERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Racer %u", i);
      const FoyerBookingRequest request = {
        .space_id = space_id,
        .guest_name = name,
        .day = day,
        .part = parts[(i + round) % G_N_ELEMENTS (parts)],
        .seats = 1,
        .again = TRUE,
      };

      foyer_store_book_async (store, &request, NULL, booked_cb, &race);
    }
  while (race.n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);

  /* Whoever came first for a half has it, and both halves went. */
  g_assert_cmpuint (race.n_am, ==, 1);
  g_assert_cmpuint (race.n_pm, ==, 1);
}

static void
race_facade (int      fd,
             gpointer dir)
{
  const guint64 n_rounds = campaign_get_number ("FOYER_ROUNDS", N_ROUNDS);
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = desk_store_open (dir, &error);
  g_autofree char *space_id = NULL;

  g_assert_no_error (error);
  for (guint64 round = 0; round < n_rounds; round++)
    {
      if (round % N_DAYS == 0)
        {
          g_free (space_id);
          space_id = add_small_space (&store->desk);
        }
      race_on_facade (store->store, space_id, DESK_TODAY + (FoyerDay) (round % N_DAYS), (guint) round);
    }
  desk_store_close (store, &error);
  g_assert_no_error (error);
}

static void
test_facade (void)
{
  char *dir = profile_make (0);
  g_autofree char *path = profile_get_db (dir);
  sqlite3 *db;

  g_assert_cmpint (victim_run (race_facade, dir, NULL), ==, 0);
  profile_inspect (dir, NULL);
  db = witness_open (path, NULL);
  g_assert_cmpint (ask_oversold (db), ==, 0);
  g_assert_cmpint (witness_ask (db, "SELECT count (DISTINCT space_id || day) FROM booking"), ==,
                   (gint64) campaign_get_number ("FOYER_ROUNDS", N_ROUNDS));
  sqlite3_close (db);
  profile_remove (dir);
}

/* Guard alone */

typedef struct {
  const char        *path;
  guint              n_rounds;
  pthread_barrier_t  together;
} Arena;

typedef struct {
  Arena *arena;
  guint  number;
} Racer;

static void
act_cb (sqlite3_context  *context,
        int               n_values,
        sqlite3_value   **values)
{
  sqlite3_result_int64 (context, 1);
}

static int
busy_cb (gpointer user_data,
         int      n_tries)
{
  g_thread_yield ();

  return 1;
}

/* A connection that shares, as none of the application's does: no lock is held between
 * statements. Nothing is checkpointed, since SQLite before 3.51.3 is not sure about that
 * with several connections. */
static sqlite3 *
open_shared (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), ==, SQLITE_OK);
  sqlite3_busy_handler (db, busy_cb, NULL);
  sqlite3_create_function (db, "foyer_act", 0, SQLITE_UTF8, NULL, act_cb, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 0", NULL, NULL, NULL),
                   ==, SQLITE_OK);

  return db;
}

static void
bind_day (sqlite3_stmt *stmt,
          int           index,
          guint         round)
{
  char day[FOYER_DAY_TEXT_SIZE];

  sqlite3_bind_text (stmt, index, foyer_day_format (DESK_TODAY + (FoyerDay) round, day), -1, SQLITE_TRANSIENT);
}

/* The kind check, where it cannot be relied on: before the transaction. */
static gboolean
seems_free (sqlite3_stmt *held,
            guint         round,
            FoyerPart     part)
{
  gboolean is_free;

  bind_day (held, 1, round);
  sqlite3_bind_int (held, 2, part);
  g_assert_cmpint (sqlite3_step (held), ==, SQLITE_ROW);
  is_free = sqlite3_column_int (held, 0) == 0;
  sqlite3_reset (held);

  return is_free;
}

static void
take_seat (sqlite3      *db,
           sqlite3_stmt *insert,
           guint         round,
           guint         number,
           FoyerPart     part)
{
  g_autofree char *uid = g_strdup_printf ("00000000-0000-7000-8000-%06u%06u", round, number);
  int code;

  bind_day (insert, 1, round);
  sqlite3_bind_int (insert, 2, part);
  sqlite3_bind_text (insert, 3, uid, -1, SQLITE_STATIC);
  code = sqlite3_step (insert);
  if (code != SQLITE_DONE)
    g_assert_cmpstr (sqlite3_errmsg (db), ==, "oversell");
  sqlite3_reset (insert);
}

static gpointer
race_cb (gpointer user_data)
{
  Racer *self = user_data;
  Arena *arena = self->arena;
  sqlite3 *db = open_shared (arena->path);
  sqlite3_stmt *held = NULL;
  sqlite3_stmt *insert = NULL;

  sqlite3_prepare_v2 (db,
                      "SELECT coalesce (sum (seats), 0) FROM booking WHERE space_id = 1 AND day = ?1 AND part & ?2"
                      " AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0",
                      -1, &held, NULL);
  sqlite3_prepare_v2 (db,
                      "INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor,"
                      " currency, key, key_digest, created_at, rev)"
                      " VALUES (?3, 1, 1, ?1, ?2, 1, 'confirmed', 'host', 0, 'EUR', '', '', 0, 1)",
                      -1, &insert, NULL);
  g_assert_true (held != NULL && insert != NULL);

  /* All look, all see a free seat, all take it. */
  for (guint round = 0; round < arena->n_rounds; round++)
    {
      FoyerPart part = parts[(self->number + round) % G_N_ELEMENTS (parts)];
      gboolean is_free;

      pthread_barrier_wait (&arena->together);
      is_free = seems_free (held, round, part);
      pthread_barrier_wait (&arena->together);
      if (is_free)
        take_seat (db, insert, round, self->number, part);
    }

  sqlite3_finalize (held);
  sqlite3_finalize (insert);
  sqlite3_close (db);

  return NULL;
}

/* Returns: days with more people than seats in a half */
static gint64
race_on_guard (const char *change,
               guint       n_rounds)
{
  char *dir = profile_make (0);
  g_autofree char *path = profile_get_db (dir);
  Arena arena = { .path = path, .n_rounds = n_rounds };
  Racer racers[N_RACERS];
  GThread *threads[N_RACERS];
  sqlite3 *db = open_shared (path);
  gint64 n_oversold;
  gint64 n_taken;

  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM slot", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint round = 0; round < n_rounds; round++)
    {
      sqlite3_stmt *stmt = NULL;

      sqlite3_prepare_v2 (db, "INSERT INTO slot VALUES (1, ?1, 1, 1, 540, 1080, 0, 0)", -1, &stmt, NULL);
      bind_day (stmt, 1, round);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_finalize (stmt);
    }
  g_assert_cmpint (sqlite3_exec (db, change, NULL, NULL, NULL), ==, SQLITE_OK);

  pthread_barrier_init (&arena.together, NULL, N_RACERS);
  for (guint i = 0; i < N_RACERS; i++)
    {
      racers[i] = (Racer) { &arena, i };
      threads[i] = g_thread_new ("racer", race_cb, &racers[i]);
    }
  for (guint i = 0; i < N_RACERS; i++)
    g_thread_join (threads[i]);
  pthread_barrier_destroy (&arena.together);

  n_oversold = ask_oversold (db);
  n_taken = witness_ask (db, "SELECT count (DISTINCT day) FROM booking");
  sqlite3_close (db);
  g_assert_cmpint (n_taken, ==, n_rounds);
  profile_remove (dir);
  g_test_message ("%u racers, %u rounds: oversold in %" G_GINT64_FORMAT, N_RACERS, n_rounds, n_oversold);

  return n_oversold;
}

static void
test_guard (void)
{
  g_assert_cmpint (race_on_guard ("", (guint) campaign_get_number ("FOYER_ROUNDS", N_ROUNDS)), ==, 0);
}

static void
test_no_guard_is_seen (void)
{
  g_assert_cmpint (race_on_guard ("DROP TRIGGER booking_guard_insert", N_CONTROLS), ==, N_CONTROLS);
}

/* As easily written as the right one. */
static void
test_mixed_up_halves_are_seen (void)
{
  g_assert_cmpint (race_on_guard (
    "DROP TRIGGER booking_guard_insert;"
    "CREATE TRIGGER booking_guard_insert AFTER INSERT ON booking BEGIN"
    "  SELECT RAISE (ABORT, 'oversell')"
    "   WHERE (NEW.part & 1 AND (SELECT sum (seats) FROM booking"
    "                             WHERE space_id = NEW.space_id AND day = NEW.day AND part & 2)"
    "          > (SELECT am_cap FROM slot WHERE space_id = NEW.space_id AND day = NEW.day))"
    "      OR (NEW.part & 2 AND (SELECT sum (seats) FROM booking"
    "                             WHERE space_id = NEW.space_id AND day = NEW.day AND part & 1)"
    "          > (SELECT pm_cap FROM slot WHERE space_id = NEW.space_id AND day = NEW.day));"
    "END", N_CONTROLS), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/races/facade", test_facade);
  g_test_add_func ("/races/guard", test_guard);
  g_test_add_func ("/races/no-guard-is-seen", test_no_guard_is_seen);
  g_test_add_func ("/races/mixed-up-halves-are-seen", test_mixed_up_halves_are_seen);

  return g_test_run ();
}
