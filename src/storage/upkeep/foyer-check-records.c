/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-check-records.h"

#include "core/foyer-person.h"
#include "storage/db/foyer-stmt.h"
#include "storage/upkeep/foyer-check.h"

/* Who is gone has left nothing, and nobody has a card under a code that it does not have. */
static const char sql_of_nobody[] =
  "SELECT p.uid FROM person_record AS r JOIN person AS p ON p.id = r.person_id WHERE p.deleted_at <> 0"
  " AND (r.needs || r.languages || r.notes || r.emergency_name || r.emergency_phone || r.card || r.card_fold) <> ''"
  " UNION SELECT p.uid FROM person_consent AS c JOIN person AS p ON p.id = c.person_id"
  " WHERE p.deleted_at <> 0 AND c.deleted_at = 0"
  /* Who was erased has left nothing at all, and no log of an act either. */
  " UNION SELECT uid FROM person AS p WHERE deleted_at < 0 AND (member <> 0 OR fold || email || email_fold || phone"
  "     || phone_tail <> '' OR EXISTS (SELECT 1 FROM person_record WHERE person_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM person_skill WHERE person_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM person_consent WHERE person_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM rules_accepted WHERE person_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM person_apart WHERE one_id = p.id OR other_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM guest_key WHERE person_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM refused_code WHERE person_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM refused_code WHERE person_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM waiting WHERE person_id = p.id AND state IN ('waiting', 'offered') AND deleted_at = 0)"
  "   OR EXISTS (SELECT 1 FROM booking WHERE person_id = p.id AND (key <> '' OR state = 'requested') AND deleted_at = 0)"
  "   OR EXISTS (SELECT 1 FROM act_row WHERE tbl = 'person' AND row_id = p.id)"
  "   OR EXISTS (SELECT 1 FROM act_extra_row WHERE tbl = 'person_record' AND row_id = p.id))";
/* What still names a record that went into another, or has no end of such records. */
static const char sql_merged[] =
  "WITH RECURSIVE chain (start, id) AS (SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL"
  "   UNION SELECT c.start, p.merged_into FROM chain AS c JOIN person AS p ON p.id = c.id WHERE p.merged_into IS NOT NULL)"
  " SELECT uid FROM person AS m WHERE merged_into IS NOT NULL AND (deleted_at = 0"
  "   OR EXISTS (SELECT 1 FROM booking WHERE person_id = m.id) OR EXISTS (SELECT 1 FROM series WHERE person_id = m.id)"
  "   OR EXISTS (SELECT 1 FROM waiting WHERE person_id = m.id) OR EXISTS (SELECT 1 FROM pass WHERE person_id = m.id)"
  "   OR EXISTS (SELECT 1 FROM person_consent WHERE person_id = m.id)"
  "   OR EXISTS (SELECT 1 FROM rules_accepted WHERE person_id = m.id)"
  "   OR NOT EXISTS (SELECT 1 FROM chain AS c JOIN person AS p ON p.id = c.id"
  "                   WHERE c.start = m.id AND p.merged_into IS NULL))";
static const char sql_cards[] =
  "SELECT p.uid, r.card, r.card_fold FROM person_record AS r JOIN person AS p ON p.id = r.person_id"
  " WHERE r.card <> '' OR r.card_fold <> ''";

gboolean
foyer_check_records (FoyerDb    *db,
                     GPtrArray  *problems,
                     GError    **error)
{
  g_autoptr(FoyerStmt) nobody = foyer_db_prepare (db, sql_of_nobody);
  g_autoptr(FoyerStmt) merged = foyer_db_prepare (db, sql_merged);
  g_autoptr(FoyerStmt) cards = foyer_db_prepare (db, sql_cards);
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (nobody, &row, error)) && row)
    foyer_check_add (problems, FOYER_FINDING_RECORD, foyer_stmt_get_text (nobody, 0));
  if (!done)
    return FALSE;

  while ((done = foyer_stmt_step (merged, &row, error)) && row)
    foyer_check_add (problems, FOYER_FINDING_MERGED, foyer_stmt_get_text (merged, 0));
  if (!done)
    return FALSE;

  while ((done = foyer_stmt_step (cards, &row, error)) && row)
    {
      g_autofree char *fold = foyer_person_fold_card (foyer_stmt_get_text (cards, 1));

      if (!g_str_equal (fold, foyer_stmt_get_text (cards, 2)))
        foyer_check_add (problems, FOYER_FINDING_RECORD, foyer_stmt_get_text (cards, 0));
    }

  return done;
}
