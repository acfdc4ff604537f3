/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerWelcome:
 *
 * The first run: two ways to begin, and a season of sample data to look around in. It
 * goes by itself when the desk has a space.
 */
#define FOYER_TYPE_WELCOME (foyer_welcome_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWelcome, foyer_welcome, FOYER, WELCOME, AdwBin)

GtkWidget *foyer_welcome_new (FoyerDesk  *desk,
                              GMenuModel *main_menu);

G_END_DECLS
