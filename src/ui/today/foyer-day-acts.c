/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-day-acts.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-spaces.h"
#include "words/foyer-words-cancellation.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words-passes.h"
#include "words/foyer-words.h"

typedef struct {
  FoyerDesk       *desk;
  FoyerDay         day;
  FoyerDayActDone  done;
  gpointer         user_data;
} Act;

static Act *
act_new (FoyerDesk       *desk,
         FoyerDay         day,
         FoyerDayActDone  done,
         gpointer         user_data)
{
  Act *act = g_new0 (Act, 1);

  act->desk = g_object_ref (desk);
  act->day = day;
  act->done = done;
  act->user_data = user_data;
  return act;
}

static void
act_free (Act *act)
{
  g_object_unref (act->desk);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Act, act_free)

/* Whoever lets somebody in with a pass hears what is left of it. */
static char *
describe_arrival (const FoyerBooking *booking)
{
  /* Translators: %s is a person's name; said after the act */
  g_autofree char *arrived = g_strdup_printf (_("%s checked in"), booking->name);
  g_autofree char *pays = foyer_words_paid_by_pass (booking, booking->day);

  return booking->pass_halves > 0 ? g_strjoin (C_("between facts", " · "), arrived, pays, NULL)
                                  : g_steal_pointer (&arrived);
}

/* Whoever leaves may leave guests behind. */
static char *
describe_departure (const FoyerBooking *booking)
{
  /* Translators: %s is a person's name; said after the act */
  g_autofree char *left = g_strdup_printf (_("%s checked out"), booking->name);
  g_autofree char *guests = foyer_words_guests_here (booking);

  return guests != NULL ? g_strjoin (C_("between facts", " · "), left, guests, NULL) : g_steal_pointer (&left);
}

static char *
describe (const FoyerBooking *booking)
{
  switch (booking->state)
    {
    case FOYER_STATE_CHECKED_IN:
      return describe_arrival (booking);
    case FOYER_STATE_CHECKED_OUT:
      return describe_departure (booking);
    case FOYER_STATE_CANCELLED:
      return foyer_words_cancelled (booking);
    case FOYER_STATE_NO_SHOW:
      /* Translators: %s is the name of a person who did not come; said after the act */
      return g_strdup_printf (_("%s did not come"), booking->name);
    case FOYER_STATE_CONFIRMED:
      /* Translators: %s is a person's name; said after the act */
      return g_strdup_printf (_("Seat booked for %s"), booking->name);
    case FOYER_STATE_REQUESTED:
    case FOYER_STATE_DECLINED:
    case FOYER_STATE_EXPIRED:
    case FOYER_STATE_WITHDRAWN:
    default:
      return g_strdup (booking->name);
    }
}

static void
booking_done_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Act) act = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerBooking) booking = foyer_store_booking_finish (FOYER_STORE (source), result, &op, &error);

  if (booking != NULL)
    {
      g_autofree char *sentence = describe (booking);

      foyer_desk_acted (act->desk, sentence, op);
    }
  else
    {
      foyer_desk_failed (act->desk, error);
    }

  if (act->done != NULL)
    act->done (booking != NULL, act->user_data);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Act) act = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *day = foyer_words_day_long (act->day);
  g_autofree char *sentence = NULL;
  FoyerDaysChange change = { 0 };

  if (!foyer_store_days_finish (FOYER_STORE (source), result, &change, &error))
    {
      foyer_desk_failed (act->desk, error);
      return;
    }

  /* Translators: %s is a day such as "Thursday 26 November"; said after the act */
  sentence = g_strdup_printf (_("Opened %s"), day);
  foyer_desk_acted (act->desk, sentence, change.op);
}

static const char *
get_space_id (FoyerDesk *desk)
{
  FoyerSpaceItem *space = foyer_desk_get_space (desk);

  return space != NULL ? foyer_space_item_get_id (space) : NULL;
}

void
foyer_day_acts_check_in (FoyerDesk          *desk,
                         const FoyerArrival *arrival,
                         FoyerDayActDone     done,
                         gpointer            user_data)
{
  FoyerArrival here;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (arrival != NULL);

  here = *arrival;
  here.space_id = get_space_id (desk);
  foyer_store_check_in_async (foyer_desk_get_store (desk), &here, NULL, booking_done_cb,
                              act_new (desk, arrival->day, done, user_data));
}

void
foyer_day_acts_check_out (FoyerDesk       *desk,
                          const char      *booking_id,
                          FoyerDay         day,
                          FoyerDayActDone  done,
                          gpointer         user_data)
{
  FoyerArrival arrival = { .booking_id = booking_id, .day = day };

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (booking_id != NULL);

  arrival.space_id = get_space_id (desk);
  foyer_store_check_out_async (foyer_desk_get_store (desk), &arrival, NULL, booking_done_cb,
                               act_new (desk, day, done, user_data));
}

void
foyer_day_acts_book (FoyerDesk       *desk,
                     FoyerDay         day,
                     const char      *person_id,
                     const char      *guest_name,
                     FoyerDayActDone  done,
                     gpointer         user_data)
{
  FoyerBookingRequest request = {
    .person_id = person_id,
    .guest_name = guest_name,
    .day = day,
    .part = FOYER_PART_FULL,
    .seats = 1,
  };

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail ((person_id != NULL) != (guest_name != NULL));

  request.space_id = get_space_id (desk);
  foyer_store_book_async (foyer_desk_get_store (desk), &request, NULL, booking_done_cb,
                          act_new (desk, day, done, user_data));
}

void
foyer_day_acts_set_state (FoyerDesk         *desk,
                          const char        *booking_id,
                          FoyerBookingState  state,
                          FoyerDayActDone    done,
                          gpointer           user_data)
{
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (booking_id != NULL);

  foyer_store_set_state_async (foyer_desk_get_store (desk), booking_id, state, NULL,
                               booking_done_cb, act_new (desk, FOYER_DAY_NONE, done, user_data));
}

void
foyer_day_acts_open_day (FoyerDesk *desk,
                         FoyerDay   day)
{
  FoyerDaysEdit edit = {
    .first = day,
    .last = day,
    .to = FOYER_DAYS_OPEN,
    .start_minute = -1,
    .end_minute = -1,
    .seats = -1,
  };

  g_return_if_fail (FOYER_IS_DESK (desk));

  foyer_store_edit_days_async (foyer_desk_get_store (desk), get_space_id (desk), &edit, NULL,
                               opened_cb, act_new (desk, day, NULL, NULL));
}
