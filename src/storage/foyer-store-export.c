/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-export.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-export-verbs.h"

static gpointer
foyer_store_export_person_job (FoyerDb       *db,
                               gpointer       id,
                               GCancellable  *cancellable,
                               GError       **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return foyer_export_verbs_person (db, id, error);
}

void
foyer_store_export_person_async (FoyerStore           *self,
                                 const char           *id,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_export_person_async, foyer_store_export_person_job,
                   g_strdup (id), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_export_person_finish (FoyerStore    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
