/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"
#define SATURDAY "2026-11-28"

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
assert_books (Fixture    *fixture,
              const char *day,
              FoyerPart   part,
              const char *name)
{
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (fixture->profile, fixture->space, day, part, name);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (booking->state, ==, FOYER_STATE_CONFIRMED);
  g_assert_cmpint (booking->part, ==, part);
  g_assert_cmpstr (booking->name, ==, name);
  g_assert_cmpint (booking->day, ==, foyer_day (day));
}

static void
assert_refuses (Fixture    *fixture,
                const char *day,
                FoyerPart   part,
                const char *name,
                FoyerError  code)
{
  g_assert_null (foyer_profile_book_guest (fixture->profile, fixture->space, day, part, name));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, code);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  user_data)
{
  assert_books (fixture, TODAY, FOYER_PART_AM, "A");
  assert_books (fixture, TODAY, FOYER_PART_AM, "B");
  assert_refuses (fixture, TODAY, FOYER_PART_AM, "C", FOYER_ERROR_FULL);
  assert_refuses (fixture, TODAY, FOYER_PART_FULL, "C", FOYER_ERROR_FULL);
  assert_books (fixture, TODAY, FOYER_PART_PM, "C");
  assert_books (fixture, TODAY, FOYER_PART_PM, "D");
  assert_refuses (fixture, TODAY, FOYER_PART_PM, "E", FOYER_ERROR_FULL);
  /* A refused guest leaves nothing behind. */
  {
    g_autoptr(GPtrArray) people = foyer_profile_find (fixture->profile, "E", NULL, FOYER_DAY_NONE, 10);

    g_assert_cmpuint (people->len, ==, 0);
  }
}

static void
test_days (Fixture       *fixture,
           gconstpointer  user_data)
{
  assert_refuses (fixture, SATURDAY, FOYER_PART_FULL, "A", FOYER_ERROR_CLOSED);
  assert_refuses (fixture, "2026-11-25", FOYER_PART_FULL, "A", FOYER_ERROR_PAST_DAY);
  /* The last day that can be booked is 1826 days ahead. */
  assert_refuses (fixture, "2031-11-27", FOYER_PART_FULL, "A", FOYER_ERROR_BEYOND_HORIZON);
  assert_books (fixture, "2031-11-26", FOYER_PART_FULL, "A");
  assert_books (fixture, "2031-11-26", FOYER_PART_FULL, "B");
  assert_refuses (fixture, "2031-11-26", FOYER_PART_FULL, "C", FOYER_ERROR_FULL);

  /* At half past two the day before goes on; at three it ends. */
  foyer_profile_set_now (fixture->profile, "2026-11-27T02:59:00+01:00");
  assert_books (fixture, TODAY, FOYER_PART_FULL, "A");
  foyer_profile_set_now (fixture->profile, "2026-11-27T03:00:00+01:00");
  assert_refuses (fixture, TODAY, FOYER_PART_FULL, "B", FOYER_ERROR_PAST_DAY);
}

static void
test_half_days (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr(GArray) days = NULL;

  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Thu 09:00-13:00;Fri 13:00-18:00", NULL));
  assert_refuses (fixture, TODAY, FOYER_PART_PM, "A", FOYER_ERROR_FULL);
  assert_refuses (fixture, TODAY, FOYER_PART_FULL, "A", FOYER_ERROR_FULL);
  assert_books (fixture, TODAY, FOYER_PART_AM, "A");
  assert_refuses (fixture, FRIDAY, FOYER_PART_AM, "A", FOYER_ERROR_FULL);
  assert_books (fixture, FRIDAY, FOYER_PART_PM, "A");

  days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (TODAY), 3);
  g_assert_cmpint (foyer_availability_get_fullness (&g_array_index (days, FoyerAvailability, 0)), ==,
                   FOYER_FULLNESS_MORNINGS_ONLY);
  g_assert_cmpint (g_array_index (days, FoyerAvailability, 0).am_held, ==, 1);
  g_assert_cmpint (foyer_availability_get_fullness (&g_array_index (days, FoyerAvailability, 1)), ==,
                   FOYER_FULLNESS_AFTERNOONS_ONLY);
  g_assert_cmpint (foyer_availability_get_fullness (&g_array_index (days, FoyerAvailability, 2)), ==,
                   FOYER_FULLNESS_CLOSED);
}

static void
test_price (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerBookingRequest request = {
    .space_id = fixture->space, .guest_name = "A", .day = foyer_day (TODAY), .part = FOYER_PART_AM, .seats = 2,
  };
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) other = NULL;
  g_autoptr(FoyerBooking) booking = NULL;

  g_set_str (&space->name, "Odd");
  space->seats = 5;
  space->price_minor = 501;
  other = foyer_profile_save_space (fixture->profile, space);
  g_assert_no_error (fixture->profile->error);
  g_assert_true (foyer_profile_set_week (fixture->profile, other->id, "Mon-Sun 9-18", NULL));

  request.space_id = other->id;
  booking = foyer_profile_book (fixture->profile, &request);
  g_assert_cmpint (booking->price_minor, ==, 502);        /* twice 251 */
  g_assert_cmpint (booking->due_minor, ==, 502);
  g_assert_cmpstr (booking->currency, ==, "EUR");
}

static void
test_arguments (Fixture       *fixture,
                gconstpointer  user_data)
{
  const FoyerBookingRequest good = {
    .space_id = fixture->space, .guest_name = "A", .day = foyer_day (TODAY), .part = FOYER_PART_AM, .seats = 1,
  };
  const char *names[] = { "", "  ", "a\nb", "a\xe2\x80\xae" "b", "\xff", "a\x01" };
  const int seats[] = { 0, -1, 501, G_MAXINT, G_MININT };
  FoyerBookingRequest bad;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      bad = good;
      bad.guest_name = names[i];
      g_assert_null (foyer_profile_book (fixture->profile, &bad));
      foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (seats); i++)
    {
      bad = good;
      bad.seats = seats[i];
      g_assert_null (foyer_profile_book (fixture->profile, &bad));
      foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
  bad = good;
  bad.part = 0;
  g_assert_null (foyer_profile_book (fixture->profile, &bad));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  bad = good;
  bad.person_id = "both";
  g_assert_null (foyer_profile_book (fixture->profile, &bad));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  bad = good;
  bad.day = FOYER_DAY_NONE;
  g_assert_null (foyer_profile_book (fixture->profile, &bad));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  bad = good;
  bad.space_id = "no such space";
  g_assert_null (foyer_profile_book (fixture->profile, &bad));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  bad = good;
  bad.guest_name = NULL;
  bad.person_id = "no such person";
  g_assert_null (foyer_profile_book (fixture->profile, &bad));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

static void
test_key (Fixture       *fixture,
          gconstpointer  user_data)
{
  FoyerBookingRequest request = {
    .space_id = fixture->space, .guest_name = "A", .day = foyer_day (TODAY), .part = FOYER_PART_AM, .seats = 1,
    .key = "k1",
  };
  g_autoptr(FoyerBooking) first = foyer_profile_book (fixture->profile, &request);
  g_autoptr(FoyerBooking) again = NULL;
  g_autoptr(FoyerBooking) late = NULL;

  g_assert_cmpint (fixture->profile->op, >, 0);
  again = foyer_profile_book (fixture->profile, &request);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (again->id, ==, first->id);
  g_assert_cmpint (fixture->profile->op, ==, 0);

  request.seats = 2;
  g_assert_null (foyer_profile_book (fixture->profile, &request));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_KEY_REUSED);
  request.seats = 1;
  request.guest_name = "B";
  g_assert_null (foyer_profile_book (fixture->profile, &request));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_KEY_REUSED);

  /* The same answer also when the day is over. */
  request.guest_name = "A";
  foyer_profile_set_now (fixture->profile, "2026-12-26T09:00:00+01:00");
  late = foyer_profile_book (fixture->profile, &request);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (late->id, ==, first->id);
}

static void
test_already_booked (Fixture       *fixture,
                     gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *zoe = foyer_profile_add_member (profile, "Zoé");
  g_autoptr(FoyerBooking) am = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_AM, zoe);
  g_autoptr(FoyerBooking) pm = NULL;
  g_autoptr(FoyerBooking) guest = NULL;
  g_autoptr(FoyerBooking) again = NULL;
  FoyerBookingRequest request = {
    .space_id = fixture->space, .person_id = zoe, .day = foyer_day (FRIDAY), .part = FOYER_PART_AM, .seats = 1,
  };

  g_assert_null (foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_FULL, zoe));
  g_assert_cmpstr (foyer_error_get_ids (profile->error)[0], ==, am->id);
  g_assert_null (foyer_error_get_ids (profile->error)[1]);
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_BOOKED);
  pm = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_PM, zoe);
  g_assert_no_error (profile->error);

  /* A guest is another Zoé; two guests of one name are taken for one. */
  guest = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_AM, "Zoé");
  g_assert_no_error (profile->error);
  assert_refuses (fixture, FRIDAY, FOYER_PART_FULL, " ZOE ", FOYER_ERROR_ALREADY_BOOKED);
  again = foyer_profile_book (profile, &request);
  g_assert_no_error (profile->error);
  g_clear_pointer (&again, foyer_booking_free);

  /* Who cancelled may come again; --again takes a second seat. */
  g_clear_pointer (&again, foyer_booking_free);
  again = foyer_profile_set_state (profile, guest->id, FOYER_STATE_CANCELLED);
  g_assert_cmpint (again->state, ==, FOYER_STATE_CANCELLED);
  g_assert_cmpint (again->due_minor, ==, 0);
  g_assert_cmpint (again->rev, ==, guest->rev + 1);
  g_clear_pointer (&again, foyer_booking_free);
  request.again = TRUE;
  again = foyer_profile_book (profile, &request);
  g_assert_no_error (profile->error);
  assert_refuses (fixture, FRIDAY, FOYER_PART_AM, "Zoé", FOYER_ERROR_FULL);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) today = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "A");
  g_autoptr(FoyerBooking) friday = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "A");
  g_autoptr(FoyerBooking) missing = NULL;

  assert_books (fixture, TODAY, FOYER_PART_FULL, "B");
  assert_refuses (fixture, TODAY, FOYER_PART_FULL, "C", FOYER_ERROR_FULL);
  g_assert_null (foyer_profile_set_state (profile, friday->id, FOYER_STATE_NO_SHOW));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_WRONG_DAY);
  g_assert_null (foyer_profile_set_state (profile, "nothing", FOYER_STATE_NO_SHOW));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  /* Who did not come still owes, and the seat is free. */
  missing = foyer_profile_set_state (profile, today->id, FOYER_STATE_NO_SHOW);
  g_assert_no_error (profile->error);
  g_assert_cmpint (missing->due_minor, ==, 400);
  assert_books (fixture, TODAY, FOYER_PART_FULL, "C");
  g_assert_null (foyer_profile_set_state (profile, today->id, FOYER_STATE_CANCELLED));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
}

int
main (int    argc,
      char **argv)
{
  const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/storage/bookings/full", test_full },
    { "/storage/bookings/days", test_days },
    { "/storage/bookings/half-days", test_half_days },
    { "/storage/bookings/price", test_price },
    { "/storage/bookings/arguments", test_arguments },
    { "/storage/bookings/key", test_key },
    { "/storage/bookings/already-booked", test_already_booked },
    { "/storage/bookings/states", test_states },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
