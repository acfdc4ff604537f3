/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerWeekGrid:
 *
 * The opening hours of a week, one row for each weekday over one axis of hours. It edits
 * a copy of the rules; whoever shows it keeps them.
 */
#define FOYER_TYPE_WEEK_GRID (foyer_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWeekGrid, foyer_week_grid, FOYER, WEEK_GRID, AdwBin)

/**
 * FoyerWeekGrid:narrow:
 *
 * Whether each bar has a line of its own.
 */

/**
 * FoyerWeekGrid::edited:
 * @weekday: 1 Monday … 7 Sunday
 *
 * The person changed a weekday: [method@WeekGrid.get_rules] has what is wanted.
 */

/* @rules: (element-type FoyerOpeningRule): oldest first; copied */
void    foyer_week_grid_show      (FoyerWeekGrid *self,
                                   GArray        *rules,
                                   int            space_seats);
/* Returns: (transfer none) (element-type FoyerOpeningRule) */
GArray *foyer_week_grid_get_rules (FoyerWeekGrid *self);

G_END_DECLS
