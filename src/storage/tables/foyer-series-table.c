/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-series-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

#define SELECT_SERIES \
  "SELECT x.id, x.space_id, x.person_id, x.uid, s.uid, p.uid, p.name, x.weekdays, x.every_weeks, x.from_day," \
  " x.until_day, x.part, x.seats" \
  " FROM series AS x JOIN space AS s ON s.id = x.space_id JOIN person AS p ON p.id = x.person_id "

void
foyer_series_row_free (FoyerSeriesRow *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->series, foyer_series_free);
  g_free (self);
}

static FoyerSeriesRow *
foyer_series_table_read (FoyerStmt *stmt)
{
  FoyerSeriesRow *self = g_new (FoyerSeriesRow, 1);
  FoyerSeries *series = g_new0 (FoyerSeries, 1);

  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->person_id = foyer_stmt_get_int (stmt, 2);
  self->series = series;
  series->id = foyer_stmt_dup_text (stmt, 3);
  series->space_id = foyer_stmt_dup_text (stmt, 4);
  series->person_id = foyer_stmt_dup_text (stmt, 5);
  series->name = foyer_stmt_dup_text (stmt, 6);
  series->rule.weekdays = (guint) foyer_stmt_get_int (stmt, 7);
  series->rule.every_weeks = (int) foyer_stmt_get_int (stmt, 8);
  series->rule.from = foyer_stmt_get_day (stmt, 9);
  series->rule.until = foyer_stmt_get_day (stmt, 10);
  series->part = (FoyerPart) foyer_stmt_get_int (stmt, 11);
  series->seats = (int) foyer_stmt_get_int (stmt, 12);
  series->next = FOYER_DAY_NONE;
  series->away = g_array_new (FALSE, FALSE, sizeof (FoyerDay));

  return self;
}

FoyerSeriesRow *
foyer_series_table_find (FoyerDb     *db,
                         const char  *uid,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_SERIES "WHERE x.deleted_at = 0 AND (x.uid = ?1"
    " OR x.id = (SELECT series_id FROM booking WHERE uid = ?1 AND deleted_at = 0))");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such series");
      return NULL;
    }

  return foyer_series_table_read (stmt);
}

gboolean
foyer_series_table_look_ahead (FoyerDb         *db,
                               FoyerSeriesRow  *row,
                               FoyerDay         today,
                               GError         **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT count (*), min (day) FROM booking WHERE series_id = ?1 AND day >= ?2"
    " AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0");
  g_autoptr(GArray) away = NULL;
  gboolean found;

  foyer_stmt_bind_int (stmt, 1, row->id);
  foyer_stmt_bind_day (stmt, 2, today);
  if (!foyer_stmt_step (stmt, &found, error)
      || (away = foyer_away_table_list (db, row->id, today, today + FOYER_SERIES_DAYS, error)) == NULL)
    return FALSE;

  row->series->n_ahead = (int) foyer_stmt_get_int (stmt, 0);
  row->series->next = foyer_stmt_get_day (stmt, 1);
  g_array_set_size (row->series->away, 0);
  for (guint i = 0; i < away->len; i++)
    g_array_append_val (row->series->away, g_array_index (away, FoyerAwayDay, i).day);

  return TRUE;
}

GPtrArray *
foyer_series_table_list (FoyerDb   *db,
                         gint64     space_id,
                         FoyerDay   today,
                         GError   **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_series_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_SERIES "WHERE x.space_id = ?1 AND x.until_day >= ?2 AND x.until_day >= x.from_day AND x.deleted_at = 0"
    " ORDER BY p.fold, x.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, today);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (rows, foyer_series_table_read (stmt));
  if (!done)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (!foyer_series_table_look_ahead (db, rows->pdata[i], today, error))
      return NULL;

  return g_steal_pointer (&rows);
}

gboolean
foyer_series_table_insert (FoyerDb                *db,
                           const char             *uid,
                           gint64                  space_id,
                           gint64                  person_id,
                           const FoyerSeriesRule  *rule,
                           FoyerPart               part,
                           int                     seats,
                           gint64                 *id,
                           GError                **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO series (uid, space_id, person_id, weekdays, every_weeks, part, seats, from_day, until_day, created_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");

  foyer_stmt_bind_text (stmt, 1, uid);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_int (stmt, 3, person_id);
  foyer_stmt_bind_int (stmt, 4, rule->weekdays);
  foyer_stmt_bind_int (stmt, 5, rule->every_weeks);
  foyer_stmt_bind_int (stmt, 6, part);
  foyer_stmt_bind_int (stmt, 7, seats);
  foyer_stmt_bind_day (stmt, 8, rule->from);
  foyer_stmt_bind_day (stmt, 9, rule->until);
  foyer_stmt_bind_int (stmt, 10, foyer_db_now (db));
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  *id = foyer_db_last_row (db);

  return TRUE;
}

gboolean
foyer_series_table_set_until (FoyerDb   *db,
                              gint64     id,
                              FoyerDay   until,
                              GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE series SET until_day = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_day (stmt, 2, until);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_series_table_restore (FoyerDb     *db,
                            gint64       id,
                            const char  *before,
                            GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE series SET person_id = coalesce (?2 ->> 'person_id', person_id), until_day = ?2 ->> 'until_day',"
    " deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_series_table_delete (FoyerDb  *db,
                           gint64    id,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE series SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_away_table_insert (FoyerDb   *db,
                         gint64     series_id,
                         gint64     booking_id,
                         FoyerDay   day,
                         GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO series_away (series_id, booking_id, day) VALUES (?1, ?2, ?3)");

  foyer_stmt_bind_int (stmt, 1, series_id);
  foyer_stmt_bind_int (stmt, 2, booking_id);
  foyer_stmt_bind_day (stmt, 3, day);

  return foyer_stmt_run (stmt, error);
}

GArray *
foyer_away_table_list (FoyerDb   *db,
                       gint64     series_id,
                       FoyerDay   first,
                       FoyerDay   last,
                       GError   **error)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerAwayDay));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, day FROM series_away WHERE series_id = ?1 AND day BETWEEN ?2 AND ?3 AND deleted_at = 0 ORDER BY day");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, series_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerAwayDay day = { .id = foyer_stmt_get_int (stmt, 0), .day = foyer_stmt_get_day (stmt, 1) };

      g_array_append_val (days, day);
    }

  return done ? g_steal_pointer (&days) : NULL;
}

gboolean
foyer_away_table_restore (FoyerDb     *db,
                          gint64       id,
                          const char  *before,
                          GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE series_away SET deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_away_table_delete (FoyerDb  *db,
                         gint64    id,
                         GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE series_away SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_series_table_move (FoyerDb  *db,
                         gint64    from,
                         gint64    to,
                         GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE series SET person_id = ?2 WHERE person_id = ?1");

  foyer_stmt_bind_int (stmt, 1, from);
  foyer_stmt_bind_int (stmt, 2, to);

  return foyer_stmt_run (stmt, error);
}
