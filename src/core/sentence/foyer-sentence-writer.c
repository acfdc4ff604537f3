/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening-sentence.h"

/* Not gettext's: these words have to be those that the reader knows. */
typedef struct {
  const char *weekdays[7];
  const char *months[12];        /* after a day */
  const char *whole_months[12];  /* alone */
  const char *every_day;
  const char *and;
} Words;

static const Words words[] = {
  [FOYER_LANGUAGE_ENGLISH] = {
    { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
    { "Jan", "Feb", "March", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec" },
    { "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December" },
    "every day", " and ",
  },
  [FOYER_LANGUAGE_FRENCH] = {
    { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre" },
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre" },
    "tous les jours", " et ",
  },
};

typedef struct {
  GString       *text;
  FoyerLanguage  language;
  FoyerDay       today;
} Writer;

static gboolean
is_french (Writer *self)
{
  return self->language == FOYER_LANGUAGE_FRENCH;
}

static void
write_minute (Writer *self,
              int     minute)
{
  g_string_append_printf (self->text, "%d", minute / 60);
  if (is_french (self))
    g_string_append_c (self->text, 'h');
  else if (minute % 60 != 0)
    g_string_append_c (self->text, ':');
  if (minute % 60 != 0)
    g_string_append_printf (self->text, "%02d", minute % 60);
}

static void
write_hours (Writer *self,
             int     start,
             int     end)
{
  if (is_french (self))
    g_string_append (self->text, "de ");
  write_minute (self, start);
  g_string_append (self->text, is_french (self) ? " à " : "-");
  write_minute (self, end);
}

static void
write_seats (Writer *self,
             int     seats)
{
  if (seats == FOYER_SEATS_OF_SPACE)
    g_string_append (self->text, is_french (self) ? ", toutes les places" : ", all seats");
  else if (is_french (self))
    g_string_append_printf (self->text, seats == 1 ? ", %d place" : ", %d places", seats);
  else
    g_string_append_printf (self->text, seats == 1 ? ", %d seat" : ", %d seats", seats);
}

/* The year only where another one would be read without it. */
static void
write_day (Writer  *self,
           FoyerDay day,
           FoyerDay after)
{
  int year, month, day_of_month, first;
  FoyerDay next;

  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  foyer_day_get_ymd (after, &first, NULL, NULL);
  for (next = FOYER_DAY_NONE; next == FOYER_DAY_NONE || next < after; first++)
    next = foyer_day_new (first, month, day_of_month);

  g_string_append_printf (self->text, "%d%s %s", day_of_month,
                          is_french (self) && day_of_month == 1 ? "er" : "",
                          words[self->language].months[month - 1]);
  if (next != day)
    g_string_append_printf (self->text, " %d", year);
}

/* Whether @first to @last is a month, and, when it is, one that needs no year. */
static gboolean
is_month (FoyerDay first,
          FoyerDay last)
{
  return foyer_day_first_of_month (first) == first && foyer_day_add_months (first, 1) - 1 == last;
}

static void
write_month (Writer  *self,
             FoyerDay first)
{
  FoyerDay this_month = foyer_day_first_of_month (self->today);
  int year, month;

  foyer_day_get_ymd (first, &year, &month, NULL);
  g_string_append (self->text, words[self->language].whole_months[month - 1]);
  if (first < this_month || first >= foyer_day_add_months (this_month, 12))
    g_string_append_printf (self->text, " %d", year);
}

static void
write_dates (Writer  *self,
             FoyerDay first,
             FoyerDay last)
{
  if (is_month (first, last))
    {
      g_string_append (self->text, is_french (self) ? "en " : "in ");
      write_month (self, first);
      return;
    }
  if (first == last)
    {
      g_string_append (self->text, is_french (self) ? "le " : "on ");
      write_day (self, first, self->today);
      return;
    }
  g_string_append (self->text, is_french (self) ? "du " : "from ");
  write_day (self, first, self->today);
  g_string_append (self->text, is_french (self) ? " au " : " to ");
  write_day (self, last, first);
}

/* How many of the seven from @weekday on are in the mask, without a gap. */
static int
get_run (guint weekdays,
         int   weekday)
{
  int n = 0;

  while (weekday + n <= 7 && weekdays & FOYER_WEEKDAY_BIT (weekday + n))
    n++;

  return n;
}

static void
write_weekdays (Writer *self,
                guint   weekdays)
{
  const Words *own = &words[self->language];
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  if (weekdays == FOYER_WEEKDAYS_ALL)
    {
      g_string_append (self->text, own->every_day);
      return;
    }

  for (int weekday = 1; weekday <= 7;)
    {
      int n = get_run (weekdays, weekday);
      const char *first = own->weekdays[weekday - 1];

      if (n >= 3)
        g_ptr_array_add (items, g_strdup_printf (is_french (self) ? "du %s au %s" : "%s-%s",
                                                 first, own->weekdays[weekday + n - 2]));
      else if (n > 0)
        {
          g_ptr_array_add (items, g_strdup (first));
          n = 1;
        }
      weekday += MAX (n, 1);
    }

  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0)
        g_string_append (self->text, i == items->len - 1 ? own->and : ", ");
      g_string_append (self->text, g_ptr_array_index (items, i));
    }
}

static gboolean
same_seats (GArray *rules)
{
  for (guint i = 1; i < rules->len; i++)
    if (g_array_index (rules, FoyerOpeningRule, i).seats != g_array_index (rules, FoyerOpeningRule, 0).seats)
      return FALSE;

  return TRUE;
}

static void
write_rules (Writer *self,
             GArray *rules)
{
  gboolean same = same_seats (rules);

  for (guint i = 0; i < rules->len; i++)
    {
      const FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i);
      const FoyerOpeningRule *before = i > 0 ? rule - 1 : NULL;

      if (before != NULL)
        g_string_append (self->text, same ? words[self->language].and : ", ");
      if (before == NULL || !same || before->weekdays != rule->weekdays)
        {
          write_weekdays (self, rule->weekdays);
          g_string_append_c (self->text, ' ');
        }
      write_hours (self, rule->start_minute, rule->end_minute);
      if (!same)
        write_seats (self, rule->seats);
    }
  if (same && g_array_index (rules, FoyerOpeningRule, 0).seats != FOYER_SEATS_OF_SPACE)
    write_seats (self, g_array_index (rules, FoyerOpeningRule, 0).seats);
}

static void
write_validity (Writer                 *self,
                const FoyerOpeningRule *rule)
{
  if (rule->from != FOYER_DAY_NONE && rule->until != FOYER_DAY_NONE && is_month (rule->from, rule->until))
    {
      g_string_append (self->text, ", ");
      write_dates (self, rule->from, rule->until);
      return;
    }
  if (rule->from != FOYER_DAY_NONE)
    {
      g_string_append (self->text, is_french (self) ? ", à partir du " : ", from ");
      write_day (self, rule->from, self->today);
    }
  if (rule->until != FOYER_DAY_NONE)
    {
      g_string_append (self->text, is_french (self) ? ", jusqu’au " : ", until ");
      write_day (self, rule->until, rule->from != FOYER_DAY_NONE ? rule->from : self->today);
    }
}

static void
write_holidays (Writer            *self,
                FoyerPlanHolidays  holidays)
{
  if (holidays == FOYER_PLAN_HOLIDAYS_UNSAID)
    return;
  if (self->text->len > 0)
    g_string_append (self->text, ", ");
  if (holidays == FOYER_PLAN_HOLIDAYS_CLOSED)
    g_string_append (self->text, is_french (self) ? "sauf les jours fériés" : "not on public holidays");
  else
    g_string_append (self->text, is_french (self) ? "aussi les jours fériés" : "also on public holidays");
}

static void
write_differences (Writer                 *self,
                   const FoyerOpeningPlan *plan)
{
  const FoyerOpeningRule *rule = plan->rules->len > 0 ? &g_array_index (plan->rules, FoyerOpeningRule, 0) : NULL;
  gboolean closed_before = plan->holidays == FOYER_PLAN_HOLIDAYS_CLOSED;

  for (guint i = 0; i < plan->dates->len; i++)
    {
      const FoyerOpeningDates *dates = &g_array_index (plan->dates, FoyerOpeningDates, i);
      const FoyerDayException *exception = &dates->exception;
      gboolean first = self->text->len == 0;

      if (!first)
        g_string_append (self->text, ", ");
      if (!exception->open)
        g_string_append (self->text, is_french (self) ? "sauf " : "not ");
      else if (!first)
        g_string_append (self->text, is_french (self) ? (closed_before ? "mais aussi " : "aussi ")
                                                      : (closed_before ? "but " : "also "));
      write_dates (self, dates->first, dates->last);
      closed_before = !exception->open;
      if (!exception->open)
        continue;
      if (rule == NULL || exception->start_minute != rule->start_minute || exception->end_minute != rule->end_minute)
        {
          g_string_append_c (self->text, ' ');
          write_hours (self, exception->start_minute, exception->end_minute);
        }
      if (exception->seats != (rule != NULL ? rule->seats : FOYER_SEATS_OF_SPACE))
        write_seats (self, exception->seats);
    }
}

/**
 * foyer_opening_plan_write:
 * @self: a plan
 * @language: of the sentence
 * @today: the space's business day: years are written only where they are not the next ones
 *
 * Says a plan as [func@OpeningPlan.read] reads it: reading the answer on the same day gives
 * the same plan.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL for a plan whose rules begin or end on
 *   different days, which is no one sentence
 */
char *
foyer_opening_plan_write (const FoyerOpeningPlan *self,
                          FoyerLanguage           language,
                          FoyerDay                today)
{
  Writer writer = { .language = language, .today = today };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language == FOYER_LANGUAGE_ENGLISH || language == FOYER_LANGUAGE_FRENCH, NULL);
  g_return_val_if_fail (foyer_day_is_valid (today), NULL);

  for (guint i = 1; i < self->rules->len; i++)
    {
      const FoyerOpeningRule *rule = &g_array_index (self->rules, FoyerOpeningRule, i);

      if (rule->from != rule[-1].from || rule->until != rule[-1].until)
        return NULL;
    }

  writer.text = g_string_new (NULL);
  if (self->rules->len > 0)
    {
      write_rules (&writer, self->rules);
      write_validity (&writer, &g_array_index (self->rules, FoyerOpeningRule, 0));
    }
  write_holidays (&writer, self->holidays);
  write_differences (&writer, self);
  /* A sentence begins with a capital; weekdays in English have theirs. */
  if (g_ascii_islower (writer.text->str[0]))
    writer.text->str[0] = g_ascii_toupper (writer.text->str[0]);

  return g_string_free (writer.text, FALSE);
}
