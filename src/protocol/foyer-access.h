/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-address.h"
#include "protocol/foyer-sealed-box.h"

G_BEGIN_DECLS

/* Of a host's note, in characters. */
#define FOYER_ACCESS_NOTE_MAX 2000

/**
 * FoyerAccess:
 *
 * How an accepted guest gets in: what a host tells that guest and nobody else, in the sealed
 * box of a decision. A record: whoever made it may fill its fields. Texts are never %NULL but
 * "" when empty.
 */
typedef struct {
  FoyerAddress *address;         /* nullable: a refusal has only a note */
  char         *door;
  char         *wifi;
  char         *note;
  char         *ticket;          /* the code of a ticket, or "" */
} FoyerAccess;

FoyerAccess *foyer_access_new  (void);
void         foyer_access_free (FoyerAccess               *self);
char        *foyer_access_seal (const FoyerAccess         *self,
                                const FoyerSealedAddress  *address,
                                GError                   **error);
FoyerAccess *foyer_access_open (const char                *sealed,
                                FoyerKeyPair              *pair,
                                const FoyerSealedAddress  *address,
                                GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAccess, foyer_access_free)

G_END_DECLS
