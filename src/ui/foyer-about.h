/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who made the program, under which licence, and whose data it carries. */
void foyer_about_present (GtkWidget *parent);

G_END_DECLS
