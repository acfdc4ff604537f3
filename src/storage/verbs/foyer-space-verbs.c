/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-space-verbs.h"

#include "core/foyer-error.h"
#include "core/foyer-places.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/tables/foyer-space-table.h"
#include "storage/verbs/foyer-desk-wish-verbs.h"

/* What the host gave stays; what the gazetteer gave follows the address. */
static void
foyer_space_verbs_locate (FoyerSpaceRow       *row,
                          const FoyerSpaceRow *old)        /* (nullable) */
{
  FoyerSpace *space = row->space;
  g_autoptr(FoyerPlace) place = NULL;

  row->point = space->has_point ? FOYER_POINT_HOST : FOYER_POINT_NONE;
  if (old != NULL && old->point == FOYER_POINT_GAZETTEER && space->has_point
      && space->lat_e6 == old->space->lat_e6 && space->lon_e6 == old->space->lon_e6)
    {
      row->point = FOYER_POINT_GAZETTEER;
      if (g_str_equal (space->postcode, old->space->postcode) && g_str_equal (space->city, old->space->city))
        return;
      row->point = FOYER_POINT_NONE;
      space->has_point = FALSE;
    }
  if (space->has_point || (*space->postcode == '\0' && *space->city == '\0'))
    return;

  place = foyer_places_find (*space->city != '\0' ? space->city : NULL,
                             *space->postcode != '\0' ? space->postcode : NULL);
  if (place != NULL)
    {
      row->point = FOYER_POINT_GAZETTEER;
      space->has_point = TRUE;
      space->lat_e6 = place->lat_e6;
      space->lon_e6 = place->lon_e6;
    }
}

static gboolean
foyer_space_verbs_add (FoyerDb        *db,
                       FoyerSpaceRow  *row,
                       gint64         *op,
                       GError        **error)
{
  FoyerDay today = foyer_space_row_get_today (row, db, error);

  if (today == FOYER_DAY_NONE)
    return FALSE;

  g_free (row->space->id);
  row->space->id = foyer_db_new_id (db);
  foyer_space_verbs_locate (row, NULL);

  return foyer_desk_wish_take_keys (db, row, NULL, error)
         && foyer_act_open (db, "space-add", row->space->id, op, error)
         && foyer_space_table_insert (db, row, error)
         && foyer_slot_table_recompute (db, row, today, NULL, error);
}

static gboolean
foyer_space_has_same_desks (const GArray *a,
                            const GArray *b)
{
  for (guint i = 0; i < a->len && a->len == b->len; i++)
    {
      const FoyerNamedDesk *first = &g_array_index (a, FoyerNamedDesk, i);
      const FoyerNamedDesk *second = &g_array_index (b, FoyerNamedDesk, i);

      if (first->key != second->key || !g_str_equal (first->name, second->name))
        return FALSE;
    }

  return a->len == b->len;
}

static gboolean
foyer_space_is_same (const FoyerSpaceRow *a_row,
                     const FoyerSpaceRow *b_row)
{
  const FoyerSpace *a = a_row->space;
  const FoyerSpace *b = b_row->space;

  return g_str_equal (a->name, b->name) && a->kind == b->kind && a->seats == b->seats
         && a->price_minor == b->price_minor && a->half_price_minor == b->half_price_minor
         && g_str_equal (a->currency, b->currency) && a->half_at == b->half_at && a->cut_off == b->cut_off
         && a->cancel_minute == b->cancel_minute && a->cancel_days == b->cancel_days
         && g_str_equal (a->tz, b->tz) && g_str_equal (a->street, b->street)
         && g_str_equal (a->postcode, b->postcode) && g_str_equal (a->city, b->city)
         && a_row->point == b_row->point && a->has_point == b->has_point
         && (!a->has_point || (a->lat_e6 == b->lat_e6 && a->lon_e6 == b->lon_e6))
         && a->public_address == b->public_address && g_str_equal (a->door, b->door)
         && g_str_equal (a->wifi, b->wifi) && g_str_equal (a->about, b->about)
         && g_str_equal (a->rules, b->rules) && g_str_equal (a->note, b->note)
         && foyer_share_list_equal (a->shares, b->shares) && foyer_fair_use_is_equal (&a->limits, &b->limits)
         && a->closed_on_holidays == b->closed_on_holidays
         && g_strv_equal ((const char * const *) a->tags, (const char * const *) b->tags)
         && foyer_space_has_same_desks (a->desks, b->desks);
}

/* Bookings ahead keep the days and the money that were agreed. */
static gboolean
foyer_space_verbs_check_ahead (FoyerDb              *db,
                               const FoyerSpaceRow  *old,
                               const FoyerSpaceRow  *row,
                               FoyerDay              today,
                               GError              **error)
{
  g_autoptr(GPtrArray) uids = NULL;
  gboolean other_zone = !g_str_equal (old->space->tz, row->space->tz);
  gboolean other_currency = !g_str_equal (old->space->currency, row->space->currency);

  if (!other_zone && !other_currency)
    return TRUE;

  uids = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  if (!foyer_booking_table_list_ahead (db, old->id, today, uids, error))
    return FALSE;
  if (uids->len == 0)
    return TRUE;

  g_propagate_error (error,
                     foyer_error_new_with_ids (other_zone ? FOYER_ERROR_HAS_BOOKINGS : FOYER_ERROR_CURRENCY_MISMATCH,
                                               (const char * const *) uids->pdata,
                                               "%u bookings ahead", uids->len));
  return FALSE;
}

static gboolean
foyer_space_verbs_edit (FoyerDb        *db,
                        FoyerSpaceRow  *row,
                        gint64         *op,
                        GError        **error)
{
  g_autoptr(FoyerSpaceRow) old = foyer_space_table_find (db, row->space->id, error);
  FoyerDay today;

  if (old == NULL)
    return FALSE;

  row->id = old->id;
  row->space->rev = old->space->rev;
  g_strfreev (row->space->photos);
  row->space->photos = g_strdupv (old->space->photos);
  if (row->space->desks == NULL)
    {
      row->space->desks = g_array_ref (old->space->desks);
      if (!foyer_space_check (row->space, error))
        return FALSE;
    }
  foyer_space_verbs_locate (row, old);
  if (!foyer_desk_wish_take_keys (db, row, old, error))
    return FALSE;
  if (foyer_space_is_same (row, old))
    return TRUE;

  today = foyer_space_row_get_today (row, db, error);

  return today != FOYER_DAY_NONE
         && foyer_space_verbs_check_ahead (db, old, row, today, error)
         && foyer_desk_wish_check_kept (db, row, today, error)
         && foyer_act_open (db, "space-edit", row->space->id, op, error)
         && foyer_space_table_update (db, row, error)
         && foyer_slot_table_recompute (db, row, today, NULL, error);
}

FoyerSpace *
foyer_space_verbs_save (FoyerDb           *db,
                        const FoyerSpace  *space,
                        gint64            *op,
                        GError           **error)
{
  g_autoptr(FoyerSpaceRow) row = g_new0 (FoyerSpaceRow, 1);
  g_autoptr(FoyerTransaction) transaction = NULL;

  *op = 0;
  row->space = foyer_space_copy (space);
  if (!foyer_space_check (row->space, error)
      || (transaction = foyer_transaction_begin (db, error)) == NULL
      || !(*row->space->id == '\0' ? foyer_space_verbs_add : foyer_space_verbs_edit) (db, row, op, error))
    return NULL;

  if (*op != 0)
    foyer_db_note_change (db, FOYER_CHANGE_SPACES | FOYER_CHANGE_OPENINGS, row->space->id);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;

  return g_steal_pointer (&row->space);
}

FoyerSpace *
foyer_space_verbs_set_desks (FoyerDb     *db,
                             const char  *space_id,
                             GArray      *desks,
                             gint64      *op,
                             GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) row = NULL;

  *op = 0;
  if (transaction == NULL || (row = foyer_space_table_find (db, space_id, error)) == NULL)
    return NULL;

  g_array_unref (row->space->desks);
  row->space->desks = g_array_ref (desks);
  if (!foyer_space_check (row->space, error) || !foyer_space_verbs_edit (db, row, op, error))
    return NULL;

  if (*op != 0)
    foyer_db_note_change (db, FOYER_CHANGE_SPACES | FOYER_CHANGE_BOOKINGS, row->space->id);
  if (!foyer_transaction_commit (transaction, error))
    {
      *op = 0;
      return NULL;
    }

  return g_steal_pointer (&row->space);
}

GPtrArray *
foyer_space_verbs_list (FoyerDb  *db,
                        GError  **error)
{
  g_autoptr(GPtrArray) rows = foyer_space_table_list (db, error);
  g_autoptr(GPtrArray) spaces = NULL;

  if (rows == NULL)
    return NULL;

  spaces = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_space_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (spaces, g_steal_pointer (&((FoyerSpaceRow *) rows->pdata[i])->space));

  return g_steal_pointer (&spaces);
}
