/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @accelerator as a row of key caps, each with the key's name in the person's language;
 * a screen reader hears them as one label, "Ctrl+Enter". */
GtkWidget *foyer_keycaps_new (const char *accelerator);

G_END_DECLS
