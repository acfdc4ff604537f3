/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/foyer-store-ledger.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_BOOKING_FILTER (foyer_booking_filter_get_type ())

/**
 * FoyerBookingFilter:
 *
 * Which bookings a list shows, as rows of choices: ::changed tells of each choice.
 */
G_DECLARE_FINAL_TYPE (FoyerBookingFilter, foyer_booking_filter, FOYER, BOOKING_FILTER, GtkBox)

/* @desk: whose day and spaces the choices are about */
void     foyer_booking_filter_set_desk    (FoyerBookingFilter *self,
                                           FoyerDesk          *desk);
/* Narrows @query, which says already what else is wanted. */
void     foyer_booking_filter_apply       (FoyerBookingFilter *self,
                                           FoyerLedgerQuery   *query);
/* Whether fewer bookings are shown than of any day, state and part. */
gboolean foyer_booking_filter_is_narrow   (FoyerBookingFilter *self);
gboolean foyer_booking_filter_all_spaces  (FoyerBookingFilter *self);
/* Shows any day, state and part. */
void     foyer_booking_filter_clear       (FoyerBookingFilter *self);

G_END_DECLS
