/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web-page.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "foyer-directory-resources.h"

#define STYLE "/io/github/foyerdesk/Foyer/directory/web.css"

/* The one style sheet is allowed by its digest, and nothing else is (CSP level 3, section 2.3.1). */
static gpointer
make_policy (gpointer data)
{
  g_autoptr(GBytes) style = g_resource_lookup_data (foyer_directory_get_resource (), STYLE,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *digest = NULL;
  guint8 sum[32];
  gsize size, length = sizeof sum;
  const guint8 *bytes = g_bytes_get_data (style, &size);

  g_checksum_update (checksum, bytes, (gssize) size);
  g_checksum_get_digest (checksum, sum, &length);
  digest = g_base64_encode (sum, length);

  return g_strdup_printf ("default-src 'none'; style-src 'sha256-%s'; img-src 'self'; form-action 'self'; "
                          "base-uri 'none'; frame-ancestors 'none'", digest);
}

static const char *
get_policy (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_policy, NULL);
}

static void
write_head (FoyerWebPage *self,
            FoyerHtml    *html)
{
  g_autofree char *title = g_strdup_printf ("%s – %s", self->title, self->info->name);
  g_autofree char *canonical = g_strconcat (self->info->base_url, self->path, NULL);

  foyer_html_open (html, "head", NULL);
  foyer_html_add_void (html, "meta", "charset", "utf-8", NULL);
  foyer_html_add_void (html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  foyer_html_add (html, "title", title, NULL);
  foyer_html_add_void (html, "meta", "name", "description", "content", self->about, NULL);
  if (!self->find)
    foyer_html_add_void (html, "meta", "name", "robots", "content", "noindex", NULL);
  else
    foyer_html_add_void (html, "link", "rel", "canonical", "href",
                         foyer_html_is_link (canonical) ? canonical : self->path, NULL);
  foyer_html_add_void (html, "link", "rel", "icon", "type", "image/svg+xml", "href", "/icon.svg", NULL);
  foyer_html_open (html, "style", NULL);
  foyer_html_asset (html, "web.css");
  foyer_html_close (html);
  if (self->json_ld != NULL)
    foyer_html_json (html, self->json_ld);
  foyer_html_close (html);
}

static void
write_link (FoyerWebPage *self,
            FoyerHtml    *html,
            const char   *section,
            const char   *path,
            const char   *words)
{
  foyer_html_add (html, "a", words, "href", path,
                  "aria-current", g_strcmp0 (self->section, section) == 0 ? "page" : NULL, NULL);
}

static void
write_header (FoyerWebPage *self,
              FoyerHtml    *html)
{
  foyer_html_add (html, "a", _("Skip to the content"), "class", "skip", "href", "#main", NULL);
  foyer_html_open (html, "header", NULL);
  foyer_html_open (html, "div", "class", "in", NULL);
  foyer_html_open (html, "a", "class", "brand", "href", "/", NULL);
  foyer_html_asset (html, "mark.svg");
  foyer_html_text (html, "Foyer");
  if (!g_str_equal (self->info->name, "Foyer"))
    foyer_html_add (html, "small", self->info->name, NULL);
  foyer_html_close (html);
  foyer_html_open (html, "nav", "aria-label", _("Pages"), NULL);
  write_link (self, html, "search", "/", _("Find a Seat"));
  write_link (self, html, "about", "/about", _("About and Fairness"));
  foyer_html_add (html, "a", _("Offer a Space"), "href", "/about#offer", NULL);
  foyer_html_close (html);
  foyer_html_close (html);
  foyer_html_close (html);
}

static void
write_footer (FoyerWebPage *self,
              FoyerHtml    *html)
{
  g_autofree char *who = NULL;

  if (g_str_equal (self->info->operator, self->info->base_url))
    who = g_strdup (_("No commission, no accounts, no scripts, no cookies."));
  else
    /* Translators: the name of the person or group that runs the directory */
    who = g_strdup_printf (_("Run by %s. No commission, no accounts, no scripts, no cookies."),
                           self->info->operator);

  foyer_html_open (html, "footer", NULL);
  foyer_html_open (html, "div", "class", "in", NULL);
  foyer_html_add (html, "p", who, NULL);
  foyer_html_open (html, "nav", "aria-label", _("More"), NULL);
  foyer_html_add (html, "a", _("About"), "href", "/about", NULL);
  foyer_html_add (html, "a", _("Open Data"), "href", "/v1/changes", NULL);
  foyer_html_close (html);
  foyer_html_close (html);
  foyer_html_close (html);
}

FoyerHtml *
foyer_web_page_begin (FoyerWebPage *self)
{
  FoyerHtml *html = foyer_html_new ();

  foyer_html_open (html, "html", "lang", self->language->tag, NULL);
  write_head (self, html);
  foyer_html_open (html, "body", NULL);
  write_header (self, html);
  foyer_html_open (html, "main", "id", "main", NULL);
  foyer_html_open (html, "div", "class", "in", NULL);

  return html;
}

FoyerResponse *
foyer_web_page_end (FoyerWebPage *self,
                    FoyerHtml    *html,
                    int           status,
                    const char   *cache)
{
  g_autoptr(GBytes) body = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *etag = NULL;
  FoyerResponse *response;

  foyer_html_close (html);
  foyer_html_close (html);
  write_footer (self, html);
  foyer_html_close (html);
  foyer_html_close (html);
  body = foyer_html_end (html);

  response = foyer_response_new (status, "text/html; charset=utf-8", body);
  if (status == 200)
    {
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
      sum[32] = '\0';
      etag = g_strdup_printf ("\"%s\"", sum);
      foyer_response_set_etag (response, etag);
    }
  foyer_response_set_cache (response, cache);
  foyer_response_add_header (response, "Vary", "Accept-Language");
  foyer_response_add_header (response, "Content-Language", self->language->tag);
  foyer_response_add_header (response, "Content-Security-Policy", get_policy ());
  foyer_response_add_header (response, "Referrer-Policy", "no-referrer");
  foyer_response_add_header (response, "Permissions-Policy",
                             "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

  return response;
}
