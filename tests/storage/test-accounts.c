/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "core/foyer-error.h"
#include "foyer-profile-money.h"

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

static char *
pay (Fixture    *fixture,
     const char *booking,
     const char *method,
     gint64      amount)
{
  g_autoptr(FoyerPayment) payment = foyer_profile_take_for (fixture->profile, booking, method, amount);

  g_assert_no_error (fixture->profile->error);

  return g_strdup (payment->number);
}

static void
test_till (Fixture       *fixture,
           gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = book (fixture, TODAY);
  g_autofree char *first = pay (fixture, booking, "cash", 100);
  g_autofree char *second = pay (fixture, booking, "card", 50);
  g_autofree char *third = pay (fixture, booking, "cash", 200);
  g_autoptr(FoyerTill) open = NULL;
  g_autoptr(FoyerTill) closed = NULL;
  g_autoptr(FoyerTill) next = NULL;
  const FoyerMethodTakings *cash;

  g_free (foyer_profile_undo (profile, 0));
  open = foyer_profile_get_till (profile, fixture->space);
  g_assert_no_error (profile->error);
  g_assert_cmpstr (open->id, ==, "");
  g_assert_cmpint (open->expected_minor, ==, 100);
  cash = &g_array_index (open->takings, FoyerMethodTakings, 0);
  g_assert_cmpuint (cash->n_payments, ==, 2);
  g_assert_cmpint (cash->received_minor, ==, 300);
  g_assert_cmpint (cash->returned_minor, ==, 200);
  g_assert_cmpint (g_array_index (open->takings, FoyerMethodTakings, 2).received_minor, ==, 50);

  g_assert_null (foyer_profile_close_day (profile, fixture->space, 90, 91));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  closed = foyer_profile_close_day (profile, fixture->space, 90, 40);
  g_assert_no_error (profile->error);
  g_assert_cmpint (closed->expected_minor, ==, 100);
  g_assert_cmpint (closed->counted_minor, ==, 90);
  g_assert_cmpuint (strlen (closed->head), ==, 64);
  g_assert_cmpstr (closed->head, !=, open->head);

  next = foyer_profile_get_till (profile, fixture->space);
  g_assert_cmpint (next->expected_minor, ==, 40);
  g_assert_cmpuint (g_array_index (next->takings, FoyerMethodTakings, 0).n_payments, ==, 0);
  g_assert_cmpstr (next->head, ==, closed->head);
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = fixture->zoe, .day = FOYER_DAY_NONE };
  g_autofree char *other = foyer_profile_add_space (profile, 2);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) december = NULL;
  g_autoptr(FoyerBooking) in = foyer_profile_check_in (profile, &arrival);
  g_autofree char *number = pay (fixture, in->id, "transfer", 150);
  const FoyerFigures *of_space;

  list = foyer_profile_list_figures (profile, TODAY, "2026-11-27");
  g_assert_no_error (profile->error);
  g_assert_cmpuint (list->len, ==, 2);
  of_space = list->pdata[0];
  g_assert_cmpint (of_space->transfer_minor, ==, 150);
  g_assert_cmpint (of_space->cash_minor, ==, 0);
  g_assert_cmpint (of_space->due_minor, ==, 250);
  g_assert_cmpint (of_space->open_halves, ==, 16);
  g_assert_cmpint (of_space->held_halves, ==, 2);
  g_assert_cmpint (of_space->n_guests, ==, 1);
  g_assert_cmpint (of_space->n_returning, ==, 0);
  g_assert_cmpstr (((FoyerFigures *) list->pdata[1])->space_id, ==, other);
  g_assert_cmpint (((FoyerFigures *) list->pdata[1])->n_guests, ==, 0);

  foyer_profile_set_now (profile, "2026-12-03T09:00:00+01:00");
  foyer_booking_free (foyer_profile_check_in (profile, &arrival));
  december = foyer_profile_list_figures (profile, "2026-12-01", "2026-12-31");
  of_space = december->pdata[0];
  g_assert_cmpint (of_space->transfer_minor, ==, 0);
  g_assert_cmpint (of_space->due_minor, ==, 400);
  g_assert_cmpint (of_space->n_guests, ==, 1);
  g_assert_cmpint (of_space->n_returning, ==, 1);
}

static FoyerFindingKind
tamper (Fixture    *fixture,
        const char *sql)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *path = foyer_profile_get_path (fixture->profile);
  sqlite3 *handle;

  g_assert_true (foyer_profile_close (fixture->profile));
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TRIGGER payment_no_update; DROP TRIGGER document_line_no_update;"
                                 "DROP TRIGGER account_entry_no_delete; DROP TRIGGER seller_stays; DROP TRIGGER document_no_update;"
                                 "DROP TRIGGER payment_part_no_update; DROP TRIGGER payment_part_no_delete",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  g_assert_true (foyer_profile_open (fixture->profile));
  problems = foyer_profile_check (fixture->profile);
  g_assert_cmpuint (problems->len, >, 0);

  return ((FoyerFinding *) problems->pdata[problems->len - 1])->kind;
}

/* Whoever writes into the file itself is found out. */
static void
test_tampered (Fixture       *fixture,
               gconstpointer  data)
{
  const char *sql = data;
  g_autofree char *booking = book (fixture, TODAY);
  g_autofree char *first = pay (fixture, booking, "cash", 100);
  g_autofree char *second = pay (fixture, booking, "card", 50);
  g_autoptr(FoyerTill) closed = foyer_profile_close_day (fixture->profile, fixture->space, 100, 0);
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpint (tamper (fixture, sql), ==, FOYER_FINDING_ACCOUNTS);
}

/* Numbers that were given after the backup are never given again, however often it is restored. */
static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *booking = book (fixture, TODAY);
  g_autofree char *first = pay (fixture, booking, "cash", 10);
  g_autofree char *copy = g_build_filename (profile->dir, "copy.db", NULL);
  g_autofree char *after = NULL;
  const char * const expected[] = { "R1-2026-0001", "R2-2026-0001", "R3-2026-0001" };

  g_assert_true (foyer_profile_backup (profile, copy));
  after = pay (fixture, booking, "cash", 20);
  g_assert_cmpstr (after, ==, "2026-0002");
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *kept = NULL;
      g_autofree char *number = NULL;
      g_autofree char *next = NULL;
      g_autoptr(GPtrArray) problems = NULL;

      g_assert_true (foyer_profile_close (profile));
      kept = foyer_profile_restore (profile, copy);
      g_assert_no_error (profile->error);
      g_assert_true (foyer_profile_open (profile));
      number = pay (fixture, booking, "cash", 20);
      g_assert_cmpstr (number, ==, expected[i]);
      next = pay (fixture, booking, "cash", 20);
      g_assert_true (g_str_has_suffix (next, "2026-0002"));
      problems = foyer_profile_check (profile);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

#define add_test(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/accounts/till", NULL, test_till);
  add_test ("/accounts/figures", NULL, test_figures);
  add_test ("/accounts/tampered/amount", "UPDATE payment SET amount_minor = 90, given_minor = 0 WHERE id = 1", test_tampered);
  add_test ("/accounts/tampered/label", "UPDATE document_line SET label = 'Tea' WHERE id = 2", test_tampered);
  add_test ("/accounts/tampered/seller", "UPDATE seller SET name = 'Nobody'", test_tampered);
  add_test ("/accounts/tampered/entry", "DELETE FROM account_entry WHERE id = 1", test_tampered);
  add_test ("/accounts/tampered/day", "UPDATE payment SET day = '2026-11-25' WHERE id = 2", test_tampered);
  add_test ("/accounts/restored", NULL, test_restored);

  return g_test_run ();
}
