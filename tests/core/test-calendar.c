/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-calendar.h"

#include <string.h>

#include "core/foyer-error.h"

#define AM FOYER_PART_AM
#define PM FOYER_PART_PM
#define DAY FOYER_PART_FULL

static void
test_halves (void)
{
  static const struct {
    const char   *why;
    int           start, end;
    FoyerDayPlan  plan;
    guint         halves;
    guint         days;
  } cases[] = {
    { "in the afternoon", 840, 960, { TRUE, 540, 1080, 4, 4 }, PM, DAY },
    { "in the morning", 600, 660, { TRUE, 540, 1080, 4, 4 }, AM, DAY },
    { "over noon", 750, 800, { TRUE, 540, 1080, 4, 4 }, DAY, DAY },
    { "until the half", 600, 780, { TRUE, 540, 1080, 4, 4 }, AM, DAY },
    { "from the half", 780, 840, { TRUE, 540, 1080, 4, 4 }, PM, DAY },
    { "the whole day", 0, 1440, { TRUE, 540, 1080, 4, 4 }, DAY, DAY },
    { "before it opens", 420, 540, { TRUE, 540, 1080, 4, 4 }, 0, 0 },
    { "after it closes", 1080, 1200, { TRUE, 540, 1080, 4, 4 }, 0, 0 },
    { "from before until after it opens", 420, 541, { TRUE, 540, 1080, 4, 4 }, AM, DAY },
    { "a day that is closed", 600, 660, { FALSE, 0, 0, 0, 0 }, 0, 0 },
    { "only mornings are open", 0, 1440, { TRUE, 540, 720, 4, 0 }, AM, AM },
    { "only mornings are open, and it is later", 800, 900, { TRUE, 540, 720, 4, 0 }, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerBusySpan span = { .start_minute = cases[i].start, .end_minute = cases[i].end, .busy = TRUE };

      g_test_message ("%s", cases[i].why);
      g_assert_cmpuint (foyer_busy_span_get_halves (&span, FOYER_CALENDAR_CLOSES_HALVES, &cases[i].plan, 780), ==, cases[i].halves);
      g_assert_cmpuint (foyer_busy_span_get_halves (&span, FOYER_CALENDAR_CLOSES_DAYS, &cases[i].plan, 780), ==, cases[i].days);
      g_assert_cmpuint (foyer_busy_span_get_halves (&span, FOYER_CALENDAR_CLOSES_NOTHING, &cases[i].plan, 780), ==, 0);
      span.busy = FALSE;
      g_assert_cmpuint (foyer_busy_span_get_halves (&span, FOYER_CALENDAR_CLOSES_DAYS, &cases[i].plan, 780), ==, 0);
    }
}

static void
test_shut (void)
{
  static const struct {
    guint        halves;
    FoyerDayPlan before;
    FoyerDayPlan after;
  } cases[] = {
    { 0, { TRUE, 540, 1080, 4, 3 }, { TRUE, 540, 1080, 4, 3, 0, 0 } },
    { AM, { TRUE, 540, 1080, 4, 3 }, { TRUE, 780, 1080, 0, 3, 4, 0 } },
    { PM, { TRUE, 540, 1080, 4, 3 }, { TRUE, 540, 780, 4, 0, 0, 3 } },
    { DAY, { TRUE, 540, 1080, 4, 3 }, { FALSE, 540, 1080, 0, 0, 4, 3 } },
    { DAY, { TRUE, 540, 720, 4, 0 }, { FALSE, 540, 720, 0, 0, 4, 0 } },
    { DAY, { FALSE, 0, 0, 0, 0 }, { FALSE, 0, 0, 0, 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerDayPlan plan = cases[i].before;

      foyer_day_plan_shut (&plan, cases[i].halves, 780);
      g_assert_cmpmem (&plan, sizeof plan, &cases[i].after, sizeof plan);
    }
}

static void
test_addresses (void)
{
  static const struct {
    const char *text;
    const char *address;      /* NULL: refused */
  } cases[] = {
    { "https://calendar.example.org/private-a1b2/basic.ics", "https://calendar.example.org/private-a1b2/basic.ics" },
    { "  https://example.org/a.ics?export&key=A%20B#today \n", "https://example.org/a.ics?export&key=A%20B" },
    { "webcal://p01-calendars.example.org/published/2/x", "https://p01-calendars.example.org/published/2/x" },
    { "WEBCALS://example.org/a", "https://example.org/a" },
    { "https://example.org:8443/a", "https://example.org:8443/a" },
    { "http://127.0.0.1:8080/a.ics", "http://127.0.0.1:8080/a.ics" },
    { "http://[::1]:8080/a.ics", "http://[::1]:8080/a.ics" },
    { "/home/zoe/my calendar.ics", "/home/zoe/my calendar.ics" },
    { "/home/zoe/../zoe//a.ics", "/home/zoe/a.ics" },
    { "http://example.org/a.ics", NULL },
    { "http://127.0.0.1.example.org/a.ics", NULL },
    { "webcal://me:secret@example.org/a", NULL },
    { "https://me@example.org/a", NULL },
    { "https:///a", NULL },
    { "https://exa mple.org/a", NULL },
    { "https://example.org\r\nX-Evil:1/a", NULL },
    { "ftp://example.org/a", NULL },
    { "file:///etc/passwd", NULL },
    { "calendar.ics", NULL },
    { "javascript:alert(1)", NULL },
    { "", NULL },
    { "\xff", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *address = foyer_calendar_clean_address (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (address, ==, cases[i].address);
      if (cases[i].address != NULL)
        continue;
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_null (strstr (error->message, "example"));
    }
}

static void
test_source (void)
{
  FoyerCalendar calendar = { .address = (char *) "https://calendar.example.org/secret/basic.ics?key=secret" };
  FoyerCalendar file = { .address = (char *) "/home/zoe/Family.ics" };
  g_autofree char *host = foyer_calendar_dup_source (&calendar);
  g_autofree char *name = foyer_calendar_dup_source (&file);

  g_assert_cmpstr (host, ==, "calendar.example.org");
  g_assert_false (foyer_calendar_is_file (&calendar));
  g_assert_cmpstr (name, ==, "Family.ics");
  g_assert_true (foyer_calendar_is_file (&file));
}

static void
test_times (void)
{
  const gint64 hour = 3600000;
  static const struct {
    gint64                every_hours;
    FoyerCalendarTrouble  trouble;
    int                   next_hours;
  } cases[] = {
    { 0, FOYER_CALENDAR_FINE, 6 }, { 4, FOYER_CALENDAR_FINE, 4 }, { 24 * 7, FOYER_CALENDAR_FINE, 24 },
    { 24, FOYER_CALENDAR_UNREACHABLE, 1 },
  };
  FoyerCalendar calendar = { .read_ms = 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FoyerCalendar read = { .tried_ms = 1000, .every_ms = cases[i].every_hours * hour, .trouble = cases[i].trouble };

      g_assert_cmpint (foyer_calendar_get_next_ms (&read), ==, 1000 + cases[i].next_hours * hour);
    }
  calendar.every_ms = 1;
  g_assert_cmpint (foyer_calendar_get_next_ms (&calendar), ==, hour);
  g_assert_false (foyer_calendar_is_old (&calendar, 1000 + 7 * 24 * hour));
  g_assert_true (foyer_calendar_is_old (&calendar, 1001 + 7 * 24 * hour));
}

static void
test_names (void)
{
  FoyerCalendarCloses closes;
  FoyerCalendarTrouble trouble;

  for (FoyerCalendarCloses i = FOYER_CALENDAR_CLOSES_DAYS; i <= FOYER_CALENDAR_CLOSES_NOTHING; i++)
    {
      g_assert_true (foyer_calendar_closes_parse (foyer_calendar_closes_get_name (i), &closes, NULL));
      g_assert_cmpint (closes, ==, i);
    }
  for (FoyerCalendarTrouble i = FOYER_CALENDAR_FINE; i <= FOYER_CALENDAR_TOO_BIG; i++)
    {
      g_assert_true (foyer_calendar_trouble_parse (foyer_calendar_trouble_get_name (i), &trouble, NULL));
      g_assert_cmpint (trouble, ==, i);
    }
  g_assert_false (foyer_calendar_closes_parse ("Days", &closes, NULL));
  g_assert_false (foyer_calendar_trouble_parse ("worse", &trouble, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/halves", test_halves);
  g_test_add_func ("/calendar/shut", test_shut);
  g_test_add_func ("/calendar/addresses", test_addresses);
  g_test_add_func ("/calendar/source", test_source);
  g_test_add_func ("/calendar/times", test_times);
  g_test_add_func ("/calendar/names", test_names);

  return g_test_run ();
}
