/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/verbs/foyer-opening-verbs.h"

typedef struct {
  FoyerDb             *db;
  const FoyerDaysEdit *edit;
  const char          *note;       /* (nullable): cleaned */
  const FoyerSpaceRow *space;
  FoyerPlanner        *planner;
  FoyerDaysChange     *change;
  GPtrArray           *in_the_way; /* uids of who cannot be sent away */
} FoyerDaysJob;

static gboolean
foyer_days_edit_check (const FoyerDaysEdit  *edit,
                       GError              **error)
{
  const char *problem = NULL;

  if (!foyer_day_is_valid (edit->first) || !foyer_day_is_valid (edit->last) || edit->first > edit->last)
    problem = "the days are not a range";
  else if ((edit->start_minute == -1) != (edit->end_minute == -1))
    problem = "an opening needs both hours";
  else if (edit->start_minute != -1
           && (edit->start_minute < 0 || edit->end_minute > 1440 || edit->start_minute >= edit->end_minute))
    problem = "the hours are not within a day";
  else if (edit->seats != -1 && (edit->seats < 1 || edit->seats > FOYER_SEATS_MAX))
    problem = "the seats are not from 1 to 500";

  if (problem != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);

  return problem == NULL;
}

/* Hours and seats that a day keeps when it is opened: its own, else its rule's, else the usual. */
static void
foyer_days_job_open (FoyerDaysJob        *job,
                     FoyerDay             day,
                     const FoyerDayEntry *old,        /* (nullable) */
                     FoyerDayEntry       *entry)
{
  /* Other seats or hours alone open nothing that is closed, also where a calendar closes it. */
  FoyerDayPlan rule = job->edit->to == FOYER_DAYS_KEEP ? foyer_planner_get_plan (job->planner, day)
                                                       : foyer_planner_get_week_plan (job->planner, day);

  entry->start_minute = FOYER_OPENS_DEFAULT;
  entry->end_minute = FOYER_CLOSES_DEFAULT;
  entry->seats = FOYER_SEATS_OF_SPACE;
  if (old != NULL && old->mode == FOYER_DAY_OPEN)
    {
      entry->start_minute = old->start_minute;
      entry->end_minute = old->end_minute;
      entry->seats = old->seats;
    }
  else if (rule.open)
    {
      int seats = MAX (rule.am_seats, rule.pm_seats);

      entry->start_minute = rule.start_minute;
      entry->end_minute = rule.end_minute;
      if (seats != job->space->space->seats)
        entry->seats = seats;
    }

  entry->mode = FOYER_DAY_OPEN;
  if (job->edit->start_minute != -1)
    {
      entry->start_minute = job->edit->start_minute;
      entry->end_minute = job->edit->end_minute;
    }
  if (job->edit->seats != -1)
    entry->seats = job->edit->seats;
}

static gboolean
foyer_day_plan_equals (const FoyerDayPlan *a,
                       const FoyerDayPlan *b)
{
  return a->open == b->open && a->start_minute == b->start_minute && a->end_minute == b->end_minute
         && a->am_seats == b->am_seats && a->pm_seats == b->pm_seats;
}

/* What the edit makes of a day. */
static void
foyer_days_job_plan_day (FoyerDaysJob        *job,
                         FoyerDay             day,
                         const FoyerDayEntry *old,        /* (nullable) */
                         FoyerDayEntry       *entry)
{
  FoyerDayPlan now = foyer_planner_get_plan (job->planner, day);
  FoyerDayPlan then;
  gboolean sets_hours = job->edit->start_minute != -1 || job->edit->seats != -1;

  if (old != NULL)
    *entry = *old;
  else
    *entry = (FoyerDayEntry) { .day = day, .mode = FOYER_DAY_BY_RULE };
  entry->note = g_strdup (job->note != NULL ? job->note : old != NULL ? old->note : "");

  if (job->edit->to == FOYER_DAYS_CLOSE)
    entry->mode = FOYER_DAY_CLOSED;
  else if (job->edit->to == FOYER_DAYS_BY_RULE)
    entry->mode = FOYER_DAY_BY_RULE;
  else if (job->edit->to == FOYER_DAYS_OPEN || (sets_hours && now.open))
    {
      FoyerDayMode mode = entry->mode;

      foyer_days_job_open (job, day, old, entry);
      /* A day that its rule opens just so goes on following the rule. */
      then = foyer_planner_try_plan (job->planner, day, entry);
      if (mode == FOYER_DAY_BY_RULE && foyer_day_plan_equals (&now, &then))
        entry->mode = FOYER_DAY_BY_RULE;
    }
}

static gboolean
foyer_day_entry_equals (const FoyerDayEntry *a,
                        const FoyerDayEntry *b)
{
  return a->mode == b->mode && g_str_equal (a->note, b->note)
         && (a->mode != FOYER_DAY_OPEN
             || (a->start_minute == b->start_minute && a->end_minute == b->end_minute && a->seats == b->seats));
}

/* Sends away who booked a half that closes; who is here or was here is in the way. */
static gboolean
foyer_days_job_cancel (FoyerDaysJob        *job,
                       FoyerDay             day,
                       const FoyerDayPlan  *then,
                       GError             **error)
{
  guint closing = (then->am_seats == 0 ? (guint) FOYER_PART_AM : 0) | (then->pm_seats == 0 ? (guint) FOYER_PART_PM : 0);
  g_autoptr(GPtrArray) bookings = NULL;

  if (closing == 0)
    return TRUE;

  bookings = foyer_booking_table_list_held (job->db, job->space->id, day, day, error);
  if (bookings == NULL)
    return FALSE;
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBookingRow *row = bookings->pdata[i];

      if (((guint) row->booking->part & closing) == 0)
        continue;
      if (!foyer_booking_state_can (row->booking->state, FOYER_STATE_CANCELLED))
        {
          g_ptr_array_add (job->in_the_way, g_strdup (row->booking->id));
          continue;
        }
      if (!foyer_act_open (job->db, "close", job->space->space->id, &job->change->op, error)
          || !foyer_booking_table_set_state (job->db, row->id, FOYER_STATE_CANCELLED, -1, -1, error))
        return FALSE;
      job->change->n_cancelled++;
    }

  return TRUE;
}

static gboolean
foyer_days_job_edit_day (FoyerDaysJob  *job,
                         FoyerDay       day,
                         GError       **error)
{
  static const char * const verbs[] = {
    [FOYER_DAYS_KEEP] = "days",
    [FOYER_DAYS_OPEN] = "open",
    [FOYER_DAYS_CLOSE] = "close",
    [FOYER_DAYS_BY_RULE] = "days",
  };
  const FoyerDayEntry *old = foyer_planner_get_entry (job->planner, day);
  const FoyerDayEntry none = { .day = day, .mode = FOYER_DAY_BY_RULE, .note = (char *) "" };
  g_auto(FoyerDayEntry) entry = { 0 };
  FoyerDayPlan then;

  foyer_days_job_plan_day (job, day, old, &entry);
  if (foyer_day_entry_equals (&entry, old != NULL ? old : &none))
    return TRUE;

  then = foyer_planner_try_plan (job->planner, day, &entry);
  if (job->edit->cancel_bookings && !foyer_days_job_cancel (job, day, &then, error))
    return FALSE;

  return foyer_act_open (job->db, verbs[job->edit->to], job->space->space->id, &job->change->op, error)
         && foyer_exception_table_put (job->db, job->space->id, &entry, error);
}

static gboolean
foyer_days_job_run (FoyerDaysJob  *job,
                    FoyerDay       first,
                    GError       **error)
{
  for (FoyerDay day = first; day <= job->edit->last; day++)
    if (!foyer_days_job_edit_day (job, day, error))
      return FALSE;

  if (job->in_the_way->len > 0)
    {
      g_propagate_error (error, foyer_error_new_with_ids (FOYER_ERROR_HAS_BOOKINGS,
                                                          (const char * const *) job->in_the_way->pdata,
                                                          "%u are here or were", job->in_the_way->len));
      return FALSE;
    }
  if (job->change->op != 0)
    foyer_db_note_change (job->db, job->change->n_cancelled > 0 ? FOYER_CHANGE_OPENINGS | FOYER_CHANGE_BOOKINGS
                                                                : FOYER_CHANGE_OPENINGS, job->space->space->id);

  return TRUE;
}

gboolean
foyer_opening_verbs_write_days (FoyerDb              *db,
                                const FoyerSpaceRow  *space,
                                FoyerDay              today,
                                const FoyerDaysEdit  *edit,
                                FoyerDaysChange      *change,
                                GError              **error)
{
  const FoyerDay first = MAX (edit->first, today);
  g_autofree char *note = NULL;
  g_autoptr(FoyerPlanner) planner = NULL;
  g_autoptr(GPtrArray) in_the_way = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  FoyerDaysJob job = { .db = db, .edit = edit, .space = space, .change = change, .in_the_way = in_the_way };

  if (!foyer_days_edit_check (edit, error)
      || (edit->note != NULL
          && (note = foyer_text_clean_block (edit->note, "note", FOYER_LINE_MAX, error)) == NULL))
    return FALSE;
  if (edit->last < today)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY, "the past stays as it was");
      return FALSE;
    }
  if (edit->last > today + FOYER_BOOKABLE_DAYS)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BEYOND_HORIZON, "too far ahead");
      return FALSE;
    }

  planner = foyer_planner_new (db, space, first, edit->last, error);
  if (planner == NULL)
    return FALSE;
  job.note = note;
  job.planner = planner;

  return foyer_days_job_run (&job, first, error);
}

gboolean
foyer_opening_verbs_edit_days (FoyerDb              *db,
                               const char           *space_id,
                               const FoyerDaysEdit  *edit,
                               FoyerDaysChange      *change,
                               GError              **error)
{
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  FoyerDay today;

  memset (change, 0, sizeof *change);
  if ((transaction = foyer_transaction_begin (db, error)) == NULL
      || (space = foyer_space_table_find (db, space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || !foyer_opening_verbs_write_days (db, space, today, edit, change, error)
      || (change->op != 0 && !foyer_slot_table_recompute (db, space, today, &change->n_days, error)))
    return FALSE;

  return foyer_transaction_commit (transaction, error);
}
