/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"

#include "core/foyer-error.h"

static void
test_parse (void)
{
  static const struct { const char *text; gint64 instant_ms; const char *formatted; } cases[] = {
    { "1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z" },
    { "2026-11-26T09:00:00+01:00", G_GINT64_CONSTANT (1795680000000), "2026-11-26T08:00:00Z" },
    { "2026-11-26T09:00:00.5+01:00", G_GINT64_CONSTANT (1795680000500),
      "2026-11-26T08:00:00.500Z" },
    { "2026-11-26T08:00:00.001Z", G_GINT64_CONSTANT (1795680000001), "2026-11-26T08:00:00.001Z" },
    { "2026-11-26T08:00:00.0019999999999999999999999Z", G_GINT64_CONSTANT (1795680000001),
      "2026-11-26T08:00:00.001Z" },
    { "2026-11-26t08:00:00z", G_GINT64_CONSTANT (1795680000000), "2026-11-26T08:00:00Z" },
    { "2026-11-25T20:00:00-12:00", G_GINT64_CONSTANT (1795680000000), "2026-11-26T08:00:00Z" },
    { "2026-11-26T22:00:00+14:00", G_GINT64_CONSTANT (1795680000000), "2026-11-26T08:00:00Z" },
    { "2026-11-26T13:45:00+05:45", G_GINT64_CONSTANT (1795680000000), "2026-11-26T08:00:00Z" },
    { "2026-11-26T08:00:00-00:00", G_GINT64_CONSTANT (1795680000000), "2026-11-26T08:00:00Z" },
    { "2027-01-01T00:30:00+01:00", G_GINT64_CONSTANT (1798759800000), "2026-12-31T23:30:00Z" },
    { "1969-12-31T23:59:59.999Z", -1, "1969-12-31T23:59:59.999Z" },
    { "1900-01-01T00:00:00Z", G_GINT64_CONSTANT (-2208988800000), "1900-01-01T00:00:00Z" },
    { "9999-12-31T23:59:59.999Z", G_GINT64_CONSTANT (253402300799999), "9999-12-31T23:59:59.999Z" },
    { "2024-02-29T23:59:59Z", G_GINT64_CONSTANT (1709251199000), "2024-02-29T23:59:59Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *formatted = NULL;
      gint64 instant_ms;

      g_assert_true (foyer_instant_parse (cases[i].text, &instant_ms, &error));
      g_assert_no_error (error);
      g_assert_cmpint (instant_ms, ==, cases[i].instant_ms);
      formatted = foyer_instant_format (instant_ms);
      g_assert_cmpstr (formatted, ==, cases[i].formatted);
    }
}

static void
test_parse_refuses (void)
{
  static const char * const texts[] = {
    "", "now", "2026-11-26", "2026-11-26T09:00:00", "2026-11-26T09:00+01:00", "2026-11-26T09Z",
    "2026-11-26 09:00:00+01:00", "2026-11-26T09:00:00+0100", "2026-11-26T09:00:00+01",
    "2026-11-26T09:00:00 +01:00", "2026-11-26T09:00:00+24:00", "2026-11-26T09:00:00+01:60",
    "2026-11-26T09:00:00+1:00", "2026-11-26T09:00:00UTC", "2026-11-26T09:00:00Z ",
    " 2026-11-26T09:00:00Z",
    "2026-11-26T09:00:00ZZ", "2026-11-26T24:00:00Z", "2026-11-26T09:60:00Z", "2026-11-26T09:00:60Z",
    "2016-12-31T23:59:60Z", "2026-11-26T09:00:00.Z", "2026-11-26T09:00:00,5Z",
    "2026-11-26T09:00:00.5",
    "2026-02-29T09:00:00Z", "2026-13-01T09:00:00Z", "2026-11-31T09:00:00Z", "2026-11-26T9:00:00Z",
    "2026-11-26T09:0:00Z", "2026-11-26T-9:00:00Z", "2026-11-26T+9:00:00Z", "+2026-11-26T09:00:00Z",
    "1899-12-31T23:59:59Z", "1900-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "1795680000",
    "2026-11-26T09:00:00\xe2\x88\x92" "01:00", "2026-11-26T09:00:00+01:00\n", "2026-330T09:00:00Z",
    "20261126T090000Z", "2026-11-26T09:00:00+01:00[Europe/Paris]", "\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 instant_ms = 7;

      if (foyer_instant_parse (texts[i], &instant_ms, &error))
        g_test_message ("“%s” was taken", texts[i]);
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_cmpint (instant_ms, ==, 7);
    }
}

static void
test_round_trip (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++)
    {
      gint64 instant_ms = ((gint64) g_rand_int_range (rand, -25567, 2932897) * 86400000) +
                          g_rand_int_range (rand, 0, 86400000);
      g_autofree char *text = foyer_instant_format (instant_ms);
      g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
      gint64 parsed;

      g_assert_true (foyer_instant_parse (text, &parsed, NULL));
      g_assert_cmpint (parsed, ==, instant_ms);
      g_assert_cmpint (g_date_time_to_unix_usec (time), ==, instant_ms * 1000);
    }
}

static void
test_minutes (void)
{
  static const struct { const char *text; int minute; } cases[] = {
    { "0", 0 }, { "00:00", 0 }, { "0:00", 0 }, { "9", 540 }, { "09", 540 }, { "9:30", 570 },
    { "09:30", 570 }, { "23:59", 1439 }, { "24", 1440 }, { "24:00", 1440 },
    { "", -1 }, { ":", -1 }, { ":30", -1 }, { "9:", -1 }, { "9:5", -1 }, { "9:60", -1 },
    { "24:01", -1 },
    { "25", -1 }, { "009", -1 }, { "9:300", -1 }, { "-1", -1 }, { "+9", -1 }, { "9.30", -1 },
    { " 9", -1 },
    { "9 ", -1 }, { "9h30", -1 }, { "09:30:00", -1 }, { "99:99", -1 }, { "٩", -1 },
    { "9:3\xff", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      int minute = -1;

      g_assert_cmpint (foyer_minute_parse (cases[i].text, &minute, &error), ==,
                       cases[i].minute >= 0);
      g_assert_cmpint (minute, ==, cases[i].minute);
      if (cases[i].minute < 0)
        g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
    }

  for (int minute = 0; minute <= 1440; minute++)
    {
      char text[FOYER_MINUTE_TEXT_SIZE];
      g_autofree char *expected = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
      int parsed;

      g_assert_cmpstr (foyer_minute_format (minute, text), ==, expected);
      g_assert_true (foyer_minute_parse (text, &parsed, NULL));
      g_assert_cmpint (parsed, ==, minute);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instant/parse", test_parse);
  g_test_add_func ("/instant/parse-refuses", test_parse_refuses);
  g_test_add_func ("/instant/round-trip", test_round_trip);
  g_test_add_func ("/instant/minutes", test_minutes);

  return g_test_run ();
}
