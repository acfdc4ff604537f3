/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-range-plan.h"

static gboolean
note_changes (const FoyerAvailability *day,
              const FoyerDaysEdit     *edit)
{
  return edit->note != NULL && g_strcmp0 (edit->note, day->note != NULL ? day->note : "") != 0;
}

static gboolean
seats_change (const FoyerAvailability *day,
              const FoyerDaysEdit     *edit)
{
  return edit->seats >= 0 && day->open && edit->seats != foyer_availability_get_seats (day);
}

static gboolean
changes (const FoyerAvailability *day,
         const FoyerDaysEdit     *edit)
{
  switch (edit->to)
    {
    case FOYER_DAYS_OPEN:
      return !day->open || seats_change (day, edit) || note_changes (day, edit);

    case FOYER_DAYS_CLOSE:
      /* A note alone on a day that was closed before is not worth counting. */
      return day->open;

    case FOYER_DAYS_KEEP:
    case FOYER_DAYS_BY_RULE:
    default:
      return seats_change (day, edit) || note_changes (day, edit);
    }
}

FoyerRangePlan
foyer_range_plan_make (const FoyerAvailability *days,
                       gsize                    n_days,
                       FoyerDay                 today,
                       const FoyerDaysEdit     *edit)
{
  FoyerRangePlan plan = { 0, 0 };

  for (gsize i = 0; i < n_days; i++)
    {
      if (days[i].open)
        plan.n_open++;
      if (days[i].day >= today && changes (&days[i], edit))
        plan.n_changing++;
    }

  return plan;
}
