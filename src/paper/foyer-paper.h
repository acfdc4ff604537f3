/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Of a sheet, in points of 1/72 inch. */
#define FOYER_PAPER_MM(mm) ((mm) * 72.0 / 25.4)
#define FOYER_PAPER_A4_WIDTH FOYER_PAPER_MM (210.0)
#define FOYER_PAPER_A4_HEIGHT FOYER_PAPER_MM (297.0)
#define FOYER_PAPER_MARGIN FOYER_PAPER_MM (15.0)

#define FOYER_TYPE_PAPER (foyer_paper_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerPaper, foyer_paper, FOYER, PAPER, GObject)

/**
 * FoyerPaperClass:
 * @lay_out: how many pages it takes on sheets with that much room, at least one
 * @draw: draws page @page, from 0, in black on nothing
 * @measure: the sheet that it wants, which comes as A4, in points
 *
 * What a kind of paper knows.
 */
struct _FoyerPaperClass {
  GObjectClass parent_class;

  guint (*lay_out) (FoyerPaper *self,
                    double      width,
                    double      height);
  void  (*draw)    (FoyerPaper *self,
                    cairo_t    *cr,
                    guint       page);
  void  (*measure) (FoyerPaper *self,
                    double     *width,
                    double     *height);
};

const char  *foyer_paper_get_title   (FoyerPaper     *self);
gboolean     foyer_paper_has_margins (FoyerPaper     *self);
void         foyer_paper_get_sheet   (FoyerPaper     *self,
                                      double         *width,
                                      double         *height);
void         foyer_paper_attach      (FoyerPaper     *self,
                                      GBytes         *invoice);
guint        foyer_paper_lay_out     (FoyerPaper     *self,
                                      double          width,
                                      double          height);
void         foyer_paper_draw        (FoyerPaper     *self,
                                      cairo_t        *cr,
                                      guint           page);
GBytes      *foyer_paper_make_pdf    (FoyerPaper     *self,
                                      gint64          made_ms,
                                      GError        **error);

/* For the kinds of paper. */
PangoLayout *foyer_paper_set_text    (FoyerPaper     *self,
                                      const char     *text,
                                      double          size,
                                      gboolean        bold,
                                      double          width);
double       foyer_paper_measure     (PangoLayout    *layout);
double       foyer_paper_write       (cairo_t        *cr,
                                      PangoLayout    *layout,
                                      double          x,
                                      double          y);

G_END_DECLS
