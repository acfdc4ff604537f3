/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-seats.h"

#include "core/foyer-opening.h"

/* Returns: how many can be had in every half that @part covers */
int
foyer_seats_count (FoyerSeatDay seats,
                   FoyerPart    part)
{
  if (part == FOYER_PART_FULL)
    return MIN (seats.am, seats.pm);

  return part == FOYER_PART_AM ? seats.am : seats.pm;
}

gboolean
foyer_seats_add_allotted (FoyerSqlite   *db,
                          gint64         listing,
                          FoyerDay       from,
                          guint          n_days,
                          FoyerSeatDay  *days,
                          GError       **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT day, am_left, pm_left FROM allotted_day JOIN allotment USING (listing)"
                          " WHERE listing = ?1 AND frozen = 0 AND day BETWEEN ?2 AND ?3");
  gboolean row;

  foyer_statement_bind_int (statement, 1, listing);
  foyer_statement_bind_int (statement, 2, from);
  foyer_statement_bind_int (statement, 3, from + (FoyerDay) n_days - 1);
  while (foyer_statement_step (statement, &row, error))
    {
      FoyerSeatDay *day;

      if (!row)
        return TRUE;
      day = &days[foyer_statement_get_int (statement, 0) - from];
      day->am = MIN (day->am + (int) foyer_statement_get_int (statement, 1), FOYER_SEATS_MAX);
      day->pm = MIN (day->pm + (int) foyer_statement_get_int (statement, 2), FOYER_SEATS_MAX);
      day->open = day->open || day->am > 0 || day->pm > 0;
    }

  return FALSE;
}

/* One conditional UPDATE: there is no moment between asking and taking. */
gboolean
foyer_seats_take (FoyerSqlite  *db,
                  gint64        listing,
                  FoyerDay      day,
                  FoyerPart     part,
                  int           n_seats,
                  gboolean     *taken,
                  GError      **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "UPDATE allotted_day SET am_left = am_left - ?3, pm_left = pm_left - ?4"
                          " WHERE listing = ?1 AND day = ?2 AND am_left >= ?3 AND pm_left >= ?4"
                          " AND EXISTS (SELECT 1 FROM allotment WHERE listing = ?1 AND frozen = 0)");

  foyer_statement_bind_int (statement, 1, listing);
  foyer_statement_bind_int (statement, 2, day);
  foyer_statement_bind_int (statement, 3, (part & FOYER_PART_AM) != 0 ? n_seats : 0);
  foyer_statement_bind_int (statement, 4, (part & FOYER_PART_PM) != 0 ? n_seats : 0);
  if (!foyer_statement_run (statement, error))
    return FALSE;
  *taken = sqlite3_changes (foyer_sqlite_get_handle (db)) == 1;

  return TRUE;
}
