/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/machine/foyer-exchange.h"

#include "protocol/foyer-json.h"
#include "sync/foyer-sync-error-private.h"

FoyerCall *
foyer_call_new (const char *method,
                const char *origin,
                const char *format,
                ...)
{
  FoyerCall *self = g_new0 (FoyerCall, 1);
  va_list args;

  self->method = method;
  self->type = "application/json";
  self->accept = "application/json, application/problem+json";
  self->most = FOYER_REPLY_SIZE_MAX;
  self->origin = g_strdup (origin);
  va_start (args, format);
  self->target = g_strdup_vprintf (format, args);
  va_end (args);

  return self;
}

FoyerCall *
foyer_call_copy (const FoyerCall *self)
{
  FoyerCall *copy = g_memdup2 (self, sizeof *self);

  copy->origin = g_strdup (self->origin);
  copy->target = g_strdup (self->target);
  copy->body = self->body != NULL ? g_bytes_ref (self->body) : NULL;
  copy->reader = self->reader != NULL ? foyer_key_pair_ref (self->reader) : NULL;

  return copy;
}

void
foyer_call_free (FoyerCall *self)
{
  g_free (self->origin);
  g_free (self->target);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->reader, foyer_key_pair_unref);
  g_free (self);
}

FoyerReply *
foyer_reply_new (int     status,
                 GBytes *body)
{
  FoyerReply *self = g_new0 (FoyerReply, 1);

  self->status = status;
  self->body = body != NULL ? g_bytes_ref (body) : g_bytes_new_static ("", 0);
  self->retry_after_ms = -1;

  return self;
}

/* @error: (transfer full) */
FoyerReply *
foyer_reply_new_lost (GError *error)
{
  FoyerReply *self = foyer_reply_new (0, NULL);

  self->error = error;

  return self;
}

void
foyer_reply_free (FoyerReply *self)
{
  g_clear_error (&self->error);
  g_bytes_unref (self->body);
  g_free (self);
}

static gboolean
foyer_reply_is_for_later (int status)
{
  return status >= 500 || status == 408 || status == 412 || status == 425 || status == 429;
}

/* A refusal counts only as a problem of the contract; a page of a proxy or of a hotel's
 * network in between says nothing about what the directory thinks. */
static FoyerVerdict
foyer_reply_judge_refusal (const FoyerReply  *self,
                           FoyerProblemType  *problem,
                           const char       **reason,
                           GError           **error)
{
  g_autoptr(FoyerProblem) read = foyer_problem_parse (self->body, NULL);
  gboolean speaks = read != NULL && read->status == self->status;

  if (speaks)
    {
      *problem = read->type;
      *reason = read->type == FOYER_PROBLEM_UNKNOWN ? "refused" : foyer_problem_type_get_name (read->type);
    }
  if (foyer_reply_is_for_later (self->status))
    {
      g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE, "the directory answers %d %s",
                   self->status, speaks ? *reason : "");
      return FOYER_VERDICT_LATER;
    }
  if (!speaks)
    {
      g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "%d without a problem document",
                   self->status);
      return FOYER_VERDICT_LATER;
    }

  g_propagate_error (error, foyer_sync_error_new_refused (*reason, read->detail));
  return FOYER_VERDICT_NO;
}

/**
 * foyer_reply_judge:
 * @self: a reply
 * @problem: (out): its problem, %FOYER_PROBLEM_UNKNOWN for none
 * @reason: (out) (nullable): a constant: the code of that problem
 * @error: return location for why it is not %FOYER_VERDICT_DONE
 *
 * Reads whether something was done. What is no whole answer, or none that a directory gives,
 * says nothing: it may have been done.
 *
 * Returns: the verdict
 */
FoyerVerdict
foyer_reply_judge (const FoyerReply  *self,
                   FoyerProblemType  *problem,
                   const char       **reason,
                   GError           **error)
{
  g_autoptr(FoyerJson) json = NULL;
  g_autoptr(GError) syntax = NULL;

  *problem = FOYER_PROBLEM_UNKNOWN;
  *reason = NULL;

  if (self->error != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->error);
      return FOYER_VERDICT_LATER;
    }
  if (self->status >= 400)
    return foyer_reply_judge_refusal (self, problem, reason, error);
  if (self->status != 200 && self->status != 201)
    {
      g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "the status %d", self->status);
      return FOYER_VERDICT_LATER;
    }

  json = foyer_json_parse (g_bytes_get_data (self->body, NULL), g_bytes_get_size (self->body), &syntax);
  if (json == NULL)
    {
      g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "not one JSON document: %s",
                   syntax->message);
      return FOYER_VERDICT_LATER;
    }

  return FOYER_VERDICT_DONE;
}
