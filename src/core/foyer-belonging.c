/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-belonging.h"

#define DAYS_OF_WEEK 7
#define MONTHS_OF_YEAR 12
#define HABIT_DAYS (FOYER_HABIT_WEEKS * DAYS_OF_WEEK)

/* How many of @days are @first or later. */
static gsize
count_since (const FoyerDay *days,
             gsize           n_days,
             FoyerDay        first)
{
  gsize n = 0;

  while (n < n_days && days[n_days - 1 - n] >= first)
    n++;

  return n;
}

/* Whether the days before the last of @days made a habit, that one among them. */
static gboolean
is_often (const FoyerDay *days,
          gsize           n_days)
{
  return n_days > 0 && count_since (days, n_days, days[n_days - 1] - HABIT_DAYS + 1) >= FOYER_REGULAR_DAYS;
}

static guint
find_weekdays (const FoyerDay *days,
               gsize           n_days)
{
  const FoyerDay last = days[n_days - 1];
  const gsize n = count_since (days, n_days, last - HABIT_DAYS + 1);
  /* Who came for the first time a month ago has a month to look at. */
  const int n_weeks = (last - days[n_days - n]) / DAYS_OF_WEEK + 1;
  int counts[DAYS_OF_WEEK] = { 0 };
  guint weekdays = 0;

  for (gsize i = n_days - n; i < n_days; i++)
    counts[foyer_day_get_weekday (days[i]) - 1]++;
  for (guint i = 0; i < DAYS_OF_WEEK; i++)
    if (counts[i] >= FOYER_USUAL_DAYS && counts[i] * 2 >= n_weeks)
      weekdays |= 1u << i;

  return weekdays;
}

/* Who was here on the first of March a year ago and has come since: told when they are here, or
 * expected, for the first time in the week from that day on. A year after 29 February is the 28th. */
static int
find_years (const FoyerDay *days,
            gsize           n_before,
            FoyerDay        day)
{
  int year, first_year, n_years;
  FoyerDay anniversary;

  foyer_day_get_ymd (day, &year, NULL, NULL);
  foyer_day_get_ymd (days[0], &first_year, NULL, NULL);
  /* That of the last days of December may be told in January. */
  for (n_years = year - first_year; n_years > 0; n_years--)
    {
      anniversary = foyer_day_add_months (days[0], n_years * MONTHS_OF_YEAR);
      if (anniversary == FOYER_DAY_NONE || anniversary > day)
        continue;
      if (day - anniversary >= FOYER_ANNIVERSARY_DAYS || days[n_before - 1] >= anniversary)
        return 0;

      return count_since (days, n_before, foyer_day_add_months (anniversary, -MONTHS_OF_YEAR)) >= FOYER_REGULAR_DAYS
               ? n_years : 0;
    }

  return 0;
}

/**
 * foyer_belonging_work_out:
 * @self: (out caller-allocates): what the days tell
 * @days: (array length=n_days): the days on which somebody was checked in, each once, the first first
 * @n_days: their number
 * @day: the day that it is told on; later ones of @days do not count
 *
 * Works out what a host notices about somebody on a day. Pure.
 */
void
foyer_belonging_work_out (FoyerBelonging *self,
                          const FoyerDay *days,
                          gsize           n_days,
                          FoyerDay        day)
{
  gsize n_before;
  FoyerDay new_year;
  int year;
  int away;

  g_return_if_fail (self != NULL);
  g_return_if_fail (days != NULL || n_days == 0);
  g_return_if_fail (foyer_day_is_valid (day));

  *self = (FoyerBelonging) { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE, .first_visit = TRUE };
  while (n_days > 0 && days[n_days - 1] > day)
    n_days--;
  if (n_days == 0)
    return;

  self->n_days = (int) n_days;
  foyer_day_get_ymd (day, &year, NULL, NULL);
  new_year = foyer_day_new (year, 1, 1);
  self->n_this_year = (int) count_since (days, n_days, new_year);
  self->first = days[0];
  self->last = days[n_days - 1];
  self->here = self->last == day;
  n_before = self->here ? n_days - 1 : n_days;
  self->first_visit = n_before == 0;
  if (self->first_visit)
    return;

  away = day - days[n_before - 1];
  if (is_often (days, n_before) && away >= FOYER_MISSED_WEEKS * DAYS_OF_WEEK)
    {
      self->weeks_missed = away < FOYER_FORGOTTEN_WEEKS * DAYS_OF_WEEK ? away / DAYS_OF_WEEK : 0;
      return;
    }

  self->regular = away < FOYER_MISSED_WEEKS * DAYS_OF_WEEK && (is_often (days, n_days) || is_often (days, n_before));
  if (self->regular)
    self->weekdays = find_weekdays (days, n_days);
  self->years = find_years (days, n_before, day);
}
