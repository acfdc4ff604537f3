/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/sentence/foyer-sentence-private.h"

#include "core/foyer-error.h"

gboolean
foyer_sentence_refuse (FoyerSentenceReader *self,
                       const FoyerWord     *word)
{
  g_autofree char *text = g_strndup (word->start, word->length);
  const char *words[] = { text, NULL };

  if (word->kind == FOYER_WORD_END)
    g_set_error_literal (self->error, FOYER_ERROR, FOYER_ERROR_INVALID, "the sentence says too little");
  else
    g_propagate_error (self->error, foyer_error_new_with_ids (FOYER_ERROR_INVALID, words,
                                                              "“%s” is not understood here", text));
  return FALSE;
}

/* What means two things is not guessed. */
gboolean
foyer_sentence_ask (FoyerSentenceReader *self,
                    const char          *first,
                    const char          *second)
{
  const char *meanings[] = { first, second, NULL };

  g_propagate_error (self->error, foyer_error_new_with_ids (FOYER_ERROR_INVALID, meanings,
                                                            "this means “%s” or “%s”", first, second));
  return FALSE;
}

gboolean
foyer_sentence_skip (FoyerSentenceReader *self,
                     FoyerWordKind        kind)
{
  if (self->at->kind != kind)
    return FALSE;
  self->at++;

  return TRUE;
}

const FoyerWord *
foyer_sentence_after_fillers (const FoyerWord *word)
{
  while (word->kind == FOYER_WORD_ON || word->kind == FOYER_WORD_FROM)
    word++;

  return word;
}

gboolean
foyer_sentence_is_to (const FoyerWord *word)
{
  return word->kind == FOYER_WORD_HYPHEN || word->kind == FOYER_WORD_TO;
}

/* "24 Dec", "1er d'août" */
static const FoyerWord *
find_own_month (const FoyerWord *word)
{
  if (word->kind != FOYER_WORD_NUMBER || word->value > 31)
    return NULL;
  word++;
  if (word->kind == FOYER_WORD_ON)
    word++;

  return word->kind == FOYER_WORD_MONTH ? word : NULL;
}

/* Also a month that several days share: "1er et le 2 décembre". */
static const FoyerWord *
find_month (const FoyerWord *word)
{
  while (word->kind == FOYER_WORD_NUMBER && word->value <= 31 && find_own_month (word) == NULL)
    {
      word++;
      if (word->kind != FOYER_WORD_AND && word->kind != FOYER_WORD_COMMA)
        return NULL;
      word++;
      if (word->kind == FOYER_WORD_ON)
        word++;
    }

  return find_own_month (word);
}

/* Also the first half of "20 to 24 Dec", whose second half has the month beside it, since
 * "9-18 and 24 Dec" begins with hours. */
gboolean
foyer_sentence_at_numbered_date (const FoyerWord *word)
{
  if (word->kind == FOYER_WORD_NUMBER && foyer_sentence_is_to (&word[1]) && word[2].kind == FOYER_WORD_NUMBER)
    return find_own_month (&word[2]) != NULL;

  return find_month (word) != NULL;
}

gboolean
foyer_sentence_at_date (const FoyerWord *word)
{
  word = foyer_sentence_after_fillers (word);

  return word->kind == FOYER_WORD_DATE || word->kind == FOYER_WORD_SLASHED || word->kind == FOYER_WORD_MONTH
         || foyer_sentence_at_numbered_date (word);
}

/* The next such date that is not before @after; FOYER_DAY_NONE where the calendar has none. */
static FoyerDay
find_date (int      year,
           int      month,
           int      day_of_month,
           FoyerDay after)
{
  int first;

  if (year != 0)
    return foyer_day_new (year, month, day_of_month);
  foyer_day_get_ymd (after, &first, NULL, NULL);
  /* A leap day may be eight years away, across a century that has none. */
  for (year = first; year <= first + 8; year++)
    {
      FoyerDay day = foyer_day_new (year, month, day_of_month);

      if (day != FOYER_DAY_NONE && day >= after)
        return day;
    }

  return FOYER_DAY_NONE;
}

static int
read_year (FoyerSentenceReader *self)
{
  if (self->at->kind != FOYER_WORD_NUMBER || self->at->value < 1900 || self->at->value > 9999)
    return 0;

  return self->at++->value;
}

static gboolean
read_slashed (FoyerSentenceReader *self,
              FoyerDay             after,
              FoyerDay            *day)
{
  const FoyerWord *word = self->at++;
  int year = word->year != 0 && word->year < 100 ? word->year + 2000 : word->year;

  FoyerDay day_first = find_date (year, word->month, word->value, after);
  FoyerDay month_first = find_date (year, word->value, word->month, after);

  /* In English "5/6" is the fifth of June or the sixth of May. */
  if (!self->french && day_first != FOYER_DAY_NONE && month_first != FOYER_DAY_NONE && day_first != month_first)
    {
      char first[FOYER_DAY_TEXT_SIZE], second[FOYER_DAY_TEXT_SIZE];

      return foyer_sentence_ask (self, foyer_day_format (day_first, first), foyer_day_format (month_first, second));
    }
  *day = day_first != FOYER_DAY_NONE || self->french ? day_first : month_first;

  return *day != FOYER_DAY_NONE || foyer_sentence_refuse (self, word);
}

/* One date, or a whole month where only a month is said. */
static gboolean
read_date (FoyerSentenceReader *self,
           FoyerDay             after,
           FoyerDay            *first,
           FoyerDay            *last)
{
  const FoyerWord *word = self->at;
  int month, year;
  int day_of_month = 0;

  if (word->kind == FOYER_WORD_DATE)
    {
      *first = *last = word->value;
      self->at++;
      return TRUE;
    }
  if (word->kind == FOYER_WORD_SLASHED)
    {
      if (!read_slashed (self, after, first))
        return FALSE;
      *last = *first;
      return TRUE;
    }

  if (word->kind == FOYER_WORD_NUMBER)
    {
      const FoyerWord *name = find_month (word);

      if (name == NULL)
        return foyer_sentence_refuse (self, word);
      day_of_month = word->value;
      self->at = name == find_own_month (word) ? name + 1 : word + 1;
      month = name->value;
    }
  else if (self->at->kind == FOYER_WORD_MONTH)
    month = self->at++->value;
  else
    return foyer_sentence_refuse (self, self->at);
  /* "Dec 24", where the number is not the beginning of hours or seats. */
  if (day_of_month == 0 && self->at->kind == FOYER_WORD_NUMBER && self->at->value <= 31
      && !foyer_sentence_is_to (&self->at[1]) && self->at[1].kind != FOYER_WORD_SEATS)
    day_of_month = self->at++->value;
  year = read_year (self);

  *first = day_of_month != 0 ? find_date (year, month, day_of_month, after)
                             : find_date (year, month, 1, foyer_day_first_of_month (after));
  if (*first == FOYER_DAY_NONE)
    return foyer_sentence_refuse (self, word);
  *last = day_of_month != 0 ? *first : foyer_day_add_months (*first, 1) - 1;

  return TRUE;
}

/* "24 Dec", "August", "20 Dec to 3 Jan", "20 to 24 Dec". */
gboolean
foyer_sentence_read_dates (FoyerSentenceReader *self,
                           FoyerDay             after,
                           FoyerDay            *first,
                           FoyerDay            *last)
{
  const FoyerWord *word;
  FoyerDay end;

  self->at = foyer_sentence_after_fillers (self->at);
  word = self->at;
  if (word->kind == FOYER_WORD_NUMBER && foyer_sentence_is_to (&word[1]) && word[2].kind == FOYER_WORD_NUMBER)
    {
      int n_days = word[2].value - word->value;

      self->at += 2;
      if (!read_date (self, after, &end, last))
        return FALSE;
      *first = *last - n_days;
      if (n_days < 0 || word->value < 1)
        return foyer_sentence_refuse (self, word);
      return TRUE;
    }
  if (!read_date (self, after, first, last))
    return FALSE;
  if (foyer_sentence_is_to (self->at) && foyer_sentence_at_date (&self->at[1]))
    {
      word = self->at++;
      self->at = foyer_sentence_after_fillers (self->at);
      if (!read_date (self, *first, &end, last))
        return FALSE;
      if (*last < *first)
        return foyer_sentence_refuse (self, word);
    }

  return TRUE;
}
