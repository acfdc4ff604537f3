/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-space-table.h"

static const char * const events[] = {
  [FOYER_VISIT_IN] = "in",
  [FOYER_VISIT_OUT] = "out",
  [FOYER_VISIT_OUT_HOUSE] = "out-house",
  [FOYER_VISIT_IN_UNDONE] = "in-undone",
  [FOYER_VISIT_OUT_UNDONE] = "out-undone",
};

static gboolean
foyer_visit_table_append_at (FoyerDb          *db,
                             gint64            booking_id,
                             FoyerVisitEvent   event,
                             gint64            at,
                             GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "INSERT INTO visit (booking_id, event, at) VALUES (?1, ?2, ?3)");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_text (stmt, 2, events[event]);
  foyer_stmt_bind_int (stmt, 3, at);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_visit_table_append (FoyerDb          *db,
                          gint64            booking_id,
                          FoyerVisitEvent   event,
                          GError          **error)
{
  return foyer_visit_table_append_at (db, booking_id, event, foyer_db_now (db), error);
}

typedef struct {
  gint64   booking_id;
  FoyerDay day;            /* on which whoever came was here */
} FoyerOpenVisit;

/* Of a space, those whose day is over. A booking of an earlier day whose arrival was noted later belongs
 * to the day of the note: until it ends, whoever came may still be here. */
static GArray *
foyer_visits_list_over (FoyerDb              *db,
                        const FoyerSpaceRow  *space,
                        FoyerDay              today,
                        GError              **error)
{
  GTimeZone *zone = foyer_db_get_zone (db, space->space->tz, NULL);
  g_autoptr(GArray) visits = g_array_new (FALSE, FALSE, sizeof (FoyerOpenVisit));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, day, in_at FROM booking WHERE space_id = ?1 AND day < ?2 AND state = 'checked-in' AND deleted_at = 0");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space->id);
  foyer_stmt_bind_day (stmt, 2, today);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerDay noted = foyer_business_day (zone, foyer_stmt_get_int (stmt, 2), space->space->cut_off);
      FoyerOpenVisit visit = { foyer_stmt_get_int (stmt, 0), MAX (foyer_stmt_get_day (stmt, 1), noted) };

      if (visit.day < today)
        g_array_append_val (visits, visit);
    }

  return done ? g_steal_pointer (&visits) : NULL;
}

static gboolean
foyer_visit_close (FoyerDb              *db,
                   const FoyerSpaceRow  *space,
                   FoyerOpenVisit        visit,
                   GError              **error)
{
  gint64 out_ms = foyer_instant_at (foyer_db_get_zone (db, space->space->tz, NULL), visit.day + 1, space->space->cut_off);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE booking SET state = 'checked-out', out_at = ?2, forgotten = 1, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, visit.booking_id);
  foyer_stmt_bind_int (stmt, 2, out_ms);

  return foyer_stmt_run (stmt, error)
         && foyer_visit_table_append_at (db, visit.booking_id, FOYER_VISIT_OUT_HOUSE, out_ms, error);
}

static gboolean
foyer_visits_close_in (FoyerDb              *db,
                       const FoyerSpaceRow  *space,
                       FoyerDay              today,
                       GError              **error)
{
  g_autoptr(GArray) visits = foyer_visits_list_over (db, space, today, error);
  g_autoptr(FoyerTransaction) transaction = NULL;

  if (visits == NULL)
    return FALSE;
  if (visits->len == 0)
    return TRUE;

  transaction = foyer_transaction_begin (db, error);
  if (transaction == NULL || !foyer_act_open_house (db, space->space->id, error))
    return FALSE;
  for (guint i = 0; i < visits->len; i++)
    if (!foyer_visit_close (db, space, g_array_index (visits, FoyerOpenVisit, i), error))
      return FALSE;
  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, space->space->id);

  return foyer_transaction_commit (transaction, error);
}

gboolean
foyer_visits_close (FoyerDb  *db,
                    gint64   *until,
                    GError  **error)
{
  g_autoptr(GPtrArray) spaces = foyer_space_table_list (db, error);

  *until = G_MAXINT64;
  if (spaces == NULL)
    return FALSE;

  for (guint i = 0; i < spaces->len; i++)
    {
      FoyerSpaceRow *space = spaces->pdata[i];
      FoyerDay today = foyer_space_row_get_today (space, db, NULL);

      /* A zone that this machine does not know must not keep the other spaces full. */
      if (today == FOYER_DAY_NONE)
        continue;
      if (!foyer_visits_close_in (db, space, today, error))
        return FALSE;
      *until = MIN (*until, foyer_instant_at (foyer_db_get_zone (db, space->space->tz, NULL), today + 1,
                                              space->space->cut_off));
    }

  return TRUE;
}
