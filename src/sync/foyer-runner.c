/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-runner-private.h"

#include "storage/foyer-store-travel.h"
#include "sync/foyer-identity-file.h"
#include "sync/foyer-quest-private.h"
#include "sync/foyer-store-errands-private.h"

typedef struct {
  char  *origin;
  GTask *task;
} FoyerPassWish;

struct _FoyerRunner {
  FoyerStore            *store;
  FoyerRunnerStatusFunc  tell;
  gpointer               tell_data;
  GThread               *thread;
  GMainContext          *context;
  GMainLoop             *loop;

  /* of the thread */
  FoyerTransport        *transport;
  FoyerMachine          *machine;        /* (nullable): once there is an identity */
  FoyerIdentity         *identity;       /* (nullable) */
  FoyerRandom           *random;
  GNetworkMonitor       *network;
  gulong                 network_id;
  GHashTable            *calls;          /* id → GCancellable */
  GCancellable          *ending;
  GSource               *timer;
  gint64                 began_ms;       /* steady */
  GQueue                 wishes;         /* of FoyerPassWish; the head is under way */
  gboolean               passing;
  gboolean               listening;
  gboolean               online;
  gboolean               telling;
  gboolean               tell_again;
  gint64                 last_ms;        /* when all was up to date */
  guint                  n_held;
};

static void foyer_runner_drain (FoyerRunner *self);

static void
foyer_pass_wish_free (FoyerPassWish *wish)
{
  g_free (wish->origin);
  foyer_quest_drop (wish->task);
  g_free (wish);
}

static FoyerMoment
foyer_runner_now (FoyerRunner *self)
{
  FoyerClock *clock = foyer_store_get_clock (self->store);
  FoyerMoment now = { .wall_ms = foyer_clock_now (clock), .steady_ms = g_get_monotonic_time () / 1000 };

  now.due_ms = now.wall_ms + (foyer_clock_is_frozen (clock) ? now.steady_ms - self->began_ms : 0);

  return now;
}

void
foyer_runner_hold (FoyerRunner *self)
{
  self->n_held++;
}

void
foyer_runner_release (FoyerRunner *self)
{
  self->n_held--;
  if (self->n_held == 0 && g_cancellable_is_cancelled (self->ending))
    g_main_loop_quit (self->loop);
}

FoyerTransport *
foyer_runner_get_transport (FoyerRunner *self)
{
  return self->transport;
}

FoyerStore *
foyer_runner_get_store (FoyerRunner *self)
{
  return self->store;
}

GCancellable *
foyer_runner_get_cancellable (FoyerRunner *self)
{
  return self->ending;
}

FoyerIdentity *
foyer_runner_get_identity (FoyerRunner  *self,
                           GError      **error)
{
  if (self->identity == NULL)
    self->identity = foyer_identity_file_load (foyer_store_get_dir (self->store), TRUE, error);

  return self->identity;
}

/* What the interface shows. */

static FoyerSyncState
foyer_runner_get_state (FoyerRunner *self,
                        GPtrArray   *peers,
                        guint        n_waiting,
                        guint        n_refused)
{
  if ((peers == NULL || peers->len == 0) && n_waiting + n_refused == 0)
    return FOYER_SYNC_OFF;
  for (guint i = 0; self->listening && peers != NULL && i < peers->len; i++)
    if (!foyer_machine_is_online (self->machine, ((FoyerPeer *) peers->pdata[i])->origin))
      return FOYER_SYNC_OFFLINE;
  for (guint i = 0; peers != NULL && i < peers->len; i++)
    if (((FoyerPeer *) peers->pdata[i])->error != NULL)
      return FOYER_SYNC_UNREACHABLE;

  return n_waiting > 0 ? FOYER_SYNC_WAITING : FOYER_SYNC_UP_TO_DATE;
}

static void
foyer_runner_fill_status (FoyerRunner     *self,
                          FoyerSyncStatus *status,
                          GPtrArray       *waiting)
{
  g_autoptr(GPtrArray) peers = self->machine != NULL ? foyer_machine_list_peers (self->machine) : NULL;
  FoyerMoment now = foyer_runner_now (self);
  gint64 timer_ms = self->machine != NULL ? foyer_machine_get_timer (self->machine) : 0;

  for (guint i = 0; i < waiting->len; i++)
    {
      const FoyerWaiting *post = waiting->pdata[i];

      *(*post->trouble == '\0' ? &status->n_waiting : &status->n_refused) += 1;
    }
  for (guint i = 0; peers != NULL && i < peers->len; i++)
    {
      const FoyerPeer *peer = peers->pdata[i];

      foyer_sync_status_add_directory (status, peer->origin, peer->last_ms, peer->error);
      if (ABS (peer->skew_ms) > ABS (status->skew_ms))
        status->skew_ms = peer->skew_ms;
    }
  status->state = foyer_runner_get_state (self, peers, status->n_waiting, status->n_refused);
  if (status->state == FOYER_SYNC_UP_TO_DATE && peers != NULL)
    for (guint i = 0; i < peers->len; i++)
      self->last_ms = MAX (self->last_ms, ((FoyerPeer *) peers->pdata[i])->last_ms);
  status->last_ms = self->last_ms;
  if (timer_ms != 0 && (status->state == FOYER_SYNC_WAITING || status->state == FOYER_SYNC_UNREACHABLE))
    status->next_ms = now.due_ms + MAX (timer_ms - now.steady_ms, 0);
}

static void
foyer_runner_listed_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  FoyerRunner *self = user_data;
  g_autoptr(GPtrArray) waiting = foyer_store_list_waiting_finish (self->store, result, NULL);

  self->telling = FALSE;
  if (waiting != NULL && !g_cancellable_is_cancelled (self->ending))
    {
      FoyerSyncStatus *status = foyer_sync_status_new ();

      foyer_runner_fill_status (self, status, waiting);
      self->tell (status, self->tell_data);
    }
  if (self->tell_again)
    foyer_runner_drain (self);
  foyer_runner_release (self);
}

static void
foyer_runner_tell (FoyerRunner *self)
{
  self->tell_again = self->telling;
  if (self->telling || g_cancellable_is_cancelled (self->ending))
    return;

  self->telling = TRUE;
  foyer_runner_hold (self);
  foyer_store_list_waiting_async (self->store, NULL, foyer_runner_listed_cb, self);
}

/* What the machine wants. */

typedef struct {
  FoyerRunner *runner;
  guint64      id;
} FoyerRunnerCall;

static void
foyer_runner_replied_cb (const FoyerReply *reply,
                         gpointer          user_data)
{
  FoyerRunnerCall *call = user_data;
  FoyerRunner *self = call->runner;
  FoyerMoment now = foyer_runner_now (self);

  g_hash_table_remove (self->calls, &call->id);
  foyer_machine_replied (self->machine, &now, call->id, reply);
  foyer_runner_drain (self);
  foyer_runner_release (self);
  g_free (call);
}

static void
foyer_runner_call (FoyerRunner        *self,
                   const FoyerCommand *command)
{
  FoyerRunnerCall *call = g_new (FoyerRunnerCall, 1);
  GCancellable *cancellable = g_cancellable_new ();

  *call = (FoyerRunnerCall) { self, command->id };
  g_hash_table_insert (self->calls, g_memdup2 (&command->id, sizeof command->id), cancellable);
  foyer_runner_hold (self);
  foyer_transport_ask (self->transport, command->call, cancellable, foyer_runner_replied_cb, call);
}

static void
foyer_runner_stored (const FoyerStored *stored,
                     gpointer           user_data)
{
  FoyerRunner *self = user_data;
  FoyerMoment now = foyer_runner_now (self);

  switch (stored->kind)
    {
    case FOYER_COMMAND_LOOK:
      foyer_machine_looked (self->machine, &now, stored->id, stored->error == NULL ? &stored->look : NULL,
                            stored->error);
      break;
    case FOYER_COMMAND_KEEP:
      foyer_machine_kept (self->machine, &now, stored->id, stored->error);
      break;
    case FOYER_COMMAND_SETTLE:
      foyer_machine_settled (self->machine, &now, stored->id, stored->error);
      break;
    case FOYER_COMMAND_TAKE:
      foyer_machine_took (self->machine, &now, stored->id, stored->n_changed, stored->error);
      break;
    case FOYER_COMMAND_CALL:
    case FOYER_COMMAND_HANG_UP:
    case FOYER_COMMAND_TIMER:
    case FOYER_COMMAND_END:
    default:
      g_assert_not_reached ();
    }
  foyer_runner_drain (self);
  foyer_runner_release (self);
}

static gboolean
foyer_runner_woke_cb (gpointer user_data)
{
  FoyerRunner *self = user_data;
  FoyerMoment now = foyer_runner_now (self);

  g_clear_pointer (&self->timer, g_source_unref);
  foyer_machine_woke (self->machine, &now);
  foyer_runner_drain (self);

  return G_SOURCE_REMOVE;
}

static void
foyer_runner_set_timer (FoyerRunner *self,
                        gint64       at_ms)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (at_ms == 0)
    return;

  self->timer = g_timeout_source_new (0);
  g_source_set_ready_time (self->timer, at_ms * 1000);
  g_source_set_callback (self->timer, foyer_runner_woke_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

static void
foyer_runner_hang_up (FoyerRunner *self,
                      guint64      id)
{
  GCancellable *cancellable = g_hash_table_lookup (self->calls, &id);

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

typedef struct {
  FoyerRunner     *runner;
  GTask           *task;
  FoyerSyncReport *report;
} FoyerRunnerEnd;

static void
foyer_runner_counted_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  FoyerRunnerEnd *end = user_data;
  FoyerRunner *self = end->runner;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) waiting = foyer_store_list_waiting_finish (self->store, result, &error);

  if (waiting != NULL)
    {
      end->report->waiting = waiting->len;
      g_task_return_pointer (end->task, end->report, (GDestroyNotify) foyer_sync_report_free);
    }
  else
    {
      foyer_sync_report_free (end->report);
      g_task_return_error (end->task, g_steal_pointer (&error));
    }
  foyer_quest_drop (end->task);
  g_free (end);
  foyer_runner_release (self);
}

static void
foyer_runner_end_pass (FoyerRunner  *self,
                       FoyerCommand *command)
{
  FoyerPassWish *wish = g_queue_pop_head (&self->wishes);
  FoyerRunnerEnd *end;

  self->passing = FALSE;
  if (command->fatal != NULL)
    g_task_return_error (wish->task, g_steal_pointer (&command->fatal));
  else
    {
      end = g_new (FoyerRunnerEnd, 1);
      end->runner = self;
      end->task = g_object_ref (wish->task);
      end->report = g_new0 (FoyerSyncReport, 1);
      end->report->sent = command->sent;
      end->report->received = command->received;
      end->report->error = g_steal_pointer (&command->error);
      foyer_runner_hold (self);
      foyer_store_list_waiting_async (self->store, NULL, foyer_runner_counted_cb, end);
    }
  foyer_pass_wish_free (wish);
}

static void
foyer_runner_do (FoyerRunner  *self,
                 FoyerCommand *command)
{
  switch (command->kind)
    {
    case FOYER_COMMAND_LOOK:
    case FOYER_COMMAND_KEEP:
    case FOYER_COMMAND_SETTLE:
    case FOYER_COMMAND_TAKE:
      foyer_runner_hold (self);
      foyer_store_errand (self->store, command, foyer_runner_stored, self);
      break;
    case FOYER_COMMAND_CALL:
      foyer_runner_call (self, command);
      break;
    case FOYER_COMMAND_HANG_UP:
      foyer_runner_hang_up (self, command->id);
      break;
    case FOYER_COMMAND_TIMER:
      foyer_runner_set_timer (self, command->at_ms);
      break;
    case FOYER_COMMAND_END:
      foyer_runner_end_pass (self, command);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The next pass, when one waits and none is under way. */
static void
foyer_runner_begin_pass (FoyerRunner *self)
{
  FoyerPassWish *wish = g_queue_peek_head (&self->wishes);
  FoyerMoment now = foyer_runner_now (self);

  if (wish == NULL || self->passing || self->machine == NULL)
    return;

  self->passing = TRUE;
  foyer_machine_begin (self->machine, &now, wish->origin);
}

static void
foyer_runner_drain (FoyerRunner *self)
{
  FoyerCommand *command;

  foyer_runner_begin_pass (self);
  while (self->machine != NULL && (command = foyer_machine_take (self->machine)) != NULL)
    {
      foyer_runner_do (self, command);
      foyer_command_free (command);
      foyer_runner_begin_pass (self);
    }
  foyer_runner_tell (self);
}

/* Who we are; a profile that was somebody before must not become somebody else. */

static void
foyer_runner_begin_machine (FoyerRunner *self,
                            gboolean     may_make)
{
  g_autoptr(GError) error = NULL;
  FoyerMoment now = foyer_runner_now (self);
  FoyerPassWish *wish;

  if (self->identity == NULL)
    self->identity = foyer_identity_file_load (foyer_store_get_dir (self->store), may_make, &error);
  if (self->identity != NULL)
    {
      self->machine = foyer_machine_new (self->identity, self->random);
      foyer_machine_set_grace (self->machine, FOYER_SYNC_GRACE_SECONDS * 1000);
      foyer_machine_set_online (self->machine, &now, self->online);
      foyer_machine_listen (self->machine, &now, self->listening);
    }
  else
    {
      g_message ("%s", error->message);
      while ((wish = g_queue_pop_head (&self->wishes)) != NULL)
        {
          g_task_return_error (wish->task, g_error_copy (error));
          foyer_pass_wish_free (wish);
        }
    }
  foyer_runner_drain (self);
}

static void
foyer_runner_mailboxes_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  FoyerRunner *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) mailboxes = foyer_store_mailboxes_finish (self->store, result, &error);
  FoyerPassWish *wish;
  gboolean known = FALSE;

  for (guint i = 0; mailboxes != NULL && i < mailboxes->len; i++)
    known = known || *((FoyerMailbox *) mailboxes->pdata[i])->epoch != '\0';
  if (mailboxes != NULL && self->machine == NULL && !g_cancellable_is_cancelled (self->ending))
    foyer_runner_begin_machine (self, !known);
  while (mailboxes == NULL && (wish = g_queue_pop_head (&self->wishes)) != NULL)
    {
      g_task_return_error (wish->task, g_error_copy (error));
      foyer_pass_wish_free (wish);
    }
  foyer_runner_release (self);
}

static void
foyer_runner_ensure_machine (FoyerRunner *self)
{
  if (self->machine != NULL)
    {
      foyer_runner_drain (self);
      return;
    }

  foyer_runner_hold (self);
  foyer_store_mailboxes_async (self->store, NULL, foyer_runner_mailboxes_cb, self);
}

static void
foyer_runner_do_network (FoyerRunner *self,
                         gpointer     user_data)
{
  FoyerMoment now = foyer_runner_now (self);

  self->online = GPOINTER_TO_INT (user_data);
  if (self->machine == NULL)
    return;

  foyer_machine_set_online (self->machine, &now, self->online);
  foyer_runner_drain (self);
}

/* On the thread of the main context. */
static void
foyer_runner_network_cb (GNetworkMonitor *network,
                         gboolean         available,
                         gpointer         user_data)
{
  foyer_runner_invoke (user_data, foyer_runner_do_network, GINT_TO_POINTER (available));
}

/* The thread. */

static gpointer
foyer_runner_main (gpointer data)
{
  FoyerRunner *self = data;

  g_main_context_push_thread_default (self->context);
  self->began_ms = g_get_monotonic_time () / 1000;
  self->transport = foyer_transport_new (foyer_store_get_clock (self->store));
  g_main_loop_run (self->loop);

  foyer_runner_set_timer (self, 0);
  g_clear_pointer (&self->machine, foyer_machine_free);
  g_clear_pointer (&self->identity, foyer_identity_unref);
  g_clear_pointer (&self->transport, foyer_transport_free);
  /* what libsoup still wants to close */
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

FoyerRunner *
foyer_runner_new (FoyerStore            *store,
                  FoyerRunnerStatusFunc  status,
                  gpointer               user_data)
{
  FoyerRunner *self = g_new0 (FoyerRunner, 1);

  self->store = g_object_ref (store);
  self->tell = status;
  self->tell_data = user_data;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->random = foyer_random_new_system ();
  self->calls = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->ending = g_cancellable_new ();
  g_queue_init (&self->wishes);
  self->network = g_object_ref (g_network_monitor_get_default ());
  self->online = g_network_monitor_get_network_available (self->network);
  self->network_id = g_signal_connect (self->network, "network-changed", G_CALLBACK (foyer_runner_network_cb), self);
  self->thread = g_thread_new ("foyer-sync", foyer_runner_main, self);

  return self;
}

static void
foyer_runner_end (FoyerRunner *self,
                  gpointer     user_data)
{
  GHashTableIter iter;
  GCancellable *cancellable;
  FoyerPassWish *wish;

  g_cancellable_cancel (self->ending);
  g_hash_table_iter_init (&iter, self->calls);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cancellable))
    g_cancellable_cancel (cancellable);
  while (g_queue_get_length (&self->wishes) > (self->passing ? 1 : 0))
    {
      wish = g_queue_pop_tail (&self->wishes);
      g_task_return_new_error (wish->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the synchronisation ended");
      foyer_pass_wish_free (wish);
    }
  foyer_runner_hold (self);
  foyer_runner_release (self);
}

void
foyer_runner_free (FoyerRunner *self)
{
  FoyerPassWish *wish;

  g_signal_handler_disconnect (self->network, self->network_id);
  foyer_runner_invoke (self, foyer_runner_end, NULL);
  g_thread_join (self->thread);
  while ((wish = g_queue_pop_head (&self->wishes)) != NULL)
    {
      g_task_return_new_error (wish->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the synchronisation ended");
      foyer_pass_wish_free (wish);
    }
  g_clear_object (&self->network);
  g_hash_table_unref (self->calls);
  g_object_unref (self->ending);
  foyer_random_unref (self->random);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_object_unref (self->store);
  g_free (self);
}

typedef struct {
  FoyerRunner     *runner;
  FoyerRunnerFunc  func;
  gpointer         user_data;
} FoyerInvocation;

static gboolean
foyer_runner_invoked_cb (gpointer user_data)
{
  FoyerInvocation *invocation = user_data;

  invocation->func (invocation->runner, invocation->user_data);

  return G_SOURCE_REMOVE;
}

void
foyer_runner_invoke (FoyerRunner     *self,
                     FoyerRunnerFunc  func,
                     gpointer         user_data)
{
  FoyerInvocation *invocation = g_new (FoyerInvocation, 1);
  g_autoptr(GSource) source = g_idle_source_new ();

  *invocation = (FoyerInvocation) { self, func, user_data };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, foyer_runner_invoked_cb, invocation, g_free);
  g_source_attach (source, self->context);
}

static void
foyer_runner_do_listen (FoyerRunner *self,
                        gpointer     user_data)
{
  FoyerMoment now = foyer_runner_now (self);
  GHashTableIter iter;
  GCancellable *cancellable;

  self->listening = GPOINTER_TO_INT (user_data);
  if (!self->listening)
    {
      /* what is on the way is unknown from here on, and goes again another time */
      g_hash_table_iter_init (&iter, self->calls);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cancellable))
        g_cancellable_cancel (cancellable);
    }
  if (self->machine != NULL)
    foyer_machine_listen (self->machine, &now, self->listening);
  if (self->listening)
    foyer_runner_ensure_machine (self);
  else
    foyer_runner_drain (self);
}

void
foyer_runner_listen (FoyerRunner *self,
                     gboolean     listening)
{
  foyer_runner_invoke (self, foyer_runner_do_listen, GINT_TO_POINTER (listening));
}

static void
foyer_runner_do_changed (FoyerRunner *self,
                         gpointer     user_data)
{
  FoyerMoment now = foyer_runner_now (self);

  if (self->machine != NULL)
    foyer_machine_changed (self->machine, &now);
  foyer_runner_drain (self);
}

void
foyer_runner_changed (FoyerRunner *self)
{
  foyer_runner_invoke (self, foyer_runner_do_changed, NULL);
}

static void
foyer_runner_do_pass (FoyerRunner *self,
                      gpointer     user_data)
{
  g_queue_push_tail (&self->wishes, user_data);
  foyer_runner_ensure_machine (self);
}

void
foyer_runner_pass (FoyerRunner *self,
                   const char  *origin,
                   GTask       *task)
{
  FoyerPassWish *wish = g_new (FoyerPassWish, 1);

  *wish = (FoyerPassWish) { g_strdup (origin), task };
  foyer_runner_invoke (self, foyer_runner_do_pass, wish);
}
