/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-desk-wish-verbs.h"

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-desk-wish-table.h"

/* ---- who sits where ---- */

static const char *
foyer_desk_get_name (const FoyerSpaceRow *space,
                     int                  place)
{
  return place == FOYER_DESK_NONE ? "" : g_array_index (space->space->desks, FoyerNamedDesk, place).name;
}

static void
foyer_desk_tell_booking (const FoyerSpaceRow    *space,
                         FoyerBooking           *booking,
                         const FoyerDeskClaim   *claim,
                         const FoyerDeskPlace   *places)
{
  g_autoptr(GStrvBuilder) am = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) pm = g_strv_builder_new ();

  for (int i = 0; i < claim->seats; i++)
    {
      g_strv_builder_add (am, foyer_desk_get_name (space, places[i].am));
      g_strv_builder_add (pm, foyer_desk_get_name (space, places[i].pm));
    }
  if (claim->part & FOYER_PART_AM)
    booking->am_desks = g_strv_builder_end (am);
  if (claim->part & FOYER_PART_PM)
    booking->pm_desks = g_strv_builder_end (pm);
  if (claim->wish != FOYER_DESK_NONE)
    booking->desk_wish = g_strdup (foyer_desk_get_name (space, claim->wish));
  booking->desk_pinned = claim->pinned;
}

/* The plan of a day: @holders, and @places of which each has as many as it has seats. */
static gboolean
foyer_desk_plan_day (FoyerDb              *db,
                     const FoyerSpaceRow  *space,
                     FoyerDay              day,
                     GArray              **holders,
                     GArray              **places,
                     GError              **error)
{
  g_autofree FoyerDeskClaim *claims = NULL;

  *holders = foyer_desk_wish_table_list (db, space, day, error);
  if (*holders == NULL)
    return FALSE;

  claims = g_new (FoyerDeskClaim, MAX ((*holders)->len, 1));
  for (guint i = 0; i < (*holders)->len; i++)
    claims[i] = g_array_index (*holders, FoyerDeskHolder, i).claim;
  *places = foyer_desk_plan (claims, (*holders)->len, (int) space->space->desks->len, space->space->seats);

  return TRUE;
}

static gboolean
foyer_desk_tell_day (FoyerDb              *db,
                     const FoyerSpaceRow  *space,
                     FoyerBookingRow     **rows,
                     guint                 n_rows,
                     GError              **error)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) holders = NULL;
  g_autoptr(GArray) places = NULL;
  guint at = 0;

  if (!foyer_desk_plan_day (db, space, rows[0]->booking->day, &holders, &places, error))
    return FALSE;

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_insert (wanted, &rows[i]->id, rows[i]->booking);
  for (guint i = 0; i < holders->len; i++)
    {
      const FoyerDeskHolder *holder = &g_array_index (holders, FoyerDeskHolder, i);
      FoyerBooking *booking = g_hash_table_lookup (wanted, &holder->booking_id);

      if (booking != NULL)
        foyer_desk_tell_booking (space, booking, &holder->claim, &g_array_index (places, FoyerDeskPlace, at));
      at += (guint) holder->claim.seats;
    }

  return TRUE;
}

gboolean
foyer_desk_wish_tell (FoyerDb              *db,
                      const FoyerSpaceRow  *space,
                      GPtrArray            *rows,
                      GError              **error)
{
  FoyerBookingRow **all = (FoyerBookingRow **) rows->pdata;
  guint end;

  if (space->space->desks->len == 0)
    return TRUE;

  for (guint start = 0; start < rows->len; start = end)
    {
      end = start + 1;
      while (end < rows->len && all[end]->booking->day == all[start]->booking->day)
        end++;
      if (!foyer_desk_tell_day (db, space, all + start, end - start, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foyer_desk_wish_tell_one (FoyerDb              *db,
                          const FoyerSpaceRow  *space,
                          FoyerBookingRow      *row,
                          GError              **error)
{
  return space->space->desks->len == 0 || foyer_desk_tell_day (db, space, &row, 1, error);
}

/* ---- wishes ---- */

static gboolean
foyer_desk_find (const FoyerSpaceRow  *space,
                 const char           *name,
                 int                  *key,
                 GError              **error)
{
  const int place = foyer_space_find_desk (space->space, name);

  if (place < 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NO_DESK, "the space has no desk of this name");
      return FALSE;
    }
  *key = g_array_index (space->space->desks, FoyerNamedDesk, place).key;

  return TRUE;
}

gboolean
foyer_desk_wish_make (FoyerDb              *db,
                      const FoyerSpaceRow  *space,
                      gint64                booking_id,
                      const char           *desk,
                      gboolean              pinned,
                      GError              **error)
{
  FoyerDeskWish wish = { .pinned = pinned };

  return foyer_desk_find (space, desk, &wish.desk, error)
         && foyer_desk_wish_table_set (db, booking_id, &wish, error);
}

gboolean
foyer_desk_wish_sit (FoyerDb                *db,
                     const FoyerSpaceRow    *space,
                     const FoyerBookingRow  *row,
                     GError                **error)
{
  g_autoptr(GArray) holders = NULL;
  g_autoptr(GArray) places = NULL;
  FoyerDeskWish wish;
  guint at = 0;

  if (space->space->desks->len == 0)
    return TRUE;
  if (!foyer_desk_wish_table_get (db, row->id, &wish, error)
      || !foyer_desk_plan_day (db, space, row->booking->day, &holders, &places, error))
    return FALSE;

  for (guint i = 0; i < holders->len; i++)
    {
      const FoyerDeskHolder *holder = &g_array_index (holders, FoyerDeskHolder, i);
      const FoyerDeskPlace *place = &g_array_index (places, FoyerDeskPlace, at);
      int desk = holder->claim.part & FOYER_PART_AM ? place->am : place->pm;

      if (holder->booking_id == row->id && desk != FOYER_DESK_NONE)
        {
          wish.sits = g_array_index (space->space->desks, FoyerNamedDesk, desk).key;
          return foyer_desk_wish_table_set (db, row->id, &wish, error);
        }
      at += (guint) holder->claim.seats;
    }

  return TRUE;
}

static gboolean
foyer_desk_wish_check_booking (FoyerDb                *db,
                               FoyerSpaceRow          *space,
                               const FoyerBookingRow  *row,
                               GError                **error)
{
  const FoyerDay today = foyer_space_row_get_today (space, db, error);

  if (today == FOYER_DAY_NONE)
    return FALSE;
  if (row->booking->state != FOYER_STATE_CONFIRMED && row->booking->state != FOYER_STATE_CHECKED_IN)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE,
                           foyer_booking_state_get_name (row->booking->state));
      return FALSE;
    }
  if (row->booking->day < today)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY, "the day is over");
      return FALSE;
    }

  return TRUE;
}

/* Who is told to sit elsewhere sits there from now on. */
static gboolean
foyer_desk_wish_change (FoyerDb                *db,
                        const FoyerSpaceRow    *space,
                        const FoyerBookingRow  *row,
                        const char             *desk,
                        gboolean                pinned,
                        gint64                 *op,
                        GError                **error)
{
  FoyerDeskWish old;
  FoyerDeskWish new = { .pinned = pinned };

  if ((desk != NULL && !foyer_desk_find (space, desk, &new.desk, error))
      || !foyer_desk_wish_table_get (db, row->id, &old, error))
    return FALSE;
  if (old.desk == new.desk && !old.pinned == !new.pinned)
    return TRUE;

  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, space->space->id);
  if (!foyer_act_open (db, "desk", row->booking->id, op, error)
      || !foyer_desk_wish_table_set (db, row->id, &new, error))
    return FALSE;

  return row->booking->state != FOYER_STATE_CHECKED_IN || foyer_desk_wish_sit (db, space, row, error);
}

FoyerBooking *
foyer_desk_wish_verbs_set (FoyerDb     *db,
                           const char  *booking_id,
                           const char  *desk,
                           gboolean     pinned,
                           gint64      *op,
                           GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerBookingRow) row = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  gint64 act = 0;

  *op = 0;
  if (transaction == NULL
      || (row = foyer_booking_table_find (db, booking_id, error)) == NULL
      || (space = foyer_space_table_get (db, row->space_id, error)) == NULL
      || !foyer_desk_wish_check_booking (db, space, row, error)
      || !foyer_desk_wish_change (db, space, row, desk, pinned && desk != NULL, &act, error)
      || !foyer_desk_wish_tell_one (db, space, row, error)
      || !foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&row->booking);
}

/* ---- the names of a space ---- */

gboolean
foyer_desk_wish_check_kept (FoyerDb              *db,
                            const FoyerSpaceRow  *space,
                            FoyerDay              today,
                            GError              **error)
{
  g_autoptr(GPtrArray) uids = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  if (!foyer_desk_wish_table_list_lost (db, space, today, uids, error))
    return FALSE;
  if (uids->len == 0)
    return TRUE;

  g_propagate_error (error, foyer_error_new_with_ids (FOYER_ERROR_HAS_BOOKINGS, (const char * const *) uids->pdata,
                                                      "%u bookings have this desk pinned", uids->len));
  return FALSE;
}

/* What a form brings back may be older than what is kept: a key that is not there any more, or twice,
 * is a new desk. */
static gboolean
foyer_desk_is_known (const FoyerSpaceRow *old,
                     const GArray        *desks,
                     guint                at)
{
  const int key = g_array_index (desks, FoyerNamedDesk, at).key;

  for (guint i = 0; i < at; i++)
    if (g_array_index (desks, FoyerNamedDesk, i).key == key)
      return FALSE;
  for (guint i = 0; old != NULL && i < old->space->desks->len; i++)
    if (g_array_index (old->space->desks, FoyerNamedDesk, i).key == key)
      return TRUE;

  return FALSE;
}

gboolean
foyer_desk_wish_take_keys (FoyerDb              *db,
                           FoyerSpaceRow        *row,
                           const FoyerSpaceRow  *old,
                           GError              **error)
{
  GArray *desks = row->space->desks;
  gboolean asked = FALSE;
  int last = 0;

  for (guint i = 0; i < desks->len; i++)
    {
      FoyerNamedDesk *desk = &g_array_index (desks, FoyerNamedDesk, i);

      if (foyer_desk_is_known (old, desks, i))
        continue;
      if (!asked)
        {
          if (old != NULL && !foyer_desk_wish_table_get_last (db, old->id, &last, error))
            return FALSE;
          for (guint j = 0; old != NULL && j < old->space->desks->len; j++)
            last = MAX (last, g_array_index (old->space->desks, FoyerNamedDesk, j).key);
          asked = TRUE;
        }
      desk->key = ++last;
    }

  return TRUE;
}
