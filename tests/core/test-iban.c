/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-iban.h"

#include "core/foyer-error.h"

static void
test_read (void)
{
  static const char *const numbers[][2] = {
    { "FR7630006000011234567890189", "FR7630006000011234567890189" },
    { "fr76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189" },
    { "DE89370400440532013000", "DE89370400440532013000" },
    { "BE72000000001616", "BE72000000001616" },
    { "GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819" },
    { "NO9386011117947", "NO9386011117947" },
    { "MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *iban = foyer_iban_parse (numbers[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (iban, ==, numbers[i][1]);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", " ", "FR76", "FR7630006000011234567890188", "FR7730006000011234567890189", "FR7630006000011234567809189",
    "FR763000600001123456789018", "FR76300060000112345678901890", "DE8937040044053201300", "7630006000011234567890189",
    "FR76-3000-6000-0112-3456-7890-189", "FR76\n30006000011234567890189", "FR76 3000 6000 0112 3456 7890 18é",
    "XX00000000000000000000000000000000000000000000000000000000000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (foyer_iban_parse (texts[i], &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

/* Each digit that is wrong and each two that change places are found, as ISO 7064 promises. */
static void
test_slips (void)
{
  const char *iban = "FR7630006000011234567890189";

  for (gsize i = 2; iban[i] != '\0'; i++)
    {
      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *slip = g_strdup (iban);

          slip[i] = digit;
          g_assert_cmpint (foyer_iban_remainder (slip) == 1, ==, iban[i] == digit);
        }
      if (iban[i + 1] != '\0' && iban[i] != iban[i + 1] && i != 3)
        {
          g_autofree char *slip = g_strdup (iban);

          slip[i] = iban[i + 1];
          slip[i + 1] = iban[i];
          g_assert_cmpint (foyer_iban_remainder (slip), !=, 1);
        }
    }
}

static void
test_groups (void)
{
  g_autofree char *iban = foyer_iban_group ("FR7630006000011234567890189");
  g_autofree char *whole = foyer_iban_group ("RF18539007547034");
  g_autofree char *nothing = foyer_iban_group ("");

  g_assert_cmpstr (iban, ==, "FR76 3000 6000 0112 3456 7890 189");
  g_assert_cmpstr (whole, ==, "RF18 5390 0754 7034");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/iban/read", test_read);
  g_test_add_func ("/iban/refused", test_refused);
  g_test_add_func ("/iban/slips", test_slips);
  g_test_add_func ("/iban/groups", test_groups);

  return g_test_run ();
}
