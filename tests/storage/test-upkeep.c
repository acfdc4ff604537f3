/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE                  /* memmem() */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/foyer-error.h"
#include "foyer-profile-travel.h"
#include "storage/foyer-db-error.h"
#include "storage/upkeep/foyer-rotation.h"

#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"

static char *
get_child (FoyerProfile *profile,
           const char   *name)
{
  return g_build_filename (profile->dir, name, NULL);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Makes the file one of another format, and says of which it was. */
static int
swap_version (const char *path,
              int         version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  sqlite3 *db;
  sqlite3_stmt *stmt;
  int old;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  old = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  run_sql (path, sql);

  return old;
}

static void
overwrite (const char *path,
           off_t       at,
           gsize       n,
           int         byte)
{
  g_autofree char *bytes = g_malloc (n);
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  memset (bytes, byte, n);
  g_assert_cmpint (pwrite (fd, bytes, n, at), ==, (gssize) n);
  close (fd);
}

static guint
count_problems (FoyerProfile *profile)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (profile);

  g_assert_no_error (profile->error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("problem %d, %s", (int) ((FoyerFinding *) problems->pdata[i])->kind,
                    ((FoyerFinding *) problems->pdata[i])->detail);

  return problems->len;
}

static void
test_backup (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 4);
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "Zoé");
  g_autofree char *path = get_child (profile, "copy.db");
  g_autofree char *nowhere = get_child (profile, "nowhere/copy.db");
  g_autofree char *kept = NULL;
  g_autofree char *kept_db = NULL;
  g_autoptr(FoyerBooking) later = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  struct stat there;

  foyer_profile_set_now (profile, "2026-11-26T09:30:00+01:00");
  g_assert_true (foyer_profile_backup (profile, path));
  g_assert_cmpint (foyer_store_get_last_backup (profile->store), ==, profile->now);
  g_assert_cmpint (stat (path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);

  g_assert_false (foyer_profile_backup (profile, path));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_EMPTY);
  g_assert_false (foyer_profile_backup (profile, nowhere));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  /* Open elsewhere: nobody takes the ground away. */
  g_assert_null (foyer_profile_restore (profile, path));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY);

  later = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "Enzo");
  g_assert_no_error (profile->error);
  g_assert_true (foyer_profile_close (profile));
  kept = foyer_profile_restore (profile, path);
  g_assert_no_error (profile->error);
  kept_db = g_build_filename (kept, "foyer.db", NULL);
  g_assert_true (g_file_test (kept_db, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_str_has_prefix (kept, profile->dir));

  g_assert_true (foyer_profile_open (profile));
  sheet = foyer_profile_sheet (profile, space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->expected->len, ==, 1);
  g_assert_cmpuint (count_problems (profile), ==, 0);

  /* And back again: what was kept is whole. */
  g_assert_true (foyer_profile_close (profile));
  g_clear_pointer (&kept, g_free);
  kept = foyer_profile_restore (profile, kept_db);
  g_assert_no_error (profile->error);
  g_assert_true (foyer_profile_open (profile));
  foyer_day_sheet_free (sheet);
  sheet = foyer_profile_sheet (profile, space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->expected->len, ==, 2);
}

static void
assert_seed (const char *dir,
             char        letter)         /* 0: no file */
{
  g_autofree char *path = g_build_filename (dir, "identity.key", NULL);
  g_autofree char *seed = NULL;
  struct stat there;
  gsize length;

  if (letter == 0)
    {
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      return;
    }
  g_assert_true (g_file_get_contents (path, &seed, &length, NULL));
  g_assert_cmpuint (length, ==, 32);
  g_assert_cmpint (seed[0], ==, letter);
  g_assert_cmpint (stat (path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
}

static void
put_seed (const char *dir,
          char        letter)
{
  g_autofree char *path = g_build_filename (dir, "identity.key", NULL);
  g_autofree char *seed = g_strnfill (32, letter);

  g_assert_true (g_file_set_contents_full (path, seed, 32, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
}

/* The key travels in the copy, and is nowhere else than in its file afterwards. */
static void
test_identity (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerProfile) other = foyer_profile_new_closed (MORNING);
  g_autofree char *copy = get_child (profile, "copy.db");
  g_autofree char *database = foyer_profile_get_path (other);
  g_autofree char *kept = NULL;
  g_autofree char *kept_db = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *content = NULL;
  g_autofree char *mark = g_strnfill (32, 'a');
  gsize length;

  g_assert_cmpuint (count_problems (profile), ==, 0);
  put_seed (profile->dir, 'a');
  g_assert_cmpuint (count_problems (profile), ==, 0);
  g_assert_true (foyer_profile_backup (profile, copy));
  put_seed (profile->dir, 'b');
  g_assert_true (foyer_profile_close (profile));

  kept = foyer_profile_restore (profile, copy);
  g_assert_no_error (profile->error);
  assert_seed (profile->dir, 'a');
  assert_seed (kept, 'b');
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpuint (count_problems (profile), ==, 0);
  g_assert_true (foyer_profile_close (profile));

  /* The same key stays where it is; the old profile comes back with its own. */
  kept_db = g_build_filename (kept, "foyer.db", NULL);
  g_clear_pointer (&kept, g_free);
  kept = foyer_profile_restore (profile, kept_db);
  assert_seed (profile->dir, 'b');
  assert_seed (kept, 'a');

  /* Elsewhere, where there was nothing. */
  nothing = foyer_profile_restore (other, copy);
  g_assert_cmpstr (nothing, ==, "");
  assert_seed (other->dir, 'a');
  g_assert_true (g_file_get_contents (database, &content, &length, NULL));
  g_assert_null (memmem (content, length, mark, 32));
}

static void
test_identity_file (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *path = get_child (profile, "identity.key");
  g_autofree char *copy = get_child (profile, "copy.db");

  put_seed (profile->dir, 'a');
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_cmpuint (count_problems (profile), ==, 1);
  g_assert_true (g_file_set_contents_full (path, "short", 5, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpuint (count_problems (profile), ==, 1);
  g_assert_true (foyer_profile_backup (profile, copy));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("elsewhere", path), ==, 0);
  g_assert_cmpuint (count_problems (profile), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Directories are told again, and asked from the beginning. */
static void
test_reconcile (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autofree char *copy = get_child (profile, "copy.db");
  g_autofree char *kept = NULL;
  g_autoptr(GPtrArray) mailboxes = NULL;
  g_autoptr(GPtrArray) due = NULL;

  foyer_profile_send_all (profile);
  foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, TODAY, 'a'));
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_DECLINED));
  due = foyer_profile_due (profile, NULL);
  g_assert_true (foyer_profile_write (profile, due->pdata[0], "no"));
  g_assert_true (foyer_profile_backup (profile, copy));
  g_assert_true (foyer_profile_close (profile));
  kept = foyer_profile_restore (profile, copy);
  g_assert_true (foyer_profile_open (profile));

  foyer_profile_assert_due (profile, "decision* listing");
  mailboxes = foyer_profile_mailboxes (profile);
  g_assert_cmpuint (mailboxes->len, ==, 1);
  g_assert_cmpstr (((FoyerMailbox *) mailboxes->pdata[0])->epoch, ==, "");
  g_assert_cmpstr (((FoyerMailbox *) mailboxes->pdata[0])->cursor, ==, "");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 3);
  g_assert_cmpuint (count_problems (profile), ==, 0);
}

static void
test_restore_refusals (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 4);
  g_autofree char *copy = get_child (profile, "copy.db");
  g_autofree char *text = get_child (profile, "text.db");
  g_autofree char *foreign = get_child (profile, "foreign.db");
  g_autofree char *self = foyer_profile_get_path (profile);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;
  int version;

  g_assert_true (foyer_profile_backup (profile, copy));
  g_assert_true (foyer_profile_close (profile));
  g_assert_true (g_file_get_contents (self, &before, &length_before, NULL));

  g_assert_null (foyer_profile_restore (profile, "/nowhere/copy.db"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_FILE);
  g_assert_null (foyer_profile_restore (profile, profile->dir));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_FILE);
  g_assert_null (foyer_profile_restore (profile, self));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_FILE);
  g_assert_true (g_file_set_contents (text, "no database, but long enough to be looked at", -1, NULL));
  g_assert_null (foyer_profile_restore (profile, text));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN);
  run_sql (foreign, "CREATE TABLE t (x)");
  g_assert_null (foyer_profile_restore (profile, foreign));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN);
  version = swap_version (copy, 999);
  g_assert_null (foyer_profile_restore (profile, copy));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER);
  swap_version (copy, version);
  overwrite (copy, 3 * 4096, 4 * 4096, 0x5a);
  g_assert_null (foyer_profile_restore (profile, copy));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED);

  g_assert_true (g_file_get_contents (self, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_true (foyer_profile_open (profile));
}

static void
test_open_refusals (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 4);
  g_autofree char *path = foyer_profile_get_path (profile);
  FoyerStore *first = profile->store;
  int version;

  /* Open elsewhere: told at once, without waiting. */
  gint64 start = g_get_monotonic_time ();

  profile->store = NULL;
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  profile->store = first;
  g_assert_true (foyer_profile_close (profile));

  version = swap_version (path, 999);
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER);
  swap_version (path, version);
  run_sql (path, "PRAGMA application_id = 7");
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN);
  run_sql (path, "PRAGMA application_id = 1179605330");
  g_assert_true (foyer_profile_open (profile));
  g_assert_true (foyer_profile_close (profile));

  overwrite (path, 4 * 4096, 8 * 4096, 0x5a);
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED);
  overwrite (path, 0, 4096, 0x5a);
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN);
}

/* A stranger's file is not even touched. */
static void
test_open_foreign (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  run_sql (path, "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_false (foyer_profile_open (profile));
  foyer_profile_assert_refused (profile, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_modes (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new_closed (MORNING);
  g_autofree char *nested = get_child (profile, "a/b");
  g_autofree char *path = get_child (profile, "a/b/foyer.db");
  g_autofree char *wal = get_child (profile, "a/b/foyer.db-wal");
  g_autofree char *space = NULL;
  struct stat there;

  g_set_str (&profile->dir, nested);
  g_assert_true (foyer_profile_open (profile));
  space = foyer_profile_add_space (profile, 1);
  g_assert_cmpint (stat (nested, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (wal, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 0777, ==, 0600);
  g_assert_true (foyer_profile_close (profile));
  g_assert_cmpint (stat (wal, &there), !=, 0);
}

static void
test_check (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 2);
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autoptr(FoyerBooking) a = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "A");
  g_autoptr(FoyerBooking) b = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "B");

  g_assert_cmpuint (count_problems (profile), ==, 0);

  /* What no verb would do, done behind the guard's back. */
  g_assert_true (foyer_profile_close (profile));
  run_sql (path, "DROP TRIGGER slot_guard_update; UPDATE slot SET am_cap = 1 WHERE day = '" TODAY "'");
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpuint (count_problems (profile), ==, 2);      /* too many held; not what the rules say */
  g_assert_true (foyer_profile_close (profile));
  run_sql (path, "UPDATE slot SET am_cap = 2 WHERE day = '" TODAY "';"
                 "INSERT INTO person_fts (person_fts) VALUES ('delete-all')");
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpuint (count_problems (profile), ==, 1);
  g_assert_true (foyer_profile_close (profile));
  run_sql (path, "INSERT INTO person_fts (person_fts) VALUES ('rebuild');"
                 "DROP TRIGGER visit_no_delete; PRAGMA foreign_keys = OFF;"
                 "DROP TRIGGER person_no_delete; DELETE FROM person WHERE name = 'A'");
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpuint (count_problems (profile), ==, 1);
}

static void
test_check_records (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autoptr(FoyerPerson) person = foyer_person_new ();

  g_set_str (&person->name, "Zoé");
  g_set_str (&person->card, "FO-bcde");
  foyer_person_free (foyer_profile_save_person (profile, person));
  g_assert_cmpuint (count_problems (profile), ==, 0);

  /* A card that is found under a code that it does not have. */
  g_assert_true (foyer_profile_close (profile));
  run_sql (path, "DROP TRIGGER person_record_changed; UPDATE person_record SET card_fold = 'x'");
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpuint (count_problems (profile), ==, 1);

  /* A record of somebody who is gone. */
  g_assert_true (foyer_profile_close (profile));
  run_sql (path, "UPDATE person_record SET card_fold = 'fobcde';"
                 "DROP TRIGGER person_changed; DROP TRIGGER person_rev; UPDATE person SET deleted_at = 1");
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpuint (count_problems (profile), ==, 1);
}

static void
test_daily_backup (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = NULL;
  g_autofree char *first = get_child (profile, "backups/foyer-2026-11-26.db");
  g_autofree char *second = get_child (profile, "backups/foyer-2026-11-27.db");

  /* A profile without anything in it needs none; the next start finds something. Whatever was
   * not quiet enough for it, the end waits for the backup. */
  g_assert_true (foyer_profile_close (profile));
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpint (foyer_store_get_last_backup (profile->store), ==, 0);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  space = foyer_profile_add_space (profile, 2);
  g_assert_true (foyer_profile_close (profile));
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));

  foyer_profile_set_now (profile, "2026-11-27T09:00:00+01:00");
  g_assert_true (foyer_profile_open (profile));
  g_assert_true (foyer_profile_close (profile));
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_true (foyer_profile_open (profile));
  g_assert_cmpint (foyer_store_get_last_backup (profile->store), ==, profile->now);
}

static void
test_rotation (void)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  g_autoptr(GHashTable) left = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) gone = NULL;
  FoyerDay today = foyer_day (TODAY);

  for (FoyerDay day = today; day > today - 800; day--)
    {
      g_array_append_val (days, day);
      g_hash_table_add (left, GINT_TO_POINTER (day));
    }
  gone = foyer_rotation_pick (days);
  for (guint i = 0; i < gone->len; i++)
    g_hash_table_remove (left, GINT_TO_POINTER (g_array_index (gone, FoyerDay, i)));

  for (int i = 0; i < 7; i++)
    g_assert_true (g_hash_table_contains (left, GINT_TO_POINTER (today - i)));
  g_assert_true (g_hash_table_contains (left, GINT_TO_POINTER (foyer_day ("2026-11-15"))));
  g_assert_true (g_hash_table_contains (left, GINT_TO_POINTER (foyer_day ("2026-11-08"))));
  g_assert_true (g_hash_table_contains (left, GINT_TO_POINTER (foyer_day ("2026-10-31"))));
  g_assert_true (g_hash_table_contains (left, GINT_TO_POINTER (foyer_day ("2025-12-31"))));
  g_assert_false (g_hash_table_contains (left, GINT_TO_POINTER (foyer_day ("2025-11-30"))));
  g_assert_false (g_hash_table_contains (left, GINT_TO_POINTER (foyer_day ("2026-11-01"))));
  /* Seven days; two more weeks, since two of the four are in the seven; eleven more months. */
  g_assert_cmpuint (g_hash_table_size (left), ==, 7 + 2 + 11);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/upkeep/backup", test_backup);
  g_test_add_func ("/storage/upkeep/identity", test_identity);
  g_test_add_func ("/storage/upkeep/identity-file", test_identity_file);
  g_test_add_func ("/storage/upkeep/reconcile", test_reconcile);
  g_test_add_func ("/storage/upkeep/restore-refusals", test_restore_refusals);
  g_test_add_func ("/storage/upkeep/open-refusals", test_open_refusals);
  g_test_add_func ("/storage/upkeep/open-foreign", test_open_foreign);
  g_test_add_func ("/storage/upkeep/modes", test_modes);
  g_test_add_func ("/storage/upkeep/check", test_check);
  g_test_add_func ("/storage/upkeep/check-records", test_check_records);
  g_test_add_func ("/storage/upkeep/daily-backup", test_daily_backup);
  g_test_add_func ("/storage/upkeep/rotation", test_rotation);

  return g_test_run ();
}
