/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "sync/discovery/foyer-reading-private.h"
#include "sync/machine/foyer-readings.h"

typedef struct {
  GTask            *task;
  FoyerRunner      *runner;
  char             *origin;
  char             *id;
  gboolean          pinned;
  FoyerKey          key;
  FoyerCall        *call;                /* (nullable): the one under way */
  FoyerListingView *view;
} FoyerViewQuest;

static void
foyer_view_quest_free (gpointer data)
{
  FoyerViewQuest *self = data;

  g_free (self->origin);
  g_free (self->id);
  g_clear_pointer (&self->call, foyer_call_free);
  g_clear_pointer (&self->view, foyer_listing_view_free);
  g_free (self);
}

/**
 * foyer_listing_view_free:
 * @self: (transfer full): a view
 *
 * Frees a view.
 */
void
foyer_listing_view_free (FoyerListingView *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->listing, foyer_listing_free);
  g_clear_pointer (&self->days, foyer_seat_days_free);
  g_free (self);
}

static void
foyer_view_quest_ask (FoyerViewQuest   *self,
                      const char       *what,
                      FoyerReadingFunc  func)
{
  g_clear_pointer (&self->call, foyer_call_free);
  self->call = foyer_call_new ("GET", self->origin, "/v1/listings/%s%s", self->id, what);
  foyer_reading_ask (self->runner, self->call, g_task_get_cancellable (self->task), func, self);
}

static void
foyer_view_quest_end (FoyerViewQuest *self)
{
  foyer_quest_end (self->runner, self->task, g_steal_pointer (&self->view), (GDestroyNotify) foyer_listing_view_free);
}

static void
foyer_view_quest_seats_cb (GBytes       *body,
                           gint64        as_of_ms,
                           const GError *error,
                           gpointer      user_data)
{
  FoyerViewQuest *self = user_data;
  g_autoptr(GError) syntax = NULL;

  if (body != NULL)
    self->view->days = foyer_read_seat_days (body, self->id, &self->view->key, &syntax);
  if (self->view->days != NULL)
    foyer_reading_keep (self->runner, self->call, as_of_ms, body);
  if (syntax != NULL)
    foyer_quest_fail (self->runner, self->task,
                      g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "the free seats: %s",
                                   syntax->message));
  else if (error != NULL && !g_error_matches (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND)
           && !g_error_matches (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE))
    foyer_quest_fail (self->runner, self->task, g_error_copy (error));
  else
    {
      /* the older of the two says how old the view is */
      if (body != NULL)
        self->view->as_of_ms = MIN (self->view->as_of_ms, as_of_ms);
      foyer_view_quest_end (self);
    }
}

static void
foyer_view_quest_listing_cb (GBytes       *body,
                             gint64        as_of_ms,
                             const GError *error,
                             gpointer      user_data)
{
  FoyerViewQuest *self = user_data;
  g_autoptr(GError) syntax = NULL;
  FoyerListing *listing;
  FoyerKey key;

  listing = body != NULL ? foyer_read_listing (body, self->id, &key, &syntax) : NULL;
  if (listing == NULL)
    {
      foyer_quest_fail (self->runner, self->task,
                        syntax == NULL ? g_error_copy (error)
                                       : g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "a listing: %s",
                                                      syntax->message));
      return;
    }

  self->view = g_new0 (FoyerListingView, 1);
  self->view->listing = listing;
  self->view->key = key;
  self->view->as_of_ms = as_of_ms;
  if (self->pinned && !foyer_key_equal (&key, &self->key))
    {
      foyer_quest_fail (self->runner, self->task,
                        g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_CHANGED_KEY, "another host answers as %s",
                                     self->id));
      return;
    }
  foyer_reading_keep (self->runner, self->call, as_of_ms, body);
  foyer_view_quest_ask (self, "/availability", foyer_view_quest_seats_cb);
}

static void
foyer_view_quest_begin (FoyerRunner *runner,
                        GTask       *task)
{
  FoyerViewQuest *self = g_task_get_task_data (task);

  self->task = task;
  self->runner = runner;
  foyer_view_quest_ask (self, "", foyer_view_quest_listing_cb);
}

/**
 * foyer_sync_listing_async:
 * @self: a sync
 * @origin: of the directory
 * @listing: the listing's id
 * @key: (nullable): who has to have signed it
 * @cancellable: (nullable): ends the waiting
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads a listing with its free seats, and checks who signed them. Where no answer can be had,
 * what was kept of an earlier one is the answer; its as_of_ms tells.
 */
void
foyer_sync_listing_async (FoyerSync           *self,
                          const char          *origin,
                          const char          *listing,
                          const FoyerKey      *key,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  FoyerViewQuest *quest;

  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (origin != NULL && listing != NULL);

  quest = g_new0 (FoyerViewQuest, 1);
  quest->origin = g_strdup (origin);
  quest->id = g_uri_escape_string (listing, NULL, FALSE);
  quest->pinned = key != NULL;
  if (key != NULL)
    quest->key = *key;
  foyer_quest_begin (self, foyer_sync_listing_async, foyer_view_quest_begin, quest, foyer_view_quest_free, cancellable,
                     callback, user_data);
}

/**
 * foyer_sync_listing_finish:
 * @self: the sync that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Sync.listing_async].
 *
 * Errors: any #FoyerSyncError; not-found (FOYER_ERROR), also for one that was taken down;
 *   %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the view; %NULL with @error set
 */
FoyerListingView *
foyer_sync_listing_finish (FoyerSync     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
