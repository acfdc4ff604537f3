/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* What was done, with Undo for as long as the directory is not told (@op 0: nothing can be undone). */
AdwToast *foyer_desk_toasts_new    (const char      *sentence,
                                    gint64           op);

/* Says in @overlay too what is done and refused: for a dialog in which several acts are done, and which
 * covers the toasts of the window. */
void      foyer_desk_toasts_attach (AdwToastOverlay *overlay,
                                    FoyerDesk       *desk);

G_END_DECLS
