/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-calendars.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-calendar-verbs.h"

static gpointer
foyer_store_list_calendars_job (FoyerDb       *db,
                                gpointer       args,
                                GCancellable  *cancellable,
                                GError       **error)
{
  return foyer_calendar_verbs_list (db, args, error);
}

void
foyer_store_list_calendars_async (FoyerStore           *self,
                                  const char           *space_id,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_calendars_async, foyer_store_list_calendars_job,
                   g_strdup (space_id), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_calendars_finish (FoyerStore    *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

typedef struct {
  FoyerCalendar        *calendar;     /* (nullable) */
  char                 *id;           /* (nullable) */
  FoyerCalendarTrouble  trouble;
  FoyerCalendarReading *reading;      /* (nullable) */
} FoyerCalendarArgs;

static FoyerCalendarArgs *
foyer_calendar_args_new (const FoyerCalendar  *calendar,
                         const char           *id,
                         FoyerCalendarTrouble  trouble,
                         FoyerCalendarReading *reading)
{
  FoyerCalendarArgs *args = g_new (FoyerCalendarArgs, 1);

  args->calendar = calendar != NULL ? foyer_calendar_copy (calendar) : NULL;
  args->id = g_strdup (id);
  args->trouble = trouble;
  args->reading = reading;

  return args;
}

static void
foyer_calendar_args_free (gpointer user_data)
{
  FoyerCalendarArgs *args = user_data;

  g_clear_pointer (&args->calendar, foyer_calendar_free);
  g_clear_pointer (&args->reading, foyer_calendar_reading_free);
  g_free (args->id);
  g_free (args);
}

static gpointer
foyer_store_save_calendar_job (FoyerDb       *db,
                               gpointer       user_data,
                               GCancellable  *cancellable,
                               GError       **error)
{
  FoyerCalendarArgs *args = user_data;
  gint64 op = 0;
  FoyerCalendar *calendar = foyer_calendar_verbs_save (db, args->calendar, args->reading, &op, error);

  return foyer_answer_new (calendar, (GDestroyNotify) foyer_calendar_free, op);
}

void
foyer_store_save_calendar_async (FoyerStore            *self,
                                 const FoyerCalendar   *calendar,
                                 FoyerCalendarReading  *reading,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (calendar != NULL && calendar->id != NULL);
  g_return_if_fail (*calendar->id != '\0' || reading != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_save_calendar_async, foyer_store_save_calendar_job,
                   foyer_calendar_args_new (calendar, NULL, FOYER_CALENDAR_FINE, reading), foyer_calendar_args_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

static gpointer
foyer_store_remove_calendar_job (FoyerDb       *db,
                                 gpointer       user_data,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  FoyerCalendarArgs *args = user_data;
  gint64 op = 0;
  FoyerCalendar *calendar = foyer_calendar_verbs_remove (db, args->id, &op, error);

  return foyer_answer_new (calendar, (GDestroyNotify) foyer_calendar_free, op);
}

void
foyer_store_remove_calendar_async (FoyerStore           *self,
                                   const char           *calendar_id,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (calendar_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_remove_calendar_async, foyer_store_remove_calendar_job,
                   foyer_calendar_args_new (NULL, calendar_id, FOYER_CALENDAR_FINE, NULL), foyer_calendar_args_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

static gpointer
foyer_store_put_reading_job (FoyerDb       *db,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  FoyerCalendarArgs *args = user_data;
  FoyerCalendar *calendar = foyer_calendar_verbs_put_reading (db, args->id, args->trouble, args->reading, error);

  return foyer_answer_new (calendar, (GDestroyNotify) foyer_calendar_free, 0);
}

void
foyer_store_put_reading_async (FoyerStore            *self,
                               const char            *calendar_id,
                               FoyerCalendarTrouble   trouble,
                               FoyerCalendarReading  *reading,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (calendar_id != NULL);
  g_return_if_fail (trouble == FOYER_CALENDAR_FINE || reading == NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_put_reading_async, foyer_store_put_reading_job,
                   foyer_calendar_args_new (NULL, calendar_id, trouble, reading), foyer_calendar_args_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

FoyerCalendar *
foyer_store_calendar_finish (FoyerStore    *self,
                             GAsyncResult  *result,
                             gint64        *op,
                             GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}
