/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "sync/foyer-sync-error.h"
#include "sync/machine/foyer-machine-private.h"
#include "sync/machine/foyer-readings.h"
#include "sync/machine/foyer-retry.h"

/* A document that lost against a later one is written anew at once so often. */
#define ANEW_MOST 3
void
foyer_job_free (FoyerJob *self)
{
  foyer_post_free (self->post);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

static void
foyer_job_end (FoyerMachine *self,
               FoyerJob     *job)
{
  g_hash_table_add (self->ended, g_strdup (job->post->subject));
  g_hash_table_remove (self->jobs, job->post->subject);
  self->want_look = TRUE;
}

/* @outcome with the revision that the directory has, 0 where nobody knows. */
static void
foyer_job_settle (FoyerMachine     *self,
                  FoyerJob         *job,
                  FoyerPostOutcome  outcome,
                  gint64            rev,
                  const char       *reason,
                  gint64            retry_after_ms)
{
  const FoyerPost *post = job->post;
  FoyerCommand *command;
  gboolean waits;
  guint n_anew = 0;

  if (outcome == FOYER_POST_ANEW)
    {
      n_anew = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_anew, post->subject)) + 1;
      g_hash_table_insert (self->n_anew, g_strdup (post->subject), GUINT_TO_POINTER (n_anew));
    }
  else if (outcome == FOYER_POST_TAKEN)
    {
      g_hash_table_remove (self->n_anew, post->subject);
      self->sent++;
    }
  waits = outcome == FOYER_POST_LATER || n_anew > ANEW_MOST;
  if (waits)
    g_hash_table_add (self->held, g_memdup2 (&post->seq, sizeof post->seq));

  job->step = FOYER_JOB_SETTLE;
  job->outcome = outcome;
  command = foyer_machine_push (self, FOYER_COMMAND_SETTLE, foyer_machine_expect (self, job, NULL));
  command->seq = post->seq;
  command->outcome = outcome;
  command->rev = rev;
  command->reason = g_strdup (reason);
  if (waits)
    command->next_ms = self->now.due_ms
                       + foyer_retry_delay (self->random, (guint) MAX (post->attempts, 0), retry_after_ms);
}

static void
foyer_job_refuse (FoyerMachine *self,
                  FoyerJob     *job,
                  const char   *reason)
{
  foyer_job_settle (self, job, FOYER_POST_REFUSED, 0, reason, -1);
}

static void
foyer_job_keep (FoyerMachine *self,
                FoyerJob     *job,
                FoyerWritten *written,
                gboolean      has_facts)
{
  FoyerCommand *command;

  job->step = FOYER_JOB_KEEP;
  job->rev = written->rev;
  job->body = g_bytes_ref (written->body);
  command = foyer_machine_push (self, FOYER_COMMAND_KEEP, foyer_machine_expect (self, job, NULL));
  command->seq = job->post->seq;
  command->rev = job->rev;
  command->body = g_bytes_ref (job->body);
  if (has_facts)
    foyer_command_set_facts (command, &written->facts);
}

/* What cannot be written will not be written by waiting either. */
static void
foyer_job_refuse_to_write (FoyerMachine *self,
                           FoyerJob     *job,
                           const GError *error)
{
  const char *reason = foyer_sync_error_get_reason (error);

  foyer_machine_note_error (self, error);
  if (g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_CHANGED_KEY))
    reason = "changed-key";
  foyer_job_refuse (self, job, reason != NULL ? reason : "invalid");
}

static void
foyer_job_write (FoyerMachine *self,
                 FoyerJob     *job)
{
  g_auto(FoyerWritten) written = { 0 };
  g_autoptr(GError) error = NULL;

  if (foyer_post_write (job->post, self->identity, self->now.wall_ms, &written, &error))
    foyer_job_keep (self, job, &written, FALSE);
  else
    foyer_job_refuse_to_write (self, job, error);
}

static void
foyer_job_send (FoyerMachine *self,
                FoyerJob     *job)
{
  static const char * const targets[] = {
    [FOYER_POST_LISTING] = "/v1/listings/%s",
    [FOYER_POST_AVAILABILITY] = "/v1/listings/%s/availability",
    [FOYER_POST_TOMBSTONE] = "/v1/listings/%s",
    [FOYER_POST_REQUEST] = "/v1/bookings/%s",
    [FOYER_POST_DECISION] = "/v1/bookings/%s/decision",
    [FOYER_POST_WITHDRAWAL] = "/v1/bookings/%s/withdrawal",
    [FOYER_POST_PHOTO] = "/v1/photos/%s",
  };
  const FoyerPost *post = job->post;
  g_auto(GStrv) parts = g_strsplit (targets[post->kind], "%s", 2);
  FoyerCall *call = foyer_call_new (post->kind == FOYER_POST_TOMBSTONE ? "DELETE" : "PUT", post->origin, "%s%s%s",
                                    parts[0], post->kind == FOYER_POST_PHOTO ? post->sha256 : post->subject, parts[1]);

  call->body = g_bytes_ref (job->body);
  if (post->kind == FOYER_POST_PHOTO)
    call->type = "image/jpeg";
  if (post->kind == FOYER_POST_LISTING)
    {
      call->must_be_new = job->anyway || post->published_rev == 0;
      call->if_match = call->must_be_new ? 0 : post->published_rev;
    }
  job->step = FOYER_JOB_SEND;
  foyer_machine_call (self, call, job, NULL);
}

static void
foyer_job_start (FoyerMachine *self,
                 FoyerJob     *job)
{
  const FoyerPost *post = job->post;

  if (post->body != NULL)
    {
      job->body = g_bytes_ref (post->body);
      job->rev = post->rev;
      foyer_job_send (self, job);
    }
  else if (post->kind == FOYER_POST_REQUEST)
    {
      job->step = FOYER_JOB_READ;
      foyer_machine_call (self, foyer_call_new ("GET", post->origin, "/v1/listings/%s", post->seat->listing), job,
                          NULL);
    }
  else
    foyer_job_write (self, job);
}

static gboolean
foyer_machine_may_start (FoyerMachine    *self,
                         const FoyerPost *post)
{
  return !g_hash_table_contains (self->jobs, post->subject)
         && !(self->passing && g_hash_table_contains (self->held, &post->seq))
         && foyer_machine_may_ask (self, post->origin);
}

gboolean
foyer_machine_has_startable_post (FoyerMachine *self)
{
  for (guint i = 0; i < self->due->len; i++)
    if (foyer_machine_may_start (self, self->due->pdata[i]))
      return TRUE;

  return FALSE;
}

void
foyer_machine_start_posts (FoyerMachine *self)
{
  guint i = 0;

  while (i < self->due->len && g_hash_table_size (self->jobs) < FOYER_MACHINE_POSTS_AT_ONCE)
    {
      FoyerPost *post = self->due->pdata[i];
      FoyerJob *job;

      if (!foyer_machine_may_start (self, post))
        {
          i++;
          continue;
        }
      job = g_new0 (FoyerJob, 1);
      job->post = g_ptr_array_steal_index (self->due, i);
      g_hash_table_insert (self->jobs, post->subject, job);
      foyer_job_start (self, job);
    }
}

void
foyer_job_kept (FoyerMachine *self,
                FoyerJob     *job,
                const GError *error)
{
  if (error == NULL)
    {
      foyer_job_send (self, job);
      return;
    }
  /* taken back or changed while it was written: the next look tells */
  if (!g_error_matches (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND)
      && !g_error_matches (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE))
    foyer_machine_fail_store (self, g_error_copy (error));
  foyer_job_end (self, job);
}

void
foyer_job_settled (FoyerMachine *self,
                   FoyerJob     *job,
                   const GError *error)
{
  /* taken back while its answer was on the way */
  if (error != NULL && !g_error_matches (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    foyer_machine_fail_store (self, g_error_copy (error));
  foyer_job_end (self, job);
}

/* The listing that a request is for came. */
static void
foyer_job_read (FoyerMachine     *self,
                FoyerJob         *job,
                const FoyerReply *reply)
{
  g_auto(FoyerWritten) written = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerListing) listing = NULL;
  FoyerKey host;

  listing = foyer_read_listing (reply->body, job->post->seat->listing, &host, &error);
  if (listing == NULL)
    {
      g_autoptr(GError) lie = g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "a listing: %s",
                                           error->message);

      foyer_machine_note_error (self, lie);
      foyer_job_settle (self, job, FOYER_POST_LATER, 0, NULL, -1);
      return;
    }
  if (foyer_post_write_request (job->post, self->identity, listing, &host, self->now.wall_ms, &written, &error))
    foyer_job_keep (self, job, &written, TRUE);
  else
    foyer_job_refuse_to_write (self, job, error);
}

/* Asks what the directory has, to write something later than that. */
static void
foyer_job_compare (FoyerMachine *self,
                   FoyerJob     *job)
{
  job->step = FOYER_JOB_COMPARE;
  job->compared = TRUE;
  foyer_machine_call (self,
                      foyer_call_new ("GET", job->post->origin, "/v1/listings/%s%s", job->post->subject,
                                      job->post->kind == FOYER_POST_AVAILABILITY ? "/availability" : ""),
                      job, NULL);
}

/* The host wins: what is there is only looked at for its revision. */
static void
foyer_job_compared (FoyerMachine     *self,
                    FoyerJob         *job,
                    const FoyerReply *reply)
{
  g_autoptr(FoyerKeyPair) pair = foyer_identity_get_host_key (self->identity);
  g_autoptr(FoyerEnvelope) envelope = foyer_read_envelope (reply->body, NULL);
  g_autoptr(FoyerEnvelope) own = foyer_envelope_verify (job->body, NULL);
  g_autoptr(FoyerListing) listing = NULL;
  g_autoptr(FoyerSeatDays) days = NULL;

  if (envelope == NULL)
    {
      foyer_job_settle (self, job, FOYER_POST_LATER, 0, NULL, -1);
      return;
    }
  if (!foyer_key_equal (foyer_envelope_get_key (envelope), foyer_key_pair_get_key (pair)))
    {
      foyer_job_refuse (self, job, "taken");
      return;
    }
  if (own != NULL && g_bytes_equal (foyer_envelope_get_payload (envelope), foyer_envelope_get_payload (own)))
    {
      foyer_job_settle (self, job, FOYER_POST_TAKEN, job->rev, NULL, -1);
      return;
    }
  if (job->post->kind == FOYER_POST_AVAILABILITY)
    days = foyer_seat_days_parse (envelope, NULL);
  else
    listing = foyer_listing_parse (envelope, NULL);
  foyer_job_settle (self, job, FOYER_POST_ANEW,
                    days != NULL ? days->rev : listing != NULL ? listing->rev : 0, NULL, -1);
}

/* A refusal of what was sent. What a directory that was restored does not know is parked like any
 * other; the store sends it again when the listing or the request is there again. */
static void
foyer_job_refused (FoyerMachine     *self,
                   FoyerJob         *job,
                   FoyerProblemType  problem,
                   const char       *reason)
{
  const FoyerPost *post = job->post;
  gboolean of_photo = post->kind == FOYER_POST_PHOTO && problem != FOYER_PROBLEM_NOT_FOUND;
  gboolean of_listing = post->kind == FOYER_POST_LISTING || post->kind == FOYER_POST_AVAILABILITY
                        || post->kind == FOYER_POST_TOMBSTONE;

  if (post->kind == FOYER_POST_TOMBSTONE && (problem == FOYER_PROBLEM_GONE || problem == FOYER_PROBLEM_NOT_FOUND))
    foyer_job_settle (self, job, FOYER_POST_TAKEN, job->rev, NULL, -1);
  else if (of_listing && !job->compared
           && (problem == FOYER_PROBLEM_STALE || problem == FOYER_PROBLEM_ID_REUSED))
    foyer_job_compare (self, job);
  else if (problem == FOYER_PROBLEM_STALE && (post->kind == FOYER_POST_DECISION || post->kind == FOYER_POST_WITHDRAWAL))
    foyer_job_settle (self, job, FOYER_POST_ANEW, 0, NULL, -1);
  else
    foyer_job_refuse (self, job, of_photo ? "photo-refused" : reason);
}

/* A photo is as large and of the kind as it will ever be, whoever on the way says so. */
static gboolean
foyer_job_is_unfit (FoyerJob         *job,
                    const FoyerReply *reply)
{
  return job->post->kind == FOYER_POST_PHOTO
         && (reply->status == 413 || reply->status == 415 || reply->status == 422);
}

static void
foyer_job_sent (FoyerMachine     *self,
                FoyerJob         *job,
                const FoyerReply *reply,
                FoyerVerdict      verdict,
                FoyerProblemType  problem,
                const char       *reason)
{
  switch (verdict)
    {
    case FOYER_VERDICT_DONE:
      foyer_job_settle (self, job, FOYER_POST_TAKEN, job->rev, NULL, -1);
      break;
    case FOYER_VERDICT_NO:
      if (reply->status == 428 && job->post->kind == FOYER_POST_LISTING && !job->compared)
        foyer_job_compare (self, job);
      else
        foyer_job_refused (self, job, problem, reason);
      break;
    case FOYER_VERDICT_LATER:
    default:
      if (reply->status == 412 && job->post->kind == FOYER_POST_LISTING && !job->compared)
        foyer_job_compare (self, job);
      else if (foyer_job_is_unfit (job, reply))
        foyer_job_refuse (self, job, "photo-refused");
      else
        foyer_job_settle (self, job, FOYER_POST_LATER, 0, NULL, reply->retry_after_ms);
      break;
    }
}

static void
foyer_job_compare_replied (FoyerMachine     *self,
                           FoyerJob         *job,
                           const FoyerReply *reply,
                           FoyerVerdict      verdict,
                           FoyerProblemType  problem,
                           const char       *reason)
{
  gboolean missing = verdict == FOYER_VERDICT_NO
                     && (problem == FOYER_PROBLEM_NOT_FOUND || problem == FOYER_PROBLEM_GONE);

  if (verdict == FOYER_VERDICT_DONE)
    foyer_job_compared (self, job, reply);
  else if (missing && job->post->kind == FOYER_POST_LISTING)
    {
      job->anyway = TRUE;
      foyer_job_send (self, job);
    }
  else if (verdict == FOYER_VERDICT_NO && job->post->kind == FOYER_POST_TOMBSTONE)
    foyer_job_settle (self, job, FOYER_POST_TAKEN, job->rev, NULL, -1);
  else if (verdict == FOYER_VERDICT_NO)
    foyer_job_refuse (self, job, reason);
  else
    foyer_job_settle (self, job, FOYER_POST_LATER, 0, NULL, reply->retry_after_ms);
}

/* A photo is taken without a word: a page of a network in between would have some. */
static FoyerVerdict
foyer_job_judge (FoyerJob          *job,
                 const FoyerReply  *reply,
                 FoyerProblemType  *problem,
                 const char       **reason,
                 GError           **error)
{
  if (job->post->kind == FOYER_POST_PHOTO && (reply->status == 200 || reply->status == 201)
      && g_bytes_get_size (reply->body) == 0)
    {
      *problem = FOYER_PROBLEM_UNKNOWN;
      *reason = NULL;
      return FOYER_VERDICT_DONE;
    }

  return foyer_reply_judge (reply, problem, reason, error);
}

void
foyer_job_replied (FoyerMachine     *self,
                   FoyerJob         *job,
                   const FoyerReply *reply)
{
  g_autoptr(GError) error = NULL;
  FoyerProblemType problem;
  const char *reason;
  FoyerVerdict verdict = foyer_job_judge (job, reply, &problem, &reason, &error);

  foyer_machine_learn (self, job->post->origin, reply, verdict, problem, error);
  switch (job->step)
    {
    case FOYER_JOB_READ:
      if (verdict == FOYER_VERDICT_DONE)
        foyer_job_read (self, job, reply);
      else if (verdict == FOYER_VERDICT_NO)
        foyer_job_refuse (self, job, problem == FOYER_PROBLEM_GONE ? "not-found" : reason);
      else
        foyer_job_settle (self, job, FOYER_POST_LATER, 0, NULL, reply->retry_after_ms);
      break;
    case FOYER_JOB_SEND:
      foyer_job_sent (self, job, reply, verdict, problem, reason);
      break;
    case FOYER_JOB_COMPARE:
      foyer_job_compare_replied (self, job, reply, verdict, problem, reason);
      break;
    case FOYER_JOB_KEEP:
    case FOYER_JOB_SETTLE:
    default:
      g_assert_not_reached ();
    }
}
