/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-upkeep.h"

#include "storage/foyer-store-private.h"
#include "storage/tables/foyer-erasure-table.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/upkeep/foyer-check.h"
#include "storage/upkeep/foyer-daily-backup.h"
#include "storage/upkeep/foyer-restore.h"

static gpointer
foyer_store_backup_job (FoyerDb       *db,
                        gpointer       args,
                        GCancellable  *cancellable,
                        GError       **error)
{
  gint64 last_backup;

  if (!foyer_backup_verb (db, args, cancellable, error))
    return NULL;
  last_backup = foyer_db_now (db);

  return g_memdup2 (&last_backup, sizeof last_backup);
}

void
foyer_store_backup_async (FoyerStore           *self,
                          const char           *path,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (path != NULL);

  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_backup_async, foyer_store_backup_job,
                   g_strdup (path), g_free, g_free, cancellable, callback, user_data);
}

gboolean
foyer_store_backup_finish (FoyerStore    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_autofree gint64 *last_backup = foyer_store_run_finish (self, result, error);

  if (last_backup != NULL)
    foyer_store_set_last_backup (self, *last_backup);

  return last_backup != NULL;
}

static gpointer
foyer_store_check_job (FoyerDb       *db,
                       gpointer       args,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return foyer_check_live (db, cancellable, error);
}

void
foyer_store_check_async (FoyerStore           *self,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_BACKGROUND, foyer_store_check_async, foyer_store_check_job,
                   NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_check_finish (FoyerStore    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_daily_backup_job (FoyerDb       *db,
                              gpointer       args,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerStore *self = args;
  gint64 *last_backup;

  if (!foyer_erasure_table_tidy (db, error) || !foyer_daily_backup_run (db, foyer_store_get_dir (self), cancellable, error))
    return NULL;

  last_backup = g_new0 (gint64, 1);
  if (!foyer_backup_get_last (db, last_backup, error))
    g_clear_pointer (&last_backup, g_free);

  return last_backup;
}

static void
foyer_store_daily_backup_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* Nobody asked for it: the next start tries again. */
  if (!foyer_store_backup_finish (FOYER_STORE (source), result, &error))
    g_info ("No backup today: %s", error->message);
}

void
foyer_store_begin_daily_backup (FoyerStore *self)
{
  foyer_store_run (self, FOYER_PRIORITY_LEISURE, foyer_store_begin_daily_backup, foyer_store_daily_backup_job,
                   self, NULL, g_free, NULL, foyer_store_daily_backup_cb, NULL);
}

typedef struct {
  char       *dir;
  char       *path;
  FoyerClock *clock;
} FoyerRestoreArgs;

static void
foyer_restore_args_free (gpointer user_data)
{
  FoyerRestoreArgs *args = user_data;

  g_free (args->dir);
  g_free (args->path);
  foyer_clock_unref (args->clock);
  g_free (args);
}

static gpointer
foyer_store_restore_job (FoyerDb       *db,
                         gpointer       user_data,
                         GCancellable  *cancellable,
                         GError       **error)
{
  FoyerRestoreArgs *args = user_data;

  return foyer_restore_run (args->dir, args->path, args->clock, cancellable, error);
}

void
foyer_store_restore_async (const char           *dir,
                           const char           *path,
                           FoyerClock           *clock,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  FoyerRestoreArgs *args;
  FoyerDbThread *thread;

  g_return_if_fail (dir != NULL);
  g_return_if_fail (path != NULL);
  g_return_if_fail (clock != NULL);

  args = g_new (FoyerRestoreArgs, 1);
  args->dir = g_strdup (dir);
  args->path = g_strdup (path);
  args->clock = foyer_clock_ref (clock);

  /* A thread of its own, without a database, which goes with the task. */
  thread = foyer_db_thread_new (NULL, NULL, NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_store_restore_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, thread, (GDestroyNotify) foyer_db_thread_free);
  foyer_db_thread_push (thread, FOYER_PRIORITY_BACKGROUND, task, foyer_store_restore_job,
                        args, foyer_restore_args_free, g_free);
}

char *
foyer_store_restore_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_store_restore_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
