/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-guests.h"

#include <glib/gi18n-lib.h>

char *
foyer_words_guest_of (const FoyerBooking *booking)
{
  g_return_val_if_fail (booking != NULL, NULL);

  if (booking->guest_of == NULL)
    return NULL;
  if (booking->host_pays && booking->price_minor > 0)
    /* Translators: %s is the name of who brought this guest, and pays for them */
    return g_strdup_printf (_("Guest of %s, who pays"), booking->guest_of_name);

  /* Translators: %s is the name of who brought this guest */
  return g_strdup_printf (_("Guest of %s"), booking->guest_of_name);
}

char *
foyer_words_guests_here (const FoyerBooking *booking)
{
  g_return_val_if_fail (booking != NULL, NULL);

  if (booking->n_guests_here == 0)
    return NULL;

  /* Translators: guests whom somebody had brought who has left */
  return g_strdup_printf (ngettext ("%u guest of theirs is still here.", "%u guests of theirs are still here.",
                                    booking->n_guests_here), booking->n_guests_here);
}
