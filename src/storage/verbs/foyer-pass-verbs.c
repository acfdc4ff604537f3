/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-pass-verbs.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-pass-table.h"
#include "storage/tables/foyer-pass-use-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/verbs/foyer-payment-verbs.h"

/* A pass for all spaces is sold on the day of the first of them. */
static FoyerDay
foyer_pass_verbs_get_today (FoyerDb        *db,
                            FoyerSpaceRow  *space,       /* (nullable) */
                            GError        **error)
{
  g_autoptr(GPtrArray) spaces = NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  if (space != NULL)
    return foyer_space_row_get_today (space, db, error);
  if ((spaces = foyer_space_table_list (db, error)) == NULL)
    return FOYER_DAY_NONE;

  return spaces->len > 0 ? foyer_space_row_get_today (spaces->pdata[0], db, error)
                         : foyer_instant_get_day (utc, foyer_db_now (db));
}

static gboolean
foyer_pass_verbs_refuse (FoyerError    code,
                         const char   *message,
                         GError      **error)
{
  g_set_error_literal (error, FOYER_ERROR, (int) code, message);

  return FALSE;
}

/* What @sale says, with the days of a month where it says none. */
static gboolean
foyer_pass_verbs_make (const FoyerPassSale  *sale,
                       const FoyerSpaceRow  *space,       /* (nullable) */
                       FoyerDay              today,
                       FoyerPass            *pass,
                       GError              **error)
{
  *pass = (FoyerPass) {
    .halves = sale->halves,
    .reason = sale->reason,
    .price_minor = sale->price_minor,
    .method = (char *) (sale->method != NULL ? sale->method : ""),
    .from = sale->from,
    .until = sale->until,
  };
  /* What is too long for a code is none, also where its beginning would be. */
  if (strlen (sale->currency) < sizeof pass->currency)
    g_strlcpy (pass->currency, sale->currency, sizeof pass->currency);
  if (pass->halves == 0 && pass->from == FOYER_DAY_NONE)
    pass->from = today;
  if (pass->halves == 0 && pass->until == FOYER_DAY_NONE && foyer_day_is_valid (pass->from))
    pass->until = foyer_pass_month_until (pass->from);

  if (!foyer_pass_check (pass, error))
    return FALSE;
  if (space != NULL && !g_str_equal (space->space->currency, pass->currency))
    return foyer_pass_verbs_refuse (FOYER_ERROR_CURRENCY_MISMATCH, "the space asks another currency", error);
  if (pass->until != FOYER_DAY_NONE && pass->until < today)
    return foyer_pass_verbs_refuse (FOYER_ERROR_PAST_DAY, "the time of the pass is over", error);

  return TRUE;
}

FoyerPass *
foyer_pass_verbs_sell (FoyerDb              *db,
                       const FoyerPassSale  *sale,
                       gint64               *op,
                       GError              **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPersonRow) person = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerPassRow) row = NULL;
  g_autofree char *uid = foyer_db_new_id (db);
  FoyerPass pass;
  FoyerDay today;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || (person = foyer_person_table_find (db, sale->person_id, error)) == NULL
      || (sale->space_id != NULL && (space = foyer_space_table_find (db, sale->space_id, error)) == NULL)
      || (today = foyer_pass_verbs_get_today (db, space, error)) == FOYER_DAY_NONE
      || !foyer_pass_verbs_make (sale, space, today, &pass, error)
      || !foyer_act_open (db, "pass-sell", uid, &act, error)
      || !foyer_pass_table_insert (db, uid, person->id, space != NULL ? space->id : 0, &pass, error)
      || (row = foyer_pass_table_find (db, uid, error)) == NULL
      || (*pass.method != '\0' && pass.price_minor > 0
          && !foyer_payment_take_pass (db, space, row, pass.method, sale->label, error)))
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS, NULL);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->pass);
}

FoyerPass *
foyer_pass_verbs_end (FoyerDb     *db,
                      const char  *pass_id,
                      gint64      *op,
                      GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPassRow) row = NULL;
  g_autoptr(FoyerPassRow) ended = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL || (row = foyer_pass_table_find (db, pass_id, error)) == NULL)
    return NULL;
  if (row->pass->ended_ms != 0)
    {
      foyer_pass_verbs_refuse (FOYER_ERROR_BAD_STATE, "the pass has ended", error);
      return NULL;
    }

  if (!foyer_act_open (db, "pass-end", pass_id, &act, error)
      || !foyer_pass_table_end (db, row->id, error)
      || (ended = foyer_pass_table_find (db, pass_id, error)) == NULL)
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS, NULL);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&ended->pass);
}

/* 0: it can pay today or later; 1: its time is over; 2: nothing is left. */
static int
foyer_pass_verbs_rank (const FoyerPass *pass,
                       FoyerDay         today)
{
  if (foyer_pass_get_left (pass) == 0)
    return 2;

  return pass->until != FOYER_DAY_NONE && pass->until < today ? 1 : 0;
}

static int
foyer_pass_verbs_compare (gconstpointer a,
                          gconstpointer b,
                          gpointer      user_data)
{
  const FoyerDay today = *(const FoyerDay *) user_data;
  const int difference = foyer_pass_verbs_rank (a, today) - foyer_pass_verbs_rank (b, today);

  return difference != 0 ? difference : foyer_pass_compare (a, b);
}

GPtrArray *
foyer_pass_verbs_list (FoyerDb     *db,
                       const char  *person_id,
                       GError     **error)
{
  g_autoptr(GPtrArray) passes = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_pass_free);
  g_autoptr(GPtrArray) rows = NULL;
  gint64 id;
  FoyerDay today;

  if (!foyer_person_table_find_row (db, person_id, &id, error)
      || (today = foyer_pass_verbs_get_today (db, NULL, error)) == FOYER_DAY_NONE
      || (rows = foyer_pass_table_list (db, id, error)) == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      FoyerPassRow *row = rows->pdata[i];

      if (row->pass->ended_ms == 0)
        g_ptr_array_add (passes, g_steal_pointer (&row->pass));
    }
  g_ptr_array_sort_values_with_data (passes, foyer_pass_verbs_compare, &today);

  return g_steal_pointer (&passes);
}

/* ---- what visits take ---- */

/* @pass_id: the only one that may pay, or 0. */
static gboolean
foyer_pass_take (FoyerDb                *db,
                 const FoyerBookingRow  *row,
                 gint64                  pass_id,
                 int                    *n_taken,
                 GError                **error)
{
  const FoyerBooking *booking = row->booking;
  g_autoptr(GArray) offers = foyer_pass_use_table_list_offers (db, row, error);
  g_autofree FoyerPassChoice *choices = NULL;

  if (offers == NULL)
    return FALSE;

  choices = g_new (FoyerPassChoice, offers->len + 1);
  for (guint i = 0; i < offers->len; i++)
    {
      choices[i] = g_array_index (offers, FoyerPassOffer, i).choice;
      if (pass_id != 0 && g_array_index (offers, FoyerPassOffer, i).pass_id != pass_id)
        choices[i].left = 0;
    }
  *n_taken = foyer_pass_choose (choices, offers->len,
                                foyer_pass_count_halves (booking->part, booking->seats) - booking->pass_halves);
  for (guint i = 0; i < offers->len; i++)
    if (choices[i].take > 0
        && !foyer_pass_use_table_append (db, g_array_index (offers, FoyerPassOffer, i).pass_id, row->id,
                                         choices[i].take, error))
      return FALSE;

  return TRUE;
}

FoyerBookingRow *
foyer_pass_settle (FoyerDb          *db,
                   FoyerBookingRow  *row,
                   GError          **error)
{
  g_autoptr(FoyerBookingRow) before = row;
  int n_taken = 0;

  /* Of what somebody began to pay with money the rest is paid with money. */
  if (before == NULL
      || (before->booking->due_minor > 0 && before->booking->paid_minor == 0
          && !foyer_pass_take (db, before, 0, &n_taken, error)))
    return NULL;

  return n_taken > 0 ? foyer_booking_table_get (db, before->id, error) : g_steal_pointer (&before);
}

static gboolean
foyer_pass_verbs_explain (FoyerDb                *db,
                          const FoyerBookingRow  *row,
                          const FoyerPassRow     *pass,        /* (nullable) */
                          GError                **error)
{
  gboolean expired;

  if (pass != NULL)
    expired = pass->pass->until != FOYER_DAY_NONE && pass->pass->until < row->booking->day
              && pass->person_id == row->payer_id && foyer_pass_get_left (pass->pass) != 0
              && pass->pass->ended_ms == 0;
  else if (!foyer_pass_use_table_has_expired (db, row, &expired, error))
    return FALSE;

  return expired ? foyer_pass_verbs_refuse (FOYER_ERROR_PASS_EXPIRED, "the time of the pass is over", error)
                 : foyer_pass_verbs_refuse (FOYER_ERROR_NO_PASS, "no pass is good for this visit", error);
}

static gboolean
foyer_pass_verbs_check_due (const FoyerBookingRow  *row,
                            GError                **error)
{
  const FoyerBooking *booking = row->booking;

  if (booking->due_minor > 0)
    return TRUE;
  if (booking->pass_halves > 0 || booking->price_minor == 0)
    return foyer_pass_verbs_refuse (FOYER_ERROR_ALREADY_PAID, "nothing is due for it", error);

  return foyer_pass_verbs_refuse (FOYER_ERROR_BAD_STATE, foyer_booking_state_get_name (booking->state), error);
}

/* The end of both: its revision grows, since something else is due for it. */
static FoyerBooking *
foyer_pass_verbs_commit (FoyerDb                *db,
                         FoyerTransaction       *transaction,
                         const FoyerBookingRow  *row,
                         GError                **error)
{
  g_autoptr(FoyerBookingRow) changed = NULL;

  if (!foyer_booking_table_touch (db, row->id, error)
      || (changed = foyer_booking_table_get (db, row->id, error)) == NULL
      || !foyer_pass_tell_one (db, changed, error))
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS, row->booking->space_id);

  return foyer_transaction_commit (transaction, error) ? g_steal_pointer (&changed->booking) : NULL;
}

FoyerBooking *
foyer_pass_verbs_pay (FoyerDb     *db,
                      const char  *booking_id,
                      const char  *pass_id,
                      gint64      *op,
                      GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerBookingRow) row = NULL;
  g_autoptr(FoyerPassRow) pass = NULL;
  FoyerBooking *booking;
  gint64 act = 0;
  int n_taken;

  *op = 0;
  if (transaction == NULL
      || (row = foyer_booking_table_find (db, booking_id, error)) == NULL
      || (pass_id != NULL && (pass = foyer_pass_table_find (db, pass_id, error)) == NULL)
      || !foyer_pass_verbs_check_due (row, error)
      || !foyer_act_open (db, "pass-pay", booking_id, &act, error)
      || !foyer_pass_take (db, row, pass != NULL ? pass->id : 0, &n_taken, error)
      || (n_taken == 0 && !foyer_pass_verbs_explain (db, row, pass, error)))
    return NULL;

  booking = foyer_pass_verbs_commit (db, transaction, row, error);
  if (booking != NULL)
    *op = act;

  return booking;
}

FoyerBooking *
foyer_pass_verbs_return (FoyerDb     *db,
                         const char  *booking_id,
                         gint64      *op,
                         GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerBookingRow) row = NULL;
  FoyerBooking *booking;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL || (row = foyer_booking_table_find (db, booking_id, error)) == NULL)
    return NULL;
  if (row->booking->pass_halves == 0)
    {
      foyer_pass_verbs_refuse (FOYER_ERROR_NO_PASS, "no pass paid of it", error);
      return NULL;
    }
  if (!foyer_act_open (db, "pass-return", booking_id, &act, error)
      || !foyer_pass_use_table_return (db, row->id, error))
    return NULL;

  booking = foyer_pass_verbs_commit (db, transaction, row, error);
  if (booking != NULL)
    *op = act;

  return booking;
}
