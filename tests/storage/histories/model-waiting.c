/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "model-private.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)

gboolean model_offers_backwards;

static gboolean
is_open (const BookWaiter *waiter)
{
  return g_str_equal (waiter->state, "waiting") || g_str_equal (waiter->state, "offered");
}

static void
set_waiter (BookWaiter *waiter,
            const char *state,
            gint64      until)
{
  g_strlcpy (waiter->state, state, sizeof waiter->state);
  waiter->until = until;
}

int
model_kept (const Book *book,
            gint64      space,
            int         day,
            int         half)
{
  int kept = 0;

  for (guint i = 0; i < book->waiters->len; i++)
    {
      const BookWaiter *waiter = &g_array_index (book->waiters, BookWaiter, i);

      if (waiter->space == space && waiter->day == day && (waiter->part & half)
          && g_str_equal (waiter->state, "offered"))
        kept += waiter->seats;
    }

  return kept;
}

void
model_waits_no_more (Book           *book,
                     const BookSeat *seat)
{
  for (guint i = 0; i < book->waiters->len; i++)
    {
      BookWaiter *waiter = &g_array_index (book->waiters, BookWaiter, i);

      if (waiter->space == seat->space && waiter->day == seat->day && waiter->person == seat->person
          && seat->person != 0 && (waiter->part & seat->part) && is_open (waiter))
        set_waiter (waiter, "booked", 0);
    }
}

static gint64
instant (ModelClock clock,
         int        day,
         int        minute)
{
  GDate date;
  g_autoptr(GDateTime) time = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (day + minute / 1440));
  minute %= 1440;
  time = g_date_time_new (clock.zone, g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                          minute / 60, minute % 60, 0);

  return g_date_time_to_unix (time) * 1000;
}

const char *
model_wait (Book       *book,
            ModelClock  clock,
            BookWaiter  waiter)
{
  BookSlot plan;

  if (book_get_space (book, waiter.space)->archived)
    return "bad-state";
  if (waiter.day < clock.today)
    return "past-day";
  if (waiter.day > clock.today + MODEL_AHEAD)
    return "beyond-horizon";
  plan = model_plan (book, book_get_space (book, waiter.space), waiter.day);
  if ((waiter.part & 1 && plan.am == 0) || (waiter.part & 2 && plan.pm == 0))
    return "closed";
  if ((waiter.part & 1 && plan.am < waiter.seats) || (waiter.part & 2 && plan.pm < waiter.seats))
    return "too-much";
  for (guint i = 0; i < book->seats->len && waiter.person != 0; i++)
    {
      const BookSeat *seat = &g_array_index (book->seats, BookSeat, i);

      if (seat->person == waiter.person && seat->space == waiter.space && seat->day == waiter.day
          && (seat->part & waiter.part) && model_holds (seat))
        return "already-booked";
    }
  for (guint i = 0; i < book->waiters->len && waiter.person != 0; i++)
    {
      const BookWaiter *other = &g_array_index (book->waiters, BookWaiter, i);

      if (other->person == waiter.person && other->space == waiter.space && other->day == waiter.day
          && (other->part & waiter.part) && is_open (other))
        return "already-waiting";
    }

  waiter.id = 0;
  set_waiter (&waiter, "waiting", 0);
  g_array_append_val (book->waiters, waiter);

  return "";
}

gboolean
model_offer_fails (const Book       *book,
                   const BookWaiter *waiter,
                   const ModelClock *clocks)
{
  const BookSpace *space = book_get_space (book, waiter->space);
  BookSlot plan = model_plan_from (book, space, waiter->day,
                                   clocks[space - (BookSpace *) book->spaces->data].today);

  return (waiter->part & 1 && model_held (book, space->id, waiter->day, 1) + model_kept (book, space->id, waiter->day, 1)
                              > plan.am)
         || (waiter->part & 2 && model_held (book, space->id, waiter->day, 2)
                                 + model_kept (book, space->id, waiter->day, 2) > plan.pm);
}

static const char *
offer_by_hand (Book       *book,
               ModelClock  clock,
               BookWaiter *waiter)
{
  const BookSpace *space = book_get_space (book, waiter->space);
  BookSlot plan = model_plan (book, space, waiter->day);
  gint64 until = MIN (clock.now + 12 * HOUR_MS, instant (clock, waiter->day, plan.end));

  if (g_str_equal (waiter->state, "offered"))
    return "bad-state";
  if (plan.am == 0 && plan.pm == 0)
    return "closed";
  if (until <= clock.now)
    return "past-day";
  set_waiter (waiter, "offered", until);
  if ((waiter->part & 1 && model_held (book, space->id, waiter->day, 1) + model_kept (book, space->id, waiter->day, 1)
                           > plan.am)
      || (waiter->part & 2 && model_held (book, space->id, waiter->day, 2)
                              + model_kept (book, space->id, waiter->day, 2) > plan.pm))
    return "full";

  return "";
}

const char *
model_answer (Book       *book,
              ModelClock  clock,
              BookWaiter *waiter,
              const char *answer)
{
  BookSeat seat = { .space = waiter->space, .person = waiter->person, .day = waiter->day, .part = waiter->part,
                    .seats = waiter->seats };

  if (!is_open (waiter))
    return "bad-state";
  if (g_str_equal (answer, "leave"))
    {
      set_waiter (waiter, g_str_equal (waiter->state, "offered") ? "refused" : "removed", 0);
      return "";
    }
  if (waiter->day < clock.today)
    return "past-day";

  return g_str_equal (answer, "offer") ? offer_by_hand (book, clock, waiter)
                                       : model_take_seat (book, clock, seat, FALSE);
}

/* ---- what follows ---- */

static char *
look_at (gint64 space,
         int    day)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d", space, day);
}

static BookWaiter *
find_waiter (const Book *book,
             gint64      id)
{
  for (guint i = 0; i < book->waiters->len; i++)
    if (g_array_index (book->waiters, BookWaiter, i).id == id)
      return &g_array_index (book->waiters, BookWaiter, i);

  return NULL;
}

/* Also of its hours alone: an offer has to be answered before it opens. */
static gboolean
slot_changed (const Book       *book,
              const Book       *before,
              const BookSpace  *space,
              int               day,
              int               today)
{
  BookSlot plan = model_plan_from (book, space, day, today);

  for (guint i = 0; i < before->slots->len; i++)
    {
      const BookSlot *slot = &g_array_index (before->slots, BookSlot, i);

      if (slot->space == space->id && slot->day == day)
        return slot->am != plan.am || slot->pm != plan.pm || slot->start != plan.start || slot->end != plan.end;
    }

  return FALSE;
}

/* Days on which a row changed that somebody who waits may hope for. */
static void
find_looks (const Book       *book,
            const Book       *before,
            const ModelClock *clocks,
            GHashTable       *looks)
{
  for (guint i = 0; i < book->waiters->len; i++)
    {
      const BookWaiter *waiter = &g_array_index (book->waiters, BookWaiter, i);
      const BookWaiter *was = waiter->id != 0 ? find_waiter (before, waiter->id) : NULL;
      const BookSpace *space = book_get_space (book, waiter->space);
      int today = clocks[space - (BookSpace *) book->spaces->data].today;

      if (was == NULL || !g_str_equal (was->state, waiter->state) || was->until != waiter->until
          || (is_open (waiter) && slot_changed (book, before, space, waiter->day, today)))
        g_hash_table_add (looks, look_at (waiter->space, waiter->day));
    }
  for (guint i = 0; i < before->seats->len; i++)
    {
      const BookSeat *was = &g_array_index (before->seats, BookSeat, i);
      const BookSeat *seat = i < book->seats->len ? &g_array_index (book->seats, BookSeat, i) : NULL;

      if (seat == NULL || seat->id != was->id)
        seat = book_find_seat (book, was->uid);
      if (seat == NULL || !g_str_equal (seat->state, was->state))
        g_hash_table_add (looks, look_at (was->space, was->day));
    }
}

/* The seats that are left of a half. */
static int
count_free (const Book *book,
            gint64      space,
            int         day,
            int         half,
            int         cap)
{
  return cap - model_held (book, space, day, half) - model_kept (book, space, day, half);
}

static void
settle_day (Book       *book,
            ModelClock  clock,
            gint64      space_id,
            int         day)
{
  const BookSpace *space = book_get_space (book, space_id);
  BookSlot plan = model_plan_from (book, space, day, clock.today);
  gint64 until = MIN (clock.now + 12 * HOUR_MS, instant (clock, day, plan.start) - HOUR_MS);
  g_autoptr(GPtrArray) line = g_ptr_array_new ();

  for (guint i = 0; i < book->waiters->len; i++)
    {
      BookWaiter *waiter = &g_array_index (book->waiters, BookWaiter, i);

      if (waiter->space != space_id || waiter->day != day || !is_open (waiter))
        continue;
      g_ptr_array_add (line, waiter);
      if (waiter->until != 0 && waiter->until <= clock.now)
        set_waiter (waiter, "lapsed", 0);
    }

  /* The last to come are the first to lose what was kept. */
  for (guint i = line->len; i > 0; i--)
    {
      BookWaiter *waiter = line->pdata[i - 1];

      if (g_str_equal (waiter->state, "offered")
          && ((waiter->part & 1 && count_free (book, space_id, day, 1, plan.am) < 0)
              || (waiter->part & 2 && count_free (book, space_id, day, 2, plan.pm) < 0)))
        set_waiter (waiter, "waiting", 0);
    }

  if ((plan.am == 0 && plan.pm == 0) || until < clock.now + HOUR_MS / 2)
    return;
  for (guint i = 0; i < line->len; i++)
    {
      BookWaiter *waiter = line->pdata[model_offers_backwards ? line->len - 1 - i : i];

      if (g_str_equal (waiter->state, "waiting")
          && (!(waiter->part & 1) || count_free (book, space_id, day, 1, plan.am) >= waiter->seats)
          && (!(waiter->part & 2) || count_free (book, space_id, day, 2, plan.pm) >= waiter->seats))
        set_waiter (waiter, "offered", until);
    }
}

void
model_settle (Book             *book,
              const Book       *before,
              const ModelClock *clocks,
              GHashTable       *looks)
{
  g_autoptr(GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  find_looks (book, before, clocks, all);
  if (looks != NULL)
    {
      g_hash_table_iter_init (&iter, looks);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (all, g_strdup (key));
    }

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      char *end;
      gint64 id = g_ascii_strtoll (key, &end, 10);
      const BookSpace *space = book_get_space (book, id);

      settle_day (book, clocks[space - (BookSpace *) book->spaces->data], id, (int) g_ascii_strtoll (end, NULL, 10));
    }
}

void
model_time (Book             *book,
            const ModelClock *clocks)
{
  g_autoptr(Book) before = book_copy (book);
  g_autoptr(GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < book->seats->len; i++)
    {
      BookSeat *seat = &g_array_index (book->seats, BookSeat, i);
      const BookRequest *request = g_str_equal (seat->state, "requested") ? book_get_request (book, seat->id) : NULL;

      if (request != NULL && request->answer_by <= clocks[0].now)
        model_set_state (seat, "expired");
    }
  for (guint i = 0; i < book->waiters->len; i++)
    {
      const BookWaiter *waiter = &g_array_index (book->waiters, BookWaiter, i);

      if (waiter->until != 0 && waiter->until <= clocks[0].now)
        g_hash_table_add (looks, look_at (waiter->space, waiter->day));
    }
  model_settle (book, before, clocks, looks);
}
