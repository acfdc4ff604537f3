/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "core/foyer-space.h"
#include "protocol/foyer-identity.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-seat-days.h"

G_BEGIN_DECLS

/* How far ahead a home tells strangers of its free seats. */
#define FOYER_HOME_DAYS 28

FoyerListing  *foyer_listing_draft     (FoyerIdentity    *identity,
                                        const FoyerSpace *space,
                                        const char       *id,
                                        gint64            rev,
                                        gint64            now_ms,
                                        GError          **error);
FoyerSeatDays *foyer_seat_days_draft   (FoyerSpaceKind    kind,
                                        GArray           *days,
                                        const char       *listing,
                                        gint64            rev,
                                        GError          **error);

G_END_DECLS
