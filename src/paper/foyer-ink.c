/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-ink.h"

#include <math.h>

#define PLATE_RADIUS 6.0

static const double inks[][3] = {
  [FOYER_INK_TEXT] = { 0.10, 0.10, 0.11 },
  [FOYER_INK_QUIET] = { 0.36, 0.36, 0.38 },
  [FOYER_INK_ACCENT] = { 0.722, 0.263, 0.0 },
  [FOYER_INK_HAIR] = { 0.80, 0.80, 0.82 },
  [FOYER_INK_TINT] = { 0.965, 0.960, 0.955 },
};

/**
 * foyer_ink_set:
 * @cr: where to draw
 * @ink: a colour
 *
 * Takes a colour.
 */
void
foyer_ink_set (cairo_t  *cr,
               FoyerInk  ink)
{
  cairo_set_source_rgb (cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

/**
 * foyer_ink_rule:
 * @cr: where to draw
 * @ink: a colour
 * @thickness: in points
 * @x: of its left
 * @y: of its middle
 * @width: of it
 *
 * Draws a line from left to right, of which no screen reader speaks.
 */
void
foyer_ink_rule (cairo_t  *cr,
                FoyerInk  ink,
                double    thickness,
                double    x,
                double    y,
                double    width)
{
  cairo_tag_begin (cr, "Artifact", NULL);
  foyer_ink_set (cr, ink);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_tag_end (cr, "Artifact");
}

/**
 * foyer_ink_plate:
 * @cr: where to draw
 * @ink: a colour
 * @filled: whether it is a ground, else an edge
 * @x: of its left
 * @y: of its top
 * @width: of it
 * @height: of it
 *
 * Draws a plate with round corners.
 */
void
foyer_ink_plate (cairo_t  *cr,
                 FoyerInk  ink,
                 gboolean  filled,
                 double    x,
                 double    y,
                 double    width,
                 double    height)
{
  double right = x + width - PLATE_RADIUS, bottom = y + height - PLATE_RADIUS;

  cairo_tag_begin (cr, "Artifact", NULL);
  foyer_ink_set (cr, ink);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right, y + PLATE_RADIUS, PLATE_RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, PLATE_RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + PLATE_RADIUS, bottom, PLATE_RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, x + PLATE_RADIUS, y + PLATE_RADIUS, PLATE_RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 0.75);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_tag_end (cr, "Artifact");
}

/**
 * foyer_ink_put:
 * @paper: a paper
 * @cr: (nullable): where to draw
 * @tag: what it is in the structure of a PDF: "H1", "P", "TD"
 * @ink: a colour
 * @layout: (transfer full): some lines
 * @x: of their left
 * @y: of their top
 *
 * Writes lines, or only measures them.
 *
 * Returns: where they end, from above
 */
double
foyer_ink_put (FoyerPaper  *paper,
               cairo_t     *cr,
               const char  *tag,
               FoyerInk     ink,
               PangoLayout *layout,
               double       x,
               double       y)
{
  double end = y + foyer_paper_measure (layout);

  if (cr != NULL)
    {
      cairo_tag_begin (cr, tag, NULL);
      foyer_ink_set (cr, ink);
      foyer_paper_write (cr, layout, x, y);
      cairo_tag_end (cr, tag);
    }
  g_object_unref (layout);

  return end;
}

/**
 * foyer_ink_set_words:
 * @paper: a paper
 * @text: what to write
 * @size: of its letters, in points
 * @bold: whether they are bold
 * @width: where its lines break, in points
 * @most_lines: how many there may be; the last one ends in an ellipsis
 *
 * Sets words that begin at the left in any script: the columns of a document do not change sides
 * with a name. What is broken gets no hyphen, which could be taken for one of the name.
 *
 * Returns: (transfer full): the lines
 */
PangoLayout *
foyer_ink_set_words (FoyerPaper *paper,
                     const char *text,
                     double      size,
                     gboolean    bold,
                     double      width,
                     int         most_lines)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = foyer_paper_set_text (paper, text, size, bold, width);

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_height (layout, -most_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

/**
 * foyer_ink_set_number:
 * @paper: a paper
 * @text: an amount or a quantity
 * @size: of its digits, in points
 * @bold: whether they are bold
 * @width: of the column that it ends
 *
 * Sets a number so that digits stand below digits. It is never cut nor broken: one that is wider
 * than its column is set in smaller digits.
 *
 * Returns: (transfer full): the line
 */
PangoLayout *
foyer_ink_set_number (FoyerPaper *paper,
                      const char *text,
                      double      size,
                      gboolean    bold,
                      double      width)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = foyer_paper_set_text (paper, text, size, bold, width);
  int natural;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, -1);
  pango_layout_get_size (layout, &natural, NULL);
  if (natural > width * PANGO_SCALE)
    {
      PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));

      pango_font_description_set_absolute_size (font, floor (size * PANGO_SCALE * width * PANGO_SCALE / natural));
      pango_layout_set_font_description (layout, font);
      pango_font_description_free (font);
      pango_layout_get_size (layout, &natural, NULL);
    }
  pango_layout_set_width (layout, (int) MAX (width * PANGO_SCALE, natural));
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return layout;
}
