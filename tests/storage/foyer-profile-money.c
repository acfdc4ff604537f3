/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "foyer-profile-money.h"

static void
foyer_profile_got_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
foyer_profile_await (FoyerProfile  *self,
                     GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&self->error);

  return *result;
}

FoyerPayment *
foyer_profile_collect (FoyerProfile            *self,
                       const FoyerPaymentOrder *order)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_pay_async (self->store, order, NULL, foyer_profile_got_cb, &result);

  return foyer_store_payment_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

FoyerPayment *
foyer_profile_take_for (FoyerProfile *self,
                        const char   *booking_id,
                        const char   *method,
                        gint64        amount)
{
  FoyerPaymentItem item = { .id = booking_id, .amount_minor = amount, .label = "A day" };
  FoyerPaymentOrder order = { .method = method, .items = &item, .n_items = 1 };

  return foyer_profile_collect (self, &order);
}

FoyerPayment *
foyer_profile_refund (FoyerProfile *self,
                      const char   *payment_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_refund_async (self->store, payment_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_payment_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

GPtrArray *
foyer_profile_list_due (FoyerProfile        *self,
                        const FoyerDueQuery *query)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_due_async (self->store, query, NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_due_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

GPtrArray *
foyer_profile_list_payments (FoyerProfile            *self,
                             const FoyerPaymentQuery *query)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_payments_async (self->store, query, NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_payments_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerDocument *
foyer_profile_get_document (FoyerProfile *self,
                            const char   *id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_get_document_async (self->store, id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_document_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerDocument *
foyer_profile_invoice (FoyerProfile            *self,
                       const FoyerInvoiceOrder *order)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_issue_invoice_async (self->store, order, NULL, foyer_profile_got_cb, &result);

  return foyer_store_document_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerDocument *
foyer_profile_credit (FoyerProfile *self,
                      const char   *id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_credit_invoice_async (self->store, id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_document_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

GPtrArray *
foyer_profile_list_documents (FoyerProfile             *self,
                              const FoyerDocumentQuery *query)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_documents_async (self->store, query, NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_documents_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerSeller *
foyer_profile_get_seller (FoyerProfile *self,
                          const char   *space_id,
                          gboolean     *by_host)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_get_seller_async (self->store, space_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_seller_finish (self->store, foyer_profile_await (self, &result), by_host, NULL, &self->error);
}

FoyerSeller *
foyer_profile_set_seller (FoyerProfile      *self,
                          const char        *space_id,
                          const FoyerSeller *seller)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_set_seller_async (self->store, space_id, seller, NULL, foyer_profile_got_cb, &result);

  return foyer_store_seller_finish (self->store, foyer_profile_await (self, &result), NULL, &self->op, &self->error);
}

char *
foyer_profile_get_reference (FoyerProfile *self,
                             const char   *booking_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_get_reference_async (self->store, booking_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_get_reference_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerTill *
foyer_profile_get_till (FoyerProfile *self,
                        const char   *space_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_get_till_async (self->store, space_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_till_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerTill *
foyer_profile_close_day (FoyerProfile *self,
                         const char   *space_id,
                         gint64        counted,
                         gint64        left)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_close_day_async (self->store, space_id, counted, left, NULL, foyer_profile_got_cb, &result);

  return foyer_store_till_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

GPtrArray *
foyer_profile_list_figures (FoyerProfile *self,
                            const char   *first,
                            const char   *last)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_figures_async (self->store, foyer_day (first), foyer_day (last), NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_figures_finish (self->store, foyer_profile_await (self, &result), &self->error);
}
