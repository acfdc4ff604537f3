/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-duplicates.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-duplicate-verbs.h"

/* What the database thread is asked about two, or about everybody. */
typedef struct {
  char *one_id;
  char *other_id;
  int   limit;
} FoyerDuplicateArgs;

static void
foyer_duplicate_args_free (gpointer user_data)
{
  FoyerDuplicateArgs *args = user_data;

  g_free (args->one_id);
  g_free (args->other_id);
  g_free (args);
}

static FoyerDuplicateArgs *
foyer_duplicate_args_new (const char *one_id,
                          const char *other_id,
                          int         limit)
{
  FoyerDuplicateArgs *args = g_new0 (FoyerDuplicateArgs, 1);

  args->one_id = g_strdup (one_id);
  args->other_id = g_strdup (other_id);
  args->limit = limit;

  return args;
}

static gpointer
foyer_store_find_duplicates_job (FoyerDb       *db,
                                 gpointer       user_data,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  FoyerDuplicateArgs *args = user_data;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return foyer_duplicate_verbs_find (db, args->limit, error);
}

void
foyer_store_find_duplicates_async (FoyerStore           *self,
                                   int                   limit,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_find_duplicates_async, foyer_store_find_duplicates_job,
                   foyer_duplicate_args_new (NULL, NULL, limit), foyer_duplicate_args_free,
                   (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_find_duplicates_finish (FoyerStore    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_merge_people_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerDuplicateArgs *args = user_data;
  gint64 op = 0;
  FoyerPerson *person = foyer_duplicate_verbs_merge (db, args->one_id, args->other_id, &op, error);

  return foyer_answer_new (person, (GDestroyNotify) foyer_person_free, op);
}

void
foyer_store_merge_people_async (FoyerStore           *self,
                                const char           *keep_id,
                                const char           *other_id,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (keep_id != NULL && other_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_merge_people_async, foyer_store_merge_people_job,
                   foyer_duplicate_args_new (keep_id, other_id, 0), foyer_duplicate_args_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

FoyerPerson *
foyer_store_merge_people_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 gint64        *op,
                                 GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

static gpointer
foyer_store_keep_apart_job (FoyerDb       *db,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  FoyerDuplicateArgs *args = user_data;
  gint64 op = 0;
  FoyerPerson *person = foyer_duplicate_verbs_keep_apart (db, args->one_id, args->other_id, &op, error);

  return foyer_answer_new (person, (GDestroyNotify) foyer_person_free, op);
}

void
foyer_store_keep_apart_async (FoyerStore           *self,
                              const char           *one_id,
                              const char           *other_id,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (one_id != NULL && other_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_keep_apart_async, foyer_store_keep_apart_job,
                   foyer_duplicate_args_new (one_id, other_id, 0), foyer_duplicate_args_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}
