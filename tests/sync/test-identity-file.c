/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-identity-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/foyer-sync-error.h"

static char *
make_dir (void)
{
  g_autoptr(GError) error = NULL;
  char *dir = g_dir_make_tmp ("foyer-identity-XXXXXX", &error);

  g_assert_no_error (error);

  return dir;
}

static void
drop_dir (char *dir)
{
  g_autofree char *path = g_build_filename (dir, FOYER_IDENTITY_FILE, NULL);

  if (g_unlink (path) != 0)
    g_rmdir (path);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
  g_free (dir);
}

static void
assert_refused (const char *dir)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (foyer_identity_file_load (dir, TRUE, &error));
  g_assert_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_IDENTITY);
}

static void
test_made_once (void)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, FOYER_IDENTITY_FILE, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerIdentity) first = NULL;
  g_autoptr(FoyerIdentity) second = NULL;
  g_autoptr(GBytes) first_seed = NULL;
  g_autoptr(GBytes) second_seed = NULL;
  GStatBuf about;

  first = foyer_identity_file_load (dir, FALSE, &error);
  g_assert_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_IDENTITY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  first = foyer_identity_file_load (dir, TRUE, &error);
  g_assert_no_error (error);
  second = foyer_identity_file_load (dir, FALSE, &error);
  g_assert_no_error (error);
  first_seed = foyer_identity_get_bytes (first);
  second_seed = foyer_identity_get_bytes (second);
  g_assert_true (g_bytes_equal (first_seed, second_seed));

  g_assert_cmpint (g_lstat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode, ==, S_IFREG | 0600);
  g_assert_cmpint (about.st_size, ==, FOYER_SEED_SIZE);
  drop_dir (dir);
}

static void
test_wrong_files (void)
{
  static const struct {
    gsize size;
    int   mode;
  } cases[] = { { 0, 0600 }, { 31, 0600 }, { 33, 0600 }, { 64, 0600 }, { 32, 0640 }, { 32, 0604 }, { 32, 0620 },
                { 32, 0700 }, { 32, 01600 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *dir = make_dir ();
      g_autofree char *path = g_build_filename (dir, FOYER_IDENTITY_FILE, NULL);
      g_autofree char *bytes = g_strnfill (cases[i].size, 'k');
      g_autofree char *after = NULL;
      gsize size;

      g_assert_true (g_file_set_contents (path, bytes, (gssize) cases[i].size, NULL));
      g_assert_cmpint (g_chmod (path, cases[i].mode), ==, 0);
      assert_refused (dir);
      /* as it was */
      g_assert_true (g_file_get_contents (path, &after, &size, NULL));
      g_assert_cmpmem (after, size, bytes, cases[i].size);
      drop_dir (dir);
    }
}

static void
test_links_and_folders (void)
{
  char *dir = make_dir ();
  g_autofree char *path = g_build_filename (dir, FOYER_IDENTITY_FILE, NULL);
  g_autofree char *other = g_build_filename (dir, "other", NULL);
  g_autofree char *bytes = g_strnfill (FOYER_SEED_SIZE, 'k');

  g_assert_true (g_file_set_contents_full (other, bytes, FOYER_SEED_SIZE, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_cmpint (symlink (other, path), ==, 0);
  assert_refused (dir);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
  assert_refused (dir);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0600), ==, 0);
  assert_refused (dir);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (dir);
  g_assert_cmpint (g_unlink (other), ==, 0);
  drop_dir (dir);
  assert_refused ("/nonexistent");
}

/* What a cut left behind is no identity. */
static void
test_leftover (void)
{
  char *dir = make_dir ();
  g_autofree char *left = g_build_filename (dir, FOYER_IDENTITY_FILE ".new", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerIdentity) identity = NULL;

  g_assert_true (g_file_set_contents (left, "half", 4, NULL));
  identity = foyer_identity_file_load (dir, TRUE, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  drop_dir (dir);
}

static gpointer
load (gpointer dir)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerIdentity) identity = foyer_identity_file_load (dir, TRUE, &error);

  g_assert_no_error (error);

  return foyer_identity_get_bytes (identity);
}

static void
test_race (void)
{
  for (int round = 0; round < 20; round++)
    {
      char *dir = make_dir ();
      GThread *threads[4];
      g_autoptr(GBytes) first = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("load", load, dir);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autoptr(GBytes) seed = g_thread_join (threads[i]);

          if (first == NULL)
            first = g_bytes_ref (seed);
          g_assert_true (g_bytes_equal (first, seed));
        }
      drop_dir (dir);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identity-file/made-once", test_made_once);
  g_test_add_func ("/identity-file/wrong-files", test_wrong_files);
  g_test_add_func ("/identity-file/links-and-folders", test_links_and_folders);
  g_test_add_func ("/identity-file/leftover", test_leftover);
  g_test_add_func ("/identity-file/race", test_race);

  return g_test_run ();
}
