/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/my-seats/foyer-ticket-words.h"

#include <glib/gi18n.h>

#include "core/foyer-cancellation.h"
#include "core/foyer-instant.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

GTimeZone *
foyer_ticket_get_zone (const FoyerMySeat *seat)
{
  GTimeZone *zone = *seat->tz != '\0' ? foyer_zone_new (seat->tz, NULL) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

gboolean
foyer_ticket_is_upcoming (const FoyerMySeat *seat,
                          gint64             now_ms)
{
  g_autoptr(GTimeZone) zone = foyer_ticket_get_zone (seat);

  return seat->day >= foyer_business_day (zone, now_ms, FOYER_CUT_OFF_DEFAULT)
         && seat->state != FOYER_STATE_WITHDRAWN && seat->state != FOYER_STATE_CANCELLED
         && seat->state != FOYER_STATE_CHECKED_OUT && seat->state != FOYER_STATE_NO_SHOW;
}

char *
foyer_ticket_describe (const FoyerMySeat *seat)
{
  g_autofree char *part = foyer_words_part (seat->part);
  g_autofree char *seats = foyer_words_seats (seat->seats);
  g_autofree char *price = NULL;

  if (*seat->currency != '\0')
    {
      FoyerMoney money = { .minor = seat->price_minor };

      g_strlcpy (money.currency, seat->currency, sizeof money.currency);
      price = seat->price_minor > 0 ? foyer_words_money (money) : g_strdup (C_("price", "Free"));
    }
  return foyer_words_facts ((const char *[]) { part, seats, price != NULL ? price : "", NULL });
}

char *
foyer_ticket_describe_state (const FoyerMySeat *seat)
{
  switch (seat->state)
    {
    case FOYER_STATE_REQUESTED:
      return g_strdup (seat->queued ? _("Waiting to be sent") : _("Waiting for an answer"));
    case FOYER_STATE_CONFIRMED:
      return g_strdup (C_("seat", "Confirmed"));
    case FOYER_STATE_DECLINED:
      return g_strdup (C_("seat", "Declined"));
    case FOYER_STATE_EXPIRED:
      return g_strdup (_("No answer in time"));
    case FOYER_STATE_WITHDRAWN:
      return g_strdup (_("Taken back"));
    case FOYER_STATE_CANCELLED:
      return g_strdup (C_("seat", "Cancelled"));
    case FOYER_STATE_CHECKED_IN:
      return g_strdup (_("You are checked in"));
    case FOYER_STATE_CHECKED_OUT:
      return g_strdup (_("You were there"));
    case FOYER_STATE_NO_SHOW:
      return g_strdup (_("Missed"));
    default:
      return g_strdup ("");
    }
}

/* A directory said no for the host. */
static char *
explain_refusal (const char *code)
{
  static const struct { const char *code; const char *sentence; } table[] = {
    { "full", N_("The last seat had gone when the request came. Choose another day or another place.") },
    { "closed", N_("The place is closed on that day. Choose another day or another place.") },
    { "expired", N_("The time to answer was over when the request came. Choose another day.") },
    { "past-day", N_("The day was over when the request came.") },
    { "beyond-horizon", N_("That day is too far ahead for the directory. Ask again later.") },
    { "not-found", N_("The place is not in the directory any more. Choose another one.") },
    { "changed-key", N_("Somebody else answers for this place now, so nothing was sent. Look at its page again before you ask.") },
    { "too-many", N_("You have five open requests there already. Take one back, or wait for an answer.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].code, code))
      return g_strdup (gettext (table[i].sentence));
  return g_strdup (_("The directory did not take the request. Choose another day or another place."));
}

static char *
explain_request (const FoyerMySeat *seat,
                 GTimeZone         *zone,
                 gint64             now_ms)
{
  g_autofree char *end = NULL;

  if (seat->queued)
    return g_strdup (_("The request is kept on this computer and leaves by itself as soon as the directory answers."));
  if (seat->answer_by_ms == 0)
    return g_strdup (_("The address comes when the host accepts."));

  end = foyer_words_moment (zone, now_ms, seat->answer_by_ms);
  /* Translators: %s is a moment: "Wednesday 25 November at 18:00" */
  return g_strdup_printf (_("The address comes when the host accepts. Without an answer the request ends %s."),
                          end);
}

char *
foyer_ticket_explain (const FoyerMySeat *seat,
                      gint64             now_ms)
{
  g_autoptr(GTimeZone) zone = foyer_ticket_get_zone (seat);

  switch (seat->state)
    {
    case FOYER_STATE_REQUESTED:
      return explain_request (seat, zone, now_ms);
    case FOYER_STATE_CONFIRMED:
      return g_strdup (seat->has_access ? "" : _("The address has not come yet. It follows with the next sync."));
    case FOYER_STATE_DECLINED:
      if (*seat->trouble != '\0')
        return explain_refusal (seat->trouble);
      return g_strdup (_("The host cannot take you on that day. Choose another day or another place."));
    case FOYER_STATE_EXPIRED:
      return g_strdup (_("The host did not answer in time, so the request ended. Nothing is due."));
    case FOYER_STATE_WITHDRAWN:
    case FOYER_STATE_CANCELLED:
      return g_strdup (seat->queued ? _("The host hears of it as soon as the directory answers.") : "");
    case FOYER_STATE_CHECKED_IN:
    case FOYER_STATE_CHECKED_OUT:
    case FOYER_STATE_NO_SHOW:
    default:
      return g_strdup ("");
    }
}

char *
foyer_ticket_describe_rule (const FoyerMySeat *seat,
                            gint64             now_ms)
{
  g_autoptr(GTimeZone) zone = foyer_ticket_get_zone (seat);
  gint64 limit_ms = foyer_cancellation_deadline (zone, seat->day, seat->cancel_minute, seat->cancel_days);
  g_autofree char *limit = foyer_words_moment (zone, now_ms, limit_ms);
  FoyerMoney money = { .minor = seat->price_minor };
  g_autofree char *price = NULL;

  if (foyer_cancellation_is_free (zone, seat->day, seat->cancel_minute, seat->cancel_days, now_ms)
      || seat->price_minor == 0 || *seat->currency == '\0')
    /* Translators: %s is a moment: "Wednesday 25 November at 18:00" */
    return seat->price_minor > 0
           ? g_strdup_printf (_("It costs nothing until %s. Your seat goes to somebody else."), limit)
           : g_strdup (_("It costs nothing. Your seat goes to somebody else."));

  g_strlcpy (money.currency, seat->currency, sizeof money.currency);
  price = foyer_words_money (money);
  /* Translators: %1$s is a moment, "yesterday at 18:00", %2$s an amount */
  return g_strdup_printf (_("It was free to cancel until %1$s. The price, %2$s, is due all the same; your seat goes to somebody else."),
                          limit, price);
}

char *
foyer_ticket_get_address (const FoyerMySeat *seat)
{
  g_autofree char *town = NULL;

  if (!seat->has_access)
    return g_strdup ("");

  town = *seat->postcode != '\0' && *seat->city != '\0'
         ? g_strdup_printf ("%s %s", seat->postcode, seat->city)
         : g_strconcat (seat->postcode, seat->city, NULL);
  if (*seat->street == '\0' || *town == '\0')
    return g_strconcat (seat->street, town, NULL);
  /* Translators: an address in one line: street, then postcode and town */
  return g_strdup_printf (C_("address", "%1$s, %2$s"), seat->street, town);
}
