/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-space-verbs.h"

#include <string.h>

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/tables/foyer-waiting-table.h"
#include "storage/travel/foyer-publication-table.h"
#include "storage/travel/foyer-request-table.h"

static FoyerDay
foyer_archive_first_day (void)
{
  return foyer_day_new (1970, 1, 1);
}

static FoyerDay
foyer_archive_last_day (void)
{
  return foyer_day_new (9999, 12, 31);
}

/* Sends away who is still to come; who is here is in the way whatever was asked for. */
static gboolean
foyer_archive_cancel (FoyerDb              *db,
                      const FoyerSpaceRow  *space,
                      FoyerDay              today,
                      gboolean              cancel_bookings,
                      FoyerArchiveChange   *change,
                      GError              **error)
{
  g_autoptr(GPtrArray) in_the_way = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autoptr(GPtrArray) bookings = foyer_booking_table_list_held (db, space->id, today, foyer_archive_last_day (),
                                                                 error);

  if (bookings == NULL)
    return FALSE;
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBookingRow *row = bookings->pdata[i];

      if (row->booking->state == FOYER_STATE_CHECKED_OUT)
        continue;
      if (!cancel_bookings || !foyer_booking_state_can (row->booking->state, FOYER_STATE_CANCELLED))
        {
          g_ptr_array_add (in_the_way, g_strdup (row->booking->id));
          continue;
        }
      if (!foyer_booking_table_set_state (db, row->id, FOYER_STATE_CANCELLED, -1, -1, error))
        return FALSE;
      change->n_cancelled++;
    }
  if (in_the_way->len == 0)
    return TRUE;

  g_propagate_error (error, foyer_error_new_with_ids (FOYER_ERROR_HAS_BOOKINGS,
                                                      (const char * const *) in_the_way->pdata,
                                                      "%u have a seat from today on", in_the_way->len));

  return FALSE;
}

/* What nobody answered in time is over, also where nothing has noted it yet. */
static gboolean
foyer_archive_expire (FoyerDb              *db,
                      const FoyerSpaceRow  *space,
                      GError              **error)
{
  g_autoptr(GArray) late = foyer_request_table_list_late (db, error);

  if (late == NULL)
    return FALSE;
  for (guint i = 0; i < late->len; i++)
    {
      g_autoptr(FoyerBookingRow) row = foyer_booking_table_get (db, g_array_index (late, gint64, i), error);

      if (row == NULL)
        return FALSE;
      if (row->space_id == space->id && !foyer_booking_table_set_state (db, row->id, FOYER_STATE_EXPIRED, -1, -1, error))
        return FALSE;
    }

  return TRUE;
}

/* Nobody waits for an answer or for a seat that there will never be. */
static gboolean
foyer_archive_answer (FoyerDb              *db,
                      const FoyerSpaceRow  *space,
                      FoyerArchiveChange   *change,
                      GError              **error)
{
  g_autoptr(GPtrArray) waiting = foyer_waiting_table_list (db, space->id, foyer_archive_first_day (),
                                                           foyer_archive_last_day (), error);
  g_autoptr(GPtrArray) asked = NULL;

  if (waiting == NULL || (asked = foyer_booking_table_list_asked (db, space->id, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < waiting->len; i++)
    {
      const FoyerWaitingRow *row = waiting->pdata[i];

      if (!foyer_waiting_table_set_state (db, row->id, FOYER_WAITING_REMOVED, 0, error))
        return FALSE;
      change->n_removed++;
    }
  for (guint i = 0; i < asked->len; i++)
    {
      const FoyerBookingRow *row = asked->pdata[i];

      if (!foyer_booking_table_set_state (db, row->id, FOYER_STATE_DECLINED, -1, -1, error))
        return FALSE;
      change->n_declined++;
    }

  return TRUE;
}

static gboolean
foyer_archive_unpublish (FoyerDb              *db,
                         const FoyerSpaceRow  *space,
                         GError              **error)
{
  g_autoptr(GPtrArray) rows = foyer_publication_table_list_live (db, space->id, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!foyer_publication_table_end (db, ((FoyerPublicationRow *) rows->pdata[i])->id, error))
      return FALSE;

  return TRUE;
}

gboolean
foyer_space_verbs_archive (FoyerDb             *db,
                           const char          *space_id,
                           gboolean             cancel_bookings,
                           FoyerArchiveChange  *change,
                           GError             **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  FoyerDay today;
  gint64 op = 0;

  memset (change, 0, sizeof *change);
  /* The waiting list goes first: the seats that are given back are for nobody. */
  if (transaction == NULL
      || (space = foyer_space_table_find (db, space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || !foyer_act_open (db, "archive", space_id, &op, error)
      || !foyer_archive_expire (db, space, error)
      || !foyer_archive_answer (db, space, change, error)
      || !foyer_archive_cancel (db, space, today, cancel_bookings, change, error)
      || !foyer_archive_unpublish (db, space, error)
      || !foyer_space_table_set_archived (db, space->id, foyer_db_now (db), error))
    return FALSE;

  foyer_db_note_change (db, FOYER_CHANGE_SPACES | FOYER_CHANGE_OPENINGS | FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_POST,
                        space_id);
  if (!foyer_transaction_commit (transaction, error))
    return FALSE;
  change->op = op;

  return TRUE;
}

gboolean
foyer_space_verbs_take_up (FoyerDb     *db,
                           const char  *space_id,
                           gint64      *op,
                           GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  FoyerDay today;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || (space = foyer_space_table_find_any (db, space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return FALSE;
  if (space->space->archived_ms == 0)
    return TRUE;

  if (!foyer_act_open (db, "unarchive", space_id, &act, error)
      || !foyer_space_table_set_archived (db, space->id, 0, error)
      || !foyer_slot_table_recompute (db, space, today, NULL, error))
    return FALSE;
  foyer_db_note_change (db, FOYER_CHANGE_SPACES | FOYER_CHANGE_OPENINGS | FOYER_CHANGE_BOOKINGS, space_id);
  if (!foyer_transaction_commit (transaction, error))
    return FALSE;
  *op = act;

  return TRUE;
}

gboolean
foyer_space_verbs_check_archived (FoyerDb              *db,
                                  const FoyerSpaceRow  *space,
                                  FoyerDay              today,
                                  GError              **error)
{
  FoyerArchiveChange change = { 0 };

  return space->space->archived_ms == 0 || foyer_archive_cancel (db, space, today, FALSE, &change, error);
}
