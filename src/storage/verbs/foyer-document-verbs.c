/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-document-verbs.h"

#include <string.h>

#include "core/foyer-creditor-reference.h"
#include "core/foyer-error.h"
#include "core/foyer-iban.h"
#include "core/foyer-pass.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-document-table.h"
#include "storage/tables/foyer-pass-table.h"
#include "storage/tables/foyer-payment-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-seller-table.h"

static gboolean
foyer_document_verbs_refuse (FoyerError    code,
                             const char   *message,
                             GError      **error)
{
  g_set_error_literal (error, FOYER_ERROR, (int) code, message);

  return FALSE;
}

FoyerDocument *
foyer_document_verbs_get (FoyerDb     *db,
                          const char  *id,
                          GError     **error)
{
  g_autoptr(FoyerDocumentRow) row = foyer_document_table_find (db, id, error);

  return row != NULL ? g_steal_pointer (&row->document) : NULL;
}

GPtrArray *
foyer_document_verbs_list (FoyerDb                   *db,
                           const FoyerDocumentQuery  *query,
                           GError                   **error)
{
  gint64 person_id = 0;

  if (!foyer_day_is_valid (query->first) || !foyer_day_is_valid (query->last) || query->first > query->last)
    {
      foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "the days are not a range", error);
      return NULL;
    }
  if (query->person_id != NULL && !foyer_person_table_find_row (db, query->person_id, &person_id, error))
    return NULL;

  return foyer_document_table_list (db, query, person_id, error);
}

/* ---- invoices ---- */

/* An invoice on its way. */
typedef struct {
  FoyerSpaceRow *space;
  FoyerDocument *document;
  GArray        *subjects;       /* (element-type FoyerLineSubject) */
  gint64         paid_minor;
} FoyerInvoicing;

static void
foyer_invoicing_clear (FoyerInvoicing *self)
{
  g_clear_pointer (&self->space, foyer_space_row_free);
  g_clear_pointer (&self->document, foyer_document_free);
  g_clear_pointer (&self->subjects, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerInvoicing, foyer_invoicing_clear)

/* What a line is about, for what it costs in money. */
typedef struct {
  FoyerLineSubject subject;
  gint64           space_id;     /* 0: several */
  FoyerDay         day;
  int              quantity;
  gint64           price_minor;
  gint64           paid_minor;
  char             currency[4];
} FoyerInvoiced;

static gboolean
foyer_invoiced_read_booking (FoyerDb        *db,
                             const char     *id,
                             FoyerInvoiced  *self,
                             GError        **error)
{
  g_autoptr(FoyerBookingRow) row = foyer_booking_table_find (db, id, error);
  const FoyerBooking *booking;

  if (row == NULL)
    return FALSE;

  booking = row->booking;
  self->subject.booking_id = row->id;
  self->space_id = row->space_id;
  self->day = booking->day;
  self->paid_minor = booking->paid_minor;
  self->price_minor = booking->due_minor + booking->paid_minor;
  self->quantity = 1;
  if (self->price_minor == booking->price_minor && booking->price_minor % booking->seats == 0)
    self->quantity = booking->seats;
  g_strlcpy (self->currency, booking->currency, sizeof self->currency);

  return TRUE;
}

static gboolean
foyer_invoiced_read_pass (FoyerDb        *db,
                          const char     *id,
                          FoyerInvoiced  *self,
                          GError        **error)
{
  g_autoptr(FoyerPassRow) row = foyer_pass_table_find (db, id, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  gboolean settled;

  if (row == NULL
      || !foyer_payment_table_get_paid_of_pass (db, row->id, &self->paid_minor, &settled, error)
      || (row->pass->space_id != NULL
          && (space = foyer_space_table_find_any (db, row->pass->space_id, error)) == NULL))
    return FALSE;

  self->subject.pass_id = row->id;
  self->space_id = space != NULL ? space->id : 0;
  self->day = FOYER_DAY_NONE;
  self->quantity = 1;
  self->price_minor = row->pass->price_minor;
  if (settled)
    self->paid_minor = self->price_minor;
  g_strlcpy (self->currency, row->pass->currency, sizeof self->currency);

  return TRUE;
}

static gboolean
foyer_invoicing_begin (FoyerInvoicing           *self,
                       FoyerDb                  *db,
                       const FoyerInvoiceOrder  *order,
                       const FoyerInvoiced      *thing,
                       GError                  **error)
{
  g_autoptr(GPtrArray) spaces = NULL;

  self->document = foyer_document_new (FOYER_DOCUMENT_INVOICE, thing->currency);
  self->document->buyer = foyer_buyer_copy (order->buyer);
  self->subjects = g_array_new (FALSE, FALSE, sizeof (FoyerLineSubject));
  if (order->space_id != NULL)
    self->space = foyer_space_table_find_any (db, order->space_id, error);
  else if (thing->space_id != 0)
    self->space = foyer_space_table_get (db, thing->space_id, error);
  else if ((spaces = foyer_space_table_list (db, error)) != NULL && spaces->len > 0)
    self->space = foyer_space_table_get (db, ((FoyerSpaceRow *) spaces->pdata[0])->id, error);
  else if (spaces != NULL)
    foyer_document_verbs_refuse (FOYER_ERROR_NOT_FOUND, "no space that issues an invoice", error);

  return self->space != NULL;
}

static gboolean
foyer_invoicing_add (FoyerInvoicing           *self,
                     FoyerDb                  *db,
                     const FoyerInvoiceOrder  *order,
                     const FoyerInvoiceLine   *line,
                     GError                  **error)
{
  FoyerInvoiced thing = { 0 };
  g_autofree char *other = NULL;

  if (line->label == NULL || *line->label == '\0' || g_utf8_strlen (line->label, -1) > 400)
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "a line needs a label", error);
  if (!(line->is_pass ? foyer_invoiced_read_pass (db, line->id, &thing, error)
                      : foyer_invoiced_read_booking (db, line->id, &thing, error))
      || (self->document == NULL && !foyer_invoicing_begin (self, db, order, &thing, error))
      || (other = foyer_document_table_find_invoice (db, &thing.subject, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < self->subjects->len; i++)
    if (memcmp (&g_array_index (self->subjects, FoyerLineSubject, i), &thing.subject, sizeof thing.subject) == 0)
      return foyer_document_verbs_refuse (FOYER_ERROR_ALREADY_INVOICED, "twice on one invoice", error);
  if (*other != '\0')
    return foyer_document_verbs_refuse (FOYER_ERROR_ALREADY_INVOICED, other, error);
  if (thing.price_minor <= 0)
    return foyer_document_verbs_refuse (FOYER_ERROR_BAD_STATE, "nothing is owed for it", error);
  if (!g_str_equal (self->document->currency, thing.currency))
    return foyer_document_verbs_refuse (FOYER_ERROR_CURRENCY_MISMATCH, "several currencies on one invoice", error);
  if (thing.space_id != 0 && thing.space_id != self->space->id)
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "several spaces on one invoice", error);

  self->paid_minor += thing.paid_minor;
  g_array_append_val (self->subjects, thing.subject);

  return foyer_document_add_line (self->document, line->label, thing.day, thing.quantity,
                                  thing.price_minor / thing.quantity, error);
}

static gboolean
foyer_document_check_text (const char  *text,
                           glong        max,
                           GError     **error)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > max)
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "a text is missing or too long", error);

  return TRUE;
}

static gboolean
foyer_document_check_digits (const char  *text,
                             gsize        n,
                             GError     **error)
{
  if (*text != '\0' && (strlen (text) != n || strspn (text, "0123456789") != n))
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "siren: not so many digits", error);

  return TRUE;
}

static gboolean
foyer_document_check_country (const char  *text,
                              GError     **error)
{
  if (*text != '\0' && (strlen (text) != 2 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1])))
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "country: not two capitals", error);

  return TRUE;
}

static gboolean
foyer_document_check_buyer (const FoyerBuyer  *buyer,
                            GError           **error)
{
  if (!foyer_document_check_text (buyer->name, 400, error) || !foyer_document_check_text (buyer->company, 400, error)
      || !foyer_document_check_text (buyer->street, 400, error)
      || !foyer_document_check_text (buyer->postcode, 400, error)
      || !foyer_document_check_text (buyer->city, 400, error)
      || !foyer_document_check_text (buyer->country, 2, error)
      || !foyer_document_check_text (buyer->siren, 9, error)
      || !foyer_document_check_text (buyer->vat_number, 40, error)
      || !foyer_document_check_country (buyer->country, error)
      || !foyer_document_check_digits (buyer->siren, 9, error))
    return FALSE;
  if (*buyer->name == '\0' && *buyer->company == '\0')
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "an invoice to nobody", error);

  return TRUE;
}

/* The code of the booking, where it is about one only; else one of its own. @of_document: whether it
 * is of the invoice and not written down yet */
static char *
foyer_invoicing_make_code (FoyerInvoicing  *self,
                           FoyerDb         *db,
                           gboolean        *of_document,
                           GError         **error)
{
  const FoyerLineSubject *subject = &g_array_index (self->subjects, FoyerLineSubject, 0);
  g_autofree char *code = NULL;

  *of_document = self->subjects->len != 1 || subject->booking_id == 0;
  if (*of_document)
    return foyer_pay_code_new (db);
  if (!foyer_pay_code_table_find (db, subject->booking_id, &code, error))
    return NULL;
  if (code != NULL)
    return g_steal_pointer (&code);

  code = foyer_pay_code_new (db);

  return foyer_pay_code_table_insert (db, code, subject->booking_id, 0, error) ? g_steal_pointer (&code) : NULL;
}

static gboolean
foyer_invoicing_check_seller (FoyerInvoicing  *self,
                              FoyerDb         *db,
                              GError         **error)
{
  g_autoptr(FoyerSeller) seller = NULL;
  gboolean by_host;
  gint64 id;

  if ((seller = foyer_seller_table_get (db, self->space, &id, &by_host, error)) == NULL)
    return FALSE;
  if (!by_host)
    return foyer_document_verbs_refuse (FOYER_ERROR_NO_SELLER, "nobody said who sells", error);

  return TRUE;
}

FoyerDocument *
foyer_document_verbs_invoice (FoyerDb                  *db,
                              const FoyerInvoiceOrder  *order,
                              GError                  **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_auto(FoyerInvoicing) invoicing = { 0 };
  g_autofree char *code = NULL;
  FoyerDocumentIssue issue = { 0 };
  gboolean of_document;

  if (transaction == NULL
      || !foyer_document_check_buyer (order->buyer, error)
      || !foyer_person_table_find_row (db, order->person_id, &issue.person_id, error))
    return NULL;
  if (order->n_lines == 0)
    {
      foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "an invoice about nothing", error);
      return NULL;
    }
  for (gsize i = 0; i < order->n_lines; i++)
    if (!foyer_invoicing_add (&invoicing, db, order, &order->lines[i], error))
      return NULL;
  if (!foyer_invoicing_check_seller (&invoicing, db, error)
      || (code = foyer_invoicing_make_code (&invoicing, db, &of_document, error)) == NULL)
    return NULL;

  issue.space = invoicing.space;
  issue.document = invoicing.document;
  issue.subjects = (const FoyerLineSubject *) (gpointer) invoicing.subjects->data;
  issue.document->paid_minor = invoicing.paid_minor;
  g_free (issue.document->reference);
  issue.document->reference = foyer_creditor_reference_make (code);
  foyer_db_note_change (db, FOYER_CHANGE_MONEY, invoicing.space->space->id);
  if (!foyer_document_table_issue (db, &issue, error)
      || (of_document && !foyer_pay_code_table_insert (db, code, 0, issue.id, error))
      || !foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&invoicing.document);
}

FoyerDocument *
foyer_document_verbs_credit (FoyerDb     *db,
                             const char  *id,
                             GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerDocumentRow) row = NULL;
  g_autoptr(FoyerDocument) credit = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GArray) subjects = NULL;
  FoyerDocumentIssue issue = { 0 };

  if (transaction == NULL || (row = foyer_document_table_find (db, id, error)) == NULL)
    return NULL;
  if (row->document->kind != FOYER_DOCUMENT_INVOICE || row->credited)
    {
      foyer_document_verbs_refuse (FOYER_ERROR_BAD_STATE, "no invoice, or taken back before", error);
      return NULL;
    }
  if ((space = foyer_space_table_get (db, row->space_id, error)) == NULL
      || (subjects = foyer_document_table_list_subjects (db, row->id, error)) == NULL
      || (credit = foyer_document_row_begin_credit (row, error)) == NULL)
    return NULL;

  issue.space = space;
  issue.document = credit;
  issue.subjects = (const FoyerLineSubject *) (gpointer) subjects->data;
  issue.credits = row;
  issue.person_id = row->person_id;
  foyer_db_note_change (db, FOYER_CHANGE_MONEY, space->space->id);
  if (!foyer_document_table_issue (db, &issue, error) || !foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&credit);
}

/* ---- who sells ---- */

FoyerSeller *
foyer_document_verbs_get_seller (FoyerDb     *db,
                                 const char  *space_id,
                                 gboolean    *by_host,
                                 GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);
  gint64 id;

  return space != NULL ? foyer_seller_table_get (db, space, &id, by_host, error) : NULL;
}

static gboolean
foyer_document_check_bic (const char  *bic,
                          GError     **error)
{
  gsize n = strlen (bic);

  if (n != 0 && n != 8 && n != 11)
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "bic: not 8 or 11 characters", error);
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isupper (bic[i]) && !g_ascii_isdigit (bic[i]))
      return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "bic: not letters and digits", error);

  return TRUE;
}

/* Writes down numbers as they are kept, without blanks. */
static gboolean
foyer_document_tidy_seller (FoyerSeller  *seller,
                            GError      **error)
{
  char **compact[] = { &seller->siren, &seller->siret, &seller->bic };
  char *iban;

  for (gsize i = 0; i < G_N_ELEMENTS (compact); i++)
    {
      g_auto(GStrv) parts = g_strsplit_set (*compact[i], " .\u00a0", -1);

      g_free (*compact[i]);
      *compact[i] = g_strjoinv ("", parts);
    }
  if (*seller->siren == '\0' && strlen (seller->siret) == 14)
    {
      g_free (seller->siren);
      seller->siren = g_strndup (seller->siret, 9);
    }
  if (*seller->iban != '\0')
    {
      if ((iban = foyer_iban_parse (seller->iban, error)) == NULL)
        return FALSE;
      g_free (seller->iban);
      seller->iban = iban;
    }

  return TRUE;
}

static gboolean
foyer_document_check_seller (const FoyerSeller  *seller,
                             GError            **error)
{
  if (!foyer_document_check_text (seller->name, 400, error) || !foyer_document_check_text (seller->trade_name, 400, error)
      || !foyer_document_check_text (seller->street, 400, error)
      || !foyer_document_check_text (seller->postcode, 400, error)
      || !foyer_document_check_text (seller->city, 400, error)
      || !foyer_document_check_text (seller->country, 2, error)
      || !foyer_document_check_text (seller->vat_number, 40, error)
      || !foyer_document_check_text (seller->account_name, 400, error)
      || !foyer_document_check_country (seller->country, error)
      || !foyer_document_check_digits (seller->siren, 9, error)
      || !foyer_document_check_digits (seller->siret, 14, error)
      || !foyer_document_check_bic (seller->bic, error))
    return FALSE;
  if (*seller->name == '\0')
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "nobody sells", error);
  if (*seller->siret != '\0' && !g_str_has_prefix (seller->siret, seller->siren))
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "siren: a SIRET begins with it", error);
  if (seller->vat_bp < 0 || seller->vat_bp > FOYER_VAT_MAX)
    return foyer_document_verbs_refuse (FOYER_ERROR_INVALID, "no such rate of tax", error);

  return TRUE;
}

FoyerSeller *
foyer_document_verbs_set_seller (FoyerDb            *db,
                                 const char         *space_id,
                                 const FoyerSeller  *seller,
                                 gint64             *op,
                                 GError            **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerSeller) tidy = foyer_seller_copy (seller);
  gint64 act = 0;
  gint64 id;

  *op = 0;
  if (transaction == NULL
      || (space = foyer_space_table_find_any (db, space_id, error)) == NULL
      || !foyer_document_tidy_seller (tidy, error)
      || !foyer_document_check_seller (tidy, error)
      || !foyer_act_open (db, "seller", space_id, &act, error)
      || !foyer_seller_table_insert (db, space->id, TRUE, tidy, &id, error))
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_MONEY, space_id);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&tidy);
}

/* ---- references of transfers ---- */

char *
foyer_document_verbs_get_reference (FoyerDb     *db,
                                    const char  *booking_id,
                                    GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerBookingRow) row = NULL;
  g_autofree char *code = NULL;

  if (transaction == NULL
      || (row = foyer_booking_table_find (db, booking_id, error)) == NULL
      || !foyer_pay_code_table_find (db, row->id, &code, error))
    return NULL;
  if (code == NULL)
    {
      code = foyer_pay_code_new (db);
      if (!foyer_pay_code_table_insert (db, code, row->id, 0, error))
        return NULL;
    }
  if (!foyer_transaction_commit (transaction, error))
    return NULL;

  return foyer_creditor_reference_make (code);
}
