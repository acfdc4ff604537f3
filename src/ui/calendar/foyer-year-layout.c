/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-year-layout.h"

static int
count_held (const FoyerAvailability *day)
{
  return MIN (day->am_held, day->am_seats) + MIN (day->pm_held, day->pm_seats);
}

int
foyer_year_layout_level (const FoyerAvailability *day)
{
  int seats, held;

  g_return_val_if_fail (day != NULL, -1);

  seats = day->am_seats + day->pm_seats;
  held = count_held (day);
  if (!day->open || seats == 0)
    return -1;
  if (held == 0)
    return 0;
  if (held == seats)
    return FOYER_YEAR_LEVELS - 1;

  return 1 + MIN (2, (3 * held - 1) / seats);
}

void
foyer_year_share_add (FoyerYearShare          *self,
                      const FoyerAvailability *day)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (day != NULL);

  if (foyer_year_layout_level (day) < 0)
    return;

  self->n_open += 1;
  self->n_full += foyer_availability_get_fullness (day) == FOYER_FULLNESS_FULL;
  self->held += count_held (day);
  self->seats += day->am_seats + day->pm_seats;
}

int
foyer_year_share_get_percent (const FoyerYearShare *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->seats > 0 ? (int) (self->held * 100 / self->seats) : 0;
}

int
foyer_year_layout_columns (int width)
{
  if (width >= 720)
    return 4;
  if (width >= 500)
    return 3;

  return 2;
}
