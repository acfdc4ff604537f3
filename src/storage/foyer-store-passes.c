/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-passes.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-pass-verbs.h"

static void
foyer_pass_sale_free (gpointer user_data)
{
  FoyerPassSale *sale = user_data;

  g_free ((char *) sale->person_id);
  g_free ((char *) sale->space_id);
  g_free ((char *) sale->currency);
  g_free ((char *) sale->method);
  g_free ((char *) sale->label);
  g_free (sale);
}

static gpointer
foyer_store_sell_pass_job (FoyerDb       *db,
                           gpointer       args,
                           GCancellable  *cancellable,
                           GError       **error)
{
  gint64 op = 0;
  FoyerPass *pass = foyer_pass_verbs_sell (db, args, &op, error);

  return foyer_answer_new (pass, (GDestroyNotify) foyer_pass_free, op);
}

void
foyer_store_sell_pass_async (FoyerStore           *self,
                             const FoyerPassSale  *sale,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  FoyerPassSale *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (sale != NULL && sale->person_id != NULL && sale->currency != NULL);

  args = g_memdup2 (sale, sizeof *sale);
  args->person_id = g_strdup (sale->person_id);
  args->space_id = g_strdup (sale->space_id);
  args->currency = g_strdup (sale->currency);
  args->method = g_strdup (sale->method);
  args->label = g_strdup (sale->label);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_sell_pass_async, foyer_store_sell_pass_job,
                   args, foyer_pass_sale_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_end_pass_job (FoyerDb       *db,
                          gpointer       args,
                          GCancellable  *cancellable,
                          GError       **error)
{
  gint64 op = 0;
  FoyerPass *pass = foyer_pass_verbs_end (db, args, &op, error);

  return foyer_answer_new (pass, (GDestroyNotify) foyer_pass_free, op);
}

void
foyer_store_end_pass_async (FoyerStore           *self,
                            const char           *pass_id,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (pass_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_end_pass_async, foyer_store_end_pass_job,
                   g_strdup (pass_id), g_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

FoyerPass *
foyer_store_pass_finish (FoyerStore    *self,
                         GAsyncResult  *result,
                         gint64        *op,
                         GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

static gpointer
foyer_store_list_passes_job (FoyerDb       *db,
                             gpointer       args,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return foyer_pass_verbs_list (db, args, error);
}

void
foyer_store_list_passes_async (FoyerStore           *self,
                               const char           *person_id,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (person_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_passes_async, foyer_store_list_passes_job,
                   g_strdup (person_id), g_free, (GDestroyNotify) g_ptr_array_unref,
                   cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_passes_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

typedef struct {
  char *booking_id;
  char *pass_id;
} FoyerPayArgs;

static void
foyer_pay_args_free (gpointer user_data)
{
  FoyerPayArgs *args = user_data;

  g_free (args->booking_id);
  g_free (args->pass_id);
  g_free (args);
}

static gpointer
foyer_store_pay_with_pass_job (FoyerDb       *db,
                               gpointer       user_data,
                               GCancellable  *cancellable,
                               GError       **error)
{
  FoyerPayArgs *args = user_data;
  gint64 op = 0;
  FoyerBooking *booking = foyer_pass_verbs_pay (db, args->booking_id, args->pass_id, &op, error);

  return foyer_answer_new (booking, (GDestroyNotify) foyer_booking_free, op);
}

void
foyer_store_pay_with_pass_async (FoyerStore           *self,
                                 const char           *booking_id,
                                 const char           *pass_id,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  FoyerPayArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (booking_id != NULL);

  args = g_new (FoyerPayArgs, 1);
  args->booking_id = g_strdup (booking_id);
  args->pass_id = g_strdup (pass_id);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_pay_with_pass_async, foyer_store_pay_with_pass_job,
                   args, foyer_pay_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_return_to_pass_job (FoyerDb       *db,
                                gpointer       args,
                                GCancellable  *cancellable,
                                GError       **error)
{
  gint64 op = 0;
  FoyerBooking *booking = foyer_pass_verbs_return (db, args, &op, error);

  return foyer_answer_new (booking, (GDestroyNotify) foyer_booking_free, op);
}

void
foyer_store_return_to_pass_async (FoyerStore           *self,
                                  const char           *booking_id,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (booking_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_return_to_pass_async, foyer_store_return_to_pass_job,
                   g_strdup (booking_id), g_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}
