/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where points lie: in rows of 0.02 degrees of latitude, from west to east. Points are
 * millionths of a degree. */

#define FOYER_GRID_ROWS (180 * 50)       /* the poles themselves are in the first and the last */

int foyer_grid_get_row  (double lat_e6);
/* The place in a row: 180 degrees east and west are one meridian. */
int foyer_grid_get_east (int lon_e6);
/* By the haversine, in metres. */
int foyer_grid_distance (int lat1_e6, int lon1_e6, int lat2_e6, int lon2_e6);

/**
 * FoyerGridRange:
 *
 * A piece of a row, the last included.
 */
typedef struct {
  int row;
  int first_e6;
  int last_e6;
} FoyerGridRange;

/* Returns: (transfer full) (element-type FoyerGridRange): what a circle touches, and perhaps
 * some beside it; round the back of the earth and over the poles */
GArray *foyer_grid_get_ranges (int lat_e6, int lon_e6, int radius_m);

/**
 * FoyerGridFence:
 *
 * Tells most points that are too near or too far from those that may lie between two
 * distances, for a tenth of what a distance costs.
 */
typedef struct {
  int    lat_e6;
  int    lon_e6;
  double metres_north;                   /* of a millionth of a degree */
  double metres_east;
  double least;                          /* squares */
  double most;
} FoyerGridFence;

void foyer_grid_fence_init (FoyerGridFence *self,
                            int             lat_e6,
                            int             lon_e6,
                            int             beyond_m,
                            int             reach_m);

static inline gboolean
foyer_grid_fence_lets (const FoyerGridFence *self,
                       int                   lat_e6,
                       int                   lon_e6)
{
  double north = (lat_e6 - self->lat_e6) * self->metres_north;
  gint64 turn = ABS ((gint64) lon_e6 - self->lon_e6);
  double east = (double) MIN (turn, 360000000 - turn) * self->metres_east;
  double square = north * north + east * east;

  return square >= self->least && square <= self->most;
}

G_END_DECLS
