/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "exchange/foyer-ics-event.h"
#include "exchange/foyer-ics-guard.h"

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)
/* How many days of rules are looked at for one calendar: a fraction of a second. */
#define STEPS_MAX 4000000
/* What an occurrence costs compared with a day that is none. */
#define STEPS_OF_AN_OCCURRENCE 16
/* How long before the window a repeated event may begin and still be seen in it. */
#define DAYS_BEFORE_MAX 400
#define OCCURRENCES_MAX 1000

typedef struct {
  GTimeZone            *zone;       /* of the space */
  FoyerDay              first;
  FoyerDay              last;
  FoyerIcsZones        *zones;
  GPtrArray            *events;     /* of FoyerIcsEvent */
  GHashTable           *newest;     /* the highest SEQUENCE of each UID */
  GHashTable           *moved;      /* the FoyerIcsExceptions of each UID */
  gint64                steps;
  FoyerCalendarReading *reading;
} FoyerIcsReader;

/* What is no occurrence. A whole date takes all that begins on it; an hour also the date of an event
 * without hours, since programs mix them up. */
typedef struct {
  GHashTable *instants;
  GHashTable *dates;
  GHashTable *dates_of_hours;
} FoyerIcsExceptions;

static FoyerIcsExceptions *
foyer_ics_exceptions_new (void)
{
  FoyerIcsExceptions *self = g_new (FoyerIcsExceptions, 1);

  self->instants = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->dates = g_hash_table_new (NULL, NULL);
  self->dates_of_hours = g_hash_table_new (NULL, NULL);

  return self;
}

static void
foyer_ics_exceptions_free (gpointer user_data)
{
  FoyerIcsExceptions *self = user_data;

  g_hash_table_unref (self->instants);
  g_hash_table_unref (self->dates);
  g_hash_table_unref (self->dates_of_hours);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerIcsExceptions, foyer_ics_exceptions_free)

static void
foyer_ics_exceptions_add (FoyerIcsExceptions   *self,
                          const FoyerIcsMoment *moment)
{
  gint64 instant;

  if (moment->time.is_date)
    {
      g_hash_table_add (self->dates, GINT_TO_POINTER (moment->time.day));
      return;
    }
  instant = foyer_ics_moment_get_instant (moment);
  g_hash_table_add (self->instants, g_memdup2 (&instant, sizeof instant));
  g_hash_table_add (self->dates_of_hours, GINT_TO_POINTER (moment->time.day));
}

static gboolean
foyer_ics_exceptions_have (const FoyerIcsExceptions *self,      /* (nullable) */
                           const FoyerIcsMoment     *moment)
{
  gint64 instant;

  if (self == NULL)
    return FALSE;
  if (g_hash_table_contains (self->dates, GINT_TO_POINTER (moment->time.day)))
    return TRUE;
  if (moment->time.is_date)
    return g_hash_table_contains (self->dates_of_hours, GINT_TO_POINTER (moment->time.day));
  instant = foyer_ics_moment_get_instant (moment);

  return g_hash_table_contains (self->instants, &instant);
}

/* ---- spans ---- */

static void
foyer_ics_reader_add_span (FoyerIcsReader *self,
                           FoyerDay        day,
                           int             start_minute,
                           int             end_minute,
                           gboolean        busy,
                           const char     *summary)
{
  FoyerBusySpan span = {
    .day = day,
    .start_minute = start_minute,
    .end_minute = end_minute,
    .busy = busy,
    .summary = g_strdup (summary),
  };

  g_array_append_val (self->reading->spans, span);
}

static void
foyer_ics_reader_add_hours (FoyerIcsReader *self,
                            gint64          start_ms,
                            gint64          length_ms,
                            gboolean        busy,
                            const char     *summary)
{
  const gint64 last_ms = start_ms + length_ms - 1;
  const FoyerDay start_day = foyer_instant_get_day (self->zone, start_ms);
  const FoyerDay last_day = foyer_instant_get_day (self->zone, last_ms);

  for (FoyerDay day = MAX (start_day, self->first); day <= MIN (last_day, self->last); day++)
    {
      int start_minute = day == start_day ? foyer_instant_get_minute (self->zone, start_ms) : 0;
      int end_minute = day == last_day ? foyer_instant_get_minute (self->zone, last_ms) + 1 : 1440;

      /* In the hour that comes twice an end can be before its beginning. */
      foyer_ics_reader_add_span (self, day, start_minute, MAX (end_minute, start_minute + 1), busy, summary);
    }
}

static void
foyer_ics_reader_add_occurrence (FoyerIcsReader       *self,
                                 const FoyerIcsEvent  *event,
                                 const FoyerIcsMoment *moment)
{
  const gint64 length_ms = moment->length_ms >= 0 ? moment->length_ms : event->length_ms;

  if (moment->time.is_date)
    {
      const FoyerDay last = moment->time.day + event->n_days - 1;

      for (FoyerDay day = MAX (moment->time.day, self->first); day <= MIN (last, self->last); day++)
        foyer_ics_reader_add_span (self, day, 0, 1440, event->busy, event->summary);
    }
  else if (length_ms > 0)
    foyer_ics_reader_add_hours (self, foyer_ics_moment_get_instant (moment), length_ms, event->busy, event->summary);
}

/* ---- events ---- */

/* The last day on which a rule may have an occurrence, as far as days say it. */
static FoyerDay
foyer_ics_rule_last_day (const FoyerIcsRule *rule,
                         FoyerDay            last)
{
  FoyerIcsTime until;

  return foyer_ics_time_from_ical (foyer_ics_rule_get_until (rule), &until) ? MIN (last, until.day + 1) : last;
}

/* Whether an occurrence is after the end of its rule: by the hour where the end has one. */
static gboolean
foyer_ics_rule_is_over (FoyerIcsReader       *self,
                        const FoyerIcsRule   *rule,
                        const FoyerIcsMoment *moment)
{
  FoyerIcsMoment until = { .zone = moment->zone };

  if (!foyer_ics_time_from_ical (foyer_ics_rule_get_until (rule), &until.time))
    return FALSE;
  if (until.time.is_date || moment->time.is_date)
    return moment->time.day > until.time.day;
  if (until.time.is_utc)
    until.zone = foyer_ics_zones_get_utc (self->zones);

  return foyer_ics_moment_get_instant (moment) > foyer_ics_moment_get_instant (&until);
}

static gboolean
foyer_ics_reader_add_rule (FoyerIcsReader           *self,
                           const FoyerIcsEvent      *event,
                           const FoyerIcsRule       *rule,
                           const FoyerIcsExceptions *except,
                           const FoyerIcsExceptions *moved)
{
  const gint64 n_days = event->start.time.is_date ? event->n_days : event->length_ms / MS_PER_DAY + 1;
  const FoyerDay first = self->first - (FoyerDay) MIN (n_days, DAYS_BEFORE_MAX) - 1;
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));

  if (!foyer_ics_rule_expand (rule, event->start.time.day, first, foyer_ics_rule_last_day (rule, self->last + 1),
                              &self->steps, days)
      || days->len > OCCURRENCES_MAX)
    return FALSE;

  for (guint i = 0; i < days->len; i++)
    {
      FoyerIcsMoment moment = event->start;
      const guint before = self->reading->spans->len;

      if (self->steps <= 0 || before > FOYER_CALENDAR_SPANS_MAX)
        return FALSE;
      moment.time.day = g_array_index (days, FoyerDay, i);
      if (!foyer_ics_rule_is_over (self, rule, &moment)
          && !foyer_ics_exceptions_have (except, &moment)
          && !foyer_ics_exceptions_have (moved, &moment))
        foyer_ics_reader_add_occurrence (self, event, &moment);
      self->steps -= STEPS_OF_AN_OCCURRENCE + (self->reading->spans->len - before);
    }

  return TRUE;
}

static void
foyer_ics_reader_add_dates (FoyerIcsReader           *self,
                            const FoyerIcsEvent      *event,
                            const FoyerIcsExceptions *except,
                            const FoyerIcsExceptions *moved)
{
  for (guint i = 0; i < event->more->len; i++)
    {
      const FoyerIcsMoment *moment = &g_array_index (event->more, FoyerIcsMoment, i);

      if (!foyer_ics_exceptions_have (except, moment) && !foyer_ics_exceptions_have (moved, moment))
        foyer_ics_reader_add_occurrence (self, event, moment);
    }
}

/* Returns: whether the event was used; one that is too much is left out */
static gboolean
foyer_ics_reader_expand (FoyerIcsReader      *self,
                         const FoyerIcsEvent *event)
{
  g_autoptr(FoyerIcsExceptions) except = foyer_ics_exceptions_new ();
  const FoyerIcsExceptions *moved = !event->is_moved && event->uid != NULL
    ? g_hash_table_lookup (self->moved, event->uid) : NULL;

  if (self->reading->spans->len >= FOYER_CALENDAR_SPANS_MAX)
    return FALSE;
  /* What takes no time is nowhere. */
  if (!event->start.time.is_date && event->length_ms == 0 && event->more->len == 0)
    return TRUE;

  for (guint i = 0; i < event->except->len; i++)
    foyer_ics_exceptions_add (except, &g_array_index (event->except, FoyerIcsMoment, i));
  if (!event->is_moved)
    {
      for (guint i = 0; i < event->rules->len; i++)
        if (!foyer_ics_reader_add_rule (self, event, event->rules->pdata[i], except, moved))
          return FALSE;
      foyer_ics_reader_add_dates (self, event, except, moved);
    }
  if (event->rules->len == 0 || event->is_moved)
    if (event->is_moved || (!foyer_ics_exceptions_have (except, &event->start)
                            && !foyer_ics_exceptions_have (moved, &event->start)))
      foyer_ics_reader_add_occurrence (self, event, &event->start);

  return TRUE;
}

static void
foyer_ics_reader_add_event (FoyerIcsReader      *self,
                            const FoyerIcsEvent *event)
{
  const guint before = self->reading->spans->len;

  if (event->cancelled
      || (event->uid != NULL && !event->is_moved
          && event->sequence < GPOINTER_TO_INT (g_hash_table_lookup (self->newest, event->uid))))
    return;
  if (!foyer_ics_reader_expand (self, event) || self->reading->spans->len > FOYER_CALENDAR_SPANS_MAX)
    {
      g_array_set_size (self->reading->spans, before);
      self->reading->n_left_out++;
    }
  else if (self->reading->spans->len > before)
    self->reading->n_events++;
}

/* Occurrences that were moved, and of an event that is there twice the newer one, are known before
 * anything is expanded. */
static void
foyer_ics_reader_learn (FoyerIcsReader      *self,
                        const FoyerIcsEvent *event)
{
  FoyerIcsExceptions *moved;

  if (event->uid == NULL)
    return;
  if (!event->is_moved)
    {
      if (event->sequence > GPOINTER_TO_INT (g_hash_table_lookup (self->newest, event->uid)))
        g_hash_table_insert (self->newest, event->uid, GINT_TO_POINTER (event->sequence));
      return;
    }
  moved = g_hash_table_lookup (self->moved, event->uid);
  if (moved == NULL)
    {
      moved = foyer_ics_exceptions_new ();
      g_hash_table_insert (self->moved, event->uid, moved);
    }
  foyer_ics_exceptions_add (moved, &event->replaces);
}

/* A VFREEBUSY says when somebody is busy, and not why. */
static void
foyer_ics_reader_add_free_busy (FoyerIcsReader *self,
                                icalcomponent  *component)
{
  const guint before = self->reading->spans->len;

  for (icalproperty *p = icalcomponent_get_first_property (component, ICAL_FREEBUSY_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (component, ICAL_FREEBUSY_PROPERTY))
    {
      const struct icalperiodtype period = icalproperty_get_freebusy (p);
      icalparameter *type = icalproperty_get_first_parameter (p, ICAL_FBTYPE_PARAMETER);
      FoyerIcsMoment start = { .zone = foyer_ics_zones_get_utc (self->zones) };
      FoyerIcsMoment end = start;
      gint64 length_ms;

      if (self->reading->spans->len >= FOYER_CALENDAR_SPANS_MAX)
        {
          self->reading->n_left_out++;
          break;
        }
      if ((type != NULL && icalparameter_get_fbtype (type) == ICAL_FBTYPE_FREE)
          || !foyer_ics_time_from_ical (period.start, &start.time))
        continue;
      length_ms = foyer_ics_time_from_ical (period.end, &end.time)
        ? foyer_ics_moment_get_instant (&end) - foyer_ics_moment_get_instant (&start)
        : foyer_ics_duration_to_ms (period.duration);
      if (length_ms > 0)
        foyer_ics_reader_add_hours (self, foyer_ics_moment_get_instant (&start), length_ms, TRUE, "");
    }
  if (self->reading->spans->len > before)
    self->reading->n_events++;
}

/* ---- calendars ---- */

/* What a calendar says of itself. */
static void
foyer_ics_reader_read_head (FoyerIcsReader *self,
                            icalcomponent  *calendar)
{
  icalproperty *name = icalcomponent_get_first_property (calendar, ICAL_NAME_PROPERTY);
  icalproperty *interval = icalcomponent_get_first_property (calendar, ICAL_REFRESHINTERVAL_PROPERTY);
  const char *text = name != NULL ? icalproperty_get_name (name) : NULL;

  if (interval != NULL)
    self->reading->every_ms = foyer_ics_duration_to_ms (icalproperty_get_refreshinterval (interval));
  for (icalproperty *p = icalcomponent_get_first_property (calendar, ICAL_X_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (calendar, ICAL_X_PROPERTY))
    {
      const char *x_name = icalproperty_get_x_name (p);
      const char *value = icalproperty_get_x (p);

      if (text == NULL && g_strcmp0 (x_name, "X-WR-CALNAME") == 0)
        text = value;
      else if (interval == NULL && value != NULL && g_strcmp0 (x_name, "X-PUBLISHED-TTL") == 0)
        self->reading->every_ms = foyer_ics_duration_to_ms (icaldurationtype_from_string (value));
    }

  if (self->reading->name == NULL && text != NULL)
    {
      g_autofree char *clean = foyer_ics_clean_text (text);

      if (*clean != '\0')
        self->reading->name = g_steal_pointer (&clean);
    }
}

typedef void (*FoyerIcsPartFunc) (FoyerIcsReader *self,
                                  icalcomponent  *part);

static void
foyer_ics_reader_read_zone (FoyerIcsReader *self,
                            icalcomponent  *part)
{
  if (icalcomponent_isa (part) == ICAL_VTIMEZONE_COMPONENT)
    foyer_ics_zones_add (self->zones, part, &self->steps);
}

static void
foyer_ics_reader_read_part (FoyerIcsReader *self,
                            icalcomponent  *part)
{
  FoyerIcsEvent *event;

  if (icalcomponent_isa (part) == ICAL_VFREEBUSY_COMPONENT)
    foyer_ics_reader_add_free_busy (self, part);
  if (icalcomponent_isa (part) != ICAL_VEVENT_COMPONENT)
    return;

  event = foyer_ics_event_read (part, self->zones);
  if (event == NULL)
    {
      self->reading->n_left_out++;
      return;
    }
  g_ptr_array_add (self->events, event);
  foyer_ics_reader_learn (self, event);
}

static void
foyer_ics_reader_for_parts (FoyerIcsReader   *self,
                            icalcomponent    *calendar,
                            FoyerIcsPartFunc  func)
{
  for (icalcomponent *part = icalcomponent_get_first_component (calendar, ICAL_ANY_COMPONENT); part != NULL;
       part = icalcomponent_get_next_component (calendar, ICAL_ANY_COMPONENT))
    func (self, part);
}

/* Zones are named after their calendar has begun, and often after the events that want them. */
static void
foyer_ics_reader_read_calendar (FoyerIcsReader *self,
                                icalcomponent  *calendar)
{
  foyer_ics_reader_read_head (self, calendar);
  foyer_ics_reader_for_parts (self, calendar, foyer_ics_reader_read_zone);
  foyer_ics_reader_for_parts (self, calendar, foyer_ics_reader_read_part);
}

static void
foyer_ics_reader_read (FoyerIcsReader *self,
                       icalcomponent  *root)
{
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    foyer_ics_reader_read_calendar (self, root);
  else
    for (icalcomponent *calendar = icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT); calendar != NULL;
         calendar = icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT))
      foyer_ics_reader_read_calendar (self, calendar);

  for (guint i = 0; i < self->events->len; i++)
    foyer_ics_reader_add_event (self, self->events->pdata[i]);
}

/* The same twice, as two programs export it into one calendar, is there once. */
static void
foyer_ics_reader_put_in_order (FoyerIcsReader *self)
{
  GArray *all = self->reading->spans;
  GArray *once = foyer_busy_spans_new ();

  g_array_sort (all, foyer_busy_span_compare);
  for (guint i = 0; i < all->len; i++)
    {
      const FoyerBusySpan *span = &g_array_index (all, FoyerBusySpan, i);

      if (i > 0 && foyer_busy_span_compare (span, &g_array_index (all, FoyerBusySpan, i - 1)) == 0)
        continue;
      self->reading->spans = once;
      foyer_ics_reader_add_span (self, span->day, span->start_minute, span->end_minute, span->busy, span->summary);
    }
  self->reading->spans = once;
  g_array_unref (all);
}

FoyerCalendarReading *
foyer_ics_read (const char  *data,
                gsize        length,
                GTimeZone   *zone,
                FoyerDay     first,
                FoyerDay     last,
                GError     **error)
{
  g_autofree char *text = foyer_ics_guard (data, length, error);
  g_autoptr(FoyerCalendarReading) reading = NULL;
  FoyerIcsReader reader;
  icalcomponent *root;

  g_return_val_if_fail (zone != NULL && first <= last, NULL);

  if (text == NULL)
    return NULL;
  icalerror_set_errors_are_fatal (0);
  root = icalparser_parse_string (text);
  if (root == NULL)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_FILE, "no calendar that libical reads");
      return NULL;
    }

  reading = foyer_calendar_reading_new ();
  reading->until = last;
  reader = (FoyerIcsReader) {
    .zone = zone,
    .first = first,
    .last = last,
    .zones = foyer_ics_zones_new (zone, first, last),
    .events = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_ics_event_free),
    .newest = g_hash_table_new (g_str_hash, g_str_equal),
    .moved = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, foyer_ics_exceptions_free),
    .steps = STEPS_MAX,
    .reading = reading,
  };
  foyer_ics_reader_read (&reader, root);
  foyer_ics_reader_put_in_order (&reader);

  g_hash_table_unref (reader.moved);
  g_hash_table_unref (reader.newest);
  g_ptr_array_unref (reader.events);
  foyer_ics_zones_free (reader.zones);
  icalcomponent_free (root);

  return g_steal_pointer (&reading);
}
