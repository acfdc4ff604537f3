/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "profile.h"

#include <glib/gstdio.h>

#include "desk-store.h"
#include "victim.h"

typedef struct {
  const char *dir;
  guint       n_acts;
} Making;

static char *
profile_new_dir (void)
{
  g_autoptr(GError) error = NULL;
  char *dir = g_dir_make_tmp ("foyer-faults-XXXXXX", &error);

  g_assert_no_error (error);

  return dir;
}

static void
profile_fill (int      fd,
              gpointer user_data)
{
  const Making *making = user_data;
  g_autoptr(DeskKeeper) keeper = desk_keeper_new (1, victim_tell, GINT_TO_POINTER (fd));
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = desk_store_open (making->dir, &error);

  g_assert_no_error (error);
  desk_keeper_begin (keeper, &store->desk, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < making->n_acts; i++)
    {
      desk_keeper_act (keeper, &store->desk, &error);
      g_assert_no_error (error);
    }
  desk_store_close (store, &error);
  g_assert_no_error (error);
}

char *
profile_make (guint n_acts)
{
  char *dir = profile_new_dir ();
  const Making making = { dir, n_acts };

  g_assert_cmpint (victim_run (profile_fill, (gpointer) &making, NULL), ==, 0);

  return dir;
}

static void
profile_copy_into (const char *from,
                   const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) entries = g_dir_open (from, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
          profile_copy_into (source, target);
          continue;
        }
      g_file_get_contents (source, &bytes, &size, &error);
      g_assert_no_error (error);
      g_file_set_contents_full (target, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}

char *
profile_copy (const char *from)
{
  char *dir = profile_new_dir ();

  profile_copy_into (from, dir);

  return dir;
}

static void
profile_remove_below (const char *dir)
{
  g_autoptr(GDir) entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        profile_remove_below (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

void
profile_remove (char *dir)
{
  profile_remove_below (dir);
  g_free (dir);
}

char *
profile_get_db (const char *dir)
{
  return g_build_filename (dir, PROFILE_DB, NULL);
}

void
profile_inspect (const char *dir,
                 Ledger     *ledger)
{
  g_autofree char *path = profile_get_db (dir);
  g_autofree char *harm = NULL;
  g_autofree char *loss = NULL;
  sqlite3 *db = witness_open (path, NULL);

  g_assert_nonnull (db);
  harm = witness_find_harm (db);
  g_assert_cmpstr (harm, ==, NULL);
  if (ledger != NULL)
    {
      loss = ledger_find_loss (ledger, db);
      g_assert_cmpstr (loss, ==, NULL);
      ledger_accept (ledger, db);
    }
  sqlite3_close (db);
}

char *
profile_digest (const char *dir)
{
  g_autofree char *path = profile_get_db (dir);
  sqlite3 *db = witness_open (path, NULL);
  char *digest;

  g_assert_nonnull (db);
  digest = witness_digest (db);
  sqlite3_close (db);

  return digest;
}

Ledger *
profile_get_ledger (const char *dir)
{
  g_autofree char *path = profile_get_db (dir);
  sqlite3 *db = witness_open (path, NULL);
  Ledger *ledger = ledger_new ();

  g_assert_nonnull (db);
  ledger_accept (ledger, db);
  sqlite3_close (db);

  return ledger;
}

void
profile_learn (const char *dir,
               DeskKeeper *keeper)
{
  g_autofree char *path = profile_get_db (dir);
  sqlite3 *db = witness_open (path, NULL);

  g_assert_nonnull (db);
  desk_keeper_learn (keeper, db);
  sqlite3_close (db);
}
