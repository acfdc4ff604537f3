/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-due-table.h"

#include "core/foyer-error.h"
#include "core/foyer-pass.h"
#include "storage/db/foyer-stmt.h"

#define ON_INVOICE(of) \
  "(SELECT d.number FROM document_line AS l JOIN document AS d ON d.id = l.document_id WHERE l." of \
  " AND d.kind = 'invoice' AND NOT EXISTS (SELECT 1 FROM document WHERE credits = d.id))"

/* Of the bookings @ids, who pays for them. */
#define SELECT_BOOKINGS(ids) \
  "SELECT b.uid, 0, s.uid, p.uid, p.name, iif (b.host_pays, g.name, NULL), b.day, b.part, b.seats, b.state, b.price_minor," \
  " (SELECT sum (halves) FROM pass_use WHERE booking_id = b.id) AS halves," \
  " (SELECT sum (amount_minor) FROM payment_part WHERE booking_id = b.id) AS paid, b.currency," \
  ON_INVOICE ("booking_id = b.id") ", coalesce ((SELECT late FROM request WHERE booking_id = b.id), 0)" \
  " FROM booking AS b JOIN space AS s ON s.id = b.space_id JOIN booking_payer AS o ON o.booking_id = b.id" \
  " JOIN person AS p ON p.id = o.person_id JOIN person AS g ON g.id = b.person_id" \
  " WHERE b.id IN (" ids ") ORDER BY b.day, p.fold, b.id"

#define SELECT_PASSES \
  "SELECT x.uid, 1, s.uid, p.uid, p.name, NULL, date (x.created_at / 1000, 'unixepoch') AS day, 3, 1, 'confirmed'," \
  " x.price_minor, x.halves, (SELECT sum (amount_minor) FROM payment_part WHERE pass_id = x.id) AS paid, x.currency," \
  ON_INVOICE ("pass_id = x.id") ", 0" \
  " FROM pass AS x LEFT JOIN space AS s ON s.id = x.space_id JOIN person AS p ON p.id = x.person_id" \
  " WHERE x.settled = 0 AND x.deleted_at = 0 "

void
foyer_due_free (FoyerDue *self)
{
  g_free (self->id);
  g_free (self->space_id);
  g_free (self->person_id);
  g_free (self->name);
  g_free (self->guest);
  g_free (self->invoice);
  g_free (self);
}

static char *
foyer_due_table_dup (FoyerStmt *stmt,
                     int        column)
{
  return *foyer_stmt_get_text (stmt, column) != '\0' ? foyer_stmt_dup_text (stmt, column) : NULL;
}

static FoyerDue *
foyer_due_table_read (FoyerStmt *stmt)
{
  FoyerDue *self = g_new0 (FoyerDue, 1);
  gint64 price;

  self->id = foyer_stmt_dup_text (stmt, 0);
  self->is_pass = foyer_stmt_get_int (stmt, 1) != 0;
  self->space_id = foyer_due_table_dup (stmt, 2);
  self->person_id = foyer_stmt_dup_text (stmt, 3);
  self->name = foyer_stmt_dup_text (stmt, 4);
  self->guest = foyer_due_table_dup (stmt, 5);
  self->day = foyer_stmt_get_day (stmt, 6);
  self->part = (FoyerPart) foyer_stmt_get_int (stmt, 7);
  self->seats = (int) foyer_stmt_get_int (stmt, 8);
  foyer_booking_state_parse (foyer_stmt_get_text (stmt, 9), &self->state, NULL);
  price = foyer_stmt_get_int (stmt, 10);
  self->halves = (int) foyer_stmt_get_int (stmt, 11);
  self->paid_minor = foyer_stmt_get_int (stmt, 12);
  g_strlcpy (self->currency, foyer_stmt_get_text (stmt, 13), sizeof self->currency);
  self->invoice = foyer_stmt_dup_text (stmt, 14);

  if (self->is_pass)
    self->price_minor = price;
  else if (foyer_booking_state_owes (self->state, foyer_stmt_get_int (stmt, 15) != 0))
    self->price_minor = foyer_pass_get_due (price, foyer_pass_count_halves (self->part, self->seats), self->halves);
  self->due_minor = self->price_minor - self->paid_minor;

  return self;
}

static gboolean
foyer_due_table_is_asked (const FoyerDue      *due,
                          const FoyerDueQuery *query)
{
  if (!due->is_pass && due->state == FOYER_STATE_CONFIRMED && due->paid_minor == 0 && !query->coming_too)
    return FALSE;

  return due->due_minor != 0 || (query->paid_too && due->price_minor > 0);
}

static gboolean
foyer_due_table_add (FoyerStmt            *stmt,
                     gint64                of,
                     const FoyerDueQuery  *query,
                     GPtrArray            *dues,
                     GError              **error)
{
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, of);
  foyer_stmt_bind_day (stmt, 2, query->first);
  foyer_stmt_bind_day (stmt, 3, query->last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      g_autoptr(FoyerDue) due = foyer_due_table_read (stmt);

      if (foyer_due_table_is_asked (due, query))
        g_ptr_array_add (dues, g_steal_pointer (&due));
    }

  return done;
}

static int
foyer_due_compare_days (gconstpointer a,
                        gconstpointer b)
{
  const FoyerDue *left = a;
  const FoyerDue *right = b;

  return left->day != right->day ? (left->day < right->day ? -1 : 1) : g_strcmp0 (left->name, right->name);
}

GPtrArray *
foyer_due_table_list (FoyerDb              *db,
                      gint64                space_id,
                      gint64                person_id,
                      const FoyerDueQuery  *query,
                      GError              **error)
{
  g_autoptr(GPtrArray) dues = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_due_free);
  g_autoptr(FoyerStmt) bookings = NULL;
  g_autoptr(FoyerStmt) passes = NULL;

  if (person_id != 0)
    {
      bookings = foyer_db_prepare (db, SELECT_BOOKINGS (
        "SELECT id FROM booking WHERE person_id = ?1 AND host_pays = 0 AND day BETWEEN ?2 AND ?3 AND deleted_at = 0"
        " UNION ALL SELECT b.id FROM booking AS h JOIN booking AS b ON b.brought_by = h.id AND b.host_pays = 1"
        "   AND b.deleted_at = 0 WHERE h.person_id = ?1 AND h.day BETWEEN ?2 AND ?3 AND h.deleted_at = 0"));
      passes = foyer_db_prepare (db, SELECT_PASSES "AND x.person_id = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY x.id");
    }
  else
    {
      bookings = foyer_db_prepare (db, SELECT_BOOKINGS (
        "SELECT id FROM booking WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3"
        "   AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0"
        " UNION ALL SELECT id FROM booking WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3"
        "   AND (state = 'no-show' OR state = 'cancelled') AND deleted_at = 0"));
      passes = foyer_db_prepare (db, SELECT_PASSES
        "AND (x.space_id = ?1 OR x.space_id IS NULL) AND day BETWEEN ?2 AND ?3 ORDER BY x.id");
    }
  if (!foyer_due_table_add (bookings, person_id != 0 ? person_id : space_id, query, dues, error)
      || !foyer_due_table_add (passes, person_id != 0 ? person_id : space_id, query, dues, error))
    return NULL;
  g_ptr_array_sort_values (dues, foyer_due_compare_days);

  return g_steal_pointer (&dues);
}

FoyerDue *
foyer_due_table_find (FoyerDb     *db,
                      const char  *uid,
                      GError     **error)
{
  g_autoptr(FoyerStmt) booking = foyer_db_prepare (db, SELECT_BOOKINGS (
    "SELECT id FROM booking WHERE uid = ?1 AND deleted_at = 0"));
  g_autoptr(FoyerStmt) pass = foyer_db_prepare (db, SELECT_PASSES "AND x.uid = ?1");
  gboolean row;

  foyer_stmt_bind_text (booking, 1, uid);
  if (!foyer_stmt_step (booking, &row, error))
    return NULL;
  if (row)
    return foyer_due_table_read (booking);

  foyer_stmt_bind_text (pass, 1, uid);
  if (!foyer_stmt_step (pass, &row, error))
    return NULL;
  if (!row)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such booking or pass");

  return row ? foyer_due_table_read (pass) : NULL;
}
