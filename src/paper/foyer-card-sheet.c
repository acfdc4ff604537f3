/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-card-sheet.h"

#include "paper/foyer-qr.h"

/* Sheets of ten business cards, such as Avery C32016, are cut so on A4: two columns with a gap,
 * five rows without one. On any other paper the lines say where to cut. */
#define CARD_WIDTH FOYER_PAPER_MM (85.0)
#define CARD_HEIGHT FOYER_PAPER_MM (54.0)
#define CARD_GAP FOYER_PAPER_MM (10.0)
#define PADDING FOYER_PAPER_MM (6.0)
#define QR_SIZE FOYER_PAPER_MM (30.0)

#define NAME_SIZE 15.0
#define PLACE_SIZE 8.5
#define CODE_SIZE 7.0
#define NAME_LINES 3

typedef struct {
  char *name;
  char *place;
  char *code;
} Card;

struct _FoyerCardSheet {
  FoyerPaper  parent_instance;

  GPtrArray  *cards;        /* of Card */
  double      left;
  double      top;
  guint       n_columns;
  guint       n_rows;
};

G_DEFINE_FINAL_TYPE (FoyerCardSheet, foyer_card_sheet, FOYER_TYPE_PAPER)

static void
card_free (gpointer data)
{
  Card *card = data;

  g_free (card->name);
  g_free (card->place);
  g_free (card->code);
  g_free (card);
}

static guint
foyer_card_sheet_lay_out (FoyerPaper *paper,
                          double      width,
                          double      height)
{
  FoyerCardSheet *self = FOYER_CARD_SHEET (paper);
  guint per_page;

  self->n_columns = (guint) MAX ((width + CARD_GAP) / (CARD_WIDTH + CARD_GAP), 1);
  self->n_rows = (guint) MAX (height / CARD_HEIGHT, 1);
  self->left = (width - self->n_columns * (CARD_WIDTH + CARD_GAP) + CARD_GAP) / 2;
  self->top = (height - self->n_rows * CARD_HEIGHT) / 2;
  per_page = self->n_columns * self->n_rows;

  return MAX ((self->cards->len + per_page - 1) / per_page, 1);
}

/* In fours, to be typed where nothing scans it. */
static char *
group_letters (const char *code)
{
  GString *groups = g_string_new (NULL);
  guint n = 0;

  for (const char *p = code; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      if (n > 0 && n % 4 == 0)
        g_string_append_c (groups, ' ');
      g_string_append_unichar (groups, g_utf8_get_char (p));
    }

  return g_string_free (groups, FALSE);
}

static void
draw_card (FoyerCardSheet *self,
           cairo_t        *cr,
           const Card     *card)
{
  double width = CARD_WIDTH - QR_SIZE - 2 * PADDING;
  g_autofree char *letters = group_letters (card->code);
  g_autoptr(PangoLayout) place = foyer_paper_set_text (FOYER_PAPER (self), card->place, PLACE_SIZE, FALSE,
                                                       CARD_WIDTH - 2 * PADDING);
  g_autoptr(PangoLayout) name = foyer_paper_set_text (FOYER_PAPER (self), card->name, NAME_SIZE, TRUE, width);
  g_autoptr(PangoLayout) code = foyer_paper_set_text (FOYER_PAPER (self), letters, CODE_SIZE, FALSE,
                                                      width);
  g_autoptr(FoyerQr) qr = foyer_qr_new (card->code);

  cairo_set_source_rgb (cr, 0.75, 0.75, 0.75);
  cairo_set_line_width (cr, 0.25);
  cairo_rectangle (cr, 0, 0, CARD_WIDTH, CARD_HEIGHT);
  cairo_stroke (cr);

  cairo_set_source_rgb (cr, 0, 0, 0);
  pango_layout_set_height (place, -1);
  pango_layout_set_ellipsize (place, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (name, -NAME_LINES);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  foyer_paper_write (cr, place, PADDING, PADDING);
  foyer_paper_write (cr, name, PADDING, (CARD_HEIGHT - foyer_paper_measure (name)) / 2);
  foyer_paper_write (cr, code, PADDING, CARD_HEIGHT - PADDING - foyer_paper_measure (code));
  if (qr != NULL)
    foyer_qr_draw (qr, cr, CARD_WIDTH - QR_SIZE - PADDING / 3, CARD_HEIGHT - QR_SIZE - PADDING / 3, QR_SIZE);
}

static void
foyer_card_sheet_draw (FoyerPaper *paper,
                       cairo_t    *cr,
                       guint       page)
{
  FoyerCardSheet *self = FOYER_CARD_SHEET (paper);
  guint per_page = self->n_columns * self->n_rows;

  for (guint i = 0; i < per_page && page * per_page + i < self->cards->len; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, self->left + i % self->n_columns * (CARD_WIDTH + CARD_GAP),
                       self->top + i / self->n_columns * CARD_HEIGHT);
      draw_card (self, cr, g_ptr_array_index (self->cards, page * per_page + i));
      cairo_restore (cr);
    }
}

static void
foyer_card_sheet_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_CARD_SHEET (object)->cards);

  G_OBJECT_CLASS (foyer_card_sheet_parent_class)->finalize (object);
}

static void
foyer_card_sheet_class_init (FoyerCardSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_card_sheet_finalize;
  FOYER_PAPER_CLASS (klass)->lay_out = foyer_card_sheet_lay_out;
  FOYER_PAPER_CLASS (klass)->draw = foyer_card_sheet_draw;
}

static void
foyer_card_sheet_init (FoyerCardSheet *self)
{
  self->cards = g_ptr_array_new_with_free_func (card_free);
}

/**
 * foyer_card_sheet_new:
 * @title: what the document is called
 *
 * Makes a sheet of cards of 85 by 54 mm, ten on A4.
 *
 * Returns: (transfer full): a sheet without cards
 */
FoyerCardSheet *
foyer_card_sheet_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (FOYER_TYPE_CARD_SHEET, "title", title, "has-margins", FALSE, NULL);
}

/**
 * foyer_card_sheet_add:
 * @self: a sheet
 * @name: whose card it is
 * @place: where it is good
 * @code: what a scanner reads from it, and a person can type
 *
 * Adds a card.
 */
void
foyer_card_sheet_add (FoyerCardSheet *self,
                      const char     *name,
                      const char     *place,
                      const char     *code)
{
  Card *card;

  g_return_if_fail (FOYER_IS_CARD_SHEET (self));
  g_return_if_fail (name != NULL && place != NULL && code != NULL);

  card = g_new0 (Card, 1);
  card->name = g_strdup (name);
  card->place = g_strdup (place);
  card->code = g_strdup (code);
  g_ptr_array_add (self->cards, card);
}
