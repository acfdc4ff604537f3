/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerApplication:
 *
 * Owns the profile: opens its store at the start, shows the one window, and closes the
 * store before the process ends. Each profile is an application of its own on the bus,
 * so that a second start raises the window that has it open.
 */
#define FOYER_TYPE_APPLICATION (foyer_application_get_type ())
G_DECLARE_FINAL_TYPE (FoyerApplication, foyer_application, FOYER, APPLICATION, AdwApplication)

FoyerApplication *foyer_application_new (void);

G_END_DECLS
