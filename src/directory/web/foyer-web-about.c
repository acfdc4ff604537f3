/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web.h"

#include <glib/gi18n-lib.h>

#include "directory/resources/foyer-directory.h"
#include "directory/web/foyer-web-page.h"
#include "directory/web/foyer-web-shares.h"
#include "directory/web/foyer-web-words.h"
#include "protocol/foyer-listing.h"

#define EXAMPLE_MINOR 400

static void
write_fact (FoyerHtml  *html,
            const char *figure,
            const char *words)
{
  foyer_html_open (html, "li", NULL);
  foyer_html_add (html, "b", figure, NULL);
  foyer_html_text (html, words);
  foyer_html_close (html);
}

static void
begin_rule (FoyerHtml  *html,
            const char *id,
            const char *title)
{
  foyer_html_open (html, "section", "class", "rule", "id", id, NULL);
  foyer_html_add (html, "h2", title, NULL);
  foyer_html_open (html, "div", NULL);
}

static void
end_rule (FoyerHtml *html)
{
  foyer_html_close (html);
  foyer_html_close (html);
}

static void
write_rule (FoyerHtml  *html,
            const char *title,
            const char *text)
{
  begin_rule (html, NULL, title);
  foyer_html_add (html, "p", text, NULL);
  end_rule (html);
}

static void
write_facts (FoyerDirectory *directory,
             guint           n_listings,
             FoyerHtml      *html)
{
  g_autofree char *fee = foyer_web_money (directory->info->fee_minor, "EUR");
  g_autofree char *count = g_strdup_printf ("%u", n_listings);

  foyer_html_open (html, "ul", "class", "facts", NULL);
  write_fact (html, fee, _("commission, for hosts and for guests"));
  write_fact (html, count, g_dngettext (GETTEXT_PACKAGE, "place that can be found", "places that can be found", n_listings));
  write_fact (html, "1", _("rule of order: distance"));
  write_fact (html, "0", _("accounts, cookies, scripts"));
  foyer_html_close (html);
}

/* What a price may be made of; no host in particular asks it. */
static void
write_money (FoyerHtml *html)
{
  const FoyerShare shares[] = {
    { (char *) _("Heating and light"), 90 },
    { (char *) _("Coffee and tea"), 60 },
    { (char *) _("Internet"), 30 },
  };
  g_autoptr(GArray) example = g_array_new (FALSE, FALSE, sizeof (FoyerShare));
  g_autofree char *price = foyer_web_money (EXAMPLE_MINOR, "EUR");
  /* Translators: a price of a day, before a table of what it is made of */
  g_autofree char *title = g_strdup_printf (_("A day for %s, for example:"), price);

  g_array_append_vals (example, shares, G_N_ELEMENTS (shares));
  begin_rule (html, NULL, _("Where the Money Goes"));
  foyer_html_add (html, "p", _("You pay the host, on the day or by bank transfer. Each listing shows what its price is made of, and that this directory and Foyer get nothing of it."), NULL);
  foyer_html_add (html, "p", title, NULL);
  foyer_web_shares_write (html, EXAMPLE_MINOR, "EUR", example);
  end_rule (html);
}

/* An operator without a name is not spoken of. */
static char *
describe_operator (const FoyerDirectoryInfo *info)
{
  if (g_str_equal (info->operator, info->base_url))
    return g_strdup (_("What is hidden or blocked here stays signed by its host, who can publish it on any other directory."));

  return g_strdup_printf (_("%s runs this server. What is hidden or blocked here stays signed by its host, who can publish it on any other directory."),
                          info->operator);
}

static void
write_knowledge (FoyerHtml *html)
{
  begin_rule (html, "privacy", _("What This Server Knows"));
  foyer_html_open (html, "ul", NULL);
  foyer_html_add (html, "li", _("What hosts chose to publish: the seats, the price, the rules; of a home a shifted point instead of an address."), NULL);
  foyer_html_add (html, "li", _("Requests and answers as sealed boxes that only the other side can open. They are deleted seven days after the day they are about."), NULL);
  foyer_html_add (html, "li", _("Bookings: the day, the seats, and a key that a guest keeps for one host alone. No name, no phone number."), NULL);
  foyer_html_close (html);
  end_rule (html);
}

FoyerResponse *
foyer_web_about_get (FoyerExchange *exchange)
{
  FoyerDirectory *directory = foyer_directory_of (exchange);
  const FoyerWebLanguage *language = foyer_web_language_choose (foyer_exchange_get_header (exchange, "Accept-Language"));
  locale_t before = uselocale (language->locale);
  FoyerWebPage page = {
    .language = language, .info = directory->info, .title = _("About and Fairness"),
    .about = _("This directory tells you who has a free seat. It takes nothing from the price, sells no ranking, and knows no guest’s name."),
    .path = "/about", .section = "about", .find = TRUE,
  };
  g_autofree char *who = describe_operator (directory->info);
  FoyerHtml *html;
  FoyerResponse *response;

  html = foyer_web_page_begin (&page);
  foyer_html_add (html, "h1", _("Nobody owns the table"), NULL);
  foyer_html_add (html, "p", page.about, "class", "lead", NULL);
  write_facts (directory, foyer_directory_store_count (directory->store), html);
  write_money (html);
  write_knowledge (html);
  begin_rule (html, NULL, _("Everything Comes Out Again"));
  foyer_html_open (html, "p", NULL);
  foyer_html_text (html, _("Listings belong to their hosts: each is signed by its host’s own key and can move to another directory. All of it is open data, and anyone may run a mirror:"));
  foyer_html_text (html, " ");
  foyer_html_add (html, "a", _("the feed of changes"), "href", "/v1/changes", NULL);
  foyer_html_text (html, ".");
  foyer_html_close (html);
  end_rule (html);
  write_rule (html, _("Who Decides"), who);
  begin_rule (html, "offer", _("Open Your Table"));
  foyer_html_add (html, "p", _("Foyer runs on your own computer and works without a network. Two to six seats are enough."), NULL);
  foyer_html_add (html, "a", _("Get Foyer"), "class", "go", "href", FOYER_WEB_HOME, NULL);
  end_rule (html);
  begin_rule (html, NULL, _("Credits"));
  foyer_html_add (html, "p", "Communes: INSEE / Etalab, Licence Ouverte 2.0. Coordinates: GeoNames, CC BY 4.0, modified.", "lang", "en", NULL);
  end_rule (html);
  response = foyer_web_page_end (&page, html, 200, "public, max-age=60");
  uselocale (before);

  return response;
}
