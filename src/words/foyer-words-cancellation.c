/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-cancellation.h"

#include <glib/gi18n-lib.h>

#include "words/foyer-words.h"

char *
foyer_words_cancellation_rule (int minute,
                               int n_days)
{
  g_autofree char *time = foyer_words_time (minute);

  if (n_days == 0)
    /* Translators: %s is a time of the day */
    return g_strdup_printf (_("Guests cancel at no cost until %s of the same day; after that the "
                              "price is due."), time);
  if (n_days == 1)
    /* Translators: %s is a time of the day */
    return g_strdup_printf (_("Guests cancel at no cost until %s the day before; after that the "
                              "price is due."), time);

  /* Translators: %1$s is a time of the day, %2$d a number of days, 2 or more */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Guests cancel at no cost until %1$s, %2$d day before; after "
                                       "that the price is due.",
                                       "Guests cancel at no cost until %1$s, %2$d days before; after "
                                       "that the price is due.", (gulong) n_days),
                          time, n_days);
}

char *
foyer_words_cancelled (const FoyerBooking *booking)
{
  FoyerMoney paid = { 0 };
  g_autofree char *back = NULL;

  g_return_val_if_fail (booking != NULL, NULL);

  g_strlcpy (paid.currency, booking->currency, sizeof paid.currency);
  back = foyer_words_gets_back (paid, booking->price_minor);
  if (*back == '\0')
    /* Translators: %s is a person's name; said after the act */
    return g_strdup_printf (_("Cancelled the booking of %s"), booking->name);

  /* Translators: said after the act; a person's name, then what they get back: "€4.00 no longer due" */
  return g_strdup_printf (_("Cancelled the booking of %s: %s"), booking->name, back);
}
