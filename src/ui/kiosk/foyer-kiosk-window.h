/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerKioskWindow:
 * Where people check themselves in, on a screen that everybody sees. It belongs to no application:
 * none of the program's keys, menus and actions lead out of it. Whatever closes a window asks for
 * the PIN here. It is not a lock: it keeps nobody from another window.
 */
#define FOYER_TYPE_KIOSK_WINDOW (foyer_kiosk_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskWindow, foyer_kiosk_window, FOYER, KIOSK_WINDOW, AdwWindow)

/**
 * FoyerKioskWindow:idle-seconds:
 *
 * For how long a page waits for somebody before it goes back to the first one.
 */

/**
 * FoyerKioskWindow:settled-seconds:
 *
 * For how long the last words to somebody stay.
 */

/* @desk: of its own, since that of a window follows what the host looks at. */
GtkWindow *foyer_kiosk_window_new     (FoyerDesk        *desk,
                                       const char       *space_id);
const char *foyer_kiosk_window_get_space_id (FoyerKioskWindow *self);
/* Fills a screen: another one than that of @host, (nullable), where there is one. */
void       foyer_kiosk_window_fill    (FoyerKioskWindow *self,
                                       GtkWindow        *host);

G_END_DECLS
