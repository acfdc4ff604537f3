/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-key.h"

G_BEGIN_DECLS

void     foyer_sodium_start     (void);
gboolean foyer_key_seal         (const FoyerKey *recipient,
                                 gconstpointer   message,
                                 gsize           size,
                                 guint8         *box);
gboolean foyer_key_pair_unseal  (FoyerKeyPair   *self,
                                 const guint8   *box,
                                 gsize           size,
                                 guint8         *message);

G_END_DECLS
