/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-waiting.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-waiting-verbs.h"

static void
foyer_waiting_request_free (gpointer user_data)
{
  FoyerWaitingRequest *request = user_data;

  g_free ((char *) request->space_id);
  g_free ((char *) request->person_id);
  g_free ((char *) request->guest_name);
  g_free (request);
}

static gpointer
foyer_store_wait_job (FoyerDb       *db,
                      gpointer       args,
                      GCancellable  *cancellable,
                      GError       **error)
{
  gint64 op = 0;
  FoyerWaiter *waiting = foyer_waiting_verbs_wait (db, args, &op, error);

  return foyer_answer_new (waiting, (GDestroyNotify) foyer_waiter_free, op);
}

void
foyer_store_wait_async (FoyerStore                 *self,
                        const FoyerWaitingRequest  *request,
                        GCancellable               *cancellable,
                        GAsyncReadyCallback         callback,
                        gpointer                    user_data)
{
  FoyerWaitingRequest *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (request != NULL && request->space_id != NULL);

  args = g_memdup2 (request, sizeof *request);
  args->space_id = g_strdup (request->space_id);
  args->person_id = g_strdup (request->person_id);
  args->guest_name = g_strdup (request->guest_name);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_wait_async, foyer_store_wait_job,
                   args, foyer_waiting_request_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

typedef struct {
  char               *waiting_id;
  FoyerWaitingAnswer  answer;
} FoyerAnswerArgs;

static void
foyer_answer_args_free (gpointer user_data)
{
  FoyerAnswerArgs *args = user_data;

  g_free (args->waiting_id);
  g_free (args);
}

static gpointer
foyer_store_answer_waiter_job (FoyerDb       *db,
                                gpointer       user_data,
                                GCancellable  *cancellable,
                                GError       **error)
{
  FoyerAnswerArgs *args = user_data;
  gint64 op = 0;
  FoyerWaiter *waiting = foyer_waiting_verbs_answer (db, args->waiting_id, args->answer, &op, error);

  return foyer_answer_new (waiting, (GDestroyNotify) foyer_waiter_free, op);
}

void
foyer_store_answer_waiter_async (FoyerStore           *self,
                                  const char           *waiting_id,
                                  FoyerWaitingAnswer    answer,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  FoyerAnswerArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (waiting_id != NULL);

  args = g_new (FoyerAnswerArgs, 1);
  args->waiting_id = g_strdup (waiting_id);
  args->answer = answer;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_answer_waiter_async, foyer_store_answer_waiter_job,
                   args, foyer_answer_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

FoyerWaiter *
foyer_store_waiter_finish (FoyerStore    *self,
                            GAsyncResult  *result,
                            gint64        *op,
                            GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

typedef struct {
  char     *space_id;
  FoyerDay  first;
  FoyerDay  last;
} FoyerListArgs;

static void
foyer_list_args_free (gpointer user_data)
{
  FoyerListArgs *args = user_data;

  g_free (args->space_id);
  g_free (args);
}

static gpointer
foyer_store_list_waiters_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerListArgs *args = user_data;

  return foyer_waiting_verbs_list (db, args->space_id, args->first, args->last, error);
}

void
foyer_store_list_waiters_async (FoyerStore           *self,
                                const char           *space_id,
                                FoyerDay              first,
                                FoyerDay              last,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  FoyerListArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  args = g_new (FoyerListArgs, 1);
  args->space_id = g_strdup (space_id);
  args->first = first;
  args->last = last;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_waiters_async, foyer_store_list_waiters_job,
                   args, foyer_list_args_free, (GDestroyNotify) g_ptr_array_unref,
                   cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_waiters_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
