/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-part.h"
#include "protocol/foyer-search-page.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerListingPage:
 *
 * A place as its host publishes it, with all that is needed to decide and to ask for a seat.
 */
#define FOYER_TYPE_LISTING_PAGE (foyer_listing_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerListingPage, foyer_listing_page, FOYER, LISTING_PAGE, AdwNavigationPage)

/* @result: as a search answered it; its key is the one that has to have signed the listing */
AdwNavigationPage *foyer_listing_page_new (FoyerDesk               *desk,
                                           const char              *origin,
                                           const FoyerSearchResult *result,
                                           FoyerDay                 day,
                                           FoyerPart                part,
                                           int                      seats);

G_END_DECLS
