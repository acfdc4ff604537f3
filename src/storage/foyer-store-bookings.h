/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "core/foyer-booking.h"
#include "core/foyer-code.h"
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
 * @over_limit: also beyond the limits that the space has for one person
 * @desk: (nullable): the desk that they wish for
 * @pin_desk: whether it is theirs, come what may
 * @guest_of: (nullable): a booking of that day with which this guest comes
 * @pays_self: whether they pay for themselves; else whoever brings them does
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
  gboolean    over_limit;
  const char *desk;
  gboolean    pin_desk;
  const char *guest_of;
  gboolean    pays_self;
} FoyerBookingRequest;

/**
 * foyer_store_book_async:
 * @self: an open store
 * @request: copied; what is asked for
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes seats ahead, from today to FOYER_BOOKABLE_DAYS from now, for a person who is known or a
 * new guest. An answer to the same @key again is the first booking as it is now, without an act.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (the request cannot be understood, its guest has no proper name),
 *   not-found (space or person), past-day, beyond-horizon, closed, full, already-booked
 *   (with the ids of the bookings), key-reused, too-much (the price of all seats), no-desk,
 *   desk-taken, over-limit (with [func@error_get_over_limit]); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_book_async          (FoyerStore                 *self,
                                               const FoyerBookingRequest  *request,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * foyer_store_set_state_async:
 * @self: an open store
 * @booking_id: the id of a booking
 * @state: %FOYER_STATE_CANCELLED or %FOYER_STATE_NO_SHOW
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Cancels a booking, or notes that nobody came.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found, bad-state (a booking in its state cannot go there), wrong-day (a
 *   no-show ahead of its day); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_set_state_async     (FoyerStore                 *self,
                                               const char                 *booking_id,
                                               FoyerBookingState           state,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * foyer_store_set_desk_async:
 * @self: an open store
 * @booking_id: the id of a booking
 * @desk: (nullable): the name of a desk of its space, or %NULL for any
 * @pinned: whether it is theirs, come what may; a wish else
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Changes at which desk somebody wishes to sit. Who is here sits there at once.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found, bad-state (neither expected nor here), past-day, no-desk, desk-taken (pinned for
 *   somebody else in that half); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_set_desk_async      (FoyerStore                 *self,
                                               const char                 *booking_id,
                                               const char                 *desk,
                                               gboolean                    pinned,
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
 * @code: how they showed who they are: when a code lets nobody in, that is noted
 * @guest_of: (nullable): of a guest by name: the booking of who brings them. An expected booking under that
 *   name is theirs only when it is a guest's of the same one
 * @pays_self: of a walk-in who is brought: they pay for themselves; else whoever brings them does
 */
typedef struct {
  const char    *space_id;
  const char    *booking_id;
  const char    *person_id;
  const char    *guest_name;
  FoyerDay       day;
  FoyerCodeKind  code;
  const char    *guest_of;
  gboolean       pays_self;
} FoyerArrival;

/**
 * foyer_store_check_in_async:
 * @self: an open store
 * @arrival: copied; who comes, and where
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lets somebody in: by their booking, else as a walk-in with one seat until the end of the
 * day. Who left earlier comes back under the same booking and pays no more. A booking named
 * by its id is accepted on a later day, too, as long as nobody came for it.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid, not-found, already-in, bad-state (cancelled, for one), wrong-day (the
 *   day has not come, or is not that of the booking), past-day, closed, full, too-much; any
 *   #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_check_in_async      (FoyerStore                 *self,
                                               const FoyerArrival         *arrival,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * foyer_store_check_out_async:
 * @self: an open store
 * @arrival: copied; who leaves, and where
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Notes that somebody left. Without a booking's id they are looked for among all who are
 * in, those of the latest day first, so that who came yesterday can leave today.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid, not-found, not-in, wrong-day (the booking is of another day); any
 *   #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_check_out_async     (FoyerStore                 *self,
                                               const FoyerArrival         *arrival,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * foyer_store_booking_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.book_async], [method@Store.set_state_async],
 * [method@Store.check_in_async] and [method@Store.check_out_async].
 *
 * Returns: (transfer full) (nullable): the booking as it is now; %NULL with @error set
 */
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

/**
 * foyer_day_sheet_free:
 * @sheet: (transfer full): a sheet
 *
 * Frees @sheet with its bookings.
 */
void           foyer_day_sheet_free           (FoyerDaySheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDaySheet, foyer_day_sheet_free)

/**
 * foyer_store_day_sheet_async:
 * @self: an open store
 * @space_id: the id of a space
 * @day: a day, also one of the past; %FOYER_DAY_NONE for the space's business day
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads all that a desk shows of one day, at one instant.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (no such day), not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the
 *   close.
 */
void           foyer_store_day_sheet_async    (FoyerStore                 *self,
                                               const char                 *space_id,
                                               FoyerDay                    day,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * foyer_store_day_sheet_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.day_sheet_async].
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL with @error set
 */
FoyerDaySheet *foyer_store_day_sheet_finish   (FoyerStore                 *self,
                                               GAsyncResult               *result,
                                               GError                    **error);

/**
 * foyer_store_list_held_async:
 * @self: an open store
 * @space_id: the id of a space
 * @first: the first day
 * @last: the last day, not before @first
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists whose seats are held from @first to @last, by day and name: whom closing would
 * concern.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (the days are no range), not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED
 *   after the close.
 */
void           foyer_store_list_held_async    (FoyerStore                 *self,
                                               const char                 *space_id,
                                               FoyerDay                    first,
                                               FoyerDay                    last,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * foyer_store_roll_call_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists everyone in the building now, whatever day they came on, by name.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void           foyer_store_roll_call_async    (FoyerStore                 *self,
                                               const char                 *space_id,
                                               GCancellable               *cancellable,
                                               GAsyncReadyCallback         callback,
                                               gpointer                    user_data);

/**
 * foyer_store_bookings_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_held_async] and [method@Store.roll_call_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerBooking): the bookings; %NULL with
 *   @error set
 */
GPtrArray     *foyer_store_bookings_finish    (FoyerStore                 *self,
                                               GAsyncResult               *result,
                                               GError                    **error);

G_END_DECLS
