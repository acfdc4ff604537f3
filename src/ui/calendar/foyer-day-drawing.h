/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-availability.h"

G_BEGIN_DECLS

/**
 * FoyerDayPalette:
 * @foreground: of text, opaque
 * @seat: of a seat that somebody has
 * @accent: under white text
 * @strength: 1, less for what is past or outside the month
 *
 * The colours of one cell and how strongly they show.
 */
typedef struct {
  GdkRGBA  foreground;
  GdkRGBA  seat;
  GdkRGBA  accent;
  float    strength;
  gboolean dark;
  gboolean high_contrast;
  gboolean rtl;
} FoyerDayPalette;

void    foyer_day_palette_init     (FoyerDayPalette         *self,
                                    GtkWidget               *widget);
/* Returns: @color at @alpha of what it was */
GdkRGBA foyer_day_palette_fade     (const GdkRGBA           *color,
                                    float                    alpha);

/* Fine lines at 45° over @area: closed. */
void    foyer_day_drawing_hatch    (GtkSnapshot             *snapshot,
                                    const FoyerDayPalette   *palette,
                                    const graphene_rect_t   *area);

/* The corners of a level. */
#define FOYER_LEVEL_RADIUS 4.f

/* A day of the year in one square: @level as of [func@year_layout_level]. In high contrast it
 * has an outline, so that a free day is seen as well. */
void    foyer_day_drawing_level    (GtkSnapshot             *snapshot,
                                    const FoyerDayPalette   *palette,
                                    int                      level,
                                    const graphene_rect_t   *area);

/* How high @n_seats seats are in @width. */
float   foyer_day_drawing_get_height (int                    n_seats,
                                      float                  width,
                                      float                  dot,
                                      float                  gap);

/**
 * foyer_day_drawing_seats:
 * @area: where, its height as [func@day_drawing_get_height] says
 * @dot: diameter of a dot
 * @centered: in the middle of @area instead of at its start
 *
 * One dot for each seat, its start half for the morning, its end half for the afternoon:
 * filled when somebody has it, hollow when it is free, absent when that half is closed.
 * More than ten seats are one bar, mornings above, afternoons below.
 */
void    foyer_day_drawing_seats    (GtkSnapshot             *snapshot,
                                    const FoyerDayPalette   *palette,
                                    const FoyerAvailability *day,
                                    const graphene_rect_t   *area,
                                    float                    dot,
                                    float                    gap,
                                    gboolean                 centered);

G_END_DECLS
