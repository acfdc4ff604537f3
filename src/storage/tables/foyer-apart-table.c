/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-apart-table.h"

#include "storage/db/foyer-stmt.h"

gboolean
foyer_apart_table_has (FoyerDb   *db,
                       gint64     one,
                       gint64     other,
                       gboolean  *has,
                       GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM person_apart WHERE one_id = ?1 AND other_id = ?2 AND deleted_at = 0");

  foyer_stmt_bind_int (stmt, 1, MIN (one, other));
  foyer_stmt_bind_int (stmt, 2, MAX (one, other));

  return foyer_stmt_step (stmt, has, error);
}

gboolean
foyer_apart_table_insert (FoyerDb  *db,
                          gint64    one,
                          gint64    other,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO person_apart (one_id, other_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING");

  foyer_stmt_bind_int (stmt, 1, MIN (one, other));
  foyer_stmt_bind_int (stmt, 2, MAX (one, other));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_apart_table_copy (FoyerDb  *db,
                        gint64    from,
                        gint64    to,
                        GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO person_apart (one_id, other_id)"
    " SELECT min (third, ?2), max (third, ?2)"
    "   FROM (SELECT one_id + other_id - ?1 AS third FROM person_apart"
    "          WHERE (one_id = ?1 OR other_id = ?1) AND deleted_at = 0)"
    "  WHERE third <> ?2 ON CONFLICT DO NOTHING");

  foyer_stmt_bind_int (stmt, 1, from);
  foyer_stmt_bind_int (stmt, 2, to);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_apart_table_restore (FoyerDb     *db,
                           gint64       id,
                           const char  *before,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE person_apart SET deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_apart_table_delete (FoyerDb  *db,
                          gint64    id,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE person_apart SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}
