/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "ui/spaces/foyer-space-panel.h"

G_BEGIN_DECLS

/**
 * FoyerDeskNamesPanel:
 *
 * The names of the desks of a space: one is added, renamed, moved or taken away at a time, and each of
 * it can be undone.
 */
#define FOYER_TYPE_DESK_NAMES_PANEL (foyer_desk_names_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDeskNamesPanel, foyer_desk_names_panel, FOYER, DESK_NAMES_PANEL, AdwBin)

G_END_DECLS
