/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-slot-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"

GArray *
foyer_slot_table_list (FoyerDb   *db,
                       gint64     space_id,
                       FoyerDay   first,
                       FoyerDay   last,
                       GError   **error)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (FoyerSlot));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT day, am_cap, pm_cap, start_minute, end_minute, am_shut, pm_shut FROM slot"
    " WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerSlot slot = {
        .day = foyer_stmt_get_day (stmt, 0),
        .am_cap = (int) foyer_stmt_get_int (stmt, 1),
        .pm_cap = (int) foyer_stmt_get_int (stmt, 2),
        .start_minute = (int) foyer_stmt_get_int (stmt, 3),
        .end_minute = (int) foyer_stmt_get_int (stmt, 4),
        .am_shut = (int) foyer_stmt_get_int (stmt, 5),
        .pm_shut = (int) foyer_stmt_get_int (stmt, 6),
      };

      g_array_append_val (slots, slot);
    }

  return done ? g_steal_pointer (&slots) : NULL;
}

GArray *
foyer_slot_table_list_held (FoyerDb   *db,
                            gint64     space_id,
                            FoyerDay   first,
                            FoyerDay   last,
                            GError   **error)
{
  g_autoptr(GArray) helds = g_array_new (FALSE, FALSE, sizeof (FoyerHeld));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT day, sum (seats * (part & 1)), sum (seats * (part >> 1)) FROM booking"
    " WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3 AND " FOYER_BOOKING_HELD
    " GROUP BY day ORDER BY day");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerHeld held = {
        .day = foyer_stmt_get_day (stmt, 0),
        .am = (int) foyer_stmt_get_int (stmt, 1),
        .pm = (int) foyer_stmt_get_int (stmt, 2),
      };

      g_array_append_val (helds, held);
    }

  return done ? g_steal_pointer (&helds) : NULL;
}

/* Who has a seat in a half that a calendar closes keeps it: as many stay open. */
static FoyerSlot
foyer_slot_from_plan (FoyerPlanner    *planner,
                      FoyerDay         day,
                      const FoyerHeld *held)        /* (nullable) */
{
  FoyerDayPlan plan = foyer_planner_get_plan (planner, day);

  return (FoyerSlot) {
    .day = day,
    .am_cap = held != NULL && plan.am_shut > 0 ? MIN (held->am, plan.am_shut) : plan.am_seats,
    .pm_cap = held != NULL && plan.pm_shut > 0 ? MIN (held->pm, plan.pm_shut) : plan.pm_seats,
    .start_minute = plan.start_minute,
    .end_minute = plan.end_minute,
    .am_shut = plan.am_shut,
    .pm_shut = plan.pm_shut,
  };
}

static gboolean
foyer_slot_equals (const FoyerSlot *a,
                   const FoyerSlot *b)
{
  return a->am_cap == b->am_cap && a->pm_cap == b->pm_cap
         && a->start_minute == b->start_minute && a->end_minute == b->end_minute
         && a->am_shut == b->am_shut && a->pm_shut == b->pm_shut;
}

static gboolean
foyer_slot_table_put (FoyerDb          *db,
                      gint64            space_id,
                      const FoyerSlot  *slot,
                      gboolean          is_new,
                      GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, is_new
    ? "INSERT INTO slot (space_id, day, am_cap, pm_cap, start_minute, end_minute, am_shut, pm_shut)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    : "UPDATE slot SET am_cap = ?3, pm_cap = ?4, start_minute = ?5, end_minute = ?6, am_shut = ?7, pm_shut = ?8"
      " WHERE space_id = ?1 AND day = ?2");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, slot->day);
  foyer_stmt_bind_int (stmt, 3, slot->am_cap);
  foyer_stmt_bind_int (stmt, 4, slot->pm_cap);
  foyer_stmt_bind_int (stmt, 5, slot->start_minute);
  foyer_stmt_bind_int (stmt, 6, slot->end_minute);
  foyer_stmt_bind_int (stmt, 7, slot->am_shut);
  foyer_stmt_bind_int (stmt, 8, slot->pm_shut);

  return foyer_stmt_run (stmt, error);
}

static gboolean
foyer_slot_table_find (FoyerDb    *db,
                       gint64      space_id,
                       FoyerDay    day,
                       FoyerSlot  *slot,
                       gboolean   *found,
                       GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT am_cap, pm_cap, start_minute, end_minute, am_shut, pm_shut FROM slot WHERE space_id = ?1 AND day = ?2");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, day);
  if (!foyer_stmt_step (stmt, found, error))
    return FALSE;
  if (*found)
    *slot = (FoyerSlot) {
      .day = day,
      .am_cap = (int) foyer_stmt_get_int (stmt, 0),
      .pm_cap = (int) foyer_stmt_get_int (stmt, 1),
      .start_minute = (int) foyer_stmt_get_int (stmt, 2),
      .end_minute = (int) foyer_stmt_get_int (stmt, 3),
      .am_shut = (int) foyer_stmt_get_int (stmt, 4),
      .pm_shut = (int) foyer_stmt_get_int (stmt, 5),
    };

  return TRUE;
}

gboolean
foyer_slot_table_ensure (FoyerDb              *db,
                         const FoyerSpaceRow  *space,
                         FoyerDay              today,
                         FoyerDay              day,
                         FoyerSlot            *slot,
                         GError              **error)
{
  g_autoptr(FoyerPlanner) planner = NULL;
  gboolean found;

  if (!foyer_slot_table_find (db, space->id, day, slot, &found, error))
    return FALSE;
  if (found)
    return TRUE;

  *slot = (FoyerSlot) { .day = day };
  if (day < today)
    return TRUE;

  planner = foyer_planner_new (db, space, day, day, error);
  if (planner == NULL)
    return FALSE;
  *slot = foyer_slot_from_plan (planner, day, NULL);

  return foyer_slot_table_put (db, space->id, slot, TRUE, error);
}

/* Whoever holds seats in the halves that would have too few. */
static gboolean
foyer_slot_table_find_holders (FoyerDb          *db,
                               gint64            space_id,
                               const FoyerSlot  *old,
                               const FoyerSlot  *slot,
                               const FoyerHeld  *held,
                               GPtrArray        *uids,
                               GError          **error)
{
  guint halves = 0;

  if (slot->am_cap < old->am_cap && held->am > slot->am_cap)
    halves |= FOYER_PART_AM;
  if (slot->pm_cap < old->pm_cap && held->pm > slot->pm_cap)
    halves |= FOYER_PART_PM;

  return halves == 0
         || foyer_booking_table_list_holders (db, space_id, slot->day, halves, uids, error);
}

static gboolean
foyer_slot_table_write_day (FoyerDb              *db,
                            const FoyerSpaceRow  *space,
                            const FoyerSlot      *old,        /* (nullable) */
                            const FoyerSlot      *slot,
                            const FoyerHeld      *held,       /* (nullable) */
                            GPtrArray            *uids,
                            GError              **error)
{
  if (old != NULL && foyer_slot_equals (old, slot))
    return TRUE;
  if (old != NULL && held != NULL
      && !foyer_slot_table_find_holders (db, space->id, old, slot, held, uids, error))
    return FALSE;

  /* Once somebody is in the way nothing will be kept: only who else is matters. */
  return uids->len > 0 || foyer_slot_table_put (db, space->id, slot, old == NULL, error);
}

gboolean
foyer_slot_table_recompute (FoyerDb              *db,
                            const FoyerSpaceRow  *space,
                            FoyerDay              today,
                            int                  *n_changed,
                            GError              **error)
{
  const FoyerDay last = today + FOYER_BOOKABLE_DAYS;
  g_autoptr(FoyerPlanner) planner = foyer_planner_new (db, space, today, last, error);
  g_autoptr(GArray) slots = NULL;
  g_autoptr(GArray) helds = NULL;
  g_autoptr(GPtrArray) uids = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  guint slot_i = 0;
  guint held_i = 0;
  int n = 0;

  if (planner == NULL
      || (slots = foyer_slot_table_list (db, space->id, today, last, error)) == NULL
      || (helds = foyer_slot_table_list_held (db, space->id, today, last, error)) == NULL)
    return FALSE;

  for (FoyerDay day = today; day <= last; day++)
    {
      const FoyerSlot *old = NULL;
      const FoyerHeld *held = NULL;
      FoyerSlot slot;

      if (slot_i < slots->len && g_array_index (slots, FoyerSlot, slot_i).day == day)
        old = &g_array_index (slots, FoyerSlot, slot_i++);
      if (held_i < helds->len && g_array_index (helds, FoyerHeld, held_i).day == day)
        held = &g_array_index (helds, FoyerHeld, held_i++);
      if (old == NULL && day >= today + FOYER_SLOT_DAYS)
        continue;

      slot = foyer_slot_from_plan (planner, day, held);
      if (day < today + FOYER_COUNTED_DAYS
          && (old != NULL ? old->am_cap != slot.am_cap || old->pm_cap != slot.pm_cap
                          : slot.am_cap > 0 || slot.pm_cap > 0))
        n++;
      if (!foyer_slot_table_write_day (db, space, old, &slot, held, uids, error))
        return FALSE;
    }

  if (uids->len > 0)
    {
      g_propagate_error (error, foyer_error_new_with_ids (FOYER_ERROR_HAS_BOOKINGS,
                                                          (const char * const *) uids->pdata,
                                                          "%u bookings hold these seats", uids->len));
      return FALSE;
    }
  if (n_changed != NULL)
    *n_changed = n;

  return TRUE;
}

GArray *
foyer_slot_table_list_stale (FoyerDb              *db,
                             const FoyerSpaceRow  *space,
                             FoyerDay              today,
                             GError              **error)
{
  const FoyerDay last = today + FOYER_BOOKABLE_DAYS;
  g_autoptr(FoyerPlanner) planner = foyer_planner_new (db, space, today, last, error);
  g_autoptr(GArray) slots = NULL;
  g_autoptr(GArray) helds = NULL;
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  guint held_i = 0;

  if (planner == NULL
      || (slots = foyer_slot_table_list (db, space->id, today, last, error)) == NULL
      || (helds = foyer_slot_table_list_held (db, space->id, today, last, error)) == NULL)
    return NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      const FoyerSlot *slot = &g_array_index (slots, FoyerSlot, i);
      const FoyerHeld *held = NULL;
      FoyerSlot planned;

      while (held_i < helds->len && g_array_index (helds, FoyerHeld, held_i).day < slot->day)
        held_i++;
      if (held_i < helds->len && g_array_index (helds, FoyerHeld, held_i).day == slot->day)
        held = &g_array_index (helds, FoyerHeld, held_i);
      planned = foyer_slot_from_plan (planner, slot->day, held);

      if (!foyer_slot_equals (slot, &planned))
        g_array_append_val (days, slot->day);
    }

  return g_steal_pointer (&days);
}

static gboolean
foyer_slots_extend (FoyerDb              *db,
                    const FoyerSpaceRow  *space,
                    FoyerDay              today,
                    GError              **error)
{
  const FoyerDay last = today + FOYER_SLOT_DAYS - 1;
  g_autoptr(FoyerPlanner) planner = NULL;
  FoyerSlot slot;
  gboolean found;

  /* The last day is there: so are those before it. */
  if (!foyer_slot_table_find (db, space->id, last, &slot, &found, error))
    return FALSE;
  if (found)
    return TRUE;

  planner = foyer_planner_new (db, space, today, last, error);
  if (planner == NULL)
    return FALSE;
  for (FoyerDay day = last; day >= today; day--)
    {
      if (!foyer_slot_table_find (db, space->id, day, &slot, &found, error))
        return FALSE;
      if (found)
        continue;
      slot = foyer_slot_from_plan (planner, day, NULL);
      if (!foyer_slot_table_put (db, space->id, &slot, TRUE, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foyer_slots_extend_all (FoyerDb  *db,
                        GError  **error)
{
  g_autoptr(GPtrArray) spaces = foyer_space_table_list (db, error);
  g_autoptr(FoyerTransaction) transaction = NULL;

  if (spaces == NULL)
    return FALSE;
  if (spaces->len == 0)
    return TRUE;

  transaction = foyer_transaction_begin (db, error);
  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < spaces->len; i++)
    {
      FoyerSpaceRow *space = spaces->pdata[i];
      g_autoptr(GError) zone_error = NULL;
      FoyerDay today = foyer_space_row_get_today (space, db, &zone_error);

      /* A zone that this machine does not know must not shut the other spaces. */
      if (today != FOYER_DAY_NONE && !foyer_slots_extend (db, space, today, error))
        return FALSE;
    }

  return foyer_transaction_commit (transaction, error);
}
