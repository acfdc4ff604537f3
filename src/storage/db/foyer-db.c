/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-db.h"

#include <errno.h>
#include <stdlib.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/db/foyer-db-private.h"
#include "storage/db/foyer-stmt.h"

/* Steps of SQLite's machine between two looks at who waits: well under a millisecond. */
#define BREATHE_STEPS 20000

static void
foyer_db_act_cb (sqlite3_context  *context,
                 int               n_values,
                 sqlite3_value   **values)
{
  FoyerDb *self = sqlite3_user_data (context);

  if (self->act == 0)
    sqlite3_result_error (context, "change outside of an act", -1);
  else
    sqlite3_result_int64 (context, self->act);
}

static void
foyer_db_now_cb (sqlite3_context  *context,
                 int               n_values,
                 sqlite3_value   **values)
{
  sqlite3_result_int64 (context, foyer_db_now (sqlite3_user_data (context)));
}

/* Triggers write to these tables, and whoever waits for them is told all the same. */
static void
foyer_db_update_cb (gpointer       user_data,
                    int            operation,
                    const char    *database,
                    const char    *table,
                    sqlite3_int64  row)
{
  FoyerDb *self = user_data;

  /* An offer has an end, for which somebody has to wait. */
  if (g_str_equal (table, "post") || g_str_equal (table, "publication") || g_str_equal (table, "waiting"))
    self->touching |= FOYER_CHANGE_POST;
  else if (g_str_equal (table, "my_seat"))
    self->touching |= FOYER_CHANGE_MY_SEATS;
  if (self->watched != NULL && g_str_equal (table, self->watched))
    self->watch (row, self->watcher);
}

void
foyer_db_watch_rows (FoyerDb        *self,
                     const char     *table,
                     FoyerDbRowFunc  func,
                     gpointer        data,
                     GDestroyNotify  free_data)
{
  g_return_if_fail (self->watched == NULL);

  self->watched = table;
  self->watch = func;
  self->watcher = data;
  self->free_watcher = free_data;
}

gpointer
foyer_db_get_watcher (FoyerDb *self)
{
  return self->watcher;
}

/* SQLite follows no link, also not one of the way to the profile, such as /home. */
static char *
foyer_db_resolve (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *resolved = real != NULL ? g_build_filename (real, name, NULL) : g_strdup (path);

  free (real);

  return resolved;
}

static void
foyer_db_finalize_stmt (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

FoyerDb *
foyer_db_new (const char   *path,
              const char   *vfs,
              int           flags,
              FoyerClock   *clock,
              FoyerRandom  *random,
              GError      **error)
{
  FoyerDb *self = g_new0 (FoyerDb, 1);
  int code;

  self->owner = g_thread_self ();
  self->path = vfs == NULL && *path != '\0' ? foyer_db_resolve (path) : g_strdup (path);
  self->vfs = g_strdup (vfs);
  self->clock = foyer_clock_ref (clock);
  self->random = random != NULL ? foyer_random_ref (random) : foyer_random_new_system ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            foyer_db_finalize_stmt);
  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_time_zone_unref);

  code = sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, vfs);
  /* No waiting for a lock: another owner is told about at once. */
  if (code == SQLITE_OK)
    code = sqlite3_busy_timeout (self->handle, 0);
  if (code == SQLITE_OK)
    code = sqlite3_create_function (self->handle, "foyer_act", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, self,
                                    foyer_db_act_cb, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function (self->handle, "foyer_now", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, self,
                                    foyer_db_now_cb, NULL, NULL);
  if (code != SQLITE_OK)
    {
      foyer_db_set_error (self, code, path, error);
      foyer_db_free (self);
      return NULL;
    }
  sqlite3_update_hook (self->handle, foyer_db_update_cb, self);

  return self;
}

void
foyer_db_free (FoyerDb *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_hash_table_unref (self->zones);
  foyer_clock_unref (self->clock);
  foyer_random_unref (self->random);
  g_clear_object (&self->cancellable);
  if (self->watcher != NULL)
    self->free_watcher (self->watcher);
  g_free (self->changing_space);
  g_free (self->changed_space);
  g_free (self->path);
  g_free (self->vfs);
  g_free (self);
}

const char *
foyer_db_get_path (FoyerDb *self)
{
  return self->path;
}

const char *
foyer_db_get_vfs (FoyerDb *self)
{
  return self->vfs;
}

FoyerClock *
foyer_db_get_clock (FoyerDb *self)
{
  return self->clock;
}

FoyerRandom *
foyer_db_get_random (FoyerDb *self)
{
  return self->random;
}

void
foyer_db_set_clock (FoyerDb    *self,
                    FoyerClock *clock)
{
  foyer_clock_ref (clock);
  foyer_clock_unref (self->clock);
  self->clock = clock;
}

void
foyer_db_set_random (FoyerDb     *self,
                     FoyerRandom *random)
{
  foyer_random_ref (random);
  foyer_random_unref (self->random);
  self->random = random;
}

gint64
foyer_db_now (FoyerDb *self)
{
  return foyer_clock_now (self->clock);
}

char *
foyer_db_new_id (FoyerDb *self)
{
  return foyer_id_new_row (foyer_db_now (self), self->random);
}

GTimeZone *
foyer_db_get_zone (FoyerDb     *self,
                   const char  *identifier,
                   GError     **error)
{
  GTimeZone *zone = g_hash_table_lookup (self->zones, identifier);

  if (zone == NULL)
    {
      zone = foyer_zone_new (identifier, error);
      if (zone != NULL)
        g_hash_table_insert (self->zones, g_strdup (identifier), zone);
    }

  return zone;
}

FoyerStmt *
foyer_db_prepare (FoyerDb    *self,
                  const char *sql)
{
  sqlite3_stmt *handle = NULL;
  int code = SQLITE_OK;

  g_assert (self->owner == g_thread_self ());

  if (!g_hash_table_steal_extended (self->statements, sql, NULL, (gpointer *) &handle))
    code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  return foyer_stmt_new (self, handle, sql, code);
}

void
foyer_db_give_back (FoyerDb      *self,
                    const char   *sql,
                    sqlite3_stmt *handle)
{
  sqlite3_reset (handle);
  sqlite3_clear_bindings (handle);
  if (g_hash_table_contains (self->statements, sql))
    sqlite3_finalize (handle);
  else
    g_hash_table_insert (self->statements, (char *) sqlite3_sql (handle), handle);
}

gboolean
foyer_db_exec (FoyerDb     *self,
               const char  *script,
               GError     **error)
{
  int code;

  g_assert (self->owner == g_thread_self ());

  code = sqlite3_exec (self->handle, script, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    foyer_db_set_error (self, code, "script", error);

  return code == SQLITE_OK;
}

gint64
foyer_db_last_row (FoyerDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gboolean
foyer_db_query_int (FoyerDb     *self,
                    const char  *sql,
                    gint64      *value,
                    GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (self, sql);
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *value = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}

char *
foyer_db_query_text (FoyerDb     *self,
                     const char  *sql,
                     GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (self, sql);
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;

  return row ? foyer_stmt_dup_text (stmt, 0) : g_strdup ("");
}

gboolean
foyer_db_checkpoint (FoyerDb  *self,
                     GError  **error)
{
  int code = sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  if (code != SQLITE_OK)
    foyer_db_set_error (self, code, "checkpoint", error);

  return code == SQLITE_OK;
}

gboolean
foyer_db_is_broken (FoyerDb *self)
{
  return self->broken;
}

gint64
foyer_db_get_act (FoyerDb *self)
{
  return self->act;
}

void
foyer_db_set_act (FoyerDb *self,
                  gint64   act)
{
  self->act = act;
}

void
foyer_db_set_breathe (FoyerDb            *self,
                      FoyerDbBreatheFunc  func,
                      gpointer            data)
{
  self->breathe = func;
  self->breathe_data = data;
}

void
foyer_db_breathe (FoyerDb *self)
{
  g_assert (self->depth == 0);

  if (self->breathe != NULL)
    self->breathe (self->breathe_data);
}

static int
foyer_db_progress_cb (gpointer user_data)
{
  FoyerDb *self = user_data;

  foyer_db_breathe (self->breathe_for);

  return g_cancellable_is_cancelled (self->cancellable);
}

void
foyer_db_breathe_for (FoyerDb      *self,
                      FoyerDb      *main_db,
                      GCancellable *cancellable)
{
  self->breathe_for = main_db;
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, BREATHE_STEPS, foyer_db_progress_cb, self);
}

static FoyerDbError
foyer_db_error_from_errno (int saved_errno)
{
  switch (saved_errno)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      return FOYER_DB_ERROR_READ_ONLY;

    case ENOSPC:
    case EDQUOT:
      return FOYER_DB_ERROR_DISK_FULL;

    default:
      return FOYER_DB_ERROR_IO;
    }
}

void
foyer_db_set_error_from_errno (int          saved_errno,
                               const char  *context,
                               GError     **error)
{
  g_set_error (error, FOYER_DB_ERROR, (int) foyer_db_error_from_errno (saved_errno), "%s: %s",
               context, g_strerror (saved_errno));
}

/* The statements are ours and name the columns that there are: where one is not found, the text of the
 * schema itself, such as that of a trigger, is no longer what it was. */
static gboolean
foyer_db_is_schema_damage (FoyerDb *self)
{
  const char *message = self->handle != NULL ? sqlite3_errmsg (self->handle) : "";

  return g_str_has_prefix (message, "no such column: ") || !g_str_is_ascii (message);
}

static FoyerDbError
foyer_db_error_from_code (FoyerDb *self,
                          int      code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FOYER_DB_ERROR_BUSY;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      return FOYER_DB_ERROR_READ_ONLY;

    case SQLITE_FULL:
      return FOYER_DB_ERROR_DISK_FULL;

    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      if (self->handle == NULL || sqlite3_system_errno (self->handle) == 0)
        return FOYER_DB_ERROR_IO;
      return foyer_db_error_from_errno (sqlite3_system_errno (self->handle));

    case SQLITE_CORRUPT:
      return FOYER_DB_ERROR_DAMAGED;

    case SQLITE_NOTADB:
      return FOYER_DB_ERROR_FOREIGN;

    case SQLITE_ERROR:
      return foyer_db_is_schema_damage (self) ? FOYER_DB_ERROR_DAMAGED : FOYER_DB_ERROR_FAILED;

    default:
      return FOYER_DB_ERROR_FAILED;
    }
}

void
foyer_db_set_error (FoyerDb     *self,
                    int          code,
                    const char  *context,
                    GError     **error)
{
  const char *message = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  if ((code & 0xff) == SQLITE_IOERR)
    self->broken = TRUE;

  if (code == SQLITE_INTERRUPT && g_cancellable_is_cancelled (self->cancellable))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "oversell"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_FULL, "the guard refused the seat");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "has-bookings"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS, "the guard kept the seats that are held");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "desk-taken"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_DESK_TAKEN, "the guard refused the desk");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "no-pass"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NO_PASS, "the guard kept what the pass has");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "in-use"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "other rows stand on this one");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "archived"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_ARCHIVED, "the guard kept the archived space empty");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "same-photo"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_SAME_PHOTO, "the space has this photo");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "many-photos"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_MANY_PHOTOS, "the space has all the photos that it may have");
  else if (code == SQLITE_CONSTRAINT_TRIGGER && g_str_equal (message, "told"))
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "somebody was told otherwise");
  else
    g_set_error (error, FOYER_DB_ERROR, (int) foyer_db_error_from_code (self, code), "%s (%d): %s",
                 message, code, context);
}
