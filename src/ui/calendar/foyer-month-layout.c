/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-month-layout.h"

#define DOTS_PER_ROW_MIN 4
#define DOTS_PER_ROW_MAX 6

static int
days_into_week (FoyerDay day,
                int      first_weekday)
{
  return (foyer_day_get_weekday (day) - first_weekday + 7) % 7;
}

FoyerDay
foyer_month_layout_first_cell (FoyerDay month,
                               int      first_weekday)
{
  FoyerDay first;

  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, FOYER_DAY_NONE);

  first = foyer_day_first_of_month (month);

  return first - days_into_week (first, first_weekday);
}

int
foyer_month_layout_week_number (FoyerDay first_of_row)
{
  return foyer_day_get_week (first_of_row + (4 - foyer_day_get_weekday (first_of_row) + 7) % 7);
}

FoyerDay
foyer_month_layout_move (FoyerDay       day,
                         FoyerMonthMove move,
                         int            first_weekday)
{
  FoyerDay to = FOYER_DAY_NONE;

  switch (move)
    {
    case FOYER_MONTH_MOVE_DAY_BACK:
      to = day - 1;
      break;
    case FOYER_MONTH_MOVE_DAY_ON:
      to = day + 1;
      break;
    case FOYER_MONTH_MOVE_WEEK_BACK:
      to = day - 7;
      break;
    case FOYER_MONTH_MOVE_WEEK_ON:
      to = day + 7;
      break;
    case FOYER_MONTH_MOVE_WEEK_START:
      to = day - days_into_week (day, first_weekday);
      break;
    case FOYER_MONTH_MOVE_WEEK_END:
      to = day - days_into_week (day, first_weekday) + 6;
      break;
    case FOYER_MONTH_MOVE_MONTH_BACK:
      to = foyer_day_add_months (day, -1);
      break;
    case FOYER_MONTH_MOVE_MONTH_ON:
      to = foyer_day_add_months (day, 1);
      break;
    default:
      g_return_val_if_reached (day);
    }

  return foyer_day_is_valid (to) ? to : day;
}

FoyerDotGrid
foyer_month_layout_dots (int n_seats,
                         int width,
                         int pitch,
                         int gap)
{
  FoyerDotGrid grid = { 0, 0 };
  int fitting;

  g_return_val_if_fail (n_seats <= FOYER_DOTS_MAX && pitch > 0, grid);

  if (n_seats <= 0)
    return grid;

  fitting = CLAMP ((width + gap) / pitch, DOTS_PER_ROW_MIN, DOTS_PER_ROW_MAX);
  grid.n_rows = (n_seats + fitting - 1) / fitting;
  grid.n_columns = MAX ((n_seats + grid.n_rows - 1) / grid.n_rows, MIN (n_seats, DOTS_PER_ROW_MIN));

  return grid;
}
