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

/**
 * FOYER_MONEY_MAX:
 *
 * The largest price or sum that people can give, in minor units. Sums and products of the program
 * may be larger.
 */
#define FOYER_MONEY_MAX G_GINT64_CONSTANT (100000000000)

gboolean foyer_currency_is_valid   (const char        *code);
int      foyer_currency_get_digits (const char        *code);

gboolean foyer_money_parse         (const char        *text,
                                    const char        *currency,
                                    FoyerMoney        *money,
                                    GError           **error);
char    *foyer_money_format        (FoyerMoney         money);
gboolean foyer_money_add           (FoyerMoney         a,
                                    FoyerMoney         b,
                                    FoyerMoney        *sum,
                                    GError           **error);
gboolean foyer_money_multiply      (FoyerMoney         price,
                                    gint64             n,
                                    FoyerMoney        *product,
                                    GError           **error);
FoyerMoney
         foyer_money_half          (FoyerMoney         money);
gboolean foyer_money_split         (FoyerMoney         money,
                                    guint              n_parts,
                                    gint64            *minors,
                                    GError           **error);

G_END_DECLS
