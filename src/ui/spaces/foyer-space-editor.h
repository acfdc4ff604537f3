/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-space.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerSpaceEditor:
 *
 * The dialog in which a space is described. Of a space that exists each change applies
 * when its field is left, and can be undone; a new space is added by one button. What
 * cannot be kept stays as it was typed, with the reason under it.
 */
#define FOYER_TYPE_SPACE_EDITOR (foyer_space_editor_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSpaceEditor, foyer_space_editor, FOYER, SPACE_EDITOR, AdwDialog)

void foyer_space_editor_present     (FoyerDesk      *desk,
                                     FoyerSpaceItem *space,
                                     GtkWidget      *parent);
/* For a space that is not there yet; the desk goes to it once it is added. */
void foyer_space_editor_present_new (FoyerDesk      *desk,
                                     FoyerSpaceKind  kind,
                                     GtkWidget      *parent);

G_END_DECLS
