/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * foyer_archiving_archive:
 * @space: one in use
 * @parent: where a question is asked
 *
 * Archives a space. Where guests would lose their seats, it first says who they are and what each
 * of them gets back, and asks.
 */
void foyer_archiving_archive (FoyerDesk      *desk,
                              FoyerSpaceItem *space,
                              GtkWidget      *parent);
/* Takes an archived space up again. */
void foyer_archiving_restore (FoyerDesk      *desk,
                              FoyerSpaceItem *space);

G_END_DECLS
