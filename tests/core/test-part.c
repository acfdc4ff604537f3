/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-part.h"

#include "core/foyer-error.h"

static void
test_names (void)
{
  static const struct { FoyerPart part; const char *name; } cases[] = {
    { FOYER_PART_AM, "am" }, { FOYER_PART_PM, "pm" }, { FOYER_PART_FULL, "full" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerPart part;

      g_assert_cmpstr (foyer_part_get_name (cases[i].part), ==, cases[i].name);
      g_assert_true (foyer_part_parse (cases[i].name, &part, NULL));
      g_assert_cmpint (part, ==, cases[i].part);
    }
}

static void
test_refuses (void)
{
  static const char * const texts[] = { "", "AM", "am ", "day", "full-day", "matin", "\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerPart part;

      g_assert_false (foyer_part_parse (texts[i], &part, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_overlap (void)
{
  g_assert_cmpint (FOYER_PART_AM & FOYER_PART_PM, ==, 0);
  g_assert_cmpint (FOYER_PART_AM | FOYER_PART_PM, ==, FOYER_PART_FULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/part/names", test_names);
  g_test_add_func ("/part/refuses", test_refuses);
  g_test_add_func ("/part/overlap", test_overlap);

  return g_test_run ();
}
