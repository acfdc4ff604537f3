/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"

G_BEGIN_DECLS

/**
 * foyer_words_cancellation_rule:
 * @minute: minutes after midnight, 0 to 1440
 * @n_days: how many days before, 0 or more
 *
 * The rule of a space for guests who cancel: "Guests cancel at no cost until 18:00 the day before;
 * after that the price is due."
 *
 * Returns: (transfer full): the sentence
 */
char *foyer_words_cancellation_rule (int                 minute,
                                     int                 n_days);

/**
 * foyer_words_cancelled:
 * @booking: one that the host has just cancelled
 *
 * That it is, and what the guest gets back, whom it never costs anything: "Cancelled the booking of
 * Zoé Marchelin: €4.00 no longer due".
 *
 * Returns: (transfer full): the words, without a full stop
 */
char *foyer_words_cancelled         (const FoyerBooking *booking);

G_END_DECLS
