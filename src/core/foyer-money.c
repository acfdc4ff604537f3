/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-money.h"

#include <string.h>

#include "core/foyer-error.h"

/**
 * foyer_money_parse:
 * @text: any text
 * @currency: an ISO 4217 code
 * @money: (out): the amount
 * @error: return location for an error
 *
 * Reads an amount as people type it: ASCII digits, and behind a point or comma at most
 * as many as the currency has. No sign, no blanks, no marks between thousands.
 *
 * Returns: whether @text is an amount; else %FOYER_ERROR_INVALID (for @currency, too), or
 *   %FOYER_ERROR_TOO_MUCH above %FOYER_MONEY_MAX
 */
gboolean
foyer_money_parse (const char  *text,
                   const char  *currency,
                   FoyerMoney  *money,
                   GError     **error)
{
  gint64 minor = 0;
  gsize n_whole;
  gsize n_decimals = 0;
  int n_digits;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (currency != NULL, FALSE);
  g_return_val_if_fail (money != NULL, FALSE);

  if (!foyer_currency_is_valid (currency))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "currency is no code of ISO 4217");
      return FALSE;
    }

  n_digits = foyer_currency_get_digits (currency);
  n_whole = strspn (text, G_CSET_DIGITS);
  if (text[n_whole] == '.' || text[n_whole] == ',')
    {
      n_decimals = strspn (text + n_whole + 1, G_CSET_DIGITS);
      if (n_decimals == 0 || text[n_whole + 1 + n_decimals] != '\0')
        n_whole = 0;
    }
  else if (text[n_whole] != '\0')
    n_whole = 0;

  if (n_whole == 0 || n_decimals > (gsize) n_digits)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                   "Not an amount of %s: digits, with at most %d behind a point",
                   currency, n_digits);
      return FALSE;
    }

  /* the decimals that were not typed are zeros */
  for (gsize i = 0; i < n_whole + n_digits; i++)
    {
      gsize at = i < n_whole ? i : i + 1;
      int digit = i < n_whole + n_decimals ? g_ascii_digit_value (text[at]) : 0;

      minor = minor * 10 + digit;
      if (minor > FOYER_MONEY_MAX)
        {
          g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH,
                               "More than any amount that is kept");
          return FALSE;
        }
    }

  money->minor = minor;
  memcpy (money->currency, currency, sizeof money->currency);

  return TRUE;
}

/**
 * foyer_money_format:
 * @money: an amount
 *
 * Writes an amount without its currency, with a point and all decimals: the form of
 * files and scripts.
 *
 * Returns: (transfer full): the text, such as "4.00"
 */
char *
foyer_money_format (FoyerMoney money)
{
  guint64 minor = money.minor < 0 ? -(guint64) money.minor : (guint64) money.minor;
  const char *sign = money.minor < 0 ? "-" : "";
  guint64 unit = 1;
  int n_digits;

  g_return_val_if_fail (foyer_currency_is_valid (money.currency), NULL);

  n_digits = foyer_currency_get_digits (money.currency);
  for (int i = 0; i < n_digits; i++)
    unit *= 10;

  if (n_digits == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, minor);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          sign, minor / unit, n_digits, minor % unit);
}

static gboolean
set_too_much (GError **error)
{
  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH,
                       "The result is beyond what can be kept");
  return FALSE;
}

/**
 * foyer_money_add:
 * @a: an amount
 * @b: an amount
 * @sum: (out): their sum
 * @error: return location for an error
 *
 * Adds two amounts of one currency.
 *
 * Returns: whether there is a sum; else %FOYER_ERROR_CURRENCY_MISMATCH, or
 *   %FOYER_ERROR_TOO_MUCH when it does not fit
 */
gboolean
foyer_money_add (FoyerMoney   a,
                 FoyerMoney   b,
                 FoyerMoney  *sum,
                 GError     **error)
{
  gint64 minor;

  g_return_val_if_fail (sum != NULL, FALSE);

  if (strncmp (a.currency, b.currency, sizeof a.currency) != 0)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_CURRENCY_MISMATCH,
                   "%.3s and %.3s have no sum", a.currency, b.currency);
      return FALSE;
    }
  if (__builtin_add_overflow (a.minor, b.minor, &minor))
    return set_too_much (error);
  *sum = a;
  sum->minor = minor;

  return TRUE;
}

/**
 * foyer_money_multiply:
 * @price: an amount
 * @n: how many times
 * @product: (out): the product
 * @error: return location for an error
 *
 * Returns: whether there is a product, else %FOYER_ERROR_TOO_MUCH
 */
gboolean
foyer_money_multiply (FoyerMoney   price,
                      gint64       n,
                      FoyerMoney  *product,
                      GError     **error)
{
  gint64 minor;

  g_return_val_if_fail (product != NULL, FALSE);

  if (__builtin_mul_overflow (price.minor, n, &minor))
    return set_too_much (error);
  *product = price;
  product->minor = minor;

  return TRUE;
}

/**
 * foyer_money_half:
 * @money: an amount
 *
 * Returns: half of it, an odd minor unit rounded up
 */
FoyerMoney
foyer_money_half (FoyerMoney money)
{
  money.minor = money.minor / 2 + (money.minor % 2 > 0 ? 1 : 0);

  return money;
}

/**
 * foyer_money_split:
 * @money: an amount, may be negative
 * @n_parts: how many parts, at least 1
 * @minors: (out caller-allocates) (array length=n_parts): the minor units of each part
 * @error: return location for an error
 *
 * Splits an amount without losing a minor unit: the parts differ by one at most, and the
 * first ones are those farther from zero.
 *
 * Returns: whether it was split, else %FOYER_ERROR_INVALID for no parts
 */
gboolean
foyer_money_split (FoyerMoney   money,
                   guint        n_parts,
                   gint64      *minors,
                   GError     **error)
{
  gint64 share, rest;

  g_return_val_if_fail (minors != NULL, FALSE);

  if (n_parts == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "An amount cannot be split into no parts");
      return FALSE;
    }

  share = money.minor / n_parts;
  rest = money.minor % n_parts;
  for (guint i = 0; i < n_parts; i++)
    minors[i] = share + (i < ABS (rest) ? (rest > 0 ? 1 : -1) : 0);

  return TRUE;
}
