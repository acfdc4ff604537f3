/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/foyer-paper.h"
#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* Asks for a printer, which may be a file, and prints; says what went wrong at the desk. */
void foyer_print (GtkWindow  *parent,
                  FoyerDesk  *desk,
                  FoyerPaper *paper);

G_END_DECLS
