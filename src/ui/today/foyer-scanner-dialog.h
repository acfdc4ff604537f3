/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerScannerDialog:
 *
 * Shows a code of every letter that tickets and cards have, and says how it arrives: a scanner is a
 * keyboard, and may have another layout than the one that is set here.
 */
#define FOYER_TYPE_SCANNER_DIALOG (foyer_scanner_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerScannerDialog, foyer_scanner_dialog, FOYER, SCANNER_DIALOG, AdwDialog)

AdwDialog *foyer_scanner_dialog_new (void);

G_END_DECLS
