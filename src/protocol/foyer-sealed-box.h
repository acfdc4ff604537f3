/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-envelope.h"
#include "protocol/foyer-json-writer.h"

G_BEGIN_DECLS

/* What a box may hold with its padding, and how long it is then as text. */
#define FOYER_SEALED_SIZE_MAX (32 * 1024)
#define FOYER_SEALED_BLOCK 512

/**
 * FoyerSealedAddress:
 * @type: the envelope that carries the box
 * @booking: the booking that it is about
 * @sender: who signs the envelope
 * @recipient: who can open the box
 *
 * Where a box belongs. The plaintext repeats all of it, so that a directory can neither move
 * a box to another booking or document, nor put it under a signature of its own.
 */
typedef struct {
  FoyerDocumentType type;
  const char       *booking;
  FoyerKey          sender;
  FoyerKey          recipient;
} FoyerSealedAddress;

FoyerJsonWriter *foyer_sealed_box_begin    (const FoyerSealedAddress  *address);
char            *foyer_sealed_box_seal     (GBytes                    *plain,
                                            const FoyerKey            *recipient,
                                            GError                   **error);
FoyerJson       *foyer_sealed_box_open     (const char                *sealed,
                                            FoyerKeyPair              *pair,
                                            const FoyerSealedAddress  *address,
                                            GError                   **error);
char            *foyer_sealed_box_read     (FoyerJson                 *json,
                                            const char                *name);

G_END_DECLS
