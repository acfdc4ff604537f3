/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-till-receipt.h"

#include "paper/foyer-flow.h"
#include "paper/foyer-ink.h"

/* Rolls are 80 mm wide, of which printers reach 72. A PDF has pages of at most 14400 points. */
#define ROLL_WIDTH FOYER_PAPER_MM (80.0)
#define ROLL_MOST 14000.0
#define MARGIN FOYER_PAPER_MM (4.0)

#define SELLER_SIZE 13.0
#define TEXT_SIZE 9.0
#define STRONG_SIZE 13.0
#define SMALL_SIZE 7.5
#define GAP 10.0
#define NUMBER_WIDTH 72.0

struct _FoyerTillReceipt {
  FoyerPaper         parent_instance;

  FoyerDocumentText *text;

  double             width;     /* between the margins */
  GArray            *places;    /* (nullable): of FoyerPlace: head, lines, the rest */
};

G_DEFINE_FINAL_TYPE (FoyerTillReceipt, foyer_till_receipt, FOYER_TYPE_PAPER)

static double
put_words (FoyerTillReceipt *self,
           cairo_t          *cr,
           const char       *tag,
           FoyerInk          ink,
           const char       *text,
           double            size,
           gboolean          bold,
           gboolean          centred,
           double            y,
           double            width)
{
  PangoLayout *layout = foyer_ink_set_words (FOYER_PAPER (self), text, size, bold, width, 12);

  if (centred)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return foyer_ink_put (FOYER_PAPER (self), cr, tag, ink, layout, MARGIN, y);
}

/* Returns: where it ends */
static double
put_pair (FoyerTillReceipt *self,
          cairo_t          *cr,
          const char       *label,
          const char       *value,
          double            size,
          gboolean          bold,
          double            y)
{
  double left = self->width - NUMBER_WIDTH - 6;
  double end = put_words (self, cr, "P", FOYER_INK_TEXT, label, size, bold, FALSE, y, left);

  foyer_ink_put (FOYER_PAPER (self), cr, "P", FOYER_INK_TEXT,
                 foyer_ink_set_number (FOYER_PAPER (self), value, size, bold, NUMBER_WIDTH), MARGIN + left + 6, y);

  return end;
}

static double
put_rule (FoyerTillReceipt *self,
          cairo_t          *cr,
          double            y)
{
  if (cr != NULL)
    foyer_ink_rule (cr, FOYER_INK_TEXT, 0.6, MARGIN, y + GAP / 2, self->width);

  return y + GAP;
}

static double
put_head (FoyerTillReceipt *self,
          cairo_t          *cr,
          double            y)
{
  const FoyerDocumentText *text = self->text;
  g_autofree char *title = foyer_document_text_title (text);

  y = put_words (self, cr, "P", FOYER_INK_TEXT, text->seller, SELLER_SIZE, TRUE, TRUE, y + MARGIN, self->width) + 2;
  y = put_words (self, cr, "P", FOYER_INK_TEXT, text->seller_lines, SMALL_SIZE, FALSE, TRUE, y, self->width) + GAP;
  y = put_words (self, cr, "H1", FOYER_INK_TEXT, title, TEXT_SIZE + 1, TRUE, TRUE, y, self->width) + 3;
  for (guint i = 0; i < text->facts->len; i++)
    {
      const FoyerTextRow *fact = g_ptr_array_index (text->facts, i);

      /* Wider than what numbers need: a day has many letters. */
      double end = put_words (self, cr, "P", FOYER_INK_QUIET, fact->label, SMALL_SIZE, FALSE, FALSE, y, self->width * 0.4);

      foyer_ink_put (FOYER_PAPER (self), cr, "P", FOYER_INK_TEXT,
                     foyer_ink_set_number (FOYER_PAPER (self), fact->value, SMALL_SIZE, FALSE, self->width * 0.58),
                     MARGIN + self->width * 0.42, y);
      y = end + 1;
    }

  return put_rule (self, cr, y);
}

static double
put_line (FoyerTillReceipt *self,
          cairo_t          *cr,
          guint             i,
          double            y)
{
  const FoyerTextLine *line = g_ptr_array_index (self->text->lines, i);
  g_autofree char *many = g_strdup_printf ("%s × %s", line->quantity, line->unit);

  y = put_pair (self, cr, line->label, line->total, TEXT_SIZE, FALSE, y);
  if (*line->detail != '\0')
    y = put_words (self, cr, "P", FOYER_INK_QUIET, line->detail, SMALL_SIZE, FALSE, FALSE, y, self->width);
  y = put_words (self, cr, "P", FOYER_INK_QUIET, many, SMALL_SIZE, FALSE, FALSE, y, self->width);

  return y + 4;
}

static double
put_end (FoyerTillReceipt *self,
         cairo_t          *cr,
         double            y)
{
  y = put_rule (self, cr, y);
  for (guint i = 0; i < self->text->totals->len; i++)
    {
      const FoyerTextRow *row = g_ptr_array_index (self->text->totals, i);

      y = put_pair (self, cr, row->label, row->value, row->strong ? STRONG_SIZE : TEXT_SIZE, row->strong, y) + 2;
    }
  if (self->text->paid != NULL)
    y = put_words (self, cr, "P", FOYER_INK_TEXT, self->text->paid, TEXT_SIZE, TRUE, FALSE, y + 4, self->width);
  y = put_rule (self, cr, y);
  for (guint i = 0; i < self->text->notes->len; i++)
    y = put_words (self, cr, "P", FOYER_INK_TEXT, g_ptr_array_index (self->text->notes, i), SMALL_SIZE, FALSE, TRUE, y,
                   self->width) + 3;

  return y + MARGIN * 2;
}

static double
put_block (FoyerTillReceipt *self,
           cairo_t          *cr,
           guint             block,
           double            y)
{
  if (block == 0)
    return put_head (self, cr, y);
  if (block <= self->text->lines->len)
    return put_line (self, cr, block - 1, y);

  return put_end (self, cr, y);
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
  return page == 0 ? 0 : MARGIN;
}

static gboolean
does_block_cling (gpointer user_data,
                  guint    block)
{
  return FALSE;
}

static void
foyer_till_receipt_measure (FoyerPaper *paper,
                            double     *width,
                            double     *height)
{
  FoyerTillReceipt *self = FOYER_TILL_RECEIPT (paper);
  double needed = 0;

  self->width = ROLL_WIDTH - 2 * MARGIN;
  for (guint block = 0; block < self->text->lines->len + 2; block++)
    needed += measure_block (self, block);
  *width = ROLL_WIDTH;
  *height = MIN (needed, ROLL_MOST);
}

static guint
foyer_till_receipt_lay_out (FoyerPaper *paper,
                            double      width,
                            double      height)
{
  FoyerTillReceipt *self = FOYER_TILL_RECEIPT (paper);
  FoyerFlow flow = { .measure = measure_block, .get_top = get_block_top, .clings = does_block_cling, .bottom = height + 1 };

  self->width = MIN (width, ROLL_WIDTH) - 2 * MARGIN;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = foyer_flow_place (&flow, self->text->lines->len + 2, self);

  return g_array_index (self->places, FoyerPlace, self->places->len - 1).page + 1;
}

static void
foyer_till_receipt_draw (FoyerPaper *paper,
                         cairo_t    *cr,
                         guint       page)
{
  FoyerTillReceipt *self = FOYER_TILL_RECEIPT (paper);

  for (guint i = 0; i < self->places->len; i++)
    {
      const FoyerPlace *place = &g_array_index (self->places, FoyerPlace, i);

      if (place->page == page)
        put_block (self, cr, i, place->y);
    }
}

static void
foyer_till_receipt_finalize (GObject *object)
{
  FoyerTillReceipt *self = FOYER_TILL_RECEIPT (object);

  foyer_document_text_free (self->text);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (foyer_till_receipt_parent_class)->finalize (object);
}

static void
foyer_till_receipt_class_init (FoyerTillReceiptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_till_receipt_finalize;
  FOYER_PAPER_CLASS (klass)->measure = foyer_till_receipt_measure;
  FOYER_PAPER_CLASS (klass)->lay_out = foyer_till_receipt_lay_out;
  FOYER_PAPER_CLASS (klass)->draw = foyer_till_receipt_draw;
}

static void
foyer_till_receipt_init (FoyerTillReceipt *self)
{
}

/**
 * foyer_till_receipt_new:
 * @text: (transfer full): what it says, with everything in it that may not be missing
 *
 * Makes a receipt on a till's roll of 80 mm, in black, as long as it needs. Its head says what stands
 * at the foot of a sheet.
 *
 * Returns: (transfer full): the receipt
 */
FoyerTillReceipt *
foyer_till_receipt_new (FoyerDocumentText *text)
{
  g_autofree char *title = NULL;
  FoyerTillReceipt *self;

  g_return_val_if_fail (text != NULL, NULL);

  title = foyer_document_text_title (text);
  self = g_object_new (FOYER_TYPE_TILL_RECEIPT, "title", title, "author", text->seller, "language", text->language,
                       "issued-ms", text->issued_ms, "has-margins", FALSE, NULL);
  self->text = text;

  return self;
}
