/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-text.h"

#include <string.h>

/* A bound only against time that grows with the square: these take milliseconds. */
#define PATIENCE_SECONDS 10.0

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "", "" }, { " ", "" }, { "Zoé", "zoe" }, { "Zoe\xcc\x81", "zoe" }, { "ZOÉ", "zoe" },
    { "  Zoé \xc2\xa0 Martin\n", "zoe martin" }, { "Œuvre", "oeuvre" }, { "Æsop", "aesop" },
    { "Straße", "strasse" }, { "STRASSE", "strasse" }, { "STRAẞE", "strasse" },
    { "Łukasz", "lukasz" },
    { "Søren", "soren" }, { "Đorđe", "dorde" }, { "Þór", "thor" }, { "Çağrı", "cagri" },
    { "İstanbul", "istanbul" }, { "ISTANBUL", "istanbul" }, { "Jean-Luc", "jean luc" },
    { "Jean‑Luc", "jean luc" }, { "Jean–Luc", "jean luc" }, { "Jean Luc", "jean luc" },
    { "Jean - Luc", "jean luc" }, { "L'Haÿ", "l hay" }, { "L’Haÿ", "l hay" },
    { "O'Brien", "o brien" },
    { "-", "" }, { "Σίσυφος", "σισυφοσ" }, { "ΣΊΣΥΦΟΣ", "σισυφοσ" }, { "Ёлка", "елка" },
    { "ﬁn", "fin" }, { "Ｗｉｄｅ", "wide" }, { "n°\xc2\xa0" "5", "n° 5" },
    { "co\xc2\xadworking", "coworking" },
    { "Zo\xe2\x80\x8b" "é", "zoe" }, { "한글", "한글" }, { "が", "が" }, { "Việt Nam", "viet nam" },
    { "שָׁלוֹם", "שלום" }, { "a\xff" "b", "a\xef\xbf\xbd" "b" },
    { "\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "zoe@exemple.fr", "zoe@exemple.fr" }, { "हिन्दी", "हिन्दी" }, { "ไทย", "ไทย" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = foyer_text_fold (cases[i].text);
      g_autofree char *expected = g_utf8_normalize (cases[i].folded, -1, G_NORMALIZE_NFD);

      g_assert_cmpstr (folded, ==, expected);
    }

  /* a voicing mark is not an accent: these are two words */
  {
    g_autofree char *voiced = foyer_text_fold ("が");
    g_autofree char *unvoiced = foyer_text_fold ("か");

    g_assert_cmpstr (voiced, !=, unvoiced);
  }
}

/* Over all of Unicode, in words of one character: folding twice is folding once, and case does
 * not matter. */
static void
test_fold_everything (void)
{
  const gunichar block = 0x80;

  for (gunichar first = 0; first <= 0x10ffff; first += block)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GString) lower = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      g_autofree char *once_lower = NULL;

      for (gunichar ch = MAX (first, 1); ch < first + block; ch++)
        if (g_unichar_validate (ch))
          {
            g_string_append_unichar (text, ch);
            g_string_append_c (text, ' ');
            g_string_append_unichar (lower, g_unichar_tolower (ch));
            g_string_append_c (lower, ' ');
          }
      once = foyer_text_fold (text->str);
      twice = foyer_text_fold (once);
      g_assert_cmpstr (once, ==, twice);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      once_lower = foyer_text_fold (lower->str);
      g_assert_cmpstr (once, ==, once_lower);
    }
}

/* The text with its spans in brackets. */
static char *
mark_spans (const char *text,
            GArray     *spans)
{
  g_autoptr(GString) marked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      FoyerTextSpan span = g_array_index (spans, FoyerTextSpan, i);

      g_string_append_len (marked, text + done, span.start - done);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + span.start, span.end - span.start);
      g_string_append_c (marked, ']');
      done = span.end;
    }
  g_string_append (marked, text + done);

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_find (void)
{
  static const struct { const char *text, *needle, *marked; } cases[] = {
    { "Zoé Martin", "zo", "[Zo]é Martin" }, { "Zoé Martin", "zoe", "[Zoé] Martin" },
    { "Zoe\xcc\x81 Martin", "zoe", "[Zoe\xcc\x81] Martin" },
    { "Zoe\xcc\x81", "zo", "[Zo]e\xcc\x81" },
    { "Zoé Martin", "MAR zo", "[Zo]é [Mar]tin" }, { "Zoé Martin", "zoe mar", "[Zoé] [Mar]tin" },
    { "Zoé Martin", "x", "Zoé Martin" }, { "Zoé Martin", "x mar", "Zoé [Mar]tin" },
    { "Zoé Martin", "", "Zoé Martin" }, { "", "zo", "" }, { "Zoé", "  ", "Zoé" },
    { "œuvre", "oe", "[œ]uvre" }, { "œuvre", "o", "[œ]uvre" }, { "œuvre", "eu", "[œu]vre" },
    { "Straße", "ss", "Stra[ß]e" }, { "Straße", "s", "[S]traße" }, { "Straße", "se", "Stra[ße]" },
    { "Jean-Luc Picard", "luc", "Jean-[Luc] Picard" }, { "Jean-Luc", "jean-luc", "[Jean]-[Luc]" },
    { "L'Haÿ-les-Roses", "l'hay", "[L]'[Haÿ]-[l]es-Roses" },
    { "Anna Hanna", "an", "[An]na Hanna" }, { "Hanna Joanna", "an", "H[an]na Jo[an]na" },
    { "Anna", "an ann", "[Ann]a" }, { "Banana", "anan", "B[anan]a" },
    { "banana", "ana", "b[anana]" },
    { "ﬁn", "f", "[ﬁ]n" }, { "Ｗｉｄｅ", "wi", "[Ｗｉ]ｄｅ" }, { "İz", "i", "[İ]z" },
    { "a\xff\xff zo", "zo", "a\xff\xff [zo]" },
    { "co\xc2\xadworking", "cowork", "[co\xc2\xadwork]ing" },
    { "한글", "하", "[한]글" }, { "Zo\xe2\x80\x8b" "é", "zoe", "[Zo\xe2\x80\x8b" "é]" },
    { "50 %", "50", "[50] %" }, { "<b>Zoé</b>", "b", "<[b]>Zoé</[b]>" },
    { "n\xcc\x83\xcc\x81" "a", "n", "[n\xcc\x83\xcc\x81]a" },
    { "\xcc\x81" "a", "a", "\xcc\x81[a]" },
    { "e \xcc\x81" "a", "e", "[e] \xcc\x81" "a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) spans = foyer_text_find (cases[i].text, cases[i].needle);
      g_autofree char *marked = mark_spans (cases[i].text, spans);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static char *
make_text (GRand *rand,
           int    most)
{
  static const char * const pieces[] = {
    "a", "e", "o", "z", "é", "œ", "ß", "e\xcc\x81", "\xcc\x81", " ", "-", "'", "ﬁ", "İ",
    "\xc2\xad", "\xff",
    "\xe2\x82", "山", "👩‍👧", "한", "が", "S", "ss", "½", "\xc2\xb4",
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, most); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_find_properties (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *text = make_text (rand, 12);
      g_autofree char *needle = make_text (rand, 4);
      g_autofree char *folded = foyer_text_fold (text);
      g_autofree char *folded_needle = foyer_text_fold (needle);
      g_auto(GStrv) words = g_strsplit (folded_needle, " ", -1);
      g_autoptr(GArray) spans = foyer_text_find (text, needle);
      gsize done = 0;
      gboolean found = FALSE;

      for (gsize w = 0; words[w] != NULL; w++)
        found |= *words[w] != '\0' && strstr (folded, words[w]) != NULL;
      g_assert_cmpint (spans->len > 0, ==, found);

      for (guint s = 0; s < spans->len; s++)
        {
          FoyerTextSpan span = g_array_index (spans, FoyerTextSpan, s);

          g_assert_true (s == 0 || span.start > done);
          g_assert_cmpuint (span.start, <, span.end);
          g_assert_cmpuint (span.end, <=, strlen (text));
          /* neither end is inside of a character, nor before an accent */
          if (g_utf8_validate (text, -1, NULL))
            {
              g_assert_true (g_utf8_validate (text + span.start, span.end - span.start, NULL));
              g_assert_cmpuint (g_utf8_get_char (text + span.end), !=, 0x301);
            }
          done = span.end;
        }
    }
}

static void
test_huge (void)
{
  static const char * const pieces[] = { "\xcc\x81", "\xcc\xa7\xcc\x81", "a\xcc\x81", "-", "\xff" };
  g_autoptr(GTimer) timer = g_timer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new ("Zoé");
      g_autofree char *folded = NULL;
      g_autoptr(GArray) spans = NULL;

      for (int n = 0; n < 1000000; n++)
        g_string_append (text, pieces[i]);
      folded = foyer_text_fold (text->str);
      g_assert_true (g_str_has_prefix (folded, "zo"));
      spans = foyer_text_find (text->str, "zo");
      g_assert_cmpuint (spans->len, ==, 1);
    }
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, PATIENCE_SECONDS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-everything", test_fold_everything);
  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/find-properties", test_find_properties);
  g_test_add_func ("/text/fold-huge", test_huge);

  return g_test_run ();
}
