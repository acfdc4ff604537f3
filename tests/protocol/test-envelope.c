/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <string.h>

#include "protocol/foyer-access.h"
#include "protocol/foyer-base64url.h"
#include "protocol/foyer-guest-card.h"
#include "protocol/foyer-protocol-error.h"

static FoyerEnvelope *
verify (const char  *text,
        GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return foyer_envelope_verify (bytes, error);
}

/* Others write JSON with blanks and in another order; it stays the same document. */
static void
test_spelling (void)
{
  g_autoptr(FoyerEnvelope) envelope = examples_sign_json ("{\"type\":\"recall\",\"later\":{\"field\":[1]}}");
  g_autofree char *payload = foyer_base64url_encode (g_bytes_get_data (foyer_envelope_get_payload (envelope), NULL),
                                                     g_bytes_get_size (foyer_envelope_get_payload (envelope)));
  g_autofree char *text = g_strndup (g_bytes_get_data (foyer_envelope_get_bytes (envelope), NULL),
                                     g_bytes_get_size (foyer_envelope_get_bytes (envelope)));
  g_autofree char *signature = g_strdup (strstr (text, "\"signature\""));
  g_autofree char *other = NULL;
  g_autofree char *more = NULL;
  g_autoptr(FoyerEnvelope) read = NULL;
  g_autoptr(GError) error = NULL;
  char key[FOYER_KEY_TEXT_SIZE];

  signature[strlen (signature) - 1] = '\0';
  other = g_strdup_printf ("{ %s,\n  \"key\": \"%s\", \"payload\" : \"%s\" }\n", signature,
                           foyer_key_format (foyer_envelope_get_key (envelope), key), payload);
  read = verify (other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (foyer_envelope_get_type (read), ==, FOYER_DOCUMENT_RECALL);
  g_assert_true (g_bytes_equal (foyer_envelope_get_payload (read), foyer_envelope_get_payload (envelope)));
  g_assert_cmpmem (g_bytes_get_data (foyer_envelope_get_bytes (read), NULL), strlen (other), other, strlen (other));
  g_assert_true (memcmp (foyer_envelope_get_digest (read), foyer_envelope_get_digest (envelope), FOYER_DIGEST_SIZE) != 0);

  more = g_strdup_printf ("{\"note\":\"\",%s", text + 1);
  g_assert_null (verify (more, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID);
}

static void
test_unknown_type (void)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  const char payload[] = "{\"type\":\"poem\"}";
  char message[9 + sizeof payload - 1] = "foyer-v1";
  g_autofree char *payload_text = foyer_base64url_encode (payload, sizeof payload - 1);
  g_autofree char *signature_text = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (payload, sizeof payload - 1);
  g_autoptr(GError) error = NULL;
  guint8 signature[FOYER_SIGNATURE_SIZE];
  char key[FOYER_KEY_TEXT_SIZE];

  memcpy (message + 9, payload, sizeof payload - 1);
  foyer_key_pair_sign (host, message, sizeof message, signature);
  signature_text = foyer_base64url_encode (signature, sizeof signature);
  text = g_strdup_printf ("{\"payload\":\"%s\",\"key\":\"%s\",\"signature\":\"%s\"}", payload_text,
                          foyer_key_format (foyer_key_pair_get_key (host), key), signature_text);
  g_assert_null (verify (text, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE);
  g_clear_error (&error);
  g_assert_null (foyer_envelope_sign (bytes, host, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE);
}

/* A signature over the payload alone, as another protocol might make, is none of ours. */
static void
test_prefix (void)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  const char payload[] = "{\"type\":\"recall\"}";
  g_autofree char *payload_text = foyer_base64url_encode (payload, sizeof payload - 1);
  g_autofree char *signature_text = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  guint8 signature[FOYER_SIGNATURE_SIZE];
  char key[FOYER_KEY_TEXT_SIZE];

  foyer_key_pair_sign (host, payload, sizeof payload - 1, signature);
  signature_text = foyer_base64url_encode (signature, sizeof signature);
  text = g_strdup_printf ("{\"payload\":\"%s\",\"key\":\"%s\",\"signature\":\"%s\"}", payload_text,
                          foyer_key_format (foyer_key_pair_get_key (host), key), signature_text);
  g_assert_null (verify (text, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
}

static void
test_size (void)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(GString) payload = g_string_new ("{\"type\":\"recall\",\"x\":\"");
  g_autoptr(GBytes) small = NULL;
  g_autoptr(GBytes) large = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerEnvelope) read = NULL;
  g_autoptr(GString) longer = NULL;
  g_autoptr(GError) error = NULL;
  /* the envelope around the payload */
  gsize around = strlen ("{\"payload\":\"\",\"key\":\"\",\"signature\":\"\"}") + 43 + 86;
  gsize most = (FOYER_ENVELOPE_SIZE_MAX - around) / 4 * 3;

  while (payload->len < most - 2)
    g_string_append_c (payload, 'x');
  g_string_append (payload, "\"}");
  small = g_bytes_new (payload->str, payload->len);
  envelope = foyer_envelope_sign (small, host, &error);
  g_assert_no_error (error);
  read = foyer_envelope_verify (foyer_envelope_get_bytes (envelope), &error);
  g_assert_no_error (error);

  longer = g_string_new_len (g_bytes_get_data (foyer_envelope_get_bytes (envelope), NULL),
                             (gssize) g_bytes_get_size (foyer_envelope_get_bytes (envelope)));
  while (longer->len <= FOYER_ENVELOPE_SIZE_MAX)
    g_string_append_c (longer, ' ');
  g_assert_null (verify (longer->str, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE);

  g_clear_error (&error);
  g_string_append (payload, "   ");
  large = g_bytes_new (payload->str, payload->len);
  g_assert_null (foyer_envelope_sign (large, host, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE);
}

static void
assert_no_card (const char         *sealed,
                FoyerKeyPair       *pair,
                FoyerSealedAddress *address)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (foyer_guest_card_open (sealed, pair, address, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_BOX);
}

/* A box fits where it was made for, and nowhere else. */
static void
test_moved_box (void)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(FoyerKeyPair) guest = examples_new_guest ();
  g_autofree char *sealed = examples_seal_card ();
  g_autofree char *second = examples_seal_card ();
  g_autoptr(FoyerGuestCard) card = NULL;
  g_autoptr(GError) error = NULL;
  FoyerSealedAddress right, wrong;

  g_assert_cmpstr (sealed, !=, second);
  examples_get_address (FOYER_DOCUMENT_REQUEST, &right);
  card = foyer_guest_card_open (sealed, host, &right, &error);
  g_assert_no_error (error);

  wrong = right;
  wrong.booking = EXAMPLE_OTHER;
  assert_no_card (sealed, host, &wrong);
  wrong = right;
  wrong.type = FOYER_DOCUMENT_DECISION;
  assert_no_card (sealed, host, &wrong);
  wrong = right;
  wrong.sender = *foyer_key_pair_get_key (host);
  assert_no_card (sealed, host, &wrong);
  wrong = right;
  wrong.recipient = *foyer_key_pair_get_key (guest);
  assert_no_card (sealed, guest, &wrong);
}

/* Sealed for @pair, but it says that it is for somebody else: passed on by who opened it. */
static void
test_forwarded_box (void)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autoptr(FoyerKeyPair) guest = examples_new_guest ();
  g_autofree char *sealed = NULL;
  g_autoptr(GBytes) plain = NULL;
  FoyerSealedAddress address, other;
  FoyerJsonWriter *writer;

  examples_get_address (FOYER_DOCUMENT_REQUEST, &address);
  other = address;
  other.recipient = *foyer_key_pair_get_key (guest);
  writer = foyer_sealed_box_begin (&other);
  foyer_json_writer_end_object (writer);
  plain = foyer_json_writer_end (writer);
  sealed = foyer_sealed_box_seal (plain, &address.recipient, NULL);
  assert_no_card (sealed, host, &address);
}

static void
test_flipped_box (void)
{
  g_autoptr(FoyerKeyPair) host = examples_new_host ();
  g_autofree char *sealed = examples_seal_card ();
  g_autoptr(GBytes) box = foyer_base64url_decode (sealed, 4096, NULL);
  FoyerSealedAddress address;
  gsize size;
  const guint8 *good = g_bytes_get_data (box, &size);

  g_assert_cmpint (size % 512, ==, 48);
  examples_get_address (FOYER_DOCUMENT_REQUEST, &address);
  for (gsize at = 0; at < size; at++)
    {
      g_autofree guint8 *bad = g_memdup2 (good, size);
      g_autofree char *text = NULL;

      bad[at] ^= 1;
      text = foyer_base64url_encode (bad, size);
      assert_no_card (text, host, &address);
    }
  for (gsize cut = 0; cut < strlen (sealed); cut++)
    {
      g_autofree char *text = g_strndup (sealed, cut);

      assert_no_card (text, host, &address);
    }
}

/* The length tells only how many blocks of 512 bytes there are. */
static void
test_padding (void)
{
  FoyerSealedAddress address;
  GHashTable *lengths = g_hash_table_new (NULL, NULL);

  examples_get_address (FOYER_DOCUMENT_DECISION, &address);
  for (int i = 0; i <= 1000; i += 10)
    {
      g_autoptr(FoyerAccess) access = foyer_access_new ();
      g_autofree char *sealed = NULL;
      g_autoptr(GError) error = NULL;

      g_free (access->note);
      access->note = g_strnfill (i, 'x');
      sealed = foyer_access_seal (access, &address, &error);
      g_assert_no_error (error);
      g_hash_table_add (lengths, GSIZE_TO_POINTER (strlen (sealed)));
    }
  g_assert_cmpint (g_hash_table_size (lengths), ==, 3);
  g_hash_table_unref (lengths);
}

static void
test_box_refused (void)
{
  g_autoptr(FoyerGuestCard) card = foyer_guest_card_new ("Zoé");
  g_autoptr(GError) error = NULL;
  FoyerSealedAddress address;

  examples_get_address (FOYER_DOCUMENT_REQUEST, &address);
  g_free (card->note);
  card->note = g_strnfill (FOYER_NOTE_MAX + 1, 'x');
  g_assert_null (foyer_guest_card_seal (card, &address, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "note: "));

  /* a key of small order, for which everybody could open */
  g_clear_error (&error);
  g_set_str (&card->note, "");
  memset (&address.recipient, 0, sizeof address.recipient);
  g_assert_null (foyer_guest_card_seal (card, &address, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_BOX);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_func ("/envelope/spelling", test_spelling);
  g_test_add_func ("/envelope/unknown-type", test_unknown_type);
  g_test_add_func ("/envelope/prefix", test_prefix);
  g_test_add_func ("/envelope/size", test_size);
  g_test_add_func ("/box/moved", test_moved_box);
  g_test_add_func ("/box/forwarded", test_forwarded_box);
  g_test_add_func ("/box/flipped", test_flipped_box);
  g_test_add_func ("/box/padding", test_padding);
  g_test_add_func ("/box/refused", test_box_refused);

  return g_test_run ();
}
