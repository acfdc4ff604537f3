/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-day.h"

#include <string.h>

#include "core/foyer-error.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 9999
#define FIRST_DAY (-25567)       /* 1900-01-01 */
#define LAST_DAY 2932896         /* 9999-12-31 */
#define TEXT_LENGTH (FOYER_DAY_TEXT_SIZE - 1)

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* From Howard Hinnant, "chrono-compatible low-level date algorithms" (2013); a year
 * begins in March there, so that the leap day is its last. All terms are positive here,
 * since years before 1900 do not occur. */
static FoyerDay
day_from_civil (int year,
                int month,
                int day)
{
  int y = year - (month <= 2 ? 1 : 0);
  int era = y / 400;
  int year_of_era = y % 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * foyer_day_days_in_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
foyer_day_days_in_month (int year,
                         int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && is_leap_year (year) ? 29 : lengths[month - 1];
}

/**
 * foyer_day_new:
 * @year: 1900 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %FOYER_DAY_NONE when there is no such date
 */
FoyerDay
foyer_day_new (int year,
               int month,
               int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ||
      day < 1 || day > foyer_day_days_in_month (year, month))
    return FOYER_DAY_NONE;

  return day_from_civil (year, month, day);
}

/**
 * foyer_day_is_valid:
 * @day: any number
 *
 * Returns: whether @day is a date of the years 1900 to 9999
 */
gboolean
foyer_day_is_valid (FoyerDay day)
{
  return day >= FIRST_DAY && day <= LAST_DAY;
}

static int
read_digits (const char *text,
             int         n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + g_ascii_digit_value (text[i]);
    }

  return value;
}

/* Reads the TEXT_LENGTH characters at @text, which may end earlier. */
static FoyerDay
read_day (const char *text)
{
  if (strnlen (text, TEXT_LENGTH) != TEXT_LENGTH || text[4] != '-' || text[7] != '-')
    return FOYER_DAY_NONE;

  /* -1 where there are no digits is no date either */
  return foyer_day_new (read_digits (text, 4), read_digits (text + 5, 2),
                        read_digits (text + 8, 2));
}

/**
 * foyer_day_parse:
 * @text: any text
 * @day: (out): the day
 * @error: return location for an error
 *
 * Reads a date of ISO 8601 in exactly the form `YYYY-MM-DD`.
 *
 * Returns: whether @text is a date of the years 1900 to 9999, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_day_parse (const char  *text,
                 FoyerDay    *day,
                 GError     **error)
{
  FoyerDay read;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  read = strnlen (text, TEXT_LENGTH + 1) == TEXT_LENGTH ? read_day (text) : FOYER_DAY_NONE;
  if (read == FOYER_DAY_NONE)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "Not a date written YYYY-MM-DD");
      return FALSE;
    }
  *day = read;

  return TRUE;
}

/**
 * foyer_day_parse_range:
 * @text: any text
 * @first: (out): the first day
 * @last: (out): the last day, included
 * @error: return location for an error
 *
 * Reads one date, or two with two points between them, the first not after the last.
 *
 * Returns: whether @text is a day or a range, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_day_parse_range (const char  *text,
                       FoyerDay    *first,
                       FoyerDay    *last,
                       GError     **error)
{
  FoyerDay from;
  FoyerDay until;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  from = read_day (text);
  if (from == FOYER_DAY_NONE)
    until = FOYER_DAY_NONE;
  else if (text[TEXT_LENGTH] == '\0')
    until = from;
  else if (g_str_has_prefix (text + TEXT_LENGTH, "..") &&
           strnlen (text, 2 * TEXT_LENGTH + 3) == 2 * TEXT_LENGTH + 2)
    until = read_day (text + TEXT_LENGTH + 2);
  else
    until = FOYER_DAY_NONE;

  if (until == FOYER_DAY_NONE)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "Not a date written YYYY-MM-DD, nor a range written DAY..DAY");
      return FALSE;
    }
  if (from > until)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "The range ends before it begins");
      return FALSE;
    }
  *first = from;
  *last = until;

  return TRUE;
}

/**
 * foyer_day_get_ymd:
 * @day: a day
 * @year: (out) (optional): 1900 to 9999
 * @month: (out) (optional): 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 *
 * Takes a day apart.
 */
void
foyer_day_get_ymd (FoyerDay  day,
                   int      *year,
                   int      *month,
                   int      *day_of_month)
{
  int shifted = day + 719468;
  int era = shifted / 146097;
  int day_of_era = shifted % 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                     day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int m = march_month + (march_month < 10 ? 3 : -9);

  g_return_if_fail (foyer_day_is_valid (day));

  if (year != NULL)
    *year = era * 400 + year_of_era + (m <= 2 ? 1 : 0);
  if (month != NULL)
    *month = m;
  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
}

/**
 * foyer_day_format:
 * @day: a day
 * @text: (out caller-allocates): room for the text
 *
 * Writes `YYYY-MM-DD`, the form of files and scripts.
 *
 * Returns: (transfer none): @text
 */
const char *
foyer_day_format (FoyerDay day,
                  char     text[FOYER_DAY_TEXT_SIZE])
{
  int year, month, day_of_month;

  text[0] = '\0';
  g_return_val_if_fail (foyer_day_is_valid (day), text);

  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  for (int i = 3, rest = year; i >= 0; i--, rest /= 10)
    text[i] = '0' + rest % 10;
  text[4] = '-';
  text[5] = '0' + month / 10;
  text[6] = '0' + month % 10;
  text[7] = '-';
  text[8] = '0' + day_of_month / 10;
  text[9] = '0' + day_of_month % 10;
  text[10] = '\0';

  return text;
}

/**
 * foyer_day_get_weekday:
 * @day: a day
 *
 * Returns: 1 for Monday to 7 for Sunday, as in ISO 8601
 */
int
foyer_day_get_weekday (FoyerDay day)
{
  g_return_val_if_fail (foyer_day_is_valid (day), 1);

  /* 1900-01-01 was a Monday */
  return (day - FIRST_DAY) % 7 + 1;
}

/**
 * foyer_day_get_week:
 * @day: a day
 *
 * The week belongs to the year that has its Thursday, so the first days of January may
 * lie in week 52 or 53, and the last days of December in week 1.
 *
 * Returns: the week of ISO 8601, 1 to 53
 */
int
foyer_day_get_week (FoyerDay day)
{
  FoyerDay thursday;
  int year;

  g_return_val_if_fail (foyer_day_is_valid (day), 1);

  /* 9999-12-31 is a Friday and 1900-01-01 a Monday: each Thursday is in the range */
  thursday = day + 4 - foyer_day_get_weekday (day);
  foyer_day_get_ymd (thursday, &year, NULL, NULL);

  return (thursday - foyer_day_new (year, 1, 1)) / 7 + 1;
}

/**
 * foyer_day_first_of_month:
 * @day: a day
 *
 * Returns: the first day of the month that has @day
 */
FoyerDay
foyer_day_first_of_month (FoyerDay day)
{
  int day_of_month;

  g_return_val_if_fail (foyer_day_is_valid (day), FOYER_DAY_NONE);

  foyer_day_get_ymd (day, NULL, NULL, &day_of_month);

  return day - day_of_month + 1;
}

/**
 * foyer_day_add_months:
 * @day: a day
 * @n_months: how many months later, or earlier when negative
 *
 * The day of the month stays, or becomes the last day of a month that is too short.
 *
 * Returns: the day, or %FOYER_DAY_NONE outside of the years 1900 to 9999
 */
FoyerDay
foyer_day_add_months (FoyerDay day,
                      int      n_months)
{
  int year, month, day_of_month;
  gint64 months;

  g_return_val_if_fail (foyer_day_is_valid (day), FOYER_DAY_NONE);

  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  months = (gint64) year * 12 + month - 1 + n_months;
  if (months < FIRST_YEAR * 12 || months >= (LAST_YEAR + 1) * 12)
    return FOYER_DAY_NONE;

  year = (int) (months / 12);
  month = (int) (months % 12) + 1;

  return foyer_day_new (year, month, MIN (day_of_month, foyer_day_days_in_month (year, month)));
}
