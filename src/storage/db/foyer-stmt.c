/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-stmt.h"

#include "storage/db/foyer-db-private.h"

struct _FoyerStmt {
  FoyerDb      *db;
  sqlite3_stmt *handle;
  const char   *sql;
  int           code;      /* the first thing that went wrong */
};

FoyerStmt *
foyer_stmt_new (FoyerDb      *db,
                sqlite3_stmt *handle,
                const char   *sql,
                int           code)
{
  FoyerStmt *self = g_new (FoyerStmt, 1);

  self->db = db;
  self->handle = handle;
  self->sql = sql;
  self->code = code;

  return self;
}

void
foyer_stmt_free (FoyerStmt *self)
{
  if (self->handle != NULL)
    foyer_db_give_back (self->db, self->sql, self->handle);
  g_free (self);
}

static void
foyer_stmt_keep_code (FoyerStmt *self,
                      int        code)
{
  if (self->code == SQLITE_OK)
    self->code = code;
}

void
foyer_stmt_bind_int (FoyerStmt *self,
                     int        index,
                     gint64     value)
{
  foyer_stmt_keep_code (self, sqlite3_bind_int64 (self->handle, index, value));
}

void
foyer_stmt_bind_text (FoyerStmt  *self,
                      int         index,
                      const char *text)
{
  g_assert (text != NULL);

  foyer_stmt_keep_code (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT));
}

void
foyer_stmt_bind_day (FoyerStmt *self,
                     int        index,
                     FoyerDay   day)
{
  char text[FOYER_DAY_TEXT_SIZE] = "";

  if (day != FOYER_DAY_NONE)
    foyer_day_format (day, text);
  foyer_stmt_bind_text (self, index, text);
}

void
foyer_stmt_bind_bytes (FoyerStmt *self,
                       int        index,
                       GBytes    *bytes)
{
  gsize size = 0;
  const void *data;

  if (bytes == NULL)
    {
      foyer_stmt_keep_code (self, sqlite3_bind_null (self->handle, index));
      return;
    }

  data = g_bytes_get_data (bytes, &size);
  foyer_stmt_keep_code (self, sqlite3_bind_blob64 (self->handle, index, data != NULL ? data : "", size,
                                                   SQLITE_TRANSIENT));
}

gboolean
foyer_stmt_step (FoyerStmt  *self,
                 gboolean   *row,
                 GError    **error)
{
  int code = self->code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  foyer_db_set_error (self->db, code, self->sql, error);
  return FALSE;
}

gboolean
foyer_stmt_run (FoyerStmt  *self,
                GError    **error)
{
  gboolean row;
  gboolean done;

  do
    done = foyer_stmt_step (self, &row, error);
  while (done && row);
  foyer_stmt_reset (self);

  return done;
}

void
foyer_stmt_reset (FoyerStmt *self)
{
  if (self->handle != NULL)
    sqlite3_reset (self->handle);
}

gint64
foyer_stmt_get_int (FoyerStmt *self,
                    int        column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
foyer_stmt_get_text (FoyerStmt *self,
                     int        column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? text : "";
}

char *
foyer_stmt_dup_text (FoyerStmt *self,
                     int        column)
{
  return g_strdup (foyer_stmt_get_text (self, column));
}

char **
foyer_stmt_dup_lines (FoyerStmt *self,
                      int        column)
{
  return g_strsplit (foyer_stmt_get_text (self, column), "\n", -1);
}

FoyerDay
foyer_stmt_get_day (FoyerStmt *self,
                    int        column)
{
  const char *text = foyer_stmt_get_text (self, column);
  FoyerDay day;

  if (foyer_day_parse (text, &day, NULL))
    return day;

  /* The schema lets no other text in: the file is damaged, which the next step tells. */
  if (*text != '\0')
    foyer_stmt_keep_code (self, SQLITE_CORRUPT);

  return FOYER_DAY_NONE;
}

GBytes *
foyer_stmt_dup_bytes (FoyerStmt *self,
                      int        column)
{
  const void *data = sqlite3_column_blob (self->handle, column);
  int size = sqlite3_column_bytes (self->handle, column);

  if (sqlite3_column_type (self->handle, column) == SQLITE_NULL)
    return NULL;

  return g_bytes_new (data, (gsize) size);
}
