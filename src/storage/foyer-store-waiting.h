/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-waiting.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Who waits for a seat of a full day. A seat that becomes free is offered by itself, in the order
 * in which people asked, in the very act that frees it: a cancellation, an absence, more seats.
 * It is held until the offer is answered or over; then the next one's turn comes. */

/**
 * FoyerWaitingRequest:
 * @space_id: the id of a space
 * @person_id: (nullable): the id of a person, or
 * @guest_name: (nullable): the name of somebody without a lasting record; exactly one of both
 * @day: today or later
 * @part: the part of the day
 * @seats: how many
 *
 * A seat that somebody would take if one became free.
 */
typedef struct {
  const char *space_id;
  const char *person_id;
  const char *guest_name;
  FoyerDay    day;
  FoyerPart   part;
  int         seats;
} FoyerWaitingRequest;

/**
 * foyer_store_wait_async:
 * @self: an open store
 * @request: what is asked for; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Puts somebody at the end of the waiting list of a day. Where seats are free they are offered one
 * at once. Undo takes them off again.
 *
 * Errors: closed, past-day, beyond-horizon, too-much (more seats than the day has), already-booked,
 *   already-waiting, not-found, invalid; any #FoyerDbError.
 */
void          foyer_store_wait_async           (FoyerStore                 *self,
                                                const FoyerWaitingRequest  *request,
                                                GCancellable               *cancellable,
                                                GAsyncReadyCallback         callback,
                                                gpointer                    user_data);

/**
 * FoyerWaitingAnswer:
 * @FOYER_WAITING_OFFER: keeps a free seat for them, out of turn too
 * @FOYER_WAITING_BOOK: gives them the seat that is kept for them, or one that is free
 * @FOYER_WAITING_BOOK_ANYWAY: does so also beyond the limits that the space has for one person
 * @FOYER_WAITING_LEAVE: takes them off the list; what was kept for them is offered to the next
 */
typedef enum {
  FOYER_WAITING_OFFER,
  FOYER_WAITING_BOOK,
  FOYER_WAITING_BOOK_ANYWAY,
  FOYER_WAITING_LEAVE,
} FoyerWaitingAnswer;

/**
 * foyer_store_answer_waiter_async:
 * @self: an open store
 * @waiting_id: the id of somebody who waits
 * @answer: what becomes of them
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Answers for somebody on a waiting list. An offer by hand holds for %FOYER_OFFER_MS, to the end of
 * the day at the latest.
 *
 * Errors: full, closed, past-day, already-booked, bad-state (no longer waiting, or offered already), not-found,
 *   over-limit; any #FoyerDbError.
 */
void          foyer_store_answer_waiter_async (FoyerStore                 *self,
                                                const char                 *waiting_id,
                                                FoyerWaitingAnswer          answer,
                                                GCancellable               *cancellable,
                                                GAsyncReadyCallback         callback,
                                                gpointer                    user_data);

/**
 * foyer_store_waiter_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act, for [method@Store.undo_async]
 * @error: return location for an error
 *
 * Ends [method@Store.wait_async] and [method@Store.answer_waiter_async].
 *
 * Returns: (transfer full) (nullable): the entry as it is now; %NULL with @error set
 */
FoyerWaiter *foyer_store_waiter_finish       (FoyerStore                 *self,
                                                GAsyncResult               *result,
                                                gint64                     *op,
                                                GError                    **error);

/**
 * foyer_store_list_waiters_async:
 * @self: an open store
 * @space_id: the id of a space
 * @first: the first day, or %FOYER_DAY_NONE for today of the space
 * @last: the last day, or %FOYER_DAY_NONE for as far as can be booked
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks who waits. Errors: not-found, invalid; any #FoyerDbError.
 */
void          foyer_store_list_waiters_async   (FoyerStore                 *self,
                                                const char                 *space_id,
                                                FoyerDay                    first,
                                                FoyerDay                    last,
                                                GCancellable               *cancellable,
                                                GAsyncReadyCallback         callback,
                                                gpointer                    user_data);

/**
 * foyer_store_list_waiters_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_waiters_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerWaiter): by day and place; %NULL with
 *   @error set
 */
GPtrArray    *foyer_store_list_waiters_finish  (FoyerStore                 *self,
                                                GAsyncResult               *result,
                                                GError                    **error);

G_END_DECLS
