/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerMoney:
 * @minor: minor units of the currency (cents), may be negative
 * @currency: ISO 4217 code
 *
 * An amount. Passed by value; sums check for overflow and for mixed currencies.
 */
typedef struct {
  gint64 minor;
  char   currency[4];
} FoyerMoney;

#define FOYER_MONEY_MAX G_GINT64_CONSTANT (100000000000)   /* a price or sum from people: 10¹¹ minor units */

gboolean foyer_currency_is_valid   (const char        *code);
int      foyer_currency_get_digits (const char        *code);   /* 2; JPY 0, BHD 3 … */

/* "4", "4.0", "4.00", "4,00" in @currency; no sign, no more digits than the currency has. */
gboolean foyer_money_parse         (const char        *text,
                                    const char        *currency,
                                    FoyerMoney        *money,
                                    GError           **error);
/* "4.00": for files and scripts; people get the locale's form (words/). */
char    *foyer_money_format        (FoyerMoney         money);
gboolean foyer_money_add           (FoyerMoney         a,
                                    FoyerMoney         b,
                                    FoyerMoney        *sum,
                                    GError           **error);
gboolean foyer_money_multiply      (FoyerMoney         price,
                                    gint64             n,
                                    FoyerMoney        *product,
                                    GError           **error);
FoyerMoney foyer_money_half        (FoyerMoney         money);  /* rounded up to a minor unit */
/* Splits without losing a minor unit; the first parts get the remainder. */
gboolean foyer_money_split         (FoyerMoney         money,
                                    guint              n_parts,
                                    gint64            *minors,
                                    GError           **error);

G_END_DECLS
