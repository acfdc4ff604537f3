/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-grid.h"

#include <math.h>

#define ROW_E6 20000
#define HALF_TURN_E6 180000000
#define EARTH_M 6371008.8                /* the mean radius (IUGG) */
#define METRES_PER_DEGREE (EARTH_M * G_PI / 180)
/* How far a plain map may be wrong within 50 km, as long as it is not near a pole. */
#define FENCE_LAT_E6 80000000
#define FENCE_FACTOR 1.05
#define FENCE_M 10.0

int
foyer_grid_get_row (double lat_e6)
{
  return CLAMP ((int) floor ((lat_e6 + 90e6) / ROW_E6), 0, FOYER_GRID_ROWS - 1);
}

int
foyer_grid_get_east (int lon_e6)
{
  return lon_e6 == HALF_TURN_E6 ? -HALF_TURN_E6 : lon_e6;
}

static double
radians (double degrees_e6)
{
  return degrees_e6 * (G_PI / 180e6);
}

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

/* How far east and west a circle reaches: asin (sin r / cos lat), all round near a pole. */
static gboolean
get_width (int  lat_e6,
           int  radius_m,
           int *width_e6)
{
  double angle = (radius_m + 1) / EARTH_M;
  double lat = radians (lat_e6);
  double width;

  if (fabs (lat) + angle >= G_PI / 2)
    return FALSE;
  width = ceil (asin (sin (angle) / cos (lat)) * (180e6 / G_PI)) + 1;
  if (width >= HALF_TURN_E6)
    return FALSE;
  *width_e6 = (int) width;

  return TRUE;
}

static void
add_range (GArray *ranges,
           int     row,
           gint64  first,
           gint64  last)
{
  FoyerGridRange range = { row, (int) first, (int) last };

  g_array_append_val (ranges, range);
}

GArray *
foyer_grid_get_ranges (int lat_e6,
                       int lon_e6,
                       int radius_m)
{
  double reach_e6 = (radius_m + 1) / METRES_PER_DEGREE * 1e6;
  int last_row = foyer_grid_get_row (lat_e6 + reach_e6);
  int width_e6 = 0;
  gboolean is_all_round = !get_width (lat_e6, radius_m, &width_e6);
  gint64 first = (gint64) lon_e6 - width_e6;
  gint64 last = (gint64) lon_e6 + width_e6;
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (FoyerGridRange));

  for (int row = foyer_grid_get_row (lat_e6 - reach_e6); row <= last_row; row++)
    {
      if (is_all_round)
        add_range (ranges, row, -HALF_TURN_E6, HALF_TURN_E6);
      else
        {
          add_range (ranges, row, MAX (first, -HALF_TURN_E6), MIN (last, HALF_TURN_E6));
          if (first < -HALF_TURN_E6)
            add_range (ranges, row, first + 2 * HALF_TURN_E6, HALF_TURN_E6);
          if (last >= HALF_TURN_E6)
            add_range (ranges, row, -HALF_TURN_E6, last - 2 * HALF_TURN_E6);
        }
    }

  return ranges;
}

void
foyer_grid_fence_init (FoyerGridFence *self,
                       int             lat_e6,
                       int             lon_e6,
                       int             beyond_m,
                       int             reach_m)
{
  double least = MAX (beyond_m / FENCE_FACTOR - FENCE_M, 0);
  double most = reach_m * FENCE_FACTOR + FENCE_M;

  self->lat_e6 = lat_e6;
  self->lon_e6 = lon_e6;
  self->metres_north = METRES_PER_DEGREE / 1e6;
  self->metres_east = self->metres_north * cos (radians (lat_e6));
  self->least = least * least;
  self->most = most * most;
  if (ABS (lat_e6) > FENCE_LAT_E6)
    {
      self->least = 0;
      self->most = G_MAXDOUBLE;
    }
}
