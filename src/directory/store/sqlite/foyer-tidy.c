/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-store-private.h"

/* Days after a booking's own. */
#define BOX_DAYS 7
#define BOOKING_DAYS 90

static gboolean
run_before (FoyerSqlite  *db,
            const char   *sql,
            FoyerDay      day,
            GError      **error)
{
  g_autoptr(FoyerStatement) statement = foyer_sqlite_use (db, sql);

  foyer_statement_bind_int (statement, 1, day);

  return foyer_statement_run (statement, error);
}

gboolean
foyer_store_tidy (FoyerDirectoryStore  *self,
                  GError              **error)
{
  FoyerDay today = foyer_store_get_day (self, "UTC", 0);

  return run_before (self->writer,
                     "UPDATE letter SET bytes = NULL WHERE bytes IS NOT NULL"
                     " AND booking IN (SELECT id FROM booking WHERE day < ?1)",
                     today - BOX_DAYS, error) &&
         run_before (self->writer,
                     "DELETE FROM letter WHERE booking IN (SELECT id FROM booking WHERE day < ?1)",
                     today - BOOKING_DAYS, error) &&
         run_before (self->writer, "DELETE FROM booking WHERE day < ?1", today - BOOKING_DAYS, error) &&
         foyer_sqlite_exec (self->writer,
                            "DELETE FROM photo WHERE sha256 NOT IN (SELECT sha256 FROM listing_photo)",
                            error);
}
