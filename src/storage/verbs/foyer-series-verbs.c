/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-series-verbs.h"

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-series-table.h"
#include "storage/verbs/foyer-booking-verbs.h"

/* One act on one series, while it is done. */
typedef struct {
  FoyerDb           *db;
  FoyerSpaceRow     *space;
  FoyerPersonRow    *person;
  FoyerSeriesRow    *row;
  FoyerDay           today;
  gboolean           over_limit;
  FoyerSeriesChange *change;
  gint64            *op;
} FoyerSeriesJob;

static FoyerSeriesChange *
foyer_series_change_new (gboolean preview)
{
  FoyerSeriesChange *self = g_new0 (FoyerSeriesChange, 1);

  self->bookings = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_free);
  self->skipped = g_array_new (FALSE, FALSE, sizeof (FoyerSkippedDay));
  self->horizon = FOYER_DAY_NONE;
  self->preview = preview;

  return self;
}

static void
foyer_series_job_clear (FoyerSeriesJob *self)
{
  g_clear_pointer (&self->space, foyer_space_row_free);
  g_clear_pointer (&self->person, foyer_person_row_free);
  g_clear_pointer (&self->row, foyer_series_row_free);
  g_clear_pointer (&self->change, foyer_series_change_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerSeriesJob, foyer_series_job_clear)

static void
foyer_series_job_skip (FoyerSeriesJob       *self,
                       FoyerDay              day,
                       FoyerError            reason,
                       const FoyerOverLimit *over)           /* (nullable) */
{
  FoyerSkippedDay skipped = { .day = day, .reason = reason };

  if (reason == FOYER_ERROR_CLOSED)
    skipped.holiday = foyer_space_get_holiday (self->space->space, day);
  if (over != NULL)
    skipped.over = *over;
  g_array_append_val (self->change->skipped, skipped);
}

static gboolean
foyer_series_job_check_limits (FoyerSeriesJob         *self,
                               const FoyerSeatTaking  *taking,
                               GError                **error)
{
  return self->over_limit
         || foyer_seat_check_limits (self->db, self->space, self->today, self->person->id, taking->day, taking->part,
                                     taking->seats, error);
}

/* Takes the seat of a day, or names the day when there is none. @taken: whether there was. */
static gboolean
foyer_series_job_take (FoyerSeriesJob  *self,
                       const char      *verb,
                       FoyerDay         day,
                       gboolean         again,
                       gboolean        *taken,
                       GError         **error)
{
  g_autoptr(GError) refusal = NULL;
  g_autoptr(FoyerBookingRow) booking = NULL;
  FoyerSeatTaking taking = {
    .verb = verb,
    .space = self->space,
    .today = self->today,
    .person = self->person,
    .day = day,
    .part = self->row->series->part,
    .seats = self->row->series->seats,
    .state = FOYER_STATE_CONFIRMED,
    .key = "",
    .key_digest = "",
    .series_id = self->row->id,
  };

  *taken = FALSE;
  if ((again || foyer_seat_check_same (self->db, self->space, self->person, day, taking.part, &refusal))
      && foyer_series_job_check_limits (self, &taking, &refusal))
    booking = foyer_seat_take (self->db, &taking, self->op, &refusal);
  if (booking != NULL)
    {
      *taken = TRUE;
      g_ptr_array_add (self->change->bookings, g_steal_pointer (&booking->booking));
      return TRUE;
    }
  if (!g_error_matches (refusal, FOYER_ERROR, FOYER_ERROR_FULL)
      && !g_error_matches (refusal, FOYER_ERROR, FOYER_ERROR_CLOSED)
      && !g_error_matches (refusal, FOYER_ERROR, FOYER_ERROR_ALREADY_BOOKED)
      && !g_error_matches (refusal, FOYER_ERROR, FOYER_ERROR_OVER_LIMIT))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  foyer_series_job_skip (self, day, (FoyerError) refusal->code, foyer_error_get_over_limit (refusal));

  return TRUE;
}

/* Ends the act, or forgets it when it was a preview or no day was left to take. */
static FoyerSeriesChange *
foyer_series_job_end (FoyerSeriesJob    *self,
                      FoyerTransaction  *transaction,
                      GError           **error)
{
  gboolean empty;

  if (!foyer_series_table_look_ahead (self->db, self->row, self->today, error)
      || !foyer_act_is_empty (self->db, *self->op, &empty, error))
    return NULL;
  self->change->series = g_steal_pointer (&self->row->series);
  if (self->change->preview || empty)
    {
      *self->op = 0;
      return g_steal_pointer (&self->change);
    }
  foyer_db_note_change (self->db, FOYER_CHANGE_BOOKINGS, self->space->space->id);

  return foyer_transaction_commit (transaction, error) ? g_steal_pointer (&self->change) : NULL;
}

/* ---- booking one ---- */

static gboolean
foyer_series_request_check (const FoyerSeriesRequest  *request,
                            GError                   **error)
{
  const char *problem = NULL;

  if ((request->person_id == NULL) == (request->guest_name == NULL))
    problem = "exactly one of a person and a guest's name";
  else if (request->plan->part < FOYER_PART_AM || request->plan->part > FOYER_PART_FULL)
    problem = "no such part of a day";
  else if (request->seats < 1 || request->seats > FOYER_SEATS_MAX)
    problem = "the seats are not from 1 to 500";

  if (problem != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);

  return problem == NULL;
}

/* The days that can be meant: from today to the horizon. */
static gboolean
foyer_series_job_fit_rule (FoyerSeriesJob   *self,
                           FoyerSeriesRule  *rule,
                           GError          **error)
{
  const FoyerDay horizon = self->today + FOYER_SERIES_DAYS;

  if (rule->from == FOYER_DAY_NONE)
    rule->from = self->today;
  if (rule->from < self->today)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY, "the series begins in the past");
      return FALSE;
    }
  if (rule->from > horizon)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BEYOND_HORIZON, "too far ahead");
      return FALSE;
    }
  if (rule->until == FOYER_DAY_NONE || rule->until > horizon)
    {
      rule->until = horizon;
      self->change->horizon = horizon;
    }

  return foyer_series_rule_check (rule, error);
}

static gboolean
foyer_series_job_book_days (FoyerSeriesJob            *self,
                            const FoyerSeriesRequest  *request,
                            GError                   **error)
{
  const FoyerSeriesRule *rule = &self->row->series->rule;

  for (FoyerDay day = foyer_series_rule_next (rule, rule->from - 1); day != FOYER_DAY_NONE;
       day = foyer_series_rule_next (rule, day))
    {
      gboolean taken;

      if (foyer_series_plan_leaves_out (request->plan, day))
        continue;
      if (request->plan->not_on_holidays
          && foyer_space_get_holiday (self->space->space, day) != FOYER_HOLIDAY_NONE)
        {
          foyer_series_job_skip (self, day, FOYER_ERROR_CLOSED, NULL);
          continue;
        }
      if (!foyer_series_job_take (self, "series", day, request->again, &taken, error))
        return FALSE;
    }

  return TRUE;
}

/* No day is left: for the reason with which most could be done. */
static gboolean
foyer_series_job_check_any (FoyerSeriesJob  *self,
                            GError         **error)
{
  static const FoyerError reasons[] = { FOYER_ERROR_OVER_LIMIT, FOYER_ERROR_FULL, FOYER_ERROR_ALREADY_BOOKED,
                                        FOYER_ERROR_CLOSED };

  if (self->change->bookings->len > 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    for (guint j = 0; j < self->change->skipped->len; j++)
      {
        const FoyerSkippedDay *skipped = &g_array_index (self->change->skipped, FoyerSkippedDay, j);

        if (skipped->reason != reasons[i])
          continue;
        if (skipped->reason == FOYER_ERROR_OVER_LIMIT)
          g_propagate_error (error, foyer_error_new_over_limit (&skipped->over));
        else
          g_set_error_literal (error, FOYER_ERROR, (int) reasons[i], "no day of the series can be booked");
        return FALSE;
      }
  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "the series has no day");

  return FALSE;
}

static gboolean
foyer_series_job_make (FoyerSeriesJob            *self,
                       const FoyerSeriesRequest  *request,
                       GError                   **error)
{
  FoyerSeriesRule rule = request->plan->rule;
  g_autofree char *uid = foyer_db_new_id (self->db);
  gint64 id;

  if (!foyer_series_job_fit_rule (self, &rule, error)
      || !foyer_act_open (self->db, "series", uid, self->op, error)
      || (self->person->id == 0 && !foyer_person_table_insert (self->db, self->person, error))
      || !foyer_series_table_insert (self->db, uid, self->space->id, self->person->id, &rule, request->plan->part,
                                     request->seats, &id, error))
    return FALSE;
  self->row = foyer_series_table_find (self->db, uid, error);

  return self->row != NULL
         && foyer_series_job_book_days (self, request, error)
         && foyer_series_job_check_any (self, error);
}

FoyerSeriesChange *
foyer_series_verbs_book (FoyerDb                   *db,
                         const FoyerSeriesRequest  *request,
                         gint64                    *op,
                         GError                   **error)
{
  g_auto(FoyerSeriesJob) job = { .db = db, .op = op, .over_limit = request->over_limit };
  g_autoptr(FoyerTransaction) transaction = NULL;
  FoyerSeriesChange *change;

  *op = 0;
  if (!foyer_series_request_check (request, error)
      || (transaction = foyer_transaction_begin (db, error)) == NULL
      || (job.space = foyer_space_table_find (db, request->space_id, error)) == NULL
      || (job.today = foyer_space_row_get_today (job.space, db, error)) == FOYER_DAY_NONE)
    return NULL;
  job.change = foyer_series_change_new (request->preview);
  job.person = request->person_id != NULL ? foyer_person_table_find (db, request->person_id, error)
                                          : foyer_seat_new_guest (request->guest_name, error);
  if (job.person == NULL || !foyer_series_job_make (&job, request, error)
      || (change = foyer_series_job_end (&job, transaction, error)) == NULL)
    {
      *op = 0;
      return NULL;
    }

  return change;
}

/* ---- changing one ---- */

static gboolean
foyer_series_job_free (FoyerSeriesJob  *self,
                       const char      *verb,
                       FoyerDay         first,
                       FoyerDay         last,
                       gboolean         away,
                       GError         **error)
{
  g_autoptr(GPtrArray) bookings = foyer_booking_table_list_series (self->db, self->row->id, first, last, error);

  if (bookings == NULL)
    return FALSE;
  for (guint i = 0; i < bookings->len; i++)
    {
      FoyerBookingRow *row = bookings->pdata[i];

      if (!foyer_act_open (self->db, verb, self->row->series->id, self->op, error)
          || !foyer_booking_table_set_state (self->db, row->id, FOYER_STATE_CANCELLED, -1, -1, error)
          || (away && !foyer_away_table_insert (self->db, self->row->id, row->id, row->booking->day, error)))
        return FALSE;
      g_ptr_array_add (self->change->bookings, g_steal_pointer (&row->booking));
    }

  return TRUE;
}

static gboolean
foyer_series_job_take_back (FoyerSeriesJob  *self,
                            FoyerDay         first,
                            FoyerDay         last,
                            GError         **error)
{
  g_autoptr(GArray) days = foyer_away_table_list (self->db, self->row->id, first, last, error);

  if (days == NULL)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const FoyerAwayDay *day = &g_array_index (days, FoyerAwayDay, i);
      gboolean taken;

      if (!foyer_series_job_take (self, "series-back", day->day, FALSE, &taken, error)
          || (taken && !foyer_away_table_delete (self->db, day->id, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_series_job_finish_at (FoyerSeriesJob  *self,
                            FoyerDay         first,
                            GError         **error)
{
  FoyerSeriesRule *rule = &self->row->series->rule;
  g_autoptr(GArray) days = foyer_away_table_list (self->db, self->row->id, first, rule->until, error);

  if (days == NULL || !foyer_series_job_free (self, "series-end", first, rule->until, FALSE, error))
    return FALSE;
  if (self->change->bookings->len == 0 && days->len == 0)
    return TRUE;

  if (!foyer_act_open (self->db, "series-end", self->row->series->id, self->op, error))
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    if (!foyer_away_table_delete (self->db, g_array_index (days, FoyerAwayDay, i).id, error))
      return FALSE;
  rule->until = MAX (first, rule->from) - 1;

  return foyer_series_table_set_until (self->db, self->row->id, rule->until, error);
}

static gboolean
foyer_series_job_edit (FoyerSeriesJob         *self,
                       const FoyerSeriesEdit  *edit,
                       GError                **error)
{
  const FoyerDay first = MAX (edit->first, self->today);
  const FoyerDay last = edit->last == FOYER_DAY_NONE ? self->row->series->rule.until : edit->last;
  gboolean done = FALSE;

  if (edit->last != FOYER_DAY_NONE && edit->first != FOYER_DAY_NONE && edit->last < edit->first)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "the days are not a range");
      return FALSE;
    }
  if (edit->last != FOYER_DAY_NONE && edit->last < self->today)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_PAST_DAY, "the past stays as it was");
      return FALSE;
    }

  switch (edit->to)
    {
    case FOYER_SERIES_AWAY:
      done = foyer_series_job_free (self, "series-away", first, last, TRUE, error);
      break;
    case FOYER_SERIES_BACK:
      done = foyer_series_job_take_back (self, first, last, error);
      break;
    case FOYER_SERIES_END:
      done = foyer_series_job_finish_at (self, first, error);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  if (done && *self->op == 0 && self->change->skipped->len == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "nothing of the series lies there");
      return FALSE;
    }

  return done;
}

FoyerSeriesChange *
foyer_series_verbs_edit (FoyerDb                *db,
                         const FoyerSeriesEdit  *edit,
                         gint64                 *op,
                         GError                **error)
{
  g_auto(FoyerSeriesJob) job = { .db = db, .op = op, .over_limit = edit->over_limit };
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  FoyerSeriesChange *change;

  *op = 0;
  if (transaction == NULL
      || (job.row = foyer_series_table_find (db, edit->series_id, error)) == NULL
      || (job.space = foyer_space_table_get (db, job.row->space_id, error)) == NULL
      || (job.today = foyer_space_row_get_today (job.space, db, error)) == FOYER_DAY_NONE
      || (job.person = foyer_person_table_find (db, job.row->series->person_id, error)) == NULL)
    return NULL;
  if (job.space->space->archived_ms != 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_ARCHIVED, "the space is archived");
      return NULL;
    }
  job.change = foyer_series_change_new (edit->preview);
  if (!foyer_series_job_edit (&job, edit, error)
      || (change = foyer_series_job_end (&job, transaction, error)) == NULL)
    {
      *op = 0;
      return NULL;
    }

  return change;
}

GPtrArray *
foyer_series_verbs_list (FoyerDb     *db,
                         const char  *space_id,
                         GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  GPtrArray *list;
  FoyerDay today;

  if (transaction == NULL
      || (space = foyer_space_table_find_any (db, space_id, error)) == NULL
      || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE
      || (rows = foyer_series_table_list (db, space->id, today, error)) == NULL)
    return NULL;

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_series_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (list, g_steal_pointer (&((FoyerSeriesRow *) rows->pdata[i])->series));

  return list;
}
