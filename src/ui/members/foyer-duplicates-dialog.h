/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerDuplicatesDialog:
 *
 * Two by two, those who may be one person, with the reason. Each pair is merged, or noted as two
 * people, and goes from the list; nothing is merged by itself.
 */
#define FOYER_TYPE_DUPLICATES_DIALOG (foyer_duplicates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDuplicatesDialog, foyer_duplicates_dialog, FOYER, DUPLICATES_DIALOG, AdwDialog)

AdwDialog *foyer_duplicates_dialog_new (FoyerDesk *desk);

G_END_DECLS
