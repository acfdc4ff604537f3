/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-desk-wish-verbs.h"
#include "storage/verbs/foyer-opening-verbs.h"
#include "storage/verbs/foyer-pass-verbs.h"

void
foyer_day_sheet_free (FoyerDaySheet *sheet)
{
  g_clear_pointer (&sheet->expected, g_ptr_array_unref);
  g_clear_pointer (&sheet->here, g_ptr_array_unref);
  g_clear_pointer (&sheet->left, g_ptr_array_unref);
  g_clear_pointer (&sheet->requests, g_ptr_array_unref);
  g_clear_pointer (&sheet->next_expected, g_ptr_array_unref);
  foyer_availability_clear (&sheet->availability);
  foyer_availability_clear (&sheet->next);
  g_free (sheet);
}

static GPtrArray *
foyer_bookings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_free);
}

/* Takes the bookings out of their rows. */
static GPtrArray *
foyer_bookings_from_rows (GPtrArray *rows)
{
  GPtrArray *bookings = foyer_bookings_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (bookings, g_steal_pointer (&((FoyerBookingRow *) rows->pdata[i])->booking));

  return bookings;
}

/* The host decides; what a request would exceed is said beside it. */
static gboolean
foyer_day_sheet_tell_limits (FoyerDb              *db,
                             const FoyerSpaceRow  *space,
                             FoyerDay              today,
                             GPtrArray            *asked,
                             GError              **error)
{
  for (guint i = 0; i < asked->len; i++)
    {
      const FoyerBookingRow *row = asked->pdata[i];

      if (row->booking->day >= today
          && !foyer_seat_get_over_limit (db, space, today, row, &row->booking->over, error))
        return FALSE;
    }

  return TRUE;
}

/* In this space: who knows another one is new here. For a day ahead nobody knows yet who will be
 * missed then. */
static gboolean
foyer_day_sheet_tell_belonging (FoyerDb              *db,
                                const FoyerSpaceRow  *space,
                                FoyerDay              today,
                                GPtrArray            *rows,
                                GError              **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FoyerBookingRow *row = rows->pdata[i];
      g_autoptr(GArray) days = foyer_booking_table_list_days_here (db, row->person_id, space->id, error);

      if (days == NULL)
        return FALSE;
      foyer_belonging_work_out (&row->booking->belonging, (const FoyerDay *) days->data, days->len, row->booking->day);
      if (row->booking->day > today)
        row->booking->belonging.weeks_missed = 0;
    }

  return TRUE;
}

static int
foyer_booking_compare_arrival (gconstpointer a,
                               gconstpointer b)
{
  const FoyerBooking *first = a;
  const FoyerBooking *second = b;

  return first->in_ms < second->in_ms ? -1 : first->in_ms > second->in_ms;
}

static void
foyer_day_sheet_sort_out (FoyerDaySheet *sheet,
                          GPtrArray     *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      FoyerBooking *booking = g_steal_pointer (&((FoyerBookingRow *) rows->pdata[i])->booking);

      if (booking->state == FOYER_STATE_CONFIRMED)
        {
          g_ptr_array_add (booking->day == sheet->day ? sheet->expected : sheet->next_expected, booking);
          continue;
        }
      if (booking->day != sheet->day)
        {
          foyer_booking_free (booking);
          continue;
        }
      sheet->due_minor += booking->due_minor;
      g_ptr_array_add (booking->state == FOYER_STATE_CHECKED_IN ? sheet->here : sheet->left, booking);
    }
  g_ptr_array_sort_values (sheet->here, foyer_booking_compare_arrival);
}

FoyerDaySheet *
foyer_desk_verbs_day_sheet (FoyerDb     *db,
                            const char  *space_id,
                            FoyerDay     day,
                            GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) asked = NULL;
  g_autoptr(GArray) days = NULL;
  FoyerDay today;

  if (day != FOYER_DAY_NONE && (!foyer_day_is_valid (day) || !foyer_day_is_valid (day + 1)))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "no such day");
      return NULL;
    }
  if (space == NULL || (today = foyer_space_row_get_today (space, db, error)) == FOYER_DAY_NONE)
    return NULL;
  if (day == FOYER_DAY_NONE)
    day = today;

  if ((rows = foyer_booking_table_list_held (db, space->id, day, day + 1, error)) == NULL
      || !foyer_desk_wish_tell (db, space, rows, error)
      || !foyer_pass_tell (db, space, day, day, rows, error)
      || (asked = foyer_booking_table_list_asked (db, space->id, error)) == NULL
      || !foyer_day_sheet_tell_limits (db, space, today, asked, error)
      || !foyer_day_sheet_tell_belonging (db, space, today, rows, error)
      || !foyer_day_sheet_tell_belonging (db, space, today, asked, error)
      || (days = foyer_opening_verbs_availability (db, space_id, day, 2, error)) == NULL)
    return NULL;

  sheet = g_new0 (FoyerDaySheet, 1);
  sheet->day = day;
  sheet->today = today;
  sheet->expected = foyer_bookings_new ();
  sheet->here = foyer_bookings_new ();
  sheet->left = foyer_bookings_new ();
  sheet->next_expected = foyer_bookings_new ();
  sheet->requests = foyer_bookings_from_rows (asked);
  g_strlcpy (sheet->currency, space->space->currency, sizeof sheet->currency);
  foyer_day_sheet_sort_out (sheet, rows);
  sheet->availability = g_array_index (days, FoyerAvailability, 0);
  sheet->next = g_array_index (days, FoyerAvailability, 1);
  /* Their notes belong to the sheet now. */
  g_array_set_clear_func (days, NULL);

  return g_steal_pointer (&sheet);
}

GPtrArray *
foyer_desk_verbs_list_held (FoyerDb     *db,
                            const char  *space_id,
                            FoyerDay     first,
                            FoyerDay     last,
                            GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (!foyer_day_is_valid (first) || !foyer_day_is_valid (last) || first > last)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "the days are not a range");
      return NULL;
    }

  if ((space = foyer_space_table_find_any (db, space_id, error)) == NULL
      || (rows = foyer_booking_table_list_held (db, space->id, first, last, error)) == NULL
      || !foyer_desk_wish_tell (db, space, rows, error)
      || !foyer_pass_tell (db, space, first, last, rows, error))
    return NULL;

  return foyer_bookings_from_rows (rows);
}

static int
foyer_booking_compare_name (gconstpointer a,
                            gconstpointer b)
{
  return g_utf8_collate (((const FoyerBooking *) a)->name, ((const FoyerBooking *) b)->name);
}

GPtrArray *
foyer_desk_verbs_roll_call (FoyerDb     *db,
                            const char  *space_id,
                            GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GPtrArray) rows = NULL;
  GPtrArray *bookings;

  if (space == NULL
      || (rows = foyer_booking_table_list_in (db, space->id, error)) == NULL
      || !foyer_desk_wish_tell (db, space, rows, error))
    return NULL;

  /* Whoever was never checked out yesterday and is in today is in the building once. */
  bookings = foyer_bookings_new ();
  for (guint i = rows->len; i > 0; i--)
    {
      FoyerBookingRow *row = rows->pdata[i - 1];

      if (g_hash_table_add (seen, &row->person_id))
        g_ptr_array_add (bookings, g_steal_pointer (&row->booking));
    }
  g_ptr_array_sort_values (bookings, foyer_booking_compare_name);

  return bookings;
}
