/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-booking-verbs.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/verbs/foyer-desk-wish-verbs.h"
#include "storage/verbs/foyer-pass-verbs.h"

#define KEY_MAX 200

static gboolean
foyer_booking_request_check (const FoyerBookingRequest  *request,
                             GError                    **error)
{
  const char *problem = NULL;

  if ((request->person_id == NULL) == (request->guest_name == NULL))
    problem = "exactly one of a person and a guest's name";
  else if (request->part < FOYER_PART_AM || request->part > FOYER_PART_FULL)
    problem = "no such part of a day";
  else if (request->seats < 1 || request->seats > FOYER_SEATS_MAX)
    problem = "the seats are not from 1 to 500";
  else if (!foyer_day_is_valid (request->day))
    problem = "no such day";
  else if (request->key != NULL
           && (*request->key == '\0' || g_utf8_strlen (request->key, -1) > KEY_MAX
               || !g_utf8_validate (request->key, -1, NULL)))
    problem = "the key is empty or too long";
  else if (request->pin_desk && request->desk == NULL)
    problem = "no desk to pin";
  else if (request->guest_of != NULL ? request->guest_name == NULL : request->pays_self)
    problem = "only a guest by name comes with somebody";

  if (problem != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);

  return problem == NULL;
}

/* Everything that was asked, so that another question under the same key is noticed. */
static char *
foyer_booking_request_digest (const FoyerBookingRequest *request)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char day[FOYER_DAY_TEXT_SIZE];
  g_autofree char *rest = g_strdup_printf ("%s %d %d %d", foyer_day_format (request->day, day),
                                           request->part, request->seats, request->again ? 1 : 0);
  const char *texts[] = {
    request->space_id,
    request->person_id != NULL ? request->person_id : "",
    request->guest_name != NULL ? request->guest_name : "",
    rest,
  };

  /* The end of each text counts, so that none can grow into the next. */
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_checksum_update (checksum, (const guchar *) texts[i], (gssize) strlen (texts[i]) + 1);
  /* Only where it was asked for: the keys of older bookings stay what they were. */
  if (request->over_limit)
    g_checksum_update (checksum, (const guchar *) "over-limit", 11);
  if (request->guest_of != NULL)
    {
      g_checksum_update (checksum, (const guchar *) (request->pays_self ? "own" : "for"), 4);
      g_checksum_update (checksum, (const guchar *) request->guest_of, (gssize) strlen (request->guest_of) + 1);
    }
  if (request->desk != NULL)
    {
      g_checksum_update (checksum, (const guchar *) (request->pin_desk ? "pin" : "may"), 4);
      g_checksum_update (checksum, (const guchar *) request->desk, (gssize) strlen (request->desk) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
foyer_booking_verbs_check_day (FoyerDay   day,
                               FoyerDay   today,
                               GError   **error)
{
  if (day < today)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY, "the day is over");
      return FALSE;
    }
  if (day > today + FOYER_BOOKABLE_DAYS)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BEYOND_HORIZON, "too far ahead");
      return FALSE;
    }

  return TRUE;
}

/* The answer that was given under this key; %NULL without an error when there is none. */
static FoyerBooking *
foyer_booking_verbs_find_answer (FoyerDb     *db,
                                 const char  *key,
                                 const char  *digest,
                                 GError     **error)
{
  g_autoptr(FoyerBookingRow) row = NULL;
  g_autofree char *old_digest = NULL;

  if (!foyer_booking_table_find_key (db, key, &row, &old_digest, error) || row == NULL)
    return NULL;
  if (!g_str_equal (old_digest, digest))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_KEY_REUSED, "the key belongs to another booking");
      return NULL;
    }

  return g_steal_pointer (&row->booking);
}

static FoyerBookingRow *
foyer_booking_verbs_book_new (FoyerDb                    *db,
                              const FoyerBookingRequest  *request,
                              const char                 *digest,
                              gint64                     *op,
                              GError                    **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find (db, request->space_id, error);
  g_autoptr(FoyerPersonRow) person = NULL;
  g_autoptr(FoyerBookingRow) row = NULL;
  FoyerSeatTaking taking;
  FoyerDay today;
  gint64 brought_by = 0;

  if (space == NULL || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return NULL;

  person = request->person_id != NULL ? foyer_person_table_find (db, request->person_id, error)
                                      : foyer_seat_new_guest (request->guest_name, error);
  if (person == NULL
      || !foyer_booking_verbs_check_day (request->day, today, error)
      || (request->guest_of != NULL
          && !foyer_seat_find_bringer (db, space, request->day, request->guest_of, &brought_by, error))
      || (!request->again && !foyer_seat_check_same (db, space, person, request->day, request->part, error))
      || (!request->over_limit
          && !foyer_seat_check_limits (db, space, today, person->id, request->day, request->part, request->seats,
                                       error)))
    return NULL;

  taking = (FoyerSeatTaking) {
    .verb = "book",
    .space = space,
    .today = today,
    .person = person,
    .day = request->day,
    .part = request->part,
    .seats = request->seats,
    .state = FOYER_STATE_CONFIRMED,
    .key = request->key != NULL ? request->key : "",
    .key_digest = digest,
    .desk = request->desk,
    .pin_desk = request->pin_desk,
    .brought_by = brought_by,
    .host_pays = brought_by != 0 && !request->pays_self,
  };
  row = foyer_seat_take (db, &taking, op, error);
  if (row == NULL || !foyer_desk_wish_tell_one (db, space, row, error))
    return NULL;

  return g_steal_pointer (&row);
}

FoyerBooking *
foyer_booking_verbs_book (FoyerDb                    *db,
                          const FoyerBookingRequest  *request,
                          gint64                     *op,
                          GError                    **error)
{
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(FoyerBookingRow) row = NULL;
  g_autofree char *digest = NULL;

  *op = 0;
  if (!foyer_booking_request_check (request, error)
      || (transaction = foyer_transaction_begin (db, error)) == NULL)
    return NULL;

  if (request->key != NULL)
    {
      g_autoptr(GError) local_error = NULL;
      FoyerBooking *answer;

      digest = foyer_booking_request_digest (request);
      answer = foyer_booking_verbs_find_answer (db, request->key, digest, &local_error);
      if (answer != NULL)
        return answer;
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }

  row = foyer_booking_verbs_book_new (db, request, digest != NULL ? digest : "", op, error);
  if (row == NULL || !foyer_transaction_commit (transaction, error))
    {
      *op = 0;
      return NULL;
    }

  return g_steal_pointer (&row->booking);
}

static gboolean
foyer_booking_verbs_check_no_show (FoyerDb                *db,
                                   const FoyerBookingRow  *row,
                                   GError                **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, row->space_id, error);
  FoyerDay today;

  if (space == NULL || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return FALSE;
  if (row->booking->day > today)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_WRONG_DAY, "the day has not come");
      return FALSE;
    }

  return TRUE;
}

FoyerBooking *
foyer_booking_verbs_set_state (FoyerDb            *db,
                               const char         *booking_id,
                               FoyerBookingState   state,
                               gint64             *op,
                               GError            **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerBookingRow) row = NULL;
  g_autoptr(FoyerBookingRow) changed = NULL;

  g_return_val_if_fail (state == FOYER_STATE_CANCELLED || state == FOYER_STATE_NO_SHOW, NULL);

  *op = 0;
  if (transaction == NULL || (row = foyer_booking_table_find (db, booking_id, error)) == NULL)
    return NULL;
  if (!foyer_booking_state_can (row->booking->state, state))
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "from %s to %s",
                   foyer_booking_state_get_name (row->booking->state), foyer_booking_state_get_name (state));
      return NULL;
    }
  if (state == FOYER_STATE_NO_SHOW && !foyer_booking_verbs_check_no_show (db, row, error))
    return NULL;

  if (!foyer_act_open (db, state == FOYER_STATE_NO_SHOW ? "noshow" : "cancel", row->booking->id, op, error)
      || !foyer_booking_table_set_state (db, row->id, state, -1, -1, error)
      || (changed = foyer_pass_settle (db, foyer_booking_table_get (db, row->id, error), error)) == NULL)
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, row->booking->space_id);

  return foyer_transaction_commit (transaction, error) ? g_steal_pointer (&changed->booking) : NULL;
}
