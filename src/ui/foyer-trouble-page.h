/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerTroublePage:
 *
 * Why the profile cannot be opened, that nothing is lost, and what can be done.
 */
#define FOYER_TYPE_TROUBLE_PAGE (foyer_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTroublePage, foyer_trouble_page, FOYER, TROUBLE_PAGE, AdwBin)

GtkWidget *foyer_trouble_page_new (const GError *error,
                                   GMenuModel   *main_menu);

G_END_DECLS
