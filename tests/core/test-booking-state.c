/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-booking-state.h"

#include "core/foyer-error.h"

static const char * const names[] = {
  "requested", "confirmed", "declined", "expired", "withdrawn", "cancelled", "checked-in",
  "checked-out", "no-show",
};

static void
test_names (void)
{
  static const char * const wrong[] = {
    "", "Confirmed", "checked_in", "checkedin", "noshow", "canceled", "confirmed ", "\xff",
  };

  g_assert_cmpint (G_N_ELEMENTS (names), ==, FOYER_STATE_LAST + 1);
  for (int state = 0; state <= FOYER_STATE_LAST; state++)
    {
      FoyerBookingState parsed;

      g_assert_cmpstr (foyer_booking_state_get_name (state), ==, names[state]);
      g_assert_true (foyer_booking_state_parse (names[state], &parsed, NULL));
      g_assert_cmpint (parsed, ==, state);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerBookingState parsed;

      g_assert_false (foyer_booking_state_parse (wrong[i], &parsed, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_transitions (void)
{
  /* a row for each state that is, a column for each that shall be */
  static const char * const table[] = {
    /* requested   */ ".xxxx....",
    /* confirmed   */ ".....xx.x",
    /* declined    */ ".........",
    /* expired     */ ".........",
    /* withdrawn   */ ".........",
    /* cancelled   */ ".........",
    /* checked-in  */ ".......x.",
    /* checked-out */ "......x..",
    /* no-show     */ ".........",
  };

  for (int from = 0; from <= FOYER_STATE_LAST; from++)
    for (int to = 0; to <= FOYER_STATE_LAST; to++)
      if (foyer_booking_state_can (from, to) != (table[from][to] == 'x'))
        {
          g_test_message ("%s to %s", names[from], names[to]);
          g_test_fail ();
        }
}

static void
test_holds (void)
{
  for (int state = 0; state <= FOYER_STATE_LAST; state++)
    g_assert_cmpint (foyer_booking_state_holds (state), ==,
                     state == FOYER_STATE_CONFIRMED || state == FOYER_STATE_CHECKED_IN ||
                     state == FOYER_STATE_CHECKED_OUT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/booking-state/names", test_names);
  g_test_add_func ("/booking-state/transitions", test_transitions);
  g_test_add_func ("/booking-state/holds", test_holds);

  return g_test_run ();
}
