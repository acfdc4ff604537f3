/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "core/foyer-booking.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Seats taken ahead, and the front desk. Every change returns in @op the act for
 * [method@Store.undo_async]; an idempotent answer has 0 there. */

/**
 * FoyerBookingRequest:
 * @person_id: (nullable): a member or guest who is known
 * @guest_name: (nullable): or a new guest of this name; exactly one of the two
 * @key: (nullable): makes the act idempotent: the same key with the same rest gives the
 *   same answer, with another rest key-reused
 * @again: also when this person has an overlapping booking on the day
 */
typedef struct {
  const char *space_id;
  const char *person_id;
  const char *guest_name;
  FoyerDay    day;
  FoyerPart   part;
  int         seats;
  const char *key;
  gboolean    again;
} FoyerBookingRequest;

/* Errors: full, closed, past-day, beyond-horizon, already-booked (with ids), not-found, key-reused */
void          foyer_store_book_async          (FoyerStore                 *self,
                                               const FoyerBookingRequest  *request,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
/* cancelled or no-show. Errors: not-found, bad-state, wrong-day (a no-show ahead of its day) */
void          foyer_store_set_state_async     (FoyerStore                 *self,
                                               const char                 *booking_id,
                                               FoyerBookingState           state,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * FoyerArrival:
 * @booking_id: (nullable): this booking, or
 * @person_id: (nullable): this person's booking of the day, else a walk-in, or
 * @guest_name: (nullable): the one expected booking under this name, else a walk-in of a
 *   new guest; exactly one of the three
 * @day: the business day; FOYER_DAY_NONE for today
 */
typedef struct {
  const char *space_id;
  const char *booking_id;
  const char *person_id;
  const char *guest_name;
  FoyerDay    day;
} FoyerArrival;

/* Errors: already-in, not-in, full, closed, wrong-day, past-day, not-found, bad-state */
void          foyer_store_check_in_async      (FoyerStore                 *self,
                                               const FoyerArrival         *arrival,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
void          foyer_store_check_out_async     (FoyerStore                 *self,
                                               const FoyerArrival         *arrival,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
/* The one finish of the four verbs above: the booking as it is now. */
FoyerBooking *foyer_store_booking_finish      (FoyerStore                 *self,
                                               GAsyncResult               *result,
                                               gint64                     *op,
                                               GError                    **error);

/**
 * FoyerDaySheet:
 *
 * One day of one space as the desk sees it; bookings sorted by name (expected, left)
 * or by arrival (here).
 */
typedef struct {
  FoyerDay          day;
  FoyerDay          today;          /* the space's business day now */
  GPtrArray        *expected;       /* (element-type FoyerBooking) */
  GPtrArray        *here;
  GPtrArray        *left;
  GPtrArray        *requests;       /* for any day, oldest first */
  FoyerAvailability availability;
  FoyerAvailability next;           /* the day after */
  GPtrArray        *next_expected;
  gint64            due_minor;      /* to collect from who is here or left */
  char              currency[4];
} FoyerDaySheet;

void           foyer_day_sheet_free           (FoyerDaySheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDaySheet, foyer_day_sheet_free)

/* @day may be FOYER_DAY_NONE for today. */
void           foyer_store_day_sheet_async    (FoyerStore                 *self,
                                               const char                 *space_id,
                                               FoyerDay                    day,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
FoyerDaySheet *foyer_store_day_sheet_finish   (FoyerStore                 *self,
                                               GAsyncResult               *result,
                                               GError                    **error);

/* Who holds a seat from @first to @last: whom closing would concern.
 * Returns: (element-type FoyerBooking): by day and name */
void           foyer_store_list_held_async    (FoyerStore                 *self,
                                               const char                 *space_id,
                                               FoyerDay                    first,
                                               FoyerDay                    last,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
/* Everyone in the building now, whatever day they came on. By name. */
void           foyer_store_roll_call_async    (FoyerStore                 *self,
                                               const char                 *space_id,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);
/* The one finish of list_held and roll_call. */
GPtrArray     *foyer_store_bookings_finish    (FoyerStore                 *self,
                                               GAsyncResult               *result,
                                               GError                    **error);

G_END_DECLS
