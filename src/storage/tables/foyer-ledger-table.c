/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-ledger-table.h"

#include "core/foyer-pass.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"

/* A request that nobody answered in time is over by itself. */
#define STATE "iif (b.state = 'requested' AND r.answer_by <= foyer_now (), 'expired', b.state)"

#define SELECT_ROW \
  "SELECT b.id, b.person_id, b.space_id, b.day, b.part, " STATE ", b.price_minor," \
  " iif (b.state = 'requested' AND r.answer_by > foyer_now (), r.answer_by, 0), coalesce (r.late, 0)," \
  " b.deleted_at <> 0, b.seats, (SELECT sum (halves) FROM pass_use WHERE booking_id = b.id)," \
  " (SELECT sum (amount_minor) FROM payment_part WHERE booking_id = b.id)" \
  " FROM booking AS b LEFT JOIN request AS r ON r.booking_id = b.id "

static gint64
foyer_ledger_table_get_open (gint64     price_minor,
                             FoyerPart  part,
                             FoyerStmt *stmt,
                             int        column)
{
  const int halves = foyer_pass_count_halves (part, (int) foyer_stmt_get_int (stmt, column));
  const gint64 due = foyer_pass_get_due (price_minor, halves, (int) foyer_stmt_get_int (stmt, column + 1));

  return MAX (due - foyer_stmt_get_int (stmt, column + 2), 0);
}

static void
foyer_ledger_table_tell (FoyerStmt          *stmt,
                         FoyerLedgerRowFunc  func,
                         gpointer            user_data)
{
  FoyerLedgerRow row;

  row.id = foyer_stmt_get_int (stmt, 0);
  row.person_id = foyer_stmt_get_int (stmt, 1);
  row.space_id = foyer_stmt_get_int (stmt, 2);
  row.day = foyer_stmt_get_day (stmt, 3);
  row.part = (FoyerPart) foyer_stmt_get_int (stmt, 4);
  row.state = FOYER_STATE_REQUESTED;
  foyer_booking_state_parse (foyer_stmt_get_text (stmt, 5), &row.state, NULL);
  row.price_minor = foyer_stmt_get_int (stmt, 6);
  row.answer_by = foyer_stmt_get_int (stmt, 7);
  row.late = foyer_stmt_get_int (stmt, 8) != 0;
  row.gone = foyer_stmt_get_int (stmt, 9) != 0;
  row.open_minor = foyer_ledger_table_get_open (row.price_minor, row.part, stmt, 10);
  func (&row, user_data);
}

gboolean
foyer_ledger_table_scan (FoyerDb             *db,
                         gint64               after,
                         int                  limit,
                         FoyerLedgerRowFunc   func,
                         gpointer             user_data,
                         int                 *n,
                         GError             **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_ROW "WHERE b.id > ?1 ORDER BY b.id LIMIT ?2");
  gboolean done;
  gboolean row;

  *n = 0;
  foyer_stmt_bind_int (stmt, 1, after);
  foyer_stmt_bind_int (stmt, 2, limit);
  for (; (done = foyer_stmt_step (stmt, &row, error)) && row; (*n)++)
    foyer_ledger_table_tell (stmt, func, user_data);

  return done;
}

gboolean
foyer_ledger_table_get (FoyerDb             *db,
                        gint64               id,
                        FoyerLedgerRowFunc   func,
                        gpointer             user_data,
                        GError             **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_ROW "WHERE b.id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    foyer_ledger_table_tell (stmt, func, user_data);

  return TRUE;
}

gboolean
foyer_ledger_table_scan_people (FoyerDb                *db,
                                gint64                  after,
                                int                     limit,
                                FoyerLedgerPersonFunc   func,
                                gpointer                user_data,
                                int                    *n,
                                GError                **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT id, fold FROM person WHERE id > ?1 ORDER BY id LIMIT ?2");
  gboolean done;
  gboolean row;

  *n = 0;
  foyer_stmt_bind_int (stmt, 1, after);
  foyer_stmt_bind_int (stmt, 2, limit);
  for (; (done = foyer_stmt_step (stmt, &row, error)) && row; (*n)++)
    func (foyer_stmt_get_int (stmt, 0), foyer_stmt_get_text (stmt, 1), user_data);

  return done;
}

gboolean
foyer_ledger_table_get_ends (FoyerDb  *db,
                             gint64   *first_act,
                             gint64   *last_act,
                             gint64   *last_booking,
                             GError  **error)
{
  return foyer_db_query_int (db, "SELECT min (id) FROM act", first_act, error)
         && foyer_db_query_int (db, "SELECT max (id) FROM act", last_act, error)
         && foyer_db_query_int (db, "SELECT max (id) FROM booking", last_booking, error);
}

static GArray *
foyer_ledger_table_read_ids (FoyerStmt  *stmt,
                             GError    **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      gint64 id = foyer_stmt_get_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return done ? g_steal_pointer (&ids) : NULL;
}

GArray *
foyer_ledger_table_list_touched (FoyerDb     *db,
                                 const char  *table,
                                 gint64       act,
                                 int          limit,
                                 GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT DISTINCT row_id FROM act_image WHERE act_id > ?1 AND tbl = ?2 LIMIT ?3");

  foyer_stmt_bind_int (stmt, 1, act);
  foyer_stmt_bind_text (stmt, 2, table);
  foyer_stmt_bind_int (stmt, 3, limit);

  return foyer_ledger_table_read_ids (stmt, error);
}

GArray *
foyer_ledger_table_list_asked (FoyerDb  *db,
                               GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id FROM booking WHERE state = 'requested' AND deleted_at = 0");

  return foyer_ledger_table_read_ids (stmt, error);
}

static FoyerLedgerLine *
foyer_ledger_table_read_line (FoyerStmt *stmt,
                              guint32    row)
{
  FoyerLedgerLine *self = g_new0 (FoyerLedgerLine, 1);

  self->row = row;
  self->id = foyer_stmt_dup_text (stmt, 0);
  self->name = foyer_stmt_dup_text (stmt, 1);
  self->space = foyer_stmt_dup_text (stmt, 2);
  self->day = foyer_stmt_get_day (stmt, 3);
  self->part = (FoyerPart) foyer_stmt_get_int (stmt, 4);
  self->seats = (int) foyer_stmt_get_int (stmt, 5);
  foyer_booking_state_parse (foyer_stmt_get_text (stmt, 6), &self->state, NULL);
  self->price_minor = foyer_stmt_get_int (stmt, 7);
  g_strlcpy (self->currency, foyer_stmt_get_text (stmt, 8), sizeof self->currency);
  if (foyer_booking_state_owes (self->state, foyer_stmt_get_int (stmt, 9) != 0))
    self->due_minor = foyer_ledger_table_get_open (self->price_minor, self->part, stmt, 10);

  return self;
}

GPtrArray *
foyer_ledger_table_read (FoyerDb        *db,
                         const guint32  *rows,
                         gsize           n_rows,
                         GError        **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_full ((guint) n_rows, (GDestroyNotify) foyer_ledger_line_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT b.uid, p.name, s.name, b.day, b.part, b.seats, " STATE ", b.price_minor, b.currency, coalesce (r.late, 0),"
    " b.seats, (SELECT sum (halves) FROM pass_use WHERE booking_id = b.id),"
    " (SELECT sum (amount_minor) FROM payment_part WHERE booking_id = b.id)"
    " FROM booking AS b JOIN person AS p ON p.id = b.person_id JOIN space AS s ON s.id = b.space_id"
    " LEFT JOIN request AS r ON r.booking_id = b.id WHERE b.id = ?1 AND b.deleted_at = 0");

  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean row;

      foyer_stmt_bind_int (stmt, 1, rows[i]);
      if (!foyer_stmt_step (stmt, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (lines, foyer_ledger_table_read_line (stmt, rows[i]));
      foyer_stmt_reset (stmt);
    }

  return g_steal_pointer (&lines);
}
