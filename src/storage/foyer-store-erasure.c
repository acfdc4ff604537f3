/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-erasure.h"

#include "storage/foyer-store-private.h"
#include "storage/upkeep/foyer-erasure-copies.h"
#include "storage/verbs/foyer-erasure-verbs.h"

typedef struct {
  char *dir;
  char *id;
  char *name;
} FoyerErasureArgs;

static void
foyer_erasure_args_free (gpointer user_data)
{
  FoyerErasureArgs *args = user_data;

  g_free (args->dir);
  g_free (args->id);
  g_free (args->name);
  g_free (args);
}

static gpointer
foyer_store_erase_person_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerErasureArgs *args = user_data;
  FoyerErasure *receipt = foyer_erasure_verbs_erase (db, args->id, args->name, error);

  if (receipt != NULL)
    foyer_erasure_copies_clean (db, args->dir, &receipt->n_copies, &receipt->n_copies_left);

  return receipt;
}

void
foyer_store_erase_person_async (FoyerStore           *self,
                                const char           *id,
                                const char           *name,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  FoyerErasureArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (name != NULL && *name != '\0');

  args = g_new (FoyerErasureArgs, 1);
  args->dir = g_strdup (foyer_store_get_dir (self));
  args->id = g_strdup (id);
  args->name = g_strdup (name);
  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_erase_person_async, foyer_store_erase_person_job,
                   args, foyer_erasure_args_free, (GDestroyNotify) foyer_erasure_free, cancellable, callback,
                   user_data);
}

FoyerErasure *
foyer_store_erase_person_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
