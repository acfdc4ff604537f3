/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking-state.h"
#include "protocol/foyer-sealed-box.h"

G_BEGIN_DECLS

/**
 * FoyerDecision:
 * @booking: the request's id
 * @rev: more than that of the request and of all before
 * @state: where the host puts the booking
 * @sealed: (nullable): a [struct@Access] for the guest; a confirmation has one
 *
 * A host's word about a booking.
 */
typedef struct {
  char             *booking;
  gint64            rev;
  FoyerBookingState state;
  char             *sealed;
} FoyerDecision;

FoyerDecision *foyer_decision_new   (const char           *booking,
                                     gint64                rev,
                                     FoyerBookingState     state,
                                     const char           *sealed);
void           foyer_decision_free  (FoyerDecision        *self);
FoyerDecision *foyer_decision_parse (FoyerEnvelope        *envelope,
                                     GError              **error);
FoyerEnvelope *foyer_decision_sign  (const FoyerDecision  *self,
                                     FoyerKeyPair         *pair,
                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDecision, foyer_decision_free)

G_END_DECLS
