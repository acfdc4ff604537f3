/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"

G_BEGIN_DECLS

/* The arithmetic of a month on a page: 6 weeks of 7 cells, and the dots in a cell.
 * Nothing here knows of widgets. */

#define FOYER_MONTH_WEEKS 6
#define FOYER_MONTH_CELLS (7 * FOYER_MONTH_WEEKS)

/* Up to here seats are dots, beyond one bar. */
#define FOYER_DOTS_MAX 10

/**
 * foyer_month_layout_first_cell:
 * @month: any day of the month
 * @first_weekday: 1 Monday … 7 Sunday
 *
 * Returns: the day in the first of the 42 cells: the last @first_weekday that is not
 *   after the first of the month
 */
FoyerDay foyer_month_layout_first_cell  (FoyerDay month,
                                         int      first_weekday);

/**
 * foyer_month_layout_week_number:
 * @first_of_row: the day in the first cell of a row
 *
 * Returns: the ISO 8601 week of the row, which is that of its Thursday, wherever the
 *   week starts
 */
int      foyer_month_layout_week_number (FoyerDay first_of_row);

/**
 * FoyerMonthMove:
 *
 * What a key asks of the cursor. Left and right are turned into these by whoever knows
 * the direction of the text.
 */
typedef enum {
  FOYER_MONTH_MOVE_DAY_BACK,
  FOYER_MONTH_MOVE_DAY_ON,
  FOYER_MONTH_MOVE_WEEK_BACK,
  FOYER_MONTH_MOVE_WEEK_ON,
  FOYER_MONTH_MOVE_WEEK_START,
  FOYER_MONTH_MOVE_WEEK_END,
  FOYER_MONTH_MOVE_MONTH_BACK,
  FOYER_MONTH_MOVE_MONTH_ON,
} FoyerMonthMove;

/* Returns: where the cursor goes; @day itself at the ends of the calendar */
FoyerDay foyer_month_layout_move        (FoyerDay       day,
                                         FoyerMonthMove move,
                                         int            first_weekday);

/**
 * FoyerDotGrid:
 * @n_columns: dots in a row, the last row may have fewer
 * @n_rows: 0 when there are no seats
 */
typedef struct {
  int n_columns;
  int n_rows;
} FoyerDotGrid;

/**
 * foyer_month_layout_dots:
 * @n_seats: 0 to FOYER_DOTS_MAX
 * @width: what there is, px
 * @pitch: from one dot to the next, px
 * @gap: the part of @pitch between two dots, px
 *
 * Four to six dots in a row as the width allows, in as few rows as that takes, the rows
 * as equal as they can be.
 */
FoyerDotGrid foyer_month_layout_dots    (int n_seats,
                                         int width,
                                         int pitch,
                                         int gap);

G_END_DECLS
