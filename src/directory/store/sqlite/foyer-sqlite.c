/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-sqlite.h"

#include <string.h>

#include "directory/foyer-directory-error.h"

struct _FoyerSqlite {
  sqlite3    *handle;
  GHashTable *statements;                /* of literal to FoyerStatement */
};

struct _FoyerStatement {
  FoyerSqlite  *db;
  sqlite3_stmt *handle;
  const char   *sql;
  int           code;                    /* the first thing that went wrong */
  gboolean      used;
};

static void
statement_free (gpointer data)
{
  FoyerStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

void
foyer_sqlite_set_error (FoyerSqlite  *self,
                        int           code,
                        const char   *context,
                        GError      **error)
{
  FoyerDirectoryError kind;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      kind = FOYER_DIRECTORY_ERROR_BUSY;
      break;

    case SQLITE_FULL:
      kind = FOYER_DIRECTORY_ERROR_DISK_FULL;
      break;

    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      kind = FOYER_DIRECTORY_ERROR_IO;
      break;

    case SQLITE_CORRUPT:
      kind = FOYER_DIRECTORY_ERROR_DAMAGED;
      break;

    case SQLITE_NOTADB:
      kind = FOYER_DIRECTORY_ERROR_FOREIGN;
      break;

    default:
      kind = FOYER_DIRECTORY_ERROR_FAILED;
      break;
    }

  /* The message of SQLite names tables and rules, never values. */
  g_set_error (error, FOYER_DIRECTORY_ERROR, (int) kind, "%s (%d): %s",
               self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code), code,
               context);
}

static gboolean
harden (FoyerSqlite  *self,
        GError      **error)
{
  const int switches[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int answer = -1;
      int code = sqlite3_db_config (self->handle, switches[i][0], switches[i][1], &answer);

      if (code != SQLITE_OK || answer != switches[i][1])
        {
          g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_FAILED,
                       "SQLite refuses switch %d", switches[i][0]);
          return FALSE;
        }
    }
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);

  return TRUE;
}

static FoyerSqlite *
sqlite_open (const char  *path,
             int          flags,
             GError     **error)
{
  g_autoptr(FoyerSqlite) self = g_new0 (FoyerSqlite, 1);
  int code;

  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, statement_free);
  code = sqlite3_open_v2 (path, &self->handle,
                          flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      foyer_sqlite_set_error (self, code, path, error);
      return NULL;
    }
  if (!harden (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

FoyerSqlite *
foyer_sqlite_open_writer (const char  *path,
                          GError     **error)
{
  g_autoptr(FoyerSqlite) self = sqlite_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (self == NULL ||
      !foyer_sqlite_exec (self,
                          "PRAGMA journal_mode = WAL;"
                          "PRAGMA synchronous = FULL;"
                          "PRAGMA foreign_keys = ON;"
                          "PRAGMA recursive_triggers = ON;"
                          "PRAGMA secure_delete = ON;"
                          "PRAGMA cell_size_check = ON;"
                          "PRAGMA temp_store = MEMORY;"
                          "PRAGMA wal_autocheckpoint = 1000;"
                          "PRAGMA journal_size_limit = 16777216;"
                          "PRAGMA cache_size = -32000", error))
    return NULL;

  return g_steal_pointer (&self);
}

FoyerSqlite *
foyer_sqlite_open_reader (const char  *path,
                          GError     **error)
{
  g_autoptr(FoyerSqlite) self = sqlite_open (path, SQLITE_OPEN_READONLY, error);

  if (self == NULL ||
      !foyer_sqlite_exec (self,
                          "PRAGMA query_only = ON;"
                          "PRAGMA temp_store = MEMORY;"
                          "PRAGMA cache_size = -16000;"
                          "PRAGMA mmap_size = 1073741824", error))
    return NULL;
  /* The first statement of a reader may meet the writer's recovery of the journal. */
  sqlite3_busy_timeout (self->handle, 1000);

  return g_steal_pointer (&self);
}

void
foyer_sqlite_free (FoyerSqlite *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
foyer_sqlite_get_handle (FoyerSqlite *self)
{
  return self->handle;
}

gboolean
foyer_sqlite_exec (FoyerSqlite  *self,
                   const char   *script,
                   GError      **error)
{
  int code = sqlite3_exec (self->handle, script, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    foyer_sqlite_set_error (self, code, "script", error);

  return code == SQLITE_OK;
}

gboolean
foyer_sqlite_query_int (FoyerSqlite  *self,
                        const char   *sql,
                        gint64       *value,
                        GError      **error)
{
  g_autoptr(FoyerStatement) statement = foyer_sqlite_use (self, sql);
  gboolean row;

  if (!foyer_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? foyer_statement_get_int (statement, 0) : 0;

  return TRUE;
}

gboolean
foyer_sqlite_checkpoint (FoyerSqlite  *self,
                         GError      **error)
{
  int code = sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  if (code != SQLITE_OK)
    foyer_sqlite_set_error (self, code, "checkpoint", error);

  return code == SQLITE_OK;
}

FoyerStatement *
foyer_sqlite_use (FoyerSqlite *self,
                  const char  *sql)
{
  FoyerStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = g_new0 (FoyerStatement, 1);
      statement->db = self;
      statement->sql = sql;
      g_hash_table_insert (self->statements, (char *) sql, statement);
    }
  g_assert (!statement->used);
  statement->used = TRUE;
  statement->code = SQLITE_OK;
  if (statement->handle == NULL)
    statement->code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                          &statement->handle, NULL);

  return statement;
}

void
foyer_statement_release (FoyerStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->used = FALSE;
}

static void
keep_code (FoyerStatement *self,
           int             code)
{
  if (self->code == SQLITE_OK)
    self->code = code;
}

void
foyer_statement_bind_int (FoyerStatement *self,
                          int             index,
                          gint64          value)
{
  keep_code (self, sqlite3_bind_int64 (self->handle, index, value));
}

void
foyer_statement_bind_text (FoyerStatement *self,
                           int             index,
                           const char     *text)
{
  keep_code (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT));
}

void
foyer_statement_bind_blob (FoyerStatement *self,
                           int             index,
                           gconstpointer   data,
                           gsize           size)
{
  keep_code (self, sqlite3_bind_blob64 (self->handle, index, data, size, SQLITE_STATIC));
}

void
foyer_statement_bind_bytes (FoyerStatement *self,
                            int             index,
                            GBytes         *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  foyer_statement_bind_blob (self, index, data, size);
}

gboolean
foyer_statement_step (FoyerStatement  *self,
                      gboolean        *row,
                      GError         **error)
{
  int code = self->code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);
  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  foyer_sqlite_set_error (self->db, code, self->sql, error);
  return FALSE;
}

gboolean
foyer_statement_run (FoyerStatement  *self,
                     GError         **error)
{
  gboolean row, done;

  do
    done = foyer_statement_step (self, &row, error);
  while (done && row);
  sqlite3_reset (self->handle);

  return done;
}

gint64
foyer_statement_get_int (FoyerStatement *self,
                         int             column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
foyer_statement_get_text (FoyerStatement *self,
                          int             column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? text : "";
}

gconstpointer
foyer_statement_get_blob (FoyerStatement *self,
                          int             column,
                          gsize          *size)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  *size = (gsize) sqlite3_column_bytes (self->handle, column);

  return data;
}

GBytes *
foyer_statement_dup_bytes (FoyerStatement *self,
                           int             column)
{
  gsize size;
  gconstpointer data = foyer_statement_get_blob (self, column, &size);

  return g_bytes_new (data, size);
}

gboolean
foyer_statement_copy_blob (FoyerStatement *self,
                           int             column,
                           gpointer        data,
                           gsize           size)
{
  gsize found;
  gconstpointer blob = foyer_statement_get_blob (self, column, &found);

  if (blob == NULL || found != size)
    return FALSE;
  memcpy (data, blob, size);

  return TRUE;
}

gboolean
foyer_statement_is_null (FoyerStatement *self,
                         int             column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
