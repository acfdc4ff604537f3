/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-zone-country.h"

#include <glib.h>

static void
test_known (void)
{
  static const struct { const char *tz, *country; } cases[] = {
    { "Europe/Paris", "FR" }, { "America/Cayenne", "GF" }, { "Pacific/Wallis", "WF" }, { "Africa/Abidjan", "CI" },
    { "America/Chicago", "US" }, { "Europe/Berlin", "DE" }, { "UTC", "ZZ" }, { "", "ZZ" }, { "europe/paris", "ZZ" },
    { "Europe/Pari", "ZZ" }, { "Europe/Pariss", "ZZ" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (foyer_zone_get_country (cases[i].tz), ==, cases[i].country);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone-country/known", test_known);

  return g_test_run ();
}
