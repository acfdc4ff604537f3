/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"
#include "core/foyer-pass.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Rights to days. What a visit takes of them it takes by itself, in the act of the check-in: of
 * the passes that are good for it as [func@pass_choose] says. A day that somebody kept from others
 * without coming, or cancelled too late, is taken too; one that costs nothing any more, since the
 * host cancelled it or in time, is returned in the act that says so. Undo is exact. */

/**
 * FoyerPassSale:
 * @person_id: whose pass it is
 * @space_id: (nullable): the only space in which it is good; %NULL for all that ask its currency
 * @halves: how many half days; 0 for a pass without a number of days, one seat a day
 * @reason: why they have it
 * @price_minor: what they paid, in minor units; 0 unless it was sold
 * @currency: ISO 4217
 * @method: (nullable): how they paid: "cash", "transfer" or "card"; %NULL where it is to be paid
 * @label: (nullable): what the receipt calls it, in the words of the host; needed with @method
 * @from: the first day; %FOYER_DAY_NONE for any, or for today where @halves is 0
 * @until: the last day; %FOYER_DAY_NONE for none, or for that of a month where @halves is 0
 *
 * A pass that is given out.
 */
typedef struct {
  const char      *person_id;
  const char      *space_id;
  int              halves;
  FoyerPassReason  reason;
  gint64           price_minor;
  const char      *currency;
  const char      *method;
  const char      *label;
  FoyerDay         from;
  FoyerDay         until;
} FoyerPassSale;

/**
 * foyer_store_sell_pass_async:
 * @self: an open store
 * @sale: what is sold or given; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Gives somebody a pass. Visits before it are not paid with it by themselves, see
 * [method@Store.pay_with_pass_async]. With a method it is paid in the same moment, with its receipt.
 * Undo takes it back unless visits took days of it, and gives back what was paid.
 *
 * Errors: not-found, invalid, too-much, past-day (its time is over), currency-mismatch (its space
 *   asks another one), bad-state (its space is archived); any #FoyerDbError.
 */
void          foyer_store_sell_pass_async     (FoyerStore            *self,
                                               const FoyerPassSale   *sale,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

/**
 * foyer_store_end_pass_async:
 * @self: an open store
 * @pass_id: the id of a pass
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Ends a pass: what is left of it is gone, what visits took stays taken.
 *
 * Errors: not-found, bad-state (it has ended before); any #FoyerDbError.
 */
void          foyer_store_end_pass_async      (FoyerStore            *self,
                                               const char            *pass_id,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

/**
 * foyer_store_pass_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act, for [method@Store.undo_async]
 * @error: return location for an error
 *
 * Ends [method@Store.sell_pass_async] and [method@Store.end_pass_async].
 *
 * Returns: (transfer full) (nullable): the pass as it is now; %NULL with @error set
 */
FoyerPass    *foyer_store_pass_finish         (FoyerStore            *self,
                                               GAsyncResult          *result,
                                               gint64                *op,
                                               GError               **error);

/**
 * foyer_store_list_passes_async:
 * @self: an open store
 * @person_id: the id of a person
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for the passes of a person that nobody ended. Errors: not-found; any #FoyerDbError.
 */
void          foyer_store_list_passes_async   (FoyerStore            *self,
                                               const char            *person_id,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

/**
 * foyer_store_list_passes_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_passes_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerPass): first those that can still pay,
 *   in the order in which they do; %NULL with @error set
 */
GPtrArray    *foyer_store_list_passes_finish  (FoyerStore            *self,
                                               GAsyncResult          *result,
                                               GError               **error);

/**
 * foyer_store_pay_with_pass_async:
 * @self: an open store
 * @booking_id: the id of a booking
 * @pass_id: (nullable): the pass that pays; %NULL for whichever have their turn
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes what is due for a booking of passes now: before the visit, or after it when the pass was
 * sold later. Ends with [method@Store.booking_finish].
 *
 * Errors: no-pass (none, an empty one, or one of somebody else), pass-expired, already-paid,
 *   bad-state (nothing is due in this state), not-found; any #FoyerDbError.
 */
void          foyer_store_pay_with_pass_async (FoyerStore            *self,
                                               const char            *booking_id,
                                               const char            *pass_id,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

/**
 * foyer_store_return_to_pass_async:
 * @self: an open store
 * @booking_id: the id of a booking
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Returns what a booking took of passes, so that its price is due instead. Ends with
 * [method@Store.booking_finish].
 *
 * Errors: no-pass (it took nothing), not-found; any #FoyerDbError.
 */
void          foyer_store_return_to_pass_async (FoyerStore           *self,
                                               const char            *booking_id,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

G_END_DECLS
