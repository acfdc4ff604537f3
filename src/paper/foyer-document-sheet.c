/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-document-sheet.h"

#include "paper/foyer-flow.h"
#include "paper/foyer-ink.h"
#include "paper/foyer-transfer-plate.h"

#define SELLER_SIZE 15.0
#define KIND_SIZE 22.0
#define NUMBER_SIZE 12.0
#define TEXT_SIZE 9.5
#define STRONG_SIZE 12.5
#define SMALL_SIZE 8.0
#define LABEL_SIZE 7.5
#define GAP 20.0
#define ROW_PADDING 4.5

/* Where the window of a French envelope is (DL, 110 by 35 mm from below and right): 110 mm from
 * the sheet's left, 50 mm from its top. */
#define WINDOW_LEFT (FOYER_PAPER_MM (110.0) - FOYER_PAPER_MARGIN)
#define WINDOW_TOP (FOYER_PAPER_MM (47.0) - FOYER_PAPER_MARGIN)

#define QUANTITY_WIDTH 52.0
#define UNIT_WIDTH 78.0
#define TOTAL_WIDTH 86.0
#define COLUMN_GAP 8.0
#define FACTS_PER_ROW 4

struct _FoyerDocumentSheet {
  FoyerPaper         parent_instance;

  FoyerDocumentText *text;

  double             width;
  double             height;
  GArray            *places;    /* (nullable): of FoyerPlace: lines, totals, transfer, notes */
  guint              n_pages;
};

G_DEFINE_FINAL_TYPE (FoyerDocumentSheet, foyer_document_sheet, FOYER_TYPE_PAPER)

static double
put_words (FoyerDocumentSheet *self,
           cairo_t            *cr,
           const char         *tag,
           FoyerInk            ink,
           const char         *text,
           double              size,
           gboolean            bold,
           double              x,
           double              y,
           double              width,
           int                 most_lines)
{
  PangoLayout *layout = foyer_ink_set_words (FOYER_PAPER (self), text, size, bold, width, most_lines);

  return foyer_ink_put (FOYER_PAPER (self), cr, tag, ink, layout, x, y);
}

static double
put_number (FoyerDocumentSheet *self,
            cairo_t            *cr,
            const char         *tag,
            FoyerInk            ink,
            const char         *text,
            double              size,
            gboolean            bold,
            double              x,
            double              y,
            double              width)
{
  PangoLayout *layout = foyer_ink_set_number (FOYER_PAPER (self), text, size, bold, width);

  return foyer_ink_put (FOYER_PAPER (self), cr, tag, ink, layout, x, y);
}

/* Where the right half of the sheet begins. */
static double
get_middle (FoyerDocumentSheet *self)
{
  return MIN (WINDOW_LEFT, self->width * 0.55);
}

static double
put_facts (FoyerDocumentSheet *self,
           cairo_t            *cr,
           double              y)
{
  guint n_facts = self->text->facts->len;
  guint n_columns = MIN (MAX (n_facts, 1), FACTS_PER_ROW);
  double column = self->width / n_columns;

  if (n_facts == 0)
    return y;

  for (guint first = 0; first < n_facts; first += n_columns)
    {
      double end = y;

      for (guint i = first; i < MIN (first + n_columns, n_facts); i++)
        {
          const FoyerTextRow *fact = g_ptr_array_index (self->text->facts, i);
          double x = (i - first) * column;
          double top = put_words (self, cr, "P", FOYER_INK_QUIET, fact->label, LABEL_SIZE, FALSE, x, y,
                                  column - COLUMN_GAP, 1);

          double bottom = put_words (self, cr, "P", FOYER_INK_TEXT, fact->value, TEXT_SIZE, fact->strong, x, top + 1,
                                     column - COLUMN_GAP, 2);

          end = MAX (end, bottom);
        }
      y = end + 8;
    }

  return y;
}

/* Who, to whom and when. Returns: where it ends */
static double
put_head (FoyerDocumentSheet *self,
          cairo_t            *cr)
{
  const FoyerDocumentText *text = self->text;
  double middle = get_middle (self);
  double right_width = self->width - middle;
  PangoLayout *kind = foyer_ink_set_words (FOYER_PAPER (self), text->kind, KIND_SIZE, TRUE, right_width, 2);
  PangoLayout *seller = foyer_ink_set_words (FOYER_PAPER (self), text->seller, SELLER_SIZE, TRUE, middle - GAP, 3);
  double lower = (double) (pango_layout_get_baseline (kind) - pango_layout_get_baseline (seller)) / PANGO_SCALE;
  double right = foyer_ink_put (FOYER_PAPER (self), cr, "H1", FOYER_INK_ACCENT, kind, middle, 0);
  double left;

  right = put_words (self, cr, "P", FOYER_INK_TEXT, text->number, NUMBER_SIZE, TRUE, middle, right, right_width, 1);
  left = foyer_ink_put (FOYER_PAPER (self), cr, "P", FOYER_INK_TEXT, seller, 0, lower) + 3;
  left = put_words (self, cr, "P", FOYER_INK_QUIET, text->seller_lines, SMALL_SIZE + 0.5, FALSE, 0, left, middle - GAP, 12);
  if (text->buyer != NULL)
    {
      right = MAX (right + GAP, WINDOW_TOP);
      right = put_words (self, cr, "P", FOYER_INK_QUIET, text->buyer_heading, LABEL_SIZE, FALSE, middle, right,
                         right_width, 1) + 2;
      right = put_words (self, cr, "P", FOYER_INK_TEXT, text->buyer, TEXT_SIZE + 1, TRUE, middle, right, right_width, 12);
      right = put_words (self, cr, "P", FOYER_INK_TEXT, text->buyer_lines, TEXT_SIZE, FALSE, middle, right, right_width, 8);
    }

  return put_facts (self, cr, MAX (left, right) + GAP * 1.6) + GAP * 0.8;
}

/* What stands on top of every page but the first. */
static double
put_small_head (FoyerDocumentSheet *self,
                cairo_t            *cr)
{
  g_autofree char *title = foyer_document_text_title (self->text);
  double end;

  put_words (self, cr, "Artifact", FOYER_INK_TEXT, title, TEXT_SIZE, TRUE, 0, 0, self->width / 2 - GAP, 1);
  end = put_number (self, cr, "Artifact", FOYER_INK_QUIET, self->text->seller, SMALL_SIZE, FALSE, self->width / 2, 1,
                    self->width / 2);

  return end + GAP;
}

static double
get_label_width (FoyerDocumentSheet *self)
{
  return MAX (self->width - QUANTITY_WIDTH - UNIT_WIDTH - TOTAL_WIDTH - 3 * COLUMN_GAP, 40);
}

/* What it is: its detail stands beside it while there is room. Returns: where it ends */
static double
put_label (FoyerDocumentSheet *self,
           cairo_t            *cr,
           FoyerInk            ink,
           const char         *label,
           const char         *detail,
           double              size,
           double              y)
{
  FoyerPaper *paper = FOYER_PAPER (self);
  double width = get_label_width (self);
  PangoLayout *first = foyer_ink_set_words (paper, label, size, FALSE, width, 12);
  PangoLayout *second = foyer_ink_set_words (paper, detail, SMALL_SIZE, FALSE, width, 6);
  int label_width, detail_width;
  double lower;

  pango_layout_get_size (first, &label_width, NULL);
  pango_layout_get_size (second, &detail_width, NULL);
  lower = (double) (pango_layout_get_baseline (first) - pango_layout_get_baseline (second)) / PANGO_SCALE;
  if (pango_layout_get_line_count (first) == 1 && pango_layout_get_line_count (second) == 1
      && label_width + detail_width < (width - 2 * COLUMN_GAP) * PANGO_SCALE)
    {
      double x = (double) label_width / PANGO_SCALE + COLUMN_GAP;
      double end = foyer_ink_put (paper, cr, "P", ink, first, 0, y);

      foyer_ink_put (paper, cr, "P", FOYER_INK_QUIET, second, x, y + lower);
      return end;
    }
  y = foyer_ink_put (paper, cr, "P", ink, first, 0, y);

  return foyer_ink_put (paper, cr, "P", FOYER_INK_QUIET, second, 0, y + 1);
}

/* A row of the table: its four cells stand on one line. Returns: where it ends */
static double
put_cells (FoyerDocumentSheet *self,
           cairo_t            *cr,
           const char         *tag,
           FoyerInk            ink,
           const char         *label,
           const char         *detail,
           const char         *const numbers[3],
           double              size,
           double              y)
{
  const double widths[3] = { QUANTITY_WIDTH, UNIT_WIDTH, TOTAL_WIDTH };
  double x = get_label_width (self);
  double end;

  if (cr != NULL)
    cairo_tag_begin (cr, tag, NULL);
  end = put_label (self, cr, ink, label, detail, size, y);
  if (cr != NULL)
    cairo_tag_end (cr, tag);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      put_number (self, cr, tag, ink, numbers[i], size, FALSE, x + COLUMN_GAP, y, widths[i]);
      x += COLUMN_GAP + widths[i];
    }

  return end;
}

static double
put_columns (FoyerDocumentSheet *self,
             cairo_t            *cr,
             double              y)
{
  const char *const numbers[3] = { self->text->columns[1], self->text->columns[2], self->text->columns[3] };

  if (cr != NULL)
    cairo_tag_begin (cr, "TR", NULL);
  y = put_cells (self, cr, "TH", FOYER_INK_QUIET, self->text->columns[0], "", numbers, LABEL_SIZE, y) + 4;
  if (cr != NULL)
    {
      foyer_ink_rule (cr, FOYER_INK_TEXT, 0.75, 0, y, self->width);
      cairo_tag_end (cr, "TR");
    }

  return y;
}

static double
put_line (FoyerDocumentSheet *self,
          cairo_t            *cr,
          guint               i,
          double              y)
{
  const FoyerTextLine *line = g_ptr_array_index (self->text->lines, i);
  const char *const numbers[3] = { line->quantity, line->unit, line->total };

  if (cr != NULL)
    cairo_tag_begin (cr, "TR", NULL);
  y = put_cells (self, cr, "TD", FOYER_INK_TEXT, line->label, line->detail, numbers, TEXT_SIZE, y + ROW_PADDING)
      + ROW_PADDING;
  if (cr != NULL)
    {
      foyer_ink_rule (cr, FOYER_INK_HAIR, 0.5, 0, y, self->width);
      cairo_tag_end (cr, "TR");
    }

  return y;
}

/* The sums, and beside them that they were paid. */
static double
put_totals (FoyerDocumentSheet *self,
            cairo_t            *cr,
            double              y)
{
  double middle = get_middle (self);
  double value_width = MIN (130, (self->width - middle) / 2);
  double label_width = self->width - middle - value_width;
  double top = y + GAP / 2;
  double paid = top;

  y = top;
  for (guint i = 0; i < self->text->totals->len; i++)
    {
      const FoyerTextRow *row = g_ptr_array_index (self->text->totals, i);
      double size = row->strong ? STRONG_SIZE : TEXT_SIZE;
      FoyerInk ink = row->strong ? FOYER_INK_TEXT : FOYER_INK_QUIET;
      double end;

      if (row->strong)
        {
          if (cr != NULL)
            foyer_ink_rule (cr, FOYER_INK_ACCENT, 1.5, middle, y + 4, self->width - middle);
          y += 9;
        }
      end = put_words (self, cr, "P", ink, row->label, size, row->strong, middle, y, label_width, 3);
      put_number (self, cr, "P", FOYER_INK_TEXT, row->value, size, row->strong, middle + label_width, y, value_width);
      y = end + 4;
    }
  if (self->text->paid != NULL)
    {
      double width = middle - 2 * GAP;
      double height = put_words (self, NULL, "P", FOYER_INK_TEXT, self->text->paid, TEXT_SIZE, TRUE, 0, 0, width, 4);

      if (cr != NULL)
        foyer_ink_plate (cr, FOYER_INK_TINT, TRUE, 0, paid + 3, width + GAP, height + 14);
      put_words (self, cr, "P", FOYER_INK_TEXT, self->text->paid, TEXT_SIZE, TRUE, GAP / 2, paid + 10, width, 4);
      paid += height + 17;
    }

  return MAX (y, paid);
}

/* The blocks that flow: lines, totals, how it is paid, notes. Returns: where the block ends */
static double
put_block (FoyerDocumentSheet *self,
           cairo_t            *cr,
           guint               block,
           double              y)
{
  guint n_lines = self->text->lines->len;

  if (block < n_lines)
    return put_line (self, cr, block, y);
  if (block == n_lines)
    return put_totals (self, cr, y);
  block -= n_lines + 1;
  if (self->text->transfer != NULL)
    {
      if (block == 0)
        return foyer_transfer_plate_put (FOYER_PAPER (self), cr, self->text->transfer, y + GAP, self->width);
      block--;
    }

  return put_words (self, cr, "P", FOYER_INK_QUIET, g_ptr_array_index (self->text->notes, block), SMALL_SIZE, FALSE, 0,
                    y + (block == 0 ? GAP : 3), self->width * 0.85, 12);
}

static guint
get_n_blocks (FoyerDocumentSheet *self)
{
  return self->text->lines->len + 1 + (self->text->transfer != NULL) + self->text->notes->len;
}

static double
measure_block (gpointer user_data,
               guint    block)
{
  return put_block (user_data, NULL, block, 0);
}

static double
get_block_top (gpointer user_data,
               guint    page,
               guint    block)
{
  FoyerDocumentSheet *self = user_data;
  double y = page == 0 ? put_head (self, NULL) : put_small_head (self, NULL);

  return block < self->text->lines->len ? put_columns (self, NULL, y) : y;
}

static gboolean
does_block_cling (gpointer user_data,
                  guint    block)
{
  FoyerDocumentSheet *self = user_data;

  return block == self->text->lines->len;
}

static PangoLayout *
set_foot (FoyerDocumentSheet *self)
{
  return foyer_ink_set_words (FOYER_PAPER (self), self->text->foot, LABEL_SIZE, FALSE, self->width - 90, 3);
}

static double
measure_foot (FoyerDocumentSheet *self)
{
  g_autoptr(PangoLayout) foot = set_foot (self);

  return foyer_paper_measure (foot) + 8;
}

static void
draw_foot (FoyerDocumentSheet *self,
           cairo_t            *cr,
           guint               page)
{
  g_autofree char *number = self->text->page_words (page + 1, self->n_pages);
  double y = self->height - measure_foot (self);

  foyer_ink_rule (cr, FOYER_INK_HAIR, 0.5, 0, y, self->width);
  foyer_ink_put (FOYER_PAPER (self), cr, page == 0 ? "P" : "Artifact", FOYER_INK_QUIET, set_foot (self), 0, y + 8);
  put_number (self, cr, "Artifact", FOYER_INK_QUIET, number, LABEL_SIZE, FALSE, self->width - 80, y + 8, 80);
}

static guint
foyer_document_sheet_lay_out (FoyerPaper *paper,
                              double      width,
                              double      height)
{
  FoyerDocumentSheet *self = FOYER_DOCUMENT_SHEET (paper);
  FoyerFlow flow = { .measure = measure_block, .get_top = get_block_top, .clings = does_block_cling };

  self->width = width;
  self->height = height;
  flow.bottom = height - measure_foot (self) - GAP / 2;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = foyer_flow_place (&flow, get_n_blocks (self), self);
  self->n_pages = g_array_index (self->places, FoyerPlace, self->places->len - 1).page + 1;

  return self->n_pages;
}

static void
foyer_document_sheet_draw (FoyerPaper *paper,
                           cairo_t    *cr,
                           guint       page)
{
  FoyerDocumentSheet *self = FOYER_DOCUMENT_SHEET (paper);
  guint n_lines = self->text->lines->len;
  double y = page == 0 ? put_head (self, cr) : put_small_head (self, cr);
  gboolean in_table = FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      const FoyerPlace *place = &g_array_index (self->places, FoyerPlace, i);

      if (place->page != page)
        continue;
      if (i < n_lines && !in_table)
        {
          cairo_tag_begin (cr, "Table", NULL);
          put_columns (self, cr, y);
          in_table = TRUE;
        }
      else if (i == n_lines && in_table)
        {
          cairo_tag_end (cr, "Table");
          in_table = FALSE;
        }
      put_block (self, cr, i, place->y);
    }
  if (in_table)
    cairo_tag_end (cr, "Table");
  draw_foot (self, cr, page);
}

static void
foyer_document_sheet_finalize (GObject *object)
{
  FoyerDocumentSheet *self = FOYER_DOCUMENT_SHEET (object);

  foyer_document_text_free (self->text);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (foyer_document_sheet_parent_class)->finalize (object);
}

static void
foyer_document_sheet_class_init (FoyerDocumentSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_document_sheet_finalize;
  FOYER_PAPER_CLASS (klass)->lay_out = foyer_document_sheet_lay_out;
  FOYER_PAPER_CLASS (klass)->draw = foyer_document_sheet_draw;
}

static void
foyer_document_sheet_init (FoyerDocumentSheet *self)
{
}

/**
 * foyer_document_sheet_new:
 * @text: (transfer full): what it says, with everything in it that may not be missing
 *
 * Makes a receipt, an invoice or a credit note on A4, as many pages as its lines take.
 *
 * Returns: (transfer full): the sheets
 */
FoyerDocumentSheet *
foyer_document_sheet_new (FoyerDocumentText *text)
{
  g_autofree char *title = NULL;
  FoyerDocumentSheet *self;

  g_return_val_if_fail (text != NULL, NULL);

  title = foyer_document_text_title (text);
  self = g_object_new (FOYER_TYPE_DOCUMENT_SHEET, "title", title, "author", text->seller, "language", text->language,
                       "issued-ms", text->issued_ms, NULL);
  self->text = text;

  return self;
}
