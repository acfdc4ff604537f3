/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-document-sheet.h"
#include "paper/foyer-flow.h"
#include "paper/foyer-report-sheet.h"
#include "paper/foyer-till-receipt.h"

static char *
say_page (guint page,
          guint n_pages)
{
  return g_strdup_printf ("Page %u of %u", page, n_pages);
}

static void
assert_inside (FoyerPaper *paper,
               guint       page,
               double      width,
               double      height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  foyer_paper_draw (paper, cr, page);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);

  g_assert_cmpfloat (ink.x, >=, -2);
  g_assert_cmpfloat (ink.y, >=, -2);
  g_assert_cmpfloat (ink.x + ink.width, <=, width + 2);
  g_assert_cmpfloat (ink.y + ink.height, <=, height + 2);
}

static FoyerDocumentText *
make_document (guint       n_lines,
               const char *word)
{
  FoyerDocumentText *text = foyer_document_text_new ();

  text->kind = g_strdup (word);
  text->number = g_strdup ("2026-0001");
  text->seller = g_strdup (word);
  text->seller_lines = g_strdup (word);
  text->buyer_heading = g_strdup ("Billed to");
  text->buyer = g_strdup (word);
  text->buyer_lines = g_strdup (word);
  for (gsize i = 0; i < G_N_ELEMENTS (text->columns); i++)
    text->columns[i] = g_strdup (word);
  for (guint i = 0; i < 9; i++)
    foyer_text_rows_add (text->facts, word, word, i % 2 == 0);
  for (guint i = 0; i < n_lines; i++)
    foyer_document_text_add_line (text, word, word, word, word, word);
  foyer_text_rows_add (text->totals, word, word, FALSE);
  foyer_text_rows_add (text->totals, word, word, TRUE);
  text->paid = g_strdup (word);
  /* Not the least of codes: it is as large as any. */
  text->transfer = foyer_transfer_text_new (word, word, word);
  foyer_text_rows_add (text->transfer->rows, word, word, TRUE);
  g_ptr_array_add (text->notes, g_strdup (word));
  text->foot = g_strdup (word);
  text->page_words = say_page;

  return text;
}

static FoyerReportText *
make_report (guint       n_rows,
             const char *word)
{
  FoyerReportText *text = foyer_report_text_new ();

  text->title = g_strdup (word);
  text->subtitle = g_strdup (word);
  for (guint i = 0; i < 4; i++)
    foyer_text_rows_add (text->figures, word, word, i == 0);
  for (guint i = 0; i < 8; i++)
    foyer_report_text_add_column (text, word, 1 + i % 3, i % 2 == 0);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *const cells[] = { word, word, word, word, word, word, word, word, NULL };

      g_ptr_array_add (text->rows, g_strdupv ((char **) cells));
    }
  foyer_text_rows_add (text->totals, word, word, TRUE);
  text->seal_heading = g_strdup (word);
  text->seal = g_strdup ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  g_ptr_array_add (text->signatures, g_strdup (word));
  g_ptr_array_add (text->notes, g_strdup (word));
  text->foot = g_strdup (word);
  text->page_words = say_page;

  return text;
}

/* On A4, on Letter between a printer's own margins, and on A6. */
static void
test_inside (void)
{
  static const double sizes[][2] = { { 510, 757 }, { 594, 774 }, { 280, 400 } };
  g_autofree char *wide = g_strnfill (200, 'W');
  const char *words[] = { "Day", "", "<b>سارة أحمد</b> & Co", wide };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize n = 0; n < G_N_ELEMENTS (words); n++)
      for (guint n_lines = 0; n_lines < 40; n_lines += 20)
        {
          g_autoptr(FoyerPaper) document = FOYER_PAPER (foyer_document_sheet_new (make_document (n_lines, words[n])));
          g_autoptr(FoyerPaper) report = FOYER_PAPER (foyer_report_sheet_new (make_report (n_lines, words[n])));
          FoyerPaper *papers[] = { document, report };

          for (gsize p = 0; p < G_N_ELEMENTS (papers); p++)
            {
              guint n_pages = foyer_paper_lay_out (papers[p], sizes[i][0], sizes[i][1]);

              /* One block may be higher than a small sheet; nothing else may leave it. */
              for (guint page = 0; page < n_pages && (i < 2 || n < 3); page++)
                assert_inside (papers[p], page, sizes[i][0], sizes[i][1]);
            }
        }
}

/* A roll is as long as what stands on it, and no sheet is too small to begin. */
static void
test_roll (void)
{
  g_autoptr(FoyerPaper) one = FOYER_PAPER (foyer_till_receipt_new (make_document (1, "Day")));
  g_autoptr(FoyerPaper) many = FOYER_PAPER (foyer_till_receipt_new (make_document (2000, "Day")));
  g_autoptr(FoyerPaper) sheet = FOYER_PAPER (foyer_document_sheet_new (make_document (3, "Day")));
  double width, height;

  foyer_paper_get_sheet (sheet, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, FOYER_PAPER_A4_WIDTH, 0.1);
  g_assert_cmpuint (foyer_paper_lay_out (sheet, 60, 20), >=, 4);

  foyer_paper_get_sheet (one, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, FOYER_PAPER_MM (80), 0.1);
  g_assert_cmpfloat (height, <, FOYER_PAPER_MM (200));
  g_assert_cmpuint (foyer_paper_lay_out (one, width, height), ==, 1);
  assert_inside (one, 0, width, height);

  /* PDF ends at 14400 points. */
  foyer_paper_get_sheet (many, &width, &height);
  g_assert_cmpfloat (height, <=, 14400);
  g_assert_cmpuint (foyer_paper_lay_out (many, width, height), >=, 4);
}

typedef struct {
  const double *heights;
  guint         clinging;
} Blocks;

static double
measure (gpointer user_data,
         guint    block)
{
  return ((Blocks *) user_data)->heights[block];
}

static double
get_top (gpointer user_data,
         guint    page,
         guint    block)
{
  return page == 0 ? 30 : 10;
}

static gboolean
clings (gpointer user_data,
        guint    block)
{
  return block == ((Blocks *) user_data)->clinging;
}

static void
test_flow (void)
{
  static const struct {
    double heights[5];
    guint  clinging;
    FoyerPlace places[5];
  } cases[] = {
    { { 10, 10, 10, 10, 10 }, 9, { { 0, 30 }, { 0, 40 }, { 0, 50 }, { 0, 60 }, { 0, 70 } } },
    { { 30, 30, 30, 30, 30 }, 9, { { 0, 30 }, { 0, 60 }, { 1, 10 }, { 1, 40 }, { 1, 70 } } },
    /* What clings takes along what stands before it, but never the first of a page. */
    { { 30, 30, 30, 30, 30 }, 2, { { 0, 30 }, { 1, 10 }, { 1, 40 }, { 1, 70 }, { 2, 10 } } },
    { { 70, 30, 30, 30, 30 }, 1, { { 0, 30 }, { 1, 10 }, { 1, 40 }, { 1, 70 }, { 2, 10 } } },
    /* What is higher than a page has one for itself. */
    { { 500, 30, 500, 30, 30 }, 9, { { 1, 10 }, { 2, 10 }, { 3, 10 }, { 4, 10 }, { 4, 40 } } },
  };
  const FoyerFlow flow = { .measure = measure, .get_top = get_top, .clings = clings, .bottom = 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Blocks blocks = { cases[i].heights, cases[i].clinging };
      g_autoptr(GArray) places = foyer_flow_place (&flow, 5, &blocks);

      for (guint n = 0; n < 5; n++)
        {
          g_assert_cmpuint (g_array_index (places, FoyerPlace, n).page, ==, cases[i].places[n].page);
          g_assert_cmpfloat_with_epsilon (g_array_index (places, FoyerPlace, n).y, cases[i].places[n].y, 0.01);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheets/inside", test_inside);
  g_test_add_func ("/sheets/roll", test_roll);
  g_test_add_func ("/sheets/flow", test_flow);

  return g_test_run ();
}
