/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-identity.h"
#include "protocol/foyer-listing.h"
#include "storage/foyer-store-post.h"

G_BEGIN_DECLS

/**
 * FoyerWritten:
 * @rev: of the document
 * @body: the signed envelope to send
 * @facts: of a request: what its guest's side keeps; its texts live as long as the listing and
 *   @host
 * @host: the key in words, of a request
 *
 * A post with its bytes.
 */
typedef struct {
  gint64             rev;
  GBytes            *body;
  FoyerListingFacts  facts;
  char               host[FOYER_KEY_TEXT_SIZE];
} FoyerWritten;

void     foyer_written_clear    (FoyerWritten        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerWritten, foyer_written_clear)

/* What stands only on this machine. */
gboolean foyer_post_write       (const FoyerPost     *post,
                                 FoyerIdentity       *identity,
                                 gint64               now_ms,
                                 FoyerWritten        *written,
                                 GError             **error);
/* A request needs the listing that it is for. */
gboolean foyer_post_write_request
                                (const FoyerPost     *post,
                                 FoyerIdentity       *identity,
                                 const FoyerListing  *listing,
                                 const FoyerKey      *host,
                                 gint64               now_ms,
                                 FoyerWritten        *written,
                                 GError             **error);
const char *foyer_post_kind_get_name (FoyerPostKind   kind);

G_END_DECLS
