/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/seats/foyer-seat-layout.h"

#define BOARD_MARGIN 8.0f
#define STRIP_SCALE 0.6f
#define STRIP_GAP 3.0f
#define DOTS_IN_ROW 10

/* What people look for first comes first. */
static const FoyerSeatUse order[] = { FOYER_SEAT_HERE, FOYER_SEAT_EXPECTED, FOYER_SEAT_LEFT };

static int
sum (const int uses[])
{
  int n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    n += uses[order[i]];
  return n;
}

/* The use of the half at @index, when halves stand in order. */
static FoyerSeatUse
pick (const int uses[],
      int       index)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (index < uses[order[i]])
        return order[i];
      index -= uses[order[i]];
    }
  return FOYER_SEAT_FREE;
}

GArray *
foyer_seat_layout_fill (const FoyerSeatCount *count)
{
  GArray *seats = g_array_new (FALSE, TRUE, sizeof (FoyerSeat));
  int n_full, n_halves, n;

  g_return_val_if_fail (count != NULL, seats);

  n_full = sum (count->full);
  n_halves = MAX (sum (count->am), sum (count->pm));
  n = MAX (MAX (count->am_seats, count->pm_seats), n_full + n_halves);

  for (int i = 0; i < n; i++)
    {
      FoyerSeat seat = { FOYER_SEAT_FREE, FOYER_SEAT_FREE };

      if (i < n_full)
        {
          seat.am = seat.pm = pick (count->full, i);
        }
      else
        {
          seat.am = pick (count->am, i - n_full);
          seat.pm = pick (count->pm, i - n_full);
          if (count->pm_seats == 0 && count->am_seats > 0)
            seat.pm = seat.am;
          else if (count->am_seats == 0 && count->pm_seats > 0)
            seat.am = seat.pm;
        }
      g_array_append_val (seats, seat);
    }

  return seats;
}

FoyerSeatForm
foyer_seat_layout_get_form (guint n_seats)
{
  if (n_seats <= 12)
    return FOYER_SEAT_FORM_TABLE;
  return n_seats <= 40 ? FOYER_SEAT_FORM_DOTS : FOYER_SEAT_FORM_BAR;
}

void
foyer_seat_layout_board (guint         n_seats,
                         float         width,
                         float         board_height,
                         FoyerSeatBox *board)
{
  float n_above = (float) MAX ((n_seats + 1) / 2, 1);

  board->width = MIN (n_above * FOYER_SEAT_PITCH + 2 * BOARD_MARGIN, width);
  board->x = (width - board->width) / 2;
  board->y = FOYER_SEAT_BACK + FOYER_SEAT_BACK_GAP + FOYER_SEAT_PAD_HEIGHT + FOYER_SEAT_BOARD_GAP;
  board->height = board_height;
  board->above = FALSE;
}

void
foyer_seat_layout_chair (guint               n_seats,
                         guint               index,
                         const FoyerSeatBox *board,
                         FoyerSeatBox       *chair)
{
  guint n_above = (n_seats + 1) / 2;
  guint column = index < n_above ? index : index - n_above;
  guint in_row = index < n_above ? n_above : n_seats - n_above;
  float pitch = (board->width - 2 * BOARD_MARGIN) / (float) MAX (n_above, 1);
  float start = board->x + (board->width - pitch * (float) in_row) / 2;

  g_return_if_fail (index < n_seats);

  chair->above = index < n_above;
  chair->width = MIN (FOYER_SEAT_PAD_WIDTH, pitch * 0.8f);
  chair->height = FOYER_SEAT_PAD_HEIGHT;
  chair->x = start + pitch * ((float) column + 0.5f) - chair->width / 2;
  chair->y = chair->above ? board->y - FOYER_SEAT_BOARD_GAP - chair->height
                          : board->y + board->height + FOYER_SEAT_BOARD_GAP;
}

void
foyer_seat_layout_strip (guint         n_seats,
                         guint         index,
                         float         width,
                         float         height,
                         FoyerSeatBox *chair)
{
  float pad = FOYER_SEAT_PAD_WIDTH * STRIP_SCALE;
  float pitch = MIN (pad + STRIP_GAP, width / (float) MAX (n_seats, 1));
  float scale = MIN (STRIP_SCALE, pitch / (pad + STRIP_GAP) * STRIP_SCALE);
  float back = (FOYER_SEAT_BACK + FOYER_SEAT_BACK_GAP) * scale;

  g_return_if_fail (index < n_seats);

  chair->above = TRUE;
  chair->width = FOYER_SEAT_PAD_WIDTH * scale;
  chair->height = FOYER_SEAT_PAD_HEIGHT * scale;
  chair->x = width - pitch * (float) (n_seats - index) + (pitch - chair->width);
  chair->y = (height - chair->height - back) / 2 + back;
}

guint
foyer_seat_layout_dots_per_row (float width)
{
  float fitting = (width + FOYER_SEAT_DOT_GAP) / (FOYER_SEAT_DOT + FOYER_SEAT_DOT_GAP);

  return CLAMP ((guint) fitting, 1, DOTS_IN_ROW);
}

void
foyer_seat_layout_dot (guint         n_seats,
                       guint         index,
                       float         width,
                       FoyerSeatBox *dot)
{
  float pitch = FOYER_SEAT_DOT + FOYER_SEAT_DOT_GAP;
  guint in_row = MIN (foyer_seat_layout_dots_per_row (width), MAX (n_seats, 1));
  float start = (width - ((float) in_row * pitch - FOYER_SEAT_DOT_GAP)) / 2;

  g_return_if_fail (index < n_seats);

  dot->above = FALSE;
  dot->width = dot->height = FOYER_SEAT_DOT;
  dot->x = start + (float) (index % in_row) * pitch;
  dot->y = (float) (index / in_row) * pitch;
}
