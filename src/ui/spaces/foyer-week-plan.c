/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-week-plan.h"

#define WORKING_DAYS 0x1fu

static gboolean
is_dated (const FoyerOpeningRule *rule)
{
  return rule->from != FOYER_DAY_NONE || rule->until != FOYER_DAY_NONE;
}

FoyerWeekdayPlan
foyer_week_plan_get (GArray *rules,
                     int     weekday)
{
  FoyerWeekdayPlan plan = { FALSE, FOYER_OPENS_DEFAULT, FOYER_CLOSES_DEFAULT, FOYER_SEATS_OF_SPACE };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, plan);

  for (guint i = 0; i < rules->len; i++)
    {
      const FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i);

      if (is_dated (rule) || (rule->weekdays & FOYER_WEEKDAY_BIT (weekday)) == 0)
        continue;

      plan.start_minute = plan.open ? MIN (plan.start_minute, rule->start_minute) : rule->start_minute;
      plan.end_minute = plan.open ? MAX (plan.end_minute, rule->end_minute) : rule->end_minute;
      plan.seats = rule->seats;
      plan.open = TRUE;
    }

  return plan;
}

static void
drop_weekday (GArray *rules,
              guint   bit)
{
  for (guint i = rules->len; i > 0; i--)
    {
      FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i - 1);

      if (is_dated (rule))
        continue;
      rule->weekdays &= ~bit;
      if (rule->weekdays == 0)
        g_array_remove_index (rules, i - 1);
    }
}

void
foyer_week_plan_set (GArray                 *rules,
                     int                     weekday,
                     const FoyerWeekdayPlan *plan)
{
  FoyerOpeningRule added = {
    .weekdays = FOYER_WEEKDAY_BIT (weekday),
    .start_minute = plan->start_minute,
    .end_minute = plan->end_minute,
    .seats = plan->seats,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };

  g_return_if_fail (weekday >= 1 && weekday <= 7);

  drop_weekday (rules, added.weekdays);
  if (!plan->open)
    return;

  for (guint i = 0; i < rules->len; i++)
    {
      FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i);

      if (!is_dated (rule) && rule->start_minute == added.start_minute
          && rule->end_minute == added.end_minute && rule->seats == added.seats)
        {
          rule->weekdays |= added.weekdays;
          return;
        }
    }
  g_array_append_val (rules, added);
}

GArray *
foyer_week_plan_new (void)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));
  FoyerOpeningRule rule = {
    .weekdays = WORKING_DAYS,
    .start_minute = FOYER_OPENS_DEFAULT,
    .end_minute = FOYER_CLOSES_DEFAULT,
    .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };

  g_array_append_val (rules, rule);

  return rules;
}

GArray *
foyer_week_plan_copy (GArray *rules)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (FoyerOpeningRule), rules->len);

  g_array_append_vals (copy, rules->data, rules->len);

  return copy;
}
