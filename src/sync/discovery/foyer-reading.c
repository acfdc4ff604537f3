/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "sync/discovery/foyer-reading-cache.h"
#include "sync/discovery/foyer-reading-private.h"

typedef struct {
  FoyerRunner      *runner;
  FoyerCall        *call;
  FoyerReadingFunc  func;
  gpointer          user_data;
} FoyerReading;

static GError *
foyer_reading_translate (GError           *error,            /* (transfer full) */
                         FoyerProblemType  problem)
{
  FoyerError code;

  if (problem == FOYER_PROBLEM_NOT_FOUND || problem == FOYER_PROBLEM_GONE)
    code = FOYER_ERROR_NOT_FOUND;
  else if (problem == FOYER_PROBLEM_BEYOND_HORIZON)
    code = FOYER_ERROR_BEYOND_HORIZON;
  else if (problem == FOYER_PROBLEM_PAST_DAY)
    code = FOYER_ERROR_PAST_DAY;
  else
    return error;

  g_error_free (error);

  return g_error_new (FOYER_ERROR, (int) code, "the directory says %s", foyer_problem_type_get_name (problem));
}

static void
foyer_reading_replied_cb (const FoyerReply *reply,
                          gpointer          user_data)
{
  FoyerReading *self = user_data;
  const char *dir = foyer_store_get_dir (foyer_runner_get_store (self->runner));
  gint64 as_of_ms = foyer_clock_now (foyer_store_get_clock (foyer_runner_get_store (self->runner)));
  g_autoptr(GBytes) body = NULL;
  g_autoptr(GError) error = NULL;
  FoyerProblemType problem;
  const char *reason;

  if (foyer_reply_judge (reply, &problem, &reason, &error) == FOYER_VERDICT_DONE)
    body = g_bytes_ref (reply->body);
  else if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE))
    body = foyer_reading_cache_load (dir, self->call->origin, self->call->target, &as_of_ms);
  else if (problem == FOYER_PROBLEM_NOT_FOUND || problem == FOYER_PROBLEM_GONE)
    foyer_reading_cache_drop (dir, self->call->origin, self->call->target);

  if (body == NULL)
    error = foyer_reading_translate (g_steal_pointer (&error), problem);
  self->func (body, as_of_ms, body == NULL ? error : NULL, self->user_data);
  foyer_call_free (self->call);
  g_free (self);
}

void
foyer_reading_ask (FoyerRunner      *runner,
                   const FoyerCall  *call,
                   GCancellable     *cancellable,
                   FoyerReadingFunc  func,
                   gpointer          user_data)
{
  FoyerReading *self = g_new (FoyerReading, 1);

  *self = (FoyerReading) { runner, foyer_call_copy (call), func, user_data };
  foyer_transport_ask (foyer_runner_get_transport (runner), call,
                       cancellable != NULL ? cancellable : foyer_runner_get_cancellable (runner),
                       foyer_reading_replied_cb, self);
}

void
foyer_reading_keep (FoyerRunner     *runner,
                    const FoyerCall *call,
                    gint64           as_of_ms,
                    GBytes          *body)
{
  foyer_reading_cache_save (foyer_store_get_dir (foyer_runner_get_store (runner)), call->origin, call->target, as_of_ms,
                            body);
}
