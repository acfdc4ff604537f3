/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* Asks the store what stands on the poster for the door of @space, then for a printer. */
void foyer_poster_print (GtkWindow      *parent,
                         FoyerDesk      *desk,
                         FoyerSpaceItem *space);

G_END_DECLS
