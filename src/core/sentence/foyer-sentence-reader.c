/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening-sentence.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/sentence/foyer-sentence-private.h"

/* More than a person says about a table; keeps the work on nonsense small. */
#define SENTENCE_MAX 1000
#define RULES_MAX 20
#define DATES_MAX 60

/* Hours and seats that were not said yet. */
#define UNSAID (-2)

static gboolean
read_seats (FoyerSentenceReader *self,
            int                 *seats)
{
  const FoyerWord *word = self->at = foyer_sentence_after_fillers (self->at);

  if (foyer_sentence_skip (self, FOYER_WORD_EVERY))
    {
      foyer_sentence_skip (self, FOYER_WORD_ON);
      *seats = FOYER_SEATS_OF_SPACE;
    }
  else
    {
      *seats = word->value;
      self->at++;
      if (*seats < 1 || *seats > FOYER_SEATS_MAX)
        return foyer_sentence_refuse (self, word);
    }

  return foyer_sentence_skip (self, FOYER_WORD_SEATS) || foyer_sentence_refuse (self, self->at);
}

static gboolean
at_seats (const FoyerWord *word)
{
  word = foyer_sentence_after_fillers (word);
  if (word->kind == FOYER_WORD_EVERY)
    return word[1].kind == FOYER_WORD_SEATS || (word[1].kind == FOYER_WORD_ON && word[2].kind == FOYER_WORD_SEATS);

  return word->kind == FOYER_WORD_NUMBER && word[1].kind == FOYER_WORD_SEATS;
}

/* "Tue", "Fri-Mon" (which goes on over Sunday), "every day". */
static gboolean
read_weekdays (FoyerSentenceReader *self,
               guint               *weekdays)
{
  const FoyerWord *word = self->at;
  guint last;

  if (foyer_sentence_skip (self, FOYER_WORD_DAY))
    {
      *weekdays = FOYER_WEEKDAYS_ALL;
      return TRUE;
    }
  if (!foyer_sentence_skip (self, FOYER_WORD_WEEKDAYS))
    return foyer_sentence_refuse (self, word);
  *weekdays = word->value;
  if (!foyer_sentence_is_to (self->at) || self->at[1].kind != FOYER_WORD_WEEKDAYS)
    return TRUE;

  last = self->at[1].value;
  if ((*weekdays & (*weekdays - 1)) != 0 || (last & (last - 1)) != 0)
    return foyer_sentence_refuse (self, self->at);
  for (guint bit = *weekdays; bit != last;)
    {
      bit = bit == 0x40 ? 0x01 : bit << 1;
      *weekdays |= bit;
    }
  self->at += 2;

  return TRUE;
}

static FoyerOpeningRule *
last_rule (FoyerSentenceReader *self)
{
  GArray *rules = self->plan->rules;

  return rules->len > 0 ? &g_array_index (rules, FoyerOpeningRule, rules->len - 1) : NULL;
}

static gboolean
add_weekdays (FoyerSentenceReader *self)
{
  FoyerOpeningRule *last = last_rule (self);
  FoyerOpeningRule rule = { .start_minute = UNSAID, .seats = UNSAID };
  const FoyerWord *word = self->at;

  if (!read_weekdays (self, &rule.weekdays))
    return FALSE;
  if (last != NULL && last->start_minute == UNSAID && last->seats == UNSAID)
    last->weekdays |= rule.weekdays;
  else if (self->plan->rules->len == RULES_MAX)
    return foyer_sentence_refuse (self, word);
  else
    g_array_append_val (self->plan->rules, rule);

  return TRUE;
}

static gboolean
add_hours (FoyerSentenceReader *self)
{
  FoyerOpeningRule *last = last_rule (self);
  const FoyerWord *word = self->at;
  int start, end;

  if (!foyer_sentence_read_hours (self, &start, &end))
    return FALSE;
  if (last == NULL)
    return foyer_sentence_refuse (self, word);
  /* "Tue 9-12 and 14-18" */
  if (last->start_minute != UNSAID)
    {
      FoyerOpeningRule second = *last;

      if (self->plan->rules->len == RULES_MAX)
        return foyer_sentence_refuse (self, word);
      g_array_append_val (self->plan->rules, second);
      last = last_rule (self);
    }
  last->start_minute = start;
  last->end_minute = end;

  return TRUE;
}

/* Whether a week is spoken of, here or later. */
static gboolean
has_week (FoyerSentenceReader *self)
{
  const FoyerWord *word = self->at;

  while (word->kind != FOYER_WORD_END && word->kind != FOYER_WORD_WEEKDAYS && word->kind != FOYER_WORD_DAY)
    word++;

  return self->plan->rules->len > 0 || word->kind != FOYER_WORD_END;
}

static gboolean
add_seats (FoyerSentenceReader *self)
{
  const FoyerWord *word = self->at;
  int seats;

  if (!read_seats (self, &seats))
    return FALSE;
  if (self->plan->rules->len == 0 && self->seats == 0 && has_week (self))
    self->seats = seats;
  else if (self->unseated == self->plan->rules->len)
    return foyer_sentence_refuse (self, word);
  for (; self->unseated < self->plan->rules->len; self->unseated++)
    g_array_index (self->plan->rules, FoyerOpeningRule, self->unseated).seats = seats;

  return TRUE;
}

static gboolean
append_dates (FoyerSentenceReader     *self,
              const FoyerOpeningDates *dates,
              const FoyerWord         *word)
{
  if (self->plan->dates->len == DATES_MAX || dates->last - dates->first > 366)
    return foyer_sentence_refuse (self, word);
  g_array_append_val (self->plan->dates, *dates);

  return TRUE;
}

/* "public holidays", "les jours fériés", "tous les jours fériés" */
static gboolean
at_holidays (const FoyerWord *word)
{
  word = foyer_sentence_after_fillers (word);
  if (word->kind == FOYER_WORD_EVERY)
    word = foyer_sentence_after_fillers (word + 1);

  return word->kind == FOYER_WORD_HOLIDAYS;
}

static gboolean
read_holidays (FoyerSentenceReader *self,
               FoyerPlanHolidays    holidays)
{
  while (self->at->kind != FOYER_WORD_HOLIDAYS)
    self->at++;
  if (self->plan->holidays != FOYER_PLAN_HOLIDAYS_UNSAID && self->plan->holidays != holidays)
    return foyer_sentence_refuse (self, self->at);
  self->plan->holidays = holidays;
  self->at++;

  return TRUE;
}

/* On over "and", "," and "or" while dates follow. */
static gboolean
more_dates (FoyerSentenceReader *self)
{
  const FoyerWord *word = self->at;

  if (word->kind != FOYER_WORD_AND && word->kind != FOYER_WORD_COMMA)
    return FALSE;
  while (word->kind == FOYER_WORD_AND || word->kind == FOYER_WORD_COMMA)
    word++;
  if (!foyer_sentence_at_date (word))
    return FALSE;
  self->at = word;

  return TRUE;
}

static gboolean
close_weekdays (FoyerSentenceReader *self)
{
  GArray *rules = self->plan->rules;
  const FoyerWord *word = self->at = foyer_sentence_after_fillers (self->at);
  guint weekdays = 0;

  if (!read_weekdays (self, &weekdays))
    return FALSE;
  if (rules->len == 0)
    return foyer_sentence_refuse (self, word);
  for (guint i = 0; i < rules->len; i++)
    g_array_index (rules, FoyerOpeningRule, i).weekdays &= ~weekdays;

  return TRUE;
}

static gboolean
close_dates (FoyerSentenceReader *self)
{
  FoyerOpeningDates dates = { 0 };
  const FoyerWord *word = self->at;

  return foyer_sentence_read_dates (self, self->today, &dates.first, &dates.last) && append_dates (self, &dates, word);
}

/* Whether weekdays that follow a comma close too: "every day but Saturday, Sunday", but not
 * "Mon 9-18, not in August, Thu 14-18", which opens one that was not spoken of. */
static gboolean
closes_weekdays (FoyerSentenceReader *self,
                 const FoyerWord     *word)
{
  GArray *rules = self->plan->rules;
  guint open = 0;

  for (guint i = 0; i < rules->len; i++)
    open |= g_array_index (rules, FoyerOpeningRule, i).weekdays;

  return (open & (guint) word->value) != 0 && (last_rule (self)->start_minute == UNSAID
                                               || !foyer_sentence_at_hours (word + 1));
}

/* On over "and", "," and "or" while something follows that can be closed as well. */
static gboolean
more_closed (FoyerSentenceReader *self,
             gboolean             weekdays)
{
  const FoyerWord *word = self->at;
  gboolean and = FALSE;

  for (; word->kind == FOYER_WORD_AND || word->kind == FOYER_WORD_COMMA; word++)
    and = and || word->kind == FOYER_WORD_AND;
  if (word == self->at)
    return FALSE;
  if (at_holidays (word) || (foyer_sentence_at_date (word) && (and || !weekdays))
      || (weekdays && word->kind == FOYER_WORD_WEEKDAYS && (and || closes_weekdays (self, word))))
    {
      self->at = word;
      return TRUE;
    }

  return FALSE;
}

static gboolean
add_closed (FoyerSentenceReader *self)
{
  gboolean weekdays;

  do
    {
      gboolean closed;

      weekdays = FALSE;
      if (at_holidays (self->at))
        closed = read_holidays (self, FOYER_PLAN_HOLIDAYS_CLOSED);
      else
        {
          foyer_sentence_skip (self, FOYER_WORD_EVERY);
          weekdays = foyer_sentence_after_fillers (self->at)->kind == FOYER_WORD_WEEKDAYS;
          closed = weekdays ? close_weekdays (self) : close_dates (self);
        }
      if (!closed)
        return FALSE;
    }
  while (more_closed (self, weekdays));

  return TRUE;
}

/* Dates that are open, with hours and seats of their own where they are said. */
static gboolean
add_open (FoyerSentenceReader *self)
{
  guint first = self->plan->dates->len;
  FoyerDayException exception = { .open = TRUE, .start_minute = UNSAID, .seats = UNSAID };

  do
    {
      FoyerOpeningDates dates = { .exception = exception };
      const FoyerWord *word = self->at;

      if (!foyer_sentence_read_dates (self, self->today, &dates.first, &dates.last) || !append_dates (self, &dates, word))
        return FALSE;
    }
  while (more_dates (self));

  if (foyer_sentence_at_hours (self->at) && !foyer_sentence_read_hours (self, &exception.start_minute, &exception.end_minute))
    return FALSE;
  if (self->at->kind == FOYER_WORD_COMMA && at_seats (&self->at[1]))
    self->at++;
  if (at_seats (self->at) && !read_seats (self, &exception.seats))
    return FALSE;
  for (guint i = first; i < self->plan->dates->len; i++)
    g_array_index (self->plan->dates, FoyerOpeningDates, i).exception = exception;

  return TRUE;
}

static gboolean
add_from (FoyerSentenceReader *self)
{
  const FoyerWord *word = self->at;
  FoyerDay last;

  if (self->from != FOYER_DAY_NONE)
    return foyer_sentence_refuse (self, word);
  if (!foyer_sentence_read_dates (self, self->today, &self->from, &last))
    return FALSE;
  /* "from August" goes on; "from 1 Dec to 3 Jan" does not. */
  if (foyer_sentence_is_to (&self->at[-1]) || last - self->from > 30 || (last != self->from && self->at[-1].kind != FOYER_WORD_MONTH))
    self->until = last;

  return TRUE;
}

static gboolean
add_until (FoyerSentenceReader *self)
{
  const FoyerWord *word = self->at;
  FoyerDay first;

  foyer_sentence_skip (self, FOYER_WORD_TO);
  if (self->until != FOYER_DAY_NONE)
    return foyer_sentence_refuse (self, word);

  return foyer_sentence_read_dates (self, self->from != FOYER_DAY_NONE ? self->from : self->today, &first, &self->until);
}

/* Whether the dates that begin here have an end. */
static gboolean
is_range (FoyerSentenceReader *self)
{
  const FoyerWord *word = foyer_sentence_after_fillers (self->at);

  while (foyer_sentence_at_date (word) && word->kind != FOYER_WORD_ON && word->kind != FOYER_WORD_FROM)
    word++;

  return foyer_sentence_is_to (word) && foyer_sentence_at_date (word + 1);
}

/* "Mon 9-18 Dec" is Mondays in December or ten days of it. */
static gboolean
ask_hours_or_days (FoyerSentenceReader *self,
                   const FoyerWord     *word)
{
  g_autofree char *hours = g_strdup_printf ("%d:00-%d:00", word[0].value, word[2].value);
  FoyerDay first, last;
  char from[FOYER_DAY_TEXT_SIZE], to[FOYER_DAY_TEXT_SIZE];
  g_autofree char *days = NULL;

  if (!foyer_sentence_read_dates (self, self->today, &first, &last))
    return FALSE;
  days = g_strconcat (foyer_day_format (first, from), "..", foyer_day_format (last, to), NULL);

  return foyer_sentence_ask (self, hours, days);
}

/* One piece of the sentence. */
static gboolean
read_piece (FoyerSentenceReader *self)
{
  const FoyerWord *next;

  if (self->at->kind == FOYER_WORD_TO && self->at[1].kind == FOYER_WORD_FROM)
    self->at++;                                  /* "à partir du" */
  next = foyer_sentence_after_fillers (self->at);

  if (foyer_sentence_skip (self, FOYER_WORD_NOT))
    return add_closed (self);
  if (foyer_sentence_skip (self, FOYER_WORD_BUT))
    {
      foyer_sentence_skip (self, FOYER_WORD_BUT);
      if (foyer_sentence_skip (self, FOYER_WORD_NOT))
        return add_closed (self);
      return at_holidays (self->at) ? read_holidays (self, FOYER_PLAN_HOLIDAYS_OPEN) : add_open (self);
    }
  if (foyer_sentence_skip (self, FOYER_WORD_UNTIL))
    return add_until (self);
  if (at_seats (self->at))
    return add_seats (self);
  if (foyer_sentence_skip (self, FOYER_WORD_EVERY))
    {
      self->at = foyer_sentence_after_fillers (self->at);
      return add_weekdays (self);
    }
  if (next->kind == FOYER_WORD_WEEKDAYS)
    {
      self->at = next;
      return add_weekdays (self);
    }
  if (foyer_sentence_at_hours (self->at))
    return add_hours (self);
  if (foyer_sentence_at_date (self->at))
    {
      const FoyerOpeningRule *rule = last_rule (self);

      if (rule != NULL && rule->start_minute == UNSAID && next == self->at && next->kind == FOYER_WORD_NUMBER
          && foyer_sentence_is_to (&next[1]) && next[2].value <= 24)
        return ask_hours_or_days (self, next);
      if (self->at->kind == FOYER_WORD_FROM && (has_week (self) || !is_range (self)))
        return add_from (self);
      if (next->kind == FOYER_WORD_MONTH && self->plan->rules->len > 0 && self->from == FOYER_DAY_NONE
          && self->until == FOYER_DAY_NONE)
        return foyer_sentence_read_dates (self, self->today, &self->from, &self->until);
      return add_open (self);
    }

  return foyer_sentence_refuse (self, self->at);
}

/* "Tue 14-18 and Thu": Thursday could have Tuesday's hours or the usual ones. */
static gboolean
check_hours (FoyerSentenceReader *self)
{
  GArray *rules = self->plan->rules;
  const FoyerOpeningRule *said = NULL;
  gboolean unsaid = FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i);

      if (rule->start_minute == UNSAID)
        unsaid = TRUE;
      else
        said = rule;
    }
  if (said != NULL && unsaid)
    {
      char start[FOYER_MINUTE_TEXT_SIZE], end[FOYER_MINUTE_TEXT_SIZE];
      g_autofree char *like = g_strconcat (foyer_minute_format (said->start_minute, start), "-",
                                           foyer_minute_format (said->end_minute, end), NULL);

      return foyer_sentence_ask (self, like, "09:00-18:00");
    }

  return TRUE;
}

/* What was not said follows what was. */
static gboolean
complete (FoyerSentenceReader *self)
{
  GArray *rules = self->plan->rules;
  const FoyerOpeningRule *first;

  if (!check_hours (self))
    return FALSE;
  for (guint i = rules->len; i-- > 0;)
    {
      FoyerOpeningRule *rule = &g_array_index (rules, FoyerOpeningRule, i);

      if (rule->weekdays == 0)
        {
          g_array_remove_index (rules, i);
          continue;
        }
      if (rule->start_minute == UNSAID)
        {
          rule->start_minute = FOYER_OPENS_DEFAULT;
          rule->end_minute = FOYER_CLOSES_DEFAULT;
        }
      if (rule->seats == UNSAID)
        rule->seats = self->seats != 0 ? self->seats : FOYER_SEATS_OF_SPACE;
      rule->from = self->from;
      rule->until = self->until;
      if (!foyer_opening_rule_check (rule, self->error))
        return FALSE;
    }
  if (rules->len == 0 && ((self->plan->dates->len == 0 && self->plan->holidays == FOYER_PLAN_HOLIDAYS_UNSAID)
                          || self->from != FOYER_DAY_NONE || self->until != FOYER_DAY_NONE))
    return foyer_sentence_refuse (self, self->at);

  first = rules->len > 0 ? &g_array_index (rules, FoyerOpeningRule, 0) : NULL;
  for (guint i = 0; i < self->plan->dates->len; i++)
    {
      FoyerDayException *exception = &g_array_index (self->plan->dates, FoyerOpeningDates, i).exception;

      if (!exception->open)
        continue;
      if (exception->start_minute == UNSAID)
        {
          exception->start_minute = first != NULL ? first->start_minute : FOYER_OPENS_DEFAULT;
          exception->end_minute = first != NULL ? first->end_minute : FOYER_CLOSES_DEFAULT;
        }
      if (exception->seats == UNSAID)
        exception->seats = first != NULL ? first->seats : FOYER_SEATS_OF_SPACE;
    }

  return TRUE;
}

/**
 * foyer_opening_plan_read:
 * @sentence: any text
 * @today: the space's business day: a date without a year is the next one from here on
 * @error: return location for an error
 *
 * Reads how a person says when a space is open, in English or French: "Tue and Thu 9-18,
 * 3 seats, not in August, but on 24 Dec". Nothing is guessed: what means two things, such
 * as "9-5" or "5/6", is refused with both meanings as the ids of the error
 * ([func@error_get_ids]), and a word that is not understood is the one id.
 *
 * Returns: (transfer full) (nullable): what it says; %NULL with %FOYER_ERROR_INVALID
 */
FoyerOpeningPlan *
foyer_opening_plan_read (const char *sentence,
                         FoyerDay    today,
                         GError    **error)
{
  g_autoptr(FoyerOpeningPlan) plan = NULL;
  g_autoptr(GArray) words = NULL;
  FoyerSentenceReader reader = { .today = today, .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE, .error = error };

  g_return_val_if_fail (sentence != NULL, NULL);
  g_return_val_if_fail (foyer_day_is_valid (today), NULL);

  if (strnlen (sentence, SENTENCE_MAX + 1) > SENTENCE_MAX || !g_utf8_validate (sentence, -1, NULL))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "not a sentence about opening");
      return NULL;
    }

  plan = g_new0 (FoyerOpeningPlan, 1);
  plan->rules = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));
  plan->dates = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningDates));
  words = foyer_sentence_words_split (sentence);
  for (guint i = 0; i < words->len; i++)
    reader.french |= g_array_index (words, FoyerWord, i).french;
  reader.plan = plan;
  reader.at = &g_array_index (words, FoyerWord, 0);

  while (reader.at->kind != FOYER_WORD_END)
    {
      if (foyer_sentence_skip (&reader, FOYER_WORD_AND)
          || (reader.at[1].kind != FOYER_WORD_COMMA && foyer_sentence_skip (&reader, FOYER_WORD_COMMA)))
        continue;
      if (!read_piece (&reader))
        return NULL;
    }

  return complete (&reader) ? g_steal_pointer (&plan) : NULL;
}
