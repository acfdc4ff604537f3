/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-sync.h"

#include "sync/foyer-runner-private.h"

struct _FoyerSync {
  GObject          parent_instance;

  FoyerStore      *store;
  gulong           changed_id;
  GMainContext    *context;      /* of who made it */
  FoyerRunner     *runner;
  FoyerSyncStatus *status;
  gboolean         started;
};

G_DEFINE_FINAL_TYPE (FoyerSync, foyer_sync, G_TYPE_OBJECT)

enum {
  STATUS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct {
  GWeakRef         sync;
  FoyerSyncStatus *status;
} FoyerSyncTelling;

static void
foyer_sync_telling_free (gpointer data)
{
  FoyerSyncTelling *telling = data;

  g_weak_ref_clear (&telling->sync);
  g_clear_pointer (&telling->status, foyer_sync_status_free);
  g_free (telling);
}

static gboolean
foyer_sync_told_cb (gpointer user_data)
{
  FoyerSyncTelling *telling = user_data;
  g_autoptr(FoyerSync) self = g_weak_ref_get (&telling->sync);

  if (self == NULL || foyer_sync_status_equal (self->status, telling->status))
    return G_SOURCE_REMOVE;

  foyer_sync_status_free (self->status);
  self->status = g_steal_pointer (&telling->status);
  g_signal_emit (self, signals[STATUS_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* On the thread of the runner, which is joined before @self is gone. */
static void
foyer_sync_tell (FoyerSyncStatus *status,
                 gpointer         user_data)
{
  FoyerSync *self = user_data;
  FoyerSyncTelling *telling = g_new0 (FoyerSyncTelling, 1);
  g_autoptr(GSource) source = g_idle_source_new ();

  g_weak_ref_init (&telling->sync, self);
  telling->status = status;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "foyer_sync_tell");
  g_source_set_callback (source, foyer_sync_told_cb, telling, foyer_sync_telling_free);
  g_source_attach (source, self->context);
}

static void
foyer_sync_changed_cb (FoyerStore *store,
                       guint       changes,
                       const char *space_id,
                       FoyerSync  *self)
{
  if ((changes & FOYER_CHANGE_POST) != 0 && self->runner != NULL)
    foyer_runner_changed (self->runner);
}

static void
foyer_sync_dispose (GObject *object)
{
  FoyerSync *self = FOYER_SYNC (object);

  if (self->changed_id != 0)
    g_signal_handler_disconnect (self->store, self->changed_id);
  self->changed_id = 0;
  g_clear_pointer (&self->runner, foyer_runner_free);

  G_OBJECT_CLASS (foyer_sync_parent_class)->dispose (object);
}

static void
foyer_sync_finalize (GObject *object)
{
  FoyerSync *self = FOYER_SYNC (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->status, foyer_sync_status_free);

  G_OBJECT_CLASS (foyer_sync_parent_class)->finalize (object);
}

static void
foyer_sync_class_init (FoyerSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_sync_dispose;
  object_class->finalize = foyer_sync_finalize;

  signals[STATUS_CHANGED] = g_signal_new ("status-changed", FOYER_TYPE_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
foyer_sync_init (FoyerSync *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->status = foyer_sync_status_new ();
}

FoyerSync *
foyer_sync_new (FoyerStore *store)
{
  FoyerSync *self;

  g_return_val_if_fail (FOYER_IS_STORE (store), NULL);

  self = g_object_new (FOYER_TYPE_SYNC, NULL);
  self->store = g_object_ref (store);
  self->changed_id = g_signal_connect (store, "changed", G_CALLBACK (foyer_sync_changed_cb), self);

  return self;
}

/* The thread is there from the first question on. */
FoyerRunner *
foyer_sync_get_runner (FoyerSync *self)
{
  if (self->runner == NULL)
    self->runner = foyer_runner_new (self->store, foyer_sync_tell, self);

  return self->runner;
}

FoyerStore *
foyer_sync_get_store (FoyerSync *self)
{
  return self->store;
}

void
foyer_sync_start (FoyerSync *self)
{
  g_return_if_fail (FOYER_IS_SYNC (self));

  if (self->started)
    return;

  self->started = TRUE;
  foyer_runner_listen (foyer_sync_get_runner (self), TRUE);
}

void
foyer_sync_stop (FoyerSync *self)
{
  g_return_if_fail (FOYER_IS_SYNC (self));

  self->started = FALSE;
  g_clear_pointer (&self->runner, foyer_runner_free);
}

const FoyerSyncStatus *
foyer_sync_get_status (FoyerSync *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC (self), NULL);

  return self->status;
}

void
foyer_sync_run_async (FoyerSync           *self,
                      const char          *origin,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_SYNC (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_sync_run_async);
  /* What was sent is sent: a late cancellation must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  foyer_runner_pass (foyer_sync_get_runner (self), origin, task);
}

FoyerSyncReport *
foyer_sync_run_finish (FoyerSync     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
