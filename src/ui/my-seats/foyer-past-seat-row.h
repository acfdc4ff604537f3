/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-my-seat.h"

G_BEGIN_DECLS

/* A row for a list of seats whose day has gone by, or that were given up.
 * Returns: (transfer floating) */
GtkWidget *foyer_past_seat_row_new (const FoyerMySeat *seat);

G_END_DECLS
