/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/machine/foyer-machine-private.h"

#include "core/foyer-error.h"
#include "sync/machine/foyer-retry.h"

#define LOOK_AT_ONCE 64
/* A store that fails is looked at again after a while, and one that waits for a time far
 * ahead now and then, since the clock may have been set. */
#define STORE_RETRY_MS 10000
#define LOOK_MOST_MS (3600 * 1000)

static void
foyer_peer_free (gpointer data)
{
  FoyerPeer *self = data;

  g_free (self->origin);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * foyer_machine_new:
 * @identity: of the profile
 * @random: the source of chance, for how long to wait
 *
 * Returns: (transfer full): a machine that does nothing until it is told to listen or to begin
 */
FoyerMachine *
foyer_machine_new (FoyerIdentity *identity,
                   FoyerRandom   *random)
{
  FoyerMachine *self = g_new0 (FoyerMachine, 1);

  self->identity = foyer_identity_ref (identity);
  self->random = foyer_random_ref (random);
  self->online = TRUE;
  g_queue_init (&self->commands);
  self->due = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_post_free);
  self->jobs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) foyer_job_free);
  self->ended = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_anew = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->boxes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) foyer_box_free);
  self->peers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, foyer_peer_free);
  self->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->resting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

void
foyer_machine_free (FoyerMachine *self)
{
  g_queue_clear_full (&self->commands, (GDestroyNotify) foyer_command_free);
  g_ptr_array_unref (self->due);
  g_hash_table_unref (self->jobs);
  g_hash_table_unref (self->ended);
  g_hash_table_unref (self->n_anew);
  g_hash_table_unref (self->waiters);
  g_hash_table_unref (self->boxes);
  g_hash_table_unref (self->peers);
  g_hash_table_unref (self->held);
  g_hash_table_unref (self->resting);
  g_free (self->pass_origin);
  g_clear_error (&self->error);
  g_clear_error (&self->fatal);
  foyer_random_unref (self->random);
  foyer_identity_unref (self->identity);
  g_free (self);
}

FoyerCommand *
foyer_machine_take (FoyerMachine *self)
{
  return g_queue_pop_head (&self->commands);
}

guint64
foyer_machine_expect (FoyerMachine *self,
                      FoyerJob     *job,
                      FoyerBox     *box)
{
  FoyerWaiter *waiter = g_new (FoyerWaiter, 1);
  guint64 id = ++self->last_id;

  *waiter = (FoyerWaiter) { job, box };
  g_hash_table_insert (self->waiters, g_memdup2 (&id, sizeof id), waiter);

  return id;
}

FoyerCommand *
foyer_machine_push (FoyerMachine     *self,
                    FoyerCommandKind  kind,
                    guint64           id)
{
  FoyerCommand *command = foyer_command_new (kind, id);

  g_queue_push_tail (&self->commands, command);

  return command;
}

guint64
foyer_machine_call (FoyerMachine *self,
                    FoyerCall    *call,
                    FoyerJob     *job,
                    FoyerBox     *box)
{
  guint64 id = foyer_machine_expect (self, job, box);

  foyer_machine_push (self, FOYER_COMMAND_CALL, id)->call = call;

  return id;
}

FoyerPeer *
foyer_machine_get_peer (FoyerMachine *self,
                        const char   *origin)
{
  FoyerPeer *peer = g_hash_table_lookup (self->peers, origin);

  if (peer == NULL)
    {
      peer = g_new0 (FoyerPeer, 1);
      peer->origin = g_strdup (origin);
      g_hash_table_insert (self->peers, peer->origin, peer);
    }

  return peer;
}

gboolean
foyer_machine_passes (FoyerMachine *self,
                      const char   *origin)
{
  return self->passing && (self->pass_origin == NULL || g_str_equal (self->pass_origin, origin));
}

/* Nothing but this machine is asked without encryption. */
gboolean
foyer_machine_is_online (FoyerMachine *self,
                         const char   *origin)
{
  return self->online || g_str_has_prefix (origin, "http://");
}

gboolean
foyer_machine_may_ask (FoyerMachine *self,
                       const char   *origin)
{
  FoyerPeer *peer = foyer_machine_get_peer (self, origin);

  if (foyer_machine_passes (self, origin) && !peer->down)
    return TRUE;

  return self->listening && foyer_machine_is_online (self, origin) && peer->retry_ms <= self->now.steady_ms;
}

void
foyer_machine_note_error (FoyerMachine *self,
                          const GError *error)
{
  if (self->passing && self->error == NULL && error != NULL)
    self->error = g_error_copy (error);
}

void
foyer_machine_fail_store (FoyerMachine *self,
                          GError       *error)
{
  self->look_ms = self->now.steady_ms + STORE_RETRY_MS;
  if (self->passing && self->fatal == NULL)
    self->fatal = error;
  else
    g_error_free (error);
}

/* Whether the directory is to be left alone for a while: it did not answer, it is in trouble, or it
 * says itself that it is asked too often. Too many open requests of one guest are not its trouble. */
static gboolean
foyer_reply_tells_to_wait (const FoyerReply *reply,
                           FoyerVerdict      verdict,
                           FoyerProblemType  problem)
{
  if (verdict != FOYER_VERDICT_LATER)
    return FALSE;
  if (reply->error != NULL || reply->status < 400 || reply->status >= 500)
    return TRUE;

  return reply->status == 429 && problem != FOYER_PROBLEM_TOO_MANY_OPEN;
}

void
foyer_machine_learn (FoyerMachine     *self,
                     const char       *origin,
                     const FoyerReply *reply,
                     FoyerVerdict      verdict,
                     FoyerProblemType  problem,
                     const GError     *error)
{
  FoyerPeer *peer = foyer_machine_get_peer (self, origin);

  if (reply->date_ms != 0)
    peer->skew_ms = reply->date_ms - self->now.wall_ms;
  if (reply->error == NULL && reply->status < 500)
    peer->last_ms = self->now.wall_ms;
  if (foyer_reply_tells_to_wait (reply, verdict, problem))
    {
      peer->retry_ms = self->now.steady_ms
                       + foyer_retry_delay (self->random, peer->n_failures, reply->retry_after_ms);
      peer->n_failures++;
      peer->down = self->passing;
    }
  else
    {
      peer->n_failures = 0;
      peer->retry_ms = 0;
    }
  g_clear_error (&peer->error);
  /* 412 is no failure: what is there is looked at next */
  if (verdict == FOYER_VERDICT_LATER && reply->status != 412)
    {
      peer->error = g_error_copy (error);
      foyer_machine_note_error (self, error);
    }
}

static void
foyer_machine_look (FoyerMachine *self)
{
  FoyerCommand *command;

  if (!self->want_look || self->look != 0 || !(self->listening || self->passing))
    return;

  self->want_look = FALSE;
  self->look = ++self->last_id;
  self->look_ms = 0;
  g_hash_table_remove_all (self->ended);
  command = foyer_machine_push (self, FOYER_COMMAND_LOOK, self->look);
  command->origin = self->passing && !self->listening ? g_strdup (self->pass_origin) : NULL;
  self->looked_at_all = self->passing || self->force_due;
  command->now_ms = self->looked_at_all ? G_MAXINT64 : self->now.due_ms;
  command->limit = LOOK_AT_ONCE + g_hash_table_size (self->held) + g_hash_table_size (self->resting);
  self->force_due = FALSE;
}

static gboolean
foyer_machine_boxes_are_done (FoyerMachine *self)
{
  GHashTableIter iter;
  FoyerBox *box;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
    if (foyer_machine_passes (self, box->origin) && !(box->gone && box->state == FOYER_BOX_IDLE)
        && (box->state == FOYER_BOX_TAKING
            || (!box->done && (box->state != FOYER_BOX_IDLE || !foyer_machine_get_peer (self, box->origin)->down))))
      return FALSE;

  return TRUE;
}

/* Ends the pass when nothing of it is left to do. */
static void
foyer_machine_end_pass (FoyerMachine *self)
{
  FoyerCommand *command;

  if (!self->passing || g_hash_table_size (self->jobs) > 0
      || (self->fatal == NULL
          && (self->look != 0 || self->want_look || foyer_machine_has_startable_post (self)
              || !foyer_machine_boxes_are_done (self))))
    return;

  command = foyer_machine_push (self, FOYER_COMMAND_END, 0);
  command->sent = self->sent;
  command->received = self->received;
  command->error = g_steal_pointer (&self->error);
  command->fatal = g_steal_pointer (&self->fatal);
  self->passing = FALSE;
  g_clear_pointer (&self->pass_origin, g_free);
  g_ptr_array_set_size (self->due, 0);
  self->want_look = self->listening;
}

static gint64
foyer_machine_earlier (gint64 a,
                       gint64 b)
{
  return a == 0 || (b != 0 && b < a) ? b : a;
}

/* An instant that is over wakes nobody: what is still held back then waits for an answer. */
static void
foyer_machine_wait_for (FoyerMachine *self,
                        gint64       *timer_ms,
                        gint64        at_ms)
{
  if (at_ms > self->now.steady_ms && at_ms != G_MAXINT64)
    *timer_ms = foyer_machine_earlier (*timer_ms, at_ms);
}

/* When something happens by itself. */
static gint64
foyer_machine_find_timer (FoyerMachine *self)
{
  gint64 timer_ms = self->look_ms;
  GHashTableIter iter;
  FoyerBox *box;

  if (!self->listening)
    return 0;

  for (guint i = 0; i < self->due->len; i++)
    {
      const FoyerPost *post = self->due->pdata[i];

      if (!foyer_machine_is_online (self, post->origin))
        continue;
      foyer_machine_wait_for (self, &timer_ms, foyer_machine_get_peer (self, post->origin)->retry_ms);
    }
  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
    if (box->state == FOYER_BOX_IDLE && !box->gone && foyer_machine_is_online (self, box->origin))
      foyer_machine_wait_for (self, &timer_ms,
                              MAX (box->retry_ms, foyer_machine_get_peer (self, box->origin)->retry_ms));

  return timer_ms;
}

/* After every event: whatever can be done now. */
static void
foyer_machine_go_on (FoyerMachine *self)
{
  gint64 timer_ms;

  if (self->fatal == NULL)
    {
      foyer_machine_start_posts (self);
      foyer_machine_start_boxes (self);
      foyer_machine_look (self);
    }
  foyer_machine_end_pass (self);
  foyer_machine_look (self);

  timer_ms = foyer_machine_find_timer (self);
  if (timer_ms != self->timer_ms)
    {
      self->timer_ms = timer_ms;
      foyer_machine_push (self, FOYER_COMMAND_TIMER, 0)->at_ms = timer_ms;
    }
}

void
foyer_machine_listen (FoyerMachine      *self,
                      const FoyerMoment *now,
                      gboolean           listening)
{
  self->now = *now;
  self->listening = listening;
  if (listening)
    self->want_look = TRUE;
  else
    foyer_machine_hang_up (self);
  foyer_machine_go_on (self);
}

void
foyer_machine_set_online (FoyerMachine      *self,
                          const FoyerMoment *now,
                          gboolean           online)
{
  GHashTableIter iter;
  FoyerPeer *peer;
  FoyerBox *box;

  self->now = *now;
  if (online != self->online)
    {
      self->online = online;
      /* a network that came back is a reason to try at once */
      g_hash_table_iter_init (&iter, self->peers);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &peer))
        peer->retry_ms = 0;
      g_hash_table_iter_init (&iter, self->boxes);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
        box->retry_ms = 0;
      if (!online)
        foyer_machine_hang_up (self);
      self->want_look = self->want_look || online;
    }
  foyer_machine_go_on (self);
}

void
foyer_machine_begin (FoyerMachine      *self,
                     const FoyerMoment *now,
                     const char        *origin)
{
  GHashTableIter iter;
  FoyerPeer *peer;
  FoyerBox *box;

  g_return_if_fail (!self->passing);

  self->now = *now;
  self->passing = TRUE;
  self->pass_origin = g_strdup (origin);
  self->sent = 0;
  self->received = 0;
  self->want_look = TRUE;
  g_hash_table_remove_all (self->held);
  g_ptr_array_set_size (self->due, 0);
  g_hash_table_iter_init (&iter, self->peers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &peer))
    peer->down = FALSE;
  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
    {
      box->done = FALSE;
      box->n_pages = 0;
    }
  /* whoever waits for news asks again and is answered at once */
  foyer_machine_hang_up (self);
  foyer_machine_go_on (self);
}

void
foyer_machine_changed (FoyerMachine      *self,
                       const FoyerMoment *now)
{
  self->now = *now;
  self->want_look = TRUE;
  foyer_machine_go_on (self);
}

void
foyer_machine_woke (FoyerMachine      *self,
                    const FoyerMoment *now)
{
  self->now = *now;
  self->timer_ms = 0;
  if (self->look_ms != 0 && self->look_ms <= now->steady_ms)
    {
      self->look_ms = 0;
      self->want_look = TRUE;
    }
  foyer_machine_go_on (self);
}

static void
foyer_machine_plan_look (FoyerMachine    *self,
                         const FoyerLook *look,
                         gint64           rest_ms)
{
  /* what did not fit into this look is looked at when one of these has ended */
  gint64 next_ms = foyer_machine_earlier (look->post_ms > self->now.due_ms ? look->post_ms : 0, look->time_ms);

  /* no retry is planned so far ahead, so the clock was set back */
  self->force_due = !self->looked_at_all
                    && look->post_ms > self->now.due_ms + FOYER_RETRY_AFTER_MAX_MS + FOYER_RETRY_MAX_MS;
  if (self->force_due)
    self->want_look = TRUE;
  if (next_ms != 0)
    self->look_ms = self->now.steady_ms + CLAMP (next_ms - self->now.due_ms, 0, LOOK_MOST_MS);
  self->look_ms = foyer_machine_earlier (self->look_ms, rest_ms);
}

void
foyer_machine_looked (FoyerMachine      *self,
                      const FoyerMoment *now,
                      guint64            id,
                      const FoyerLook   *look,
                      const GError      *error)
{
  self->now = *now;
  if (id == self->look)
    self->look = 0;
  if (look == NULL)
    foyer_machine_fail_store (self, g_error_copy (error));
  else
    {
      gint64 rest_ms = foyer_machine_let_rest (self, look->posts);

      g_ptr_array_set_size (self->due, 0);
      while (look->posts->len > 0)
        {
          FoyerPost *post = g_ptr_array_steal_index (look->posts, 0);

          foyer_machine_get_peer (self, post->origin)->asked = TRUE;
          /* what ended while the store was looking may be told as it was before */
          if (g_hash_table_contains (self->ended, post->subject))
            self->want_look = TRUE;
          if (g_hash_table_contains (self->ended, post->subject) || g_hash_table_contains (self->jobs, post->subject))
            foyer_post_free (post);
          else
            g_ptr_array_add (self->due, post);
        }
      foyer_machine_set_boxes (self, look->mailboxes);
      foyer_machine_plan_look (self, look, rest_ms);
    }
  foyer_machine_go_on (self);
}

/* Whoever waits for this, and waits no more. */
static FoyerWaiter
foyer_machine_find_waiter (FoyerMachine *self,
                           guint64       id)
{
  FoyerWaiter *found = g_hash_table_lookup (self->waiters, &id);
  FoyerWaiter waiter = { NULL, NULL };

  if (found != NULL)
    waiter = *found;
  g_hash_table_remove (self->waiters, &id);

  return waiter;
}

void
foyer_machine_kept (FoyerMachine      *self,
                    const FoyerMoment *now,
                    guint64            id,
                    const GError      *error)
{
  FoyerWaiter waiter = foyer_machine_find_waiter (self, id);

  self->now = *now;
  if (waiter.job != NULL)
    foyer_job_kept (self, waiter.job, error);
  foyer_machine_go_on (self);
}

void
foyer_machine_settled (FoyerMachine      *self,
                       const FoyerMoment *now,
                       guint64            id,
                       const GError      *error)
{
  FoyerWaiter waiter = foyer_machine_find_waiter (self, id);

  self->now = *now;
  if (waiter.job != NULL)
    foyer_job_settled (self, waiter.job, error);
  foyer_machine_go_on (self);
}

void
foyer_machine_took (FoyerMachine      *self,
                    const FoyerMoment *now,
                    guint64            id,
                    int                n_changed,
                    const GError      *error)
{
  FoyerWaiter waiter = foyer_machine_find_waiter (self, id);

  self->now = *now;
  if (waiter.box != NULL)
    foyer_box_took (self, waiter.box, n_changed, error);
  foyer_machine_go_on (self);
}

void
foyer_machine_replied (FoyerMachine      *self,
                       const FoyerMoment *now,
                       guint64            id,
                       const FoyerReply  *reply)
{
  FoyerWaiter waiter = foyer_machine_find_waiter (self, id);

  self->now = *now;
  if (waiter.job != NULL)
    foyer_job_replied (self, waiter.job, reply);
  else if (waiter.box != NULL)
    foyer_box_replied (self, waiter.box, reply);
  foyer_machine_go_on (self);
}

GPtrArray *
foyer_machine_list_peers (FoyerMachine *self)
{
  g_autoptr(GPtrArray) peers = g_ptr_array_new ();
  GHashTableIter iter;
  FoyerPeer *peer;

  g_hash_table_iter_init (&iter, self->peers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &peer))
    if (peer->asked)
      g_ptr_array_add (peers, peer);

  return g_steal_pointer (&peers);
}

gboolean
foyer_machine_is_idle (FoyerMachine *self)
{
  return g_hash_table_size (self->waiters) == 0 && self->look == 0 && g_queue_is_empty (&self->commands);
}

gint64
foyer_machine_get_timer (FoyerMachine *self)
{
  return self->timer_ms;
}
