/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "history-private.h"
#include "storage/foyer-store-waiting.h"

/* Who waits for a seat of a full day. */

static void
finish (History      *self,
        GAsyncResult *result)
{
  g_autoptr(FoyerWaiter) waiter = foyer_store_waiter_finish (self->profile->store, result, &self->profile->op,
                                                             &self->profile->error);
}

/* A day on which somebody sits, so that it is full now and then. */
static int
pick_busy_day (History *self,
               int      i)
{
  const BookSeat *seat = pick_seat (self);

  return seat != NULL && !chance (self, 5) ? seat->day : pick_day (self, i);
}

const char *
act_wait (History *self,
          Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  g_autofree char *name = chance (self, 2) ? new_name (self) : NULL;
  const BookMember *member = pick_member (self);
  BookWaiter waiter = { .space = space_at (self, i)->id, .person = name == NULL ? member->id : 0,
                        .day = pick_busy_day (self, i), .part = pick (self, 1, 4), .seats = 1 };
  FoyerWaitingRequest request = {
    .space_id = space_at (self, i)->uid, .person_id = name == NULL ? member->uid : NULL, .guest_name = name,
    .day = foyer_day_of (waiter.day), .part = (FoyerPart) waiter.part,
  };
  g_autoptr(GAsyncResult) result = NULL;

  if (chance (self, 3))
    waiter.seats = pick (self, 1, 4);
  request.seats = waiter.seats;
  say (self, "%s waits at %d for %d, part %d, %d seats", name != NULL ? name : member->uid, i, waiter.day, waiter.part,
       waiter.seats);
  foyer_store_wait_async (self->profile->store, &request, NULL, answer_cb, &result);
  await (&result);
  finish (self, result);

  return model_wait (want, self->clocks[i], waiter);
}

/* (nullable) somebody who waits, or did. */
static const BookWaiter *
pick_waiter (History *self)
{
  const BookWaiter *waiter = NULL;

  for (int i = 0; i < 20 && self->book->waiters->len > 0; i++)
    {
      waiter = &g_array_index (self->book->waiters, BookWaiter, pick (self, 0, (int) self->book->waiters->len));
      if (g_str_equal (waiter->state, "waiting") || g_str_equal (waiter->state, "offered"))
        break;
    }

  return waiter;
}

const char *
act_waiter (History *self,
            Book    *want)
{
  static const struct {
    FoyerWaitingAnswer answer;
    const char        *name;
  } answers[] = {
    { FOYER_WAITING_OFFER, "offer" }, { FOYER_WAITING_BOOK, "book" }, { FOYER_WAITING_BOOK_ANYWAY, "book" },
    { FOYER_WAITING_LEAVE, "leave" },
  };
  const BookWaiter *waiter = pick_waiter (self);
  int what = pick (self, 0, G_N_ELEMENTS (answers));
  g_autoptr(GAsyncResult) result = NULL;

  if (waiter == NULL)
    return NULL;
  say (self, "%s for number %" G_GINT64_FORMAT " of the waiting list, %s", answers[what].name, waiter->id, waiter->state);
  foyer_store_answer_waiter_async (self->profile->store, waiter->uid, answers[what].answer, NULL, answer_cb, &result);
  await (&result);
  finish (self, result);

  return model_answer (want, self->clocks[index_of_space (self, waiter->space)],
                       &g_array_index (want->waiters, BookWaiter,
                                       waiter - (BookWaiter *) self->book->waiters->data), answers[what].name);
}
