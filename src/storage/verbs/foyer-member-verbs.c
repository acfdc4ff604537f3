/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-member-verbs.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-record-table.h"
#include "storage/tables/foyer-rules-table.h"
#include "storage/tables/foyer-space-table.h"
#include "storage/verbs/foyer-person-verbs.h"

/* Beside which space and on which day members are told. */
typedef struct {
  FoyerDb  *db;
  gint64    space_id;       /* 0: none */
  FoyerDay  day;
} FoyerMemberView;

void
foyer_member_line_free (FoyerMemberLine *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->person, foyer_person_free);
  g_free (self);
}

void
foyer_member_free (FoyerMember *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->line, foyer_member_line_free);
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_free (self);
}

/* Today of the space, else of the first space that there is; without any, of UTC: nobody was ever
 * here then. */
static gboolean
foyer_member_view_init (FoyerMemberView  *self,
                        FoyerDb          *db,
                        const char       *space_id,
                        FoyerDay          day,
                        GError          **error)
{
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GPtrArray) spaces = NULL;
  g_autoptr(GTimeZone) utc = NULL;

  *self = (FoyerMemberView) { .db = db, .day = day };
  if (space_id != NULL)
    {
      if ((space = foyer_space_table_find_any (db, space_id, error)) == NULL)
        return FALSE;
      self->space_id = space->id;
    }
  if (day != FOYER_DAY_NONE)
    return TRUE;
  if (space != NULL)
    return (self->day = foyer_space_row_get_today (space, db, error)) != FOYER_DAY_NONE;

  if ((spaces = foyer_space_table_list (db, error)) == NULL)
    return FALSE;
  if (spaces->len > 0)
    return (self->day = foyer_space_row_get_today (spaces->pdata[0], db, error)) != FOYER_DAY_NONE;
  utc = g_time_zone_new_utc ();
  self->day = foyer_instant_get_day (utc, foyer_db_now (db));

  return TRUE;
}

/* @id without a person is no error: they are gone. */
static gboolean
foyer_member_view_read (FoyerMemberView   *self,
                        gint64             id,
                        FoyerMemberLine  **line,
                        GArray           **days,
                        GError           **error)
{
  g_autoptr(FoyerMemberLine) result = g_new0 (FoyerMemberLine, 1);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GArray) here = NULL;
  g_autoptr(FoyerBookingRow) booking = NULL;

  result->row = (guint32) id;
  result->person = foyer_person_verbs_read (self->db, id, self->space_id, self->day, &local_error);
  if (g_error_matches (local_error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    return TRUE;
  if (result->person == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (result->person->booking_id != NULL)
    {
      if ((booking = foyer_booking_table_find (self->db, result->person->booking_id, error)) == NULL)
        return FALSE;
      result->in_ms = booking->booking->in_ms;
      result->out_ms = booking->booking->out_ms;
      result->forgotten = booking->booking->forgotten;
    }
  if ((here = foyer_booking_table_list_days_here (self->db, id, 0, error)) == NULL
      || !foyer_booking_table_get_asked_day (self->db, id, self->day, &result->asked, error))
    return FALSE;
  foyer_belonging_work_out (&result->belonging, (const FoyerDay *) here->data, here->len, self->day);
  if (days != NULL && booking == NULL && result->belonging.last != FOYER_DAY_NONE
      && !foyer_booking_table_was_forgotten (self->db, id, result->belonging.last, &result->forgotten, error))
    return FALSE;
  *line = g_steal_pointer (&result);
  if (days != NULL)
    *days = g_steal_pointer (&here);

  return TRUE;
}

GPtrArray *
foyer_member_verbs_lines (FoyerDb        *db,
                          const guint32  *rows,
                          gsize           n_rows,
                          const char     *space_id,
                          FoyerDay        day,
                          GError        **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_member_line_free);
  FoyerMemberView view;

  if (!foyer_member_view_init (&view, db, space_id, day, error))
    return NULL;

  for (gsize i = 0; i < n_rows; i++)
    {
      FoyerMemberLine *line = NULL;

      if (!foyer_member_view_read (&view, rows[i], &line, NULL, error))
        return NULL;
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }

  return g_steal_pointer (&lines);
}

static GPtrArray *
foyer_member_take_bookings (GPtrArray *rows)
{
  GPtrArray *bookings = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (bookings, g_steal_pointer (&((FoyerBookingRow *) rows->pdata[i])->booking));

  return bookings;
}

FoyerMember *
foyer_member_verbs_read (FoyerDb     *db,
                         const char  *id,
                         const char  *space_id,
                         FoyerDay     day,
                         GError     **error)
{
  g_autoptr(FoyerPersonRow) row = foyer_person_table_find (db, id, error);
  g_autoptr(FoyerMember) self = g_new0 (FoyerMember, 1);
  g_autoptr(GPtrArray) rows = NULL;
  FoyerMemberView view;

  if (row == NULL
      || !foyer_member_view_init (&view, db, space_id, day, error)
      || !foyer_member_view_read (&view, row->id, &self->line, &self->days, error)
      || !foyer_record_table_read (db, row->id, self->line->person, error)
      || (self->rules = foyer_accepted_table_list (db, row->id, error)) == NULL
      || (rows = foyer_booking_table_list_of_person (db, row->id, view.day, FOYER_MEMBER_BOOKINGS_MAX, error)) == NULL)
    return NULL;

  self->day = view.day;
  self->bookings = foyer_member_take_bookings (rows);

  return g_steal_pointer (&self);
}
