/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-day.h"

#include "core/foyer-error.h"

static void
test_against_gdate (void)
{
  GDate date;
  FoyerDay first = foyer_day_new (1900, 1, 1);
  FoyerDay last = foyer_day_new (2199, 12, 31);

  g_assert_cmpint (last - first + 1, ==, 109573);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1900);
  for (FoyerDay day = first; day <= last; day++, g_date_add_days (&date, 1))
    {
      char text[FOYER_DAY_TEXT_SIZE];
      char expected[FOYER_DAY_TEXT_SIZE];
      int year, month, day_of_month;
      FoyerDay parsed;

      foyer_day_get_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (foyer_day_new (year, month, day_of_month), ==, day);
      g_assert_cmpint (foyer_day_get_weekday (day), ==, (int) g_date_get_weekday (&date));
      g_assert_cmpint (foyer_day_get_week (day), ==, (int) g_date_get_iso8601_week_of_year (&date));
      g_assert_cmpint (foyer_day_days_in_month (year, month), ==,
                       g_date_get_days_in_month (month, year));

      g_snprintf (expected, sizeof expected, "%04d-%02d-%02d", year, month, day_of_month);
      g_assert_cmpstr (foyer_day_format (day, text), ==, expected);
      g_assert_true (foyer_day_parse (text, &parsed, NULL));
      g_assert_cmpint (parsed, ==, day);
    }
}

static void
test_against_gdatetime (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 5000; i++)
    {
      FoyerDay day = g_rand_int_range (rand, foyer_day_new (1900, 1, 1),
                                       foyer_day_new (9999, 12, 31) + 1);
      int n_months = g_rand_int_range (rand, -600, 601);
      g_autoptr(GDateTime) date = g_date_time_add_days (epoch, day);
      g_autoptr(GDateTime) moved = NULL;
      g_autofree char *expected = g_date_time_format (date, "%Y-%m-%d");
      char text[FOYER_DAY_TEXT_SIZE];
      int year;

      g_assert_cmpstr (foyer_day_format (day, text), ==, expected);
      g_assert_cmpint (foyer_day_get_week (day), ==, g_date_time_get_week_of_year (date));
      g_assert_cmpint (foyer_day_get_weekday (day), ==, g_date_time_get_day_of_week (date));

      g_date_time_get_ymd (date, &year, NULL, NULL);
      if (year < 1960 || year > 9940)
        continue;
      moved = g_date_time_add_months (date, n_months);
      g_free (expected);
      expected = g_date_time_format (moved, "%Y-%m-%d");
      g_assert_cmpstr (foyer_day_format (foyer_day_add_months (day, n_months), text), ==, expected);
    }
}

static void
test_new (void)
{
  static const struct { int year, month, day; gboolean exists; } cases[] = {
    { 1970, 1, 1, TRUE }, { 2024, 2, 29, TRUE }, { 2000, 2, 29, TRUE }, { 1900, 1, 1, TRUE },
    { 9999, 12, 31, TRUE },
    { 2400, 2, 29, TRUE }, { 2200, 2, 29, FALSE }, { 2300, 2, 29, FALSE }, { 2023, 2, 29, FALSE },
    { 2100, 2, 29, FALSE }, { 1900, 2, 29, FALSE }, { 2026, 2, 30, FALSE },
    { 2026, 4, 31, FALSE }, { 2026, 0, 1, FALSE }, { 2026, 13, 1, FALSE }, { 2026, 1, 0, FALSE },
    { 2026, 1, -1, FALSE }, { 1899, 12, 31, FALSE }, { 10000, 1, 1, FALSE },
    { G_MAXINT, 1, 1, FALSE }, { G_MININT, 1, 1, FALSE }, { 2026, G_MAXINT, G_MAXINT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerDay day = foyer_day_new (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpint (day != FOYER_DAY_NONE, ==, cases[i].exists);
      g_assert_cmpint (foyer_day_is_valid (day), ==, cases[i].exists);
    }

  g_assert_cmpint (foyer_day_new (1970, 1, 1), ==, 0);
  g_assert_cmpint (foyer_day_new (2000, 3, 1), ==, 11017);
  g_assert_false (foyer_day_is_valid (foyer_day_new (1900, 1, 1) - 1));
  g_assert_false (foyer_day_is_valid (foyer_day_new (9999, 12, 31) + 1));
}

static void
test_parse_refuses (void)
{
  static const char * const texts[] = {
    "", " ", "2026", "2026-11", "2026-11-2", "2026-11-266", "2026-1-26", "26-11-2026", "2026/11/26",
    "2026-11-26 ", " 2026-11-26", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31",
    "2026-11-00",
    "0000-01-01", "1899-12-31", "+026-11-26", "-026-11-26", "2026-+1-26", "2026-11--1", "20261126",
    "2026-W48-4", "2026-330", "2026-11-26T00:00:00Z", "today", "2026-11-26..2026-11-27",
    "２０２６-11-26", "2026-11-\xff\xff", "99999-01-01", "0x26-11-26",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerDay day = 7;

      g_assert_false (foyer_day_parse (texts[i], &day, &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_cmpint (day, ==, 7);
    }
}

static void
test_parse_range (void)
{
  static const struct { const char *text; int n_days; } cases[] = {
    { "2026-11-26", 1 }, { "2026-11-26..2026-11-26", 1 }, { "2026-12-21..2026-12-31", 11 },
    { "2024-02-28..2024-03-01", 3 }, { "1900-01-01..9999-12-31", 2958464 },
    { "2026-11-27..2026-11-26", 0 }, { "2026-11-26..", 0 }, { "..2026-11-26", 0 },
    { "2026-11-26.2026-11-27", 0 }, { "2026-11-26...2026-11-27", 0 },
    { "2026-11-26 .. 2026-11-27", 0 },
    { "2026-11-26..2026-11-27..2026-11-28", 0 }, { "2026-11-26..2026-11-31", 0 },
    { "2026-11-31..2026-12-01", 0 }, { "2026-11-26..2026-11-277", 0 }, { "", 0 }, { "..", 0 },
    { "2026-11-26-2026-11-27", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerDay first, last;

      if (cases[i].n_days > 0)
        {
          g_assert_true (foyer_day_parse_range (cases[i].text, &first, &last, &error));
          g_assert_no_error (error);
          g_assert_cmpint (last - first + 1, ==, cases[i].n_days);
        }
      else
        {
          g_assert_false (foyer_day_parse_range (cases[i].text, &first, &last, &error));
          g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
        }
    }
}

static void
test_weeks (void)
{
  /* ISO 8601 gives most of these itself: year ends on each day of the week */
  static const struct { int year, month, day, week, weekday; } cases[] = {
    { 2005, 1, 1, 53, 6 }, { 2005, 1, 2, 53, 7 }, { 2005, 12, 31, 52, 6 }, { 2006, 1, 1, 52, 7 },
    { 2006, 1, 2, 1, 1 }, { 2006, 12, 31, 52, 7 }, { 2007, 1, 1, 1, 1 }, { 2007, 12, 30, 52, 7 },
    { 2007, 12, 31, 1, 1 }, { 2008, 1, 1, 1, 2 }, { 2008, 12, 28, 52, 7 }, { 2008, 12, 29, 1, 1 },
    { 2009, 12, 31, 53, 4 }, { 2010, 1, 3, 53, 7 }, { 2020, 12, 31, 53, 4 },
    { 2026, 11, 26, 48, 4 },
    { 1900, 1, 1, 1, 1 }, { 9999, 12, 31, 52, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerDay day = foyer_day_new (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpint (foyer_day_get_week (day), ==, cases[i].week);
      g_assert_cmpint (foyer_day_get_weekday (day), ==, cases[i].weekday);
    }
}

static void
test_months (void)
{
  static const struct { const char *from; int n_months; const char *to; } cases[] = {
    { "2026-01-31", 1, "2026-02-28" }, { "2024-01-31", 1, "2024-02-29" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", 48, "2028-02-29" }, { "2026-03-31", -1, "2026-02-28" },
    { "2026-12-15", 1, "2027-01-15" },
    { "2026-01-15", -1, "2025-12-15" }, { "2026-11-26", 0, "2026-11-26" },
    { "1900-01-31", -1, NULL },
    { "9999-12-01", 1, NULL }, { "2026-11-26", G_MAXINT, NULL }, { "2026-11-26", G_MININT, NULL },
    { "1900-01-01", 97199, "9999-12-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerDay from, to;
      char text[FOYER_DAY_TEXT_SIZE];

      g_assert_true (foyer_day_parse (cases[i].from, &from, NULL));
      to = foyer_day_add_months (from, cases[i].n_months);
      if (cases[i].to == NULL)
        g_assert_cmpint (to, ==, FOYER_DAY_NONE);
      else
        g_assert_cmpstr (foyer_day_format (to, text), ==, cases[i].to);
      g_assert_cmpstr (foyer_day_format (foyer_day_first_of_month (from), text) + 8, ==, "01");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/against-gdate", test_against_gdate);
  g_test_add_func ("/day/against-gdatetime", test_against_gdatetime);
  g_test_add_func ("/day/new", test_new);
  g_test_add_func ("/day/parse-refuses", test_parse_refuses);
  g_test_add_func ("/day/parse-range", test_parse_range);
  g_test_add_func ("/day/weeks", test_weeks);
  g_test_add_func ("/day/months", test_months);

  return g_test_run ();
}
