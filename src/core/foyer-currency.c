/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-money.h"

#include <stdlib.h>
#include <string.h>

/* ISO 4217, list one as of 2026-01-01: all codes that have a minor unit, so without metals,
 * units of international accounts, and test codes. Sorted. */
static const char codes[][4] = {
  "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT",
  "BHD", "BIF", "BMD", "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD",
  "CAD", "CDF", "CHE", "CHF", "CHW", "CLF", "CLP", "CNY", "COP", "COU", "CRC", "CUP",
  "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP",
  "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF",
  "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR",
  "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD",
  "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN",
  "MXV", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN",
  "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD",
  "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP",
  "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX",
  "USD", "USN", "UYI", "UYU", "UYW", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF",
  "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
};

static int
compare_codes (const void *a,
               const void *b)
{
  return strcmp (a, b);
}

/**
 * foyer_currency_is_valid:
 * @code: (nullable): any text
 *
 * Returns: whether @code is an ISO 4217 code in which prices can be, in capitals
 */
gboolean
foyer_currency_is_valid (const char *code)
{
  return code != NULL &&
         bsearch (code, codes, G_N_ELEMENTS (codes), sizeof codes[0], compare_codes) != NULL;
}

/**
 * foyer_currency_get_digits:
 * @code: a valid code
 *
 * How many decimals a currency has, after the column "minor unit" of ISO 4217, which
 * holds for documents also where coins are no longer used.
 *
 * Returns: 0, 2, 3 or 4
 */
int
foyer_currency_get_digits (const char *code)
{
  static const char * const whole[] = {
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
    "VND", "VUV", "XAF", "XOF", "XPF", NULL,
  };
  static const char * const thousandths[] = {
    "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL,
  };

  g_return_val_if_fail (foyer_currency_is_valid (code), 2);

  if (g_strv_contains (whole, code))
    return 0;
  if (g_strv_contains (thousandths, code))
    return 3;

  if (g_str_equal (code, "CLF") || g_str_equal (code, "UYW"))
    return 4;

  return 2;
}
