/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-upkeep.h"

#include "storage/foyer-store-private.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/upkeep/foyer-check.h"

static gpointer
foyer_store_backup_job (FoyerDb       *db,
                        gpointer       args,
                        GCancellable  *cancellable,
                        GError       **error)
{
  gint64 last_backup;

  if (!foyer_backup_verb (db, args, cancellable, error)
      || !foyer_backup_get_last (db, &last_backup, error))
    return NULL;

  return g_memdup2 (&last_backup, sizeof last_backup);
}

void
foyer_store_backup_async (FoyerStore           *self,
                          const char           *path,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (path != NULL);

  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_backup_async, foyer_store_backup_job,
                   g_strdup (path), g_free, g_free, cancellable, callback, user_data);
}

gboolean
foyer_store_backup_finish (FoyerStore    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_autofree gint64 *last_backup = foyer_store_run_finish (self, result, error);

  if (last_backup != NULL)
    foyer_store_set_last_backup (self, *last_backup);

  return last_backup != NULL;
}

static gpointer
foyer_store_check_job (FoyerDb       *db,
                       gpointer       args,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return foyer_check_live (db, cancellable, error);
}

void
foyer_store_check_async (FoyerStore           *self,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_check_async, foyer_store_check_job,
                   NULL, NULL, (GDestroyNotify) g_strfreev, cancellable, callback, user_data);
}

char **
foyer_store_check_finish (FoyerStore    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
