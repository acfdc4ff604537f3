/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/travel/foyer-my-seat-table.h"
#include "storage/travel/foyer-post-verbs.h"

/* What becomes of a seat when its host says @said; whether anything does. */
static gboolean
foyer_guest_news_get_state (FoyerBookingState   now,
                            FoyerBookingState   said,
                            FoyerBookingState  *state)
{
  *state = said;

  switch (now)
    {
    /* One that expired here was answered in time: a directory takes no other answer. */
    case FOYER_STATE_REQUESTED:
    case FOYER_STATE_EXPIRED:
      return said == FOYER_STATE_CONFIRMED || said == FOYER_STATE_DECLINED || said == FOYER_STATE_CANCELLED
             || said == FOYER_STATE_NO_SHOW;

    case FOYER_STATE_CONFIRMED:
      return said == FOYER_STATE_CONFIRMED || said == FOYER_STATE_CANCELLED || said == FOYER_STATE_NO_SHOW;

    /* The confirmation was faster than the withdrawal, which becomes a cancellation. */
    case FOYER_STATE_WITHDRAWN:
      *state = said == FOYER_STATE_CONFIRMED ? FOYER_STATE_CANCELLED : said;
      return said == FOYER_STATE_CONFIRMED || said == FOYER_STATE_DECLINED;

    case FOYER_STATE_DECLINED:
    case FOYER_STATE_CANCELLED:
    case FOYER_STATE_CHECKED_IN:
    case FOYER_STATE_CHECKED_OUT:
    case FOYER_STATE_NO_SHOW:
    default:
      return FALSE;
    }
}

/* Our own letters raise the revision whether a directory ever had them or not, so that a first
 * word of the host may come under a lower one. What ends a seat does so once; only of two
 * confirmations the later one counts. */
static gboolean
foyer_guest_news_is_later (const FoyerMySeatRow *row,
                           const FoyerNews      *news)
{
  gboolean again = row->seat->state == FOYER_STATE_CONFIRMED && news->state == FOYER_STATE_CONFIRMED;

  return news->rev > 1 && (!again || news->rev > row->seat->rev);
}

gboolean
foyer_guest_news_apply (FoyerDb          *db,
                        const char       *origin,
                        const char       *host,
                        const FoyerNews  *news,
                        gboolean         *changed,
                        GError          **error)
{
  g_autoptr(FoyerMySeatRow) row = NULL;
  g_autoptr(GError) local_error = NULL;
  FoyerBookingState state;
  gboolean withdrew;

  if (news->kind != FOYER_POST_DECISION)
    return TRUE;
  row = foyer_my_seat_table_find (db, news->booking, &local_error);
  if (row == NULL && !g_error_matches (local_error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (row == NULL || !g_str_equal (row->seat->host, news->key) || !g_str_equal (row->seat->host, host)
      || !g_str_equal (row->seat->origin, origin) || !foyer_guest_news_is_later (row, news)
      || !foyer_guest_news_get_state (row->seat->state, news->state, &state))
    return TRUE;

  *changed = TRUE;
  withdrew = row->seat->state == FOYER_STATE_WITHDRAWN && state == FOYER_STATE_CANCELLED;
  if (!foyer_act_open_news (db, news->booking, error)
      || !foyer_my_seat_table_raise (db, row->id, news->rev, error)
      || !foyer_my_seat_table_set_state (db, row->id, state, withdrew ? "guest" : "host", error)
      || !foyer_my_seat_table_set_trouble (db, row->id, "", error))
    return FALSE;

  return state != FOYER_STATE_CONFIRMED || !news->has_access
         || foyer_my_seat_table_set_access (db, row->id, news, error);
}
