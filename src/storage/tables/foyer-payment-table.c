/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-payment-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

#define SELECT_PAYMENT \
  "SELECT p.id, p.space_id, p.uid, s.uid, p.method, p.amount_minor, p.currency, p.given_minor, p.day, p.at," \
  " d.uid, d.number, (SELECT uid FROM payment WHERE id = p.refunds)," \
  " EXISTS (SELECT 1 FROM payment WHERE refunds = p.id)" \
  " FROM payment AS p JOIN space AS s ON s.id = p.space_id LEFT JOIN document AS d ON d.payment_id = p.id "

void
foyer_payment_free (FoyerPayment *self)
{
  g_free (self->id);
  g_free (self->space_id);
  g_free (self->method);
  g_free (self->document_id);
  g_free (self->number);
  g_free (self->refunds);
  g_free (self);
}

void
foyer_payment_row_free (FoyerPaymentRow *self)
{
  g_clear_pointer (&self->payment, foyer_payment_free);
  g_free (self);
}

static FoyerPayment *
foyer_payment_table_read (FoyerStmt *stmt)
{
  FoyerPayment *self = g_new0 (FoyerPayment, 1);

  self->id = foyer_stmt_dup_text (stmt, 2);
  self->space_id = foyer_stmt_dup_text (stmt, 3);
  self->method = foyer_stmt_dup_text (stmt, 4);
  self->amount_minor = foyer_stmt_get_int (stmt, 5);
  g_strlcpy (self->currency, foyer_stmt_get_text (stmt, 6), sizeof self->currency);
  self->given_minor = foyer_stmt_get_int (stmt, 7);
  self->day = foyer_stmt_get_day (stmt, 8);
  self->at_ms = foyer_stmt_get_int (stmt, 9);
  self->document_id = foyer_stmt_dup_text (stmt, 10);
  self->number = foyer_stmt_dup_text (stmt, 11);
  if (*foyer_stmt_get_text (stmt, 12) != '\0')
    self->refunds = foyer_stmt_dup_text (stmt, 12);
  self->refunded = foyer_stmt_get_int (stmt, 13) != 0;

  return self;
}

static FoyerPaymentRow *
foyer_payment_table_read_one (FoyerStmt  *stmt,
                              GError    **error)
{
  FoyerPaymentRow *self;
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such payment");
      return NULL;
    }

  self = g_new (FoyerPaymentRow, 1);
  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->payment = foyer_payment_table_read (stmt);

  return self;
}

FoyerPaymentRow *
foyer_payment_table_find (FoyerDb     *db,
                          const char  *uid,
                          GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_PAYMENT "WHERE p.uid = ?1");

  foyer_stmt_bind_text (stmt, 1, uid);

  return foyer_payment_table_read_one (stmt, error);
}

FoyerPaymentRow *
foyer_payment_table_get (FoyerDb  *db,
                         gint64    id,
                         GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_PAYMENT "WHERE p.id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_payment_table_read_one (stmt, error);
}

GPtrArray *
foyer_payment_table_list (FoyerDb                  *db,
                          const FoyerPaymentQuery  *query,
                          GError                  **error)
{
  g_autoptr(GPtrArray) payments = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_payment_free);
  g_autoptr(FoyerStmt) stmt = NULL;
  gboolean done;
  gboolean row;

  if (query->subject_id != NULL)
    stmt = foyer_db_prepare (db, SELECT_PAYMENT
      "WHERE p.id IN (SELECT payment_id FROM payment_part WHERE booking_id = (SELECT id FROM booking WHERE uid = ?4)"
      "   UNION SELECT payment_id FROM payment_part WHERE pass_id = (SELECT id FROM pass WHERE uid = ?4))"
      " AND (?1 = '' OR s.uid = ?1) AND p.day >= ?2 AND (?3 = '' OR p.day <= ?3) ORDER BY p.id");
  else
    stmt = foyer_db_prepare (db, SELECT_PAYMENT
      "WHERE p.day >= ?2 AND p.day <= iif (?3 = '', '9999-12-31', ?3) AND (?1 = '' OR s.uid = ?1) ORDER BY p.id");
  foyer_stmt_bind_text (stmt, 1, query->space_id != NULL ? query->space_id : "");
  foyer_stmt_bind_day (stmt, 2, query->first);
  foyer_stmt_bind_day (stmt, 3, query->last);
  if (query->subject_id != NULL)
    foyer_stmt_bind_text (stmt, 4, query->subject_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (payments, foyer_payment_table_read (stmt));

  return done ? g_steal_pointer (&payments) : NULL;
}

gboolean
foyer_payment_table_insert (FoyerDb             *db,
                            const char          *uid,
                            gint64               space_id,
                            const FoyerPayment  *payment,
                            gint64               refunds,
                            gint64              *id,
                            GError             **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO payment (uid, space_id, method, amount_minor, currency, given_minor, day, at, refunds)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif (?9, 0))");

  foyer_stmt_bind_text (stmt, 1, uid);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_text (stmt, 3, payment->method);
  foyer_stmt_bind_int (stmt, 4, payment->amount_minor);
  foyer_stmt_bind_text (stmt, 5, payment->currency);
  foyer_stmt_bind_int (stmt, 6, payment->given_minor);
  foyer_stmt_bind_day (stmt, 7, payment->day);
  foyer_stmt_bind_int (stmt, 8, foyer_db_now (db));
  foyer_stmt_bind_int (stmt, 9, refunds);
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  *id = foyer_db_last_row (db);

  return TRUE;
}

gboolean
foyer_payment_table_add (FoyerDb                 *db,
                         gint64                   id,
                         const FoyerPaymentPart  *part,
                         GError                 **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO payment_part (payment_id, booking_id, pass_id, amount_minor)"
    " VALUES (?1, nullif (?2, 0), nullif (?3, 0), ?4)");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, part->booking_id);
  foyer_stmt_bind_int (stmt, 3, part->pass_id);
  foyer_stmt_bind_int (stmt, 4, part->amount_minor);

  return foyer_stmt_run (stmt, error);
}

GArray *
foyer_payment_table_list_parts (FoyerDb  *db,
                                gint64    id,
                                GError  **error)
{
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (FoyerPaymentPart));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT booking_id, pass_id, amount_minor FROM payment_part WHERE payment_id = ?1 ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerPaymentPart part = {
        foyer_stmt_get_int (stmt, 0), foyer_stmt_get_int (stmt, 1), foyer_stmt_get_int (stmt, 2),
      };

      g_array_append_val (parts, part);
    }

  return done ? g_steal_pointer (&parts) : NULL;
}

gboolean
foyer_payment_table_get_paid_of_pass (FoyerDb   *db,
                                      gint64     pass_id,
                                      gint64    *paid_minor,
                                      gboolean  *settled,
                                      GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT (SELECT sum (amount_minor) FROM payment_part WHERE pass_id = pass.id), settled FROM pass WHERE id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, pass_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *paid_minor = foyer_stmt_get_int (stmt, 0);
  *settled = foyer_stmt_get_int (stmt, 1) != 0;

  return TRUE;
}
