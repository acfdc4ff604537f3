/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-search-index.h"
#include "directory/store/sqlite/foyer-seat-map.h"

static void
add_seats (guint8 *seats,
           int     more)
{
  *seats = (guint8) MIN (*seats + more, FOYER_SEARCH_SEATS_MAX);
}

static gboolean
add_allotted (FoyerSqlite       *db,
              FoyerSearchEntry  *entry,
              GError           **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT day, am_left, pm_left FROM allotted_day JOIN allotment USING (listing)"
                          " WHERE listing = ?1 AND frozen = 0");
  gboolean row;

  foyer_statement_bind_int (statement, 1, entry->id);
  while (foyer_statement_step (statement, &row, error))
    {
      int slot;

      if (!row)
        return TRUE;
      slot = foyer_day_get_bit ((FoyerDay) foyer_statement_get_int (statement, 0));
      add_seats (&entry->am[slot], (int) foyer_statement_get_int (statement, 1));
      add_seats (&entry->pm[slot], (int) foyer_statement_get_int (statement, 2));
    }

  return FALSE;
}

/* Brings what the index has of a listing to what the file has. */
static gboolean
load_one (FoyerSearchIndex  *index,
          FoyerSqlite       *db,
          gint64             id,
          GError           **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT uid, kind, lat_e6, lon_e6, text, day0, n_days, seats FROM listing"
                          " JOIN words ON words.listing = listing.id WHERE id = ?1 AND live = 1");
  FoyerSearchEntry entry = { .id = id };
  FoyerSeatMap map;
  gboolean row;

  foyer_statement_bind_int (statement, 1, id);
  if (!foyer_statement_step (statement, &row, error))
    return FALSE;
  if (!row || !foyer_statement_copy_blob (statement, 0, entry.uid, sizeof entry.uid))
    {
      foyer_search_index_drop (index, id);
      return TRUE;
    }

  entry.kind = (int) foyer_statement_get_int (statement, 1);
  entry.lat_e6 = (int) foyer_statement_get_int (statement, 2);
  entry.lon_e6 = (int) foyer_statement_get_int (statement, 3);
  entry.words = foyer_statement_get_text (statement, 4);
  foyer_seat_map_read (&map, statement, 5);
  for (int i = 0; i < map.n_days; i++)
    {
      FoyerSeatDay seats = foyer_seat_map_get (&map, map.day0 + i);

      add_seats (&entry.am[foyer_day_get_bit (map.day0 + i)], seats.am);
      add_seats (&entry.pm[foyer_day_get_bit (map.day0 + i)], seats.pm);
    }
  if (!add_allotted (db, &entry, error))
    return FALSE;
  foyer_search_index_put (index, &entry);

  return TRUE;
}

FoyerSearchIndex *
foyer_search_load (FoyerSqlite  *db,
                   GError      **error)
{
  g_autoptr(FoyerSearchIndex) index = foyer_search_index_new ();
  /* From west to east, so that each is the last of its row. */
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT id FROM listing WHERE live = 1 ORDER BY lon_e6, id");
  gboolean row;

  while (foyer_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&index);
      if (!load_one (index, db, foyer_statement_get_int (statement, 0), error))
        return NULL;
    }

  return NULL;
}

void
foyer_search_touch (FoyerDirectoryStore *self,
                    gint64               id)
{
  if (self->index != NULL)
    g_array_append_val (self->touched, id);
}

gboolean
foyer_search_follow (FoyerDirectoryStore  *self,
                     GError              **error)
{
  while (self->touched->len > 0)
    {
      guint last = self->touched->len - 1;

      if (!load_one (self->index, self->writer, g_array_index (self->touched, gint64, last), error))
        return FALSE;
      g_array_set_size (self->touched, last);
    }

  return TRUE;
}
