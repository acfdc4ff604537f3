/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/foyer-error.h"
#include "foyer-profile-travel.h"
#include "storage/db/foyer-db-private.h"
#include "storage/db/foyer-migrations.h"
#include "storage/db/foyer-stmt.h"
#include "storage/foyer-db-error.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/upkeep/foyer-check.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-member-verbs.h"
#include "storage/verbs/foyer-opening-verbs.h"
#include "storage/verbs/foyer-person-verbs.h"
#include "storage/verbs/foyer-space-verbs.h"
#include "storage/verbs/foyer-undo-verbs.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"

static FoyerDb *
open_db (FoyerProfile *profile)
{
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autoptr(GError) error = NULL;
  FoyerDb *db = foyer_db_open (path, NULL, profile->clock, NULL, &error);

  g_assert_no_error (error);

  return db;
}

static gint64
get_int (FoyerDb    *db,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value = -1;

  foyer_db_query_int (db, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* A space with a few of everything; its id, (transfer full) */
static char *
fill (FoyerDb *db)
{
  FoyerOpeningRule rule = {
    .weekdays = FOYER_WEEKDAYS_ALL, .start_minute = 540, .end_minute = 1080, .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  FoyerDaysChange change;
  gint64 op;

  g_set_str (&space->name, "Here");
  space->seats = 8;
  saved = foyer_space_verbs_save (db, space, &op, NULL);
  g_assert_true (foyer_opening_verbs_add_rule (db, saved->id, &rule, &change, NULL));

  return g_steal_pointer (&saved->id);
}

/* ---- plans ---- */

static void
run_desk (FoyerDb    *db,
          const char *space)
{
  FoyerArrival arrival = { .space_id = space, .guest_name = "Zoé", .day = FOYER_DAY_NONE };
  FoyerBookingRequest request = { .space_id = space, .guest_name = "Enzo", .day = foyer_day (TODAY) + 1,
                                  .part = FOYER_PART_FULL, .seats = 1, .key = "k" };
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) member = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autofree char *verb = NULL;
  g_autofree char *id = NULL;
  gint64 op;

  g_set_str (&person->name, "Ada");
  member = foyer_person_verbs_save (db, person, &op, NULL);
  booking = foyer_booking_verbs_book (db, &request, &op, NULL);
  foyer_booking_free (foyer_booking_verbs_set_state (db, booking->id, FOYER_STATE_CANCELLED, &op, NULL));
  g_assert_true (foyer_undo_verbs_undo (db, op, &verb, &id, NULL));
  request.key = NULL;
  request.guest_name = NULL;
  request.person_id = member->id;
  foyer_booking_free (foyer_booking_verbs_book (db, &request, &op, NULL));
  foyer_booking_free (foyer_desk_verbs_check_in (db, &arrival, &op, NULL));
  foyer_booking_free (foyer_desk_verbs_check_out (db, &arrival, &op, NULL));
  arrival.guest_name = NULL;
  arrival.person_id = member->id;
  foyer_booking_free (foyer_desk_verbs_check_in (db, &arrival, &op, NULL));
  foyer_day_sheet_free (foyer_desk_verbs_day_sheet (db, space, FOYER_DAY_NONE, NULL));
  g_ptr_array_unref (foyer_desk_verbs_roll_call (db, space, NULL));
  g_ptr_array_unref (foyer_desk_verbs_list_held (db, space, foyer_day (TODAY), foyer_day (TODAY) + 60, NULL));
  g_array_unref (foyer_opening_verbs_availability (db, space, foyer_day (TODAY), 42, NULL));
  g_ptr_array_unref (foyer_person_verbs_find (db, "zo", FALSE, space, foyer_day (TODAY), 8, NULL));
  g_ptr_array_unref (foyer_person_verbs_find (db, "zo", FALSE, NULL, FOYER_DAY_NONE, 8, NULL));
  foyer_member_free (foyer_member_verbs_read (db, member->id, space, FOYER_DAY_NONE, NULL));
  for (guint i = 0; i < 3; i++)
    {
      FoyerMemberQuery query = { i == 2 ? "ad" : NULL, i == 1 ? FOYER_MEMBERS_BY_LAST_DAY : FOYER_MEMBERS_BY_NAME };
      g_autoptr(FoyerMemberList) list = foyer_member_verbs_list (db, &query, NULL, NULL);

      g_assert_cmpuint (list->n, ==, 1);
      g_ptr_array_unref (foyer_member_verbs_lines (db, list->rows, list->n, space, FOYER_DAY_NONE, NULL));
    }
  g_ptr_array_unref (foyer_person_verbs_find (db, "1234", FALSE, space, foyer_day (TODAY), 8, NULL));
}

/* Reading a whole table is for looking inside of words, along an index that has the
 * names, until enough is found. */
static gboolean
is_fine (const char *step,
         const char *sql)
{
  if (!g_str_has_prefix (step, "SCAN "))
    return TRUE;

  /* Orphans that a new parent might adopt: planned, and only looked for when there are any. */
  if (g_str_has_prefix (sql, "INSERT INTO "))
    return TRUE;

  return strstr (step, "VIRTUAL TABLE") != NULL
         || g_str_equal (step, "SCAN CONSTANT ROW")
         || g_str_has_prefix (step, "SCAN (subquery")
         || g_str_equal (step, "SCAN act_image")           /* a view: the tables in it have steps of their own */
         || (strstr (sql, "LIMIT") != NULL && strstr (step, "INDEX person_seen") != NULL)
         || strstr (step, "INDEX person_phone") != NULL    /* the numbers alone, for digits in their middle */
         || (strstr (sql, "ORDER BY id DESC LIMIT 1") != NULL && g_str_equal (step, "SCAN act"))
         || strstr (sql, "FROM profile") != NULL
         || strstr (sql, "UPDATE profile") != NULL
         || strstr (sql, "FROM space WHERE deleted_at = 0 ORDER BY id") != NULL;
}

static void
test_plans (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  FoyerDb *db = open_db (profile);
  g_autofree char *space = fill (db);
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  /* What opening asked is not of the desk. */
  g_hash_table_remove_all (db->statements);
  run_desk (db, space);
  g_hash_table_iter_init (&iter, db->statements);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", key, NULL);
      sqlite3_stmt *stmt;

      if (g_str_has_prefix (key, "PRAGMA"))
        continue;
      g_assert_cmpint (sqlite3_prepare_v2 (db->handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          const char *step = (const char *) sqlite3_column_text (stmt, 3);

          n++;
          if (!is_fine (step, key))
            g_error ("%s: %s", step, (const char *) key);
        }
      sqlite3_finalize (stmt);
    }
  g_assert_cmpuint (n, >, 40);
  g_assert_true (foyer_db_close (db, NULL));
}

/* ---- the guard ---- */

/* Runs @sql as a verb would, without asking first. */
static void
assert_guarded (FoyerDb    *db,
                const char *sql,
                int         code)           /* -1: let through */
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, NULL);
  g_autoptr(GError) error = NULL;

  foyer_db_set_act (db, 1);
  foyer_db_exec (db, sql, &error);
  if (code < 0)
    {
      g_assert_no_error (error);
      return;
    }
  g_test_message ("%s", sql);
  g_assert_error (error, FOYER_ERROR, code);
}

static void
test_guard (void)
{
#define A_BOOKING(part, seats, state, deleted) \
  "INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency, key," \
  " key_digest, created_at, rev, deleted_at) VALUES ('01942f00-0000-7000-8000-00000000000a', 1, 1, '" TODAY "'," \
  " " #part ", " #seats ", '" state "', 'host', 0, 'EUR', '', '', 0, 1, " #deleted ");"
#define CHANGE(what) "UPDATE booking SET rev = rev + 1, " what " WHERE uid LIKE '%a'"
  const struct {
    const char *sql;
    int         code;
  } cases[] = {
    /* Eight seats; three are held in the morning and one in the afternoon. */
    { A_BOOKING (1, 5, "confirmed", 0), -1 },
    { A_BOOKING (1, 6, "confirmed", 0), FOYER_ERROR_FULL },
    { A_BOOKING (1, 6, "checked-in", 0), FOYER_ERROR_FULL },
    { A_BOOKING (1, 6, "checked-out", 0), FOYER_ERROR_FULL },
    { A_BOOKING (2, 7, "confirmed", 0), -1 },
    { A_BOOKING (2, 8, "confirmed", 0), FOYER_ERROR_FULL },
    { A_BOOKING (3, 5, "confirmed", 0), -1 },
    { A_BOOKING (3, 6, "confirmed", 0), FOYER_ERROR_FULL },
    { A_BOOKING (3, 9, "requested", 0), -1 },
    { A_BOOKING (3, 9, "confirmed", 9), -1 },
    { A_BOOKING (3, 9, "requested", 0) CHANGE ("state = 'confirmed'"), FOYER_ERROR_FULL },
    { A_BOOKING (3, 9, "no-show", 0) CHANGE ("state = 'checked-in'"), FOYER_ERROR_FULL },
    { A_BOOKING (3, 9, "confirmed", 9) CHANGE ("deleted_at = 0"), FOYER_ERROR_FULL },
    { A_BOOKING (1, 5, "confirmed", 0) CHANGE ("seats = 6"), FOYER_ERROR_FULL },
    { A_BOOKING (2, 6, "confirmed", 0) CHANGE ("part = 1"), FOYER_ERROR_FULL },
    { A_BOOKING (2, 6, "confirmed", 0) CHANGE ("part = 3"), FOYER_ERROR_FULL },
    { A_BOOKING (2, 7, "confirmed", 0) CHANGE ("state = 'checked-in'"), -1 },
    { A_BOOKING (2, 2, "confirmed", 0) CHANGE ("day = '2020-01-01'"), FOYER_ERROR_FULL },
    { "UPDATE slot SET am_cap = 3 WHERE day = '" TODAY "'", -1 },
    { "UPDATE slot SET am_cap = 2 WHERE day = '" TODAY "'", FOYER_ERROR_HAS_BOOKINGS },
    { "UPDATE slot SET pm_cap = 1 WHERE day = '" TODAY "'", -1 },
    { "UPDATE slot SET pm_cap = 0 WHERE day = '" TODAY "'", FOYER_ERROR_HAS_BOOKINGS },
    { "UPDATE slot SET day = '2020-01-01' WHERE day = '" TODAY "'", FOYER_ERROR_HAS_BOOKINGS },
    { "DELETE FROM slot WHERE day = '" TODAY "'", FOYER_ERROR_HAS_BOOKINGS },
  };
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  FoyerDb *db = open_db (profile);
  g_autofree char *space = fill (db);
  FoyerBookingRequest request = { .space_id = space, .guest_name = "A", .day = foyer_day (TODAY),
                                  .part = FOYER_PART_AM, .seats = 2 };
  gint64 op;

  foyer_booking_free (foyer_booking_verbs_book (db, &request, &op, NULL));
  request.guest_name = "B";
  request.part = FOYER_PART_FULL;
  request.seats = 1;
  foyer_booking_free (foyer_booking_verbs_book (db, &request, &op, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_guarded (db, cases[i].sql, cases[i].code);
  g_assert_true (foyer_db_close (db, NULL));
}

/* ---- migrations ---- */

static GPtrArray *
get_migrations (const char *second)
{
  GPtrArray *migrations = foyer_migrations_load ();
  FoyerMigration *migration = g_new (FoyerMigration, 1);

  migration->version = (int) migrations->len + 1;
  migration->name = g_strdup ("a test");
  migration->script = g_bytes_new (second, strlen (second) + 1);
  g_ptr_array_add (migrations, migration);

  return migrations;
}

static guint
count_files (FoyerProfile *profile,
             const char   *prefix)
{
  g_autofree char *folder = g_build_filename (profile->dir, FOYER_BACKUP_FOLDER, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);

  return n;
}

static void
test_migration (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  FoyerDb *db = open_db (profile);
  g_autofree char *space = fill (db);
  g_autoptr(GPtrArray) good = get_migrations ("ALTER TABLE space ADD COLUMN extra INTEGER NOT NULL DEFAULT 7;");
  g_autoptr(GPtrArray) bad = get_migrations ("ALTER TABLE space ADD COLUMN other INTEGER NOT NULL DEFAULT 7;"
                                             "INSERT INTO nowhere VALUES (1);");
  g_autoptr(GPtrArray) wrong = get_migrations ("DROP TRIGGER slot_guard_update; UPDATE slot SET am_cap = 0;");
  g_autoptr(FoyerBooking) booking = NULL;
  g_autoptr(GError) error = NULL;
  gint64 version = get_int (db, "PRAGMA user_version");
  g_autofree char *before = g_strdup_printf ("pre-migrate-v%d-", (int) version);
  gint64 op;

  booking = foyer_desk_verbs_check_in (db, &(FoyerArrival) { .space_id = space, .guest_name = "Zoé",
                                                             .day = FOYER_DAY_NONE }, &op, NULL);
  g_assert_nonnull (booking);

  /* One that fails, or leaves behind what must not be, never was. */
  g_assert_false (foyer_migrations_run (db, bad, FALSE, &error));
  g_assert_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (get_int (db, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (get_int (db, "SELECT count (*) FROM pragma_table_info ('space') WHERE name = 'other'"), ==, 0);
  g_assert_false (foyer_migrations_run (db, wrong, FALSE, &error));
  g_assert_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpint (get_int (db, "SELECT am_cap FROM slot WHERE day = '" TODAY "'"), ==, 8);
  g_assert_cmpint (get_int (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'slot_guard_update'"), ==, 1);

  profile->now += 60000;
  g_assert_true (foyer_migrations_run (db, good, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_int (db, "PRAGMA user_version"), ==, version + 1);
  g_assert_cmpint (get_int (db, "SELECT extra FROM space"), ==, 7);
  g_assert_cmpuint (count_files (profile, before), ==, 3);

  g_assert_true (foyer_db_close (db, NULL));
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER);
}

/* A file of an older format, as the Foyer of then left it: its migrations and its rows. */
static void
make_old_profile (FoyerProfile *profile,
                  guint         version)
{
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autofree char *name = g_strdup_printf ("profile-%u.sql", version);
  g_autofree char *rows_path = g_test_build_filename (G_TEST_DIST, "storage", "data", name, NULL);
  g_autofree char *rows = NULL;
  g_autoptr(GPtrArray) migrations = foyer_migrations_load ();
  g_autoptr(GError) error = NULL;
  FoyerDb *db = foyer_db_open_copy (path, TRUE, profile->clock, &error);
  g_autoptr(FoyerTransaction) transaction = NULL;

  g_assert_no_error (error);
  g_file_get_contents (rows_path, &rows, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (migrations, (int) version);
  foyer_db_exec (db, "PRAGMA application_id = 1179605330; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON", &error);
  g_assert_no_error (error);
  transaction = foyer_transaction_begin (db, &error);
  foyer_migrations_run (db, migrations, TRUE, &error);
  g_assert_no_error (error);
  foyer_db_set_act (db, 1);
  foyer_db_exec (db, rows, &error);
  g_assert_no_error (error);
  g_assert_true (foyer_transaction_commit (transaction, &error));
  foyer_db_free (db);
}

static void
test_old_profiles (void)
{
  g_autoptr(GPtrArray) migrations = foyer_migrations_load ();

  /* One more with each format that is released. */
  for (guint version = 1; version <= migrations->len; version++)
    {
      g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
      const char *space = "01942f00-0000-7000-8000-000000000001";
      g_autoptr(FoyerDaySheet) sheet = NULL;
      g_autoptr(GPtrArray) problems = NULL;

      make_old_profile (profile, version);
      g_assert_true (foyer_profile_open (profile));
      problems = foyer_profile_check (profile);
      g_assert_cmpuint (problems->len, ==, 0);
      sheet = foyer_profile_sheet (profile, space, FOYER_DAY_NONE);
      g_assert_cmpuint (sheet->here->len, ==, 1);
      g_assert_cmpuint (sheet->expected->len, ==, 1);
      g_assert_cmpint (sheet->next.am_seats, ==, 2);
      g_assert_cmpint (sheet->next.am_held, ==, 0);
      g_assert_cmpstr (sheet->next.note, ==, "Morning only");
      g_assert_cmpuint (sheet->requests->len, ==, version < 2 ? 0 : 1);
      if (version >= 2)
        {
          foyer_profile_assert_due (profile, "availability request");
          foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
          g_assert_no_error (profile->error);
          foyer_profile_assert_due (profile, "availability request decision");
        }
    }
}

/* ---- files ---- */

static void
test_read_only (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *path = foyer_profile_get_path (profile);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everything");
      return;
    }

  g_assert_true (foyer_profile_close (profile));
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_READ_ONLY);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_chmod (profile->dir, 0500), ==, 0);
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (profile->dir, 0700), ==, 0);
}

/* What is no plain file is not taken for a database. */
static void
test_odd_files (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autofree char *target = g_build_filename (profile->dir, "elsewhere.db", NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
  g_assert_false (foyer_profile_open (profile));
  g_assert_cmpuint (profile->error->domain, ==, FOYER_DB_ERROR);
  g_clear_error (&profile->error);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (foyer_profile_open (profile));
  g_assert_cmpuint (profile->error->domain, ==, FOYER_DB_ERROR);
  g_clear_error (&profile->error);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_true (foyer_profile_open (profile));
}

/* The way to the profile may go through links. */
static void
test_linked_folder (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  g_autofree char *real = g_build_filename (profile->dir, "real", NULL);
  g_autofree char *linked = g_build_filename (profile->dir, "linked", NULL);
  g_autofree char *path = g_build_filename (linked, "foyer.db", NULL);
  FoyerDb *db;

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink (real, linked), ==, 0);
  db = foyer_db_open (path, NULL, profile->clock, NULL, NULL);
  g_assert_nonnull (db);
  g_assert_true (foyer_db_close (db, NULL));
}

static void
test_unclean_end (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  FoyerDb *db = open_db (profile);
  g_autofree char *space = fill (db);
  g_autofree char *path = foyer_profile_get_path (profile);

  g_assert_cmpint (get_int (db, "SELECT clean_shutdown FROM profile"), ==, 0);
  foyer_db_free (db);
  db = open_db (profile);
  g_assert_cmpint (get_int (db, "SELECT count (*) FROM space"), ==, 1);
  g_assert_true (foyer_db_close (db, NULL));
  db = foyer_db_open_copy (path, FALSE, profile->clock, NULL);
  g_assert_cmpint (get_int (db, "SELECT clean_shutdown FROM profile"), ==, 1);
  foyer_db_free (db);
}

/* ---- a disk that fails ---- */

/* The journal is where every change goes first. */
static const sqlite3_io_methods *real_methods;
static sqlite3_io_methods failing_methods;
static sqlite3_vfs failing_vfs;
static sqlite3_vfs *real_vfs;
static int failing;
static int n_opened;

static int
failing_write (sqlite3_file  *file,
               const void    *data,
               int            n,
               sqlite3_int64  at)
{
  return g_atomic_int_get (&failing) ? SQLITE_IOERR_WRITE : real_methods->xWrite (file, data, n, at);
}

static int
failing_open (sqlite3_vfs   *vfs,
              const char    *name,
              sqlite3_file  *file,
              int            flags,
              int           *out_flags)
{
  int code = real_vfs->xOpen (real_vfs, name, file, flags, out_flags);

  if (code != SQLITE_OK || (flags & SQLITE_OPEN_WAL) == 0)
    return code;

  if (real_methods == NULL)
    {
      real_methods = file->pMethods;
      failing_methods = *real_methods;
      failing_methods.xWrite = failing_write;
    }
  file->pMethods = &failing_methods;
  g_atomic_int_inc (&n_opened);

  return code;
}

static void
test_failing_disk (void)
{
  g_autoptr(FoyerProfile) profile = NULL;
  g_autofree char *space = NULL;
  g_autoptr(FoyerBooking) before = NULL;
  g_autoptr(FoyerBooking) after = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  int n_before;

  real_vfs = sqlite3_vfs_find (NULL);
  failing_vfs = *real_vfs;
  failing_vfs.zName = "failing";
  failing_vfs.xOpen = failing_open;
  sqlite3_vfs_register (&failing_vfs, 1);
  profile = foyer_profile_new (MORNING);
  space = foyer_profile_add_space (profile, 4);
  before = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "Before");
  g_ptr_array_unref (foyer_profile_check (profile));        /* behind the backup of the day */

  n_before = g_atomic_int_get (&n_opened);
  g_atomic_int_set (&failing, 1);
  for (int i = 0; i < 3; i++)
    {
      g_assert_null (foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "During"));
      foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_IO);
    }
  g_atomic_int_set (&failing, 0);
  after = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "After");
  g_assert_no_error (profile->error);
  sheet = foyer_profile_sheet (profile, space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->expected->len, ==, 2);
  /* Each attempt read anew what the disk has, and nothing after the last one did. */
  g_assert_cmpint (g_atomic_int_get (&n_opened), ==, n_before + 3);
  g_assert_true (foyer_profile_close (profile));
  sqlite3_vfs_unregister (&failing_vfs);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/db/plans", test_plans);
  g_test_add_func ("/storage/db/guard", test_guard);
  g_test_add_func ("/storage/db/migration", test_migration);
  g_test_add_func ("/storage/db/old-profiles", test_old_profiles);
  g_test_add_func ("/storage/db/read-only", test_read_only);
  g_test_add_func ("/storage/db/odd-files", test_odd_files);
  g_test_add_func ("/storage/db/linked-folder", test_linked_folder);
  g_test_add_func ("/storage/db/unclean-end", test_unclean_end);
  g_test_add_func ("/storage/db/failing-disk", test_failing_disk);

  return g_test_run ();
}
