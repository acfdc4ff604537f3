/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking-state.h"
#include "core/foyer-day.h"
#include "core/foyer-part.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Money that comes in. A payment has its receipt in the same moment, and neither is ever changed: what
 * was wrong is given back as a payment of its own, with a credit note. */

/**
 * FoyerDue:
 * @id: of a booking or a pass
 * @is_pass: whether it is a pass
 * @space_id: (nullable): where; %NULL for a pass that is good in several
 * @person_id: who pays
 * @name: of the person
 * @guest: (nullable): who sits there, where somebody else pays for them
 * @day: of the visit, or on which the pass was given out
 * @part: of a booking
 * @seats: of a booking; 1 for a pass
 * @state: of a booking
 * @halves: half days of a pass, 0 for those of a time; of a booking those that passes paid
 * @price_minor: what it costs in money, without what passes pay; 0 where it is owed no more
 * @paid_minor: what was paid of it
 * @due_minor: what is left of it; below zero what is to be given back
 * @currency: ISO 4217
 * @invoice: the number of the invoice on which it is, or ""
 *
 * What somebody owes for one thing. A record, read only.
 */
typedef struct {
  char              *id;
  gboolean           is_pass;
  char              *space_id;
  char              *person_id;
  char              *name;
  char              *guest;
  FoyerDay           day;
  FoyerPart          part;
  int                seats;
  FoyerBookingState  state;
  int                halves;
  gint64             price_minor;
  gint64             paid_minor;
  gint64             due_minor;
  char               currency[4];
  char              *invoice;
} FoyerDue;

void          foyer_due_free                  (FoyerDue               *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDue, foyer_due_free)

/**
 * FoyerDueQuery:
 * @space_id: (nullable): of one space; needed where there is no @person_id
 * @person_id: (nullable): of whom one person pays; %NULL for everybody
 * @first: from this day on
 * @last: to this day
 * @paid_too: also what is paid, to be put on an invoice
 * @coming_too: also bookings whose guests did not come yet
 * @subject_id: (nullable): of one booking or pass alone, whatever else is said here
 *
 * What is asked for. What is neither due nor to be given back is left out unless @paid_too.
 */
typedef struct {
  const char *space_id;
  const char *person_id;
  FoyerDay    first;
  FoyerDay    last;
  gboolean    paid_too;
  gboolean    coming_too;
  const char *subject_id;
} FoyerDueQuery;

/**
 * foyer_store_list_due_async:
 * @self: an open store
 * @query: what is asked for; copied
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks what is due: what is to be collected, of a person or of all. Errors: invalid (no days, or
 * neither a space nor a person), not-found; any #FoyerDbError.
 */
void          foyer_store_list_due_async      (FoyerStore             *self,
                                               const FoyerDueQuery    *query,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);

/**
 * foyer_store_list_due_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_due_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerDue): by day and name; %NULL with @error set
 */
GPtrArray    *foyer_store_list_due_finish     (FoyerStore             *self,
                                               GAsyncResult           *result,
                                               GError                **error);

/**
 * FoyerPaymentItem:
 * @id: of a booking or a pass
 * @is_pass: whether it is a pass
 * @amount_minor: what is paid of it; 0 for all that is due
 * @label: what the receipt calls it, in the words of the host
 *
 * What a payment pays.
 */
typedef struct {
  const char *id;
  gboolean    is_pass;
  gint64      amount_minor;
  const char *label;
} FoyerPaymentItem;

/**
 * FoyerPaymentOrder:
 * @method: "cash", "transfer" or "card"
 * @given_minor: the cash that was handed over, more than it costs where there is change; 0 to not say
 * @space_id: (nullable): whose receipt it is; %NULL for the space of the first item
 * @items: what it pays, of one space and in one currency
 * @n_items: how many, at least one
 *
 * A payment that is made. Who pays a part in cash and the rest by card makes two.
 */
typedef struct {
  const char             *method;
  gint64                  given_minor;
  const char             *space_id;
  const FoyerPaymentItem *items;
  gsize                   n_items;
} FoyerPaymentOrder;

/**
 * FoyerPayment:
 * @method: "cash", "transfer" or "card"
 * @amount_minor: what came in; below zero what was given back
 * @given_minor: the cash that was handed over, or 0
 * @day: the day of the space on which it was made
 * @at_ms: the instant, UTC
 * @document_id: its receipt, or the credit note of what was given back
 * @number: of that document
 * @refunds: (nullable): the payment that it gives back
 * @refunded: whether it was given back
 *
 * A payment. A record, read only; @given_minor less @amount_minor is the change.
 */
typedef struct {
  char     *id;
  char     *space_id;
  char     *method;
  gint64    amount_minor;
  char      currency[4];
  gint64    given_minor;
  FoyerDay  day;
  gint64    at_ms;
  char     *document_id;
  char     *number;
  char     *refunds;
  gboolean  refunded;
} FoyerPayment;

void          foyer_payment_free              (FoyerPayment           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPayment, foyer_payment_free)

/**
 * foyer_store_pay_async:
 * @self: an open store
 * @order: what is paid; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes money, and issues the receipt with it. Undo gives it back, with a credit note; so does
 * [method@Store.refund_async], whatever happened since. Ends with [method@Store.payment_finish].
 *
 * Errors: not-found, already-paid (nothing is due any more), bad-state (nothing is due in this state),
 *   too-much (more than is due), currency-mismatch (several), invalid (a method, an amount or several
 *   spaces); any #FoyerDbError.
 */
void          foyer_store_pay_async           (FoyerStore              *self,
                                               const FoyerPaymentOrder *order,
                                               GCancellable            *cancellable,
                                               GAsyncReadyCallback      callback,
                                               gpointer                 user_data);

/**
 * foyer_store_refund_async:
 * @self: an open store
 * @payment_id: the id of a payment
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Gives a payment back in the way in which it came, with a credit note. That is not undone. Ends with
 * [method@Store.payment_finish].
 *
 * Errors: not-found, bad-state (it was given back before, or is what was given back); any
 *   #FoyerDbError.
 */
void          foyer_store_refund_async        (FoyerStore             *self,
                                               const char             *payment_id,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);

/**
 * foyer_store_payment_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act, for [method@Store.undo_async]; 0 for one that is not undone
 * @error: return location for an error
 *
 * Ends [method@Store.pay_async] and [method@Store.refund_async].
 *
 * Returns: (transfer full) (nullable): the payment; %NULL with @error set
 */
FoyerPayment *foyer_store_payment_finish      (FoyerStore             *self,
                                               GAsyncResult           *result,
                                               gint64                 *op,
                                               GError                **error);

/**
 * FoyerPaymentQuery:
 * @space_id: (nullable): of one space; %NULL for all
 * @subject_id: (nullable): of one booking or pass
 * @first: from this day on, or %FOYER_DAY_NONE
 * @last: to this day, or %FOYER_DAY_NONE
 *
 * Which payments are asked for.
 */
typedef struct {
  const char *space_id;
  const char *subject_id;
  FoyerDay    first;
  FoyerDay    last;
} FoyerPaymentQuery;

/**
 * foyer_store_list_payments_async:
 * @self: an open store
 * @query: which; copied
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for payments, and what was given back among them. Errors: invalid; any #FoyerDbError.
 */
void          foyer_store_list_payments_async (FoyerStore              *self,
                                               const FoyerPaymentQuery *query,
                                               GCancellable            *cancellable,
                                               GAsyncReadyCallback      callback,
                                               gpointer                 user_data);

/**
 * foyer_store_list_payments_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_payments_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerPayment): as they were made; %NULL with
 *   @error set
 */
GPtrArray    *foyer_store_list_payments_finish (FoyerStore            *self,
                                               GAsyncResult           *result,
                                               GError                **error);

G_END_DECLS
