/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-words.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "words/foyer-words-belonging.h"
#include "words/foyer-words.h"

/* So long a weekday says enough. */
#define WEEK 7

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (C_("between facts", " · "), (char **) parts->pdata);
}

char *
foyer_member_words_past_day (FoyerDay day,
                             FoyerDay today)
{
  int year, year_now;

  foyer_day_get_ymd (day, &year, NULL, NULL);
  foyer_day_get_ymd (today, &year_now, NULL, NULL);
  if (day == today)
    return g_strdup (C_("day", "Today"));
  if (day == today - 1)
    return g_strdup (C_("day", "Yesterday"));
  if (day < today && today - day < WEEK)
    return foyer_words_weekday (foyer_day_get_weekday (day));
  if (year != year_now)
    return foyer_words_day_with_year (day);

  return foyer_words_day_range (day, day);
}

static char *
describe_asked (FoyerDay day,
                FoyerDay today)
{
  g_autofree char *text = NULL;

  if (day == today)
    return g_strdup (_("Asked for today"));
  if (day == today + 1)
    return g_strdup (_("Asked for tomorrow"));
  text = foyer_words_day_range (day, day);

  /* Translators: %s is a day such as "3 December" */
  return g_strdup_printf (_("Asked for %s"), text);
}

static char *
describe_time (GTimeZone *zone,
               gint64     instant_ms)
{
  return foyer_words_time (foyer_instant_get_minute (zone, instant_ms));
}

/* How they stand today, or NULL. */
static char *
describe_today (const FoyerMemberLine *line,
                GTimeZone             *zone,
                gboolean               since)
{
  const FoyerPerson *person = line->person;
  g_autofree char *time = NULL;
  g_autofree char *part = NULL;

  if (person->booking_id == NULL)
    return NULL;
  if (person->state == FOYER_STATE_CHECKED_IN)
    {
      if (!since || line->in_ms == 0)
        return g_strdup (C_("person", "Here"));
      time = describe_time (zone, line->in_ms);
      /* Translators: %s is the time of an arrival: "Here since 08:52" */
      return g_strdup_printf (_("Here since %s"), time);
    }
  if (person->state == FOYER_STATE_CHECKED_OUT)
    {
      if (line->forgotten)
        return g_strdup (C_("person", "Not checked out"));
      if (line->out_ms == 0)
        return g_strdup (C_("person", "Left"));
      time = describe_time (zone, line->out_ms);
      /* Translators: %s is the time at which somebody went: "Left at 12:10" */
      return g_strdup_printf (_("Left at %s"), time);
    }
  if (person->part == FOYER_PART_FULL)
    return g_strdup (C_("person", "Expected"));

  part = foyer_words_part (person->part);
  /* Translators: %s is a part of the day: "Expected · Afternoon" */
  return g_strdup_printf (_("Expected · %s"), part);
}

static char *
describe_past (const FoyerMemberLine *line,
               FoyerDay               today)
{
  if (line->belonging.weeks_missed > 0)
    return foyer_words_belonging (&line->belonging);
  if (line->belonging.last == FOYER_DAY_NONE)
    return g_strdup (C_("person", "Never here before"));

  return foyer_member_words_past_day (line->belonging.last, today);
}

char *
foyer_member_words_line (const FoyerMemberLine *line,
                         FoyerDay               today,
                         GTimeZone             *zone)
{
  char *text;

  g_return_val_if_fail (line != NULL && zone != NULL, NULL);

  text = describe_today (line, zone, FALSE);
  if (text == NULL && line->asked != FOYER_DAY_NONE)
    text = describe_asked (line->asked, today);

  return text != NULL ? text : describe_past (line, today);
}

char *
foyer_member_words_headline (const FoyerMemberLine *line,
                             FoyerDay               today,
                             GTimeZone             *zone)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const FoyerBelonging *belonging = &line->belonging;
  char *now, *mark, *usually;

  g_return_val_if_fail (line != NULL && zone != NULL, NULL);

  now = describe_today (line, zone, TRUE);
  if (now != NULL)
    g_ptr_array_add (parts, now);
  if (line->asked != FOYER_DAY_NONE)
    g_ptr_array_add (parts, describe_asked (line->asked, today));

  if (now == NULL && belonging->n_days == 0)
    mark = g_strdup (C_("person", "Never here before"));
  else
    mark = foyer_words_belonging (belonging);
  if (mark != NULL)
    g_ptr_array_add (parts, mark);
  if (now == NULL && belonging->n_days > 0 && belonging->weeks_missed == 0)
    {
      g_autofree char *day = foyer_member_words_past_day (belonging->last, today);

      /* Translators: %s is a day: "Last here: Monday", "Last here: 12 November" */
      g_ptr_array_add (parts, g_strdup_printf (_("Last here: %s"), day));
      if (line->forgotten)
        g_ptr_array_add (parts, g_strdup (C_("person", "Not checked out")));
    }
  usually = foyer_words_usually (belonging->weekdays, parts->len == 0);
  if (usually != NULL)
    g_ptr_array_add (parts, usually);

  return join (parts);
}

char *
foyer_member_words_days (const FoyerBelonging *belonging)
{
  g_return_val_if_fail (belonging != NULL, NULL);

  if (belonging->n_this_year == 0)
    /* Translators: on how many days somebody was here, this year none */
    return g_strdup_printf (ngettext ("%d in all", "%d in all", (gulong) belonging->n_days), belonging->n_days);

  /* Translators: on how many days somebody was here */
  return g_strdup_printf (ngettext ("%d this year", "%d this year", (gulong) belonging->n_this_year),
                          belonging->n_this_year);
}

char *
foyer_member_words_join (char **words)
{
  g_return_val_if_fail (words != NULL, NULL);

  return g_strjoinv (C_("between words", ", "), words);
}

char **
foyer_member_words_split (const char *text)
{
  g_auto(GStrv) pieces = NULL;
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  g_return_val_if_fail (text != NULL, NULL);

  pieces = g_strsplit_set (text, ",;\n", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    if (*g_strstrip (pieces[i]) != '\0')
      g_strv_builder_add (words, pieces[i]);

  return g_strv_builder_end (words);
}
