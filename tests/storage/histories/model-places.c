/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "model-private.h"

/* Archives, desks with names, and requests that came through a directory. */

gboolean
model_is_expected (const Book *book,
                   gint64      space,
                   int         today)
{
  for (guint i = 0; i < book->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (book->seats, BookSeat, i);

      if (seat->space == space && seat->day >= today
          && (g_str_equal (seat->state, "confirmed") || g_str_equal (seat->state, "checked-in")))
        return TRUE;
    }

  return FALSE;
}

const char *
model_archive (Book       *book,
               ModelClock  clock,
               gint64      space,
               gboolean    cancel)
{
  for (guint i = 0; i < book->seats->len; i++)
    {
      BookSeat *seat = &g_array_index (book->seats, BookSeat, i);

      if (seat->space != space)
        continue;
      if (g_str_equal (seat->state, "requested"))
        model_set_state (seat, model_is_open (book, clock, seat) ? "declined" : "expired");
      else if (cancel && seat->day >= clock.today && g_str_equal (seat->state, "confirmed"))
        model_set_state (seat, "cancelled");
    }
  for (guint i = 0; i < book->waiters->len; i++)
    {
      BookWaiter *waiter = &g_array_index (book->waiters, BookWaiter, i);

      if (waiter->space != space || (!g_str_equal (waiter->state, "waiting") && !g_str_equal (waiter->state, "offered")))
        continue;
      g_strlcpy (waiter->state, "removed", sizeof waiter->state);
      waiter->until = 0;
    }
  for (guint i = 0; i < book->publications->len; i++)
    if (g_array_index (book->publications, BookPublication, i).space == space)
      g_array_index (book->publications, BookPublication, i).ended = TRUE;
  book_get_space (book, space)->archived = TRUE;

  return model_is_expected (book, space, clock.today) ? "has-bookings" : "";
}

/* ---- desks ---- */

int
model_find_desk (const BookSpace *space,
                 const char      *name)
{
  for (int i = 0; i < space->n_desks; i++)
    if (g_str_equal (space->desks[i].name, name))
      return space->desks[i].key;

  return 0;
}

gboolean
model_desk_taken (const Book     *book,
                  const BookSeat *seat,
                  int             desk)
{
  for (guint i = 0; i < book->wishes->len; i++)
    {
      const BookWish *wish = &g_array_index (book->wishes, BookWish, i);

      if (!wish->pinned || wish->desk != desk || wish->id == seat->id)
        continue;
      for (guint j = 0; j < book->seats->len; j++)
        {
          const BookSeat *other = &g_array_index (book->seats, BookSeat, j);

          if (other->id == wish->id && other->space == seat->space && other->day == seat->day
              && (other->part & seat->part) && model_holds (other))
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
model_lost_pin (const Book      *book,
                const BookSpace *space,
                int              today)
{
  for (guint i = 0; i < book->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (book->seats, BookSeat, i);
      const BookWish *wish = seat->space == space->id && seat->day >= today && model_holds (seat)
                               ? book_get_wish (book, seat->id) : NULL;
      gboolean there = FALSE;

      for (int j = 0; j < space->n_desks && wish != NULL; j++)
        there = there || space->desks[j].key == wish->desk;
      if (wish != NULL && wish->pinned && !there)
        return TRUE;
    }

  return FALSE;
}

const char *
model_wish (Book       *book,
            ModelClock  clock,
            BookSeat   *seat,
            const char *desk,
            gboolean    pinned)
{
  BookWish *there = book_get_wish (book, seat->id);
  BookWish wish = { .id = seat->id, .pinned = desk != NULL && pinned };
  guint at = 0;

  if (!g_str_equal (seat->state, "confirmed") && !g_str_equal (seat->state, "checked-in"))
    return "bad-state";
  if (seat->day < clock.today)
    return "past-day";
  if (desk != NULL && (wish.desk = model_find_desk (book_get_space (book, seat->space), desk)) == 0)
    return "no-desk";
  if (there != NULL ? there->desk == wish.desk && there->pinned == wish.pinned : wish.desk == 0)
    return "";
  if (wish.pinned && model_desk_taken (book, seat, wish.desk))
    return "desk-taken";

  while (at < book->wishes->len && g_array_index (book->wishes, BookWish, at).id < seat->id)
    at++;
  if (there != NULL)
    g_array_remove_index (book->wishes, at);
  if (wish.desk != 0)
    g_array_insert_val (book->wishes, at, wish);

  return "";
}

/* ---- requests ---- */

/* Nobody answers after the hour, also where nobody looked at the clock since. */
gboolean
model_is_open (const Book     *book,
               ModelClock      clock,
               const BookSeat *seat)
{
  const BookRequest *request = book_get_request (book, seat->id);

  return g_str_equal (seat->state, "requested") && (request == NULL || request->answer_by > clock.now);
}

const char *
model_accept (Book       *book,
              ModelClock  clock,
              BookSeat   *seat)
{
  BookSlot plan = model_plan_from (book, book_get_space (book, seat->space), seat->day, clock.today);

  if (!model_is_open (book, clock, seat))
    return "bad-state";
  if (seat->day < clock.today)
    return "past-day";
  if (plan.am == 0 && plan.pm == 0)
    return "closed";
  model_set_state (seat, "confirmed");
  for (int half = 1; half < 3; half++)
    if ((seat->part & half) && model_held (book, seat->space, seat->day, half)
                               + model_kept (book, seat->space, seat->day, half) > (half == 1 ? plan.am : plan.pm))
      return "full";

  return "";
}

void
model_withdraw (Book     *book,
                BookSeat *seat)
{
  BookRequest *request = book_get_request (book, seat->id);
  gboolean known = *request->decided != '\0';

  if (g_str_equal (seat->state, "checked-in") || g_str_equal (seat->state, "checked-out"))
    {
      request->left = TRUE;
    }
  else if (g_str_equal (seat->state, "confirmed") && known)
    {
      request->left = TRUE;
      model_set_state (seat, "cancelled");
    }
  else if (g_str_equal (seat->state, "requested") || g_str_equal (seat->state, "confirmed")
           || g_str_equal (seat->state, "expired") || (g_str_equal (seat->state, "declined") && !known))
    {
      request->left = TRUE;
      request->taken = FALSE;
      *request->decided = '\0';
      model_set_state (seat, "withdrawn");
    }
}

const char *
model_decision (const BookSeat    *seat,
                const BookRequest *request)
{
  if (request->left)
    return "";
  if (model_holds (seat))
    return "confirmed";
  if (g_str_equal (seat->state, "declined"))
    return "declined";
  if (g_str_equal (seat->state, "cancelled") || g_str_equal (seat->state, "no-show"))
    return *request->decided == '\0' || g_str_equal (request->decided, "declined") ? "declined" : seat->state;

  return "";
}
