/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-quest-private.h"

typedef struct {
  GTask          *task;
  FoyerQuestFunc  func;
} FoyerQuest;

static void
foyer_quest_run (FoyerRunner *runner,
                 gpointer     user_data)
{
  FoyerQuest *quest = user_data;

  foyer_runner_hold (runner);
  quest->func (runner, quest->task);
  g_free (quest);
}

void
foyer_quest_begin (FoyerSync           *sync,
                   gpointer             tag,
                   FoyerQuestFunc       func,
                   gpointer             data,
                   GDestroyNotify       free_data,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  FoyerQuest *quest = g_new (FoyerQuest, 1);

  quest->task = g_task_new (sync, cancellable, callback, user_data);
  quest->func = func;
  g_task_set_source_tag (quest->task, tag);
  g_task_set_task_data (quest->task, data, free_data);
  foyer_runner_invoke (foyer_sync_get_runner (sync), foyer_quest_run, quest);
}

static gboolean
foyer_quest_dropped_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

void
foyer_quest_drop (GTask *task)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_callback (source, foyer_quest_dropped_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

void
foyer_quest_end (FoyerRunner    *runner,
                 GTask          *task,
                 gpointer        result,
                 GDestroyNotify  free_result)
{
  g_task_return_pointer (task, result, free_result);
  foyer_quest_drop (task);
  foyer_runner_release (runner);
}

void
foyer_quest_fail (FoyerRunner *runner,
                  GTask       *task,
                  GError      *error)
{
  g_task_return_error (task, error);
  foyer_quest_drop (task);
  foyer_runner_release (runner);
}
