/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-opening-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/verbs/foyer-opening-verbs.h"

static gboolean
foyer_availability_is_same_opening (const FoyerAvailability *a,
                                    const FoyerAvailability *b)
{
  return a->open == b->open && a->start_minute == b->start_minute && a->end_minute == b->end_minute
         && a->am_seats == b->am_seats && a->pm_seats == b->pm_seats;
}

static gboolean
foyer_opening_verbs_write_dates (FoyerDb                  *db,
                                 const FoyerSpaceRow      *space,
                                 FoyerDay                  today,
                                 const FoyerOpeningDates  *dates,
                                 GError                  **error)
{
  FoyerDaysChange change = { 0 };
  FoyerDaysEdit edit = {
    .first = dates->first,
    .last = dates->last,
    .to = dates->exception.open ? FOYER_DAYS_OPEN : FOYER_DAYS_CLOSE,
    .start_minute = dates->exception.open ? dates->exception.start_minute : -1,
    .end_minute = dates->exception.open ? dates->exception.end_minute : -1,
    .seats = dates->exception.open ? dates->exception.seats : -1,
  };

  return foyer_opening_verbs_write_days (db, space, today, &edit, &change, error);
}

static gboolean
foyer_opening_verbs_write_holidays (FoyerDb               *db,
                                    FoyerSpaceRow         *space,
                                    FoyerPlanHolidays      holidays,
                                    GError               **error)
{
  gboolean closed = holidays == FOYER_PLAN_HOLIDAYS_CLOSED;

  if (holidays == FOYER_PLAN_HOLIDAYS_UNSAID || space->space->closed_on_holidays == closed)
    return TRUE;

  space->space->closed_on_holidays = closed;
  foyer_db_note_change (db, FOYER_CHANGE_SPACES | FOYER_CHANGE_OPENINGS, space->space->id);

  return foyer_space_table_update (db, space, error);
}

static gboolean
foyer_opening_verbs_write_rules (FoyerDb              *db,
                                 const FoyerSpaceRow  *space,
                                 GArray               *rules,
                                 gboolean              replace,
                                 gint64               *op,
                                 GError              **error)
{
  if (replace && rules->len > 0 && !foyer_opening_table_clear (db, space->id, error))
    return FALSE;
  for (guint i = 0; i < rules->len; i++)
    if (!foyer_opening_verbs_append_rule (db, space, &g_array_index (rules, FoyerOpeningRule, i), op, error))
      return FALSE;

  return TRUE;
}

/* What the plan says, in the order in which the later wins. */
static gboolean
foyer_opening_verbs_write_plan (FoyerDb                 *db,
                                FoyerSpaceRow           *space,
                                FoyerDay                 today,
                                const FoyerOpeningPlan  *plan,
                                gboolean                 replace,
                                gint64                  *op,
                                GError                 **error)
{
  if (!foyer_opening_verbs_write_rules (db, space, plan->rules, replace, op, error)
      || !foyer_opening_verbs_write_holidays (db, space, plan->holidays, error))
    return FALSE;
  for (guint i = 0; i < plan->dates->len; i++)
    if (!foyer_opening_verbs_write_dates (db, space, today, &g_array_index (plan->dates, FoyerOpeningDates, i), error))
      return FALSE;

  return TRUE;
}

/* The days are worked out once all pieces are written: a day that one piece closes and the next
 * opens again was never closed, and nobody who sits there is in the way. What is so already is no act. */
gboolean
foyer_opening_verbs_put_plan (FoyerDb                 *db,
                              const char              *space_id,
                              const FoyerOpeningPlan  *plan,
                              gboolean                 replace,
                              FoyerDaysChange         *change,
                              GError                 **error)
{
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;
  gboolean empty;
  FoyerDay today;

  memset (change, 0, sizeof *change);
  if ((transaction = foyer_transaction_begin (db, error)) == NULL
      || (space = foyer_space_table_find (db, space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || (before = foyer_opening_verbs_availability (db, space_id, today, FOYER_COUNTED_DAYS, error)) == NULL
      || !foyer_act_open (db, replace ? "week" : "open", space->space->id, &change->op, error)
      || !foyer_opening_verbs_write_plan (db, space, today, plan, replace, &change->op, error)
      || !foyer_act_is_empty (db, change->op, &empty, error))
    return FALSE;
  if (empty)
    {
      change->op = 0;
      return TRUE;
    }
  if (!foyer_slot_table_recompute (db, space, today, NULL, error)
      || (after = foyer_opening_verbs_availability (db, space_id, today, FOYER_COUNTED_DAYS, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < after->len; i++)
    if (!foyer_availability_is_same_opening (&g_array_index (before, FoyerAvailability, i),
                                             &g_array_index (after, FoyerAvailability, i)))
      change->n_days++;

  return foyer_transaction_commit (transaction, error);
}
