/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE                  /* renameat2() */

#include "storage/upkeep/foyer-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/foyer-error.h"
#include "storage/db/foyer-db-copy.h"
#include "storage/db/foyer-stmt.h"
#include "storage/upkeep/foyer-check.h"
#include "storage/upkeep/foyer-seed-file.h"

#define COUNTS \
  "SELECT (SELECT count (*) FROM space) || ' ' || (SELECT count (*) FROM person) || ' '" \
  " || (SELECT count (*) FROM booking) || ' ' || (SELECT count (*) FROM visit)" \
  " || ' ' || (SELECT count (*) FROM act)"

char *
foyer_backup_format_time (gint64 instant_ms)
{
  g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc (instant_ms / 1000);

  return g_date_time_format (when, "%Y%m%dT%H%M%SZ");
}

gboolean
foyer_backup_make_folder (const char  *folder,
                          GError     **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  foyer_db_set_error_from_errno (errno, folder, error);

  return FALSE;
}

gboolean
foyer_backup_sync (const char  *path,
                   GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int result = fd >= 0 ? fsync (fd) : -1;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  if (result != 0)
    foyer_db_set_error_from_errno (saved_errno, path, error);

  return result == 0;
}

/* Fills the temporary file; @counts is what @db held when the last page was copied. */
static gboolean
foyer_backup_fill (FoyerDb       *db,
                   const char    *temporary,
                   GCancellable  *cancellable,
                   char         **counts,
                   GError       **error)
{
  g_autoptr(FoyerDb) copy = foyer_db_open_copy (temporary, TRUE, foyer_db_get_clock (db), error);
  g_autofree char *dir = g_path_get_dirname (foyer_db_get_path (db));
  g_autofree char *mode = NULL;

  /* It is synced once it is whole, and has no use for a journal of its own. */
  if (copy == NULL
      || !foyer_db_exec (copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error)
      || !foyer_db_copy (db, copy, cancellable, error)
      || (*counts = foyer_db_query_text (db, COUNTS, error)) == NULL
      || !foyer_seed_file_pack (dir, copy, error)
      || (mode = foyer_db_query_text (copy, "PRAGMA journal_mode = DELETE", error)) == NULL)
    return FALSE;

  return TRUE;
}

static gboolean
foyer_backup_verify (FoyerDb       *db,
                     const char    *temporary,
                     const char    *counts,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(FoyerDb) copy = foyer_db_open_copy (temporary, FALSE, foyer_db_get_clock (db), error);
  g_autofree char *copy_counts = NULL;
  gint64 id;

  if (copy == NULL)
    return FALSE;
  foyer_db_breathe_for (copy, db, cancellable);
  if (!foyer_db_query_int (copy, "PRAGMA application_id", &id, error)
      || !foyer_check_file (copy, TRUE, error)
      || (copy_counts = foyer_db_query_text (copy, COUNTS, error)) == NULL)
    return FALSE;
  if (id != FOYER_DB_APPLICATION_ID || !g_str_equal (counts, copy_counts))
    {
      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED, "the copy has %s rows instead of %s",
                   copy_counts, counts);
      return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_backup_publish (const char  *temporary,
                      const char  *path,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!foyer_backup_sync (temporary, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) != 0
      && (errno != EINVAL || g_file_test (path, G_FILE_TEST_EXISTS) || g_rename (temporary, path) != 0))
    {
      if (errno == EEXIST)
        g_set_error (error, FOYER_ERROR, FOYER_ERROR_NOT_EMPTY, "%s is there", path);
      else
        foyer_db_set_error_from_errno (errno, path, error);
      return FALSE;
    }

  if (!foyer_backup_sync (folder, error))
    {
      /* What was not acknowledged does not stand in the way of another try. */
      g_unlink (path);
      return FALSE;
    }

  return TRUE;
}

gboolean
foyer_backup_write (FoyerDb       *db,
                    const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX.tmp", NULL);
  g_autofree char *counts = NULL;
  GStatBuf there;
  int fd;

  if (g_lstat (path, &there) == 0)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_NOT_EMPTY, "%s is there", path);
      return FALSE;
    }

  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        g_set_error (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no folder for %s", path);
      else
        foyer_db_set_error_from_errno (errno, path, error);
      return FALSE;
    }
  close (fd);

  if (!foyer_backup_fill (db, temporary, cancellable, &counts, error)
      || !foyer_backup_verify (db, temporary, counts, cancellable, error)
      || !foyer_backup_publish (temporary, path, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return TRUE;
}

gboolean
foyer_backup_verb (FoyerDb       *db,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;
  g_autoptr(GError) local_error = NULL;

  if (!foyer_backup_write (db, path, cancellable, error))
    return FALSE;

  /* A profile whose disk fails is the one that needs its backup. */
  stmt = foyer_db_prepare (db, "UPDATE profile SET last_backup_at = max (0, ?1)");
  foyer_stmt_bind_int (stmt, 1, foyer_db_now (db));
  if (!foyer_stmt_run (stmt, &local_error))
    g_info ("The backup is made, but not noted: %s", local_error->message);

  return TRUE;
}

gboolean
foyer_backup_get_last (FoyerDb  *db,
                       gint64   *instant_ms,
                       GError  **error)
{
  return foyer_db_query_int (db, "SELECT last_backup_at FROM profile", instant_ms, error);
}
