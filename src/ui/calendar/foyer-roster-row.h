/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-booking.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerRosterRow:
 *
 * One booking in the sheet of a day, with what the host can do about it: cancel it, or
 * say that nobody came.
 */
#define FOYER_TYPE_ROSTER_ROW (foyer_roster_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRosterRow, foyer_roster_row, FOYER, ROSTER_ROW, AdwActionRow)

GtkWidget  *foyer_roster_row_new     (FoyerDesk          *desk);
/* @today: the business day of the space */
void        foyer_roster_row_show    (FoyerRosterRow     *self,
                                      const FoyerBooking *booking,
                                      FoyerDay            today);
const char *foyer_roster_row_get_id  (FoyerRosterRow     *self);

G_END_DECLS
