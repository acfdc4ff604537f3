/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "model-private.h"

#define PRICE 1000

gboolean
model_holds (const BookSeat *seat)
{
  return g_str_equal (seat->state, "confirmed") || g_str_equal (seat->state, "checked-in")
         || g_str_equal (seat->state, "checked-out");
}

int
model_held (const Book *book,
            gint64      space,
            int         day,
            int         half)
{
  int held = 0;

  for (guint i = 0; i < book->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (book->seats, BookSeat, i);

      if (seat->space == space && seat->day == day && (seat->part & half) && model_holds (seat))
        held += seat->seats;
    }

  return held;
}

/* Seats held of each space, day and half from @base on: a while of the past, and all that can be
 * booked. */
#define PAST 110
#define DAYS (PAST + MODEL_AHEAD + 64)

typedef int Held[DAYS][2];

static Held *
count_held (const Book *book,
            int         base)
{
  Held *held = g_new0 (Held, book->spaces->len);

  for (guint i = 0; i < book->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (book->seats, BookSeat, i);
      const BookSpace *space = book_get_space (book, seat->space);
      int day = seat->day - base;

      if (space == NULL || !model_holds (seat) || day < 0 || day >= DAYS)
        continue;
      for (int half = 0; half < 2; half++)
        if (seat->part >> half & 1)
          held[space - (BookSpace *) book->spaces->data][day][half] += seat->seats;
    }

  return held;
}

char *
model_check (const Book       *book,
             const ModelClock *clocks)
{
  int base = clocks[0].today - PAST;
  g_autofree Held *held = count_held (book, base);

  for (guint i = 0; i < book->slots->len; i++)
    {
      const BookSlot *slot = &g_array_index (book->slots, BookSlot, i);
      const BookSpace *space = book_get_space (book, slot->space);
      guint index = (guint) (space - (BookSpace *) book->spaces->data);
      int *seats = held[index][slot->day - base];
      g_autofree char *day = book_day_text (slot->day);

      if (slot->day >= clocks[index].today)
        {
          BookSlot plan = model_plan (book, space, slot->day);

          if (!model_same_plan (*slot, plan))
            return g_strdup_printf ("%s: wanted %d/%d seats %d-%d, got %d/%d seats %d-%d", day, plan.am, plan.pm,
                                    plan.start, plan.end, slot->am, slot->pm, slot->start, slot->end);
        }
      seats[0] += model_kept (book, slot->space, slot->day, 1);
      seats[1] += model_kept (book, slot->space, slot->day, 2);
      if (seats[0] > slot->am || seats[1] > slot->pm)
        return g_strdup_printf ("%s is oversold: %d of %d in the morning, %d of %d after", day, seats[0], slot->am,
                                seats[1], slot->pm);
      seats[0] = seats[1] = 0;
    }

  for (guint i = 0; i < book->spaces->len; i++)
    {
      const BookSpace *space = &g_array_index (book->spaces, BookSpace, i);

      for (guint j = 0; j < book->seats->len && space->archived; j++)
        {
          const BookSeat *seat = &g_array_index (book->seats, BookSeat, j);

          if (seat->space == space->id && seat->day >= clocks[i].today && g_str_equal (seat->state, "confirmed"))
            return g_strdup ("somebody is expected at an archived space");
        }
    }
  for (guint i = 0; i < book->spaces->len; i++)
    for (int day = 0; day < DAYS; day++)
      if (held[i][day][0] > 0 || held[i][day][1] > 0)
        return g_strdup ("somebody sits where nobody counted seats");

  return NULL;
}

static gboolean
conflicts_at (const Book      *before,
              const Book      *after,
              const BookSpace *space,
              int              day,
              int              today,
              const int        was_held[2],
              const int        held[2])
{
  const BookSpace *old_space = book_get_space (before, space->id);
  BookSlot new = model_plan_from (after, space, day, today);
  BookSlot old = old_space != NULL ? model_plan_from (before, old_space, day, today) : new;

  return (held[0] > new.am && new.am < old.am) || (held[1] > new.pm && new.pm < old.pm)
         || (held[0] > was_held[0] && held[0] + model_kept (after, space->id, day, 1) > new.am)
         || (held[1] > was_held[1] && held[1] + model_kept (after, space->id, day, 2) > new.pm);
}

gboolean
model_conflicts (const Book       *before,
                 const Book       *after,
                 const ModelClock *clocks)
{
  int base = clocks[0].today - PAST;
  g_autofree Held *was_held = count_held (before, base);
  g_autofree Held *held = count_held (after, base);

  for (guint i = 0; i < after->spaces->len; i++)
    for (int day = 0; day < DAYS; day++)
      {
        static const int none[2];
        const int *was = i < before->spaces->len ? was_held[i][day] : none;

        if ((held[i][day][0] > 0 || held[i][day][1] > 0)
            && conflicts_at (before, after, &g_array_index (after->spaces, BookSpace, i), base + day,
                             clocks[i].today, was, held[i][day]))
          return TRUE;
      }

  return FALSE;
}

/* What is kept for this very person they may take. */
static gboolean
model_fits (const Book     *book,
            const BookSeat *seat,
            BookSlot        plan)
{
  const int cap[] = { plan.am, plan.pm };

  for (int half = 0; half < 2; half++)
    {
      int taken = model_held (book, seat->space, seat->day, 1 << half)
                  + model_kept (book, seat->space, seat->day, 1 << half);

      if (!(seat->part >> half & 1))
        continue;
      for (guint i = 0; i < book->waiters->len; i++)
        {
          const BookWaiter *waiter = &g_array_index (book->waiters, BookWaiter, i);

          if (waiter->space == seat->space && waiter->day == seat->day && waiter->person == seat->person
              && seat->person != 0 && (waiter->part & seat->part) && (waiter->part >> half & 1)
              && g_str_equal (waiter->state, "offered"))
            taken -= waiter->seats;
        }
      if (taken + seat->seats > cap[half])
        return FALSE;
    }

  return TRUE;
}

const char *
model_take_seat (Book       *book,
                 ModelClock  clock,
                 BookSeat    seat,
                 gboolean    again)
{
  const BookSpace *space = book_get_space (book, seat.space);
  BookSlot plan = model_plan_from (book, space, seat.day, clock.today);

  for (guint i = 0; i < book->seats->len && !again && seat.person != 0; i++)
    {
      const BookSeat *other = &g_array_index (book->seats, BookSeat, i);

      if (other->person == seat.person && other->space == seat.space && other->day == seat.day
          && (other->part & seat.part) && model_holds (other))
        return "already-booked";
    }
  if (plan.am == 0 && plan.pm == 0)
    return "closed";
  if (!model_fits (book, &seat, plan))
    return "full";

  model_waits_no_more (book, &seat);
  seat.id = 0;
  seat.price = (seat.part == 3 ? PRICE : PRICE / 2) * seat.seats;
  if (*seat.state == '\0')
    g_strlcpy (seat.state, "confirmed", sizeof seat.state);
  g_array_append_val (book->seats, seat);

  return "";
}

const char *
model_book (Book       *book,
            ModelClock  clock,
            BookSeat    seat,
            gboolean    again)
{
  if (seat.day < clock.today)
    return "past-day";
  if (seat.day > clock.today + MODEL_AHEAD)
    return "beyond-horizon";

  return model_take_seat (book, clock, seat, again);
}

const char *
model_walk_in (Book       *book,
               ModelClock  clock,
               gint64      space)
{
  BookSlot plan = model_plan (book, book_get_space (book, space), clock.today);
  BookSeat seat = { .space = space, .day = clock.today, .part = 3, .seats = 1, .state = "checked-in" };

  if (plan.pm == 0)
    seat.part = 1;
  else if (plan.am == 0 || clock.minute >= HALF)
    seat.part = 2;

  return model_take_seat (book, clock, seat, TRUE);
}

/* ---- the state table, as it is written ---- */

void
model_set_state (BookSeat   *seat,
                 const char *state)
{
  g_strlcpy (seat->state, state, sizeof seat->state);
}

const char *
model_check_in (BookSeat   *seat,
                ModelClock  clock)
{
  gboolean confirmed = g_str_equal (seat->state, "confirmed");

  if (g_str_equal (seat->state, "checked-in"))
    return "already-in";
  if (!confirmed && !g_str_equal (seat->state, "checked-out"))
    return "bad-state";
  if (seat->day > clock.today)
    return "wrong-day";
  if (seat->day < clock.today && !confirmed)
    return "past-day";
  model_set_state (seat, "checked-in");
  seat->forgotten = 0;

  return "";
}

const char *
model_check_out (BookSeat *seat)
{
  if (!g_str_equal (seat->state, "checked-in"))
    return "not-in";
  model_set_state (seat, "checked-out");

  return "";
}

/* It ends at three by the clock on the wall; until then it is late. */
int
model_day_at (GTimeZone *zone,
              gint64     instant)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  return book_day (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local))
         - (g_date_time_get_hour (local) < 3);
}

void
model_close (Book             *book,
             const ModelClock *clocks)
{
  for (guint i = 0; i < book->seats->len; i++)
    {
      BookSeat *seat = &g_array_index (book->seats, BookSeat, i);
      const ModelClock *clock = &clocks[book_get_space (book, seat->space) - (BookSpace *) book->spaces->data];

      if (!g_str_equal (seat->state, "checked-in")
          || MAX (seat->day, model_day_at (clock->zone, seat->in_at)) >= clock->today)
        continue;
      model_set_state (seat, "checked-out");
      seat->forgotten = 1;
    }
}

const char *
model_cancel (BookSeat *seat)
{
  if (!g_str_equal (seat->state, "confirmed"))
    return "bad-state";
  model_set_state (seat, "cancelled");

  return "";
}

const char *
model_no_show (BookSeat   *seat,
               ModelClock  clock)
{
  if (!g_str_equal (seat->state, "confirmed"))
    return "bad-state";
  if (seat->day > clock.today)
    return "wrong-day";
  model_set_state (seat, "no-show");

  return "";
}
