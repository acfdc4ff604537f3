/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-seat-map.h"

#include <string.h>

#define CLOSED 0xffff

int
foyer_day_get_bit (FoyerDay day)
{
  return ((day % FOYER_HORIZON_DAYS) + FOYER_HORIZON_DAYS) % FOYER_HORIZON_DAYS;
}

static void
put (guint8 *at,
     int     value)
{
  at[0] = (guint8) (value & 0xff);
  at[1] = (guint8) (value >> 8);
}

static int
take (const guint8 *at)
{
  return at[0] | at[1] << 8;
}

void
foyer_seat_map_fill (FoyerSeatMap        *self,
                     const FoyerSeatDays *seats)
{
  self->day0 = seats->from;
  self->n_days = (int) seats->n_days;
  memset (self->bytes, 0xff, sizeof self->bytes);
  for (guint i = 0; i < seats->n_days; i++)
    if (seats->days[i].open)
      {
        guint8 *at = self->bytes + foyer_day_get_bit (seats->from + (FoyerDay) i) * 4;

        put (at, seats->days[i].am);
        put (at + 2, seats->days[i].pm);
      }
}

FoyerSeatDay
foyer_seat_map_get (const FoyerSeatMap *self,
                    FoyerDay            day)
{
  const guint8 *at = self->bytes + foyer_day_get_bit (day) * 4;

  if (day < self->day0 || day - self->day0 >= self->n_days || take (at) == CLOSED)
    return (FoyerSeatDay) { FALSE, 0, 0 };

  return (FoyerSeatDay) { TRUE, take (at), take (at + 2) };
}

void
foyer_seat_map_read (FoyerSeatMap   *self,
                     FoyerStatement *statement,
                     int             first_column)
{
  self->day0 = (FoyerDay) foyer_statement_get_int (statement, first_column);
  self->n_days = (int) foyer_statement_get_int (statement, first_column + 1);
  if (!foyer_statement_copy_blob (statement, first_column + 2, self->bytes, sizeof self->bytes))
    self->n_days = 0;
}
