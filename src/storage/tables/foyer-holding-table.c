/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-fair-use.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"

/* By the index of a person's days: what others hold is not looked at. */
GArray *
foyer_holding_table_list (FoyerDb   *db,
                          gint64     space_id,
                          gint64     person_id,
                          FoyerDay   first,
                          FoyerDay   last,
                          FoyerDay   today,
                          GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT day, part, seats, state = 'confirmed' AND day >= ?5 FROM booking"
    " WHERE person_id = ?1 AND day BETWEEN ?3 AND ?4 AND space_id = ?2 AND " FOYER_BOOKING_HELD);
  g_autoptr(GArray) held = g_array_new (FALSE, FALSE, sizeof (FoyerHolding));
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_day (stmt, 3, first);
  foyer_stmt_bind_day (stmt, 4, last);
  foyer_stmt_bind_day (stmt, 5, today);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerHolding holding = {
        .day = foyer_stmt_get_day (stmt, 0),
        .part = (FoyerPart) foyer_stmt_get_int (stmt, 1),
        .seats = (int) foyer_stmt_get_int (stmt, 2),
        .open = foyer_stmt_get_int (stmt, 3) != 0,
      };

      g_array_append_val (held, holding);
    }

  return done ? g_steal_pointer (&held) : NULL;
}
