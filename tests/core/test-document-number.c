/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-document-number.h"

#include "core/foyer-error.h"

static void
test_both_ways (void)
{
  static const struct {
    FoyerDocumentNumber number;
    const char         *text;
  } numbers[] = {
    { { 0, 1, FOYER_DOCUMENT_RECEIPT, 2026, 1 }, "2026-0001" },
    { { 0, 1, FOYER_DOCUMENT_RECEIPT, 2026, 9999 }, "2026-9999" },
    { { 0, 1, FOYER_DOCUMENT_RECEIPT, 2026, 10000 }, "2026-10000" },
    { { 0, 2, FOYER_DOCUMENT_RECEIPT, 2026, 1 }, "S2-2026-0001" },
    { { 1, 1, FOYER_DOCUMENT_RECEIPT, 2026, 1 }, "R1-2026-0001" },
    { { 12, 3, FOYER_DOCUMENT_INVOICE, 2027, 42 }, "R12-S3-F2027-0042" },
    { { 0, 1, FOYER_DOCUMENT_CREDIT_NOTE, 2026, FOYER_DOCUMENT_NUMBER_MAX }, "A2026-99999999" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = foyer_document_number_format (&numbers[i].number);
      FoyerDocumentNumber read;

      g_assert_cmpstr (text, ==, numbers[i].text);
      g_assert_true (foyer_document_number_parse (text, &read, NULL));
      g_assert_cmpmem (&read, sizeof read, &numbers[i].number, sizeof read);
    }
}

static void
test_refused (void)
{
  static const char *texts[] = {
    "", "2026", "2026-", "2026-1", "2026-0000", "2026-00001", "26-0001", "2026-0001 ", " 2026-0001", "2026-0001-", "S1-2026-0001",
    "S0-2026-0001", "R0-2026-0001", "S2-R1-2026-0001", "s2-2026-0001", "X2026-0001", "FA2026-0001", "2026-100000000",
    "2026-99999999999999999999", "R-2026-0001", "R1", "R1-", "S02-2026-0001", "2026-+001",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FoyerDocumentNumber read = { .n = 7 };
      g_autoptr(GError) error = NULL;

      g_assert_false (foyer_document_number_parse (texts[i], &read, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_cmpint (read.n, ==, 7);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-number/both-ways", test_both_ways);
  g_test_add_func ("/document-number/refused", test_refused);

  return g_test_run ();
}
