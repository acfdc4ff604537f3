/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"

#include <string.h>

#include "core/foyer-error.h"

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MS_PER_DAY (1440 * MS_PER_MINUTE)
/* Farther than any zone ever was from UTC. */
#define OFFSET_MAX_MS (16 * 60 * MS_PER_MINUTE)

static gint64
floor_div (gint64 a,
           gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

static int
get_interval (GTimeZone *zone,
              gint64     instant_ms)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, floor_div (instant_ms, 1000));
}

static gint64
get_offset_ms (GTimeZone *zone,
               int        interval)
{
  return g_time_zone_get_offset (zone, interval) * G_GINT64_CONSTANT (1000);
}

/* The wall clock's reading as if it were UTC. */
static gint64
get_wall_ms (GTimeZone *zone,
             gint64     instant_ms)
{
  return instant_ms + get_offset_ms (zone, get_interval (zone, instant_ms));
}

/**
 * foyer_instant_get_day:
 * @zone: a zone
 * @instant_ms: UTC milliseconds
 *
 * Returns: the date on the wall
 */
FoyerDay
foyer_instant_get_day (GTimeZone *zone,
                       gint64     instant_ms)
{
  g_return_val_if_fail (zone != NULL, FOYER_DAY_NONE);

  return (FoyerDay) floor_div (get_wall_ms (zone, instant_ms), MS_PER_DAY);
}

/**
 * foyer_instant_get_minute:
 * @zone: a zone
 * @instant_ms: UTC milliseconds
 *
 * Returns: the minute on the wall clock, 0 to 1439
 */
int
foyer_instant_get_minute (GTimeZone *zone,
                          gint64     instant_ms)
{
  gint64 wall_ms;

  g_return_val_if_fail (zone != NULL, 0);

  wall_ms = get_wall_ms (zone, instant_ms);

  return (int) ((wall_ms - floor_div (wall_ms, MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE);
}

/**
 * foyer_business_day:
 * @zone: the zone of the space
 * @instant_ms: UTC milliseconds
 * @cut_off_minute: when a day ends, in minutes after midnight
 *
 * The day on which people are at @instant_ms. Before the cut-off of the wall clock that is the
 * date before, also in nights in which clocks change; and where a zone left a date out
 * (Pacific/Apia had no 2011-12-30), the one before that.
 *
 * Returns: the day
 */
FoyerDay
foyer_business_day (GTimeZone *zone,
                    gint64     instant_ms,
                    int        cut_off_minute)
{
  FoyerDay day;

  g_return_val_if_fail (zone != NULL, FOYER_DAY_NONE);
  g_return_val_if_fail (cut_off_minute >= 0 && cut_off_minute < 1440, FOYER_DAY_NONE);

  day = foyer_instant_get_day (zone, instant_ms);
  if (foyer_instant_get_minute (zone, instant_ms) >= cut_off_minute)
    return day;

  return foyer_instant_get_day (zone, foyer_instant_at (zone, day, 0) - 1);
}

/* The first instant of @interval, or @low when that is later; it begins by @high. */
static gint64
find_start (GTimeZone *zone,
            int        interval,
            gint64     low,
            gint64     high)
{
  while (low < high)
    {
      gint64 middle = low + (high - low) / 2;

      if (get_interval (zone, middle) >= interval)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * foyer_instant_at:
 * @zone: a zone
 * @day: a day
 * @minute: minutes after midnight on the wall clock, 0 to 1440
 *
 * The first instant at which the wall clock shows @minute of @day or something later:
 * where clocks leave it out in spring, the end of the gap; where they show it twice in
 * autumn, the first time.
 *
 * Returns: UTC milliseconds
 */
gint64
foyer_instant_at (GTimeZone *zone,
                  FoyerDay   day,
                  int        minute)
{
  gint64 wall_ms = day * MS_PER_DAY + minute * MS_PER_MINUTE;
  gint64 high = wall_ms + OFFSET_MAX_MS;
  gint64 start = wall_ms - OFFSET_MAX_MS;
  int last;

  g_return_val_if_fail (zone != NULL, 0);
  g_return_val_if_fail (foyer_day_is_valid (day), 0);
  g_return_val_if_fail (minute >= 0 && minute <= 1440, 0);

  last = get_interval (zone, high);
  for (int interval = get_interval (zone, start);; interval++)
    {
      gint64 instant = wall_ms - get_offset_ms (zone, interval);
      gint64 next = interval < last ? find_start (zone, interval + 1, start, high) : G_MAXINT64;

      if (instant < next)
        return MAX (instant, start);
      start = next;
    }
}

/* POSIX rules such as "XYZ3" are read by GLib without any such zone; these few names
 * of the IANA database look like one. */
static gboolean
looks_like_posix_rule (const char *identifier)
{
  static const char * const real[] = {
    "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "GMT0", "GMT+0", "GMT-0", NULL,
  };

  return strchr (identifier, '/') == NULL &&
         strpbrk (identifier, "0123456789+-") != NULL &&
         !g_strv_contains (real, identifier);
}

static gboolean
looks_like_zone (const char *identifier)
{
  /* stand for no place, or are other files of the database */
  static const char * const no_zones[] = {
    "Factory", "SECURITY", "Z", "leapseconds", "localtime", "posixrules", NULL,
  };

  if (!g_ascii_isalpha (identifier[0]) ||
      identifier[strspn (identifier, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_+-/")] != '\0')
    return FALSE;

  /* "right/" counts leap seconds, which instants here do not */
  return !g_strv_contains (no_zones, identifier) &&
         !g_str_has_prefix (identifier, "posix/") &&
         !g_str_has_prefix (identifier, "right/") &&
         !looks_like_posix_rule (identifier);
}

/* Reading a zone's file costs more than everything that is then asked of it, and a search
 * asks for each of its results. A zone that is known stays: there are some 600. */
static GTimeZone *
find_zone (const char *identifier)
{
  static GMutex mutex;
  static GHashTable *zones = NULL;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GTimeZone *zone;

  if (zones == NULL)
    zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
  zone = g_hash_table_lookup (zones, identifier);
  if (zone == NULL)
    {
      zone = g_time_zone_new_identifier (identifier);
      if (zone == NULL)
        return NULL;
      g_hash_table_insert (zones, g_strdup (identifier), zone);
    }

  return g_time_zone_ref (zone);
}

/**
 * foyer_zone_new:
 * @identifier: (nullable): a name such as "Europe/Paris"
 * @error: return location for an error
 *
 * Looks up a zone of the IANA database. Offsets ("+01:00"), POSIX rules, files and names
 * that the system does not know are refused. Any thread.
 *
 * Returns: (transfer full): the zone, or %NULL with %FOYER_ERROR_INVALID
 */
GTimeZone *
foyer_zone_new (const char  *identifier,
                GError     **error)
{
  GTimeZone *zone = NULL;

  if (identifier != NULL && looks_like_zone (identifier))
    zone = find_zone (identifier);
  if (zone == NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                         "Not a time zone that this system knows, such as Europe/Paris");

  return zone;
}
