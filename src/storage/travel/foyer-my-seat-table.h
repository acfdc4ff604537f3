/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-my-seat.h"
#include "storage/db/foyer-db.h"
#include "storage/foyer-store-post.h"
#include "storage/foyer-store-travel.h"

G_BEGIN_DECLS

/* Seats at other people's places. A change of one queues its posts by itself. */

typedef struct {
  gint64       id;
  char        *told;         /* "request" or "withdrawal": handed over for sending last */
  FoyerMySeat *seat;         /* its state as of now */
} FoyerMySeatRow;

void            foyer_my_seat_row_free          (FoyerMySeatRow           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMySeatRow, foyer_my_seat_row_free)

/* not-found when there is none */
FoyerMySeatRow *foyer_my_seat_table_find        (FoyerDb                  *db,
                                                 const char               *uid,
                                                 GError                  **error);
FoyerMySeatRow *foyer_my_seat_table_get         (FoyerDb                  *db,
                                                 gint64                    id,
                                                 GError                  **error);
/* Returns: (element-type FoyerMySeatRow): all, by day */
GPtrArray      *foyer_my_seat_table_list        (FoyerDb                  *db,
                                                 GError                  **error);
/* Adds the uids of live seats at a listing that overlap. */
gboolean        foyer_my_seat_table_list_same   (FoyerDb                  *db,
                                                 const FoyerSeatWish      *wish,
                                                 GPtrArray                *uids,
                                                 GError                  **error);
/* @wish is checked, @guest and @note are clean. */
gboolean        foyer_my_seat_table_insert      (FoyerDb                  *db,
                                                 const char               *uid,
                                                 const FoyerSeatWish      *wish,
                                                 const FoyerPerson        *guest,
                                                 const char               *note,
                                                 const char * const       *consents,
                                                 GError                  **error);
/* @by: "host" or "guest" */
gboolean        foyer_my_seat_table_set_state   (FoyerDb                  *db,
                                                 gint64                    id,
                                                 FoyerBookingState         state,
                                                 const char               *by,
                                                 GError                  **error);
gboolean        foyer_my_seat_table_restore     (FoyerDb                  *db,
                                                 gint64                    id,
                                                 const char               *before,
                                                 GError                  **error);
/* Errors: bad-state, once it was handed over for sending */
gboolean        foyer_my_seat_table_delete      (FoyerDb                  *db,
                                                 gint64                    id,
                                                 GError                  **error);
gboolean        foyer_my_seat_table_set_trouble (FoyerDb                  *db,
                                                 gint64                    id,
                                                 const char               *trouble,
                                                 GError                  **error);
gboolean        foyer_my_seat_table_raise       (FoyerDb                  *db,
                                                 gint64                    id,
                                                 gint64                    rev,
                                                 GError                  **error);
/* How to get in. */
gboolean        foyer_my_seat_table_set_access  (FoyerDb                  *db,
                                                 gint64                    id,
                                                 const FoyerNews          *news,
                                                 GError                  **error);
/* The bytes were handed over for sending. @facts: (nullable): of the listing */
gboolean        foyer_my_seat_table_set_request (FoyerDb                  *db,
                                                 gint64                    id,
                                                 gint64                    rev,
                                                 GBytes                   *body,
                                                 const FoyerListingFacts  *facts,
                                                 GError                  **error);
gboolean        foyer_my_seat_table_set_withdrawal
                                                (FoyerDb                  *db,
                                                 gint64                    id,
                                                 gint64                    rev,
                                                 GBytes                   *body,
                                                 GError                  **error);
/* The bytes of "request" or "withdrawal" are of no use: they were never handed over. */
gboolean        foyer_my_seat_table_unset_told  (FoyerDb                  *db,
                                                 gint64                    id,
                                                 FoyerPostKind             kind,
                                                 GError                  **error);
/* Fills what a request says beside its seat. */
gboolean        foyer_my_seat_table_read_card   (FoyerDb                  *db,
                                                 gint64                    id,
                                                 FoyerPost                *post,
                                                 GError                  **error);
/* Returns: (element-type gint64): seats at @host, from @first on, that are to be sent again:
 * requests that stand, or withdrawals */
GArray         *foyer_my_seat_table_list_told   (FoyerDb                  *db,
                                                 const char               *origin,
                                                 const char               *host,
                                                 gboolean                  withdrawn,
                                                 FoyerDay                  first,
                                                 GError                  **error);
/* Returns: (element-type FoyerMySeatRow): those that wait for an answer in the table, whether
 * or not it is too late */
GPtrArray      *foyer_my_seat_table_list_asked  (FoyerDb                  *db,
                                                 GError                  **error);

/* The space's business day, in its zone or, while that is not known, in UTC. */
FoyerDay        foyer_my_seat_get_today         (FoyerDb                  *db,
                                                 const char               *tz);

G_END_DECLS
