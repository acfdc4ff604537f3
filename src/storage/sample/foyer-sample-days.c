/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/sample/foyer-sample-private.h"

#include "core/foyer-instant.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-slot-table.h"

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MINUTES_PER_DAY (24 * 60)
#define TRIES 60
/* So many at least come today where a season is asked for at all. */
#define TODAY_LEAST 7
#define SEASON_LEAST 40

/* One day of one place: what is still free, and its share of all bookings. */
typedef struct {
  FoyerSamplePlace *place;
  FoyerDay          day;
  int               am_free;
  int               pm_free;
  gint64            weight;
} FoyerSampleDesk;

static gint64
foyer_sample_weigh (FoyerSample           *self,
                    const FoyerSampleDesk *desk)
{
  const int ahead = desk->day - desk->place->today;
  const int seats = MAX (desk->am_free, desk->pm_free);
  int percent = foyer_sample_between (self, 35, 95);

  /* The further away, the fewer have thought of it. */
  if (ahead > 0)
    percent = percent * MAX (0, 40 - ahead) / 55;

  return (gint64) seats * percent;
}

static GArray *
foyer_sample_open_desks (FoyerSample  *self,
                         GError      **error)
{
  g_autoptr(GArray) desks = g_array_new (FALSE, FALSE, sizeof (FoyerSampleDesk));

  for (FoyerDay day = self->first; day <= self->last; day++)
    for (guint i = 0; i < self->places->len; i++)
      {
        FoyerSampleDesk desk = { .place = g_ptr_array_index (self->places, i), .day = day };
        FoyerSlot slot;

        /* What is past has its seats too: as on the season's first day. */
        if (!foyer_slot_table_ensure (self->db, desk.place->row, self->first, day, &slot, error))
          return NULL;
        if (slot.am_cap == 0 && slot.pm_cap == 0)
          continue;
        desk.am_free = slot.am_cap;
        desk.pm_free = slot.pm_cap;
        desk.weight = foyer_sample_weigh (self, &desk);
        g_array_append_val (desks, desk);
      }

  return g_steal_pointer (&desks);
}

static gboolean
foyer_sample_choose_person (FoyerSample      *self,
                            FoyerSampleDesk  *desk,
                            gint64           *id,
                            GError          **error)
{
  GArray *members = desk->place->members;
  const guint weekday = FOYER_WEEKDAY_BIT (foyer_day_get_weekday (desk->day));

  for (int i = 0; i < TRIES && members->len > 0; i++)
    {
      FoyerSampleMember *member = &g_array_index (members, FoyerSampleMember,
                                                  foyer_random_range (self->random, 0, members->len));

      if (member->last_day == desk->day || (member->weekdays & weekday) == 0
          || !foyer_sample_chance (self, member->zeal))
        continue;
      member->last_day = desk->day;
      *id = member->id;
      return TRUE;
    }

  return foyer_sample_add_guest (self, id, error);
}

/* Those who come for the first time: a member not seen yet, or a guest. */
static gboolean
foyer_sample_choose_newcomer (FoyerSample      *self,
                              FoyerSampleDesk  *desk,
                              gint64           *id,
                              GError          **error)
{
  GArray *newcomers = desk->place->newcomers;

  if (newcomers->len == 0)
    return foyer_sample_add_guest (self, id, error);
  *id = g_array_index (newcomers, gint64, newcomers->len - 1);
  g_array_set_size (newcomers, newcomers->len - 1);

  return TRUE;
}

static gboolean
foyer_sample_fits (const FoyerSampleDesk *desk,
                   FoyerPart              part,
                   int                    seats)
{
  return ((part & FOYER_PART_AM) == 0 || desk->am_free >= seats)
         && ((part & FOYER_PART_PM) == 0 || desk->pm_free >= seats);
}

/* FALSE when the desk is full. */
static gboolean
foyer_sample_choose_part (FoyerSample     *self,
                          FoyerSampleDesk *desk,
                          FoyerPart       *part)
{
  guint32 n = foyer_random_range (self->random, 0, 100);

  *part = n < 72 ? FOYER_PART_FULL : n < 86 ? FOYER_PART_AM : FOYER_PART_PM;
  if (!foyer_sample_fits (desk, *part, 1))
    *part = desk->am_free > 0 ? FOYER_PART_AM : FOYER_PART_PM;

  return foyer_sample_fits (desk, *part, 1);
}

static gboolean
foyer_sample_log_visit (FoyerSample      *self,
                        gint64            booking_id,
                        FoyerVisitEvent   event,
                        gint64            at,
                        GError          **error)
{
  if (at == 0)
    return TRUE;
  self->now = at;

  return foyer_visit_table_append (self->db, booking_id, event, error);
}

static gboolean
foyer_sample_add_booking (FoyerSample      *self,
                          FoyerSampleDesk  *desk,
                          FoyerNewBooking  *booking,
                          GError          **error)
{
  FoyerSamplePlace *place = desk->place;
  const gint64 opens = foyer_instant_at (place->zone, desk->day, FOYER_OPENS_DEFAULT);
  const gint64 latest = booking->in_ms != 0 ? booking->in_ms : self->real_now;
  gint64 booked = opens - foyer_sample_between (self, 90, 14 * MINUTES_PER_DAY) * MS_PER_MINUTE;
  g_autofree char *uid = NULL;
  gint64 id;

  self->now = MIN (booked, latest);
  uid = foyer_db_new_id (self->db);
  booking->space_id = place->row->id;
  booking->day = desk->day;
  booking->price_minor = foyer_space_get_price (place->row->space, booking->part) * booking->seats;
  booking->currency = place->row->space->currency;
  booking->key = "";
  booking->key_digest = "";
  if (foyer_booking_state_holds (booking->state))
    {
      desk->am_free -= (booking->part & FOYER_PART_AM) != 0 ? booking->seats : 0;
      desk->pm_free -= (booking->part & FOYER_PART_PM) != 0 ? booking->seats : 0;
    }

  return foyer_booking_table_insert (self->db, uid, booking, &id, error)
         && foyer_sample_log_visit (self, id, FOYER_VISIT_IN, booking->in_ms, error)
         && foyer_sample_log_visit (self, id, FOYER_VISIT_OUT, booking->out_ms, error);
}

static void
foyer_sample_choose_stay (FoyerSample      *self,
                          FoyerSampleDesk  *desk,
                          FoyerNewBooking  *booking)
{
  GTimeZone *zone = desk->place->zone;
  int in = booking->part == FOYER_PART_PM ? foyer_sample_between (self, 13 * 60, 14 * 60 + 20)
                                          : foyer_sample_between (self, 8 * 60 + 50, 10 * 60 + 5);
  int out = booking->part == FOYER_PART_AM ? foyer_sample_between (self, 12 * 60, 13 * 60 + 10)
                                           : foyer_sample_between (self, 16 * 60 + 20, 18 * 60 + 10);

  booking->in_ms = foyer_instant_at (zone, desk->day, in);
  booking->out_ms = foyer_instant_at (zone, desk->day, out);
}

static gboolean
foyer_sample_add_some_booking (FoyerSample      *self,
                               FoyerSampleDesk  *desk,
                               gboolean         *added,
                               GError          **error)
{
  const gboolean past = desk->day < desk->place->today;
  FoyerNewBooking booking = { .seats = 1, .state = past ? FOYER_STATE_CHECKED_OUT : FOYER_STATE_CONFIRMED };
  guint32 fate = foyer_random_range (self->random, 0, 100);

  *added = foyer_sample_choose_part (self, desk, &booking.part);
  if (!*added)
    return TRUE;
  if (foyer_sample_chance (self, 4) && foyer_sample_fits (desk, booking.part, 2))
    booking.seats = 2;
  if (fate < 5)
    booking.state = FOYER_STATE_CANCELLED;
  else if (past && fate < 8)
    booking.state = FOYER_STATE_NO_SHOW;
  if (booking.state == FOYER_STATE_CHECKED_OUT)
    foyer_sample_choose_stay (self, desk, &booking);

  if (foyer_sample_chance (self, self->n_places > 1 ? 2 : 6))
    return foyer_sample_choose_newcomer (self, desk, &booking.person_id, error)
           && foyer_sample_add_booking (self, desk, &booking, error);

  return foyer_sample_choose_person (self, desk, &booking.person_id, error)
         && foyer_sample_add_booking (self, desk, &booking, error);
}

/* Of seven of today three are here, one has left, three are expected: one for the first
 * time, one for the afternoon. Hours lie before now, whenever that is. */
static gboolean
foyer_sample_add_todays_booking (FoyerSample      *self,
                                 FoyerSampleDesk  *desk,
                                 int               n,
                                 GError          **error)
{
  const gint64 opens = foyer_instant_at (desk->place->zone, desk->day, 8 * 60 + 40);
  const gint64 span = CLAMP (self->real_now - opens, 20 * MS_PER_MINUTE, 240 * MS_PER_MINUTE);
  const int role = n % TODAY_LEAST;
  FoyerNewBooking booking = { .seats = 1, .part = FOYER_PART_FULL, .state = FOYER_STATE_CONFIRMED };

  if (role == 3)
    booking.part = FOYER_PART_AM;
  else if (role == 5)
    booking.part = FOYER_PART_PM;
  if (!foyer_sample_fits (desk, booking.part, 1))
    return TRUE;
  if (role < 4)
    {
      booking.state = role == 3 ? FOYER_STATE_CHECKED_OUT : FOYER_STATE_CHECKED_IN;
      booking.in_ms = self->real_now - span * foyer_sample_between (self, 55, 99) / 100;
    }
  if (role == 3)
    booking.out_ms = self->real_now - span * foyer_sample_between (self, 5, 30) / 100;

  return (role == 4 ? foyer_sample_choose_newcomer (self, desk, &booking.person_id, error)
                    : foyer_sample_choose_person (self, desk, &booking.person_id, error))
         && foyer_sample_add_booking (self, desk, &booking, error);
}

static gboolean
foyer_sample_fill_desk (FoyerSample      *self,
                        FoyerSampleDesk  *desk,
                        gint64            n,
                        gint64           *n_done,
                        GError          **error)
{
  const gboolean today = desk->day == desk->place->today;
  gboolean added = TRUE;

  if (today && self->n_bookings >= SEASON_LEAST)
    n = MIN (MAX (desk->place->row->space->seats * 2 / 3, TODAY_LEAST), self->n_bookings - *n_done);
  for (gint64 i = 0; i < n && added; i++)
    {
      if (today)
        {
          int free_before = desk->am_free + desk->pm_free;

          if (!foyer_sample_add_todays_booking (self, desk, (int) i, error))
            return FALSE;
          added = desk->am_free + desk->pm_free < free_before;
        }
      else if (!foyer_sample_add_some_booking (self, desk, &added, error))
        return FALSE;
      *n_done += added ? 1 : 0;
    }

  return TRUE;
}

/* Seats run out before the wishes of whoever asked for so many: the rest were cancelled. */
static gboolean
foyer_sample_add_rest (FoyerSample  *self,
                       GArray       *desks,
                       gint64        n,
                       GError      **error)
{
  for (gint64 i = 0; i < n && desks->len > 0; i++)
    {
      FoyerSampleDesk *desk = &g_array_index (desks, FoyerSampleDesk, (guint) (i % desks->len));
      FoyerNewBooking booking = { .seats = 1, .part = FOYER_PART_FULL, .state = FOYER_STATE_CANCELLED };

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !foyer_sample_choose_person (self, desk, &booking.person_id, error)
          || !foyer_sample_add_booking (self, desk, &booking, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foyer_sample_add_days (FoyerSample  *self,
                       GError      **error)
{
  g_autoptr(GArray) desks = foyer_sample_open_desks (self, error);
  gint64 all = 0;
  gint64 reached = 0;
  gint64 n_done = 0;

  if (desks == NULL)
    return FALSE;
  for (guint i = 0; i < desks->len; i++)
    all += g_array_index (desks, FoyerSampleDesk, i).weight;
  for (guint i = 0; i < desks->len; i++)
    {
      FoyerSampleDesk *desk = &g_array_index (desks, FoyerSampleDesk, i);

      /* Towards its share of all weight, so that what is rounded off comes later. */
      reached += desk->weight;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !foyer_sample_fill_desk (self, desk, self->n_bookings * reached / MAX (all, 1) - n_done, &n_done, error))
        return FALSE;
    }
  if (!foyer_sample_add_rest (self, desks, self->n_bookings - n_done, error))
    return FALSE;

  self->now = self->real_now;
  for (guint i = 0; i < self->places->len; i++)
    {
      FoyerSamplePlace *place = g_ptr_array_index (self->places, i);

      if (!foyer_slot_table_recompute (self->db, place->row, place->today, NULL, error))
        return FALSE;
    }

  return TRUE;
}
