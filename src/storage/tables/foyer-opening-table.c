/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-opening-table.h"

#include "storage/db/foyer-stmt.h"

GArray *
foyer_opening_table_list (FoyerDb  *db,
                          gint64    space_id,
                          GError  **error)
{
  g_autoptr(GArray) rules = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT weekdays, start_minute, end_minute, seats, from_day, until_day FROM opening_rule"
    " WHERE space_id = ?1 AND deleted_at = 0 ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerOpeningRule rule = {
        .weekdays = (guint) foyer_stmt_get_int (stmt, 0),
        .start_minute = (int) foyer_stmt_get_int (stmt, 1),
        .end_minute = (int) foyer_stmt_get_int (stmt, 2),
        .seats = (int) foyer_stmt_get_int (stmt, 3),
        .from = foyer_stmt_get_day (stmt, 4),
        .until = foyer_stmt_get_day (stmt, 5),
      };

      g_array_append_val (rules, rule);
    }

  return done ? g_steal_pointer (&rules) : NULL;
}

gboolean
foyer_opening_table_insert (FoyerDb                 *db,
                            gint64                   space_id,
                            const FoyerOpeningRule  *rule,
                            GError                 **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO opening_rule (space_id, weekdays, start_minute, end_minute, seats, from_day, until_day)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_int (stmt, 2, rule->weekdays);
  foyer_stmt_bind_int (stmt, 3, rule->start_minute);
  foyer_stmt_bind_int (stmt, 4, rule->end_minute);
  foyer_stmt_bind_int (stmt, 5, rule->seats);
  foyer_stmt_bind_day (stmt, 6, rule->from);
  foyer_stmt_bind_day (stmt, 7, rule->until);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_opening_table_clear (FoyerDb  *db,
                           gint64    space_id,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE opening_rule SET deleted_at = ?2 WHERE space_id = ?1 AND deleted_at = 0");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_opening_table_restore (FoyerDb     *db,
                             gint64       id,
                             const char  *before,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE opening_rule SET weekdays = ?2 ->> 'weekdays', start_minute = ?2 ->> 'start_minute',"
    " end_minute = ?2 ->> 'end_minute', seats = ?2 ->> 'seats', from_day = ?2 ->> 'from_day',"
    " until_day = ?2 ->> 'until_day', deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_opening_table_delete (FoyerDb  *db,
                            gint64    id,
                            GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE opening_rule SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_opening_table_get_space (FoyerDb  *db,
                               gint64    id,
                               gint64   *space_id,
                               GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT space_id FROM opening_rule WHERE id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *space_id = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}
