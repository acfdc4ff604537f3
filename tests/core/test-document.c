/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-document.h"

#include "core/foyer-error.h"
#include "core/foyer-money.h"

static void
test_kinds (void)
{
  FoyerDocumentKind kind = FOYER_DOCUMENT_INVOICE;

  for (int i = FOYER_DOCUMENT_RECEIPT; i <= FOYER_DOCUMENT_CREDIT_NOTE; i++)
    {
      g_assert_true (foyer_document_kind_parse (foyer_document_kind_get_name ((FoyerDocumentKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (foyer_document_kind_parse ("credit_note", &kind));
  g_assert_false (foyer_document_kind_parse (NULL, &kind));
  g_assert_cmpint (kind, ==, FOYER_DOCUMENT_CREDIT_NOTE);
}

static void
test_people (void)
{
  g_autoptr(FoyerSeller) seller = foyer_seller_new ();
  g_autoptr(FoyerSeller) same = NULL;
  g_autoptr(FoyerBuyer) buyer = foyer_buyer_new ();
  g_autoptr(FoyerBuyer) other = NULL;

  g_assert_cmpstr (seller->iban, ==, "");
  g_assert_cmpstr (buyer->vat_number, ==, "");
  g_free (seller->name);
  seller->name = g_strdup ("Marie Dupont");
  seller->is_ei = TRUE;
  seller->vat_bp = 2000;
  same = foyer_seller_copy (seller);
  g_assert_cmpstr (same->name, ==, "Marie Dupont");
  g_assert_true (same->is_ei);
  g_assert_cmpint (same->vat_bp, ==, 2000);
  g_free (buyer->company);
  buyer->company = g_strdup ("Zo & Cie");
  other = foyer_buyer_copy (buyer);
  g_assert_cmpstr (other->company, ==, "Zo & Cie");
}

/* The tax within a sum: once, of all lines, to the nearest cent. */
static void
test_sums (void)
{
  static const struct {
    int    vat_bp;
    gint64 n, unit, net, vat;
  } sums[] = {
    { 0, 1, 400, 400, 0 },
    { 2000, 1, 400, 333, 67 },          /* 66.67 */
    { 2000, 3, 400, 1000, 200 },
    { 2000, 1, 3, 2, 1 },               /* half a cent, up */
    { 550, 1, 400, 379, 21 },           /* 20.85 */
    { 10000, 1, 1, 0, 1 },
    { 2000, 1, FOYER_MONEY_MAX, G_GINT64_CONSTANT (83333333333), G_GINT64_CONSTANT (16666666667) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autoptr(FoyerDocument) document = foyer_document_new (FOYER_DOCUMENT_RECEIPT, "EUR");
      g_autoptr(GError) error = NULL;

      document->seller->vat_bp = sums[i].vat_bp;
      g_assert_true (foyer_document_add_line (document, "A day", FOYER_DAY_NONE, sums[i].n, sums[i].unit, &error));
      g_assert_true (foyer_document_sum (document, &error));
      g_assert_no_error (error);
      g_assert_cmpint (document->net_minor, ==, sums[i].net);
      g_assert_cmpint (document->vat_minor, ==, sums[i].vat);
      g_assert_cmpint (document->total_minor, ==, sums[i].n * sums[i].unit);
    }
}

static void
test_bounds (void)
{
  g_autoptr(FoyerDocument) document = foyer_document_new (FOYER_DOCUMENT_INVOICE, "JPY");
  g_autoptr(GError) error = NULL;

  g_assert_false (foyer_document_sum (document, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (foyer_document_add_line (document, "Days", FOYER_DAY_NONE, G_MAXINT64, 2, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
  g_clear_error (&error);
  g_assert_false (foyer_document_add_line (document, "Days", FOYER_DAY_NONE, 0, 2, NULL));
  g_assert_false (foyer_document_add_line (document, "Days", FOYER_DAY_NONE, 1, -2, NULL));
  g_assert_cmpuint (document->lines->len, ==, 0);
  g_assert_true (foyer_document_add_line (document, "Days", FOYER_DAY_NONE, 1, FOYER_MONEY_MAX, NULL));
  g_assert_true (foyer_document_add_line (document, "One more", FOYER_DAY_NONE, 1, 1, NULL));
  g_assert_false (foyer_document_sum (document, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
  g_clear_error (&error);
  g_assert_cmpint (document->total_minor, ==, 0);
  while (document->lines->len < FOYER_DOCUMENT_LINES_MAX)
    g_assert_true (foyer_document_add_line (document, "A day", 20783, 1, 0, NULL));
  g_assert_false (foyer_document_add_line (document, "A day", 20783, 1, 0, &error));
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/kinds", test_kinds);
  g_test_add_func ("/document/people", test_people);
  g_test_add_func ("/document/sums", test_sums);
  g_test_add_func ("/document/bounds", test_bounds);

  return g_test_run ();
}
