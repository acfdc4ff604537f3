/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-calendar-verbs.h"

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-planner.h"
#include "storage/tables/foyer-slot-table.h"

#define CALENDARS_MAX 24

#define CHANGED (FOYER_CHANGE_CALENDARS | FOYER_CHANGE_OPENINGS)

/* ---- conflicts ---- */

static FoyerCalendar *
foyer_calendars_find_row (GPtrArray *rows,
                          gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((FoyerCalendarRow *) rows->pdata[i])->id == id)
      return ((FoyerCalendarRow *) rows->pdata[i])->calendar;

  return NULL;
}

/* One conflict a calendar and day: its first event says what it is about. */
static void
foyer_calendar_add_conflict (FoyerCalendar            *calendar,
                             const FoyerCalendarSpan  *span,
                             guint                     halves,
                             const FoyerHeld          *held)
{
  FoyerCalendarConflict *conflict = NULL;

  if (calendar->conflicts->len > 0)
    conflict = calendar->conflicts->pdata[calendar->conflicts->len - 1];
  if (conflict == NULL || conflict->day != span->span.day)
    {
      conflict = g_new0 (FoyerCalendarConflict, 1);
      conflict->day = span->span.day;
      conflict->summary = g_strdup (span->span.summary);
      g_ptr_array_add (calendar->conflicts, conflict);
    }
  conflict->part |= halves;
  conflict->n_seats = MAX (conflict->part & FOYER_PART_AM ? held->am : 0, conflict->part & FOYER_PART_PM ? held->pm : 0);
}

static gboolean
foyer_calendars_find_conflicts (FoyerDb        *db,
                                FoyerSpaceRow  *space,
                                GPtrArray      *rows,
                                GError        **error)
{
  const FoyerDay today = foyer_space_row_get_today (space, db, NULL);
  const FoyerDay last = today + FOYER_CALENDAR_READ_DAYS;
  g_autoptr(FoyerPlanner) planner = NULL;
  g_autoptr(GArray) helds = NULL;

  /* Where a zone is unknown nothing can be said about today. */
  if (today == FOYER_DAY_NONE)
    return TRUE;
  if ((planner = foyer_planner_new (db, space, today, last, error)) == NULL
      || (helds = foyer_slot_table_list_held (db, space->id, today, last, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < helds->len; i++)
    {
      const FoyerHeld *held = &g_array_index (helds, FoyerHeld, i);
      const guint taken = (held->am > 0 ? (guint) FOYER_PART_AM : 0) | (held->pm > 0 ? (guint) FOYER_PART_PM : 0);
      const FoyerCalendarSpan *span;

      for (guint n = 0; (span = foyer_planner_get_span (planner, held->day, n)) != NULL; n++)
        {
          const guint halves = foyer_planner_get_shut (planner, span) & taken;
          FoyerCalendar *calendar = foyer_calendars_find_row (rows, span->row);

          if (halves != 0 && calendar != NULL)
            foyer_calendar_add_conflict (calendar, span, halves, held);
        }
    }

  return TRUE;
}

static gboolean
foyer_calendars_fill (FoyerDb    *db,
                      GPtrArray  *rows,
                      GError    **error)
{
  gint64 last = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      FoyerCalendarRow *row = rows->pdata[i];

      row->calendar->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_calendar_conflict_free);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const FoyerCalendarRow *row = rows->pdata[i];
      g_autoptr(FoyerSpaceRow) space = NULL;

      /* They come by space. */
      if (row->space_id == last)
        continue;
      last = row->space_id;
      space = foyer_space_table_get (db, last, error);
      if (space == NULL || !foyer_calendars_find_conflicts (db, space, rows, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
foyer_calendar_verbs_list (FoyerDb     *db,
                           const char  *space_id,
                           GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  GPtrArray *calendars;

  if (space_id != NULL && (space = foyer_space_table_find (db, space_id, error)) == NULL)
    return NULL;
  rows = foyer_calendar_table_list (db, space != NULL ? space->id : 0, error);
  if (rows == NULL || !foyer_calendars_fill (db, rows, error))
    return NULL;

  calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_calendar_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (calendars, g_steal_pointer (&((FoyerCalendarRow *) rows->pdata[i])->calendar));

  return calendars;
}

/* ---- acts ---- */

/* The days as the calendars of a space, as they are now, leave them. */
static gboolean
foyer_calendar_settle (FoyerDb        *db,
                       FoyerSpaceRow  *space,
                       FoyerDay        today,
                       GError        **error)
{
  foyer_db_note_change (db, CHANGED, space->space->id);

  return foyer_slot_table_recompute (db, space, today, NULL, error);
}

/* The calendar as it is now, with its conflicts. */
static FoyerCalendar *
foyer_calendar_look_again (FoyerDb        *db,
                           const char     *id,
                           GError        **error)
{
  g_autoptr(FoyerCalendarRow) row = foyer_calendar_table_find (db, id, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  if (row == NULL)
    return NULL;
  g_ptr_array_add (rows, row);

  return foyer_calendars_fill (db, rows, error) ? g_steal_pointer (&row->calendar) : NULL;
}

static gboolean
foyer_calendar_add (FoyerDb                     *db,
                    FoyerCalendar               *calendar,
                    const FoyerCalendarReading  *reading,
                    gint64                      *op,
                    GError                     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find (db, calendar->space_id, error);
  g_autoptr(GPtrArray) rows = NULL;
  gboolean changed;
  FoyerDay today;
  gint64 id;

  if (space == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || (rows = foyer_calendar_table_list (db, space->id, error)) == NULL)
    return FALSE;
  if (rows->len >= CALENDARS_MAX)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "more than %d calendars of a space", CALENDARS_MAX);
      return FALSE;
    }

  g_free (calendar->id);
  calendar->id = foyer_db_new_id (db);

  return foyer_act_open (db, "follow", calendar->id, op, error)
         && foyer_calendar_table_insert (db, space->id, calendar, &id, error)
         && foyer_calendar_table_note (db, id, FOYER_CALENDAR_FINE, reading, error)
         && foyer_calendar_table_put_spans (db, id, today, reading->spans, &changed, error)
         && foyer_calendar_settle (db, space, today, error);
}

static gboolean
foyer_calendar_change (FoyerDb              *db,
                       const FoyerCalendar  *calendar,
                       gint64               *op,
                       GError              **error)
{
  g_autoptr(FoyerCalendarRow) row = foyer_calendar_table_find (db, calendar->id, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  FoyerDay today;

  if (row == NULL || (space = foyer_space_table_get (db, row->space_id, error)) == NULL)
    return FALSE;
  if (g_str_equal (row->calendar->name, calendar->name) && row->calendar->closes == calendar->closes)
    return TRUE;

  return (today = foyer_space_row_get_today (space, db, error)) != FOYER_DAY_NONE
         && foyer_act_open (db, "calendar-edit", calendar->id, op, error)
         && foyer_calendar_table_update (db, row->id, calendar, error)
         && foyer_calendar_settle (db, space, today, error);
}

FoyerCalendar *
foyer_calendar_verbs_save (FoyerDb                     *db,
                           const FoyerCalendar         *calendar,
                           const FoyerCalendarReading  *reading,
                           gint64                      *op,
                           GError                     **error)
{
  g_autoptr(FoyerCalendar) clean = foyer_calendar_copy (calendar);
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(FoyerCalendar) saved = NULL;
  gint64 act = 0;

  *op = 0;
  g_free (clean->name);
  clean->name = foyer_text_clean_name (calendar->name, "name", FOYER_NAME_MAX, error);
  if (clean->name == NULL)
    return NULL;
  if (*clean->id == '\0')
    {
      g_free (clean->address);
      clean->address = foyer_calendar_clean_address (calendar->address, error);
      if (clean->address == NULL)
        return NULL;
    }

  if ((transaction = foyer_transaction_begin (db, error)) == NULL
      || !(*clean->id == '\0' ? foyer_calendar_add (db, clean, reading, &act, error)
                              : foyer_calendar_change (db, clean, &act, error))
      || (saved = foyer_calendar_look_again (db, clean->id, error)) == NULL
      || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&saved);
}

FoyerCalendar *
foyer_calendar_verbs_remove (FoyerDb     *db,
                             const char  *id,
                             gint64      *op,
                             GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerCalendarRow) row = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  gint64 act = 0;
  FoyerDay today;

  *op = 0;
  if (transaction == NULL
      || (row = foyer_calendar_table_find (db, id, error)) == NULL
      || (space = foyer_space_table_get (db, row->space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || !foyer_act_open (db, "unfollow", id, &act, error)
      || !foyer_calendar_table_delete (db, row->id, error)
      || !foyer_calendar_settle (db, space, today, error)
      || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->calendar);
}

/* What came is no act, and what follows from it none of anybody here. */
static gboolean
foyer_calendar_take (FoyerDb                     *db,
                     const FoyerCalendarRow      *row,
                     const FoyerCalendarReading  *reading,
                     GError                     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, row->space_id, error);
  gboolean changed;
  FoyerDay today;

  if (space == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || !foyer_calendar_table_put_spans (db, row->id, today, reading->spans, &changed, error)
      || !foyer_calendar_table_prune (db, error))
    return FALSE;

  return !changed
         || (foyer_act_open_news (db, row->calendar->id, error) && foyer_calendar_settle (db, space, today, error));
}

FoyerCalendar *
foyer_calendar_verbs_put_reading (FoyerDb                     *db,
                                  const char                  *id,
                                  FoyerCalendarTrouble         trouble,
                                  const FoyerCalendarReading  *reading,
                                  GError                     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerCalendarRow) row = NULL;
  g_autoptr(FoyerCalendar) calendar = NULL;

  if (transaction == NULL || (row = foyer_calendar_table_find (db, id, error)) == NULL)
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_CALENDARS, row->calendar->space_id);
  if (!foyer_calendar_table_note (db, row->id, trouble, reading, error)
      || (reading != NULL && !foyer_calendar_take (db, row, reading, error))
      || (calendar = foyer_calendar_look_again (db, id, error)) == NULL
      || !foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&calendar);
}
