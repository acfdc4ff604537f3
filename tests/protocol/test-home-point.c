/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <math.h>

#include "protocol/foyer-home-point.h"

#define POINTS 10000
#define RINGS 10
#define SECTORS 12

#define LAT 45759723
#define LON 4842223

/* Metres by the haversine, which is not how the point was moved. */
static double
measure (int lat, int lon, int to_lat, int to_lon)
{
  double rad = G_PI / 180e6;
  double a = pow (sin ((to_lat - lat) * rad / 2), 2) +
             cos (lat * rad) * cos (to_lat * rad) * pow (sin ((to_lon - lon) * rad / 2), 2);

  return 2 * 6371008.8 * asin (sqrt (a));
}

/* Chi square against equal shares; the bounds are far beyond p = 0.0001 (45 for 11 degrees of
 * freedom is p = 0.000005), and the points are the same on every run. */
static void
assert_uniform (const int *counts,
                int        n)
{
  double chi = 0;

  for (int i = 0; i < n; i++)
    chi += pow (counts[i] - (double) POINTS / n, 2) / ((double) POINTS / n);
  g_test_message ("chi square %.1f of %d", chi, n);
  g_assert_cmpfloat (chi, <, 45);
}

static void
test_uniform (gconstpointer data)
{
  int radius = GPOINTER_TO_INT (data);
  g_autoptr(FoyerIdentity) host = examples_new_identity (1);
  int rings[RINGS] = { 0 }, sectors[SECTORS] = { 0 };

  for (int i = 0; i < POINTS; i++)
    {
      g_autofree char *street = g_strdup_printf ("%d rue des Lilas", i);
      g_autoptr(FoyerAddress) address = foyer_address_new (street, "69003", "Lyon");
      int lat = LAT, lon = LON;
      double metres, area, angle;

      foyer_home_point_displace (host, address, radius, &lat, &lon);
      metres = measure (LAT, LON, lat, lon);
      g_assert_cmpfloat (metres, >=, FOYER_HOME_POINT_MIN);
      g_assert_cmpfloat (metres, <=, radius);
      area = (metres * metres - 2500) / ((double) radius * radius - 2500);
      rings[MIN ((int) (area * RINGS), RINGS - 1)]++;
      angle = atan2 ((lon - LON) * cos (LAT * G_PI / 180e6), lat - LAT) / (2 * G_PI) + 0.5;
      sectors[MIN ((int) (angle * SECTORS), SECTORS - 1)]++;
    }
  assert_uniform (rings, RINGS);
  assert_uniform (sectors, SECTORS);
}

/* A thousand publications tell one point, however the address is spelled. */
static void
test_republished (void)
{
  static const char * const spellings[] = {
    "12 rue des Lilas", "12, Rue des Lilas", "12 RUE DES  LILAS", "12 rue des lilas ",
  };
  int first_lat = LAT, first_lon = LON;
  g_autoptr(FoyerIdentity) host = examples_new_identity (1);
  g_autoptr(FoyerAddress) address = foyer_address_new (spellings[0], "69003", "Lyon");

  foyer_home_point_displace (host, address, 300, &first_lat, &first_lon);
  for (int i = 0; i < 1000; i++)
    {
      g_autoptr(FoyerIdentity) again = examples_new_identity (1);
      g_autoptr(FoyerAddress) spelled = foyer_address_new (spellings[i % G_N_ELEMENTS (spellings)], "69003", "LYON");
      int lat = LAT, lon = LON;

      foyer_home_point_displace (again, spelled, 300, &lat, &lon);
      g_assert_cmpint (lat, ==, first_lat);
      g_assert_cmpint (lon, ==, first_lon);
    }
}

/* Another host or another home lies elsewhere, and fields do not run into each other. */
static void
test_keyed (void)
{
  static const struct { guint8 who; const char *street, *postcode, *city; } cases[] = {
    { 1, "12 rue des Lilas", "69003", "Lyon" }, { 2, "12 rue des Lilas", "69003", "Lyon" },
    { 1, "13 rue des Lilas", "69003", "Lyon" }, { 1, "12 rue des Lilas", "69004", "Lyon" },
    { 1, "12 rue des Lilas 6", "9003", "Lyon" }, { 1, "12 rue des Lilas", "69003", "" },
    { 1, "12 rue des Lilas", "", "69003 Lyon" },
  };
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerIdentity) host = examples_new_identity (cases[i].who);
      g_autoptr(FoyerAddress) address = foyer_address_new (cases[i].street, cases[i].postcode, cases[i].city);
      int lat = LAT, lon = LON;

      foyer_home_point_displace (host, address, 300, &lat, &lon);
      g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (lat)));
    }
}

static void
test_edges (void)
{
  static const struct { int lat, lon; } points[] = {
    { 0, 0 }, { 0, 180000000 }, { 0, -180000000 }, { 89999000, 10000000 }, { 90000000, 0 }, { -90000000, 0 },
    { -16500000, 179999900 },
  };
  g_autoptr(FoyerIdentity) host = examples_new_identity (1);

  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    for (int home = 0; home < 50; home++)
      {
        g_autofree char *street = g_strdup_printf ("%d", home);
        g_autoptr(FoyerAddress) address = foyer_address_new (street, "", "");
        int lat = points[i].lat, lon = points[i].lon;

        foyer_home_point_displace (host, address, 1500, &lat, &lon);
        g_assert_cmpint (ABS (lat), <=, 90000000);
        g_assert_cmpint (ABS (lon), <=, 180000000);
        g_assert_cmpfloat (measure (points[i].lat, points[i].lon, lat, lon), >=, 50);
        g_assert_cmpfloat (measure (points[i].lat, points[i].lon, lat, lon), <=, 1500);
      }
}

static void
test_radius (void)
{
  g_assert_cmpint (foyer_home_point_get_radius (-1), ==, 1500);
  g_assert_cmpint (foyer_home_point_get_radius (0), ==, 1500);
  g_assert_cmpint (foyer_home_point_get_radius (1999), ==, 1500);
  g_assert_cmpint (foyer_home_point_get_radius (2000), ==, 300);
  g_assert_cmpint (foyer_home_point_get_radius (2000000), ==, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_data_func ("/home-point/uniform/town", GINT_TO_POINTER (300), test_uniform);
  g_test_add_data_func ("/home-point/uniform/village", GINT_TO_POINTER (1500), test_uniform);
  g_test_add_func ("/home-point/republished", test_republished);
  g_test_add_func ("/home-point/keyed", test_keyed);
  g_test_add_func ("/home-point/edges", test_edges);
  g_test_add_func ("/home-point/radius", test_radius);

  return g_test_run ();
}
