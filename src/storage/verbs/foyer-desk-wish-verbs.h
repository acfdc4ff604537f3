/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* The desks with names of a space, and who sits at which. A space without any asks nothing of the disk. */

FoyerBooking *foyer_desk_wish_verbs_set    (FoyerDb              *db,
                                            const char           *booking_id,
                                            const char           *desk,
                                            gboolean              pinned,
                                            gint64               *op,
                                            GError              **error);
/* In the running transaction: the wish of a booking that was just made. Errors: no-desk, desk-taken */
gboolean      foyer_desk_wish_make         (FoyerDb              *db,
                                            const FoyerSpaceRow  *space,
                                            gint64                booking_id,
                                            const char           *desk,
                                            gboolean              pinned,
                                            GError              **error);
/* Somebody is let in: they keep the desk they find. */
gboolean      foyer_desk_wish_sit          (FoyerDb              *db,
                                            const FoyerSpaceRow  *space,
                                            const FoyerBookingRow *row,
                                            GError              **error);
/* Says in each of @rows, sorted by day, where its seats are; those that hold none are left as they are. */
gboolean      foyer_desk_wish_tell         (FoyerDb              *db,
                                            const FoyerSpaceRow  *space,
                                            GPtrArray            *rows,
                                            GError              **error);
gboolean      foyer_desk_wish_tell_one     (FoyerDb              *db,
                                            const FoyerSpaceRow  *space,
                                            FoyerBookingRow      *row,
                                            GError              **error);
/* That no booking ahead has lost its pinned desk. Errors: has-bookings */
gboolean      foyer_desk_wish_check_kept   (FoyerDb              *db,
                                            const FoyerSpaceRow  *space,
                                            FoyerDay              today,
                                            GError              **error);
/* Gives desks that are new in @row a key that no wish knows. @old is (nullable). */
gboolean      foyer_desk_wish_take_keys    (FoyerDb              *db,
                                            FoyerSpaceRow        *row,
                                            const FoyerSpaceRow  *old,
                                            GError              **error);

G_END_DECLS
