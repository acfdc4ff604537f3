/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-search-index.h"

#include <string.h>

#include "directory/store/sqlite/foyer-grid.h"
#include "directory/store/sqlite/foyer-seat-map.h"

/* What few listings need to be asked for. */
typedef struct {
  guint8 am[FOYER_HORIZON_DAYS];
  guint8 pm[FOYER_HORIZON_DAYS];
  char   words[];
} Details;

typedef struct {
  gint64           id;
  int              lat_e6;
  int              lon_e6;
  guint64          free_am;              /* a bit for each day, at epoch day % 64 */
  guint64          free_pm;
  FoyerSearchSign  sign;
  Details         *details;
  guint8           uid[FOYER_UID_SIZE];
  int              kind;
} Place;

typedef struct {
  int row;
  int east_e6;
} Spot;

struct _FoyerSearchIndex {
  GRWLock     lock;
  GArray     *rows[FOYER_GRID_ROWS];     /* (nullable): of Place, from west to east, then by id */
  GHashTable *spots;                     /* of id to Spot */
};

FoyerSearchIndex *
foyer_search_index_new (void)
{
  FoyerSearchIndex *self = g_new0 (FoyerSearchIndex, 1);

  g_rw_lock_init (&self->lock);
  self->spots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

static void
place_clear (gpointer data)
{
  g_free (((Place *) data)->details);
}

void
foyer_search_index_free (FoyerSearchIndex *self)
{
  for (int row = 0; row < FOYER_GRID_ROWS; row++)
    g_clear_pointer (&self->rows[row], g_array_unref);
  g_hash_table_unref (self->spots);
  g_rw_lock_clear (&self->lock);
  g_free (self);
}

/* Returns: where the first place of a row stands that is not before one */
static guint
find_position (const GArray *places,
               int           east_e6,
               gint64        id)
{
  guint first = 0, end = places->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      const Place *place = &g_array_index (places, Place, middle);
      int here = foyer_grid_get_east (place->lon_e6);

      if (here < east_e6 || (here == east_e6 && place->id < id))
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

static void
drop (FoyerSearchIndex *self,
      gint64            id)
{
  const Spot *spot = g_hash_table_lookup (self->spots, &id);

  if (spot == NULL)
    return;
  g_array_remove_index (self->rows[spot->row], find_position (self->rows[spot->row], spot->east_e6, id));
  g_hash_table_remove (self->spots, &id);
}

static void
put (FoyerSearchIndex *self,
     const Place      *place)
{
  Spot spot = { foyer_grid_get_row (place->lat_e6), foyer_grid_get_east (place->lon_e6) };
  GArray **places = &self->rows[spot.row];

  if (*places == NULL)
    {
      *places = g_array_new (FALSE, FALSE, sizeof (Place));
      g_array_set_clear_func (*places, place_clear);
    }
  g_array_insert_vals (*places, find_position (*places, spot.east_e6, place->id), place, 1);
  g_hash_table_insert (self->spots, g_memdup2 (&place->id, sizeof place->id), g_memdup2 (&spot, sizeof spot));
}

void
foyer_search_index_put (FoyerSearchIndex       *self,
                        const FoyerSearchEntry *entry)
{
  gsize size = strlen (entry->words) + 1;
  Details *details = g_malloc (sizeof *details + size);
  Place place = {
    .id = entry->id, .lat_e6 = entry->lat_e6, .lon_e6 = entry->lon_e6, .kind = entry->kind,
    .sign = foyer_search_sign_make (entry->words), .details = details,
  };

  memcpy (place.uid, entry->uid, sizeof place.uid);
  memcpy (details->am, entry->am, sizeof details->am);
  memcpy (details->pm, entry->pm, sizeof details->pm);
  memcpy (details->words, entry->words, size);
  for (int i = 0; i < FOYER_HORIZON_DAYS; i++)
    {
      place.free_am |= (guint64) (entry->am[i] > 0) << i;
      place.free_pm |= (guint64) (entry->pm[i] > 0) << i;
    }

  g_rw_lock_writer_lock (&self->lock);
  drop (self, entry->id);
  put (self, &place);
  g_rw_lock_writer_unlock (&self->lock);
}

void
foyer_search_index_drop (FoyerSearchIndex *self,
                         gint64            id)
{
  g_rw_lock_writer_lock (&self->lock);
  drop (self, id);
  g_rw_lock_writer_unlock (&self->lock);
}

guint
foyer_search_index_count (FoyerSearchIndex *self)
{
  guint count;

  g_rw_lock_reader_lock (&self->lock);
  count = g_hash_table_size (self->spots);
  g_rw_lock_reader_unlock (&self->lock);

  return count;
}

typedef struct {
  const FoyerDirectoryQuery *query;
  const FoyerSearchWords    *words;
  int                        beyond_m;
  int                        reach_m;
  FoyerGridFence             fence;
  int                        slot;       /* of the day, -1 for any */
  guint64                    am;
  guint64                    pm;
  gboolean                   has_after;
  guint8                     after[FOYER_UID_SIZE];
  GArray                    *found;
} Finder;

static void
finder_init (Finder                    *self,
             const FoyerDirectoryQuery *query,
             const FoyerSearchWords    *words,
             int                        beyond_m,
             int                        reach_m)
{
  *self = (Finder) { .query = query, .words = words, .beyond_m = beyond_m, .reach_m = reach_m, .slot = -1 };
  foyer_grid_fence_init (&self->fence, query->lat_e6, query->lon_e6, beyond_m, reach_m);
  if (query->day != FOYER_DAY_NONE)
    {
      self->slot = foyer_day_get_bit (query->day);
      self->am = (guint64) ((query->part & FOYER_PART_AM) != 0) << self->slot;
      self->pm = (guint64) ((query->part & FOYER_PART_PM) != 0) << self->slot;
    }
  self->has_after = query->after_id != NULL && foyer_uid_parse (query->after_id, self->after);
  self->found = g_array_new (FALSE, FALSE, sizeof (FoyerCandidate));
}

static gboolean
has_seats (const Finder *self,
           const Place  *place)
{
  int wanted = MIN (self->query->seats, FOYER_SEARCH_SEATS_MAX);

  return wanted <= 1 || self->slot < 0 ||
         ((self->am == 0 || place->details->am[self->slot] >= wanted) &&
          (self->pm == 0 || place->details->pm[self->slot] >= wanted));
}

/* What costs least is asked first. */
static void
look_at (Finder      *self,
         const Place *place)
{
  const FoyerDirectoryQuery *query = self->query;
  FoyerCandidate candidate = { .id = place->id };

  if ((place->free_am & self->am) != self->am || (place->free_pm & self->pm) != self->pm ||
      (query->kind >= 0 && place->kind != query->kind) ||
      !foyer_grid_fence_lets (&self->fence, place->lat_e6, place->lon_e6) ||
      !has_seats (self, place) ||
      !foyer_search_words_match (self->words, place->sign, place->details->words))
    return;

  candidate.distance_m = foyer_grid_distance (query->lat_e6, query->lon_e6, place->lat_e6, place->lon_e6);
  if (candidate.distance_m <= self->beyond_m || candidate.distance_m > self->reach_m ||
      (self->has_after && candidate.distance_m == query->after_m &&
       memcmp (place->uid, self->after, FOYER_UID_SIZE) <= 0))
    return;
  memcpy (candidate.uid, place->uid, sizeof candidate.uid);
  g_array_append_val (self->found, candidate);
}

static void
look_along (Finder               *self,
            const GArray         *places,
            const FoyerGridRange *range)
{
  for (guint i = find_position (places, range->first_e6, G_MININT64); i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (foyer_grid_get_east (place->lon_e6) > range->last_e6)
        break;
      look_at (self, place);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const FoyerCandidate *one = a, *other = b;

  if (one->distance_m != other->distance_m)
    return one->distance_m < other->distance_m ? -1 : 1;

  return memcmp (one->uid, other->uid, FOYER_UID_SIZE);
}

GArray *
foyer_search_index_find (FoyerSearchIndex          *self,
                         const FoyerDirectoryQuery *query,
                         const FoyerSearchWords    *words,
                         int                        beyond_m,
                         int                        reach_m)
{
  g_autoptr(GArray) ranges = foyer_grid_get_ranges (query->lat_e6, query->lon_e6, reach_m);
  Finder finder;

  finder_init (&finder, query, words, beyond_m, reach_m);
  g_rw_lock_reader_lock (&self->lock);
  for (guint i = 0; i < ranges->len; i++)
    {
      const FoyerGridRange *range = &g_array_index (ranges, FoyerGridRange, i);

      if (self->rows[range->row] != NULL)
        look_along (&finder, self->rows[range->row], range);
    }
  g_rw_lock_reader_unlock (&self->lock);
  g_array_sort (finder.found, compare);

  return finder.found;
}
