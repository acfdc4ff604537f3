/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/seats/foyer-seat-layout.h"

/* "h" here, "e" expected, "l" left, "." free; two letters a seat: morning, afternoon */
static char *
draw (const FoyerSeatCount *count)
{
  static const char letters[] = { '.', 'h', 'e', 'l' };
  g_autoptr(GArray) seats = foyer_seat_layout_fill (count);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < seats->len; i++)
    {
      FoyerSeat seat = g_array_index (seats, FoyerSeat, i);

      g_string_append_printf (text, "%s%c%c", i > 0 ? " " : "", letters[seat.am], letters[seat.pm]);
    }
  return g_string_free (text, FALSE);
}

static void
test_fill (void)
{
  enum { H = FOYER_SEAT_HERE, E = FOYER_SEAT_EXPECTED, L = FOYER_SEAT_LEFT };
  static const struct { FoyerSeatCount count; const char *drawn; } table[] = {
    { { 0, 0 }, "" },
    { { 3, 3 }, ".. .. .." },
    { { 8, 8, .full = { [H] = 3, [E] = 2 }, .am = { [L] = 1 }, .pm = { [E] = 1 } },
      "hh hh hh ee ee le .. .." },
    /* two halves share a seat, a third half has its own */
    { { 4, 4, .am = { [H] = 2 }, .pm = { [E] = 1 } }, "he h. .. .." },
    { { 2, 2, .full = { [L] = 1 }, .pm = { [H] = 1 } }, "ll .h" },
    /* open in the morning only: a half is the whole day */
    { { 3, 0, .am = { [E] = 2 } }, "ee ee .." },
    { { 0, 2, .pm = { [H] = 1 } }, "hh .." },
    /* more seats in one half than in the other */
    { { 2, 4, .full = { [E] = 2 }, .pm = { [E] = 1 } }, "ee ee .e .." },
    /* more taken than open, after a restore: nobody is left out */
    { { 1, 1, .full = { [H] = 2 }, .am = { [E] = 1 } }, "hh hh e." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *drawn = draw (&table[i].count);

      g_assert_cmpstr (drawn, ==, table[i].drawn);
    }
}

static void
test_form (void)
{
  g_assert_cmpint (foyer_seat_layout_get_form (1), ==, FOYER_SEAT_FORM_TABLE);
  g_assert_cmpint (foyer_seat_layout_get_form (12), ==, FOYER_SEAT_FORM_TABLE);
  g_assert_cmpint (foyer_seat_layout_get_form (13), ==, FOYER_SEAT_FORM_DOTS);
  g_assert_cmpint (foyer_seat_layout_get_form (40), ==, FOYER_SEAT_FORM_DOTS);
  g_assert_cmpint (foyer_seat_layout_get_form (41), ==, FOYER_SEAT_FORM_BAR);
  g_assert_cmpint (foyer_seat_layout_get_form (500), ==, FOYER_SEAT_FORM_BAR);
}

static gboolean
overlap (const FoyerSeatBox *a,
         const FoyerSeatBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
assert_apart (const FoyerSeatBox *boxes,
              guint               n,
              float               width)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (boxes[i].x, >=, -0.01f);
      g_assert_cmpfloat (boxes[i].x + boxes[i].width, <=, width + 0.01f);
      for (guint k = 0; k < i; k++)
        g_assert_false (overlap (&boxes[i], &boxes[k]));
    }
}

/* Chairs never touch each other or the board, however little room there is. */
static void
test_chairs (void)
{
  static const float widths[] = { 160, 264, 300, 900 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint n = 1; n <= 12; n++)
      {
        FoyerSeatBox boxes[13];

        foyer_seat_layout_board (n, widths[w], 44, &boxes[n]);
        for (guint i = 0; i < n; i++)
          {
            foyer_seat_layout_chair (n, i, &boxes[n], &boxes[i]);
            g_assert_cmpint (boxes[i].above, ==, i < (n + 1) / 2);
          }
        assert_apart (boxes, n + 1, widths[w]);
      }
}

static void
test_picture (void)
{
  FoyerSeatBox board, first, second, below;

  /* eight chairs in a card of 264, as they are measured in the design */
  foyer_seat_layout_board (8, 264, 44, &board);
  foyer_seat_layout_chair (8, 0, &board, &first);
  foyer_seat_layout_chair (8, 1, &board, &second);
  foyer_seat_layout_chair (8, 4, &board, &below);
  g_assert_cmpfloat (board.width, ==, 224);
  g_assert_cmpfloat (board.x, ==, 20);
  g_assert_cmpfloat (first.width, ==, 28);
  g_assert_cmpfloat (first.height, ==, 21);
  g_assert_cmpfloat (second.x - first.x, ==, 52);
  g_assert_cmpfloat (below.x, ==, first.x);
  g_assert_cmpfloat (first.y, <, board.y);
  g_assert_cmpfloat (below.y, >, board.y + board.height);
}

static void
test_strip (void)
{
  static const float widths[] = { 60, 160, 400 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint n = 1; n <= 12; n++)
      {
        FoyerSeatBox boxes[12];

        for (guint i = 0; i < n; i++)
          foyer_seat_layout_strip (n, i, widths[w], 18, &boxes[i]);
        assert_apart (boxes, n, widths[w]);
        g_assert_cmpfloat_with_epsilon (boxes[n - 1].x + boxes[n - 1].width, widths[w], 0.01);
      }
}

static void
test_dots (void)
{
  static const float widths[] = { 10, 60, 154, 264 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      FoyerSeatBox boxes[40];

      g_assert_cmpuint (foyer_seat_layout_dots_per_row (widths[w]), <=, 10);
      for (guint i = 0; i < 40; i++)
        foyer_seat_layout_dot (40, i, widths[w], &boxes[i]);
      assert_apart (boxes, 40, widths[w]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seat-layout/fill", test_fill);
  g_test_add_func ("/seat-layout/form", test_form);
  g_test_add_func ("/seat-layout/chairs", test_chairs);
  g_test_add_func ("/seat-layout/picture", test_picture);
  g_test_add_func ("/seat-layout/strip", test_strip);
  g_test_add_func ("/seat-layout/dots", test_dots);

  return g_test_run ();
}
