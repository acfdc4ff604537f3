/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-places.h"

#include "foyer-core-resources.h"

#define TABLE "/io/github/foyerdesk/Foyer/gazetteer-fr.tsv"

/* A gazetteer answers one thread at a time. */
static GMutex mutex;

static gpointer
load (gpointer data)
{
  g_autoptr(GBytes) table = g_resource_lookup_data (foyer_core_get_resource (), TABLE,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return foyer_gazetteer_new (table);
}

static FoyerGazetteer *
get_gazetteer (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * foyer_places_find:
 * @name: (nullable): a commune, an arrondissement, a postcode, or both
 * @postcode: (nullable): a postcode
 *
 * [method@Gazetteer.find] in the table that ships. Any thread.
 *
 * Returns: (transfer full) (nullable): the place
 */
FoyerPlace *
foyer_places_find (const char *name,
                   const char *postcode)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return foyer_gazetteer_find (get_gazetteer (), name, postcode);
}

/**
 * foyer_places_search:
 * @text: what somebody types
 * @limit: how many at most
 *
 * [method@Gazetteer.search] in the table that ships. Any thread.
 *
 * Returns: (transfer full) (element-type FoyerPlace): the places
 */
GPtrArray *
foyer_places_search (const char *text,
                     guint       limit)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return foyer_gazetteer_search (get_gazetteer (), text, limit);
}

/**
 * foyer_places_list:
 *
 * [method@Gazetteer.list] of the table that ships. Any thread.
 *
 * Returns: (transfer full) (element-type FoyerPlace): the places
 */
GPtrArray *
foyer_places_list (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return foyer_gazetteer_list (get_gazetteer ());
}
