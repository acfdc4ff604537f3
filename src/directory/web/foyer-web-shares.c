/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web-shares.h"

#include <glib/gi18n-lib.h>

#include "directory/web/foyer-web-words.h"
#include "protocol/foyer-listing.h"

#define BAR_HEIGHT 12
#define DOTS 8

static void
write_share (FoyerHtml  *html,
             const char *class,
             const char *label,
             gint64      minor,
             const char *currency)
{
  g_autofree char *money = foyer_web_money (minor, currency);
  g_autofree char *dot = g_strconcat ("dot ", class, NULL);

  foyer_html_open (html, "tr", "class", minor == 0 ? "zero" : NULL, NULL);
  foyer_html_open (html, "th", "scope", "row", NULL);
  foyer_html_add (html, "span", "", "class", dot, NULL);
  foyer_html_text (html, label);
  foyer_html_close (html);
  foyer_html_add (html, "td", money, NULL);
  foyer_html_close (html);
}

static void
write_bar_piece (FoyerHtml  *html,
                 guint       i,
                 gint64      start,
                 gint64      minor)
{
  g_autofree char *class = g_strdup_printf ("s%u", i % DOTS + 1);
  g_autofree char *x = g_strdup_printf ("%" G_GINT64_FORMAT, start);
  g_autofree char *width = g_strdup_printf ("%" G_GINT64_FORMAT, minor);

  foyer_html_open (html, "rect", "class", class, "x", x, "y", "0", "width", width, "height", "12", NULL);
  foyer_html_close (html);
}

void
foyer_web_shares_write (FoyerHtml    *html,
                        gint64        price_minor,
                        const char   *currency,
                        const GArray *shares)
{
  g_autofree char *box = g_strdup_printf ("0 0 %" G_GINT64_FORMAT " %d", MAX (price_minor, 1), BAR_HEIGHT);
  gint64 rest = price_minor;
  gint64 start;

  for (guint i = 0; i < shares->len; i++)
    rest -= g_array_index (shares, FoyerShare, i).minor;
  start = rest;

  foyer_html_open (html, "div", "class", "bar", "aria-hidden", "true", NULL);
  foyer_html_open (html, "svg", "viewBox", box, "preserveAspectRatio", "none", NULL);
  write_bar_piece (html, 0, 0, rest);
  for (guint i = 0; i < shares->len; i++)
    {
      const FoyerShare *share = &g_array_index (shares, FoyerShare, i);

      write_bar_piece (html, i + 1, start, share->minor);
      start += share->minor;
    }
  foyer_html_close (html);
  foyer_html_close (html);
  foyer_html_open (html, "table", NULL);
  write_share (html, "s1", _("The host"), rest, currency);
  for (guint i = 0; i < shares->len; i++)
    {
      const FoyerShare *share = &g_array_index (shares, FoyerShare, i);
      g_autofree char *class = g_strdup_printf ("s%u", (i + 1) % DOTS + 1);

      write_share (html, class, share->label, share->minor, currency);
    }
  write_share (html, "", _("This directory"), 0, currency);
  write_share (html, "", "Foyer", 0, currency);
  foyer_html_close (html);
}
