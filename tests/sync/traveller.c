/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "traveller.h"

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

Traveller *
traveller_new (const char *now)
{
  Traveller *self = g_new0 (Traveller, 1);

  self->profile = foyer_profile_new (now);
  self->sync = foyer_sync_new (self->profile->store);

  return self;
}

void
traveller_free (Traveller *self)
{
  g_clear_object (&self->sync);
  foyer_profile_free (self->profile);
  g_free (self);
}

void
traveller_restart (Traveller *self)
{
  g_clear_object (&self->sync);
  self->sync = foyer_sync_new (self->profile->store);
}

FoyerSyncReport *
traveller_run (Traveller *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_sync_run_async (self->sync, NULL, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_sync_run_finish (self->sync, result, &self->profile->error);
}

gboolean
traveller_publish (Traveller *self,
                   const char *space_id,
                   const char *origin)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_publish_async (self->profile->store, space_id, origin, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_store_publication_finish (self->profile->store, result, NULL, &self->profile->error);
}

FoyerMySeat *
traveller_ask (Traveller *self,
               const FoyerSeatWish *wish)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_ask_async (self->profile->store, wish, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_store_my_seat_finish (self->profile->store, result, NULL, &self->profile->error);
}

FoyerMySeat *
traveller_withdraw (Traveller *self,
                    const char *seat_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_withdraw_async (self->profile->store, seat_id, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_store_my_seat_finish (self->profile->store, result, NULL, &self->profile->error);
}

FoyerBooking *
traveller_answer (Traveller *self,
                  const char *booking_id,
                  FoyerBookingState state)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_answer_async (self->profile->store, booking_id, state, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_store_booking_finish (self->profile->store, result, NULL, &self->profile->error);
}

GPtrArray *
traveller_seats (Traveller *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_my_seats_async (self->profile->store, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_store_list_my_seats_finish (self->profile->store, result, &self->profile->error);
}

FoyerSearchPage *
traveller_search (Traveller *self,
                  const char *origin,
                  const FoyerSearchQuery *query,
                  gint64 *as_of_ms)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_sync_search_async (self->sync, origin, query, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_sync_search_finish (self->sync, result, as_of_ms, &self->profile->error);
}

FoyerListingView *
traveller_view (Traveller *self,
                const char *origin,
                const char *listing,
                const FoyerKey *key)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_sync_listing_async (self->sync, origin, listing, key, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_sync_listing_finish (self->sync, result, &self->profile->error);
}

GBytes *
traveller_photo (Traveller *self,
                 const char *origin,
                 const char *sha256)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_sync_photo_async (self->sync, origin, sha256, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_sync_photo_finish (self->sync, result, &self->profile->error);
}

FoyerPreview *
traveller_preview (Traveller *self,
                   const char *space_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_sync_preview_async (self->sync, space_id, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_sync_preview_finish (self->sync, result, &self->profile->error);
}

char *
traveller_read_ticket (Traveller *self,
                       const char *space_id,
                       FoyerDay day,
                       const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;
  FoyerCodeKind kind;

  foyer_sync_read_code_async (self->sync, space_id, day, text, NULL, done_cb, &result);
  wait_for (&result);

  return foyer_sync_read_code_finish (self->sync, result, &kind, &self->profile->error);
}
