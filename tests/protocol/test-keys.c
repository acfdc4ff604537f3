/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <string.h>

#include "protocol/foyer-base64url.h"
#include "protocol/foyer-protocol-error.h"

static void
test_base64url (void)
{
  /* RFC 4648, section 10, without the padding */
  static const struct { const char *bytes, *text; } cases[] = {
    { "", "" }, { "f", "Zg" }, { "fo", "Zm8" }, { "foo", "Zm9v" }, { "foob", "Zm9vYg" },
    { "fooba", "Zm9vYmE" }, { "foobar", "Zm9vYmFy" }, { "\xfb\xff\xfe", "-__-" },
  };
  static const char * const refused[] = {
    "Zg==", "Zm8=", "Z", "Zm9vY", "Zh", "Zm9", "Zg ", " Zg", "Z g", "Zg\n", "+__-", "-//-", "Zm9v\x80", "Zm9!", "Zm9\xad", "Zm9\xdf", "Zm9\xc2\xad",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = foyer_base64url_encode (cases[i].bytes, strlen (cases[i].bytes));
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = foyer_base64url_decode (cases[i].text, strlen (cases[i].bytes), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       cases[i].bytes, strlen (cases[i].bytes));
      g_assert_cmpint (FOYER_BASE64URL_LENGTH (strlen (cases[i].bytes)), ==, strlen (cases[i].text));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_null (foyer_base64url_decode (refused[i], 100, &error));
      g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX);
    }
}

static void
test_base64url_size (void)
{
  g_autoptr(GError) error = NULL;
  guint8 bytes[4];

  g_assert_null (foyer_base64url_decode ("Zm9vYg", 3, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE);
  g_assert_false (foyer_base64url_decode_into ("Zm9v", bytes, 4, NULL));
  g_assert_false (foyer_base64url_decode_into ("Zm9vYmE", bytes, 4, NULL));
  g_assert_false (foyer_base64url_decode_into ("Zm9vYh", bytes, 4, NULL));
  g_assert_true (foyer_base64url_decode_into ("Zm9vYg", bytes, 4, NULL));
  g_assert_cmpmem (bytes, 4, "foob", 4);
}

static void
read_hex (const char *hex,
          guint8     *bytes,
          gsize       size)
{
  g_assert_cmpint (strlen (hex), ==, 2 * size);
  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
}

/* RFC 8032, section 7.1 */
static void
test_ed25519 (void)
{
  static const struct { const char *seed, *key, *message, *signature; } cases[] = {
    { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
      "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b" },
    { "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00" },
    { "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
      "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerKeyPair) pair = NULL;
      guint8 seed[32], key[32], message[2], signature[64], made[64];
      gsize size = strlen (cases[i].message) / 2;

      read_hex (cases[i].seed, seed, 32);
      read_hex (cases[i].key, key, 32);
      read_hex (cases[i].message, message, size);
      read_hex (cases[i].signature, signature, 64);
      pair = foyer_key_pair_new_from_seed (seed);
      g_assert_cmpmem (foyer_key_pair_get_key (pair)->bytes, 32, key, 32);
      foyer_key_pair_sign (pair, message, size, made);
      g_assert_cmpmem (made, 64, signature, 64);
      g_assert_true (foyer_key_verify (foyer_key_pair_get_key (pair), message, size, signature));
      for (gsize bit = 0; bit < 64 * 8; bit++)
        {
          made[bit / 8] ^= 1 << bit % 8;
          g_assert_false (foyer_key_verify (foyer_key_pair_get_key (pair), message, size, made));
          made[bit / 8] ^= 1 << bit % 8;
        }
    }
}

/* The same signature plus the group's order, and keys that any signature fits. */
static void
test_malleable (void)
{
  static const guint8 order[32] = {
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
  };
  g_autoptr(FoyerKeyPair) pair = examples_new_host ();
  FoyerKey weak = { { 1 } };
  guint8 signature[64], empty[64] = { 1 };
  guint carry = 0;

  foyer_key_pair_sign (pair, "a", 1, signature);
  for (int i = 0; i < 32; i++)
    {
      carry += (guint) signature[32 + i] + order[i];
      signature[32 + i] = (guint8) carry;
      carry >>= 8;
    }
  g_assert_false (foyer_key_verify (foyer_key_pair_get_key (pair), "a", 1, signature));
  g_assert_false (foyer_key_verify (&weak, "a", 1, empty));
}

static void
test_thumbprint (void)
{
  /* RFC 8037, appendix A.3 */
  FoyerKey key;
  g_autofree char *thumbprint = NULL;
  char text[FOYER_KEY_TEXT_SIZE];

  g_assert_true (foyer_key_parse ("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", &key, NULL));
  thumbprint = foyer_key_get_thumbprint (&key);
  g_assert_cmpstr (thumbprint, ==, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  g_assert_cmpstr (foyer_key_format (&key, text), ==, "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  g_assert_false (foyer_key_parse ("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp", &key, NULL));
  g_assert_false (foyer_key_parse ("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR", &key, NULL));
  g_assert_false (foyer_key_parse ("", &key, NULL));
}

static void
test_identity (void)
{
  g_autoptr(FoyerIdentity) one = examples_new_identity (1);
  g_autoptr(FoyerIdentity) again = examples_new_identity (1);
  g_autoptr(FoyerIdentity) other = foyer_identity_new ();
  g_autoptr(FoyerIdentity) another = foyer_identity_new ();
  g_autoptr(FoyerKeyPair) host = foyer_identity_get_host_key (one);
  g_autoptr(FoyerKeyPair) host_again = foyer_identity_get_host_key (again);
  g_autoptr(FoyerKeyPair) other_host = foyer_identity_get_host_key (other);
  g_autoptr(FoyerKeyPair) another_host = foyer_identity_get_host_key (another);
  g_autoptr(FoyerKeyPair) guest = foyer_identity_get_guest_key (one, foyer_key_pair_get_key (other_host));
  g_autoptr(FoyerKeyPair) regular = foyer_identity_get_guest_key (one, foyer_key_pair_get_key (other_host));
  g_autoptr(FoyerKeyPair) elsewhere = foyer_identity_get_guest_key (one, foyer_key_pair_get_key (another_host));
  g_autoptr(GBytes) bytes = foyer_identity_get_bytes (other);
  g_autoptr(FoyerIdentity) read = foyer_identity_new_from_bytes (bytes, NULL);
  g_autoptr(FoyerKeyPair) read_host = foyer_identity_get_host_key (read);

#define SAME(a, b) foyer_key_equal (foyer_key_pair_get_key (a), foyer_key_pair_get_key (b))
  g_assert_true (SAME (host, host_again));
  g_assert_true (SAME (guest, regular));
  g_assert_true (SAME (other_host, read_host));
  g_assert_false (SAME (host, other_host));
  g_assert_false (SAME (other_host, another_host));
  g_assert_false (SAME (guest, elsewhere));
  g_assert_false (SAME (guest, host));
}

static void
test_identity_refused (void)
{
  static const guint8 zeros[33];
  static const guint8 ones[33] = { 1, 1, 1 };
  const struct { const guint8 *bytes; gsize size; } cases[] = {
    { zeros, 0 }, { zeros, 32 }, { ones, 31 }, { ones, 33 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].size);
      g_autoptr(GError) error = NULL;

      g_assert_null (foyer_identity_new_from_bytes (bytes, &error));
      g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_func ("/keys/base64url", test_base64url);
  g_test_add_func ("/keys/base64url/size", test_base64url_size);
  g_test_add_func ("/keys/ed25519", test_ed25519);
  g_test_add_func ("/keys/malleable", test_malleable);
  g_test_add_func ("/keys/thumbprint", test_thumbprint);
  g_test_add_func ("/keys/identity", test_identity);
  g_test_add_func ("/keys/identity/refused", test_identity_refused);

  return g_test_run ();
}
