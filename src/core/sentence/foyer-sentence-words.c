/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/sentence/foyer-sentence-words-private.h"

#include <string.h>

#include "core/foyer-day.h"
#include "core/foyer-opening.h"
#include "core/foyer-text.h"

/* Nothing that people mean is longer; keeps sums far from the end of an int. */
#define NUMBER_MAX 99999

/* Folded: small letters without accents, a blank for a hyphen or between two words that say something only
 * together. A name of four letters and more may be cut to @least. */
static const struct {
  const char    *name;
  gsize          least;          /* 0: only whole */
  FoyerWordKind  kind;
  int            value;
  gboolean       french;
} lexicon[] = {
  { "monday", 3, FOYER_WORD_WEEKDAYS, 0x01, FALSE },
  { "mondays", 0, FOYER_WORD_WEEKDAYS, 0x01, FALSE },
  { "tuesday", 3, FOYER_WORD_WEEKDAYS, 0x02, FALSE },
  { "tuesdays", 0, FOYER_WORD_WEEKDAYS, 0x02, FALSE },
  { "wednesday", 3, FOYER_WORD_WEEKDAYS, 0x04, FALSE },
  { "wednesdays", 0, FOYER_WORD_WEEKDAYS, 0x04, FALSE },
  { "thursday", 3, FOYER_WORD_WEEKDAYS, 0x08, FALSE },
  { "thursdays", 0, FOYER_WORD_WEEKDAYS, 0x08, FALSE },
  { "friday", 3, FOYER_WORD_WEEKDAYS, 0x10, FALSE },
  { "fridays", 0, FOYER_WORD_WEEKDAYS, 0x10, FALSE },
  { "saturday", 3, FOYER_WORD_WEEKDAYS, 0x20, FALSE },
  { "saturdays", 0, FOYER_WORD_WEEKDAYS, 0x20, FALSE },
  { "sunday", 3, FOYER_WORD_WEEKDAYS, 0x40, FALSE },
  { "sundays", 0, FOYER_WORD_WEEKDAYS, 0x40, FALSE },
  { "weekday", 0, FOYER_WORD_WEEKDAYS, 0x1f, FALSE },
  { "weekdays", 0, FOYER_WORD_WEEKDAYS, 0x1f, FALSE },
  { "weekend", 0, FOYER_WORD_WEEKDAYS, 0x60, FALSE },
  { "weekends", 0, FOYER_WORD_WEEKDAYS, 0x60, FALSE },
  { "week end", 0, FOYER_WORD_WEEKDAYS, 0x60, TRUE },
  { "week ends", 0, FOYER_WORD_WEEKDAYS, 0x60, TRUE },
  { "daily", 0, FOYER_WORD_WEEKDAYS, 0x7f, FALSE },
  { "everyday", 0, FOYER_WORD_WEEKDAYS, 0x7f, FALSE },
  { "quotidien", 0, FOYER_WORD_WEEKDAYS, 0x7f, TRUE },
  { "lundi", 3, FOYER_WORD_WEEKDAYS, 0x01, TRUE },
  { "lundis", 0, FOYER_WORD_WEEKDAYS, 0x01, TRUE },
  /* "mar" is a month as well: which one it is, what stands beside it says. */
  { "mardi", 4, FOYER_WORD_WEEKDAYS, 0x02, TRUE },
  { "mardis", 0, FOYER_WORD_WEEKDAYS, 0x02, TRUE },
  { "mercredi", 3, FOYER_WORD_WEEKDAYS, 0x04, TRUE },
  { "mercredis", 0, FOYER_WORD_WEEKDAYS, 0x04, TRUE },
  { "jeudi", 3, FOYER_WORD_WEEKDAYS, 0x08, TRUE },
  { "jeudis", 0, FOYER_WORD_WEEKDAYS, 0x08, TRUE },
  { "vendredi", 3, FOYER_WORD_WEEKDAYS, 0x10, TRUE },
  { "vendredis", 0, FOYER_WORD_WEEKDAYS, 0x10, TRUE },
  { "samedi", 3, FOYER_WORD_WEEKDAYS, 0x20, TRUE },
  { "samedis", 0, FOYER_WORD_WEEKDAYS, 0x20, TRUE },
  { "dimanche", 3, FOYER_WORD_WEEKDAYS, 0x40, TRUE },
  { "dimanches", 0, FOYER_WORD_WEEKDAYS, 0x40, TRUE },

  { "january", 3, FOYER_WORD_MONTH, 1, FALSE }, { "janvier", 4, FOYER_WORD_MONTH, 1, TRUE },
  { "february", 3, FOYER_WORD_MONTH, 2, FALSE }, { "fevrier", 3, FOYER_WORD_MONTH, 2, TRUE },
  { "march", 5, FOYER_WORD_MONTH, 3, FALSE }, { "mars", 0, FOYER_WORD_MONTH, 3, TRUE },
  { "april", 3, FOYER_WORD_MONTH, 4, FALSE }, { "avril", 3, FOYER_WORD_MONTH, 4, TRUE },
  { "may", 0, FOYER_WORD_MONTH, 5, FALSE }, { "mai", 0, FOYER_WORD_MONTH, 5, TRUE },
  { "june", 3, FOYER_WORD_MONTH, 6, FALSE }, { "juin", 0, FOYER_WORD_MONTH, 6, TRUE },
  { "july", 3, FOYER_WORD_MONTH, 7, FALSE }, { "juillet", 4, FOYER_WORD_MONTH, 7, TRUE },
  { "august", 3, FOYER_WORD_MONTH, 8, FALSE }, { "aout", 0, FOYER_WORD_MONTH, 8, TRUE },
  { "september", 3, FOYER_WORD_MONTH, 9, FALSE }, { "septembre", 4, FOYER_WORD_MONTH, 9, TRUE },
  { "october", 3, FOYER_WORD_MONTH, 10, FALSE }, { "octobre", 3, FOYER_WORD_MONTH, 10, TRUE },
  { "november", 3, FOYER_WORD_MONTH, 11, FALSE }, { "novembre", 3, FOYER_WORD_MONTH, 11, TRUE },
  { "december", 3, FOYER_WORD_MONTH, 12, FALSE }, { "decembre", 3, FOYER_WORD_MONTH, 12, TRUE },

  { "noon", 0, FOYER_WORD_MINUTE, 12 * 60, FALSE }, { "midday", 0, FOYER_WORD_MINUTE, 12 * 60, FALSE },
  { "midi", 0, FOYER_WORD_MINUTE, 12 * 60, TRUE }, { "midnight", 0, FOYER_WORD_MINUTE, 24 * 60, FALSE },
  { "minuit", 0, FOYER_WORD_MINUTE, 24 * 60, TRUE },

  { "and", 0, FOYER_WORD_AND, 0, FALSE }, { "et", 0, FOYER_WORD_AND, 0, TRUE },
  { "or", 0, FOYER_WORD_AND, 0, FALSE }, { "ou", 0, FOYER_WORD_AND, 0, TRUE },
  { "plus", 0, FOYER_WORD_AND, 0, FALSE },
  { "to", 0, FOYER_WORD_TO, 0, FALSE }, { "through", 0, FOYER_WORD_TO, 0, FALSE },
  { "thru", 0, FOYER_WORD_TO, 0, FALSE },
  { "a", 0, FOYER_WORD_TO, 0, TRUE }, { "au", 0, FOYER_WORD_TO, 0, TRUE },
  { "from", 0, FOYER_WORD_FROM, 0, FALSE }, { "starting", 0, FOYER_WORD_FROM, 0, FALSE },
  { "since", 0, FOYER_WORD_FROM, 0, FALSE }, { "between", 0, FOYER_WORD_FROM, 0, FALSE },
  { "du", 0, FOYER_WORD_FROM, 0, TRUE }, { "de", 0, FOYER_WORD_FROM, 0, TRUE },
  { "des", 0, FOYER_WORD_FROM, 0, TRUE }, { "entre", 0, FOYER_WORD_FROM, 0, TRUE },
  { "partir", 0, FOYER_WORD_FROM, 0, TRUE },
  { "until", 0, FOYER_WORD_UNTIL, 0, FALSE }, { "till", 0, FOYER_WORD_UNTIL, 0, FALSE },
  { "jusqu", 0, FOYER_WORD_UNTIL, 0, TRUE }, { "jusque", 0, FOYER_WORD_UNTIL, 0, TRUE },
  { "not", 0, FOYER_WORD_NOT, 0, FALSE }, { "except", 0, FOYER_WORD_NOT, 0, FALSE },
  { "excluding", 0, FOYER_WORD_NOT, 0, FALSE }, { "without", 0, FOYER_WORD_NOT, 0, FALSE },
  { "closed", 0, FOYER_WORD_NOT, 0, FALSE }, { "never", 0, FOYER_WORD_NOT, 0, FALSE },
  { "sauf", 0, FOYER_WORD_NOT, 0, TRUE }, { "pas", 0, FOYER_WORD_NOT, 0, TRUE },
  { "hors", 0, FOYER_WORD_NOT, 0, TRUE }, { "excepte", 0, FOYER_WORD_NOT, 0, TRUE },
  { "ferme", 0, FOYER_WORD_NOT, 0, TRUE }, { "sans", 0, FOYER_WORD_NOT, 0, TRUE },
  { "but", 0, FOYER_WORD_BUT, 0, FALSE }, { "also", 0, FOYER_WORD_BUT, 0, FALSE },
  { "even", 0, FOYER_WORD_BUT, 0, FALSE }, { "including", 0, FOYER_WORD_BUT, 0, FALSE },
  { "mais", 0, FOYER_WORD_BUT, 0, TRUE }, { "aussi", 0, FOYER_WORD_BUT, 0, TRUE },
  { "meme", 0, FOYER_WORD_BUT, 0, TRUE }, { "y compris", 0, FOYER_WORD_BUT, 0, TRUE },
  { "on", 0, FOYER_WORD_ON, 0, FALSE }, { "in", 0, FOYER_WORD_ON, 0, FALSE },
  { "the", 0, FOYER_WORD_ON, 0, FALSE }, { "of", 0, FOYER_WORD_ON, 0, FALSE },
  { "during", 0, FOYER_WORD_ON, 0, FALSE }, { "open", 0, FOYER_WORD_ON, 0, FALSE },
  { "at", 0, FOYER_WORD_ON, 0, FALSE }, { "with", 0, FOYER_WORD_ON, 0, FALSE },
  { "le", 0, FOYER_WORD_ON, 0, TRUE }, { "la", 0, FOYER_WORD_ON, 0, TRUE },
  { "les", 0, FOYER_WORD_ON, 0, TRUE }, { "en", 0, FOYER_WORD_ON, 0, TRUE },
  { "ouvert", 0, FOYER_WORD_ON, 0, TRUE }, { "pendant", 0, FOYER_WORD_ON, 0, TRUE },
  { "avec", 0, FOYER_WORD_ON, 0, TRUE }, { "mois", 0, FOYER_WORD_ON, 0, TRUE },
  { "d", 0, FOYER_WORD_ON, 0, TRUE }, { "l", 0, FOYER_WORD_ON, 0, TRUE },
  { "month", 0, FOYER_WORD_ON, 0, FALSE },
  { "seat", 0, FOYER_WORD_SEATS, 0, FALSE }, { "seats", 0, FOYER_WORD_SEATS, 0, FALSE },
  { "desk", 0, FOYER_WORD_SEATS, 0, FALSE }, { "desks", 0, FOYER_WORD_SEATS, 0, FALSE },
  { "place", 0, FOYER_WORD_SEATS, 0, TRUE }, { "places", 0, FOYER_WORD_SEATS, 0, TRUE },
  { "every", 0, FOYER_WORD_EVERY, 0, FALSE }, { "each", 0, FOYER_WORD_EVERY, 0, FALSE },
  { "all", 0, FOYER_WORD_EVERY, 0, FALSE },
  { "chaque", 0, FOYER_WORD_EVERY, 0, TRUE }, { "tous", 0, FOYER_WORD_EVERY, 0, TRUE },
  { "toutes", 0, FOYER_WORD_EVERY, 0, TRUE },
  { "day", 0, FOYER_WORD_DAY, 0, FALSE }, { "days", 0, FOYER_WORD_DAY, 0, FALSE },
  { "jour", 0, FOYER_WORD_DAY, 0, TRUE }, { "jours", 0, FOYER_WORD_DAY, 0, TRUE },
  /* "Holidays" alone are other days to other people. */
  { "public holiday", 0, FOYER_WORD_HOLIDAYS, 0, FALSE }, { "public holidays", 0, FOYER_WORD_HOLIDAYS, 0, FALSE },
  { "bank holiday", 0, FOYER_WORD_HOLIDAYS, 0, FALSE }, { "bank holidays", 0, FOYER_WORD_HOLIDAYS, 0, FALSE },
  { "jour ferie", 0, FOYER_WORD_HOLIDAYS, 0, TRUE }, { "jours feries", 0, FOYER_WORD_HOLIDAYS, 0, TRUE },
  { "ferie", 0, FOYER_WORD_HOLIDAYS, 0, TRUE }, { "feries", 0, FOYER_WORD_HOLIDAYS, 0, TRUE },
  { "morning", 0, FOYER_WORD_MORNING, 0, FALSE }, { "mornings", 0, FOYER_WORD_MORNING, 0, FALSE },
  { "matin", 0, FOYER_WORD_MORNING, 0, TRUE }, { "matins", 0, FOYER_WORD_MORNING, 0, TRUE },
  { "afternoon", 0, FOYER_WORD_AFTERNOON, 0, FALSE },
  { "afternoons", 0, FOYER_WORD_AFTERNOON, 0, FALSE },
  { "apres midi", 0, FOYER_WORD_AFTERNOON, 0, TRUE },
  { "am", 0, FOYER_WORD_AM, 0, FALSE }, { "pm", 0, FOYER_WORD_PM, 0, FALSE },
};

static gboolean
is_letter (gunichar ch)
{
  return g_unichar_isalpha (ch) || g_unichar_ismark (ch);
}

static gboolean
is_dash (gunichar ch)
{
  return g_unichar_type (ch) == G_UNICODE_DASH_PUNCTUATION;
}

static void
look_up (FoyerWord  *word,
         const char *folded)
{
  gsize length = strlen (folded);

  word->kind = FOYER_WORD_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (lexicon); i++)
    if (g_str_equal (lexicon[i].name, folded)
        || (lexicon[i].least > 0 && length >= lexicon[i].least && g_str_has_prefix (lexicon[i].name, folded)))
      {
        word->kind = lexicon[i].kind;
        word->value = lexicon[i].value;
        word->french = lexicon[i].french;
        return;
      }
}

/* The start of a word that is written with this one in two: "après-midi", "public holidays". */
static const char *
find_second (const char *end)
{
  const char *second = end;

  if (is_dash (g_utf8_get_char (end)))
    second = g_utf8_next_char (end);
  else
    while (g_unichar_isspace (g_utf8_get_char (second)))
      second = g_utf8_next_char (second);

  return second > end && is_letter (g_utf8_get_char (second)) ? second : NULL;
}

static const char *
read_letters (const char *p,
              FoyerWord  *word)
{
  const char *end = p;
  const char *second;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  while (is_letter (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  text = g_strndup (p, end - p);
  second = find_second (end);
  if (second != NULL)
    {
      const char *longer = second;
      g_autofree char *rest = NULL;
      g_autofree char *both = NULL;
      g_autofree char *both_folded = NULL;
      FoyerWord joined = { 0 };

      while (is_letter (g_utf8_get_char (longer)))
        longer = g_utf8_next_char (longer);
      rest = g_strndup (second, longer - second);
      both = g_strconcat (text, " ", rest, NULL);
      both_folded = foyer_text_fold (both);
      look_up (&joined, both_folded);
      if (joined.kind != FOYER_WORD_UNKNOWN)
        {
          joined.start = word->start;
          *word = joined;
          return longer;
        }
    }

  folded = foyer_text_fold (text);
  look_up (word, folded);
  /* "Tue." and "déc." are cut short, not the end of anything. */
  return *end == '.' ? end + 1 : end;
}

static const char *
read_digits (const char *p,
             int        *number)
{
  *number = 0;
  for (; g_ascii_isdigit (*p); p++)
    *number = MIN (*number * 10 + (*p - '0'), NUMBER_MAX);

  return p;
}

/* Past one blank, when an "h" stands behind it: French writes "9 h 30". */
static const char *
skip_to_hour_mark (const char *p)
{
  const char *next = p;

  if (g_unichar_isspace (g_utf8_get_char (p)))
    next = g_utf8_next_char (p);

  return g_ascii_tolower (*next) == 'h' && !is_letter (g_utf8_get_char (next + 1)) ? next : p;
}

/* The ends that make a number something else: 9h, 9h30, 9:30, 24/12, 24/12/2026, 1st, 1er. */
static const char *
read_number (const char *p,
             FoyerWord  *word)
{
  static const char * const ordinals[] = { "st", "nd", "rd", "th", "er" };
  const char *start = p;
  FoyerDay day;
  int minutes = 0;

  p = read_digits (p, &word->value);
  word->kind = FOYER_WORD_NUMBER;

  if (p - start == 4 && p[0] == '-' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && p[3] == '-')
    {
      g_autofree char *text = g_strndup (start, 10);

      word->kind = FOYER_WORD_UNKNOWN;
      if (foyer_day_parse (text, &day, NULL))
        {
          word->kind = FOYER_WORD_DATE;
          word->value = day;
        }
      return start + strlen (text);
    }
  if (*p == '/' && g_ascii_isdigit (p[1]))
    {
      word->kind = FOYER_WORD_SLASHED;
      p = read_digits (p + 1, &word->month);
      if (*p == '/' && g_ascii_isdigit (p[1]))
        p = read_digits (p + 1, &word->year);
      return p;
    }
  p = skip_to_hour_mark (p);
  if ((*p == ':' && g_ascii_isdigit (p[1])) || (g_ascii_tolower (*p) == 'h' && !is_letter (g_utf8_get_char (p + 1))))
    {
      word->french = *p++ != ':';
      if (word->french && *p == ' ' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && !g_ascii_isdigit (p[3]))
        p++;
      if (g_ascii_isdigit (*p))
        p = read_digits (p, &minutes);
      word->kind = word->value <= 24 && minutes < 60 && word->value * 60 + minutes <= 24 * 60
                   ? FOYER_WORD_MINUTE : FOYER_WORD_UNKNOWN;
      word->value = word->value * 60 + minutes;
      return p;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (g_ascii_strncasecmp (p, ordinals[i], 2) == 0 && !is_letter (g_utf8_get_char (p + 2)))
      return p + 2;

  return p;
}

GArray *
foyer_sentence_words_split (const char *sentence)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (FoyerWord));
  FoyerWord end = { .kind = FOYER_WORD_END, .start = "" };

  for (const char *p = sentence; *p != '\0';)
    {
      FoyerWord word = { .start = p };
      gunichar ch = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (g_unichar_isspace (ch) || ch == '\'' || ch == 0x2019 || (ch == '.' && *next == '\0'))
        {
          p = next;
          continue;
        }
      if (g_ascii_isdigit (*p))
        next = read_number (p, &word);
      else if (is_letter (ch))
        next = read_letters (p, &word);
      else if (is_dash (ch))
        word.kind = FOYER_WORD_HYPHEN;
      else if (ch == ',' || ch == ';')
        word.kind = FOYER_WORD_COMMA;
      else if (ch == '&' || ch == '+')
        word.kind = FOYER_WORD_AND;
      else
        word.kind = FOYER_WORD_UNKNOWN;
      word.length = next - p;
      p = next;
      g_array_append_val (words, word);
    }
  g_array_append_val (words, end);

  return words;
}
