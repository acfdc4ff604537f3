/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* How long until a booking is acknowledged, against the bare SQLite transaction that no
 * program can do without: a look at the seats, one row, durable. Both on the same disk,
 * in turns. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-people.h"
#include "storage/foyer-store-spaces.h"

#define GOAL 1.5
#define N_DAYS 180
#define N_SEATS 500
#define N_PEOPLE 200
/* Bookings in both before anything is measured, so that indexes have some depth. */
#define N_BEFORE 3000
#define N_BATCHES 60
#define BATCH 25
/* 2026-11-26 09:00 in Paris */
#define NOW G_GINT64_CONSTANT (1795680000000)
#define TODAY ((FoyerDay) 20783)

typedef struct {
  FoyerStore   *store;
  GAsyncResult *result;
  char         *space_id;
  char         *people[N_PEOPLE];   /* ids */
} Facade;

typedef struct {
  sqlite3      *db;
  sqlite3_stmt *begin;
  sqlite3_stmt *held;
  sqlite3_stmt *insert;
  sqlite3_stmt *commit;
  FoyerRandom  *random;
} Floor;

/* The columns and indexes of the real table, nothing that guards or remembers. */
static const char *floor_schema =
  "PRAGMA locking_mode = EXCLUSIVE;"
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = FULL;"
  "CREATE TABLE booking (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, space_id INTEGER NOT NULL,"
  " person_id INTEGER NOT NULL, day TEXT NOT NULL, part INTEGER NOT NULL, seats INTEGER NOT NULL,"
  " state TEXT NOT NULL, made_by TEXT NOT NULL, price_minor INTEGER NOT NULL, currency TEXT NOT NULL,"
  " key TEXT NOT NULL, key_digest TEXT NOT NULL, in_at INTEGER NOT NULL, out_at INTEGER NOT NULL,"
  " created_at INTEGER NOT NULL, rev INTEGER NOT NULL, deleted_at INTEGER NOT NULL) STRICT;"
  "CREATE INDEX booking_held ON booking (space_id, day, part, seats)"
  " WHERE state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0;"
  "CREATE INDEX booking_person ON booking (person_id, day, space_id, state) WHERE deleted_at = 0;"
  "CREATE INDEX booking_asked ON booking (space_id, day) WHERE state = 'requested' AND deleted_at = 0;"
  "CREATE INDEX booking_in ON booking (space_id, person_id) WHERE state = 'checked-in' AND deleted_at = 0;"
  "CREATE UNIQUE INDEX booking_key ON booking (key) WHERE key <> '' AND deleted_at = 0;";

static void
require (gboolean    is_well,
         const char *what,
         GError     *error)
{
  if (!is_well)
    g_error ("%s: %s", what, error != NULL ? error->message : "failed");
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ((Facade *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
facade_wait (Facade *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&self->result);
}

static char *
facade_add_person (Facade *self,
                   guint   n)
{
  g_autoptr(FoyerPerson) draft = foyer_person_new ();
  g_autoptr(FoyerPerson) person = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 op;

  g_free (draft->name);
  draft->name = g_strdup_printf ("Zoë Lefèvre %u", n);
  foyer_store_save_person_async (self->store, draft, NULL, answer_cb, self);
  result = facade_wait (self);
  person = foyer_store_save_person_finish (self->store, result, &op, &error);
  require (person != NULL, "person", error);

  return g_strdup (person->id);
}

static void
facade_open (Facade     *self,
             const char *dir)
{
  const FoyerOpeningRule rule = {
    .weekdays = FOYER_WEEKDAYS_ALL,
    .start_minute = FOYER_OPENS_DEFAULT,
    .end_minute = FOYER_CLOSES_DEFAULT,
    .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerClock) clock = foyer_clock_new_frozen (NOW);
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) weekly = NULL;
  g_autoptr(GError) error = NULL;
  FoyerDaysChange change;
  gint64 op;

  foyer_store_open_async (dir, clock, NULL, NULL, answer_cb, self);
  opened = facade_wait (self);
  self->store = foyer_store_open_finish (opened, &error);
  require (self->store != NULL, "open", error);

  g_set_str (&draft->name, "The Kitchen Table");
  draft->kind = FOYER_SPACE_COWORKING;
  draft->seats = N_SEATS;
  foyer_store_save_space_async (self->store, draft, NULL, answer_cb, self);
  saved = facade_wait (self);
  space = foyer_store_save_space_finish (self->store, saved, &op, &error);
  require (space != NULL, "space", error);
  self->space_id = g_strdup (space->id);

  foyer_store_set_week_async (self->store, self->space_id, &rule, 1, NULL, answer_cb, self);
  weekly = facade_wait (self);
  require (foyer_store_days_finish (self->store, weekly, &change, &error), "week", error);

  for (guint n = 0; n < N_PEOPLE; n++)
    self->people[n] = facade_add_person (self, n);
}

static void
facade_book (Facade *self,
             guint   n)
{
  const FoyerBookingRequest request = {
    .space_id = self->space_id,
    .person_id = self->people[n * 7 % N_PEOPLE],
    .day = TODAY + (FoyerDay) (n % N_DAYS),
    .part = FOYER_PART_AM,
    .seats = 1,
    .again = TRUE,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autoptr(GError) error = NULL;
  gint64 op;

  foyer_store_book_async (self->store, &request, NULL, answer_cb, self);
  result = facade_wait (self);
  booking = foyer_store_booking_finish (self->store, result, &op, &error);
  require (booking != NULL, "book", error);
}

static void
facade_close (Facade *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  foyer_store_close_async (self->store, answer_cb, self);
  result = facade_wait (self);
  require (foyer_store_close_finish (self->store, result, &error), "close", error);
  g_object_unref (self->store);
  g_free (self->space_id);
  for (guint n = 0; n < N_PEOPLE; n++)
    g_free (self->people[n]);
}

static sqlite3_stmt *
floor_prepare (Floor      *self,
               const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->db));

  return stmt;
}

static void
floor_open (Floor      *self,
            const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "floor.db", NULL);

  if (sqlite3_open (path, &self->db) != SQLITE_OK
      || sqlite3_exec (self->db, floor_schema, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (self->db));
  self->random = foyer_random_new_system ();
  self->begin = floor_prepare (self, "BEGIN IMMEDIATE");
  self->commit = floor_prepare (self, "COMMIT");
  self->held = floor_prepare (self,
    "SELECT sum (seats) FROM booking WHERE space_id = ?1 AND day = ?2 AND part & 1"
    " AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0");
  self->insert = floor_prepare (self,
    "INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency,"
    " key, key_digest, in_at, out_at, created_at, rev, deleted_at)"
    " VALUES (?1, 1, ?4, ?2, 1, 1, 'confirmed', 'host', 200, 'EUR', '', '', 0, 0, ?3, 1, 0)");
}

static void
floor_run (Floor        *self,
           sqlite3_stmt *stmt,
           int           expected)
{
  if (sqlite3_step (stmt) != expected)
    g_error ("%s: %s", sqlite3_sql (stmt), sqlite3_errmsg (self->db));
}

static void
floor_book (Floor *self,
            guint  n)
{
  g_autofree char *uid = foyer_id_new_row (NOW, self->random);
  char day[FOYER_DAY_TEXT_SIZE];

  foyer_day_format (TODAY + (FoyerDay) (n % N_DAYS), day);
  floor_run (self, self->begin, SQLITE_DONE);
  sqlite3_bind_int (self->held, 1, 1);
  sqlite3_bind_text (self->held, 2, day, -1, SQLITE_STATIC);
  floor_run (self, self->held, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (self->held, 0), <, N_SEATS);
  sqlite3_bind_text (self->insert, 1, uid, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 2, day, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->insert, 3, NOW);
  sqlite3_bind_int (self->insert, 4, (int) (n * 7 % N_PEOPLE));
  sqlite3_reset (self->held);
  floor_run (self, self->insert, SQLITE_DONE);
  sqlite3_reset (self->insert);
  floor_run (self, self->commit, SQLITE_DONE);
  sqlite3_reset (self->begin);
  sqlite3_reset (self->commit);
}

static void
floor_close (Floor *self)
{
  sqlite3_finalize (self->begin);
  sqlite3_finalize (self->held);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->commit);
  sqlite3_close (self->db);
  foyer_random_unref (self->random);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 first = *(const gint64 *) a;
  const gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
median_ms (GArray *times)
{
  g_array_sort (times, compare);

  return (double) g_array_index (times, gint64, times->len / 2) / 1000.0;
}

static void
remove_files (const char *dir)
{
  g_autoptr(GFile) file = g_file_new_for_path (dir);
  g_autoptr(GFileEnumerator) children = g_file_enumerate_children (file, "standard::name,standard::type",
                                                                   G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        remove_files (g_file_peek_path (child));
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (file, NULL, NULL);
}

/* The optional argument is the folder in which to measure: a real disk, not memory.
 * Otherwise beside the program. */
int
main (int    argc,
      char **argv)
{
  g_autofree char *where = argc > 1 ? g_strdup (argv[1]) : g_path_get_dirname (argv[0]);
  g_autofree char *dir = g_build_filename (where, "booking-XXXXXX", NULL);
  g_autoptr(GArray) facade_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  Facade facade = { 0 };
  Floor floor = { 0 };
  double value;
  double bare;

  if (g_mkdtemp (dir) == NULL)
    g_error ("%s cannot be made", dir);
  facade_open (&facade, dir);
  floor_open (&floor, dir);
  for (guint n = 0; n < N_BEFORE; n++)
    {
      facade_book (&facade, n);
      floor_book (&floor, n);
    }

  for (guint batch = 0; batch < N_BATCHES; batch++)
    {
      for (guint n = 0; n < BATCH; n++)
        {
          gint64 start = g_get_monotonic_time ();
          gint64 elapsed;

          facade_book (&facade, batch * BATCH + n);
          elapsed = g_get_monotonic_time () - start;
          g_array_append_val (facade_times, elapsed);
        }
      for (guint n = 0; n < BATCH; n++)
        {
          gint64 start = g_get_monotonic_time ();
          gint64 elapsed;

          floor_book (&floor, batch * BATCH + n);
          elapsed = g_get_monotonic_time () - start;
          g_array_append_val (floor_times, elapsed);
        }
    }

  facade_close (&facade);
  floor_close (&floor);
  remove_files (dir);

  value = median_ms (facade_times);
  bare = median_ms (floor_times);
  g_print ("{\"name\": \"a booking acknowledged\", \"value\": %.3f, \"floor\": %.3f, \"ratio\": %.2f, \"goal\": %.1f,"
           " \"unit\": \"ms\"}\n", value, bare, value / bare, GOAL);

  return EXIT_SUCCESS;
}
