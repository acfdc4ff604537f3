/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-day-words.h"

#include <glib/gi18n.h>

#include "words/foyer-words-calendars.h"
#include "words/foyer-words.h"

char *
foyer_day_words_in_cell (const FoyerAvailability *day,
                         gboolean                 terse)
{
  int n_free;

  switch (foyer_availability_get_fullness (day))
    {
    case FOYER_FULLNESS_CLOSED:
      return NULL;

    case FOYER_FULLNESS_MORNINGS_ONLY:
      /* Translators: "Mornings" has the room of ten letters */
      return g_strdup (terse ? C_("free in a day", "Mornings") : _("Mornings only"));

    case FOYER_FULLNESS_AFTERNOONS_ONLY:
      /* Translators: "Afternoons" has the room of ten letters */
      return g_strdup (terse ? C_("free in a day", "Afternoons") : _("Afternoons only"));

    case FOYER_FULLNESS_FULL:
      return g_strdup (C_("day", "Full"));

    case FOYER_FULLNESS_FREE:
      n_free = foyer_availability_get_free (day, FOYER_PART_FULL);
      /* Translators: %d is how many seats of a day nobody has; as short as it can be */
      return g_strdup_printf (ngettext ("%d free", "%d free", n_free), n_free);

    default:
      g_return_val_if_reached (NULL);
    }
}

char *
foyer_day_words_free_of (const FoyerAvailability *day)
{
  int n_seats = foyer_availability_get_seats (day);
  int n_free;

  switch (foyer_availability_get_fullness (day))
    {
    case FOYER_FULLNESS_CLOSED:
      return g_strdup (C_("day", "Closed"));

    case FOYER_FULLNESS_FULL:
      return g_strdup (C_("day", "Full"));

    case FOYER_FULLNESS_MORNINGS_ONLY:
      n_free = foyer_availability_get_free (day, FOYER_PART_AM);
      /* Translators: of a day's seats, only mornings are left: %1$d of %2$d */
      return g_strdup_printf (ngettext ("Mornings only, %1$d of %2$d free",
                                        "Mornings only, %1$d of %2$d free", n_free),
                              n_free, n_seats);

    case FOYER_FULLNESS_AFTERNOONS_ONLY:
      n_free = foyer_availability_get_free (day, FOYER_PART_PM);
      /* Translators: of a day's seats, only afternoons are left: %1$d of %2$d */
      return g_strdup_printf (ngettext ("Afternoons only, %1$d of %2$d free",
                                        "Afternoons only, %1$d of %2$d free", n_free),
                              n_free, n_seats);

    case FOYER_FULLNESS_FREE:
      n_free = foyer_availability_get_free (day, FOYER_PART_FULL);
      /* Translators: seats of a day: %1$d of %2$d are free */
      return g_strdup_printf (ngettext ("%1$d of %2$d free", "%1$d of %2$d free", n_free),
                              n_free, n_seats);

    default:
      g_return_val_if_reached (NULL);
    }
}

char *
foyer_day_words_reason (const FoyerAvailability *day)
{
  if (day->note != NULL && *day->note != '\0')
    return g_strdup (day->note);
  for (guint i = 0; day->holiday == FOYER_HOLIDAY_NONE && day->events != NULL && i < day->events->len; i++)
    {
      const FoyerCalendarEvent *event = day->events->pdata[i];

      if (event->closes != 0)
        return foyer_words_calendar_summary (event->summary);
    }

  return foyer_words_holiday (day->holiday);
}

char *
foyer_day_words_quiet (const FoyerAvailability *day)
{
  const guint n_events = day->events != NULL ? day->events->len : 0;
  const guint n = n_events + (day->holiday != FOYER_HOLIDAY_NONE ? 1 : 0);
  g_autofree char *first = NULL;

  if (n == 0)
    return g_strdup ("");
  if (day->holiday != FOYER_HOLIDAY_NONE)
    first = foyer_words_holiday (day->holiday);
  else
    first = foyer_words_calendar_summary (((FoyerCalendarEvent *) day->events->pdata[0])->summary);

  /* Translators: in a cell of the calendar: the first thing of a day, and how many more there are */
  return n == 1 ? g_steal_pointer (&first) : g_strdup_printf (_("%s +%u"), first, n - 1);
}

char *
foyer_day_words_conflict (const FoyerAvailability *day)
{
  const int n_seats = MAX (day->am_shut > 0 ? day->am_held : 0, day->pm_shut > 0 ? day->pm_held : 0);

  if (n_seats == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%d seat is booked in the hours that a calendar closes. It stays booked, and nobody else gets one.",
                                    "%d seats are booked in the hours that a calendar closes. They stay booked, and nobody else gets one.",
                                    n_seats), n_seats);
}

static void
add_clause (GString    *label,
            const char *clause)
{
  /* Translators: between the clauses of what a screen reader says of a day in the
   * calendar: "Thursday 26 November, 5 of 8 seats free, 1 request" */
  g_string_append (label, C_("clauses of a day", ", "));
  g_string_append (label, clause);
}

static void
add_seats (GString                 *label,
           const FoyerAvailability *availability)
{
  g_autofree char *clause = NULL;
  int n_free = foyer_availability_get_free (availability, FOYER_PART_FULL);

  switch (foyer_availability_get_fullness (availability))
    {
    case FOYER_FULLNESS_CLOSED:
      clause = g_strdup (C_("clause of a day", "closed"));
      break;

    case FOYER_FULLNESS_FULL:
      clause = g_strdup (C_("clause of a day", "full"));
      break;

    case FOYER_FULLNESS_MORNINGS_ONLY:
      n_free = foyer_availability_get_free (availability, FOYER_PART_AM);
      clause = g_strdup_printf (ngettext ("mornings only, %1$d of %2$d seats free",
                                          "mornings only, %1$d of %2$d seats free", n_free),
                                n_free, foyer_availability_get_seats (availability));
      break;

    case FOYER_FULLNESS_AFTERNOONS_ONLY:
      n_free = foyer_availability_get_free (availability, FOYER_PART_PM);
      clause = g_strdup_printf (ngettext ("afternoons only, %1$d of %2$d seats free",
                                          "afternoons only, %1$d of %2$d seats free", n_free),
                                n_free, foyer_availability_get_seats (availability));
      break;

    case FOYER_FULLNESS_FREE:
    default:
      clause = g_strdup_printf (ngettext ("%1$d of %2$d seats free",
                                          "%1$d of %2$d seats free", n_free),
                                n_free, foyer_availability_get_seats (availability));
      break;
    }
  add_clause (label, clause);
}

char *
foyer_day_words_label (FoyerDay                 day,
                       FoyerDay                 today,
                       const FoyerAvailability *availability)
{
  g_autofree char *date = foyer_words_day_long (day);
  GString *label = g_string_new (date);

  if (day == today)
    add_clause (label, C_("clause of a day", "today"));
  if (availability == NULL)
    return g_string_free_and_steal (label);

  add_seats (label, availability);
  if (availability->requests > 0)
    {
      g_autofree char *requests = g_strdup_printf (ngettext ("%d request", "%d requests",
                                                             availability->requests),
                                                   availability->requests);

      add_clause (label, requests);
    }
  if (!availability->open && availability->note != NULL && *availability->note != '\0')
    add_clause (label, availability->note);
  if (availability->holiday != FOYER_HOLIDAY_NONE)
    {
      g_autofree char *holiday = foyer_words_holiday (availability->holiday);

      add_clause (label, holiday);
    }
  for (guint i = 0; availability->events != NULL && i < availability->events->len; i++)
    {
      g_autofree char *summary = foyer_words_calendar_summary (((FoyerCalendarEvent *) availability->events->pdata[i])->summary);

      add_clause (label, summary);
    }
  if ((availability->am_shut > 0 && availability->am_held > 0) || (availability->pm_shut > 0 && availability->pm_held > 0))
    add_clause (label, C_("clause of a day", "booked where a calendar closes"));

  return g_string_free_and_steal (label);
}
