/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-undo-verbs.h"

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-apart-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-calendar-table.h"
#include "storage/tables/foyer-desk-wish-table.h"
#include "storage/tables/foyer-exception-table.h"
#include "storage/tables/foyer-opening-table.h"
#include "storage/tables/foyer-pass-table.h"
#include "storage/tables/foyer-pass-use-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-photo-table.h"
#include "storage/tables/foyer-record-table.h"
#include "storage/tables/foyer-rules-table.h"
#include "storage/tables/foyer-seller-table.h"
#include "storage/tables/foyer-series-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/tables/foyer-waiting-table.h"
#include "storage/travel/foyer-my-seat-table.h"
#include "storage/travel/foyer-publication-table.h"
#include "storage/travel/foyer-request-table.h"
#include "storage/verbs/foyer-desk-wish-verbs.h"
#include "storage/verbs/foyer-pass-verbs.h"
#include "storage/verbs/foyer-payment-verbs.h"
#include "storage/verbs/foyer-space-verbs.h"

typedef gboolean (*FoyerRestoreFunc) (FoyerDb     *db,
                                      gint64       id,
                                      const char  *before,
                                      GError     **error);
typedef gboolean (*FoyerDeleteFunc)  (FoyerDb     *db,
                                      gint64       id,
                                      GError     **error);
typedef gboolean (*FoyerSpaceFunc)   (FoyerDb     *db,
                                      gint64       id,
                                      gint64      *space_id,
                                      GError     **error);

static gboolean
foyer_undo_get_own_space (FoyerDb  *db,
                          gint64    id,
                          gint64   *space_id,
                          GError  **error)
{
  *space_id = id;

  return TRUE;
}

static gboolean
foyer_undo_let_offer_go (FoyerDb     *db,
                         gint64       id,
                         const char  *before,
                         GError     **error)
{
  return foyer_waiting_table_let_go (db, id, error);
}

static gboolean
foyer_undo_let_card_go (FoyerDb     *db,
                        gint64       person_id,
                        const char  *before,
                        GError     **error)
{
  return foyer_record_table_let_go (db, person_id, error);
}

/* What is only ever added to has no row as it was before. */
static gboolean
foyer_undo_refuse (FoyerDb     *db,
                   gint64       id,
                   const char  *before,
                   GError     **error)
{
  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "the journal says what cannot be");

  return FALSE;
}

/* In this order: money is given back while what it paid is there, openings come back before who sits in them, bookings go before whom they
 * name, versions before the text that they are of. An offer gives its seat to who comes back first,
 * and is made again when who goes has left. A card is given back by who has it before anybody takes it
 * up again. @get_space: where seats have to be worked out anew. */
static const struct {
  const char       *table;
  FoyerRestoreFunc  restore;
  FoyerDeleteFunc   remove;
  FoyerSpaceFunc    get_space;
  FoyerChange       change;
} tables[] = {
  { "opening_rule", foyer_opening_table_restore, foyer_opening_table_delete, foyer_opening_table_get_space,
    FOYER_CHANGE_OPENINGS },
  { "day_exception", foyer_exception_table_restore, foyer_exception_table_delete,
    foyer_exception_table_get_space, FOYER_CHANGE_OPENINGS },
  { "calendar", foyer_calendar_table_restore, foyer_calendar_table_delete, foyer_calendar_table_get_space,
    FOYER_CHANGE_CALENDARS | FOYER_CHANGE_OPENINGS },
  { "payment", foyer_undo_refuse, foyer_payment_give_back, NULL,
    FOYER_CHANGE_MONEY | FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_PEOPLE },
  { "seller", foyer_undo_refuse, foyer_seller_table_delete, NULL, FOYER_CHANGE_MONEY },
  { "photo", foyer_photo_table_restore, foyer_photo_table_delete, NULL, FOYER_CHANGE_SPACES },
  { "rules_accepted", foyer_accepted_table_restore, foyer_accepted_table_delete, NULL,
    FOYER_CHANGE_PEOPLE | FOYER_CHANGE_SPACES },
  { "house_rules", foyer_rules_table_restore, foyer_rules_table_delete, NULL, FOYER_CHANGE_SPACES },
  { "space", foyer_space_table_restore, foyer_space_table_delete, foyer_undo_get_own_space,
    FOYER_CHANGE_SPACES | FOYER_CHANGE_OPENINGS },
  { "waiting", foyer_undo_let_offer_go, foyer_waiting_table_let_go, NULL, FOYER_CHANGE_BOOKINGS },
  { "pass_use", foyer_pass_use_table_restore, foyer_pass_use_table_return, NULL,
    FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_PEOPLE },
  { "booking", foyer_booking_table_restore, foyer_booking_table_delete, NULL, FOYER_CHANGE_BOOKINGS },
  { "desk_wish", foyer_desk_wish_table_restore, foyer_desk_wish_table_delete, NULL, FOYER_CHANGE_BOOKINGS },
  { "series", foyer_series_table_restore, foyer_series_table_delete, NULL, FOYER_CHANGE_BOOKINGS },
  { "series_away", foyer_away_table_restore, foyer_away_table_delete, NULL, FOYER_CHANGE_BOOKINGS },
  { "waiting", foyer_waiting_table_restore, foyer_waiting_table_delete, NULL, FOYER_CHANGE_BOOKINGS },
  { "pass", foyer_pass_table_restore, foyer_pass_table_delete, NULL,
    FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS },
  { "person_consent", foyer_consent_table_restore, foyer_consent_table_delete, NULL, FOYER_CHANGE_PEOPLE },
  { "person_apart", foyer_apart_table_restore, foyer_apart_table_delete, NULL, FOYER_CHANGE_PEOPLE },
  { "person_record", foyer_undo_let_card_go, foyer_record_table_let_go, NULL, FOYER_CHANGE_PEOPLE },
  { "person_record", foyer_record_table_restore, foyer_record_table_delete, NULL, FOYER_CHANGE_PEOPLE },
  { "person_skill", foyer_skill_table_restore, foyer_skill_table_delete, NULL, FOYER_CHANGE_PEOPLE },
  { "person", foyer_person_table_restore, foyer_person_table_delete, NULL,
    FOYER_CHANGE_PEOPLE | FOYER_CHANGE_BOOKINGS },
  { "publication", foyer_publication_table_restore, foyer_publication_table_delete, NULL, FOYER_CHANGE_POST },
  { "my_seat", foyer_my_seat_table_restore, foyer_my_seat_table_delete, NULL, FOYER_CHANGE_MY_SEATS },
};

static gboolean
foyer_undo_recompute (FoyerDb     *db,
                      GHashTable  *spaces,
                      GError     **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, spaces);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, *(gint64 *) key, error);
      FoyerDay today;

      if (space == NULL
          || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
          || !foyer_space_verbs_check_archived (db, space, today, error)
          || !foyer_slot_table_recompute (db, space, today, NULL, error))
        return FALSE;
      foyer_db_note_change (db, FOYER_CHANGE_OPENINGS, space->space->id);
    }

  return TRUE;
}

/* What the log has to say about a booking that goes from one state to another. One that came and was
 * closed by the house loses both. */
static gboolean
foyer_undo_correct_visit (FoyerDb            *db,
                          gint64              id,
                          FoyerBookingState   from,
                          FoyerBookingState   to,
                          gboolean            gone,
                          GError            **error)
{
  gboolean is_in = !gone && to == FOYER_STATE_CHECKED_IN;
  gboolean is_out = !gone && to == FOYER_STATE_CHECKED_OUT;

  if (from == FOYER_STATE_CHECKED_OUT && !is_out && !foyer_visit_table_append (db, id, FOYER_VISIT_OUT_UNDONE, error))
    return FALSE;
  if ((from == FOYER_STATE_CHECKED_IN && !is_in) || (from == FOYER_STATE_CHECKED_OUT && !is_in && !is_out))
    return foyer_visit_table_append (db, id, FOYER_VISIT_IN_UNDONE, error);

  return TRUE;
}

/* Whom a guest's withdrawal found here by mistake is not expected either. */
static gboolean
foyer_undo_let_go (FoyerDb                *db,
                   const FoyerBookingRow  *before,
                   const FoyerBookingRow  *after,
                   GError                **error)
{
  g_autoptr(FoyerRequestRow) request = NULL;
  g_autoptr(FoyerBookingRow) gone = NULL;

  if ((before->booking->state != FOYER_STATE_CHECKED_IN && before->booking->state != FOYER_STATE_CHECKED_OUT)
      || after->booking->state != FOYER_STATE_CONFIRMED)
    return TRUE;
  if (!foyer_request_table_find (db, after->id, &request, error))
    return FALSE;
  if (request == NULL || !request->left)
    return TRUE;

  return foyer_booking_table_set_state (db, after->id, FOYER_STATE_CANCELLED, -1, -1, error)
         && (gone = foyer_pass_settle (db, foyer_booking_table_get (db, after->id, error), error)) != NULL;
}

static gboolean
foyer_undo_row (FoyerDb           *db,
                gsize              table,
                const FoyerActRow *row,
                GHashTable        *spaces,
                GError           **error)
{
  gboolean is_booking = tables[table].remove == foyer_booking_table_delete;
  gboolean made = *row->before == '\0';
  g_autoptr(FoyerBookingRow) before = NULL;
  g_autoptr(FoyerBookingRow) after = NULL;
  gint64 space_id;

  if (is_booking && (before = foyer_booking_table_get (db, row->row, error)) == NULL)
    return FALSE;

  if (!(made ? tables[table].remove (db, row->row, error)
             : tables[table].restore (db, row->row, row->before, error)))
    return FALSE;

  if (tables[table].get_space != NULL)
    {
      if (!tables[table].get_space (db, row->row, &space_id, error))
        return FALSE;
      g_hash_table_add (spaces, g_memdup2 (&space_id, sizeof space_id));
    }
  foyer_db_note_change (db, tables[table].change, is_booking ? before->booking->space_id : NULL);

  if (!is_booking)
    return TRUE;
  if ((after = foyer_booking_table_get (db, row->row, error)) == NULL)
    return FALSE;

  return foyer_undo_correct_visit (db, row->row, before->booking->state, after->booking->state, made, error)
         && foyer_undo_let_go (db, before, after, error);
}

/* A desk that somebody has pinned meanwhile is not taken away. */
static gboolean
foyer_undo_check_desks (FoyerDb     *db,
                        GHashTable  *spaces,
                        GError     **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, spaces);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr(FoyerSpaceRow) space = foyer_space_table_get (db, *(gint64 *) key, error);
      FoyerDay today;

      if (space == NULL
          || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
          || !foyer_desk_wish_check_kept (db, space, today, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_undo_rows (FoyerDb    *db,
                 GPtrArray  *rows,
                 GError    **error)
{
  g_autoptr(GHashTable) spaces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize table = 0; table < G_N_ELEMENTS (tables); table++)
    {
      /* Seats are there again before anybody sits down. */
      if (tables[table].remove == foyer_booking_table_delete && !foyer_undo_recompute (db, spaces, error))
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          const FoyerActRow *row = rows->pdata[i];

          if (g_str_equal (row->table, tables[table].table) && !foyer_undo_row (db, table, row, spaces, error))
            return FALSE;
        }
    }

  return foyer_undo_check_desks (db, spaces, error);
}

static gboolean
foyer_undo_check (FoyerDb         *db,
                  const FoyerAct  *act,
                  GError         **error)
{
  gboolean covered;

  if (act->undone_at != 0 || act->undoes != 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOTHING_TO_UNDO, "undone before, or an undo");
      return FALSE;
    }
  if (!foyer_act_is_covered (db, act->id, &covered, error))
    return FALSE;
  if (covered)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "a later act changed the same");
      return FALSE;
    }

  return TRUE;
}

gboolean
foyer_undo_verbs_undo (FoyerDb   *db,
                       gint64     op,
                       char     **verb,
                       char     **id,
                       GError   **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerAct) act = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  gint64 until;

  /* Who is in again on a day that is over is not in the house. */
  if (transaction == NULL
      || (act = foyer_act_find (db, op, error)) == NULL
      || !foyer_undo_check (db, act, error)
      || (rows = foyer_act_list_rows (db, act->id, error)) == NULL
      || !foyer_act_open_undo (db, act, error)
      || !foyer_undo_rows (db, rows, error)
      || !foyer_visits_close (db, &until, error)
      || !foyer_transaction_commit (transaction, error))
    return FALSE;

  *verb = g_steal_pointer (&act->verb);
  *id = g_steal_pointer (&act->subject);

  return TRUE;
}
