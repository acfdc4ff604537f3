/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-calendars.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-space.h"
#include "exchange/foyer-ics.h"
#include "storage/foyer-store-calendars.h"
#include "storage/foyer-store-spaces.h"
#include "sync/calendars/foyer-calendar-fetch.h"
#include "sync/foyer-quest-private.h"

G_DEFINE_QUARK (foyer-calendar-error-quark, foyer_calendar_error)

/* A calendar to be followed, or those to be read again, one after the other. */
typedef struct {
  GTask         *task;
  FoyerRunner   *runner;
  GPtrArray     *spaces;         /* of FoyerSpace */
  FoyerCalendar *new_calendar;   /* (nullable) */
  char          *only;           /* (nullable): an id */
  gboolean       due_only;
  GPtrArray     *todo;           /* of FoyerCalendar */
  guint          at;
  GError        *error;          /* (nullable): the first that could not be read */
} FoyerCalendarsQuest;

typedef struct {
  FoyerCalendar *calendar;
  gint64         op;
} FoyerFollowed;

static void foyer_calendars_quest_next (FoyerCalendarsQuest *self);

static void
foyer_calendars_quest_free (gpointer user_data)
{
  FoyerCalendarsQuest *self = user_data;

  g_clear_pointer (&self->spaces, g_ptr_array_unref);
  g_clear_pointer (&self->new_calendar, foyer_calendar_free);
  g_clear_pointer (&self->todo, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self->only);
  g_free (self);
}

static void
foyer_followed_free (gpointer user_data)
{
  FoyerFollowed *self = user_data;

  g_clear_pointer (&self->calendar, foyer_calendar_free);
  g_free (self);
}

void
foyer_calendars_report_free (FoyerCalendarsReport *self)
{
  g_clear_pointer (&self->calendars, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* The message has nothing of the address in it. */
static GError *
foyer_calendar_error_new (FoyerCalendarTrouble trouble)
{
  return g_error_new (FOYER_CALENDAR_ERROR, (int) trouble, "a calendar could not be read: %s",
                      foyer_calendar_trouble_get_name (trouble));
}

static void
foyer_calendars_quest_fail (FoyerCalendarsQuest *self,
                            GError              *error)
{
  foyer_quest_fail (self->runner, self->task, error);
}

static const FoyerSpace *
foyer_calendars_quest_find_space (FoyerCalendarsQuest *self,
                                  const char          *id)
{
  for (guint i = 0; i < self->spaces->len; i++)
    if (g_str_equal (((FoyerSpace *) self->spaces->pdata[i])->id, id))
      return self->spaces->pdata[i];

  return NULL;
}

static FoyerDay
foyer_calendars_quest_get_today (FoyerCalendarsQuest *self,
                                 const FoyerSpace    *space,
                                 GTimeZone           *zone)
{
  FoyerClock *clock = foyer_store_get_clock (foyer_runner_get_store (self->runner));

  return foyer_business_day (zone, foyer_clock_now (clock), space->cut_off);
}

/* What came, read into the days of the space; %NULL with @trouble. */
static FoyerCalendarReading *
foyer_calendars_quest_read (FoyerCalendarsQuest        *self,
                            const FoyerSpace           *space,
                            const FoyerCalendarFetched *fetched,
                            FoyerCalendarTrouble       *trouble)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);
  g_autoptr(GError) error = NULL;
  FoyerCalendarReading *reading;
  FoyerDay today;

  *trouble = FOYER_CALENDAR_FINE;
  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  today = foyer_calendars_quest_get_today (self, space, zone);
  reading = foyer_ics_read (g_bytes_get_data (fetched->body, NULL), g_bytes_get_size (fetched->body), zone, today,
                            today + FOYER_CALENDAR_READ_DAYS - 1, &error);
  if (reading == NULL)
    {
      *trouble = g_error_matches (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH) ? FOYER_CALENDAR_TOO_BIG : FOYER_CALENDAR_FOREIGN;
      return NULL;
    }
  reading->etag = g_strdup (fetched->etag);
  reading->modified = g_strdup (fetched->modified);
  reading->zone = g_strdup (space->tz);

  return reading;
}

/* ---- following one ---- */

static void
foyer_calendars_quest_saved_cb (GObject      *source,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  FoyerCalendarsQuest *self = user_data;
  g_autoptr(GError) error = NULL;
  FoyerFollowed *followed = g_new0 (FoyerFollowed, 1);

  followed->calendar = foyer_store_calendar_finish (FOYER_STORE (source), result, &followed->op, &error);
  if (followed->calendar != NULL)
    {
      foyer_quest_end (self->runner, self->task, followed, foyer_followed_free);
      return;
    }
  foyer_followed_free (followed);
  foyer_calendars_quest_fail (self, g_steal_pointer (&error));
}

static void
foyer_calendars_quest_follow_cb (const FoyerCalendarFetched *fetched,
                                 gpointer                    user_data)
{
  FoyerCalendarsQuest *self = user_data;
  const FoyerSpace *space = foyer_calendars_quest_find_space (self, self->new_calendar->space_id);
  FoyerCalendarTrouble trouble = fetched->trouble;
  FoyerCalendarReading *reading = NULL;

  if (trouble == FOYER_CALENDAR_FINE)
    reading = foyer_calendars_quest_read (self, space, fetched, &trouble);
  if (reading == NULL)
    {
      foyer_calendars_quest_fail (self, foyer_calendar_error_new (trouble));
      return;
    }
  if (*self->new_calendar->name == '\0')
    {
      g_free (self->new_calendar->name);
      self->new_calendar->name = reading->name != NULL ? g_utf8_substring (reading->name, 0, MIN (g_utf8_strlen (reading->name, -1), 80))
                                                       : foyer_calendar_dup_source (self->new_calendar);
    }
  foyer_store_save_calendar_async (foyer_runner_get_store (self->runner), self->new_calendar, reading, NULL,
                                   foyer_calendars_quest_saved_cb, self);
}

/* ---- reading those that are followed ---- */

static void
foyer_calendars_quest_listed_again_cb (GObject      *source,
                                       GAsyncResult *result,
                                       gpointer      user_data)
{
  FoyerCalendarsQuest *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) calendars = foyer_store_list_calendars_finish (FOYER_STORE (source), result, &error);
  FoyerCalendarsReport *report;

  if (calendars == NULL)
    {
      foyer_calendars_quest_fail (self, g_steal_pointer (&error));
      return;
    }
  report = g_new0 (FoyerCalendarsReport, 1);
  report->calendars = g_steal_pointer (&calendars);
  report->n_read = (int) self->todo->len;
  report->error = g_steal_pointer (&self->error);
  foyer_quest_end (self->runner, self->task, report, (GDestroyNotify) foyer_calendars_report_free);
}

static void
foyer_calendars_quest_put_cb (GObject      *source,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  FoyerCalendarsQuest *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerCalendar) calendar = foyer_store_calendar_finish (FOYER_STORE (source), result, NULL, &error);

  /* One that was removed meanwhile is none to be read. */
  if (calendar == NULL && !g_error_matches (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    {
      foyer_calendars_quest_fail (self, g_steal_pointer (&error));
      return;
    }
  self->at++;
  foyer_calendars_quest_next (self);
}

static void
foyer_calendars_quest_fetched_cb (const FoyerCalendarFetched *fetched,
                                  gpointer                    user_data)
{
  FoyerCalendarsQuest *self = user_data;
  const FoyerCalendar *calendar = self->todo->pdata[self->at];
  const FoyerSpace *space = foyer_calendars_quest_find_space (self, calendar->space_id);
  FoyerCalendarTrouble trouble = fetched->trouble;
  FoyerCalendarReading *reading = NULL;

  /* Who hangs up first has learnt nothing. */
  if (g_cancellable_is_cancelled (foyer_runner_get_cancellable (self->runner)))
    {
      foyer_calendars_quest_fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the correspondence ends"));
      return;
    }
  if (fetched->body != NULL)
    reading = foyer_calendars_quest_read (self, space, fetched, &trouble);
  if (trouble != FOYER_CALENDAR_FINE && self->error == NULL)
    self->error = foyer_calendar_error_new (trouble);
  foyer_store_put_reading_async (foyer_runner_get_store (self->runner), calendar->id, trouble, reading, NULL,
                                 foyer_calendars_quest_put_cb, self);
}

/* "Nothing is new" is only good for days that were read, in the hours of the zone they were read in. */
static gboolean
foyer_calendars_quest_is_known (FoyerCalendarsQuest *self,
                                const FoyerCalendar *calendar,
                                const FoyerSpace    *space)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);

  return zone != NULL && g_str_equal (calendar->zone, space->tz) && calendar->until != FOYER_DAY_NONE
         && calendar->until >= foyer_calendars_quest_get_today (self, space, zone) + FOYER_CALENDAR_DAYS - 1;
}

static void
foyer_calendars_quest_next (FoyerCalendarsQuest *self)
{
  const FoyerCalendar *calendar;
  const FoyerSpace *space;
  gboolean known;

  while (self->at < self->todo->len
         && foyer_calendars_quest_find_space (self, ((FoyerCalendar *) self->todo->pdata[self->at])->space_id) == NULL)
    self->at++;
  if (self->at >= self->todo->len)
    {
      foyer_store_list_calendars_async (foyer_runner_get_store (self->runner), NULL, NULL,
                                        foyer_calendars_quest_listed_again_cb, self);
      return;
    }

  calendar = self->todo->pdata[self->at];
  space = foyer_calendars_quest_find_space (self, calendar->space_id);
  known = foyer_calendars_quest_is_known (self, calendar, space);
  foyer_calendar_fetch (calendar->address, known ? calendar->etag : NULL, known ? calendar->modified : NULL,
                        foyer_runner_get_cancellable (self->runner), foyer_calendars_quest_fetched_cb, self);
}

static void
foyer_calendars_quest_listed_cb (GObject      *source,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  FoyerCalendarsQuest *self = user_data;
  const gint64 now_ms = foyer_clock_now (foyer_store_get_clock (FOYER_STORE (source)));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) calendars = foyer_store_list_calendars_finish (FOYER_STORE (source), result, &error);

  if (calendars == NULL)
    {
      foyer_calendars_quest_fail (self, g_steal_pointer (&error));
      return;
    }

  self->todo = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_calendar_free);
  for (guint i = 0; i < calendars->len; i++)
    {
      const FoyerCalendar *calendar = calendars->pdata[i];

      if ((self->only == NULL || g_str_equal (self->only, calendar->id))
          && (!self->due_only || foyer_calendar_get_next_ms (calendar) <= now_ms))
        g_ptr_array_add (self->todo, foyer_calendar_copy (calendar));
    }
  if (self->only != NULL && !self->due_only && self->todo->len == 0)
    foyer_calendars_quest_fail (self, g_error_new_literal (FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such calendar"));
  else
    foyer_calendars_quest_next (self);
}

/* ---- both ---- */

static void
foyer_calendars_quest_spaces_cb (GObject      *source,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  FoyerCalendarsQuest *self = user_data;
  g_autoptr(GError) error = NULL;

  self->spaces = foyer_store_list_spaces_finish (FOYER_STORE (source), result, &error);
  if (self->spaces == NULL)
    foyer_calendars_quest_fail (self, g_steal_pointer (&error));
  else if (self->new_calendar == NULL)
    foyer_store_list_calendars_async (FOYER_STORE (source), NULL, NULL, foyer_calendars_quest_listed_cb, self);
  else if (foyer_calendars_quest_find_space (self, self->new_calendar->space_id) == NULL)
    foyer_calendars_quest_fail (self, g_error_new_literal (FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such space"));
  else
    foyer_calendar_fetch (self->new_calendar->address, NULL, NULL, foyer_runner_get_cancellable (self->runner),
                          foyer_calendars_quest_follow_cb, self);
}

static void
foyer_calendars_quest_begin (FoyerRunner *runner,
                             GTask       *task)
{
  FoyerCalendarsQuest *self = g_task_get_task_data (task);

  self->task = task;
  self->runner = runner;
  if (self->new_calendar != NULL)
    {
      g_autoptr(GError) error = NULL;
      char *address = foyer_calendar_clean_address (self->new_calendar->address, &error);

      if (address == NULL)
        {
          foyer_calendars_quest_fail (self, g_steal_pointer (&error));
          return;
        }
      g_free (self->new_calendar->address);
      self->new_calendar->address = address;
    }
  foyer_store_list_spaces_async (foyer_runner_get_store (runner), NULL, foyer_calendars_quest_spaces_cb, self);
}

void
foyer_sync_follow_calendar_async (FoyerSync            *self,
                                  const FoyerCalendar  *calendar,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  FoyerCalendarsQuest *quest;

  g_return_if_fail (FOYER_IS_SYNC (self));
  g_return_if_fail (calendar != NULL && calendar->space_id != NULL && calendar->address != NULL && calendar->name != NULL);

  quest = g_new0 (FoyerCalendarsQuest, 1);
  quest->new_calendar = foyer_calendar_copy (calendar);
  g_set_str (&quest->new_calendar->id, "");
  foyer_quest_begin (self, foyer_sync_follow_calendar_async, foyer_calendars_quest_begin, quest, foyer_calendars_quest_free,
                     cancellable, callback, user_data);
}

FoyerCalendar *
foyer_sync_follow_calendar_finish (FoyerSync     *self,
                                   GAsyncResult  *result,
                                   gint64        *op,
                                   GError       **error)
{
  FoyerFollowed *followed;
  FoyerCalendar *calendar;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  followed = g_task_propagate_pointer (G_TASK (result), error);
  if (op != NULL)
    *op = followed != NULL ? followed->op : 0;
  if (followed == NULL)
    return NULL;
  calendar = g_steal_pointer (&followed->calendar);
  foyer_followed_free (followed);

  return calendar;
}

void
foyer_sync_refresh_calendars_async (FoyerSync            *self,
                                    const char           *calendar_id,
                                    gboolean              due_only,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  FoyerCalendarsQuest *quest;

  g_return_if_fail (FOYER_IS_SYNC (self));

  quest = g_new0 (FoyerCalendarsQuest, 1);
  quest->only = g_strdup (calendar_id);
  quest->due_only = due_only;
  foyer_quest_begin (self, foyer_sync_refresh_calendars_async, foyer_calendars_quest_begin, quest,
                     foyer_calendars_quest_free, cancellable, callback, user_data);
}

FoyerCalendarsReport *
foyer_sync_refresh_calendars_finish (FoyerSync     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
