/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-identity-private.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-key-private.h"
#include "protocol/foyer-protocol-error.h"

G_STATIC_ASSERT (FOYER_SEED_SIZE >= crypto_generichash_KEYBYTES_MIN);

struct _FoyerIdentity {
  guint8 *seed;                  /* of sodium_malloc, read-only once it is filled */
};

static guint8 *
allocate_seed (void)
{
  guint8 *seed;

  foyer_sodium_start ();
  seed = sodium_malloc (FOYER_SEED_SIZE);
  if (seed == NULL)
    g_error ("There is no memory for a seed");

  return seed;
}

static FoyerIdentity *
take_seed (guint8 *seed)
{
  FoyerIdentity *self = g_atomic_rc_box_new0 (FoyerIdentity);

  sodium_mprotect_readonly (seed);
  self->seed = seed;

  return self;
}

/**
 * foyer_identity_new:
 *
 * Makes somebody new.
 *
 * Returns: (transfer full): an identity of random bytes
 */
FoyerIdentity *
foyer_identity_new (void)
{
  guint8 *seed = allocate_seed ();

  randombytes_buf (seed, FOYER_SEED_SIZE);

  return take_seed (seed);
}

/**
 * foyer_identity_new_from_bytes:
 * @bytes: what the file identity.key holds
 * @error: return location for an error
 *
 * Takes up an identity. A seed of zeros is refused: it is what a damaged disk leaves, and
 * everybody could sign with it.
 *
 * Returns: (transfer full): the identity, or %NULL with %FOYER_PROTOCOL_ERROR_SYNTAX
 */
FoyerIdentity *
foyer_identity_new_from_bytes (GBytes  *bytes,
                               GError **error)
{
  gsize size;
  const guint8 *data;
  guint8 *seed;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size != FOYER_SEED_SIZE || sodium_is_zero (data, size))
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX,
                   "an identity has %d bytes that are not all zero", FOYER_SEED_SIZE);
      return NULL;
    }

  seed = allocate_seed ();
  memcpy (seed, data, FOYER_SEED_SIZE);

  return take_seed (seed);
}

/**
 * foyer_identity_ref:
 * @self: an identity
 *
 * Returns: (transfer full): @self
 */
FoyerIdentity *
foyer_identity_ref (FoyerIdentity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (FoyerIdentity *self)
{
  g_clear_pointer (&self->seed, sodium_free);
}

/**
 * foyer_identity_unref:
 * @self: (transfer full): an identity
 *
 * Gives up a reference; the last one wipes the seed.
 */
void
foyer_identity_unref (FoyerIdentity *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foyer_identity_get_bytes:
 * @self: an identity
 *
 * Copies the seed, to be written into identity.key with mode 0600 and nowhere else.
 *
 * Returns: (transfer full): 32 bytes in locked memory, wiped with the last reference
 */
GBytes *
foyer_identity_get_bytes (FoyerIdentity *self)
{
  guint8 *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = allocate_seed ();
  memcpy (copy, self->seed, FOYER_SEED_SIZE);

  return g_bytes_new_with_free_func (copy, FOYER_SEED_SIZE, sodium_free, copy);
}

/* KDF(seed, label) of the contract: BLAKE2b-256 over the label, keyed by the seed. The caller
 * wipes @out. */
void
foyer_identity_derive (FoyerIdentity *self,
                       gconstpointer  label,
                       gsize          size,
                       guint8         out[FOYER_SEED_SIZE])
{
  crypto_generichash (out, FOYER_SEED_SIZE, label, size, self->seed, FOYER_SEED_SIZE);
}

static FoyerKeyPair *
derive_pair (FoyerIdentity *self,
             gconstpointer  label,
             gsize          size)
{
  guint8 seed[FOYER_SEED_SIZE];
  FoyerKeyPair *pair;

  foyer_identity_derive (self, label, size, seed);
  pair = foyer_key_pair_new_from_seed (seed);
  sodium_memzero (seed, sizeof seed);

  return pair;
}

/**
 * foyer_identity_get_host_key:
 * @self: an identity
 *
 * Makes the key that signs as a host: of KDF(seed, "host").
 *
 * Returns: (transfer full): the pair; always the same
 */
FoyerKeyPair *
foyer_identity_get_host_key (FoyerIdentity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return derive_pair (self, "host", strlen ("host"));
}

/**
 * foyer_identity_get_guest_key:
 * @self: an identity
 * @host: the host whose guest it is
 *
 * Makes the key that signs as a guest of one host: of KDF(seed, "guest" and the 32 bytes of
 * @host). So a host knows a regular, and nobody else can tell that guests of two hosts are
 * one.
 *
 * Returns: (transfer full): the pair; always the same for one host
 */
FoyerKeyPair *
foyer_identity_get_guest_key (FoyerIdentity  *self,
                              const FoyerKey *host)
{
  guint8 label[5 + FOYER_KEY_SIZE] = "guest";

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (host != NULL, NULL);

  memcpy (label + 5, host->bytes, FOYER_KEY_SIZE);

  return derive_pair (self, label, sizeof label);
}
