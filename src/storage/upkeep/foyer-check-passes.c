/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-check-passes.h"

#include "storage/db/foyer-stmt.h"
#include "storage/upkeep/foyer-check.h"

/* Each gives a row with the id of a pass or of a booking for every breach. */
static const struct {
  const char       *sql;
  FoyerFindingKind  kind;
} invariants[] = {
  { "SELECT uid FROM pass WHERE used <> coalesce ((SELECT sum (halves) FROM pass_use WHERE pass_id = pass.id), 0)"
    " OR (halves > 0 AND used > halves) OR (deleted_at <> 0 AND used > 0)",
    FOYER_FINDING_PASS },
  { "SELECT p.uid FROM pass AS p JOIN pass_use AS u ON u.pass_id = p.id JOIN booking AS b ON b.id = u.booking_id"
    " WHERE p.halves = 0 GROUP BY p.id, b.day HAVING sum (u.halves) > 2",
    FOYER_FINDING_PASS },
  { "SELECT uid FROM (SELECT b.uid, sum (u.n) AS n, min (u.n) AS least, b.seats * ((b.part & 1) + (b.part >> 1)) AS halves,"
    "   b.deleted_at <> 0 OR (b.state NOT IN ('confirmed', 'checked-in', 'checked-out', 'no-show')"
    "     AND NOT (b.state = 'cancelled' AND EXISTS (SELECT 1 FROM request WHERE booking_id = b.id AND late = 1))) AS free"
    "   FROM (SELECT booking_id, sum (halves) AS n FROM pass_use GROUP BY booking_id, pass_id) AS u"
    "   JOIN booking AS b ON b.id = u.booking_id GROUP BY b.id)"
    " WHERE n > halves OR least < 0 OR (n > 0 AND free)",
    FOYER_FINDING_PASS_VISIT },
  { "SELECT DISTINCT b.uid FROM (SELECT pass_id, booking_id FROM pass_use GROUP BY pass_id, booking_id HAVING sum (halves) > 0) AS u"
    " JOIN pass AS p ON p.id = u.pass_id JOIN booking AS b ON b.id = u.booking_id"
    " JOIN booking_payer AS payer ON payer.booking_id = b.id"
    " WHERE p.person_id <> payer.person_id OR p.currency <> b.currency OR p.space_id <> b.space_id"
    " OR b.day < p.from_day OR (p.until_day <> '' AND b.day > p.until_day)",
    FOYER_FINDING_PASS_VISIT },
};

gboolean
foyer_check_passes (FoyerDb    *db,
                    GPtrArray  *problems,
                    GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invariants); i++)
    {
      g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, invariants[i].sql);
      gboolean done;
      gboolean row;

      while ((done = foyer_stmt_step (stmt, &row, error)) && row)
        foyer_check_add (problems, invariants[i].kind, foyer_stmt_get_text (stmt, 0));
      if (!done)
        return FALSE;
    }

  return TRUE;
}
