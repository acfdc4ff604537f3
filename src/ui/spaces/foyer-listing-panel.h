/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerListingPanel:
 *
 * What of a space is public: as others see it, what stays on this computer, and the acts that
 * publish it and take it down again. A #FoyerSpacePanel.
 */
#define FOYER_TYPE_LISTING_PANEL (foyer_listing_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerListingPanel, foyer_listing_panel, FOYER, LISTING_PANEL, AdwBin)

G_END_DECLS
