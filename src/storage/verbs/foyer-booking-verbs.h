/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-fair-use.h"
#include "storage/foyer-store-bookings.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-bookings.h on the thread of @db, each in one transaction. */

FoyerBooking  *foyer_booking_verbs_book      (FoyerDb                    *db,
                                              const FoyerBookingRequest  *request,
                                              gint64                     *op,
                                              GError                    **error);
FoyerBooking  *foyer_booking_verbs_set_state (FoyerDb                    *db,
                                              const char                 *booking_id,
                                              FoyerBookingState           state,
                                              gint64                     *op,
                                              GError                    **error);
FoyerBooking  *foyer_desk_verbs_check_in     (FoyerDb                    *db,
                                              const FoyerArrival         *arrival,
                                              gint64                     *op,
                                              GError                    **error);
FoyerBooking  *foyer_desk_verbs_check_out    (FoyerDb                    *db,
                                              const FoyerArrival         *arrival,
                                              gint64                     *op,
                                              GError                    **error);
FoyerDaySheet *foyer_desk_verbs_day_sheet    (FoyerDb                    *db,
                                              const char                 *space_id,
                                              FoyerDay                    day,
                                              GError                    **error);
GPtrArray     *foyer_desk_verbs_list_held    (FoyerDb                    *db,
                                              const char                 *space_id,
                                              FoyerDay                    first,
                                              FoyerDay                    last,
                                              GError                    **error);
GPtrArray     *foyer_desk_verbs_roll_call    (FoyerDb                    *db,
                                              const char                 *space_id,
                                              GError                    **error);

/**
 * FoyerSeatTaking:
 * @person: its id is 0 for a new guest, who is kept together with the seat
 * @today: of the space
 * @verb: of the act
 * @series_id: of which it is a day, or 0
 * @brought_by: the booking of who brings them, or 0
 * @host_pays: whether that one pays for it
 *
 * Seats about to be taken by one person, for the verbs that do so.
 */
typedef struct {
  const char        *verb;
  FoyerSpaceRow     *space;
  FoyerDay           today;
  FoyerPersonRow    *person;
  FoyerDay           day;
  FoyerPart          part;
  int                seats;
  FoyerBookingState  state;
  const char        *key;
  const char        *key_digest;
  gint64             series_id;
  const char        *desk;          /* (nullable) */
  gboolean           pin_desk;
  gint64             brought_by;
  gboolean           host_pays;
} FoyerSeatTaking;

/* In the running transaction. Errors: full, closed, too-much, no-desk, desk-taken */
FoyerBookingRow *foyer_seat_take             (FoyerDb                *db,
                                              const FoyerSeatTaking  *taking,
                                              gint64                 *op,
                                              GError                **error);
/* Whether the day is open at all. Errors: closed */
gboolean         foyer_seat_check_open       (FoyerDb                *db,
                                              const FoyerSpaceRow    *space,
                                              FoyerDay                today,
                                              FoyerDay                day,
                                              GError                **error);
/* That this person, or a guest of the same name, holds no seat then. Errors: already-booked */
gboolean         foyer_seat_check_same       (FoyerDb                *db,
                                              const FoyerSpaceRow    *space,
                                              const FoyerPersonRow   *person,
                                              FoyerDay                day,
                                              FoyerPart               part,
                                              GError                **error);
/* That the limits of the space leave room for these seats of one person, 0 for somebody new. Asks nothing
 * where the space has none. Errors: over-limit; closed, which no limit has a say in */
gboolean         foyer_seat_check_limits     (FoyerDb                *db,
                                              const FoyerSpaceRow    *space,
                                              FoyerDay                today,
                                              gint64                  person_id,
                                              FoyerDay                day,
                                              FoyerPart               part,
                                              int                     seats,
                                              GError                **error);
/* The same of a request, which the limit of days ahead binds as well. @over: its limit is
 * %FOYER_FAIR_NONE when all leave room */
gboolean         foyer_seat_get_over_limit   (FoyerDb                *db,
                                              const FoyerSpaceRow    *space,
                                              FoyerDay                today,
                                              const FoyerBookingRow  *request,
                                              FoyerOverLimit         *over,
                                              GError                **error);
/* The booking with which guests of @uid come: that one's, or of who brought them. Errors: not-found, wrong-day,
 * bad-state when nobody of it is here or expected */
gboolean         foyer_seat_find_bringer     (FoyerDb                *db,
                                              const FoyerSpaceRow    *space,
                                              FoyerDay                day,
                                              const char             *uid,
                                              gint64                 *id,
                                              GError                **error);
/* Of all seats together. Errors: too-much */
gboolean         foyer_seat_get_price        (const FoyerSpace       *space,
                                              FoyerPart               part,
                                              int                     seats,
                                              gint64                 *price_minor,
                                              GError                **error);
/* A guest of this name, not kept yet. Errors: invalid */
FoyerPersonRow  *foyer_seat_new_guest        (const char             *name,
                                              GError                **error);

G_END_DECLS
