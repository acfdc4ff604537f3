/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics-event.h"

#include <string.h>

#include "core/foyer-calendar.h"

#define MS_PER_SECOND G_GINT64_CONSTANT (1000)
#define MS_PER_DAY G_GINT64_CONSTANT (86400000)
#define LENGTH_MAX_MS (36525 * MS_PER_DAY)
#define DAYS_MAX 36525
#define MARKS_MAX 8

void
foyer_ics_event_free (FoyerIcsEvent *self)
{
  g_free (self->uid);
  g_free (self->summary);
  g_ptr_array_unref (self->rules);
  g_array_unref (self->more);
  g_array_unref (self->except);
  g_free (self);
}

gint64
foyer_ics_moment_get_instant (const FoyerIcsMoment *self)
{
  return foyer_ics_zone_get_instant (self->zone, self->time.day, self->time.second);
}

gint64
foyer_ics_duration_to_ms (struct icaldurationtype duration)
{
  const guint64 seconds = duration.weeks * G_GUINT64_CONSTANT (604800) + duration.days * G_GUINT64_CONSTANT (86400)
                          + duration.hours * G_GUINT64_CONSTANT (3600) + duration.minutes * G_GUINT64_CONSTANT (60)
                          + duration.seconds;

  return duration.is_neg ? 0 : (gint64) MIN (seconds * MS_PER_SECOND, (guint64) LENGTH_MAX_MS);
}

/* What has no shape of its own, or changes that of others. */
static gboolean
foyer_ics_is_letter (gunichar ch)
{
  switch ((int) g_unichar_type (ch))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return FALSE;
    default:
      return TRUE;
    }
}

char *
foyer_ics_clean_text (const char *text)
{
  g_autoptr(GString) line = g_string_new (NULL);
  guint n_chars = 0;
  guint n_marks = 0;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      n_marks = g_unichar_ismark (ch) ? n_marks + 1 : 0;
      if (g_unichar_isspace (ch) || ch == 0x2028 || ch == 0x2029)
        {
          if (line->len > 0 && line->str[line->len - 1] != ' ')
            {
              g_string_append_c (line, ' ');
              n_chars++;
            }
          continue;
        }
      if (!foyer_ics_is_letter (ch) || n_marks > MARKS_MAX)
        continue;
      if (++n_chars > FOYER_CALENDAR_SUMMARY_MAX - 1)
        {
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, ch);
    }

  return g_strchomp (g_string_free_and_steal (g_steal_pointer (&line)));
}

/* libical takes out of an event what it cannot read, and leaves a note about it. */
static gboolean
foyer_ics_event_lost (icalcomponent *component)
{
  static const char * const needed[] = {
    "RRULE property", "EXRULE property", "DTSTART property", "DTEND property", "DURATION property", "RECURRENCE-ID property",
  };

  for (icalproperty *p = icalcomponent_get_first_property (component, ICAL_XLICERROR_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (component, ICAL_XLICERROR_PROPERTY))
    for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
      if (strstr (icalproperty_get_xlicerror (p), needed[i]) != NULL)
        return TRUE;

  /* Who takes away from a repetition by another one has not been met since 1998. */
  return icalcomponent_get_first_property (component, ICAL_EXRULE_PROPERTY) != NULL;
}

static gboolean
foyer_ics_read_moment (icalproperty   *property,
                       FoyerIcsZones  *zones,
                       FoyerIcsMoment *moment)
{
  g_autofree char *tzid = NULL;
  char *parameter;

  moment->length_ms = -1;
  if (property == NULL || !foyer_ics_time_read (property, &moment->time))
    return FALSE;
  if (moment->time.is_utc)
    {
      moment->zone = foyer_ics_zones_get_utc (zones);
      return TRUE;
    }
  parameter = icalproperty_get_parameter_as_string_r (property, "TZID");
  tzid = g_strdup (parameter);
  icalmemory_free_buffer (parameter);
  moment->zone = foyer_ics_zones_find (zones, moment->time.is_date ? NULL : tzid);

  return TRUE;
}

/* How long it is: until its end, for its duration, a day, or no time at all (section 3.6.1). */
static gboolean
foyer_ics_event_read_length (FoyerIcsEvent *self,
                             icalcomponent *component,
                             FoyerIcsZones *zones)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  FoyerIcsMoment until;

  self->n_days = 1;
  if (end != NULL && !foyer_ics_read_moment (end, zones, &until))
    return FALSE;
  if (end != NULL && self->start.time.is_date)
    self->n_days = until.time.day - self->start.time.day + (until.time.second > 0 ? 1 : 0);
  else if (end != NULL)
    self->length_ms = foyer_ics_moment_get_instant (&until) - foyer_ics_moment_get_instant (&self->start);
  else if (duration != NULL)
    {
      self->length_ms = foyer_ics_duration_to_ms (icalproperty_get_duration (duration));
      self->n_days = (int) ((self->length_ms + MS_PER_DAY - 1) / MS_PER_DAY);
    }
  /* Some write the last day itself where the day after it is meant. */
  self->n_days = CLAMP (self->n_days, 1, DAYS_MAX);
  self->length_ms = CLAMP (self->length_ms, 0, LENGTH_MAX_MS);

  return TRUE;
}

static gboolean
foyer_ics_event_read_rules (FoyerIcsEvent *self,
                            icalcomponent *component)
{
  for (icalproperty *p = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (component, ICAL_RRULE_PROPERTY))
    {
      const struct icalrecurrencetype recur = icalproperty_get_rrule (p);
      FoyerIcsRule *rule = foyer_ics_rule_new (&recur);

      if (rule == NULL)
        return FALSE;
      g_ptr_array_add (self->rules, rule);
    }

  return TRUE;
}

/* Returns: how long the period is that begins at @start, -1 where there is only a beginning */
static gint64
foyer_ics_read_period_length (icalproperty         *property,
                              const FoyerIcsMoment *start)
{
  const icalvalue *value = icalproperty_get_value (property);
  FoyerIcsMoment end = *start;
  struct icalperiodtype period;

  if (icalvalue_isa (value) == ICAL_PERIOD_VALUE)
    period = icalvalue_get_period (value);
  else if (icalvalue_isa (value) == ICAL_DATETIMEPERIOD_VALUE && icalvalue_get_datetimeperiod (value).time.year == 0)
    period = icalvalue_get_datetimeperiod (value).period;
  else
    return -1;
  if (!foyer_ics_time_from_ical (period.end, &end.time))
    return foyer_ics_duration_to_ms (period.duration);

  return CLAMP (foyer_ics_moment_get_instant (&end) - foyer_ics_moment_get_instant (start), 0, LENGTH_MAX_MS);
}

static void
foyer_ics_event_read_dates (icalcomponent     *component,
                            icalproperty_kind  kind,
                            FoyerIcsZones     *zones,
                            GArray            *moments)
{
  for (icalproperty *p = icalcomponent_get_first_property (component, kind); p != NULL;
       p = icalcomponent_get_next_property (component, kind))
    {
      FoyerIcsMoment moment;

      if (!foyer_ics_read_moment (p, zones, &moment))
        continue;
      if (kind == ICAL_RDATE_PROPERTY)
        moment.length_ms = foyer_ics_read_period_length (p, &moment);
      g_array_append_val (moments, moment);
    }
}

FoyerIcsEvent *
foyer_ics_event_read (icalcomponent *component,
                      FoyerIcsZones *zones)
{
  g_autoptr(FoyerIcsEvent) self = g_new0 (FoyerIcsEvent, 1);
  icalproperty *moved = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  icalproperty *sequence = icalcomponent_get_first_property (component, ICAL_SEQUENCE_PROPERTY);
  icalproperty *status = icalcomponent_get_first_property (component, ICAL_STATUS_PROPERTY);
  icalproperty *transparency = icalcomponent_get_first_property (component, ICAL_TRANSP_PROPERTY);
  icalproperty *uid = icalcomponent_get_first_property (component, ICAL_UID_PROPERTY);
  icalproperty *summary = icalcomponent_get_first_property (component, ICAL_SUMMARY_PROPERTY);

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_ics_rule_free);
  self->more = g_array_new (FALSE, FALSE, sizeof (FoyerIcsMoment));
  self->except = g_array_new (FALSE, FALSE, sizeof (FoyerIcsMoment));
  if (foyer_ics_event_lost (component)
      || !foyer_ics_read_moment (icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY), zones, &self->start)
      || !foyer_ics_event_read_length (self, component, zones)
      || !foyer_ics_event_read_rules (self, component)
      || (moved != NULL && !foyer_ics_read_moment (moved, zones, &self->replaces)))
    return NULL;

  foyer_ics_event_read_dates (component, ICAL_RDATE_PROPERTY, zones, self->more);
  foyer_ics_event_read_dates (component, ICAL_EXDATE_PROPERTY, zones, self->except);
  self->is_moved = moved != NULL;
  self->uid = uid != NULL ? g_strdup (icalproperty_get_uid (uid)) : NULL;
  self->sequence = sequence != NULL ? icalproperty_get_sequence (sequence) : 0;
  self->cancelled = status != NULL && icalproperty_get_status (status) == ICAL_STATUS_CANCELLED;
  self->busy = transparency == NULL || icalproperty_get_transp (transparency) == ICAL_TRANSP_OPAQUE
               || icalproperty_get_transp (transparency) == ICAL_TRANSP_OPAQUENOCONFLICT;
  self->summary = foyer_ics_clean_text (summary != NULL ? icalproperty_get_summary (summary) : NULL);

  return g_steal_pointer (&self);
}
