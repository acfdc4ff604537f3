/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <string.h>

#include "protocol/foyer-base64url.h"
#include "protocol/foyer-http-signature-private.h"
#include "protocol/foyer-protocol-error.h"

#define TARGET "https://foyer.example/v1/inbox?after=0&wait=25"
#define NOW_MS G_GINT64_CONSTANT (1795766400000)

typedef struct {
  FoyerKeyPair *pair;
  char         *input;
  char         *signature;
} Read;

static void
read_start (Read *read)
{
  read->pair = examples_new_guest ();
  g_assert_true (foyer_http_signature_make (read->pair, "GET", TARGET, NOW_MS, &read->input, &read->signature));
}

static void
read_clear (Read *read)
{
  foyer_key_pair_unref (read->pair);
  g_free (read->input);
  g_free (read->signature);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

/* RFC 9421, appendices B.1.4 and B.2.6: the base, and the signature of the test key. */
static void
test_rfc (void)
{
  static const FoyerHttpComponent components[] = {
    { "date", "Tue, 20 Apr 2021 02:07:55 GMT" },
    { "@method", "POST" },
    { "@path", "/foo" },
    { "@authority", "example.com" },
    { "content-type", "application/json" },
    { "content-length", "18" },
  };
  g_autofree char *base = foyer_http_signature_base (components, G_N_ELEMENTS (components),
    "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
    ";created=1618884473;keyid=\"test-key-ed25519\"");
  g_autoptr(FoyerKeyPair) pair = NULL;
  guint8 seed[FOYER_KEY_SIZE], signature[FOYER_SIGNATURE_SIZE];
  g_autofree char *made = NULL;
  char key[FOYER_KEY_TEXT_SIZE];

  g_assert_true (foyer_base64url_decode_into ("n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU", seed, sizeof seed, NULL));
  pair = foyer_key_pair_new_from_seed (seed);
  g_assert_cmpstr (foyer_key_format (foyer_key_pair_get_key (pair), key), ==,
                   "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs");
  foyer_key_pair_sign (pair, base, strlen (base), signature);
  made = g_base64_encode (signature, sizeof signature);
  g_assert_cmpstr (made, ==, "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
}

static void
test_made (void)
{
  g_auto(Read) read = { 0 };
  g_autofree char *input = NULL;
  g_autoptr(GError) error = NULL;
  char text[FOYER_KEY_TEXT_SIZE];
  FoyerKey key;

  read_start (&read);
  input = g_strdup_printf ("sig1=(\"@method\" \"@target-uri\");created=1795766400;keyid=\"%s\";alg=\"ed25519\"",
                           foyer_key_format (foyer_key_pair_get_key (read.pair), text));
  g_assert_cmpstr (read.input, ==, input);
  g_assert_true (foyer_http_signature_verify (read.input, read.signature, "GET", TARGET, NOW_MS, &key, &error));
  g_assert_no_error (error);
  g_assert_true (foyer_key_equal (&key, foyer_key_pair_get_key (read.pair)));
}

static void
assert_refused (const char         *input,
                const char         *signature,
                const char         *method,
                const char         *target,
                gint64              now_ms,
                FoyerProtocolError  code)
{
  g_autoptr(GError) error = NULL;
  FoyerKey key;

  g_assert_false (foyer_http_signature_verify (input, signature, method, target, now_ms, &key, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, (int) code);
}

static void
test_window (void)
{
  g_auto(Read) read = { 0 };
  FoyerKey key;

  read_start (&read);
  g_assert_true (foyer_http_signature_verify (read.input, read.signature, "GET", TARGET, NOW_MS + 300000, &key, NULL));
  g_assert_true (foyer_http_signature_verify (read.input, read.signature, "GET", TARGET, NOW_MS - 300000, &key, NULL));
  assert_refused (read.input, read.signature, "GET", TARGET, NOW_MS + 300001, FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED);
  assert_refused (read.input, read.signature, "GET", TARGET, NOW_MS - 300001, FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED);
  /* old and forged: forged */
  assert_refused (read.input, read.signature, "PUT", TARGET, NOW_MS + 300001, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
}

static void
test_other_request (void)
{
  static const char * const targets[] = {
    "http://foyer.example/v1/inbox?after=0&wait=25", "https://foyer.example/v1/inbox?after=0&wait=26",
    "https://foyer.example/v1/inbox", "https://evil.example/v1/inbox?after=0&wait=25", TARGET "#", "",
    "https://foyer.example/v1/inbox?after=0&wait=25\n", "https://foyer.example/v1/ inbox",
  };
  g_auto(Read) read = { 0 };

  read_start (&read);
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    assert_refused (read.input, read.signature, "GET", targets[i], NOW_MS, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
  assert_refused (read.input, read.signature, "get", TARGET, NOW_MS, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
  assert_refused (NULL, read.signature, "GET", TARGET, NOW_MS, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
  assert_refused (read.input, NULL, "GET", TARGET, NOW_MS, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
}

/* Each bit of both headers, and each shorter header. */
static void
test_flipped (void)
{
  g_auto(Read) read = { 0 };

  read_start (&read);
  for (int which = 0; which < 2; which++)
    {
      char *header = which == 0 ? read.input : read.signature;

      for (gsize bit = 0; bit < strlen (header) * 8; bit++)
        {
          g_autofree char *bad = g_strdup (header);

          bad[bit / 8] ^= (char) (1 << bit % 8);
          assert_refused (which == 0 ? bad : read.input, which == 0 ? read.signature : bad, "GET", TARGET,
                          NOW_MS, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
        }
      for (gsize cut = 0; cut < strlen (header); cut++)
        {
          g_autofree char *bad = g_strndup (header, cut);

          assert_refused (which == 0 ? bad : read.input, which == 0 ? read.signature : bad, "GET", TARGET,
                          NOW_MS, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE);
        }
    }
}

/* Signs whatever @params say, with the two components in the order that they name. */
static gboolean
takes (const char *params,
       const char *first,
       const char *first_value,
       const char *second,
       const char *second_value)
{
  g_autoptr(FoyerKeyPair) pair = examples_new_guest ();
  FoyerHttpComponent components[] = { { first, first_value }, { second, second_value } };
  char key_text[FOYER_KEY_TEXT_SIZE];
  g_autoptr(GString) whole = g_string_new (params);
  g_autofree char *base = NULL;
  g_autofree char *input = NULL;
  g_autofree char *text = NULL;
  g_autofree char *signature = NULL;
  guint8 bytes[FOYER_SIGNATURE_SIZE];
  FoyerKey key;

  g_string_replace (whole, "KEY", foyer_key_format (foyer_key_pair_get_key (pair), key_text), 0);
  base = foyer_http_signature_base (components, 2, whole->str);
  foyer_key_pair_sign (pair, base, strlen (base), bytes);
  input = g_strconcat ("sig1=", whole->str, NULL);
  text = g_base64_encode (bytes, sizeof bytes);
  signature = g_strdup_printf ("sig1=:%s:", text);

  return foyer_http_signature_verify (input, signature, "GET", TARGET, NOW_MS, &key, NULL);
}

static void
test_forms (void)
{
  static const char * const refused[] = {
    "(\"@method\" \"@target-uri\")",
    "(\"@method\" \"@target-uri\");created=1795766400;keyid=\"KEY\"",
    "(\"@method\" \"@target-uri\");created=1795766400;alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\");keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\");created=1795766400;keyid=\"KEY\";alg=\"hmac-sha256\"",
    "(\"@method\" \"@target-uri\");created=1795766400;keyid=\"KEY\";alg=\"ed25519\";expires=1",
    "(\"@method\" \"@target-uri\");created=1795766400;created=1795766400;keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\"); created=1795766400;keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\");created=-1795766400;keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\");created=01795766400;keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\");created=17957664000000;keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\");created=1795766400.0;keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\" \"date\");created=1795766400;keyid=\"KEY\";alg=\"ed25519\"",
    "(\"@method\" \"@target-uri\");created=1795766400;keyid=\"KEY\";alg=\"ed25519\", sig2=()",
  };

  g_assert_true (takes ("(\"@method\" \"@target-uri\");alg=\"ed25519\";keyid=\"KEY\";created=1795766400",
                        "@method", "GET", "@target-uri", TARGET));
  g_assert_true (takes ("(\"@target-uri\" \"@method\");created=1795766400;keyid=\"KEY\";alg=\"ed25519\"",
                        "@target-uri", TARGET, "@method", "GET"));
  g_assert_false (takes ("(\"@target-uri\" \"@method\");created=1795766400;keyid=\"KEY\";alg=\"ed25519\"",
                         "@method", "GET", "@target-uri", TARGET));
  g_assert_false (takes ("(\"@method\");created=1795766400;keyid=\"KEY\";alg=\"ed25519\"",
                         "@method", "GET", "@method", "GET"));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_false (takes (refused[i], "@method", "GET", "@target-uri", TARGET));
    }
}

/* A line feed would let a target speak for the parameters. */
static void
test_not_made (void)
{
  g_autoptr(FoyerKeyPair) pair = examples_new_guest ();
  char *input = NULL, *signature = NULL;

  g_assert_false (foyer_http_signature_make (pair, "GET", "https://a/\n\"@method\": PUT", NOW_MS, &input, &signature));
  g_assert_false (foyer_http_signature_make (pair, "GET ", "https://a/", NOW_MS, &input, &signature));
  g_assert_false (foyer_http_signature_make (pair, "", "https://a/", NOW_MS, &input, &signature));
  g_assert_null (input);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_func ("/http-signature/rfc", test_rfc);
  g_test_add_func ("/http-signature/made", test_made);
  g_test_add_func ("/http-signature/window", test_window);
  g_test_add_func ("/http-signature/other-request", test_other_request);
  g_test_add_func ("/http-signature/flipped", test_flipped);
  g_test_add_func ("/http-signature/forms", test_forms);
  g_test_add_func ("/http-signature/not-made", test_not_made);

  return g_test_run ();
}
