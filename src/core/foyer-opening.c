/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening.h"

#include "core/foyer-error.h"
#include "core/foyer-part.h"

static const char *
find_fault (const FoyerOpeningRule *rule)
{
  if (rule->weekdays == 0 || (rule->weekdays & ~FOYER_WEEKDAYS_ALL) != 0)
    return "An opening needs a day of the week";
  if (rule->start_minute < 0 || rule->end_minute > 1440)
    return "The hours are not within a day";
  if (rule->start_minute >= rule->end_minute)
    return "The hours end before they begin";
  if (rule->seats != FOYER_SEATS_OF_SPACE && (rule->seats < 1 || rule->seats > FOYER_SEATS_MAX))
    return "The seats are not from 1 to 500";
  if ((rule->from != FOYER_DAY_NONE && !foyer_day_is_valid (rule->from)) ||
      (rule->until != FOYER_DAY_NONE && !foyer_day_is_valid (rule->until)))
    return "The first or last day is no date";
  if (rule->from != FOYER_DAY_NONE && rule->until != FOYER_DAY_NONE && rule->from > rule->until)
    return "The last day is before the first";

  return NULL;
}

/**
 * foyer_opening_rule_check:
 * @rule: a rule
 * @error: return location for an error
 *
 * Checks each field of a rule, and that hours and days do not end before they begin.
 *
 * Returns: whether @rule can be kept, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_opening_rule_check (const FoyerOpeningRule  *rule,
                          GError                 **error)
{
  const char *fault;

  g_return_val_if_fail (rule != NULL, FALSE);

  fault = find_fault (rule);
  if (fault != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, fault);

  return fault == NULL;
}

/**
 * foyer_opening_get_halves:
 * @start_minute: minutes after midnight
 * @end_minute: minutes after midnight, after @start_minute
 * @half_at: when the morning ends, in minutes after midnight
 *
 * Which halves of a day some hours open: the morning alone when they end by @half_at, the
 * afternoon alone when they start at or after it.
 *
 * Returns: a mask of #FoyerPart
 */
guint
foyer_opening_get_halves (int start_minute,
                          int end_minute,
                          int half_at)
{
  if (end_minute <= half_at)
    return FOYER_PART_AM;
  if (start_minute >= half_at)
    return FOYER_PART_PM;

  return FOYER_PART_FULL;
}

static gboolean
holds_on (const FoyerOpeningRule *rule,
          FoyerDay                day)
{
  return (rule->weekdays & FOYER_WEEKDAY_BIT (foyer_day_get_weekday (day))) != 0 &&
         (rule->from == FOYER_DAY_NONE || rule->from <= day) &&
         (rule->until == FOYER_DAY_NONE || day <= rule->until);
}

static int
get_seats (int seats,
           int space_seats)
{
  return seats == FOYER_SEATS_OF_SPACE ? space_seats : seats;
}

static FoyerDayPlan
plan_exception (const FoyerDayException *exception,
                int                      space_seats,
                int                      half_at)
{
  FoyerDayPlan plan = { 0 };
  guint halves;

  if (!exception->open)
    return plan;

  halves = foyer_opening_get_halves (exception->start_minute, exception->end_minute, half_at);
  plan.open = TRUE;
  plan.start_minute = exception->start_minute;
  plan.end_minute = exception->end_minute;
  if (halves & FOYER_PART_AM)
    plan.am_seats = get_seats (exception->seats, space_seats);
  if (halves & FOYER_PART_PM)
    plan.pm_seats = get_seats (exception->seats, space_seats);

  return plan;
}

/**
 * foyer_opening_resolve:
 * @rules: (array length=n_rules): checked rules, in the order in which they were made
 * @n_rules: how many
 * @exception: (nullable): what holds on @day instead of all rules
 * @space_seats: the seats of the space
 * @half_at: when its morning ends, in minutes after midnight
 * @day: a day
 *
 * Finds out when a day is open and with how many seats. Opening never closes, so each half is
 * decided by the last rule that holds on @day and opens that half. The hours are from
 * the start of the first open half's rule to the end of the last one's.
 *
 * Returns: the plan of @day; a closed one is all zeros
 */
FoyerDayPlan
foyer_opening_resolve (const FoyerOpeningRule  *rules,
                       gsize                    n_rules,
                       const FoyerDayException *exception,
                       int                      space_seats,
                       int                      half_at,
                       FoyerDay                 day)
{
  const FoyerOpeningRule *am = NULL;
  const FoyerOpeningRule *pm = NULL;
  FoyerDayPlan plan = { 0 };

  g_return_val_if_fail (rules != NULL || n_rules == 0, plan);
  g_return_val_if_fail (foyer_day_is_valid (day), plan);

  if (exception != NULL)
    return plan_exception (exception, space_seats, half_at);

  for (gsize i = 0; i < n_rules; i++)
    {
      guint halves;

      if (!holds_on (&rules[i], day))
        continue;
      halves = foyer_opening_get_halves (rules[i].start_minute, rules[i].end_minute, half_at);
      if (halves & FOYER_PART_AM)
        am = &rules[i];
      if (halves & FOYER_PART_PM)
        pm = &rules[i];
    }

  if (am == NULL && pm == NULL)
    return plan;
  plan.open = TRUE;
  plan.start_minute = am != NULL ? am->start_minute : pm->start_minute;
  plan.end_minute = pm != NULL ? pm->end_minute : am->end_minute;
  plan.am_seats = am != NULL ? get_seats (am->seats, space_seats) : 0;
  plan.pm_seats = pm != NULL ? get_seats (pm->seats, space_seats) : 0;

  return plan;
}
