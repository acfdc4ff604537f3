/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerQrCode:
 *
 * A short text as a QR code (ISO/IEC 18004): black on white in every scheme, with the quiet
 * zone of four modules that scanners need, and modules of whole pixels.
 */
#define FOYER_TYPE_QR_CODE (foyer_qr_code_get_type ())
G_DECLARE_FINAL_TYPE (FoyerQrCode, foyer_qr_code, FOYER, QR_CODE, GtkWidget)

/* @text: at most some hundred letters
 * @name: what a screen reader says of it */
void foyer_qr_code_set_text (FoyerQrCode *self,
                             const char  *text,
                             const char  *name);
/* @size: of its sides, in pixels, quiet zone included */
void foyer_qr_code_set_size (FoyerQrCode *self,
                             int          size);

G_END_DECLS
