/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-identity.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-seat-days.h"
#include "storage/foyer-store-post.h"

G_BEGIN_DECLS

/* What directories answer, believed only as far as it is signed. Pure functions. Errors:
 * %FOYER_PROTOCOL_ERROR. */

/* (nullable) (transfer full): the envelope inside of an answer that has a view beside it */
FoyerEnvelope *foyer_read_envelope  (GBytes           *body,
                                     GError          **error);
/* @id: what was asked for; another listing is an error */
FoyerListing  *foyer_read_listing   (GBytes           *body,
                                     const char       *id,
                                     FoyerKey         *key,
                                     GError          **error);
/* @host: who has to have signed it */
FoyerSeatDays *foyer_read_seat_days (GBytes           *body,
                                     const char       *listing,
                                     const FoyerKey   *host,
                                     GError          **error);
/* A letter in the mailbox that @pair opens: the host's when @host is %NULL, else that of the
 * guest of @host. A document that is not for us, or of a later version, is kept as it is.
 * Returns: (nullable) (transfer full): %NULL when it is forged or no envelope at all */
FoyerNews     *foyer_read_news      (const FoyerPageItem *item,
                                     const char       *origin,
                                     FoyerKeyPair     *pair,
                                     const FoyerKey   *host,
                                     GError          **error);

G_END_DECLS
