/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-year-layout.h"

static const struct {
  FoyerAvailability day;
  int               level;
} days[] = {
  { { .open = FALSE, .am_seats = 4, .pm_seats = 4, .am_held = 4 }, -1 },
  { { .open = TRUE }, -1 },
  { { .open = TRUE, .am_seats = 4, .pm_seats = 4 }, 0 },
  { { .open = TRUE, .am_seats = 200, .pm_seats = 200, .am_held = 1 }, 1 },
  { { .open = TRUE, .am_seats = 3, .pm_seats = 3, .am_held = 1, .pm_held = 1 }, 1 },
  { { .open = TRUE, .am_seats = 3, .pm_seats = 3, .am_held = 2, .pm_held = 1 }, 2 },
  { { .open = TRUE, .am_seats = 3, .pm_seats = 3, .am_held = 2, .pm_held = 2 }, 2 },
  { { .open = TRUE, .am_seats = 4, .pm_seats = 4, .am_held = 4, .pm_held = 3 }, 3 },
  { { .open = TRUE, .am_seats = 200, .pm_seats = 200, .am_held = 200, .pm_held = 199 }, 3 },
  { { .open = TRUE, .am_seats = 4, .pm_seats = 4, .am_held = 4, .pm_held = 4 }, 4 },
  { { .open = TRUE, .am_seats = 2, .pm_seats = 0, .am_held = 2 }, 4 },
  /* After a restore more may be held than there is; the other half is free all the same. */
  { { .open = TRUE, .am_seats = 4, .pm_seats = 4, .am_held = 9 }, 2 },
};

static void
test_level (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (foyer_year_layout_level (&days[i].day), ==, days[i].level);
}

static void
test_share (void)
{
  static const FoyerAvailability full = { .open = TRUE, .am_seats = 200, .pm_seats = 200, .am_held = 200, .pm_held = 200 };
  static const FoyerAvailability but_one = { .open = TRUE, .am_seats = 200, .pm_seats = 200, .am_held = 200, .pm_held = 199 };
  static const FoyerAvailability closed = { .am_seats = 200, .pm_seats = 200 };
  FoyerYearShare share = { 0 };

  g_assert_cmpint (foyer_year_share_get_percent (&share), ==, 0);
  foyer_year_share_add (&share, &closed);
  g_assert_cmpint (share.n_open, ==, 0);
  foyer_year_share_add (&share, &full);
  g_assert_cmpint (foyer_year_share_get_percent (&share), ==, 100);
  g_assert_cmpint (share.n_full, ==, 1);
  foyer_year_share_add (&share, &but_one);
  g_assert_cmpint (foyer_year_share_get_percent (&share), ==, 99);
  g_assert_cmpint (share.n_full, ==, 1);
  g_assert_cmpint (share.n_open, ==, 2);
}

static void
test_columns (void)
{
  g_assert_cmpint (foyer_year_layout_columns (800), ==, 4);
  g_assert_cmpint (foyer_year_layout_columns (660), ==, 3);
  g_assert_cmpint (foyer_year_layout_columns (324), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/year-layout/level", test_level);
  g_test_add_func ("/ui/year-layout/share", test_share);
  g_test_add_func ("/ui/year-layout/columns", test_columns);

  return g_test_run ();
}
