/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "exchange/foyer-ics-guard.h"

/* Texts that were written to take a calendar program's time or room. Each comes back with what else
 * is in the calendar; one that does not is seen by its test not ending. */

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define DENTIST "BEGIN:VEVENT\r\nUID:dentist\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\n"

static FoyerCalendarReading *
read_text (const char  *text,
           gsize        length,
           GError     **error)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new ("Europe/Paris", NULL);
  const FoyerDay today = foyer_day_new (2026, 11, 23);

  return foyer_ics_read (text, length, zone, today, today + FOYER_CALENDAR_READ_DAYS - 1, error);
}

static gboolean
has_dentist (const FoyerCalendarReading *reading)
{
  for (guint i = 0; i < reading->spans->len; i++)
    if (g_str_equal (g_array_index (reading->spans, FoyerBusySpan, i).summary, "Dentist"))
      return TRUE;

  return FALSE;
}

/* "left out: 1 event with a rule that Foyer does not read", and the dentist stays. */
static void
test_rules (void)
{
  static const char * const left_out[] = {
    "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
    "RRULE:FREQ=HOURLY;BYYEARDAY=366;BYMONTH=1",
    "RRULE:FREQ=SECONDLY",
    "RRULE:FREQ=DAILY;BYSECOND=0,1,2,3,4,5,6,7,8,9",
    "RRULE:FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
    "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
    "RRULE:FREQ=DAILY;INTERVAL=32767",
    "RRULE:FREQ=DAILY;INTERVAL=0",
    "RRULE:FREQ=DAILY;INTERVAL=-1",
    "RRULE:FREQ=DAILY;COUNT=-5",
    "RRULE:FREQ=BOGUS",
    "RRULE:",
    "RRULE:FREQ=YEARLY;BYDAY=99999MO",
    "RRULE:RSCALE=HEBREW;FREQ=YEARLY",
    "EXRULE:FREQ=SECONDLY",
    "RRULE:FREQ=WEEKLY\r\nRRULE:FREQ=SECONDLY",
    "RRULE:FREQ=DAILY\r\nDURATION:P99999999W",
  };
  static const char * const harmless[] = {
    "RRULE:FREQ=DAILY;COUNT=1000000000",
    "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
    "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z",
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=300",
    "RRULE:FREQ=YEARLY;INTERVAL=400",
    "DURATION:P99999999W",
    "DTEND;VALUE=DATE:99991231",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (left_out) + G_N_ELEMENTS (harmless); i++)
    {
      const char *bomb = i < G_N_ELEMENTS (left_out) ? left_out[i] : harmless[i - G_N_ELEMENTS (left_out)];
      g_autofree char *text = g_strconcat (HEAD "BEGIN:VEVENT\r\nUID:bomb\r\nDTSTART;VALUE=DATE:20000101\r\n", bomb,
                                           "\r\nSUMMARY:Bomb\r\nEND:VEVENT\r\n" DENTIST TAIL, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerCalendarReading) reading = read_text (text, strlen (text), &error);

      g_test_message ("%s", bomb);
      g_assert_no_error (error);
      g_assert_cmpint (reading->n_left_out, ==, i < G_N_ELEMENTS (left_out) ? 1 : 0);
      g_assert_true (has_dentist (reading));
    }
}

static void
test_zones (void)
{
  static const char * const parts[] = {
    "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD\r\n",
    "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+9900\r\nTZOFFSETTO:+9999\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\n",
    "BEGIN:STANDARD\r\nTZOFFSETFROM:+0100\r\nEND:STANDARD\r\n",
    "BEGIN:DAYLIGHT\r\nDTSTART:00000000T000000\r\nTZOFFSETTO:+0100\r\nEND:DAYLIGHT\r\n",
    "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "BEGIN:VTIMEZONE\r\nTZID:Bomb\r\n", parts[i], "END:VTIMEZONE\r\n"
                                           "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Bomb:20261127T120000\r\nDURATION:PT1H\r\n"
                                           "END:VEVENT\r\n" DENTIST TAIL, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerCalendarReading) reading = read_text (text, strlen (text), &error);

      g_assert_no_error (error);
      g_assert_true (has_dentist (reading));
    }
}

/* As many events as there may be, each as dear as it can be; the dentist comes first. */
static void
test_many (void)
{
  static const struct {
    const char *why;
    const char *lines;
    gboolean    left_out;
  } cases[] = {
    { "counted since 1900", "DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", TRUE },
    { "each day", "DTSTART:20000101T100000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY", TRUE },
    { "each day, a year long", "DTSTART;VALUE=DATE:20000101\r\nDURATION:P366D\r\nRRULE:FREQ=DAILY", TRUE },
    { "a century long", "DTSTART;VALUE=DATE:20000101\r\nDURATION:P36525D", TRUE },
    { "birthdays", "DTSTART;VALUE=DATE:19700315\r\nRRULE:FREQ=YEARLY", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) text = g_string_new (HEAD DENTIST);
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerCalendarReading) reading = NULL;

      for (int n = 0; n < FOYER_ICS_COMPONENTS_MAX - 2; n++)
        g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:%d\r\n%s\r\nSUMMARY:%d\r\nEND:VEVENT\r\n", n, cases[i].lines, n);
      g_string_append (text, TAIL);
      g_test_message ("%s", cases[i].why);
      reading = read_text (text->str, text->len, &error);
      g_assert_no_error (error);
      g_assert_true (has_dentist (reading));
      g_assert_cmpuint (reading->spans->len, <=, FOYER_CALENDAR_SPANS_MAX);
      g_assert_cmpint (reading->n_left_out > 0, ==, cases[i].left_out);
    }
}

/* One name for all, so that each moved occurrence concerns each repetition. */
static void
test_one_name (void)
{
  g_autoptr(GString) text = g_string_new (HEAD DENTIST);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerCalendarReading) reading = NULL;

  for (int n = 0; n < FOYER_ICS_COMPONENTS_MAX / 2 - 2; n++)
    g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:one\r\nDTSTART;VALUE=DATE:20000101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
                            "BEGIN:VEVENT\r\nUID:one\r\nRECURRENCE-ID;VALUE=DATE:2026%02d%02d\r\nDTSTART;VALUE=DATE:20270101\r\nEND:VEVENT\r\n",
                            1 + n % 12, 1 + n % 28);
  g_string_append (text, TAIL);
  reading = read_text (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_true (has_dentist (reading));
  g_assert_cmpint (reading->n_left_out, >, 0);
}

/* Refused before libical sees them. */
static void
test_too_much (void)
{
  g_autofree char *megabytes = g_strnfill (FOYER_ICS_SIZE_MAX, '\n');
  g_autofree char *line = g_strnfill (FOYER_ICS_LINE_MAX, 'x');
  g_autofree char *long_line = g_strconcat (HEAD "X-A:", line, "\r\n" TAIL, NULL);
  g_autoptr(GString) folded = g_string_new (HEAD "X-A:");
  g_autoptr(GString) many = g_string_new (HEAD);
  g_autoptr(GString) hidden = g_string_new (HEAD);
  g_autofree char *too_large = g_strconcat (megabytes, "\n", NULL);
  const char *texts[] = { too_large, long_line, NULL, NULL, NULL };

  for (int i = 0; i < FOYER_ICS_LINE_MAX / 60; i++)
    g_string_append (folded, "\r\n xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
  g_string_append (folded, "\r\n" TAIL);
  for (int i = 0; i < FOYER_ICS_COMPONENTS_MAX; i++)
    {
      g_string_append (many, "BEGIN:A\nEND:A\n");
      g_string_append (hidden, "BEG\n IN:A\nEN\r\n\tD:A\n");
    }
  g_string_append (many, TAIL);
  g_string_append (hidden, TAIL);
  texts[2] = folded->str;
  texts[3] = many->str;
  texts[4] = hidden->str;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_text (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics-bombs/rules", test_rules);
  g_test_add_func ("/ics-bombs/zones", test_zones);
  g_test_add_func ("/ics-bombs/many", test_many);
  g_test_add_func ("/ics-bombs/one-name", test_one_name);
  g_test_add_func ("/ics-bombs/too-much", test_too_much);

  return g_test_run ();
}
