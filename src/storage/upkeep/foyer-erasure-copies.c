/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-erasure-copies.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "storage/db/foyer-db-copy.h"
#include "storage/db/foyer-migrations.h"
#include "storage/tables/foyer-erasure-table.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/upkeep/foyer-check.h"
#include "storage/verbs/foyer-erasure-verbs.h"

#define ASIDE "before-restore-"

gboolean
foyer_erasure_bring_up_to_date (FoyerDb  *copy,
                                GError  **error)
{
  g_autoptr(GPtrArray) migrations = foyer_migrations_load ();
  g_autofree char *mode = NULL;

  /* The copied file says that it has a write-ahead log; this one can take back what fails. */
  return (mode = foyer_db_query_text (copy, "PRAGMA journal_mode = DELETE", error)) != NULL
         && foyer_db_exec (copy, "PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON;"
                                 "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY", error)
         && foyer_migrations_run (copy, migrations, TRUE, error);
}

gboolean
foyer_erasure_replay (FoyerDb     *copy,
                      GHashTable  *hashes,
                      GError     **error)
{
  if (g_hash_table_size (hashes) == 0)
    return TRUE;

  return foyer_erasure_bring_up_to_date (copy, error) && foyer_erasure_verbs_replay (copy, hashes, error);
}

static gboolean
foyer_erasure_copies_write (FoyerDb     *from,
                            const char  *path,
                            const char  *temporary,
                            GHashTable  *hashes,
                            GError     **error)
{
  g_autoptr(FoyerDb) to = foyer_db_open_copy (temporary, TRUE, foyer_db_get_clock (from), error);
  g_autofree char *folder = g_path_get_dirname (path);

  if (to == NULL
      || !foyer_db_copy (from, to, NULL, error)
      || !foyer_erasure_replay (to, hashes, error)
      || !foyer_check_file (to, TRUE, error))
    return FALSE;
  g_clear_pointer (&to, foyer_db_free);

  if (!foyer_backup_sync (temporary, error))
    return FALSE;
  if (g_rename (temporary, path) != 0)
    {
      foyer_db_set_error_from_errno (errno, path, error);
      return FALSE;
    }

  return foyer_backup_sync (folder, error);
}

/* Whether there was somebody to erase in the file at @path; @error: and they are still there. */
static gboolean
foyer_erasure_copies_clean_one (FoyerDb     *db,
                                const char  *path,
                                GHashTable  *hashes,
                                GError     **error)
{
  g_autoptr(FoyerDb) from = foyer_db_open_copy (path, FALSE, foyer_db_get_clock (db), error);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX.tmp", NULL);
  g_autoptr(GHashTable) uids = NULL;
  int fd;

  if (from == NULL || (uids = foyer_erasure_log_find (from, hashes, error)) == NULL)
    return FALSE;
  if (g_hash_table_size (uids) == 0)
    return FALSE;

  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      foyer_db_set_error_from_errno (errno, temporary, error);
      return FALSE;
    }
  close (fd);
  if (!foyer_erasure_copies_write (from, path, temporary, hashes, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return TRUE;
}

/* Databases in @folder, by their whole names. */
static void
foyer_erasure_copies_list_folder (const char *folder,
                                  GPtrArray  *paths)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
}

static GPtrArray *
foyer_erasure_copies_list (const char *profile)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *backups = g_build_filename (profile, FOYER_BACKUP_FOLDER, NULL);
  g_autoptr(GDir) dir = g_dir_open (profile, 0, NULL);
  const char *name;

  foyer_erasure_copies_list_folder (backups, paths);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ASIDE))
      {
        g_autofree char *folder = g_build_filename (profile, name, NULL);

        foyer_erasure_copies_list_folder (folder, paths);
      }

  return paths;
}

void
foyer_erasure_copies_clean (FoyerDb     *db,
                            const char  *dir,
                            guint       *n_cleaned,
                            guint       *n_left)
{
  g_autoptr(GPtrArray) paths = foyer_erasure_copies_list (dir);
  g_autoptr(GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) log_error = NULL;

  *n_cleaned = *n_left = 0;
  if (!foyer_erasure_log_read (db, hashes, &log_error))
    {
      g_info ("No log of erasures: %s", log_error->message);
      *n_left = paths->len;
      return;
    }

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(GError) error = NULL;

      if (foyer_erasure_copies_clean_one (db, paths->pdata[i], hashes, &error))
        (*n_cleaned)++;
      if (error != NULL)
        {
          g_info ("%s is as it was: %s", (char *) paths->pdata[i], error->message);
          (*n_left)++;
        }
      /* Whoever waits at the desk goes first. */
      foyer_db_breathe (db);
    }
}

void
foyer_erasure_copies_read_log (const char  *dir,
                               FoyerClock  *clock,
                               GHashTable  *hashes)
{
  g_autoptr(GPtrArray) paths = foyer_erasure_copies_list (dir);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(FoyerDb) copy = foyer_db_open_copy (paths->pdata[i], FALSE, clock, NULL);

      if (copy != NULL)
        foyer_erasure_log_read (copy, hashes, NULL);
    }
}
