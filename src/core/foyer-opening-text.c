/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"

/* Longer than any opening that says something; keeps the work on nonsense small. */
#define TEXT_MAX 200

static const struct {
  const char *name;
  guint       weekdays;
} groups[] = {
  { "daily", FOYER_WEEKDAYS_ALL },
  { "everyday", FOYER_WEEKDAYS_ALL },
  { "weekday", 0x1f },
  { "weekdays", 0x1f },
  { "weekend", 0x60 },
  { "weekends", 0x60 },
};

/* 1 Monday … 7 Sunday; 0 when @name is neither a weekday nor its first letters. */
static int
find_weekday (const char *name)
{
  static const char * const names[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  };

  if (strlen (name) < 3)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (names[i], name))
      return (int) i + 1;

  return 0;
}

/* "tue", "weekdays", or "fri-mon", which goes on over Sunday; 0 when it is none. */
static guint
read_item (const char *item)
{
  g_auto(GStrv) ends = g_strsplit (item, "-", 3);
  guint n_ends = g_strv_length (ends);
  int first, last;
  guint weekdays = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (item, groups[i].name))
      return groups[i].weekdays;

  if (n_ends < 1 || n_ends > 2)
    return 0;
  first = find_weekday (ends[0]);
  last = find_weekday (ends[n_ends - 1]);
  if (first == 0 || last == 0)
    return 0;

  for (int weekday = first;; weekday = weekday % 7 + 1)
    {
      weekdays |= FOYER_WEEKDAY_BIT (weekday);
      if (weekday == last)
        return weekdays;
    }
}

static guint
read_weekdays (const char *text)
{
  g_auto(GStrv) items = NULL;
  guint weekdays = 0;

  if (g_str_equal (text, "every day"))
    return FOYER_WEEKDAYS_ALL;

  items = g_strsplit_set (text, ", ", -1);
  for (gsize i = 0; items[i] != NULL; i++)
    {
      guint item = read_item (items[i]);

      if (item == 0)
        return 0;
      weekdays |= item;
    }

  return weekdays;
}

/* "9", "9:30", also "9h" and "9h30". */
static gboolean
read_hour (char *text,
           int  *minute)
{
  char *hour_mark = strchr (text, 'h');

  if (hour_mark != NULL)
    *hour_mark = hour_mark[1] == '\0' ? '\0' : ':';

  return foyer_minute_parse (text, minute, NULL);
}

static gboolean
read_hours (const char       *text,
            FoyerOpeningRule *rule)
{
  g_auto(GStrv) ends = g_strsplit (text, "-", 3);

  return g_strv_length (ends) == 2 &&
         read_hour (ends[0], &rule->start_minute) &&
         read_hour (ends[1], &rule->end_minute);
}

/* Small letters, every dash a hyphen, single blanks, none beside a hyphen or comma. */
static char *
simplify (const char *text)
{
  g_autoptr(GString) simple = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      gboolean joins;

      if (g_unichar_isspace (ch))
        {
          blank = TRUE;
          continue;
        }
      if (g_unichar_type (ch) == G_UNICODE_DASH_PUNCTUATION)
        ch = '-';
      joins = ch == '-' || ch == ',';
      if (blank && !joins && simple->len > 0 && strchr ("-,", simple->str[simple->len - 1]) == NULL)
        g_string_append_c (simple, ' ');
      blank = FALSE;
      /* not by the locale's rules: in Turkish the small letter of FRI is another one */
      g_string_append_unichar (simple, g_unichar_tolower (ch));
    }

  return g_string_free (g_steal_pointer (&simple), FALSE);
}

/**
 * foyer_opening_rule_parse:
 * @text: any text
 * @rule: (out caller-allocates): a rule with the seats of the space, and no first or last day
 * @error: return location for an error
 *
 * Reads a weekly opening such as "Tue,Thu 09:00-18:00". Weekdays are English names or at
 * least their first three letters, in any case, alone, in ranges ("Fri-Mon" goes on over Sunday)
 * and in lists, or "weekdays", "weekends", "daily", "every day". Hours are
 * "09:00-18:00", "9-18", "9h-18h30" or left out for 09:00-18:00.
 *
 * Returns: whether @text is an opening, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_opening_rule_parse (const char        *text,
                          FoyerOpeningRule  *rule,
                          GError           **error)
{
  FoyerOpeningRule read = {
    .start_minute = FOYER_OPENS_DEFAULT,
    .end_minute = FOYER_CLOSES_DEFAULT,
    .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };
  g_autofree char *simple = NULL;
  char *hours;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  if (strnlen (text, TEXT_MAX + 1) > TEXT_MAX || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "Not an opening such as “Tue,Thu 09:00-18:00”");
      return FALSE;
    }

  simple = simplify (text);
  hours = simple + strcspn (simple, G_CSET_DIGITS);
  if (*hours != '\0' && !read_hours (hours, &read))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "Not hours such as 09:00-18:00");
      return FALSE;
    }
  if (hours > simple && hours[-1] == ' ')
    hours--;
  *hours = '\0';
  read.weekdays = read_weekdays (simple);
  if (read.weekdays == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "Not days of the week such as Tue,Thu or Mon-Fri");
      return FALSE;
    }
  if (!foyer_opening_rule_check (&read, error))
    return FALSE;
  *rule = read;

  return TRUE;
}
