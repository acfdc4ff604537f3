/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-search-index.h"

#include <string.h>

#include "core/foyer-instant.h"
#include "directory/store/sqlite/foyer-seat-map.h"
#include "directory/store/sqlite/foyer-seats.h"

/* How wide the ring is that is looked at first, and how many times as wide each next one. */
#define FIRST_RING_M 350
#define RING_GROWTH 2
#define WEEK_BEFORE 3
#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

/* The space's own today, which is only asked for where its zone can matter. */
static FoyerDay
get_today (FoyerDirectoryStore *self,
           FoyerStatement      *statement,
           FoyerDay             near_day)
{
  FoyerDay utc = (FoyerDay) (foyer_clock_now (self->clock) / MS_PER_DAY);

  if (near_day > utc + 1 + WEEK_BEFORE && near_day < utc + FOYER_HORIZON_DAYS - 2)
    return utc;

  return foyer_store_get_day (self, foyer_statement_get_text (statement, 10), FOYER_CUT_OFF_DEFAULT);
}

static gboolean
fill_seats (FoyerDirectoryStore        *self,
            FoyerSqlite                *db,
            FoyerStatement             *statement,
            const FoyerDirectoryQuery  *query,
            FoyerSearchResult          *result,
            gboolean                   *fits,
            GError                    **error)
{
  FoyerDay today = get_today (self, statement, query->day);
  FoyerDay day = query->day != FOYER_DAY_NONE ? query->day : today;
  FoyerSeatMap map;

  foyer_seat_map_read (&map, statement, 13);
  result->week_from = day - WEEK_BEFORE;
  for (int i = 0; i < FOYER_SEARCH_WEEK; i++)
    result->week[i] = foyer_seat_map_get (&map, result->week_from + i);
  if (!foyer_seats_add_allotted (db, foyer_statement_get_int (statement, 0), result->week_from,
                                 FOYER_SEARCH_WEEK, result->week, error))
    return FALSE;
  for (int i = 0; i < FOYER_SEARCH_WEEK; i++)
    if (result->week_from + i < today || result->week_from + i >= today + FOYER_HORIZON_DAYS)
      result->week[i] = (FoyerSeatDay) { FALSE, 0, 0 };
  result->seats_left = foyer_seats_count (result->week[WEEK_BEFORE], query->part);
  *fits = query->day == FOYER_DAY_NONE || result->seats_left >= query->seats;

  return TRUE;
}

/* Returns: (nullable): the result; %NULL without an error when the row does not have what the
 * bits promised */
static FoyerSearchResult *
read_result (FoyerDirectoryStore        *self,
             FoyerSqlite                *db,
             const FoyerCandidate       *candidate,
             const FoyerDirectoryQuery  *query,
             GError                    **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT id, uid, key, rev, kind, lat_e6, lon_e6, price_minor, half_price_minor,"
                          " currency, tz, name, area, day0, n_days, seats, tags FROM listing"
                          " WHERE id = ?1 AND live = 1");
  g_autoptr(FoyerSearchResult) result = NULL;
  gboolean row, fits;
  const char *tags;

  foyer_statement_bind_int (statement, 1, candidate->id);
  if (!foyer_statement_step (statement, &row, error) || !row)
    return NULL;
  result = foyer_search_result_new ();
  if (!fill_seats (self, db, statement, query, result, &fits, error) || !fits)
    return NULL;

  result->id = foyer_uid_format (candidate->uid);
  foyer_statement_copy_blob (statement, 2, result->key.bytes, FOYER_KEY_SIZE);
  result->rev = foyer_statement_get_int (statement, 3);
  result->kind = (FoyerSpaceKind) foyer_statement_get_int (statement, 4);
  result->lat_e6 = (int) foyer_statement_get_int (statement, 5);
  result->lon_e6 = (int) foyer_statement_get_int (statement, 6);
  result->distance_m = candidate->distance_m;
  result->price_minor = foyer_statement_get_int (statement, 7);
  result->half_price_minor = foyer_statement_get_int (statement, 8);
  g_strlcpy (result->currency, foyer_statement_get_text (statement, 9), sizeof result->currency);
  result->name = g_strdup (foyer_statement_get_text (statement, 11));
  result->area = g_strdup (foyer_statement_get_text (statement, 12));
  tags = foyer_statement_get_text (statement, 16);
  result->tags = *tags != '\0' ? g_strsplit (tags, "\n", -1) : g_new0 (char *, 1);

  return g_steal_pointer (&result);
}

/* Fills @page with results up to one more than its limit. */
static gboolean
collect (FoyerDirectoryStore        *self,
         FoyerSqlite                *db,
         const FoyerDirectoryQuery  *query,
         GArray                     *candidates,
         FoyerSearchPage            *page,
         GError                    **error)
{
  for (guint i = 0; i < candidates->len && page->items->len <= (guint) query->limit; i++)
    {
      g_autoptr(GError) local = NULL;
      FoyerSearchResult *result = read_result (self, db, &g_array_index (candidates, FoyerCandidate, i),
                                               query, &local);

      if (result != NULL)
        g_ptr_array_add (page->items, result);
      else if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  return TRUE;
}

static FoyerSearchPage *
search (FoyerDirectoryStore        *self,
        FoyerSqlite                *db,
        const FoyerDirectoryQuery  *query,
        const FoyerSearchWords     *words,
        GError                    **error)
{
  g_autoptr(FoyerSearchPage) page = foyer_search_page_new (NULL);
  int beyond_m = MAX (query->after_m, 0) - 1;

  for (int width_m = FIRST_RING_M;
       beyond_m < query->radius_m && page->items->len <= (guint) query->limit;
       width_m *= RING_GROWTH)
    {
      int reach_m = MIN (beyond_m + width_m, query->radius_m);
      g_autoptr(GArray) candidates = foyer_search_index_find (self->index, query, words, beyond_m, reach_m);

      if (!collect (self, db, query, candidates, page, error))
        return NULL;
      beyond_m = reach_m;
    }

  if (page->items->len > (guint) query->limit)
    {
      const FoyerSearchResult *last = g_ptr_array_index (page->items, (guint) query->limit - 1);

      page->cursor = g_strdup_printf ("%d.%s", last->distance_m, last->id);
      g_ptr_array_set_size (page->items, query->limit);
    }

  return g_steal_pointer (&page);
}

/**
 * foyer_directory_store_search:
 * @self: a store
 * @query: what is looked for
 * @error: return location for an error
 *
 * Finds free seats near a point, by (distance, id). Distances are from the public points.
 *
 * Returns: (transfer full): a page, or %NULL with %FOYER_DIRECTORY_ERROR
 */
FoyerSearchPage *
foyer_directory_store_search (FoyerDirectoryStore        *self,
                              const FoyerDirectoryQuery  *query,
                              GError                    **error)
{
  g_autoptr(FoyerSearchWords) words = NULL;
  FoyerSqlite *db;
  FoyerSearchPage *page;

  g_return_val_if_fail (self != NULL && self->index != NULL && query != NULL, NULL);
  g_return_val_if_fail (query->limit > 0 && query->limit <= FOYER_SEARCH_LIMIT_MAX, NULL);

  words = foyer_search_words_new (query->text, query->tag);
  if (foyer_search_words_is_vain (words))
    return foyer_search_page_new (NULL);
  db = foyer_store_borrow (self, error);
  if (db == NULL)
    return NULL;
  page = search (self, db, query, words, error);
  foyer_store_give_back (self, db);

  return page;
}

static gboolean
read_sold (FoyerSqlite  *db,
           gint64        listing,
           gint64       *sold,
           GError      **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT rev * 2 + frozen, (SELECT total (am + pm - am_left - pm_left) FROM allotted_day"
                          " WHERE allotted_day.listing = ?1) FROM allotment WHERE listing = ?1");
  gboolean row;

  foyer_statement_bind_int (statement, 1, listing);
  if (!foyer_statement_step (statement, &row, error))
    return FALSE;
  *sold = row ? foyer_statement_get_int (statement, 0) * 1000000 + foyer_statement_get_int (statement, 1) : 0;

  return TRUE;
}

static gboolean
read_seats (FoyerDirectoryStore  *self,
            FoyerSqlite          *db,
            const guint8          uid[FOYER_UID_SIZE],
            FoyerDay              from,
            guint                 n_days,
            FoyerDirectorySeats  *seats,
            gboolean             *found,
            GError              **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT id, live, seats_rev, tz, day0, n_days, seats FROM listing WHERE uid = ?1");
  FoyerSeatMap map;

  foyer_statement_bind_blob (statement, 1, uid, FOYER_UID_SIZE);
  if (!foyer_statement_step (statement, found, error))
    return FALSE;
  if (!*found)
    return TRUE;

  seats->live = foyer_statement_get_int (statement, 1) != 0;
  seats->rev = foyer_statement_get_int (statement, 2);
  seats->today = foyer_store_get_day (self, foyer_statement_get_text (statement, 3), 0);
  seats->from = from != FOYER_DAY_NONE ? from : seats->today;
  seats->n_days = n_days;
  foyer_seat_map_read (&map, statement, 4);
  for (guint i = 0; i < n_days; i++)
    seats->days[i] = foyer_seat_map_get (&map, seats->from + (FoyerDay) i);

  return foyer_seats_add_allotted (db, foyer_statement_get_int (statement, 0), seats->from, n_days,
                                   seats->days, error) &&
         read_sold (db, foyer_statement_get_int (statement, 0), &seats->sold, error);
}

/**
 * foyer_directory_store_get_seats:
 * @self: a store
 * @listing: an id
 * @from: the first day, or %FOYER_DAY_NONE for the space's today
 * @n_days: how many
 * @seats: (out caller-allocates): what is free
 * @found: (out): whether the listing is or was here
 * @error: return location for an error
 *
 * Returns: %FALSE with %FOYER_DIRECTORY_ERROR when the file cannot be read
 */
gboolean
foyer_directory_store_get_seats (FoyerDirectoryStore  *self,
                                 const char           *listing,
                                 FoyerDay              from,
                                 guint                 n_days,
                                 FoyerDirectorySeats  *seats,
                                 gboolean             *found,
                                 GError              **error)
{
  guint8 uid[FOYER_UID_SIZE];
  FoyerSqlite *db;
  gboolean done;

  g_return_val_if_fail (self != NULL && listing != NULL && seats != NULL && found != NULL, FALSE);
  g_return_val_if_fail (n_days <= FOYER_HORIZON_DAYS, FALSE);

  memset (seats, 0, sizeof *seats);
  *found = FALSE;
  if (!foyer_uid_parse (listing, uid))
    return TRUE;
  db = foyer_store_borrow (self, error);
  if (db == NULL)
    return FALSE;
  done = read_seats (self, db, uid, from, n_days, seats, found, error);
  foyer_store_give_back (self, db);

  return done;
}
