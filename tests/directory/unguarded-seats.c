/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-seats.h"

/* In the place of foyer-seats.c: a directory that hands seats out without looking, for the race
 * that must find it. */

int
foyer_seats_count (FoyerSeatDay seats,
                   FoyerPart    part)
{
  return 500;
}

gboolean
foyer_seats_add_allotted (FoyerSqlite   *db,
                          gint64         listing,
                          FoyerDay       from,
                          guint          n_days,
                          FoyerSeatDay  *days,
                          GError       **error)
{
  for (guint i = 0; i < n_days; i++)
    days[i].open = TRUE;

  return TRUE;
}

gboolean
foyer_seats_take (FoyerSqlite  *db,
                  gint64        listing,
                  FoyerDay      day,
                  FoyerPart     part,
                  int           n_seats,
                  gboolean     *taken,
                  GError      **error)
{
  *taken = TRUE;

  return TRUE;
}
