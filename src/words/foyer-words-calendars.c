/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-calendars.h"

#include <glib/gi18n-lib.h>

#include "words/foyer-words.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

char *
foyer_words_calendar_closes (FoyerCalendarCloses closes)
{
  switch (closes)
    {
    case FOYER_CALENDAR_CLOSES_DAYS:
      /* Translators: what a calendar closes */
      return g_strdup (C_("closes", "Whole days"));
    case FOYER_CALENDAR_CLOSES_HALVES:
      /* Translators: what a calendar closes */
      return g_strdup (C_("closes", "Mornings or afternoons"));
    case FOYER_CALENDAR_CLOSES_NOTHING:
      /* Translators: what a calendar closes */
      return g_strdup (C_("closes", "Nothing, only shown"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
foyer_words_calendar_age (gint64 read_ms,
                          gint64 now_ms)
{
  const gint64 age_ms = MAX (now_ms - read_ms, 0);

  if (age_ms < MINUTE_MS)
    /* Translators: of a calendar; goes on after a comma or stands alone */
    return g_strdup (_("read just now"));
  if (age_ms < HOUR_MS)
    return g_strdup_printf (ngettext ("read %d minute ago", "read %d minutes ago", (gulong) (age_ms / MINUTE_MS)),
                            (int) (age_ms / MINUTE_MS));
  if (age_ms < 2 * DAY_MS)
    return g_strdup_printf (ngettext ("read %d hour ago", "read %d hours ago", (gulong) (age_ms / HOUR_MS)),
                            (int) (age_ms / HOUR_MS));

  return g_strdup_printf (ngettext ("read %d day ago", "read %d days ago", (gulong) (age_ms / DAY_MS)),
                          (int) (age_ms / DAY_MS));
}

char *
foyer_words_calendar_trouble (FoyerCalendarTrouble trouble)
{
  switch (trouble)
    {
    case FOYER_CALENDAR_FINE:
      return g_strdup ("");
    case FOYER_CALENDAR_UNREACHABLE:
      return g_strdup (_("It did not answer when it was last asked; what was read before still holds."));
    case FOYER_CALENDAR_GONE:
      return g_strdup (_("It is no longer where it was; what was read before still holds."));
    case FOYER_CALENDAR_REFUSED:
      return g_strdup (_("It may no longer be read; what was read before still holds."));
    case FOYER_CALENDAR_FOREIGN:
      return g_strdup (_("There is something else in its place, or only half of it; what was read before still holds."));
    case FOYER_CALENDAR_TOO_BIG:
      return g_strdup (_("It has become too large to be read; what was read before still holds."));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
foyer_words_calendar_left_out (int n_left_out)
{
  if (n_left_out == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("Left out: %d event with a rule that Foyer does not read.",
                                    "Left out: %d events with rules that Foyer does not read.", (gulong) n_left_out),
                          n_left_out);
}

char *
foyer_words_calendar_state (const FoyerCalendar *calendar,
                            gint64               now_ms)
{
  g_autoptr(GString) state = g_string_new (NULL);
  g_autofree char *age = NULL;
  g_autofree char *trouble = NULL;
  g_autofree char *left_out = NULL;

  g_return_val_if_fail (calendar != NULL, NULL);

  age = foyer_words_calendar_age (calendar->read_ms, now_ms);
  trouble = foyer_words_calendar_trouble (calendar->trouble);
  left_out = foyer_words_calendar_left_out (calendar->n_left_out);
  /* Translators: of a calendar: how many events it has in the year ahead, and "read 2 hours ago" */
  g_string_append_printf (state, ngettext ("%d event, %s.", "%d events, %s.", (gulong) calendar->n_events),
                          calendar->n_events, age);
  if (*trouble != '\0')
    g_string_append_printf (state, " %s", trouble);
  if (foyer_calendar_is_old (calendar, now_ms))
    g_string_append_printf (state, " %s", _("That is more than a week: Foyer no longer promises that these days are right."));
  if (*left_out != '\0')
    g_string_append_printf (state, " %s", left_out);

  return g_string_free_and_steal (g_steal_pointer (&state));
}

char *
foyer_words_calendar_summary (const char *summary)
{
  /* Translators: an event of which a calendar says nothing more */
  return g_strdup (*summary != '\0' ? summary : C_("calendar", "Busy"));
}

char *
foyer_words_calendar_event (const FoyerCalendarEvent *event,
                            gint64                    now_ms)
{
  g_autofree char *hours = NULL;
  g_autofree char *age = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  hours = event->start_minute == 0 && event->end_minute == 1440
    ? g_strdup (C_("calendar", "All day")) : foyer_words_hours (event->start_minute, event->end_minute);
  age = foyer_words_calendar_age (event->read_ms, now_ms);

  /* Translators: an event: its hours, the name of its calendar, and "read 2 hours ago" */
  return g_strdup_printf (_("%s, from “%s”, %s"), hours, event->calendar, age);
}

char *
foyer_words_calendar_conflict (const FoyerCalendarConflict *conflict)
{
  g_autofree char *day = NULL;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (conflict != NULL, NULL);

  day = foyer_words_day_long (conflict->day);
  summary = foyer_words_calendar_summary (conflict->summary);

  /* Translators: a day, an event that closes it, and how many seats people have there nevertheless */
  return g_strdup_printf (ngettext ("%s: “%s”, and %d seat is booked", "%s: “%s”, and %d seats are booked",
                                    (gulong) conflict->n_seats), day, summary, conflict->n_seats);
}
