/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/spaces/foyer-space-panel.h"

G_BEGIN_DECLS

/**
 * FoyerPhotosPanel:
 *
 * The photos of a space: added from files that are chosen or dropped, ordered, removed.
 */
#define FOYER_TYPE_PHOTOS_PANEL (foyer_photos_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPhotosPanel, foyer_photos_panel, FOYER, PHOTOS_PANEL, AdwBin)

G_END_DECLS
