/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-person.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMemberDialog:
 *
 * Writes down who a member is. What cannot be kept is said in place, and nothing that was typed is
 * lost. Consents are not asked here: they stay as they are.
 */
#define FOYER_TYPE_MEMBER_DIALOG (foyer_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMemberDialog, foyer_member_dialog, FOYER, MEMBER_DIALOG, AdwDialog)

/**
 * FoyerMemberDialog::saved:
 * @id: of the member
 *
 * The member was added or changed.
 */

/* @person: whom to change, as the store gave them; copied; a person without an id is new */
FoyerMemberDialog *foyer_member_dialog_new         (FoyerDesk         *desk,
                                                    const FoyerPerson *person);
/* Begins with the notes. */
void               foyer_member_dialog_focus_notes (FoyerMemberDialog *self);

G_END_DECLS
