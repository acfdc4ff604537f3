/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-desk-wish-table.h"

#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"

gboolean
foyer_desk_wish_table_get (FoyerDb        *db,
                           gint64          booking_id,
                           FoyerDeskWish  *wish,
                           GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT desk, pinned, sits FROM desk_wish WHERE booking_id = ?1 AND deleted_at = 0");
  gboolean row;

  *wish = (FoyerDeskWish) { 0 };
  foyer_stmt_bind_int (stmt, 1, booking_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    {
      wish->desk = (int) foyer_stmt_get_int (stmt, 0);
      wish->pinned = foyer_stmt_get_int (stmt, 1) != 0;
      wish->sits = (int) foyer_stmt_get_int (stmt, 2);
    }

  return TRUE;
}

gboolean
foyer_desk_wish_table_set (FoyerDb              *db,
                           gint64                booking_id,
                           const FoyerDeskWish  *wish,
                           GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO desk_wish (booking_id, desk, pinned, sits) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (booking_id) DO UPDATE"
    " SET desk = excluded.desk, pinned = excluded.pinned, sits = excluded.sits, deleted_at = 0");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_int (stmt, 2, wish->desk);
  foyer_stmt_bind_int (stmt, 3, wish->pinned ? 1 : 0);
  foyer_stmt_bind_int (stmt, 4, wish->sits);

  return foyer_stmt_run (stmt, error);
}

static int
foyer_desk_wish_table_get_place (const FoyerSpaceRow *space,
                                 gint64               key)
{
  const GArray *desks = space->space->desks;

  for (guint i = 0; i < desks->len; i++)
    if (g_array_index (desks, FoyerNamedDesk, i).key == key)
      return (int) i;

  return FOYER_DESK_NONE;
}

GArray *
foyer_desk_wish_table_list (FoyerDb              *db,
                            const FoyerSpaceRow  *space,
                            FoyerDay              day,
                            GError              **error)
{
  g_autoptr(GArray) holders = g_array_new (FALSE, FALSE, sizeof (FoyerDeskHolder));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT b.id, b.part, b.seats, coalesce (w.desk, 0), coalesce (w.pinned, 0), coalesce (w.sits, 0)"
    " FROM booking AS b LEFT JOIN desk_wish AS w ON w.booking_id = b.id AND w.deleted_at = 0"
    " WHERE b.space_id = ?1 AND b.day = ?2 AND b.state IN ('confirmed', 'checked-in', 'checked-out')"
    " AND b.deleted_at = 0 ORDER BY b.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space->id);
  foyer_stmt_bind_day (stmt, 2, day);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerDeskHolder holder = { .booking_id = foyer_stmt_get_int (stmt, 0) };

      holder.claim.part = (FoyerPart) foyer_stmt_get_int (stmt, 1);
      holder.claim.seats = (int) foyer_stmt_get_int (stmt, 2);
      holder.claim.wish = foyer_desk_wish_table_get_place (space, foyer_stmt_get_int (stmt, 3));
      holder.claim.pinned = foyer_stmt_get_int (stmt, 4) != 0 && holder.claim.wish != FOYER_DESK_NONE;
      holder.claim.sits = foyer_desk_wish_table_get_place (space, foyer_stmt_get_int (stmt, 5));
      g_array_append_val (holders, holder);
    }

  return done ? g_steal_pointer (&holders) : NULL;
}

gboolean
foyer_desk_wish_table_list_lost (FoyerDb              *db,
                                 const FoyerSpaceRow  *space,
                                 FoyerDay              today,
                                 GPtrArray            *uids,
                                 GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT b.uid, p.desk FROM booking AS b JOIN desk_pin AS p ON p.booking_id = b.id"
    " WHERE b.space_id = ?1 AND b.day >= ?2 ORDER BY b.day, b.id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space->id);
  foyer_stmt_bind_day (stmt, 2, today);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    if (foyer_desk_wish_table_get_place (space, foyer_stmt_get_int (stmt, 1)) == FOYER_DESK_NONE)
      g_ptr_array_add (uids, foyer_stmt_dup_text (stmt, 0));

  return done;
}

gboolean
foyer_desk_wish_table_get_last (FoyerDb  *db,
                                gint64    space_id,
                                int      *key,
                                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT coalesce (max (max (w.desk, w.sits)), 0) FROM desk_wish AS w JOIN booking AS b ON b.id = w.booking_id"
    " WHERE b.space_id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *key = (int) foyer_stmt_get_int (stmt, 0);

  return TRUE;
}

gboolean
foyer_desk_wish_table_restore (FoyerDb     *db,
                               gint64       booking_id,
                               const char  *before,
                               GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE desk_wish SET desk = ?2 ->> 'desk', pinned = ?2 ->> 'pinned', sits = ?2 ->> 'sits',"
    " deleted_at = ?2 ->> 'deleted_at' WHERE booking_id = ?1");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_desk_wish_table_delete (FoyerDb  *db,
                              gint64    booking_id,
                              GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE desk_wish SET deleted_at = ?2 WHERE booking_id = ?1");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}
