/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who sits where on the drawing of a day, and where each seat is drawn. Pure: numbers
 * in, numbers out. Seats have no names here; they are filled from the first. */

typedef enum {
  FOYER_SEAT_FREE,
  FOYER_SEAT_HERE,
  FOYER_SEAT_EXPECTED,
  FOYER_SEAT_LEFT,             /* whoever had it went home, and it is still theirs */
} FoyerSeatUse;

#define FOYER_SEAT_USE_LAST FOYER_SEAT_LEFT

/* The two halves of a day on one seat. */
typedef struct {
  FoyerSeatUse am;
  FoyerSeatUse pm;
} FoyerSeat;

/**
 * FoyerSeatCount:
 * @am_seats: open in the morning
 * @pm_seats: open in the afternoon
 * @full: seats taken for the whole day, by use; likewise @am and @pm
 */
typedef struct {
  int am_seats;
  int pm_seats;
  int full[FOYER_SEAT_USE_LAST + 1];
  int am[FOYER_SEAT_USE_LAST + 1];
  int pm[FOYER_SEAT_USE_LAST + 1];
} FoyerSeatCount;

/**
 * foyer_seat_layout_fill:
 *
 * Whole days first, then halves two to a seat, then what is free. Never fewer seats
 * than are taken, also where a restore left more taken than open. Where only one half
 * of the day is open, its seats are drawn whole.
 *
 * Returns: (transfer full) (element-type FoyerSeat)
 */
GArray *foyer_seat_layout_fill (const FoyerSeatCount *count);

/* How a number of seats is drawn. */
typedef enum {
  FOYER_SEAT_FORM_TABLE,       /* up to 12 */
  FOYER_SEAT_FORM_DOTS,        /* up to 40 */
  FOYER_SEAT_FORM_BAR,
} FoyerSeatForm;

FoyerSeatForm foyer_seat_layout_get_form (guint n_seats);

typedef struct {
  float    x;
  float    y;
  float    width;
  float    height;
  gboolean above;              /* a chair above the board: its back is on top */
} FoyerSeatBox;

#define FOYER_SEAT_PITCH 52.0f
#define FOYER_SEAT_PAD_WIDTH 28.0f
#define FOYER_SEAT_PAD_HEIGHT 21.0f
#define FOYER_SEAT_BACK 4.0f
#define FOYER_SEAT_BACK_GAP 1.5f
#define FOYER_SEAT_BOARD_GAP 2.5f
#define FOYER_SEAT_DOT 10.0f
#define FOYER_SEAT_DOT_GAP 6.0f

/* The board of a table for @n_seats in a drawing @width wide, its top at 0 below the
 * chairs: chairs stand closer where there is less room. */
void foyer_seat_layout_board (guint         n_seats,
                              float         width,
                              float         board_height,
                              FoyerSeatBox *board);
/* The pad of the chair at @index, first those above the board. */
void foyer_seat_layout_chair (guint               n_seats,
                              guint               index,
                              const FoyerSeatBox *board,
                              FoyerSeatBox       *chair);
/* Chairs of a strip: one row that ends at @width, 60 % of the size or less. */
void foyer_seat_layout_strip (guint         n_seats,
                              guint         index,
                              float         width,
                              float         height,
                              FoyerSeatBox *chair);
/* Dots in rows of ten or fewer, in the middle of @width. */
guint foyer_seat_layout_dots_per_row (float width);
void foyer_seat_layout_dot   (guint         n_seats,
                              guint         index,
                              float         width,
                              FoyerSeatBox *dot);

G_END_DECLS
