/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"

G_BEGIN_DECLS

/* What is said about desks with names. As foyer-words.h in everything else. */

/**
 * foyer_words_desks:
 * @booking: a booking with its desks
 *
 * Where its seats are: "Window", "Window, Desk 4", "Window, then Desk 4" when a whole day found no desk
 * that was free all day. Seats without a name are not spoken of.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when there is nothing to say
 */
char *foyer_words_desks (const FoyerBooking *booking);

G_END_DECLS
