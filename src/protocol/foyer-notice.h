/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-envelope.h"

G_BEGIN_DECLS

/**
 * FoyerNotice:
 * @type: tombstone, recall (of a listing), or withdrawal (of a booking)
 * @subject: the id of the listing or the booking
 * @rev: its next revision
 *
 * A document that says only of what it speaks.
 */
typedef struct {
  FoyerDocumentType type;
  char             *subject;
  gint64            rev;
} FoyerNotice;

FoyerNotice   *foyer_notice_new   (FoyerDocumentType    type,
                                   const char          *subject,
                                   gint64               rev);
void           foyer_notice_free  (FoyerNotice         *self);
FoyerNotice   *foyer_notice_parse (FoyerEnvelope       *envelope,
                                   GError             **error);
FoyerEnvelope *foyer_notice_sign  (const FoyerNotice   *self,
                                   FoyerKeyPair        *pair,
                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerNotice, foyer_notice_free)

G_END_DECLS
