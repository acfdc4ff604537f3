/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-key-private.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-base64url.h"
#include "protocol/foyer-protocol-error.h"

G_STATIC_ASSERT (FOYER_KEY_SIZE == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (FOYER_KEY_SIZE == crypto_sign_SEEDBYTES);
G_STATIC_ASSERT (FOYER_SIGNATURE_SIZE == crypto_sign_BYTES);

typedef struct {
  guint8 sign[crypto_sign_SECRETKEYBYTES];
  guint8 box[crypto_scalarmult_curve25519_BYTES];
} Secrets;

struct _FoyerKeyPair {
  FoyerKey  key;
  guint8    box_key[crypto_scalarmult_curve25519_BYTES];
  Secrets  *secrets;             /* of sodium_malloc, read-only once it is filled */
};

/* Everything that draws random bytes or keeps a secret calls this first; any thread may. */
void
foyer_sodium_start (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium does not start");
}

/**
 * foyer_key_parse:
 * @text: any text
 * @key: (out caller-allocates): the key
 * @error: return location for an error
 *
 * Reads a public key in base64url, 43 characters.
 *
 * Returns: whether @text is a key, else %FOYER_PROTOCOL_ERROR_SYNTAX
 */
gboolean
foyer_key_parse (const char  *text,
                 FoyerKey    *key,
                 GError     **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return foyer_base64url_decode_into (text, key->bytes, sizeof key->bytes, error);
}

/**
 * foyer_key_format:
 * @key: a key
 * @text: (out caller-allocates): where to write
 *
 * Writes a key in base64url.
 *
 * Returns: (transfer none): @text
 */
const char *
foyer_key_format (const FoyerKey *key,
                  char            text[FOYER_KEY_TEXT_SIZE])
{
  g_return_val_if_fail (key != NULL, NULL);

  return sodium_bin2base64 (text, FOYER_KEY_TEXT_SIZE, key->bytes, sizeof key->bytes,
                            sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/**
 * foyer_key_equal:
 * @a: a key
 * @b: another
 *
 * Compares in constant time.
 *
 * Returns: whether the keys are the same
 */
gboolean
foyer_key_equal (const FoyerKey *a,
                 const FoyerKey *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return sodium_memcmp (a->bytes, b->bytes, sizeof a->bytes) == 0;
}

/**
 * foyer_key_get_thumbprint:
 * @key: a key
 *
 * Makes what stands behind the "#" of a link: the JWK thumbprint of the key with SHA-256
 * (RFC 7638; RFC 8037, appendix A.3).
 *
 * Returns: (transfer full): 43 characters of base64url
 */
char *
foyer_key_get_thumbprint (const FoyerKey *key)
{
  char text[FOYER_KEY_TEXT_SIZE];
  g_autofree char *jwk = NULL;
  guint8 digest[crypto_hash_sha256_BYTES];

  g_return_val_if_fail (key != NULL, NULL);

  jwk = g_strdup_printf ("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}",
                         foyer_key_format (key, text));
  crypto_hash_sha256 (digest, (const guint8 *) jwk, strlen (jwk));

  return foyer_base64url_encode (digest, sizeof digest);
}

/**
 * foyer_key_verify:
 * @key: who should have signed
 * @message: (array length=size) (element-type guint8): what was signed
 * @size: its bytes
 * @signature: 64 bytes
 *
 * Checks an Ed25519 signature (RFC 8032, section 5.1.7). Keys and signatures in other than
 * their one canonical form, and keys of small order, are refused.
 *
 * Returns: whether @key signed @message
 */
gboolean
foyer_key_verify (const FoyerKey *key,
                  gconstpointer   message,
                  gsize           size,
                  const guint8    signature[FOYER_SIGNATURE_SIZE])
{
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (message != NULL || size == 0, FALSE);

  return crypto_sign_verify_detached (signature, message, size, key->bytes) == 0;
}

/**
 * foyer_key_pair_new_from_seed:
 * @seed: 32 bytes, which the caller wipes
 *
 * Makes the pair of an Ed25519 seed.
 *
 * Returns: (transfer full): the pair
 */
FoyerKeyPair *
foyer_key_pair_new_from_seed (const guint8 seed[FOYER_KEY_SIZE])
{
  FoyerKeyPair *self;
  gboolean whole;

  g_return_val_if_fail (seed != NULL, NULL);

  foyer_sodium_start ();
  self = g_atomic_rc_box_new0 (FoyerKeyPair);
  self->secrets = sodium_malloc (sizeof *self->secrets);
  if (self->secrets == NULL)
    g_error ("There is no memory for a key");
  whole = crypto_sign_seed_keypair (self->key.bytes, self->secrets->sign, seed) == 0 &&
          crypto_sign_ed25519_sk_to_curve25519 (self->secrets->box, self->secrets->sign) == 0 &&
          crypto_sign_ed25519_pk_to_curve25519 (self->box_key, self->key.bytes) == 0;
  g_assert (whole);
  sodium_mprotect_readonly (self->secrets);

  return self;
}

/**
 * foyer_key_pair_ref:
 * @self: a pair
 *
 * Returns: (transfer full): @self
 */
FoyerKeyPair *
foyer_key_pair_ref (FoyerKeyPair *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (FoyerKeyPair *self)
{
  g_clear_pointer (&self->secrets, sodium_free);
}

/**
 * foyer_key_pair_unref:
 * @self: (transfer full): a pair
 *
 * Gives up a reference; the last one wipes the secret.
 */
void
foyer_key_pair_unref (FoyerKeyPair *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foyer_key_pair_get_key:
 * @self: a pair
 *
 * Returns: (transfer none): its public key
 */
const FoyerKey *
foyer_key_pair_get_key (FoyerKeyPair *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->key;
}

/**
 * foyer_key_pair_sign:
 * @self: a pair
 * @message: (array length=size) (element-type guint8): any bytes
 * @size: how many
 * @signature: (out caller-allocates): 64 bytes
 *
 * Signs by Ed25519 (RFC 8032): the same message always gets the same signature.
 */
void
foyer_key_pair_sign (FoyerKeyPair  *self,
                     gconstpointer  message,
                     gsize          size,
                     guint8         signature[FOYER_SIGNATURE_SIZE])
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (message != NULL || size == 0);

  crypto_sign_detached (signature, NULL, message, size, self->secrets->sign);
}

/* Seals @message into @box, which has room for crypto_box_SEALBYTES more. Fails for a key that
 * is no point of the curve, or one of small order. */
gboolean
foyer_key_seal (const FoyerKey *recipient,
                gconstpointer   message,
                gsize           size,
                guint8         *box)
{
  guint8 box_key[crypto_scalarmult_curve25519_BYTES];

  foyer_sodium_start ();
  if (crypto_sign_ed25519_pk_to_curve25519 (box_key, recipient->bytes) != 0)
    return FALSE;

  return crypto_box_seal (box, message, size, box_key) == 0;
}

/* Opens @box into @message, which has room for crypto_box_SEALBYTES less. */
gboolean
foyer_key_pair_unseal (FoyerKeyPair *self,
                       const guint8 *box,
                       gsize         size,
                       guint8       *message)
{
  return crypto_box_seal_open (message, box, size, self->box_key, self->secrets->box) == 0;
}
