/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/discover/foyer-search-terms.h"

#include <glib/gi18n.h>

#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

char *
foyer_search_describe_count (const FoyerSearchTerms *self,
                             guint                   n,
                             gboolean                more,
                             gint64                  as_of_ms,
                             gint64                  now_ms)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *day = foyer_words_day_long (self->day);
  g_autofree char *distance = foyer_words_distance (self->radius_m);
  g_autofree char *moment = NULL;

  if (as_of_ms != 0)
    {
      moment = foyer_words_moment (zone, now_ms, as_of_ms);
      /* Translators: %1$u is a number of places, %2$s a moment: "seats as of today at 08:12" */
      return g_strdup_printf (ngettext ("%1$u place, seats as of %2$s", "%1$u places, seats as of %2$s", n),
                              n, moment);
    }
  if (more)
    /* Translators: %1$u is a number of places, %2$s a day */
    return g_strdup_printf (_("The %1$u nearest places with a free seat on %2$s"), n, day);
  /* Translators: %1$u is a number of places, %2$s a day, %3$s a distance */
  return g_strdup_printf (ngettext ("%1$u place with a free seat on %2$s, within %3$s",
                                    "%1$u places with a free seat on %2$s, within %3$s", n),
                          n, day, distance);
}

char *
foyer_search_describe_age (gint64 as_of_ms,
                           gint64 now_ms)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *moment = foyer_words_moment (zone, now_ms, as_of_ms);

  /* Translators: %s is a moment: "today at 08:12" */
  return g_strdup_printf (_("Offline. Free seats are as known %s."), moment);
}

char *
foyer_search_describe_nothing (const FoyerSearchTerms *self)
{
  g_autofree char *day = foyer_words_day_long (self->day);
  g_autofree char *distance = foyer_words_distance (self->radius_m);

  if (*self->words != '\0')
    /* Translators: %1$s is a distance, %2$s a place, %3$s a day */
    return g_strdup_printf (_("Within %1$s of %2$s nobody with these words has a free seat on %3$s."),
                            distance, self->place, day);
  /* Translators: %1$s is a distance, %2$s a place, %3$s a day */
  return g_strdup_printf (_("Within %1$s of %2$s nobody has a free seat on %3$s."), distance,
                          self->place, day);
}
