/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"

G_BEGIN_DECLS

/* What is said of guests whom other guests bring. As foyer-words.h in everything else. */

/**
 * foyer_words_guest_of:
 * @booking: a booking
 *
 * "Guest of Zoé Marchelin", and that she pays where she does.
 *
 * Returns: (transfer full) (nullable): with whom they come, or %NULL of whoever comes alone
 */
char *foyer_words_guest_of    (const FoyerBooking *booking);

/**
 * foyer_words_guests_here:
 * @booking: as a check-out told of it
 *
 * "1 guest of theirs is still here."
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL where nobody is
 */
char *foyer_words_guests_here (const FoyerBooking *booking);

G_END_DECLS
