/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/seats/foyer-seat-layout.h"

G_BEGIN_DECLS

/**
 * FoyerSeatGlyph:
 *
 * One seat at half size, as the legend shows it beside its word.
 */
#define FOYER_TYPE_SEAT_GLYPH (foyer_seat_glyph_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSeatGlyph, foyer_seat_glyph, FOYER, SEAT_GLYPH, GtkWidget)

/* @plain: (transfer none): the label beside it, whose colour is the text's; outlives it */
GtkWidget *foyer_seat_glyph_new      (FoyerSeatUse    use,
                                      GtkWidget      *plain);
void       foyer_seat_glyph_set_form (FoyerSeatGlyph *self,
                                      FoyerSeatForm   form);

G_END_DECLS
