/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "history-private.h"

/* Strangers who ask through a directory, and what they are told. */

#define HOUR_MS G_GINT64_CONSTANT (3600000)

static void
take (History   *self,
      FoyerNews *news)
{
  foyer_profile_take (self->profile, "", "e", news);
  self->is_news = TRUE;
}

static gint64
find_person (const Book *book,
             char        letter)
{
  g_autofree char *key = foyer_profile_key (letter);

  for (guint i = 0; i < book->requests->len; i++)
    {
      const BookRequest *request = &g_array_index (book->requests, BookRequest, i);

      for (guint j = 0; j < book->seats->len && g_str_equal (request->key, key); j++)
        if (g_array_index (book->seats, BookSeat, j).id == request->id)
          return g_array_index (book->seats, BookSeat, j).person;
    }

  return 0;
}

const char *
act_request (History *self,
             Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  char letter = (char) ('A' + pick (self, 0, 6));
  BookSeat seat = { .space = space_at (self, i)->id, .person = find_person (want, letter), .day = pick_day (self, i),
                    .part = pick (self, 1, 4), .seats = pick (self, 1, 3) };
  g_autofree char *id = g_strdup_printf ("%08x-%04x-4%03x-8%03x-%08x%04x", g_rand_int (self->rand),
                                         (guint) pick (self, 0, 0x10000), (guint) pick (self, 0, 0x1000),
                                         (guint) pick (self, 0, 0x1000), g_rand_int (self->rand),
                                         (guint) pick (self, 0, 0x10000));
  g_autofree char *day = book_day_text (seat.day);
  FoyerNews *news = foyer_news_request (self->profile, id, day, letter);
  BookRequest request = { .answer_by = self->profile->now + pick (self, -1, 40) * HOUR_MS };

  g_set_str (&news->listing, self->listings[i]);
  news->part = (FoyerPart) seat.part;
  news->seats = seat.seats;
  news->answer_by_ms = request.answer_by;
  g_free (news->guest->name);
  news->guest->name = g_strdup_printf ("Zoé %c", letter);
  say (self, "%s asks for %s at %d, part %d, %d seats", news->guest->name, day, i, seat.part, seat.seats);
  take (self, news);
  if (seat.day < self->clocks[i].today)
    return "";

  g_strlcpy (seat.uid, id, sizeof seat.uid);
  g_strlcpy (seat.state, request.answer_by <= self->profile->now ? "expired"
                         : space_at (self, i)->archived ? "declined" : "requested", sizeof seat.state);
  seat.price = (seat.part == 3 ? 1000 : 500) * seat.seats;
  g_array_append_val (want->seats, seat);
  g_array_append_val (want->requests, request);

  return "";
}

/* (nullable) a request that somebody may still have something to say to. */
static const BookSeat *
pick_asked (History *self)
{
  const BookSeat *seat = NULL;

  for (int i = 0; i < 20 && self->book->requests->len > 0; i++)
    {
      gint64 id = g_array_index (self->book->requests, BookRequest,
                                 pick (self, 0, (int) self->book->requests->len)).id;

      for (guint j = 0; j < self->book->seats->len; j++)
        if (g_array_index (self->book->seats, BookSeat, j).id == id)
          seat = &g_array_index (self->book->seats, BookSeat, j);
      if (seat != NULL && (g_str_equal (seat->state, "requested") || chance (self, 8)))
        break;
    }

  return seat;
}

const char *
act_answer (History *self,
            Book    *want)
{
  const BookSeat *seat = pick_asked (self);
  gboolean accept = !chance (self, 3);
  g_autoptr(FoyerBooking) booking = NULL;
  BookSeat *wanted;

  if (seat == NULL)
    return NULL;
  say (self, "%s request %" G_GINT64_FORMAT ", %s", accept ? "accept" : "decline", seat->id, seat->state);
  booking = foyer_profile_answer (self->profile, seat->uid, accept ? FOYER_STATE_CONFIRMED : FOYER_STATE_DECLINED);
  wanted = book_find_seat (want, seat->uid);
  if (accept)
    return model_accept (want, self->clocks[index_of_space (self, seat->space)], wanted);
  if (!model_is_open (want, self->clocks[index_of_space (self, seat->space)], wanted))
    return "bad-state";
  g_strlcpy (wanted->state, "declined", sizeof wanted->state);

  return "";
}

const char *
act_withdrawal (History *self,
                Book    *want)
{
  const BookSeat *seat = pick_asked (self);
  const BookRequest *request = seat != NULL ? book_get_request (self->book, seat->id) : NULL;

  if (request == NULL)
    return NULL;
  say (self, "withdrawal of %" G_GINT64_FORMAT ", %s, told “%s”", seat->id, seat->state, request->decided);
  take (self, foyer_news_withdrawal (self->profile, seat->uid, request->rev + 1, *request->key));
  model_withdraw (want, book_find_seat (want, seat->uid));
  /* Who takes back what is over anyhow is told nothing more. */
  if (!book_get_request (want, seat->id)->left)
    g_hash_table_insert (self->silent, g_strdup (seat->uid), g_strdup (seat->state));

  return "";
}

/* Everything that is to be sent is sent, and taken. Letters about a day are worth sending for a week
 * after it. */
const char *
act_letters (History *self,
             Book    *want)
{
  g_autoptr(Book) got = NULL;

  say (self, "letters");
  foyer_profile_send_all (self->profile);
  self->is_news = TRUE;
  got = read_book (self);
  for (guint i = 0; i < want->seats->len; i++)
    {
      const BookSeat *seat = &g_array_index (want->seats, BookSeat, i);
      BookRequest *request = book_get_request (want, seat->id);
      const char *decision = request != NULL ? model_decision (seat, request) : "";

      if (*decision == '\0' || g_str_equal (decision, request->decided)
          || g_strcmp0 (g_hash_table_lookup (self->silent, seat->uid), seat->state) == 0)
        continue;
      if (seat->day < self->clocks[0].today - 6 && *book_get_request (got, seat->id)->decided == *request->decided)
        continue;
      g_strlcpy (request->decided, decision, sizeof request->decided);
      request->taken = TRUE;
    }

  return "";
}
