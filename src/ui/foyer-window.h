/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerWindow:
 *
 * The frame: sidebar, the page beside it, toasts over the page. It shows itself at
 * once; its pages come with the desk.
 */
#define FOYER_TYPE_WINDOW (foyer_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWindow, foyer_window, FOYER, WINDOW, AdwApplicationWindow)

FoyerWindow *foyer_window_new          (AdwApplication *application);
void         foyer_window_set_desk     (FoyerWindow    *self,
                                        FoyerDesk      *desk);
/* Says why the profile could not be opened instead of showing pages. */
void         foyer_window_show_trouble (FoyerWindow    *self,
                                        const GError   *error);

G_END_DECLS
