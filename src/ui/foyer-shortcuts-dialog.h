/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerShortcutsDialog:
 *
 * Every key of the program, from the table in foyer-shortcuts.c. Rows like any other,
 * so that it can be read at 360 px and by a screen reader.
 */
#define FOYER_TYPE_SHORTCUTS_DIALOG (foyer_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerShortcutsDialog, foyer_shortcuts_dialog, FOYER, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *foyer_shortcuts_dialog_new (void);

G_END_DECLS
