/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-report-sheet.h"

#include "paper/foyer-flow.h"
#include "paper/foyer-ink.h"

#define TITLE_SIZE 22.0
#define SUBTITLE_SIZE 11.0
#define FIGURE_SIZE 18.0
#define TEXT_SIZE 9.0
#define STRONG_SIZE 11.0
#define SMALL_SIZE 8.0
#define LABEL_SIZE 7.5
#define GAP 20.0
#define COLUMN_GAP 8.0
#define ROW_PADDING 4.0
#define SIGNATURE_HEIGHT 46.0

/* Digits of a hash that are read at once. */
#define SEAL_GROUP 8

struct _FoyerReportSheet {
  FoyerPaper       parent_instance;

  FoyerReportText *text;

  double           width;
  double           height;
  GArray          *places;    /* (nullable): of FoyerPlace: rows, totals, seal, signatures, notes */
  guint            n_pages;
};

G_DEFINE_FINAL_TYPE (FoyerReportSheet, foyer_report_sheet, FOYER_TYPE_PAPER)

static double
put_words (FoyerReportSheet *self,
           cairo_t          *cr,
           const char       *tag,
           FoyerInk          ink,
           const char       *text,
           double            size,
           gboolean          bold,
           double            x,
           double            y,
           double            width,
           int               most_lines)
{
  PangoLayout *layout = foyer_ink_set_words (FOYER_PAPER (self), text, size, bold, width, most_lines);

  return foyer_ink_put (FOYER_PAPER (self), cr, tag, ink, layout, x, y);
}

static double
put_number (FoyerReportSheet *self,
            cairo_t          *cr,
            const char       *tag,
            FoyerInk          ink,
            const char       *text,
            double            size,
            gboolean          bold,
            double            x,
            double            y,
            double            width)
{
  PangoLayout *layout = foyer_ink_set_number (FOYER_PAPER (self), text, size, bold, width);

  return foyer_ink_put (FOYER_PAPER (self), cr, tag, ink, layout, x, y);
}

static double
put_figures (FoyerReportSheet *self,
             cairo_t          *cr,
             double            y)
{
  guint n_figures = self->text->figures->len;
  double column = n_figures > 0 ? (self->width + COLUMN_GAP) / n_figures : 0;
  double height = 17 + FIGURE_SIZE * 1.75;

  if (n_figures == 0)
    return y;

  for (guint i = 0; i < n_figures; i++)
    {
      const FoyerTextRow *figure = g_ptr_array_index (self->text->figures, i);
      double x = i * column;
      double top;

      if (cr != NULL)
        foyer_ink_plate (cr, FOYER_INK_TINT, TRUE, x, y, column - COLUMN_GAP, height);
      top = put_words (self, cr, "P", FOYER_INK_QUIET, figure->label, SMALL_SIZE, FALSE, x + 10, y + 8, column - 28, 1);
      put_words (self, cr, "P", figure->strong ? FOYER_INK_ACCENT : FOYER_INK_TEXT, figure->value, FIGURE_SIZE, TRUE, x + 10,
                 top, column - 28, 1);
    }

  return y + height;
}

static double
put_head (FoyerReportSheet *self,
          cairo_t          *cr,
          guint             page)
{
  double y;

  if (page > 0)
    return put_words (self, cr, "Artifact", FOYER_INK_TEXT, foyer_paper_get_title (FOYER_PAPER (self)), TEXT_SIZE, TRUE, 0, 0,
                      self->width, 1) + GAP * 0.7;

  y = put_words (self, cr, "H1", FOYER_INK_ACCENT, self->text->title, TITLE_SIZE, TRUE, 0, 0, self->width, 2);
  y = put_words (self, cr, "P", FOYER_INK_TEXT, self->text->subtitle, SUBTITLE_SIZE, FALSE, 0, y + 2, self->width, 3) + GAP;

  return put_figures (self, cr, y) + (self->text->figures->len > 0 ? GAP : 0);
}

/* Returns: where it ends */
static double
put_cells (FoyerReportSheet  *self,
           cairo_t           *cr,
           const char        *tag,
           FoyerInk           ink,
           const char *const *cells,
           double             size,
           double             y)
{
  double shares = 0;
  double room = self->width - COLUMN_GAP * (self->text->columns->len - 1);
  double x = 0;
  double end = y;

  for (guint i = 0; i < self->text->columns->len; i++)
    shares += ((const FoyerReportColumn *) self->text->columns->pdata[i])->share;
  for (guint i = 0; i < self->text->columns->len; i++)
    {
      const FoyerReportColumn *column = self->text->columns->pdata[i];
      const char *cell = cells != NULL ? cells[i] : column->heading;
      double width = room * column->share / shares;
      double bottom = column->is_number ? put_number (self, cr, tag, ink, cell, size, FALSE, x, y, width)
                                        : put_words (self, cr, tag, ink, cell, size, FALSE, x, y, width, 2);

      end = MAX (end, bottom);
      x += width + COLUMN_GAP;
    }

  return end;
}

static double
put_columns (FoyerReportSheet *self,
             cairo_t          *cr,
             double            y)
{
  if (cr != NULL)
    cairo_tag_begin (cr, "TR", NULL);
  y = put_cells (self, cr, "TH", FOYER_INK_QUIET, NULL, LABEL_SIZE, y) + 4;
  if (cr != NULL)
    {
      foyer_ink_rule (cr, FOYER_INK_TEXT, 0.75, 0, y, self->width);
      cairo_tag_end (cr, "TR");
    }

  return y;
}

static double
put_row (FoyerReportSheet *self,
         cairo_t          *cr,
         guint             i,
         double            y)
{
  if (cr != NULL)
    cairo_tag_begin (cr, "TR", NULL);
  y = put_cells (self, cr, "TD", FOYER_INK_TEXT, g_ptr_array_index (self->text->rows, i), TEXT_SIZE, y + ROW_PADDING) + ROW_PADDING;
  if (cr != NULL)
    {
      foyer_ink_rule (cr, FOYER_INK_HAIR, 0.5, 0, y, self->width);
      cairo_tag_end (cr, "TR");
    }

  return y;
}

static double
put_totals (FoyerReportSheet *self,
            cairo_t          *cr,
            double            y)
{
  double left = self->width * 0.5;
  double width = self->width - left;

  y += GAP / 2;
  for (guint i = 0; i < self->text->totals->len; i++)
    {
      const FoyerTextRow *row = g_ptr_array_index (self->text->totals, i);
      double size = row->strong ? STRONG_SIZE : TEXT_SIZE;
      double end;

      if (row->strong)
        {
          if (cr != NULL)
            foyer_ink_rule (cr, FOYER_INK_ACCENT, 1.5, left, y + 4, width);
          y += 9;
        }
      end = put_words (self, cr, "P", row->strong ? FOYER_INK_TEXT : FOYER_INK_QUIET, row->label, size, row->strong, left, y,
                       width * 0.6, 2);
      put_number (self, cr, "P", FOYER_INK_TEXT, row->value, size, row->strong, left + width * 0.6, y, width * 0.4);
      y = end + 4;
    }

  return y;
}

/* In groups, so that somebody can compare it with a screen. */
static char *
group_seal (const char *seal)
{
  GString *groups = g_string_new (NULL);

  for (gsize i = 0; seal[i] != '\0'; i++)
    {
      if (i > 0 && i % SEAL_GROUP == 0)
        g_string_append_c (groups, ' ');
      g_string_append_c (groups, seal[i]);
    }

  return g_string_free_and_steal (groups);
}

static double
put_seal_words (FoyerReportSheet *self,
                cairo_t          *cr,
                double            y)
{
  g_autofree char *groups = group_seal (self->text->seal);
  double width = self->width - 20;
  PangoLayout *code = foyer_ink_set_words (FOYER_PAPER (self), groups, SMALL_SIZE, FALSE, width, 3);
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (code));

  pango_font_description_set_family (font, "Adwaita Mono, Monospace");
  pango_layout_set_font_description (code, font);
  pango_font_description_free (font);
  y = put_words (self, cr, "P", FOYER_INK_QUIET, self->text->seal_heading, LABEL_SIZE, FALSE, 10, y + 9, width, 3);

  return foyer_ink_put (FOYER_PAPER (self), cr, "P", FOYER_INK_TEXT, code, 10, y + 3) + 9;
}

static double
put_seal (FoyerReportSheet *self,
          cairo_t          *cr,
          double            y)
{
  double height = put_seal_words (self, NULL, 0);

  y += GAP;
  if (cr != NULL)
    foyer_ink_plate (cr, FOYER_INK_TINT, TRUE, 0, y, self->width, height);

  return put_seal_words (self, cr, y);
}

static double
put_signatures (FoyerReportSheet *self,
                cairo_t          *cr,
                double            y)
{
  guint n_signatures = self->text->signatures->len;
  double column = (self->width + GAP) / MAX (n_signatures, 1);

  for (guint i = 0; i < n_signatures; i++)
    {
      if (cr != NULL)
        foyer_ink_rule (cr, FOYER_INK_TEXT, 0.75, i * column, y + SIGNATURE_HEIGHT, column - GAP);
      put_words (self, cr, "P", FOYER_INK_QUIET, g_ptr_array_index (self->text->signatures, i), LABEL_SIZE, FALSE, i * column,
                 y + SIGNATURE_HEIGHT + 3, column - GAP, 1);
    }

  return n_signatures > 0 ? y + SIGNATURE_HEIGHT + 16 : y;
}

/* The blocks behind the rows. Returns: where the block ends */
static double
put_block (FoyerReportSheet *self,
           cairo_t          *cr,
           guint             block,
           double            y)
{
  const FoyerReportText *text = self->text;

  if (block < text->rows->len)
    return put_row (self, cr, block, y);
  switch (block - text->rows->len)
    {
    case 0:
      return put_totals (self, cr, y);
    case 1:
      return text->seal != NULL ? put_seal (self, cr, y) : y;
    case 2:
      return put_signatures (self, cr, y);
    default:
      block -= text->rows->len + 3;
      return put_words (self, cr, "P", FOYER_INK_QUIET, g_ptr_array_index (text->notes, block), SMALL_SIZE, FALSE, 0,
                        y + (block == 0 ? GAP : 3), self->width * 0.85, 12);
    }
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
  FoyerReportSheet *self = user_data;
  double y = put_head (self, NULL, page);

  return block < self->text->rows->len ? put_columns (self, NULL, y) : y;
}

static gboolean
does_block_cling (gpointer user_data,
                  guint    block)
{
  FoyerReportSheet *self = user_data;

  return block == self->text->rows->len;
}

static PangoLayout *
set_foot (FoyerReportSheet *self)
{
  return foyer_ink_set_words (FOYER_PAPER (self), self->text->foot, LABEL_SIZE, FALSE, self->width - 90, 3);
}

static double
measure_foot (FoyerReportSheet *self)
{
  g_autoptr(PangoLayout) foot = set_foot (self);

  return foyer_paper_measure (foot) + 8;
}

static guint
foyer_report_sheet_lay_out (FoyerPaper *paper,
                            double      width,
                            double      height)
{
  FoyerReportSheet *self = FOYER_REPORT_SHEET (paper);
  FoyerFlow flow = { .measure = measure_block, .get_top = get_block_top, .clings = does_block_cling };

  self->width = width;
  self->height = height;
  flow.bottom = height - measure_foot (self) - GAP / 2;
  g_clear_pointer (&self->places, g_array_unref);
  self->places = foyer_flow_place (&flow, self->text->rows->len + 3 + self->text->notes->len, self);
  self->n_pages = g_array_index (self->places, FoyerPlace, self->places->len - 1).page + 1;

  return self->n_pages;
}

static void
draw_foot (FoyerReportSheet *self,
           cairo_t          *cr,
           guint             page)
{
  g_autofree char *number = self->text->page_words (page + 1, self->n_pages);
  double y = self->height - measure_foot (self);

  foyer_ink_rule (cr, FOYER_INK_HAIR, 0.5, 0, y, self->width);
  foyer_ink_put (FOYER_PAPER (self), cr, page == 0 ? "P" : "Artifact", FOYER_INK_QUIET, set_foot (self), 0, y + 8);
  put_number (self, cr, "Artifact", FOYER_INK_QUIET, number, LABEL_SIZE, FALSE, self->width - 80, y + 8, 80);
}

static void
foyer_report_sheet_draw (FoyerPaper *paper,
                         cairo_t    *cr,
                         guint       page)
{
  FoyerReportSheet *self = FOYER_REPORT_SHEET (paper);
  double y = put_head (self, cr, page);
  gboolean in_table = FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      const FoyerPlace *place = &g_array_index (self->places, FoyerPlace, i);

      if (place->page != page)
        continue;
      if (i < self->text->rows->len && !in_table)
        {
          cairo_tag_begin (cr, "Table", NULL);
          put_columns (self, cr, y);
          in_table = TRUE;
        }
      else if (i == self->text->rows->len && in_table)
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
foyer_report_sheet_finalize (GObject *object)
{
  FoyerReportSheet *self = FOYER_REPORT_SHEET (object);

  foyer_report_text_free (self->text);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (foyer_report_sheet_parent_class)->finalize (object);
}

static void
foyer_report_sheet_class_init (FoyerReportSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_report_sheet_finalize;
  FOYER_PAPER_CLASS (klass)->lay_out = foyer_report_sheet_lay_out;
  FOYER_PAPER_CLASS (klass)->draw = foyer_report_sheet_draw;
}

static void
foyer_report_sheet_init (FoyerReportSheet *self)
{
}

/**
 * foyer_report_sheet_new:
 * @text: (transfer full): what it says
 *
 * Makes a list of many rows, or the close of a day, on A4.
 *
 * Returns: (transfer full): the sheets
 */
FoyerReportSheet *
foyer_report_sheet_new (FoyerReportText *text)
{
  g_autofree char *title = NULL;
  FoyerReportSheet *self;

  g_return_val_if_fail (text != NULL, NULL);

  title = g_strdup_printf ("%s · %s", text->title, text->subtitle);
  self = g_object_new (FOYER_TYPE_REPORT_SHEET, "title", title, "author", text->author, "language", text->language,
                       "issued-ms", text->issued_ms, NULL);
  self->text = text;

  return self;
}
