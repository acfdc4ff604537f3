/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-roll-call-sheet.h"

#define TITLE_SIZE 20.0
#define HEAD_SIZE 11.0
#define NAME_SIZE 12.0
#define DETAIL_SIZE 8.5
#define FOOT_SIZE 10.0
#define ROW_HEIGHT 30.0
#define BOX_SIZE 13.0
#define GAP 18.0

typedef struct {
  char *name;
  char *detail;
} Line;

struct _FoyerRollCallSheet {
  FoyerPaper  parent_instance;

  char       *head;
  char       *foot;
  GPtrArray  *lines;        /* of Line */

  double      width;
  double      height;
  guint       n_columns;
  guint       n_rows;       /* of a column */
  guint       n_pages;
};

G_DEFINE_FINAL_TYPE (FoyerRollCallSheet, foyer_roll_call_sheet, FOYER_TYPE_PAPER)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line->detail);
  g_free (line);
}

static PangoLayout *
set_title (FoyerRollCallSheet *self)
{
  return foyer_paper_set_text (FOYER_PAPER (self), foyer_paper_get_title (FOYER_PAPER (self)), TITLE_SIZE, TRUE,
                               self->width);
}

static PangoLayout *
set_head (FoyerRollCallSheet *self)
{
  return foyer_paper_set_text (FOYER_PAPER (self), self->head, HEAD_SIZE, FALSE, self->width);
}

static PangoLayout *
set_foot (FoyerRollCallSheet *self)
{
  return foyer_paper_set_text (FOYER_PAPER (self), self->foot, FOOT_SIZE, TRUE, self->width);
}

static double
get_top (FoyerRollCallSheet *self)
{
  g_autoptr(PangoLayout) title = set_title (self);
  g_autoptr(PangoLayout) head = set_head (self);

  return foyer_paper_measure (title) + foyer_paper_measure (head) + GAP;
}

static double
get_bottom (FoyerRollCallSheet *self)
{
  g_autoptr(PangoLayout) foot = set_foot (self);

  return self->height - foyer_paper_measure (foot);
}

/* One column while all fit: it is read aloud, a finger on the name. */
static guint
foyer_roll_call_sheet_lay_out (FoyerPaper *paper,
                               double      width,
                               double      height)
{
  FoyerRollCallSheet *self = FOYER_ROLL_CALL_SHEET (paper);
  guint per_page;

  self->width = width;
  self->height = height;
  self->n_rows = (guint) MAX ((get_bottom (self) - GAP - get_top (self)) / ROW_HEIGHT, 1);
  self->n_columns = self->lines->len > self->n_rows ? 2 : 1;
  per_page = self->n_rows * self->n_columns;
  self->n_pages = MAX ((self->lines->len + per_page - 1) / per_page, 1);

  return self->n_pages;
}

static void
draw_line (FoyerRollCallSheet *self,
           cairo_t            *cr,
           const Line         *line,
           double              x,
           double              y)
{
  double width = (self->width - GAP * (self->n_columns - 1)) / self->n_columns - BOX_SIZE - 10;
  g_autoptr(PangoLayout) name = foyer_paper_set_text (FOYER_PAPER (self), line->name, NAME_SIZE, FALSE, width);
  g_autoptr(PangoLayout) detail = foyer_paper_set_text (FOYER_PAPER (self), line->detail, DETAIL_SIZE, FALSE, width);

  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_ellipsize (detail, PANGO_ELLIPSIZE_END);
  cairo_rectangle (cr, x + 0.5, y + 2.5, BOX_SIZE, BOX_SIZE);
  cairo_stroke (cr);
  y = foyer_paper_write (cr, name, x + BOX_SIZE + 10, y);
  foyer_paper_write (cr, detail, x + BOX_SIZE + 10, y - 1);
}

static void
draw_page_number (FoyerRollCallSheet *self,
                  cairo_t            *cr,
                  guint               page)
{
  g_autofree char *text = g_strdup_printf ("%u / %u", page + 1, self->n_pages);
  g_autoptr(PangoLayout) number = foyer_paper_set_text (FOYER_PAPER (self), text, HEAD_SIZE, FALSE, self->width);

  pango_layout_set_alignment (number, PANGO_ALIGN_RIGHT);
  foyer_paper_write (cr, number, 0, 0);
}

static void
foyer_roll_call_sheet_draw (FoyerPaper *paper,
                            cairo_t    *cr,
                            guint       page)
{
  FoyerRollCallSheet *self = FOYER_ROLL_CALL_SHEET (paper);
  g_autoptr(PangoLayout) title = set_title (self);
  g_autoptr(PangoLayout) head = set_head (self);
  g_autoptr(PangoLayout) foot = set_foot (self);
  double top = get_top (self);
  double column = (self->width + GAP) / self->n_columns;
  guint first = page * self->n_rows * self->n_columns;

  foyer_paper_write (cr, head, 0, foyer_paper_write (cr, title, 0, 0));
  if (self->n_pages > 1)
    draw_page_number (self, cr, page);
  for (guint i = 0; i < self->n_rows * self->n_columns && first + i < self->lines->len; i++)
    draw_line (self, cr, g_ptr_array_index (self->lines, first + i),
               i / self->n_rows * column, top + i % self->n_rows * ROW_HEIGHT);
  foyer_paper_write (cr, foot, 0, get_bottom (self));
}

static void
foyer_roll_call_sheet_finalize (GObject *object)
{
  FoyerRollCallSheet *self = FOYER_ROLL_CALL_SHEET (object);

  g_free (self->head);
  g_free (self->foot);
  g_ptr_array_unref (self->lines);

  G_OBJECT_CLASS (foyer_roll_call_sheet_parent_class)->finalize (object);
}

static void
foyer_roll_call_sheet_class_init (FoyerRollCallSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_roll_call_sheet_finalize;
  FOYER_PAPER_CLASS (klass)->lay_out = foyer_roll_call_sheet_lay_out;
  FOYER_PAPER_CLASS (klass)->draw = foyer_roll_call_sheet_draw;
}

static void
foyer_roll_call_sheet_init (FoyerRollCallSheet *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
}

/**
 * foyer_roll_call_sheet_new:
 * @title: what it is
 * @head: where, when and how many
 * @foot: whom to call, on every page
 *
 * Makes the list that is taken along when a building must be left: a box to tick for each name.
 *
 * Returns: (transfer full): a sheet without names
 */
FoyerRollCallSheet *
foyer_roll_call_sheet_new (const char *title,
                           const char *head,
                           const char *foot)
{
  FoyerRollCallSheet *self;

  g_return_val_if_fail (title != NULL && head != NULL && foot != NULL, NULL);

  self = g_object_new (FOYER_TYPE_ROLL_CALL_SHEET, "title", title, NULL);
  self->head = g_strdup (head);
  self->foot = g_strdup (foot);

  return self;
}

/**
 * foyer_roll_call_sheet_add:
 * @self: a sheet
 * @name: of somebody who is here
 * @detail: what helps to find them, in small letters below
 *
 * Adds a name, behind those that are there.
 */
void
foyer_roll_call_sheet_add (FoyerRollCallSheet *self,
                           const char         *name,
                           const char         *detail)
{
  Line *line;

  g_return_if_fail (FOYER_IS_ROLL_CALL_SHEET (self));
  g_return_if_fail (name != NULL && detail != NULL);

  line = g_new0 (Line, 1);
  line->name = g_strdup (name);
  line->detail = g_strdup (detail);
  g_ptr_array_add (self->lines, line);
}
