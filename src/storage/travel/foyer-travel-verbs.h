/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-travel.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-travel.h on the thread of @db, each in one transaction. */

gboolean      foyer_publication_verbs_publish   (FoyerDb              *db,
                                                 const char           *space_id,
                                                 const char           *origin,
                                                 gint64               *op,
                                                 GError              **error);
/* @origin: "" for everywhere */
gboolean      foyer_publication_verbs_unpublish (FoyerDb              *db,
                                                 const char           *space_id,
                                                 const char           *origin,
                                                 gint64               *op,
                                                 GError              **error);
FoyerBooking *foyer_answer_verbs_answer         (FoyerDb              *db,
                                                 const char           *booking_id,
                                                 FoyerBookingState     state,
                                                 gint64               *op,
                                                 GError              **error);
/* Also beyond the limits that the space has for one person. */
FoyerBooking *foyer_answer_verbs_accept_anyway  (FoyerDb              *db,
                                                 const char           *booking_id,
                                                 gint64               *op,
                                                 GError              **error);
FoyerMySeat  *foyer_my_seat_verbs_ask           (FoyerDb              *db,
                                                 const FoyerSeatWish  *wish,
                                                 gint64               *op,
                                                 GError              **error);
FoyerMySeat  *foyer_my_seat_verbs_withdraw      (FoyerDb              *db,
                                                 const char           *seat_id,
                                                 gint64               *op,
                                                 GError              **error);
/* Returns: (element-type FoyerMySeat) */
GPtrArray    *foyer_my_seat_verbs_list          (FoyerDb              *db,
                                                 GError              **error);

G_END_DECLS
