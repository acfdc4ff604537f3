/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-cancellation.h"

#include "core/foyer-instant.h"

static void
test_deadline (void)
{
  static const struct {
    const char *zone, *day;
    int minute, n_days;
    const char *instant;
  } cases[] = {
    { "Europe/Paris", "2026-11-26", 1080, 1, "2026-11-25T17:00:00Z" },
    { "Europe/Paris", "2026-11-26", 1080, 0, "2026-11-26T17:00:00Z" },
    { "Europe/Paris", "2026-11-26", 0, 0, "2026-11-25T23:00:00Z" },
    { "Europe/Paris", "2026-11-26", 1440, 1, "2026-11-25T23:00:00Z" },
    /* the wall clock counts, on whichever side of a change of clocks it is */
    { "Europe/Paris", "2027-03-29", 1080, 1, "2027-03-28T16:00:00Z" },
    { "Europe/Paris", "2027-03-29", 1080, 2, "2027-03-27T17:00:00Z" },
    { "Europe/Paris", "2027-03-29", 150, 1, "2027-03-28T01:00:00Z" },
    { "Europe/Paris", "2026-10-26", 1080, 1, "2026-10-25T17:00:00Z" },
    { "Europe/Paris", "2026-10-26", 1080, 2, "2026-10-24T16:00:00Z" },
    { "Europe/Paris", "2027-01-01", 1080, 1, "2026-12-31T17:00:00Z" },
    { "Europe/Paris", "2028-03-01", 1080, 1, "2028-02-29T17:00:00Z" },
    { "Pacific/Kiritimati", "2026-11-26", 1080, 1, "2026-11-25T04:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) zone = foyer_zone_new (cases[i].zone, NULL);
      g_autofree char *text = NULL;
      FoyerDay day;

      g_assert_true (foyer_day_parse (cases[i].day, &day, NULL));
      text = foyer_instant_format (foyer_cancellation_deadline (zone, day, cases[i].minute,
                                                                cases[i].n_days));
      g_assert_cmpstr (text, ==, cases[i].instant);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cancellation/deadline", test_deadline);

  return g_test_run ();
}
