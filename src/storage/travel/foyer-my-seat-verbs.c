/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-opening.h"
#include "core/foyer-person.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/travel/foyer-my-seat-table.h"
#include "storage/travel/foyer-post-verbs.h"
#include "storage/travel/foyer-travel-verbs.h"

#define ORIGIN_MAX 300
#define NOTE_MAX 1000
#define CONSENTS_MAX 16
#define CONSENT_MAX 40
#define KEY_TEXT_LENGTH 43
#define MINUTES_PER_DAY (24 * 60)
#define CANCEL_DAYS_MAX 366

static gboolean
foyer_seat_wish_is_text (const char *text,
                         gsize       max_chars)
{
  return text == NULL
         || (g_utf8_validate (text, -1, NULL) && (gsize) g_utf8_strlen (text, -1) <= max_chars);
}

static gboolean
foyer_seat_wish_is_currency (const char *currency)
{
  if (currency == NULL || *currency == '\0')
    return TRUE;

  return strlen (currency) == 3 && strspn (currency, G_CSET_A_2_Z) == 3;
}

static gboolean
foyer_seat_wish_check (const FoyerSeatWish  *wish,
                       GError              **error)
{
  const char *problem = NULL;

  if (*wish->origin == '\0' || strlen (wish->origin) > ORIGIN_MAX)
    problem = "the address of the directory is empty or too long";
  else if (!foyer_id_is_valid (wish->listing))
    problem = "not the id of a listing";
  else if (wish->host != NULL && *wish->host != '\0' && strlen (wish->host) != KEY_TEXT_LENGTH)
    problem = "not a key";
  else if (wish->part < FOYER_PART_AM || wish->part > FOYER_PART_FULL)
    problem = "no such part of a day";
  else if (wish->seats < 1 || wish->seats > FOYER_SEATS_MAX)
    problem = "the seats are not from 1 to 500";
  else if (!foyer_day_is_valid (wish->day))
    problem = "no such day";
  else if (!foyer_seat_wish_is_text (wish->name, FOYER_LINE_MAX)
           || !foyer_seat_wish_is_text (wish->area, FOYER_LINE_MAX)
           || !foyer_seat_wish_is_text (wish->tz, FOYER_NAME_MAX)
           || !foyer_seat_wish_is_currency (wish->currency)
           || wish->price_minor < 0 || wish->price_minor > FOYER_MONEY_MAX
           || wish->cancel_minute < 0 || wish->cancel_minute > MINUTES_PER_DAY
           || wish->cancel_days < 0 || wish->cancel_days > CANCEL_DAYS_MAX)
    problem = "not what a listing says";

  if (problem != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);

  return problem == NULL;
}

/* Where the zone is not known yet, every day that is one somewhere on Earth will do. */
static gboolean
foyer_seat_wish_check_day (const FoyerSeatWish  *wish,
                           FoyerDb              *db,
                           GError              **error)
{
  const char *tz = wish->tz != NULL ? wish->tz : "";
  FoyerDay today = foyer_my_seat_get_today (db, tz);
  int slack = *tz != '\0' ? 0 : 1;

  if (wish->day < today - slack)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY, "the day is over");
      return FALSE;
    }
  if (wish->day >= today + FOYER_PUBLIC_DAYS + slack)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BEYOND_HORIZON, "too far ahead");
      return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_seat_wish_check_same (const FoyerSeatWish  *wish,
                            FoyerDb              *db,
                            GError              **error)
{
  g_autoptr(GPtrArray) uids = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  if (!foyer_my_seat_table_list_same (db, wish, uids, error))
    return FALSE;
  if (uids->len == 0)
    return TRUE;

  g_propagate_error (error, foyer_error_new_with_ids (FOYER_ERROR_ALREADY_BOOKED,
                                                      (const char * const *) uids->pdata, "a seat there then"));
  return FALSE;
}

static FoyerPerson *
foyer_seat_wish_get_guest (const FoyerSeatWish  *wish,
                           GError              **error)
{
  g_autoptr(FoyerPerson) guest = foyer_person_new ();

  g_set_str (&guest->name, wish->guest_name != NULL ? wish->guest_name : "");
  g_set_str (&guest->phone, wish->phone != NULL ? wish->phone : "");
  g_set_str (&guest->email, wish->email != NULL ? wish->email : "");
  if (wish->skills != NULL)
    {
      g_strfreev (guest->skills);
      guest->skills = g_strdupv ((char **) wish->skills);
    }

  return foyer_person_check (guest, error) ? g_steal_pointer (&guest) : NULL;
}

FoyerMySeat *
foyer_my_seat_verbs_ask (FoyerDb              *db,
                         const FoyerSeatWish  *wish,
                         gint64               *op,
                         GError              **error)
{
  static const char * const none[] = { NULL };
  g_autoptr(FoyerPerson) guest = NULL;
  g_autoptr(FoyerMySeatRow) row = NULL;
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autofree char *note = NULL;
  g_auto(GStrv) consents = NULL;
  g_autofree char *uid = foyer_id_new_travelling (foyer_db_get_random (db));
  gint64 act = 0;

  *op = 0;
  if (!foyer_seat_wish_check (wish, error)
      || (guest = foyer_seat_wish_get_guest (wish, error)) == NULL
      || (note = foyer_text_clean_block (wish->note != NULL ? wish->note : "", "note", NOTE_MAX, error)) == NULL
      || (consents = foyer_text_clean_list (wish->consents != NULL ? wish->consents : none, "consent", CONSENTS_MAX,
                                            CONSENT_MAX, error)) == NULL
      || (transaction = foyer_transaction_begin (db, error)) == NULL
      || !foyer_seat_wish_check_day (wish, db, error)
      || !foyer_seat_wish_check_same (wish, db, error)
      || !foyer_act_open (db, "request", uid, &act, error)
      || !foyer_my_seat_table_insert (db, uid, wish, guest, note, (const char * const *) consents, error)
      || (row = foyer_my_seat_table_find (db, uid, error)) == NULL
      || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->seat);
}

FoyerMySeat *
foyer_my_seat_verbs_withdraw (FoyerDb     *db,
                              const char  *seat_id,
                              gint64      *op,
                              GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerMySeatRow) row = NULL;
  g_autoptr(FoyerMySeatRow) changed = NULL;
  FoyerBookingState state;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL || (row = foyer_my_seat_table_find (db, seat_id, error)) == NULL)
    return NULL;
  if ((row->seat->state != FOYER_STATE_REQUESTED && row->seat->state != FOYER_STATE_CONFIRMED)
      || row->seat->day < foyer_my_seat_get_today (db, row->seat->tz))
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "%s, or its day is over",
                   foyer_booking_state_get_name (row->seat->state));
      return NULL;
    }

  state = row->seat->state == FOYER_STATE_REQUESTED ? FOYER_STATE_WITHDRAWN : FOYER_STATE_CANCELLED;
  if (!foyer_act_open (db, "withdraw", seat_id, &act, error)
      || !foyer_my_seat_table_set_state (db, row->id, state, "guest", error)
      || (changed = foyer_my_seat_table_get (db, row->id, error)) == NULL
      || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&changed->seat);
}

static int
foyer_my_seat_compare_latest (gconstpointer a,
                              gconstpointer b)
{
  const FoyerMySeat *first = a;
  const FoyerMySeat *second = b;

  return first->day < second->day ? 1 : first->day > second->day ? -1 : 0;
}

GPtrArray *
foyer_my_seat_verbs_list (FoyerDb  *db,
                          GError  **error)
{
  g_autoptr(GPtrArray) rows = foyer_my_seat_table_list (db, error);
  g_autoptr(GPtrArray) seats = NULL;
  g_autoptr(GPtrArray) past = NULL;

  if (rows == NULL)
    return NULL;

  seats = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_my_seat_free);
  past = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      FoyerMySeat *seat = g_steal_pointer (&((FoyerMySeatRow *) rows->pdata[i])->seat);

      g_ptr_array_add (seat->day < foyer_my_seat_get_today (db, seat->tz) ? past : seats, seat);
    }
  g_ptr_array_sort_values (past, foyer_my_seat_compare_latest);
  for (guint i = 0; i < past->len; i++)
    g_ptr_array_add (seats, past->pdata[i]);

  return g_steal_pointer (&seats);
}
