/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-travel.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define FRIDAY "2026-11-27"

static void
undo (FoyerProfile *profile,
      gint64        op,
      const char   *expected)
{
  g_autofree char *verb = foyer_profile_undo (profile, op);

  g_assert_no_error (profile->error);
  g_assert_cmpstr (verb, ==, expected);
}

static void
refuse_undo (FoyerProfile *profile,
             gint64        op,
             FoyerError    code)
{
  g_assert_null (foyer_profile_undo (profile, op));
  foyer_profile_assert_refused (profile, FOYER_ERROR, code);
}

static void
test_ask (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerMySeat) seat = foyer_profile_ask (profile, FRIDAY, FOYER_PART_AM);
  gint64 ask = profile->op;
  g_autoptr(GPtrArray) due = NULL;
  g_autoptr(FoyerMySeat) told = NULL;
  const FoyerPost *post;

  g_assert_no_error (profile->error);
  g_assert_cmpint (seat->state, ==, FOYER_STATE_REQUESTED);
  g_assert_true (seat->queued);
  g_assert_false (seat->has_access);
  g_assert_null (foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_ALREADY_BOOKED);
  g_assert_null (foyer_profile_ask (profile, "2026-11-25", FOYER_PART_FULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_PAST_DAY);
  g_assert_null (foyer_profile_ask (profile, "2027-01-29", FOYER_PART_FULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BEYOND_HORIZON);
  foyer_my_seat_free (foyer_profile_ask (profile, "2027-01-28", FOYER_PART_FULL));
  undo (profile, 0, "request");
  foyer_my_seat_free (foyer_profile_ask (profile, FRIDAY, FOYER_PART_PM));
  undo (profile, 0, "request");

  due = foyer_profile_due (profile, NULL);
  g_assert_cmpuint (due->len, ==, 1);
  post = due->pdata[0];
  g_assert_cmpint (post->kind, ==, FOYER_POST_REQUEST);
  g_assert_cmpint (post->rev, ==, 1);
  g_assert_cmpstr (post->subject, ==, seat->id);
  g_assert_cmpstr (post->guest->name, ==, "Zoé");
  g_assert_cmpstr (post->guest->skills[0], ==, "knitting");
  g_assert_cmpstr (post->note, ==, "With a dog.\nA small one.");
  g_assert_null (post->consents[0]);
  g_assert_true (foyer_profile_write (profile, post, "please"));
  refuse_undo (profile, ask, FOYER_ERROR_BAD_STATE);
  told = foyer_profile_my_seat (profile);
  g_assert_cmpint (told->price_minor, ==, 450);
  g_assert_cmpint (told->cancel_days, ==, 2);
  g_assert_cmpint (told->answer_by_ms, ==, profile->now + 8 * 3600 * 1000);
  g_assert_cmpint (told->rev, ==, 1);
}

static void
test_answered (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerMySeat) asked = foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL);
  g_autofree char *host = foyer_profile_key ('h');
  g_autoptr(FoyerMySeat) seat = NULL;
  g_autoptr(FoyerMySeat) cancelled = NULL;

  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  /* Nobody but the host decides, and nothing that came before counts. */
  g_assert_cmpint (foyer_profile_take (profile, host, "e",
                                       foyer_news_decision (profile, asked->id, 2, FOYER_STATE_CONFIRMED, 'x')), ==, 0);
  g_assert_cmpint (foyer_profile_take (profile, host, "e",
                                       foyer_news_decision (profile, asked->id, 1, FOYER_STATE_CONFIRMED, 'h')), ==, 0);
  g_assert_cmpint (foyer_profile_take (profile, host, "e",
                                       foyer_news_decision (profile, asked->id, 2, FOYER_STATE_CONFIRMED, 'h')), ==, 1);
  seat = foyer_profile_my_seat (profile);
  g_assert_cmpint (seat->state, ==, FOYER_STATE_CONFIRMED);
  g_assert_true (seat->has_access);
  g_assert_cmpstr (seat->street, ==, "1 rue du Lac");
  g_assert_cmpstr (seat->door, ==, "1234");
  g_assert_cmpstr (seat->ticket, ==, "FOABC");
  g_assert_false (seat->queued);
  g_assert_cmpint (foyer_profile_take (profile, host, "e",
                                       foyer_news_decision (profile, asked->id, 3, FOYER_STATE_DECLINED, 'h')), ==, 0);

  cancelled = foyer_profile_withdraw (profile, asked->id);
  g_assert_cmpint (cancelled->state, ==, FOYER_STATE_CANCELLED);
  foyer_profile_assert_due (profile, "withdrawal");
  g_assert_null (foyer_profile_withdraw (profile, asked->id));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
}

static void
test_withdraw (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerMySeat) seat = foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL);
  g_autofree char *host = foyer_profile_key ('h');
  g_autoptr(FoyerMySeat) withdrawn = NULL;
  g_autoptr(GPtrArray) due = NULL;
  gint64 withdraw;

  /* Before anything left there is nothing to say. */
  foyer_my_seat_free (foyer_profile_withdraw (profile, seat->id));
  foyer_profile_assert_due (profile, "");
  undo (profile, 0, "withdraw");
  foyer_profile_assert_due (profile, "request");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);

  foyer_my_seat_free (foyer_profile_withdraw (profile, seat->id));
  foyer_profile_assert_due (profile, "withdrawal");
  undo (profile, 0, "withdraw");
  foyer_profile_assert_due (profile, "");
  foyer_my_seat_free (foyer_profile_withdraw (profile, seat->id));
  withdraw = profile->op;
  due = foyer_profile_due (profile, NULL);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->rev, ==, 2);
  g_assert_true (foyer_profile_write (profile, due->pdata[0], "no"));
  refuse_undo (profile, withdraw, FOYER_ERROR_BAD_STATE);

  /* The confirmation was faster: then it is a cancellation, with the next revision. */
  g_assert_cmpint (foyer_profile_take (profile, host, "e",
                                       foyer_news_decision (profile, seat->id, 2, FOYER_STATE_CONFIRMED, 'h')), ==, 1);
  withdrawn = foyer_profile_my_seat (profile);
  g_assert_cmpint (withdrawn->state, ==, FOYER_STATE_CANCELLED);
  g_assert_false (withdrawn->has_access);
  g_assert_true (foyer_profile_post_answered (profile, ((FoyerPost *) due->pdata[0])->seq, FOYER_POST_ANEW, 0, 2, NULL));
  g_clear_pointer (&due, g_ptr_array_unref);
  due = foyer_profile_due (profile, NULL);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->kind, ==, FOYER_POST_WITHDRAWAL);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->rev, ==, 3);
}

/* The withdrawal was refused and is to be written anew; the confirmation that was faster comes
 * only now. */
static void
test_faster_confirmation (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerMySeat) seat = foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL);
  g_autofree char *host = foyer_profile_key ('h');
  g_autoptr(FoyerMySeat) withdrawn = NULL;
  g_autoptr(GPtrArray) due = NULL;

  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  foyer_my_seat_free (foyer_profile_withdraw (profile, seat->id));
  due = foyer_profile_due (profile, NULL);
  g_assert_true (foyer_profile_write (profile, due->pdata[0], "no"));
  g_assert_true (foyer_profile_post_answered (profile, ((FoyerPost *) due->pdata[0])->seq, FOYER_POST_ANEW, 0, 2, NULL));
  g_assert_cmpint (foyer_profile_take (profile, host, "e",
                                       foyer_news_decision (profile, seat->id, 2, FOYER_STATE_CONFIRMED, 'h')), ==, 1);
  withdrawn = foyer_profile_my_seat (profile);
  g_assert_cmpint (withdrawn->state, ==, FOYER_STATE_CANCELLED);
  foyer_profile_assert_due (profile, "withdrawal");
}

static void
test_expiry (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerMySeat) sent = foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL);
  g_autoptr(FoyerMySeat) unsent = NULL;
  g_autoptr(GPtrArray) seats = NULL;
  g_autofree char *host = foyer_profile_key ('h');

  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  unsent = foyer_profile_ask (profile, "2026-11-30", FOYER_PART_FULL);
  foyer_profile_set_now (profile, "2026-11-26T17:00:00+01:00");
  seats = foyer_profile_my_seats (profile);
  g_assert_cmpint (((FoyerMySeat *) seats->pdata[0])->state, ==, FOYER_STATE_EXPIRED);
  g_assert_cmpint (((FoyerMySeat *) seats->pdata[1])->state, ==, FOYER_STATE_REQUESTED);
  foyer_profile_time (profile);
  /* The answer was in time and late on its way. */
  g_assert_cmpint (foyer_profile_take (profile, host, "e",
                                       foyer_news_decision (profile, sent->id, 2, FOYER_STATE_CONFIRMED, 'h')), ==, 1);

  foyer_profile_set_now (profile, "2026-12-01T09:00:00+01:00");
  g_clear_pointer (&seats, g_ptr_array_unref);
  seats = foyer_profile_my_seats (profile);
  g_assert_cmpstr (((FoyerMySeat *) seats->pdata[0])->id, ==, unsent->id);
  g_assert_cmpint (((FoyerMySeat *) seats->pdata[0])->state, ==, FOYER_STATE_EXPIRED);
  g_assert_cmpint (((FoyerMySeat *) seats->pdata[1])->state, ==, FOYER_STATE_CONFIRMED);
  foyer_profile_time (profile);
  foyer_profile_assert_due (profile, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/my-seats/ask", test_ask);
  g_test_add_func ("/storage/my-seats/answered", test_answered);
  g_test_add_func ("/storage/my-seats/withdraw", test_withdraw);
  g_test_add_func ("/storage/my-seats/faster-confirmation", test_faster_confirmation);
  g_test_add_func ("/storage/my-seats/expiry", test_expiry);

  return g_test_run ();
}
