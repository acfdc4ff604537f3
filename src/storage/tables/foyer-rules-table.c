/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-rules-table.h"

#include "core/foyer-instant.h"
#include "storage/db/foyer-stmt.h"

GPtrArray *
foyer_rules_table_list (FoyerDb    *db,
                        gint64      space_id,
                        GTimeZone  *zone,
                        GError    **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_house_rules_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT version, made_at, text,"
    "  (SELECT count (*) FROM rules_accepted WHERE rules_id = house_rules.id AND deleted_at = 0)"
    " FROM house_rules WHERE space_id = ?1 AND deleted_at = 0 ORDER BY version DESC");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerHouseRules *rules = g_new (FoyerHouseRules, 1);

      rules->version = (int) foyer_stmt_get_int (stmt, 0);
      rules->since = foyer_instant_get_day (zone, foyer_stmt_get_int (stmt, 1));
      rules->text = foyer_stmt_dup_text (stmt, 2);
      rules->n_accepted = (int) foyer_stmt_get_int (stmt, 3);
      g_ptr_array_add (list, rules);
    }

  return done ? g_steal_pointer (&list) : NULL;
}

gboolean
foyer_rules_table_restore (FoyerDb     *db,
                           gint64       id,
                           const char  *before,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE house_rules SET deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_rules_table_delete (FoyerDb  *db,
                          gint64    id,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE house_rules SET deleted_at = max (1, ?2) WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

GPtrArray *
foyer_accepted_table_list (FoyerDb  *db,
                           gint64    person_id,
                           GError  **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_rules_accepted_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT s.uid, s.name, max (h.version), h.made_at, a.accepted_at, s.tz,"
    "  (SELECT max (version) FROM house_rules WHERE space_id = s.id AND deleted_at = 0)"
    " FROM rules_accepted AS a JOIN house_rules AS h ON h.id = a.rules_id JOIN space AS s ON s.id = h.space_id"
    " WHERE a.person_id = ?1 AND a.deleted_at = 0 AND s.deleted_at = 0"
    " GROUP BY s.id ORDER BY a.accepted_at DESC, s.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      GTimeZone *zone = foyer_db_get_zone (db, foyer_stmt_get_text (stmt, 5), error);
      FoyerRulesAccepted *accepted;

      if (zone == NULL)
        return NULL;
      accepted = g_new (FoyerRulesAccepted, 1);
      accepted->space_id = foyer_stmt_dup_text (stmt, 0);
      accepted->space_name = foyer_stmt_dup_text (stmt, 1);
      accepted->version = (int) foyer_stmt_get_int (stmt, 2);
      accepted->since = foyer_instant_get_day (zone, foyer_stmt_get_int (stmt, 3));
      accepted->accepted_ms = foyer_stmt_get_int (stmt, 4);
      accepted->current = (int) foyer_stmt_get_int (stmt, 6);
      g_ptr_array_add (list, accepted);
    }

  return done ? g_steal_pointer (&list) : NULL;
}

gboolean
foyer_accepted_table_has (FoyerDb   *db,
                          gint64     person_id,
                          gint64     space_id,
                          int        version,
                          gboolean  *done,
                          GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM rules_accepted AS a JOIN house_rules AS h ON h.id = a.rules_id"
    " WHERE a.person_id = ?1 AND a.deleted_at = 0 AND h.space_id = ?2 AND h.version = ?3 AND h.deleted_at = 0");

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_int (stmt, 3, version);

  return foyer_stmt_step (stmt, done, error);
}

gboolean
foyer_accepted_table_insert (FoyerDb  *db,
                             gint64    person_id,
                             gint64    space_id,
                             int       version,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO rules_accepted (person_id, rules_id, accepted_at)"
    " SELECT ?1, id, ?4 FROM house_rules WHERE space_id = ?2 AND version = ?3 AND deleted_at = 0");

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_int (stmt, 3, version);
  foyer_stmt_bind_int (stmt, 4, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_accepted_table_restore (FoyerDb     *db,
                              gint64       id,
                              const char  *before,
                              GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE rules_accepted SET person_id = ?2 ->> 'person_id', deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_accepted_table_delete (FoyerDb  *db,
                             gint64    id,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE rules_accepted SET deleted_at = max (1, ?2) WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_accepted_table_move (FoyerDb  *db,
                           gint64    from,
                           gint64    to,
                           GError  **error)
{
  g_autoptr(FoyerStmt) twice = foyer_db_prepare (db,
    "UPDATE rules_accepted SET deleted_at = ?3 WHERE person_id = ?1 AND deleted_at = 0"
    " AND EXISTS (SELECT 1 FROM rules_accepted AS a"
    "   WHERE a.person_id = ?2 AND a.rules_id = rules_accepted.rules_id AND a.deleted_at = 0)");
  g_autoptr(FoyerStmt) move = foyer_db_prepare (db, "UPDATE rules_accepted SET person_id = ?2 WHERE person_id = ?1");

  foyer_stmt_bind_int (twice, 1, from);
  foyer_stmt_bind_int (twice, 2, to);
  foyer_stmt_bind_int (twice, 3, foyer_db_now (db));
  foyer_stmt_bind_int (move, 1, from);
  foyer_stmt_bind_int (move, 2, to);

  return foyer_stmt_run (twice, error) && foyer_stmt_run (move, error);
}
