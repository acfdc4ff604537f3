/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-listing-cache.h"

/* Answers of some kB each; when there are so many, all are made anew as they are asked for. */
#define ENTRIES_MAX 4096

struct _FoyerListingCache {
  GRWLock     lock;
  GHashTable *responses;
  guint64     changes;
};

/**
 * foyer_listing_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
FoyerListingCache *
foyer_listing_cache_new (void)
{
  FoyerListingCache *self = g_new0 (FoyerListingCache, 1);

  g_rw_lock_init (&self->lock);
  self->responses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) foyer_response_unref);

  return self;
}

/**
 * foyer_listing_cache_free:
 * @self: (transfer full): a cache
 *
 * Frees it.
 */
void
foyer_listing_cache_free (FoyerListingCache *self)
{
  g_hash_table_unref (self->responses);
  g_rw_lock_clear (&self->lock);
  g_free (self);
}

/**
 * foyer_listing_cache_get:
 * @self: a cache
 * @listing: an id
 * @ticket: (out): to keep an answer with that is read from now on
 *
 * Returns: (transfer full) (nullable): the answer
 */
FoyerResponse *
foyer_listing_cache_get (FoyerListingCache *self,
                         const char        *listing,
                         guint64           *ticket)
{
  FoyerResponse *response;

  g_rw_lock_reader_lock (&self->lock);
  response = g_hash_table_lookup (self->responses, listing);
  if (response != NULL)
    foyer_response_ref (response);
  *ticket = self->changes;
  g_rw_lock_reader_unlock (&self->lock);

  return response;
}

/**
 * foyer_listing_cache_keep:
 * @self: a cache
 * @listing: an id
 * @ticket: from before it was read
 * @response: the answer
 *
 * Keeps an answer, unless something changed meanwhile.
 */
void
foyer_listing_cache_keep (FoyerListingCache *self,
                          const char        *listing,
                          guint64            ticket,
                          FoyerResponse     *response)
{
  foyer_response_get_mhd (response);     /* made here, so that none of its readers has to */
  g_rw_lock_writer_lock (&self->lock);
  if (ticket == self->changes)
    {
      if (g_hash_table_size (self->responses) >= ENTRIES_MAX)
        g_hash_table_remove_all (self->responses);
      g_hash_table_insert (self->responses, g_strdup (listing), foyer_response_ref (response));
    }
  g_rw_lock_writer_unlock (&self->lock);
}

/**
 * foyer_listing_cache_forget:
 * @self: a cache
 * @listing: an id
 *
 * Drops the answer about a listing that has changed.
 */
void
foyer_listing_cache_forget (FoyerListingCache *self,
                            const char        *listing)
{
  g_rw_lock_writer_lock (&self->lock);
  self->changes++;
  g_hash_table_remove (self->responses, listing);
  g_rw_lock_writer_unlock (&self->lock);
}
