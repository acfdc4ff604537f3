/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <glib/gi18n-lib.h>

#include "words/foyer-words-fair-use.h"

/* As it stands inside a sentence, which in many languages is without a capital. */
static char *
name_weekday (int weekday)
{
  g_autoptr(GDateTime) date = g_date_time_new_utc (2024, 1, weekday, 0, 0, 0);   /* begins on a Monday */

  return g_date_time_format (date, "%A");
}

static char *
join_weekdays (guint weekdays)
{
  g_autofree char *list = NULL;

  for (int weekday = 1, left = __builtin_popcount (weekdays); weekday <= 7; weekday++)
    {
      g_autofree char *name = NULL;
      g_autofree char *before = NULL;

      if ((weekdays & FOYER_WEEKDAY_BIT (weekday)) == 0)
        continue;
      name = name_weekday (weekday);
      before = g_steal_pointer (&list);
      left--;
      if (before == NULL)
        list = g_steal_pointer (&name);
      else if (left > 0)
        /* Translators: days of the week in a row, of which more follow: "Monday, Tuesday" */
        list = g_strdup_printf (C_("days of the week", "%s, %s"), before, name);
      else
        /* Translators: days of the week, the second is the last: "Monday, Tuesday and Friday" */
        list = g_strdup_printf (C_("days of the week", "%s and %s"), before, name);
    }

  return list != NULL ? g_steal_pointer (&list) : g_strdup ("");
}

char *
foyer_words_series (const FoyerSeriesRule *rule)
{
  g_autofree char *days = join_weekdays (rule->weekdays);

  if (rule->weekdays == FOYER_WEEKDAYS_ALL && rule->every_weeks == 1)
    return g_strdup (_("Every day"));
  if (rule->every_weeks == 1)
    /* Translators: %s is one or more days of the week: "Every Tuesday and Thursday" */
    return g_strdup_printf (_("Every %s"), days);

  /* Translators: %s is one or more days of the week: "Tuesday and Thursday every 2 weeks" */
  return g_strdup_printf (ngettext ("%s every %d week", "%s every %d weeks", (gulong) rule->every_weeks),
                          days, rule->every_weeks);
}

char *
foyer_words_skipped (const FoyerSkippedDay *skipped)
{
  if (skipped->holiday != FOYER_HOLIDAY_NONE)
    {
      g_autofree char *holiday = foyer_words_holiday (skipped->holiday);

      /* Translators: why a day of a series has no booking; %s is a public holiday */
      return g_strdup_printf (_("holiday: %s"), holiday);
    }
  if (skipped->reason == FOYER_ERROR_FULL)
    /* Translators: why a day of a series has no booking */
    return g_strdup (C_("series", "no seat free"));
  if (skipped->reason == FOYER_ERROR_OVER_LIMIT)
    return g_strdup (foyer_words_name_limit (skipped->over.limit));
  if (skipped->reason == FOYER_ERROR_ALREADY_BOOKED)
    /* Translators: why a day of a series has no booking */
    return g_strdup (C_("series", "has a seat already"));

  /* Translators: why a day of a series has no booking */
  return g_strdup (C_("series", "closed"));
}
