/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/travel/foyer-request-table.h"
#include "storage/travel/foyer-travel-verbs.h"
#include "storage/verbs/foyer-booking-verbs.h"

static gboolean
foyer_answer_verbs_check_limits (FoyerDb                *db,
                                 const FoyerSpaceRow    *space,
                                 FoyerDay                today,
                                 const FoyerBookingRow  *row,
                                 GError                **error)
{
  FoyerOverLimit over;

  if (!foyer_seat_get_over_limit (db, space, today, row, &over, error))
    return FALSE;
  if (over.limit == FOYER_FAIR_NONE)
    return TRUE;

  g_propagate_error (error, foyer_error_new_over_limit (&over));

  return FALSE;
}

/* Price and rule are those of now, from now on. Whether there is a seat the guard says. */
static gboolean
foyer_answer_verbs_confirm (FoyerDb                *db,
                            const FoyerBookingRow  *row,
                            gboolean                anyway,
                            GError                **error)
{
  const FoyerBooking *booking = row->booking;
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, row->space_id, error);
  FoyerDay today;
  gint64 price_minor;

  if (space == NULL || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return FALSE;
  if (booking->day < today)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY, "the day is over");
      return FALSE;
    }

  return foyer_seat_check_open (db, space, today, booking->day, error)
         && (anyway || foyer_answer_verbs_check_limits (db, space, today, row, error))
         && foyer_seat_get_price (space->space, booking->part, booking->seats, &price_minor, error)
         && foyer_booking_table_confirm (db, row->id, price_minor, space->space->currency, error)
         && foyer_request_table_freeze_rule (db, row->id, space->space->cancel_minute, space->space->cancel_days,
                                             error);
}

static FoyerBooking *
foyer_answer_verbs_give (FoyerDb            *db,
                         const char         *booking_id,
                         FoyerBookingState   state,
                         gboolean            anyway,
                         gint64             *op,
                         GError            **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerBookingRow) row = NULL;
  g_autoptr(FoyerBookingRow) changed = NULL;
  gboolean confirmed = state == FOYER_STATE_CONFIRMED;
  gint64 act = 0;

  g_return_val_if_fail (confirmed || state == FOYER_STATE_DECLINED, NULL);

  *op = 0;
  if (transaction == NULL || (row = foyer_booking_table_find (db, booking_id, error)) == NULL)
    return NULL;
  if (row->booking->state != FOYER_STATE_REQUESTED)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "no open request but %s",
                   foyer_booking_state_get_name (row->booking->state));
      return NULL;
    }

  if (!foyer_act_open (db, confirmed ? "accept" : "decline", booking_id, &act, error)
      || !(confirmed ? foyer_answer_verbs_confirm (db, row, anyway, error)
                     : foyer_booking_table_set_state (db, row->id, state, -1, -1, error))
      || (changed = foyer_booking_table_get (db, row->id, error)) == NULL)
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, row->booking->space_id);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&changed->booking);
}

FoyerBooking *
foyer_answer_verbs_answer (FoyerDb            *db,
                           const char         *booking_id,
                           FoyerBookingState   state,
                           gint64             *op,
                           GError            **error)
{
  return foyer_answer_verbs_give (db, booking_id, state, FALSE, op, error);
}

FoyerBooking *
foyer_answer_verbs_accept_anyway (FoyerDb     *db,
                                  const char  *booking_id,
                                  gint64      *op,
                                  GError     **error)
{
  return foyer_answer_verbs_give (db, booking_id, FOYER_STATE_CONFIRMED, TRUE, op, error);
}
