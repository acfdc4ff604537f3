/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web.h"

#include <gio/gio.h>

#include "directory/resources/foyer-directory.h"
#include "foyer-directory-resources.h"

#define ICON "/io/github/foyerdesk/Foyer/directory/mark.svg"
/* The most that one file may name (sitemaps.org). */
#define SITEMAP_MAX 50000

static FoyerResponse *
answer (const char *type,
        GBytes     *body)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
  g_autofree char *etag = g_strdup_printf ("\"%.32s\"", sum);
  FoyerResponse *response = foyer_response_new (200, type, body);

  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, "public, max-age=3600");

  return response;
}

/* Nothing in it needs to be escaped: an origin and ids. */
FoyerResponse *
foyer_web_sitemap_get (FoyerExchange *exchange)
{
  FoyerDirectory *directory = foyer_directory_of (exchange);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = foyer_directory_store_list_live (directory->store, SITEMAP_MAX - 2, &error);
  const char *origin = directory->info->base_url;
  g_autoptr(GBytes) body = NULL;
  GString *text;

  if (ids == NULL)
    return foyer_response_new_error (error);

  text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
  g_string_append_printf (text, "<url><loc>%s/</loc></url>\n<url><loc>%s/about</loc></url>\n", origin, origin);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "<url><loc>%s/l/%s</loc></url>\n", origin, (const char *) ids->pdata[i]);
  g_string_append (text, "</urlset>\n");

  body = g_string_free_to_bytes (text);

  return answer ("application/xml", body);
}

FoyerResponse *
foyer_web_robots_get (FoyerExchange *exchange)
{
  GString *text = g_string_new ("User-agent: *\nDisallow: /v1/\nDisallow: /?\n");
  g_autoptr(GBytes) body = NULL;

  g_string_append_printf (text, "Sitemap: %s/sitemap.xml\n", foyer_directory_of (exchange)->info->base_url);

  body = g_string_free_to_bytes (text);

  return answer ("text/plain; charset=utf-8", body);
}

FoyerResponse *
foyer_web_icon_get (FoyerExchange *exchange)
{
  g_autoptr(GBytes) body = g_resource_lookup_data (foyer_directory_get_resource (), ICON,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return answer ("image/svg+xml", body);
}
