/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-waiting-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

#define OPEN "(w.state = 'waiting' OR w.state = 'offered') AND w.deleted_at = 0"

#define SELECT_WAITING \
  "SELECT w.id, w.space_id, w.person_id, w.uid, s.uid, p.uid, p.member, p.name, p.phone, p.email, w.day, w.part, w.seats," \
  " w.state, w.offer_until, w.created_at, s.tz," \
  " (SELECT count (*) FROM waiting AS o WHERE o.space_id = w.space_id AND o.day = w.day AND o.id <= w.id" \
  "     AND (o.state = 'waiting' OR o.state = 'offered') AND o.deleted_at = 0)" \
  " FROM waiting AS w JOIN space AS s ON s.id = w.space_id JOIN person AS p ON p.id = w.person_id "

void
foyer_waiting_row_free (FoyerWaitingRow *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->waiting, foyer_waiter_free);
  g_free (self);
}

static FoyerWaitingRow *
foyer_waiting_table_read (FoyerStmt  *stmt,
                          GError    **error)
{
  g_autoptr(FoyerWaitingRow) self = g_new (FoyerWaitingRow, 1);
  FoyerWaiter *waiting = g_new0 (FoyerWaiter, 1);

  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->person_id = foyer_stmt_get_int (stmt, 2);
  self->waiting = waiting;
  waiting->id = foyer_stmt_dup_text (stmt, 3);
  waiting->space_id = foyer_stmt_dup_text (stmt, 4);
  waiting->person_id = foyer_stmt_dup_text (stmt, 5);
  waiting->is_member = foyer_stmt_get_int (stmt, 6) != 0;
  waiting->name = foyer_stmt_dup_text (stmt, 7);
  waiting->phone = foyer_stmt_dup_text (stmt, 8);
  waiting->email = foyer_stmt_dup_text (stmt, 9);
  waiting->day = foyer_stmt_get_day (stmt, 10);
  waiting->part = (FoyerPart) foyer_stmt_get_int (stmt, 11);
  waiting->seats = (int) foyer_stmt_get_int (stmt, 12);
  if (!foyer_waiting_state_parse (foyer_stmt_get_text (stmt, 13), &waiting->state, error))
    return NULL;
  waiting->until_ms = foyer_stmt_get_int (stmt, 14);
  waiting->asked_ms = foyer_stmt_get_int (stmt, 15);
  waiting->tz = foyer_stmt_dup_text (stmt, 16);
  waiting->place = foyer_waiting_state_is_open (waiting->state) ? (int) foyer_stmt_get_int (stmt, 17) : 0;

  return g_steal_pointer (&self);
}

FoyerWaitingRow *
foyer_waiting_table_find (FoyerDb     *db,
                          const char  *uid,
                          GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_WAITING "WHERE w.uid = ?1 AND w.deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, uid);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "nobody waits under this id");
      return NULL;
    }

  return foyer_waiting_table_read (stmt, error);
}

GPtrArray *
foyer_waiting_table_list (FoyerDb   *db,
                          gint64     space_id,
                          FoyerDay   first,
                          FoyerDay   last,
                          GError   **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_waiting_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_WAITING "WHERE w.space_id = ?1 AND w.day BETWEEN ?2 AND ?3 AND " OPEN " ORDER BY w.day, w.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerWaitingRow *waiting = foyer_waiting_table_read (stmt, error);

      if (waiting == NULL)
        return NULL;
      g_ptr_array_add (rows, waiting);
    }

  return done ? g_steal_pointer (&rows) : NULL;
}

gboolean
foyer_waiting_table_has (FoyerDb     *db,
                         gint64       space_id,
                         FoyerDay     day,
                         FoyerPart    part,
                         gint64       person_id,
                         const char  *guest_fold,
                         gboolean    *has,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT 1 FROM waiting AS w JOIN person AS p ON p.id = w.person_id"
    " WHERE w.space_id = ?1 AND w.day = ?2 AND w.part & ?3 AND " OPEN
    " AND (w.person_id = ?4 OR (p.member = 0 AND p.fold = ?5)) LIMIT 1");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, day);
  foyer_stmt_bind_int (stmt, 3, part);
  foyer_stmt_bind_int (stmt, 4, person_id);
  foyer_stmt_bind_text (stmt, 5, guest_fold != NULL ? guest_fold : "");

  return foyer_stmt_step (stmt, has, error);
}

gboolean
foyer_waiting_table_insert (FoyerDb     *db,
                            const char  *uid,
                            gint64       space_id,
                            gint64       person_id,
                            FoyerDay     day,
                            FoyerPart    part,
                            int          seats,
                            GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO waiting (uid, space_id, person_id, day, part, seats, state, created_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', ?7)");

  foyer_stmt_bind_text (stmt, 1, uid);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_int (stmt, 3, person_id);
  foyer_stmt_bind_day (stmt, 4, day);
  foyer_stmt_bind_int (stmt, 5, part);
  foyer_stmt_bind_int (stmt, 6, seats);
  foyer_stmt_bind_int (stmt, 7, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_waiting_table_set_state (FoyerDb            *db,
                               gint64              id,
                               FoyerWaitingState   state,
                               gint64              until_ms,
                               GError            **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE waiting SET state = ?2, offer_until = ?3 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, foyer_waiting_state_get_name (state));
  foyer_stmt_bind_int (stmt, 3, until_ms);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_waiting_table_let_go (FoyerDb  *db,
                            gint64    id,
                            GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE waiting SET state = 'waiting', offer_until = 0 WHERE id = ?1 AND state = 'offered'");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_waiting_table_restore (FoyerDb     *db,
                             gint64       id,
                             const char  *before,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE waiting SET person_id = coalesce (?2 ->> 'person_id', person_id), state = ?2 ->> 'state',"
    " offer_until = ?2 ->> 'offer_until', deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_waiting_table_delete (FoyerDb  *db,
                            gint64    id,
                            GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE waiting SET deleted_at = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

GArray *
foyer_waiting_table_list_kept (FoyerDb   *db,
                               gint64     space_id,
                               FoyerDay   first,
                               FoyerDay   last,
                               GError   **error)
{
  g_autoptr(GArray) kepts = g_array_new (FALSE, FALSE, sizeof (FoyerHeld));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT day, sum (seats * (part & 1)), sum (seats * (part >> 1)) FROM waiting"
    " WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3 AND state = 'offered' AND deleted_at = 0 GROUP BY day ORDER BY day");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerHeld kept = {
        .day = foyer_stmt_get_day (stmt, 0),
        .am = (int) foyer_stmt_get_int (stmt, 1),
        .pm = (int) foyer_stmt_get_int (stmt, 2),
      };

      g_array_append_val (kepts, kept);
    }

  return done ? g_steal_pointer (&kepts) : NULL;
}

gboolean
foyer_waiting_table_take_look (FoyerDb          *db,
                               FoyerWaitingDay  *look,
                               gboolean         *found,
                               GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT space_id, day FROM waiting_look WHERE space_id > 0 ORDER BY space_id, day LIMIT 1");
  g_autoptr(FoyerStmt) taken = NULL;

  if (!foyer_stmt_step (stmt, found, error))
    return FALSE;
  if (!*found)
    return TRUE;

  look->space_id = foyer_stmt_get_int (stmt, 0);
  look->day = foyer_stmt_get_day (stmt, 1);
  foyer_stmt_reset (stmt);
  taken = foyer_db_prepare (db, "DELETE FROM waiting_look WHERE space_id = ?1 AND day = ?2");
  foyer_stmt_bind_int (taken, 1, look->space_id);
  foyer_stmt_bind_day (taken, 2, look->day);

  return foyer_stmt_run (taken, error);
}

gboolean
foyer_waiting_table_look_late (FoyerDb   *db,
                               gboolean  *any,
                               gint64    *next_ms,
                               GError   **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;
  gint64 first;

  *any = FALSE;
  *next_ms = 0;
  if (!foyer_db_query_int (db, "SELECT coalesce (min (offer_until), 0) FROM waiting WHERE offer_until > 0 AND deleted_at = 0",
                           &first, error))
    return FALSE;
  if (first == 0 || first > foyer_db_now (db))
    {
      *next_ms = first;
      return TRUE;
    }

  *any = TRUE;
  stmt = foyer_db_prepare (db,
    "INSERT OR IGNORE INTO waiting_look SELECT space_id, day FROM waiting"
    " WHERE offer_until > 0 AND offer_until <= ?1 AND deleted_at = 0");
  foyer_stmt_bind_int (stmt, 1, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

/* Runs a statement about @from and @to. */
static gboolean
foyer_waiting_table_run (FoyerDb     *db,
                         const char  *sql,
                         gint64       from,
                         gint64       to,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);

  foyer_stmt_bind_int (stmt, 1, from);
  foyer_stmt_bind_int (stmt, 2, to);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_waiting_table_move (FoyerDb  *db,
                          gint64    from,
                          gint64    to,
                          GError  **error)
{
  return foyer_waiting_table_run (db,
           "UPDATE waiting SET state = 'booked', offer_until = 0"
           " WHERE (person_id = ?1 OR person_id = ?2) AND (state = 'waiting' OR state = 'offered') AND deleted_at = 0"
           " AND EXISTS (SELECT 1 FROM booking AS b WHERE b.person_id = ?1 + ?2 - waiting.person_id"
           "   AND b.space_id = waiting.space_id AND b.day = waiting.day AND b.part & waiting.part"
           "   AND b.state IN ('confirmed', 'checked-in', 'checked-out') AND b.deleted_at = 0)",
           from, to, error)
         && foyer_waiting_table_run (db,
           "UPDATE waiting SET state = 'removed', offer_until = 0"
           " WHERE (person_id = ?1 OR person_id = ?2) AND (state = 'waiting' OR state = 'offered') AND deleted_at = 0"
           " AND EXISTS (SELECT 1 FROM waiting AS w WHERE w.person_id = ?1 + ?2 - waiting.person_id"
           "   AND w.space_id = waiting.space_id AND w.day = waiting.day AND w.part & waiting.part"
           "   AND (w.state = 'waiting' OR w.state = 'offered') AND w.deleted_at = 0 AND w.id < waiting.id)",
           from, to, error)
         && foyer_waiting_table_run (db, "UPDATE waiting SET person_id = ?2 WHERE person_id = ?1", from, to, error);
}
