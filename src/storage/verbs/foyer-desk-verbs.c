/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-text.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-desk-wish-verbs.h"
#include "storage/verbs/foyer-pass-verbs.h"

/* Whom an arrival or a departure is about, at which space and on which day. */
typedef struct {
  FoyerDb            *db;
  const FoyerArrival *arrival;
  FoyerSpaceRow      *space;
  FoyerDay            today;
  FoyerDay            day;
  FoyerPersonRow     *person;      /* (nullable): of a walk-in or by its id */
  FoyerBookingRow    *booking;     /* (nullable): that of the day */
  gint64              brought_by;  /* the booking of who brings them, or 0 */
} FoyerDesk;

static void
foyer_desk_clear (FoyerDesk *self)
{
  g_clear_pointer (&self->space, foyer_space_row_free);
  g_clear_pointer (&self->person, foyer_person_row_free);
  g_clear_pointer (&self->booking, foyer_booking_row_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerDesk, foyer_desk_clear)

static gboolean
foyer_desk_refuse (FoyerError   code,
                   const char  *message,
                   GError     **error)
{
  g_set_error_literal (error, FOYER_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
foyer_desk_open (FoyerDesk           *self,
                 FoyerDb             *db,
                 const FoyerArrival  *arrival,
                 GError             **error)
{
  int n = (arrival->booking_id != NULL) + (arrival->person_id != NULL) + (arrival->guest_name != NULL);

  if (n != 1)
    return foyer_desk_refuse (FOYER_ERROR_INVALID, "exactly one of a booking, a person and a guest's name", error);
  if (arrival->guest_of != NULL ? arrival->guest_name == NULL : arrival->pays_self)
    return foyer_desk_refuse (FOYER_ERROR_INVALID, "only a guest by name comes with somebody", error);
  if (arrival->day != FOYER_DAY_NONE && !foyer_day_is_valid (arrival->day))
    return foyer_desk_refuse (FOYER_ERROR_INVALID, "no such day", error);

  self->db = db;
  self->arrival = arrival;
  self->space = foyer_space_table_find_any (db, arrival->space_id, error);
  if (self->space == NULL
      || (self->today = foyer_space_row_get_today (self->space, db, error)) == FOYER_DAY_NONE)
    return FALSE;
  self->day = arrival->day != FOYER_DAY_NONE ? arrival->day : self->today;

  return TRUE;
}

static gboolean
foyer_desk_find_booking (FoyerDesk  *self,
                         GError    **error)
{
  self->booking = foyer_booking_table_find (self->db, self->arrival->booking_id, error);
  if (self->booking == NULL)
    return FALSE;
  if (self->booking->space_id != self->space->id)
    return foyer_desk_refuse (FOYER_ERROR_NOT_FOUND, "a booking of another space", error);
  if (self->arrival->day != FOYER_DAY_NONE && self->arrival->day != self->booking->booking->day)
    return foyer_desk_refuse (FOYER_ERROR_WRONG_DAY, "a booking of another day", error);
  self->day = self->booking->booking->day;

  return TRUE;
}

static int
foyer_desk_get_minute (FoyerDesk *self)
{
  GTimeZone *zone = foyer_db_get_zone (self->db, self->space->space->tz, NULL);
  gint64 now = foyer_db_now (self->db);

  /* After midnight and before the cut-off the day is still that of the eve. */
  if (foyer_instant_get_day (zone, now) > self->today)
    return 1439;

  return foyer_instant_get_minute (zone, now);
}

/* Of several bookings of one day: the one that a person at the door means. Already in
 * comes first, so that nobody is let in twice; then what is expected now, what is
 * expected at all, and last what was left before. */
static guint
foyer_desk_rank (const FoyerBooking *booking,
                 FoyerPart           half)
{
  switch (booking->state)
    {
    case FOYER_STATE_CHECKED_IN:
      return 4;

    case FOYER_STATE_CONFIRMED:
      return booking->part & half ? 3 : 2;

    case FOYER_STATE_CHECKED_OUT:
      return 1;

    case FOYER_STATE_REQUESTED:
    case FOYER_STATE_DECLINED:
    case FOYER_STATE_EXPIRED:
    case FOYER_STATE_WITHDRAWN:
    case FOYER_STATE_CANCELLED:
    case FOYER_STATE_NO_SHOW:
    default:
      return 0;
    }
}

static gboolean
foyer_desk_find_person (FoyerDesk  *self,
                        GError    **error)
{
  FoyerPart half = foyer_desk_get_minute (self) < self->space->space->half_at ? FOYER_PART_AM : FOYER_PART_PM;
  g_autoptr(GPtrArray) bookings = NULL;
  guint best = 0;

  self->person = foyer_person_table_find (self->db, self->arrival->person_id, error);
  if (self->person == NULL
      || (bookings = foyer_booking_table_list_of (self->db, self->space->id, self->person->id, self->day,
                                                  error)) == NULL)
    return FALSE;

  for (guint i = 0; i < bookings->len; i++)
    {
      FoyerBookingRow *row = bookings->pdata[i];

      if (foyer_desk_rank (row->booking, half) > best)
        {
          best = foyer_desk_rank (row->booking, half);
          g_clear_pointer (&self->booking, foyer_booking_row_free);
          self->booking = g_steal_pointer (&bookings->pdata[i]);
        }
    }

  return TRUE;
}

/* Exactly one expected booking of the day under this name is meant; else somebody new. Who is brought is
 * looked for among whom that one was to bring. */
static gboolean
foyer_desk_find_guest (FoyerDesk  *self,
                       GError    **error)
{
  g_autoptr(GPtrArray) bookings = NULL;
  g_autofree char *fold = NULL;
  guint n = 0;
  guint found = 0;

  self->person = foyer_seat_new_guest (self->arrival->guest_name, error);
  if (self->person == NULL
      || (self->arrival->guest_of != NULL
          && !foyer_seat_find_bringer (self->db, self->space, self->day, self->arrival->guest_of, &self->brought_by, error))
      || (bookings = foyer_booking_table_list_held (self->db, self->space->id, self->day, self->day,
                                                    error)) == NULL)
    return FALSE;

  fold = foyer_text_fold (self->person->person->name);
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBookingRow *row = bookings->pdata[i];
      g_autofree char *other = foyer_text_fold (row->booking->name);

      if (row->booking->state == FOYER_STATE_CONFIRMED && g_str_equal (fold, other)
          && (self->brought_by == 0 || row->brought_by == self->brought_by))
        {
          n++;
          found = i;
        }
    }
  if (n == 1)
    self->booking = g_steal_pointer (&bookings->pdata[found]);

  return TRUE;
}

/* In: the booking there is. */
static FoyerBookingRow *
foyer_desk_admit (FoyerDesk  *self,
                  gint64     *op,
                  GError    **error)
{
  const FoyerBooking *booking = self->booking->booking;
  FoyerBookingRow *row;

  if (booking->state == FOYER_STATE_CHECKED_IN)
    {
      GTimeZone *zone = foyer_db_get_zone (self->db, self->space->space->tz, NULL);

      g_propagate_error (error, foyer_error_new_already_in (booking->name, foyer_instant_get_minute (zone, booking->in_ms)));
      return NULL;
    }
  if (!foyer_booking_state_can (booking->state, FOYER_STATE_CHECKED_IN))
    {
      foyer_desk_refuse (FOYER_ERROR_BAD_STATE, foyer_booking_state_get_name (booking->state), error);
      return NULL;
    }
  if (booking->day > self->today)
    {
      foyer_desk_refuse (FOYER_ERROR_WRONG_DAY, "the day has not come", error);
      return NULL;
    }
  if (booking->day < self->today
      && (self->arrival->booking_id == NULL || booking->state != FOYER_STATE_CONFIRMED))
    {
      foyer_desk_refuse (FOYER_ERROR_PAST_DAY, "the day is over", error);
      return NULL;
    }

  if (!foyer_act_open (self->db, "checkin", booking->id, op, error)
      || !foyer_booking_table_set_state (self->db, self->booking->id, FOYER_STATE_CHECKED_IN,
                                         foyer_db_now (self->db), 0, error)
      || !foyer_visit_table_append (self->db, self->booking->id, FOYER_VISIT_IN, error)
      || !foyer_desk_wish_sit (self->db, self->space, self->booking, error))
    return NULL;
  foyer_db_note_change (self->db, FOYER_CHANGE_BOOKINGS, self->space->space->id);
  row = foyer_booking_table_get (self->db, self->booking->id, error);

  /* Whoever comes back after a check-out owes nothing new. */
  return booking->state == FOYER_STATE_CONFIRMED ? foyer_pass_settle (self->db, row, error) : row;
}

/* In: without a booking. The whole day before half, else the afternoon; where only one
 * half is open, that one. */
static FoyerBookingRow *
foyer_desk_admit_walk_in (FoyerDesk  *self,
                          gint64     *op,
                          GError    **error)
{
  g_autoptr(FoyerBookingRow) row = NULL;
  FoyerSeatTaking taking = {
    .verb = "checkin",
    .space = self->space,
    .today = self->today,
    .person = self->person,
    .day = self->day,
    .part = FOYER_PART_FULL,
    .seats = 1,
    .state = FOYER_STATE_CHECKED_IN,
    .key = "",
    .key_digest = "",
    .brought_by = self->brought_by,
    .host_pays = self->brought_by != 0 && !self->arrival->pays_self,
  };
  FoyerSlot slot;

  if (self->day != self->today)
    {
      foyer_desk_refuse (self->day < self->today ? FOYER_ERROR_PAST_DAY : FOYER_ERROR_WRONG_DAY,
                         "nobody walks in on another day", error);
      return NULL;
    }
  if (!foyer_slot_table_ensure (self->db, self->space, self->today, self->day, &slot, error))
    return NULL;

  if (slot.pm_cap == 0)
    taking.part = FOYER_PART_AM;
  else if (slot.am_cap == 0 || foyer_desk_get_minute (self) >= self->space->space->half_at)
    taking.part = FOYER_PART_PM;

  row = foyer_seat_take (self->db, &taking, op, error);
  if (row == NULL
      || !foyer_visit_table_append (self->db, row->id, FOYER_VISIT_IN, error)
      || !foyer_desk_wish_sit (self->db, self->space, row, error))
    return NULL;

  return foyer_pass_settle (self->db, g_steal_pointer (&row), error);
}

FoyerBooking *
foyer_desk_verbs_check_in (FoyerDb             *db,
                           const FoyerArrival  *arrival,
                           gint64              *op,
                           GError             **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_auto(FoyerDesk) desk = { 0 };
  g_autoptr(FoyerBookingRow) row = NULL;
  gboolean found;

  *op = 0;
  if (transaction == NULL || !foyer_desk_open (&desk, db, arrival, error))
    return NULL;
  /* Who was forgotten inside still leaves; nobody comes. */
  if (desk.space->space->archived_ms != 0)
    {
      foyer_desk_refuse (FOYER_ERROR_ARCHIVED, "the space is archived", error);
      return NULL;
    }

  if (arrival->booking_id != NULL)
    found = foyer_desk_find_booking (&desk, error);
  else if (arrival->person_id != NULL)
    found = foyer_desk_find_person (&desk, error);
  else
    found = foyer_desk_find_guest (&desk, error);
  if (!found)
    return NULL;

  row = desk.booking != NULL ? foyer_desk_admit (&desk, op, error) : foyer_desk_admit_walk_in (&desk, op, error);
  if (row == NULL
      || !foyer_desk_wish_tell_one (db, desk.space, row, error)
      || !foyer_pass_tell_one (db, row, error)
      || !foyer_transaction_commit (transaction, error))
    {
      *op = 0;
      return NULL;
    }

  return g_steal_pointer (&row->booking);
}

/* Who leaves is found among all who are in, also since yesterday; the latest day first. */
static gboolean
foyer_desk_find_leaver (FoyerDesk  *self,
                        GError    **error)
{
  g_autoptr(GPtrArray) bookings = NULL;
  g_autofree char *fold = NULL;

  if (self->arrival->person_id != NULL)
    {
      self->person = foyer_person_table_find (self->db, self->arrival->person_id, error);
    }
  else
    {
      self->person = foyer_seat_new_guest (self->arrival->guest_name, error);
      if (self->person != NULL)
        fold = foyer_text_fold (self->person->person->name);
    }
  if (self->person == NULL
      || (bookings = foyer_booking_table_list_in (self->db, self->space->id, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < bookings->len; i++)
    {
      FoyerBookingRow *row = bookings->pdata[i];
      g_autofree char *other = fold != NULL ? foyer_text_fold (row->booking->name) : NULL;
      gboolean meant = fold != NULL ? g_str_equal (fold, other) : row->person_id == self->person->id;

      /* By day, then by arrival: of several of one day the first. */
      if (meant && row->booking->day <= self->day
          && (self->booking == NULL || row->booking->day > self->booking->booking->day))
        {
          g_clear_pointer (&self->booking, foyer_booking_row_free);
          self->booking = g_steal_pointer (&bookings->pdata[i]);
        }
    }

  return TRUE;
}

FoyerBooking *
foyer_desk_verbs_check_out (FoyerDb             *db,
                            const FoyerArrival  *arrival,
                            gint64              *op,
                            GError             **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_auto(FoyerDesk) desk = { 0 };
  g_autoptr(FoyerBookingRow) row = NULL;

  *op = 0;
  if (transaction == NULL || !foyer_desk_open (&desk, db, arrival, error)
      || !(arrival->booking_id != NULL ? foyer_desk_find_booking : foyer_desk_find_leaver) (&desk, error))
    return NULL;
  if (desk.booking == NULL || desk.booking->booking->state != FOYER_STATE_CHECKED_IN)
    {
      foyer_desk_refuse (FOYER_ERROR_NOT_IN, "not checked in", error);
      return NULL;
    }

  if (!foyer_act_open (db, "checkout", desk.booking->booking->id, op, error)
      || !foyer_booking_table_set_state (db, desk.booking->id, FOYER_STATE_CHECKED_OUT, -1, foyer_db_now (db), error)
      || !foyer_visit_table_append (db, desk.booking->id, FOYER_VISIT_OUT, error)
      || (row = foyer_booking_table_get (db, desk.booking->id, error)) == NULL
      || !foyer_booking_table_count_guests (db, row->id, &row->booking->n_guests_here, error))
    return NULL;
  foyer_db_note_change (db, FOYER_CHANGE_BOOKINGS, desk.space->space->id);

  return foyer_transaction_commit (transaction, error) ? g_steal_pointer (&row->booking) : NULL;
}
