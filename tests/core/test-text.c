/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-text.h"

#include <string.h>

#include "core/foyer-error.h"

/* Bounds only against time that grows with the square: these take milliseconds. */
#define PATIENCE_SECONDS 10.0

/* The flag of England: letters that are not drawn follow a black flag. */
#define ENGLAND \
  "🏴\xf3\xa0\x81\xa7\xf3\xa0\x81\xa2\xf3\xa0\x81\xa5" \
  "\xf3\xa0\x81\xae\xf3\xa0\x81\xa7\xf3\xa0\x81\xbf"

static void
test_clean (void)
{
  static const struct { const char *text, *clean; } cases[] = {
    { "Zoé", "Zoé" },
    { "Zoe\xcc\x81", "Zoé" },
    { "  Zoé Martin  ", "Zoé Martin" },
    { "\xc2\xa0\xe3\x80\x80\xe2\x80\xaf" "Zoé\xe2\x80\x8b\xe2\x80\xa8", "Zoé" },
    { "\n\t Zoé \r\n", "Zoé" },
    { "Jean  Luc", "Jean  Luc" },
    { "O’Brien-Łukasz & Cie <b>%s</b>", "O’Brien-Łukasz & Cie <b>%s</b>" },
    { "محمد", "محمد" },
    { "می\xe2\x80\x8cخواهم", "می\xe2\x80\x8cخواهم" },
    { "นภัสสร", "นภัสสร" },
    { "山田太郎", "山田太郎" },
    { "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦" },
    { ENGLAND, ENGLAND },
    { "e\xcc\x81\xcc\xa7\xcc\xb1\xcc\x84\xcc\x85\xcc\x86\xcc\x87\xcc\x88",
      "\xc8\xa9\xcc\xb1\xcc\x81\xcc\x84\xcc\x85\xcc\x86\xcc\x87\xcc\x88" },
    { "-", "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *name = foyer_text_clean_name (cases[i].text, "name", 80, &error);
      g_autofree char *line = NULL;
      g_autofree char *block = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (name, ==, cases[i].clean);
      line = foyer_text_clean_line (cases[i].text, "line", 80, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (line, ==, cases[i].clean);
      block = foyer_text_clean_block (cases[i].text, "block", 80, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (block, ==, cases[i].clean);
      g_free (line);
      line = foyer_text_clean_line (name, "line", 80, &error);
      g_assert_cmpstr (line, ==, name);
    }
}

/* Refused in every shape of text. */
static const char * const refused[] = {
  "Zo\xe9", "\xff", "a\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "a\x80z",
  "a\x01z", "a\x1b[31mz", "a\x7fz", "a\xc2\x85z", "a\xc2\x9bz", "\x08", "a\xe2\x80\xa8z",
  "a\xe2\x80\xa9z",
  "a\xe2\x80\xaaz", "a\xe2\x80\xab", "\xe2\x80\xacz", "a\xe2\x80\xadz", "a\xe2\x80\xaez",
  "a\xe2\x81\xa6z", "a\xe2\x81\xa7z", "a\xe2\x81\xa8z", "a\xe2\x81\xa9z",
  "a\xe2\x80\x8ez", "a\xe2\x80\x8fz", "a\xd8\x9cz",
  "\xef\xbb\xbf" "az", "a\xef\xbb\xbf", "a\xef\xbf\xbe", "a\xef\xbf\xbf", "a\xef\xb7\x90",
  "a\xf4\x8f\xbf\xbf",
  "a\xee\x80\x80", "a\xf3\xb0\x80\x80", "a\xef\xbf\xb9z",
  "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
  "\xe2\x80\x8d", "\xe2\xa0\x80", "\xe3\x85\xa4", "\xc2\xad", "\xcc\x81", "\xef\xb8\x8f",
  "\xcd\x8f",
  "\xe2\x80\x8d\xe2\x80\x8b\xe2\x80\x8d",
};

static void
test_refuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      char *(*clean[]) (const char *, const char *, gsize, GError **) = {
        foyer_text_clean_name, foyer_text_clean_line, foyer_text_clean_block,
      };

      for (gsize shape = 0; shape < G_N_ELEMENTS (clean); shape++)
        {
          g_autoptr(GError) error = NULL;
          g_autofree char *taken = clean[shape] (refused[i], "the field", 80, &error);

          if (taken != NULL)
            g_test_message ("text %" G_GSIZE_FORMAT " was taken", i);
          g_assert_null (taken);
          g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message, "the field "));
        }
    }
}

static void
test_empty (void)
{
  static const char * const texts[] = { "", " ", "\n\t", "\xe3\x80\x80", "\xe2\x80\x8b" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *line = foyer_text_clean_line (texts[i], "line", 80, NULL);
      g_autofree char *block = foyer_text_clean_block (texts[i], "block", 80, NULL);

      g_assert_cmpstr (line, ==, "");
      g_assert_cmpstr (block, ==, "");
      g_assert_null (foyer_text_clean_name (texts[i], "name", 80, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_lines (void)
{
  g_autofree char *block = foyer_text_clean_block ("\n One\r\n\ttwo\rthree\n\nfour \n", "rules", 80,
                                                   NULL);

  g_assert_cmpstr (block, ==, "One\n two\nthree\n\nfour");
  g_assert_null (foyer_text_clean_line ("One\ntwo", "line", 80, NULL));
  g_assert_null (foyer_text_clean_line ("One\ttwo", "line", 80, NULL));
  g_assert_null (foyer_text_clean_line ("One\rtwo", "line", 80, NULL));
  g_assert_null (foyer_text_clean_name ("One\ntwo", "name", 80, NULL));
}

static char *
repeat (const char *piece,
        gsize       n)
{
  g_autoptr(GString) text = g_string_sized_new (strlen (piece) * n);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, piece);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_length (void)
{
  /* pieces that are one character, or so many, after composing */
  static const struct { const char *piece; gsize n_chars; } cases[] = {
    { "a", 1 }, { "é", 1 }, { "e\xcc\x81", 1 }, { "山", 1 }, { "🏠", 1 }, { "u\xcc\x88\xcc\x84", 1 },
    { "\xef\xac\xac", 3 }, { "\xf0\x9d\x85\x9e", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize most = 80 / cases[i].n_chars;
      g_autofree char *fits = repeat (cases[i].piece, most);
      g_autofree char *padded = g_strdup_printf ("%2000s%s%2000s", "", fits, "");
      g_autofree char *longer = repeat (cases[i].piece, most + 1);
      g_autoptr(GError) error = NULL;
      g_autofree char *clean = foyer_text_clean_name (fits, "name", 80, &error);
      g_autofree char *clean_padded = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (g_utf8_strlen (clean, -1), ==, most * cases[i].n_chars);
      clean_padded = foyer_text_clean_name (padded, "name", 80, &error);
      g_assert_cmpstr (clean_padded, ==, clean);
      g_assert_null (foyer_text_clean_name (longer, "name", 80, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_huge (void)
{
  static const char * const pieces[] = {
    "\xcc\x81", "\xcc\xa7\xcc\x81", "a", " ", "a\xcc\x81", "\n", "\xff", "山",
  };
  g_autoptr(GTimer) timer = g_timer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *middle = repeat (pieces[i], 1000000);
      g_autofree char *text = g_strconcat ("Zoé", middle, "Zoé", NULL);

      g_assert_null (foyer_text_clean_name (text, "name", FOYER_NAME_MAX, NULL));
      g_assert_null (foyer_text_clean_block (text, "about", FOYER_ABOUT_MAX, NULL));
    }
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, PATIENCE_SECONDS);
}

static void
test_list (void)
{
  const char * const tags[] = {
    " calm ", "", "Fibre", "CALM", "fïbre", " ", "second  screen", NULL,
  };
  const char * const expected[] = { "calm", "Fibre", "second  screen", NULL };
  const char * const none[] = { NULL };
  const char * const bad[] = { "calm", "a\nb", NULL };
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) clean = foyer_text_clean_list (tags, "tag", 3, 40, &error);
  g_auto(GStrv) clean_none = foyer_text_clean_list (none, "tag", 3, 40, NULL);

  g_assert_no_error (error);
  g_assert_cmpstrv (clean, expected);
  g_assert_cmpstrv (clean_none, none);
  g_assert_null (foyer_text_clean_list (bad, "tag", 3, 40, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (foyer_text_clean_list (tags, "tag", 2, 40, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
}

/* A mark that composing takes apart counts as what it becomes (Unicode, CompositionExclusions). */
static void
test_excluded_marks (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *four = foyer_text_clean_block ("x\u0344\u0344\u0344\u0344", "text", 20, NULL);
  g_autofree char *five = foyer_text_clean_block ("x\u0344\u0344\u0344\u0344\u0344", "text", 20, &error);

  g_assert_nonnull (four);
  g_assert_null (five);
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
}

/* Any bytes are either refused or come out valid, composed and stable. */
static void
test_any_bytes (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  int n_taken = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 15000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;

      for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        switch (g_rand_int_range (rand, 0, 12))
          {
          case 0:
            g_string_append_c (text, (char) g_rand_int_range (rand, 1, 256));
            break;
          case 1: case 2: case 3:
            g_string_append_unichar (text, g_rand_int_range (rand, 0x300, 0x360));
            break;
          case 4: case 5: case 6:
            g_string_append_unichar (text, g_rand_int_range (rand, 0x20, 0x2000));
            break;
          default:
            g_string_append_c (text, (char) g_rand_int_range (rand, 0x20, 0x7f));
            break;
          }
      clean = foyer_text_clean_block (text->str, "text", 20, &error);
      if (clean == NULL)
        {
          g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
          continue;
        }
      n_taken++;
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (clean, -1), <=, 20);
      again = foyer_text_clean_block (clean, "text", 20, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (again, ==, clean);
    }
  g_assert_cmpint (n_taken, >, 3000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/refuses", test_refuses);
  g_test_add_func ("/text/empty", test_empty);
  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/length", test_length);
  g_test_add_func ("/text/huge", test_huge);
  g_test_add_func ("/text/list", test_list);
  g_test_add_func ("/text/excluded-marks", test_excluded_marks);
  g_test_add_func ("/text/any-bytes", test_any_bytes);

  return g_test_run ();
}
