/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-range-plan.h"

#define TODAY 20783

/* Yesterday open, today open, tomorrow closed, then open with fewer seats and a note. */
static const FoyerAvailability days[] = {
  { .day = TODAY - 1, .open = TRUE, .am_seats = 8, .pm_seats = 8 },
  { .day = TODAY, .open = TRUE, .am_seats = 8, .pm_seats = 8 },
  { .day = TODAY + 1, .open = FALSE },
  { .day = TODAY + 2, .open = TRUE, .am_seats = 4, .pm_seats = 0, .note = (char *) "Soup" },
};

static void
test_counts (void)
{
  static const struct { int to; int seats; const char *note; int n_changing; } table[] = {
    { FOYER_DAYS_KEEP, -1, NULL, 0 },
    { FOYER_DAYS_KEEP, 8, NULL, 1 },         /* only the open day that has other seats */
    { FOYER_DAYS_KEEP, 5, NULL, 2 },
    { FOYER_DAYS_KEEP, -1, "Soup", 2 },
    { FOYER_DAYS_KEEP, -1, "", 1 },          /* removes the one note there is */
    { FOYER_DAYS_OPEN, -1, NULL, 1 },
    { FOYER_DAYS_OPEN, 4, NULL, 2 },
    { FOYER_DAYS_OPEN, -1, "Bread", 3 },
    { FOYER_DAYS_CLOSE, -1, NULL, 2 },       /* neither the past day nor the closed one */
    { FOYER_DAYS_CLOSE, -1, "Back soon", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      FoyerDaysEdit edit = { .to = table[i].to, .start_minute = -1, .end_minute = -1,
                             .seats = table[i].seats, .note = table[i].note };
      FoyerRangePlan plan = foyer_range_plan_make (days, G_N_ELEMENTS (days), TODAY, &edit);

      g_assert_cmpint (plan.n_open, ==, 3);
      g_assert_cmpint (plan.n_changing, ==, table[i].n_changing);
    }
}

static void
test_nothing (void)
{
  FoyerDaysEdit edit = { .to = FOYER_DAYS_CLOSE, .seats = -1 };
  FoyerRangePlan plan = foyer_range_plan_make (NULL, 0, TODAY, &edit);

  g_assert_cmpint (plan.n_open, ==, 0);
  g_assert_cmpint (plan.n_changing, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/range-plan/counts", test_counts);
  g_test_add_func ("/calendar/range-plan/nothing", test_nothing);

  return g_test_run ();
}
