/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/foyer-serve.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "directory/foyer-control.h"
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

/* Where it listens, with the port that it got. */
static char *
make_url (const char *listen,
          guint       port)
{
  int host = (int) (strrchr (listen, ':') - listen);

  return port == 80 ? g_strdup_printf ("http://%.*s", host, listen)
                    : g_strdup_printf ("http://%.*s:%u", host, listen, port);
}

static gboolean
check_origin (const char  *origin,
              GError     **error)
{
  if (foyer_origin_is_valid (origin))
    return TRUE;

  g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_USAGE,
               "“%s” is not an origin such as https://foyer.example; give --public-url", origin);
  return FALSE;
}

static FoyerDirectoryInfo *
make_info (const FoyerServeOptions *options,
           const char              *origin,
           const char              *epoch)
{
  FoyerDirectoryInfo *info = foyer_directory_info_new ();

  info->name = g_strdup (options->name);
  /* Whoever answers there. */
  info->operator = g_strdup (options->operator != NULL ? options->operator : origin);
  info->base_url = g_strdup (origin);
  info->epoch = g_strdup (epoch);
  info->version = g_strdup (FOYER_VERSION);

  return info;
}

/* The operator's port is for this machine alone. */
static gboolean
listen_for_admin (FoyerServer  *admin,
                  const char   *address,
                  GError      **error)
{
  if (!g_str_has_prefix (address, "127.") && !g_str_has_prefix (address, "[::1]:") &&
      !g_str_has_prefix (address, "localhost:"))
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_USAGE,
                   "--admin: “%s” is not an address of this machine alone, such as 127.0.0.1:9090", address);
      return FALSE;
    }

  return foyer_server_listen (admin, address, 1, error);
}

/* The signals that end it, taken before anybody knows that it runs. */
static void
watch_signals (GMainLoop *loop,
               GSource   *sources[2])
{
  static const int signals[] = { SIGTERM, SIGINT };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      sources[i] = g_unix_signal_source_new (signals[i]);
      g_source_set_callback (sources[i], stop_cb, loop, NULL);
      g_source_attach (sources[i], NULL);
    }
}

/* From the first answer to the last. */
static void
run (const FoyerServeOptions *options,
     FoyerDirectory          *directory,
     FoyerServer             *admin)
{
  g_autofree char *url = make_url (options->listen, foyer_server_get_port (directory->server));
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GSource *sources[2];

  watch_signals (loop, sources);
  foyer_server_serve (directory->server);
  printf ("listening %s\n", url);
  if (options->admin != NULL)
    {
      g_autofree char *admin_url = make_url (options->admin, foyer_server_get_port (admin));

      foyer_server_serve (admin);
      printf ("admin %s\n", admin_url);
    }
  fflush (stdout);
  g_main_loop_run (loop);

  foyer_server_quiesce (directory->server);
  foyer_waiters_stop (directory->waiters);
  foyer_server_wait_idle (directory->server,
                          g_get_monotonic_time () + DRAIN_SECONDS * (gint64) G_USEC_PER_SEC);
  foyer_directory_store_flush (directory->store);
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_source_destroy (sources[i]);
      g_source_unref (sources[i]);
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
  g_autoptr(FoyerLimits) none = foyer_limits_new ();
  g_autoptr(FoyerClock) clock = limits != NULL ? foyer_clock_new_from_environment (error) : NULL;
  g_autoptr(FoyerDirectoryStore) store = NULL;
  g_autoptr(FoyerControl) control = NULL;
  g_autoptr(FoyerListingCache) cache = NULL;
  g_autoptr(FoyerDirectoryInfo) info = NULL;
  g_autoptr(FoyerWaiters) waiters = NULL;
  g_autoptr(FoyerServer) server = NULL;
  g_autoptr(FoyerServer) admin = NULL;
  g_autofree char *origin = NULL;
  guint n_threads = CLAMP (g_get_num_processors (), 1, THREADS_MAX);
  FoyerDirectory directory = { 0 };

  if (clock == NULL || (options->public_url != NULL && !check_origin (options->public_url, error)))
    return FALSE;
  server = foyer_server_new (foyer_routes, limits, clock, &directory);
  foyer_limits_lift (none);
  admin = foyer_server_new (foyer_admin_routes, none, clock, &directory);
  if (!foyer_server_listen (server, options->listen, n_threads, error) ||
      (options->admin != NULL && !listen_for_admin (admin, options->admin, error)))
    return FALSE;
  origin = options->public_url != NULL ? g_strdup (options->public_url)
                                       : make_url (options->listen, foyer_server_get_port (server));
  if (!check_origin (origin, error))
    return FALSE;
  foyer_server_set_origin (server, origin);
  foyer_web_language_init ();
  store = foyer_directory_store_open (options->db, origin, clock, error);
  /* The operator's port reads, too. */
  if (store == NULL || !foyer_directory_store_open_readers (store, n_threads + 1, error))
    return FALSE;
  control = foyer_control_new (store, options->db, error);
  if (control == NULL)
    return FALSE;

  cache = foyer_listing_cache_new ();
  info = make_info (options, origin, foyer_directory_store_get_epoch (store));
  waiters = foyer_waiters_new ();
  directory = (FoyerDirectory) { store, info, cache, waiters, server };
  foyer_directory_store_watch (store, changed_cb, &directory);
  run (options, &directory, admin);

  return TRUE;
}
