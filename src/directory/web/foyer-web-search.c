/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/foyer-instant.h"
#include "core/foyer-opening.h"
#include "core/foyer-places.h"
#include "directory/resources/foyer-directory.h"
#include "directory/web/foyer-web-page.h"
#include "directory/web/foyer-web-week.h"
#include "directory/web/foyer-web-words.h"

#define RADIUS 10000
#define PER_PAGE 20

static const char * const names[] = { "near", "day", "part", "seats", "q", "cursor", NULL };

/**
 * Search:
 * @near: as it was typed
 * @words: as they were typed
 * @trouble: (nullable): why nothing is looked for, in words
 * @page: (nullable): what was found
 *
 * A page of a search.
 */
typedef struct {
  FoyerDirectory      *directory;
  FoyerDirectoryQuery  query;
  const char          *near;
  const char          *words;
  const char          *trouble;
  FoyerDay             today;
  int                  minute;
  FoyerSearchPage     *page;
} Search;

static gboolean
find_near (Search     *self,
           FoyerQuery *given)
{
  g_autoptr(FoyerPlace) place = NULL;

  if (foyer_query_get_point (given, "near", &self->query.lat_e6, &self->query.lon_e6, NULL))
    return TRUE;
  place = foyer_places_find (self->near, NULL);
  if (place == NULL)
    {
      self->trouble = _("This place is not known here. Write a French commune, a postcode, or its coordinates such as 45.76,4.85.");
      return FALSE;
    }
  self->query.lat_e6 = place->lat_e6;
  self->query.lon_e6 = place->lon_e6;

  return TRUE;
}

static gboolean
read_rest (Search     *self,
           FoyerQuery *given)
{
  const char *day = foyer_query_get (given, "day");
  const char *part = foyer_query_get (given, "part");
  const char *cursor = foyer_query_get (given, "cursor");

  if (day != NULL && *day != '\0' && !foyer_day_parse (day, &self->query.day, NULL))
    self->trouble = _("This day is none. Write it as in 2026-11-26.");
  else if (self->query.day < self->today)
    self->trouble = _("This day is over. Choose today or a later one.");
  else if (self->query.day >= self->today + FOYER_HORIZON_DAYS)
    self->trouble = _("Seats are published for 64 days ahead. Choose a day before that.");
  else if (part != NULL && *part != '\0' && !foyer_part_parse (part, &self->query.part, NULL))
    self->trouble = _("A part of the day is the whole day, the morning or the afternoon.");
  else if (!foyer_query_get_int (given, "seats", 1, 1, FOYER_SEATS_MAX, &self->query.seats, NULL))
    self->trouble = _("Write how many seats you want as a number from 1 to 500.");
  else if (cursor != NULL && !foyer_search_read_cursor (cursor, &self->query))
    self->trouble = _("This page of the search is not there any more. Search again.");

  return self->trouble == NULL;
}

static void
write_field (FoyerHtml  *html,
             const char *class,
             const char *label,
             const char *name,
             const char *type,
             const char *value,
             const char *hint)
{
  foyer_html_open (html, "label", "class", class, NULL);
  foyer_html_text (html, label);
  foyer_html_add_void (html, "input", "name", name, "type", type, "value", value, "placeholder", hint,
                       "min", g_str_equal (type, "number") ? "1" : NULL,
                       "max", g_str_equal (type, "number") ? "500" : NULL,
                       "maxlength", g_str_equal (type, "text") ? "200" : NULL,
                       "required", g_str_equal (name, "near") ? "" : NULL, NULL);
  foyer_html_close (html);
}

static void
write_parts (Search    *self,
             FoyerHtml *html)
{
  const struct { FoyerPart part; const char *words; } parts[] = {
    { FOYER_PART_FULL, C_("part of a day", "Full day") },
    { FOYER_PART_AM, C_("part of a day", "Morning") },
    { FOYER_PART_PM, C_("part of a day", "Afternoon") },
  };

  foyer_html_open (html, "label", NULL);
  foyer_html_text (html, _("Part"));
  foyer_html_open (html, "select", "name", "part", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    foyer_html_add (html, "option", parts[i].words, "value", foyer_part_get_name (parts[i].part),
                    "selected", self->query.part == parts[i].part ? "" : NULL, NULL);
  foyer_html_close (html);
  foyer_html_close (html);
}

static void
write_form (Search    *self,
            FoyerHtml *html)
{
  g_autofree char *seats = g_strdup_printf ("%d", self->query.seats);
  char day[FOYER_DAY_TEXT_SIZE];

  foyer_html_open (html, "form", "class", "find", "action", "/", "method", "get", "role", "search", NULL);
  write_field (html, "wide", _("Near"), "near", "text", self->near, _("Lyon 3e, 75011"));
  write_field (html, NULL, _("On"), "day", "date", foyer_day_format (self->query.day, day), NULL);
  write_parts (self, html);
  write_field (html, NULL, _("Seats"), "seats", "number", seats, NULL);
  write_field (html, "wide", _("Words"), "q", "text", self->words, _("quiet, garden"));
  foyer_html_add (html, "button", _("Find Seats"), "class", "go wide", "type", "submit", NULL);
  foyer_html_close (html);
}

static void
write_price (FoyerHtml  *html,
             gint64      minor,
             const char *currency)
{
  g_autofree char *price = foyer_web_money (minor, currency);

  foyer_html_open (html, "div", "class", "price", NULL);
  foyer_html_add (html, "b", minor > 0 ? price : C_("price", "Free"), NULL);
  foyer_html_add (html, "small", minor > 0 ? _("a seat and day") : _("no charge"), NULL);
  foyer_html_close (html);
}

static char *
list_tags (char **tags)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; tags != NULL && tags[i] != NULL && i < 5; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", foyer_web_tag (tags[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_result (Search                  *self,
              const FoyerSearchResult *result,
              FoyerHtml               *html)
{
  char day[FOYER_DAY_TEXT_SIZE];
  g_autofree char *link = g_strdup_printf ("/l/%s?day=%s", result->id, foyer_day_format (self->query.day, day));
  g_autofree char *distance = foyer_web_distance (result->distance_m);
  g_autofree char *facts = g_strjoin (" · ", foyer_web_kind (result->kind),
                                      *result->area != '\0' ? result->area : distance,
                                      *result->area != '\0' ? distance : NULL, NULL);
  g_autofree char *tags = list_tags (result->tags);
  FoyerWebWeek week = {
    .from = result->week_from, .n_days = FOYER_SEARCH_WEEK, .days = result->week,
    .chosen = self->query.day, .part = self->query.part,
  };

  foyer_html_open (html, "li", NULL);
  foyer_html_open (html, "div", NULL);
  foyer_html_open (html, "h3", NULL);
  foyer_html_add (html, "a", result->name, "href", link, NULL);
  foyer_html_close (html);
  foyer_html_add (html, "div", facts, "class", "soft", NULL);
  if (*tags != '\0')
    foyer_html_add (html, "div", tags, "class", "small", NULL);
  foyer_html_close (html);
  foyer_web_week_write (&week, html);
  write_price (html, self->query.part == FOYER_PART_FULL ? result->price_minor : result->half_price_minor,
               result->currency);
  foyer_html_close (html);
}

/* The number only where all were counted: pages are found one after the other. */
static char *
describe_count (Search *self)
{
  g_autofree char *day = foyer_web_day (self->query.day);
  guint n = self->page->items->len;

  if (n == 0 && self->query.after_m < 0)
    return g_strdup_printf (_("No free seat within 10 km on %s"), day);
  if (self->page->cursor != NULL || self->query.after_m >= 0)
    return g_strdup_printf (_("The nearest places with a free seat on %s"), day);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place with a free seat on %s", "%u places with a free seat on %s", n), n, day);
}

static void
write_next (Search    *self,
            FoyerHtml *html)
{
  g_autofree char *near = g_uri_escape_string (self->near, ",", FALSE);
  g_autofree char *words = g_uri_escape_string (self->words, NULL, FALSE);
  char day[FOYER_DAY_TEXT_SIZE];
  g_autofree char *link = NULL;

  if (self->page->cursor == NULL)
    return;
  link = g_strdup_printf ("/?near=%s&day=%s&part=%s&seats=%d&q=%s&cursor=%s", near,
                          foyer_day_format (self->query.day, day), foyer_part_get_name (self->query.part),
                          self->query.seats, words, self->page->cursor);
  foyer_html_open (html, "div", "class", "foot", NULL);
  foyer_html_add (html, "a", _("Next Places"), "class", "more", "href", link, "rel", "next", NULL);
  foyer_html_close (html);
}

static void
write_results (Search    *self,
               FoyerHtml *html)
{
  g_autofree char *count = describe_count (self);
  g_autofree char *as_of = g_strdup_printf (_("Nearest first. The order is distance alone; nobody can pay for a place in it. "
                                              "Numbers are free seats as of %02d:%02d."),
                                            self->minute / 60, self->minute % 60);

  foyer_html_add (html, "h2", count, NULL);
  if (self->page->items->len == 0)
    {
      foyer_html_add (html, "p", _("Try another day, half a day, or fewer words."), "class", "soft", NULL);
      return;
    }
  foyer_html_add (html, "p", as_of, "class", "small soft", NULL);
  foyer_html_open (html, "ol", "class", "rows", NULL);
  for (guint i = 0; i < self->page->items->len; i++)
    write_result (self, self->page->items->pdata[i], html);
  foyer_html_close (html);
  write_next (self, html);
}

static FoyerResponse *
write_page (Search                 *self,
            const FoyerWebLanguage *language)
{
  FoyerWebPage page = {
    .language = language, .info = self->directory->info, .title = _("Find a Seat"),
    .about = _("Living-room tables, coworking spaces and public rooms that have a place for a day’s work."),
    .path = "/", .section = "search", .find = self->near == NULL || *self->near == '\0',
  };
  FoyerHtml *html = foyer_web_page_begin (&page);

  foyer_html_add (html, "h1", _("A free seat near you, and company"), NULL);
  foyer_html_add (html, "p", page.about, "class", "lead", NULL);
  write_form (self, html);
  if (self->trouble != NULL)
    foyer_html_add (html, "p", self->trouble, "role", "alert", NULL);
  else if (self->page != NULL)
    write_results (self, html);

  return foyer_web_page_end (&page, html, self->trouble != NULL ? 400 : 200,
                             self->trouble != NULL ? FOYER_CACHE_NONE : FOYER_CACHE_SEARCH);
}

FoyerResponse *
foyer_web_search_get (FoyerExchange *exchange)
{
  FoyerDirectory *directory = foyer_directory_of (exchange);
  FoyerClock *clock = foyer_server_get_clock (foyer_exchange_get_server (exchange));
  const FoyerWebLanguage *language = foyer_web_language_choose (foyer_exchange_get_header (exchange, "Accept-Language"));
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerQuery) given = NULL;
  g_autoptr(FoyerSearchPage) page = NULL;
  FoyerResponse *response = NULL;
  Search search = { .directory = directory, .near = "", .words = "" };
  locale_t before;

  given = foyer_exchange_get_query (exchange, names, &response);
  if (given == NULL)
    return response;
  search.today = foyer_business_day (zone, foyer_clock_now (clock), 0);
  search.minute = foyer_instant_get_minute (zone, foyer_clock_now (clock));
  search.query = (FoyerDirectoryQuery) {
    .radius_m = RADIUS, .day = search.today, .part = FOYER_PART_FULL, .seats = 1, .kind = -1,
    .limit = PER_PAGE, .after_m = -1,
  };
  if (foyer_query_get (given, "near") != NULL)
    search.near = foyer_query_get (given, "near");
  if (foyer_query_get (given, "q") != NULL)
    search.words = foyer_query_get (given, "q");
  if (*search.words != '\0')
    search.query.text = search.words;

  before = uselocale (language->locale);
  if (read_rest (&search, given) && *search.near != '\0' && find_near (&search, given))
    {
      page = foyer_directory_store_search (directory->store, &search.query, &error);
      search.page = page;
    }
  response = error != NULL ? foyer_response_new_error (error) : write_page (&search, language);
  uselocale (before);

  return response;
}
