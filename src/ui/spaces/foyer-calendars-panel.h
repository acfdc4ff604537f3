/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerCalendarsPanel:
 *
 * The calendars of other programs that close days of a space: followed by their address or as a file.
 */
#define FOYER_TYPE_CALENDARS_PANEL (foyer_calendars_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCalendarsPanel, foyer_calendars_panel, FOYER, CALENDARS_PANEL, AdwBin)

G_END_DECLS
