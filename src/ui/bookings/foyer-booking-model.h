/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/bookings/foyer-booking-item.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerBookingModel:
 *
 * A list of #FoyerBookingItem of any length: it knows the number of each row and reads what is
 * looked at, by pages. It follows what others do while it is watched. An answer to an older
 * question is dropped; what was there stays until the next is. Main thread only.
 */
#define FOYER_TYPE_BOOKING_MODEL (foyer_booking_model_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingModel, foyer_booking_model, FOYER, BOOKING_MODEL, GObject)

/**
 * FoyerBookingModel::answered:
 * @kept: (nullable): where the rows that were to be kept are now; %NULL when there were none
 *
 * The list is that of the last question.
 */

/**
 * FoyerBookingModel::outdated:
 *
 * Bookings changed: whoever shows the list asks again.
 */

FoyerBookingModel *foyer_booking_model_new      (FoyerDesk              *desk);
/* @kept: (nullable): rows to be found again, by their places now */
void               foyer_booking_model_ask      (FoyerBookingModel      *self,
                                                 const FoyerLedgerQuery *query,
                                                 GtkBitset              *kept);
/* What can be done with all of @places. */
FoyerLedgerActs    foyer_booking_model_get_acts (FoyerBookingModel      *self,
                                                 GtkBitset              *places);
/* Returns: (transfer full): the numbers of @places, ascending */
GArray            *foyer_booking_model_get_rows (FoyerBookingModel      *self,
                                                 GtkBitset              *places);

G_END_DECLS
