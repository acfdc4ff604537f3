/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-booking.h"

G_BEGIN_DECLS

/**
 * FoyerArrivalRow:
 *
 * One booking of the day: who, what matters, what is due, one button. Activating the
 * row opens a menu of what else can be done. It acts through the `day.*` actions of
 * the page that it stands in.
 */
#define FOYER_TYPE_ARRIVAL_ROW (foyer_arrival_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerArrivalRow, foyer_arrival_row, FOYER, ARRIVAL_ROW, GtkListBoxRow)

/* @distance: days from today to the row's day */
FoyerArrivalRow *foyer_arrival_row_new         (GtkSizeGroup       *buttons);
void             foyer_arrival_row_set_booking (FoyerArrivalRow    *self,
                                                const FoyerBooking *booking,
                                                GTimeZone          *zone,
                                                int                 distance);
void             foyer_arrival_row_set_compact (FoyerArrivalRow    *self,
                                                gboolean            compact);
/* Where large letters leave no room beside each other: one part below the other. */
void             foyer_arrival_row_set_stacked (FoyerArrivalRow    *self,
                                                gboolean            stacked);
const char      *foyer_arrival_row_get_id      (FoyerArrivalRow    *self);
/* Puts the keyboard on its button, or on itself when it has none. */
void             foyer_arrival_row_focus       (FoyerArrivalRow    *self);

G_END_DECLS
