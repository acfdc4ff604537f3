/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-candidates.h"

#include <string.h>

#include "directory/store/sqlite/foyer-grid.h"
#include "directory/store/sqlite/foyer-seat-map.h"
#include "directory/store/sqlite/foyer-words-index.h"

typedef struct {
  const FoyerDirectoryQuery *query;
  int                        reach_m;
  gboolean                   has_after;
  guint8                     after[FOYER_UID_SIZE];
  GArray                    *rows;       /* (nullable): the only ones that count, in order */
  GArray                    *found;
} Finder;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const FoyerCandidate *one = a, *other = b;

  if (one->distance_m != other->distance_m)
    return one->distance_m < other->distance_m ? -1 : 1;

  return memcmp (one->uid, other->uid, FOYER_UID_SIZE);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* Columns: id, uid, latitude, longitude, kind. */
static void
take (Finder         *finder,
      FoyerStatement *statement)
{
  const FoyerDirectoryQuery *query = finder->query;
  FoyerCandidate candidate;

  if (query->kind >= 0 && foyer_statement_get_int (statement, 4) != query->kind)
    return;
  candidate.id = foyer_statement_get_int (statement, 0);
  if (finder->rows != NULL && !g_array_binary_search (finder->rows, &candidate.id, compare_ids, NULL))
    return;
  candidate.distance_m = foyer_grid_distance (query->lat_e6, query->lon_e6,
                                              (int) foyer_statement_get_int (statement, 2),
                                              (int) foyer_statement_get_int (statement, 3));
  if (candidate.distance_m > finder->reach_m || candidate.distance_m < query->after_m ||
      !foyer_statement_copy_blob (statement, 1, candidate.uid, FOYER_UID_SIZE))
    return;
  if (finder->has_after && candidate.distance_m == query->after_m &&
      memcmp (candidate.uid, finder->after, FOYER_UID_SIZE) <= 0)
    return;
  g_array_append_val (finder->found, candidate);
}

static gboolean
scan_row (FoyerSqlite           *db,
          Finder                *finder,
          const FoyerGridRange  *range,
          GError               **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT id, uid, lat_e6, lon_e6, kind FROM geo WHERE cell BETWEEN ?1 AND ?2"
                          " AND (free_am & ?3) = ?3 AND (free_pm & ?4) = ?4");
  const FoyerDirectoryQuery *query = finder->query;
  guint64 bit = query->day == FOYER_DAY_NONE ? 0 : G_GUINT64_CONSTANT (1) << foyer_day_get_bit (query->day);
  gboolean row;

  foyer_statement_bind_int (statement, 1, range->first);
  foyer_statement_bind_int (statement, 2, range->last);
  foyer_statement_bind_int (statement, 3, (query->part & FOYER_PART_AM) != 0 ? (gint64) bit : 0);
  foyer_statement_bind_int (statement, 4, (query->part & FOYER_PART_PM) != 0 ? (gint64) bit : 0);
  while (foyer_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      take (finder, statement);
    }

  return FALSE;
}

static gboolean
scan_grid (FoyerSqlite  *db,
           Finder       *finder,
           GError      **error)
{
  g_autoptr(GArray) ranges = NULL;

  if (finder->rows != NULL && finder->rows->len == 0)
    return TRUE;
  ranges = foyer_grid_get_ranges (finder->query->lat_e6, finder->query->lon_e6, finder->reach_m);

  for (guint i = 0; i < ranges->len; i++)
    if (!scan_row (db, finder, &g_array_index (ranges, FoyerGridRange, i), error))
      return FALSE;

  return TRUE;
}

/* The rows with these words, in ascending order. Where they lie the grid knows: to ask each row
 * costs five times as much as to walk through all of the grid that is around here. */
static GArray *
find_words (FoyerSqlite                *db,
            const FoyerDirectoryQuery  *query,
            const char                 *match,
            int                         reach_m,
            GError                    **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid");
  g_autofree char *near = foyer_words_index_near (match, query->lat_e6, query->lon_e6, reach_m);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  foyer_statement_bind_text (statement, 1, near);
  while (foyer_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&rows);
      id = foyer_statement_get_int (statement, 0);
      g_array_append_val (rows, id);
    }

  return NULL;
}

GArray *
foyer_candidates_find (FoyerSqlite                *db,
                       const FoyerDirectoryQuery  *query,
                       const char                 *match,
                       int                         reach_m,
                       GError                    **error)
{
  Finder finder = { .query = query, .reach_m = reach_m };
  g_autoptr(GArray) rows = match != NULL ? find_words (db, query, match, reach_m, error) : NULL;

  if (match != NULL && rows == NULL)
    return NULL;
  finder.rows = rows;
  finder.found = g_array_new (FALSE, FALSE, sizeof (FoyerCandidate));
  finder.has_after = query->after_id != NULL && foyer_uid_parse (query->after_id, finder.after);
  if (!scan_grid (db, &finder, error))
    {
      g_array_unref (finder.found);
      return NULL;
    }
  g_array_sort (finder.found, compare);

  return finder.found;
}
