/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-exception-table.h"

#include "storage/db/foyer-stmt.h"

static const char * const modes[] = {
  [FOYER_DAY_BY_RULE] = "rule",
  [FOYER_DAY_OPEN] = "open",
  [FOYER_DAY_CLOSED] = "closed",
};

void
foyer_day_entry_clear (FoyerDayEntry *self)
{
  g_clear_pointer (&self->note, g_free);
}

static FoyerDayMode
foyer_exception_table_parse_mode (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (name, modes[i]))
      return (FoyerDayMode) i;

  return FOYER_DAY_BY_RULE;
}

GArray *
foyer_exception_table_list (FoyerDb   *db,
                            gint64     space_id,
                            FoyerDay   first,
                            FoyerDay   last,
                            GError   **error)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (FoyerDayEntry));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, day, mode, start_minute, end_minute, seats, note FROM day_exception"
    " WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3 AND deleted_at = 0 ORDER BY day");
  gboolean done;
  gboolean row;

  g_array_set_clear_func (entries, (GDestroyNotify) foyer_day_entry_clear);
  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerDayEntry entry = {
        .id = foyer_stmt_get_int (stmt, 0),
        .day = foyer_stmt_get_day (stmt, 1),
        .mode = foyer_exception_table_parse_mode (foyer_stmt_get_text (stmt, 2)),
        .start_minute = (int) foyer_stmt_get_int (stmt, 3),
        .end_minute = (int) foyer_stmt_get_int (stmt, 4),
        .seats = (int) foyer_stmt_get_int (stmt, 5),
        .note = foyer_stmt_dup_text (stmt, 6),
      };

      g_array_append_val (entries, entry);
    }

  return done ? g_steal_pointer (&entries) : NULL;
}

gboolean
foyer_exception_table_put (FoyerDb              *db,
                           gint64                space_id,
                           const FoyerDayEntry  *entry,
                           GError              **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;
  gboolean is_open = entry->mode == FOYER_DAY_OPEN;

  if (entry->id == 0)
    {
      stmt = foyer_db_prepare (db,
        "INSERT INTO day_exception (space_id, day, mode, start_minute, end_minute, seats, note)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
      foyer_stmt_bind_int (stmt, 1, space_id);
      foyer_stmt_bind_day (stmt, 2, entry->day);
    }
  else
    {
      stmt = foyer_db_prepare (db,
        "UPDATE day_exception SET mode = ?3, start_minute = ?4, end_minute = ?5, seats = ?6, note = ?7"
        " WHERE id = ?1");
      foyer_stmt_bind_int (stmt, 1, entry->id);
    }
  foyer_stmt_bind_text (stmt, 3, modes[entry->mode]);
  foyer_stmt_bind_int (stmt, 4, is_open ? entry->start_minute : 0);
  foyer_stmt_bind_int (stmt, 5, is_open ? entry->end_minute : 0);
  foyer_stmt_bind_int (stmt, 6, is_open ? entry->seats : 0);
  foyer_stmt_bind_text (stmt, 7, entry->note);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_exception_table_restore (FoyerDb     *db,
                               gint64       id,
                               const char  *before,
                               GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE day_exception SET mode = ?2 ->> 'mode', start_minute = ?2 ->> 'start_minute',"
    " end_minute = ?2 ->> 'end_minute', seats = ?2 ->> 'seats', note = ?2 ->> 'note',"
    " deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_exception_table_delete (FoyerDb  *db,
                              gint64    id,
                              GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE day_exception SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_exception_table_get_space (FoyerDb  *db,
                                 gint64    id,
                                 gint64   *space_id,
                                 GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT space_id FROM day_exception WHERE id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *space_id = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}
