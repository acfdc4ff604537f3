/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-error.h"
#include "exchange/foyer-picture.h"
#include "sync/foyer-discovery.h"
#include "sync/foyer-quest-private.h"
#include "sync/photos/foyer-photo-cache.h"

#define SHA256_LETTERS 64

typedef struct {
  GTask       *task;
  FoyerRunner *runner;
  char        *origin;
  char        *sha256;
  FoyerCall   *call;
} FoyerPhotoQuest;

static void
foyer_photo_quest_free (gpointer data)
{
  FoyerPhotoQuest *self = data;

  g_free (self->origin);
  g_free (self->sha256);
  g_clear_pointer (&self->call, foyer_call_free);
  g_free (self);
}

static void
foyer_photo_quest_end (FoyerPhotoQuest *self,
                       GBytes          *photo)        /* (transfer full) */
{
  foyer_quest_end (self->runner, self->task, photo, (GDestroyNotify) g_bytes_unref);
}

/* Whatever the directory says of it: only the bytes that the listing names are the photo. */
static GError *
foyer_photo_quest_explain (const FoyerReply *reply)
{
  g_autoptr(GError) error = NULL;
  FoyerProblemType problem;
  const char *reason;

  if (reply->error == NULL && reply->status < 400)
    return g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "not the photo of that digest");

  foyer_reply_judge (reply, &problem, &reason, &error);
  if (problem == FOYER_PROBLEM_NOT_FOUND)
    return g_error_new_literal (FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "the directory does not have the photo");

  return g_steal_pointer (&error);
}

static void
foyer_photo_quest_replied_cb (const FoyerReply *reply,
                              gpointer          user_data)
{
  FoyerPhotoQuest *self = user_data;

  if (reply->error != NULL || reply->status != 200 || !foyer_photo_cache_is_true (self->sha256, reply->body))
    {
      foyer_quest_fail (self->runner, self->task, foyer_photo_quest_explain (reply));
      return;
    }

  foyer_photo_cache_save (foyer_store_get_dir (foyer_runner_get_store (self->runner)), self->sha256, reply->body);
  foyer_photo_quest_end (self, g_bytes_ref (reply->body));
}

static void
foyer_photo_quest_begin (FoyerRunner *runner,
                         GTask       *task)
{
  FoyerPhotoQuest *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GBytes *kept = foyer_photo_cache_load (foyer_store_get_dir (foyer_runner_get_store (runner)), self->sha256);

  self->task = task;
  self->runner = runner;
  if (kept != NULL)
    {
      foyer_photo_quest_end (self, kept);
      return;
    }

  self->call = foyer_call_new ("GET", self->origin, "/v1/photos/%s", self->sha256);
  self->call->accept = "image/jpeg, image/webp, application/problem+json";
  self->call->most = FOYER_PICTURE_SIZE_MAX;
  foyer_transport_ask (foyer_runner_get_transport (runner), self->call,
                       cancellable != NULL ? cancellable : foyer_runner_get_cancellable (runner),
                       foyer_photo_quest_replied_cb, self);
}

/**
 * foyer_sync_photo_async:
 * @self: a sync
 * @origin: of the directory
 * @sha256: of the photo, 64 hexadecimal digits in lower case, as a listing names it
 * @cancellable: (nullable): ends the waiting
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads a photo that a listing names, from what was kept or else from a directory. It is what its
 * digest says, and still a stranger's: foyer_photo_draw_async() shows it.
 */
void
foyer_sync_photo_async (FoyerSync           *self,
                        const char          *origin,
                        const char          *sha256,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  FoyerPhotoQuest *quest;

  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (origin != NULL);
  g_return_if_fail (sha256 != NULL && strspn (sha256, "0123456789abcdef") == SHA256_LETTERS
                    && sha256[SHA256_LETTERS] == '\0');

  quest = g_new0 (FoyerPhotoQuest, 1);
  quest->origin = g_strdup (origin);
  quest->sha256 = g_strdup (sha256);
  foyer_quest_begin (self, foyer_sync_photo_async, foyer_photo_quest_begin, quest, foyer_photo_quest_free, cancellable,
                     callback, user_data);
}

/**
 * foyer_sync_photo_finish:
 * @self: the sync that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Sync.photo_async].
 *
 * Errors: any #FoyerSyncError; not-found (FOYER_ERROR); %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL with @error set
 */
GBytes *
foyer_sync_photo_finish (FoyerSync     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
