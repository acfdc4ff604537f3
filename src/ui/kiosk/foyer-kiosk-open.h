/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "ui/foyer-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the kiosk of the current space beside the window of @widget, after a PIN was set for it. */
void foyer_kiosk_open       (GtkWidget *widget,
                             FoyerDesk *desk);
/* Sets another PIN: the host's own window asks for no old one, which may be forgotten. */
void foyer_kiosk_change_pin (GtkWidget *widget,
                             FoyerDesk *desk);

G_END_DECLS
