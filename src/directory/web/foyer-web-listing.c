/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "directory/resources/foyer-directory.h"
#include "directory/resources/foyer-photo.h"
#include "directory/web/foyer-web-page.h"
#include "directory/web/foyer-web-shares.h"
#include "directory/web/foyer-web-week.h"
#include "directory/web/foyer-web-words.h"
#include "protocol/foyer-listing.h"

/* So many days before the one that is asked for are shown with it. */
#define DAYS_BEFORE 3
#define WEEK 7

static const char * const names[] = { "day", NULL };

/**
 * Place:
 * @seats: what is free from @seats.from on
 * @chosen: the day that is looked at
 *
 * A listing as its page shows it.
 */
typedef struct {
  FoyerDirectory      *directory;
  FoyerListing        *listing;
  FoyerKey             host;
  FoyerDirectorySeats  seats;
  FoyerDay             chosen;
} Place;

static const FoyerSeatDay *
get_chosen (Place *self)
{
  static const FoyerSeatDay closed = { 0 };
  FoyerDay i = self->chosen - self->seats.from;

  return i >= 0 && i < (FoyerDay) self->seats.n_days ? &self->seats.days[i] : &closed;
}

/* What search engines read (schema.org, JSON-LD 1.1). */
static GBytes *
write_json_ld (Place *self)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  g_autofree char *url = g_strdup_printf ("%s/l/%s", self->directory->info->base_url, self->listing->id);
  g_autofree char *price = NULL;
  FoyerMoney money = { .minor = self->listing->price_minor };

  g_strlcpy (money.currency, self->listing->currency, sizeof money.currency);
  price = foyer_money_format (money);
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "@context", "https://schema.org");
  foyer_json_writer_add_text (writer, "@type", self->listing->kind == FOYER_SPACE_HOME ? "Place" : "LocalBusiness");
  foyer_json_writer_add_text (writer, "@id", url);
  foyer_json_writer_add_text (writer, "url", url);
  foyer_json_writer_add_text (writer, "name", self->listing->name);
  foyer_json_writer_add_text (writer, "description", self->listing->about);
  foyer_json_writer_begin_object (writer, "geo");
  foyer_json_writer_add_text (writer, "@type", "GeoCoordinates");
  foyer_json_writer_add_degrees (writer, "latitude", self->listing->lat_e6);
  foyer_json_writer_add_degrees (writer, "longitude", self->listing->lon_e6);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_begin_object (writer, "address");
  foyer_json_writer_add_text (writer, "@type", "PostalAddress");
  foyer_json_writer_add_text (writer, "addressLocality", self->listing->area);
  foyer_json_writer_add_text (writer, "addressCountry", self->listing->country);
  if (self->listing->address != NULL)
    {
      foyer_json_writer_add_text (writer, "streetAddress", self->listing->address->street);
      foyer_json_writer_add_text (writer, "postalCode", self->listing->address->postcode);
    }
  foyer_json_writer_end_object (writer);
  foyer_json_writer_begin_object (writer, "makesOffer");
  foyer_json_writer_add_text (writer, "@type", "Offer");
  foyer_json_writer_add_text (writer, "price", price);
  foyer_json_writer_add_text (writer, "priceCurrency", self->listing->currency);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}

/* The first one that is here: a listing comes before the photos that it names. */
static void
write_photo (Place     *self,
             FoyerHtml *html)
{
  for (gsize i = 0; self->listing->photos != NULL && self->listing->photos[i] != NULL; i++)
    {
      g_autofree char *link = g_strconcat ("/v1/photos/", self->listing->photos[i], NULL);
      g_autofree char *width = NULL;
      g_autofree char *height = NULL;
      g_autoptr(GBytes) photo = NULL;
      FoyerPhotoType type;
      guint pixels_wide;
      guint pixels_high;

      photo = foyer_directory_store_get_photo (self->directory->store, self->listing->photos[i], &type, NULL);
      if (photo == NULL || !foyer_photo_get_size (photo, &pixels_wide, &pixels_high))
        continue;
      width = g_strdup_printf ("%u", pixels_wide);
      height = g_strdup_printf ("%u", pixels_high);
      foyer_html_add_void (html, "img", "class", "photo", "src", link, "alt", self->listing->name,
                           "width", width, "height", height, NULL);
      return;
    }
}

static void
write_title (Place     *self,
             FoyerHtml *html)
{
  const char *area = self->listing->area;
  /* Translators: what a space is and where: “Home in Lyon” */
  g_autofree char *facts = *area != '\0' ? g_strdup_printf (_("%s in %s"), foyer_web_kind (self->listing->kind), area)
                                         : g_strdup (foyer_web_kind (self->listing->kind));

  foyer_html_open (html, "div", NULL);
  write_photo (self, html);
  foyer_html_add (html, "h1", self->listing->name, NULL);
  foyer_html_add (html, "p", facts, "class", "lead", NULL);
  if (*self->listing->about != '\0')
    foyer_html_add (html, "p", self->listing->about, "class", "about", NULL);
  if (self->listing->tags != NULL && self->listing->tags[0] != NULL)
    {
      foyer_html_open (html, "ul", "class", "pills", "aria-label", _("What is there"), NULL);
      for (gsize i = 0; self->listing->tags[i] != NULL; i++)
        foyer_html_add (html, "li", foyer_web_tag (self->listing->tags[i]), NULL);
      foyer_html_close (html);
    }
  foyer_html_close (html);
}

static void
write_rules (Place     *self,
             FoyerHtml *html)
{
  g_autofree char *cancel = foyer_web_cancellation (self->listing->cancel_minute, self->listing->cancel_days);

  foyer_html_open (html, "section", "class", "part", NULL);
  foyer_html_add (html, "h2", _("House Rules"), NULL);
  if (*self->listing->rules != '\0')
    foyer_html_add (html, "p", self->listing->rules, "class", "about", NULL);
  foyer_html_open (html, "p", NULL);
  foyer_html_add (html, "b", _("Cancelling"), NULL);
  foyer_html_text (html, " · ");
  foyer_html_text (html, cancel);
  foyer_html_close (html);
  foyer_html_close (html);
}

static void
write_place (Place     *self,
             FoyerHtml *html)
{
  const FoyerAddress *address = self->listing->address;
  g_autofree char *distance = foyer_web_distance (self->listing->displaced_m);
  g_autofree char *hidden = g_strdup_printf (_("The point that distances are measured from is shifted on purpose, by up to %s. The host sends the address and how to get in after accepting."),
                                             distance);
  g_autofree char *street = NULL;

  foyer_html_open (html, "section", "class", "part", NULL);
  foyer_html_add (html, "h2", _("Where It Is"), NULL);
  if (address != NULL)
    {
      street = g_strjoin (", ", address->street, address->postcode, address->city, NULL);
      foyer_html_add (html, "p", street, NULL);
    }
  else
    foyer_html_add (html, "p", self->listing->displaced_m > 0 ? hidden
                    : _("The host sends the address and how to get in after accepting."), "class", "soft", NULL);
  foyer_html_close (html);
}

static void
write_shares (Place     *self,
              FoyerHtml *html)
{
  const FoyerListing *listing = self->listing;
  g_autofree char *price = foyer_web_money (listing->price_minor, listing->currency);
  g_autofree char *title = g_strdup_printf (_("Where Each Cent of %s Goes"), price);

  foyer_html_open (html, "section", NULL);
  foyer_html_add (html, "h2", title, NULL);
  foyer_web_shares_write (html, listing->price_minor, listing->currency, listing->shares);
  foyer_html_add (html, "p", _("As stated by the host."), "class", "small soft", NULL);
  foyer_html_close (html);
}

/* Opens the application, which checks that the listing is signed by the key behind "#". */
static void
write_request (Place     *self,
               FoyerHtml *html)
{
  const char *origin = self->directory->info->base_url;
  const char *host = strstr (origin, "://");
  g_autofree char *thumbprint = foyer_key_get_thumbprint (&self->host);
  char day[FOYER_DAY_TEXT_SIZE];
  g_autofree char *link = g_strdup_printf ("foyer://%s/l/%s?day=%s#%s", host != NULL ? host + 3 : origin,
                                           self->listing->id, foyer_day_format (self->chosen, day), thumbprint);

  foyer_html_add (html, "a", _("Request a Seat in Foyer"), "class", "go", "href", link, NULL);
  foyer_html_open (html, "p", "class", "small soft", NULL);
  foyer_html_text (html, _("Opens the free application, which seals your name and note for the host alone."));
  foyer_html_text (html, " ");
  foyer_html_add (html, "a", _("Get Foyer"), "href", FOYER_WEB_HOME, NULL);
  foyer_html_close (html);
}

static char *
describe_chosen (Place *self)
{
  const FoyerSeatDay *seats = get_chosen (self);
  int full = foyer_web_week_get_free (seats, FOYER_PART_FULL);

  if (!seats->open)
    return g_strdup (_("closed"));
  if (full > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d of %d seats free", "%d of %d seats free", (gulong) full),
                            full, self->listing->seats);
  if (seats->am > 0)
    return g_strdup (_("mornings only"));
  if (seats->pm > 0)
    return g_strdup (_("afternoons only"));

  return g_strdup (C_("a day", "full"));
}

static void
write_links (Place     *self,
             FoyerHtml *html)
{
  g_autofree char *calendar = g_strdup_printf ("/v1/listings/%s.ics", self->listing->id);
  g_autofree char *data = g_strdup_printf ("/v1/listings/%s", self->listing->id);

  foyer_html_open (html, "p", "class", "small", NULL);
  foyer_html_add (html, "a", _("Calendar"), "href", calendar, NULL);
  foyer_html_text (html, " · ");
  foyer_html_add (html, "a", _("Open Data"), "href", data, NULL);
  foyer_html_close (html);
}

static void
write_card (Place     *self,
            FoyerHtml *html)
{
  g_autofree char *path = g_strdup_printf ("/l/%s", self->listing->id);
  g_autofree char *price = foyer_web_money (self->listing->price_minor, self->listing->currency);
  g_autofree char *day = foyer_web_day (self->chosen);
  g_autofree char *state = describe_chosen (self);
  FoyerWebWeek week = {
    .from = self->seats.from, .n_days = self->seats.n_days, .days = self->seats.days, .chosen = self->chosen,
    .part = FOYER_PART_FULL, .path = path,
  };

  foyer_html_open (html, "section", "class", "card", "aria-label", _("Seats and price"), NULL);
  foyer_html_open (html, "div", "class", "price alone", NULL);
  foyer_html_add (html, "b", self->listing->price_minor > 0 ? price : C_("price", "Free"), NULL);
  foyer_html_add (html, "small", self->listing->price_minor > 0 ? _("a seat and day") : _("no charge"), NULL);
  foyer_html_close (html);
  foyer_web_week_write (&week, html);
  foyer_html_open (html, "p", "class", "small", NULL);
  foyer_html_add (html, "b", day, NULL);
  foyer_html_text (html, " · ");
  foyer_html_text (html, state);
  foyer_html_close (html);
  write_request (self, html);
  write_shares (self, html);
  write_links (self, html);
  foyer_html_close (html);
}

static FoyerResponse *
write_listing (Place                  *self,
               const FoyerWebLanguage *language)
{
  g_autofree char *path = g_strdup_printf ("/l/%s", self->listing->id);
  g_autoptr(GBytes) json_ld = write_json_ld (self);
  FoyerWebPage page = {
    .language = language, .info = self->directory->info, .title = self->listing->name, .about = self->listing->about,
    .path = path, .find = TRUE, .json_ld = json_ld,
  };
  FoyerHtml *html = foyer_web_page_begin (&page);

  foyer_html_open (html, "div", "class", "two", NULL);
  write_title (self, html);
  write_card (self, html);
  write_rules (self, html);
  write_place (self, html);
  foyer_html_close (html);

  return foyer_web_page_end (&page, html, 200, FOYER_CACHE_SEARCH);
}

/* There is none, or there was one. */
static FoyerResponse *
write_missing (FoyerDirectory         *directory,
               const FoyerWebLanguage *language,
               gboolean                gone)
{
  FoyerWebPage page = {
    .language = language, .info = directory->info,
    .title = gone ? _("No Longer Offered") : _("Not Found"),
    .about = gone ? _("The host took this place down. What was agreed with the host stays as it is.")
                  : _("There is no such place here. It may be on another directory."),
    .path = "/",
  };
  FoyerHtml *html = foyer_web_page_begin (&page);

  foyer_html_add (html, "h1", page.title, NULL);
  foyer_html_add (html, "p", page.about, "class", "lead", NULL);
  foyer_html_open (html, "p", "class", "foot", NULL);
  foyer_html_add (html, "a", _("Find a Seat"), "class", "more", "href", "/", NULL);
  foyer_html_close (html);

  return foyer_web_page_end (&page, html, gone ? 410 : 404, FOYER_CACHE_NONE);
}

static FoyerListing *
read_listing (FoyerDirectoryPaper  *paper,
              GError              **error)
{
  g_autoptr(FoyerEnvelope) envelope = foyer_envelope_verify (paper->envelope, error);

  return envelope != NULL ? foyer_listing_parse (envelope, error) : NULL;
}

/* The seats around the chosen day; without one, the first day with a seat for a half of it. */
static gboolean
read_seats (Place      *self,
            const char *day,
            GError    **error)
{
  FoyerDirectoryStore *store = self->directory->store;
  FoyerDay from;
  gboolean found;

  if (!foyer_directory_store_get_seats (store, self->listing->id, FOYER_DAY_NONE, FOYER_HORIZON_DAYS,
                                        &self->seats, &found, error))
    return FALSE;
  if (day == NULL || !foyer_day_parse (day, &self->chosen, NULL)
      || self->chosen < self->seats.today || self->chosen >= self->seats.today + FOYER_HORIZON_DAYS)
    {
      self->chosen = self->seats.today;
      for (guint i = self->seats.n_days; i-- > 0;)
        if (MAX (self->seats.days[i].am, self->seats.days[i].pm) > 0
            && self->seats.from + (FoyerDay) i >= self->seats.today)
          self->chosen = self->seats.from + (FoyerDay) i;
    }
  from = MAX (self->chosen - DAYS_BEFORE, self->seats.today);

  return foyer_directory_store_get_seats (store, self->listing->id, from, WEEK, &self->seats, &found, error);
}

static FoyerResponse *
answer (FoyerDirectory         *directory,
        const char             *id,
        const char             *day,
        const FoyerWebLanguage *language,
        GError                **error)
{
  g_auto(FoyerDirectoryPaper) paper = { 0 };
  g_autoptr(FoyerListing) listing = NULL;
  Place place = { .directory = directory };
  gboolean found;

  if (!foyer_directory_store_get_paper (directory->store, id, FOYER_DOCUMENT_LISTING, &paper, &found, error))
    return NULL;
  if (!found || !paper.live || paper.envelope == NULL)
    return write_missing (directory, language, found);
  listing = read_listing (&paper, error);
  if (listing == NULL)
    return NULL;
  place.listing = listing;
  place.host = paper.host;
  if (!read_seats (&place, day, error))
    return NULL;

  return write_listing (&place, language);
}

FoyerResponse *
foyer_web_listing_get (FoyerExchange *exchange)
{
  const FoyerWebLanguage *language = foyer_web_language_choose (foyer_exchange_get_header (exchange, "Accept-Language"));
  g_autoptr(FoyerQuery) given = NULL;
  g_autoptr(GError) error = NULL;
  FoyerResponse *response = NULL;
  locale_t before;

  given = foyer_exchange_get_query (exchange, names, &response);
  if (given == NULL)
    return response;

  before = uselocale (language->locale);
  response = answer (foyer_directory_of (exchange), foyer_exchange_get_parameter (exchange),
                     foyer_query_get (given, "day"), language, &error);
  uselocale (before);

  return response != NULL ? response : foyer_response_new_error (error);
}
