/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "words/foyer-words.h"

gboolean
foyer_booking_words_is_due (const FoyerLedgerLine *line,
                            FoyerDay               today)
{
  return line->due_minor > 0 && line->day <= today;
}

gboolean
foyer_booking_words_is_over (const FoyerLedgerLine *line)
{
  return line->state != FOYER_STATE_REQUESTED && line->state != FOYER_STATE_CONFIRMED
         && line->state != FOYER_STATE_CHECKED_IN;
}

static const char *
get_state (const FoyerLedgerLine *line,
           FoyerDay               today)
{
  switch (line->state)
    {
    case FOYER_STATE_REQUESTED:
      return C_("booking", "Requested");
    case FOYER_STATE_CONFIRMED:
      return line->day <= today ? C_("booking", "Expected") : C_("booking", "Confirmed");
    case FOYER_STATE_DECLINED:
      return C_("booking", "Declined");
    case FOYER_STATE_EXPIRED:
      return C_("booking", "Expired");
    case FOYER_STATE_WITHDRAWN:
      return C_("booking", "Withdrawn");
    case FOYER_STATE_CANCELLED:
      return C_("booking", "Cancelled");
    case FOYER_STATE_CHECKED_IN:
      return C_("booking", "Here");
    case FOYER_STATE_CHECKED_OUT:
      return C_("booking", "Left");
    case FOYER_STATE_NO_SHOW:
    default:
      return C_("booking", "Did not come");
    }
}

char *
foyer_booking_words_day (FoyerDay day,
                         FoyerDay today)
{
  int year, this_year, month, day_of_month;
  g_autofree char *text = NULL;

  if (day == today)
    return g_strdup (_("Today"));

  text = foyer_words_day_short (day);
  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  foyer_day_get_ymd (today, &this_year, &month, &day_of_month);
  if (year == this_year)
    return g_steal_pointer (&text);

  /* Translators: a day of another year: "Fri 27 Nov", 2025 */
  return g_strdup_printf (C_("day and year", "%1$s %2$d"), text, year);
}

static char *
describe_part (const FoyerLedgerLine *line)
{
  g_autofree char *part = foyer_words_part (line->part);

  if (line->seats == 1)
    return g_steal_pointer (&part);

  /* Translators: a part of a day and how many seats: "Morning, 2 seats" */
  return g_strdup_printf (ngettext ("%1$s, %2$d seat", "%1$s, %2$d seats", (gulong) line->seats), part, line->seats);
}

static char *
describe_price (const FoyerLedgerLine *line)
{
  FoyerMoney price = { line->price_minor, { 0 } };

  memcpy (price.currency, line->currency, sizeof price.currency);

  return foyer_words_money (price);
}

char *
foyer_booking_words_column (const FoyerLedgerLine *line,
                            FoyerBookingColumn     column,
                            FoyerDay               today)
{
  switch (column)
    {
    case FOYER_BOOKING_DAY:
      return foyer_booking_words_day (line->day, today);
    case FOYER_BOOKING_SPACE:
      return g_strdup (line->space);
    case FOYER_BOOKING_PART:
      return describe_part (line);
    case FOYER_BOOKING_STATE:
      return g_strdup (get_state (line, today));
    case FOYER_BOOKING_PRICE:
      return describe_price (line);
    case FOYER_BOOKING_PAID:
      return g_strdup (foyer_booking_words_is_due (line, today) ? C_("payment", "Due") : "–");
    case FOYER_BOOKING_GUEST:
    case FOYER_BOOKING_ROW:
    default:
      return g_strdup (line->name);
    }
}

char *
foyer_booking_words_facts (const FoyerLedgerLine *line,
                           FoyerDay               today,
                           gboolean               with_space)
{
  g_autofree char *day = foyer_booking_words_day (line->day, today);
  g_autofree char *part = describe_part (line);
  g_autofree char *price = describe_price (line);
  g_autofree char *due = NULL;
  g_autoptr(GPtrArray) facts = g_ptr_array_new_null_terminated (6, NULL, TRUE);

  g_ptr_array_add (facts, day);
  g_ptr_array_add (facts, (gpointer) get_state (line, today));
  /* What is usual needs no words. */
  if (line->part != FOYER_PART_FULL || line->seats > 1)
    g_ptr_array_add (facts, part);
  if (with_space)
    g_ptr_array_add (facts, line->space);
  if (foyer_booking_words_is_due (line, today))
    {
      /* Translators: %s is an amount that a guest still has to pay */
      due = g_strdup_printf (_("%s due"), price);
      g_ptr_array_add (facts, due);
    }

  return g_strjoinv (C_("between facts", " · "), (char **) facts->pdata);
}
