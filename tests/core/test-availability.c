/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-availability.h"

static void
test_table (void)
{
  static const struct {
    gboolean open;
    int am_seats, pm_seats, am_held, pm_held;
    int am_free, pm_free, full_free, seats;
    FoyerFullness fullness;
  } cases[] = {
    { TRUE, 8, 8, 0, 0, 8, 8, 8, 8, FOYER_FULLNESS_FREE },
    { TRUE, 8, 8, 7, 2, 1, 6, 1, 8, FOYER_FULLNESS_FREE },
    { TRUE, 8, 8, 8, 2, 0, 6, 0, 8, FOYER_FULLNESS_AFTERNOONS_ONLY },
    { TRUE, 8, 8, 2, 8, 6, 0, 0, 8, FOYER_FULLNESS_MORNINGS_ONLY },
    { TRUE, 8, 8, 8, 8, 0, 0, 0, 8, FOYER_FULLNESS_FULL },
    { TRUE, 8, 0, 0, 0, 8, 0, 0, 8, FOYER_FULLNESS_MORNINGS_ONLY },
    { TRUE, 0, 6, 0, 0, 0, 6, 0, 6, FOYER_FULLNESS_AFTERNOONS_ONLY },
    { TRUE, 0, 6, 0, 6, 0, 0, 0, 6, FOYER_FULLNESS_FULL },
    { TRUE, 4, 6, 0, 0, 4, 6, 4, 6, FOYER_FULLNESS_FREE },
    /* after a restore more may be held than is open */
    { TRUE, 4, 4, 6, 1, 0, 3, 0, 4, FOYER_FULLNESS_AFTERNOONS_ONLY },
    { FALSE, 0, 0, 0, 0, 0, 0, 0, 0, FOYER_FULLNESS_CLOSED },
    { FALSE, 8, 8, 0, 0, 0, 0, 0, 0, FOYER_FULLNESS_CLOSED },
    { FALSE, 0, 0, 2, 2, 0, 0, 0, 0, FOYER_FULLNESS_CLOSED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerAvailability day = {
        .open = cases[i].open,
        .am_seats = cases[i].am_seats,
        .pm_seats = cases[i].pm_seats,
        .am_held = cases[i].am_held,
        .pm_held = cases[i].pm_held,
      };

      g_assert_cmpint (foyer_availability_get_free (&day, FOYER_PART_AM), ==, cases[i].am_free);
      g_assert_cmpint (foyer_availability_get_free (&day, FOYER_PART_PM), ==, cases[i].pm_free);
      g_assert_cmpint (foyer_availability_get_free (&day, FOYER_PART_FULL), ==, cases[i].full_free);
      g_assert_cmpint (foyer_availability_get_seats (&day), ==, cases[i].seats);
      g_assert_cmpint (foyer_availability_get_fullness (&day), ==, cases[i].fullness);
    }
}

static void
test_clear (void)
{
  FoyerAvailability day = { .note = g_strdup ("The bell is broken") };

  foyer_availability_clear (&day);
  g_assert_null (day.note);
  foyer_availability_clear (&day);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/availability/table", test_table);
  g_test_add_func ("/availability/clear", test_clear);

  return g_test_run ();
}
