/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-day-drawing.h"

#include <adwaita.h>

#include "ui/calendar/foyer-month-layout.h"
#include "ui/calendar/foyer-year-layout.h"

#define HATCH_STEP 7.f
#define HATCH_STEP_SMALL 3.5f
#define HATCH_SMALL_BELOW 30.f
#define HATCH_ALPHA 0.055f
#define HATCH_ALPHA_DARK 0.07f
#define HOLLOW_ALPHA 0.3f
#define EMPTY_ALPHA 0.08f

typedef enum { SEAT_ABSENT, SEAT_FREE, SEAT_TAKEN } SeatHalf;

static const GdkRGBA seat_light = { 0xc6 / 255.f, 0x46 / 255.f, 0, 1 };
static const GdkRGBA seat_dark = { 0xf0 / 255.f, 0x6d / 255.f, 0x1f / 255.f, 1 };

void
foyer_day_palette_init (FoyerDayPalette *self,
                        GtkWidget       *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  gtk_widget_get_color (widget, &self->foreground);
  self->dark = adw_style_manager_get_dark (style);
  self->high_contrast = adw_style_manager_get_high_contrast (style);
  self->seat = self->dark ? seat_dark : seat_light;
  self->accent = seat_light;
  self->strength = 1;
  self->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

GdkRGBA
foyer_day_palette_fade (const GdkRGBA *color,
                        float          alpha)
{
  GdkRGBA faded = *color;

  faded.alpha *= alpha;

  return faded;
}

void
foyer_day_drawing_hatch (GtkSnapshot           *snapshot,
                         const FoyerDayPalette *palette,
                         const graphene_rect_t *area)
{
  g_autoptr(GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr(GskPath) path = NULL;
  g_autoptr(GskStroke) stroke = gsk_stroke_new (1);
  float alpha = palette->dark ? HATCH_ALPHA_DARK : HATCH_ALPHA;
  GdkRGBA color = foyer_day_palette_fade (&palette->foreground,
                                          palette->high_contrast ? 0.4f : alpha);
  float height = area->size.height;
  float step = height < HATCH_SMALL_BELOW ? HATCH_STEP_SMALL : HATCH_STEP;

  for (float x = -height; x < area->size.width; x += step * G_SQRT2)
    {
      gsk_path_builder_move_to (builder, area->origin.x + x, area->origin.y + height);
      gsk_path_builder_line_to (builder, area->origin.x + x + height, area->origin.y);
    }
  path = gsk_path_builder_to_path (builder);

  gtk_snapshot_push_clip (snapshot, area);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gtk_snapshot_pop (snapshot);
}

void
foyer_day_drawing_level (GtkSnapshot           *snapshot,
                         const FoyerDayPalette *palette,
                         int                    level,
                         const graphene_rect_t *area)
{
  static const float alphas[FOYER_YEAR_LEVELS] = { 0, 0.18f, 0.4f, 0.66f, 1 };
  GdkRGBA line = palette->foreground;
  GdkRGBA color = level == 0 ? foyer_day_palette_fade (&palette->foreground, EMPTY_ALPHA)
                             : foyer_day_palette_fade (&palette->seat, alphas[MAX (level, 0)]);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, FOYER_LEVEL_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (level < 0)
    foyer_day_drawing_hatch (snapshot, palette, area);
  else
    gtk_snapshot_append_color (snapshot, &color, area);
  gtk_snapshot_pop (snapshot);
  if (palette->high_contrast && level >= 0)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                (GdkRGBA[4]) { line, line, line, line });
}

static void
draw_round (GtkSnapshot           *snapshot,
            const FoyerDayPalette *palette,
            const graphene_rect_t *area,
            SeatHalf               state)
{
  GskRoundedRect outline;
  float line = area->size.height < 6 ? 1.f : 1.25f;
  GdkRGBA color;

  gsk_rounded_rect_init_from_rect (&outline, area, area->size.height / 2);
  if (state == SEAT_TAKEN)
    {
      color = foyer_day_palette_fade (&palette->seat, palette->strength);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &color, area);
      gtk_snapshot_pop (snapshot);
    }
  else if (state == SEAT_FREE)
    {
      float alpha = palette->high_contrast ? 1.f : HOLLOW_ALPHA * palette->strength;

      color = foyer_day_palette_fade (&palette->foreground, alpha);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { line, line, line, line },
                                  (GdkRGBA[4]) { color, color, color, color });
    }
}

static void
draw_dot (GtkSnapshot           *snapshot,
          const FoyerDayPalette *palette,
          const graphene_rect_t *area,
          SeatHalf               am,
          SeatHalf               pm)
{
  graphene_rect_t half = *area;

  if (am == pm)
    {
      draw_round (snapshot, palette, area, am);
      return;
    }

  half.size.width /= 2;
  gtk_snapshot_push_clip (snapshot, &half);
  draw_round (snapshot, palette, area, palette->rtl ? pm : am);
  gtk_snapshot_pop (snapshot);

  half.origin.x += half.size.width;
  gtk_snapshot_push_clip (snapshot, &half);
  draw_round (snapshot, palette, area, palette->rtl ? am : pm);
  gtk_snapshot_pop (snapshot);
}

static SeatHalf
get_half (int i,
          int n_seats,
          int n_held)
{
  if (i >= n_seats)
    return SEAT_ABSENT;

  return i < n_held ? SEAT_TAKEN : SEAT_FREE;
}

static void
draw_bar_half (GtkSnapshot           *snapshot,
               const FoyerDayPalette *palette,
               const graphene_rect_t *bar,
               float                  top,
               int                    n_held,
               int                    n_seats)
{
  GdkRGBA color = foyer_day_palette_fade (&palette->seat, palette->strength);
  float width;

  if (n_seats == 0)
    return;

  width = bar->size.width * MIN (n_held, n_seats) / n_seats;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (palette->rtl ? bar->origin.x + bar->size.width - width
                                                               : bar->origin.x,
                                                  top, width, bar->size.height / 2));
}

static void
draw_bar (GtkSnapshot             *snapshot,
          const FoyerDayPalette   *palette,
          const FoyerAvailability *day,
          const graphene_rect_t   *bar)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bar, bar->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  draw_bar_half (snapshot, palette, bar, bar->origin.y, day->am_held, day->am_seats);
  draw_bar_half (snapshot, palette, bar, bar->origin.y + bar->size.height / 2, day->pm_held,
                 day->pm_seats);
  gtk_snapshot_pop (snapshot);
  draw_round (snapshot, palette, bar, SEAT_FREE);
}

float
foyer_day_drawing_get_height (int   n_seats,
                              float width,
                              float dot,
                              float gap)
{
  FoyerDotGrid grid;

  if (n_seats > FOYER_DOTS_MAX)
    return dot;

  grid = foyer_month_layout_dots (n_seats, width, dot + gap, gap);

  return grid.n_rows > 0 ? grid.n_rows * (dot + gap) - gap : 0;
}

void
foyer_day_drawing_seats (GtkSnapshot             *snapshot,
                         const FoyerDayPalette   *palette,
                         const FoyerAvailability *day,
                         const graphene_rect_t   *area,
                         float                    dot,
                         float                    gap,
                         gboolean                 centered)
{
  int n_seats = foyer_availability_get_seats (day);
  FoyerDotGrid grid;
  float start = 0, width;

  if (n_seats > FOYER_DOTS_MAX)
    {
      draw_bar (snapshot, palette, day, area);
      return;
    }

  grid = foyer_month_layout_dots (n_seats, area->size.width, dot + gap, gap);
  width = grid.n_columns * (dot + gap) - gap;
  if (centered)
    start = (area->size.width - width) / 2;

  for (int i = 0; i < n_seats; i++)
    {
      float x = start + (i % grid.n_columns) * (dot + gap);

      if (palette->rtl)
        x = area->size.width - x - dot;
      draw_dot (snapshot, palette,
                &GRAPHENE_RECT_INIT (area->origin.x + x,
                                     area->origin.y + (i / grid.n_columns) * (dot + gap),
                                     dot, dot),
                get_half (i, day->am_seats, day->am_held),
                get_half (i, day->pm_seats, day->pm_held));
    }
}
