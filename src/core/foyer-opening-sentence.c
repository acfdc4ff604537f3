/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening-sentence.h"

/**
 * foyer_opening_plan_resolve:
 * @self: a plan
 * @space: where it is to hold: its seats, its half of the day and its public holidays
 * @day: a day
 *
 * Finds out what a plan means for one day, as [func@opening_resolve] does for what is kept. A
 * date wins over a holiday, and a holiday over the week.
 *
 * Returns: the plan of @day; a closed one is all zeros
 */
FoyerDayPlan
foyer_opening_plan_resolve (const FoyerOpeningPlan *self,
                            const FoyerSpace       *space,
                            FoyerDay                day)
{
  const FoyerDayException *exception = NULL;
  gboolean closes;

  g_return_val_if_fail (self != NULL, (FoyerDayPlan) { 0 });
  g_return_val_if_fail (space != NULL, (FoyerDayPlan) { 0 });

  for (guint i = 0; i < self->dates->len; i++)
    {
      const FoyerOpeningDates *dates = &g_array_index (self->dates, FoyerOpeningDates, i);

      if (day >= dates->first && day <= dates->last)
        exception = &dates->exception;
    }

  closes = self->holidays == FOYER_PLAN_HOLIDAYS_UNSAID ? space->closed_on_holidays
                                                        : self->holidays == FOYER_PLAN_HOLIDAYS_CLOSED;
  if (exception == NULL && closes && foyer_space_get_holiday (space, day) != FOYER_HOLIDAY_NONE)
    return (FoyerDayPlan) { 0 };

  return foyer_opening_resolve ((const FoyerOpeningRule *) (gpointer) self->rules->data, self->rules->len,
                                exception, space->seats, space->half_at, day);
}

/**
 * foyer_opening_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): another one that says the same
 */
FoyerOpeningPlan *
foyer_opening_plan_copy (const FoyerOpeningPlan *self)
{
  FoyerOpeningPlan *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (FoyerOpeningPlan, 1);
  copy->rules = g_array_copy (self->rules);
  copy->holidays = self->holidays;
  copy->dates = g_array_copy (self->dates);

  return copy;
}

/**
 * foyer_opening_plan_free:
 * @self: (transfer full): a plan
 *
 * Frees @self.
 */
void
foyer_opening_plan_free (FoyerOpeningPlan *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->rules);
  g_array_unref (self->dates);
  g_free (self);
}
