/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Money as it comes and goes at a desk: paid in parts, given back, undone, invoiced, closed, on days that the
 * clock takes in no order. What the book says must be what was done, to the cent. */

#include <string.h>

#include "core/foyer-random.h"
#include "foyer-profile-money.h"
#include "foyer-profile-passes.h"

#define FIRST_MORNING "2026-12-28T09:00:00+01:00"
#define OPERATIONS 400
#define N_SPACES 2
#define N_PEOPLE 5

typedef struct {
  char  *id;
  int    space;
  gint64 price;
  gint64 paid;
  char  *invoice;          /* (nullable) */
} Booked;

typedef struct {
  char    *id;
  char    *number;
  gint64   amount;
  guint    booking;        /* G_MAXUINT: a pass */
  int      space;
  gboolean cash;
  gboolean refunded;
} Paid;

typedef struct {
  FoyerProfile *profile;
  FoyerRandom  *random;
  char         *spaces[N_SPACES];
  char         *people[N_PEOPLE];
  GArray       *bookings;
  GArray       *payments;
  gint64        total;
  gint64        in_till[N_SPACES];
  guint         n_refunds;
  guint         n_credited;       /* invoices */
  guint         n_invoices;
} World;

static guint
draw (World *world,
      guint  n)
{
  return foyer_random_range (world->random, 0, n);
}

static void
clear_booked (gpointer data)
{
  Booked *booked = data;

  g_free (booked->id);
  g_free (booked->invoice);
}

static void
clear_paid (gpointer data)
{
  Paid *paid = data;

  g_free (paid->id);
  g_free (paid->number);
}

static const char *
draw_method (World *world)
{
  static const char * const methods[] = { "cash", "transfer", "card" };

  return methods[draw (world, G_N_ELEMENTS (methods))];
}

static Booked *
get_booked (World *world,
            guint  i)
{
  return &g_array_index (world->bookings, Booked, i);
}

static Paid *
get_paid (World *world,
          guint  i)
{
  return &g_array_index (world->payments, Paid, i);
}

static void
book (World *world)
{
  FoyerBookingRequest request = { .part = FOYER_PART_FULL, .again = TRUE };
  Booked booked = { .space = (int) draw (world, N_SPACES) };
  g_autoptr(FoyerBooking) booking = NULL;

  request.space_id = world->spaces[booked.space];
  request.person_id = world->people[draw (world, N_PEOPLE)];
  request.day = foyer_day ("2027-01-04") + (FoyerDay) draw (world, 300);
  request.seats = 1 + (int) draw (world, 3);
  booking = foyer_profile_book (world->profile, &request);
  if (booking == NULL)
    return;
  booked.id = g_strdup (booking->id);
  booked.price = booking->price_minor;
  g_array_append_val (world->bookings, booked);
}

static void
note_payment (World              *world,
              const FoyerPayment *payment,
              guint               booking,
              int                 space)
{
  Paid paid = {
    .id = g_strdup (payment->id), .number = g_strdup (payment->number), .amount = payment->amount_minor,
    .booking = booking, .space = space, .cash = g_str_equal (payment->method, "cash"),
  };

  world->total += payment->amount_minor;
  if (paid.cash)
    world->in_till[space] += payment->amount_minor;
  if (booking != G_MAXUINT)
    get_booked (world, booking)->paid += payment->amount_minor;
  g_array_append_val (world->payments, paid);
}

static void
pay (World *world)
{
  guint i = world->bookings->len > 0 ? draw (world, world->bookings->len) : 0;
  g_autoptr(FoyerPayment) payment = NULL;
  gint64 due, amount;

  if (world->bookings->len == 0)
    return;
  due = get_booked (world, i)->price - get_booked (world, i)->paid;
  amount = draw (world, 3) == 0 ? 0 : 1 + (gint64) draw (world, (guint) get_booked (world, i)->price + 50);
  payment = foyer_profile_take_for (world->profile, get_booked (world, i)->id, draw_method (world), amount);
  g_assert_cmpint (payment != NULL, ==, due > 0 && amount <= due);
  if (payment == NULL)
    return;
  g_assert_cmpint (payment->amount_minor, ==, amount == 0 ? due : amount);
  note_payment (world, payment, i, get_booked (world, i)->space);
}

static void
note_refund (World *world,
             Paid  *paid)
{
  paid->refunded = TRUE;
  world->n_refunds++;
  world->total -= paid->amount;
  if (paid->cash)
    world->in_till[paid->space] -= paid->amount;
  if (paid->booking != G_MAXUINT)
    get_booked (world, paid->booking)->paid -= paid->amount;
}

static void
refund (World *world)
{
  Paid *paid;
  g_autoptr(FoyerPayment) back = NULL;

  if (world->payments->len == 0)
    return;
  paid = get_paid (world, draw (world, world->payments->len));
  back = foyer_profile_refund (world->profile, paid->id);
  g_assert_cmpint (back != NULL, ==, !paid->refunded);
  if (back != NULL)
    note_refund (world, paid);
}

/* What was done last is taken back while it is the last that touched its booking. */
static void
pay_and_undo (World *world)
{
  const guint n = world->payments->len;
  g_autofree char *undone = NULL;

  pay (world);
  if (world->payments->len == n)
    return;
  undone = foyer_profile_undo (world->profile, world->profile->op);
  g_assert_no_error (world->profile->error);
  g_assert_cmpstr (undone, ==, "pay");
  note_refund (world, get_paid (world, n));
}

static void
sell_pass (World *world)
{
  const int space = (int) draw (world, N_SPACES);
  FoyerPassSale sale = {
    .person_id = world->people[draw (world, N_PEOPLE)], .space_id = world->spaces[space], .halves = 2,
    .price_minor = 1 + draw (world, 5000), .currency = "EUR", .method = draw_method (world), .label = "Days",
    .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerPass) pass = foyer_profile_sell (world->profile, &sale);
  FoyerPaymentQuery query = { .subject_id = pass->id, .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GPtrArray) payments = foyer_profile_list_payments (world->profile, &query);

  g_assert_cmpuint (payments->len, ==, 1);
  note_payment (world, payments->pdata[0], G_MAXUINT, space);
}

static void
issue_invoice (World *world)
{
  g_autoptr(FoyerBuyer) buyer = foyer_buyer_new ();
  FoyerInvoiceLine line = { .label = "A day" };
  FoyerInvoiceOrder order = { .person_id = world->people[0], .buyer = buyer, .lines = &line, .n_lines = 1 };
  g_autoptr(FoyerDocument) document = NULL;
  Booked *booked;

  if (world->bookings->len == 0)
    return;
  booked = get_booked (world, draw (world, world->bookings->len));
  line.id = booked->id;
  g_set_str (&buyer->name, "Somebody");
  document = foyer_profile_invoice (world->profile, &order);
  g_assert_cmpint (document != NULL, ==, booked->invoice == NULL);
  if (document == NULL)
    return;
  g_assert_cmpint (document->total_minor, ==, booked->price);
  g_assert_cmpint (document->paid_minor, ==, booked->paid);
  booked->invoice = g_strdup (document->number);
  world->n_invoices++;
}

static void
credit_invoice (World *world)
{
  g_autoptr(FoyerDocument) document = NULL;
  Booked *booked;

  if (world->bookings->len == 0)
    return;
  booked = get_booked (world, draw (world, world->bookings->len));
  if (booked->invoice == NULL)
    return;
  document = foyer_profile_credit (world->profile, booked->invoice);
  g_assert_no_error (world->profile->error);
  g_clear_pointer (&booked->invoice, g_free);
  world->n_credited++;
}

static void
close_day (World *world)
{
  const int space = (int) draw (world, N_SPACES);
  const gint64 counted = draw (world, 10000);
  const gint64 left = draw (world, (guint) counted + 1);
  g_autoptr(FoyerTill) till = foyer_profile_close_day (world->profile, world->spaces[space], counted, left);

  g_assert_no_error (world->profile->error);
  g_assert_cmpint (till->expected_minor, ==, world->in_till[space]);
  world->in_till[space] = left;
}

/* Days pass, a year ends, and now and then somebody sets the clock back. */
static void
move_clock (World *world)
{
  const gint64 day = 24 * 3600 * G_GINT64_CONSTANT (1000);

  world->profile->now += draw (world, 4) == 0 ? -2 * day : day;
}

/* All numbers of a series, from 1 without a gap, each once. */
static void
assert_numbers (World *world)
{
  FoyerDocumentQuery query = { .first = foyer_day ("2020-01-01"), .last = foyer_day ("2040-12-31") };
  g_autoptr(GPtrArray) documents = foyer_profile_list_documents (world->profile, &query);
  g_autoptr(GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 received = 0;
  guint n_receipts = 0, n_invoices = 0, n_credits = 0;

  g_assert_no_error (world->profile->error);
  for (guint i = 0; i < documents->len; i++)
    {
      const FoyerDocument *document = documents->pdata[i];
      const char *dash = strrchr (document->number, '-');
      g_autofree char *series = g_strndup (document->number, (gsize) (dash - document->number));
      int n = (int) g_ascii_strtoll (dash + 1, NULL, 10);

      g_assert_cmpint (n, ==, GPOINTER_TO_INT (g_hash_table_lookup (last, series)) + 1);
      g_hash_table_insert (last, g_steal_pointer (&series), GINT_TO_POINTER (n));
      n_receipts += document->kind == FOYER_DOCUMENT_RECEIPT;
      n_invoices += document->kind == FOYER_DOCUMENT_INVOICE;
      n_credits += document->kind == FOYER_DOCUMENT_CREDIT_NOTE;
      if (document->kind == FOYER_DOCUMENT_RECEIPT)
        received += document->total_minor;
      /* What a credit note of a payment gives back; those of invoices move no money. */
      if (document->kind == FOYER_DOCUMENT_CREDIT_NOTE && document->paid_minor > 0)
        received -= document->total_minor;
    }
  g_assert_cmpuint (n_receipts, ==, world->payments->len);
  g_assert_cmpuint (n_invoices, ==, world->n_invoices);
  g_assert_cmpuint (n_credits, ==, world->n_refunds + world->n_credited);
  g_assert_cmpint (received, ==, world->total);
}

static void
assert_money (World *world)
{
  FoyerPaymentQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GPtrArray) payments = foyer_profile_list_payments (world->profile, &query);
  g_autoptr(GPtrArray) problems = NULL;
  gint64 total = 0;

  for (guint i = 0; i < payments->len; i++)
    {
      const FoyerPayment *payment = payments->pdata[i];

      g_assert_cmpstr (payment->number, !=, "");
      total += payment->amount_minor;
    }
  g_assert_cmpuint (payments->len, ==, world->payments->len + world->n_refunds);
  g_assert_cmpint (total, ==, world->total);
  assert_numbers (world);
  for (guint i = 0; i < world->bookings->len; i++)
    {
      const Booked *booked = get_booked (world, i);
      FoyerDueQuery due_query = { .subject_id = booked->id };
      g_autoptr(GPtrArray) dues = foyer_profile_list_due (world->profile, &due_query);

      g_assert_cmpint (((FoyerDue *) dues->pdata[0])->paid_minor, ==, booked->paid);
      g_assert_cmpint (((FoyerDue *) dues->pdata[0])->due_minor, ==, booked->price - booked->paid);
    }
  problems = foyer_profile_check (world->profile);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
live (guint64 seed,
      int     n)
{
  static void (* const acts[]) (World *) = {
    book, pay, pay, pay, pay, pay, refund, pay_and_undo, sell_pass, issue_invoice, credit_invoice, close_day, move_clock,
  };
  World world = { .profile = foyer_profile_new (FIRST_MORNING), .random = foyer_random_new_seeded (seed) };
  g_autoptr(FoyerSeller) seller = foyer_seller_new ();

  g_set_str (&seller->name, "Marie Dupont");
  seller->vat_bp = 2000;
  world.bookings = g_array_new (FALSE, TRUE, sizeof (Booked));
  world.payments = g_array_new (FALSE, TRUE, sizeof (Paid));
  g_array_set_clear_func (world.bookings, clear_booked);
  g_array_set_clear_func (world.payments, clear_paid);
  for (int i = 0; i < N_SPACES; i++)
    {
      world.spaces[i] = foyer_profile_add_space (world.profile, 20);
      foyer_seller_free (foyer_profile_set_seller (world.profile, world.spaces[i], seller));
      g_assert_no_error (world.profile->error);
    }
  for (int i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %c", 'A' + i);

      world.people[i] = foyer_profile_add_member (world.profile, name);
    }

  for (int i = 0; i < n; i++)
    {
      const guint act = draw (&world, G_N_ELEMENTS (acts));

      world.profile->now += 1000;
      g_test_message ("seed %" G_GUINT64_FORMAT ", act %d: %u", seed, i, act);
      acts[act] (&world);
      g_clear_error (&world.profile->error);
      if (i % MAX (n / 4, 1) == 0)
        assert_money (&world);
    }
  assert_money (&world);
  g_assert_cmpuint (world.payments->len, >, 0);

  for (int i = 0; i < N_SPACES; i++)
    g_free (world.spaces[i]);
  for (int i = 0; i < N_PEOPLE; i++)
    g_free (world.people[i]);
  g_array_unref (world.bookings);
  g_array_unref (world.payments);
  foyer_random_unref (world.random);
  foyer_profile_free (world.profile);
}

static void
test_to_the_cent (void)
{
  const char *seed = g_getenv ("FOYER_SEED");
  const char *operations = g_getenv ("FOYER_OPERATIONS");
  const char *histories = g_getenv ("FOYER_HISTORIES");
  const int n = operations != NULL ? (int) g_ascii_strtoll (operations, NULL, 10) : OPERATIONS;
  const guint64 n_histories = histories != NULL ? g_ascii_strtoull (histories, NULL, 10) : 3;

  if (seed != NULL)
    {
      live (g_ascii_strtoull (seed, NULL, 10), n);
      return;
    }
  for (guint64 i = 1; i <= n_histories; i++)
    live (i, n);
  g_test_message ("%" G_GUINT64_FORMAT " histories of %d acts", n_histories, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/payments-random/to-the-cent", test_to_the_cent);

  return g_test_run ();
}
