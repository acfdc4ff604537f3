/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-envelope.h"

G_BEGIN_DECLS

/**
 * FoyerKeyNotice:
 * @type: erase or rekey
 * @key: the key that it is about, which must sign it
 * @rev: more than in any notice of the key before
 * @successor: of a rekey: who is the same person from now on
 *
 * What a key says about itself: that all of it be deleted, or that another follows it.
 */
typedef struct {
  FoyerDocumentType type;
  FoyerKey          key;
  gint64            rev;
  FoyerKey          successor;
} FoyerKeyNotice;

gboolean       foyer_key_notice_parse     (FoyerEnvelope    *envelope,
                                           FoyerKeyNotice   *notice,
                                           GError          **error);
FoyerEnvelope *foyer_key_notice_sign_erase (FoyerKeyPair    *pair,
                                           gint64            rev,
                                           GError          **error);
FoyerEnvelope *foyer_key_notice_sign_rekey (FoyerKeyPair    *pair,
                                           gint64            rev,
                                           const FoyerKey   *successor,
                                           GError          **error);

G_END_DECLS
