/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "core/foyer-booking.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/* What the kiosk says to the person before it. Translated. */

/* Why not, for who came; (nullable): nothing that they could do about it. (transfer none) */
const char *foyer_kiosk_words_refusal         (const GError            *error);
/* "Welcome, Marie", "Goodbye, Marie" */
char       *foyer_kiosk_words_done            (const FoyerBooking      *booking,
                                               const char              *label);
/* Where they sit, what is due: a sentence a line; "" when there is nothing to say. */
char       *foyer_kiosk_words_after           (const FoyerBooking      *booking);
/* "You are here since 09:12. Leaving?" */
char       *foyer_kiosk_words_since           (const FoyerBooking      *booking,
                                               const FoyerSpace        *space);
/* A seat without a booking, and its price. */
char       *foyer_kiosk_words_offer           (const FoyerSpace        *space,
                                               FoyerPart                part);
/* The halves that somebody takes who comes at @now_ms without a booking, as the store has it. */
FoyerPart   foyer_kiosk_words_part_of_walk_in (const FoyerAvailability *availability,
                                               const FoyerSpace        *space,
                                               gint64                   now_ms,
                                               FoyerDay                 today);

G_END_DECLS
