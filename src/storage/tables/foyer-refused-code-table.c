/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-refused-code-table.h"

#include "storage/db/foyer-stmt.h"

/* What the CNIL advises for registers of visitors: three months. */
#define KEPT_MS (92 * G_GINT64_CONSTANT (86400000))

gboolean
foyer_refused_code_table_prune (FoyerDb  *db,
                                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "DELETE FROM refused_code WHERE at < ?1");

  foyer_stmt_bind_int (stmt, 1, foyer_db_now (db) - KEPT_MS);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_refused_code_table_append (FoyerDb        *db,
                                 gint64          space_id,
                                 gint64          person_id,
                                 FoyerDay        day,
                                 FoyerCodeKind   kind,
                                 const char     *reason,
                                 GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO refused_code (space_id, person_id, day, at, kind, reason)"
    " VALUES (?1, nullif (?2, 0), ?3, ?4, ?5, ?6)");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_int (stmt, 2, person_id);
  foyer_stmt_bind_day (stmt, 3, day);
  foyer_stmt_bind_int (stmt, 4, foyer_db_now (db));
  foyer_stmt_bind_text (stmt, 5, foyer_code_kind_get_name (kind));
  foyer_stmt_bind_text (stmt, 6, reason);

  return foyer_refused_code_table_prune (db, error) && foyer_stmt_run (stmt, error);
}

GPtrArray *
foyer_refused_code_table_list (FoyerDb   *db,
                               gint64     space_id,
                               FoyerDay   day,
                               GError   **error)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_refused_code_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT r.at, r.kind, r.reason, p.uid, coalesce (p.name, '') FROM refused_code AS r"
    " LEFT JOIN person AS p ON p.deleted_at = 0 AND p.id IN ("
    "   WITH RECURSIVE chain (id) AS (SELECT r.person_id"
    "     UNION SELECT m.merged_into FROM person AS m JOIN chain ON m.id = chain.id WHERE m.merged_into IS NOT NULL)"
    "   SELECT id FROM chain)"
    " WHERE r.space_id = ?1 AND r.day = ?2 ORDER BY r.id DESC");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, day);
  do
    {
      FoyerRefusedCode *code;

      if (!foyer_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        break;

      code = g_new0 (FoyerRefusedCode, 1);
      g_ptr_array_add (codes, code);
      code->at_ms = foyer_stmt_get_int (stmt, 0);
      code->kind = foyer_code_kind_parse (foyer_stmt_get_text (stmt, 1));
      code->reason = foyer_stmt_dup_text (stmt, 2);
      if (*foyer_stmt_get_text (stmt, 3) != '\0')
        code->person_id = foyer_stmt_dup_text (stmt, 3);
      code->name = foyer_stmt_dup_text (stmt, 4);
    }
  while (row);

  return g_steal_pointer (&codes);
}
