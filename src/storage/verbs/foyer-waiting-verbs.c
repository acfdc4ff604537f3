/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-waiting-verbs.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-waiting-table.h"
#include "storage/verbs/foyer-booking-verbs.h"

static gboolean
foyer_waiting_refuse (FoyerError    code,
                      const char   *message,
                      GError      **error)
{
  g_set_error_literal (error, FOYER_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
foyer_waiting_check_request (const FoyerWaitingRequest  *request,
                             GError                    **error)
{
  if ((request->person_id == NULL) == (request->guest_name == NULL))
    return foyer_waiting_refuse (FOYER_ERROR_INVALID, "exactly one of a person and a guest's name", error);
  if (request->part < FOYER_PART_AM || request->part > FOYER_PART_FULL)
    return foyer_waiting_refuse (FOYER_ERROR_INVALID, "no such part of a day", error);
  if (request->seats < 1 || request->seats > FOYER_SEATS_MAX)
    return foyer_waiting_refuse (FOYER_ERROR_INVALID, "the seats are not from 1 to 500", error);
  if (!foyer_day_is_valid (request->day))
    return foyer_waiting_refuse (FOYER_ERROR_INVALID, "no such day", error);

  return TRUE;
}

/* That seats like these can become free at all. */
static gboolean
foyer_waiting_check_day (FoyerDb                    *db,
                         FoyerSpaceRow              *space,
                         FoyerDay                    today,
                         const FoyerWaitingRequest  *request,
                         GError                    **error)
{
  FoyerSlot slot;

  if (request->day < today)
    return foyer_waiting_refuse (FOYER_ERROR_PAST_DAY, "the day is over", error);
  if (request->day > today + FOYER_BOOKABLE_DAYS)
    return foyer_waiting_refuse (FOYER_ERROR_BEYOND_HORIZON, "too far ahead", error);
  if (!foyer_slot_table_ensure (db, space, today, request->day, &slot, error))
    return FALSE;
  if ((request->part & FOYER_PART_AM && slot.am_cap == 0) || (request->part & FOYER_PART_PM && slot.pm_cap == 0))
    return foyer_waiting_refuse (FOYER_ERROR_CLOSED, "the day is closed then", error);
  if ((request->part & FOYER_PART_AM && slot.am_cap < request->seats)
      || (request->part & FOYER_PART_PM && slot.pm_cap < request->seats))
    return foyer_waiting_refuse (FOYER_ERROR_TOO_MUCH, "the day has not so many seats", error);

  return TRUE;
}

static gboolean
foyer_waiting_check_same (FoyerDb                    *db,
                          const FoyerSpaceRow        *space,
                          const FoyerPersonRow       *person,
                          const FoyerWaitingRequest  *request,
                          GError                    **error)
{
  g_autofree char *fold = person->person->is_member ? NULL : foyer_text_fold (person->person->name);
  gboolean has;

  if (!foyer_seat_check_same (db, space, person, request->day, request->part, error)
      || !foyer_waiting_table_has (db, space->id, request->day, request->part, person->id, fold, &has, error))
    return FALSE;

  return !has || foyer_waiting_refuse (FOYER_ERROR_ALREADY_WAITING, "this person waits already", error);
}

FoyerWaiter *
foyer_waiting_verbs_wait (FoyerDb                    *db,
                          const FoyerWaitingRequest  *request,
                          gint64                     *op,
                          GError                    **error)
{
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerPersonRow) person = NULL;
  g_autoptr(FoyerWaitingRow) row = NULL;
  g_autofree char *uid = foyer_db_new_id (db);
  FoyerDay today;
  gint64 act = 0;

  *op = 0;
  if (!foyer_waiting_check_request (request, error)
      || (transaction = foyer_transaction_begin (db, error)) == NULL
      || (space = foyer_space_table_find (db, request->space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return NULL;
  person = request->person_id != NULL ? foyer_person_table_find (db, request->person_id, error)
                                      : foyer_seat_new_guest (request->guest_name, error);
  if (person == NULL
      || !foyer_waiting_check_day (db, space, today, request, error)
      || !foyer_waiting_check_same (db, space, person, request, error)
      || !foyer_act_open (db, "wait", uid, &act, error)
      || (person->id == 0 && !foyer_person_table_insert (db, person, error))
      || !foyer_waiting_table_insert (db, uid, space->id, person->id, request->day, request->part, request->seats,
                                      error)
      || !foyer_waiting_settle_days (db, error)
      || (row = foyer_waiting_table_find (db, uid, error)) == NULL
      || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->waiting);
}

/* Until when a seat is kept that the host offers: not longer than the day. */
static gboolean
foyer_waiting_offer (FoyerDb                *db,
                     FoyerSpaceRow          *space,
                     FoyerDay                today,
                     const FoyerWaitingRow  *row,
                     GError                **error)
{
  GTimeZone *zone = foyer_db_get_zone (db, space->space->tz, error);
  const gint64 now_ms = foyer_db_now (db);
  FoyerSlot slot;
  gint64 until_ms;

  if (row->waiting->state != FOYER_WAITING_WAITING)
    return foyer_waiting_refuse (FOYER_ERROR_BAD_STATE, "a seat is offered already", error);
  if (zone == NULL || !foyer_slot_table_ensure (db, space, today, row->waiting->day, &slot, error))
    return FALSE;
  if (slot.am_cap == 0 && slot.pm_cap == 0)
    return foyer_waiting_refuse (FOYER_ERROR_CLOSED, "the day is closed", error);
  until_ms = MIN (now_ms + FOYER_OFFER_MS, foyer_instant_at (zone, row->waiting->day, slot.end_minute));
  if (until_ms <= now_ms)
    return foyer_waiting_refuse (FOYER_ERROR_PAST_DAY, "the day is over", error);

  return foyer_waiting_table_set_state (db, row->id, FOYER_WAITING_OFFERED, until_ms, error);
}

/* The guard of the schema says whether there is a seat; the one that was kept it gives free itself. */
static gboolean
foyer_waiting_book (FoyerDb                *db,
                    FoyerSpaceRow          *space,
                    FoyerDay                today,
                    const FoyerWaitingRow  *row,
                    gboolean                anyway,
                    gint64                 *op,
                    GError                **error)
{
  g_autoptr(FoyerPersonRow) person = foyer_person_table_find (db, row->waiting->person_id, error);
  g_autoptr(FoyerBookingRow) booking = NULL;
  FoyerSeatTaking taking = {
    .verb = "book",
    .space = space,
    .today = today,
    .person = person,
    .day = row->waiting->day,
    .part = row->waiting->part,
    .seats = row->waiting->seats,
    .state = FOYER_STATE_CONFIRMED,
    .key = "",
    .key_digest = "",
  };

  return person != NULL
         && foyer_seat_check_same (db, space, person, taking.day, taking.part, error)
         && (anyway || foyer_seat_check_limits (db, space, today, person->id, taking.day, taking.part, taking.seats,
                                                error))
         && (booking = foyer_seat_take (db, &taking, op, error)) != NULL;
}

static gboolean
foyer_waiting_act (FoyerDb                *db,
                   FoyerSpaceRow          *space,
                   const FoyerWaitingRow  *row,
                   FoyerWaitingAnswer      answer,
                   gint64                 *op,
                   GError                **error)
{
  const FoyerDay today = foyer_space_row_get_today (space, db, error);

  if (today == FOYER_DAY_NONE)
    return FALSE;
  if (!foyer_waiting_state_is_open (row->waiting->state))
    return foyer_waiting_refuse (FOYER_ERROR_BAD_STATE, "nobody waits here any more", error);
  if (row->waiting->day < today && answer != FOYER_WAITING_LEAVE)
    return foyer_waiting_refuse (FOYER_ERROR_PAST_DAY, "the day is over", error);

  switch (answer)
    {
    case FOYER_WAITING_OFFER:
      return foyer_act_open (db, "offer", row->waiting->id, op, error)
             && foyer_waiting_offer (db, space, today, row, error);
    case FOYER_WAITING_BOOK:
    case FOYER_WAITING_BOOK_ANYWAY:
      return foyer_waiting_book (db, space, today, row, answer == FOYER_WAITING_BOOK_ANYWAY, op, error);
    case FOYER_WAITING_LEAVE:
      return foyer_act_open (db, "unwait", row->waiting->id, op, error)
             && foyer_waiting_table_set_state (db, row->id, row->waiting->state == FOYER_WAITING_OFFERED
                                                              ? FOYER_WAITING_REFUSED : FOYER_WAITING_REMOVED, 0, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

FoyerWaiter *
foyer_waiting_verbs_answer (FoyerDb             *db,
                            const char          *waiting_id,
                            FoyerWaitingAnswer   answer,
                            gint64              *op,
                            GError             **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerWaitingRow) row = NULL;
  g_autoptr(FoyerWaitingRow) changed = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || (row = foyer_waiting_table_find (db, waiting_id, error)) == NULL
      || (space = foyer_space_table_get (db, row->space_id, error)) == NULL
      || !foyer_waiting_act (db, space, row, answer, &act, error)
      || !foyer_waiting_settle_days (db, error)
      || (changed = foyer_waiting_table_find (db, waiting_id, error)) == NULL
      || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&changed->waiting);
}

GPtrArray *
foyer_waiting_verbs_list (FoyerDb     *db,
                          const char  *space_id,
                          FoyerDay     first,
                          FoyerDay     last,
                          GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);
  g_autoptr(GPtrArray) rows = NULL;
  GPtrArray *list;
  FoyerDay today;

  if (space == NULL || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return NULL;
  if (first == FOYER_DAY_NONE)
    first = today;
  if (last == FOYER_DAY_NONE)
    last = today + FOYER_BOOKABLE_DAYS;
  if (!foyer_day_is_valid (first) || !foyer_day_is_valid (last))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "no such day");
      return NULL;
    }
  if ((rows = foyer_waiting_table_list (db, space->id, first, last, error)) == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_waiter_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (list, g_steal_pointer (&((FoyerWaitingRow *) rows->pdata[i])->waiting));

  return list;
}
