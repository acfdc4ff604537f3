/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-person.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMergeDialog:
 *
 * Finds the other record of a member, by a part of its name, and merges it into the member's.
 */
#define FOYER_TYPE_MERGE_DIALOG (foyer_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMergeDialog, foyer_merge_dialog, FOYER, MERGE_DIALOG, AdwDialog)

AdwDialog *foyer_merge_dialog_new (FoyerDesk         *desk,
                                   const FoyerPerson *person);

G_END_DECLS
