/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-json.h"
#include "protocol/foyer-key.h"

G_BEGIN_DECLS

#define FOYER_ENVELOPE_SIZE_MAX (256 * 1024)
#define FOYER_DIGEST_SIZE 32

/**
 * FoyerDocumentType:
 * @FOYER_DOCUMENT_LISTING: a space that strangers may find
 * @FOYER_DOCUMENT_AVAILABILITY: its free seats
 * @FOYER_DOCUMENT_TOMBSTONE: a listing is taken down
 * @FOYER_DOCUMENT_REQUEST: a guest asks for a seat
 * @FOYER_DOCUMENT_DECISION: the host answers, or changes the booking later
 * @FOYER_DOCUMENT_WITHDRAWAL: the guest takes the request or the booking back
 * @FOYER_DOCUMENT_ALLOTMENT: the host hands seats to a directory
 * @FOYER_DOCUMENT_RECALL: the host takes them back
 * @FOYER_DOCUMENT_REPORT: somebody warns an operator of a listing
 * @FOYER_DOCUMENT_ERASE: a key wants everything of itself deleted
 * @FOYER_DOCUMENT_REKEY: a key names its successor
 *
 * What a signed envelope holds.
 */
typedef enum {
  FOYER_DOCUMENT_LISTING,
  FOYER_DOCUMENT_AVAILABILITY,
  FOYER_DOCUMENT_TOMBSTONE,
  FOYER_DOCUMENT_REQUEST,
  FOYER_DOCUMENT_DECISION,
  FOYER_DOCUMENT_WITHDRAWAL,
  FOYER_DOCUMENT_ALLOTMENT,
  FOYER_DOCUMENT_RECALL,
  FOYER_DOCUMENT_REPORT,
  FOYER_DOCUMENT_ERASE,
  FOYER_DOCUMENT_REKEY,
} FoyerDocumentType;

#define FOYER_DOCUMENT_LAST FOYER_DOCUMENT_REKEY

const char *foyer_document_type_get_name (FoyerDocumentType    type);
gboolean    foyer_document_type_parse    (const char          *name,
                                          FoyerDocumentType   *type);

/**
 * FoyerEnvelope:
 *
 * A document and who signed it. Whoever holds one knows that the signature is right.
 * Immutable, so any thread may use it.
 */
typedef struct _FoyerEnvelope FoyerEnvelope;

FoyerEnvelope    *foyer_envelope_sign        (GBytes             *payload,
                                              FoyerKeyPair       *pair,
                                              GError            **error);
FoyerEnvelope    *foyer_envelope_verify      (GBytes             *bytes,
                                              GError            **error);
FoyerEnvelope    *foyer_envelope_ref         (FoyerEnvelope      *self);
void              foyer_envelope_unref       (FoyerEnvelope      *self);

FoyerDocumentType foyer_envelope_get_type    (FoyerEnvelope      *self);
const FoyerKey   *foyer_envelope_get_key     (FoyerEnvelope      *self);
GBytes           *foyer_envelope_get_bytes   (FoyerEnvelope      *self);
GBytes           *foyer_envelope_get_payload (FoyerEnvelope      *self);
const guint8     *foyer_envelope_get_digest  (FoyerEnvelope      *self);
FoyerJson        *foyer_envelope_read        (FoyerEnvelope      *self,
                                              FoyerDocumentType   type,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerEnvelope, foyer_envelope_unref)

G_END_DECLS
