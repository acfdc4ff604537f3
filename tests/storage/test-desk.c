/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define AFTERNOON "2026-11-26T14:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"

#define PERSON(id) (&(FoyerArrival) { .space_id = fixture->space, .person_id = (id), .day = FOYER_DAY_NONE })
#define GUEST(name) (&(FoyerArrival) { .space_id = fixture->space, .guest_name = (name), .day = FOYER_DAY_NONE })
#define BOOKING(id) (&(FoyerArrival) { .space_id = fixture->space, .booking_id = (id), .day = FOYER_DAY_NONE })

typedef struct {
  FoyerProfile *profile;
  char         *space;
  char         *zoe;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 2);
  fixture->zoe = foyer_profile_add_member (fixture->profile, "Zoé");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_free (fixture->space);
  g_free (fixture->zoe);
  foyer_profile_free (fixture->profile);
}

/* Lets somebody in; (transfer full) */
static FoyerBooking *
let_in (Fixture            *fixture,
        const FoyerArrival *arrival)
{
  FoyerBooking *booking = foyer_profile_check_in (fixture->profile, arrival);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (booking->state, ==, FOYER_STATE_CHECKED_IN);
  g_assert_cmpint (booking->in_ms, ==, fixture->profile->now);

  return booking;
}

static FoyerBooking *
let_out (Fixture            *fixture,
         const FoyerArrival *arrival)
{
  FoyerBooking *booking = foyer_profile_check_out (fixture->profile, arrival);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (booking->state, ==, FOYER_STATE_CHECKED_OUT);
  g_assert_cmpint (booking->out_ms, ==, fixture->profile->now);

  return booking;
}

static void
refuse_in (Fixture            *fixture,
           const FoyerArrival *arrival,
           FoyerError          code)
{
  g_assert_null (foyer_profile_check_in (fixture->profile, arrival));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, code);
}

static void
refuse_out (Fixture            *fixture,
            const FoyerArrival *arrival,
            FoyerError          code)
{
  g_assert_null (foyer_profile_check_out (fixture->profile, arrival));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, code);
}

static void
test_day (Fixture       *fixture,
          gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booked = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_FULL,
                                                             fixture->zoe);
  g_autoptr(FoyerBooking) in = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) walk_in = NULL;
  g_autoptr(FoyerBooking) out = NULL;
  g_autoptr(FoyerBooking) back = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(GPtrArray) roll = NULL;

  g_assert_cmpstr (in->id, ==, booked->id);
  g_assert_true (in->first_visit);
  refuse_in (fixture, PERSON (fixture->zoe), FOYER_ERROR_ALREADY_IN);
  refuse_in (fixture, BOOKING (booked->id), FOYER_ERROR_ALREADY_IN);

  walk_in = let_in (fixture, GUEST ("Enzo"));
  g_assert_cmpint (walk_in->part, ==, FOYER_PART_FULL);
  g_assert_false (walk_in->is_member);
  refuse_in (fixture, GUEST ("Ada"), FOYER_ERROR_FULL);

  foyer_profile_set_now (profile, "2026-11-26T12:00:00+01:00");
  out = let_out (fixture, PERSON (fixture->zoe));
  refuse_out (fixture, PERSON (fixture->zoe), FOYER_ERROR_NOT_IN);
  /* Left, but the seat is still hers. */
  refuse_in (fixture, GUEST ("Ada"), FOYER_ERROR_FULL);
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->here->len, ==, 1);
  g_assert_cmpuint (sheet->left->len, ==, 1);
  g_assert_cmpuint (sheet->expected->len, ==, 0);
  g_assert_cmpint (sheet->due_minor, ==, 800);
  g_assert_cmpint (sheet->availability.am_held, ==, 2);
  g_assert_cmpint (sheet->today, ==, foyer_day (TODAY));

  foyer_profile_set_now (profile, "2026-11-26T13:30:00+01:00");
  back = let_in (fixture, PERSON (fixture->zoe));
  g_assert_cmpstr (back->id, ==, booked->id);
  g_assert_cmpint (back->price_minor, ==, 400);
  g_assert_cmpint (back->out_ms, ==, 0);
  roll = foyer_profile_roll_call (profile, fixture->space);
  g_assert_cmpuint (roll->len, ==, 2);
  g_assert_cmpstr (((FoyerBooking *) roll->pdata[0])->name, ==, "Enzo");
  g_assert_cmpstr (((FoyerBooking *) roll->pdata[1])->name, ==, "Zoé");
}

static void
test_walk_in_parts (Fixture       *fixture,
                    gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) afternoon = NULL;
  g_autoptr(FoyerBooking) night = NULL;
  g_autoptr(FoyerBooking) half = NULL;

  foyer_profile_set_now (profile, AFTERNOON);
  afternoon = let_in (fixture, GUEST ("A"));
  g_assert_cmpint (afternoon->part, ==, FOYER_PART_PM);
  g_assert_cmpint (afternoon->price_minor, ==, 200);

  /* After midnight it is still the evening before, and no morning. */
  foyer_profile_set_now (profile, "2026-11-27T00:30:00+01:00");
  night = let_in (fixture, GUEST ("B"));
  g_assert_cmpint (night->part, ==, FOYER_PART_PM);
  g_assert_cmpint (night->day, ==, foyer_day (TODAY));
  refuse_in (fixture, GUEST ("C"), FOYER_ERROR_FULL);

  /* Where only the morning is open, that is taken even later. */
  foyer_profile_set_now (profile, "2026-11-28T14:00:00+01:00");
  refuse_in (fixture, GUEST ("D"), FOYER_ERROR_CLOSED);
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Sat 9-12", NULL));
  half = let_in (fixture, GUEST ("D"));
  g_assert_cmpint (half->part, ==, FOYER_PART_AM);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booked = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_AM, "Élodie");
  g_autoptr(FoyerBooking) in = let_in (fixture, GUEST ("elodie"));
  g_autoptr(FoyerBooking) other = NULL;
  g_autoptr(FoyerBooking) member = NULL;
  g_autoptr(FoyerBooking) member_in = NULL;
  g_autoptr(FoyerBooking) out = NULL;

  /* The one who is expected; then somebody else of that name. */
  g_assert_cmpstr (in->id, ==, booked->id);
  foyer_profile_set_now (profile, AFTERNOON);
  other = let_in (fixture, GUEST ("Élodie"));
  g_assert_cmpstr (other->id, !=, booked->id);
  g_assert_cmpstr (other->person_id, !=, booked->person_id);
  out = let_out (fixture, GUEST ("Elodie"));
  g_assert_cmpstr (out->id, ==, booked->id);
  refuse_out (fixture, GUEST ("Nobody"), FOYER_ERROR_NOT_IN);

  /* A member's booking is found by the name too. */
  member = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_PM, fixture->zoe);
  g_assert_no_error (profile->error);
  member_in = let_in (fixture, GUEST ("ZOE"));
  g_assert_cmpstr (member_in->id, ==, member->id);
}

static void
test_other_days (Fixture       *fixture,
                 gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) friday = foyer_profile_book_member (profile, fixture->space, FRIDAY, FOYER_PART_FULL,
                                                             fixture->zoe);
  g_autoptr(FoyerBooking) today = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "A");
  g_autoptr(FoyerBooking) late = NULL;
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = fixture->zoe, .day = foyer_day (FRIDAY) };

  refuse_in (fixture, BOOKING (friday->id), FOYER_ERROR_WRONG_DAY);
  refuse_in (fixture, &arrival, FOYER_ERROR_WRONG_DAY);
  arrival.day = foyer_day ("2026-11-25");
  refuse_in (fixture, &arrival, FOYER_ERROR_PAST_DAY);
  arrival = (FoyerArrival) { .space_id = fixture->space, .booking_id = friday->id, .day = foyer_day (TODAY) };
  refuse_in (fixture, &arrival, FOYER_ERROR_WRONG_DAY);

  /* The host forgot to note who came: only for the booking that is named, and once. */
  foyer_profile_set_now (profile, "2026-11-27T10:00:00+01:00");
  arrival = (FoyerArrival) { .space_id = fixture->space, .guest_name = "A", .day = foyer_day (TODAY) };
  refuse_in (fixture, &arrival, FOYER_ERROR_PAST_DAY);
  late = let_in (fixture, BOOKING (today->id));
  g_assert_cmpint (late->day, ==, foyer_day (TODAY));
  g_clear_pointer (&late, foyer_booking_free);
  late = let_out (fixture, BOOKING (today->id));
  refuse_in (fixture, BOOKING (today->id), FOYER_ERROR_PAST_DAY);
}

/* Nobody is found to leave a day that is over: by person, guest and booking. */
static void
test_night (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = let_in (fixture, PERSON (fixture->zoe));
  g_autoptr(FoyerBooking) guest = let_in (fixture, GUEST ("A"));
  g_autoptr(FoyerBooking) zoe_again = NULL;
  g_autoptr(FoyerBooking) out = NULL;
  g_autoptr(GPtrArray) roll = NULL;

  foyer_profile_set_now (profile, "2026-11-27T08:00:00+01:00");
  zoe_again = let_in (fixture, PERSON (fixture->zoe));
  g_assert_cmpstr (zoe_again->id, !=, zoe->id);
  g_assert_false (zoe_again->first_visit);
  g_assert_cmpint (zoe_again->n_visits, ==, 1);
  roll = foyer_profile_roll_call (profile, fixture->space);
  g_assert_cmpuint (roll->len, ==, 1);

  out = let_out (fixture, PERSON (fixture->zoe));
  g_assert_cmpstr (out->id, ==, zoe_again->id);
  refuse_out (fixture, PERSON (fixture->zoe), FOYER_ERROR_NOT_IN);
  refuse_out (fixture, BOOKING (zoe->id), FOYER_ERROR_NOT_IN);
  refuse_out (fixture, GUEST ("A"), FOYER_ERROR_NOT_IN);
  refuse_out (fixture, BOOKING (guest->id), FOYER_ERROR_NOT_IN);
}

static void
test_halves (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) am = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_AM, fixture->zoe);
  g_autoptr(FoyerBooking) pm = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_PM, fixture->zoe);
  g_autoptr(FoyerBooking) in = NULL;

  foyer_profile_set_now (profile, AFTERNOON);
  in = let_in (fixture, PERSON (fixture->zoe));
  g_assert_cmpstr (in->id, ==, pm->id);
  refuse_in (fixture, PERSON (fixture->zoe), FOYER_ERROR_ALREADY_IN);
}

static void
test_bad_arrivals (Fixture       *fixture,
                   gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *other = foyer_profile_add_space (profile, 1);
  g_autoptr(FoyerBooking) there = foyer_profile_book_guest (profile, other, TODAY, FOYER_PART_FULL, "A");
  g_autoptr(FoyerBooking) gone = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "B");
  FoyerArrival none = { .space_id = fixture->space, .day = FOYER_DAY_NONE };

  refuse_in (fixture, &none, FOYER_ERROR_INVALID);
  refuse_in (fixture, BOOKING (there->id), FOYER_ERROR_NOT_FOUND);
  refuse_in (fixture, BOOKING ("nothing"), FOYER_ERROR_NOT_FOUND);
  refuse_in (fixture, PERSON ("nobody"), FOYER_ERROR_NOT_FOUND);
  refuse_in (fixture, GUEST (""), FOYER_ERROR_INVALID);
  refuse_out (fixture, PERSON ("nobody"), FOYER_ERROR_NOT_FOUND);
  foyer_booking_free (foyer_profile_set_state (profile, gone->id, FOYER_STATE_CANCELLED));
  refuse_in (fixture, BOOKING (gone->id), FOYER_ERROR_BAD_STATE);
  refuse_out (fixture, BOOKING (gone->id), FOYER_ERROR_NOT_IN);
}

/* The night in which clocks go back has 25 hours, and three o'clock comes after two twos. */
static void
test_clock_change (Fixture       *fixture,
                   gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) late = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;

  foyer_profile_set_now (profile, "2027-10-30T12:00:00+02:00");
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Sat,Sun 9-18", NULL));
  foyer_profile_set_now (profile, "2027-10-31T02:59:00+01:00");
  late = let_in (fixture, GUEST ("A"));
  g_assert_cmpint (late->day, ==, foyer_day ("2027-10-30"));
  foyer_profile_set_now (profile, "2027-10-31T03:00:00+01:00");
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpint (sheet->day, ==, foyer_day ("2027-10-31"));
}

static void
test_sheet_order (Fixture       *fixture,
                  gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *space = foyer_profile_add_space (profile, 9);
  const char *names[] = { "Émile", "Zoé", "Anna", "Bob" };
  FoyerBooking *bookings[G_N_ELEMENTS (names)];
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(FoyerBooking) next = foyer_profile_book_guest (profile, space, FRIDAY, FOYER_PART_FULL, "Next");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    bookings[i] = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, names[i]);
  sheet = foyer_profile_sheet (profile, space, foyer_day (TODAY));
  g_assert_cmpstr (((FoyerBooking *) sheet->expected->pdata[0])->name, ==, "Anna");
  g_assert_cmpstr (((FoyerBooking *) sheet->expected->pdata[2])->name, ==, "Émile");
  g_assert_cmpuint (sheet->next_expected->len, ==, 1);
  g_assert_cmpint (sheet->next.pm_held, ==, 1);
  g_clear_pointer (&sheet, foyer_day_sheet_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      profile->now += 60000;
      foyer_booking_free (foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = space,
                                                                             .booking_id = bookings[i]->id,
                                                                             .day = FOYER_DAY_NONE }));
      foyer_booking_free (bookings[i]);
    }
  sheet = foyer_profile_sheet (profile, space, foyer_day (TODAY));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((FoyerBooking *) sheet->here->pdata[i])->name, ==, names[i]);
}

int
main (int    argc,
      char **argv)
{
  const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/storage/desk/day", test_day },
    { "/storage/desk/walk-in-parts", test_walk_in_parts },
    { "/storage/desk/names", test_names },
    { "/storage/desk/other-days", test_other_days },
    { "/storage/desk/night", test_night },
    { "/storage/desk/halves", test_halves },
    { "/storage/desk/bad-arrivals", test_bad_arrivals },
    { "/storage/desk/clock-change", test_clock_change },
    { "/storage/desk/sheet-order", test_sheet_order },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
