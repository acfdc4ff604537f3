/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-desk-wish-verbs.h"

FoyerPersonRow *
foyer_seat_new_guest (const char  *name,
                      GError     **error)
{
  g_autoptr(FoyerPersonRow) row = g_new0 (FoyerPersonRow, 1);

  row->person = foyer_person_new ();
  g_set_str (&row->person->name, name);
  if (!foyer_person_check (row->person, error))
    return NULL;

  return g_steal_pointer (&row);
}

/* Whether a seat is left the guard of the schema says, in the insert itself: asking before
 * would add up the same seats twice. */
gboolean
foyer_seat_check_open (FoyerDb              *db,
                       const FoyerSpaceRow  *space,
                       FoyerDay              today,
                       FoyerDay              day,
                       GError              **error)
{
  FoyerSlot slot;

  if (!foyer_slot_table_ensure (db, space, today, day, &slot, error))
    return FALSE;

  if (slot.am_cap == 0 && slot.pm_cap == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_CLOSED, "the day is closed");
      return FALSE;
    }

  return TRUE;
}

gboolean
foyer_seat_check_same (FoyerDb               *db,
                       const FoyerSpaceRow   *space,
                       const FoyerPersonRow  *person,
                       FoyerDay               day,
                       FoyerPart              part,
                       GError               **error)
{
  g_autoptr(GPtrArray) uids = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autofree char *fold = person->person->is_member ? NULL : foyer_text_fold (person->person->name);

  if (!foyer_booking_table_list_same (db, space->id, day, part, person->id, fold, uids, error))
    return FALSE;
  if (uids->len == 0)
    return TRUE;

  g_propagate_error (error, foyer_error_new_with_ids (FOYER_ERROR_ALREADY_BOOKED,
                                                      (const char * const *) uids->pdata,
                                                      "this person has a seat then"));
  return FALSE;
}

gboolean
foyer_seat_get_price (const FoyerSpace  *space,
                      FoyerPart          part,
                      int                seats,
                      gint64            *price_minor,
                      GError           **error)
{
  FoyerMoney price = { .minor = foyer_space_get_price (space, part) };

  g_strlcpy (price.currency, space->currency, sizeof price.currency);
  if (!foyer_money_multiply (price, seats, &price, error))
    return FALSE;
  if (price.minor > FOYER_MONEY_MAX)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "the price of all seats cannot be kept");
      return FALSE;
    }
  *price_minor = price.minor;

  return TRUE;
}

gboolean
foyer_seat_find_bringer (FoyerDb              *db,
                         const FoyerSpaceRow  *space,
                         FoyerDay              day,
                         const char           *uid,
                         gint64               *id,
                         GError              **error)
{
  g_autoptr(FoyerBookingRow) row = foyer_booking_table_find (db, uid, error);
  FoyerError code;

  if (row == NULL)
    return FALSE;

  *id = row->brought_by != 0 ? row->brought_by : row->id;
  if (row->space_id != space->id)
    code = FOYER_ERROR_NOT_FOUND;
  else if (row->booking->day != day)
    code = FOYER_ERROR_WRONG_DAY;
  else if (row->booking->state != FOYER_STATE_CONFIRMED && row->booking->state != FOYER_STATE_CHECKED_IN)
    code = FOYER_ERROR_BAD_STATE;
  else
    return TRUE;

  g_set_error_literal (error, FOYER_ERROR, (int) code, "nobody of this booking brings a guest on that day");
  return FALSE;
}

FoyerBookingRow *
foyer_seat_take (FoyerDb                *db,
                 const FoyerSeatTaking  *taking,
                 gint64                 *op,
                 GError                **error)
{
  const FoyerSpace *space = taking->space->space;
  g_autofree char *uid = foyer_db_new_id (db);
  FoyerNewBooking booking = {
    .space_id = taking->space->id,
    .day = taking->day,
    .part = taking->part,
    .seats = taking->seats,
    .state = taking->state,
    .currency = space->currency,
    .key = taking->key,
    .key_digest = taking->key_digest,
    .series_id = taking->series_id,
    .brought_by = taking->brought_by,
    .host_pays = taking->host_pays,
    .in_ms = taking->state == FOYER_STATE_CHECKED_IN ? foyer_db_now (db) : 0,
  };
  g_autoptr(FoyerBookingRow) row = NULL;
  gint64 id;

  if (!foyer_seat_get_price (space, taking->part, taking->seats, &booking.price_minor, error)
      || !foyer_seat_check_open (db, taking->space, taking->today, taking->day, error)
      || !foyer_act_open (db, taking->verb, uid, op, error)
      || (taking->person->id == 0 && !foyer_person_table_insert (db, taking->person, error)))
    return NULL;
  booking.person_id = taking->person->id;
  if (!foyer_booking_table_insert (db, uid, &booking, &id, error)
      || (taking->desk != NULL
          && !foyer_desk_wish_make (db, taking->space, id, taking->desk, taking->pin_desk, error))
      || (row = foyer_booking_table_get (db, id, error)) == NULL)
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, space->id);

  return g_steal_pointer (&row);
}
