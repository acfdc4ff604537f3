/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-hours-axis.h"

#define DAY (24 * 60)

void
foyer_hours_axis_include (FoyerHoursAxis *self,
                          int             start_minute,
                          int             end_minute)
{
  self->first = MIN (self->first, start_minute / 60 * 60);
  self->last = MAX (self->last, MIN ((end_minute + 59) / 60 * 60, DAY));
}

double
foyer_hours_axis_place (FoyerHoursAxis self,
                        int            minute,
                        double         width)
{
  g_return_val_if_fail (self.last > self.first, 0);

  return (CLAMP (minute, self.first, self.last) - self.first) * width / (self.last - self.first);
}

int
foyer_hours_axis_read (FoyerHoursAxis self,
                       double         x,
                       double         width)
{
  int steps;

  g_return_val_if_fail (self.last > self.first, self.first);

  if (width <= 0)
    return self.first;

  x = CLAMP (x, 0, width);
  steps = (int) (x * (self.last - self.first) / width / FOYER_HOURS_STEP + 0.5);

  return MIN (self.first + steps * FOYER_HOURS_STEP, self.last);
}

gboolean
foyer_hours_move (int            *start_minute,
                  int            *end_minute,
                  FoyerHoursEdge  edge,
                  int             minute)
{
  int *moved = edge == FOYER_HOURS_START ? start_minute : end_minute;
  int before = *moved;

  if (edge == FOYER_HOURS_START)
    *start_minute = CLAMP (minute, 0, MAX (*end_minute - FOYER_HOURS_STEP, 0));
  else
    *end_minute = CLAMP (minute, MIN (*start_minute + FOYER_HOURS_STEP, DAY), DAY);

  return *moved != before;
}
