/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerArrivalGroup:
 *
 * A heading with its count and a list of bookings; not there while it is empty. Rows of
 * bookings that stay are updated in place.
 */
#define FOYER_TYPE_ARRIVAL_GROUP (foyer_arrival_group_get_type ())
G_DECLARE_FINAL_TYPE (FoyerArrivalGroup, foyer_arrival_group, FOYER, ARRIVAL_GROUP, GtkBox)

/**
 * FoyerArrivalGroup:title:
 *
 * The heading.
 */

/**
 * FoyerArrivalGroup:buttons: (type GtkSizeGroup)
 *
 * Gives the buttons of all groups one width.
 */

/**
 * FoyerArrivalGroup:compact:
 *
 * Whether there is little room for a row.
 */

/* @bookings: (element-type FoyerBooking); @distance: days from today to their day */
void     foyer_arrival_group_set_bookings (FoyerArrivalGroup *self,
                                           GPtrArray         *bookings,
                                           GTimeZone         *zone,
                                           int                distance);

G_END_DECLS
