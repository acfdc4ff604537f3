/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-pass-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

#define SELECT_PASS \
  "SELECT p.id, p.person_id, p.uid, o.uid, s.uid, p.halves, p.used, p.reason, p.price_minor, p.currency, p.method," \
  " p.from_day, p.until_day, p.created_at, p.ended_at" \
  " FROM pass AS p JOIN person AS o ON o.id = p.person_id LEFT JOIN space AS s ON s.id = p.space_id "

void
foyer_pass_row_free (FoyerPassRow *self)
{
  g_clear_pointer (&self->pass, foyer_pass_free);
  g_free (self);
}

static FoyerPassRow *
foyer_pass_table_read (FoyerStmt  *stmt,
                       GError    **error)
{
  g_autoptr(FoyerPassRow) self = g_new (FoyerPassRow, 1);
  FoyerPass *pass = g_new0 (FoyerPass, 1);

  self->id = foyer_stmt_get_int (stmt, 0);
  self->person_id = foyer_stmt_get_int (stmt, 1);
  self->pass = pass;
  pass->id = foyer_stmt_dup_text (stmt, 2);
  pass->person_id = foyer_stmt_dup_text (stmt, 3);
  if (*foyer_stmt_get_text (stmt, 4) != '\0')
    pass->space_id = foyer_stmt_dup_text (stmt, 4);
  pass->halves = (int) foyer_stmt_get_int (stmt, 5);
  pass->n_used = (int) foyer_stmt_get_int (stmt, 6);
  if (!foyer_pass_reason_parse (foyer_stmt_get_text (stmt, 7), &pass->reason, error))
    return NULL;
  pass->price_minor = foyer_stmt_get_int (stmt, 8);
  g_strlcpy (pass->currency, foyer_stmt_get_text (stmt, 9), sizeof pass->currency);
  pass->method = foyer_stmt_dup_text (stmt, 10);
  pass->from = foyer_stmt_get_day (stmt, 11);
  pass->until = foyer_stmt_get_day (stmt, 12);
  pass->sold_ms = foyer_stmt_get_int (stmt, 13);
  pass->ended_ms = foyer_stmt_get_int (stmt, 14);

  return g_steal_pointer (&self);
}

FoyerPassRow *
foyer_pass_table_find (FoyerDb     *db,
                       const char  *uid,
                       GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_PASS "WHERE p.uid = ?1 AND p.deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such pass");
      return NULL;
    }

  return foyer_pass_table_read (stmt, error);
}

GPtrArray *
foyer_pass_table_list (FoyerDb  *db,
                       gint64    person_id,
                       GError  **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_pass_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_PASS "WHERE p.person_id = ?1 AND p.deleted_at = 0 ORDER BY p.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerPassRow *pass = foyer_pass_table_read (stmt, error);

      if (pass == NULL)
        return NULL;
      g_ptr_array_add (rows, pass);
    }

  return done ? g_steal_pointer (&rows) : NULL;
}

gboolean
foyer_pass_table_insert (FoyerDb          *db,
                         const char       *uid,
                         gint64            person_id,
                         gint64            space_id,
                         const FoyerPass  *pass,
                         GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO pass (uid, person_id, space_id, halves, reason, price_minor, currency, method, from_day, until_day,"
    " created_at) VALUES (?1, ?2, nullif (?3, 0), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");

  foyer_stmt_bind_text (stmt, 1, uid);
  foyer_stmt_bind_int (stmt, 2, person_id);
  foyer_stmt_bind_int (stmt, 3, space_id);
  foyer_stmt_bind_int (stmt, 4, pass->halves);
  foyer_stmt_bind_text (stmt, 5, foyer_pass_reason_get_name (pass->reason));
  foyer_stmt_bind_int (stmt, 6, pass->price_minor);
  foyer_stmt_bind_text (stmt, 7, pass->currency);
  foyer_stmt_bind_text (stmt, 8, pass->method);
  foyer_stmt_bind_day (stmt, 9, pass->from);
  foyer_stmt_bind_day (stmt, 10, pass->until);
  foyer_stmt_bind_int (stmt, 11, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_pass_table_end (FoyerDb  *db,
                      gint64    id,
                      GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE pass SET ended_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_pass_table_restore (FoyerDb     *db,
                          gint64       id,
                          const char  *before,
                          GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE pass SET person_id = coalesce (?2 ->> 'person_id', person_id), ended_at = ?2 ->> 'ended_at',"
    " deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_pass_table_delete (FoyerDb  *db,
                         gint64    id,
                         GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE pass SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_pass_table_move (FoyerDb  *db,
                       gint64    from,
                       gint64    to,
                       GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE pass SET person_id = ?2 WHERE person_id = ?1");

  foyer_stmt_bind_int (stmt, 1, from);
  foyer_stmt_bind_int (stmt, 2, to);

  return foyer_stmt_run (stmt, error);
}
