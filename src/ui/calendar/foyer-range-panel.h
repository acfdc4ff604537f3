/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerRangePanel:
 *
 * One act on many days of the desk's space: open or close them, change their seats or
 * their note. It says how many days would change and whom closing concerns, and changes
 * nothing until its button is pressed; that can be undone as a whole.
 */
#define FOYER_TYPE_RANGE_PANEL (foyer_range_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRangePanel, foyer_range_panel, FOYER, RANGE_PANEL, GtkWidget)

/**
 * FoyerRangePanel:summary: (type utf8)
 *
 * "8 open days · 4 bookings"; empty until the days are known.
 */

/**
 * FoyerRangePanel::done:
 *
 * The act was done.
 */

void foyer_range_panel_set_desk  (FoyerRangePanel *self,
                                  FoyerDesk       *desk);
/* @close: whether closing is what the person came for */
void foyer_range_panel_set_range (FoyerRangePanel *self,
                                  FoyerDay         first,
                                  FoyerDay         last,
                                  gboolean         close);

G_END_DECLS
