/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerListingPanel:
 *
 * What of a space is public: as others see it, what stays on this computer, and the acts that
 * publish it and take it down again.
 */
#define FOYER_TYPE_LISTING_PANEL (foyer_listing_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerListingPanel, foyer_listing_panel, FOYER, LISTING_PANEL, AdwBin)

/**
 * FoyerListingPanel:narrow:
 *
 * Whether there is little width.
 */

/**
 * FoyerListingPanel::acted:
 * @sentence: what was done; plain text
 * @op: the act for [method@Store.undo_async], 0 for none
 */

/**
 * FoyerListingPanel::leak-activated:
 * @field: of the listing: "name", "about" or "rules"
 *
 * The person wants to see the text that may give something away.
 */

void foyer_listing_panel_set_space (FoyerListingPanel *self,
                                    FoyerDesk         *desk,
                                    const FoyerSpace  *space);
/* Looks again at what would be public. */
void foyer_listing_panel_refresh   (FoyerListingPanel *self);

G_END_DECLS
