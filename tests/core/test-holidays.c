/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-holidays.h"

static FoyerDay
day_of (const char *text)
{
  FoyerDay day;

  g_assert_true (foyer_day_parse (text, &day, NULL));

  return day;
}

/* Each day of a year that is a holiday, as the calendars of the prefectures have them. */
static const struct {
  const char  *day;
  FoyerHoliday everywhere;
  FoyerHoliday alsace_moselle;
} days[] = {
  { "2026-01-01", FOYER_HOLIDAY_NEW_YEAR, FOYER_HOLIDAY_NEW_YEAR },
  { "2026-04-03", FOYER_HOLIDAY_NONE, FOYER_HOLIDAY_GOOD_FRIDAY },
  { "2026-04-06", FOYER_HOLIDAY_EASTER_MONDAY, FOYER_HOLIDAY_EASTER_MONDAY },
  { "2026-05-01", FOYER_HOLIDAY_LABOUR_DAY, FOYER_HOLIDAY_LABOUR_DAY },
  { "2026-05-08", FOYER_HOLIDAY_VICTORY_DAY, FOYER_HOLIDAY_VICTORY_DAY },
  { "2026-05-14", FOYER_HOLIDAY_ASCENSION, FOYER_HOLIDAY_ASCENSION },
  { "2026-05-25", FOYER_HOLIDAY_WHIT_MONDAY, FOYER_HOLIDAY_WHIT_MONDAY },
  { "2026-07-14", FOYER_HOLIDAY_NATIONAL_DAY, FOYER_HOLIDAY_NATIONAL_DAY },
  { "2026-08-15", FOYER_HOLIDAY_ASSUMPTION, FOYER_HOLIDAY_ASSUMPTION },
  { "2026-11-01", FOYER_HOLIDAY_ALL_SAINTS, FOYER_HOLIDAY_ALL_SAINTS },
  { "2026-11-11", FOYER_HOLIDAY_ARMISTICE, FOYER_HOLIDAY_ARMISTICE },
  { "2026-12-25", FOYER_HOLIDAY_CHRISTMAS, FOYER_HOLIDAY_CHRISTMAS },
  { "2026-12-26", FOYER_HOLIDAY_NONE, FOYER_HOLIDAY_SECOND_CHRISTMAS },
};

static void
test_year (void)
{
  gsize next = 0;

  for (FoyerDay day = day_of ("2026-01-01"); day <= day_of ("2026-12-31"); day++)
    {
      gboolean listed = next < G_N_ELEMENTS (days) && day == day_of (days[next].day);

      g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, day), ==,
                       listed ? days[next].everywhere : FOYER_HOLIDAY_NONE);
      g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_ALSACE_MOSELLE, day), ==,
                       listed ? days[next].alsace_moselle : FOYER_HOLIDAY_NONE);
      g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_UNKNOWN, day), ==, FOYER_HOLIDAY_NONE);
      next += listed;
    }
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (days));
}

static void
test_easter (void)
{
  static const char * const easters[] = {
    /* the day of the change of clocks too, the earliest, the latest, and far away */
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25",
    "2049-04-18", "1913-03-23", "1943-04-25", "2285-03-22", "9999-03-28",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (easters); i++)
    {
      FoyerDay easter = day_of (easters[i]);

      g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, easter), ==, FOYER_HOLIDAY_NONE);
      g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, easter + 1), ==, FOYER_HOLIDAY_EASTER_MONDAY);
      g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_ALSACE_MOSELLE, easter - 2), ==, FOYER_HOLIDAY_GOOD_FRIDAY);
    }
}

/* Easter as the church defines it, not by a formula in one piece: the first Sunday after the
 * fourteenth day of the moon that falls on 21 March or later, by the table of epacts of
 * Clavius (1582). */
static FoyerDay
find_easter_by_moons (int year)
{
  int century = year / 100 + 1;
  int solar = 3 * century / 4 - 12;
  int lunar = (8 * century + 5) / 25 - 5;
  int golden = year % 19 + 1;
  int epact = (11 * golden + 20 + lunar - solar) % 30;
  FoyerDay day;

  if (epact < 0)
    epact += 30;
  if (epact == 24 || (epact == 25 && golden > 11))
    epact++;
  day = foyer_day_new (year, 3, 21) + ((44 - epact - 21) % 30 + 30) % 30 + 1;
  while (foyer_day_get_weekday (day) != 7)
    day++;

  return day;
}

static void
test_every_year (void)
{
  for (int year = 1900; year <= 9999; year++)
    {
      FoyerDay easter = find_easter_by_moons (year);
      int n_everywhere = 0, n_alsace_moselle = 0;

      g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, easter + 1), ==, FOYER_HOLIDAY_EASTER_MONDAY);
      for (FoyerDay day = foyer_day_new (year, 1, 1); day <= foyer_day_new (year, 12, 31); day++)
        {
          n_everywhere += foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, day) != FOYER_HOLIDAY_NONE;
          n_alsace_moselle += foyer_holidays_get (FOYER_HOLIDAYS_ALSACE_MOSELLE, day) != FOYER_HOLIDAY_NONE;
        }
      /* Ascension falls on 1 May or 8 May in some years */
      g_assert_cmpint (n_everywhere, ==,
                       easter + 39 == foyer_day_new (year, 5, 1) || easter + 39 == foyer_day_new (year, 5, 8) ? 10 : 11);
      g_assert_cmpint (n_alsace_moselle, ==, n_everywhere + 2);
    }
}

static void
test_two_on_a_day (void)
{
  g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, day_of ("2008-05-01")), ==, FOYER_HOLIDAY_LABOUR_DAY);
  g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, day_of ("1997-05-08")), ==, FOYER_HOLIDAY_VICTORY_DAY);
  /* the abolition on a Whit Monday */
  g_assert_cmpint (foyer_holidays_get (FOYER_HOLIDAYS_GUADELOUPE, day_of ("1996-05-27")), ==, FOYER_HOLIDAY_WHIT_MONDAY);
}

static void
test_overseas (void)
{
  static const struct {
    FoyerHolidayRegion region;
    const char        *day;
  } cases[] = {
    { FOYER_HOLIDAYS_MAYOTTE, "2026-04-27" },
    { FOYER_HOLIDAYS_MARTINIQUE, "2026-05-22" },
    { FOYER_HOLIDAYS_GUADELOUPE, "2026-05-27" },
    { FOYER_HOLIDAYS_SAINT_MARTIN, "2026-05-28" },
    { FOYER_HOLIDAYS_GUYANE, "2026-06-10" },
    { FOYER_HOLIDAYS_SAINT_BARTHELEMY, "2026-10-09" },
    { FOYER_HOLIDAYS_REUNION, "2026-12-20" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (FoyerDay day = day_of ("2026-01-01"); day <= day_of ("2026-12-31"); day++)
      g_assert_cmpint (foyer_holidays_get (cases[i].region, day), ==,
                       day == day_of (cases[i].day) ? FOYER_HOLIDAY_ABOLITION
                                                    : foyer_holidays_get (FOYER_HOLIDAYS_FRANCE, day));
}

static void
test_names (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (foyer_holiday_get_name (FOYER_HOLIDAY_NONE), ==, "");
  g_assert_cmpstr (foyer_holiday_get_name (FOYER_HOLIDAY_EASTER_MONDAY), ==, "easter-monday");
  for (FoyerHoliday holiday = FOYER_HOLIDAY_NONE; holiday <= FOYER_HOLIDAY_ABOLITION; holiday++)
    g_assert_true (g_hash_table_add (seen, (char *) foyer_holiday_get_name (holiday)));
}

static void
test_region (void)
{
  static const struct {
    const char        *tz, *postcode;
    FoyerHolidayRegion region;
  } cases[] = {
    { "Europe/Paris", "69003", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "57000", FOYER_HOLIDAYS_ALSACE_MOSELLE },
    { "Europe/Paris", "67000", FOYER_HOLIDAYS_ALSACE_MOSELLE },
    { "Europe/Paris", "68999", FOYER_HOLIDAYS_ALSACE_MOSELLE },
    { "Europe/Paris", "66999", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "69000", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "05700", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", " 67 000 ", FOYER_HOLIDAYS_ALSACE_MOSELLE },
    { "Europe/Paris", "F-67000", FOYER_HOLIDAYS_ALSACE_MOSELLE },
    { "Europe/Paris", "f-67000", FOYER_HOLIDAYS_ALSACE_MOSELLE },
    { "Europe/Paris", "670000", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "6700", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "67", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "F", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "F-", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "67000 Strasbourg", FOYER_HOLIDAYS_FRANCE },
    { "Europe/Paris", "97400", FOYER_HOLIDAYS_REUNION },
    { "Europe/Paris", "97133", FOYER_HOLIDAYS_SAINT_BARTHELEMY },
    { "America/Guadeloupe", "97150", FOYER_HOLIDAYS_SAINT_MARTIN },
    { "America/Guadeloupe", "97110", FOYER_HOLIDAYS_GUADELOUPE },
    { "America/Guadeloupe", "", FOYER_HOLIDAYS_GUADELOUPE },
    { "America/Martinique", "97200", FOYER_HOLIDAYS_MARTINIQUE },
    { "America/Cayenne", "", FOYER_HOLIDAYS_GUYANE },
    { "Indian/Reunion", "", FOYER_HOLIDAYS_REUNION },
    { "Indian/Mayotte", "97600", FOYER_HOLIDAYS_MAYOTTE },
    /* five digits elsewhere */
    { "Europe/Berlin", "67059", FOYER_HOLIDAYS_UNKNOWN },
    { "Europe/Rome", "57121", FOYER_HOLIDAYS_UNKNOWN },
    { "Europe/Monaco", "98000", FOYER_HOLIDAYS_UNKNOWN },
    { "Pacific/Noumea", "98800", FOYER_HOLIDAYS_UNKNOWN },
    { "", "67000", FOYER_HOLIDAYS_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s “%s”", cases[i].tz, cases[i].postcode);
      g_assert_cmpint (foyer_holidays_find_region (cases[i].tz, cases[i].postcode), ==, cases[i].region);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holidays/year", test_year);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/every-year", test_every_year);
  g_test_add_func ("/holidays/two-on-a-day", test_two_on_a_day);
  g_test_add_func ("/holidays/overseas", test_overseas);
  g_test_add_func ("/holidays/names", test_names);
  g_test_add_func ("/holidays/region", test_region);

  return g_test_run ();
}
