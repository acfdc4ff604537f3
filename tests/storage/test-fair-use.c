/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-travel.h"
#include "storage/foyer-store-waiting.h"

/* A Thursday; the space is open on each day of the week. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define MONDAY "2026-11-30"
#define TUESDAY "2026-12-01"
#define WEDNESDAY "2026-12-02"
#define SECOND_BOOKING "7f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e60"
#define N_ACTS 400
#define N_DAYS 20

typedef struct {
  FoyerProfile *profile;
  FoyerSpace   *space;
  char         *member;
} Fixture;

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
limit (Fixture      *fixture,
       FoyerFairUse  limits)
{
  g_autoptr(FoyerSpace) saved = NULL;

  fixture->space->limits = limits;
  saved = foyer_profile_save_space (fixture->profile, fixture->space);
  g_assert_no_error (fixture->profile->error);
  g_assert_true (foyer_fair_use_is_equal (&saved->limits, &limits));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();

  fixture->profile = foyer_profile_new (MORNING);
  g_set_str (&space->name, "Le Foyer");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = 9;
  space->has_point = TRUE;
  space->lat_e6 = 45759000;
  space->lon_e6 = 4853000;
  fixture->space = foyer_profile_save_space (fixture->profile, space);
  g_assert_true (foyer_profile_set_week (fixture->profile, fixture->space->id, "Mon-Sun 09:00-18:00", NULL));
  fixture->member = foyer_profile_add_member (fixture->profile, "Zoé Marchelin");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  foyer_space_free (fixture->space);
  g_free (fixture->member);
  foyer_profile_free (fixture->profile);
}

/* (transfer full): its id, or NULL with the error of the profile */
static char *
book (Fixture    *fixture,
      const char *day,
      FoyerPart   part,
      int         seats,
      gboolean    over_limit)
{
  FoyerBookingRequest request = {
    .space_id = fixture->space->id, .person_id = fixture->member, .day = foyer_day (day), .part = part, .seats = seats,
    .again = TRUE, .over_limit = over_limit,
  };
  g_autoptr(FoyerBooking) booking = foyer_profile_book (fixture->profile, &request);

  return booking != NULL ? g_strdup (booking->id) : NULL;
}

static void
assert_booked (Fixture    *fixture,
               const char *day,
               FoyerPart   part)
{
  g_autofree char *id = book (fixture, day, part, 1, FALSE);

  g_assert_no_error (fixture->profile->error);
  g_assert_nonnull (id);
}

static void
assert_over (Fixture        *fixture,
             FoyerFairLimit  which,
             int             allowed,
             int             count,
             const char     *day)
{
  const FoyerOverLimit *over = foyer_error_get_over_limit (fixture->profile->error);

  g_assert_nonnull (over);
  g_assert_cmpint (over->limit, ==, which);
  g_assert_cmpint (over->allowed, ==, allowed);
  g_assert_cmpint (over->count, ==, count);
  g_assert_cmpint (over->day, ==, foyer_day (day));
  g_assert_cmpint (fixture->profile->op, ==, 0);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_OVER_LIMIT);
}

static void
test_week (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *tuesday = NULL;
  g_autofree char *wednesday = NULL;
  g_autofree char *other_space = foyer_profile_add_space (fixture->profile, 2);

  limit (fixture, (FoyerFairUse) { .week = 2 });
  foyer_booking_free (foyer_profile_book_member (fixture->profile, other_space, WEDNESDAY, FOYER_PART_FULL,
                                                 fixture->member));
  assert_booked (fixture, "2026-11-29", FOYER_PART_FULL);       /* of another week */
  assert_booked (fixture, MONDAY, FOYER_PART_AM);
  assert_booked (fixture, MONDAY, FOYER_PART_PM);
  g_assert_nonnull ((tuesday = book (fixture, TUESDAY, FOYER_PART_AM, 1, FALSE)));
  g_assert_null (book (fixture, WEDNESDAY, FOYER_PART_PM, 1, FALSE));
  assert_over (fixture, FOYER_FAIR_WEEK, 2, 3, WEDNESDAY);
  assert_booked (fixture, TUESDAY, FOYER_PART_PM);
  g_assert_nonnull ((wednesday = book (fixture, WEDNESDAY, FOYER_PART_PM, 1, TRUE)));
  g_assert_null (book (fixture, "2026-12-06", FOYER_PART_FULL, 1, FALSE));
  assert_over (fixture, FOYER_FAIR_WEEK, 2, 4, "2026-12-06");
  assert_booked (fixture, "2026-12-07", FOYER_PART_FULL);
  /* Over the turn of the year, in week 53. */
  assert_booked (fixture, "2026-12-28", FOYER_PART_FULL);
  assert_booked (fixture, "2027-01-03", FOYER_PART_FULL);
  g_assert_null (book (fixture, "2027-01-01", FOYER_PART_FULL, 1, FALSE));
  assert_over (fixture, FOYER_FAIR_WEEK, 2, 3, "2027-01-01");
  assert_booked (fixture, "2027-01-04", FOYER_PART_FULL);
  /* Of somebody new nothing is known. */
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *day = g_strdup_printf ("2026-12-0%d", i + 1);

      foyer_booking_free (foyer_profile_book_guest (fixture->profile, fixture->space->id, day, FOYER_PART_FULL, "Enzo"));
      g_assert_no_error (fixture->profile->error);
    }

  /* What is given back can be taken again, and undo asks no limit. */
  foyer_booking_free (foyer_profile_set_state (fixture->profile, wednesday, FOYER_STATE_CANCELLED));
  foyer_booking_free (foyer_profile_set_state (fixture->profile, tuesday, FOYER_STATE_CANCELLED));
  g_assert_null (book (fixture, WEDNESDAY, FOYER_PART_PM, 1, FALSE));   /* the afternoon of Tuesday is left */
  assert_over (fixture, FOYER_FAIR_WEEK, 2, 3, WEDNESDAY);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *verb = foyer_profile_undo (fixture->profile, 0);

      g_assert_no_error (fixture->profile->error);
      g_assert_cmpstr (verb, ==, "cancel");
    }
}

static void
test_open_and_seats (Fixture       *fixture,
                     gconstpointer  data)
{
  FoyerArrival arrival = { .space_id = fixture->space->id, .person_id = fixture->member, .day = FOYER_DAY_NONE };

  limit (fixture, (FoyerFairUse) { .open = 2, .seats = 2 });
  g_assert_null (book (fixture, TODAY, FOYER_PART_FULL, 3, FALSE));
  assert_over (fixture, FOYER_FAIR_SEATS, 2, 3, TODAY);
  assert_booked (fixture, TODAY, FOYER_PART_AM);
  g_assert_null (book (fixture, TODAY, FOYER_PART_FULL, 2, FALSE));
  assert_over (fixture, FOYER_FAIR_SEATS, 2, 3, TODAY);
  assert_booked (fixture, MONDAY, FOYER_PART_FULL);
  g_assert_null (book (fixture, TUESDAY, FOYER_PART_FULL, 1, FALSE));
  assert_over (fixture, FOYER_FAIR_OPEN, 2, 3, TUESDAY);
  /* Who has come has one less ahead. */
  foyer_booking_free (foyer_profile_check_in (fixture->profile, &arrival));
  g_assert_no_error (fixture->profile->error);
  assert_booked (fixture, TUESDAY, FOYER_PART_FULL);
  /* A day that nobody came for is none of tomorrow either. */
  foyer_profile_set_now (fixture->profile, "2026-12-01T09:00:00+01:00");
  assert_booked (fixture, WEDNESDAY, FOYER_PART_FULL);
  g_assert_null (book (fixture, WEDNESDAY, FOYER_PART_FULL, 1, FALSE));
  assert_over (fixture, FOYER_FAIR_OPEN, 2, 3, WEDNESDAY);
  /* A new guest brings as many as anybody. */
  {
    FoyerBookingRequest request = {
      .space_id = fixture->space->id, .guest_name = "Noor", .day = foyer_day (MONDAY) + 7, .part = FOYER_PART_AM, .seats = 3,
    };

    g_assert_null (foyer_profile_book (fixture->profile, &request));
    assert_over (fixture, FOYER_FAIR_SEATS, 2, 3, "2026-12-07");
    request.over_limit = TRUE;
    foyer_booking_free (foyer_profile_book (fixture->profile, &request));
    g_assert_no_error (fixture->profile->error);
  }
}

/* Whoever stands at the door is let in. */
static void
test_door (Fixture       *fixture,
           gconstpointer  data)
{
  FoyerArrival arrival = { .space_id = fixture->space->id, .person_id = fixture->member, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) walk_in = NULL;

  assert_booked (fixture, "2026-11-27", FOYER_PART_FULL);
  limit (fixture, (FoyerFairUse) { 1, 1, 1, 1 });
  walk_in = foyer_profile_check_in (fixture->profile, &arrival);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (walk_in->state, ==, FOYER_STATE_CHECKED_IN);
  g_assert_null (book (fixture, "2026-11-28", FOYER_PART_FULL, 1, FALSE));
  assert_over (fixture, FOYER_FAIR_WEEK, 1, 3, "2026-11-28");
}

/* A limit is for what comes: what is there already stays, and a day nobody could have is closed. */
static void
test_later_limit (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) spaces = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *verb = NULL;
  FoyerDaysEdit edit = {
    .first = foyer_day (WEDNESDAY), .last = foyer_day (WEDNESDAY), .to = FOYER_DAYS_CLOSE,
    .start_minute = -1, .end_minute = -1, .seats = -1,
  };

  assert_booked (fixture, MONDAY, FOYER_PART_FULL);
  assert_booked (fixture, TUESDAY, FOYER_PART_FULL);
  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space->id, &edit, NULL));
  limit (fixture, (FoyerFairUse) { .week = 1 });
  g_assert_cmpint (fixture->profile->op, !=, 0);
  {
    g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (fixture->profile, fixture->space->id, foyer_day (TUESDAY));

    g_assert_cmpuint (sheet->expected->len, ==, 1);
  }
  g_assert_null (book (fixture, WEDNESDAY, FOYER_PART_FULL, 1, FALSE));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_CLOSED);
  g_assert_null (book (fixture, "2026-12-03", FOYER_PART_FULL, 1, FALSE));
  assert_over (fixture, FOYER_FAIR_WEEK, 1, 3, "2026-12-03");
  assert_booked (fixture, TUESDAY, FOYER_PART_FULL);

  /* The same again is no act, and undo takes a limit back like anything else of a space. */
  limit (fixture, (FoyerFairUse) { .week = 1 });
  g_assert_cmpint (fixture->profile->op, ==, 0);
  limit (fixture, (FoyerFairUse) { 2, 3, 4, 5 });
  verb = foyer_profile_undo (fixture->profile, 0);
  g_assert_cmpstr (verb, ==, "space-edit");
  foyer_store_list_spaces_async (fixture->profile->store, NULL, got_cb, &result);
  spaces = foyer_store_list_spaces_finish (fixture->profile->store, await (&result), NULL);
  g_assert_true (foyer_fair_use_is_equal (&((FoyerSpace *) spaces->pdata[0])->limits, &(FoyerFairUse) { .week = 1 }));
}

/* The same key with the same words gives the same answer, whatever was said about limits. */
static void
test_key (Fixture       *fixture,
          gconstpointer  data)
{
  FoyerBookingRequest request = {
    .space_id = fixture->space->id, .person_id = fixture->member, .day = foyer_day (MONDAY), .part = FOYER_PART_FULL,
    .seats = 2, .key = "k", .over_limit = TRUE,
  };
  g_autoptr(FoyerBooking) first = NULL;
  g_autoptr(FoyerBooking) second = NULL;

  limit (fixture, (FoyerFairUse) { .seats = 1 });
  first = foyer_profile_book (fixture->profile, &request);
  second = foyer_profile_book (fixture->profile, &request);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (first->id, ==, second->id);
  g_assert_cmpint (fixture->profile->op, ==, 0);
}

static FoyerSeriesChange *
book_series (Fixture    *fixture,
             const char *sentence,
             const char *from,
             const char *until,
             gboolean    over_limit)
{
  g_autoptr(FoyerSeriesPlan) plan = foyer_series_plan_read (sentence, foyer_day (TODAY), 780, NULL);
  FoyerSeriesRequest request = {
    .space_id = fixture->space->id, .person_id = fixture->member, .plan = plan, .seats = 1, .over_limit = over_limit,
  };

  plan->rule.from = foyer_day (from);
  plan->rule.until = foyer_day (until);

  return foyer_profile_book_series (fixture->profile, &request);
}

static void
assert_skipped (FoyerSeriesChange *change,
                guint              i,
                FoyerError         reason,
                const char        *day,
                FoyerFairLimit     which)
{
  const FoyerSkippedDay *skipped = &g_array_index (change->skipped, FoyerSkippedDay, i);

  g_assert_cmpuint (i, <, change->skipped->len);
  g_assert_cmpint (skipped->reason, ==, reason);
  g_assert_cmpint (skipped->day, ==, foyer_day (day));
  g_assert_cmpint (skipped->over.limit, ==, which);
}

/* Days over a limit fall out by name, as full ones do. */
static void
test_series (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(FoyerSeriesChange) part = NULL;
  g_autoptr(FoyerSeriesChange) away = NULL;
  g_autoptr(FoyerSeriesChange) back = NULL;
  g_autoptr(FoyerSeriesChange) anyway = NULL;
  g_autoptr(FoyerSeriesChange) more = NULL;
  FoyerSeriesEdit edit = { .to = FOYER_SERIES_AWAY, .first = foyer_day (MONDAY), .last = foyer_day (TUESDAY) };
  FoyerDaysEdit close = {
    .first = foyer_day (WEDNESDAY), .last = foyer_day (WEDNESDAY), .to = FOYER_DAYS_CLOSE,
    .start_minute = -1, .end_minute = -1, .seats = -1,
  };

  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space->id, &close, NULL));
  limit (fixture, (FoyerFairUse) { .week = 2 });
  part = book_series (fixture, "every Monday, Tuesday, Wednesday and Friday", TODAY, "2026-12-11", FALSE);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (part->bookings->len, ==, 5);             /* a Friday, then Monday and Tuesday twice */
  g_assert_cmpuint (part->skipped->len, ==, 4);
  assert_skipped (part, 0, FOYER_ERROR_CLOSED, WEDNESDAY, FOYER_FAIR_NONE);
  assert_skipped (part, 1, FOYER_ERROR_OVER_LIMIT, "2026-12-04", FOYER_FAIR_WEEK);
  assert_skipped (part, 2, FOYER_ERROR_OVER_LIMIT, "2026-12-09", FOYER_FAIR_WEEK);
  assert_skipped (part, 3, FOYER_ERROR_OVER_LIMIT, "2026-12-11", FOYER_FAIR_WEEK);

  /* A series none of whose days can be had is none. */
  g_assert_null (book_series (fixture, "every Thursday", "2026-12-03", "2026-12-10", FALSE));
  assert_over (fixture, FOYER_FAIR_WEEK, 2, 3, "2026-12-03");

  edit.series_id = part->series->id;
  away = foyer_profile_edit_series (fixture->profile, &edit);
  g_assert_cmpuint (away->bookings->len, ==, 2);
  assert_booked (fixture, "2026-12-04", FOYER_PART_FULL);
  edit.to = FOYER_SERIES_BACK;
  back = foyer_profile_edit_series (fixture->profile, &edit);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (back->bookings->len, ==, 1);
  assert_skipped (back, 0, FOYER_ERROR_OVER_LIMIT, TUESDAY, FOYER_FAIR_WEEK);
  edit.over_limit = TRUE;
  anyway = foyer_profile_edit_series (fixture->profile, &edit);
  g_assert_cmpuint (anyway->bookings->len, ==, 1);
  g_assert_cmpuint (anyway->skipped->len, ==, 0);

  more = book_series (fixture, "every Sunday", TODAY, "2026-12-13", TRUE);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (more->bookings->len, ==, 3);
}

static char *
wait_on_monday (Fixture *fixture)
{
  FoyerWaitingRequest request = {
    .space_id = fixture->space->id, .person_id = fixture->member, .day = foyer_day (MONDAY), .part = FOYER_PART_FULL,
    .seats = 1,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;

  foyer_store_wait_async (fixture->profile->store, &request, NULL, got_cb, &result);
  waiter = foyer_store_waiter_finish (fixture->profile->store, await (&result), NULL, &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (waiter->state, ==, FOYER_WAITING_OFFERED);

  return g_strdup (waiter->id);
}

static gboolean
answer_waiter (Fixture            *fixture,
               const char         *id,
               FoyerWaitingAnswer  answer)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;

  foyer_store_answer_waiter_async (fixture->profile->store, id, answer, NULL, got_cb, &result);
  waiter = foyer_store_waiter_finish (fixture->profile->store, await (&result), &fixture->profile->op,
                                      &fixture->profile->error);

  return waiter != NULL && waiter->state == FOYER_WAITING_BOOKED;
}

/* To wait takes no chair: the limits have their say when the seat is taken, and the offer stands. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *waiter = NULL;

  limit (fixture, (FoyerFairUse) { .week = 1 });
  assert_booked (fixture, TUESDAY, FOYER_PART_FULL);
  waiter = wait_on_monday (fixture);
  g_assert_false (answer_waiter (fixture, waiter, FOYER_WAITING_BOOK));
  assert_over (fixture, FOYER_FAIR_WEEK, 1, 2, MONDAY);
  g_assert_true (answer_waiter (fixture, waiter, FOYER_WAITING_BOOK_ANYWAY));
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpint (fixture->profile->op, !=, 0);
}

static const FoyerOverLimit *
get_over (FoyerDaySheet *sheet,
          const char    *id)
{
  for (guint i = 0; i < sheet->requests->len; i++)
    if (g_str_equal (((FoyerBooking *) sheet->requests->pdata[i])->id, id))
      return &((FoyerBooking *) sheet->requests->pdata[i])->over;
  g_assert_not_reached ();
}

static FoyerBooking *
accept_anyway (Fixture    *fixture,
               const char *id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_accept_anyway_async (fixture->profile->store, id, NULL, got_cb, &result);

  return foyer_store_booking_finish (fixture->profile->store, await (&result), &fixture->profile->op,
                                     &fixture->profile->error);
}

/* A request says what it would exceed, waits for the host, and is accepted all the same. */
static void
test_request (Fixture       *fixture,
              gconstpointer  data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerDaySheet) asked = NULL;
  g_autoptr(FoyerDaySheet) later = NULL;
  g_autoptr(FoyerBooking) near_one = NULL;
  g_autoptr(FoyerBooking) far_one = NULL;

  limit (fixture, (FoyerFairUse) { .week = 1, .ahead = 5 });
  g_assert_true (foyer_profile_publish (profile, fixture->space->id, ORIGIN));
  foyer_profile_send_all (profile);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, TUESDAY, 'a')), ==, 1);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, SECOND_BOOKING, WEDNESDAY, 'a')),
                   ==, 1);

  asked = foyer_profile_sheet (profile, fixture->space->id, FOYER_DAY_NONE);
  g_assert_cmpint (get_over (asked, BOOKING)->limit, ==, FOYER_FAIR_NONE);
  g_assert_cmpint (get_over (asked, SECOND_BOOKING)->limit, ==, FOYER_FAIR_AHEAD);
  g_assert_cmpint (get_over (asked, SECOND_BOOKING)->count, ==, 6);
  g_assert_null (foyer_profile_answer (profile, SECOND_BOOKING, FOYER_STATE_CONFIRMED));
  assert_over (fixture, FOYER_FAIR_AHEAD, 5, 6, WEDNESDAY);

  near_one = foyer_profile_answer (profile, BOOKING, FOYER_STATE_CONFIRMED);
  g_assert_no_error (profile->error);
  limit (fixture, (FoyerFairUse) { .week = 1 });
  later = foyer_profile_sheet (profile, fixture->space->id, FOYER_DAY_NONE);
  g_assert_cmpuint (later->requests->len, ==, 1);
  g_assert_cmpint (get_over (later, SECOND_BOOKING)->limit, ==, FOYER_FAIR_WEEK);
  g_assert_cmpint (get_over (later, SECOND_BOOKING)->count, ==, 2);
  g_assert_null (foyer_profile_answer (profile, SECOND_BOOKING, FOYER_STATE_CONFIRMED));
  assert_over (fixture, FOYER_FAIR_WEEK, 1, 2, WEDNESDAY);
  far_one = accept_anyway (fixture, SECOND_BOOKING);
  g_assert_no_error (profile->error);
  g_assert_cmpint (far_one->state, ==, FOYER_STATE_CONFIRMED);
}

/* ---- against a calendar of one's own ---- */

typedef struct {
  char *id;
  int   day;          /* after today */
  int   part;
  int   seats;
} Held;

static void
held_free (gpointer data)
{
  Held *held = data;

  g_free (held->id);
  g_free (held);
}

/* As a host would count on a paper calendar; today is a Thursday. */
static gboolean
is_fair (const FoyerFairUse *limits,
         GPtrArray          *helds,
         const Held         *wanted)
{
  int seats[3] = { 0, wanted->part & 1 ? wanted->seats : 0, wanted->part & 2 ? wanted->seats : 0 };
  gboolean days[7] = { FALSE };
  gboolean had = FALSE;
  int n_days = 0;

  for (guint i = 0; i < helds->len; i++)
    {
      const Held *held = helds->pdata[i];

      if (held->day == wanted->day)
        {
          had = TRUE;
          seats[1] += held->part & wanted->part & 1 ? held->seats : 0;
          seats[2] += held->part & wanted->part & 2 ? held->seats : 0;
        }
      if ((held->day + 3) / 7 == (wanted->day + 3) / 7)
        days[(held->day + 3) % 7] = TRUE;
    }
  for (int i = 0; i < 7; i++)
    n_days += days[i] ? 1 : 0;

  return (limits->seats == 0 || MAX (seats[1], seats[2]) <= limits->seats)
         && (limits->week == 0 || had || n_days < limits->week)
         && (limits->open == 0 || (int) helds->len < limits->open);
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) helds = g_ptr_array_new_with_free_func (held_free);
  int n_refused = 0;

  for (int act = 0; act < N_ACTS; act++)
    {
      g_autofree Held *wanted = g_new0 (Held, 1);
      char day[FOYER_DAY_TEXT_SIZE];

      if (act % 40 == 0)
        limit (fixture, (FoyerFairUse) { .week = g_test_rand_int_range (0, 5), .open = g_test_rand_int_range (0, 12),
                                         .seats = g_test_rand_int_range (0, 4) });
      if (helds->len > 0 && g_test_rand_int_range (0, 3) == 0)
        {
          const guint i = (guint) g_test_rand_int_range (0, (int) helds->len);

          foyer_booking_free (foyer_profile_set_state (fixture->profile, ((Held *) helds->pdata[i])->id,
                                                       FOYER_STATE_CANCELLED));
          g_assert_no_error (fixture->profile->error);
          g_ptr_array_remove_index_fast (helds, i);
          continue;
        }

      wanted->day = g_test_rand_int_range (0, N_DAYS);
      wanted->part = g_test_rand_int_range (1, 4);
      wanted->seats = g_test_rand_int_range (1, 3);
      foyer_day_format (foyer_day (TODAY) + wanted->day, day);
      wanted->id = book (fixture, day, (FoyerPart) wanted->part, wanted->seats, FALSE);
      if (g_error_matches (fixture->profile->error, FOYER_ERROR, FOYER_ERROR_FULL))
        g_clear_error (&fixture->profile->error);
      else if (wanted->id != NULL)
        {
          g_assert_true (is_fair (&fixture->space->limits, helds, wanted));
          g_ptr_array_add (helds, g_steal_pointer (&wanted));
        }
      else
        {
          g_assert_false (is_fair (&fixture->space->limits, helds, wanted));
          foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_OVER_LIMIT);
          n_refused++;
        }
    }

  g_assert_cmpint (n_refused, >, N_ACTS / 20);
}

#define add(path, func) g_test_add ("/storage/fair-use/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("week", test_week);
  add ("open-and-seats", test_open_and_seats);
  add ("door", test_door);
  add ("later-limit", test_later_limit);
  add ("key", test_key);
  add ("series", test_series);
  add ("waiting", test_waiting);
  add ("request", test_request);
  add ("random", test_random);

  return g_test_run ();
}
