/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store.h"

#include "core/foyer-error.h"
#include "storage/foyer-store-private.h"
#include "storage/foyer-store-upkeep.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/verbs/foyer-undo-verbs.h"

struct _FoyerStore {
  GObject        parent_instance;

  char          *dir;
  FoyerClock    *clock;
  FoyerRandom   *random;
  GMainContext  *context;        /* of who opened the store */
  FoyerDbThread *thread;

  GMutex         mutex;
  gint64         last_backup;    /* under the mutex */
};

G_DEFINE_FINAL_TYPE (FoyerStore, foyer_store, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct {
  GWeakRef     store;
  FoyerChange  changes;
  char        *space_uid;
} FoyerStoreNews;

static gboolean
foyer_store_news_cb (gpointer user_data)
{
  FoyerStoreNews *news = user_data;
  g_autoptr(FoyerStore) self = g_weak_ref_get (&news->store);

  if (self != NULL)
    g_signal_emit (self, signals[CHANGED], 0, (guint) news->changes, news->space_uid);

  return G_SOURCE_REMOVE;
}

static void
foyer_store_news_free (gpointer user_data)
{
  FoyerStoreNews *news = user_data;

  g_weak_ref_clear (&news->store);
  g_free (news->space_uid);
  g_free (news);
}

/* In the store's context, or on the database thread when the answer goes elsewhere. */
static void
foyer_store_changes_cb (FoyerChange  changes,
                        const char  *space_uid,
                        gpointer     user_data)
{
  FoyerStore *self = user_data;
  FoyerStoreNews *news;
  g_autoptr(GSource) source = NULL;

  if (g_main_context_is_owner (self->context))
    {
      g_signal_emit (self, signals[CHANGED], 0, (guint) changes, space_uid);
      return;
    }

  news = g_new0 (FoyerStoreNews, 1);
  source = g_idle_source_new ();
  g_weak_ref_init (&news->store, self);
  news->changes = changes;
  news->space_uid = g_strdup (space_uid);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "foyer_store_news");
  g_source_set_callback (source, foyer_store_news_cb, news, foyer_store_news_free);
  g_source_attach (source, self->context);
}

static void
foyer_store_finalize (GObject *object)
{
  FoyerStore *self = FOYER_STORE (object);

  g_clear_pointer (&self->thread, foyer_db_thread_free);
  g_clear_pointer (&self->clock, foyer_clock_unref);
  g_clear_pointer (&self->random, foyer_random_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->dir);

  G_OBJECT_CLASS (foyer_store_parent_class)->finalize (object);
}

static void
foyer_store_class_init (FoyerStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = foyer_store_finalize;

  /**
   * FoyerStore::changed:
   * @self: the store
   * @change: a #FoyerChange mask
   * @space_id: (nullable): the one space concerned, %NULL for several or none
   *
   * Something is different and durable. Emitted before the answer of the verb that did it.
   */
  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
foyer_store_init (FoyerStore *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->thread = foyer_db_thread_new (self->context, foyer_store_changes_cb, self);
}

char *
foyer_store_get_default_dir (void)
{
  const char *dir = g_getenv ("FOYER_DATA_DIR");

  if (dir != NULL && *dir != '\0')
    return g_strdup (dir);

  return g_build_filename (g_get_user_data_dir (), "foyer", NULL);
}

const char *
foyer_store_get_dir (FoyerStore *self)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), NULL);

  return self->dir;
}

FoyerClock *
foyer_store_get_clock (FoyerStore *self)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), NULL);

  return self->clock;
}

gint64
foyer_store_get_last_backup (FoyerStore *self)
{
  gint64 last_backup;

  g_return_val_if_fail (FOYER_IS_STORE (self), 0);

  g_mutex_lock (&self->mutex);
  last_backup = self->last_backup;
  g_mutex_unlock (&self->mutex);

  return last_backup;
}

void
foyer_store_set_last_backup (FoyerStore *self,
                             gint64      instant_ms)
{
  g_mutex_lock (&self->mutex);
  self->last_backup = instant_ms;
  g_mutex_unlock (&self->mutex);
}

void
foyer_store_run (FoyerStore           *self,
                 FoyerPriority         priority,
                 gpointer              tag,
                 FoyerJobFunc          func,
                 gpointer              args,
                 GDestroyNotify        free_args,
                 GDestroyNotify        free_result,
                 GCancellable         *cancellable,
                 GAsyncReadyCallback   callback,
                 gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* What was done is done: a late cancellation must not hide it. */
  g_task_set_check_cancellable (task, FALSE);
  foyer_db_thread_push (self->thread, priority, task, func, args, free_args, free_result);
}

gpointer
foyer_store_run_finish (FoyerStore    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

FoyerAnswer *
foyer_answer_new (gpointer       record,
                  GDestroyNotify free_record,
                  gint64         op)
{
  FoyerAnswer *self;

  if (record == NULL)
    return NULL;

  self = g_new (FoyerAnswer, 1);
  self->record = record;
  self->free_record = free_record;
  self->op = op;

  return self;
}

void
foyer_answer_free (FoyerAnswer *self)
{
  if (self->record != NULL)
    self->free_record (self->record);
  g_free (self);
}

gpointer
foyer_store_answer_finish (FoyerStore    *self,
                           GAsyncResult  *result,
                           gint64        *op,
                           GError       **error)
{
  FoyerAnswer *answer = foyer_store_run_finish (self, result, error);
  gpointer record;

  if (op != NULL)
    *op = answer != NULL ? answer->op : 0;
  if (answer == NULL)
    return NULL;

  record = g_steal_pointer (&answer->record);
  foyer_answer_free (answer);

  return record;
}

static gpointer
foyer_store_open_job (FoyerDb       *db,
                      gpointer       args,
                      GCancellable  *cancellable,
                      GError       **error)
{
  FoyerStore *self = args;
  g_autofree char *path = g_build_filename (self->dir, FOYER_DB_FILE, NULL);
  g_autoptr(FoyerDb) opened = NULL;
  gint64 last_backup;

  if (!foyer_backup_make_folder (self->dir, error)
      || (opened = foyer_db_open (path, NULL, self->clock, self->random, error)) == NULL
      || !foyer_backup_get_last (opened, &last_backup, error))
    return NULL;
  foyer_store_set_last_backup (self, last_backup);

  return g_steal_pointer (&opened);
}

void
foyer_store_open_async (const char           *dir,
                        FoyerClock           *clock,
                        FoyerRandom          *random,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_autoptr(FoyerStore) self = NULL;
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (dir != NULL);
  g_return_if_fail (clock != NULL);

  self = g_object_new (FOYER_TYPE_STORE, NULL);
  self->dir = g_strdup (dir);
  self->clock = foyer_clock_ref (clock);
  self->random = random != NULL ? foyer_random_ref (random) : NULL;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_open_async);
  g_task_set_check_cancellable (task, FALSE);
  foyer_db_thread_push_open (self->thread, task, foyer_store_open_job, self, NULL);
}

FoyerStore *
foyer_store_open_finish (GAsyncResult  *result,
                         GError       **error)
{
  FoyerStore *self;

  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_store_open_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  self = g_object_ref (g_task_get_source_object (G_TASK (result)));
  foyer_store_begin_daily_backup (self);

  return self;
}

void
foyer_store_close_async (FoyerStore           *self,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (FOYER_IS_STORE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, foyer_store_close_async);
  foyer_db_thread_push_close (self->thread, task);
}

gboolean
foyer_store_close_finish (FoyerStore    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct {
  char *verb;
  char *id;
} FoyerUndone;

static void
foyer_undone_free (gpointer user_data)
{
  FoyerUndone *undone = user_data;

  g_free (undone->verb);
  g_free (undone->id);
  g_free (undone);
}

static gpointer
foyer_store_undo_job (FoyerDb       *db,
                      gpointer       args,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *verb = NULL;
  g_autofree char *id = NULL;
  FoyerUndone *undone;

  if (!foyer_undo_verbs_undo (db, *(gint64 *) args, &verb, &id, error))
    return NULL;

  undone = g_new (FoyerUndone, 1);
  undone->verb = g_steal_pointer (&verb);
  undone->id = g_steal_pointer (&id);

  return undone;
}

void
foyer_store_undo_async (FoyerStore           *self,
                        gint64                op,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_undo_async, foyer_store_undo_job,
                   g_memdup2 (&op, sizeof op), g_free, foyer_undone_free, cancellable, callback, user_data);
}

gboolean
foyer_store_undo_finish (FoyerStore    *self,
                         GAsyncResult  *result,
                         char         **verb,
                         char         **id,
                         GError       **error)
{
  FoyerUndone *undone = foyer_store_run_finish (self, result, error);

  if (undone == NULL)
    return FALSE;

  if (verb != NULL)
    *verb = g_steal_pointer (&undone->verb);
  if (id != NULL)
    *id = g_steal_pointer (&undone->id);
  foyer_undone_free (undone);

  return TRUE;
}
