/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-words.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words.h"

static char *
describe_money (gint64      minor,
                const char *currency)
{
  FoyerMoney money = { .minor = minor };

  g_strlcpy (money.currency, currency, sizeof money.currency);
  return foyer_words_money (money);
}

const char *
foyer_kiosk_words_refusal (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_BAD_CODE))
    return _("Nobody is known here by this name or code. Please ask at the desk.");
  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_WRONG_DAY)
      || g_error_matches (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY))
    return _("Your seat is on another day.");
  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_CLOSED)
      || g_error_matches (error, FOYER_ERROR, FOYER_ERROR_ARCHIVED))
    return _("It is closed here today.");
  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_FULL))
    return _("Every seat is taken today.");
  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_ALREADY_IN))
    return _("You are checked in already.");
  return NULL;
}

char *
foyer_kiosk_words_done (const FoyerBooking *booking,
                        const char         *label)
{
  g_return_val_if_fail (booking != NULL && label != NULL, NULL);

  if (booking->state == FOYER_STATE_CHECKED_OUT)
    /* Translators: %s is a first name */
    return g_strdup_printf (_("Goodbye, %s"), label);
  /* Translators: %s is a first name */
  return g_strdup_printf (_("Welcome, %s"), label);
}

char *
foyer_kiosk_words_after (const FoyerBooking *booking)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = NULL;
  g_autofree char *desks = NULL;

  g_return_val_if_fail (booking != NULL, NULL);

  if (booking->state == FOYER_STATE_CHECKED_OUT)
    {
      g_strv_builder_add (builder, _("Thank you for coming."));
    }
  else
    {
      desks = foyer_words_desks (booking);
      if (booking->first_visit)
        g_strv_builder_add (builder, _("How nice that you are here for the first time."));
      if (desks != NULL)
        /* Translators: %s is the name of a desk, or of several */
        g_strv_builder_take (builder, g_strdup_printf (_("You sit here: %s."), desks));
    }
  if (booking->due_minor > 0)
    {
      g_autofree char *due = describe_money (booking->due_minor, booking->currency);

      /* Translators: %s is an amount */
      g_strv_builder_take (builder, g_strdup_printf (_("%s to pay at the desk."), due));
    }

  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

char *
foyer_kiosk_words_since (const FoyerBooking *booking,
                         const FoyerSpace   *space)
{
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *since = NULL;

  g_return_val_if_fail (booking != NULL && space != NULL, NULL);

  zone = foyer_zone_new (space->tz, NULL);
  if (zone == NULL)
    return g_strdup (_("You are here. Leaving?"));
  since = foyer_words_time (foyer_instant_get_minute (zone, booking->in_ms));
  /* Translators: %s is a time */
  return g_strdup_printf (_("You have been here since %s. Leaving?"), since);
}

char *
foyer_kiosk_words_offer (const FoyerSpace *space,
                         FoyerPart         part)
{
  gint64 minor = foyer_space_get_price (space, part);
  const char *seat;
  g_autofree char *price = NULL;

  if (part == FOYER_PART_FULL)
    seat = _("A seat is free for the whole day.");
  else if (part == FOYER_PART_AM)
    seat = _("A seat is free for the morning.");
  else
    seat = _("A seat is free for the afternoon.");
  if (minor == 0)
    return g_strdup (seat);

  price = describe_money (minor, space->currency);
  /* Translators: the first %s is a sentence such as "A seat is free for the whole day.", the second an amount */
  return g_strdup_printf (_("%s\n%s, to pay at the desk unless you have a pass."), seat, price);
}

FoyerPart
foyer_kiosk_words_part_of_walk_in (const FoyerAvailability *availability,
                                   const FoyerSpace        *space,
                                   gint64                   now_ms,
                                   FoyerDay                 today)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);
  gboolean late = zone != NULL
                  && (foyer_instant_get_day (zone, now_ms) > today
                      || foyer_instant_get_minute (zone, now_ms) >= space->half_at);

  if (availability->pm_seats == 0)
    return FOYER_PART_AM;
  if (availability->am_seats == 0 || late)
    return FOYER_PART_PM;
  return FOYER_PART_FULL;
}
