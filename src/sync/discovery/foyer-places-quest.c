/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-places.h"
#include "sync/discovery/foyer-reading-private.h"

typedef struct {
  char  *text;
  guint  limit;
} FoyerPlacesQuest;

static void
foyer_places_quest_free (gpointer data)
{
  FoyerPlacesQuest *self = data;

  g_free (self->text);
  g_free (self);
}

/* The first question indexes the table, which the interface must not wait for. */
static void
foyer_places_quest_begin (FoyerRunner *runner,
                          GTask       *task)
{
  FoyerPlacesQuest *self = g_task_get_task_data (task);

  foyer_quest_end (runner, task, foyer_places_search (self->text, self->limit), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * foyer_sync_places_async:
 * @self: a sync
 * @text: what somebody types
 * @limit: how many at most
 * @cancellable: (nullable): without effect
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Finds communes whose name begins with @text or whose postcode it is, accents and case
 * folded, the most populous first; "Lyon 3e" and "75011" too. Needs no network.
 */
void
foyer_sync_places_async (FoyerSync           *self,
                         const char          *text,
                         guint                limit,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  FoyerPlacesQuest *quest;

  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (text != NULL);

  quest = g_new (FoyerPlacesQuest, 1);
  *quest = (FoyerPlacesQuest) { g_strdup (text), limit };
  foyer_quest_begin (self, foyer_sync_places_async, foyer_places_quest_begin, quest, foyer_places_quest_free,
                     cancellable, callback, user_data);
}

/**
 * foyer_sync_places_finish:
 * @self: the sync that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Sync.places_async].
 *
 * Returns: (transfer full) (element-type FoyerPlace): the places, none when nothing is known
 */
GPtrArray *
foyer_sync_places_finish (FoyerSync     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
