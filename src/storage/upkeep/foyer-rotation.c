/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-rotation.h"

static FoyerDay
foyer_rotation_get_monday (FoyerDay day)
{
  return day - (foyer_day_get_weekday (day) - 1);
}

GArray *
foyer_rotation_pick (GArray *days)
{
  GArray *gone = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  FoyerDay week = FOYER_DAY_NONE;
  FoyerDay month = FOYER_DAY_NONE;
  guint n_weeks = 0;
  guint n_months = 0;

  for (guint i = 0; i < days->len; i++)
    {
      FoyerDay day = g_array_index (days, FoyerDay, i);
      gboolean stays = i < FOYER_ROTATION_DAYS;

      if (foyer_rotation_get_monday (day) != week)
        {
          week = foyer_rotation_get_monday (day);
          stays |= n_weeks++ < FOYER_ROTATION_WEEKS;
        }
      if (foyer_day_first_of_month (day) != month)
        {
          month = foyer_day_first_of_month (day);
          stays |= n_months++ < FOYER_ROTATION_MONTHS;
        }
      if (!stays)
        g_array_append_val (gone, day);
    }

  return gone;
}
