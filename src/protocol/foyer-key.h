/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_KEY_SIZE 32
#define FOYER_SIGNATURE_SIZE 64
#define FOYER_KEY_TEXT_SIZE 44           /* 43 characters of base64url and their end */

/**
 * FoyerKey:
 * @bytes: an Ed25519 public key (RFC 8032)
 *
 * Who signed, or for whom something is. Passed by value or copied; not secret.
 */
typedef struct {
  guint8 bytes[FOYER_KEY_SIZE];
} FoyerKey;

gboolean      foyer_key_parse          (const char          *text,
                                        FoyerKey            *key,
                                        GError             **error);
const char   *foyer_key_format         (const FoyerKey      *key,
                                        char                 text[FOYER_KEY_TEXT_SIZE]);
gboolean      foyer_key_equal          (const FoyerKey      *a,
                                        const FoyerKey      *b);
char         *foyer_key_get_thumbprint (const FoyerKey      *key);
gboolean      foyer_key_verify         (const FoyerKey      *key,
                                        gconstpointer        message,
                                        gsize                size,
                                        const guint8         signature[FOYER_SIGNATURE_SIZE]);

/**
 * FoyerKeyPair:
 *
 * A key and its secret half: for signing (Ed25519) and, made from that, for opening sealed
 * boxes (X25519). The secret lies in memory that is locked, guarded and wiped. Immutable,
 * so any thread may use it.
 */
typedef struct _FoyerKeyPair FoyerKeyPair;

FoyerKeyPair *foyer_key_pair_new_from_seed (const guint8     seed[FOYER_KEY_SIZE]);
FoyerKeyPair *foyer_key_pair_ref           (FoyerKeyPair    *self);
void          foyer_key_pair_unref         (FoyerKeyPair    *self);
const FoyerKey *
              foyer_key_pair_get_key       (FoyerKeyPair    *self);
void          foyer_key_pair_sign          (FoyerKeyPair    *self,
                                            gconstpointer    message,
                                            gsize            size,
                                            guint8           signature[FOYER_SIGNATURE_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerKeyPair, foyer_key_pair_unref)

G_END_DECLS
