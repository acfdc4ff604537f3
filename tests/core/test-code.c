/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-code.h"

#include <string.h>

#define N_CARDS 10000

static void
test_kinds (void)
{
  for (int kind = FOYER_CODE_NONE; kind <= FOYER_CODE_UNKNOWN; kind++)
    g_assert_cmpint (foyer_code_kind_parse (foyer_code_kind_get_name ((FoyerCodeKind) kind)), ==, kind);
  g_assert_cmpint (foyer_code_kind_parse ("Ticket"), ==, FOYER_CODE_UNKNOWN);
  g_assert_cmpint (foyer_code_kind_parse (""), ==, FOYER_CODE_UNKNOWN);
}

/* All its letters are on the same keys of QWERTY, QWERTZ and AZERTY, each place has each of them, and
 * none is a ticket. */
static void
test_cards (void)
{
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (7);
  g_autoptr(GHashTable) cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint letters[FOYER_CODE_LENGTH][128] = { 0 };

  for (guint i = 0; i < N_CARDS; i++)
    {
      char *card = foyer_code_make_card (random);

      g_assert_cmpuint (strlen (card), ==, FOYER_CODE_LENGTH);
      g_assert_true (g_str_has_prefix (card, "FC"));
      g_assert_cmpuint (strspn (card + 2, "BCDFGHJKLNPRSTVX"), ==, 16);
      g_assert_true (foyer_code_looks_like (card));
      for (gsize at = 2; at < FOYER_CODE_LENGTH; at++)
        letters[at][(guchar) card[at]]++;
      g_assert_true (g_hash_table_add (cards, card));
    }

  for (gsize at = 2; at < FOYER_CODE_LENGTH; at++)
    for (const char *letter = FOYER_CODE_LETTERS; *letter != '\0'; letter++)
      g_assert_cmpuint (letters[at][(guchar) *letter], >, N_CARDS / 16 / 2);
}

static void
test_is_card (void)
{
  static const struct { const char *text; gboolean is_card; } cases[] = {
    { "FCBCDFGHJKLNPRSTVX", TRUE }, { "fcbcdfghjklnprstvx", TRUE }, { " FC BCDF-GHJK-LNPR-STVX\r\n", TRUE },
    { "FOBCDFGHJKLNPRSTVX", FALSE }, { "FCBCDFGHJKLNPRSTV", FALSE }, { "FCBCDFGHJKLNPRSTVXX", FALSE },
    { "FC.BCDFGHJKLNPRSTVX", FALSE }, { "FC\tBCDFGHJKLNPRSTVX", FALSE }, { "FCB\xcc\x81" "CDFGHJKLNPRSTVX", FALSE },
    { "FCACDFGHJKLNPRSTVX", FALSE }, { "FC", FALSE }, { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (foyer_code_is_card (cases[i].text), ==, cases[i].is_card);
}

static void
test_looks (void)
{
  static const char * const codes[] = {
    "FOBCDFGHJKLNPRSTVX", "fobcdfghjklnprstvx", "FCBC DFGH-JKLN PRST VX", " FCBCDFGHJKLNPRSTVX ",
    /* a letter too few, too many, or of another alphabet: meant as one all the same */
    "FOBCDFGHJKLNPRSTV", "FCBCDFGHJKLNPRSTVXX", "FCBCDFGHJK", "FOBCDFGHJKLNPRSTVY",
  };
  static const char * const others[] = {
    "", "F", "FC", "FO", "Fo", "Foster", "FCBCDFGHJ", "FC Barcelona", "Fokko Brandsma",
    "BCDFGHJKLNPRSTVXFC", "CFBCDFGHJKLNPRSTVX", "OFBCDFGHJKLNPRSTVX", "FC0000000000000000", "FOBCDFGHJKLNPRSTV\xc3\xa9",
    "https://foyer.example/FOBCDFGHJKLNPRSTVX", "06 12 34 56 78", "FABCDFGHJKLNPRSTVX",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_true (foyer_code_looks_like (codes[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (foyer_code_looks_like (others[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/code/kinds", test_kinds);
  g_test_add_func ("/code/cards", test_cards);
  g_test_add_func ("/code/is-card", test_is_card);
  g_test_add_func ("/code/looks", test_looks);

  return g_test_run ();
}
