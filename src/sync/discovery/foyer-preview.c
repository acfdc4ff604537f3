/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-spaces.h"
#include "storage/foyer-store-travel.h"
#include "sync/discovery/foyer-leaks.h"
#include "sync/foyer-quest-private.h"
#include "sync/writers/foyer-drafts.h"

typedef struct {
  GTask        *task;
  FoyerRunner  *runner;
  char         *space_id;
  FoyerSpace   *space;
  GArray       *days;
} FoyerPreviewQuest;

static void
foyer_preview_quest_free (gpointer data)
{
  FoyerPreviewQuest *self = data;

  g_free (self->space_id);
  g_clear_pointer (&self->space, foyer_space_free);
  g_clear_pointer (&self->days, g_array_unref);
  g_free (self);
}

/**
 * foyer_preview_free:
 * @self: (transfer full): a preview
 *
 * Frees a preview.
 */
void
foyer_preview_free (FoyerPreview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->listing, foyer_listing_free);
  g_clear_pointer (&self->days, foyer_seat_days_free);
  g_ptr_array_unref (self->leaks);
  g_free (self);
}

static FoyerPreview *
foyer_preview_quest_draw (FoyerPreviewQuest  *self,
                          const char         *listing,
                          GError            **error)
{
  g_autoptr(FoyerPreview) preview = g_new0 (FoyerPreview, 1);
  FoyerIdentity *identity = foyer_runner_get_identity (self->runner, error);
  gint64 now_ms = foyer_clock_now (foyer_store_get_clock (foyer_runner_get_store (self->runner)));

  preview->leaks = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_leak_free);
  if (identity == NULL
      || (preview->listing = foyer_listing_draft (identity, self->space, listing, 1, now_ms, error)) == NULL
      || (preview->days = foyer_seat_days_draft (self->space->kind, self->days, listing, 1, error)) == NULL)
    return NULL;

  foyer_leaks_find (preview->leaks, "name", self->space->name);
  foyer_leaks_find (preview->leaks, "about", self->space->about);
  foyer_leaks_find (preview->leaks, "rules", self->space->rules);
  for (gsize i = 0; self->space->tags[i] != NULL; i++)
    foyer_leaks_find (preview->leaks, "tags", self->space->tags[i]);

  return g_steal_pointer (&preview);
}

static void
foyer_preview_quest_publications_cb (GObject      *source,
                                     GAsyncResult *result,
                                     gpointer      user_data)
{
  FoyerPreviewQuest *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) publications = foyer_store_list_publications_finish (FOYER_STORE (source), result, &error);
  FoyerPreview *preview = NULL;

  if (publications != NULL)
    preview = foyer_preview_quest_draw (self,
                                        publications->len > 0
                                          ? ((FoyerPublication *) publications->pdata[0])->listing : "",
                                        &error);
  if (preview != NULL)
    foyer_quest_end (self->runner, self->task, preview, (GDestroyNotify) foyer_preview_free);
  else
    foyer_quest_fail (self->runner, self->task, g_steal_pointer (&error));
}

static void
foyer_preview_quest_days_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  FoyerPreviewQuest *self = user_data;
  g_autoptr(GError) error = NULL;

  self->days = foyer_store_availability_finish (FOYER_STORE (source), result, &error);
  if (self->days == NULL)
    foyer_quest_fail (self->runner, self->task, g_steal_pointer (&error));
  else
    foyer_store_list_publications_async (FOYER_STORE (source), self->space_id, NULL,
                                         foyer_preview_quest_publications_cb, self);
}

static void
foyer_preview_quest_spaces_cb (GObject      *source,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  FoyerPreviewQuest *self = user_data;
  FoyerStore *store = FOYER_STORE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) spaces = foyer_store_list_spaces_finish (store, result, &error);
  g_autoptr(GTimeZone) zone = NULL;

  for (guint i = 0; spaces != NULL && i < spaces->len && self->space == NULL; i++)
    if (g_str_equal (((FoyerSpace *) spaces->pdata[i])->id, self->space_id))
      self->space = foyer_space_copy (spaces->pdata[i]);
  if (spaces != NULL && self->space == NULL)
    g_set_error (&error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no space %s", self->space_id);
  if (self->space != NULL)
    zone = foyer_zone_new (self->space->tz, &error);
  if (zone == NULL)
    foyer_quest_fail (self->runner, self->task, g_steal_pointer (&error));
  else
    foyer_store_availability_async (store, self->space_id,
                                    foyer_business_day (zone, foyer_clock_now (foyer_store_get_clock (store)),
                                                        self->space->cut_off),
                                    FOYER_HORIZON_DAYS, NULL, foyer_preview_quest_days_cb, self);
}

static void
foyer_preview_quest_begin (FoyerRunner *runner,
                           GTask       *task)
{
  FoyerPreviewQuest *self = g_task_get_task_data (task);

  self->task = task;
  self->runner = runner;
  foyer_store_list_spaces_async (foyer_runner_get_store (runner), NULL, foyer_preview_quest_spaces_cb, self);
}

/**
 * foyer_sync_preview_async:
 * @self: a sync
 * @space_id: the id of a space
 * @cancellable: (nullable): without effect
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Shows a space as strangers would see it; nothing leaves.
 */
void
foyer_sync_preview_async (FoyerSync           *self,
                          const char          *space_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  FoyerPreviewQuest *quest;

  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (space_id != NULL);

  quest = g_new0 (FoyerPreviewQuest, 1);
  quest->space_id = g_strdup (space_id);
  foyer_quest_begin (self, foyer_sync_preview_async, foyer_preview_quest_begin, quest, foyer_preview_quest_free,
                     cancellable, callback, user_data);
}

/**
 * foyer_sync_preview_finish:
 * @self: the sync that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Sync.preview_async].
 *
 * Errors: not-found, invalid (the space has no point); bad-identity; any #FoyerDbError.
 *
 * Returns: (transfer full) (nullable): the preview; %NULL with @error set
 */
FoyerPreview *
foyer_sync_preview_finish (FoyerSync     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
