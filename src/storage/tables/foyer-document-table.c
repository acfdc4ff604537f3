/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-document-table.h"

#include "core/foyer-document-number.h"
#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-account-table.h"
#include "storage/tables/foyer-seller-table.h"

#define SELECT_DOCUMENT \
  "SELECT d.id, d.space_id, d.seller_id, EXISTS (SELECT 1 FROM document WHERE credits = d.id), d.uid, d.number, d.kind," \
  " d.issued_day, d.issued_at, d.currency, d.net_minor, d.vat_minor, d.total_minor, d.paid_minor, d.method, d.reference," \
  " (SELECT number FROM document WHERE id = d.credits)," \
  " b.document_id IS NOT NULL, b.name, b.company, b.street, b.postcode, b.city, b.country, b.siren, b.vat_number," \
  " b.person_id" \
  " FROM document AS d LEFT JOIN document_buyer AS b ON b.document_id = d.id "

void
foyer_document_row_free (FoyerDocumentRow *self)
{
  g_clear_pointer (&self->document, foyer_document_free);
  g_free (self);
}

FoyerDocument *
foyer_document_row_begin_credit (const FoyerDocumentRow  *self,
                                 GError                 **error)
{
  g_autoptr(FoyerDocument) credit = foyer_document_new (FOYER_DOCUMENT_CREDIT_NOTE, self->document->currency);

  for (guint i = 0; i < self->document->lines->len; i++)
    {
      const FoyerDocumentLine *line = self->document->lines->pdata[i];

      if (!foyer_document_add_line (credit, line->label, line->day, line->quantity, line->unit_minor, error))
        return NULL;
    }
  g_set_str (&credit->reference, self->document->reference);
  g_set_str (&credit->credits, self->document->number);
  if (self->document->buyer != NULL)
    credit->buyer = foyer_buyer_copy (self->document->buyer);

  return g_steal_pointer (&credit);
}

/* ---- what is read ---- */

static void
foyer_document_table_take (FoyerStmt  *stmt,
                           int         column,
                           char      **field)
{
  g_free (*field);
  *field = foyer_stmt_dup_text (stmt, column);
}

static FoyerBuyer *
foyer_document_table_read_buyer (FoyerStmt *stmt)
{
  FoyerBuyer *self = foyer_buyer_new ();

  foyer_document_table_take (stmt, 18, &self->name);
  foyer_document_table_take (stmt, 19, &self->company);
  foyer_document_table_take (stmt, 20, &self->street);
  foyer_document_table_take (stmt, 21, &self->postcode);
  foyer_document_table_take (stmt, 22, &self->city);
  foyer_document_table_take (stmt, 23, &self->country);
  foyer_document_table_take (stmt, 24, &self->siren);
  foyer_document_table_take (stmt, 25, &self->vat_number);

  return self;
}

static gboolean
foyer_document_table_read_lines (FoyerDb        *db,
                                 gint64          id,
                                 FoyerDocument  *document,
                                 GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT label, day, quantity, unit_minor FROM document_line WHERE document_id = ?1 ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    if (!foyer_document_add_line (document, foyer_stmt_get_text (stmt, 0), foyer_stmt_get_day (stmt, 1),
                                  foyer_stmt_get_int (stmt, 2), foyer_stmt_get_int (stmt, 3), error))
      return FALSE;

  return done;
}

static FoyerDocumentRow *
foyer_document_table_read (FoyerDb    *db,
                           FoyerStmt  *stmt,
                           GError    **error)
{
  g_autoptr(FoyerDocumentRow) self = g_new0 (FoyerDocumentRow, 1);
  FoyerDocumentKind kind = FOYER_DOCUMENT_RECEIPT;
  FoyerDocument *document;

  foyer_document_kind_parse (foyer_stmt_get_text (stmt, 6), &kind);
  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->seller_id = foyer_stmt_get_int (stmt, 2);
  self->person_id = foyer_stmt_get_int (stmt, 26);
  self->credited = foyer_stmt_get_int (stmt, 3) != 0;
  self->document = document = foyer_document_new (kind, foyer_stmt_get_text (stmt, 9));
  foyer_document_table_take (stmt, 4, &document->id);
  foyer_document_table_take (stmt, 5, &document->number);
  document->issued = foyer_stmt_get_day (stmt, 7);
  document->issued_ms = foyer_stmt_get_int (stmt, 8);
  document->net_minor = foyer_stmt_get_int (stmt, 10);
  document->vat_minor = foyer_stmt_get_int (stmt, 11);
  document->total_minor = foyer_stmt_get_int (stmt, 12);
  document->paid_minor = foyer_stmt_get_int (stmt, 13);
  foyer_document_table_take (stmt, 14, &document->method);
  foyer_document_table_take (stmt, 15, &document->reference);
  foyer_document_table_take (stmt, 16, &document->credits);
  if (foyer_stmt_get_int (stmt, 17) != 0)
    document->buyer = foyer_document_table_read_buyer (stmt);

  g_clear_pointer (&document->seller, foyer_seller_free);
  if ((document->seller = foyer_seller_table_read (db, self->seller_id, error)) == NULL
      || !foyer_document_table_read_lines (db, self->id, document, error))
    return NULL;

  return g_steal_pointer (&self);
}

static FoyerDocumentRow *
foyer_document_table_read_one (FoyerDb    *db,
                               FoyerStmt  *stmt,
                               GError    **error)
{
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such document");
      return NULL;
    }

  return foyer_document_table_read (db, stmt, error);
}

FoyerDocumentRow *
foyer_document_table_find (FoyerDb     *db,
                           const char  *id,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_DOCUMENT
    "WHERE d.uid = ?1 OR d.number = ?1 OR d.payment_id = (SELECT id FROM payment WHERE uid = ?1)");

  foyer_stmt_bind_text (stmt, 1, id);

  return foyer_document_table_read_one (db, stmt, error);
}

FoyerDocumentRow *
foyer_document_table_find_payment (FoyerDb  *db,
                                   gint64    payment_id,
                                   GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_DOCUMENT "WHERE d.payment_id = ?1");

  foyer_stmt_bind_int (stmt, 1, payment_id);

  return foyer_document_table_read_one (db, stmt, error);
}

GPtrArray *
foyer_document_table_list (FoyerDb                   *db,
                           const FoyerDocumentQuery  *query,
                           gint64                     person_id,
                           GError                   **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_document_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_DOCUMENT
    "WHERE d.issued_day BETWEEN ?1 AND ?2 AND (?3 = '' OR d.space_id = (SELECT id FROM space WHERE uid = ?3))"
    " AND (?4 = 0 OR b.person_id = ?4 OR EXISTS (SELECT 1 FROM document_line AS l"
    "      LEFT JOIN booking_payer AS o ON o.booking_id = l.booking_id LEFT JOIN pass AS x ON x.id = l.pass_id"
    "      WHERE l.document_id = d.id AND coalesce (o.person_id, x.person_id) = ?4)) ORDER BY d.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_day (stmt, 1, query->first);
  foyer_stmt_bind_day (stmt, 2, query->last);
  foyer_stmt_bind_text (stmt, 3, query->space_id != NULL ? query->space_id : "");
  foyer_stmt_bind_int (stmt, 4, person_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      g_autoptr(FoyerDocumentRow) document = foyer_document_table_read (db, stmt, error);

      if (document == NULL)
        return NULL;
      g_ptr_array_add (documents, g_steal_pointer (&document->document));
    }

  return done ? g_steal_pointer (&documents) : NULL;
}

GArray *
foyer_document_table_list_subjects (FoyerDb  *db,
                                    gint64    id,
                                    GError  **error)
{
  g_autoptr(GArray) subjects = g_array_new (FALSE, FALSE, sizeof (FoyerLineSubject));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT booking_id, pass_id FROM document_line WHERE document_id = ?1 ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerLineSubject subject = { foyer_stmt_get_int (stmt, 0), foyer_stmt_get_int (stmt, 1) };

      g_array_append_val (subjects, subject);
    }

  return done ? g_steal_pointer (&subjects) : NULL;
}

char *
foyer_document_table_find_invoice (FoyerDb                 *db,
                                   const FoyerLineSubject  *subject,
                                   GError                 **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;
  gboolean row;

  if (subject->booking_id != 0)
    stmt = foyer_db_prepare (db,
      "SELECT d.number FROM document_line AS l JOIN document AS d ON d.id = l.document_id"
      " WHERE l.booking_id = ?1 AND d.kind = 'invoice' AND NOT EXISTS (SELECT 1 FROM document WHERE credits = d.id)");
  else
    stmt = foyer_db_prepare (db,
      "SELECT d.number FROM document_line AS l JOIN document AS d ON d.id = l.document_id"
      " WHERE l.pass_id = ?1 AND d.kind = 'invoice' AND NOT EXISTS (SELECT 1 FROM document WHERE credits = d.id)");
  foyer_stmt_bind_int (stmt, 1, subject->booking_id != 0 ? subject->booking_id : subject->pass_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;

  return row ? foyer_stmt_dup_text (stmt, 0) : g_strdup ("");
}

/* ---- what is issued ---- */

/* The version of the seller that it names: of a credit note that of what it takes back, since its tax
 * is given back as it was charged. */
static gboolean
foyer_document_table_set_seller (FoyerDb             *db,
                                 FoyerDocumentIssue  *issue,
                                 gint64              *seller_id,
                                 GError             **error)
{
  g_autoptr(FoyerSeller) seller = NULL;
  gboolean by_host;

  if (issue->credits != NULL)
    {
      *seller_id = issue->credits->seller_id;
      seller = foyer_seller_copy (issue->credits->document->seller);
    }
  else if ((seller = foyer_seller_table_get (db, issue->space, seller_id, &by_host, error)) == NULL
           || (*seller_id == 0
               && !foyer_seller_table_insert (db, issue->space->id, FALSE, seller, seller_id, error)))
    {
      return FALSE;
    }

  foyer_seller_free (issue->document->seller);
  issue->document->seller = g_steal_pointer (&seller);

  return foyer_document_sum (issue->document, error);
}

/* The next of the series. Its day is not before that of the number before it, whatever the clock says. */
static gboolean
foyer_document_table_number (FoyerDb              *db,
                             FoyerDocumentIssue   *issue,
                             FoyerDocumentNumber  *number,
                             GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT restores, (SELECT count (*) FROM space WHERE id <= ?1),"
    " (SELECT max (n) FROM document WHERE n_restores = restores AND space_n = (SELECT count (*) FROM space WHERE id <= ?1)"
    "    AND kind = ?2 AND year = ?3),"
    " (SELECT max (issued_day) FROM document WHERE n_restores = restores"
    "    AND space_n = (SELECT count (*) FROM space WHERE id <= ?1) AND kind = ?2 AND year = ?3) FROM profile");
  FoyerDocument *document = issue->document;
  FoyerDay today = foyer_space_row_get_today (issue->space, db, error);
  gboolean row;

  if (today == FOYER_DAY_NONE)
    return FALSE;

  foyer_day_get_ymd (today, &number->year, NULL, NULL);
  number->kind = document->kind;
  foyer_stmt_bind_int (stmt, 1, issue->space->id);
  foyer_stmt_bind_text (stmt, 2, foyer_document_kind_get_name (document->kind));
  foyer_stmt_bind_int (stmt, 3, number->year);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;

  number->n_restores = (int) foyer_stmt_get_int (stmt, 0);
  number->space = (int) foyer_stmt_get_int (stmt, 1);
  number->n = (int) foyer_stmt_get_int (stmt, 2) + 1;
  document->issued = MAX (today, foyer_stmt_get_day (stmt, 3));
  if (number->n > FOYER_DOCUMENT_NUMBER_MAX)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "the series is full");
      return FALSE;
    }
  g_free (document->number);
  document->number = foyer_document_number_format (number);

  return TRUE;
}

static gboolean
foyer_document_table_insert (FoyerDb                    *db,
                             FoyerDocumentIssue         *issue,
                             const FoyerDocumentNumber  *number,
                             gint64                      seller_id,
                             GError                    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO document (uid, kind, n_restores, space_id, space_n, year, n, number, issued_day, issued_at, currency,"
    " seller_id, net_minor, vat_minor, total_minor, paid_minor, method, reference, payment_id, credits)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, nullif (?19, 0),"
    " nullif (?20, 0))");
  FoyerDocument *document = issue->document;

  g_free (document->id);
  document->id = foyer_db_new_id (db);
  document->issued_ms = foyer_db_now (db);
  foyer_stmt_bind_text (stmt, 1, document->id);
  foyer_stmt_bind_text (stmt, 2, foyer_document_kind_get_name (document->kind));
  foyer_stmt_bind_int (stmt, 3, number->n_restores);
  foyer_stmt_bind_int (stmt, 4, issue->space->id);
  foyer_stmt_bind_int (stmt, 5, number->space);
  foyer_stmt_bind_int (stmt, 6, number->year);
  foyer_stmt_bind_int (stmt, 7, number->n);
  foyer_stmt_bind_text (stmt, 8, document->number);
  foyer_stmt_bind_day (stmt, 9, document->issued);
  foyer_stmt_bind_int (stmt, 10, document->issued_ms);
  foyer_stmt_bind_text (stmt, 11, document->currency);
  foyer_stmt_bind_int (stmt, 12, seller_id);
  foyer_stmt_bind_int (stmt, 13, document->net_minor);
  foyer_stmt_bind_int (stmt, 14, document->vat_minor);
  foyer_stmt_bind_int (stmt, 15, document->total_minor);
  foyer_stmt_bind_int (stmt, 16, document->paid_minor);
  foyer_stmt_bind_text (stmt, 17, document->method);
  foyer_stmt_bind_text (stmt, 18, document->reference);
  foyer_stmt_bind_int (stmt, 19, issue->payment_id);
  foyer_stmt_bind_int (stmt, 20, issue->credits != NULL ? issue->credits->id : 0);
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  issue->id = foyer_db_last_row (db);

  return TRUE;
}

static gboolean
foyer_document_table_insert_lines (FoyerDb             *db,
                                   FoyerDocumentIssue  *issue,
                                   GError             **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO document_line (document_id, label, day, quantity, unit_minor, total_minor, booking_id, pass_id)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, 0), nullif (?8, 0))");

  for (guint i = 0; i < issue->document->lines->len; i++)
    {
      const FoyerDocumentLine *line = issue->document->lines->pdata[i];

      foyer_stmt_bind_int (stmt, 1, issue->id);
      foyer_stmt_bind_text (stmt, 2, line->label);
      foyer_stmt_bind_day (stmt, 3, line->day);
      foyer_stmt_bind_int (stmt, 4, line->quantity);
      foyer_stmt_bind_int (stmt, 5, line->unit_minor);
      foyer_stmt_bind_int (stmt, 6, line->total_minor);
      foyer_stmt_bind_int (stmt, 7, issue->subjects[i].booking_id);
      foyer_stmt_bind_int (stmt, 8, issue->subjects[i].pass_id);
      if (!foyer_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_document_table_insert_buyer (FoyerDb             *db,
                                   FoyerDocumentIssue  *issue,
                                   GError             **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO document_buyer (document_id, person_id, name, company, street, postcode, city, country, siren, vat_number)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  const FoyerBuyer *buyer = issue->document->buyer;

  if (buyer == NULL)
    return TRUE;

  foyer_stmt_bind_int (stmt, 1, issue->id);
  foyer_stmt_bind_int (stmt, 2, issue->person_id);
  foyer_stmt_bind_text (stmt, 3, buyer->name);
  foyer_stmt_bind_text (stmt, 4, buyer->company);
  foyer_stmt_bind_text (stmt, 5, buyer->street);
  foyer_stmt_bind_text (stmt, 6, buyer->postcode);
  foyer_stmt_bind_text (stmt, 7, buyer->city);
  foyer_stmt_bind_text (stmt, 8, buyer->country);
  foyer_stmt_bind_text (stmt, 9, buyer->siren);
  foyer_stmt_bind_text (stmt, 10, buyer->vat_number);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_document_table_issue (FoyerDb             *db,
                            FoyerDocumentIssue  *issue,
                            GError             **error)
{
  FoyerAccountEntry entry = { .payment_id = issue->payment_id };
  FoyerDocumentNumber number = { 0 };
  gint64 seller_id;
  gboolean done;

  if (!foyer_document_table_set_seller (db, issue, &seller_id, error)
      || !foyer_document_table_number (db, issue, &number, error)
      || !foyer_document_table_insert (db, issue, &number, seller_id, error)
      || !foyer_document_table_insert_lines (db, issue, error)
      || !foyer_document_table_insert_buyer (db, issue, error))
    return FALSE;

  entry.document_id = issue->id;
  done = foyer_account_table_append (db, &entry, error);
  g_free (entry.hash);

  return done;
}

/* ---- the code of a transfer ---- */

char *
foyer_pay_code_new (FoyerDb *db)
{
  static const char letters[] = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  FoyerRandom *random = foyer_db_get_random (db);
  GString *code = g_string_new ("B");

  for (int i = 0; i < 10; i++)
    g_string_append_c (code, letters[foyer_random_range (random, 0, sizeof letters - 1)]);

  return g_string_free_and_steal (code);
}

gboolean
foyer_pay_code_table_find (FoyerDb  *db,
                           gint64    booking_id,
                           char    **code,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT code FROM pay_code WHERE booking_id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, booking_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *code = row ? foyer_stmt_dup_text (stmt, 0) : NULL;

  return TRUE;
}

gboolean
foyer_pay_code_table_insert (FoyerDb     *db,
                             const char  *code,
                             gint64       booking_id,
                             gint64       document_id,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO pay_code (code, booking_id, document_id) VALUES (?1, nullif (?2, 0), nullif (?3, 0))");

  foyer_stmt_bind_text (stmt, 1, code);
  foyer_stmt_bind_int (stmt, 2, booking_id);
  foyer_stmt_bind_int (stmt, 3, document_id);

  return foyer_stmt_run (stmt, error);
}
