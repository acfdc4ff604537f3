/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-access.h"
#include "protocol/foyer-base64url.h"
#include "protocol/foyer-decision.h"
#include "protocol/foyer-directory-info.h"
#include "protocol/foyer-guest-card.h"
#include "protocol/foyer-http-signature.h"
#include "protocol/foyer-key-notice.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-notice.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-problem.h"
#include "protocol/foyer-report.h"
#include "protocol/foyer-request.h"
#include "protocol/foyer-search-page.h"
#include "protocol/foyer-ticket.h"

#define NOW_MS G_GINT64_CONSTANT (1795766400000)     /* 2026-11-27T08:00:00Z */

static guint64 stream_block;

static const char *
stream_name (void)
{
  return "examples";
}

static void
stream_fill (void * const buffer,
             const size_t size)
{
  static const guint8 key[crypto_stream_chacha20_KEYBYTES] = "the stream of the examples";
  guint8 nonce[crypto_stream_chacha20_NONCEBYTES];
  guint64 block = GUINT64_TO_LE (stream_block++);

  memcpy (nonce, &block, sizeof nonce);
  crypto_stream_chacha20 (buffer, size, nonce, key);
}

static guint32
stream_next (void)
{
  guint32 number;

  stream_fill (&number, sizeof number);

  return number;
}

void
examples_start (void)
{
  static randombytes_implementation implementation = {
    .implementation_name = stream_name, .random = stream_next, .buf = stream_fill,
  };

  randombytes_set_implementation (&implementation);
  g_assert_cmpint (sodium_init (), >=, 0);
}

void
examples_restart (void)
{
  stream_block = 1;
}

FoyerIdentity *
examples_new_identity (guint8 first)
{
  guint8 seed[FOYER_SEED_SIZE];
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  FoyerIdentity *identity;

  for (guint8 i = 0; i < FOYER_SEED_SIZE; i++)
    seed[i] = first + i;
  bytes = g_bytes_new (seed, sizeof seed);
  identity = foyer_identity_new_from_bytes (bytes, &error);
  g_assert_no_error (error);

  return identity;
}

FoyerKeyPair *
examples_new_host (void)
{
  g_autoptr(FoyerIdentity) identity = examples_new_identity (1);

  return foyer_identity_get_host_key (identity);
}

FoyerKeyPair *
examples_new_guest (void)
{
  g_autoptr(FoyerIdentity) identity = examples_new_identity (101);
  g_autoptr(FoyerKeyPair) host = examples_new_host ();

  return foyer_identity_get_guest_key (identity, foyer_key_pair_get_key (host));
}

void
examples_get_address (FoyerDocumentType   type,
                      FoyerSealedAddress *address)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(FoyerKeyPair) guest = examples_new_guest ();
  gboolean asks = type == FOYER_DOCUMENT_REQUEST;

  address->type = type;
  address->booking = EXAMPLE_BOOKING;
  address->sender = *foyer_key_pair_get_key (asks ? guest : host);
  address->recipient = *foyer_key_pair_get_key (asks ? host : guest);
}

char *
examples_seal_card (void)
{
  g_autoptr(FoyerGuestCard) card = foyer_guest_card_new ("Zoé Martin");
  g_autoptr(GError) error = NULL;
  FoyerSealedAddress address;
  char *sealed;

  g_set_str (&card->phone, "+33 6 12 34 56 78");
  g_set_str (&card->email, "zoe@example.org");
  g_set_str (&card->note, "I come by bike.\nIs there a rack?");
  card->skills = g_strdupv ((char **) (const char *[]) { "illustration", "Rust", NULL });
  card->consents = g_strdupv ((char **) (const char *[]) { "show-name", NULL });
  examples_get_address (FOYER_DOCUMENT_REQUEST, &address);
  sealed = foyer_guest_card_seal (card, &address, &error);
  g_assert_no_error (error);

  return sealed;
}

char *
examples_seal_access (void)
{
  g_autoptr(FoyerAccess) access = foyer_access_new ();
  g_autoptr(FoyerIdentity) identity = examples_new_identity (1);
  g_autoptr(GError) error = NULL;
  FoyerSealedAddress address;
  char *sealed;

  access->address = foyer_address_new ("12 rue des Lilas", "69003", "Lyon");
  g_set_str (&access->door, "A 4711");
  g_set_str (&access->wifi, "foyer / tea at five");
  g_set_str (&access->note, "Second floor.");
  g_free (access->ticket);
  access->ticket = foyer_ticket_make (identity, EXAMPLE_BOOKING, foyer_day_new (2026, 12, 1));
  examples_get_address (FOYER_DOCUMENT_DECISION, &address);
  sealed = foyer_access_seal (access, &address, &error);
  g_assert_no_error (error);

  return sealed;
}

static FoyerEnvelope *
sign_listing (FoyerKeyPair  *host,
              GError       **error)
{
  g_autoptr(FoyerListing) listing = foyer_listing_new ();

  g_set_str (&listing->id, EXAMPLE_LISTING);
  listing->rev = 3;
  g_set_str (&listing->name, "Le salon d’Ana");
  listing->kind = FOYER_SPACE_HOME;
  g_set_str (&listing->about, "A long table by the window.\nTea is on the house <3");
  g_set_str (&listing->rules, "Calls on the landing.");
  g_set_str (&listing->area, "Lyon 3e");
  memcpy (listing->country, "FR", 3);
  g_set_str (&listing->tz, "Europe/Paris");
  listing->lat_e6 = 45759723;
  listing->lon_e6 = 4842223;
  listing->displaced_m = 300;
  listing->seats = 4;
  listing->price_minor = 400;
  listing->half_price_minor = 200;
  memcpy (listing->currency, "EUR", 4);
  foyer_listing_add_share (listing, "Coffee", 100);
  foyer_listing_add_share (listing, "Heating", 50);
  listing->cancel_minute = 18 * 60;
  listing->cancel_days = 1;
  listing->tags = g_strdupv ((char **) (const char *[]) { "wifi", "quiet", "cat", "chess on Fridays", NULL });
  listing->languages = g_strdupv ((char **) (const char *[]) { "fr", "pt-BR", NULL });
  listing->photos = g_strdupv ((char **) (const char *[]) {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL });
  listing->updated_ms = NOW_MS;

  return foyer_listing_sign (listing, host, error);
}

static FoyerEnvelope *
sign_days (FoyerDocumentType   type,
           FoyerKeyPair       *host,
           GError            **error)
{
  g_autoptr(FoyerSeatDays) days = foyer_seat_days_new (type, EXAMPLE_LISTING);

  days->rev = 7;
  days->from = foyer_day_new (2026, 12, 1);
  days->n_days = 4;
  days->days[0] = (FoyerSeatDay) { TRUE, 4, 3 };
  days->days[2] = (FoyerSeatDay) { TRUE, 0, 500 };

  return foyer_seat_days_sign (days, host, error);
}

static FoyerEnvelope *
sign_request (FoyerKeyPair  *host,
              FoyerKeyPair  *guest,
              GError       **error)
{
  g_autoptr(FoyerRequest) request = foyer_request_new ();

  request->id = g_strdup (EXAMPLE_BOOKING);
  request->listing = g_strdup (EXAMPLE_LISTING);
  request->host = *foyer_key_pair_get_key (host);
  request->directory = g_strdup ("https://foyer.example");
  request->day = foyer_day_new (2026, 12, 1);
  request->part = FOYER_PART_AM;
  request->seats = 2;
  request->answer_by_ms = NOW_MS + 86400000;
  request->sealed = examples_seal_card ();

  return foyer_request_sign (request, guest, error);
}

static FoyerEnvelope *
sign_decision (FoyerKeyPair  *host,
               GError       **error)
{
  g_autofree char *sealed = examples_seal_access ();
  g_autoptr(FoyerDecision) decision = foyer_decision_new (EXAMPLE_BOOKING, 2,
                                                          FOYER_STATE_CONFIRMED, sealed);

  return foyer_decision_sign (decision, host, error);
}

static FoyerEnvelope *
sign_notice (FoyerDocumentType   type,
             const char         *subject,
             FoyerKeyPair       *pair,
             GError            **error)
{
  g_autoptr(FoyerNotice) notice = foyer_notice_new (type, subject, 8);

  return foyer_notice_sign (notice, pair, error);
}

static FoyerEnvelope *
sign_report (FoyerKeyPair  *host,
             FoyerKeyPair  *guest,
             GError       **error)
{
  g_autoptr(FoyerReport) report = foyer_report_new (EXAMPLE_OTHER, EXAMPLE_LISTING,
                                                    foyer_key_pair_get_key (host),
                                                    FOYER_REPORT_NOT_REAL,
                                                    "There is a car park.");

  return foyer_report_sign (report, guest, error);
}

FoyerEnvelope *
examples_sign (FoyerDocumentType type)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(FoyerKeyPair) guest = examples_new_guest ();
  g_autoptr(GError) error = NULL;
  FoyerEnvelope *envelope = NULL;

  switch (type)
    {
    case FOYER_DOCUMENT_LISTING:
      envelope = sign_listing (host, &error);
      break;
    case FOYER_DOCUMENT_AVAILABILITY:
    case FOYER_DOCUMENT_ALLOTMENT:
      envelope = sign_days (type, host, &error);
      break;
    case FOYER_DOCUMENT_REQUEST:
      envelope = sign_request (host, guest, &error);
      break;
    case FOYER_DOCUMENT_DECISION:
      envelope = sign_decision (host, &error);
      break;
    case FOYER_DOCUMENT_TOMBSTONE:
    case FOYER_DOCUMENT_RECALL:
      envelope = sign_notice (type, EXAMPLE_LISTING, host, &error);
      break;
    case FOYER_DOCUMENT_WITHDRAWAL:
      envelope = sign_notice (type, EXAMPLE_BOOKING, guest, &error);
      break;
    case FOYER_DOCUMENT_REPORT:
      envelope = sign_report (host, guest, &error);
      break;
    case FOYER_DOCUMENT_ERASE:
      envelope = foyer_key_notice_sign_erase (guest, 1, &error);
      break;
    case FOYER_DOCUMENT_REKEY:
      envelope = foyer_key_notice_sign_rekey (host, 1, foyer_key_pair_get_key (guest), &error);
      break;
    default:
      g_assert_not_reached ();
    }
  g_assert_no_error (error);

  return envelope;
}

/* Reads the document by the record of its type. */
gboolean
examples_parse (FoyerEnvelope  *envelope,
                GError        **error)
{
  FoyerKeyNotice key_notice;

  switch (foyer_envelope_get_type (envelope))
    {
    case FOYER_DOCUMENT_LISTING:
      {
        g_autoptr(FoyerListing) listing = foyer_listing_parse (envelope, error);
        return listing != NULL;
      }
    case FOYER_DOCUMENT_AVAILABILITY:
    case FOYER_DOCUMENT_ALLOTMENT:
      {
        g_autoptr(FoyerSeatDays) days = foyer_seat_days_parse (envelope, error);
        return days != NULL;
      }
    case FOYER_DOCUMENT_REQUEST:
      {
        g_autoptr(FoyerRequest) request = foyer_request_parse (envelope, error);
        return request != NULL;
      }
    case FOYER_DOCUMENT_DECISION:
      {
        g_autoptr(FoyerDecision) decision = foyer_decision_parse (envelope, error);
        return decision != NULL;
      }
    case FOYER_DOCUMENT_TOMBSTONE:
    case FOYER_DOCUMENT_RECALL:
    case FOYER_DOCUMENT_WITHDRAWAL:
      {
        g_autoptr(FoyerNotice) notice = foyer_notice_parse (envelope, error);
        return notice != NULL;
      }
    case FOYER_DOCUMENT_REPORT:
      {
        g_autoptr(FoyerReport) report = foyer_report_parse (envelope, error);
        return report != NULL;
      }
    case FOYER_DOCUMENT_ERASE:
    case FOYER_DOCUMENT_REKEY:
      return foyer_key_notice_parse (envelope, &key_notice, error);
    default:
      g_assert_not_reached ();
    }
}

/* Signs any payload as the host, however wrong its fields. */
FoyerEnvelope *
examples_sign_json (const char *payload)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(GBytes) bytes = g_bytes_new (payload, strlen (payload));
  g_autoptr(GError) error = NULL;
  FoyerEnvelope *envelope = foyer_envelope_sign (bytes, host, &error);

  g_assert_no_error (error);

  return envelope;
}

GBytes *
examples_write_page (void)
{
  g_autoptr(FoyerPage) page = foyer_page_new ("e-5f1c", "0000000000000042", TRUE);
  g_autoptr(FoyerEnvelope) first = examples_sign (FOYER_DOCUMENT_AVAILABILITY);
  g_autoptr(FoyerEnvelope) second = examples_sign (FOYER_DOCUMENT_TOMBSTONE);

  foyer_page_add (page, NOW_MS, foyer_envelope_get_bytes (first));
  foyer_page_add (page, NOW_MS + 1, foyer_envelope_get_bytes (second));

  return foyer_page_write (page);
}

GBytes *
examples_write_search (void)
{
  g_autoptr(FoyerSearchPage) page = foyer_search_page_new ("d800.0f8fad5b");
  g_autoptr(FoyerKeyPair) host = examples_new_host ();

  for (int i = 0; i < 2; i++)
    {
      FoyerSearchResult *result = foyer_search_result_new ();

      result->id = g_strdup (i == 0 ? EXAMPLE_LISTING : EXAMPLE_OTHER);
      result->key = *foyer_key_pair_get_key (host);
      result->name = g_strdup ("Le salon d’Ana");
      result->kind = i == 0 ? FOYER_SPACE_HOME : FOYER_SPACE_COWORKING;
      result->area = g_strdup ("Lyon 3e");
      result->lat_e6 = 45759723;
      result->lon_e6 = -4842223;
      result->distance_m = 800;
      result->price_minor = 400;
      result->half_price_minor = 200;
      memcpy (result->currency, "EUR", 4);
      result->seats_left = 3;
      result->week_from = foyer_day_new (2026, 11, 28);
      result->week[3] = (FoyerSeatDay) { TRUE, 4, 3 };
      result->tags = g_strdupv ((char **) (const char *[]) { "wifi", "quiet", NULL });
      result->rev = 3;
      g_ptr_array_add (page->items, result);
    }

  return foyer_search_page_write (page);
}

GBytes *
examples_write_info (void)
{
  g_autoptr(FoyerDirectoryInfo) info = foyer_directory_info_new ();

  info->name = g_strdup ("Foyer Lyon");
  info->operator = g_strdup ("Les amis du foyer, Lyon");
  info->base_url = g_strdup ("https://foyer.example");
  info->epoch = g_strdup ("e-5f1c");
  info->version = g_strdup ("0.1.0");
  info->moderation = FOYER_MODERATION_REVIEWED;

  return foyer_directory_info_write (info);
}

GBytes *
examples_write_problem (void)
{
  g_autoptr(FoyerProblem) problem = foyer_problem_new (FOYER_PROBLEM_FULL, "1 seat is left, 2 are wanted",
                                                       "/v1/bookings/" EXAMPLE_BOOKING);

  return foyer_problem_write (problem);
}

/* What the program in another language derives again. */
GBytes *
examples_write_keys (void)
{
  g_autoptr(FoyerIdentity) identity = examples_new_identity (1);
  g_autoptr(FoyerIdentity) guest_identity = examples_new_identity (101);
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(FoyerKeyPair) guest = examples_new_guest ();
  g_autoptr(GBytes) host_seed = foyer_identity_get_bytes (identity);
  g_autoptr(GBytes) guest_seed = foyer_identity_get_bytes (guest_identity);
  g_autofree char *host_seed_text = foyer_base64url_encode (g_bytes_get_data (host_seed, NULL), 32);
  g_autofree char *guest_seed_text = foyer_base64url_encode (g_bytes_get_data (guest_seed, NULL), 32);
  g_autofree char *thumbprint = foyer_key_get_thumbprint (foyer_key_pair_get_key (host));
  g_autofree char *ticket = foyer_ticket_make (identity, EXAMPLE_BOOKING, foyer_day_new (2026, 12, 1));
  g_autofree char *input = NULL;
  g_autofree char *signature = NULL;
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  char key[FOYER_KEY_TEXT_SIZE];

  g_assert_true (foyer_http_signature_make (guest, "GET", "https://foyer.example/v1/inbox?after=0&wait=25",
                                            NOW_MS, &input, &signature));
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "host_seed", host_seed_text);
  foyer_json_writer_add_text (writer, "guest_seed", guest_seed_text);
  foyer_json_writer_add_text (writer, "host_key", foyer_key_format (foyer_key_pair_get_key (host), key));
  foyer_json_writer_add_text (writer, "guest_key", foyer_key_format (foyer_key_pair_get_key (guest), key));
  foyer_json_writer_add_text (writer, "host_thumbprint", thumbprint);
  foyer_json_writer_add_text (writer, "booking", EXAMPLE_BOOKING);
  foyer_json_writer_add_text (writer, "day", "2026-12-01");
  foyer_json_writer_add_text (writer, "ticket", ticket);
  foyer_json_writer_add_text (writer, "target_uri", "https://foyer.example/v1/inbox?after=0&wait=25");
  foyer_json_writer_add_text (writer, "signature_input", input);
  foyer_json_writer_add_text (writer, "signature", signature);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}

char *
examples_read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "protocol", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}
