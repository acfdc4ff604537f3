/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-act-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

void
foyer_act_free (FoyerAct *self)
{
  g_free (self->verb);
  g_free (self->subject);
  g_free (self);
}

static void
foyer_act_row_free (FoyerActRow *self)
{
  g_free (self->table);
  g_free (self->before);
  g_free (self);
}

static gboolean
foyer_act_insert (FoyerDb     *db,
                  const char  *verb,
                  const char  *subject,
                  gint64       undoes,
                  GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "INSERT INTO act (verb, subject, at, undoes)"
                                                    " VALUES (?1, ?2, ?3, ?4)");

  foyer_stmt_bind_text (stmt, 1, verb);
  foyer_stmt_bind_text (stmt, 2, subject);
  foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));
  foyer_stmt_bind_int (stmt, 4, undoes);
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  foyer_db_set_act (db, foyer_db_last_row (db));

  return TRUE;
}

gboolean
foyer_act_open (FoyerDb     *db,
                const char  *verb,
                const char  *subject,
                gint64      *act,
                GError     **error)
{
  if (foyer_db_get_act (db) == 0 && !foyer_act_insert (db, verb, subject, 0, error))
    return FALSE;

  *act = foyer_db_get_act (db);

  return TRUE;
}

gboolean
foyer_act_open_news (FoyerDb     *db,
                     const char  *subject,
                     GError     **error)
{
  return foyer_db_get_act (db) != 0 || foyer_act_insert (db, "news", subject, FOYER_ACT_OF_NOBODY, error);
}

gboolean
foyer_act_open_house (FoyerDb     *db,
                      const char  *subject,
                      GError     **error)
{
  return foyer_db_get_act (db) != 0 || foyer_act_insert (db, "house", subject, FOYER_ACT_OF_HOUSE, error);
}

gboolean
foyer_act_open_undo (FoyerDb         *db,
                     const FoyerAct  *undone,
                     GError         **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE act SET undone_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, undone->id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error)
         && foyer_act_insert (db, "undo", undone->subject, undone->id, error);
}

gboolean
foyer_act_close (FoyerDb     *db,
                 const char  *verb,
                 const char  *subject,
                 GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE act SET undone_at = ?3 WHERE verb = ?1 AND subject = ?2 AND undone_at = 0");

  foyer_stmt_bind_text (stmt, 1, verb);
  foyer_stmt_bind_text (stmt, 2, subject);
  foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

FoyerAct *
foyer_act_find (FoyerDb  *db,
                gint64    id,
                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;
  FoyerAct *self;
  gboolean row;

  if (id != 0)
    {
      stmt = foyer_db_prepare (db, "SELECT id, verb, subject, undone_at, undoes FROM act WHERE id = ?1");
      foyer_stmt_bind_int (stmt, 1, id);
    }
  else
    {
      stmt = foyer_db_prepare (db, "SELECT id, verb, subject, undone_at, undoes FROM act"
                                   " WHERE undone_at = 0 AND undoes = 0 ORDER BY id DESC LIMIT 1");
    }

  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOTHING_TO_UNDO, "no such act in the journal");
      return NULL;
    }

  self = g_new (FoyerAct, 1);
  self->id = foyer_stmt_get_int (stmt, 0);
  self->verb = foyer_stmt_dup_text (stmt, 1);
  self->subject = foyer_stmt_dup_text (stmt, 2);
  self->undone_at = foyer_stmt_get_int (stmt, 3);
  self->undoes = foyer_stmt_get_int (stmt, 4);

  return self;
}

GPtrArray *
foyer_act_list_rows (FoyerDb  *db,
                     gint64    id,
                     GError  **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_act_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT tbl, row_id, before FROM act_image WHERE act_id = ?1"
                                                    " UNION ALL"
                                                    " SELECT tbl, row_id, before FROM act_travel_row WHERE act_id = ?1"
                                                    " UNION ALL"
                                                    " SELECT tbl, row_id, before FROM act_extra_row WHERE act_id = ?1");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerActRow *act_row = g_new (FoyerActRow, 1);

      act_row->table = foyer_stmt_dup_text (stmt, 0);
      act_row->row = foyer_stmt_get_int (stmt, 1);
      act_row->before = foyer_stmt_dup_text (stmt, 2);
      g_ptr_array_add (rows, act_row);
    }

  return done ? g_steal_pointer (&rows) : NULL;
}

gboolean
foyer_act_is_covered (FoyerDb   *db,
                      gint64     id,
                      gboolean  *covered,
                      GError   **error)
{
  /* What a later act made no earlier one knows, so that its other images will do. Of those that are not
   * undone, the host's and what came by post count. */
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM act AS later JOIN act_row AS above ON above.act_id = later.id"
    " JOIN act_image AS below ON below.act_id = ?1 AND below.tbl = above.tbl AND below.row_id = above.row_id"
    " WHERE later.id > ?1 AND later.undone_at = 0 AND later.undoes IN (0, -1)"
    " UNION ALL"
    " SELECT 1 FROM act AS later JOIN act_travel_row AS above ON above.act_id = later.id"
    " JOIN act_travel_row AS below ON below.act_id = ?1 AND below.tbl = above.tbl AND below.row_id = above.row_id"
    " WHERE later.id > ?1 AND later.undone_at = 0 AND later.undoes IN (0, -1)"
    " UNION ALL"
    " SELECT 1 FROM act AS later JOIN act_extra_row AS above ON above.act_id = later.id"
    " JOIN act_extra_row AS below ON below.act_id = ?1 AND below.tbl = above.tbl AND below.row_id = above.row_id"
    " WHERE later.id > ?1 AND later.undone_at = 0 AND later.undoes IN (0, -1) LIMIT 1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_stmt_step (stmt, covered, error);
}

gboolean
foyer_act_is_empty (FoyerDb   *db,
                    gint64     id,
                    gboolean  *empty,
                    GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM act_image WHERE act_id = ?1 UNION ALL SELECT 1 FROM act_travel_row WHERE act_id = ?1"
    " UNION ALL SELECT 1 FROM act_extra_row WHERE act_id = ?1 LIMIT 1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *empty = !row;

  return TRUE;
}

gboolean
foyer_act_prune (FoyerDb  *db,
                 GError  **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerStmt) rows = NULL;
  g_autoptr(FoyerStmt) acts = NULL;
  gint64 limit = foyer_db_now (db) - FOYER_JOURNAL_DAYS * MS_PER_DAY;

  if (transaction == NULL)
    return FALSE;

  /* Acts are numbered as they come: the search ends at the first that is kept. */
  rows = foyer_db_prepare (db, "DELETE FROM act_row WHERE act_id <"
                               " (SELECT min (id) FROM (SELECT id FROM act WHERE at >= ?1 UNION ALL SELECT max (id) FROM act))");
  acts = foyer_db_prepare (db, "DELETE FROM act WHERE id <"
                               " (SELECT min (id) FROM (SELECT id FROM act WHERE at >= ?1 UNION ALL SELECT max (id) FROM act))");
  foyer_stmt_bind_int (rows, 1, limit);
  foyer_stmt_bind_int (acts, 1, limit);

  return foyer_stmt_run (rows, error) && foyer_stmt_run (acts, error)
         && foyer_transaction_commit (transaction, error);
}

gboolean
foyer_act_forget_all (FoyerDb  *db,
                      GError  **error)
{
  return foyer_db_exec (db, "DELETE FROM act_row; DELETE FROM act", error);
}
