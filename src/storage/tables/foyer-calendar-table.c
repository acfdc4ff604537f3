/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-calendar-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-act-table.h"

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

#define SELECT_CALENDAR \
  "SELECT c.id, c.space_id, c.uid, s.uid, c.name, c.address, c.closes, c.trouble, c.read_at, c.tried_at, c.every_ms," \
  " c.events, c.left_out, c.etag, c.modified, c.zone, c.until_day" \
  " FROM calendar AS c JOIN space AS s ON s.id = c.space_id "

void
foyer_calendar_row_free (FoyerCalendarRow *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->calendar, foyer_calendar_free);
  g_free (self);
}

static FoyerCalendarRow *
foyer_calendar_table_read (FoyerStmt  *stmt,
                           GError    **error)
{
  g_autoptr(FoyerCalendarRow) self = g_new (FoyerCalendarRow, 1);
  FoyerCalendar *calendar = g_new0 (FoyerCalendar, 1);

  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->calendar = calendar;
  calendar->id = foyer_stmt_dup_text (stmt, 2);
  calendar->space_id = foyer_stmt_dup_text (stmt, 3);
  calendar->name = foyer_stmt_dup_text (stmt, 4);
  calendar->address = foyer_stmt_dup_text (stmt, 5);
  if (!foyer_calendar_closes_parse (foyer_stmt_get_text (stmt, 6), &calendar->closes, error)
      || !foyer_calendar_trouble_parse (foyer_stmt_get_text (stmt, 7), &calendar->trouble, error))
    return NULL;
  calendar->read_ms = foyer_stmt_get_int (stmt, 8);
  calendar->tried_ms = foyer_stmt_get_int (stmt, 9);
  calendar->every_ms = foyer_stmt_get_int (stmt, 10);
  calendar->n_events = (int) foyer_stmt_get_int (stmt, 11);
  calendar->n_left_out = (int) foyer_stmt_get_int (stmt, 12);
  calendar->etag = foyer_stmt_dup_text (stmt, 13);
  calendar->modified = foyer_stmt_dup_text (stmt, 14);
  calendar->zone = foyer_stmt_dup_text (stmt, 15);
  calendar->until = foyer_stmt_get_day (stmt, 16);

  return g_steal_pointer (&self);
}

FoyerCalendarRow *
foyer_calendar_table_find (FoyerDb     *db,
                           const char  *uid,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_CALENDAR "WHERE c.uid = ?1 AND c.deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such calendar");
      return NULL;
    }

  return foyer_calendar_table_read (stmt, error);
}

GPtrArray *
foyer_calendar_table_list (FoyerDb  *db,
                           gint64    space_id,
                           GError  **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_calendar_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_CALENDAR "WHERE (c.space_id = ?1 OR ?1 = 0) AND c.deleted_at = 0 ORDER BY c.space_id, c.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerCalendarRow *calendar = foyer_calendar_table_read (stmt, error);

      if (calendar == NULL)
        return NULL;
      g_ptr_array_add (rows, calendar);
    }

  return done ? g_steal_pointer (&rows) : NULL;
}

gboolean
foyer_calendar_table_insert (FoyerDb        *db,
                             gint64          space_id,
                             FoyerCalendar  *calendar,
                             gint64         *id,
                             GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO calendar (uid, space_id, name, address, closes, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

  foyer_stmt_bind_text (stmt, 1, calendar->id);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_text (stmt, 3, calendar->name);
  foyer_stmt_bind_text (stmt, 4, calendar->address);
  foyer_stmt_bind_text (stmt, 5, foyer_calendar_closes_get_name (calendar->closes));
  foyer_stmt_bind_int (stmt, 6, foyer_db_now (db));
  if (!foyer_stmt_run (stmt, error))
    return FALSE;
  *id = foyer_db_last_row (db);

  return TRUE;
}

gboolean
foyer_calendar_table_update (FoyerDb              *db,
                             gint64                id,
                             const FoyerCalendar  *calendar,
                             GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE calendar SET name = ?2, closes = ?3 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, calendar->name);
  foyer_stmt_bind_text (stmt, 3, foyer_calendar_closes_get_name (calendar->closes));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_calendar_table_note (FoyerDb                     *db,
                           gint64                       id,
                           FoyerCalendarTrouble         trouble,
                           const FoyerCalendarReading  *reading,
                           GError                     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE calendar SET tried_at = ?2, trouble = ?3, read_at = CASE WHEN ?3 = '' THEN ?2 ELSE read_at END WHERE id = ?1");
  g_autoptr(FoyerStmt) found = NULL;

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));
  foyer_stmt_bind_text (stmt, 3, foyer_calendar_trouble_get_name (trouble));
  if (!foyer_stmt_run (stmt, error))
    return FALSE;
  if (reading == NULL)
    return TRUE;

  found = foyer_db_prepare (db,
    "UPDATE calendar SET every_ms = ?2, events = ?3, left_out = ?4, etag = ?5, modified = ?6, zone = ?7, until_day = ?8"
    " WHERE id = ?1");
  foyer_stmt_bind_int (found, 1, id);
  foyer_stmt_bind_int (found, 2, reading->every_ms);
  foyer_stmt_bind_int (found, 3, reading->n_events);
  foyer_stmt_bind_int (found, 4, reading->n_left_out);
  foyer_stmt_bind_text (found, 5, reading->etag != NULL ? reading->etag : "");
  foyer_stmt_bind_text (found, 6, reading->modified != NULL ? reading->modified : "");
  foyer_stmt_bind_text (found, 7, reading->zone != NULL ? reading->zone : "");
  foyer_stmt_bind_day (found, 8, reading->until);

  return foyer_stmt_run (found, error);
}

gboolean
foyer_calendar_table_restore (FoyerDb     *db,
                              gint64       id,
                              const char  *before,
                              GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE calendar SET name = ?2 ->> 'name', address = ?2 ->> 'address', closes = ?2 ->> 'closes',"
    " deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_calendar_table_delete (FoyerDb  *db,
                             gint64    id,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE calendar SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_calendar_table_get_space (FoyerDb  *db,
                                gint64    id,
                                gint64   *space_id,
                                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT space_id FROM calendar WHERE id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *space_id = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}

static void
foyer_calendar_span_clear (gpointer user_data)
{
  FoyerCalendarSpan *self = user_data;

  g_free (self->span.summary);
  g_free (self->name);
}

GArray *
foyer_calendar_table_list_spans (FoyerDb   *db,
                                 gint64     space_id,
                                 FoyerDay   first,
                                 FoyerDay   last,
                                 GError   **error)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (FoyerCalendarSpan));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT x.day, x.start_minute, x.end_minute, x.busy, x.summary, c.id, c.closes, c.name, c.read_at"
    " FROM calendar AS c JOIN calendar_span AS x ON x.calendar_id = c.id"
    " WHERE c.space_id = ?1 AND c.deleted_at = 0 AND x.day BETWEEN ?2 AND ?3"
    " ORDER BY x.day, x.start_minute, x.end_minute, c.id, x.summary");
  gboolean done;
  gboolean row;

  g_array_set_clear_func (spans, foyer_calendar_span_clear);
  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerCalendarSpan found = {
        .span.day = foyer_stmt_get_day (stmt, 0),
        .span.start_minute = (int) foyer_stmt_get_int (stmt, 1),
        .span.end_minute = (int) foyer_stmt_get_int (stmt, 2),
        .span.busy = foyer_stmt_get_int (stmt, 3) != 0,
        .row = foyer_stmt_get_int (stmt, 5),
        .read_ms = foyer_stmt_get_int (stmt, 8),
      };

      if (!foyer_calendar_closes_parse (foyer_stmt_get_text (stmt, 6), &found.closes, error))
        return NULL;
      found.span.summary = foyer_stmt_dup_text (stmt, 4);
      found.name = foyer_stmt_dup_text (stmt, 7);
      g_array_append_val (spans, found);
    }

  return done ? g_steal_pointer (&spans) : NULL;
}

static GArray *
foyer_calendar_table_list_own (FoyerDb   *db,
                               gint64     id,
                               FoyerDay   first,
                               GError   **error)
{
  g_autoptr(GArray) spans = foyer_busy_spans_new ();
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT day, start_minute, end_minute, busy, summary FROM calendar_span WHERE calendar_id = ?1 AND day >= ?2"
    " ORDER BY day, start_minute, end_minute, busy DESC, summary");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_day (stmt, 2, first);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerBusySpan span = {
        .day = foyer_stmt_get_day (stmt, 0),
        .start_minute = (int) foyer_stmt_get_int (stmt, 1),
        .end_minute = (int) foyer_stmt_get_int (stmt, 2),
        .busy = foyer_stmt_get_int (stmt, 3) != 0,
        .summary = foyer_stmt_dup_text (stmt, 4),
      };

      g_array_append_val (spans, span);
    }

  return done ? g_steal_pointer (&spans) : NULL;
}

static gboolean
foyer_calendar_table_write_span (FoyerDb              *db,
                                 gint64                id,
                                 const FoyerBusySpan  *span,
                                 gboolean              there,
                                 GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, there
    ? "INSERT OR IGNORE INTO calendar_span (calendar_id, day, start_minute, end_minute, busy, summary)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    : "DELETE FROM calendar_span WHERE calendar_id = ?1 AND day = ?2 AND start_minute = ?3 AND end_minute = ?4"
      " AND busy = ?5 AND summary = ?6");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_day (stmt, 2, span->day);
  foyer_stmt_bind_int (stmt, 3, span->start_minute);
  foyer_stmt_bind_int (stmt, 4, span->end_minute);
  foyer_stmt_bind_int (stmt, 5, span->busy ? 1 : 0);
  foyer_stmt_bind_text (stmt, 6, span->summary);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_calendar_table_put_spans (FoyerDb   *db,
                                gint64     id,
                                FoyerDay   first,
                                GArray    *spans,
                                gboolean  *changed,
                                GError   **error)
{
  g_autoptr(GArray) old = foyer_calendar_table_list_own (db, id, first, error);
  guint at = 0;
  guint old_at = 0;

  *changed = FALSE;
  if (old == NULL)
    return FALSE;

  /* Both are in the same order: what is in one alone is what changed. */
  while (at < spans->len || old_at < old->len)
    {
      const FoyerBusySpan *span = at < spans->len ? &g_array_index (spans, FoyerBusySpan, at) : NULL;
      const FoyerBusySpan *was = old_at < old->len ? &g_array_index (old, FoyerBusySpan, old_at) : NULL;
      const int order = span == NULL ? 1 : was == NULL ? -1 : foyer_busy_span_compare (span, was);

      if (order != 0)
        {
          *changed = TRUE;
          if (!foyer_calendar_table_write_span (db, id, order < 0 ? span : was, order < 0, error))
            return FALSE;
        }
      at += order <= 0;
      old_at += order >= 0;
    }

  return TRUE;
}

gboolean
foyer_calendar_table_prune (FoyerDb  *db,
                            GError  **error)
{
  const FoyerDay today = (FoyerDay) (foyer_db_now (db) / MS_PER_DAY);
  g_autoptr(FoyerStmt) over = foyer_db_prepare (db, "DELETE FROM calendar_span WHERE day < ?1");
  g_autoptr(FoyerStmt) gone = foyer_db_prepare (db, "DELETE FROM calendar WHERE deleted_at > 0 AND deleted_at < ?1");

  foyer_stmt_bind_day (over, 1, today - FOYER_CALENDAR_DAYS);
  foyer_stmt_bind_int (gone, 1, foyer_db_now (db) - FOYER_JOURNAL_DAYS * MS_PER_DAY);

  return foyer_stmt_run (over, error) && foyer_stmt_run (gone, error);
}
