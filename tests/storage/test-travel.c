/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-travel.h"
#include "storage/tables/foyer-booking-table.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"
#define OTHER "https://other.example"
#define SECOND "8f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e5f"

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

/* A host whose space every directory has as it is. */
static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_published (fixture->profile);
  g_assert_cmpint (foyer_profile_send_all (fixture->profile), ==, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
undo (Fixture    *fixture,
      gint64      op,
      const char *expected)
{
  g_autofree char *verb = foyer_profile_undo (fixture->profile, op);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (verb, ==, expected);
}

static void
refuse_undo (Fixture    *fixture,
             gint64      op,
             FoyerError  code)
{
  g_assert_null (foyer_profile_undo (fixture->profile, op));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, code);
}

static void
request (Fixture    *fixture,
         const char *booking,
         char        letter)
{
  g_assert_cmpint (foyer_profile_take (fixture->profile, "", "e", foyer_news_request (fixture->profile, booking, FRIDAY,
                                                                                      letter)), ==, 1);
}

static guint
count_requests (Fixture *fixture)
{
  g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (fixture->profile, fixture->space, FOYER_DAY_NONE);

  return sheet->requests->len;
}

/* ---- publishing ---- */

static void
test_publish (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *nowhere = foyer_profile_add_space (profile, 4);
  g_autofree char *space = NULL;
  g_autoptr(GPtrArray) publications = NULL;
  g_autoptr(GPtrArray) due = NULL;
  const FoyerPublication *publication;
  const FoyerPost *post;

  g_assert_false (foyer_profile_publish (profile, nowhere, ORIGIN));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  g_assert_false (foyer_profile_publish (profile, LISTING, ORIGIN));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_false (foyer_profile_unpublish (profile, nowhere, NULL));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  space = foyer_profile_add_published (profile);
  g_assert_cmpint (profile->op, !=, 0);
  g_assert_true (foyer_profile_publish (profile, space, ORIGIN));
  g_assert_cmpint (profile->op, ==, 0);

  publications = foyer_profile_publications (profile);
  g_assert_cmpuint (publications->len, ==, 1);
  publication = publications->pdata[0];
  g_assert_cmpstr (publication->space_id, ==, space);
  g_assert_cmpstr (publication->origin, ==, ORIGIN);
  g_assert_true (foyer_id_is_valid (publication->listing));
  g_assert_cmpstr (publication->listing, !=, space);
  g_assert_false (publication->sent);
  g_assert_false (publication->ending);

  due = foyer_profile_due (profile, NULL);
  g_assert_cmpuint (due->len, ==, 1);
  post = due->pdata[0];
  g_assert_cmpint (post->kind, ==, FOYER_POST_LISTING);
  g_assert_cmpint (post->rev, ==, 1);
  g_assert_cmpint (post->published_rev, ==, 0);
  g_assert_cmpstr (post->subject, ==, publication->listing);
  g_assert_cmpstr (post->space->id, ==, space);
  g_assert_null (post->body);

  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_clear_pointer (&publications, g_ptr_array_unref);
  publications = foyer_profile_publications (profile);
  g_assert_true (((FoyerPublication *) publications->pdata[0])->sent);
}

/* The first of each subject alone, and the days as they are when it is written. */
static void
test_days (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_AM, "A");
  g_autoptr(GPtrArray) due = foyer_profile_due (profile, NULL);
  const FoyerPost *post;
  const FoyerAvailability *friday;

  g_assert_cmpuint (due->len, ==, 1);
  post = due->pdata[0];
  g_assert_cmpint (post->kind, ==, FOYER_POST_AVAILABILITY);
  g_assert_cmpint (post->rev, ==, 2);
  g_assert_cmpint (post->published_rev, ==, 1);
  g_assert_cmpuint (post->days->len, ==, 64);
  friday = &g_array_index (post->days, FoyerAvailability, 1);
  g_assert_cmpint (friday->day, ==, foyer_day (FRIDAY));
  g_assert_cmpint (foyer_availability_get_free (friday, FOYER_PART_AM), ==, 1);
  g_assert_cmpint (foyer_availability_get_free (friday, FOYER_PART_PM), ==, 2);
}

static void
test_home_days (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(GPtrArray) due = NULL;

  g_set_str (&space->name, "Chez Zoé");
  space->kind = FOYER_SPACE_HOME;
  space->seats = 1;
  space->has_point = TRUE;
  saved = foyer_profile_save_space (profile, space);
  g_assert_true (foyer_profile_publish (profile, saved->id, ORIGIN));
  due = foyer_profile_due (profile, NULL);
  g_assert_true (foyer_profile_write (profile, due->pdata[0], "x"));
  g_assert_true (foyer_profile_post_answered (profile, ((FoyerPost *) due->pdata[0])->seq, FOYER_POST_TAKEN, 0, 1, NULL));
  g_clear_pointer (&due, g_ptr_array_unref);
  due = foyer_profile_due (profile, NULL);
  g_assert_cmpuint (((FoyerPost *) due->pdata[0])->days->len, ==, 28);
}

/* What nobody there sees is not told. */
static void
test_unseen (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *private = foyer_profile_add_space (profile, 2);

  foyer_booking_free (foyer_profile_book_guest (profile, private, FRIDAY, FOYER_PART_FULL, "Elsewhere"));
  foyer_booking_free (foyer_profile_book_guest (profile, fixture->space, "2027-06-04", FOYER_PART_FULL, "Later"));
  foyer_profile_assert_due (profile, "");
  foyer_booking_free (foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "Soon"));
  foyer_profile_assert_due (profile, "availability");
}

static void
test_coalesced (Fixture       *fixture,
                gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) a = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "A");
  gint64 book = profile->op;
  g_autoptr(FoyerBooking) b = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "B");
  FoyerArrival arrival = { .space_id = fixture->space, .booking_id = a->id, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) in = NULL;

  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  in = foyer_profile_check_in (profile, &arrival);
  foyer_profile_assert_due (profile, "");
  undo (fixture, 0, "checkin");
  foyer_profile_assert_due (profile, "");
  undo (fixture, book, "book");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Mon-Sat 09:00-18:00", NULL));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) first = NULL;
  g_autoptr(FoyerSpace) second = NULL;

  g_set_str (&space->id, fixture->space);
  g_set_str (&space->name, "Le Foyer");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 2;
  space->price_minor = 400;
  space->has_point = TRUE;
  space->lat_e6 = 45759000;
  space->lon_e6 = 4853000;
  g_set_str (&space->door, "4711");
  first = foyer_profile_save_space (profile, space);
  g_assert_cmpint (profile->op, !=, 0);
  foyer_profile_assert_due (profile, "");
  g_set_str (&space->about, "A table.");
  second = foyer_profile_save_space (profile, space);
  foyer_profile_assert_due (profile, "listing");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  undo (fixture, 0, "space-edit");
  foyer_profile_assert_due (profile, "listing");
}

/* Two directories get the same listing, each what it lacks. */
static void
test_two_directories (Fixture       *fixture,
                      gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GPtrArray) publications = NULL;
  const FoyerPublication *first;
  const FoyerPublication *second;

  g_assert_true (foyer_profile_publish (profile, fixture->space, OTHER));
  publications = foyer_profile_publications (profile);
  g_assert_cmpuint (publications->len, ==, 2);
  first = publications->pdata[0];
  second = publications->pdata[1];
  g_assert_cmpstr (first->listing, ==, second->listing);
  g_assert_true (first->sent);
  g_assert_false (second->sent);
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  foyer_booking_free (foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "A"));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_assert_true (foyer_profile_unpublish (profile, fixture->space, OTHER));
  foyer_profile_assert_due (profile, "tombstone");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  g_assert_true (foyer_profile_unpublish (profile, fixture->space, NULL));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  g_clear_pointer (&publications, g_ptr_array_unref);
  publications = foyer_profile_publications (profile);
  g_assert_cmpuint (publications->len, ==, 0);
}

static void
test_publish_undo (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_published (profile);
  Fixture fixture = { profile, space };
  gint64 publish = profile->op;
  gint64 unpublish;
  g_autoptr(GPtrArray) due = NULL;

  /* Nothing left: nothing is taken down. */
  undo (&fixture, publish, "publish");
  foyer_profile_assert_due (profile, "");
  g_assert_true (foyer_profile_publish (profile, space, ORIGIN));
  publish = profile->op;
  g_assert_true (foyer_profile_unpublish (profile, space, NULL));
  foyer_profile_assert_due (profile, "");
  refuse_undo (&fixture, publish, FOYER_ERROR_BAD_STATE);
  undo (&fixture, 0, "unpublish");
  foyer_profile_assert_due (profile, "listing");

  /* Once the bytes were handed over it is too late. */
  due = foyer_profile_due (profile, NULL);
  g_assert_true (foyer_profile_write (profile, due->pdata[0], "x"));
  refuse_undo (&fixture, publish, FOYER_ERROR_BAD_STATE);
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_assert_true (foyer_profile_unpublish (profile, space, NULL));
  unpublish = profile->op;
  undo (&fixture, unpublish, "unpublish");
  foyer_profile_assert_due (profile, "listing");
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_assert_true (foyer_profile_unpublish (profile, space, NULL));
  unpublish = profile->op;
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 1);
  refuse_undo (&fixture, unpublish, FOYER_ERROR_BAD_STATE);

  /* And it may come again, under the same id and a higher revision. */
  g_assert_true (foyer_profile_publish (profile, space, ORIGIN));
  g_clear_pointer (&due, g_ptr_array_unref);
  due = foyer_profile_due (profile, NULL);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->kind, ==, FOYER_POST_LISTING);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->rev, ==, 4);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->published_rev, ==, 0);
}

/* ---- requests at the host's ---- */

static void
test_request (Fixture       *fixture,
              gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  const FoyerBooking *asked;

  foyer_booking_free (foyer_profile_book_guest (profile, fixture->space, "2027-06-04", FOYER_PART_FULL, "Before"));
  request (fixture, BOOKING, 'a');
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->requests->len, ==, 1);
  g_assert_cmpint (sheet->next.requests, ==, 1);
  asked = sheet->requests->pdata[0];
  g_assert_cmpstr (asked->id, ==, BOOKING);
  g_assert_cmpstr (asked->name, ==, "Zoé");
  g_assert_true (asked->travels);
  g_assert_false (asked->is_member);
  g_assert_true (asked->first_visit);
  g_assert_cmpstr (asked->note, ==, "With a dog.\nA small one.");
  g_assert_cmpstr (asked->skills[1], ==, "bread");
  g_assert_cmpint (asked->asked_ms, ==, profile->now);
  g_assert_cmpint (asked->answer_by_ms, ==, profile->now + 9 * 3600 * 1000);
  g_assert_cmpint (asked->due_minor, ==, 0);
  foyer_profile_assert_due (profile, "");
  /* Nobody here did it. */
  undo (fixture, 0, "book");
  g_assert_cmpuint (count_requests (fixture), ==, 1);
}

static void
test_accept (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) accepted = NULL;
  g_autoptr(FoyerBooking) refused = NULL;
  g_autoptr(GPtrArray) due = NULL;
  const FoyerPost *post = NULL;
  gint64 accept;

  request (fixture, BOOKING, 'a');
  accepted = foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED);
  accept = profile->op;
  g_assert_no_error (profile->error);
  g_assert_cmpint (accepted->state, ==, FOYER_STATE_CONFIRMED);
  g_assert_cmpint (accepted->price_minor, ==, 400);
  foyer_profile_assert_due (profile, "decision availability");

  /* Until it was handed over it can be taken back, and then nothing is said. */
  undo (fixture, accept, "accept");
  foyer_profile_assert_due (profile, "availability");
  g_assert_cmpuint (count_requests (fixture), ==, 1);

  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  accept = profile->op;
  due = foyer_profile_due (profile, NULL);
  for (guint i = 0; i < due->len; i++)
    if (((FoyerPost *) due->pdata[i])->kind == FOYER_POST_DECISION)
      post = due->pdata[i];
  g_assert_nonnull (post);
  g_assert_cmpint (post->rev, ==, 2);
  g_assert_cmpint (post->booking->state, ==, FOYER_STATE_CONFIRMED);
  g_assert_cmpstr (post->space->id, ==, fixture->space);
  g_assert_cmpint (strlen (post->guest_key), ==, 43);
  g_assert_true (foyer_profile_write (profile, post, "yes"));
  refuse_undo (fixture, accept, FOYER_ERROR_BAD_STATE);
  refused = foyer_profile_answer (profile, BOOKING, FOYER_STATE_DECLINED);
  g_assert_null (refused);
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;

  request (fixture, BOOKING, 'a');
  foyer_booking_free (foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_FULL, "A"));
  foyer_booking_free (foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_PM, "B"));
  g_assert_null (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_FULL);
  g_assert_cmpuint (count_requests (fixture), ==, 1);
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_DECLINED));
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  foyer_profile_assert_due (profile, "availability decision");
  undo (fixture, 0, "decline");
  foyer_profile_assert_due (profile, "availability");
}

/* What is over: refused by the clock, whether or not anybody looked. */
static void
test_expiry (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;

  request (fixture, BOOKING, 'a');
  g_assert_cmpint (foyer_profile_time (profile), ==, profile->now + 9 * 3600 * 1000);
  foyer_profile_set_now (profile, "2026-11-26T18:00:00+01:00");
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  g_assert_null (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  /* The next thing is the next day. */
  g_assert_cmpint (foyer_profile_time (profile), ==, profile->now + 9 * 3600 * 1000);
  g_assert_null (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  foyer_profile_assert_due (profile, "");
  foyer_profile_set_now (profile, "2026-11-27T03:00:00+01:00");
  foyer_profile_time (profile);
  foyer_profile_assert_due (profile, "availability");
}

/* Cancelled after the guest was told, and before. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GPtrArray) due = NULL;
  gint64 cancel;

  request (fixture, BOOKING, 'a');
  request (fixture, SECOND, 'b');
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  foyer_booking_free (foyer_profile_set_state (profile, BOOKING, FOYER_STATE_CANCELLED));
  cancel = profile->op;
  undo (fixture, cancel, "cancel");
  foyer_profile_assert_due (profile, "availability");
  foyer_booking_free (foyer_profile_set_state (profile, BOOKING, FOYER_STATE_CANCELLED));
  cancel = profile->op;
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  refuse_undo (fixture, cancel, FOYER_ERROR_BAD_STATE);

  foyer_booking_free (foyer_profile_answer (profile, SECOND, FOYER_STATE_CONFIRMED));
  foyer_booking_free (foyer_profile_set_state (profile, SECOND, FOYER_STATE_CANCELLED));
  due = foyer_profile_due (profile, NULL);
  g_assert_cmpuint (due->len, ==, 2);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->kind, ==, FOYER_POST_DECISION);
  g_assert_cmpint (((FoyerPost *) due->pdata[0])->booking->state, ==, FOYER_STATE_DECLINED);
}

/* The same key is the same person, under the name of today; a member's record stays. */
static void
test_guests (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerNews *again = foyer_news_request (profile, SECOND, FRIDAY, 'a');
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(FoyerPerson) member = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;
  const FoyerBooking *first;
  const FoyerBooking *second;
  FoyerNews *third;

  request (fixture, BOOKING, 'a');
  g_set_str (&again->guest->name, "Zoé L.");
  g_assert_cmpint (foyer_profile_take (profile, "", "e", again), ==, 1);
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  first = sheet->requests->pdata[0];
  second = sheet->requests->pdata[1];
  g_assert_cmpstr (first->person_id, ==, second->person_id);
  g_assert_cmpstr (first->name, ==, "Zoé L.");

  g_set_str (&member->id, first->person_id);
  g_set_str (&member->name, "Zoé Lefèvre");
  saved = foyer_profile_save_person (profile, member);
  g_assert_no_error (profile->error);
  third = foyer_news_request (profile, LISTING, FRIDAY, 'a');
  g_assert_cmpint (foyer_profile_take (profile, "", "e", third), ==, 1);
  g_clear_pointer (&sheet, foyer_day_sheet_free);
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpstr (((FoyerBooking *) sheet->requests->pdata[2])->name, ==, "Zoé Lefèvre");

  /* Another key of the same name is somebody else. */
  request (fixture, "9f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e5f", 'b');
  g_clear_pointer (&sheet, foyer_day_sheet_free);
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpstr (((FoyerBooking *) sheet->requests->pdata[3])->person_id, !=, saved->id);
}

static void
test_withdrawal (Fixture       *fixture,
                 gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;

  request (fixture, BOOKING, 'a');
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, BOOKING, 2, 'b')), ==, 0);
  g_assert_cmpuint (count_requests (fixture), ==, 1);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, BOOKING, 2, 'a')), ==, 1);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, BOOKING, 2, 'a')), ==, 0);
  g_assert_cmpuint (count_requests (fixture), ==, 0);

  /* It came first: the request does not come to life. */
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, SECOND, 2, 'a')), ==, 0);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, SECOND, FRIDAY, 'a')), ==, 0);
  g_assert_cmpuint (count_requests (fixture), ==, 0);
  /* Whoever else says so cannot keep a request away. */
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, LISTING, 2, 'b')), ==, 0);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, LISTING, FRIDAY, 'a')), ==, 1);
  g_assert_cmpuint (count_requests (fixture), ==, 1);

  /* An answer that was not sent yet is of no use any more. */
  foyer_booking_free (foyer_profile_answer (profile, LISTING, FOYER_STATE_CONFIRMED));
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, LISTING, 2, 'a')), ==, 1);
  foyer_profile_assert_due (profile, "availability");
  refuse_undo (fixture, profile->op, FOYER_ERROR_BAD_STATE);
}

static FoyerBookingState
get_state (Fixture    *fixture,
           const char *booking)
{
  g_autofree char *path = foyer_profile_get_path (fixture->profile);
  g_autoptr(FoyerDb) db = NULL;
  g_autoptr(FoyerBookingRow) row = NULL;

  g_assert_true (foyer_profile_close (fixture->profile));
  db = foyer_db_open (path, NULL, fixture->profile->clock, NULL, NULL);
  row = foyer_booking_table_find (db, booking, NULL);

  return row->booking->state;
}

/* What a directory refused because the guest was faster: a refusal never happened, a cancellation
 * stays one, and nothing goes on waiting. */
static void
test_faster_than_answers (Fixture       *fixture,
                          gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GPtrArray) due = NULL;

  request (fixture, BOOKING, 'a');
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_DECLINED));
  due = foyer_profile_due (profile, NULL);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_true (foyer_profile_write (profile, due->pdata[0], "no"));
  g_assert_true (foyer_profile_post_answered (profile, ((FoyerPost *) due->pdata[0])->seq, FOYER_POST_REFUSED, 0, 0,
                                              "bad-state"));
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, BOOKING, 2, 'a')), ==, 1);
  g_clear_pointer (&due, g_ptr_array_unref);
  due = foyer_profile_waiting (profile);
  g_assert_cmpuint (due->len, ==, 0);

  request (fixture, SECOND, 'b');
  foyer_booking_free (foyer_profile_answer (profile, SECOND, FOYER_STATE_CONFIRMED));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  foyer_booking_free (foyer_profile_set_state (profile, SECOND, FOYER_STATE_CANCELLED));
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, SECOND, 3, 'b')), ==, 0);
  foyer_profile_assert_due (profile, "availability");

  g_assert_cmpint (get_state (fixture, BOOKING), ==, FOYER_STATE_WITHDRAWN);
}

static gint64
get_due (FoyerDb    *db,
         const char *booking)
{
  g_autoptr(FoyerBookingRow) row = foyer_booking_table_find (db, booking, NULL);

  g_assert_cmpint (row->booking->state, ==, FOYER_STATE_CANCELLED);

  return row->booking->due_minor;
}

/* Who took it back and came all the same is here, and is not expected if that was a mistake. */
static void
test_withdrawn_and_here (Fixture       *fixture,
                         gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerArrival arrival = { .space_id = fixture->space, .booking_id = BOOKING, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) here = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(FoyerDaySheet) after = NULL;

  request (fixture, BOOKING, 'a');
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  foyer_profile_set_now (profile, "2026-11-27T09:00:00+01:00");
  here = foyer_profile_check_in (profile, &arrival);
  g_assert_nonnull (here);

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, BOOKING, 3, 'a')), ==, 0);
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpuint (sheet->here->len, ==, 1);
  undo (fixture, 0, "checkin");
  after = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpuint (after->here->len, ==, 0);
  g_assert_cmpuint (after->expected->len, ==, 0);
}

/* A directory that was restored to before a decision may take a withdrawal in its place. */
static void
test_withdrawn_in_another_past (Fixture       *fixture,
                                gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerDaySheet) sheet = NULL;

  request (fixture, BOOKING, 'a');
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 2);
  g_assert_cmpint (foyer_profile_take (profile, "", "f", foyer_news_withdrawal (profile, BOOKING, 2, 'a')), ==, 1);
  sheet = foyer_profile_sheet (profile, fixture->space, foyer_day (FRIDAY));
  g_assert_cmpuint (sheet->expected->len, ==, 0);
}

/* Too late by the rule of the day of the confirmation: then the price is due. */
static void
test_late_cancel (Fixture       *fixture,
                  gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *path = foyer_profile_get_path (profile);
  g_autoptr(FoyerDb) db = NULL;
  FoyerNews *news;

  request (fixture, BOOKING, 'a');
  request (fixture, SECOND, 'b');
  foyer_booking_free (foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED));
  foyer_booking_free (foyer_profile_answer (profile, SECOND, FOYER_STATE_CONFIRMED));
  g_assert_cmpint (foyer_profile_send_all (profile), ==, 3);

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_withdrawal (profile, BOOKING, 3, 'a')), ==, 1);
  news = foyer_news_withdrawal (profile, SECOND, 3, 'b');
  news->at_ms = profile->now + 12 * 3600 * 1000;
  g_assert_cmpint (foyer_profile_take (profile, "", "e", news), ==, 1);
  foyer_profile_assert_due (profile, "availability");

  g_assert_true (foyer_profile_close (profile));
  db = foyer_db_open (path, NULL, profile->clock, NULL, NULL);
  g_assert_cmpint (get_due (db, BOOKING), ==, 0);
  g_assert_cmpint (get_due (db, SECOND), ==, 400);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/storage/travel/" name, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/storage/travel/publish", test_publish);
  g_test_add_func ("/storage/travel/home-days", test_home_days);
  g_test_add_func ("/storage/travel/publish-undo", test_publish_undo);
  ADD ("days", test_days);
  ADD ("unseen", test_unseen);
  ADD ("coalesced", test_coalesced);
  ADD ("edit", test_edit);
  ADD ("two-directories", test_two_directories);
  ADD ("request", test_request);
  ADD ("accept", test_accept);
  ADD ("full", test_full);
  ADD ("expiry", test_expiry);
  ADD ("cancel", test_cancel);
  ADD ("guests", test_guests);
  ADD ("withdrawal", test_withdrawal);
  ADD ("faster-than-answers", test_faster_than_answers);
  ADD ("withdrawn-and-here", test_withdrawn_and_here);
  ADD ("withdrawn-in-another-past", test_withdrawn_in_another_past);
  ADD ("late-cancel", test_late_cancel);

  return g_test_run ();
}
