/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-creditor-reference.h"

#include <string.h>

#include "core/foyer-error.h"

static void
test_made (void)
{
  static const char *const references[][2] = {
    { "539007547034", "RF18539007547034" },
    { "F20260001", "RF12F20260001" },
    { "F20260143", "RF58F20260143" },
    { "FOY2026000412", "RF96FOY2026000412" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *made = foyer_creditor_reference_make (references[i][0]);
      g_autofree char *read = foyer_creditor_reference_parse (references[i][1], NULL);

      g_assert_cmpstr (made, ==, references[i][1]);
      g_assert_cmpstr (read, ==, references[i][1]);
    }
}

/* Whatever the check digits come to, there are two of them. */
static void
test_both_ways (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *code = g_strdup_printf ("B%010d", i * 7919);
      g_autofree char *made = foyer_creditor_reference_make (code);
      g_autofree char *read = foyer_creditor_reference_parse (made, NULL);

      g_assert_cmpstr (read, ==, made);
      g_assert_cmpuint (strlen (made), ==, 15);
    }
}

static void
test_typed (void)
{
  g_autofree char *read = foyer_creditor_reference_parse (" rf58 f202 6014 3 ", NULL);

  g_assert_cmpstr (read, ==, "RF58F20260143");
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", "RF", "RF18", "RF19539007547034", "RF1853900754703", "FR18539007547034", "RFAB539007547034", "RF18-5390-0754-7034",
    "RF18539007547034\n", "RF18539007547034 0000000000000000000000000", "RF18é",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (foyer_creditor_reference_parse (texts[i], &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/creditor-reference/made", test_made);
  g_test_add_func ("/creditor-reference/both-ways", test_both_ways);
  g_test_add_func ("/creditor-reference/typed", test_typed);
  g_test_add_func ("/creditor-reference/refused", test_refused);

  return g_test_run ();
}
