/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-http-signature-private.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-protocol-error.h"

/* HTTP Message Signatures (RFC 9421), as far as private reads need them: one signature, named
 * sig1, over method and target. The server keeps no state; the window bounds a replay, which
 * only reads what the signer may read. */

#define LABEL "sig1="
#define METHOD_FIRST "(\"@method\" \"@target-uri\")"
#define TARGET_FIRST "(\"@target-uri\" \"@method\")"
#define CREATED_DIGITS_MAX 12
#define SIGNATURE_TEXT_SIZE 89           /* base64 with padding, and its end */

G_STATIC_ASSERT (sodium_base64_ENCODED_LEN (FOYER_SIGNATURE_SIZE, sodium_base64_VARIANT_ORIGINAL) ==
                 SIGNATURE_TEXT_SIZE);

/* The text that is signed (RFC 9421, section 2.5). @params is the inner list with its
 * parameters exactly as the Signature-Input has it. */
char *
foyer_http_signature_base (const FoyerHttpComponent *components,
                           gsize                     n_components,
                           const char               *params)
{
  g_autoptr(GString) base = g_string_new (NULL);

  for (gsize i = 0; i < n_components; i++)
    g_string_append_printf (base, "\"%s\": %s\n", components[i].name, components[i].value);
  g_string_append_printf (base, "\"@signature-params\": %s", params);

  return g_string_free (g_steal_pointer (&base), FALSE);
}

/* A line feed in a value would let it speak for the next component. */
static gboolean
is_printable (const char *text,
              gsize       max_length)
{
  gsize length = strnlen (text, max_length + 1);

  if (length == 0 || length > max_length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (text[i] <= ' ' || text[i] > '~')
      return FALSE;

  return TRUE;
}

static char *
make_base (const char *method,
           const char *target_uri,
           const char *params)
{
  FoyerHttpComponent components[] = { { "@method", method }, { "@target-uri", target_uri } };

  if (g_str_has_prefix (params, TARGET_FIRST))
    {
      FoyerHttpComponent first = components[0];

      components[0] = components[1];
      components[1] = first;
    }

  return foyer_http_signature_base (components, G_N_ELEMENTS (components), params);
}

/**
 * foyer_http_signature_make:
 * @pair: who reads
 * @method: such as "GET"
 * @target_uri: the whole URL, with its query, as it is asked for
 * @now_ms: the instant, in UTC milliseconds
 * @input: (out) (transfer full): the header Signature-Input
 * @signature: (out) (transfer full): the header Signature
 *
 * Signs a private read by RFC 9421 with Ed25519.
 *
 * Returns: %FALSE when @method or @target_uri has a blank or another character that no URL
 *   has, or is too long; then nothing is signed
 */
gboolean
foyer_http_signature_make (FoyerKeyPair  *pair,
                           const char    *method,
                           const char    *target_uri,
                           gint64         now_ms,
                           char         **input,
                           char         **signature)
{
  g_autofree char *params = NULL;
  g_autofree char *base = NULL;
  guint8 bytes[FOYER_SIGNATURE_SIZE];
  char text[SIGNATURE_TEXT_SIZE];
  char key[FOYER_KEY_TEXT_SIZE];

  g_return_val_if_fail (pair != NULL, FALSE);
  g_return_val_if_fail (method != NULL && target_uri != NULL, FALSE);
  g_return_val_if_fail (now_ms >= 0, FALSE);
  g_return_val_if_fail (input != NULL && signature != NULL, FALSE);

  if (!is_printable (method, 32) || !is_printable (target_uri, FOYER_TARGET_URI_MAX))
    return FALSE;

  params = g_strdup_printf ("%s;created=%" G_GINT64_FORMAT ";keyid=\"%s\";alg=\"ed25519\"",
                            METHOD_FIRST, now_ms / 1000,
                            foyer_key_format (foyer_key_pair_get_key (pair), key));
  base = make_base (method, target_uri, params);
  foyer_key_pair_sign (pair, base, strlen (base), bytes);
  sodium_bin2base64 (text, sizeof text, bytes, sizeof bytes, sodium_base64_VARIANT_ORIGINAL);
  *input = g_strconcat (LABEL, params, NULL);
  *signature = g_strdup_printf (LABEL ":%s:", text);

  return TRUE;
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE, reason);
  return FALSE;
}

static gboolean
take (const char **at,
      const char  *text)
{
  if (!g_str_has_prefix (*at, text))
    return FALSE;
  *at += strlen (text);

  return TRUE;
}

static gboolean
take_seconds (const char **at,
              gint64      *seconds)
{
  gsize n = strspn (*at, "0123456789");

  if (n == 0 || n > CREATED_DIGITS_MAX || (n > 1 && **at == '0'))
    return FALSE;
  *seconds = g_ascii_strtoll (*at, NULL, 10);
  *at += n;

  return TRUE;
}

static gboolean
take_key (const char **at,
          FoyerKey    *key)
{
  char text[FOYER_KEY_TEXT_SIZE];

  if (!take (at, "\"") || strnlen (*at, FOYER_KEY_TEXT_SIZE) < FOYER_KEY_TEXT_SIZE)
    return FALSE;
  memcpy (text, *at, FOYER_KEY_TEXT_SIZE - 1);
  text[FOYER_KEY_TEXT_SIZE - 1] = '\0';
  *at += FOYER_KEY_TEXT_SIZE - 1;

  return take (at, "\"") && foyer_key_parse (text, key, NULL);
}

/* The list and each of the three parameters once, in any order, in the one form of RFC 8941
 * that writers use; anything else is refused, since what nobody reads nobody checks. */
static gboolean
read_params (const char *params,
             gint64     *created,
             FoyerKey   *key)
{
  const char *at = params;
  gboolean has_created = FALSE, has_key = FALSE, has_alg = FALSE;

  if (!take (&at, METHOD_FIRST) && !take (&at, TARGET_FIRST))
    return FALSE;
  while (*at != '\0')
    {
      if (!has_created && take (&at, ";created="))
        has_created = take_seconds (&at, created);
      else if (!has_key && take (&at, ";keyid="))
        has_key = take_key (&at, key);
      else if (!has_alg && take (&at, ";alg="))
        has_alg = take (&at, "\"ed25519\"");
      else
        return FALSE;
    }

  return has_created && has_key && has_alg;
}

static gboolean
read_signature (const char *signature,
                guint8      bytes[FOYER_SIGNATURE_SIZE])
{
  gsize size = 0;

  /* sig1=, a colon, the text, a colon; libsodium takes bytes beyond ASCII for letters */
  return g_str_is_ascii (signature) &&
         g_str_has_prefix (signature, LABEL ":") &&
         strlen (signature) == strlen (LABEL) + SIGNATURE_TEXT_SIZE - 1 + 2 &&
         g_str_has_suffix (signature, ":") &&
         sodium_base642bin (bytes, FOYER_SIGNATURE_SIZE, signature + strlen (LABEL ":"),
                            SIGNATURE_TEXT_SIZE - 1, NULL, &size, NULL,
                            sodium_base64_VARIANT_ORIGINAL) == 0 &&
         size == FOYER_SIGNATURE_SIZE;
}

/**
 * foyer_http_signature_verify:
 * @input: (nullable): the header Signature-Input
 * @signature: (nullable): the header Signature
 * @method: of the request
 * @target_uri: the URL that was asked for, rebuilt from the server's own address, never from
 *   the header Host
 * @now_ms: the instant, in UTC milliseconds
 * @key: (out caller-allocates): who signed
 * @error: return location for an error
 *
 * Checks that a private read was signed within 300 seconds of @now_ms. Who may read what is the
 * caller's question.
 *
 * Returns: whether it was, else %FOYER_PROTOCOL_ERROR_BAD_SIGNATURE for none or a wrong one, or
 *   %FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED for a right one of another time
 */
gboolean
foyer_http_signature_verify (const char  *input,
                             const char  *signature,
                             const char  *method,
                             const char  *target_uri,
                             gint64       now_ms,
                             FoyerKey    *key,
                             GError     **error)
{
  g_autofree char *base = NULL;
  guint8 bytes[FOYER_SIGNATURE_SIZE];
  const char *params;
  gint64 created = 0;

  g_return_val_if_fail (method != NULL && target_uri != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  if (input == NULL || signature == NULL)
    return refuse (error, "the request is not signed");
  if (strnlen (input, FOYER_HTTP_SIGNATURE_INPUT_MAX + 1) > FOYER_HTTP_SIGNATURE_INPUT_MAX ||
      !g_str_has_prefix (input, LABEL))
    return refuse (error, "Signature-Input is not one of sig1");
  params = input + strlen (LABEL);
  if (!read_params (params, &created, key))
    return refuse (error, "Signature-Input is not over method and target by a known key");
  if (!read_signature (signature, bytes))
    return refuse (error, "Signature is not one of sig1");
  if (!is_printable (method, 32) || !is_printable (target_uri, FOYER_TARGET_URI_MAX))
    return refuse (error, "the target cannot be signed");

  base = make_base (method, target_uri, params);
  if (!foyer_key_verify (key, base, strlen (base), bytes))
    return refuse (error, "the key did not sign this request");

  if (ABS (now_ms - created * 1000) > FOYER_HTTP_SIGNATURE_SECONDS * G_GINT64_CONSTANT (1000))
    {
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED,
                           "the request was signed at another time; is the clock right?");
      return FALSE;
    }

  return TRUE;
}
