/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-part.h"
#include "protocol/foyer-search-page.h"

G_BEGIN_DECLS

/**
 * FoyerListingCard:
 *
 * A place that was found: what it is called and costs, where and what it is, and its free
 * seats in the week.
 */
#define FOYER_TYPE_LISTING_CARD (foyer_listing_card_get_type ())
G_DECLARE_FINAL_TYPE (FoyerListingCard, foyer_listing_card, FOYER, LISTING_CARD, GtkListBoxRow)

/**
 * FoyerListingCard::day-activated:
 * @day: (type int): a #FoyerDay, which was chosen in the week
 */

/* @result: (transfer none): stays alive as long as the card */
GtkWidget               *foyer_listing_card_new        (const FoyerSearchResult *result,
                                                        FoyerDay                 day,
                                                        FoyerPart                part);
const FoyerSearchResult *foyer_listing_card_get_result (FoyerListingCard        *self);
/* Whether there is little width. */
void                     foyer_listing_card_set_narrow (FoyerListingCard        *self,
                                                        gboolean                 narrow);

G_END_DECLS
