/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-availability.h"
#include "ui/seats/foyer-seat-layout.h"

G_BEGIN_DECLS

/**
 * FoyerSeatTable:
 *
 * The seats of one day: up to 12 as chairs around a table, up to 40 as dots, beyond as
 * one bar, with the number in words and a legend. As a strip it is one line for narrow
 * windows. Its accessible label says all that is drawn.
 */
#define FOYER_TYPE_SEAT_TABLE (foyer_seat_table_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSeatTable, foyer_seat_table, FOYER, SEAT_TABLE, GtkWidget)

/**
 * FoyerSeatTable:strip:
 *
 * One line, the words at its start and the chairs at its end.
 */

void foyer_seat_table_set_day (FoyerSeatTable          *self,
                               const FoyerSeatCount    *count,
                               const FoyerAvailability *availability);

G_END_DECLS
