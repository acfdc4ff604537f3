/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-accounts.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-account-verbs.h"

typedef struct {
  char     *space_id;
  gboolean  close;
  gint64    counted_minor;
  gint64    left_minor;
} FoyerTillArgs;

static void
foyer_till_args_free (gpointer user_data)
{
  FoyerTillArgs *args = user_data;

  g_free (args->space_id);
  g_free (args);
}

static gpointer
foyer_store_till_job (FoyerDb       *db,
                      gpointer       user_data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  FoyerTillArgs *args = user_data;

  return args->close ? foyer_account_verbs_close_day (db, args->space_id, args->counted_minor, args->left_minor, error)
                     : foyer_account_verbs_get_till (db, args->space_id, error);
}

static void
foyer_store_ask_till (FoyerStore          *self,
                      FoyerTillArgs       *args,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_ask_till, foyer_store_till_job,
                   args, foyer_till_args_free, (GDestroyNotify) foyer_till_free, cancellable, callback, user_data);
}

void
foyer_store_get_till_async (FoyerStore          *self,
                            const char          *space_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  FoyerTillArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  args = g_new0 (FoyerTillArgs, 1);
  args->space_id = g_strdup (space_id);
  foyer_store_ask_till (self, args, cancellable, callback, user_data);
}

void
foyer_store_close_day_async (FoyerStore          *self,
                             const char          *space_id,
                             gint64               counted_minor,
                             gint64               left_minor,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  FoyerTillArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  args = g_new0 (FoyerTillArgs, 1);
  args->space_id = g_strdup (space_id);
  args->close = TRUE;
  args->counted_minor = counted_minor;
  args->left_minor = left_minor;
  foyer_store_ask_till (self, args, cancellable, callback, user_data);
}

FoyerTill *
foyer_store_till_finish (FoyerStore    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

typedef struct {
  FoyerDay first;
  FoyerDay last;
} FoyerFiguresArgs;

static gpointer
foyer_store_list_figures_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerFiguresArgs *args = user_data;

  return foyer_account_verbs_list_figures (db, args->first, args->last, error);
}

void
foyer_store_list_figures_async (FoyerStore          *self,
                                FoyerDay             first,
                                FoyerDay             last,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  FoyerFiguresArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));

  args = g_new (FoyerFiguresArgs, 1);
  args->first = first;
  args->last = last;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_figures_async, foyer_store_list_figures_job,
                   args, g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_figures_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
