/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/* Prints a roll call by the system's print dialog, on as many pages as it needs: @head
 * on each, then one name a line with a box to tick. */
void foyer_roll_call_print (GtkWindow  *parent,
                            FoyerDesk  *desk,
                            const char *head,
                            const char *names);

G_END_DECLS
