/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/seats/foyer-seat-drawing.h"

#include <adwaita.h>

#define OUTLINE 1.5f
#define RADIUS_OF_PAD 0.25f          /* 7 of 28 */
#define BOARD_RADIUS 12.0f

static GdkRGBA
with_alpha (const GdkRGBA *colour,
            float          alpha)
{
  GdkRGBA result = *colour;

  result.alpha *= alpha;
  return result;
}

static gboolean
is_warm (FoyerSeatUse use)
{
  return use == FOYER_SEAT_HERE || use == FOYER_SEAT_EXPECTED;
}

static GdkRGBA
get_fill (FoyerSeatUse            use,
          const FoyerSeatColours *colours)
{
  switch (use)
    {
    case FOYER_SEAT_HERE:
      return colours->seat;
    case FOYER_SEAT_EXPECTED:
      return with_alpha (&colours->seat, 0.2f);
    case FOYER_SEAT_LEFT:
      return with_alpha (&colours->plain, 0.1f);
    case FOYER_SEAT_FREE:
    default:
      return with_alpha (&colours->plain, 0.0f);
    }
}

static GdkRGBA
get_line (FoyerSeat               seat,
          const FoyerSeatColours *colours)
{
  if (is_warm (seat.am) || is_warm (seat.pm))
    return colours->seat;
  return colours->high_contrast ? colours->plain : with_alpha (&colours->plain, 0.3f);
}

static void
fill_halves (GtkSnapshot            *snapshot,
             const GskRoundedRect   *shape,
             FoyerSeat               seat,
             const FoyerSeatColours *colours)
{
  GdkRGBA am = get_fill (seat.am, colours);
  GdkRGBA pm = get_fill (seat.pm, colours);
  graphene_rect_t half = shape->bounds;

  gtk_snapshot_push_rounded_clip (snapshot, shape);
  if (seat.am == seat.pm)
    {
      gtk_snapshot_append_color (snapshot, &am, &half);
    }
  else
    {
      half.size.width /= 2;
      gtk_snapshot_append_color (snapshot, colours->rtl ? &pm : &am, &half);
      half.origin.x += half.size.width;
      gtk_snapshot_append_color (snapshot, colours->rtl ? &am : &pm, &half);
    }
  gtk_snapshot_pop (snapshot);
}

static void
draw_shape (GtkSnapshot            *snapshot,
            const FoyerSeatBox     *box,
            float                   radius,
            float                   line_width,
            FoyerSeat               seat,
            const FoyerSeatColours *colours)
{
  GdkRGBA line = get_line (seat, colours);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape,
                                   &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height),
                                   radius);
  fill_halves (snapshot, &shape, seat, colours);
  gtk_snapshot_append_border (snapshot, &shape,
                              (float[4]) { line_width, line_width, line_width, line_width },
                              (GdkRGBA[4]) { line, line, line, line });
}

void
foyer_seat_colours_init (FoyerSeatColours *colours,
                         GtkWidget        *warm,
                         GtkWidget        *plain)
{
  gtk_widget_get_color (warm, &colours->seat);
  gtk_widget_get_color (plain, &colours->plain);
  colours->high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  colours->rtl = gtk_widget_get_direction (warm) == GTK_TEXT_DIR_RTL;
}

void
foyer_seat_draw_chair (GtkSnapshot            *snapshot,
                       const FoyerSeatBox     *box,
                       FoyerSeat               seat,
                       const FoyerSeatColours *colours)
{
  float scale = box->height / FOYER_SEAT_PAD_HEIGHT;
  float thick = MAX (FOYER_SEAT_BACK * scale, 2.0f);
  float gap = MAX (FOYER_SEAT_BACK_GAP * scale, 1.0f);
  float top = box->above ? box->y - gap - thick : box->y + box->height + gap;
  GdkRGBA line = get_line (seat, colours);
  GskRoundedRect back;

  draw_shape (snapshot, box, MIN (box->width * RADIUS_OF_PAD, box->height / 2),
              MAX (OUTLINE * scale, 1.0f), seat, colours);

  gsk_rounded_rect_init_from_rect (&back, &GRAPHENE_RECT_INIT (box->x + scale, top,
                                                              box->width - 2 * scale, thick),
                                   thick / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &back);
  gtk_snapshot_append_color (snapshot, &line, &back.bounds);
  gtk_snapshot_pop (snapshot);
}

void
foyer_seat_draw_dot (GtkSnapshot            *snapshot,
                     const FoyerSeatBox     *box,
                     FoyerSeat               seat,
                     const FoyerSeatColours *colours)
{
  draw_shape (snapshot, box, box->width / 2, 1.25f, seat, colours);
}

void
foyer_seat_draw_board (GtkSnapshot            *snapshot,
                       const FoyerSeatBox     *box,
                       const FoyerSeatColours *colours)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA fill = with_alpha (&colours->plain, dark ? 0.12f : 0.075f);
  GskRoundedRect board;

  gsk_rounded_rect_init_from_rect (&board,
                                   &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height),
                                   BOARD_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &board);
  gtk_snapshot_append_color (snapshot, &fill, &board.bounds);
  gtk_snapshot_pop (snapshot);
  if (colours->high_contrast)
    gtk_snapshot_append_border (snapshot, &board, (float[4]) { 1, 1, 1, 1 },
                                (GdkRGBA[4]) { colours->plain, colours->plain,
                                               colours->plain, colours->plain });
}

/* One half of the day over all seats, the morning on top; equal neighbours are one
 * piece, so that no seam shows. */
static void
draw_runs (GtkSnapshot            *snapshot,
           const FoyerSeatBox     *box,
           GArray                 *seats,
           gboolean                am,
           const FoyerSeatColours *colours)
{
  float width = box->width / (float) MAX (seats->len, 1);

  for (guint start = 0, end; start < seats->len; start = end)
    {
      FoyerSeat first = g_array_index (seats, FoyerSeat, start);
      FoyerSeatUse use = am ? first.am : first.pm;
      GdkRGBA fill = get_fill (use, colours);
      guint column;

      for (end = start + 1; end < seats->len; end++)
        {
          FoyerSeat seat = g_array_index (seats, FoyerSeat, end);

          if ((am ? seat.am : seat.pm) != use)
            break;
        }
      column = colours->rtl ? seats->len - end : start;
      gtk_snapshot_append_color (snapshot, &fill,
                                 &GRAPHENE_RECT_INIT (box->x + (float) column * width,
                                                      am ? box->y : box->y + box->height / 2,
                                                      (float) (end - start) * width,
                                                      box->height / 2));
    }
}

void
foyer_seat_draw_bar (GtkSnapshot            *snapshot,
                     const FoyerSeatBox     *box,
                     GArray                 *seats,
                     const FoyerSeatColours *colours)
{
  GskRoundedRect shape;
  GdkRGBA line = with_alpha (&colours->plain, colours->high_contrast ? 1.0f : 0.3f);

  gsk_rounded_rect_init_from_rect (&shape,
                                   &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height),
                                   box->height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  draw_runs (snapshot, box, seats, TRUE, colours);
  draw_runs (snapshot, box, seats, FALSE, colours);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });
}
