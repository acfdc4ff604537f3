/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-qr.h"

#include <qrencode.h>

struct _FoyerQr {
  QRcode *code;
};

/**
 * foyer_qr_new:
 * @text: what a scanner is to read
 *
 * Makes a QR code (ISO/IEC 18004) of the bytes of @text, which stays readable with 15 % of it
 * covered (level M).
 *
 * Returns: (transfer full) (nullable): the code, or %NULL where @text is empty or too long for one
 */
FoyerQr *
foyer_qr_new (const char *text)
{
  QRcode *code;
  FoyerQr *self;

  g_return_val_if_fail (text != NULL, NULL);

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (code == NULL)
    return NULL;
  self = g_new0 (FoyerQr, 1);
  self->code = code;

  return self;
}

/**
 * foyer_qr_free:
 * @self: (transfer full): a code
 *
 * Frees it.
 */
void
foyer_qr_free (FoyerQr *self)
{
  QRcode_free (self->code);
  g_free (self);
}

/**
 * foyer_qr_get_size:
 * @self: a code
 *
 * Returns: modules of a side, without the quiet zone
 */
int
foyer_qr_get_size (const FoyerQr *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->code->width;
}

/**
 * foyer_qr_get_run:
 * @self: a code
 * @y: a row
 * @x: (inout): where to look from; where the next dark modules begin
 *
 * Finds dark modules that stand side by side: drawn as one, no light shines between them.
 *
 * Returns: how many there are, 0 at the end of the row
 */
int
foyer_qr_get_run (const FoyerQr *self,
                  int            y,
                  int           *x)
{
  const unsigned char *row;
  int end;

  g_return_val_if_fail (self != NULL && x != NULL, 0);
  g_return_val_if_fail (y >= 0 && y < self->code->width && *x >= 0, 0);

  row = self->code->data + y * self->code->width;
  while (*x < self->code->width && (row[*x] & 1) == 0)
    (*x)++;
  for (end = *x; end < self->code->width && (row[end] & 1) != 0; end++)
    ;

  return end - *x;
}

/**
 * foyer_qr_draw:
 * @self: a code
 * @cr: where to draw
 * @x: of its left, the quiet zone included
 * @y: of its top
 * @size: of a side
 *
 * Draws it in the colour of @cr.
 */
void
foyer_qr_draw (const FoyerQr *self,
               cairo_t       *cr,
               double         x,
               double         y,
               double         size)
{
  double module;

  g_return_if_fail (self != NULL && cr != NULL);

  module = size / (self->code->width + 2 * FOYER_QR_QUIET_ZONE);
  for (int row = 0; row < self->code->width; row++)
    for (int column = 0, n; (n = foyer_qr_get_run (self, row, &column)) > 0; column += n)
      cairo_rectangle (cr, x + (column + FOYER_QR_QUIET_ZONE) * module, y + (row + FOYER_QR_QUIET_ZONE) * module,
                       n * module, module);
  cairo_fill (cr);
}
