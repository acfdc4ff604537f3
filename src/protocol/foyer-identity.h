/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "protocol/foyer-key.h"

G_BEGIN_DECLS

#define FOYER_SEED_SIZE 32

/**
 * FoyerIdentity:
 *
 * Who a profile is: a seed of 32 bytes, from which all its keys are made. It lies in memory
 * that is locked, guarded and wiped. Immutable, so any thread may use it.
 */
typedef struct _FoyerIdentity FoyerIdentity;

FoyerIdentity *foyer_identity_new            (void);
FoyerIdentity *foyer_identity_new_from_bytes (GBytes         *bytes,
                                              GError        **error);
FoyerIdentity *foyer_identity_ref            (FoyerIdentity  *self);
void           foyer_identity_unref          (FoyerIdentity  *self);
GBytes        *foyer_identity_get_bytes      (FoyerIdentity  *self);

FoyerKeyPair  *foyer_identity_get_host_key   (FoyerIdentity  *self);
FoyerKeyPair  *foyer_identity_get_guest_key  (FoyerIdentity  *self,
                                              const FoyerKey *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerIdentity, foyer_identity_unref)

G_END_DECLS
