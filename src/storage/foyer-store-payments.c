/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-payments.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-payment-verbs.h"

static void
foyer_due_query_free (gpointer user_data)
{
  FoyerDueQuery *query = user_data;

  g_free ((char *) query->space_id);
  g_free ((char *) query->person_id);
  g_free ((char *) query->subject_id);
  g_free (query);
}

static gpointer
foyer_store_list_due_job (FoyerDb       *db,
                          gpointer       args,
                          GCancellable  *cancellable,
                          GError       **error)
{
  return foyer_payment_verbs_list_due (db, args, error);
}

void
foyer_store_list_due_async (FoyerStore          *self,
                            const FoyerDueQuery *query,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  FoyerDueQuery *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (query != NULL);

  args = g_memdup2 (query, sizeof *query);
  args->space_id = g_strdup (query->space_id);
  args->person_id = g_strdup (query->person_id);
  args->subject_id = g_strdup (query->subject_id);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_due_async, foyer_store_list_due_job,
                   args, foyer_due_query_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_due_finish (FoyerStore    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static void
foyer_payment_order_free (gpointer user_data)
{
  FoyerPaymentOrder *order = user_data;

  for (gsize i = 0; i < order->n_items; i++)
    {
      g_free ((char *) order->items[i].id);
      g_free ((char *) order->items[i].label);
    }
  g_free ((FoyerPaymentItem *) order->items);
  g_free ((char *) order->method);
  g_free ((char *) order->space_id);
  g_free (order);
}

static FoyerPaymentOrder *
foyer_payment_order_copy (const FoyerPaymentOrder *order)
{
  FoyerPaymentOrder *copy = g_memdup2 (order, sizeof *order);
  FoyerPaymentItem *items = g_new0 (FoyerPaymentItem, order->n_items + 1);

  for (gsize i = 0; i < order->n_items; i++)
    {
      items[i] = order->items[i];
      items[i].id = g_strdup (order->items[i].id);
      items[i].label = g_strdup (order->items[i].label);
    }
  copy->items = items;
  copy->method = g_strdup (order->method);
  copy->space_id = g_strdup (order->space_id);

  return copy;
}

static gpointer
foyer_store_pay_job (FoyerDb       *db,
                     gpointer       args,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gint64 op = 0;
  FoyerPayment *payment = foyer_payment_verbs_pay (db, args, &op, error);

  return foyer_answer_new (payment, (GDestroyNotify) foyer_payment_free, op);
}

void
foyer_store_pay_async (FoyerStore              *self,
                       const FoyerPaymentOrder *order,
                       GCancellable            *cancellable,
                       GAsyncReadyCallback      callback,
                       gpointer                 user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (order != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_pay_async, foyer_store_pay_job,
                   foyer_payment_order_copy (order), foyer_payment_order_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_refund_job (FoyerDb       *db,
                        gpointer       args,
                        GCancellable  *cancellable,
                        GError       **error)
{
  return foyer_answer_new (foyer_payment_verbs_refund (db, args, error), (GDestroyNotify) foyer_payment_free, 0);
}

void
foyer_store_refund_async (FoyerStore          *self,
                          const char          *payment_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (payment_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_refund_async, foyer_store_refund_job,
                   g_strdup (payment_id), g_free, (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

FoyerPayment *
foyer_store_payment_finish (FoyerStore    *self,
                            GAsyncResult  *result,
                            gint64        *op,
                            GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

static void
foyer_payment_query_free (gpointer user_data)
{
  FoyerPaymentQuery *query = user_data;

  g_free ((char *) query->space_id);
  g_free ((char *) query->subject_id);
  g_free (query);
}

static gpointer
foyer_store_list_payments_job (FoyerDb       *db,
                               gpointer       args,
                               GCancellable  *cancellable,
                               GError       **error)
{
  return foyer_payment_verbs_list (db, args, error);
}

void
foyer_store_list_payments_async (FoyerStore              *self,
                                 const FoyerPaymentQuery *query,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  FoyerPaymentQuery *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (query != NULL);

  args = g_memdup2 (query, sizeof *query);
  args->space_id = g_strdup (query->space_id);
  args->subject_id = g_strdup (query->subject_id);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_payments_async, foyer_store_list_payments_job,
                   args, foyer_payment_query_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_payments_finish (FoyerStore    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
