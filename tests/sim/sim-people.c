/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sim-world-private.h"

#include "core/foyer-error.h"
#include "storage/travel/foyer-travel-verbs.h"
#include "storage/verbs/foyer-booking-verbs.h"
#include "storage/verbs/foyer-opening-verbs.h"
#include "storage/verbs/foyer-space-verbs.h"

static FoyerDay
pick_day (World *self)
{
  return (FoyerDay) (self->now_ms / 86400000) + g_rand_int_range (self->rand, 0, 6);
}

static FoyerPart
pick_part (World *self)
{
  return (FoyerPart) g_rand_int_range (self->rand, FOYER_PART_AM, FOYER_PART_FULL + 1);
}

static gpointer
pick (World     *self,
      GPtrArray *array)
{
  return array != NULL && array->len > 0 ? array->pdata[g_rand_int_range (self->rand, 0, (int) array->len)] : NULL;
}

/* I2: what the host was told is decided stays so, whatever happens to the machine. */
static void
answer_request (World      *self,
                SimProfile *host)
{
  g_autoptr(FoyerDaySheet) sheet = foyer_desk_verbs_day_sheet (host->db, host->space_id, FOYER_DAY_NONE, NULL);
  FoyerBooking *request = sheet != NULL ? pick (self, sheet->requests) : NULL;
  FoyerBookingState state = sim_chance (self, 700) ? FOYER_STATE_CONFIRMED : FOYER_STATE_DECLINED;
  g_autoptr(FoyerBooking) answered = NULL;
  gint64 op;

  if (request == NULL)
    return;
  answered = foyer_answer_verbs_answer (host->db, request->id, state, &op, NULL);
  if (answered != NULL && self->tells)
    g_printerr ("step %u: %s answers %s: %s\n", self->step, host->path, request->id,
                foyer_booking_state_get_name (state));
  if (answered != NULL)
    g_hash_table_insert (self->answered, g_strdup (request->id), GINT_TO_POINTER (state));
}

static void
change_booking (World      *self,
                SimProfile *host)
{
  FoyerDay today = (FoyerDay) (self->now_ms / 86400000);
  g_autoptr(GPtrArray) held = foyer_desk_verbs_list_held (host->db, host->space_id, today, today + 7, NULL);
  FoyerBooking *booking = pick (self, held);
  FoyerArrival arrival = { .space_id = host->space_id, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) after = NULL;
  gint64 op;

  if (booking == NULL)
    return;
  arrival.booking_id = booking->id;
  if (sim_chance (self, 400))
    after = foyer_desk_verbs_check_in (host->db, &arrival, &op, NULL);
  else if (sim_chance (self, 700))
    after = foyer_booking_verbs_set_state (host->db, booking->id, FOYER_STATE_CANCELLED, &op, NULL);
  else
    after = foyer_booking_verbs_set_state (host->db, booking->id, FOYER_STATE_NO_SHOW, &op, NULL);
  if (after != NULL)
    g_hash_table_remove (self->answered, booking->id);
}

static void
book_walk_in (World      *self,
              SimProfile *host)
{
  g_autofree char *name = g_strdup_printf ("Walk-in %u", self->step);
  FoyerBookingRequest request = {
    .space_id = host->space_id,
    .guest_name = name,
    .day = pick_day (self),
    .part = pick_part (self),
    .seats = 1,
  };
  g_autoptr(FoyerBooking) booking = NULL;
  gint64 op;

  booking = foyer_booking_verbs_book (host->db, &request, &op, NULL);
}

static void
edit_space (World      *self,
            SimProfile *host)
{
  g_autoptr(GPtrArray) spaces = foyer_space_verbs_list (host->db, NULL);
  g_autoptr(FoyerSpace) space = NULL;
  gint64 op;

  if (spaces == NULL || spaces->len == 0)
    return;
  g_free (((FoyerSpace *) spaces->pdata[0])->about);
  ((FoyerSpace *) spaces->pdata[0])->about = g_strdup_printf ("Coffee since step %u", self->step);
  space = foyer_space_verbs_save (host->db, spaces->pdata[0], &op, NULL);
}

static void
edit_days (World      *self,
           SimProfile *host)
{
  FoyerDay day = pick_day (self);
  FoyerDaysEdit edit = {
    .first = day,
    .last = day,
    .to = sim_chance (self, 500) ? FOYER_DAYS_CLOSE : FOYER_DAYS_BY_RULE,
    .start_minute = -1,
    .end_minute = -1,
    .seats = -1,
  };
  FoyerDaysChange change;

  foyer_opening_verbs_edit_days (host->db, host->space_id, &edit, &change, NULL);
}

static void
publish (World      *self,
         SimProfile *host)
{
  gint64 op;

  if (sim_chance (self, 700))
    foyer_publication_verbs_publish (host->db, host->space_id, SIM_ORIGIN, &op, NULL);
  else
    foyer_publication_verbs_unpublish (host->db, host->space_id, SIM_ORIGIN, &op, NULL);
}

static void
act_as_host (World      *self,
             SimProfile *host)
{
  guint chance = (guint) g_rand_int_range (self->rand, 0, 100);

  if (chance < 50)
    answer_request (self, host);
  else if (chance < 65)
    change_booking (self, host);
  else if (chance < 75)
    book_walk_in (self, host);
  else if (chance < 85)
    edit_space (self, host);
  else if (chance < 95)
    edit_days (self, host);
  else
    publish (self, host);
}

/* Whose listing: found as a search would. */
static SimListing *
find_listing (World *self)
{
  static const char sql[] = "SELECT uid FROM listing";
  SimProfile *host = self->profiles[g_rand_int_range (self->rand, 0, SIM_HOSTS)];
  g_autofree char *id = host->db != NULL ? foyer_db_query_text (host->db, sql, NULL) : NULL;

  return id != NULL ? sim_directory_find_listing (self->directory, id) : NULL;
}

static void
ask (World      *self,
     SimProfile *guest)
{
  SimListing *listing = find_listing (self);
  g_autoptr(FoyerMySeat) seat = NULL;
  char host[FOYER_KEY_TEXT_SIZE];
  FoyerSeatWish wish = {
    .origin = SIM_ORIGIN,
    .day = pick_day (self),
    .part = pick_part (self),
    .seats = 1,
    .guest_name = "Zoë Lefèvre",
    .phone = SIM_GUEST_PHONE,
    .note = SIM_GUEST_NOTE,
  };
  gint64 op;

  if (listing == NULL || !listing->live)
    return;
  wish.listing = listing->id;
  wish.host = foyer_key_format (&listing->key, host);
  seat = foyer_my_seat_verbs_ask (guest->db, &wish, &op, NULL);
}

static void
act_as_guest (World      *self,
              SimProfile *guest)
{
  g_autoptr(GPtrArray) seats = NULL;
  g_autoptr(FoyerMySeat) after = NULL;
  FoyerMySeat *seat;
  gint64 op;

  if (sim_chance (self, 700))
    {
      ask (self, guest);
      return;
    }
  seats = foyer_my_seat_verbs_list (guest->db, NULL);
  seat = pick (self, seats);
  if (seat != NULL)
    after = foyer_my_seat_verbs_withdraw (guest->db, seat->id, &op, NULL);
}

void
sim_world_act (World *self)
{
  SimProfile *profile = self->profiles[g_rand_int_range (self->rand, 0, SIM_HOSTS + SIM_GUESTS)];

  if (profile->db == NULL || profile->dead)
    return;
  if (profile->is_host)
    act_as_host (self, profile);
  else
    act_as_guest (self, profile);
  if (sim_chance (self, 100))
    sim_profile_begin (profile);
  sim_profile_changed (profile);
}

void
sim_world_publish_all (World    *self,
                       gboolean  with_street)
{
  for (guint i = 0; i < SIM_HOSTS; i++)
    {
      SimProfile *host = self->profiles[i];
      gint64 op;

      if (with_street && i == 0)
        {
          g_autoptr(GPtrArray) spaces = foyer_space_verbs_list (host->db, NULL);
          g_autoptr(FoyerSpace) space = NULL;

          ((FoyerSpace *) spaces->pdata[0])->public_address = TRUE;
          space = foyer_space_verbs_save (host->db, spaces->pdata[0], &op, NULL);
        }
      foyer_publication_verbs_publish (host->db, host->space_id, SIM_ORIGIN, &op, NULL);
      sim_profile_changed (host);
    }
}
