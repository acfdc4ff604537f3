/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/exports/foyer-payments-export.h"

#include <stdlib.h>

#include "core/foyer-money.h"
#include "exchange/foyer-sheet-text.h"

/* "" for what there is none of. */
static char *
format_amount (const FoyerPayment *payment,
               gboolean            returned,
               char                separator)
{
  FoyerMoney money = { .minor = llabs (payment->amount_minor) };
  char *text;

  if (returned != (payment->amount_minor < 0))
    return g_strdup ("");

  g_strlcpy (money.currency, payment->currency, sizeof money.currency);
  text = foyer_money_format (money);
  if (separator == ';')
    g_strdelimit (text, ".", ',');

  return text;
}

GBytes *
foyer_payments_export_csv (GPtrArray *payments,
                           char       separator)
{
  g_autoptr(FoyerSheet) sheet = foyer_sheet_new ("payments", "day at number method received returned currency payment");

  g_return_val_if_fail (payments != NULL, NULL);

  for (guint i = 0; i < payments->len; i++)
    {
      const FoyerPayment *payment = payments->pdata[i];
      g_autoptr(GDateTime) at = g_date_time_new_from_unix_utc (payment->at_ms / 1000);
      char **row = g_new0 (char *, 9);
      char day[FOYER_DAY_TEXT_SIZE];

      row[0] = g_strdup (foyer_day_format (payment->day, day));
      row[1] = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
      row[2] = g_strdup (payment->number);
      row[3] = g_strdup (payment->method);
      row[4] = format_amount (payment, FALSE, separator);
      row[5] = format_amount (payment, TRUE, separator);
      row[6] = g_strdup (payment->currency);
      row[7] = g_strdup (payment->id);
      foyer_sheet_add (sheet, row);
    }

  return foyer_sheet_to_csv (sheet, separator);
}
