/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-week.h"

GPtrArray *
foyer_words_week (const FoyerSpace *space,
                  const GArray     *rules,
                  FoyerLanguage     language,
                  FoyerDay          today)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(FoyerOpeningPlan) plan = NULL;

  g_return_val_if_fail (space != NULL && rules != NULL, sentences);

  plan = g_new0 (FoyerOpeningPlan, 1);
  plan->rules = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));
  plan->dates = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningDates));
  for (guint i = 0; i < rules->len; i++)
    {
      const FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i);
      gboolean last = i + 1 == rules->len;

      g_array_append_val (plan->rules, *rule);
      if (!last && rule[1].from == rule->from && rule[1].until == rule->until)
        continue;
      if (last && space->closed_on_holidays)
        plan->holidays = FOYER_PLAN_HOLIDAYS_CLOSED;
      g_ptr_array_add (sentences, foyer_opening_plan_write (plan, language, today));
      g_array_set_size (plan->rules, 0);
    }

  return sentences;
}
