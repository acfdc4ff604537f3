/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-response.h"

G_BEGIN_DECLS

/**
 * FoyerListingCache:
 *
 * Whole answers about listings, until their listing changes. Any thread.
 *
 * Who makes an answer begins with a ticket, then reads: an answer read before a change and
 * kept after it would be wrong for ever, so its ticket is void by then.
 */
typedef struct _FoyerListingCache FoyerListingCache;

FoyerListingCache *foyer_listing_cache_new    (void);
void               foyer_listing_cache_free   (FoyerListingCache  *self);
FoyerResponse     *foyer_listing_cache_get    (FoyerListingCache  *self,
                                               const char         *listing,
                                               guint64            *ticket);
void               foyer_listing_cache_keep   (FoyerListingCache  *self,
                                               const char         *listing,
                                               guint64             ticket,
                                               FoyerResponse      *response);
void               foyer_listing_cache_forget (FoyerListingCache  *self,
                                               const char         *listing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerListingCache, foyer_listing_cache_free)

G_END_DECLS
