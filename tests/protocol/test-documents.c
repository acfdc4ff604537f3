/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "protocol/foyer-decision.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-notice.h"
#include "protocol/foyer-origin.h"
#include "protocol/foyer-protocol-error.h"
#include "protocol/foyer-request.h"
#include "protocol/foyer-seat-days.h"
#include "protocol/foyer-tags.h"

/* The example of a type with one piece exchanged. */
static char *
exchange (const char *type,
          const char *from,
          const char *to)
{
  g_autofree char *name = g_strconcat (type, ".json", NULL);
  g_autofree char *text = examples_read_data (name);
  g_autoptr(GString) changed = g_string_new (text);

  g_assert_cmpint (g_string_replace (changed, from, to, 0), ==, 1);

  return g_string_free (g_steal_pointer (&changed), FALSE);
}

static const struct { const char *type, *from, *to, *path; } refused[] = {
  { "listing", "\"rev\":3", "\"rev\":0", "rev" },
  { "listing", "\"id\":\"0f8", "\"id\":\"0F8", "id" },
  { "listing", "\"name\":\"Le salon d’Ana\"", "\"name\":\"\"", "name" },
  { "listing", "\"name\":\"Le salon d’Ana\"", "\"name\":7", "name" },
  { "listing", "\"name\":\"Le salon d’Ana\",", "", "name" },
  { "listing", "Le salon", "Le\\nsalon", "name" },
  { "listing", "Le salon", "\\u202eLe salon", "name" },
  { "listing", "Le salon d’Ana", " Le salon d’Ana", "name" },
  { "listing", "Le salon d’Ana", "Cafe\\u0301", "name" },
  { "listing", "\"kind\":\"home\"", "\"kind\":\"castle\"", "kind" },
  { "listing", "\"country\":\"FR\"", "\"country\":\"fr\"", "country" },
  { "listing", "\"country\":\"FR\"", "\"country\":\"FRA\"", "country" },
  { "listing", "Europe/Paris", "Europe/Lyons", "tz" },
  { "listing", "Europe/Paris", "../../etc/passwd", "tz" },
  { "listing", "45.759723", "90.000001", "lat" },
  { "listing", "4.842223", "-180.1", "lon" },
  { "listing", "\"displaced_m\":300", "\"displaced_m\":5001", "displaced_m" },
  { "listing", "\"displaced_m\":300", "\"displaced_m\":-1", "displaced_m" },
  { "listing", "\"seats\":4", "\"seats\":501", "seats" },
  { "listing", "\"seats\":4", "\"seats\":0", "seats" },
  { "listing", "\"price_minor\":400", "\"price_minor\":-1", "price_minor" },
  { "listing", "\"price_minor\":400", "\"price_minor\":4.5", "price_minor" },
  { "listing", "\"price_minor\":400", "\"price_minor\":100000000001", "price_minor" },
  { "listing", "\"price_minor\":400", "\"price_minor\":149", "shares[1].minor" },
  { "listing", "\"currency\":\"EUR\"", "\"currency\":\"eur\"", "currency" },
  { "listing", "\"label\":\"Coffee\"", "\"label\":\"12345678901234567890123456789012345678901\"", "shares[0].label" },
  { "listing", "\"minor\":50", "\"minor\":-50", "shares[1].minor" },
  { "listing", "\"18:00\"", "\"24:01\"", "cancel.hour" },
  { "listing", "\"18:00\"", "\"6 pm\"", "cancel.hour" },
  { "listing", "\"days\":1", "\"days\":367", "cancel.days" },
  { "listing", "\"wifi\",", "\"wifi\",\"WIFI\",", "tags[1]" },
  { "listing", "\"pt-BR\"", "\"PT\"", "languages[1]" },
  { "listing", "\"pt-BR\"", "\"pt_BR\"", "languages[1]" },
  { "listing", "\"pt-BR\"", "\"fr\"", "languages[1]" },
  { "listing", "e3b0c44298", "E3b0c44298", "photos[0]" },
  { "listing", "b7852b855", "b7852b85", "photos[0]" },
  { "listing", "\"updated\":1795766400000", "\"updated\":-5", "updated" },
  { "listing", "\"updated\":1795766400000", "\"updated\":\"now\"", "updated" },
  { "availability", "\"rev\":7", "\"rev\":\"7\"", "rev" },
  { "availability", "2026-12-01", "2026-12-32", "from" },
  { "availability", "2026-12-01", "9999-12-31", "from" },
  { "availability", "\"am\":4", "\"am\":-4", "days[0].am" },
  { "availability", "\"pm\":500", "\"pm\":501", "days[2].pm" },
  { "availability", "\"am\":4,", "", "days[0].am" },
  { "availability", "null,{", "0,{", "days[1]" },
  { "availability", "\"listing\":\"0f8", "\"listing\":\"Zf8", "listing" },
  { "tombstone", "\"rev\":8", "\"rev\":8.5", "rev" },
  { "tombstone", "listing\":", "booking\":", "listing" },
  { "withdrawal", "booking\":", "listing\":", "booking" },
  { "request", "\"id\":\"7c9e6679-7425-4", "\"id\":\"7c9e6679-7425-7", "id" },
  { "request", "\"host\":\"H", "\"host\":\"", "host" },
  { "request", "https://foyer.example", "https://foyer.example/", "directory" },
  { "request", "2026-12-01", "tomorrow", "day" },
  { "request", "\"part\":\"am\"", "\"part\":\"noon\"", "part" },
  { "request", "\"seats\":2", "\"seats\":0", "seats" },
  { "request", "\"seats\":2", "\"seats\":501", "seats" },
  { "request", "\"answer_by\":1795852800000", "\"answer_by\":1e3", NULL },
  { "request", "\"answer_by\":1795852800000", "\"answer_by\":null", "answer_by" },
  { "request", "\"sealed\":\"", "\"sealed\":\"AAAA", "sealed" },
  { "request", "\"sealed\":", "\"unsealed\":", "sealed" },
  { "decision", "confirmed", "requested", "state" },
  { "decision", "confirmed", "withdrawn", "state" },
  { "decision", "confirmed", "expired", "state" },
  { "decision", "confirmed", "Confirmed", "state" },
  { "decision", "\"sealed\":", "\"unsealed\":", "sealed" },
  { "report", "\"reason\":\"not-real\"", "\"reason\":\"boring\"", "reason" },
  { "report", "\"host\":\"H", "\"host\":\"!", "host" },
  { "report", "\"rev\":1", "\"rev\":2", "rev" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = exchange (refused[i].type, refused[i].from, refused[i].to);
      g_autoptr(FoyerKeyPair) host = examples_new_host ();
      g_autoptr(GBytes) payload = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerEnvelope) envelope = foyer_envelope_sign (payload, host, &error);

      g_test_message ("%s: %s", refused[i].type, refused[i].to);
      if (refused[i].path == NULL)
        {
          g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX);
          continue;
        }
      g_assert_no_error (error);
      g_assert_false (examples_parse (envelope, &error));
      g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, refused[i].path));
      g_assert_cmpint (error->message[strlen (refused[i].path)], ==, ':');
    }
}

static gboolean
takes (const char *text)
{
  g_autoptr(FoyerEnvelope) envelope = examples_sign_json (text);
  g_autoptr(GError) error = NULL;
  gboolean taken = examples_parse (envelope, &error);

  if (!taken)
    g_test_message ("%s", error->message);

  return taken;
}

static gboolean
takes_exchanged (const char *type,
                 const char *from,
                 const char *to)
{
  g_autofree char *text = exchange (type, from, to);

  return takes (text);
}

/* The longest is taken, one more is refused; characters count, not bytes. */
static void
test_text_limits (void)
{
  static const struct { const char *type, *from, *format; int most; } cases[] = {
    { "listing", "\"name\":\"Le salon d’Ana\"", "\"name\":\"%s\"", 80 },
    { "listing", "\"about\":\"A long table by the window.\\nTea is on the house \\u003c3\"", "\"about\":\"%s\"", 2000 },
    { "listing", "\"rules\":\"Calls on the landing.\"", "\"rules\":\"%s\"", 1000 },
    { "listing", "\"area\":\"Lyon 3e\"", "\"area\":\"%s\"", 80 },
    { "listing", "\"label\":\"Coffee\"", "\"label\":\"%s\"", 40 },
    { "report", "\"text\":\"There is a car park.\"", "\"text\":\"%s\"", 1000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int more = 0; more < 2; more++)
      {
        g_autoptr(GString) long_text = g_string_new (NULL);
        g_auto(GStrv) halves = g_strsplit (cases[i].format, "%s", 2);
        g_autofree char *member = NULL;

        for (int n = 0; n < cases[i].most + more; n++)
          g_string_append (long_text, "é");
        member = g_strconcat (halves[0], long_text->str, halves[1], NULL);
        g_assert_cmpint (takes_exchanged (cases[i].type, cases[i].from, member), ==, more == 0);
      }
}

static void
test_count_limits (void)
{
  static const struct { const char *type, *from, *begin, *item, *end; int most; } cases[] = {
    { "availability", "\"days\":[{\"am\":4,\"pm\":3},null,{\"am\":0,\"pm\":500},null]", "\"days\":[", "null", "]", 64 },
    { "listing", "\"shares\":[{\"label\":\"Coffee\",\"minor\":100},{\"label\":\"Heating\",\"minor\":50}]",
      "\"shares\":[", "{\"label\":\"a\",\"minor\":50}", "]", 8 },
    { "listing", "\"tags\":[\"wifi\",\"quiet\",\"cat\",\"chess on Fridays\"]", "\"tags\":[", "\"word %d\"", "]", 24 },
    { "listing", "\"photos\":[\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"]",
      "\"photos\":[", "\"%064x\"", "]", 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int more = 0; more < 2; more++)
      {
        g_autoptr(GString) list = g_string_new (cases[i].begin);

        for (int n = 0; n < cases[i].most + more; n++)
          {
            g_autofree char *number = g_strdup_printf (strstr (cases[i].item, "%064x") ? "%064x" : "%d", n);
            g_autoptr(GString) item = g_string_new (cases[i].item);

            g_string_replace (item, "%064x", number, 0);
            g_string_replace (item, "%d", number, 0);
            g_string_append_printf (list, "%s%s", n > 0 ? "," : "", item->str);
          }
        g_string_append (list, cases[i].end);
        g_assert_cmpint (takes_exchanged (cases[i].type, cases[i].from, list->str), ==, more == 0);
      }
}

static void
test_home (void)
{
  static const char * const told[][2] = {
    { "\"updated\"", "\"address\":{\"street\":\"12 rue des Lilas\",\"postcode\":\"69003\",\"city\":\"Lyon\"},\"updated\"" },
    { "\"displaced_m\":300", "\"displaced_m\":0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *text = exchange ("listing", told[i][0], told[i][1]);
      g_autoptr(FoyerEnvelope) envelope = examples_sign_json (text);
      g_autoptr(FoyerListing) listing = NULL;
      g_autoptr(GString) public = g_string_new (text);
      g_autoptr(GError) error = NULL;

      g_assert_null (foyer_listing_parse (envelope, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_HOME_ADDRESS);
      g_string_replace (public, "\"kind\":\"home\"", "\"kind\":\"third-place\"", 1);
      g_assert_true (takes (public->str));
    }
}

/* What later versions add is left alone; what is not needed may be missing. */
static void
test_foreign (void)
{
  g_assert_true (takes_exchanged ("listing", "\"rev\":3", "\"rev\":3,\"mood\":[{\"a\":null}]"));
  g_assert_true (takes_exchanged ("decision", "confirmed\",\"sealed\"", "declined\",\"unsealed\""));
  g_assert_true (takes_exchanged ("decision", "confirmed", "no-show"));
}

static void
test_listing (void)
{
  g_autofree char *text = examples_read_data ("listing.json");
  g_autoptr(FoyerEnvelope) envelope = examples_sign_json (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerListing) listing = foyer_listing_parse (envelope, &error);
  g_autoptr(FoyerSeatDays) days = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (listing->id, ==, EXAMPLE_LISTING);
  g_assert_cmpint (listing->rev, ==, 3);
  g_assert_cmpstr (listing->about, ==, "A long table by the window.\nTea is on the house <3");
  g_assert_cmpint (listing->lat_e6, ==, 45759723);
  g_assert_cmpint (listing->shares->len, ==, 2);
  g_assert_cmpstr (g_array_index (listing->shares, FoyerShare, 1).label, ==, "Heating");
  g_assert_cmpint (g_array_index (listing->shares, FoyerShare, 1).minor, ==, 50);
  g_assert_cmpint (listing->cancel_minute, ==, 18 * 60);
  g_assert_cmpint (g_strv_length (listing->tags), ==, 4);
  g_assert_null (listing->address);

  /* a document is read by its own record only */
  days = foyer_seat_days_parse (envelope, &error);
  g_assert_null (days);
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID);
  g_assert_null (foyer_notice_parse (envelope, NULL));
}

static void
test_seat_days (void)
{
  g_autofree char *text = examples_read_data ("allotment.json");
  g_autoptr(FoyerEnvelope) envelope = examples_sign_json (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSeatDays) days = foyer_seat_days_parse (envelope, &error);

  g_assert_no_error (error);
  g_assert_cmpint (days->type, ==, FOYER_DOCUMENT_ALLOTMENT);
  g_assert_cmpint (days->n_days, ==, 4);
  g_assert_true (days->days[0].open);
  g_assert_cmpint (days->days[0].am, ==, 4);
  g_assert_cmpint (days->days[0].pm, ==, 3);
  g_assert_false (days->days[1].open);
  g_assert_cmpint (days->days[2].pm, ==, 500);
}

/* A successor and an erasure are the business of the key itself. */
static void
test_foreign_key (void)
{
  static const char * const types[] = { "erase", "rekey" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *name = g_strconcat (types[i], ".json", NULL);
      g_autofree char *text = examples_read_data (name);
      g_autoptr(FoyerIdentity) stranger = foyer_identity_new ();
      g_autoptr(FoyerKeyPair) pair = foyer_identity_get_host_key (stranger);
      g_autoptr(GBytes) payload = g_bytes_new (text, strlen (text));
      g_autoptr(FoyerEnvelope) envelope = foyer_envelope_sign (payload, pair, NULL);
      g_autoptr(GError) error = NULL;

      g_assert_false (examples_parse (envelope, &error));
      g_assert_cmpstr (error->message, ==, "key: is not the key that signed");
    }
}

static void
test_origins (void)
{
  static const char * const taken[] = {
    "https://foyer.example", "http://127.0.0.1:8080", "https://a", "https://xn--caf-dma.example:8443",
    "http://[::1]:8080", "https://[2001:db8::1]", "http://localhost:65535", "https://foyer.example:80",
  };
  static const char * const wrong[] = {
    "", "https://", "foyer.example", "ftp://foyer.example", "HTTPS://foyer.example", "https://Foyer.example",
    "https://foyer.example/", "https://foyer.example/x", "https://foyer.example?", "https://foyer.example#",
    "https://u@foyer.example", "https://u:p@foyer.example", "https://foyer.example:443", "http://foyer.example:80",
    "https://foyer.example:", "https://foyer.example:0", "https://foyer.example:65536", "https://foyer.example:08080",
    "https://foyer.example:99999999999", "https://foyer.example.", "https://.example", "https://a..b",
    "https://-a", "https://a b", "https://a\r\nHost: b", "https://[::1", "https://[]", "https://caf\xc3\xa9.example",
    "https://foyer.example:80a", "https:/foyer.example", "https://foyer.example\\@b",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_test_message ("%s", taken[i]);
      g_assert_true (foyer_origin_is_valid (taken[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_false (foyer_origin_is_valid (wrong[i]));
    }
  g_assert_false (foyer_origin_is_valid (NULL));
}

static void
test_tags (void)
{
  g_assert_true (foyer_tag_is_known ("accessible-toilet"));
  g_assert_true (foyer_tag_is_known ("workshop"));
  g_assert_true (foyer_tag_is_known ("wifi"));
  g_assert_false (foyer_tag_is_known ("Wifi"));
  g_assert_false (foyer_tag_is_known (""));
}

static void
test_answer_by (void)
{
  static const struct { const char *day; int opening; const char *asked, *answer_by; } cases[] = {
    /* early: a day to answer */
    { "2026-12-01", 540, "2026-11-20T10:00:00+01:00", "2026-11-21T10:00:00+01:00" },
    /* less than a day before the eve's 18:00 */
    { "2026-12-01", 540, "2026-11-30T09:00:00+01:00", "2026-11-30T18:00:00+01:00" },
    { "2026-12-01", 540, "2026-11-29T18:00:00+01:00", "2026-11-30T18:00:00+01:00" },
    { "2026-12-01", 540, "2026-11-30T17:59:59+01:00", "2026-11-30T18:00:00+01:00" },
    /* later: until it opens */
    { "2026-12-01", 540, "2026-11-30T18:00:00+01:00", "2026-12-01T09:00:00+01:00" },
    { "2026-12-01", 540, "2026-12-01T08:00:00+01:00", "2026-12-01T09:00:00+01:00" },
    { "2026-12-01", 780, "2026-12-01T08:00:00+01:00", "2026-12-01T13:00:00+01:00" },
    /* open already */
    { "2026-12-01", 540, "2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00+01:00" },
    /* the night of 25 hours */
    { "2026-10-25", 540, "2026-10-24T19:00:00+02:00", "2026-10-25T09:00:00+01:00" },
    { "2026-10-26", 540, "2026-10-24T18:30:00+02:00", "2026-10-25T17:30:00+01:00" },
  };
  g_autoptr(GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerDay day;
      gint64 asked, answer_by;

      g_assert_true (foyer_day_parse (cases[i].day, &day, NULL));
      g_assert_true (foyer_instant_parse (cases[i].asked, &asked, NULL));
      g_assert_true (foyer_instant_parse (cases[i].answer_by, &answer_by, NULL));
      g_test_message ("%s", cases[i].asked);
      g_assert_cmpint (foyer_request_answer_by (paris, day, cases[i].opening, asked), ==, answer_by);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_func ("/documents/refused", test_refused);
  g_test_add_func ("/documents/text-limits", test_text_limits);
  g_test_add_func ("/documents/count-limits", test_count_limits);
  g_test_add_func ("/documents/home", test_home);
  g_test_add_func ("/documents/foreign", test_foreign);
  g_test_add_func ("/documents/listing", test_listing);
  g_test_add_func ("/documents/seat-days", test_seat_days);
  g_test_add_func ("/documents/foreign-key", test_foreign_key);
  g_test_add_func ("/documents/origins", test_origins);
  g_test_add_func ("/documents/tags", test_tags);
  g_test_add_func ("/documents/answer-by", test_answer_by);

  return g_test_run ();
}
