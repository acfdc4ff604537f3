/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-card-sheet.h"
#include "paper/foyer-door-poster.h"
#include "paper/foyer-roll-call-sheet.h"

#define WIDTH (FOYER_PAPER_A4_WIDTH - 2 * FOYER_PAPER_MARGIN)
#define HEIGHT (FOYER_PAPER_A4_HEIGHT - 2 * FOYER_PAPER_MARGIN)

/* The box of all that a page draws, in points. */
static cairo_rectangle_t
get_ink (FoyerPaper *paper,
         guint       page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  foyer_paper_draw (paper, cr, page);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);

  return ink;
}

static void
assert_inside (FoyerPaper *paper,
               guint       page,
               double      width,
               double      height)
{
  cairo_rectangle_t ink = get_ink (paper, page);

  /* A letter may lean out by a point. */
  g_assert_cmpfloat (ink.x, >=, -10);
  g_assert_cmpfloat (ink.y, >=, -1);
  g_assert_cmpfloat (ink.x + ink.width, <=, width + 2);
  g_assert_cmpfloat (ink.y + ink.height, <=, height + 2);
}

static FoyerPaper *
make_roll_call (guint n_names)
{
  FoyerRollCallSheet *sheet = foyer_roll_call_sheet_new ("Roll Call", "3 people at La Tablée", "Emergencies: 112.");

  for (guint i = 0; i < n_names; i++)
    foyer_roll_call_sheet_add (sheet, i % 7 == 0 ? "<b>Zoé</b> & سارة أحمد 👩‍👩‍👧" : "Zoé Marchelin", "Since 09:12");

  return FOYER_PAPER (sheet);
}

static void
test_roll_call (void)
{
  static const struct { guint n_names, least, most; } cases[] = {
    { 0, 1, 1 }, { 1, 1, 1 }, { 20, 1, 1 }, { 40, 1, 1 }, { 60, 2, 2 }, { 200, 4, 6 }, { 1000, 18, 26 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerPaper) paper = make_roll_call (cases[i].n_names);
      guint n_pages = foyer_paper_lay_out (paper, WIDTH, HEIGHT);

      g_assert_cmpuint (n_pages, >=, cases[i].least);
      g_assert_cmpuint (n_pages, <=, cases[i].most);
      for (guint page = 0; page < n_pages; page++)
        assert_inside (paper, page, WIDTH, HEIGHT);
    }
}

static void
test_small_sheet (void)
{
  g_autoptr(FoyerPaper) paper = make_roll_call (5);

  /* No sheet is too small to begin: a receipt printer has 72 mm. */
  g_assert_cmpuint (foyer_paper_lay_out (paper, FOYER_PAPER_MM (72), 40), ==, 3);
  g_assert_cmpuint (foyer_paper_lay_out (paper, WIDTH, HEIGHT), ==, 1);
}

static void
test_cards (void)
{
  static const struct { guint n_cards, n_pages; } cases[] = { { 1, 1 }, { 10, 1 }, { 11, 2 }, { 95, 10 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerCardSheet) sheet = foyer_card_sheet_new ("Cards");
      FoyerPaper *paper = FOYER_PAPER (sheet);
      g_autofree char *name = g_strnfill (200, 'W');

      for (guint n = 0; n < cases[i].n_cards; n++)
        foyer_card_sheet_add (sheet, name, name, "FKBCDFGHJKLNPRSTVX");
      g_assert_false (foyer_paper_has_margins (paper));
      g_assert_cmpuint (foyer_paper_lay_out (paper, FOYER_PAPER_A4_WIDTH, FOYER_PAPER_A4_HEIGHT), ==, cases[i].n_pages);
      /* The printed edges are those of sheets that are cut already: 15 mm and 13.5 mm. */
      for (guint page = 0; page < cases[i].n_pages; page++)
        assert_inside (paper, page, FOYER_PAPER_MM (195), FOYER_PAPER_MM (283.5));
      g_assert_cmpfloat_with_epsilon (get_ink (paper, 0).x, FOYER_PAPER_MM (15), 2.0);
      g_assert_cmpfloat_with_epsilon (get_ink (paper, 0).y, FOYER_PAPER_MM (13.5), 2.0);
    }
}

/* However long its texts, nothing runs into what stands at the bottom or off the sheet. */
static void
test_poster (void)
{
  for (guint length = 10; length <= 4000; length *= 20)
    for (int link = 0; link < 2; link++)
      {
        g_autofree char *rules = g_strnfill (length, 'W');
        g_autoptr(FoyerDoorPoster) poster = foyer_door_poster_new ("La Tablée des Lilas", "Home · Les Lilas");

        foyer_door_poster_add (poster, "House rules", rules);
        if (link)
          foyer_door_poster_set_link (poster, "Free days", "https://directory.example/l/01a207e7-4d57-742a-ba69");
        foyer_door_poster_set_foot (poster, "Who comes is written down.");
        g_assert_cmpuint (foyer_paper_lay_out (FOYER_PAPER (poster), WIDTH, HEIGHT), ==, 1);
        assert_inside (FOYER_PAPER (poster), 0, WIDTH, HEIGHT);
      }
}

static void
test_pdf (void)
{
  g_autoptr(FoyerPaper) paper = make_roll_call (60);
  g_autoptr(FoyerPaper) same = make_roll_call (60);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = foyer_paper_make_pdf (paper, G_GINT64_CONSTANT (1795771800000), &error);
  g_autoptr(GBytes) again = NULL;

  g_assert_no_error (error);
  again = foyer_paper_make_pdf (same, G_GINT64_CONSTANT (1795771800000), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/roll-call", test_roll_call);
  g_test_add_func ("/paper/small-sheet", test_small_sheet);
  g_test_add_func ("/paper/cards", test_cards);
  g_test_add_func ("/paper/poster", test_poster);
  g_test_add_func ("/paper/pdf", test_pdf);

  return g_test_run ();
}
