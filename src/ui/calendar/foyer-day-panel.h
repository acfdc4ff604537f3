/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerDayPanel:
 *
 * One day of the desk's space: open or closed, seats, hours, a note to guests, and who
 * has booked. A change applies at once and can be undone; a change that is refused puts
 * the control back and says why. Days that are over can only be read.
 */
#define FOYER_TYPE_DAY_PANEL (foyer_day_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDayPanel, foyer_day_panel, FOYER, DAY_PANEL, GtkWidget)

/**
 * FoyerDayPanel:summary: (type utf8)
 *
 * "4 of 8 free", "Closed"; empty until the day is known.
 */

/**
 * FoyerDayPanel::close-asked:
 *
 * The person wants to close the day, and somebody has booked: it concerns them.
 */

void foyer_day_panel_set_desk (FoyerDayPanel *self,
                               FoyerDesk     *desk);
void foyer_day_panel_set_day  (FoyerDayPanel *self,
                               FoyerDay       day);

G_END_DECLS
