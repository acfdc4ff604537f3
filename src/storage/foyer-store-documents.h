/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-document.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Receipts, invoices and credit notes, and who issues them. Numbers have no gaps, and what is issued
 * stays as it is. */

/**
 * foyer_store_get_document_async:
 * @self: an open store
 * @id: of a document or of a payment, or the number of a document
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for a document as it was issued. Ends with [method@Store.document_finish].
 *
 * Errors: not-found; any #FoyerDbError.
 */
void           foyer_store_get_document_async     (FoyerStore            *self,
                                                   const char            *id,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);

/**
 * FoyerInvoiceLine:
 * @id: of a booking or a pass
 * @is_pass: whether it is a pass
 * @label: what the invoice calls it, in the words of the host
 *
 * What is put on an invoice, for all that it costs in money.
 */
typedef struct {
  const char *id;
  gboolean    is_pass;
  const char *label;
} FoyerInvoiceLine;

/**
 * FoyerInvoiceOrder:
 * @person_id: whose invoice it is
 * @buyer: to whom it is written
 * @space_id: (nullable): which space issues it; %NULL for that of the first line
 * @lines: what is on it, in its order, of one space and in one currency
 * @n_lines: how many, at least one
 *
 * An invoice that is issued.
 */
typedef struct {
  const char             *person_id;
  const FoyerBuyer       *buyer;
  const char             *space_id;
  const FoyerInvoiceLine *lines;
  gsize                   n_lines;
} FoyerInvoiceOrder;

/**
 * foyer_store_issue_invoice_async:
 * @self: an open store
 * @order: what is issued; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Issues an invoice, also for what is paid already. It is not undone: see
 * [method@Store.credit_invoice_async]. Ends with [method@Store.document_finish].
 *
 * Errors: not-found, no-seller (the host did not say who sells), already-invoiced (something is on an
 *   invoice), bad-state (nothing is owed for something), currency-mismatch, too-much, invalid; any
 *   #FoyerDbError.
 */
void           foyer_store_issue_invoice_async    (FoyerStore              *self,
                                                   const FoyerInvoiceOrder *order,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 user_data);

/**
 * foyer_store_credit_invoice_async:
 * @self: an open store
 * @id: of an invoice, or its number
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes an invoice back with a credit note, so that what was on it can be put on another one. Payments
 * stay. It is not undone. Ends with [method@Store.document_finish].
 *
 * Errors: not-found, bad-state (no invoice, or taken back before); any #FoyerDbError.
 */
void           foyer_store_credit_invoice_async   (FoyerStore            *self,
                                                   const char            *id,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);

/**
 * foyer_store_document_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.get_document_async], [method@Store.issue_invoice_async] and
 * [method@Store.credit_invoice_async].
 *
 * Returns: (transfer full) (nullable): the document; %NULL with @error set
 */
FoyerDocument *foyer_store_document_finish        (FoyerStore            *self,
                                                   GAsyncResult          *result,
                                                   GError               **error);

/**
 * FoyerDocumentQuery:
 * @space_id: (nullable): of one space; %NULL for all
 * @person_id: (nullable): those that are about what one person pays
 * @first: from this day on
 * @last: to this day
 *
 * Which documents are asked for.
 */
typedef struct {
  const char *space_id;
  const char *person_id;
  FoyerDay    first;
  FoyerDay    last;
} FoyerDocumentQuery;

/**
 * foyer_store_list_documents_async:
 * @self: an open store
 * @query: which; copied
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for what was issued. Errors: invalid, not-found; any #FoyerDbError.
 */
void           foyer_store_list_documents_async   (FoyerStore               *self,
                                                   const FoyerDocumentQuery *query,
                                                   GCancellable             *cancellable,
                                                   GAsyncReadyCallback       callback,
                                                   gpointer                  user_data);

/**
 * foyer_store_list_documents_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_documents_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerDocument): as they were issued; %NULL with
 *   @error set
 */
GPtrArray     *foyer_store_list_documents_finish  (FoyerStore            *self,
                                                   GAsyncResult          *result,
                                                   GError               **error);

/**
 * foyer_store_get_seller_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks who sells the seats of a space. Ends with [method@Store.seller_finish].
 *
 * Errors: not-found; any #FoyerDbError.
 */
void           foyer_store_get_seller_async       (FoyerStore            *self,
                                                   const char            *space_id,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);

/**
 * foyer_store_set_seller_async:
 * @self: an open store
 * @space_id: the id of a space
 * @seller: who sells; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Says who sells the seats of a space from now on; what was issued stays as it was. Ends with
 * [method@Store.seller_finish].
 *
 * Errors: not-found, invalid (a number or a text that cannot be); any #FoyerDbError.
 */
void           foyer_store_set_seller_async       (FoyerStore            *self,
                                                   const char            *space_id,
                                                   const FoyerSeller     *seller,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);

/**
 * foyer_store_seller_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @by_host: (out) (optional): whether the host said so; else it is what the space is called and where
 * @op: (out) (optional): the act, for [method@Store.undo_async]; 0 where nothing was changed
 * @error: return location for an error
 *
 * Ends [method@Store.get_seller_async] and [method@Store.set_seller_async].
 *
 * Returns: (transfer full) (nullable): who sells; %NULL with @error set
 */
FoyerSeller   *foyer_store_seller_finish          (FoyerStore            *self,
                                                   GAsyncResult          *result,
                                                   gboolean              *by_host,
                                                   gint64                *op,
                                                   GError               **error);

/**
 * foyer_store_get_reference_async:
 * @self: an open store
 * @booking_id: the id of a booking
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for the reference by which a transfer for a booking is known again. The same for ever, made
 * when it is asked for first. Errors: not-found; any #FoyerDbError.
 */
void           foyer_store_get_reference_async    (FoyerStore            *self,
                                                   const char            *booking_id,
                                                   GCancellable          *cancellable,
                                                   GAsyncReadyCallback    callback,
                                                   gpointer               user_data);

/**
 * foyer_store_get_reference_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.get_reference_async].
 *
 * Returns: (transfer full) (nullable): "RF…" (ISO 11649); %NULL with @error set
 */
char          *foyer_store_get_reference_finish   (FoyerStore            *self,
                                                   GAsyncResult          *result,
                                                   GError               **error);

G_END_DECLS
