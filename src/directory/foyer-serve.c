/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/foyer-serve.h"

#include <glib-unix.h>
#include <stdio.h>
#include <unistd.h>

#include "directory/foyer-directory-error.h"
#include "directory/resources/foyer-directory.h"
#include "directory/web/foyer-web-language.h"
#include "protocol/foyer-origin.h"

#define DRAIN_SECONDS 10
#define THREADS_MAX 16

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (const FoyerDirectoryWrite *write,
            gpointer                   user_data)
{
  FoyerDirectory *directory = user_data;

  if (write->envelope != NULL)
    foyer_listing_cache_forget (directory->cache,
                                foyer_directory_write_get_subject ((FoyerDirectoryWrite *) write));
  if (write->has_recipient)
    foyer_waiters_wake (directory->waiters, &write->recipient);
}

static FoyerLimits *
make_limits (const FoyerServeOptions  *options,
             GError                  **error)
{
  g_autoptr(FoyerLimits) limits = foyer_limits_new ();

  if (options->no_limits)
    foyer_limits_lift (limits);
  for (gsize i = 0; options->limits != NULL && options->limits[i] != NULL; i++)
    if (!foyer_limits_set (limits, options->limits[i], error))
      return NULL;

  return g_steal_pointer (&limits);
}

/* How others reach it: what the operator says, or where it listens. */
static char *
make_origin (const FoyerServeOptions  *options,
             guint                     port,
             GError                  **error)
{
  g_autofree char *origin = NULL;

  if (options->public_url != NULL)
    origin = g_strdup (options->public_url);
  else
    origin = g_strdup_printf (port == 80 ? "http://%.*s" : "http://%.*s:%u",
                              (int) (strrchr (options->listen, ':') - options->listen),
                              options->listen, port);
  if (!foyer_origin_is_valid (origin))
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_USAGE,
                   "“%s” is not an origin such as https://foyer.example; give --public-url", origin);
      return NULL;
    }

  return g_steal_pointer (&origin);
}

static FoyerDirectoryInfo *
make_info (const FoyerServeOptions *options,
           const char              *origin,
           const char              *epoch)
{
  FoyerDirectoryInfo *info = foyer_directory_info_new ();

  info->name = g_strdup (options->name);
  info->operator = g_strdup (options->operator);
  info->base_url = g_strdup (origin);
  info->epoch = g_strdup (epoch);
  info->version = g_strdup (FOYER_VERSION);

  return info;
}

static void
run (FoyerServer *server)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint term = g_unix_signal_add (SIGTERM, stop_cb, loop);
  guint interrupt = g_unix_signal_add (SIGINT, stop_cb, loop);
  const char *origin = foyer_server_get_origin (server);

  foyer_server_serve (server);
  printf ("listening %s\n", origin);
  fflush (stdout);
  g_main_loop_run (loop);
  for (guint i = 0; i < 2; i++)
    {
      GSource *source = g_main_context_find_source_by_id (NULL, i == 0 ? term : interrupt);

      if (source != NULL)
        g_source_destroy (source);
    }
}

/**
 * foyer_serve:
 * @options: the command line
 * @error: return location for an error
 *
 * Serves a directory until SIGTERM or SIGINT, then answers what has come in.
 *
 * Returns: whether it ended as it should, else %FOYER_DIRECTORY_ERROR
 */
gboolean
foyer_serve (const FoyerServeOptions  *options,
             GError                  **error)
{
  g_autoptr(FoyerLimits) limits = make_limits (options, error);
  g_autoptr(FoyerClock) clock = limits != NULL ? foyer_clock_new_from_environment (error) : NULL;
  g_autoptr(FoyerDirectoryStore) store = NULL;
  g_autoptr(FoyerListingCache) cache = NULL;
  g_autoptr(FoyerDirectoryInfo) info = NULL;
  g_autoptr(FoyerWaiters) waiters = NULL;
  g_autoptr(FoyerServer) server = NULL;
  g_autofree char *origin = NULL;
  FoyerDirectory directory = { 0 };

  if (clock == NULL)
    return FALSE;
  server = foyer_server_new (foyer_routes, limits, clock, &directory);
  if (!foyer_server_listen (server, options->listen, CLAMP (g_get_num_processors (), 1, THREADS_MAX), error))
    return FALSE;
  origin = make_origin (options, foyer_server_get_port (server), error);
  if (origin == NULL)
    return FALSE;
  foyer_server_set_origin (server, origin);
  foyer_web_language_init ();
  store = foyer_directory_store_open (options->db, origin, clock, error);
  if (store == NULL)
    return FALSE;

  cache = foyer_listing_cache_new ();
  info = make_info (options, origin, foyer_directory_store_get_epoch (store));
  waiters = foyer_waiters_new ();
  directory = (FoyerDirectory) { store, info, cache, waiters };
  foyer_directory_store_watch (store, changed_cb, &directory);
  run (server);

  foyer_server_quiesce (server);
  foyer_waiters_stop (waiters);
  foyer_server_wait_idle (server, g_get_monotonic_time () + DRAIN_SECONDS * (gint64) G_USEC_PER_SEC);
  foyer_directory_store_flush (store);

  return TRUE;
}
