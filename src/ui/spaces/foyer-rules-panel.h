/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/spaces/foyer-space-panel.h"

G_BEGIN_DECLS

/**
 * FoyerRulesPanel:
 *
 * The versions of the house rules of a space, the one in force first; those before it open to be
 * read. Nothing is there as long as there never were any rules.
 */
#define FOYER_TYPE_RULES_PANEL (foyer_rules_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRulesPanel, foyer_rules_panel, FOYER, RULES_PANEL, AdwBin)

G_END_DECLS
