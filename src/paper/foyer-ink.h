/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-paper.h"

G_BEGIN_DECLS

/**
 * FoyerInk:
 * @FOYER_INK_TEXT: what is read
 * @FOYER_INK_QUIET: what explains it, still readable from a bad printer
 * @FOYER_INK_ACCENT: what the eye is to find first
 * @FOYER_INK_HAIR: lines
 * @FOYER_INK_TINT: grounds
 *
 * The colours of what is about money. There are no others.
 */
typedef enum {
  FOYER_INK_TEXT,
  FOYER_INK_QUIET,
  FOYER_INK_ACCENT,
  FOYER_INK_HAIR,
  FOYER_INK_TINT,
} FoyerInk;

void         foyer_ink_set        (cairo_t     *cr,
                                   FoyerInk     ink);
void         foyer_ink_rule       (cairo_t     *cr,
                                   FoyerInk     ink,
                                   double       thickness,
                                   double       x,
                                   double       y,
                                   double       width);
void         foyer_ink_plate      (cairo_t     *cr,
                                   FoyerInk     ink,
                                   gboolean     filled,
                                   double       x,
                                   double       y,
                                   double       width,
                                   double       height);
double       foyer_ink_put        (FoyerPaper  *paper,
                                   cairo_t     *cr,
                                   const char  *tag,
                                   FoyerInk     ink,
                                   PangoLayout *layout,
                                   double       x,
                                   double       y);
PangoLayout *foyer_ink_set_words  (FoyerPaper  *paper,
                                   const char  *text,
                                   double       size,
                                   gboolean     bold,
                                   double       width,
                                   int          most_lines);
PangoLayout *foyer_ink_set_number (FoyerPaper  *paper,
                                   const char  *text,
                                   double       size,
                                   gboolean     bold,
                                   double       width);

G_END_DECLS
