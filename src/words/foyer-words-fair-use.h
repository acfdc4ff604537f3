/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-fair-use.h"

G_BEGIN_DECLS

/**
 * foyer_words_fair_use:
 * @limits: the limits of a space
 *
 * Returns: (transfer full): "For one person: 2 days a week · 5 bookings ahead", or that there is no
 *   limit
 */
char *foyer_words_fair_use      (const FoyerFairUse   *limits);

/**
 * foyer_words_over_limit:
 * @over: what is wanted beyond a limit
 *
 * What stands beside a request that the host decides about, which says its day itself.
 *
 * Returns: (transfer full): "Would be 3 days in that week, over the limit of 2"
 */
char *foyer_words_over_limit    (const FoyerOverLimit *over);

/**
 * foyer_words_refuse_over_limit:
 * @over: what is wanted beyond a limit
 *
 * Returns: (transfer full): a sentence for whoever wanted it, as that of an error
 */
char *foyer_words_refuse_over_limit (const FoyerOverLimit *over);

/**
 * foyer_words_name_limit:
 * @limit: a limit
 *
 * Why a day of a series has no booking.
 *
 * Returns: (transfer none): "over the limit of days a week"
 */
const char *foyer_words_name_limit (FoyerFairLimit limit);

G_END_DECLS
