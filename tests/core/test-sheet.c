/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-sheet.h"

static void
test_rows (void)
{
  g_autoptr(FoyerSheet) sheet = foyer_sheet_new ("bookings", "day seats#");

  g_assert_cmpstr (sheet->name, ==, "bookings");
  g_assert_cmpstrv (sheet->columns, ((const char *[]) { "day", "seats#", NULL }));
  g_assert_cmpuint (sheet->rows->len, ==, 0);
  foyer_sheet_add (sheet, g_strsplit ("2026-11-26 2", " ", -1));
  g_assert_cmpuint (sheet->rows->len, ==, 1);
  g_assert_cmpstrv (sheet->rows->pdata[0], ((const char *[]) { "2026-11-26", "2", NULL }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/rows", test_rows);

  return g_test_run ();
}
