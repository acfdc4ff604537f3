/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "directory/foyer-directory-error.h"
#include "directory/store/sqlite/foyer-schema.h"

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (!done)
    foyer_directory_error_from_errno (errno, path, error);
  if (fd >= 0)
    close (fd);

  return done;
}

/* Puts a whole file into its place, where it outlives a power cut. */
static gboolean
move_into_place (const char  *from,
                 const char  *to,
                 GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (to);

  if (!sync_path (from, O_RDONLY, error))
    return FALSE;
  if (rename (from, to) != 0)
    {
      foyer_directory_error_from_errno (errno, to, error);
      return FALSE;
    }

  return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

static gboolean
copy_database (const char  *from,
               const char  *to,
               GError     **error)
{
  g_autoptr(FoyerSqlite) db = foyer_sqlite_open_reader (from, error);
  g_autoptr(FoyerStatement) statement = NULL;

  /* The copy is the only thing that a reader writes, and it is another file. */
  if (db == NULL || !foyer_sqlite_exec (db, "PRAGMA query_only = OFF", error))
    return FALSE;
  statement = foyer_sqlite_use (db, "VACUUM INTO ?1");
  foyer_statement_bind_text (statement, 1, to);
  if (!foyer_statement_run (statement, error))
    return FALSE;
  g_clear_pointer (&statement, foyer_statement_release);

  return TRUE;
}

static gboolean
check_database (const char  *path,
                GError     **error)
{
  g_autoptr(FoyerSqlite) db = foyer_sqlite_open_reader (path, error);
  gint64 id, faults;

  if (db == NULL || !foyer_sqlite_query_int (db, "PRAGMA application_id", &id, error) ||
      !foyer_sqlite_query_int (db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
                               &faults, error))
    return FALSE;
  if (id != FOYER_DIRECTORY_APPLICATION_ID)
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_FOREIGN,
                   "%s is not the file of a directory", path);
      return FALSE;
    }
  if (faults > 0)
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_DAMAGED, "%s is damaged", path);
      return FALSE;
    }

  return TRUE;
}

/**
 * foyer_directory_store_backup:
 * @self: a store
 * @path: a file that is not there yet
 * @error: return location for an error
 *
 * Copies all of a directory as it stands at one moment, beside its readers and its writer.
 *
 * Returns: whether a whole, checked copy is on the disk, else %FOYER_DIRECTORY_ERROR
 */
gboolean
foyer_directory_store_backup (FoyerDirectoryStore  *self,
                              const char           *path,
                              GError              **error)
{
  g_autofree char *partial = g_strconcat (path, ".part", NULL);
  gboolean done;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      foyer_directory_error_from_errno (EEXIST, path, error);
      return FALSE;
    }
  g_unlink (partial);                    /* of one that was cut off */
  done = copy_database (self->path, partial, error) && check_database (partial, error) &&
         move_into_place (partial, path, error);
  if (!done)
    g_unlink (partial);

  return done;
}

/* Whoever was told something by the directory after the backup was made must notice: the epoch
 * is another one, and seats that were sold since are not sold again. */
static gboolean
begin_epoch (const char  *path,
             gint64       now_ms,
             GError     **error)
{
  g_autoptr(FoyerSqlite) db = foyer_schema_open (path, error);
  g_autofree char *epoch = foyer_schema_new_epoch ();
  g_autofree char *restored = g_strdup_printf ("%" G_GINT64_FORMAT, now_ms);

  return db != NULL &&
         foyer_sqlite_exec (db, "BEGIN IMMEDIATE", error) &&
         foyer_schema_set_meta (db, "epoch", epoch, error) &&
         foyer_schema_set_meta (db, "restored", restored, error) &&
         foyer_sqlite_exec (db, "UPDATE allotment SET frozen = 1; COMMIT", error) &&
         foyer_sqlite_checkpoint (db, error);
}

/* Nothing is thrown away: what the backup replaces stays beside it. */
static gboolean
keep_old (const char  *path,
          gint64       now_ms,
          GError     **error)
{
  static const char * const endings[] = { "", "-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strdup_printf ("%s.before-%" G_GINT64_FORMAT "%s", path, now_ms, endings[i]);

      if (rename (from, to) != 0 && errno != ENOENT)
        {
          foyer_directory_error_from_errno (errno, from, error);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * foyer_directory_store_restore:
 * @backup: a file that a backup made
 * @path: the file of a directory, or where one shall be
 * @clock: the wall clock
 * @error: return location for an error
 *
 * Puts a backup in the place of a directory that is not running, with a new epoch. What was
 * there stays beside it.
 *
 * Returns: whether it is done, else %FOYER_DIRECTORY_ERROR and everything is as it was
 */
gboolean
foyer_directory_store_restore (const char  *backup,
                               const char  *path,
                               FoyerClock  *clock,
                               GError     **error)
{
  g_autofree char *partial = g_strconcat (path, ".part", NULL);
  gint64 now_ms = foyer_clock_now (clock);
  int lock;
  gboolean done;

  g_return_val_if_fail (backup != NULL && path != NULL, FALSE);

  lock = foyer_schema_lock (path, error);
  if (lock < 0)
    return FALSE;
  g_unlink (partial);
  done = check_database (backup, error) && copy_database (backup, partial, error) &&
         begin_epoch (partial, now_ms, error) && keep_old (path, now_ms, error) &&
         move_into_place (partial, path, error);
  if (!done)
    g_unlink (partial);
  close (lock);

  return done;
}
