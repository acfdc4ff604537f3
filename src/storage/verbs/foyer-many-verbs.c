/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-many-verbs.h"

#include "storage/travel/foyer-travel-verbs.h"
#include "storage/verbs/foyer-booking-verbs.h"

static FoyerBooking *
foyer_many_verbs_act_on_one (FoyerDb          *db,
                             const char       *booking_id,
                             FoyerLedgerActs   act,
                             gint64           *op,
                             GError          **error)
{
  switch (act)
    {
    case FOYER_LEDGER_CANCEL:
      return foyer_booking_verbs_set_state (db, booking_id, FOYER_STATE_CANCELLED, op, error);
    case FOYER_LEDGER_NO_SHOW:
      return foyer_booking_verbs_set_state (db, booking_id, FOYER_STATE_NO_SHOW, op, error);
    case FOYER_LEDGER_ACCEPT:
      return foyer_answer_verbs_answer (db, booking_id, FOYER_STATE_CONFIRMED, op, error);
    case FOYER_LEDGER_DECLINE:
      return foyer_answer_verbs_answer (db, booking_id, FOYER_STATE_DECLINED, op, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
foyer_many_verbs_act (FoyerDb          *db,
                      const guint32    *rows,
                      gsize             n_rows,
                      FoyerLedgerActs   act,
                      gint64           *op,
                      GError          **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);

  *op = 0;
  if (transaction == NULL)
    return FALSE;

  /* The first opens the act that the others go on with. */
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr(FoyerBookingRow) row = foyer_booking_table_get (db, rows[i], error);
      g_autoptr(FoyerBooking) changed = NULL;

      if (row == NULL
          || (changed = foyer_many_verbs_act_on_one (db, row->booking->id, act, op, error)) == NULL)
        return FALSE;
    }

  return foyer_transaction_commit (transaction, error);
}
