/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"

static void
test_day (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 2);
  g_autofree char *zoe = foyer_profile_add_member (profile, "Zoé");
  g_autoptr(FoyerBooking) booked = foyer_profile_book_member (profile, space, TODAY, FOYER_PART_FULL, zoe);
  g_autoptr(FoyerBooking) in = NULL;
  g_autoptr(FoyerBooking) walk_in = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;

  g_assert_no_error (profile->error);
  g_assert_cmpint (booked->state, ==, FOYER_STATE_CONFIRMED);
  g_assert_cmpint (booked->price_minor, ==, 400);
  g_assert_cmpint (profile->op, >, 0);

  in = foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = space, .person_id = zoe, .day = FOYER_DAY_NONE });
  g_assert_no_error (profile->error);
  g_assert_cmpstr (in->id, ==, booked->id);
  g_assert_null (foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = space, .person_id = zoe, .day = FOYER_DAY_NONE }));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_IN);

  walk_in = foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = space, .guest_name = "Enzo", .day = FOYER_DAY_NONE });
  g_assert_no_error (profile->error);
  g_assert_null (foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = space, .guest_name = "Ada", .day = FOYER_DAY_NONE }));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_FULL);

  sheet = foyer_profile_sheet (profile, space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->here->len, ==, 2);
  g_assert_cmpint (sheet->due_minor, ==, 800);
  g_assert_cmpint (sheet->availability.am_held, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/desk/day", test_day);

  return g_test_run ();
}
