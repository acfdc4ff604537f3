/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "core/foyer-share.h"
#include "core/foyer-space.h"

#define PRICE 400

static void
test_check (void)
{
  static const struct { gint64 minors[9]; const char *label; const char *field; } cases[] = {
    { { 0, -1 }, "Tea", NULL },
    { { PRICE, -1 }, "Tea", NULL },
    { { 50, 50, 50, 50, 50, 50, 50, 50, -1 }, "Tea", NULL },
    { { 50, 50, 50, 50, 50, 50, 50, 50, 0 }, "Tea", "shares number " },
    { { PRICE, 1, -1 }, "Tea", "shares are more " },
    { { PRICE + 1, -1 }, "Tea", "shares are more " },
    { { G_MAXINT64, G_MAXINT64, -1 }, "Tea", "shares are more " },
    { { G_MININT64, -1 }, "Tea", "share is below " },
    { { 1, -1 }, "", "share " },
    { { 1, -1 }, "a\nb", "share " },
    { { 1, -1 }, "0123456789012345678901234567890123456789", NULL },
    { { 1, -1 }, "01234567890123456789012345678901234567890", "share " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) shares = foyer_share_list_new ();
      g_autoptr(GError) error = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].minors) && cases[i].minors[j] != -1; j++)
        foyer_share_list_add (shares, cases[i].label, cases[i].minors[j]);
      g_assert_cmpint (foyer_share_list_check (shares, PRICE, &error), ==, cases[i].field == NULL);
      if (cases[i].field == NULL)
        continue;
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].field));
    }
}

static void
test_clean (void)
{
  g_autoptr(GArray) shares = foyer_share_list_new ();

  foyer_share_list_add (shares, "  caf\x65\xcc\x81 ", 80);
  g_assert_true (foyer_share_list_check (shares, PRICE, NULL));
  g_assert_cmpstr (g_array_index (shares, FoyerShare, 0).label, ==, "café");
}

static void
test_copy (void)
{
  g_autoptr(GArray) shares = foyer_share_list_new ();
  g_autoptr(GArray) copy = NULL;

  foyer_share_list_add (shares, "Heating", 80);
  foyer_share_list_add (shares, "Tea", 20);
  copy = foyer_share_list_copy (shares);
  g_assert_true (foyer_share_list_equal (shares, copy));
  g_array_index (copy, FoyerShare, 1).minor = 21;
  g_assert_false (foyer_share_list_equal (shares, copy));
  g_array_set_size (copy, 1);
  g_assert_false (foyer_share_list_equal (shares, copy));
}

/* A space whose price no longer carries its shares is no space to keep. */
static void
test_space (void)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(GError) error = NULL;

  g_set_str (&space->name, "Here");
  foyer_share_list_add (space->shares, "Heating", space->price_minor);
  g_assert_true (foyer_space_check (space, &error));
  space->price_minor--;
  g_assert_false (foyer_space_check (space, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/share/check", test_check);
  g_test_add_func ("/share/clean", test_clean);
  g_test_add_func ("/share/copy", test_copy);
  g_test_add_func ("/share/space", test_space);

  return g_test_run ();
}
