/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-grid.h"

#include <math.h>

#define CELL_E6 20000
#define ROWS (180 * 50)                  /* the poles themselves are in the last row */
#define COLUMNS (360 * 50)
#define BLOCK_BITS 4
#define EARTH_M 6371008.8                /* the mean radius (IUGG) */
#define METRES_PER_DEGREE (EARTH_M * G_PI / 180)

static int
get_row (double lat_e6)
{
  return CLAMP ((int) floor ((lat_e6 + 90e6) / CELL_E6), 0, ROWS - 1);
}

/* 180 degrees east and west are one meridian. */
static int
get_column (int lon_e6)
{
  return ((lon_e6 + 180000000) / CELL_E6) % COLUMNS;
}

gint64
foyer_grid_get_cell (int lat_e6,
                     int lon_e6)
{
  return ((gint64) get_row (lat_e6) << 16) | get_column (lon_e6);
}

static gint64
block_of (int row,
          int column)
{
  return ((gint64) (row >> BLOCK_BITS) << 16) | (column >> BLOCK_BITS);
}

gint64
foyer_grid_get_block (int lat_e6,
                      int lon_e6)
{
  return block_of (get_row (lat_e6), get_column (lon_e6));
}

static double
radians (double degrees_e6)
{
  return degrees_e6 * (G_PI / 180e6);
}

/* By the haversine, in metres. */
int
foyer_grid_distance (int lat1_e6,
                     int lon1_e6,
                     int lat2_e6,
                     int lon2_e6)
{
  double half_lat = sin (radians (lat2_e6 - lat1_e6) / 2);
  double half_lon = sin (radians ((double) lon2_e6 - lon1_e6) / 2);
  double a = half_lat * half_lat +
             cos (radians (lat1_e6)) * cos (radians (lat2_e6)) * half_lon * half_lon;

  return (int) lround (2 * EARTH_M * asin (sqrt (MIN (a, 1.0))));
}

typedef struct {
  int first_row;
  int last_row;
  int first_column;              /* may be before the first of the grid … */
  int n_columns;                 /* … the row goes on at its other end */
} Box;

/* How far east and west a circle reaches: asin (sin r / cos lat), all round near a pole. */
static Box
get_box (int lat_e6,
         int lon_e6,
         int radius_m)
{
  double angle = (radius_m + 1) / EARTH_M;
  double lat = radians (lat_e6);
  double reach_e6 = (radius_m + 1) / METRES_PER_DEGREE * 1e6;
  Box box = { get_row (lat_e6 - reach_e6), get_row (lat_e6 + reach_e6), 0, COLUMNS };

  if (fabs (lat) + angle < G_PI / 2)
    {
      double width_e6 = asin (sin (angle) / cos (lat)) * (180e6 / G_PI);
      int first = (int) floor ((lon_e6 - width_e6 + 180e6) / CELL_E6);
      int last = (int) floor ((lon_e6 + width_e6 + 180e6) / CELL_E6);

      if (last - first + 1 < COLUMNS)
        {
          box.first_column = first;
          box.n_columns = last - first + 1;
        }
    }

  return box;
}

static int
wrap (int column)
{
  return ((column % COLUMNS) + COLUMNS) % COLUMNS;
}

GArray *
foyer_grid_get_ranges (int lat_e6,
                       int lon_e6,
                       int radius_m)
{
  Box box = get_box (lat_e6, lon_e6, radius_m);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (FoyerGridRange));

  for (int row = box.first_row; row <= box.last_row; row++)
    {
      int first = wrap (box.first_column);
      int n_here = MIN (box.n_columns, COLUMNS - first);
      gint64 start = (gint64) row << 16;
      FoyerGridRange range = { start | first, start | (first + n_here - 1) };

      g_array_append_val (ranges, range);
      if (n_here < box.n_columns)
        {
          range = (FoyerGridRange) { start, start | (box.n_columns - n_here - 1) };
          g_array_append_val (ranges, range);
        }
    }

  return ranges;
}

GArray *
foyer_grid_get_blocks (int lat_e6,
                       int lon_e6,
                       int radius_m)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Box box = get_box (lat_e6, lon_e6, radius_m);
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (gint64));
  int step = 1 << BLOCK_BITS;

  for (int row = box.first_row & ~(step - 1); row <= box.last_row; row += step)
    for (int i = 0; i < box.n_columns + step; i += step)
      {
        int column = wrap (box.first_column + MIN (i, box.n_columns - 1));
        gint64 block = block_of (row, column);

        if (g_hash_table_add (seen, g_memdup2 (&block, sizeof block)))
          g_array_append_val (blocks, block);
      }

  return blocks;
}
