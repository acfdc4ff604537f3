/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-calendar.h"

#include <string.h>

#include "core/foyer-error.h"

static const char * const closes_names[] = {
  [FOYER_CALENDAR_CLOSES_DAYS] = "days",
  [FOYER_CALENDAR_CLOSES_HALVES] = "halves",
  [FOYER_CALENDAR_CLOSES_NOTHING] = "nothing",
};

static const char * const trouble_names[] = {
  [FOYER_CALENDAR_FINE] = "",
  [FOYER_CALENDAR_UNREACHABLE] = "unreachable",
  [FOYER_CALENDAR_GONE] = "gone",
  [FOYER_CALENDAR_REFUSED] = "refused",
  [FOYER_CALENDAR_FOREIGN] = "not-a-calendar",
  [FOYER_CALENDAR_TOO_BIG] = "too-big",
};

/**
 * foyer_calendar_closes_get_name:
 * @closes: what a calendar closes
 *
 * Returns: (transfer none): the word of scripts and the database; never translated
 */
const char *
foyer_calendar_closes_get_name (FoyerCalendarCloses closes)
{
  g_return_val_if_fail ((gsize) closes < G_N_ELEMENTS (closes_names), closes_names[0]);

  return closes_names[closes];
}

/**
 * foyer_calendar_closes_parse:
 * @name: any text
 * @closes: (out): what a calendar closes
 * @error: return location for an error
 *
 * Returns: whether @name is a word of [func@calendar_closes_get_name], else %FOYER_ERROR_INVALID
 */
gboolean
foyer_calendar_closes_parse (const char           *name,
                             FoyerCalendarCloses  *closes,
                             GError              **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (closes_names); i++)
    if (g_str_equal (name, closes_names[i]))
      {
        *closes = (FoyerCalendarCloses) i;
        return TRUE;
      }

  g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "closes nothing of that kind: %s", name);
  return FALSE;
}

/**
 * foyer_calendar_trouble_get_name:
 * @trouble: why a calendar could not be read
 *
 * Returns: (transfer none): the word of scripts and the database, "" for none; never translated
 */
const char *
foyer_calendar_trouble_get_name (FoyerCalendarTrouble trouble)
{
  g_return_val_if_fail ((gsize) trouble < G_N_ELEMENTS (trouble_names), trouble_names[0]);

  return trouble_names[trouble];
}

/**
 * foyer_calendar_trouble_parse:
 * @name: any text
 * @trouble: (out): why a calendar could not be read
 * @error: return location for an error
 *
 * Returns: whether @name is a word of [func@calendar_trouble_get_name], else %FOYER_ERROR_INVALID
 */
gboolean
foyer_calendar_trouble_parse (const char            *name,
                              FoyerCalendarTrouble  *trouble,
                              GError               **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (trouble_names); i++)
    if (g_str_equal (name, trouble_names[i]))
      {
        *trouble = (FoyerCalendarTrouble) i;
        return TRUE;
      }

  g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "no trouble of a calendar: %s", name);
  return FALSE;
}

/**
 * foyer_calendar_copy:
 * @self: a calendar
 *
 * Returns: (transfer full): the same, with texts of its own
 */
FoyerCalendar *
foyer_calendar_copy (const FoyerCalendar *self)
{
  FoyerCalendar *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->space_id = g_strdup (self->space_id);
  copy->name = g_strdup (self->name);
  copy->address = g_strdup (self->address);
  copy->etag = g_strdup (self->etag);
  copy->modified = g_strdup (self->modified);
  copy->zone = g_strdup (self->zone);
  copy->conflicts = NULL;

  return copy;
}

/**
 * foyer_calendar_free:
 * @self: (transfer full): a calendar from g_new0(), a copy or the store
 *
 * Frees @self and its texts.
 */
void
foyer_calendar_free (FoyerCalendar *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->space_id);
  g_free (self->name);
  g_free (self->address);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->zone);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_free (self);
}

/**
 * foyer_calendar_is_file:
 * @self: a calendar
 *
 * Returns: whether it is a file of this computer
 */
gboolean
foyer_calendar_is_file (const FoyerCalendar *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->address[0] == '/';
}

/**
 * foyer_calendar_dup_source:
 * @self: a calendar
 *
 * Where a calendar comes from as far as it may be shown: the name of its file, or of its server
 * without the rest of the address, which is the key to it.
 *
 * Returns: (transfer full): a name
 */
char *
foyer_calendar_dup_source (const FoyerCalendar *self)
{
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (foyer_calendar_is_file (self))
    return g_path_get_basename (self->address);
  uri = g_uri_parse (self->address, G_URI_FLAGS_ENCODED, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "");
}

/**
 * foyer_calendar_is_old:
 * @self: a calendar
 * @now_ms: UTC milliseconds
 *
 * Returns: whether it was read so long ago that what it says of the days ahead is no promise
 */
gboolean
foyer_calendar_is_old (const FoyerCalendar *self,
                       gint64               now_ms)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return now_ms - self->read_ms > FOYER_CALENDAR_OLD_MS;
}

/**
 * foyer_calendar_get_next_ms:
 * @self: a calendar
 *
 * When to read it again: as often as it wants, from one hour to a day; one hour after a failure.
 *
 * Returns: UTC milliseconds
 */
gint64
foyer_calendar_get_next_ms (const FoyerCalendar *self)
{
  gint64 every_ms;

  g_return_val_if_fail (self != NULL, 0);

  if (self->trouble != FOYER_CALENDAR_FINE)
    return self->tried_ms + FOYER_CALENDAR_EVERY_LEAST_MS;
  every_ms = self->every_ms != 0 ? self->every_ms : FOYER_CALENDAR_EVERY_MS;

  return self->tried_ms + CLAMP (every_ms, FOYER_CALENDAR_EVERY_LEAST_MS, FOYER_CALENDAR_EVERY_MOST_MS);
}

static gboolean
is_loopback (const char *host)
{
  return g_str_equal (host, "127.0.0.1") || g_str_equal (host, "::1") || g_str_equal (host, "localhost");
}

static gboolean
is_plain_host (const char *host)
{
  return *host != '\0' && strspn (host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") == strlen (host);
}

/* Returns: (transfer full) (nullable): the address as it is asked for */
static char *
clean_uri (const char *text)
{
  g_autoptr(GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD, NULL);
  g_autoptr(GUri) clean = NULL;
  const char *scheme;

  if (uri == NULL || g_uri_get_host (uri) == NULL || !is_plain_host (g_uri_get_host (uri))
      || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  /* What a calendar program calls webcal is https under another name. */
  scheme = g_uri_get_scheme (uri);
  if (g_str_equal (scheme, "webcal") || g_str_equal (scheme, "webcals"))
    scheme = "https";
  if (!g_str_equal (scheme, "https") && !(g_str_equal (scheme, "http") && is_loopback (g_uri_get_host (uri))))
    return NULL;
  clean = g_uri_build (G_URI_FLAGS_ENCODED, scheme, NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                       g_uri_get_path (uri), g_uri_get_query (uri), NULL);

  return g_uri_to_string (clean);
}

/**
 * foyer_calendar_clean_address:
 * @text: what a person typed or pasted, or the path of a file from the root
 * @error: return location for an error
 *
 * The address of a calendar as it is kept: https (webcal is read as that; http only on this
 * computer), without a name and password or a fragment; or the path of a file. The message of
 * the error has nothing of @text in it, since an address is often a secret.
 *
 * Returns: (transfer full) (nullable): the address; %NULL with %FOYER_ERROR_INVALID
 */
char *
foyer_calendar_clean_address (const char  *text,
                              GError     **error)
{
  g_autofree char *trimmed = NULL;
  char *address = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) <= FOYER_CALENDAR_ADDRESS_MAX && g_utf8_validate (text, -1, NULL))
    {
      trimmed = g_strstrip (g_strdup (text));
      for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_iscntrl (g_utf8_get_char (p)))
          trimmed[0] = '\0';
      address = trimmed[0] == '/' ? g_canonicalize_filename (trimmed, "/") : clean_uri (trimmed);
    }
  if (address == NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "calendar address that cannot be asked");

  return address;
}

static void
foyer_busy_span_clear (gpointer user_data)
{
  FoyerBusySpan *self = user_data;

  g_free (self->summary);
}

/**
 * foyer_busy_spans_new:
 *
 * Returns: (transfer full) (element-type FoyerBusySpan): no spans yet; they own their summaries
 */
GArray *
foyer_busy_spans_new (void)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (FoyerBusySpan));

  g_array_set_clear_func (spans, foyer_busy_span_clear);

  return spans;
}

/**
 * foyer_busy_span_compare:
 * @a: a #FoyerBusySpan
 * @b: a #FoyerBusySpan
 *
 * The order of spans: by day and hours, what is busy first, then by the bytes of the summary.
 *
 * Returns: as strcmp() does; 0 for the same
 */
int
foyer_busy_span_compare (gconstpointer a,
                         gconstpointer b)
{
  const FoyerBusySpan *first = a;
  const FoyerBusySpan *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->start_minute != second->start_minute)
    return first->start_minute - second->start_minute;
  if (first->end_minute != second->end_minute)
    return first->end_minute - second->end_minute;
  if (first->busy != second->busy)
    return first->busy ? -1 : 1;

  return strcmp (first->summary, second->summary);
}

/**
 * foyer_busy_span_get_halves:
 * @self: a span
 * @closes: what its calendar closes
 * @plan: what the rules say of its day
 * @half_at: when the morning ends, in minutes after midnight
 *
 * Which open halves a span closes: those in which it overlaps the opening hours, or the whole
 * day when it overlaps them at all. What is outside of the hours closes nothing.
 *
 * Returns: a mask of #FoyerPart
 */
guint
foyer_busy_span_get_halves (const FoyerBusySpan *self,
                            FoyerCalendarCloses  closes,
                            const FoyerDayPlan  *plan,
                            int                  half_at)
{
  guint open = 0;
  int start;
  int end;

  g_return_val_if_fail (self != NULL && plan != NULL, 0);

  if (!plan->open || !self->busy || closes == FOYER_CALENDAR_CLOSES_NOTHING)
    return 0;
  start = MAX (self->start_minute, plan->start_minute);
  end = MIN (self->end_minute, plan->end_minute);
  if (start >= end)
    return 0;

  if (plan->am_seats > 0)
    open |= FOYER_PART_AM;
  if (plan->pm_seats > 0)
    open |= FOYER_PART_PM;

  return closes == FOYER_CALENDAR_CLOSES_DAYS ? open : open & foyer_opening_get_halves (start, end, half_at);
}

/**
 * foyer_day_plan_shut:
 * @plan: a plan
 * @halves: a mask of #FoyerPart: what a calendar closes
 * @half_at: when the morning ends, in minutes after midnight
 *
 * Closes halves of a day. The hours are those of the half that is left; where none is they stay,
 * for those who have a seat nevertheless.
 */
void
foyer_day_plan_shut (FoyerDayPlan *plan,
                     guint         halves,
                     int           half_at)
{
  g_return_if_fail (plan != NULL);

  if (halves & FOYER_PART_AM && plan->am_seats > 0)
    {
      plan->am_shut = plan->am_seats;
      plan->am_seats = 0;
    }
  if (halves & FOYER_PART_PM && plan->pm_seats > 0)
    {
      plan->pm_shut = plan->pm_seats;
      plan->pm_seats = 0;
    }
  plan->open = plan->am_seats > 0 || plan->pm_seats > 0;
  if (plan->am_shut > 0 && plan->pm_seats > 0)
    plan->start_minute = MAX (plan->start_minute, half_at);
  if (plan->pm_shut > 0 && plan->am_seats > 0)
    plan->end_minute = MIN (plan->end_minute, half_at);
}

/**
 * foyer_calendar_reading_new:
 *
 * Returns: (transfer full): a reading of nothing
 */
FoyerCalendarReading *
foyer_calendar_reading_new (void)
{
  FoyerCalendarReading *self = g_new0 (FoyerCalendarReading, 1);

  self->spans = foyer_busy_spans_new ();
  self->until = FOYER_DAY_NONE;

  return self;
}

/**
 * foyer_calendar_reading_free:
 * @self: (transfer full): a reading
 *
 * Frees @self and what it owns.
 */
void
foyer_calendar_reading_free (FoyerCalendarReading *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->spans);
  g_free (self->name);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->zone);
  g_free (self);
}

/**
 * foyer_calendar_event_free:
 * @self: (transfer full): an event from the store
 *
 * Frees @self and its texts.
 */
void
foyer_calendar_event_free (FoyerCalendarEvent *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->calendar);
  g_free (self->summary);
  g_free (self);
}

/**
 * foyer_calendar_conflict_free:
 * @self: (transfer full): a conflict from the store
 *
 * Frees @self and its text.
 */
void
foyer_calendar_conflict_free (FoyerCalendarConflict *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->summary);
  g_free (self);
}
