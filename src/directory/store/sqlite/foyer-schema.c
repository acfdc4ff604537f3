/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/foyer-random.h"
#include "directory/foyer-directory-error.h"

#define SCHEMA_VERSION 1
#define SCHEMA_PATH "/io/github/foyerdesk/Foyer/directory/0001-a-directory.sql"

static int
open_private (const char  *path,
              GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

  if (fd < 0)
    foyer_directory_error_from_errno (errno, path, error);

  return fd;
}

int
foyer_schema_lock (const char  *path,
                   GError     **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int fd = open_private (name, error);

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;

  g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_BUSY,
               "%s is open in another process", path);
  close (fd);

  return -1;
}

static gboolean
create (FoyerSqlite  *db,
        GError      **error)
{
  g_autoptr(GBytes) script = g_resources_lookup_data (SCHEMA_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *epoch = foyer_schema_new_epoch ();

  return script != NULL &&
         foyer_sqlite_exec (db, "BEGIN IMMEDIATE", error) &&
         foyer_sqlite_exec (db, g_bytes_get_data (script, NULL), error) &&
         foyer_schema_set_meta (db, "epoch", epoch, error) &&
         foyer_schema_set_meta (db, "restored", "0", error) &&
         foyer_sqlite_exec (db, "PRAGMA application_id = 0x464F5944; PRAGMA user_version = 1; COMMIT",
                            error);
}

FoyerSqlite *
foyer_schema_open (const char  *path,
                   GError     **error)
{
  g_autoptr(FoyerSqlite) db = NULL;
  gint64 id, version, tables;
  int fd = open_private (path, error);         /* SQLite would make it readable for others */

  if (fd < 0)
    return NULL;
  close (fd);

  db = foyer_sqlite_open_writer (path, error);
  if (db == NULL ||
      !foyer_sqlite_query_int (db, "PRAGMA application_id", &id, error) ||
      !foyer_sqlite_query_int (db, "PRAGMA user_version", &version, error) ||
      !foyer_sqlite_query_int (db, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return NULL;

  if (tables == 0 && id == 0)
    return create (db, error) ? g_steal_pointer (&db) : NULL;
  if (id != FOYER_DIRECTORY_APPLICATION_ID)
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_FOREIGN,
                   "%s is not the file of a directory", path);
      return NULL;
    }
  if (version != SCHEMA_VERSION)
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_NEWER,
                   "%s was written by another version (%" G_GINT64_FORMAT ")", path, version);
      return NULL;
    }

  return g_steal_pointer (&db);
}

char *
foyer_schema_get_meta (FoyerSqlite  *db,
                       const char   *name,
                       GError      **error)
{
  g_autoptr(FoyerStatement) statement = foyer_sqlite_use (db, "SELECT value FROM meta WHERE name = ?1");
  gboolean row;

  foyer_statement_bind_text (statement, 1, name);
  if (!foyer_statement_step (statement, &row, error))
    return NULL;

  return g_strdup (row ? foyer_statement_get_text (statement, 0) : "");
}

gboolean
foyer_schema_set_meta (FoyerSqlite  *db,
                       const char   *name,
                       const char   *value,
                       GError      **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO meta(name, value) VALUES (?1, ?2)"
                          " ON CONFLICT(name) DO UPDATE SET value = excluded.value");

  foyer_statement_bind_text (statement, 1, name);
  foyer_statement_bind_text (statement, 2, value);

  return foyer_statement_run (statement, error);
}

char *
foyer_schema_new_epoch (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_system ();

  return g_strdup_printf ("e%016" G_GINT64_MODIFIER "x", foyer_random_next (random));
}
