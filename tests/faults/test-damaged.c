/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Files that somebody or something damaged: the store opens them or says what they are,
 * never crashes, keeps them as they were, and a backup brings everything back. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "campaign.h"
#include "desk-store.h"
#include "profile.h"
#include "storage/foyer-db-error.h"
#include "victim.h"

#define N_FILES 50
#define N_ACTS 40
#define PAGE 4096

enum { OPENED, REFUSED };

/* A whole profile, and its backup. */
static char *whole;
static char *whole_digest;

static char *
damage (char  *bytes,
        gsize *size,
        GRand *rand)
{
  gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) *size);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      bytes[at] = (char) (bytes[at] ^ (1 << g_rand_int_range (rand, 0, 8)));
      return g_strdup_printf ("a bit of byte %zu", at);

    case 1:
      bytes[at] = (char) (bytes[at] + 1 + g_rand_int_range (rand, 0, 255));
      return g_strdup_printf ("byte %zu", at);

    case 2:
      *size = MAX (at, 1);
      return g_strdup_printf ("cut at %zu", *size);

    default:
      memset (bytes + at / PAGE * PAGE, 0, MIN (PAGE, *size - at / PAGE * PAGE));
      return g_strdup_printf ("page %zu", at / PAGE);
    }
}

static void
assert_damage (const GError *error)
{
  /* A damaged header may say that it is another program's file, or a later one's. */
  g_assert_true (g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED)
                 || g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN)
                 || g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER));
}

static void
use_damaged (int      fd,
             gpointer dir)
{
  g_autoptr(DeskKeeper) keeper = desk_keeper_new (3, victim_tell, GINT_TO_POINTER (fd));
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = desk_store_open (dir, &error);
  g_autofree char *problem = NULL;

  if (store == NULL)
    {
      assert_damage (error);
      _exit (REFUSED);
    }

  if (!desk_store_check (store, &problem, &error))
    assert_damage (error);
  g_clear_error (&error);
  if (!desk_keeper_begin (keeper, &store->desk, &error))
    assert_damage (error);
  for (guint i = 0; error == NULL && i < N_ACTS; i++)
    {
      if (!desk_keeper_act (keeper, &store->desk, &error))
        assert_damage (error);
    }
  g_clear_error (&error);
  if (!desk_store_close (store, &error))
    assert_damage (error);
}

static void
restore_whole (int      fd,
               gpointer dir)
{
  g_autofree char *backup = profile_get_db (whole);
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = desk_store_restore (dir, backup, &error);

  g_assert_no_error (error);
  victim_tell (kept, GINT_TO_POINTER (fd));
}

static void
assert_has_bytes (const char *path,
                  const char *bytes,
                  gsize       size)
{
  g_autofree char *there = NULL;
  gsize there_size;

  g_assert_true (g_file_get_contents (path, &there, &there_size, NULL));
  g_assert_cmpmem (there, there_size, bytes, size);
}

/* What was damaged is kept beside the restored profile, which tells the whole story. */
static void
bring_back (const char *dir,
            const char *bytes,
            gsize       size)
{
  g_autoptr(GString) kept = g_string_new (NULL);
  g_autofree char *kept_path = NULL;
  g_autofree char *digest = NULL;

  g_assert_cmpint (victim_run (restore_whole, (gpointer) dir, kept), ==, 0);
  kept_path = g_file_test (kept->str, G_FILE_TEST_IS_DIR) ? profile_get_db (kept->str) : g_strdup (kept->str);
  assert_has_bytes (kept_path, bytes, size);
  digest = profile_digest (dir);
  g_assert_cmpstr (digest, ==, whole_digest);
}

/* @found counts the files that were refused. */
static void
open_damaged (guint64  seed,
              guint64 *found)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) seed);
  g_autoptr(GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("foyer-faults-XXXXXX", &error);
  g_autofree char *dir = g_build_filename (parent, "profile", NULL);
  g_autofree char *source = profile_get_db (whole);
  g_autofree char *path = profile_get_db (dir);
  g_autofree char *bytes = NULL;
  g_autofree char *what = NULL;
  gsize size;
  int status;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
  g_assert_true (g_file_get_contents (source, &bytes, &size, NULL));
  what = damage (bytes, &size, rand);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));

  status = victim_run (use_damaged, dir, NULL);
  if (g_test_verbose ())
    g_test_message ("%s: %s", what, status == 0 ? "opened" : "refused");
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) <= REFUSED);
  if (WEXITSTATUS (status) == REFUSED)
    {
      (*found)++;
      assert_has_bytes (path, bytes, size);
      bring_back (dir, bytes, size);
    }
  profile_remove (g_steal_pointer (&parent));
}

static void
test_damaged (void)
{
  const guint64 n_files = campaign_get_number ("FOYER_ROUNDS", N_FILES);
  guint64 n_refused = campaign_run ("damaged", n_files, open_damaged);

  g_test_message ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " files refused and brought back, the others opened",
                  n_refused, n_files);
  /* Cut files and empty pages cannot be overlooked. */
  if (!campaign_is_replay ())
    g_assert_cmpuint (n_refused, >, n_files / 4);
}

/* date() of what is no date is NULL, and a CHECK that says NULL is content. */
static void
test_no_day (void)
{
  char *dir = profile_copy (whole);
  g_autofree char *path = profile_get_db (dir);
  sqlite3 *db = witness_open (path, NULL);

  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO slot VALUES (1, '2026-13-01', 1, 1, 540, 1080, 0, 0)", NULL, NULL, NULL),
                   ==, SQLITE_CONSTRAINT_CHECK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO slot VALUES (1, '2099-12-01', 1, 1, 540, 1080, 0, 0)", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  profile_remove (dir);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  whole = profile_make (N_ACTS);
  whole_digest = profile_digest (whole);
  g_test_add_func ("/damaged/no-day", test_no_day);
  g_test_add_func ("/damaged/files", test_damaged);
  status = g_test_run ();
  profile_remove (whole);
  g_free (whole_digest);

  return status;
}
