/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "exchange/foyer-sheet-text.h"
#include "exchange/foyer-zip.h"

static FoyerSheet *
make_sheet (void)
{
  static const char * const texts[] = { "=1+1", "+33 6", "-", "@x", "\tx", "\rx", "\357\274\235x", "a \"b\"; c,\nd", "", "é\\" };
  FoyerSheet *sheet = foyer_sheet_new ("things", "text n#");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **row = g_new0 (char *, 3);

      row[0] = g_strdup (texts[i]);
      row[1] = g_strdup_printf ("%d", -(int) i);
      foyer_sheet_add (sheet, row);
    }

  return sheet;
}

static void
assert_text (GBytes     *bytes,
             const char *expected)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_csv (void)
{
  g_autoptr(FoyerSheet) sheet = make_sheet ();
  g_autoptr(GBytes) csv = foyer_sheet_to_csv (sheet, ';');

  assert_text (csv, "\357\273\277\"text\";\"n\"\r\n\"'=1+1\";\"0\"\r\n\"'+33 6\";\"-1\"\r\n\"'-\";\"-2\"\r\n\"'@x\";\"-3\"\r\n"
                    "\"'\tx\";\"-4\"\r\n\"'\rx\";\"-5\"\r\n\"'\357\274\235x\";\"-6\"\r\n"
                    "\"a \"\"b\"\"; c,\nd\";\"-7\"\r\n\"\";\"-8\"\r\n\"é\\\";\"-9\"\r\n");
}

static void
test_json (void)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_sheet_free);
  g_autoptr(GBytes) json = NULL;
  FoyerSheet *sheet = foyer_sheet_new ("things", "text n#");
  char **row = g_new0 (char *, 3);

  row[0] = g_strdup ("a \"b\"\\\n\t\001é");
  row[1] = g_strdup ("-7");
  foyer_sheet_add (sheet, row);
  g_ptr_array_add (sheets, sheet);
  g_ptr_array_add (sheets, foyer_sheet_new ("none", "text"));
  json = foyer_sheets_to_json (sheets);
  assert_text (json, "{\n  \"things\": [\n    {\"text\": \"a \\\"b\\\"\\\\\\n\\u0009\\u0001é\", \"n\": -7}\n  ],\n"
                     "  \"none\": []\n}\n");
}

/* The check value of CRC-32 is that of nine digits. Whole archives are read by another program, in tests/cli. */
static void
test_zip (void)
{
  static const guint8 head[] = { 'P', 'K', 3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0x26, 0x39, 0xf4, 0xcb };
  g_autoptr(FoyerZip) zip = foyer_zip_new (G_GINT64_CONSTANT (1795680000000));
  g_autoptr(GBytes) digits = g_bytes_new_static ("123456789", 9);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) archive = NULL;
  g_autoptr(GError) error = NULL;
  const guint8 *data;
  gsize size;

  g_assert_true (foyer_zip_add (zip, "digits.txt", digits, &error));
  g_assert_no_error (error);
  g_assert_true (foyer_zip_add (zip, "é.txt", empty, &error));
  archive = foyer_zip_finish (zip);
  data = g_bytes_get_data (archive, &size);
  g_assert_cmpmem (data + 14, 4, head + 14, 4);
  g_assert_cmpmem (data, 10, head, 10);
  g_assert_cmpmem (data + size - 22, 4, "PK\005\006", 4);
  g_assert_cmpint (data[size - 12], ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv", test_csv);
  g_test_add_func ("/exchange/json", test_json);
  g_test_add_func ("/exchange/zip", test_zip);

  return g_test_run ();
}
