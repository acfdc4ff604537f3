/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-fair-use.h"

#include <glib/gi18n-lib.h>

#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

char *
foyer_words_fair_use (const FoyerFairUse *limits)
{
  g_autofree char *week = g_strdup_printf (ngettext ("%d day a week", "%d days a week", (gulong) limits->week),
                                           limits->week);
  g_autofree char *open = g_strdup_printf (ngettext ("%d booking ahead", "%d bookings ahead", (gulong) limits->open),
                                           limits->open);
  g_autofree char *seats = g_strdup_printf (ngettext ("%d seat at a time", "%d seats at a time", (gulong) limits->seats),
                                            limits->seats);
  g_autofree char *ahead = g_strdup_printf (ngettext ("requests up to %d day ahead", "requests up to %d days ahead",
                                                      (gulong) limits->ahead), limits->ahead);
  g_autofree char *facts = foyer_words_facts ((const char *[]) {
    limits->week > 0 ? week : "", limits->open > 0 ? open : "", limits->seats > 0 ? seats : "",
    limits->ahead > 0 ? ahead : "", NULL,
  });

  if (*facts == '\0')
    return g_strdup (_("There is no limit for one person."));

  /* Translators: %s is one limit or several: "2 days a week · 5 bookings ahead" */
  return g_strdup_printf (_("For one person: %s"), facts);
}

char *
foyer_words_over_limit (const FoyerOverLimit *over)
{
  const gulong n = (gulong) over->count;

  switch (over->limit)
    {
    case FOYER_FAIR_WEEK:
      /* Translators: %1$d is what it would be with this request, %2$d the limit */
      return g_strdup_printf (ngettext ("Would be %1$d day in that week, over the limit of %2$d",
                                        "Would be %1$d days in that week, over the limit of %2$d", n),
                              over->count, over->allowed);
    case FOYER_FAIR_OPEN:
      /* Translators: %1$d is what it would be with this request, %2$d the limit */
      return g_strdup_printf (ngettext ("Would be %1$d booking ahead, over the limit of %2$d",
                                        "Would be %1$d bookings ahead, over the limit of %2$d", n),
                              over->count, over->allowed);
    case FOYER_FAIR_SEATS:
      /* Translators: %1$d is what it would be with this request, %2$d the limit */
      return g_strdup_printf (ngettext ("Would be %1$d seat at a time, over the limit of %2$d",
                                        "Would be %1$d seats at a time, over the limit of %2$d", n),
                              over->count, over->allowed);
    case FOYER_FAIR_AHEAD:
      /* Translators: %1$d is in how many days the day is that is asked for, %2$d the limit */
      return g_strdup_printf (ngettext ("%1$d day ahead, over the limit of %2$d",
                                        "%1$d days ahead, over the limit of %2$d", n),
                              over->count, over->allowed);
    case FOYER_FAIR_NONE:
    default:
      return g_strdup ("");
    }
}

char *
foyer_words_refuse_over_limit (const FoyerOverLimit *over)
{
  const gulong n = (gulong) over->count;
  g_autofree char *day = foyer_words_day_long (over->day);

  switch (over->limit)
    {
    case FOYER_FAIR_WEEK:
      /* Translators: %1$s is a day, %2$d what it would be, %3$d the limit */
      return g_strdup_printf (ngettext ("With %1$s this person would have %2$d day in that week, and the limit is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.",
                                        "With %1$s this person would have %2$d days in that week, and the limit is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.", n),
                              day, over->count, over->allowed);
    case FOYER_FAIR_OPEN:
      /* Translators: %1$s is a day, %2$d what it would be, %3$d the limit */
      return g_strdup_printf (ngettext ("With %1$s this person would have %2$d booking ahead, and the limit is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.",
                                        "With %1$s this person would have %2$d bookings ahead, and the limit is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.", n),
                              day, over->count, over->allowed);
    case FOYER_FAIR_SEATS:
      /* Translators: %1$s is a day, %2$d what it would be, %3$d the limit */
      return g_strdup_printf (ngettext ("On %1$s this person would have %2$d seat at a time, and the limit is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.",
                                        "On %1$s this person would have %2$d seats at a time, and the limit is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.", n),
                              day, over->count, over->allowed);
    case FOYER_FAIR_AHEAD:
      /* Translators: %1$s is a day, %2$d in how many days it is, %3$d the limit */
      return g_strdup_printf (ngettext ("%1$s is %2$d day ahead, and the limit for requests is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.",
                                        "%1$s is %2$d days ahead, and the limit for requests is %3$d; "
                                        "nothing was changed, go beyond it only if that is meant.", n),
                              day, over->count, over->allowed);
    case FOYER_FAIR_NONE:
    default:
      return g_strdup ("");
    }
}

const char *
foyer_words_name_limit (FoyerFairLimit limit)
{
  switch (limit)
    {
    case FOYER_FAIR_WEEK:
      /* Translators: why a day of a series has no booking */
      return C_("series", "over the limit of days a week");
    case FOYER_FAIR_OPEN:
      /* Translators: why a day of a series has no booking */
      return C_("series", "over the limit of bookings ahead");
    case FOYER_FAIR_SEATS:
      /* Translators: why a day of a series has no booking */
      return C_("series", "over the limit of seats at a time");
    case FOYER_FAIR_AHEAD:
    case FOYER_FAIR_NONE:
    default:
      /* Translators: why a day of a series has no booking */
      return C_("series", "over the limit");
    }
}
