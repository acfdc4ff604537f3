/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "protocol/foyer-listing.h"

G_BEGIN_DECLS

/**
 * FoyerShares:
 *
 * Where each cent of a price goes: a bar, and the same in rows with their sums. What the
 * directory and Foyer take is listed as well, since its zero is the message.
 */
#define FOYER_TYPE_SHARES (foyer_shares_get_type ())
G_DECLARE_FINAL_TYPE (FoyerShares, foyer_shares, FOYER, SHARES, GtkBox)

void foyer_shares_show (FoyerShares        *self,
                        const FoyerListing *listing);

G_END_DECLS
