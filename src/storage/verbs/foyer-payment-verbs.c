/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-payment-verbs.h"

#include "core/foyer-creditor-reference.h"
#include "core/foyer-error.h"
#include "core/foyer-money.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-document-table.h"
#include "storage/tables/foyer-due-table.h"
#include "storage/tables/foyer-payment-table.h"
#include "storage/tables/foyer-person-table.h"

/* A payment on its way: what it pays, and what its receipt says of it. */
typedef struct {
  FoyerSpaceRow *space;
  FoyerPayment   payment;
  FoyerDocument *document;
  GArray        *parts;          /* (element-type FoyerPaymentPart) */
  GArray        *subjects;       /* (element-type FoyerLineSubject) */
  GPtrArray     *bookings;       /* (element-type FoyerBookingRow): that are paid */
} FoyerTaking;

static void
foyer_taking_clear (FoyerTaking *self)
{
  g_clear_pointer (&self->space, foyer_space_row_free);
  g_clear_pointer (&self->document, foyer_document_free);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerTaking, foyer_taking_clear)

static gboolean
foyer_payment_verbs_refuse (FoyerError    code,
                            const char   *message,
                            GError      **error)
{
  g_set_error_literal (error, FOYER_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
foyer_payment_check_method (const char  *method,
                            GError     **error)
{
  static const char * const methods[] = { "cash", "transfer", "card", NULL };

  if (method == NULL || !g_strv_contains (methods, method))
    return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "no such method of payment", error);

  return TRUE;
}

static void
foyer_taking_init (FoyerTaking *self,
                   const char  *method,
                   const char  *currency)
{
  self->document = foyer_document_new (FOYER_DOCUMENT_RECEIPT, currency);
  g_set_str (&self->document->method, method);
  self->payment.method = self->document->method;
  g_strlcpy (self->payment.currency, currency, sizeof self->payment.currency);
  self->parts = g_array_new (FALSE, FALSE, sizeof (FoyerPaymentPart));
  self->subjects = g_array_new (FALSE, FALSE, sizeof (FoyerLineSubject));
  self->bookings = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_row_free);
}

/* Adds a line, and the part of the payment that it is. @quantity: of equal prices */
static gboolean
foyer_taking_add (FoyerTaking             *self,
                  const FoyerPaymentPart  *part,
                  const char              *label,
                  FoyerDay                 day,
                  int                      quantity,
                  GError                 **error)
{
  FoyerLineSubject subject = { part->booking_id, part->pass_id };
  FoyerMoney sum = { .minor = self->payment.amount_minor };
  FoyerMoney more = { .minor = part->amount_minor };

  g_strlcpy (sum.currency, self->payment.currency, sizeof sum.currency);
  g_strlcpy (more.currency, self->payment.currency, sizeof more.currency);
  if (label == NULL || *label == '\0' || g_utf8_strlen (label, -1) > 400 || !g_utf8_validate (label, -1, NULL))
    return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "a line needs a label", error);
  if (!foyer_money_add (sum, more, &sum, error)
      || !foyer_document_add_line (self->document, label, day, quantity, part->amount_minor / quantity, error))
    return FALSE;
  self->payment.amount_minor = sum.minor;
  g_array_append_val (self->parts, *part);
  g_array_append_val (self->subjects, subject);

  return TRUE;
}

/* The reference of a booking is quoted where somebody asked for it, or where it was what was paid with. */
static gboolean
foyer_taking_quote (FoyerTaking  *self,
                    FoyerDb      *db,
                    GError      **error)
{
  const FoyerPaymentPart *part = &g_array_index (self->parts, FoyerPaymentPart, 0);
  g_autofree char *code = NULL;

  if (self->parts->len != 1 || part->booking_id == 0)
    return TRUE;
  if (!foyer_pay_code_table_find (db, part->booking_id, &code, error))
    return FALSE;
  if (code != NULL)
    {
      g_free (self->document->reference);
      self->document->reference = foyer_creditor_reference_make (code);
    }

  return TRUE;
}

/* Writes the payment and its receipt. */
static gboolean
foyer_taking_write (FoyerTaking  *self,
                    FoyerDb      *db,
                    const char   *uid,
                    GError      **error)
{
  FoyerDocumentIssue issue = { .space = self->space, .document = self->document };

  self->payment.day = foyer_space_row_get_today (self->space, db, error);
  self->document->paid_minor = self->payment.amount_minor;
  if (self->payment.day == FOYER_DAY_NONE
      || !foyer_taking_quote (self, db, error)
      || !foyer_payment_table_insert (db, uid, self->space->id, &self->payment, 0, &issue.payment_id, error))
    return FALSE;
  for (guint i = 0; i < self->parts->len; i++)
    if (!foyer_payment_table_add (db, issue.payment_id, &g_array_index (self->parts, FoyerPaymentPart, i), error))
      return FALSE;
  issue.subjects = (const FoyerLineSubject *) (gpointer) self->subjects->data;
  foyer_db_note_change (db, FOYER_CHANGE_MONEY | FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_PEOPLE, self->space->space->id);

  return foyer_document_table_issue (db, &issue, error);
}

/* ---- what is paid ---- */

static gboolean
foyer_payment_check_due (const FoyerBooking  *booking,
                         gint64               amount,
                         GError             **error)
{
  if (booking->due_minor == 0 && (booking->paid_minor > 0 || booking->pass_halves > 0 || booking->price_minor == 0))
    return foyer_payment_verbs_refuse (FOYER_ERROR_ALREADY_PAID, "nothing is due for it", error);
  if (booking->due_minor == 0)
    return foyer_payment_verbs_refuse (FOYER_ERROR_BAD_STATE, foyer_booking_state_get_name (booking->state), error);
  if (amount > booking->due_minor)
    return foyer_payment_verbs_refuse (FOYER_ERROR_TOO_MUCH, "more than is due", error);

  return TRUE;
}

static gboolean
foyer_taking_begin (FoyerTaking              *self,
                    FoyerDb                  *db,
                    const FoyerPaymentOrder  *order,
                    gint64                    space_id,
                    const char               *currency,
                    GError                  **error)
{
  if (self->document == NULL)
    {
      foyer_taking_init (self, order->method, currency);
      if (order->space_id == NULL)
        self->space = foyer_space_table_get (db, space_id, error);
      else
        self->space = foyer_space_table_find_any (db, order->space_id, error);
      if (self->space == NULL)
        return FALSE;
    }
  if (!g_str_equal (self->payment.currency, currency))
    return foyer_payment_verbs_refuse (FOYER_ERROR_CURRENCY_MISMATCH, "several currencies in one payment", error);
  if (self->space->id != space_id && space_id != 0)
    return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "several spaces in one payment", error);

  return TRUE;
}

static gboolean
foyer_taking_add_booking (FoyerTaking              *self,
                          FoyerDb                  *db,
                          const FoyerPaymentOrder  *order,
                          const FoyerPaymentItem   *item,
                          GError                  **error)
{
  g_autoptr(FoyerBookingRow) row = foyer_booking_table_find (db, item->id, error);
  FoyerPaymentPart part = { .amount_minor = item->amount_minor };
  int quantity = 1;

  if (row == NULL
      || !foyer_payment_check_due (row->booking, item->amount_minor, error)
      || !foyer_taking_begin (self, db, order, row->space_id, row->booking->currency, error))
    return FALSE;
  for (guint i = 0; i < self->bookings->len; i++)
    if (((FoyerBookingRow *) self->bookings->pdata[i])->id == row->id)
      return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "a booking twice in one payment", error);

  part.booking_id = row->id;
  if (part.amount_minor == 0)
    part.amount_minor = row->booking->due_minor;
  if (part.amount_minor == row->booking->price_minor && part.amount_minor % row->booking->seats == 0)
    quantity = row->booking->seats;
  if (!foyer_taking_add (self, &part, item->label, row->booking->day, quantity, error))
    return FALSE;
  g_ptr_array_add (self->bookings, g_steal_pointer (&row));

  return TRUE;
}

/* A pass that is good in all spaces is paid in the first of them, unless somebody says where. */
static gboolean
foyer_taking_find_space_of_pass (FoyerDb             *db,
                                 const FoyerPassRow  *row,
                                 gint64              *space_id,
                                 GError             **error)
{
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GPtrArray) spaces = NULL;

  if (row->pass->space_id != NULL)
    {
      if ((space = foyer_space_table_find_any (db, row->pass->space_id, error)) == NULL)
        return FALSE;
      *space_id = space->id;
      return TRUE;
    }
  if ((spaces = foyer_space_table_list (db, error)) == NULL)
    return FALSE;
  if (spaces->len == 0)
    return foyer_payment_verbs_refuse (FOYER_ERROR_NOT_FOUND, "no space that issues a receipt", error);
  *space_id = ((FoyerSpaceRow *) spaces->pdata[0])->id;

  return TRUE;
}

static gboolean
foyer_taking_add_pass (FoyerTaking              *self,
                       FoyerDb                  *db,
                       const FoyerPaymentOrder  *order,
                       const FoyerPaymentItem   *item,
                       GError                  **error)
{
  g_autoptr(FoyerPassRow) row = foyer_pass_table_find (db, item->id, error);
  FoyerPaymentPart part = { .amount_minor = item->amount_minor };
  gboolean settled;
  gint64 due, paid, space_id;

  if (row == NULL
      || !foyer_payment_table_get_paid_of_pass (db, row->id, &paid, &settled, error)
      || !foyer_taking_find_space_of_pass (db, row, &space_id, error))
    return FALSE;
  due = settled ? 0 : row->pass->price_minor - paid;
  if (due == 0)
    return foyer_payment_verbs_refuse (FOYER_ERROR_ALREADY_PAID, "nothing is due for it", error);
  if (item->amount_minor > due)
    return foyer_payment_verbs_refuse (FOYER_ERROR_TOO_MUCH, "more than is due", error);

  /* One that is good everywhere goes with whatever else is paid. */
  if (row->pass->space_id == NULL && (self->space != NULL || order->space_id != NULL))
    space_id = self->space != NULL ? self->space->id : 0;
  part.pass_id = row->id;
  if (part.amount_minor == 0)
    part.amount_minor = due;
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    if (g_array_index (self->parts, FoyerPaymentPart, i).pass_id == row->id)
      return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "a pass twice in one payment", error);

  return foyer_taking_begin (self, db, order, space_id, row->pass->currency, error)
         && foyer_taking_add (self, &part, item->label, FOYER_DAY_NONE, 1, error);
}

static gboolean
foyer_taking_gather (FoyerTaking              *self,
                     FoyerDb                  *db,
                     const FoyerPaymentOrder  *order,
                     GError                  **error)
{
  if (!foyer_payment_check_method (order->method, error))
    return FALSE;
  if (order->n_items == 0)
    return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "a payment for nothing", error);

  for (gsize i = 0; i < order->n_items; i++)
    {
      const FoyerPaymentItem *item = &order->items[i];

      if (item->amount_minor < 0)
        return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "an amount below zero", error);
      if (item->amount_minor > FOYER_MONEY_MAX)
        return foyer_payment_verbs_refuse (FOYER_ERROR_TOO_MUCH, "more than can be kept", error);
      if (!(item->is_pass ? foyer_taking_add_pass (self, db, order, item, error)
                          : foyer_taking_add_booking (self, db, order, item, error)))
        return FALSE;
    }

  if (order->given_minor != 0
      && (!g_str_equal (order->method, "cash") || order->given_minor < self->payment.amount_minor
          || order->given_minor > FOYER_MONEY_MAX))
    return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "given: less cash than it costs, or no cash", error);
  self->payment.given_minor = order->given_minor;

  return TRUE;
}

/* A transfer is known again by the code of its booking. */
static gboolean
foyer_taking_make_code (FoyerTaking  *self,
                        FoyerDb      *db,
                        GError      **error)
{
  g_autofree char *code = NULL;
  g_autofree char *made = NULL;
  gint64 booking_id;

  if (!g_str_equal (self->payment.method, "transfer") || self->parts->len != 1)
    return TRUE;
  booking_id = g_array_index (self->parts, FoyerPaymentPart, 0).booking_id;
  if (booking_id == 0 || !foyer_pay_code_table_find (db, booking_id, &code, error))
    return booking_id == 0;
  if (code != NULL)
    return TRUE;
  made = foyer_pay_code_new (db);

  return foyer_pay_code_table_insert (db, made, booking_id, 0, error);
}

FoyerPayment *
foyer_payment_verbs_pay (FoyerDb                  *db,
                         const FoyerPaymentOrder  *order,
                         gint64                   *op,
                         GError                  **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autofree char *uid = foyer_db_new_id (db);
  g_auto(FoyerTaking) taking = { 0 };
  g_autoptr(FoyerPaymentRow) row = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || !foyer_taking_gather (&taking, db, order, error)
      || !foyer_act_open (db, "pay", uid, &act, error)
      || !foyer_taking_make_code (&taking, db, error)
      || !foyer_taking_write (&taking, db, uid, error))
    return NULL;
  for (guint i = 0; i < taking.bookings->len; i++)
    if (!foyer_booking_table_touch (db, ((FoyerBookingRow *) taking.bookings->pdata[i])->id, error))
      return NULL;
  if ((row = foyer_payment_table_find (db, uid, error)) == NULL || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->payment);
}

gboolean
foyer_payment_take_pass (FoyerDb             *db,
                         FoyerSpaceRow       *space,
                         const FoyerPassRow  *row,
                         const char          *method,
                         const char          *label,
                         GError             **error)
{
  FoyerPaymentPart part = { .pass_id = row->id, .amount_minor = row->pass->price_minor };
  g_autofree char *uid = foyer_db_new_id (db);
  g_auto(FoyerTaking) taking = { 0 };
  gint64 space_id;

  foyer_taking_init (&taking, method, row->pass->currency);
  if (space != NULL)
    space_id = space->id;
  else if (!foyer_taking_find_space_of_pass (db, row, &space_id, error))
    return FALSE;

  return (taking.space = foyer_space_table_get (db, space_id, error)) != NULL
         && foyer_taking_add (&taking, &part, label, FOYER_DAY_NONE, 1, error)
         && foyer_taking_write (&taking, db, uid, error);
}

/* ---- what is given back ---- */

/* Writes what is given back, and the credit note: its lines are those of the receipt. */
static gboolean
foyer_payment_write_back (FoyerDb                *db,
                          const FoyerPaymentRow  *row,
                          const char             *uid,
                          GError                **error)
{
  g_autoptr(FoyerDocumentRow) receipt = foyer_document_table_find_payment (db, row->id, error);
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, row->space_id, receipt != NULL ? error : NULL);
  g_autoptr(FoyerDocument) document = NULL;
  g_autoptr(GArray) parts = NULL;
  g_autoptr(GArray) subjects = NULL;
  FoyerPayment payment = *row->payment;
  FoyerDocumentIssue issue = { .space = space, .credits = receipt };

  if (receipt == NULL || space == NULL
      || (payment.day = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || (parts = foyer_payment_table_list_parts (db, row->id, error)) == NULL
      || (subjects = foyer_document_table_list_subjects (db, receipt->id, error)) == NULL)
    return FALSE;

  payment.amount_minor = -row->payment->amount_minor;
  payment.given_minor = 0;
  if (!foyer_payment_table_insert (db, uid, row->space_id, &payment, row->id, &issue.payment_id, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      FoyerPaymentPart part = g_array_index (parts, FoyerPaymentPart, i);

      part.amount_minor = -part.amount_minor;
      if (!foyer_payment_table_add (db, issue.payment_id, &part, error)
          || (part.booking_id != 0 && !foyer_booking_table_touch (db, part.booking_id, error)))
        return FALSE;
    }

  issue.document = document = foyer_document_row_begin_credit (receipt, error);
  if (document == NULL)
    return FALSE;
  document->paid_minor = receipt->document->total_minor;
  g_set_str (&document->method, payment.method);
  issue.subjects = (const FoyerLineSubject *) (gpointer) subjects->data;
  foyer_db_note_change (db, FOYER_CHANGE_MONEY | FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_PEOPLE, space->space->id);

  return foyer_document_table_issue (db, &issue, error);
}

gboolean
foyer_payment_give_back (FoyerDb  *db,
                         gint64    id,
                         GError  **error)
{
  g_autoptr(FoyerPaymentRow) row = foyer_payment_table_get (db, id, error);
  g_autofree char *uid = foyer_db_new_id (db);

  if (row == NULL)
    return FALSE;

  return row->payment->refunded || foyer_payment_write_back (db, row, uid, error);
}

FoyerPayment *
foyer_payment_verbs_refund (FoyerDb     *db,
                            const char  *payment_id,
                            GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPaymentRow) row = NULL;
  g_autoptr(FoyerPaymentRow) back = NULL;
  g_autofree char *uid = foyer_db_new_id (db);

  if (transaction == NULL || (row = foyer_payment_table_find (db, payment_id, error)) == NULL)
    return NULL;
  if (row->payment->refunded || row->payment->refunds != NULL)
    {
      foyer_payment_verbs_refuse (FOYER_ERROR_BAD_STATE, "given back before, or what was given back", error);
      return NULL;
    }

  if (!foyer_act_open_house (db, payment_id, error)
      || !foyer_payment_write_back (db, row, uid, error)
      || !foyer_act_close (db, "pay", payment_id, error)
      || (back = foyer_payment_table_find (db, uid, error)) == NULL
      || !foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&back->payment);
}

/* ---- what is asked ---- */

static gboolean
foyer_payment_check_days (FoyerDay   first,
                          FoyerDay   last,
                          GError   **error)
{
  if (!foyer_day_is_valid (first) || !foyer_day_is_valid (last) || first > last)
    return foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "the days are not a range", error);

  return TRUE;
}

GPtrArray *
foyer_payment_verbs_list_due (FoyerDb              *db,
                              const FoyerDueQuery  *query,
                              GError              **error)
{
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GPtrArray) dues = NULL;
  gint64 person_id = 0;

  if (query->subject_id != NULL)
    {
      FoyerDue *due = foyer_due_table_find (db, query->subject_id, error);

      if (due == NULL)
        return NULL;
      dues = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_due_free);
      g_ptr_array_add (dues, due);
      return g_steal_pointer (&dues);
    }
  if (query->space_id == NULL && query->person_id == NULL)
    {
      foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "neither a space nor a person", error);
      return NULL;
    }
  if (!foyer_payment_check_days (query->first, query->last, error)
      || (query->space_id != NULL && (space = foyer_space_table_find_any (db, query->space_id, error)) == NULL)
      || (query->person_id != NULL && !foyer_person_table_find_row (db, query->person_id, &person_id, error))
      || (dues = foyer_due_table_list (db, space != NULL ? space->id : 0, person_id, query, error)) == NULL)
    return NULL;

  /* Of one person the days are few, so that those of other spaces are left out here. */
  for (guint i = dues->len; person_id != 0 && space != NULL && i > 0; i--)
    if (g_strcmp0 (((FoyerDue *) dues->pdata[i - 1])->space_id, query->space_id) != 0
        && ((FoyerDue *) dues->pdata[i - 1])->space_id != NULL)
      g_ptr_array_remove_index (dues, i - 1);

  return g_steal_pointer (&dues);
}

GPtrArray *
foyer_payment_verbs_list (FoyerDb                  *db,
                          const FoyerPaymentQuery  *query,
                          GError                  **error)
{
  if ((query->first != FOYER_DAY_NONE && !foyer_day_is_valid (query->first))
      || (query->last != FOYER_DAY_NONE && !foyer_day_is_valid (query->last)))
    {
      foyer_payment_verbs_refuse (FOYER_ERROR_INVALID, "no such day", error);
      return NULL;
    }

  return foyer_payment_table_list (db, query, error);
}
