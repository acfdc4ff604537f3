/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-creditor-reference.h"
#include "core/foyer-error.h"
#include "foyer-profile-money.h"
#include "foyer-profile-passes.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"

typedef struct {
  FoyerProfile *profile;
  char         *space;
  char         *zoe;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 4);
  fixture->zoe = foyer_profile_add_member (fixture->profile, "Zoé Marchelin");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->zoe);
  foyer_profile_free (fixture->profile);
}

static char *
book (Fixture    *fixture,
      const char *day)
{
  g_autoptr(FoyerBooking) booking = foyer_profile_book_member (fixture->profile, fixture->space, day, FOYER_PART_FULL,
                                                               fixture->zoe);

  g_assert_no_error (fixture->profile->error);

  return g_strdup (booking->id);
}

static FoyerSeller *
make_seller (void)
{
  FoyerSeller *seller = foyer_seller_new ();

  g_set_str (&seller->name, "Marie Dupont");
  g_set_str (&seller->street, "12 rue des Lilas");
  g_set_str (&seller->postcode, "69003");
  g_set_str (&seller->city, "Lyon");
  g_set_str (&seller->country, "FR");
  g_set_str (&seller->siret, "732 829 320 00074");
  g_set_str (&seller->iban, "FR76 3000 6000 0112 3456 7890 189");
  seller->is_ei = TRUE;
  seller->vat_bp = 2000;

  return seller;
}

static FoyerBuyer *
make_buyer (void)
{
  FoyerBuyer *buyer = foyer_buyer_new ();

  g_set_str (&buyer->name, "Zoé Marchelin");
  g_set_str (&buyer->company, "Marchelin SARL");
  g_set_str (&buyer->city, "Lyon");

  return buyer;
}

static void
test_seller (Fixture       *fixture,
             gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = book (fixture, TODAY);
  gboolean by_host = TRUE;
  g_autoptr(FoyerSeller) made = foyer_profile_get_seller (profile, fixture->space, &by_host);
  g_autoptr(FoyerSeller) wanted = make_seller ();
  g_autoptr(FoyerSeller) said = NULL;
  g_autoptr(FoyerSeller) back = NULL;
  g_autoptr(FoyerDocument) before = NULL;
  g_autoptr(FoyerDocument) after = NULL;
  g_autofree char *undone = NULL;

  g_assert_false (by_host);
  g_assert_cmpstr (made->country, ==, "FR");
  foyer_payment_free (foyer_profile_take_for (profile, booking, "cash", 100));
  said = foyer_profile_set_seller (profile, fixture->space, wanted);
  g_assert_no_error (profile->error);
  g_assert_cmpstr (said->siret, ==, "73282932000074");
  g_assert_cmpstr (said->siren, ==, "732829320");
  g_assert_cmpstr (said->iban, ==, "FR7630006000011234567890189");
  foyer_payment_free (foyer_profile_take_for (profile, booking, "cash", 120));

  /* What was issued stays as it was. */
  before = foyer_profile_get_document (profile, "2026-0001");
  after = foyer_profile_get_document (profile, "2026-0002");
  g_assert_cmpstr (before->seller->name, ==, made->name);
  g_assert_cmpint (before->vat_minor, ==, 0);
  g_assert_cmpstr (after->seller->name, ==, "Marie Dupont");
  g_assert_true (after->seller->is_ei);
  g_assert_cmpint (after->vat_minor, ==, 20);
  g_assert_cmpint (after->net_minor, ==, 100);

  g_free (foyer_profile_undo (profile, 0));
  undone = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (undone, ==, "seller");
  back = foyer_profile_get_seller (profile, fixture->space, &by_host);
  g_assert_false (by_host);
  g_assert_cmpstr (back->name, ==, made->name);
}

static void
test_seller_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  const struct {
    goffset     field;
    const char *text;
  } wrong[] = {
    { G_STRUCT_OFFSET (FoyerSeller, name), "" },
    { G_STRUCT_OFFSET (FoyerSeller, siren), "73282932" },
    { G_STRUCT_OFFSET (FoyerSeller, siren), "552100554" },
    { G_STRUCT_OFFSET (FoyerSeller, siret), "7328293200007A" },
    { G_STRUCT_OFFSET (FoyerSeller, iban), "FR7630006000011234567890188" },
    { G_STRUCT_OFFSET (FoyerSeller, bic), "AGRIFRP" },
    { G_STRUCT_OFFSET (FoyerSeller, country), "fr" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(FoyerSeller) seller = make_seller ();

      g_set_str (G_STRUCT_MEMBER_P (seller, wrong[i].field), wrong[i].text);
      g_assert_null (foyer_profile_set_seller (profile, fixture->space, seller));
      foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_invoice (Fixture       *fixture,
              gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *first = book (fixture, TODAY);
  g_autofree char *second = book (fixture, FRIDAY);
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autoptr(FoyerBuyer) buyer = make_buyer ();
  g_autoptr(FoyerSeller) seller = make_seller ();
  FoyerInvoiceLine lines[] = {
    { .id = first, .label = "Thursday" }, { .id = second, .label = "Friday" }, { .id = pass, .is_pass = TRUE, .label = "Carnet" },
  };
  FoyerInvoiceOrder order = { .person_id = fixture->zoe, .buyer = buyer, .lines = lines, .n_lines = 3 };
  FoyerDocumentQuery query = { .person_id = fixture->zoe, .first = foyer_day (TODAY), .last = foyer_day (TODAY) };
  FoyerDueQuery due = { .person_id = fixture->zoe, .first = foyer_day (TODAY), .last = foyer_day (FRIDAY), .coming_too = TRUE };
  g_autoptr(FoyerDocument) invoice = NULL;
  g_autoptr(FoyerDocument) again = NULL;
  g_autoptr(FoyerDocument) credit = NULL;
  g_autoptr(FoyerDocument) read = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) dues = NULL;
  g_autofree char *reference = NULL;

  g_assert_null (foyer_profile_invoice (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NO_SELLER);
  foyer_seller_free (foyer_profile_set_seller (profile, fixture->space, seller));
  foyer_payment_free (foyer_profile_take_for (profile, first, "transfer", 150));
  invoice = foyer_profile_invoice (profile, &order);
  g_assert_no_error (profile->error);
  g_assert_cmpstr (invoice->number, ==, "F2026-0001");
  g_assert_cmpint (invoice->total_minor, ==, 4400);
  g_assert_cmpint (invoice->paid_minor, ==, 150);
  g_assert_cmpstr (invoice->buyer->company, ==, "Marchelin SARL");
  reference = foyer_creditor_reference_parse (invoice->reference, NULL);
  g_assert_cmpstr (reference, ==, invoice->reference);

  g_assert_null (foyer_profile_invoice (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_INVOICED);
  dues = foyer_profile_list_due (profile, &due);
  g_assert_cmpuint (dues->len, ==, 3);
  for (guint i = 0; i < dues->len; i++)
    g_assert_cmpstr (((FoyerDue *) dues->pdata[i])->invoice, ==, "F2026-0001");

  credit = foyer_profile_credit (profile, "F2026-0001");
  g_assert_no_error (profile->error);
  g_assert_cmpstr (credit->number, ==, "A2026-0001");
  g_assert_cmpint (credit->vat_minor, ==, invoice->vat_minor);
  g_assert_null (foyer_profile_credit (profile, "F2026-0001"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_assert_null (foyer_profile_credit (profile, "2026-0001"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  again = foyer_profile_invoice (profile, &order);
  g_assert_cmpstr (again->number, ==, "F2026-0002");

  list = foyer_profile_list_documents (profile, &query);
  g_assert_cmpuint (list->len, ==, 4);
  read = foyer_profile_get_document (profile, invoice->id);
  g_assert_cmpstr (read->buyer->name, ==, "Zoé Marchelin");
  g_assert_cmpuint (read->lines->len, ==, 3);
  g_assert_null (foyer_profile_get_document (profile, "F2026-0009"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

/* What one asks for is the same for ever, and the receipt quotes it. */
static void
test_reference (Fixture       *fixture,
                gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = book (fixture, TODAY);
  g_autofree char *other = book (fixture, FRIDAY);
  g_autofree char *reference = foyer_profile_get_reference (profile, booking);
  g_autofree char *again = foyer_profile_get_reference (profile, booking);
  g_autofree char *of_other = foyer_profile_get_reference (profile, other);
  g_autofree char *parsed = foyer_creditor_reference_parse (reference, NULL);
  g_autoptr(FoyerPayment) payment = foyer_profile_take_for (profile, booking, "transfer", 0);
  g_autoptr(FoyerDocument) receipt = foyer_profile_get_document (profile, payment->id);

  g_assert_cmpstr (reference, ==, parsed);
  g_assert_cmpuint (strlen (reference), ==, 15);
  g_assert_cmpint (reference[4], ==, 'B');
  g_assert_cmpstr (again, ==, reference);
  g_assert_cmpstr (of_other, !=, reference);
  g_assert_cmpstr (receipt->reference, ==, reference);
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/documents/seller", test_seller);
  add_test ("/documents/seller-refused", test_seller_refused);
  add_test ("/documents/invoice", test_invoice);
  add_test ("/documents/reference", test_reference);

  return g_test_run ();
}
