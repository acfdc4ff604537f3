/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"

static const char * const events[] = {
  [FOYER_VISIT_IN] = "in",
  [FOYER_VISIT_OUT] = "out",
  [FOYER_VISIT_IN_UNDONE] = "in-undone",
  [FOYER_VISIT_OUT_UNDONE] = "out-undone",
};

gboolean
foyer_visit_table_append (FoyerDb          *db,
                          gint64            booking_id,
                          FoyerVisitEvent   event,
                          GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "INSERT INTO visit (booking_id, event, at) VALUES (?1, ?2, ?3)");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_text (stmt, 2, events[event]);
  foyer_stmt_bind_int (stmt, 3, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}
