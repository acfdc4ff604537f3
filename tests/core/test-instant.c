/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"

#include "core/foyer-error.h"

#define MINUTE_MS 60000

static const char * const zones[] = {
  "Europe/Paris", "Europe/Dublin", "Australia/Lord_Howe", "America/Sao_Paulo", "Antarctica/Troll",
  "Pacific/Kiritimati", "Pacific/Apia", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns",
  "Africa/Casablanca", "Asia/Gaza", "Pacific/Chatham", "America/New_York", "Indian/Reunion",
  "America/Guadeloupe", "Europe/London", "Africa/Cairo", "America/Asuncion", "UTC", "Etc/GMT+12",
};

static gint64
read_instant (const char *text)
{
  g_autoptr(GError) error = NULL;
  gint64 instant_ms = 0;

  foyer_instant_parse (text, &instant_ms, &error);
  g_assert_no_error (error);

  return instant_ms;
}

static FoyerDay
read_day (const char *text)
{
  g_autoptr(GError) error = NULL;
  FoyerDay day = FOYER_DAY_NONE;

  foyer_day_parse (text, &day, &error);
  g_assert_no_error (error);

  return day;
}

static GTimeZone *
read_zone (const char *identifier)
{
  g_autoptr(GError) error = NULL;
  GTimeZone *zone = foyer_zone_new (identifier, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, identifier);

  return zone;
}

static void
test_zones (void)
{
  static const char * const wrong[] = {
    "", " ", "+01:00", "-0500", "+01", "Z", "Paris", "europe/paris", "Europe/paris", "Europe",
    "Europe/",
    "Europe/Paris ", " Europe/Paris", "Europe/Paris\n", "/etc/localtime", "../../etc/passwd",
    "/usr/share/zoneinfo/Europe/Paris", ":Europe/Paris", "Europe/../Europe/Paris", "CET-1CEST",
    "CET-1CEST,M3.5.0,M10.5.0/3", "FOO5", "<+03>-3", "localtime", "posixrules", "Factory",
    "posix/UTC",
    "right/Europe/Paris", "posix/Europe/Paris", "leapseconds", "tzdata.zi", "zone.tab",
    "Europe/Pa\xffis", "Europe/Paris\x01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    g_time_zone_unref (read_zone (zones[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GTimeZone) zone = foyer_zone_new (wrong[i], &error);

      if (zone != NULL)
        g_test_message ("“%s” was taken", wrong[i]);
      g_assert_null (zone);
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
  g_assert_null (foyer_zone_new (NULL, NULL));
}

static void
test_business_day (void)
{
  static const struct { const char *zone, *instant; int cut_off; const char *day; } cases[] = {
    /* the contract's own example */
    { "Europe/Paris", "2026-11-27T02:30:00+01:00", 180, "2026-11-26" },
    { "Europe/Paris", "2026-11-27T02:59:59.999+01:00", 180, "2026-11-26" },
    { "Europe/Paris", "2026-11-27T03:00:00+01:00", 180, "2026-11-27" },
    { "Europe/Paris", "2026-11-27T00:00:00+01:00", 0, "2026-11-27" },
    { "Europe/Paris", "2026-11-26T23:59:59+01:00", 0, "2026-11-26" },
    { "Europe/Paris", "2027-01-01T01:00:00+01:00", 180, "2026-12-31" },
    { "Europe/Paris", "2028-03-01T01:00:00+01:00", 180, "2028-02-29" },
    { "Europe/Paris", "2026-11-27T11:59:00+01:00", 720, "2026-11-26" },
    /* spring: the clock goes from 01:59 to 03:00, where the day ends */
    { "Europe/Paris", "2027-03-28T01:59:59+01:00", 180, "2027-03-27" },
    { "Europe/Paris", "2027-03-28T03:00:00+02:00", 180, "2027-03-28" },
    { "Europe/Paris", "2027-03-28T03:30:00+02:00", 180, "2027-03-28" },
    { "Europe/Paris", "2027-03-28T03:00:00+02:00", 150, "2027-03-28" },
    /* autumn: the hour from two to three comes twice and is before the end both times */
    { "Europe/Paris", "2026-10-25T02:30:00+02:00", 180, "2026-10-24" },
    { "Europe/Paris", "2026-10-25T02:30:00+01:00", 180, "2026-10-24" },
    { "Europe/Paris", "2026-10-25T02:59:59+01:00", 180, "2026-10-24" },
    { "Europe/Paris", "2026-10-25T03:00:00+01:00", 180, "2026-10-25" },
    /* half an hour */
    { "Australia/Lord_Howe", "2026-10-04T02:30:00+11:00", 150, "2026-10-04" },
    { "Australia/Lord_Howe", "2026-10-04T01:59:00+10:30", 150, "2026-10-03" },
    { "Australia/Lord_Howe", "2027-04-04T01:45:00+11:00", 105, "2027-04-04" },
    { "Australia/Lord_Howe", "2027-04-04T01:30:00+10:30", 105, "2027-04-03" },
    /* two hours */
    { "Antarctica/Troll", "2027-03-28T03:00:00+02:00", 180, "2027-03-28" },
    { "Antarctica/Troll", "2027-03-28T00:59:59Z", 180, "2027-03-27" },
    { "Antarctica/Troll", "2026-10-25T01:00:00Z", 180, "2026-10-24" },
    { "Antarctica/Troll", "2026-10-25T02:59:00+02:00", 180, "2026-10-24" },
    /* a day without its first hour, and one whose last hour comes twice */
    { "America/Sao_Paulo", "2018-11-04T01:00:00-02:00", 180, "2018-11-03" },
    { "America/Sao_Paulo", "2018-11-04T01:00:00-02:00", 60, "2018-11-04" },
    { "America/Sao_Paulo", "2018-11-04T01:00:00-02:00", 0, "2018-11-04" },
    { "America/Sao_Paulo", "2018-02-17T23:30:00-02:00", 0, "2018-02-17" },
    { "America/Sao_Paulo", "2018-02-17T23:30:00-03:00", 0, "2018-02-17" },
    { "America/Sao_Paulo", "2018-02-18T00:30:00-03:00", 180, "2018-02-17" },
    /* far zones */
    { "Pacific/Kiritimati", "2026-11-26T13:00:00Z", 180, "2026-11-27" },
    { "Pacific/Kiritimati", "2026-11-26T12:59:59Z", 180, "2026-11-26" },
    { "Etc/GMT+12", "2026-11-26T14:59:59Z", 180, "2026-11-25" },
    { "Asia/Kathmandu", "2026-11-25T21:14:59Z", 180, "2026-11-25" },
    { "Asia/Kathmandu", "2026-11-25T21:15:00Z", 180, "2026-11-26" },
    { "America/St_Johns", "2026-11-26T06:29:59Z", 180, "2026-11-25" },
    { "America/St_Johns", "2026-11-26T06:30:00Z", 180, "2026-11-26" },
    /* its clocks went back at 00:01, to the day before */
    { "America/St_Johns", "2006-10-29T00:00:30-02:30", 0, "2006-10-29" },
    { "America/St_Johns", "2006-10-28T23:30:00-03:30", 0, "2006-10-28" },
    /* 2011-12-30 did not happen there */
    { "Pacific/Apia", "2011-12-29T23:59:59-10:00", 180, "2011-12-29" },
    { "Pacific/Apia", "2011-12-31T00:00:00+14:00", 180, "2011-12-29" },
    { "Pacific/Apia", "2011-12-31T02:59:59+14:00", 180, "2011-12-29" },
    { "Pacific/Apia", "2011-12-31T03:00:00+14:00", 180, "2011-12-31" },
    /* before 1970 */
    { "UTC", "1969-12-31T23:59:59.999Z", 0, "1969-12-31" },
    { "UTC", "1970-01-01T00:00:00Z", 0, "1970-01-01" },
    { "Europe/Paris", "1950-06-15T02:00:00+01:00", 180, "1950-06-14" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) zone = read_zone (cases[i].zone);
      char text[FOYER_DAY_TEXT_SIZE];
      FoyerDay day = foyer_business_day (zone, read_instant (cases[i].instant), cases[i].cut_off);

      if (day != read_day (cases[i].day))
        g_test_message ("%s %s", cases[i].zone, cases[i].instant);
      g_assert_cmpstr (foyer_day_format (day, text), ==, cases[i].day);
    }
}

static void
test_at (void)
{
  static const struct { const char *zone, *day; int minute; const char *instant; } cases[] = {
    { "Europe/Paris", "2026-11-26", 9 * 60, "2026-11-26T08:00:00Z" },
    { "Europe/Paris", "2026-07-01", 9 * 60, "2026-07-01T07:00:00Z" },
    { "Europe/Paris", "2026-11-26", 1440, "2026-11-26T23:00:00Z" },
    { "Europe/Paris", "2027-03-28", 120, "2027-03-28T01:00:00Z" },
    { "Europe/Paris", "2027-03-28", 150, "2027-03-28T01:00:00Z" },
    { "Europe/Paris", "2027-03-28", 180, "2027-03-28T01:00:00Z" },
    { "Europe/Paris", "2027-03-28", 181, "2027-03-28T01:01:00Z" },
    { "Europe/Paris", "2026-10-25", 119, "2026-10-24T23:59:00Z" },
    { "Europe/Paris", "2026-10-25", 120, "2026-10-25T00:00:00Z" },
    { "Europe/Paris", "2026-10-25", 150, "2026-10-25T00:30:00Z" },
    { "Europe/Paris", "2026-10-25", 180, "2026-10-25T02:00:00Z" },
    { "Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:30:00Z" },
    { "Australia/Lord_Howe", "2027-04-04", 100, "2027-04-03T14:40:00Z" },
    { "Australia/Lord_Howe", "2027-04-04", 120, "2027-04-03T15:30:00Z" },
    { "Antarctica/Troll", "2027-03-28", 90, "2027-03-28T01:00:00Z" },
    { "Antarctica/Troll", "2026-10-25", 90, "2026-10-24T23:30:00Z" },
    { "America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T03:00:00Z" },
    { "America/Sao_Paulo", "2018-02-17", 1410, "2018-02-18T01:30:00Z" },
    { "America/Sao_Paulo", "2018-02-17", 1440, "2018-02-18T03:00:00Z" },
    { "America/Sao_Paulo", "2018-02-18", 0, "2018-02-18T03:00:00Z" },
    { "Pacific/Kiritimati", "2026-11-26", 0, "2026-11-25T10:00:00Z" },
    { "Pacific/Apia", "2011-12-30", 0, "2011-12-30T10:00:00Z" },
    { "Pacific/Apia", "2011-12-30", 720, "2011-12-30T10:00:00Z" },
    { "Pacific/Apia", "2011-12-31", 0, "2011-12-30T10:00:00Z" },
    { "Pacific/Apia", "2011-12-29", 1439, "2011-12-30T09:59:00Z" },
    { "Asia/Kathmandu", "2026-11-26", 0, "2026-11-25T18:15:00Z" },
    { "Europe/Paris", "2045-07-01", 9 * 60, "2045-07-01T07:00:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) zone = read_zone (cases[i].zone);
      g_autofree char *text = foyer_instant_format (foyer_instant_at (zone, read_day (cases[i].day),
                                                                      cases[i].minute));

      g_assert_cmpstr (text, ==, cases[i].instant);
    }
}

/* The clock of GDateTime, an own implementation of the same rules. */
static void
read_wall (GTimeZone *zone,
           gint64     instant_ms,
           FoyerDay  *day,
           int       *minute)
{
  gint64 seconds = instant_ms / 1000 - (instant_ms % 1000 < 0 ? 1 : 0);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr(GDateTime) wall = g_date_time_to_timezone (utc, zone);

  *day = foyer_day_new (g_date_time_get_year (wall), g_date_time_get_month (wall),
                        g_date_time_get_day_of_month (wall));
  *minute = g_date_time_get_hour (wall) * 60 + g_date_time_get_minute (wall);
}

static void
test_against_gdatetime (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(GPtrArray) opened = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);
  gint64 first = read_instant ("1930-01-01T00:00:00Z") / 1000;
  gint64 last = read_instant ("9998-01-01T00:00:00Z") / 1000;

  g_test_message ("seed %u", seed);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    g_ptr_array_add (opened, read_zone (zones[i]));
  for (int i = 0; i < 50000; i++)
    {
      GTimeZone *zone = g_ptr_array_index (opened, g_rand_int_range (rand, 0, opened->len));
      gint64 instant_ms = (first + (gint64) (g_rand_double (rand) * (last - first))) * 1000 +
                          g_rand_int_range (rand, 0, 1000);
      int cut_off = g_rand_int_range (rand, 0, 721);
      FoyerDay day, business_day;
      int minute;

      read_wall (zone, instant_ms, &day, &minute);
      g_assert_cmpint (foyer_instant_get_day (zone, instant_ms), ==, day);
      g_assert_cmpint (foyer_instant_get_minute (zone, instant_ms), ==, minute);

      business_day = foyer_business_day (zone, instant_ms, cut_off);
      if (minute >= cut_off)
        g_assert_cmpint (business_day, ==, day);
      else if (day == read_day ("2011-12-31"))
        g_assert_cmpint (business_day, <, day);
      else
        g_assert_cmpint (business_day, ==, day - 1);
    }
}

/* Looks at every minute around nights in which clocks change: the answer is the first
 * instant that shows the minute or a later one. */
static void
test_at_by_force (void)
{
  static const struct { const char *zone, *day; } nights[] = {
    { "Europe/Paris", "2027-03-28" }, { "Europe/Paris", "2026-10-25" },
    { "Europe/Dublin", "2026-10-25" }, { "Australia/Lord_Howe", "2026-10-04" },
    { "Australia/Lord_Howe", "2027-04-04" }, { "America/Sao_Paulo", "2018-11-04" },
    { "America/Sao_Paulo", "2018-02-17" }, { "America/Sao_Paulo", "2018-02-18" },
    { "Antarctica/Troll", "2027-03-28" }, { "Antarctica/Troll", "2026-10-25" },
    { "Pacific/Apia", "2011-12-29" }, { "Pacific/Apia", "2011-12-30" },
    { "Pacific/Apia", "2011-12-31" },
    { "America/St_Johns", "2006-10-28" }, { "America/St_Johns", "2006-10-29" },
    { "Africa/Casablanca", "2026-03-22" }, { "Pacific/Chatham", "2026-09-27" },
    { "Asia/Pyongyang", "2018-05-04" }, { "Asia/Pyongyang", "2018-05-05" },
    { "America/Caracas", "2016-05-01" }, { "Pacific/Kiritimati", "1994-12-31" },
    { "Pacific/Kiritimati", "1995-01-01" }, { "Pacific/Kwajalein", "1993-08-21" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      g_autoptr(GTimeZone) zone = read_zone (nights[i].zone);
      FoyerDay day = read_day (nights[i].day);
      gint64 noon = day * G_GINT64_CONSTANT (86400000) + 720 * MINUTE_MS;
      int minute = 0;

      for (gint64 t = noon - 40 * 60 * MINUTE_MS; minute <= 1440; t += MINUTE_MS)
        {
          FoyerDay shown_day;
          int shown_minute;

          g_assert_cmpint (t, <, noon + 60 * 60 * MINUTE_MS);
          read_wall (zone, t, &shown_day, &shown_minute);
          for (; minute <= 1440 && (shown_day - day) * 1440 + shown_minute >= minute; minute++)
            {
              gint64 instant_ms = foyer_instant_at (zone, day, minute);

              if (instant_ms != t)
                g_test_message ("%s %s minute %d", nights[i].zone, nights[i].day, minute);
              g_assert_cmpint (instant_ms, ==, t);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instant/zones", test_zones);
  g_test_add_func ("/instant/business-day", test_business_day);
  g_test_add_func ("/instant/at", test_at);
  g_test_add_func ("/instant/against-gdatetime", test_against_gdatetime);
  g_test_add_func ("/instant/at-by-force", test_at_by_force);

  return g_test_run ();
}
