/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics-rule.h"

#define DAYS_OF_A_YEAR 366

/* Days of the week by their place in the month or year: "2TU", "-1FR", or all of them. */
typedef struct {
  int weekday;     /* Monday is 1 */
  int position;    /* 0 for all */
} FoyerIcsWeekday;

struct _FoyerIcsRule {
  icalrecurrencetype_frequency  freq;
  int                           interval;
  int                           count;          /* 0 for no end */
  struct icaltimetype           until;
  int                           week_start;     /* Monday is 1 */
  guint                         months;         /* January is bit 1; 0 for all */
  GArray                       *weekdays;       /* of FoyerIcsWeekday */
  GArray                       *month_days;     /* of int, from the end where negative */
  GArray                       *year_days;
  GArray                       *positions;
};

/* A day with what the rules ask about it. */
typedef struct {
  FoyerDay day;
  int      year;
  int      month;
  int      month_day;
} FoyerIcsDate;

static FoyerIcsDate
foyer_ics_date_of (FoyerDay day)
{
  FoyerIcsDate date = { .day = day };

  foyer_day_get_ymd (day, &date.year, &date.month, &date.month_day);

  return date;
}

/* libical counts from Sunday, which is 1. */
static int
foyer_ics_weekday_of (icalrecurrencetype_weekday weekday)
{
  return weekday == ICAL_SUNDAY_WEEKDAY ? 7 : (int) weekday - 1;
}

static GArray *
foyer_ics_numbers (const short *by,
                   gsize        size)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));

  for (gsize i = 0; i < size && by[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      int number = by[i];

      g_array_append_val (numbers, number);
    }

  return numbers;
}

static gboolean
foyer_ics_has (const GArray *numbers,
               int           number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, int, i) == number)
      return TRUE;

  return FALSE;
}

static gboolean
foyer_ics_rule_is_plain (const struct icalrecurrencetype *recur)
{
  return recur->freq >= ICAL_DAILY_RECURRENCE && recur->freq <= ICAL_YEARLY_RECURRENCE
         && recur->interval >= 1 && recur->interval <= FOYER_ICS_INTERVAL_MAX
         && recur->count >= 0
         && recur->rscale == NULL
         && recur->by_second[0] == ICAL_RECURRENCE_ARRAY_MAX
         && recur->by_minute[0] == ICAL_RECURRENCE_ARRAY_MAX
         && recur->by_hour[0] == ICAL_RECURRENCE_ARRAY_MAX
         && recur->by_week_no[0] == ICAL_RECURRENCE_ARRAY_MAX;
}

/* The places that a frequency has for its lists (the table of RFC 5545, page 44). */
static gboolean
foyer_ics_rule_is_sound (const FoyerIcsRule *self)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < self->weekdays->len; i++)
    {
      const FoyerIcsWeekday *weekday = &g_array_index (self->weekdays, FoyerIcsWeekday, i);

      placed |= weekday->position != 0;
      if (weekday->weekday < 1 || weekday->weekday > 7)
        return FALSE;
    }

  if (self->freq != ICAL_YEARLY_RECURRENCE && self->year_days->len > 0)
    return FALSE;
  if (self->freq == ICAL_WEEKLY_RECURRENCE && self->month_days->len > 0)
    return FALSE;
  if (placed && self->freq != ICAL_MONTHLY_RECURRENCE && self->freq != ICAL_YEARLY_RECURRENCE)
    return FALSE;

  /* A place among nothing. */
  return self->positions->len == 0
         || self->weekdays->len > 0 || self->month_days->len > 0 || self->year_days->len > 0 || self->months != 0;
}

static gboolean
foyer_ics_rule_read_months (FoyerIcsRule                    *self,
                            const struct icalrecurrencetype *recur)
{
  for (gsize i = 0; i < G_N_ELEMENTS (recur->by_month) && recur->by_month[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      if (recur->by_month[i] < 1 || recur->by_month[i] > 12)
        return FALSE;
      self->months |= 1u << recur->by_month[i];
    }

  return TRUE;
}

FoyerIcsRule *
foyer_ics_rule_new (const struct icalrecurrencetype *recur)
{
  g_autoptr(FoyerIcsRule) self = NULL;

  if (!foyer_ics_rule_is_plain (recur))
    return NULL;

  self = g_new0 (FoyerIcsRule, 1);
  self->freq = recur->freq;
  self->interval = recur->interval;
  self->count = recur->count;
  self->until = recur->until;
  self->week_start = recur->week_start != ICAL_NO_WEEKDAY ? foyer_ics_weekday_of (recur->week_start) : 1;
  self->month_days = foyer_ics_numbers (recur->by_month_day, G_N_ELEMENTS (recur->by_month_day));
  self->year_days = foyer_ics_numbers (recur->by_year_day, G_N_ELEMENTS (recur->by_year_day));
  self->positions = foyer_ics_numbers (recur->by_set_pos, G_N_ELEMENTS (recur->by_set_pos));
  self->weekdays = g_array_new (FALSE, FALSE, sizeof (FoyerIcsWeekday));
  for (gsize i = 0; i < G_N_ELEMENTS (recur->by_day) && recur->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      FoyerIcsWeekday weekday = {
        .weekday = foyer_ics_weekday_of (icalrecurrencetype_day_day_of_week (recur->by_day[i])),
        .position = icalrecurrencetype_day_position (recur->by_day[i]),
      };

      g_array_append_val (self->weekdays, weekday);
    }

  if (!foyer_ics_rule_read_months (self, recur) || !foyer_ics_rule_is_sound (self))
    return NULL;

  return g_steal_pointer (&self);
}

void
foyer_ics_rule_free (FoyerIcsRule *self)
{
  g_array_unref (self->weekdays);
  g_array_unref (self->month_days);
  g_array_unref (self->year_days);
  g_array_unref (self->positions);
  g_free (self);
}

struct icaltimetype
foyer_ics_rule_get_until (const FoyerIcsRule *self)
{
  return self->until;
}

static gboolean
foyer_ics_rule_has_month_day (const FoyerIcsRule *self,
                              const FoyerIcsDate *date)
{
  const int length = foyer_day_days_in_month (date->year, date->month);

  return foyer_ics_has (self->month_days, date->month_day)
         || foyer_ics_has (self->month_days, date->month_day - length - 1);
}

static gboolean
foyer_ics_rule_has_year_day (const FoyerIcsRule *self,
                             const FoyerIcsDate *date)
{
  const FoyerDay first = foyer_day_new (date->year, 1, 1);
  const FoyerDay last = foyer_day_new (date->year, 12, 31);

  return foyer_ics_has (self->year_days, date->day - first + 1)
         || foyer_ics_has (self->year_days, date->day - last - 1);
}

/* Whether @date is the second Tuesday, the last Friday and so on, of its month or of its year. */
static gboolean
foyer_ics_rule_has_weekday (const FoyerIcsRule *self,
                            const FoyerIcsDate *date)
{
  const int weekday = foyer_day_get_weekday (date->day);
  const gboolean of_year = self->freq == ICAL_YEARLY_RECURRENCE && self->months == 0 && self->month_days->len == 0;

  for (guint i = 0; i < self->weekdays->len; i++)
    {
      const FoyerIcsWeekday *wanted = &g_array_index (self->weekdays, FoyerIcsWeekday, i);
      int before;
      int after;

      if (wanted->weekday != weekday)
        continue;
      if (wanted->position == 0)
        return TRUE;
      if (of_year)
        {
          before = date->day - foyer_day_new (date->year, 1, 1);
          after = foyer_day_new (date->year, 12, 31) - date->day;
        }
      else
        {
          before = date->month_day - 1;
          after = foyer_day_days_in_month (date->year, date->month) - date->month_day;
        }
      if (wanted->position == before / 7 + 1 || wanted->position == -(after / 7 + 1))
        return TRUE;
    }

  return FALSE;
}

/* Whether @date, which is in a period of the rule, belongs to it. What the rule leaves open is as
 * it is on the day on which it starts. */
static gboolean
foyer_ics_rule_has (const FoyerIcsRule *self,
                    const FoyerIcsDate *start,
                    const FoyerIcsDate *date)
{
  const gboolean by_nothing = self->weekdays->len == 0 && self->month_days->len == 0 && self->year_days->len == 0;

  if (self->months != 0 && (self->months & 1u << date->month) == 0)
    return FALSE;
  if (self->month_days->len > 0 && !foyer_ics_rule_has_month_day (self, date))
    return FALSE;
  if (self->year_days->len > 0 && !foyer_ics_rule_has_year_day (self, date))
    return FALSE;
  if (self->weekdays->len > 0 && !foyer_ics_rule_has_weekday (self, date))
    return FALSE;

  if (!by_nothing || self->freq == ICAL_DAILY_RECURRENCE)
    return TRUE;
  if (self->freq == ICAL_WEEKLY_RECURRENCE)
    return foyer_day_get_weekday (date->day) == foyer_day_get_weekday (start->day);

  return date->month_day == start->month_day
         && (self->freq == ICAL_MONTHLY_RECURRENCE || self->months != 0 || date->month == start->month);
}

/* The days of a period that the rule has, before their places among each other are looked at. */
static gboolean
foyer_ics_rule_look (const FoyerIcsRule *self,
                     const FoyerIcsDate *start,
                     FoyerDay            from,
                     FoyerDay            to,
                     gint64             *steps,
                     GArray             *set)
{
  for (FoyerDay day = from; day <= to; day++)
    {
      FoyerIcsDate date;

      if (--*steps < 0)
        return FALSE;
      /* The week of the first day of all begins before it. */
      if (!foyer_day_is_valid (day))
        continue;
      date = foyer_ics_date_of (day);
      if (foyer_ics_rule_has (self, start, &date))
        g_array_append_val (set, day);
    }

  return TRUE;
}

/* Months that the rule leaves out are not looked at day by day: yearly rules are what birthdays are. */
static gboolean
foyer_ics_rule_look_at_year (const FoyerIcsRule *self,
                             const FoyerIcsDate *start,
                             int                 year,
                             gint64             *steps,
                             GArray             *set)
{
  const gboolean start_only = self->months == 0 && self->weekdays->len == 0 && self->month_days->len == 0
                              && self->year_days->len == 0;

  for (int month = 1; month <= 12; month++)
    {
      const FoyerDay first = foyer_day_new (year, month, 1);

      if ((self->months != 0 && (self->months & 1u << month) == 0) || (start_only && month != start->month))
        continue;
      if (!foyer_ics_rule_look (self, start, first, first + foyer_day_days_in_month (year, month) - 1, steps, set))
        return FALSE;
    }

  return TRUE;
}

static void
foyer_ics_rule_choose (const FoyerIcsRule *self,
                       GArray             *set)
{
  guint kept = 0;

  if (self->positions->len == 0)
    return;
  for (guint i = 0; i < set->len; i++)
    if (foyer_ics_has (self->positions, (int) i + 1) || foyer_ics_has (self->positions, (int) i - (int) set->len))
      g_array_index (set, FoyerDay, kept++) = g_array_index (set, FoyerDay, i);
  g_array_set_size (set, kept);
}

/* The @n-th period of the rule. */
static gboolean
foyer_ics_rule_look_at_period (const FoyerIcsRule *self,
                               const FoyerIcsDate *start,
                               gint64              n,
                               gint64             *steps,
                               GArray             *set,
                               FoyerDay           *begins)
{
  const gint64 at = n * self->interval;
  FoyerDay first;

  if (self->freq == ICAL_YEARLY_RECURRENCE)
    {
      *begins = foyer_day_new (start->year + (int) at, 1, 1);
      return *begins == FOYER_DAY_NONE || foyer_ics_rule_look_at_year (self, start, start->year + (int) at, steps, set);
    }
  if (self->freq == ICAL_MONTHLY_RECURRENCE)
    {
      const gint64 month = start->month - 1 + at;
      const int year = start->year + (int) (month / 12);

      *begins = first = foyer_day_new (year, (int) (month % 12) + 1, 1);
      return first == FOYER_DAY_NONE
             || foyer_ics_rule_look (self, start, first,
                                     first + foyer_day_days_in_month (year, (int) (month % 12) + 1) - 1, steps, set);
    }
  if (self->freq == ICAL_WEEKLY_RECURRENCE)
    {
      *begins = first = start->day - (foyer_day_get_weekday (start->day) - self->week_start + 7) % 7 + (FoyerDay) at * 7;
      return foyer_ics_rule_look (self, start, first, first + 6, steps, set);
    }

  *begins = first = start->day + (FoyerDay) at;
  return foyer_ics_rule_look (self, start, first, first, steps, set);
}

/* The last period that begins by @day. */
static gint64
foyer_ics_rule_get_period (const FoyerIcsRule *self,
                           const FoyerIcsDate *start,
                           FoyerDay            day)
{
  const FoyerIcsDate date = foyer_ics_date_of (day);
  gint64 units = day - start->day;

  if (self->freq == ICAL_YEARLY_RECURRENCE)
    units = date.year - start->year;
  else if (self->freq == ICAL_MONTHLY_RECURRENCE)
    units = (date.year - start->year) * 12 + date.month - start->month;
  else if (self->freq == ICAL_WEEKLY_RECURRENCE)
    units /= 7;

  return MAX (units / self->interval, 0);
}

gboolean
foyer_ics_rule_expand (const FoyerIcsRule *self,
                       FoyerDay            start,
                       FoyerDay            first,
                       FoyerDay            last,
                       gint64             *steps,
                       GArray             *days)
{
  const FoyerIcsDate from = foyer_ics_date_of (start);
  g_autoptr(GArray) set = g_array_sized_new (FALSE, FALSE, sizeof (FoyerDay), DAYS_OF_A_YEAR);
  gint64 n = 0;
  int left = self->count > 0 ? self->count - 1 : G_MAXINT;
  FoyerDay begins;

  /* It is the first whatever the rule says. */
  if (start >= first && start <= last)
    g_array_append_val (days, start);
  /* Only what ends after so many times has to be counted from its start. */
  if (self->count == 0 && first > start)
    n = foyer_ics_rule_get_period (self, &from, first);

  for (;; n++)
    {
      g_array_set_size (set, 0);
      if (!foyer_ics_rule_look_at_period (self, &from, n, steps, set, &begins))
        return FALSE;
      if (begins == FOYER_DAY_NONE || begins > last)
        return TRUE;
      foyer_ics_rule_choose (self, set);
      for (guint i = 0; i < set->len; i++)
        {
          const FoyerDay day = g_array_index (set, FoyerDay, i);

          if (day <= start)
            continue;
          if (day > last || left-- == 0)
            return TRUE;
          if (day >= first)
            g_array_append_val (days, day);
        }
    }
}
