/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/seats/foyer-seat-words.h"

#include <glib/gi18n.h>

char *
foyer_seat_words_free (const FoyerAvailability *availability)
{
  int n_free, n_seats;

  g_return_val_if_fail (availability != NULL, g_strdup (""));

  switch (foyer_availability_get_fullness (availability))
    {
    case FOYER_FULLNESS_CLOSED:
      return g_strdup (C_("day", "Closed"));
    case FOYER_FULLNESS_MORNINGS_ONLY:
      return g_strdup (_("Mornings only"));
    case FOYER_FULLNESS_AFTERNOONS_ONLY:
      return g_strdup (_("Afternoons only"));
    case FOYER_FULLNESS_FULL:
      return g_strdup (C_("day", "Full"));
    case FOYER_FULLNESS_FREE:
    default:
      n_free = foyer_availability_get_free (availability, FOYER_PART_FULL);
      n_seats = foyer_availability_get_seats (availability);
      /* Translators: 2 of 8 seats are free */
      return g_strdup_printf (ngettext ("%1$d of %2$d free", "%1$d of %2$d free", n_free),
                              n_free, n_seats);
    }
}
