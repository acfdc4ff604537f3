/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "foyer-profile-travel.h"

#define HOUR_MS (G_GINT64_CONSTANT (60) * 60 * 1000)

static void
foyer_profile_got_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
foyer_profile_await (FoyerProfile  *self,
                     GAsyncResult **result)
{
  g_assert_no_error (self->error);
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

char *
foyer_profile_key (char letter)
{
  return g_strnfill (43, letter);
}

char *
foyer_profile_add_published (FoyerProfile *self)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;

  g_set_str (&space->name, "Le Foyer");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 2;
  space->price_minor = 400;
  space->has_point = TRUE;
  space->lat_e6 = 45759000;
  space->lon_e6 = 4853000;
  saved = foyer_profile_save_space (self, space);
  g_assert_no_error (self->error);
  g_assert_true (foyer_profile_set_week (self, saved->id, "Mon-Fri 09:00-18:00", NULL));
  g_assert_true (foyer_profile_publish (self, saved->id, ORIGIN));

  return g_strdup (saved->id);
}

gboolean
foyer_profile_publish (FoyerProfile *self,
                       const char   *space_id,
                       const char   *origin)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_publish_async (self->store, space_id, origin, NULL, foyer_profile_got_cb, &result);

  return foyer_store_publication_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

gboolean
foyer_profile_unpublish (FoyerProfile *self,
                         const char   *space_id,
                         const char   *origin)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_unpublish_async (self->store, space_id, origin, NULL, foyer_profile_got_cb, &result);

  return foyer_store_publication_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

GPtrArray *
foyer_profile_publications (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_publications_async (self->store, NULL, NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_publications_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerBooking *
foyer_profile_answer (FoyerProfile      *self,
                      const char        *booking_id,
                      FoyerBookingState  state)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_answer_async (self->store, booking_id, state, NULL, foyer_profile_got_cb, &result);

  return foyer_store_booking_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

FoyerMySeat *
foyer_profile_wish (FoyerProfile        *self,
                    const FoyerSeatWish *wish)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_ask_async (self->store, wish, NULL, foyer_profile_got_cb, &result);

  return foyer_store_my_seat_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

FoyerMySeat *
foyer_profile_ask (FoyerProfile *self,
                   const char   *day,
                   FoyerPart     part)
{
  const char *skills[] = { "knitting", "bread", NULL };
  FoyerSeatWish wish = {
    .origin = ORIGIN, .listing = LISTING, .name = "Le Foyer", .tz = "Europe/Paris", .currency = "EUR",
    .price_minor = 400, .cancel_minute = 1080, .cancel_days = 1, .day = foyer_day (day), .part = part, .seats = 1,
    .guest_name = "Zoé", .phone = "06 12", .email = "z@example.org", .note = "With a dog.\nA small one.",
    .skills = skills,
  };

  return foyer_profile_wish (self, &wish);
}

FoyerMySeat *
foyer_profile_withdraw (FoyerProfile *self,
                        const char   *seat_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_withdraw_async (self->store, seat_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_my_seat_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

GPtrArray *
foyer_profile_my_seats (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_my_seats_async (self->store, NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_my_seats_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerMySeat *
foyer_profile_my_seat (FoyerProfile *self)
{
  g_autoptr(GPtrArray) seats = foyer_profile_my_seats (self);

  g_assert_cmpuint (seats->len, ==, 1);

  return g_ptr_array_steal_index (seats, 0);
}

GPtrArray *
foyer_profile_waiting (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_waiting_async (self->store, NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_waiting_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

GPtrArray *
foyer_profile_due (FoyerProfile *self,
                   gint64       *next_ms)
{
  g_autoptr(GAsyncResult) result = NULL;
  GPtrArray *posts;

  foyer_store_posts_due_async (self->store, NULL, foyer_clock_now (self->clock), 100, NULL, foyer_profile_got_cb,
                               &result);
  posts = foyer_store_posts_due_finish (self->store, foyer_profile_await (self, &result), next_ms, &self->error);
  g_assert_no_error (self->error);

  return posts;
}

static const char *
foyer_profile_get_kind (const FoyerPost *post)
{
  static const char * const kinds[] = {
    "listing", "availability", "tombstone", "request", "decision", "withdrawal", "photo",
  };

  return kinds[post->kind];
}

void
foyer_profile_assert_due (FoyerProfile *self,
                          const char   *kinds)
{
  g_autoptr(GPtrArray) posts = foyer_profile_due (self, NULL);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    {
      const FoyerPost *post = posts->pdata[i];

      if (found->len > 0)
        g_string_append_c (found, ' ');
      g_string_append (found, foyer_profile_get_kind (post));
      if (post->body != NULL)
        g_string_append_c (found, '*');
    }
  g_assert_cmpstr (found->str, ==, kinds);
}

gboolean
foyer_profile_write (FoyerProfile    *self,
                     const FoyerPost *post,
                     const char      *body)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autofree char *host = foyer_profile_key ('h');
  FoyerListingFacts facts = {
    .host = host, .name = "Le Foyer", .area = "Lyon 3e", .tz = "Europe/Paris", .currency = "EUR",
    .price_minor = 450, .cancel_minute = 1020, .cancel_days = 2,
    .answer_by_ms = foyer_clock_now (self->clock) + 8 * HOUR_MS,
  };

  foyer_store_post_written_async (self->store, post->seq, post->rev, bytes,
                                  post->kind == FOYER_POST_REQUEST ? &facts : NULL, NULL, foyer_profile_got_cb,
                                  &result);

  return foyer_store_post_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

gboolean
foyer_profile_post_answered (FoyerProfile     *self,
                             gint64            seq,
                             FoyerPostOutcome  outcome,
                             gint64            next_ms,
                             gint64            rev,
                             const char       *reason)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_post_answered_async (self->store, seq, outcome, next_ms, rev, reason, NULL, foyer_profile_got_cb,
                                   &result);

  return foyer_store_post_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

int
foyer_profile_send_all (FoyerProfile *self)
{
  int n = 0;

  for (;;)
    {
      g_autoptr(GPtrArray) posts = foyer_profile_due (self, NULL);

      if (posts->len == 0)
        return n;
      for (guint i = 0; i < posts->len; i++)
        {
          const FoyerPost *post = posts->pdata[i];

          if (post->body == NULL)
            g_assert_true (foyer_profile_write (self, post, foyer_profile_get_kind (post)));
          g_assert_true (foyer_profile_post_answered (self, post->seq, FOYER_POST_TAKEN, 0, post->rev, NULL));
          n++;
        }
    }
}

GPtrArray *
foyer_profile_mailboxes (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_mailboxes_async (self->store, NULL, foyer_profile_got_cb, &result);

  return foyer_store_mailboxes_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

int
foyer_profile_take (FoyerProfile *self,
                    const char   *host,
                    const char   *epoch,
                    FoyerNews    *news)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_news_free);
  int n;

  g_ptr_array_add (page, news);
  foyer_store_take_news_async (self->store, ORIGIN, host, epoch, "c", page, NULL, foyer_profile_got_cb, &result);
  n = foyer_store_take_news_finish (self->store, foyer_profile_await (self, &result), &self->error);
  g_assert_no_error (self->error);

  return n;
}

gint64
foyer_profile_time (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  gint64 next_ms;

  foyer_store_post_time_async (self->store, NULL, foyer_profile_got_cb, &result);
  g_assert_true (foyer_store_post_time_finish (self->store, foyer_profile_await (self, &result), &next_ms,
                                               &self->error));

  return next_ms;
}

/* ---- what others write ---- */

static FoyerNews *
foyer_news_make (FoyerProfile  *self,
                 FoyerPostKind  kind,
                 const char    *booking,
                 gint64         rev,
                 char           letter)
{
  FoyerNews *news = foyer_news_new ();
  g_autofree char *text = g_strdup_printf ("%d %s %" G_GINT64_FORMAT " %c", (int) kind, booking, rev, letter);

  news->known = TRUE;
  news->kind = kind;
  news->raw = g_bytes_new (text, strlen (text));
  news->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  news->at_ms = foyer_clock_now (self->clock);
  news->booking = g_strdup (booking);
  news->rev = rev;
  news->key = foyer_profile_key (letter);

  return news;
}

FoyerNews *
foyer_news_request (FoyerProfile *self,
                    const char   *booking,
                    const char   *day,
                    char          letter)
{
  FoyerNews *news = foyer_news_make (self, FOYER_POST_REQUEST, booking, 1, letter);
  g_autoptr(GPtrArray) publications = foyer_profile_publications (self);

  news->listing = g_strdup (publications->len > 0 ? ((FoyerPublication *) publications->pdata[0])->listing : LISTING);
  news->day = foyer_day (day);
  news->part = FOYER_PART_FULL;
  news->seats = 1;
  news->answer_by_ms = news->at_ms + 9 * HOUR_MS;
  news->guest = foyer_person_new ();
  g_set_str (&news->guest->name, "Zoé");
  g_set_str (&news->guest->email, "z@example.org");
  g_strfreev (news->guest->skills);
  news->guest->skills = g_strsplit ("knitting bread", " ", -1);
  news->note = g_strdup ("With a dog.\nA small one.");

  return news;
}

FoyerNews *
foyer_news_withdrawal (FoyerProfile *self,
                       const char   *booking,
                       gint64        rev,
                       char          letter)
{
  return foyer_news_make (self, FOYER_POST_WITHDRAWAL, booking, rev, letter);
}

FoyerNews *
foyer_news_decision (FoyerProfile      *self,
                     const char        *booking,
                     gint64             rev,
                     FoyerBookingState  state,
                     char               letter)
{
  FoyerNews *news = foyer_news_make (self, FOYER_POST_DECISION, booking, rev, letter);

  news->state = state;
  if (state == FOYER_STATE_CONFIRMED)
    {
      news->has_access = TRUE;
      news->street = g_strdup ("1 rue du Lac");
      news->postcode = g_strdup ("69003");
      news->city = g_strdup ("Lyon");
      news->door = g_strdup ("1234");
      news->ticket = g_strdup ("FOABC");
    }

  return news;
}
