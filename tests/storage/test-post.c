/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-travel.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"
#define MINUTE_MS (60 * 1000)

/* The first that is due, taken out of the list. */
static FoyerPost *
first_due (FoyerProfile *profile)
{
  g_autoptr(GPtrArray) posts = foyer_profile_due (profile, NULL);

  g_assert_cmpuint (posts->len, >, 0);

  return g_ptr_array_steal_index (posts, 0);
}

static FoyerPost *
due_decision (FoyerProfile *profile)
{
  g_autoptr(GPtrArray) posts = foyer_profile_due (profile, NULL);

  for (guint i = 0; i < posts->len; i++)
    if (((FoyerPost *) posts->pdata[i])->kind == FOYER_POST_DECISION)
      return g_ptr_array_steal_index (posts, i);

  g_assert_not_reached ();
}

static void
assert_waiting (FoyerProfile *profile,
                guint         n)
{
  g_autoptr(GPtrArray) waiting = foyer_profile_waiting (profile);

  g_assert_cmpuint (waiting->len, ==, n);
}

/* ---- the outbox ---- */

static void
test_written (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerPost) listing = first_due (profile);
  g_autoptr(FoyerPost) again = NULL;
  g_autoptr(FoyerPost) seats = NULL;
  g_autoptr(FoyerPost) later = NULL;

  g_assert_true (foyer_profile_write (profile, listing, "one"));
  g_assert_true (foyer_profile_write (profile, listing, "one"));
  g_assert_false (foyer_profile_write (profile, listing, "two"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  again = first_due (profile);
  g_assert_cmpint (again->seq, ==, listing->seq);
  g_assert_cmpmem (g_bytes_get_data (again->body, NULL), g_bytes_get_size (again->body), "one", 3);
  g_assert_true (foyer_profile_post_answered (profile, listing->seq, FOYER_POST_TAKEN, 0, 0, NULL));
  g_assert_false (foyer_profile_post_answered (profile, listing->seq, FOYER_POST_TAKEN, 0, 0, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  /* What it is about changed while it was written. */
  seats = first_due (profile);
  foyer_booking_free (foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "A"));
  g_assert_false (foyer_profile_write (profile, seats, "old"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  later = first_due (profile);
  g_assert_cmpint (later->seq, ==, seats->seq);
  g_assert_true (foyer_profile_write (profile, later, "new"));

  /* What was written stays as it is, and what changes then follows. */
  foyer_booking_free (foyer_profile_book_guest (profile, space, FRIDAY, FOYER_PART_FULL, "B"));
  foyer_profile_assert_due (profile, "availability*");
  assert_waiting (profile, 2);
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
}

static void
test_later (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerPost) listing = first_due (profile);
  g_autoptr(GPtrArray) posts = NULL;
  gint64 next_ms;
  gint64 soon = profile->now + 5 * MINUTE_MS;

  g_assert_true (foyer_profile_write (profile, listing, "one"));
  g_assert_true (foyer_profile_post_answered (profile, listing->seq, FOYER_POST_LATER, soon, 7, NULL));
  posts = foyer_profile_due (profile, &next_ms);
  g_assert_cmpuint (posts->len, ==, 0);
  g_assert_cmpint (next_ms, ==, soon);
  profile->now = soon;
  g_clear_pointer (&posts, g_ptr_array_unref);
  posts = foyer_profile_due (profile, &next_ms);
  g_assert_cmpuint (posts->len, ==, 1);
  g_assert_cmpint (next_ms, ==, 0);
  g_assert_cmpint (((FoyerPost *) posts->pdata[0])->attempts, ==, 1);
  g_assert_cmpint (((FoyerPost *) posts->pdata[0])->published_rev, ==, 7);
  g_assert_nonnull (((FoyerPost *) posts->pdata[0])->body);
}

static void
test_refused (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerPost) listing = first_due (profile);
  g_autoptr(GPtrArray) publications = NULL;
  g_autoptr(GPtrArray) waiting = NULL;
  g_autoptr(FoyerSpace) edit = foyer_space_copy (listing->space);
  g_autoptr(FoyerSpace) saved = NULL;

  g_assert_true (foyer_profile_write (profile, listing, "one"));
  g_assert_true (foyer_profile_post_answered (profile, listing->seq, FOYER_POST_REFUSED, 0, 0, "taken"));
  /* Seats of what is not there are of no use to a directory. */
  foyer_profile_assert_due (profile, "");
  publications = foyer_profile_publications (profile);
  g_assert_cmpstr (((FoyerPublication *) publications->pdata[0])->trouble, ==, "taken");
  g_assert_false (((FoyerPublication *) publications->pdata[0])->sent);
  waiting = foyer_profile_waiting (profile);
  g_assert_cmpuint (waiting->len, ==, 2);
  g_assert_cmpstr (((FoyerWaiting *) waiting->pdata[0])->kind, ==, "listing");
  g_assert_cmpstr (((FoyerWaiting *) waiting->pdata[0])->name, ==, "Le Foyer");
  g_assert_cmpstr (((FoyerWaiting *) waiting->pdata[0])->trouble, ==, "taken");
  g_assert_cmpint (((FoyerWaiting *) waiting->pdata[0])->since_ms, ==, profile->now);

  /* A better one takes its place. */
  g_set_str (&edit->about, "Another text.");
  saved = foyer_profile_save_space (profile, edit);
  g_assert_no_error (profile->error);
  foyer_profile_assert_due (profile, "availability");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  assert_waiting (profile, 0);
}

static void
test_anew (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerPost) listing = first_due (profile);
  g_autoptr(FoyerPost) again = NULL;

  g_assert_true (foyer_profile_write (profile, listing, "one"));
  g_assert_true (foyer_profile_post_answered (profile, listing->seq, FOYER_POST_ANEW, 0, 41, NULL));
  again = first_due (profile);
  g_assert_cmpint (again->kind, ==, FOYER_POST_LISTING);
  g_assert_null (again->body);
  g_assert_cmpint (again->rev, ==, 42);
  g_assert_cmpint (again->published_rev, ==, 41);
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
}

static void
test_request_refused (gconstpointer reason)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerMySeat) asked = foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL);
  g_autoptr(FoyerPost) post = first_due (profile);
  g_autoptr(FoyerMySeat) seat = NULL;

  g_assert_true (foyer_profile_write (profile, post, "please"));
  g_assert_true (foyer_profile_post_answered (profile, post->seq, FOYER_POST_REFUSED, 0, 0, reason));
  seat = foyer_profile_my_seat (profile);
  assert_waiting (profile, 0);
  if (g_str_equal (reason, "id-reused"))
    {
      g_assert_cmpint (seat->state, ==, FOYER_STATE_REQUESTED);
      g_assert_cmpstr (seat->trouble, ==, "");
      return;
    }
  g_assert_cmpint (seat->state, ==, g_str_equal (reason, "expired") ? FOYER_STATE_EXPIRED : FOYER_STATE_DECLINED);
  g_assert_cmpstr (seat->trouble, ==, reason);
  /* Nobody here did it. */
  g_free (foyer_profile_undo (profile, 0));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
}

/* The host's word came too late: the guest is elsewhere by now, and the seat free. */
static void
test_decision_expired (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerPost) post = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;

  foyer_profile_send_all (profile);
  foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a'));
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  post = due_decision (profile);
  g_assert_true (foyer_profile_write (profile, post, "yes"));
  g_assert_true (foyer_profile_post_answered (profile, post->seq, FOYER_POST_REFUSED, 0, 0, "expired"));
  sheet = foyer_profile_sheet (profile, space, foyer_day (FRIDAY));
  g_assert_cmpuint (sheet->expected->len, ==, 0);
  g_assert_cmpuint (sheet->requests->len, ==, 0);
  g_assert_cmpint (sheet->availability.am_held, ==, 0);
  foyer_profile_assert_due (profile, "availability");
}

/* ---- the inbox ---- */

static void
test_repeated (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerDaySheet) sheet = NULL;
  FoyerNews *other = foyer_news_new ();
  FoyerNews *foreign = foyer_news_request (profile, BOOKING, TODAY, 'b');
  FoyerNews *unheard = foyer_news_request (profile, LISTING, TODAY, 'c');

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 0);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foreign), ==, 0);
  g_set_str (&unheard->listing, LISTING);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", unheard), ==, 0);
  other->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "later", -1);
  other->raw = g_bytes_new_static ("later", 5);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", other), ==, 0);

  sheet = foyer_profile_sheet (profile, space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->requests->len, ==, 1);
  g_assert_cmpint (((FoyerBooking *) sheet->requests->pdata[0])->day, ==, foyer_day (FRIDAY));
}

static void
test_mailboxes (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autofree char *host = foyer_profile_key ('h');
  g_autoptr(FoyerMySeat) seat = foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL);
  g_autoptr(GPtrArray) before = foyer_profile_mailboxes (profile);
  g_autoptr(GPtrArray) asked = NULL;
  g_autoptr(GPtrArray) ended = NULL;
  g_autoptr(GPtrArray) later = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  foyer_profile_send_all (profile);
  foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a'));
  asked = foyer_profile_mailboxes (profile);
  g_assert_cmpuint (asked->len, ==, 2);
  g_assert_cmpstr (((FoyerMailbox *) asked->pdata[0])->host, ==, "");
  g_assert_cmpstr (((FoyerMailbox *) asked->pdata[0])->epoch, ==, "e");
  g_assert_cmpstr (((FoyerMailbox *) asked->pdata[0])->cursor, ==, "c");
  g_assert_cmpstr (((FoyerMailbox *) asked->pdata[1])->host, ==, host);
  g_assert_cmpstr (((FoyerMailbox *) asked->pdata[1])->epoch, ==, "");

  foyer_profile_take (profile, host, "e", foyer_news_decision (profile, seat->id, 2, FOYER_STATE_DECLINED, 'h'));
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_DECLINED));
  g_assert_true (foyer_profile_unpublish (profile, space, NULL));
  foyer_profile_send_all (profile);
  /* a request may have been taken just before */
  ended = foyer_profile_mailboxes (profile);
  g_assert_cmpuint (ended->len, ==, 1);
  foyer_profile_set_now (profile, "2026-11-30T09:00:00+01:00");
  later = foyer_profile_mailboxes (profile);
  g_assert_cmpuint (later->len, ==, 0);
}

static void
assert_body (const FoyerPost *post,
             const char      *text)
{
  g_assert_nonnull (post->body);
  g_assert_cmpmem (g_bytes_get_data (post->body, NULL), g_bytes_get_size (post->body), text, strlen (text));
}

/* A directory that was restored gets everything again: what is sealed, with the same bytes. */
static void
test_host_epoch (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(GPtrArray) mailboxes = NULL;
  g_autoptr(FoyerPost) decision = NULL;

  foyer_profile_send_all (profile);
  foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a'));
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  foyer_booking_free (foyer_profile_set_state (profile, BOOKING, FOYER_STATE_CANCELLED));

  foyer_profile_take (profile, "", "f", foyer_news_request (profile, BOOKING, FRIDAY, 'a'));
  mailboxes = foyer_profile_mailboxes (profile);
  g_assert_cmpstr (((FoyerMailbox *) mailboxes->pdata[0])->epoch, ==, "f");
  g_assert_cmpstr (((FoyerMailbox *) mailboxes->pdata[0])->cursor, ==, "");
  foyer_profile_assert_due (profile, "availability decision*");
  decision = due_decision (profile);
  assert_body (decision, "decision");
  g_assert_cmpint (decision->rev, ==, 2);
  /* Listing, availability, the confirmation and the cancellation, each once. */
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 4);
  foyer_profile_take (profile, "", "f", foyer_news_request (profile, BOOKING, FRIDAY, 'a'));
  assert_waiting (profile, 0);
}

static void
test_guest_epoch (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerMySeat) seat = foyer_profile_ask (profile, FRIDAY, FOYER_PART_FULL);
  g_autofree char *host = foyer_profile_key ('h');
  g_autoptr(FoyerPost) first = first_due (profile);
  g_autoptr(FoyerPost) again = NULL;
  g_autoptr(FoyerMySeat) after = NULL;

  g_assert_true (foyer_profile_write (profile, first, "sealed once"));
  g_assert_true (foyer_profile_post_answered (profile, first->seq, FOYER_POST_TAKEN, 0, 1, NULL));
  foyer_profile_take (profile, host, "e", foyer_news_decision (profile, seat->id, 2, FOYER_STATE_CONFIRMED, 'h'));
  foyer_profile_take (profile, host, "f", foyer_news_decision (profile, seat->id, 2, FOYER_STATE_CONFIRMED, 'h'));
  again = first_due (profile);
  g_assert_cmpint (again->kind, ==, FOYER_POST_REQUEST);
  g_assert_cmpint (again->rev, ==, 1);
  assert_body (again, "sealed once");
  /* Whatever the directory says to that: the seat is confirmed. */
  g_assert_true (foyer_profile_post_answered (profile, again->seq, FOYER_POST_REFUSED, 0, 0, "expired"));
  after = foyer_profile_my_seat (profile);
  g_assert_cmpint (after->state, ==, FOYER_STATE_CONFIRMED);
}

/* A decision that the restored directory does not understand waits for its request. */
static void
test_unparked (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  g_autoptr(FoyerPost) post = NULL;

  foyer_profile_send_all (profile);
  foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a'));
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_DECLINED));
  post = due_decision (profile);
  g_assert_true (foyer_profile_write (profile, post, "no"));
  g_assert_true (foyer_profile_post_answered (profile, post->seq, FOYER_POST_REFUSED, 0, 0, "not-found"));
  foyer_profile_assert_due (profile, "");
  foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a'));
  foyer_profile_assert_due (profile, "decision*");
}

/* ---- any thread ---- */

typedef struct {
  FoyerStore   *store;
  GMainContext *context;
  GThread      *thread;
  gboolean      answered;
} Asking;

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Asking *asking = user_data;
  g_autoptr(GPtrArray) mailboxes = foyer_store_mailboxes_finish (FOYER_STORE (source), result, NULL);

  g_assert_nonnull (mailboxes);
  g_assert_true (g_thread_self () == asking->thread);
  asking->answered = TRUE;
}

static gpointer
ask (gpointer user_data)
{
  Asking *asking = user_data;

  asking->thread = g_thread_self ();
  g_main_context_push_thread_default (asking->context);
  foyer_store_mailboxes_async (asking->store, NULL, asked_cb, asking);
  while (!asking->answered)
    g_main_context_iteration (asking->context, TRUE);
  g_main_context_pop_thread_default (asking->context);

  return NULL;
}

static void
test_any_thread (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(GMainContext) context = g_main_context_new ();
  Asking asking = { .store = profile->store, .context = context };

  for (int i = 0; i < 20; i++)
    {
      asking.answered = FALSE;
      g_thread_join (g_thread_new ("asking", ask, &asking));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/post/written", test_written);
  g_test_add_func ("/storage/post/later", test_later);
  g_test_add_func ("/storage/post/refused", test_refused);
  g_test_add_func ("/storage/post/anew", test_anew);
  g_test_add_data_func ("/storage/post/request-refused/full", "full", test_request_refused);
  g_test_add_data_func ("/storage/post/request-refused/expired", "expired", test_request_refused);
  g_test_add_data_func ("/storage/post/request-refused/id-reused", "id-reused", test_request_refused);
  g_test_add_func ("/storage/post/decision-expired", test_decision_expired);
  g_test_add_func ("/storage/post/repeated", test_repeated);
  g_test_add_func ("/storage/post/mailboxes", test_mailboxes);
  g_test_add_func ("/storage/post/host-epoch", test_host_epoch);
  g_test_add_func ("/storage/post/guest-epoch", test_guest_epoch);
  g_test_add_func ("/storage/post/unparked", test_unparked);
  g_test_add_func ("/storage/post/any-thread", test_any_thread);

  return g_test_run ();
}
