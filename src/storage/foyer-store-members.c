/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-members.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-member-verbs.h"

/* What members are asked for with: each verb fills what is its own. */
typedef struct {
  FoyerMemberQuery  query;
  guint32          *rows;
  gsize             n_rows;
  char             *id;
  char             *space_id;
  FoyerDay          day;
} FoyerMemberArgs;

static void
foyer_member_args_free (gpointer user_data)
{
  FoyerMemberArgs *args = user_data;

  g_free ((char *) args->query.text);
  g_free ((char *) args->query.space_id);
  g_free (args->rows);
  g_free (args->id);
  g_free (args->space_id);
  g_free (args);
}

static gpointer
foyer_store_list_members_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerMemberArgs *args = user_data;

  /* Somebody types on: nobody waits for this answer any more. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return foyer_member_verbs_list (db, &args->query, cancellable, error);
}

void
foyer_store_list_members_async (FoyerStore              *self,
                                const FoyerMemberQuery  *query,
                                GCancellable            *cancellable,
                                GAsyncReadyCallback      callback,
                                gpointer                 user_data)
{
  FoyerMemberArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (query != NULL);

  args = g_new0 (FoyerMemberArgs, 1);
  args->query = *query;
  args->query.text = g_strdup (query->text);
  args->query.space_id = g_strdup (query->space_id);
  foyer_store_run (self, FOYER_PRIORITY_PAGE, foyer_store_list_members_async, foyer_store_list_members_job,
                   args, foyer_member_args_free, (GDestroyNotify) foyer_member_list_free,
                   cancellable, callback, user_data);
}

FoyerMemberList *
foyer_store_list_members_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_read_members_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerMemberArgs *args = user_data;

  return foyer_member_verbs_lines (db, args->rows, args->n_rows, args->space_id, args->day, error);
}

void
foyer_store_read_members_async (FoyerStore           *self,
                                const guint32        *rows,
                                gsize                 n_rows,
                                const char           *space_id,
                                FoyerDay              day,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  FoyerMemberArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (n_rows > 0);

  args = g_new0 (FoyerMemberArgs, 1);
  args->rows = g_memdup2 (rows, n_rows * sizeof *rows);
  args->n_rows = n_rows;
  args->space_id = g_strdup (space_id);
  args->day = day;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_read_members_async, foyer_store_read_members_job,
                   args, foyer_member_args_free, (GDestroyNotify) g_ptr_array_unref,
                   cancellable, callback, user_data);
}

GPtrArray *
foyer_store_read_members_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_read_member_job (FoyerDb       *db,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  FoyerMemberArgs *args = user_data;

  return foyer_member_verbs_read (db, args->id, args->space_id, args->day, error);
}

void
foyer_store_read_member_async (FoyerStore           *self,
                               const char           *id,
                               const char           *space_id,
                               FoyerDay              day,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  FoyerMemberArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (id != NULL);

  args = g_new0 (FoyerMemberArgs, 1);
  args->id = g_strdup (id);
  args->space_id = g_strdup (space_id);
  args->day = day;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_read_member_async, foyer_store_read_member_job,
                   args, foyer_member_args_free, (GDestroyNotify) foyer_member_free,
                   cancellable, callback, user_data);
}

FoyerMember *
foyer_store_read_member_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
