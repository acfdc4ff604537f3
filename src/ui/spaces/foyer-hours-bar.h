/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/spaces/foyer-hours-axis.h"

G_BEGIN_DECLS

/**
 * FoyerHoursBar:
 *
 * The opening hours of one day as a bar with two ends that can be dragged; each end is a
 * slider of its own for keys and screen readers, in steps of a quarter of an hour. A
 * closed day is a hatched bar.
 */
#define FOYER_TYPE_HOURS_BAR (foyer_hours_bar_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHoursBar, foyer_hours_bar, FOYER, HOURS_BAR, GtkWidget)

/**
 * FoyerHoursBar::moved:
 * @start_minute: the new hours
 * @end_minute: after @start_minute
 *
 * The person let go of an end, or moved it by a key.
 */

/* @name: whose hours these are, for screen readers */
GtkWidget *foyer_hours_bar_new      (const char     *name);
void       foyer_hours_bar_set_axis (FoyerHoursBar  *self,
                                     FoyerHoursAxis  axis);
void       foyer_hours_bar_show     (FoyerHoursBar  *self,
                                     gboolean        open,
                                     int             start_minute,
                                     int             end_minute);

G_END_DECLS
