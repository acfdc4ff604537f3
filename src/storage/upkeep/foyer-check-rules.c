/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-check-rules.h"

#include "storage/db/foyer-stmt.h"
#include "storage/upkeep/foyer-check.h"

/* The last version is what the space says, no number is left out, each text is another one than
 * the one before it, and nobody who is gone has accepted any, nor one that is no more. */
static const char sql[] =
  "SELECT uid FROM space WHERE deleted_at = 0 AND rules <> coalesce ((SELECT text FROM house_rules"
  "   WHERE space_id = space.id AND deleted_at = 0 ORDER BY version DESC LIMIT 1), '')"
  " UNION SELECT s.uid FROM (SELECT space_id, version, row_number () OVER numbered AS nth, text,"
  "     lag (text, 1, '') OVER numbered AS before FROM house_rules WHERE deleted_at = 0"
  "     WINDOW numbered AS (PARTITION BY space_id ORDER BY version)) AS h JOIN space AS s ON s.id = h.space_id"
  "   WHERE h.version <> h.nth OR h.text = h.before"
  " UNION SELECT p.uid FROM rules_accepted AS a JOIN person AS p ON p.id = a.person_id"
  "   JOIN house_rules AS h ON h.id = a.rules_id"
  "   WHERE a.deleted_at = 0 AND (p.deleted_at <> 0 OR h.deleted_at <> 0 OR h.text = '')";

gboolean
foyer_check_rules (FoyerDb    *db,
                   GPtrArray  *problems,
                   GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    foyer_check_add (problems, FOYER_FINDING_RULES, foyer_stmt_get_text (stmt, 0));

  return done;
}
