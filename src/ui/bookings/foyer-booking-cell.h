/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/bookings/foyer-booking-item.h"
#include "ui/bookings/foyer-booking-words.h"
#include "ui/bookings/foyer-text-cache.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerBookingCell:
 *
 * One cell of the list of bookings, or a whole row of the narrow one. It draws itself, and
 * only what is seen costs: GTK keeps ten times as many rows alive as there are on the screen.
 */
#define FOYER_TYPE_BOOKING_CELL (foyer_booking_cell_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingCell, foyer_booking_cell, FOYER, BOOKING_CELL, GtkWidget)

/* @desk: whose day is today, and whose space needs no name; @texts: of the list it stands in */
GtkWidget *foyer_booking_cell_new      (FoyerBookingColumn  column,
                                        FoyerDesk          *desk,
                                        FoyerTextCache     *texts);
/* @item: (nullable): %NULL while it is not used */
void       foyer_booking_cell_set_item (FoyerBookingCell   *self,
                                        FoyerBookingItem   *item);

G_END_DECLS
