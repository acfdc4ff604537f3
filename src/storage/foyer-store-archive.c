/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-archive.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-space-verbs.h"

typedef struct {
  char    *space_id;
  gboolean cancel_bookings;
} FoyerArchiveArgs;

static void
foyer_archive_args_free (gpointer user_data)
{
  FoyerArchiveArgs *args = user_data;

  g_free (args->space_id);
  g_free (args);
}

static gpointer
foyer_store_archive_space_job (FoyerDb       *db,
                               gpointer       user_data,
                               GCancellable  *cancellable,
                               GError       **error)
{
  FoyerArchiveArgs *args = user_data;
  g_autofree FoyerArchiveChange *change = g_new0 (FoyerArchiveChange, 1);

  if (!foyer_space_verbs_archive (db, args->space_id, args->cancel_bookings, change, error))
    return NULL;

  return g_steal_pointer (&change);
}

void
foyer_store_archive_space_async (FoyerStore          *self,
                                 const char          *space_id,
                                 gboolean             cancel_bookings,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  FoyerArchiveArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  args = g_new (FoyerArchiveArgs, 1);
  args->space_id = g_strdup (space_id);
  args->cancel_bookings = cancel_bookings;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_archive_space_async, foyer_store_archive_space_job,
                   args, foyer_archive_args_free, g_free, cancellable, callback, user_data);
}

gboolean
foyer_store_archive_space_finish (FoyerStore          *self,
                                  GAsyncResult        *result,
                                  FoyerArchiveChange  *change,
                                  GError             **error)
{
  g_autofree FoyerArchiveChange *answer = foyer_store_run_finish (self, result, error);

  if (answer != NULL && change != NULL)
    *change = *answer;

  return answer != NULL;
}

static gpointer
foyer_store_take_up_space_job (FoyerDb       *db,
                               gpointer       user_data,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autofree gint64 *op = g_new0 (gint64, 1);

  if (!foyer_space_verbs_take_up (db, user_data, op, error))
    return NULL;

  return g_steal_pointer (&op);
}

void
foyer_store_take_up_space_async (FoyerStore          *self,
                                 const char          *space_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_take_up_space_async, foyer_store_take_up_space_job,
                   g_strdup (space_id), g_free, g_free, cancellable, callback, user_data);
}

gboolean
foyer_store_take_up_space_finish (FoyerStore    *self,
                                  GAsyncResult  *result,
                                  gint64        *op,
                                  GError       **error)
{
  g_autofree gint64 *answer = foyer_store_run_finish (self, result, error);

  if (answer != NULL && op != NULL)
    *op = *answer;

  return answer != NULL;
}
