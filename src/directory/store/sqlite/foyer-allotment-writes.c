/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-listing-rows.h"

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-notice.h"

/* Seats go to the directory and come back by a handshake only, never by a time that passes:
 * two clocks that differ would sell them twice. */

typedef struct {
  gint64 rev;                            /* 0: the host never handed any over */
  gboolean frozen;
  char *recalled;
} AllotmentRow;

static gboolean
find (FoyerSqlite   *db,
      gint64         listing,
      AllotmentRow  *row,
      GError       **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT rev, frozen, recalled FROM allotment WHERE listing = ?1");
  gboolean found;

  foyer_statement_bind_int (statement, 1, listing);
  if (!foyer_statement_step (statement, &found, error))
    return FALSE;
  *row = (AllotmentRow) { 0, TRUE, NULL };
  if (found)
    *row = (AllotmentRow) { foyer_statement_get_int (statement, 0),
                            foyer_statement_get_int (statement, 1) != 0,
                            g_strdup (foyer_statement_get_text (statement, 2)) };

  return TRUE;
}

static gboolean
set_row (FoyerSqlite  *db,
         gint64        listing,
         gint64        rev,
         gboolean      frozen,
         const char   *recalled,
         GError      **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO allotment(listing, rev, frozen, recalled) VALUES (?1, ?2, ?3, ?4)"
                          " ON CONFLICT(listing) DO UPDATE SET rev = excluded.rev,"
                          " frozen = excluded.frozen, recalled = excluded.recalled");

  foyer_statement_bind_int (statement, 1, listing);
  foyer_statement_bind_int (statement, 2, rev);
  foyer_statement_bind_int (statement, 3, frozen);
  foyer_statement_bind_text (statement, 4, recalled);

  return foyer_statement_run (statement, error);
}

static gboolean
set_days (FoyerSqlite          *db,
          gint64                listing,
          const FoyerSeatDays  *seats,
          GError              **error)
{
  g_autoptr(FoyerStatement) clear =
    foyer_sqlite_use (db, "DELETE FROM allotted_day WHERE listing = ?1");
  g_autoptr(FoyerStatement) add =
    foyer_sqlite_use (db, "INSERT INTO allotted_day(listing, day, am, pm, am_left, pm_left)"
                          " VALUES (?1, ?2, ?3, ?4, ?3, ?4)");

  foyer_statement_bind_int (clear, 1, listing);
  if (!foyer_statement_run (clear, error))
    return FALSE;
  foyer_statement_bind_int (add, 1, listing);
  for (guint i = 0; i < seats->n_days; i++)
    {
      if (!seats->days[i].open)
        continue;
      foyer_statement_bind_int (add, 2, seats->from + (FoyerDay) i);
      foyer_statement_bind_int (add, 3, seats->days[i].am);
      foyer_statement_bind_int (add, 4, seats->days[i].pm);
      if (!foyer_statement_run (add, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foyer_store_write_allotment (FoyerDirectoryStore  *self,
                             FoyerDirectoryWrite  *write,
                             GError              **error)
{
  FoyerSqlite *db = self->writer;
  const FoyerSeatDays *seats = write->document;
  g_autofree char *recalled = NULL;
  FoyerListingRow listing;
  AllotmentRow row;
  gboolean settled;

  if (!foyer_listing_rows_find (db, seats->listing, &listing, error) ||
      !find (db, listing.id, &row, error))
    return FALSE;
  recalled = row.recalled;
  if (!foyer_listing_rows_is_settled (db, &listing, write, seats->rev, row.rev, &settled, error))
    return FALSE;
  if (settled)
    return TRUE;
  if (!row.frozen)
    {
      foyer_directory_write_refuse (write, FOYER_PROBLEM_BAD_STATE, "the seats before are to be recalled first");
      return TRUE;
    }

  write->created = TRUE;
  foyer_search_touch (self, listing.id);

  return set_row (db, listing.id, seats->rev, FALSE, recalled != NULL ? recalled : "", error) &&
         set_days (db, listing.id, seats, error) &&
         foyer_listing_rows_set_paper (db, listing.id, write->envelope, seats->rev,
                                       foyer_clock_now (self->clock), error);
}

static char *
describe_left (FoyerSqlite  *db,
               gint64        listing,
               GError      **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT day, am_left, pm_left FROM allotted_day WHERE listing = ?1 ORDER BY day");
  g_autoptr(FoyerJsonWriter) writer = foyer_json_writer_new ();
  g_autoptr(GBytes) bytes = NULL;
  gboolean row;

  foyer_json_writer_begin_array (writer, NULL);
  foyer_statement_bind_int (statement, 1, listing);
  while (foyer_statement_step (statement, &row, error))
    {
      if (!row)
        {
          foyer_json_writer_end_array (writer);
          bytes = foyer_json_writer_end (g_steal_pointer (&writer));
          return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
        }
      foyer_json_writer_begin_object (writer, NULL);
      foyer_json_writer_add_day (writer, "day", (FoyerDay) foyer_statement_get_int (statement, 0));
      foyer_json_writer_add_int (writer, "am", foyer_statement_get_int (statement, 1));
      foyer_json_writer_add_int (writer, "pm", foyer_statement_get_int (statement, 2));
      foyer_json_writer_end_object (writer);
    }

  return NULL;
}

gboolean
foyer_store_write_recall (FoyerDirectoryStore  *self,
                          FoyerDirectoryWrite  *write,
                          GError              **error)
{
  FoyerSqlite *db = self->writer;
  const FoyerNotice *notice = write->document;
  g_autofree char *recalled = NULL;
  FoyerListingRow listing;
  AllotmentRow row;
  gboolean settled;

  if (!foyer_listing_rows_find (db, notice->subject, &listing, error) ||
      !find (db, listing.id, &row, error))
    return FALSE;
  recalled = row.recalled;
  listing.live = TRUE;                   /* what was handed over comes back, whatever is left of it */
  if (!foyer_listing_rows_is_settled (db, &listing, write, notice->rev, row.rev, &settled, error))
    return FALSE;
  if (settled)
    {
      write->left = g_steal_pointer (&recalled);
      return TRUE;
    }
  if (row.rev == 0)
    {
      foyer_directory_write_refuse (write, FOYER_PROBLEM_NOT_FOUND, "no seats were handed over");
      return TRUE;
    }

  write->created = TRUE;
  foyer_search_touch (self, listing.id);
  write->left = describe_left (db, listing.id, error);

  return write->left != NULL &&
         set_row (db, listing.id, notice->rev, TRUE, write->left, error) &&
         foyer_listing_rows_set_paper (db, listing.id, write->envelope, notice->rev,
                                       foyer_clock_now (self->clock), error);
}
