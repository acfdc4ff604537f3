/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-documents.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-document-verbs.h"

/* ---- documents ---- */

static gpointer
foyer_store_get_document_job (FoyerDb       *db,
                              gpointer       args,
                              GCancellable  *cancellable,
                              GError       **error)
{
  return foyer_document_verbs_get (db, args, error);
}

void
foyer_store_get_document_async (FoyerStore          *self,
                                const char          *id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_get_document_async, foyer_store_get_document_job,
                   g_strdup (id), g_free, (GDestroyNotify) foyer_document_free, cancellable, callback, user_data);
}

static void
foyer_invoice_order_free (gpointer user_data)
{
  FoyerInvoiceOrder *order = user_data;

  for (gsize i = 0; i < order->n_lines; i++)
    {
      g_free ((char *) order->lines[i].id);
      g_free ((char *) order->lines[i].label);
    }
  g_free ((FoyerInvoiceLine *) order->lines);
  g_free ((char *) order->person_id);
  foyer_buyer_free ((FoyerBuyer *) order->buyer);
  g_free ((char *) order->space_id);
  g_free (order);
}

static FoyerInvoiceOrder *
foyer_invoice_order_copy (const FoyerInvoiceOrder *order)
{
  FoyerInvoiceOrder *copy = g_memdup2 (order, sizeof *order);
  FoyerInvoiceLine *lines = g_new0 (FoyerInvoiceLine, order->n_lines + 1);

  for (gsize i = 0; i < order->n_lines; i++)
    {
      lines[i] = order->lines[i];
      lines[i].id = g_strdup (order->lines[i].id);
      lines[i].label = g_strdup (order->lines[i].label);
    }
  copy->lines = lines;
  copy->person_id = g_strdup (order->person_id);
  copy->buyer = foyer_buyer_copy (order->buyer);
  copy->space_id = g_strdup (order->space_id);

  return copy;
}

static gpointer
foyer_store_issue_invoice_job (FoyerDb       *db,
                               gpointer       args,
                               GCancellable  *cancellable,
                               GError       **error)
{
  return foyer_document_verbs_invoice (db, args, error);
}

void
foyer_store_issue_invoice_async (FoyerStore              *self,
                                 const FoyerInvoiceOrder *order,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (order != NULL && order->person_id != NULL && order->buyer != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_issue_invoice_async, foyer_store_issue_invoice_job,
                   foyer_invoice_order_copy (order), foyer_invoice_order_free, (GDestroyNotify) foyer_document_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_credit_invoice_job (FoyerDb       *db,
                                gpointer       args,
                                GCancellable  *cancellable,
                                GError       **error)
{
  return foyer_document_verbs_credit (db, args, error);
}

void
foyer_store_credit_invoice_async (FoyerStore          *self,
                                  const char          *id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_credit_invoice_async, foyer_store_credit_invoice_job,
                   g_strdup (id), g_free, (GDestroyNotify) foyer_document_free, cancellable, callback, user_data);
}

FoyerDocument *
foyer_store_document_finish (FoyerStore    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static void
foyer_document_query_free (gpointer user_data)
{
  FoyerDocumentQuery *query = user_data;

  g_free ((char *) query->space_id);
  g_free ((char *) query->person_id);
  g_free (query);
}

static gpointer
foyer_store_list_documents_job (FoyerDb       *db,
                                gpointer       args,
                                GCancellable  *cancellable,
                                GError       **error)
{
  return foyer_document_verbs_list (db, args, error);
}

void
foyer_store_list_documents_async (FoyerStore               *self,
                                  const FoyerDocumentQuery *query,
                                  GCancellable             *cancellable,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data)
{
  FoyerDocumentQuery *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (query != NULL);

  args = g_memdup2 (query, sizeof *query);
  args->space_id = g_strdup (query->space_id);
  args->person_id = g_strdup (query->person_id);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_documents_async, foyer_store_list_documents_job,
                   args, foyer_document_query_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_documents_finish (FoyerStore    *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

/* ---- who sells ---- */

typedef struct {
  char        *space_id;
  FoyerSeller *seller;         /* (nullable): what is said */
} FoyerSellerArgs;

static void
foyer_seller_args_free (gpointer user_data)
{
  FoyerSellerArgs *args = user_data;

  g_free (args->space_id);
  g_clear_pointer (&args->seller, foyer_seller_free);
  g_free (args);
}

typedef struct {
  FoyerSeller *seller;
  gboolean     by_host;
  gint64       op;
} FoyerSellerAnswer;

static void
foyer_seller_answer_free (FoyerSellerAnswer *answer)
{
  g_clear_pointer (&answer->seller, foyer_seller_free);
  g_free (answer);
}

static gpointer
foyer_store_seller_job (FoyerDb       *db,
                        gpointer       user_data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  FoyerSellerArgs *args = user_data;
  FoyerSellerAnswer *answer = g_new0 (FoyerSellerAnswer, 1);

  answer->by_host = TRUE;
  if (args->seller != NULL)
    answer->seller = foyer_document_verbs_set_seller (db, args->space_id, args->seller, &answer->op, error);
  else
    answer->seller = foyer_document_verbs_get_seller (db, args->space_id, &answer->by_host, error);
  if (answer->seller == NULL)
    g_clear_pointer (&answer, foyer_seller_answer_free);

  return answer;
}

static void
foyer_store_ask_seller (FoyerStore          *self,
                        const char          *space_id,
                        const FoyerSeller   *seller,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  FoyerSellerArgs *args = g_new0 (FoyerSellerArgs, 1);

  args->space_id = g_strdup (space_id);
  args->seller = seller != NULL ? foyer_seller_copy (seller) : NULL;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_ask_seller, foyer_store_seller_job,
                   args, foyer_seller_args_free, (GDestroyNotify) foyer_seller_answer_free,
                   cancellable, callback, user_data);
}

void
foyer_store_get_seller_async (FoyerStore          *self,
                              const char          *space_id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_ask_seller (self, space_id, NULL, cancellable, callback, user_data);
}

void
foyer_store_set_seller_async (FoyerStore          *self,
                              const char          *space_id,
                              const FoyerSeller   *seller,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL && seller != NULL);

  foyer_store_ask_seller (self, space_id, seller, cancellable, callback, user_data);
}

FoyerSeller *
foyer_store_seller_finish (FoyerStore    *self,
                           GAsyncResult  *result,
                           gboolean      *by_host,
                           gint64        *op,
                           GError       **error)
{
  FoyerSellerAnswer *answer = foyer_store_run_finish (self, result, error);
  FoyerSeller *seller;

  if (answer == NULL)
    return NULL;

  if (by_host != NULL)
    *by_host = answer->by_host;
  if (op != NULL)
    *op = answer->op;
  seller = g_steal_pointer (&answer->seller);
  foyer_seller_answer_free (answer);

  return seller;
}

/* ---- references ---- */

static gpointer
foyer_store_get_reference_job (FoyerDb       *db,
                               gpointer       args,
                               GCancellable  *cancellable,
                               GError       **error)
{
  return foyer_document_verbs_get_reference (db, args, error);
}

void
foyer_store_get_reference_async (FoyerStore          *self,
                                 const char          *booking_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (booking_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_get_reference_async, foyer_store_get_reference_job,
                   g_strdup (booking_id), g_free, g_free, cancellable, callback, user_data);
}

char *
foyer_store_get_reference_finish (FoyerStore    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
