/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-identity.h"

G_BEGIN_DECLS

void foyer_identity_derive (FoyerIdentity *self,
                            gconstpointer  label,
                            gsize          size,
                            guint8         out[FOYER_SEED_SIZE]);

G_END_DECLS
