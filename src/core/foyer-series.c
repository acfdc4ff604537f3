/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-series.h"

#define DAYS_PER_WEEK 7

/**
 * foyer_series_rule_check:
 * @self: a rule with both its ends
 * @error: return location for an error
 *
 * Checks that @self means some days.
 *
 * Errors: %FOYER_ERROR_INVALID
 *
 * Returns: %FALSE with @error set when it does not
 */
gboolean
foyer_series_rule_check (const FoyerSeriesRule  *self,
                         GError                **error)
{
  const char *problem = NULL;

  if (self->weekdays == 0 || self->weekdays > FOYER_WEEKDAYS_ALL)
    problem = "a series needs a day of the week";
  else if (self->every_weeks < 1 || self->every_weeks > FOYER_SERIES_WEEKS_MAX)
    problem = "a series comes every 1 to 52 weeks";
  else if (!foyer_day_is_valid (self->from) || !foyer_day_is_valid (self->until) || self->until < self->from)
    problem = "the days of a series are not a range";

  if (problem != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);

  return problem == NULL;
}

static FoyerDay
get_monday (FoyerDay day)
{
  return day - (foyer_day_get_weekday (day) - 1);
}

static gboolean
is_on_weekday (const FoyerSeriesRule *self,
               FoyerDay               day)
{
  return (self->weekdays & FOYER_WEEKDAY_BIT (foyer_day_get_weekday (day))) != 0;
}

/**
 * foyer_series_rule_has:
 * @self: a checked rule
 * @day: any day
 *
 * Whether @day is one of the series.
 */
gboolean
foyer_series_rule_has (const FoyerSeriesRule *self,
                       FoyerDay               day)
{
  FoyerDay first = self->from;

  if (day < self->from || day > self->until || !is_on_weekday (self, day))
    return FALSE;

  while (!is_on_weekday (self, first))
    first++;

  return (get_monday (day) - get_monday (first)) / DAYS_PER_WEEK % self->every_weeks == 0;
}

/**
 * foyer_series_rule_next:
 * @self: a checked rule
 * @after: any day
 *
 * Returns: the first day of the series after @after, or %FOYER_DAY_NONE when none is left
 */
FoyerDay
foyer_series_rule_next (const FoyerSeriesRule *self,
                        FoyerDay               after)
{
  for (FoyerDay day = MAX (after + 1, self->from); day <= self->until; day++)
    if (foyer_series_rule_has (self, day))
      return day;

  return FOYER_DAY_NONE;
}

static FoyerSeriesPlan *
foyer_series_plan_new (void)
{
  FoyerSeriesPlan *self = g_new0 (FoyerSeriesPlan, 1);

  self->rule = (FoyerSeriesRule) { .every_weeks = 1, .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE };
  self->part = FOYER_PART_FULL;
  self->left_out = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningDates));

  return self;
}

static gboolean
refuse (const char  *problem,
        GError     **error)
{
  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);

  return FALSE;
}

/* One series is one part of the day from one day to another. */
static gboolean
foyer_series_plan_take_rules (FoyerSeriesPlan  *self,
                              GArray           *rules,
                              int               half_at,
                              GError          **error)
{
  const FoyerOpeningRule *first;

  if (rules->len == 0)
    return refuse ("the sentence names no day of the week", error);

  first = &g_array_index (rules, FoyerOpeningRule, 0);
  for (guint i = 0; i < rules->len; i++)
    {
      const FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i);

      if (rule->from != first->from || rule->until != first->until || rule->start_minute != first->start_minute
          || rule->end_minute != first->end_minute || rule->seats != FOYER_SEATS_OF_SPACE)
        return refuse ("the sentence is more than one series", error);
      self->rule.weekdays |= rule->weekdays;
    }
  self->rule.from = first->from;
  self->rule.until = first->until;
  /* These are what the reader takes when nobody said an hour. */
  if (first->start_minute != FOYER_OPENS_DEFAULT || first->end_minute != FOYER_CLOSES_DEFAULT)
    self->part = (FoyerPart) foyer_opening_get_halves (first->start_minute, first->end_minute, half_at);

  return TRUE;
}

/**
 * foyer_series_plan_read:
 * @sentence: "every Tuesday until June", "tous les mardis sauf en août"
 * @today: from where dates without a year are looked for
 * @half_at: the minute of the day that parts mornings from afternoons in the space
 * @error: return location for an error
 *
 * Reads in which days and halves a series falls, in English or French, by the grammar of opening
 * sentences. Hours say a part of the day; which hours these are is a matter of the space's
 * openings.
 *
 * Errors: %FOYER_ERROR_INVALID, with the word that is not understood or the two meanings of one
 *   that has two
 *
 * Returns: (transfer full) (nullable): the plan; %NULL with @error set
 */
FoyerSeriesPlan *
foyer_series_plan_read (const char  *sentence,
                        FoyerDay     today,
                        int          half_at,
                        GError     **error)
{
  g_autoptr(FoyerOpeningPlan) opening = foyer_opening_plan_read (sentence, today, error);
  g_autoptr(FoyerSeriesPlan) self = NULL;

  if (opening == NULL)
    return NULL;

  self = foyer_series_plan_new ();
  if (!foyer_series_plan_take_rules (self, opening->rules, half_at, error))
    return NULL;
  for (guint i = 0; i < opening->dates->len; i++)
    {
      const FoyerOpeningDates *dates = &g_array_index (opening->dates, FoyerOpeningDates, i);

      if (dates->exception.open)
        {
          refuse ("a single date is a booking of its own", error);
          return NULL;
        }
      g_array_append_val (self->left_out, *dates);
    }
  self->not_on_holidays = opening->holidays == FOYER_PLAN_HOLIDAYS_CLOSED;

  return g_steal_pointer (&self);
}

/**
 * foyer_series_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): the same plan
 */
FoyerSeriesPlan *
foyer_series_plan_copy (const FoyerSeriesPlan *self)
{
  FoyerSeriesPlan *copy = foyer_series_plan_new ();

  copy->rule = self->rule;
  copy->part = self->part;
  copy->not_on_holidays = self->not_on_holidays;
  g_array_append_vals (copy->left_out, self->left_out->data, self->left_out->len);

  return copy;
}

/**
 * foyer_series_plan_leaves_out:
 * @self: a plan
 * @day: a day of its rule
 *
 * Whether the plan itself says that it is not wanted on @day; public holidays are the space's
 * to know.
 */
gboolean
foyer_series_plan_leaves_out (const FoyerSeriesPlan *self,
                              FoyerDay               day)
{
  for (guint i = 0; i < self->left_out->len; i++)
    {
      const FoyerOpeningDates *dates = &g_array_index (self->left_out, FoyerOpeningDates, i);

      if (day >= dates->first && day <= dates->last)
        return TRUE;
    }

  return FALSE;
}

/**
 * foyer_series_plan_free:
 * @self: (transfer full): a plan
 */
void
foyer_series_plan_free (FoyerSeriesPlan *self)
{
  g_array_unref (self->left_out);
  g_free (self);
}

/**
 * foyer_series_free:
 * @self: (transfer full): a series
 */
void
foyer_series_free (FoyerSeries *self)
{
  g_free (self->id);
  g_free (self->space_id);
  g_free (self->person_id);
  g_free (self->name);
  g_clear_pointer (&self->away, g_array_unref);
  g_free (self);
}
