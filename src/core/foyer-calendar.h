/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"
#include "core/foyer-opening.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/* Calendars of other programs that a space follows: the dentist of the host closes the desk. */

/* How far ahead a calendar closes days, today included. */
#define FOYER_CALENDAR_DAYS 366
/* How far one reading goes: with a month to spare, so that "nothing is new" will do for a month. */
#define FOYER_CALENDAR_READ_DAYS (FOYER_CALENDAR_DAYS + 31)
/* The most pieces of days that a reading has. */
#define FOYER_CALENDAR_SPANS_MAX 20000
#define FOYER_CALENDAR_SUMMARY_MAX 120
#define FOYER_CALENDAR_ADDRESS_MAX 2000

#define FOYER_CALENDAR_EVERY_MS G_GINT64_CONSTANT (21600000)         /* 6 hours, unless it says otherwise */
#define FOYER_CALENDAR_EVERY_LEAST_MS G_GINT64_CONSTANT (3600000)
#define FOYER_CALENDAR_EVERY_MOST_MS G_GINT64_CONSTANT (86400000)
/* What is older is no longer promised. */
#define FOYER_CALENDAR_OLD_MS (7 * G_GINT64_CONSTANT (86400000))

/**
 * FoyerCalendarCloses:
 * @FOYER_CALENDAR_CLOSES_DAYS: a day on which something is, within the opening hours
 * @FOYER_CALENDAR_CLOSES_HALVES: the halves of the day in which something is
 * @FOYER_CALENDAR_CLOSES_NOTHING: nothing; what is in it is only shown
 *
 * What a calendar closes.
 */
typedef enum {
  FOYER_CALENDAR_CLOSES_DAYS,
  FOYER_CALENDAR_CLOSES_HALVES,
  FOYER_CALENDAR_CLOSES_NOTHING,
} FoyerCalendarCloses;

const char *foyer_calendar_closes_get_name   (FoyerCalendarCloses    closes);
gboolean    foyer_calendar_closes_parse      (const char            *name,
                                              FoyerCalendarCloses   *closes,
                                              GError               **error);

/**
 * FoyerCalendarTrouble:
 * @FOYER_CALENDAR_FINE: it was read
 * @FOYER_CALENDAR_UNREACHABLE: no answer, or a server in trouble
 * @FOYER_CALENDAR_GONE: there is nothing under its address any more
 * @FOYER_CALENDAR_REFUSED: its server does not let us in
 * @FOYER_CALENDAR_FOREIGN: what is there is no calendar, or not a whole one
 * @FOYER_CALENDAR_TOO_BIG: it is larger than any calendar that Foyer reads
 *
 * Why the last try to read a calendar failed.
 */
typedef enum {
  FOYER_CALENDAR_FINE,
  FOYER_CALENDAR_UNREACHABLE,
  FOYER_CALENDAR_GONE,
  FOYER_CALENDAR_REFUSED,
  FOYER_CALENDAR_FOREIGN,
  FOYER_CALENDAR_TOO_BIG,
} FoyerCalendarTrouble;

const char *foyer_calendar_trouble_get_name  (FoyerCalendarTrouble   trouble);
gboolean    foyer_calendar_trouble_parse     (const char            *name,
                                              FoyerCalendarTrouble  *trouble,
                                              GError               **error);

/**
 * FoyerCalendar:
 * @id: "" until the store gave one
 * @address: https, or the path of a file; whoever knows it can read the calendar, so that it is
 *   told to nobody
 * @read_ms: when it was last read or found unchanged, 0: never
 * @tried_ms: when that was last tried
 * @every_ms: how often it wants to be read
 * @n_events: what was read of it within the days ahead
 * @n_left_out: events with a rule or a date that Foyer does not read
 * @etag: (nullable): what its server calls this state of it
 * @modified: (nullable): when its server says that it changed
 * @zone: the zone of the space when it was read
 * @until: the last day that was read
 * @conflicts: (nullable) (element-type FoyerCalendarConflict): days that it closes, and on which people
 *   have seats; not copied
 *
 * A calendar that a space follows. A record, as #FoyerSpace is.
 */
typedef struct {
  char                 *id;
  char                 *space_id;
  char                 *name;
  char                 *address;
  FoyerCalendarCloses   closes;
  FoyerCalendarTrouble  trouble;
  gint64                read_ms;
  gint64                tried_ms;
  gint64                every_ms;
  int                   n_events;
  int                   n_left_out;
  char                 *etag;
  char                 *modified;
  char                 *zone;
  FoyerDay              until;
  GPtrArray            *conflicts;
} FoyerCalendar;

FoyerCalendar *foyer_calendar_copy           (const FoyerCalendar   *self);
void           foyer_calendar_free           (FoyerCalendar         *self);
gboolean       foyer_calendar_is_file        (const FoyerCalendar   *self);
char          *foyer_calendar_dup_source     (const FoyerCalendar   *self);
gboolean       foyer_calendar_is_old         (const FoyerCalendar   *self,
                                              gint64                 now_ms);
gint64         foyer_calendar_get_next_ms    (const FoyerCalendar   *self);
char          *foyer_calendar_clean_address  (const char            *text,
                                              GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCalendar, foyer_calendar_free)

/**
 * FoyerBusySpan:
 * @start_minute: minutes after midnight
 * @end_minute: later than @start_minute, up to 1440
 * @busy: whether it takes its owner's time; the rest is only shown
 * @summary: one clean line, "" where the calendar says nothing
 *
 * What a calendar has on one day, in the hours of the space. What goes on over midnight is a
 * span on each of its days.
 */
typedef struct {
  FoyerDay  day;
  int       start_minute;
  int       end_minute;
  gboolean  busy;
  char     *summary;
} FoyerBusySpan;

GArray  *foyer_busy_spans_new                (void);
int      foyer_busy_span_compare             (gconstpointer          a,
                                              gconstpointer          b);
guint    foyer_busy_span_get_halves          (const FoyerBusySpan   *self,
                                              FoyerCalendarCloses    closes,
                                              const FoyerDayPlan    *plan,
                                              int                    half_at);

void     foyer_day_plan_shut                 (FoyerDayPlan          *plan,
                                              guint                  halves,
                                              int                    half_at);

/**
 * FoyerCalendarReading:
 * @name: (nullable): what the calendar calls itself
 * @spans: (element-type FoyerBusySpan): by day and hours, none twice
 * @n_events: events with something in @spans
 * @n_left_out: events with a rule or a date that Foyer does not read
 * @every_ms: how often it wants to be read, 0: it does not say
 * @zone: of the space
 * @until: the last day that was read
 *
 * What is in a calendar.
 */
typedef struct {
  char     *name;
  GArray   *spans;
  int       n_events;
  int       n_left_out;
  gint64    every_ms;
  char     *etag;
  char     *modified;
  char     *zone;
  FoyerDay  until;
} FoyerCalendarReading;

FoyerCalendarReading *foyer_calendar_reading_new  (void);
void                  foyer_calendar_reading_free (FoyerCalendarReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCalendarReading, foyer_calendar_reading_free)

/**
 * FoyerCalendarEvent:
 * @calendar: the name of the calendar
 * @read_ms: when that was last read
 * @summary: one line, "" where the calendar says nothing
 * @closes: a mask of #FoyerPart: the halves that it closes on this day
 *
 * What people see of a calendar on one day.
 */
typedef struct {
  char   *calendar;
  gint64  read_ms;
  char   *summary;
  int     start_minute;
  int     end_minute;
  guint   closes;
} FoyerCalendarEvent;

void foyer_calendar_event_free               (FoyerCalendarEvent    *self);

/**
 * FoyerCalendarConflict:
 * @day: the day
 * @part: the halves that the calendar closes and in which somebody has a seat
 * @summary: what is in the calendar then
 * @n_seats: the seats held in them, those of the fuller half
 *
 * A day that a calendar closes, and on which people have seats; they keep them.
 */
typedef struct {
  FoyerDay   day;
  FoyerPart  part;
  char      *summary;
  int        n_seats;
} FoyerCalendarConflict;

void foyer_calendar_conflict_free            (FoyerCalendarConflict *self);

G_END_DECLS
