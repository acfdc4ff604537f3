/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:a@example.org\r\n" lines "END:VEVENT\r\n"
#define CALENDAR(lines) HEAD EVENT (lines) TAIL

static FoyerDay
day_of (const char *text)
{
  FoyerDay day;

  g_assert_true (foyer_day_parse (text, &day, NULL));

  return day;
}

static FoyerCalendarReading *
read_days (const char  *text,
           gssize       length,
           const char  *zone,
           const char  *first,
           const char  *last,
           GError     **error)
{
  g_autoptr(GTimeZone) tz = foyer_zone_new (zone, NULL);

  return foyer_ics_read (text, length < 0 ? strlen (text) : (gsize) length, tz, day_of (first), day_of (last), error);
}

/* "2026-11-26 14:00-16:00 Dentist", a line each; what takes no time begins with "(". */
static char *
describe (const FoyerCalendarReading *reading)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < reading->spans->len; i++)
    {
      const FoyerBusySpan *span = &g_array_index (reading->spans, FoyerBusySpan, i);
      char day[FOYER_DAY_TEXT_SIZE];

      g_string_append_printf (out, span->busy ? "%s%s %02d:%02d-%02d:%02d %s" : "%s(%s %02d:%02d-%02d:%02d %s)",
                              i > 0 ? "\n" : "", foyer_day_format (span->day, day),
                              span->start_minute / 60, span->start_minute % 60,
                              span->end_minute / 60, span->end_minute % 60, span->summary);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

typedef struct {
  const char *why;
  const char *text;
  const char *expected;
  const char *first;           /* 2026-11-23 where it is not said */
  const char *last;            /* 2026-12-06 */
  int         n_left_out;
} Case;

static void
check (const Case *cases,
       gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerCalendarReading) reading =
        read_days (cases[i].text, -1, "Europe/Paris", cases[i].first != NULL ? cases[i].first : "2026-11-23",
                   cases[i].last != NULL ? cases[i].last : "2026-12-06", &error);
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].why);
      g_assert_no_error (error);
      found = describe (reading);
      g_assert_cmpstr (found, ==, cases[i].expected);
      g_assert_cmpint (reading->n_left_out, ==, cases[i].n_left_out);
    }
}

static void
test_times (void)
{
  static const Case cases[] = {
    { "hours of UTC", CALENDAR ("DTSTART:20261126T130000Z\r\nDTEND:20261126T150000Z\r\nSUMMARY:Dentist\r\n"),
      "2026-11-26 14:00-16:00 Dentist" },
    { "hours of a zone of IANA, without a VTIMEZONE (cal.diy#14664, cal.diy#19929)",
      CALENDAR ("DTSTART;TZID=America/New_York:20261126T080000\r\nDTEND;TZID=America/New_York:20261126T100000\r\n"
                "SUMMARY:Call\r\n"), "2026-11-26 14:00-16:00 Call" },
    { "hours of no zone are those of the space",
      CALENDAR ("DTSTART:20261126T140000\r\nDTEND:20261126T160000\r\nSUMMARY:Plumber\r\n"),
      "2026-11-26 14:00-16:00 Plumber" },
    { "a day; its end is the day after it", CALENDAR ("DTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261127\r\n"
      "SUMMARY:Away\r\n"), "2026-11-26 00:00-24:00 Away" },
    { "three days", CALENDAR ("DTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261129\r\nSUMMARY:Away\r\n"),
      "2026-11-26 00:00-24:00 Away\n2026-11-27 00:00-24:00 Away\n2026-11-28 00:00-24:00 Away" },
    { "a day without an end", CALENDAR ("DTSTART;VALUE=DATE:20261126\r\nSUMMARY:Away\r\n"), "2026-11-26 00:00-24:00 Away" },
    { "a day that ends where it begins", CALENDAR ("DTSTART;VALUE=DATE:20261126\r\nDTEND;VALUE=DATE:20261126\r\nSUMMARY:Away\r\n"),
      "2026-11-26 00:00-24:00 Away" },
    { "a duration", CALENDAR ("DTSTART:20261126T130000Z\r\nDURATION:PT1H30M\r\nSUMMARY:Choir\r\n"),
      "2026-11-26 14:00-15:30 Choir" },
    { "two days long", CALENDAR ("DTSTART;VALUE=DATE:20261126\r\nDURATION:P2D\r\nSUMMARY:Away\r\n"),
      "2026-11-26 00:00-24:00 Away\n2026-11-27 00:00-24:00 Away" },
    { "an hour without an end takes no time", CALENDAR ("DTSTART:20261126T130000Z\r\nSUMMARY:Pills\r\n"), "" },
    { "an end before the beginning too", CALENDAR ("DTSTART:20261126T130000Z\r\nDTEND:20261126T120000Z\r\n"), "" },
    { "over midnight", CALENDAR ("DTSTART:20261126T210000Z\r\nDTEND:20261127T003000Z\r\nSUMMARY:Concert\r\n"),
      "2026-11-26 22:00-24:00 Concert\n2026-11-27 00:00-01:30 Concert" },
    { "until midnight", CALENDAR ("DTSTART:20261126T210000Z\r\nDTEND:20261126T230000Z\r\nSUMMARY:Concert\r\n"),
      "2026-11-26 22:00-24:00 Concert" },
    { "begun before the days that are shown", CALENDAR ("DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261125\r\nSUMMARY:Works\r\n"),
      "2026-11-23 00:00-24:00 Works\n2026-11-24 00:00-24:00 Works" },
    { "the night of 23 hours, also Easter", CALENDAR ("DTSTART:20270328T003000Z\r\nDTEND:20270328T013000Z\r\nSUMMARY:Vigil\r\n"),
      "2027-03-28 01:30-03:30 Vigil", "2027-03-27", "2027-03-29" },
    { "the night of 25 hours: what ends before it begins",
      CALENDAR ("DTSTART:20261025T004500Z\r\nDTEND:20261025T011500Z\r\nSUMMARY:Vigil\r\n"),
      "2026-10-25 02:45-02:46 Vigil", "2026-10-24", "2026-10-26" },
    { "a day of 25 hours", CALENDAR ("DTSTART;VALUE=DATE:20261025\r\nSUMMARY:Away\r\n"), "2026-10-25 00:00-24:00 Away",
      "2026-10-24", "2026-10-26" },
    { "a zone behind the name of a program",
      CALENDAR ("DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/London:20261126T130000\r\nDURATION:PT1H\r\nSUMMARY:Tea\r\n"),
      "2026-11-26 14:00-15:00 Tea" },
    { "a zone of Windows, without more", CALENDAR ("DTSTART;TZID=\"GMT Standard Time\":20261126T130000\r\nDURATION:PT1H\r\nSUMMARY:Tea\r\n"),
      "2026-11-26 14:00-15:00 Tea" },
    { "a zone that nobody knows", CALENDAR ("DTSTART;TZID=../../etc/passwd:20261126T130000\r\nDURATION:PT1H\r\nSUMMARY:Tea\r\n"),
      "2026-11-26 13:00-14:00 Tea" },
    { "no such day", CALENDAR ("DTSTART;VALUE=DATE:20261131\r\n"), "", .n_left_out = 1 },
    { "no beginning", CALENDAR ("SUMMARY:Ghost\r\n"), "", .n_left_out = 1 },
    { "no such hour", CALENDAR ("DTSTART:20261126T256100Z\r\nDURATION:PT1H\r\n"), "", .n_left_out = 1 },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_rules (void)
{
  static const Case cases[] = {
    { "each Thursday, ten o'clock before and after the clocks change (LB PR#1090)",
      CALENDAR ("DTSTART;TZID=Europe/Paris:20260903T100000\r\nDTEND;TZID=Europe/Paris:20260903T110000\r\n"
                "RRULE:FREQ=WEEKLY\r\nSUMMARY:Yoga\r\n"),
      "2026-10-22 10:00-11:00 Yoga\n2026-10-29 10:00-11:00 Yoga", "2026-10-19", "2026-11-01" },
    { "by the clocks of UTC it moves", CALENDAR ("DTSTART:20260903T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Yoga\r\n"),
      "2026-10-22 10:00-11:00 Yoga\n2026-10-29 09:00-10:00 Yoga", "2026-10-19", "2026-11-01" },
    { "every other week on two days", CALENDAR ("DTSTART:20261109T130000Z\r\nDURATION:PT1H\r\n"
      "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE\r\nSUMMARY:Choir\r\n"),
      "2026-11-23 14:00-15:00 Choir\n2026-11-25 14:00-15:00 Choir", NULL, "2026-12-05" },
    { "weeks from Sunday", CALENDAR ("DTSTART:20261101T130000Z\r\nDURATION:PT1H\r\n"
      "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU\r\nSUMMARY:Choir\r\n"),
      "2026-11-29 14:00-15:00 Choir\n2026-11-30 14:00-15:00 Choir" },
    { "five times", CALENDAR ("DTSTART:20261120T130000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=5\r\nSUMMARY:Cure\r\n"),
      "2026-11-23 14:00-15:00 Cure\n2026-11-24 14:00-15:00 Cure" },
    { "until a day, where it has hours", CALENDAR ("DTSTART:20261120T130000Z\r\nDURATION:PT1H\r\n"
      "RRULE:FREQ=DAILY;UNTIL=20261124\r\nSUMMARY:Cure\r\n"), "2026-11-23 14:00-15:00 Cure\n2026-11-24 14:00-15:00 Cure" },
    { "until an hour of UTC", CALENDAR ("DTSTART;TZID=Europe/Paris:20261120T140000\r\nDURATION:PT1H\r\n"
      "RRULE:FREQ=DAILY;UNTIL=20261124T130000Z\r\nSUMMARY:Cure\r\n"), "2026-11-23 14:00-15:00 Cure\n2026-11-24 14:00-15:00 Cure" },
    { "until the hour before", CALENDAR ("DTSTART;TZID=Europe/Paris:20261120T140000\r\nDURATION:PT1H\r\n"
      "RRULE:FREQ=DAILY;UNTIL=20261124T125959Z\r\nSUMMARY:Cure\r\n"), "2026-11-23 14:00-15:00 Cure" },
    { "until an hour, where it is a day", CALENDAR ("DTSTART;VALUE=DATE:20261120\r\nRRULE:FREQ=DAILY;UNTIL=20261123T120000Z\r\n"
      "SUMMARY:Away\r\n"), "2026-11-23 00:00-24:00 Away" },
    { "the last Friday of the month", CALENDAR ("DTSTART;VALUE=DATE:20260130\r\nRRULE:FREQ=MONTHLY;BYDAY=-1FR\r\nSUMMARY:Board\r\n"),
      "2026-11-27 00:00-24:00 Board" },
    { "the last working day of the month, as Outlook says it", CALENDAR ("DTSTART;VALUE=DATE:20260130\r\n"
      "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1\r\nSUMMARY:Board\r\n"), "2026-11-30 00:00-24:00 Board" },
    { "the 31st, only where there is one", CALENDAR ("DTSTART;VALUE=DATE:20260131\r\nRRULE:FREQ=MONTHLY\r\nSUMMARY:Rent\r\n"),
      "2026-10-31 00:00-24:00 Rent\n2026-12-31 00:00-24:00 Rent", "2026-10-01", "2026-12-31" },
    { "the last day of the month", CALENDAR ("DTSTART;VALUE=DATE:20260131\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1\r\nSUMMARY:Rent\r\n"),
      "2026-11-30 00:00-24:00 Rent" },
    { "Friday the 13th", CALENDAR ("DTSTART;VALUE=DATE:20260213\r\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13\r\nSUMMARY:Luck\r\n"),
      "2026-11-13 00:00-24:00 Luck\n2027-08-13 00:00-24:00 Luck", "2026-11-01", "2027-10-01" },
    { "a birthday since ever", CALENDAR ("DTSTART;VALUE=DATE:16041126\r\nRRULE:FREQ=YEARLY\r\nTRANSP:TRANSPARENT\r\nSUMMARY:Zoé\r\n"),
      "(2026-11-26 00:00-24:00 Zoé)" },
    { "29 February", CALENDAR ("DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Leap\r\n"), "2028-02-29 00:00-24:00 Leap",
      "2027-01-01", "2028-12-31" },
    { "Thanksgiving", CALENDAR ("DTSTART;VALUE=DATE:20201126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\nSUMMARY:Turkey\r\n"),
      "2026-11-26 00:00-24:00 Turkey" },
    { "the 330th day of the year", CALENDAR ("DTSTART;VALUE=DATE:20231126\r\nRRULE:FREQ=YEARLY;BYYEARDAY=330\r\nSUMMARY:Count\r\n"),
      "2026-11-26 00:00-24:00 Count" },
    { "exceptions in one line (FreePBX#836)", CALENDAR ("DTSTART;TZID=Europe/Paris:20261123T100000\r\nDURATION:PT1H\r\n"
      "RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;TZID=Europe/Paris:20261124T100000,20261126T100000\r\nSUMMARY:Cure\r\n"),
      "2026-11-23 10:00-11:00 Cure\n2026-11-25 10:00-11:00 Cure\n2026-11-27 10:00-11:00 Cure" },
    { "exceptions in another zone, and by the day", CALENDAR ("DTSTART;TZID=Europe/Paris:20261123T100000\r\nDURATION:PT1H\r\n"
      "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20261124T090000Z\r\nEXDATE;VALUE=DATE:20261125\r\nSUMMARY:Cure\r\n"),
      "2026-11-23 10:00-11:00 Cure\n2026-11-26 10:00-11:00 Cure" },
    { "further dates", CALENDAR ("DTSTART:20261123T090000Z\r\nDURATION:PT1H\r\nRDATE:20261125T090000Z\r\n"
      "RDATE;VALUE=PERIOD:20261126T090000Z/PT2H,20261127T090000Z/20261127T120000Z\r\nSUMMARY:Cure\r\n"),
      "2026-11-23 10:00-11:00 Cure\n2026-11-25 10:00-11:00 Cure\n2026-11-26 10:00-12:00 Cure\n2026-11-27 10:00-13:00 Cure" },
    { "one that was moved, and one that was cancelled",
      HEAD EVENT ("DTSTART;TZID=Europe/Paris:20261123T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:Cure\r\n")
      EVENT ("RECURRENCE-ID;TZID=Europe/Paris:20261124T100000\r\nDTSTART;TZID=Europe/Paris:20261124T160000\r\nDURATION:PT1H\r\n"
             "SUMMARY:Cure, later\r\n")
      EVENT ("RECURRENCE-ID:20261125T090000Z\r\nDTSTART:20261125T090000Z\r\nDURATION:PT1H\r\nSTATUS:CANCELLED\r\n") TAIL,
      "2026-11-23 10:00-11:00 Cure\n2026-11-24 16:00-17:00 Cure, later" },
    { "one of a series of others", HEAD EVENT ("RECURRENCE-ID:20261125T090000Z\r\nDTSTART:20261126T090000Z\r\nDURATION:PT1H\r\n"
      "SUMMARY:Invited\r\n") TAIL, "2026-11-26 10:00-11:00 Invited" },
    { "cancelled", CALENDAR ("DTSTART;VALUE=DATE:20261126\r\nSTATUS:CANCELLED\r\nSUMMARY:Away\r\n"), "" },
    { "there twice, the older one too", HEAD EVENT ("SEQUENCE:1\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Away\r\n")
      EVENT ("SEQUENCE:2\r\nDTSTART;VALUE=DATE:20261127\r\nSUMMARY:Away\r\n") TAIL, "2026-11-27 00:00-24:00 Away" },
    { "the same under two names (cal.diy#28884)", HEAD EVENT ("DTSTART;VALUE=DATE:20261126\r\nSUMMARY:Away\r\n")
      "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Away\r\nEND:VEVENT\r\n" TAIL, "2026-11-26 00:00-24:00 Away" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Shaped as the exports of these programs are. */
static void
test_programs (void)
{
  static const Case cases[] = {
    { "Google",
      "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
      "METHOD:PUBLISH\r\nX-WR-CALNAME:Family\r\nX-WR-TIMEZONE:Europe/Paris\r\n"
      "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nX-LIC-LOCATION:Europe/Paris\r\n"
      "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:GMT+2\r\nDTSTART:19700329T020000\r\n"
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
      "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:GMT+1\r\nDTSTART:19701025T030000\r\n"
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VEVENT\r\nDTSTART:20261126T130000Z\r\nDTEND:20261126T150000Z\r\nDTSTAMP:20261123T034500Z\r\n"
      "UID:7kukuqrfedlm2f9t0vr42q2ufk@google.com\r\nCREATED:20261101T100000Z\r\nDESCRIPTION:\r\nLAST-MODIFIED:20261101T100000Z\r\n"
      "LOCATION:12 rue des Lilas\\, Lyon\r\nSEQUENCE:0\r\nSTATUS:CONFIRMED\r\nSUMMARY:Dentist\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261128\r\nDTSTAMP:20261123T034500Z\r\n"
      "UID:birthday@google.com\r\nSTATUS:CONFIRMED\r\nSUMMARY:Noor’s birthday\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n",
      "2026-11-26 14:00-16:00 Dentist\n(2026-11-27 00:00-24:00 Noor’s birthday)" },
    { "Outlook: a zone by its Windows name, from 1601 on",
      "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\nX-WR-CALNAME:Calendrier\r\n"
      "BEGIN:VTIMEZONE\r\nTZID:Romance Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\n"
      "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
      "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\n"
      "END:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nRRULE:FREQ=WEEKLY;UNTIL=20261203T130000Z;INTERVAL=1;BYDAY=TH;WKST=MO\r\n"
      "UID:040000008200E00074C5B7101A82E008\r\nSUMMARY:Réunion d’équipe\r\nDTSTART;TZID=Romance Standard Time:20260903T140000\r\n"
      "DTEND;TZID=Romance Standard Time:20260903T150000\r\nCLASS:PUBLIC\r\nPRIORITY:5\r\nDTSTAMP:20261123T034500Z\r\nTRANSP:OPAQUE\r\n"
      "STATUS:CONFIRMED\r\nSEQUENCE:0\r\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "2026-10-22 14:00-15:00 Réunion d’équipe\n2026-10-29 14:00-15:00 Réunion d’équipe", "2026-10-19", "2026-11-01" },
    { "a customized zone of Outlook is what it says (GAS-ICS-Sync#225)",
      HEAD "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:-0400\r\n"
      "TZOFFSETTO:-0500\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\n"
      "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
      EVENT ("DTSTART;TZID=Customized Time Zone:20261026T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Call\r\n") TAIL,
      "2026-10-26 13:00-14:00 Call\n2026-11-02 14:00-15:00 Call\n2026-11-09 14:00-15:00 Call", "2026-10-24", "2026-11-10" },
    { "a zone without summer, of no name",
      HEAD "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\n"
      "END:STANDARD\r\nEND:VTIMEZONE\r\n" EVENT ("DTSTART;TZID=Here:20261126T100000\r\nDURATION:PT1H\r\nSUMMARY:Réunion\r\n") TAIL,
      "2026-11-26 07:00-08:00 Réunion" },
    { "a zone that gave its summer up",
      HEAD "BEGIN:VTIMEZONE\r\nTZID:There\r\nBEGIN:DAYLIGHT\r\nDTSTART:20100328T020000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\n"
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20160327T000000Z\r\nEND:DAYLIGHT\r\n"
      "BEGIN:STANDARD\r\nDTSTART:20091025T030000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\n"
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20161030T000000Z\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
      EVENT ("DTSTART;TZID=There:20260701T100000\r\nDURATION:PT1H\r\nSUMMARY:Call\r\n") TAIL,
      "2026-07-01 10:00-11:00 Call", "2026-07-01", "2026-07-02" },
    { "Nextcloud: the name of a zone behind X-LIC-LOCATION, lines without returns",
      "BEGIN:VCALENDAR\nVERSION:2.0\nCALSCALE:GREGORIAN\nPRODID:-//SabreDAV//SabreDAV//EN\nX-WR-CALNAME:Perso\n"
      "REFRESH-INTERVAL;VALUE=DURATION:PT4H\nX-PUBLISHED-TTL:PT4H\nBEGIN:VTIMEZONE\nTZID:Paris perso\nX-LIC-LOCATION:Europe/Paris\n"
      "END:VTIMEZONE\nBEGIN:VEVENT\nUID:0f9d\nDTSTART;TZID=Paris perso:20261126T140000\nDTEND;TZID=Paris perso:20261126T160000\n"
      "SUMMARY:Plombier\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n",
      "2026-11-26 14:00-16:00 Plombier" },
    { "Apple: folded within a letter",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Apple Inc.//macOS 15.1//EN\r\nX-APPLE-CALENDAR-COLOR:#FF2968\r\n"
      "BEGIN:VEVENT\r\nUID:B2A5\r\nDTSTART;TZID=Europe/Paris:20261126T140000\r\nDTEND;TZID=Europe/Paris:20261126T150000\r\n"
      "SUMMARY:Conseil d’\xc3\r\n \xa9" "cole au coll\xc3\xa8ge\r\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "2026-11-26 14:00-15:00 Conseil d’école au collège" },
    { "a place let by the night (fewohbee#285)",
      "BEGIN:VCALENDAR\r\nPRODID;X-RICAL-TZSOURCE=TZINFO:-//Lets//Hosting Calendar 1.0//EN\r\nCALSCALE:GREGORIAN\r\nVERSION:2.0\r\n"
      "BEGIN:VEVENT\r\nDTEND;VALUE=DATE:20261129\r\nDTSTART;VALUE=DATE:20261127\r\nUID:1418fb94e984@lets.example\r\n"
      "DESCRIPTION:Reservation URL: https://lets.example/x\\nPhone Number (Last 4 Digits): 1234\r\nSUMMARY:Reserved\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTEND;VALUE=DATE:20271123\r\nDTSTART;VALUE=DATE:20261204\r\nUID:7f662ec65913@lets.example\r\n"
      "SUMMARY:Lets (Not available)\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "2026-11-27 00:00-24:00 Reserved\n2026-11-28 00:00-24:00 Reserved\n2026-12-04 00:00-24:00 Lets (Not available)\n"
      "2026-12-05 00:00-24:00 Lets (Not available)\n2026-12-06 00:00-24:00 Lets (Not available)" },
    { "Proton: a parameter of its own, times from another zone",
      HEAD EVENT ("SUMMARY;VALUE=\"…^n…\":Secret\r\nDTSTART;TZID=Europe/Zurich:20261126T140000\r\nDTEND;TZID=Europe/Zurich:20261126T150000\r\n")
      TAIL, "2026-11-26 14:00-15:00 Secret" },
    { "busy and no more",
      HEAD "BEGIN:VFREEBUSY\r\nUID:f\r\nDTSTART:20261123T000000Z\r\nDTEND:20261207T000000Z\r\n"
      "FREEBUSY:20261126T130000Z/20261126T150000Z,20261127T080000Z/PT2H\r\nFREEBUSY;FBTYPE=FREE:20261130T080000Z/PT2H\r\n"
      "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261201T080000Z/PT2H\r\nEND:VFREEBUSY\r\n" TAIL,
      "2026-11-26 14:00-16:00 \n2026-11-27 09:00-11:00 \n2026-12-01 09:00-11:00 " },
    { "several calendars in one text (mrbs-code#3641), tasks beside events",
      CALENDAR ("DTSTART;VALUE=DATE:20261126\r\nSUMMARY:One\r\n") "\r\n"
      HEAD "BEGIN:VTODO\r\nUID:t\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Task\r\nEND:VTODO\r\n"
      "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20261127\r\nSUMMARY:Two\r\nEND:VEVENT\r\n" TAIL,
      "2026-11-26 00:00-24:00 One\n2026-11-27 00:00-24:00 Two" },
    { "empty", HEAD TAIL, "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_head (void)
{
  static const struct {
    const char *lines;
    const char *name;
    int         hours;
  } cases[] = {
    { "", NULL, 0 },
    { "X-WR-CALNAME:Family\r\n", "Family", 0 },
    { "NAME:Family\r\nX-WR-CALNAME:Other\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\nX-PUBLISHED-TTL:PT1H\r\n", "Family", 12 },
    { "X-WR-CALNAME: \r\nX-PUBLISHED-TTL:PT2H\r\n", NULL, 2 },
    { "X-WR-CALNAME:One\\nTwo\r\nX-PUBLISHED-TTL:-PT2H\r\n", "One Two", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].lines, TAIL, NULL);
      g_autoptr(FoyerCalendarReading) reading = read_days (text, -1, "Europe/Paris", "2026-11-23", "2026-11-24", NULL);

      g_assert_nonnull (reading);
      g_assert_cmpstr (reading->name, ==, cases[i].name);
      g_assert_cmpint (reading->every_ms, ==, cases[i].hours * G_GINT64_CONSTANT (3600000));
      g_assert_cmpint (reading->until, ==, day_of ("2026-11-24"));
    }
}

/* One line, as people read it, of whatever a network says. */
static void
test_summaries (void)
{
  static const struct {
    const char *line;
    const char *summary;
  } cases[] = {
    { "SUMMARY:Lunch\\, then\\nthe <b>dentist</b> &amp; co", "Lunch, then the <b>dentist</b> &amp; co" },
    { "SUMMARY:\xe2\x80\xae" "evil\xe2\x80\xac", "evil" },
    { "SUMMARY:  a\t\tb  ", "a b" },
    { "SUMMARY;LANGUAGE=fr:Dentiste", "Dentiste" },
    { "DESCRIPTION:no summary", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\n", cases[i].line,
                                           "\r\nEND:VEVENT\r\n" TAIL, NULL);
      g_autoptr(FoyerCalendarReading) reading = read_days (text, -1, "Europe/Paris", "2026-11-26", "2026-11-26", NULL);

      g_assert_nonnull (reading);
      g_assert_cmpuint (reading->spans->len, ==, 1);
      g_assert_cmpstr (g_array_index (reading->spans, FoyerBusySpan, 0).summary, ==, cases[i].summary);
    }
}

static void
test_long_summary (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *text = g_strconcat (HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:", long_text,
                                       "\r\nEND:VEVENT\r\n" TAIL, NULL);
  g_autoptr(FoyerCalendarReading) reading = read_days (text, -1, "Europe/Paris", "2026-11-26", "2026-11-26", NULL);

  g_assert_nonnull (reading);
  g_assert_cmpint (g_utf8_strlen (g_array_index (reading->spans, FoyerBusySpan, 0).summary, -1), ==, FOYER_CALENDAR_SUMMARY_MAX);
}

/* What is no calendar, or not a whole one, is not taken for one in which nothing is. */
static void
test_refused (void)
{
  static const struct {
    const char *why;
    const char *text;
    gssize      length;
  } cases[] = {
    { "nothing", "", 0 },
    { "a page to log in", "<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>\n", -1 },
    { "a page about calendars", "<pre>\nBEGIN:VCALENDAR\nEND:VCALENDAR\n</pre>\n", -1 },
    { "JSON", "{\"error\":\"unauthorized\"}", -1 },
    { "something else that begins", "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", -1 },
    { "an event outside of a calendar", "BEGIN:VEVENT\r\nDTSTART:20261126T130000Z\r\nEND:VEVENT\r\n", -1 },
    { "the first half of one", HEAD EVENT ("DTSTART;VALUE=DATE:20261126\r\n"), -1 },
    { "an end too many", HEAD TAIL TAIL, -1 },
    { "ends that cross", HEAD "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nEND:VEVENT\r\nEND:VALARM\r\n" TAIL, -1 },
    { "a NUL", HEAD "SUMMARY:a\0b\r\n" TAIL, sizeof (HEAD "SUMMARY:a\0b\r\n" TAIL) - 1 },
    { "a component with a parameter", HEAD "BEGIN;X=1:VEVENT\r\nEND:VEVENT\r\n" TAIL, -1 },
    { "too deep", HEAD "BEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n"
                  "END:A\nEND:A\nEND:A\nEND:A\nEND:A\nEND:A\nEND:A\nEND:A\n" TAIL, -1 },
    { "nothing but a BOM", "\xef\xbb\xbf", -1 },
    { "half of UTF-16", "\xff\xfe" "B", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerCalendarReading) reading = read_days (cases[i].text, cases[i].length, "Europe/Paris", "2026-11-23",
                                                           "2026-12-06", &error);

      g_test_message ("%s", cases[i].why);
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_BAD_FILE);
      g_assert_null (reading);
    }
}

static void
test_encodings (void)
{
  static const char latin[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:No\xebl \x80 5\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  static const char holes[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:No\xebl\x81\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  static const char marked[] = "\xef\xbb\xbf" "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Noël\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  static const char old_mac[] = "BEGIN:VCALENDAR\rBEGIN:VEVENT\rDTSTART;VALUE=DATE:20261126\rSUMMARY:Noël\rEND:VEVENT\rEND:VCALENDAR\r";
  gsize length;
  g_autofree char *wide = g_convert (marked, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  const struct {
    const char *text;
    gssize      length;
    const char *summary;
  } cases[] = {
    { latin, -1, "Noël € 5" }, { holes, -1, "Noël" }, { marked, -1, "Noël" }, { old_mac, -1, "Noël" },
    { wide, (gssize) length, "Noël" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerCalendarReading) reading = read_days (cases[i].text, cases[i].length, "Europe/Paris", "2026-11-26",
                                                           "2026-11-26", &error);

      g_assert_no_error (error);
      g_assert_cmpuint (reading->spans->len, ==, 1);
      g_assert_cmpstr (g_array_index (reading->spans, FoyerBusySpan, 0).summary, ==, cases[i].summary);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/times", test_times);
  g_test_add_func ("/ics/rules", test_rules);
  g_test_add_func ("/ics/programs", test_programs);
  g_test_add_func ("/ics/head", test_head);
  g_test_add_func ("/ics/summaries", test_summaries);
  g_test_add_func ("/ics/long-summary", test_long_summary);
  g_test_add_func ("/ics/refused", test_refused);
  g_test_add_func ("/ics/encodings", test_encodings);

  return g_test_run ();
}
