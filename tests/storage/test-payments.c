/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-money.h"
#include "foyer-profile-passes.h"
#include "storage/db/foyer-db.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"

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

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("problem %d, %s", (int) ((FoyerFinding *) problems->pdata[i])->kind,
                    ((FoyerFinding *) problems->pdata[i])->detail);
  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->zoe);
  foyer_profile_free (fixture->profile);
}

static char *
arrive (Fixture    *fixture,
        const char *person_id)
{
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = person_id, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) booking = foyer_profile_check_in (fixture->profile, &arrival);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (booking->due_minor, ==, 400);

  return g_strdup (booking->id);
}

static gint64
get_due (Fixture *fixture)
{
  g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (fixture->profile, fixture->space, FOYER_DAY_NONE);

  return sheet->due_minor;
}

/* "400 -200": what is due of somebody on all days. */
static char *
list_due (Fixture    *fixture,
          const char *person_id)
{
  FoyerDueQuery query = { .space_id = person_id == NULL ? fixture->space : NULL, .person_id = person_id,
                          .first = foyer_day ("2026-11-01"), .last = foyer_day ("2026-12-31") };
  g_autoptr(GPtrArray) dues = foyer_profile_list_due (fixture->profile, &query);
  GString *text = g_string_new (NULL);

  g_assert_no_error (fixture->profile->error);
  for (guint i = 0; i < dues->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", ((FoyerDue *) dues->pdata[i])->due_minor);

  return g_string_free_and_steal (text);
}

static void
assert_due (Fixture    *fixture,
            const char *person_id,
            const char *expected)
{
  g_autofree char *text = list_due (fixture, person_id);

  g_assert_cmpstr (text, ==, expected);
}

/* "2026-0001 400, A2026-0001 -400": all payments with their documents. */
static void
assert_payments (Fixture    *fixture,
                 const char *expected)
{
  FoyerPaymentQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GPtrArray) payments = foyer_profile_list_payments (fixture->profile, &query);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (fixture->profile->error);
  for (guint i = 0; i < payments->len; i++)
    {
      const FoyerPayment *payment = payments->pdata[i];

      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? ", " : "", payment->number, payment->amount_minor);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_cash (Fixture       *fixture,
           gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = arrive (fixture, fixture->zoe);
  FoyerPaymentItem item = { .id = booking, .label = "Poste, journée" };
  FoyerPaymentOrder order = { .method = "cash", .given_minor = 1000, .items = &item, .n_items = 1 };
  g_autoptr(FoyerPayment) payment = NULL;
  g_autoptr(FoyerDocument) receipt = NULL;
  g_autoptr(FoyerBooking) again = NULL;
  FoyerArrival arrival = { .space_id = fixture->space, .booking_id = booking, .day = FOYER_DAY_NONE };
  FoyerPaymentQuery query = { .subject_id = booking, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GPtrArray) payments = NULL;

  g_assert_cmpint (get_due (fixture), ==, 400);
  payment = foyer_profile_collect (profile, &order);
  g_assert_no_error (profile->error);
  g_assert_cmpstr (payment->number, ==, "2026-0001");
  g_assert_cmpint (payment->amount_minor, ==, 400);
  g_assert_cmpint (payment->given_minor, ==, 1000);
  g_assert_cmpint (payment->day, ==, foyer_day (TODAY));
  g_assert_cmpstr (payment->currency, ==, "EUR");
  g_assert_cmpint (get_due (fixture), ==, 0);
  assert_due (fixture, NULL, "");

  receipt = foyer_profile_get_document (profile, payment->id);
  g_assert_cmpstr (receipt->number, ==, "2026-0001");
  g_assert_cmpstr (receipt->id, ==, payment->document_id);
  g_assert_cmpint (receipt->kind, ==, FOYER_DOCUMENT_RECEIPT);
  g_assert_cmpint (receipt->total_minor, ==, 400);
  g_assert_cmpint (receipt->paid_minor, ==, 400);
  g_assert_cmpstr (receipt->method, ==, "cash");
  g_assert_null (receipt->buyer);
  g_assert_cmpuint (receipt->lines->len, ==, 1);
  g_assert_cmpstr (((FoyerDocumentLine *) receipt->lines->pdata[0])->label, ==, "Poste, journée");
  g_assert_cmpint (((FoyerDocumentLine *) receipt->lines->pdata[0])->day, ==, foyer_day (TODAY));

  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_PAID);
  again = foyer_profile_check_out (profile, &arrival);
  g_assert_cmpint (again->due_minor, ==, 0);
  g_assert_cmpint (again->paid_minor, ==, 400);
  payments = foyer_profile_list_payments (profile, &query);
  g_assert_cmpuint (payments->len, ==, 1);
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = arrive (fixture, fixture->zoe);

  foyer_payment_free (foyer_profile_take_for (profile, booking, "cash", 150));
  g_assert_no_error (profile->error);
  g_assert_cmpint (get_due (fixture), ==, 250);
  g_assert_null (foyer_profile_take_for (profile, booking, "card", 251));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
  g_assert_null (foyer_profile_take_for (profile, booking, "card", G_MAXINT64));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
  g_assert_null (foyer_profile_take_for (profile, booking, "card", -1));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  g_assert_null (foyer_profile_take_for (profile, booking, "shells", 0));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  foyer_payment_free (foyer_profile_take_for (profile, booking, "card", 0));
  g_assert_cmpint (get_due (fixture), ==, 0);
  assert_payments (fixture, "2026-0001 150, 2026-0002 250");
}

/* Of what was begun with money no pass takes its part. */
static void
test_pass_after_part (Fixture       *fixture,
                      gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booking = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_FULL, fixture->zoe);
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = fixture->zoe, .day = FOYER_DAY_NONE };
  g_autofree char *pass = NULL;
  g_autoptr(FoyerBooking) in = NULL;

  foyer_payment_free (foyer_profile_take_for (profile, booking->id, "cash", 100));
  pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  in = foyer_profile_check_in (profile, &arrival);
  g_assert_cmpint (in->due_minor, ==, 300);
  g_assert_cmpint (in->pass_halves, ==, 0);
  foyer_profile_assert_left (profile, fixture->zoe, "20");
}

static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *noor = foyer_profile_add_member (profile, "Noor");
  g_autofree char *first = arrive (fixture, fixture->zoe);
  g_autofree char *second = arrive (fixture, noor);
  g_autofree char *other = foyer_profile_add_space (profile, 2);
  g_autoptr(FoyerBooking) elsewhere = foyer_profile_book_member (profile, other, TODAY, FOYER_PART_FULL, noor);
  FoyerPaymentItem items[] = { { .id = first, .label = "Zoé" }, { .id = second, .amount_minor = 300, .label = "Noor" } };
  FoyerPaymentOrder order = { .method = "card", .items = items, .n_items = 2 };
  g_autoptr(FoyerPayment) payment = NULL;

  assert_due (fixture, NULL, "400 400");
  payment = foyer_profile_collect (profile, &order);
  g_assert_no_error (profile->error);
  g_assert_cmpint (payment->amount_minor, ==, 700);
  assert_due (fixture, NULL, "100");
  assert_due (fixture, fixture->zoe, "");
  assert_due (fixture, noor, "100");

  items[0].id = items[1].id = second;
  items[1].amount_minor = 0;
  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  items[1].id = elsewhere->id;
  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  order.n_items = 0;
  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  order.n_items = 1;
  order.given_minor = 500;
  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  order.method = "cash";
  order.given_minor = 50;
  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);

  /* The second space has a series of its own. */
  foyer_payment_free (foyer_profile_take_for (profile, elsewhere->id, "cash", 0));
  assert_payments (fixture, "2026-0001 700, S2-2026-0001 400");
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = arrive (fixture, fixture->zoe);
  g_autoptr(FoyerPayment) payment = foyer_profile_take_for (profile, booking, "cash", 0);
  g_autofree char *undone = foyer_profile_undo (profile, 0);
  g_autofree char *before = NULL;
  g_autoptr(FoyerDocument) credit = NULL;

  g_assert_cmpstr (undone, ==, "pay");
  g_assert_cmpint (get_due (fixture), ==, 400);
  assert_payments (fixture, "2026-0001 400, A2026-0001 -400");
  credit = foyer_profile_get_document (profile, "A2026-0001");
  g_assert_cmpint (credit->kind, ==, FOYER_DOCUMENT_CREDIT_NOTE);
  g_assert_cmpstr (credit->credits, ==, "2026-0001");
  g_assert_cmpint (credit->total_minor, ==, 400);

  before = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (before, ==, "checkin");
  g_assert_cmpint (get_due (fixture), ==, 0);
}

static void
test_refund (Fixture       *fixture,
             gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = arrive (fixture, fixture->zoe);
  FoyerArrival arrival = { .space_id = fixture->space, .booking_id = booking, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerPayment) payment = foyer_profile_take_for (profile, booking, "card", 0);
  g_autoptr(FoyerPayment) back = NULL;
  g_autofree char *undone = NULL;

  /* Whatever happened since. */
  foyer_booking_free (foyer_profile_check_out (profile, &arrival));
  back = foyer_profile_refund (profile, payment->id);
  g_assert_no_error (profile->error);
  g_assert_cmpint (back->amount_minor, ==, -400);
  g_assert_cmpstr (back->refunds, ==, payment->id);
  g_assert_cmpstr (back->method, ==, "card");
  g_assert_cmpstr (back->number, ==, "A2026-0001");
  g_assert_cmpint (get_due (fixture), ==, 400);
  g_assert_null (foyer_profile_refund (profile, payment->id));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_assert_null (foyer_profile_refund (profile, back->id));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_assert_null (foyer_profile_refund (profile, booking));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  /* The payment is no act that is there to be undone any more. */
  undone = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (undone, ==, "checkout");
  g_clear_pointer (&undone, g_free);
  undone = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (undone, ==, "checkin");
  assert_payments (fixture, "2026-0001 400, A2026-0001 -400");
}

static void
test_passes (Fixture       *fixture,
             gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerPassSale sale = { .person_id = fixture->zoe, .halves = 20, .price_minor = 3600, .currency = "EUR", .method = "cash",
                         .label = "Ten days", .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE };
  g_autoptr(FoyerPass) paid = foyer_profile_sell (profile, &sale);
  g_autoptr(FoyerPass) owed = NULL;
  g_autofree char *undone = NULL;
  FoyerPaymentItem item = { .is_pass = TRUE, .label = "Ten days" };
  FoyerPaymentOrder order = { .method = "transfer", .items = &item, .n_items = 1 };

  g_assert_no_error (profile->error);
  assert_payments (fixture, "2026-0001 3600");
  assert_due (fixture, fixture->zoe, "");
  item.id = paid->id;
  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_PAID);
  undone = foyer_profile_undo (profile, 0);
  g_assert_cmpstr (undone, ==, "pass-sell");
  assert_payments (fixture, "2026-0001 3600, A2026-0001 -3600");

  sale.method = NULL;
  owed = foyer_profile_sell (profile, &sale);
  assert_due (fixture, fixture->zoe, "3600");
  assert_due (fixture, NULL, "3600");
  item.id = owed->id;
  item.amount_minor = 4000;
  g_assert_null (foyer_profile_collect (profile, &order));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
  item.amount_minor = 0;
  foyer_payment_free (foyer_profile_collect (profile, &order));
  g_assert_no_error (profile->error);
  assert_due (fixture, fixture->zoe, "");
  assert_payments (fixture, "2026-0001 3600, A2026-0001 -3600, 2026-0002 3600");

  sale.method = "cash";
  sale.label = NULL;
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
}

/* Who did not come owes it; whose visit the host cancelled gets back what they paid. */
static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *noor = foyer_profile_add_member (profile, "Noor");
  g_autoptr(FoyerBooking) missed = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_FULL, fixture->zoe);
  g_autoptr(FoyerBooking) cancelled = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_AM, noor);

  assert_due (fixture, NULL, "");
  foyer_payment_free (foyer_profile_take_for (profile, cancelled->id, "cash", 0));
  foyer_booking_free (foyer_profile_set_state (profile, missed->id, FOYER_STATE_NO_SHOW));
  foyer_booking_free (foyer_profile_set_state (profile, cancelled->id, FOYER_STATE_CANCELLED));
  g_assert_no_error (profile->error);
  assert_due (fixture, fixture->zoe, "400");
  assert_due (fixture, noor, "-200");
  assert_due (fixture, NULL, "-200 400");
  g_assert_null (foyer_profile_take_for (profile, cancelled->id, "cash", 0));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_PAID);
}

/* Numbers belong to the year of their day, and the clock cannot make one twice. */
static void
test_year_end (Fixture       *fixture,
               gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booking = foyer_profile_book_member (profile, fixture->space, "2026-12-31", FOYER_PART_FULL,
                                                               fixture->zoe);
  g_autoptr(FoyerDocument) receipt = NULL;

  foyer_profile_set_now (profile, "2026-12-31T12:00:00+01:00");
  foyer_payment_free (foyer_profile_take_for (profile, booking->id, "cash", 100));
  /* Half past two is still the day before. */
  foyer_profile_set_now (profile, "2027-01-01T02:30:00+01:00");
  foyer_payment_free (foyer_profile_take_for (profile, booking->id, "cash", 50));
  foyer_profile_set_now (profile, "2027-01-01T09:00:00+01:00");
  foyer_payment_free (foyer_profile_take_for (profile, booking->id, "cash", 50));
  foyer_profile_set_now (profile, "2026-12-30T09:00:00+01:00");
  foyer_payment_free (foyer_profile_take_for (profile, booking->id, "cash", 50));
  foyer_profile_set_now (profile, "2027-01-02T09:00:00+01:00");
  foyer_payment_free (foyer_profile_take_for (profile, booking->id, "cash", 50));
  g_assert_no_error (profile->error);
  assert_payments (fixture, "2026-0001 100, 2026-0002 50, 2027-0001 50, 2026-0003 50, 2027-0002 50");
  /* Within a series days do not go back. */
  receipt = foyer_profile_get_document (profile, "2026-0003");
  g_assert_cmpint (receipt->issued, ==, foyer_day ("2026-12-31"));
}

static void
assert_kept (Fixture    *fixture,
             const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = foyer_profile_get_path (fixture->profile);
  FoyerDb *db = foyer_db_open (path, NULL, fixture->profile->clock, NULL, &error);
  g_autoptr(FoyerTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = foyer_transaction_begin (db, &error);
  foyer_db_set_act (db, 1);
  g_assert_false (foyer_db_exec (db, sql, &error));
  if (error != NULL && g_strrstr (error->message, "no such") != NULL)
    g_error ("%s", error->message);
  foyer_transaction_end (g_steal_pointer (&transaction));
  foyer_db_free (db);
}

/* Nothing of it changes, whatever the code above believes. */
static void
test_guards (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const attempts[] = {
    "UPDATE payment SET amount_minor = 1",
    "DELETE FROM payment",
    "UPDATE payment_part SET amount_minor = 1",
    "DELETE FROM payment_part",
    "UPDATE document SET total_minor = 1, net_minor = 1",
    "DELETE FROM document",
    "UPDATE document_line SET label = 'Other'",
    "DELETE FROM document_line",
    "UPDATE account_entry SET hash = hash",
    "DELETE FROM account_entry",
    "UPDATE seller SET name = 'Other'",
    "DELETE FROM seller",
    /* A second part, a line more, a second receipt, a gap, more than the price. */
    "INSERT INTO payment_part (payment_id, booking_id, amount_minor) VALUES (1, 1, -1)",
    "INSERT INTO document_line (document_id, label, day, quantity, unit_minor, total_minor, booking_id)"
    " VALUES (1, 'More', '', 1, 100, 100, 1)",
    "INSERT INTO document SELECT 2, '01942f00-0000-7000-8000-0000000000ff', kind, n_restores, space_id, space_n, year, 3,"
    " '2026-0003', issued_day, issued_at, currency, seller_id, net_minor, vat_minor, total_minor, paid_minor, method,"
    " reference, NULL, NULL FROM document WHERE id = 1",
    "INSERT INTO document SELECT 2, '01942f00-0000-7000-8000-0000000000ff', kind, n_restores, space_id, space_n, year, 2,"
    " '2026-0002', issued_day, issued_at, currency, seller_id, net_minor, vat_minor, total_minor, paid_minor, method,"
    " reference, 1, NULL FROM document WHERE id = 1",
    "INSERT INTO document SELECT 2, '01942f00-0000-7000-8000-0000000000ff', 'invoice', 1, space_id, space_n, year, 1,"
    " 'R1-F2026-0001', issued_day, issued_at, currency, seller_id, net_minor, vat_minor, total_minor, paid_minor, method,"
    " reference, NULL, NULL FROM document WHERE id = 1",
    "INSERT INTO account_entry SELECT 3, at, NULL, document_id, NULL, hash FROM account_entry",
    "INSERT INTO payment (id, uid, space_id, method, amount_minor, currency, given_minor, day, at)"
    " VALUES (2, '01942f00-0000-7000-8000-0000000000fe', 1, 'cash', 300, 'EUR', 0, '2026-11-26', 1);"
    "INSERT INTO payment_part (payment_id, booking_id, amount_minor) VALUES (2, 1, 300)",
    "INSERT INTO payment (id, uid, space_id, method, amount_minor, currency, given_minor, day, at)"
    " VALUES (2, '01942f00-0000-7000-8000-0000000000fe', 1, 'cash', 100, 'CHF', 0, '2026-11-26', 1);"
    "INSERT INTO payment_part (payment_id, booking_id, amount_minor) VALUES (2, 1, 100)",
    "INSERT INTO payment (id, uid, space_id, method, amount_minor, currency, given_minor, day, at, refunds)"
    " VALUES (2, '01942f00-0000-7000-8000-0000000000fe', 1, 'cash', -100, 'EUR', 0, '2026-11-26', 1, 1)",
    "UPDATE booking SET deleted_at = 1, rev = rev + 1 WHERE id = 1",
  };
  g_autofree char *booking = arrive (fixture, fixture->zoe);

  foyer_payment_free (foyer_profile_take_for (fixture->profile, booking, "cash", 200));
  g_assert_true (foyer_profile_close (fixture->profile));
  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_test_message ("%s", attempts[i]);
      assert_kept (fixture, attempts[i]);
    }
  g_assert_true (foyer_profile_open (fixture->profile));
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/payments/cash", test_cash);
  add_test ("/payments/parts", test_parts);
  add_test ("/payments/pass-after-part", test_pass_after_part);
  add_test ("/payments/several", test_several);
  add_test ("/payments/undo", test_undo);
  add_test ("/payments/refund", test_refund);
  add_test ("/payments/passes", test_passes);
  add_test ("/payments/states", test_states);
  add_test ("/payments/year-end", test_year_end);
  add_test ("/payments/guards", test_guards);

  return g_test_run ();
}
