/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "core/foyer-instant.h"

/* Formats @day by a translated strftime pattern, in which "%-d" is the day of the
 * month: many languages write the first one otherwise ("1er décembre"). */
static char *
format_day (FoyerDay    day,
            const char *pattern)
{
  g_autoptr(GDateTime) date = NULL;
  g_autoptr(GString) whole = g_string_new (pattern);
  int year, month, day_of_month;

  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  if (day_of_month == 1)
    /* Translators: the number of the first day of a month, as in "1 December"; French has "1er" */
    g_string_replace (whole, "%-d", C_("first day of a month", "1"), 0);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  return g_date_time_format (date, whole->str);
}

static char *
capitalize (const char *text)
{
  const char *rest;
  char first[6];
  int length;

  if (*text == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (text);
  length = g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);

  return g_strdup_printf ("%.*s%s", length, first, rest);
}

char *
foyer_words_day_long (FoyerDay day)
{
  /* Translators: a strftime pattern, "Thursday 26 November"; keep "%-d" for the day of the month */
  return format_day (day, C_("day in a sentence", "%A %-d %B"));
}

char *
foyer_words_day_short (FoyerDay day)
{
  /* Translators: a strftime pattern, "Thu 26 November"; keep "%-d" for the day of the month */
  return format_day (day, C_("day in a sentence, short", "%a %-d %B"));
}

char *
foyer_words_day_shorter (FoyerDay day)
{
  /* Translators: a strftime pattern, "26 Nov"; keep "%-d" for the day of the month */
  return format_day (day, C_("day without weekday, short", "%-d %b"));
}

char *
foyer_words_day_title (FoyerDay day)
{
  g_autofree char *text = foyer_words_day_long (day);

  return capitalize (text);
}

char *
foyer_words_day_with_year (FoyerDay day)
{
  g_return_val_if_fail (foyer_day_is_valid (day), NULL);

  return format_day (day, C_("day with year", "%-d %B %Y"));
}

char *
foyer_words_day_dated (FoyerDay day,
                       FoyerDay today)
{
  int year, this_year;

  foyer_day_get_ymd (day, &year, NULL, NULL);
  foyer_day_get_ymd (today, &this_year, NULL, NULL);

  return year == this_year ? foyer_words_day_range (day, day) : foyer_words_day_with_year (day);
}

char *
foyer_words_day_range (FoyerDay first,
                       FoyerDay last)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  int first_year, first_month, last_year, last_month, day_of_month;

  g_return_val_if_fail (first <= last, NULL);

  foyer_day_get_ymd (first, &first_year, &first_month, &day_of_month);
  foyer_day_get_ymd (last, &last_year, &last_month, &day_of_month);
  if (first == last)
    /* Translators: a strftime pattern, "26 November"; keep "%-d" for the day of the month */
    return format_day (first, C_("day without weekday", "%-d %B"));

  if (first_year != last_year)
    {
      /* Translators: a strftime pattern, "30 December 2026"; keep "%-d" for the day of the month */
      const char *pattern = C_("day with year", "%-d %B %Y");

      start = format_day (first, pattern);
      end = format_day (last, pattern);
    }
  else if (first_month != last_month)
    {
      start = format_day (first, C_("day without weekday", "%-d %B"));
      end = format_day (last, C_("day without weekday", "%-d %B"));
    }
  else
    {
      /* Translators: a strftime pattern, the first day of a range within one month: "21" of "21 – 31 December" */
      start = format_day (first, C_("first day of a range", "%-d"));
      /* Translators: a strftime pattern, the last day of a range within one month: "31 December" of "21 – 31 December" */
      end = format_day (last, C_("last day of a range", "%-d %B"));
    }

  /* Translators: a range of days; the first and the last one */
  return g_strdup_printf (C_("range of days", "%s – %s"), start, end);
}

char *
foyer_words_month (FoyerDay day)
{
  g_autofree char *text = NULL;

  /* Translators: a strftime pattern, a month as a title, "November 2026" */
  text = format_day (day, C_("month as a title", "%OB %Y"));

  return capitalize (text);
}

char *
foyer_words_month_short (FoyerDay day)
{
  g_autofree char *text = NULL;

  /* Translators: a strftime pattern, a month as a title where there is little room, "Nov 2026" */
  text = format_day (day, C_("month as a short title", "%Ob %Y"));

  return capitalize (text);
}

char *
foyer_words_month_alone (FoyerDay day)
{
  g_autofree char *text = NULL;

  /* Translators: a strftime pattern, the short name of a month that stands alone, "Nov" */
  text = format_day (day, C_("short month alone", "%Ob"));

  return capitalize (text);
}

char *
foyer_words_month_name (FoyerDay day)
{
  g_autofree char *text = NULL;

  /* Translators: a strftime pattern, the name of a month that stands alone, "November" */
  text = format_day (day, C_("month alone", "%OB"));

  return capitalize (text);
}

char *
foyer_words_year (FoyerDay day)
{
  /* Translators: a strftime pattern, a year as a title, "2026" */
  return format_day (day, C_("year as a title", "%Y"));
}

/* Any week has the names of all: that of 1970-01-05, a Monday. */
static char *
format_weekday (int         weekday,
                const char *pattern)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, g_strdup (""));

  text = format_day (foyer_day_new (1970, 1, 4 + weekday), pattern);

  return capitalize (text);
}

char *
foyer_words_weekday (int weekday)
{
  return format_weekday (weekday, "%A");
}

char *
foyer_words_weekday_short (int weekday)
{
  return format_weekday (weekday, "%a");
}

char *
foyer_words_weekday_letter (int weekday)
{
  g_autofree char *text = format_weekday (weekday, "%a");

  return g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
}

char *
foyer_words_hours (int start_minute,
                   int end_minute)
{
  char start[FOYER_MINUTE_TEXT_SIZE];
  char end[FOYER_MINUTE_TEXT_SIZE];

  /* Translators: hours of a day, from and until, "09:00 – 18:00" */
  return g_strdup_printf (C_("range of hours", "%s – %s"),
                          foyer_minute_format (start_minute, start),
                          foyer_minute_format (end_minute, end));
}

char *
foyer_words_time (int minute)
{
  char text[FOYER_MINUTE_TEXT_SIZE];

  return g_strdup (foyer_minute_format (minute, text));
}

int
foyer_words_first_weekday (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  guint reference = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));
  int offset = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0] - 1;
  int origin;

  if (locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0
      || g_str_has_prefix (locale, "C."))
    return 1;
  /* The C library counts from a date which is either a Sunday or a Monday. */
  origin = reference == 19971201 ? 0 : 6;

  return (origin + offset) % 7 + 1;
}
