/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-sealed-box.h"

G_BEGIN_DECLS

#define FOYER_NOTE_MAX 1000
#define FOYER_CONSENTS_MAX 16
#define FOYER_CONSENT_MAX 40

/**
 * FoyerGuestCard:
 *
 * What a guest tells a host and nobody else, in the sealed box of a request. A record: whoever
 * made it may fill its fields. Texts are never %NULL but "" when empty; lists may be %NULL.
 */
typedef struct {
  char  *name;
  char  *phone;
  char  *email;
  char  *note;
  char **skills;
  char **consents;               /* names of what the guest agreed to, such as "show-name" */
} FoyerGuestCard;

FoyerGuestCard *foyer_guest_card_new  (const char                *name);
void            foyer_guest_card_free (FoyerGuestCard            *self);
char           *foyer_guest_card_seal (const FoyerGuestCard      *self,
                                       const FoyerSealedAddress  *address,
                                       GError                   **error);
FoyerGuestCard *foyer_guest_card_open (const char                *sealed,
                                       FoyerKeyPair              *pair,
                                       const FoyerSealedAddress  *address,
                                       GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerGuestCard, foyer_guest_card_free)

G_END_DECLS
