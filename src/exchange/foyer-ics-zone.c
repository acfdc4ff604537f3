/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics-zone.h"

#include <string.h>

#include "core/foyer-instant.h"
#include "exchange/foyer-ics-rule.h"
#include "exchange/foyer-ics-time.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
/* Each zone changed at least once in so many days before those that matter, if it still does. */
#define DAYS_BEFORE 800

/* From when on clocks are how far from UTC. */
typedef struct {
  gint64 at;          /* seconds on the clocks as they were before */
  int    offset;      /* seconds */
} FoyerIcsOnset;

struct _FoyerIcsZone {
  GTimeZone *zone;     /* (nullable) */
  GArray    *onsets;   /* (nullable): of FoyerIcsOnset, in their order */
};

struct _FoyerIcsZones {
  GHashTable   *zones;       /* by name */
  FoyerIcsZone *floating;
  FoyerIcsZone *utc;
  FoyerDay      first;
  FoyerDay      last;
};

static FoyerIcsZone *
foyer_ics_zone_new (GTimeZone *zone)
{
  FoyerIcsZone *self = g_new0 (FoyerIcsZone, 1);

  self->zone = zone;

  return self;
}

static void
foyer_ics_zone_free (gpointer user_data)
{
  FoyerIcsZone *self = user_data;

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->onsets, g_array_unref);
  g_free (self);
}

FoyerIcsZones *
foyer_ics_zones_new (GTimeZone *zone,
                     FoyerDay   first,
                     FoyerDay   last)
{
  FoyerIcsZones *self = g_new0 (FoyerIcsZones, 1);

  self->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, foyer_ics_zone_free);
  self->floating = foyer_ics_zone_new (g_time_zone_ref (zone));
  self->utc = foyer_ics_zone_new (g_time_zone_new_utc ());
  self->first = first;
  self->last = last;

  return self;
}

void
foyer_ics_zones_free (FoyerIcsZones *self)
{
  g_hash_table_unref (self->zones);
  foyer_ics_zone_free (self->floating);
  foyer_ics_zone_free (self->utc);
  g_free (self);
}

/* Names come from foreign files, and become those of files. */
static gboolean
foyer_ics_zone_is_name (const char *name)
{
  return g_ascii_isalpha (*name) && strlen (name) <= 100 && strstr (name, "..") == NULL
         && strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_+-") == strlen (name);
}

static GTimeZone *
foyer_ics_zone_load (const char *name)
{
  return foyer_ics_zone_is_name (name) ? foyer_zone_new (name, NULL) : NULL;
}

/* "Europe/Paris", also as "/example.org/20261126_1/Europe/Paris". */
static GTimeZone *
foyer_ics_zone_load_tzid (const char *tzid)
{
  GTimeZone *zone = foyer_ics_zone_load (tzid);

  for (const char *p = strchr (tzid, '/'); zone == NULL && p != NULL; p = strchr (p + 1, '/'))
    if (strchr (p + 1, '/') != NULL)
      zone = foyer_ics_zone_load (p + 1);

  return zone;
}

static char *
foyer_ics_zone_clean_tzid (const char *tzid)
{
  char *clean = g_strstrip (g_strdup (tzid));
  gsize length = strlen (clean);

  if (length >= 2 && clean[0] == '"' && clean[length - 1] == '"')
    {
      clean[length - 1] = '\0';
      memmove (clean, clean + 1, length - 1);
    }

  return clean;
}

static void
foyer_ics_zone_add_onset (GArray *onsets,
                          gint64  at,
                          int     offset)
{
  FoyerIcsOnset onset = { at, offset };

  g_array_append_val (onsets, onset);
}

/* A STANDARD or DAYLIGHT of a VTIMEZONE. */
static void
foyer_ics_zones_read_onsets (FoyerIcsZones *self,
                             icalcomponent *part,
                             gint64        *steps,
                             GArray        *onsets)
{
  icalproperty *start = icalcomponent_get_first_property (part, ICAL_DTSTART_PROPERTY);
  icalproperty *to = icalcomponent_get_first_property (part, ICAL_TZOFFSETTO_PROPERTY);
  icalproperty *repeats = icalcomponent_get_first_property (part, ICAL_RRULE_PROPERTY);
  FoyerIcsTime time;
  int offset;

  if (start == NULL || to == NULL || !foyer_ics_time_read (start, &time))
    return;
  offset = CLAMP (icalproperty_get_tzoffsetto (to), -SECONDS_PER_DAY, SECONDS_PER_DAY);
  foyer_ics_zone_add_onset (onsets, time.day * SECONDS_PER_DAY + time.second, offset);

  for (icalproperty *p = icalcomponent_get_first_property (part, ICAL_RDATE_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (part, ICAL_RDATE_PROPERTY))
    {
      FoyerIcsTime date;

      if (foyer_ics_time_read (p, &date))
        foyer_ics_zone_add_onset (onsets, date.day * SECONDS_PER_DAY + date.second, offset);
    }

  if (repeats != NULL)
    {
      const struct icalrecurrencetype recur = icalproperty_get_rrule (repeats);
      g_autoptr(FoyerIcsRule) rule = foyer_ics_rule_new (&recur);
      g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
      FoyerDay last = self->last + 2;
      FoyerIcsTime until;

      if (rule == NULL)
        return;
      if (foyer_ics_time_from_ical (foyer_ics_rule_get_until (rule), &until))
        last = MIN (last, until.day);
      foyer_ics_rule_expand (rule, time.day, MIN (self->first, last) - DAYS_BEFORE, last, steps, days);
      for (guint i = 0; i < days->len; i++)
        foyer_ics_zone_add_onset (onsets, g_array_index (days, FoyerDay, i) * SECONDS_PER_DAY + time.second, offset);
    }
}

static int
foyer_ics_onset_compare (gconstpointer a,
                         gconstpointer b)
{
  const FoyerIcsOnset *first = a;
  const FoyerIcsOnset *second = b;

  return first->at < second->at ? -1 : first->at > second->at;
}

static const char *
foyer_ics_zones_find_location (icalcomponent *component)
{
  for (icalproperty *p = icalcomponent_get_first_property (component, ICAL_X_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (component, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (p), "X-LIC-LOCATION") == 0)
      return icalproperty_get_x (p);

  return NULL;
}

void
foyer_ics_zones_add (FoyerIcsZones *self,
                     icalcomponent *component,
                     gint64        *steps)
{
  icalproperty *name = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);
  const char *text = name != NULL ? icalproperty_get_tzid (name) : NULL;
  const char *location = foyer_ics_zones_find_location (component);
  g_autofree char *tzid = text != NULL ? foyer_ics_zone_clean_tzid (text) : NULL;
  FoyerIcsZone *zone;

  if (tzid == NULL || g_hash_table_contains (self->zones, tzid))
    return;

  zone = foyer_ics_zone_new (foyer_ics_zone_load_tzid (tzid));
  if (zone->zone == NULL && location != NULL)
    zone->zone = foyer_ics_zone_load_tzid (location);
  if (zone->zone == NULL)
    {
      zone->onsets = g_array_new (FALSE, FALSE, sizeof (FoyerIcsOnset));
      for (icalcomponent *part = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT); part != NULL;
           part = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
        if (icalcomponent_isa (part) == ICAL_XSTANDARD_COMPONENT || icalcomponent_isa (part) == ICAL_XDAYLIGHT_COMPONENT)
          foyer_ics_zones_read_onsets (self, part, steps, zone->onsets);
      g_array_sort (zone->onsets, foyer_ics_onset_compare);
    }
  if (zone->zone == NULL && zone->onsets->len == 0)
    {
      foyer_ics_zone_free (zone);
      return;
    }
  g_hash_table_insert (self->zones, g_steal_pointer (&tzid), zone);
}

const FoyerIcsZone *
foyer_ics_zones_find (FoyerIcsZones *self,
                      const char    *tzid)
{
  g_autofree char *clean = tzid != NULL ? foyer_ics_zone_clean_tzid (tzid) : NULL;
  const FoyerIcsZone *known;
  const char *iana;
  GTimeZone *zone;

  if (clean == NULL)
    return self->floating;
  known = g_hash_table_lookup (self->zones, clean);
  if (known != NULL)
    return known;

  zone = foyer_ics_zone_load_tzid (clean);
  if (zone == NULL && (iana = foyer_ics_zone_of_windows (clean)) != NULL)
    zone = foyer_ics_zone_load (iana);
  if (zone == NULL)
    zone = g_time_zone_ref (self->floating->zone);
  known = foyer_ics_zone_new (zone);
  g_hash_table_insert (self->zones, g_steal_pointer (&clean), (gpointer) known);

  return known;
}

const FoyerIcsZone *
foyer_ics_zones_get_utc (FoyerIcsZones *self)
{
  return self->utc;
}

gint64
foyer_ics_zone_get_instant (const FoyerIcsZone *self,
                            FoyerDay            day,
                            int                 second)
{
  const gint64 wall = day * SECONDS_PER_DAY + second;
  int offset;

  if (self->zone != NULL)
    return foyer_instant_at (self->zone, day, second / 60) + second % 60 * 1000;

  /* Before the first of all it is as after it: nothing else is known. */
  offset = g_array_index (self->onsets, FoyerIcsOnset, 0).offset;
  for (guint i = 0; i < self->onsets->len && g_array_index (self->onsets, FoyerIcsOnset, i).at <= wall; i++)
    offset = g_array_index (self->onsets, FoyerIcsOnset, i).offset;

  return (wall - offset) * 1000;
}
