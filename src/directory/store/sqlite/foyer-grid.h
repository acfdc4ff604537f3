/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The grid of the search: cells of 0.02 degrees, numbered so that those of a row follow each
 * other, and blocks of 16 by 16 cells for words looked for far around. Points are millionths
 * of a degree. */

gint64 foyer_grid_get_cell  (int lat_e6, int lon_e6);
gint64 foyer_grid_get_block (int lat_e6, int lon_e6);
int    foyer_grid_distance  (int lat1_e6, int lon1_e6, int lat2_e6, int lon2_e6);

/**
 * FoyerGridRange:
 *
 * Cells of a row, the last included.
 */
typedef struct {
  gint64 first;
  gint64 last;
} FoyerGridRange;

/* Returns: (transfer full) (element-type FoyerGridRange): the cells that a circle touches, and
 * perhaps some beside it; round the back of the earth and over the poles */
GArray *foyer_grid_get_ranges (int lat_e6, int lon_e6, int radius_m);
/* Returns: (transfer full) (element-type gint64): the blocks of the same cells, each once */
GArray *foyer_grid_get_blocks (int lat_e6, int lon_e6, int radius_m);

G_END_DECLS
