/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-space-table.h"
#include "storage/travel/foyer-my-seat-table.h"
#include "storage/travel/foyer-post-table.h"
#include "storage/travel/foyer-post-verbs.h"
#include "storage/travel/foyer-publication-table.h"
#include "storage/travel/foyer-request-table.h"
#include "storage/verbs/foyer-waiting-verbs.h"

/* 0 is no instant */
static gint64
foyer_post_time_earlier (gint64 a,
                         gint64 b)
{
  return a == 0 || (b != 0 && b < a) ? b : a;
}

static gboolean
foyer_post_time_expire_requests (FoyerDb  *db,
                                 gint64   *next_ms,
                                 GError  **error)
{
  g_autoptr(GArray) ids = foyer_request_table_list_late (db, error);
  gint64 answer_by = 0;

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(FoyerBookingRow) row = foyer_booking_table_get (db, g_array_index (ids, gint64, i), error);

      if (row == NULL
          || !foyer_act_open_news (db, row->booking->id, error)
          || !foyer_booking_table_set_state (db, row->id, FOYER_STATE_EXPIRED, -1, -1, error))
        return FALSE;
      foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, row->booking->space_id);
    }
  if (!foyer_request_table_get_next (db, &answer_by, error))
    return FALSE;
  *next_ms = foyer_post_time_earlier (*next_ms, answer_by);

  return TRUE;
}

static gboolean
foyer_post_time_expire_seats (FoyerDb  *db,
                              gint64   *next_ms,
                              GError  **error)
{
  g_autoptr(GPtrArray) rows = foyer_my_seat_table_list_asked (db, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const FoyerMySeatRow *row = rows->pdata[i];

      if (row->seat->state != FOYER_STATE_EXPIRED)
        *next_ms = foyer_post_time_earlier (*next_ms, row->seat->answer_by_ms);
      else if (!foyer_act_open_news (db, row->seat->id, error)
               || !foyer_my_seat_table_set_state (db, row->id, FOYER_STATE_EXPIRED, "host", error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_post_time_lapse_offers (FoyerDb  *db,
                              gint64   *next_ms,
                              GError  **error)
{
  gint64 until_ms;

  if (!foyer_waiting_verbs_time (db, &until_ms, error))
    return FALSE;
  *next_ms = foyer_post_time_earlier (*next_ms, until_ms);

  return TRUE;
}

/* Others see a day more each day. */
static gboolean
foyer_post_time_renew (FoyerDb  *db,
                       gint64   *next_ms,
                       GError  **error)
{
  g_autoptr(GPtrArray) rows = foyer_publication_table_list_live (db, 0, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const FoyerPublicationRow *row = rows->pdata[i];
      g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, row->space_id, error);
      GTimeZone *zone;
      FoyerDay today;

      if (space == NULL)
        return FALSE;
      /* A zone that this machine does not know must not keep the others back. */
      zone = foyer_db_get_zone (db, space->space->tz, NULL);
      if (zone == NULL)
        continue;
      today = foyer_business_day (zone, foyer_db_now (db), space->space->cut_off);
      if (!foyer_publication_table_renew (db, row->space_id, today, error))
        return FALSE;
      *next_ms = foyer_post_time_earlier (*next_ms, foyer_instant_at (zone, today + 1, space->space->cut_off));
    }

  return TRUE;
}

gboolean
foyer_post_verbs_time (FoyerDb  *db,
                       gint64   *next_ms,
                       GError  **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);

  *next_ms = 0;

  return transaction != NULL
         && foyer_post_time_expire_requests (db, next_ms, error)
         && foyer_post_time_expire_seats (db, next_ms, error)
         && foyer_post_time_lapse_offers (db, next_ms, error)
         && foyer_post_time_renew (db, next_ms, error)
         && foyer_post_table_drop_past (db, foyer_my_seat_get_today (db, "") - FOYER_LETTER_DAYS, error)
         && foyer_transaction_commit (transaction, error);
}
