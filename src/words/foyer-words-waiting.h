/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-waiting.h"

G_BEGIN_DECLS

/**
 * foyer_words_waiter_state:
 * @waiter: somebody of a waiting list
 * @now_ms: UTC milliseconds
 *
 * Where they stand: "Number 2 in line", "Offer ends today at 18:00".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_waiter_state  (const FoyerWaiter *waiter,
                                 gint64             now_ms);

/**
 * foyer_words_waiter_wishes:
 * @waiter: somebody of a waiting list
 *
 * What they asked for and how they are reached: "Morning · 2 seats · 06 12 34 56 78".
 *
 * Returns: (transfer full): the facts
 */
char *foyer_words_waiter_wishes (const FoyerWaiter *waiter);

G_END_DECLS
