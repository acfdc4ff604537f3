/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE                  /* explicit_bzero() */

#include "storage/upkeep/foyer-seed-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "storage/db/foyer-stmt.h"
#include "storage/upkeep/foyer-backup.h"

#define SEED_SIZE 32

static void
foyer_seed_free (gpointer data)
{
  explicit_bzero (data, SEED_SIZE);
  g_free (data);
}

static gboolean
foyer_seed_file_read_all (int     fd,
                          guint8 *data)
{
  gsize got = 0;
  guint8 more;

  while (got < SEED_SIZE)
    {
      gssize n = read (fd, data + got, SEED_SIZE - got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      got += (gsize) n;
    }

  return read (fd, &more, 1) == 0;
}

/* A backup of the rest is worth more than none. */
GBytes *
foyer_seed_file_read (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, FOYER_SEED_FILE, NULL);
  g_autofd int fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  g_autoptr(GBytes) seed = NULL;
  struct stat there;
  guint8 *data;

  if (fd < 0 || fstat (fd, &there) != 0 || !S_ISREG (there.st_mode))
    return NULL;

  data = g_malloc0 (SEED_SIZE);
  seed = g_bytes_new_with_free_func (data, SEED_SIZE, foyer_seed_free, data);

  return foyer_seed_file_read_all (fd, data) ? g_steal_pointer (&seed) : NULL;
}

gboolean
foyer_seed_file_is_fine (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, FOYER_SEED_FILE, NULL);
  GStatBuf there;

  if (g_lstat (path, &there) != 0)
    return errno == ENOENT;

  return S_ISREG (there.st_mode) && there.st_uid == geteuid ()
         && (there.st_mode & 07777 & ~(S_IRUSR | S_IWUSR)) == 0 && there.st_size == SEED_SIZE;
}

gboolean
foyer_seed_file_pack (const char  *dir,
                      FoyerDb     *copy,
                      GError     **error)
{
  g_autoptr(GBytes) seed = foyer_seed_file_read (dir);
  g_autoptr(FoyerStmt) stmt = NULL;

  if (!foyer_db_exec (copy, "DROP TABLE IF EXISTS identity", error))
    return FALSE;
  if (seed == NULL)
    return TRUE;
  if (!foyer_db_exec (copy, "CREATE TABLE identity (id INTEGER PRIMARY KEY CHECK (id = 1),"
                            " seed BLOB NOT NULL CHECK (length (seed) = 32)) STRICT", error))
    return FALSE;

  stmt = foyer_db_prepare (copy, "INSERT INTO identity (id, seed) VALUES (1, ?1)");
  foyer_stmt_bind_bytes (stmt, 1, seed);

  return foyer_stmt_run (stmt, error);
}

static gboolean
foyer_seed_file_read_packed (FoyerDb  *copy,
                             GBytes  **seed,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (copy, "SELECT seed FROM identity WHERE length (seed) = 32");
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *seed = row ? foyer_stmt_dup_bytes (stmt, 0) : NULL;

  return TRUE;
}

gboolean
foyer_seed_file_unpack (FoyerDb  *copy,
                        GBytes  **seed,
                        GError  **error)
{
  gint64 packed;

  *seed = NULL;
  if (!foyer_db_query_int (copy, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = 'identity'",
                           &packed, error))
    return FALSE;
  if (packed == 0)
    return TRUE;

  /* No trace of it stays in the profile's database. */
  return foyer_seed_file_read_packed (copy, seed, error)
         && foyer_db_exec (copy, "PRAGMA secure_delete = ON; DROP TABLE identity", error);
}

gboolean
foyer_seed_file_differs (const char *dir,
                         GBytes     *seed)
{
  g_autoptr(GBytes) there = foyer_seed_file_read (dir);

  return there == NULL || !g_bytes_equal (there, seed) || !foyer_seed_file_is_fine (dir);
}

static gboolean
foyer_seed_file_write_all (int     fd,
                           GBytes *seed)
{
  const guint8 *data = g_bytes_get_data (seed, NULL);
  gsize done = 0;

  while (done < SEED_SIZE)
    {
      gssize n = write (fd, data + done, SEED_SIZE - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      done += (gsize) n;
    }

  return fsync (fd) == 0;
}

gboolean
foyer_seed_file_put (const char  *dir,
                     GBytes      *seed,
                     GError     **error)
{
  g_autofree char *path = g_build_filename (dir, FOYER_SEED_FILE, NULL);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX.tmp", NULL);
  g_autofd int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      foyer_db_set_error_from_errno (errno, temporary, error);
      return FALSE;
    }
  if (!foyer_seed_file_write_all (fd, seed) || g_rename (temporary, path) != 0)
    {
      foyer_db_set_error_from_errno (errno, path, error);
      g_unlink (temporary);
      return FALSE;
    }

  return foyer_backup_sync (dir, error);
}
