/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

/* For the operator, on a port of its own that only this machine reaches. Numbers alone: no
 * address, no key, no id. */

static FoyerResponse *
make_text (int         status,
           const char *type,
           const char *text)
{
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  FoyerResponse *response = foyer_response_new (status, type, body);

  foyer_response_set_cache (response, FOYER_CACHE_NONE);

  return response;
}

FoyerResponse *
foyer_health_get (FoyerExchange *exchange)
{
  g_autoptr(GError) error = NULL;

  if (foyer_directory_store_check (foyer_directory_of (exchange)->store, &error))
    return make_text (200, "text/plain", "ok\n");

  return foyer_response_new_retry (FOYER_PROBLEM_UNAVAILABLE, 5);
}

FoyerResponse *
foyer_metrics_get (FoyerExchange *exchange)
{
  FoyerDirectory *directory = foyer_directory_of (exchange);
  g_autoptr(GString) text = g_string_new (NULL);
  FoyerDirectoryStoreCounts store;
  FoyerServerCounts server;

  foyer_server_get_counts (directory->server, &server);
  foyer_directory_store_get_counts (directory->store, &store);
  g_string_append (text, "# TYPE foyer_requests_total counter\n");
  for (guint class = 2; class <= 5; class++)
    g_string_append_printf (text, "foyer_requests_total{status=\"%uxx\"} %" G_GUINT64_FORMAT "\n", class,
                            server.requests[class]);
  g_string_append_printf (text,
                          "# TYPE foyer_connections gauge\nfoyer_connections %d\n"
                          "# TYPE foyer_inbox_waiting gauge\nfoyer_inbox_waiting %u\n"
                          "# TYPE foyer_writes_total counter\nfoyer_writes_total %" G_GUINT64_FORMAT "\n"
                          "# TYPE foyer_commits_total counter\nfoyer_commits_total %" G_GUINT64_FORMAT "\n"
                          "# TYPE foyer_writes_queued gauge\nfoyer_writes_queued %d\n",
                          server.connections, foyer_waiters_count (directory->waiters), store.writes,
                          store.commits, store.queued);
  foyer_timings_tell (foyer_server_get_timings (directory->server), text);

  return make_text (200, "text/plain; version=0.0.4", text->str);
}
