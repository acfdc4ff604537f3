/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-waiting.h"

#include <glib/gi18n-lib.h>

#include "core/foyer-instant.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

char *
foyer_words_waiter_state (const FoyerWaiter *waiter,
                          gint64             now_ms)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (waiter->tz, NULL);
  g_autofree char *until = NULL;

  g_return_val_if_fail (waiter != NULL, NULL);

  switch (waiter->state)
    {
    case FOYER_WAITING_WAITING:
      /* Translators: %d is a place on a waiting list */
      return g_strdup_printf (_("Number %d in line"), waiter->place);
    case FOYER_WAITING_OFFERED:
      if (zone == NULL)
        zone = g_time_zone_new_utc ();
      until = foyer_words_moment (zone, now_ms, waiter->until_ms);
      /* Translators: of a seat that is kept for somebody; %s is a moment such as "today at 18:00" */
      return g_strdup_printf (_("Offer ends %s"), until);
    case FOYER_WAITING_BOOKED:
      return g_strdup (_("Has a seat"));
    case FOYER_WAITING_LAPSED:
      return g_strdup (_("Did not answer in time"));
    case FOYER_WAITING_REFUSED:
      return g_strdup (_("Did not want the seat"));
    case FOYER_WAITING_REMOVED:
      return g_strdup (_("No longer on the list"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
foyer_words_waiter_wishes (const FoyerWaiter *waiter)
{
  g_autofree char *part = NULL;
  g_autofree char *seats = NULL;

  g_return_val_if_fail (waiter != NULL, NULL);

  part = foyer_words_part (waiter->part);
  if (waiter->seats > 1)
    seats = foyer_words_seats (waiter->seats);

  return foyer_words_facts ((const char *[]) {
    part, seats != NULL ? seats : "", *waiter->phone != '\0' ? waiter->phone : waiter->email, NULL,
  });
}
