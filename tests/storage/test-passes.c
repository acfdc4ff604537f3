/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-passes.h"
#include "foyer-profile-travel.h"
#include "storage/db/foyer-db.h"

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

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("problem %d, %s", (int) ((FoyerFinding *) problems->pdata[i])->kind,
                    ((FoyerFinding *) problems->pdata[i])->detail);
  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->zoe);
  foyer_profile_free (fixture->profile);
}

static FoyerBooking *
arrive (Fixture    *fixture,
        const char *person_id)
{
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = person_id, .day = FOYER_DAY_NONE };
  FoyerBooking *booking = foyer_profile_check_in (fixture->profile, &arrival);

  g_assert_no_error (fixture->profile->error);

  return booking;
}

static void
leave (Fixture    *fixture,
       const char *person_id)
{
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = person_id, .day = FOYER_DAY_NONE };

  foyer_booking_free (foyer_profile_check_out (fixture->profile, &arrival));
  g_assert_no_error (fixture->profile->error);
}

static char *
book (Fixture    *fixture,
      const char *day,
      FoyerPart   part)
{
  g_autoptr(FoyerBooking) booking = foyer_profile_book_member (fixture->profile, fixture->space, day, part, fixture->zoe);

  g_assert_no_error (fixture->profile->error);

  return g_strdup (booking->id);
}

static void
undo (Fixture    *fixture,
      const char *verb)
{
  g_autofree char *undone = foyer_profile_undo (fixture->profile, 0);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (undone, ==, verb);
}

/* In, out and in again is one day; so are two halves. */
static void
test_one_day (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *pass = foyer_profile_add_pass (fixture->profile, fixture->zoe, 20, "");
  g_autoptr(FoyerBooking) in = arrive (fixture, fixture->zoe);
  g_autoptr(FoyerBooking) again = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;

  g_assert_cmpint (in->due_minor, ==, 0);
  g_assert_cmpint (in->pass_halves, ==, 2);
  g_assert_cmpint (in->pass_left, ==, 18);
  g_assert_cmpint (in->paid_minor, ==, 0);
  leave (fixture, fixture->zoe);
  again = arrive (fixture, fixture->zoe);
  g_assert_cmpstr (again->id, ==, in->id);
  g_assert_cmpint (again->pass_left, ==, 18);
  foyer_profile_assert_left (fixture->profile, fixture->zoe, "18");

  sheet = foyer_profile_sheet (fixture->profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpint (sheet->due_minor, ==, 0);
  g_assert_cmpint (((FoyerBooking *) sheet->here->pdata[0])->pass_left, ==, 18);
}

/* Whoever stays longer than half a day pays the other half, not a day. */
static void
test_halves (Fixture       *fixture,
             gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autofree char *morning = book (fixture, TODAY, FOYER_PART_AM);
  g_autoptr(FoyerBooking) in = arrive (fixture, fixture->zoe);
  g_autofree char *afternoon = NULL;
  g_autoptr(FoyerBooking) later = NULL;

  foyer_profile_assert_left (profile, fixture->zoe, "19");
  leave (fixture, fixture->zoe);
  foyer_profile_set_now (profile, "2026-11-26T13:30:00+01:00");
  afternoon = book (fixture, TODAY, FOYER_PART_PM);
  later = arrive (fixture, fixture->zoe);
  g_assert_cmpstr (later->id, ==, afternoon);
  foyer_profile_assert_left (profile, fixture->zoe, "18");
}

/* What is too little is used up, and the rest is due. */
static void
test_last_half (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *pass = foyer_profile_add_pass (fixture->profile, fixture->zoe, 1, "");
  g_autoptr(FoyerBooking) in = arrive (fixture, fixture->zoe);

  g_assert_cmpint (in->due_minor, ==, 200);
  g_assert_cmpint (in->pass_halves, ==, 1);
  g_assert_cmpint (in->pass_left, ==, 0);
  foyer_profile_assert_left (fixture->profile, fixture->zoe, "0");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerPassSale month = {
    .person_id = fixture->zoe, .price_minor = 6000, .currency = "EUR", .method = "card", .label = "A month", .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };
  FoyerBookingRequest two = {
    .space_id = fixture->space, .person_id = fixture->zoe, .day = foyer_day (FRIDAY), .part = FOYER_PART_FULL, .seats = 2,
  };
  g_autofree char *never = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autofree char *soon = foyer_profile_add_pass (profile, fixture->zoe, 1, FRIDAY);
  g_autofree char *late = foyer_profile_add_pass (profile, fixture->zoe, 10, "2026-12-31");
  g_autoptr(FoyerPass) sold = NULL;
  g_autoptr(FoyerBooking) booking = NULL;

  /* As they are listed: what is empty last. */
  foyer_profile_assert_left (profile, fixture->zoe, "1 10 20");
  foyer_booking_free (arrive (fixture, fixture->zoe));
  foyer_profile_assert_left (profile, fixture->zoe, "9 20 0");

  /* A month costs no day of them, but pays one seat. */
  sold = foyer_profile_sell (profile, &month);
  g_assert_no_error (profile->error);
  g_assert_cmpint (sold->from, ==, foyer_day (TODAY));
  g_assert_cmpint (sold->until, ==, foyer_day ("2026-12-25"));
  foyer_profile_set_now (profile, "2026-11-27T09:00:00+01:00");
  booking = foyer_profile_book (profile, &two);
  g_clear_pointer (&booking, foyer_booking_free);
  booking = arrive (fixture, fixture->zoe);
  g_assert_cmpint (booking->due_minor, ==, 0);
  g_assert_cmpint (booking->pass_until, ==, foyer_day ("2026-12-25"));
  foyer_profile_assert_left (profile, fixture->zoe, "-1 7 20 0");
}

/* Somebody else's, of another space, before its time, after it, ended, in another currency. */
static void
test_not_good (Fixture       *fixture,
               gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *noor = foyer_profile_add_member (profile, "Noor");
  g_autofree char *other_space = foyer_profile_add_space (profile, 2);
  FoyerPassSale sale = {
    .person_id = fixture->zoe, .halves = 20, .currency = "EUR", .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE,
  };
  g_autofree char *of_noor = foyer_profile_add_pass (profile, noor, 20, "");
  g_autofree char *expiring = foyer_profile_add_pass (profile, fixture->zoe, 20, TODAY);
  g_autofree char *ended = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autoptr(FoyerBooking) in = NULL;

  foyer_pass_free (foyer_profile_end_pass (profile, ended));
  g_assert_null (foyer_profile_end_pass (profile, ended));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  sale.space_id = other_space;
  foyer_pass_free (foyer_profile_sell (profile, &sale));
  sale.space_id = NULL;
  sale.from = foyer_day ("2026-12-01");
  foyer_pass_free (foyer_profile_sell (profile, &sale));
  sale.from = FOYER_DAY_NONE;
  sale.currency = "CHF";
  foyer_pass_free (foyer_profile_sell (profile, &sale));
  g_assert_no_error (profile->error);

  foyer_profile_set_now (profile, "2026-11-27T09:00:00+01:00");
  in = arrive (fixture, fixture->zoe);
  g_assert_cmpint (in->due_minor, ==, 400);
  g_assert_cmpint (in->pass_halves, ==, 0);
  g_assert_null (foyer_profile_pay (profile, in->id, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_PASS_EXPIRED);
  g_assert_null (foyer_profile_pay (profile, in->id, expiring));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_PASS_EXPIRED);
  g_assert_null (foyer_profile_pay (profile, in->id, of_noor));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NO_PASS);
  g_assert_null (foyer_profile_pay (profile, in->id, ended));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NO_PASS);
  g_assert_null (foyer_profile_pay (profile, in->id, in->id));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_null (foyer_profile_return (profile, in->id));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NO_PASS);
  foyer_profile_assert_left (profile, noor, "20");
}

static void
test_refused_sales (Fixture       *fixture,
                    gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  const FoyerPassSale fine = {
    .person_id = fixture->zoe, .halves = 20, .price_minor = 3600, .currency = "EUR", .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };
  FoyerPassSale sale = fine;

  sale.person_id = fixture->space;
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  sale = fine;
  sale.space_id = fixture->zoe;
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  sale = fine;
  sale.space_id = fixture->space;
  sale.currency = "CHF";
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_CURRENCY_MISMATCH);
  sale = fine;
  sale.until = foyer_day ("2026-11-25");
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_PAST_DAY);
  sale = fine;
  sale.halves = 2001;
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  sale = fine;
  sale.price_minor = FOYER_MONEY_MAX + 1;
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
  sale = fine;
  sale.currency = "EUROS";
  g_assert_null (foyer_profile_sell (profile, &sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  foyer_profile_assert_left (profile, fixture->zoe, "");
}

/* Paid before the visit: the host's cancellation returns it, in the same act. */
static void
test_ahead (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autofree char *id = book (fixture, FRIDAY, FOYER_PART_FULL);
  g_autoptr(FoyerBooking) paid = foyer_profile_pay (profile, id, NULL);

  g_assert_no_error (profile->error);
  g_assert_cmpint (paid->due_minor, ==, 0);
  g_assert_cmpint (paid->pass_left, ==, 18);
  g_assert_null (foyer_profile_pay (profile, id, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_PAID);
  foyer_profile_assert_left (profile, fixture->zoe, "18");

  foyer_booking_free (foyer_profile_set_state (profile, id, FOYER_STATE_CANCELLED));
  foyer_profile_assert_left (profile, fixture->zoe, "20");
  g_assert_null (foyer_profile_pay (profile, id, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  undo (fixture, "cancel");
  foyer_profile_assert_left (profile, fixture->zoe, "18");

  /* The check-in takes nothing more, and its undo gives nothing back. */
  foyer_profile_set_now (profile, "2026-11-27T09:00:00+01:00");
  foyer_booking_free (arrive (fixture, fixture->zoe));
  foyer_profile_assert_left (profile, fixture->zoe, "18");
  undo (fixture, "checkin");
  foyer_profile_assert_left (profile, fixture->zoe, "18");
  undo (fixture, "pass-pay");
  foyer_profile_assert_left (profile, fixture->zoe, "20");
  undo (fixture, "book");
  undo (fixture, "pass-sell");
  foyer_profile_assert_left (profile, fixture->zoe, "");
}

/* Out of order: a booking goes with what was paid of it, and a pass that paid stays. */
static void
test_undo_covered (Fixture       *fixture,
                   gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  gint64 sale = profile->op;
  g_autofree char *id = book (fixture, FRIDAY, FOYER_PART_FULL);
  gint64 booking = profile->op;

  foyer_booking_free (foyer_profile_pay (profile, id, NULL));
  g_assert_null (foyer_profile_undo (profile, sale));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_assert_null (foyer_profile_undo (profile, booking));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  foyer_profile_assert_left (profile, fixture->zoe, "18");
}

/* What was returned and taken by another visit meanwhile cannot be taken twice. */
static void
test_undo_taken (Fixture       *fixture,
                 gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 2, "");
  g_autofree char *id = book (fixture, FRIDAY, FOYER_PART_FULL);
  gint64 op;

  foyer_booking_free (foyer_profile_pay (profile, id, pass));
  foyer_booking_free (foyer_profile_set_state (profile, id, FOYER_STATE_CANCELLED));
  op = profile->op;
  foyer_booking_free (arrive (fixture, fixture->zoe));
  foyer_profile_assert_left (profile, fixture->zoe, "0");
  g_assert_null (foyer_profile_undo (profile, op));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NO_PASS);
  foyer_profile_assert_left (profile, fixture->zoe, "0");
}

/* What a pass had paid comes back also when it has ended meanwhile. */
static void
test_undo_ended (Fixture       *fixture,
                 gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 2, "");
  g_autoptr(FoyerBooking) in = arrive (fixture, fixture->zoe);
  g_autoptr(FoyerDaySheet) sheet = NULL;

  foyer_pass_free (foyer_profile_end_pass (profile, pass));
  foyer_booking_free (foyer_profile_return (profile, in->id));
  g_assert_null (foyer_profile_pay (profile, in->id, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NO_PASS);
  undo (fixture, "pass-return");
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpint (((FoyerBooking *) sheet->here->pdata[0])->due_minor, ==, 0);
  undo (fixture, "pass-end");
  foyer_profile_assert_left (profile, fixture->zoe, "0");
}

/* A pass that was sold after the visit; a host who has the price paid instead. */
static void
test_after (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) in = arrive (fixture, fixture->zoe);
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autoptr(FoyerBooking) paid = NULL;
  g_autoptr(FoyerBooking) returned = NULL;

  g_assert_cmpint (in->due_minor, ==, 400);
  leave (fixture, fixture->zoe);
  foyer_booking_free (arrive (fixture, fixture->zoe));
  foyer_profile_assert_left (profile, fixture->zoe, "20");
  paid = foyer_profile_pay (profile, in->id, pass);
  g_assert_cmpint (paid->due_minor, ==, 0);
  returned = foyer_profile_return (profile, in->id);
  g_assert_cmpint (returned->due_minor, ==, 400);
  foyer_profile_assert_left (profile, fixture->zoe, "20");
  undo (fixture, "pass-return");
  foyer_profile_assert_left (profile, fixture->zoe, "18");
}

/* Whoever kept the seat from others without coming has had the day. */
static void
test_no_show (Fixture       *fixture,
              gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autofree char *id = book (fixture, TODAY, FOYER_PART_FULL);
  g_autoptr(FoyerBooking) gone = foyer_profile_set_state (profile, id, FOYER_STATE_NO_SHOW);

  g_assert_cmpint (gone->due_minor, ==, 0);
  foyer_profile_assert_left (profile, fixture->zoe, "18");
  undo (fixture, "noshow");
  foyer_profile_assert_left (profile, fixture->zoe, "20");
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerDaysEdit edit = {
    .first = foyer_day (FRIDAY), .last = foyer_day (FRIDAY), .to = FOYER_DAYS_CLOSE, .start_minute = -1, .end_minute = -1,
    .seats = -1, .cancel_bookings = TRUE,
  };
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autofree char *id = book (fixture, FRIDAY, FOYER_PART_FULL);

  foyer_booking_free (foyer_profile_pay (profile, id, NULL));
  g_assert_true (foyer_profile_edit_days (profile, fixture->space, &edit, NULL));
  foyer_profile_assert_left (profile, fixture->zoe, "20");
  undo (fixture, "close");
  foyer_profile_assert_left (profile, fixture->zoe, "18");
}

/* Nothing is due at a free space, and so nothing is taken. */
static void
test_free (Fixture       *fixture,
           gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autoptr(FoyerBooking) in = NULL;

  g_set_str (&space->name, "Free");
  space->seats = 2;
  space->price_minor = 0;
  saved = foyer_profile_save_space (profile, space);
  g_assert_true (foyer_profile_set_week (profile, saved->id, "Mon-Fri 09:00-18:00", NULL));
  g_set_str (&fixture->space, saved->id);
  in = arrive (fixture, fixture->zoe);
  g_assert_cmpint (in->pass_halves, ==, 0);
  foyer_profile_assert_left (profile, fixture->zoe, "20");
  g_assert_null (foyer_profile_pay (profile, in->id, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_PAID);
}

/* Of who is expected the sheet says what passes are going to pay: no half day for two. */
static void
test_foreseen (Fixture       *fixture,
               gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *pass = foyer_profile_add_pass (profile, fixture->zoe, 1, "");
  g_autofree char *morning = book (fixture, TODAY, FOYER_PART_AM);
  g_autofree char *afternoon = book (fixture, TODAY, FOYER_PART_PM);
  g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  const FoyerBooking *first = sheet->expected->pdata[0];
  const FoyerBooking *second = sheet->expected->pdata[1];

  g_assert_cmpint (first->due_minor, ==, 0);
  g_assert_cmpint (first->pass_left, ==, 1);
  g_assert_cmpint (second->due_minor, ==, 200);
  foyer_profile_assert_left (profile, fixture->zoe, "1");
}

/* A month pays one seat in each half of a day, wherever. */
static void
test_month_once (Fixture       *fixture,
                 gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerPassSale month = {
    .person_id = fixture->zoe, .price_minor = 6000, .currency = "EUR", .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE,
  };
  FoyerBookingRequest again = {
    .space_id = fixture->space, .person_id = fixture->zoe, .day = foyer_day (TODAY), .part = FOYER_PART_FULL, .seats = 1,
    .again = TRUE,
  };
  g_autofree char *morning = book (fixture, TODAY, FOYER_PART_AM);
  g_autoptr(FoyerBooking) whole = foyer_profile_book (profile, &again);
  g_autoptr(FoyerBooking) paid = NULL;
  g_autoptr(FoyerBooking) rest = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;

  foyer_pass_free (foyer_profile_sell (profile, &month));
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpint (((FoyerBooking *) sheet->expected->pdata[0])->due_minor
                   + ((FoyerBooking *) sheet->expected->pdata[1])->due_minor, ==, 200);
  paid = foyer_profile_pay (profile, morning, NULL);
  g_assert_cmpint (paid->due_minor, ==, 0);
  rest = foyer_profile_pay (profile, whole->id, NULL);
  g_assert_cmpint (rest->due_minor, ==, 200);
  g_assert_cmpint (rest->pass_halves, ==, 1);
}

static void
test_late_withdrawal (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new ("2026-11-26T09:00:00+01:00");
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerBooking) booking = NULL;
  FoyerNews *news;

  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  booking = foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED);
  g_assert_no_error (profile->error);
  g_free (foyer_profile_add_pass (profile, booking->person_id, 20, ""));
  g_assert_no_error (profile->error);
  foyer_profile_send_all (profile);

  /* The evening before, after the hour until which that is free. */
  news = foyer_news_withdrawal (profile, BOOKING, 3, 'a');
  news->at_ms = profile->now + 12 * 3600 * 1000;
  g_assert_cmpint (foyer_profile_take (profile, "", "e", news), ==, 1);
  foyer_profile_assert_left (profile, booking->person_id, "18");
}

static void
test_withdrawal_in_time (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new ("2026-11-26T09:00:00+01:00");
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerBooking) booking = NULL;

  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  booking = foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED);
  g_free (foyer_profile_add_pass (profile, booking->person_id, 20, ""));
  foyer_profile_send_all (profile);
  foyer_booking_free (foyer_profile_pay (profile, BOOKING, NULL));
  foyer_profile_assert_left (profile, booking->person_id, "18");

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, BOOKING, 3, 'a')), ==, 1);
  foyer_profile_assert_left (profile, booking->person_id, "20");
}

/* The schema keeps it, whatever the code above believes. */
static void
test_guard (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *sql;
    FoyerError  code;           /* 0: any error of the database */
  } cases[] = {
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (1, 1, 2, 1)", FOYER_ERROR_NO_PASS },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (2, 1, 3, 1)", 0 },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (2, 1, -1, 1)", 0 },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (3, 1, 1, 1)", FOYER_ERROR_NO_PASS },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (4, 1, 1, 1)", FOYER_ERROR_NO_PASS },
    { "UPDATE pass SET halves = 40 WHERE id = 1", 0 },
    { "DELETE FROM pass WHERE id = 1", 0 },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (2, 1, 2, 1);"
      "UPDATE pass SET deleted_at = 1 WHERE id = 2", FOYER_ERROR_BAD_STATE },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (2, 1, 2, 1); UPDATE pass_use SET halves = 1", 0 },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (2, 1, 2, 1); DELETE FROM pass_use", 0 },
    { "UPDATE person SET deleted_at = 1, rev = rev + 1 WHERE id = 2", FOYER_ERROR_BAD_STATE },
  };
  FoyerProfile *profile = fixture->profile;
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autofree char *noor = foyer_profile_add_member (profile, "Noor");
  g_autofree char *id = book (fixture, FRIDAY, FOYER_PART_FULL);
  g_autofree char *small = foyer_profile_add_pass (profile, fixture->zoe, 1, "");
  g_autofree char *large = foyer_profile_add_pass (profile, fixture->zoe, 20, "");
  g_autofree char *of_noor = foyer_profile_add_pass (profile, noor, 20, "");
  g_autofree char *expired = foyer_profile_add_pass (profile, fixture->zoe, 20, TODAY);
  FoyerDb *db;

  g_assert_true (foyer_profile_close (profile));
  db = foyer_db_open (path, NULL, profile->clock, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, NULL);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      foyer_db_exec (db, "INSERT INTO act (verb, subject, at) VALUES ('test', printf ('%036d', 0), 1)", NULL);
      foyer_db_set_act (db, foyer_db_last_row (db));
      g_assert_false (foyer_db_exec (db, cases[i].sql, &error));
      if (cases[i].code != 0)
        g_assert_error (error, FOYER_ERROR, (int) cases[i].code);
    }
  foyer_db_close (db, NULL);
  g_assert_true (foyer_profile_open (profile));
}

/* What no verb can make is found. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct {
    const char *sql;
    guint       n;
  } cases[] = {
    { "UPDATE pass SET used = 3", 1 },
    { "DROP TRIGGER pass_use_guard; INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (1, 1, 3, 1);"
      "UPDATE pass SET used = 3", 1 },
    { "DROP TRIGGER pass_use_guard; INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (1, 1, -1, 1)", 2 },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (1, 1, 2, 1);"
      "DROP TRIGGER pass_stays; UPDATE pass SET until_day = '2026-11-26'", 1 },
    { "INSERT INTO pass_use (pass_id, booking_id, halves, at) VALUES (1, 1, 2, 1);"
      "DROP TRIGGER pass_use_returned; UPDATE booking SET state = 'cancelled', rev = rev + 1", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
      g_autofree char *space = foyer_profile_add_space (profile, 4);
      g_autofree char *person = foyer_profile_add_member (profile, "Noor");
      g_autoptr(FoyerBooking) booking = foyer_profile_book_member (profile, space, FRIDAY, FOYER_PART_FULL, person);
      g_autofree char *pass = foyer_profile_add_pass (profile, person, 20, "");
      g_autofree char *path = foyer_profile_get_path (profile);
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GError) error = NULL;
      FoyerDb *db;

      g_test_message ("%s", cases[i].sql);
      g_assert_true (foyer_profile_close (profile));
      db = foyer_db_open (path, NULL, profile->clock, NULL, NULL);
      foyer_db_set_act (db, 1);
      foyer_db_exec (db, cases[i].sql, &error);
      g_assert_no_error (error);
      foyer_db_close (db, NULL);
      g_assert_true (foyer_profile_open (profile));
      problems = foyer_profile_check (profile);
      for (guint j = 0; j < problems->len; j++)
        g_test_message ("problem %d", (int) ((FoyerFinding *) problems->pdata[j])->kind);
      g_assert_cmpuint (problems->len, ==, cases[i].n);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/storage/passes/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("one-day", test_one_day);
  ADD ("halves", test_halves);
  ADD ("last-half", test_last_half);
  ADD ("order", test_order);
  ADD ("not-good", test_not_good);
  ADD ("refused-sales", test_refused_sales);
  ADD ("ahead", test_ahead);
  ADD ("undo-covered", test_undo_covered);
  ADD ("undo-taken", test_undo_taken);
  ADD ("undo-ended", test_undo_ended);
  ADD ("after", test_after);
  ADD ("no-show", test_no_show);
  ADD ("closed", test_closed);
  ADD ("free", test_free);
  ADD ("foreseen", test_foreseen);
  ADD ("month-once", test_month_once);
  g_test_add_func ("/storage/passes/late-withdrawal", test_late_withdrawal);
  g_test_add_func ("/storage/passes/withdrawal-in-time", test_withdrawal_in_time);
  ADD ("guard", test_guard);
  ADD ("check", test_check);
#undef ADD

  return g_test_run ();
}
