/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-private.h"
#include "storage/foyer-store-upkeep.h"
#include "storage/sample/foyer-sample.h"

typedef struct {
  guint64 seed;
  int     n_members;
  int     n_bookings;
} Wish;

static gpointer
foyer_store_sample_job (FoyerDb       *db,
                        gpointer       args,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const Wish *wish = args;

  if (!foyer_sample_write (db, wish->seed, wish->n_members, wish->n_bookings, cancellable, error))
    return NULL;

  return GINT_TO_POINTER (TRUE);
}

void
foyer_store_sample_async (FoyerStore           *self,
                          guint64               seed,
                          int                   n_members,
                          int                   n_bookings,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  Wish *wish;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (n_members == -1 || (n_members >= 1 && n_members <= FOYER_SAMPLE_MEMBERS_MAX));
  g_return_if_fail (n_bookings >= -1 && n_bookings <= FOYER_SAMPLE_BOOKINGS_MAX);

  wish = g_new (Wish, 1);
  *wish = (Wish) { .seed = seed, .n_members = n_members, .n_bookings = n_bookings };
  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_sample_async, foyer_store_sample_job,
                   wish, g_free, NULL, cancellable, callback, user_data);
}

gboolean
foyer_store_sample_finish (FoyerStore    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return foyer_store_run_finish (self, result, error) != NULL;
}
