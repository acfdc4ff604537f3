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

/* To the millisecond: free before, due from then on. Midnight is the end of one day and the
 * beginning of the next, and an hour that a night has twice or not at all is one instant. */
static void
test_free (void)
{
  static const struct {
    const char *zone, *day;
    int minute, n_days;
    const char *instant;
  } cases[] = {
    { "Europe/Paris", "2026-11-26", 1080, 1, "2026-11-25T18:00:00+01:00" },
    { "Europe/Paris", "2026-11-26", 0, 0, "2026-11-26T00:00:00+01:00" },
    { "Europe/Paris", "2026-11-26", 1440, 1, "2026-11-26T00:00:00+01:00" },
    { "Europe/Paris", "2026-11-26", 1440, 0, "2026-11-27T00:00:00+01:00" },
    { "Europe/Paris", "2026-11-26", 0, 366, "2025-11-25T00:00:00+01:00" },
    /* 02:30 is not on the clock of this night */
    { "Europe/Paris", "2027-03-28", 150, 0, "2027-03-28T03:00:00+02:00" },
    { "Europe/Paris", "2027-03-28", 1440, 0, "2027-03-29T00:00:00+02:00" },
    /* a day of 25 hours, whose midnights are where they are */
    { "Europe/Paris", "2026-10-25", 0, 0, "2026-10-25T00:00:00+02:00" },
    { "Europe/Paris", "2026-10-25", 1440, 0, "2026-10-26T00:00:00+01:00" },
    { "Europe/Paris", "2026-10-26", 1080, 1, "2026-10-25T18:00:00+01:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) zone = foyer_zone_new (cases[i].zone, NULL);
      gint64 instant_ms;
      FoyerDay day;

      g_assert_true (foyer_day_parse (cases[i].day, &day, NULL));
      g_assert_true (foyer_instant_parse (cases[i].instant, &instant_ms, NULL));
      g_assert_true (foyer_cancellation_is_free (zone, day, cases[i].minute, cases[i].n_days, instant_ms - 1));
      g_assert_false (foyer_cancellation_is_free (zone, day, cases[i].minute, cases[i].n_days, instant_ms));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cancellation/deadline", test_deadline);
  g_test_add_func ("/cancellation/free", test_free);

  return g_test_run ();
}
