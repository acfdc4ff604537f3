/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-gazetteer.h"
#include "core/foyer-random.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-seat-days.h"

G_BEGIN_DECLS

/* An invented space in @place, and its seats from @today on. All that is plausible about them
 * comes from @random. */
FoyerListing  *foyer_sample_listing_new  (const FoyerPlace    *place,
                                          gint64               now_ms,
                                          FoyerRandom         *random);
FoyerSeatDays *foyer_sample_seats_new    (const FoyerListing  *listing,
                                          FoyerDay             today,
                                          FoyerRandom         *random);

G_END_DECLS
