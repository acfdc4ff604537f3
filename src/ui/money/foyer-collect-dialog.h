/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerCollectDialog:
 *
 * Takes what somebody owes for one booking or pass: by transfer, with a code for the app of a bank and
 * the same as text, in cash, with the change, or by the host's own card terminal. A part may be taken.
 * The receipt is made with it.
 */
#define FOYER_TYPE_COLLECT_DIALOG (foyer_collect_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCollectDialog, foyer_collect_dialog, FOYER, COLLECT_DIALOG, AdwDialog)

/* Asks what is due of the booking or pass @id on @day, and presents the dialog above @parent when it is
 * known. */
void foyer_collect_dialog_open (GtkWidget  *parent,
                                FoyerDesk  *desk,
                                FoyerDay    day,
                                const char *id);

G_END_DECLS
