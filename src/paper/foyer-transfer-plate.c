/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-transfer-plate.h"

#include "paper/foyer-ink.h"
#include "paper/foyer-qr.h"

/* With its quiet zone. Cameras of telephones read modules from a third of a millimetre on: the largest
 * code of a transfer (69 modules) has them at 34 mm. */
#define QR_SIZE FOYER_PAPER_MM (34.0)
#define PADDING 10.0
#define LABEL_WIDTH 82.0
#define HEADING_SIZE 10.5
#define TEXT_SIZE 9.5
#define SMALL_SIZE 7.5

static double
put_rows (FoyerPaper              *paper,
          cairo_t                 *cr,
          const FoyerTransferText *text,
          double                   x,
          double                   y,
          double                   width)
{
  y = foyer_ink_put (paper, cr, "H2", FOYER_INK_TEXT,
                     foyer_ink_set_words (paper, text->heading, HEADING_SIZE, TRUE, width, 2), x, y) + 6;
  for (guint i = 0; i < text->rows->len; i++)
    {
      const FoyerTextRow *row = g_ptr_array_index (text->rows, i);
      double end;

      foyer_ink_put (paper, cr, "P", FOYER_INK_QUIET,
                     foyer_ink_set_words (paper, row->label, SMALL_SIZE, FALSE, LABEL_WIDTH - 4, 1), x, y + 1.8);
      end = foyer_ink_put (paper, cr, "P", FOYER_INK_TEXT,
                           foyer_ink_set_words (paper, row->value, TEXT_SIZE, row->strong, width - LABEL_WIDTH, 3),
                           x + LABEL_WIDTH, y);
      y = end + 2.5;
    }

  return foyer_ink_put (paper, cr, "P", FOYER_INK_QUIET,
                        foyer_ink_set_words (paper, text->note, SMALL_SIZE, FALSE, width, 4), x, y + 4);
}

/**
 * foyer_transfer_plate_put:
 * @paper: a paper
 * @cr: (nullable): where to draw
 * @text: how a transfer is made
 * @y: of its top
 * @width: of it
 *
 * Draws how a transfer is made, or only measures it: the code on white, with the light around it that
 * a camera needs, and beside it the same as text, for the many banks whose apps read no such code. A
 * payload that fits into no code leaves the text.
 *
 * Returns: where it ends, from above
 */
double
foyer_transfer_plate_put (FoyerPaper              *paper,
                          cairo_t                 *cr,
                          const FoyerTransferText *text,
                          double                   y,
                          double                   width)
{
  g_autoptr(FoyerQr) qr = foyer_qr_new (text->payload);
  double left = qr != NULL ? QR_SIZE + PADDING : PADDING;
  double rows_width = width - left - 2 * PADDING;
  double end;

  g_return_val_if_fail (text != NULL, y);

  end = put_rows (paper, NULL, text, left + PADDING, y + PADDING, rows_width) + PADDING;
  if (qr != NULL)
    end = MAX (end, y + QR_SIZE + 2 * PADDING);
  if (cr == NULL)
    return end;

  foyer_ink_plate (cr, FOYER_INK_TINT, TRUE, 0, y, width, end - y);
  if (qr != NULL)
    {
      cairo_tag_begin (cr, "Artifact", NULL);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_rectangle (cr, PADDING, y + PADDING, QR_SIZE, QR_SIZE);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      foyer_qr_draw (qr, cr, PADDING, y + PADDING, QR_SIZE);
      cairo_tag_end (cr, "Artifact");
    }
  put_rows (paper, cr, text, left + PADDING, y + PADDING, rows_width);

  return end;
}
