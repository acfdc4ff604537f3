/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-transfer.h"

#include <string.h>

#include "core/foyer-error.h"

#define IBAN "FR7630006000011234567890189"

static void
test_payload (void)
{
  static const struct {
    const char *bic;
    gint64      minor;
    const char *reference;
    const char *payload;
  } cases[] = {
    { "", 400, "RF18539007547034", "BCD\n002\n1\nSCT\n\nMaison des Lilas\n" IBAN "\nEUR4.00\n\nRF18539007547034" },
    { "AGRIFRPP", 1, "", "BCD\n002\n1\nSCT\nAGRIFRPP\nMaison des Lilas\n" IBAN "\nEUR0.01" },
    { "AGRIFRPP8XX", FOYER_TRANSFER_MINOR_MAX, "rf18 5390 0754 7034",
      "BCD\n002\n1\nSCT\nAGRIFRPP8XX\nMaison des Lilas\n" IBAN "\nEUR999999999.99\n\nRF18539007547034" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *payload = foyer_transfer_make_payload ("Maison des Lilas", "fr76 3000 6000 0112 3456 7890 189", cases[i].bic,
                                                              cases[i].minor, cases[i].reference, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (payload, ==, cases[i].payload);
    }
}

static void
test_composed (void)
{
  g_autofree char *payload = foyer_transfer_make_payload ("Zoe\u0301", IBAN, "", 400, "", NULL);

  g_assert_nonnull (strstr (payload, "\nZo\u00e9\n"));
}

static void
test_refused (void)
{
  g_autofree char *long_name = g_strnfill (71, 'W');
  g_autoptr(GString) wide_name = g_string_new (NULL);
  const struct {
    const char *name, *iban, *bic;
    gint64      minor;
    const char *reference;
    int         code;
  } cases[] = {
    { "", IBAN, "", 400, "", FOYER_ERROR_INVALID },
    { long_name, IBAN, "", 400, "", FOYER_ERROR_INVALID },
    { "Marie\nDE89370400440532013000", IBAN, "", 400, "", FOYER_ERROR_INVALID },
    { "Marie\rDupont", IBAN, "", 400, "", FOYER_ERROR_INVALID },
    { "Marie\u2028Dupont", IBAN, "", 400, "", FOYER_ERROR_INVALID },
    { "Marie\xff", IBAN, "", 400, "", FOYER_ERROR_INVALID },
    { "Marie", "FR7630006000011234567890188", "", 400, "", FOYER_ERROR_INVALID },
    { "Marie", "", "", 400, "", FOYER_ERROR_INVALID },
    { "Marie", IBAN, "AGRI", 400, "", FOYER_ERROR_INVALID },
    { "Marie", IBAN, "AGRIFR\nP", 400, "", FOYER_ERROR_INVALID },
    { "Marie", IBAN, "12345678", 400, "", FOYER_ERROR_INVALID },
    { "Marie", IBAN, "", 0, "", FOYER_ERROR_INVALID },
    { "Marie", IBAN, "", -400, "", FOYER_ERROR_INVALID },
    { "Marie", IBAN, "", G_MININT64, "", FOYER_ERROR_INVALID },
    { "Marie", IBAN, "", FOYER_TRANSFER_MINOR_MAX + 1, "", FOYER_ERROR_TOO_MUCH },
    { "Marie", IBAN, "", G_MAXINT64, "", FOYER_ERROR_TOO_MUCH },
    { "Marie", IBAN, "", 400, "RF19539007547034", FOYER_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (foyer_transfer_make_payload (cases[i].name, cases[i].iban, cases[i].bic, cases[i].minor, cases[i].reference,
                                                  &error));
      g_assert_error (error, FOYER_ERROR, cases[i].code);
    }

  /* Seventy characters may be more bytes than a code holds. */
  for (int i = 0; i < 70; i++)
    g_string_append (wide_name, "\U0001f469");
  g_assert_null (foyer_transfer_make_payload (wide_name->str, IBAN, "", 400, "RF18539007547034", NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/transfer/payload", test_payload);
  g_test_add_func ("/transfer/composed", test_composed);
  g_test_add_func ("/transfer/refused", test_refused);

  return g_test_run ();
}
