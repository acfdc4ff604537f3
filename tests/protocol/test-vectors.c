/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <string.h>

#include "protocol/foyer-access.h"
#include "protocol/foyer-decision.h"
#include "protocol/foyer-guest-card.h"
#include "protocol/foyer-protocol-error.h"
#include "protocol/foyer-request.h"

static void
assert_is_file (const char *name,
                GBytes     *bytes)
{
  g_autofree char *text = examples_read_data (name);
  g_autofree char *made = g_strdup_printf ("%.*s\n", (int) g_bytes_get_size (bytes),
                                           (const char *) g_bytes_get_data (bytes, NULL));

  g_assert_cmpstr (made, ==, text);
}

static FoyerEnvelope *
load (FoyerDocumentType type)
{
  g_autofree char *name = g_strconcat (foyer_document_type_get_name (type), ".envelope.json", NULL);
  g_autofree char *text = examples_read_data (name);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text) - 1);
  g_autoptr(GError) error = NULL;
  FoyerEnvelope *envelope = foyer_envelope_verify (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (foyer_envelope_get_bytes (envelope), bytes));

  return envelope;
}

/* What is on file is what the code writes today, byte for byte. */
static void
test_written (void)
{
  static const struct { const char *name; GBytes *(*make) (void); } others[] = {
    { "page.json", examples_write_page },
    { "search.json", examples_write_search },
    { "well-known.json", examples_write_info },
    { "problem.json", examples_write_problem },
    { "keys.json", examples_write_keys },
  };

  for (int i = 0; i <= FOYER_DOCUMENT_LAST; i++)
    {
      const char *type = foyer_document_type_get_name ((FoyerDocumentType) i);
      g_autofree char *payload_name = g_strconcat (type, ".json", NULL);
      g_autofree char *envelope_name = g_strconcat (type, ".envelope.json", NULL);
      g_autoptr(FoyerEnvelope) envelope = NULL;

      examples_restart ();
      envelope = examples_sign ((FoyerDocumentType) i);
      assert_is_file (payload_name, foyer_envelope_get_payload (envelope));
      assert_is_file (envelope_name, foyer_envelope_get_bytes (envelope));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr(GBytes) bytes = others[i].make ();

      assert_is_file (others[i].name, bytes);
    }
}

static void
test_read (void)
{
  for (int i = 0; i <= FOYER_DOCUMENT_LAST; i++)
    {
      g_autoptr(FoyerEnvelope) envelope = load ((FoyerDocumentType) i);
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (foyer_envelope_get_type (envelope), ==, i);
      g_assert_true (examples_parse (envelope, &error));
      g_assert_no_error (error);
    }
}

/* Each bit of each envelope: none may change without being noticed. */
static void
test_flipped (void)
{
  for (int i = 0; i <= FOYER_DOCUMENT_LAST; i++)
    {
      g_autoptr(FoyerEnvelope) envelope = load ((FoyerDocumentType) i);
      gsize size;
      const guint8 *good = g_bytes_get_data (foyer_envelope_get_bytes (envelope), &size);

      for (gsize bit = 0; bit < size * 8; bit++)
        {
          g_autofree guint8 *bad = g_memdup2 (good, size);
          g_autoptr(GBytes) bytes = NULL;
          g_autoptr(FoyerEnvelope) taken = NULL;
          g_autoptr(GError) error = NULL;

          bad[bit / 8] ^= 1 << bit % 8;
          bytes = g_bytes_new_take (g_steal_pointer (&bad), size);
          taken = foyer_envelope_verify (bytes, &error);
          g_assert_null (taken);
          g_assert_true (error->domain == FOYER_PROTOCOL_ERROR);
        }
      for (gsize cut = 0; cut < size; cut++)
        {
          g_autoptr(GBytes) bytes = g_bytes_new (good, cut);

          g_assert_null (foyer_envelope_verify (bytes, NULL));
        }
    }
}

static void
test_boxes (void)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(FoyerKeyPair) guest = examples_new_guest ();
  g_autoptr(FoyerEnvelope) request_envelope = load (FOYER_DOCUMENT_REQUEST);
  g_autoptr(FoyerEnvelope) decision_envelope = load (FOYER_DOCUMENT_DECISION);
  g_autoptr(FoyerRequest) request = foyer_request_parse (request_envelope, NULL);
  g_autoptr(FoyerDecision) decision = foyer_decision_parse (decision_envelope, NULL);
  g_autoptr(FoyerGuestCard) card = NULL;
  g_autoptr(FoyerAccess) access = NULL;
  g_autoptr(GError) error = NULL;
  FoyerSealedAddress address;

  examples_get_address (FOYER_DOCUMENT_REQUEST, &address);
  card = foyer_guest_card_open (request->sealed, host, &address, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (card->name, ==, "Zoé Martin");
  g_assert_cmpstr (card->note, ==, "I come by bike.\nIs there a rack?");
  g_assert_cmpstr (card->skills[1], ==, "Rust");
  g_assert_cmpstr (card->consents[0], ==, "show-name");

  examples_get_address (FOYER_DOCUMENT_DECISION, &address);
  access = foyer_access_open (decision->sealed, guest, &address, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (access->address->street, ==, "12 rue des Lilas");
  g_assert_cmpstr (access->door, ==, "A 4711");
  g_assert_true (g_str_has_prefix (access->ticket, "FO"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_func ("/vectors/written", test_written);
  g_test_add_func ("/vectors/read", test_read);
  g_test_add_func ("/vectors/flipped", test_flipped);
  g_test_add_func ("/vectors/boxes", test_boxes);

  return g_test_run ();
}
