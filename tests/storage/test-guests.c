/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Guests whom other guests bring: a person, a seat and a visit of their own, and somebody else may pay. */

#include "core/foyer-error.h"
#include "foyer-profile-passes.h"
#include "foyer-profile-people.h"

#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"

#define BROUGHT(name, booking) (&(FoyerArrival) { .space_id = fixture->space, .guest_name = (name), \
                                                  .guest_of = (booking), .day = FOYER_DAY_NONE })

typedef struct {
  FoyerProfile *profile;
  char         *space;
  char         *zoe;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;

  fixture->profile = foyer_profile_new (MORNING);
  g_set_str (&space->name, "Le Foyer");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 3;
  space->price_minor = 400;
  saved = foyer_profile_save_space (fixture->profile, space);
  fixture->space = g_strdup (saved->id);
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space, "Mon-Fri 09:00-18:00", NULL));
  fixture->zoe = foyer_profile_add_member (fixture->profile, "Zoé");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->zoe);
  foyer_profile_free (fixture->profile);
}

static FoyerBooking *
let_in (Fixture            *fixture,
        const FoyerArrival *arrival)
{
  FoyerBooking *booking = foyer_profile_check_in (fixture->profile, arrival);

  g_assert_no_error (fixture->profile->error);

  return booking;
}

static FoyerBooking *
let_zoe_in (Fixture *fixture)
{
  return let_in (fixture, &(FoyerArrival) { .space_id = fixture->space, .person_id = fixture->zoe, .day = FOYER_DAY_NONE });
}

static void
refuse (Fixture            *fixture,
        const FoyerArrival *arrival,
        FoyerError          code)
{
  g_assert_null (foyer_profile_check_in (fixture->profile, arrival));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, code);
}

static void
sell (Fixture    *fixture,
      const char *person,
      int         halves)
{
  g_autoptr(FoyerPass) pass = foyer_profile_sell (fixture->profile, &(FoyerPassSale) {
    .person_id = person, .halves = halves, .currency = "EUR", .from = FOYER_DAY_NONE, .until = FOYER_DAY_NONE });

  g_assert_no_error (fixture->profile->error);
}

static int
count_used (Fixture    *fixture,
            const char *person)
{
  g_autoptr(GPtrArray) passes = foyer_profile_passes (fixture->profile, person);
  int n = 0;

  for (guint i = 0; i < passes->len; i++)
    n += ((FoyerPass *) passes->pdata[i])->n_used;

  return n;
}

/* Each has a seat and is called for themselves; the third of three is the last. */
static void
test_seats (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = let_zoe_in (fixture);
  g_autoptr(FoyerBooking) ada = let_in (fixture, BROUGHT ("Ada", zoe->id));
  g_autoptr(FoyerBooking) ben = let_in (fixture, BROUGHT ("Ben", ada->id));
  g_autoptr(FoyerBooking) out = NULL;
  g_autoptr(FoyerBooking) out_too = NULL;
  g_autoptr(GPtrArray) called = NULL;

  g_assert_cmpstr (ada->guest_of, ==, zoe->id);
  g_assert_cmpstr (ada->guest_of_name, ==, "Zoé");
  g_assert_true (ada->host_pays);
  g_assert_cmpint (ada->due_minor, ==, 400);
  g_assert_cmpstr (ada->person_id, !=, zoe->person_id);
  /* The guest of a guest is a guest of the first. */
  g_assert_cmpstr (ben->guest_of, ==, zoe->id);
  refuse (fixture, BROUGHT ("Cid", zoe->id), FOYER_ERROR_FULL);
  called = foyer_profile_roll_call (profile, fixture->space);
  g_assert_cmpuint (called->len, ==, 3);

  /* Whoever brought them leaves alone, and is told who stays. */
  out = foyer_profile_check_out (profile, &(FoyerArrival) { .space_id = fixture->space, .booking_id = zoe->id,
                                                            .day = FOYER_DAY_NONE });
  g_assert_cmpuint (out->n_guests_here, ==, 2);
  g_clear_pointer (&called, g_ptr_array_unref);
  called = foyer_profile_roll_call (profile, fixture->space);
  g_assert_cmpuint (called->len, ==, 2);
  g_assert_cmpstr (((FoyerBooking *) called->pdata[0])->guest_of_name, ==, "Zoé");
  out_too = foyer_profile_check_out (profile, &(FoyerArrival) { .space_id = fixture->space, .booking_id = ada->id,
                                                                .day = FOYER_DAY_NONE });
  g_assert_cmpuint (out_too->n_guests_here, ==, 0);
}

/* The pass of who brings them pays, of nobody else; what is not paid so is due. */
static void
test_pass_of_bringer (Fixture       *fixture,
                      gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = NULL;
  g_autoptr(FoyerBooking) ada = NULL;
  g_autoptr(FoyerBooking) ben = NULL;
  g_autoptr(FoyerBooking) back = NULL;
  g_autofree char *verb = NULL;

  sell (fixture, fixture->zoe, 3);
  zoe = let_zoe_in (fixture);
  g_assert_cmpint (zoe->pass_halves, ==, 2);
  ada = let_in (fixture, BROUGHT ("Ada", zoe->id));
  g_assert_cmpint (ada->pass_halves, ==, 1);
  g_assert_cmpint (ada->due_minor, ==, 200);
  g_assert_cmpint (count_used (fixture, fixture->zoe), ==, 3);

  back = foyer_profile_return (profile, ada->id);
  g_assert_no_error (profile->error);
  g_assert_cmpint (count_used (fixture, fixture->zoe), ==, 2);
  ben = let_in (fixture, &((FoyerArrival) { .space_id = fixture->space, .guest_name = "Ben", .guest_of = zoe->id,
                                            .pays_self = TRUE, .day = FOYER_DAY_NONE }));
  g_assert_false (ben->host_pays);
  g_assert_cmpint (ben->pass_halves, ==, 0);
  g_assert_cmpint (ben->due_minor, ==, 400);
  g_assert_null (foyer_profile_pay (profile, ben->id, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NO_PASS);

  /* Ben, the return and Ada, the last first: the pass has what it had. */
  for (int i = 0; i < 3; i++)
    {
      g_clear_pointer (&verb, g_free);
      verb = foyer_profile_undo (profile, 0);
      g_assert_no_error (profile->error);
    }
  g_assert_cmpint (count_used (fixture, fixture->zoe), ==, 2);
}

/* A month is one seat: its owner's, and no guest's. */
static void
test_month (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr(FoyerBooking) zoe = NULL;
  g_autoptr(FoyerBooking) ada = NULL;

  sell (fixture, fixture->zoe, 0);
  zoe = let_zoe_in (fixture);
  ada = let_in (fixture, BROUGHT ("Ada", zoe->id));
  g_assert_cmpint (zoe->due_minor, ==, 0);
  g_assert_cmpint (ada->due_minor, ==, 400);
}

/* Booked ahead, they are found by their name when they come; somebody else of that name is not. */
static void
test_booked (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = foyer_profile_book_member (profile, fixture->space, FRIDAY, FOYER_PART_FULL, fixture->zoe);
  FoyerBookingRequest request = { .space_id = fixture->space, .guest_name = "Ada", .day = foyer_day (FRIDAY),
                                  .part = FOYER_PART_FULL, .seats = 1, .key = "k", .guest_of = zoe->id };
  g_autoptr(FoyerBooking) ada = foyer_profile_book (profile, &request);
  g_autoptr(FoyerBooking) same = foyer_profile_book (profile, &request);
  g_autoptr(FoyerBooking) in = NULL;

  g_assert_no_error (profile->error);
  g_assert_cmpstr (ada->id, ==, same->id);
  g_assert_cmpstr (ada->guest_of, ==, zoe->id);
  request.pays_self = TRUE;
  g_assert_null (foyer_profile_book (profile, &request));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_KEY_REUSED);
  request = (FoyerBookingRequest) { .space_id = fixture->space, .guest_name = "Ada", .day = foyer_day (TODAY),
                                    .part = FOYER_PART_FULL, .seats = 1, .guest_of = zoe->id };
  g_assert_null (foyer_profile_book (profile, &request));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_WRONG_DAY);

  foyer_profile_set_now (profile, "2026-11-27T09:00:00+01:00");
  in = let_in (fixture, BROUGHT ("ada", zoe->id));
  g_assert_cmpstr (in->id, ==, ada->id);
}

/* Whom nobody can bring, and who cannot bring anybody. */
static void
test_refusals (Fixture       *fixture,
               gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *elsewhere = foyer_profile_add_space (profile, 2);
  g_autoptr(FoyerBooking) there = foyer_profile_book_guest (profile, elsewhere, TODAY, FOYER_PART_FULL, "Eve");
  g_autoptr(FoyerBooking) zoe = let_zoe_in (fixture);
  g_autoptr(FoyerBooking) out = NULL;

  refuse (fixture, BROUGHT ("Ada", there->id), FOYER_ERROR_NOT_FOUND);
  refuse (fixture, BROUGHT ("Ada", "01942f00-0000-7000-8000-000000000001"), FOYER_ERROR_NOT_FOUND);
  refuse (fixture, &((FoyerArrival) { .space_id = fixture->space, .person_id = fixture->zoe, .guest_of = zoe->id,
                                      .day = FOYER_DAY_NONE }), FOYER_ERROR_INVALID);
  refuse (fixture, &((FoyerArrival) { .space_id = fixture->space, .guest_name = "Ada", .pays_self = TRUE,
                                      .day = FOYER_DAY_NONE }), FOYER_ERROR_INVALID);
  out = foyer_profile_check_out (profile, &(FoyerArrival) { .space_id = fixture->space, .booking_id = zoe->id,
                                                            .day = FOYER_DAY_NONE });
  refuse (fixture, BROUGHT ("Ada", zoe->id), FOYER_ERROR_BAD_STATE);
}

/* Nobody who brought somebody was never there, as long as the guest is. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) zoe = let_zoe_in (fixture);
  gint64 arrival = profile->op;
  g_autoptr(FoyerBooking) ada = let_in (fixture, BROUGHT ("Ada", zoe->id));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_null (foyer_profile_undo (profile, arrival));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  first = foyer_profile_undo (profile, 0);
  second = foyer_profile_undo (profile, arrival);
  g_assert_no_error (profile->error);
  g_assert_cmpstr (second, ==, "checkin");
}

/* Whoever brought them is another record now, with the pass that paid, and back again. */
static void
test_merge (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *keep = foyer_profile_add_member (profile, "Zoé Marchelin");
  g_autoptr(FoyerBooking) zoe = NULL;
  g_autoptr(FoyerBooking) ada = NULL;
  g_autoptr(GPtrArray) called = NULL;
  g_autoptr(FoyerPerson) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *verb = NULL;

  sell (fixture, fixture->zoe, 20);
  zoe = let_zoe_in (fixture);
  ada = let_in (fixture, BROUGHT ("Ada", zoe->id));
  before = foyer_profile_dump_people (profile);

  kept = foyer_profile_merge (profile, keep, fixture->zoe);
  g_assert_no_error (profile->error);
  called = foyer_profile_roll_call (profile, fixture->space);
  g_assert_cmpstr (((FoyerBooking *) called->pdata[0])->guest_of_name, ==, "Zoé Marchelin");
  g_assert_cmpint (count_used (fixture, keep), ==, 4);
  verb = foyer_profile_undo (profile, 0);
  g_assert_no_error (profile->error);
  after = foyer_profile_dump_people (profile);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/storage/guests/seats", test_seats },
    { "/storage/guests/pass-of-bringer", test_pass_of_bringer },
    { "/storage/guests/month", test_month },
    { "/storage/guests/booked", test_booked },
    { "/storage/guests/refusals", test_refusals },
    { "/storage/guests/undo", test_undo },
    { "/storage/guests/merge", test_merge },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
