/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-space.h"

G_BEGIN_DECLS

/**
 * FoyerHoursPanel:
 *
 * The weekly opening hours of a space, as a grid and in words. It is a #FoyerSpacePanel that can
 * also show a space without an id: then the week waits in it until somebody asks for it.
 */
#define FOYER_TYPE_HOURS_PANEL (foyer_hours_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHoursPanel, foyer_hours_panel, FOYER, HOURS_PANEL, AdwBin)

/* Returns: (transfer none) (element-type FoyerOpeningRule): the week as it is shown */
GArray *foyer_hours_panel_get_rules (FoyerHoursPanel *self);

G_END_DECLS
