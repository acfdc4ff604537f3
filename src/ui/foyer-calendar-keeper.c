/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-calendar-keeper.h"

#include "storage/foyer-store-calendars.h"

/* So that a clock that was set back or a calendar in trouble makes no hurry. */
#define LEAST_SECONDS 60
#define MOST_SECONDS 86400

struct _FoyerCalendarKeeper
{
  GObject     parent_instance;

  FoyerStore *store;       /* (nullable): until it is stopped */
  FoyerSync  *sync;        /* (nullable): the same */
  GHashTable *monitors;    /* of files, by the id of the calendar */
  guint       timer;
};

G_DEFINE_FINAL_TYPE (FoyerCalendarKeeper, foyer_calendar_keeper, G_TYPE_OBJECT)

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerCalendarKeeper) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerCalendarsReport) report = foyer_sync_refresh_calendars_finish (FOYER_SYNC (source), result, &error);

  /* What it changed was announced by the store; what went wrong is written beside each calendar. */
  if (report == NULL && self->store != NULL)
    g_debug ("The calendars are read later: %s", error->message);
}

static void
refresh (FoyerCalendarKeeper *self,
         const char          *id,
         gboolean             due_only)
{
  foyer_sync_refresh_calendars_async (self->sync, id, due_only, NULL, refreshed_cb, g_object_ref (self));
}

static gboolean
timer_cb (gpointer user_data)
{
  FoyerCalendarKeeper *self = user_data;

  self->timer = 0;
  refresh (self, NULL, TRUE);

  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 gpointer           user_data)
{
  FoyerCalendarKeeper *self = user_data;
  GHashTableIter iter;
  gpointer id;
  gpointer known;

  if (self->store == NULL || event == G_FILE_MONITOR_EVENT_CHANGED || event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, &id, &known))
    if (known == monitor)
      {
        refresh (self, id, FALSE);
        return;
      }
}

static void
watch_files (FoyerCalendarKeeper *self,
             GPtrArray           *calendars)
{
  g_autoptr(GHashTable) watched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < calendars->len; i++)
    {
      const FoyerCalendar *calendar = calendars->pdata[i];
      GFileMonitor *monitor;

      if (!foyer_calendar_is_file (calendar))
        continue;
      monitor = g_hash_table_lookup (self->monitors, calendar->id);
      if (monitor != NULL)
        g_object_ref (monitor);
      else
        {
          g_autoptr(GFile) file = g_file_new_for_path (calendar->address);

          monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
          if (monitor == NULL)
            continue;
          g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self, 0);
        }
      g_hash_table_insert (watched, g_strdup (calendar->id), monitor);
    }
  g_hash_table_unref (self->monitors);
  self->monitors = g_steal_pointer (&watched);
}

static void
plan_next (FoyerCalendarKeeper *self,
           GPtrArray           *calendars)
{
  const gint64 now_ms = foyer_clock_now (foyer_store_get_clock (self->store));
  gint64 next_ms = G_MAXINT64;

  g_clear_handle_id (&self->timer, g_source_remove);
  for (guint i = 0; i < calendars->len; i++)
    next_ms = MIN (next_ms, foyer_calendar_get_next_ms (calendars->pdata[i]));
  if (calendars->len > 0)
    self->timer = g_timeout_add_seconds ((guint) CLAMP ((next_ms - now_ms) / 1000 + 1, LEAST_SECONDS, MOST_SECONDS),
                                         timer_cb, self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerCalendarKeeper) self = user_data;
  g_autoptr(GPtrArray) calendars = foyer_store_list_calendars_finish (FOYER_STORE (source), result, NULL);

  if (calendars == NULL || self->store == NULL)
    return;
  watch_files (self, calendars);
  plan_next (self, calendars);
}

static void
changed_cb (FoyerCalendarKeeper *self,
            guint                change,
            const char          *space_id)
{
  if (self->store != NULL && (change & FOYER_CHANGE_CALENDARS))
    foyer_store_list_calendars_async (self->store, NULL, NULL, listed_cb, g_object_ref (self));
}

static void
foyer_calendar_keeper_dispose (GObject *object)
{
  foyer_calendar_keeper_stop (FOYER_CALENDAR_KEEPER (object));

  G_OBJECT_CLASS (foyer_calendar_keeper_parent_class)->dispose (object);
}

static void
foyer_calendar_keeper_finalize (GObject *object)
{
  g_hash_table_unref (FOYER_CALENDAR_KEEPER (object)->monitors);

  G_OBJECT_CLASS (foyer_calendar_keeper_parent_class)->finalize (object);
}

static void
foyer_calendar_keeper_class_init (FoyerCalendarKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_calendar_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_calendar_keeper_finalize;
}

static void
foyer_calendar_keeper_init (FoyerCalendarKeeper *self)
{
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

FoyerCalendarKeeper *
foyer_calendar_keeper_new (FoyerStore *store,
                           FoyerSync  *sync)
{
  FoyerCalendarKeeper *self = g_object_new (FOYER_TYPE_CALENDAR_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->sync = g_object_ref (sync);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, FOYER_CHANGE_CALENDARS, NULL);
  refresh (self, NULL, FALSE);

  return self;
}

void
foyer_calendar_keeper_stop (FoyerCalendarKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_hash_table_remove_all (self->monitors);
  g_clear_object (&self->sync);
  g_clear_object (&self->store);
}
