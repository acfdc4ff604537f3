/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Light modules that must surround a code (ISO/IEC 18004, 9.1). */
#define FOYER_QR_QUIET_ZONE 4

typedef struct _FoyerQr FoyerQr;

FoyerQr  *foyer_qr_new       (const char    *text);
void      foyer_qr_free      (FoyerQr       *self);
int       foyer_qr_get_size  (const FoyerQr *self);
int       foyer_qr_get_run   (const FoyerQr *self,
                              int            y,
                              int           *x);
void      foyer_qr_draw      (const FoyerQr *self,
                              cairo_t       *cr,
                              double         x,
                              double         y,
                              double         size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerQr, foyer_qr_free)

G_END_DECLS
