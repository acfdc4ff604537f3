/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-part.h"
#include "protocol/foyer-sealed-box.h"

G_BEGIN_DECLS

/**
 * FoyerRequest:
 *
 * A guest asks for seats. A record: whoever made it may fill its fields. The directory reads
 * all but @sealed, which holds a [struct@GuestCard] for the host.
 */
typedef struct {
  char     *id;                  /* the booking's, on both sides */
  gint64    rev;
  char     *listing;
  FoyerKey  host;
  char     *directory;           /* an origin; nobody else may carry the request */
  FoyerDay  day;
  FoyerPart part;
  int       seats;
  gint64    answer_by_ms;
  char     *sealed;
} FoyerRequest;

FoyerRequest  *foyer_request_new       (void);
void           foyer_request_free      (FoyerRequest        *self);
FoyerRequest  *foyer_request_parse     (FoyerEnvelope       *envelope,
                                        GError             **error);
FoyerEnvelope *foyer_request_sign      (const FoyerRequest  *self,
                                        FoyerKeyPair        *pair,
                                        GError             **error);
gint64         foyer_request_answer_by (GTimeZone           *zone,
                                        FoyerDay             day,
                                        int                  opening_minute,
                                        gint64               asked_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRequest, foyer_request_free)

G_END_DECLS
