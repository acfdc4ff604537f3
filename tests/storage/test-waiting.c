/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"
#include "storage/foyer-store-post.h"
#include "storage/foyer-store-waiting.h"

/* A Thursday; the day that is full is the Monday after it. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define MONDAY "2026-11-30"

typedef struct {
  FoyerProfile *profile;
  char         *space;
  char         *held[2];      /* the bookings of Monday */
} Fixture;

static void
answer_cb (GObject      *source,
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
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const names[] = { "Zoé", "Noor" };

  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (fixture->profile, fixture->space, MONDAY,
                                                                  FOYER_PART_FULL, names[i]);

      fixture->held[i] = g_strdup (booking->id);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  g_free (fixture->held[0]);
  g_free (fixture->held[1]);
  foyer_profile_free (fixture->profile);
}

static void
changed_cb (FoyerStore *store,
            guint       changes,
            const char *space_id,
            gpointer    user_data)
{
  *(guint *) user_data |= changes;
}

static char *
wait_for (Fixture    *fixture,
          const char *name,
          FoyerPart   part,
          int         seats)
{
  FoyerWaitingRequest request = {
    .space_id = fixture->space, .guest_name = name, .day = foyer_day (MONDAY), .part = part, .seats = seats,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;

  g_clear_error (&fixture->profile->error);
  foyer_store_wait_async (fixture->profile->store, &request, NULL, answer_cb, &result);
  waiter = foyer_store_waiter_finish (fixture->profile->store, await (&result), &fixture->profile->op,
                                      &fixture->profile->error);

  return waiter != NULL ? g_strdup (waiter->id) : NULL;
}

static gboolean
answer (Fixture            *fixture,
        const char         *id,
        FoyerWaitingAnswer  what)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;

  g_clear_error (&fixture->profile->error);
  foyer_store_answer_waiter_async (fixture->profile->store, id, what, NULL, answer_cb, &result);
  waiter = foyer_store_waiter_finish (fixture->profile->store, await (&result), &fixture->profile->op,
                                      &fixture->profile->error);

  return waiter != NULL;
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  GPtrArray *waiters;

  foyer_store_list_waiters_async (fixture->profile->store, fixture->space, foyer_day (MONDAY), foyer_day (MONDAY), NULL,
                                  answer_cb, &result);
  waiters = foyer_store_list_waiters_finish (fixture->profile->store, await (&result), NULL);
  g_assert_nonnull (waiters);

  return waiters;
}

/* "Ada offered, Bo waiting": the line of Monday. */
static char *
line (Fixture *fixture)
{
  g_autoptr(GPtrArray) waiters = list (fixture);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < waiters->len; i++)
    {
      const FoyerWaiter *waiter = waiters->pdata[i];

      g_assert_cmpint (waiter->place, ==, i + 1);
      g_assert_true ((waiter->until_ms > 0) == (waiter->state == FOYER_WAITING_OFFERED));
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", waiter->name,
                              foyer_waiting_state_get_name (waiter->state));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_line(fixture, expected) \
  G_STMT_START { \
    g_autofree char *line_ = line (fixture); \
    g_assert_cmpstr (line_, ==, expected); \
  } G_STMT_END

static int
count_free (Fixture *fixture)
{
  g_autoptr(GArray) days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (MONDAY), 1);

  return foyer_availability_get_free (&g_array_index (days, FoyerAvailability, 0), FOYER_PART_FULL);
}

static void
cancel (Fixture *fixture,
        int      which)
{
  foyer_booking_free (foyer_profile_set_state (fixture->profile, fixture->held[which], FOYER_STATE_CANCELLED));
  g_assert_no_error (fixture->profile->error);
}

static void
undo (Fixture *fixture,
      gint64   op)
{
  g_free (foyer_profile_undo (fixture->profile, op));
  g_assert_no_error (fixture->profile->error);
}

/* What becomes free is held for the first in line, and nobody else can take it. */
static void
test_offer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *ada = wait_for (fixture, "Ada", FOYER_PART_FULL, 1);
  g_autofree char *bo = wait_for (fixture, "Bo", FOYER_PART_FULL, 1);
  guint changes = 0;
  gulong handler = g_signal_connect (fixture->profile->store, "changed", G_CALLBACK (changed_cb), &changes);
  gint64 op;

  assert_line (fixture, "Ada waiting, Bo waiting");
  cancel (fixture, 0);
  /* Who waits for what time does has a new end to wait for. */
  g_assert_cmpuint (changes & (FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_POST), ==, FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_POST);
  g_signal_handler_disconnect (fixture->profile->store, handler);
  op = fixture->profile->op;
  assert_line (fixture, "Ada offered, Bo waiting");
  g_assert_cmpint (count_free (fixture), ==, 0);
  g_assert_null (foyer_profile_book_guest (fixture->profile, fixture->space, MONDAY, FOYER_PART_AM, "Cleo"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);
  g_assert_false (answer (fixture, bo, FOYER_WAITING_BOOK));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);
  g_assert_false (answer (fixture, bo, FOYER_WAITING_OFFER));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);
  g_assert_false (answer (fixture, ada, FOYER_WAITING_OFFER));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);

  /* The cancellation and its offer are one act. */
  undo (fixture, op);
  assert_line (fixture, "Ada waiting, Bo waiting");
  cancel (fixture, 0);

  g_assert_true (answer (fixture, ada, FOYER_WAITING_BOOK));
  op = fixture->profile->op;
  assert_line (fixture, "Bo waiting");
  g_assert_cmpint (count_free (fixture), ==, 0);
  g_assert_false (answer (fixture, ada, FOYER_WAITING_BOOK));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);

  /* Her booking taken back is her offer again. */
  undo (fixture, op);
  assert_line (fixture, "Ada offered, Bo waiting");
  g_assert_cmpint (count_free (fixture), ==, 0);

  g_assert_true (answer (fixture, ada, FOYER_WAITING_LEAVE));
  op = fixture->profile->op;
  assert_line (fixture, "Bo offered");
  undo (fixture, op);
  assert_line (fixture, "Ada offered, Bo waiting");
}

/* Whoever does not answer in time loses the turn, also while nobody looks. */
static void
test_lapse (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *ada = wait_for (fixture, "Ada", FOYER_PART_FULL, 1);
  g_autofree char *bo = wait_for (fixture, "Bo", FOYER_PART_FULL, 1);
  g_autofree char *cleo = wait_for (fixture, "Cleo", FOYER_PART_FULL, 1);
  g_autoptr(GAsyncResult) result = NULL;
  gint64 cancelled;
  gint64 next_ms;
  gint64 expected;

  cancel (fixture, 0);
  cancelled = fixture->profile->op;
  foyer_profile_set_now (fixture->profile, "2026-11-26T20:59:59+01:00");
  foyer_store_post_time_async (fixture->profile->store, NULL, answer_cb, &result);
  g_assert_true (foyer_store_post_time_finish (fixture->profile->store, await (&result), &next_ms, NULL));
  g_assert_true (foyer_instant_parse ("2026-11-26T21:00:00+01:00", &expected, NULL));
  g_assert_cmpint (next_ms, ==, expected);
  assert_line (fixture, "Ada offered, Bo waiting, Cleo waiting");

  foyer_profile_set_now (fixture->profile, "2026-11-26T21:00:00+01:00");
  g_clear_object (&result);
  foyer_store_post_time_async (fixture->profile->store, NULL, answer_cb, &result);
  g_assert_true (foyer_store_post_time_finish (fixture->profile->store, await (&result), &next_ms, NULL));
  g_assert_true (foyer_instant_parse ("2026-11-27T09:00:00+01:00", &expected, NULL));
  g_assert_cmpint (next_ms, ==, expected);
  assert_line (fixture, "Bo offered, Cleo waiting");
  g_clear_object (&result);

  /* Closed over the end of Bo's time: settled when it is opened again, for twelve hours from then. */
  g_assert_true (foyer_profile_close (fixture->profile));
  foyer_profile_set_now (fixture->profile, "2026-11-28T10:00:00+01:00");
  g_assert_true (foyer_profile_open (fixture->profile));
  assert_line (fixture, "Cleo offered");

  /* What time did lies above the cancellation. */
  g_free (foyer_profile_undo (fixture->profile, cancelled));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);

  /* The last hour before the day begins: no more offers, and the seat is anybody's. */
  g_assert_true (foyer_profile_close (fixture->profile));
  foyer_profile_set_now (fixture->profile, "2026-11-30T08:00:00+01:00");
  g_assert_true (foyer_profile_open (fixture->profile));
  assert_line (fixture, "");
  g_assert_cmpint (count_free (fixture), ==, 1);
}

/* Every way in which a seat becomes free, and those in which none does. */
static void
test_freed (Fixture       *fixture,
            gconstpointer  data)
{
  FoyerDaysEdit more = { .first = foyer_day (MONDAY), .last = foyer_day (MONDAY), .to = FOYER_DAYS_KEEP,
                         .start_minute = -1, .end_minute = -1, .seats = 3 };
  g_autofree char *ada = wait_for (fixture, "Ada", FOYER_PART_FULL, 1);
  g_autofree char *bo = wait_for (fixture, "Bo", FOYER_PART_PM, 1);
  g_autoptr(FoyerBooking) morning = NULL;

  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &more, NULL));
  assert_line (fixture, "Ada offered, Bo waiting");
  /* Fewer again: nobody is in the way of it, since nobody has booked. */
  more.seats = 2;
  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &more, NULL));
  g_assert_no_error (fixture->profile->error);
  assert_line (fixture, "Ada waiting, Bo waiting");
  more.seats = 3;
  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &more, NULL));
  assert_line (fixture, "Ada offered, Bo waiting");

  /* Only the half that was offered is held. */
  g_assert_true (answer (fixture, ada, FOYER_WAITING_BOOK));
  cancel (fixture, 1);
  assert_line (fixture, "Bo offered");
  morning = foyer_profile_book_guest (fixture->profile, fixture->space, MONDAY, FOYER_PART_AM, "Dana");
  g_assert_nonnull (morning);
  g_assert_null (foyer_profile_book_guest (fixture->profile, fixture->space, MONDAY, FOYER_PART_PM, "Eli"));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_FULL);

  /* On the day itself a no-show offers nothing by itself; the host can. */
  g_assert_true (answer (fixture, bo, FOYER_WAITING_BOOK));
  g_free (ada);
  ada = wait_for (fixture, "Ida", FOYER_PART_FULL, 1);
  foyer_profile_set_now (fixture->profile, MONDAY "T11:00:00+01:00");
  foyer_booking_free (foyer_profile_set_state (fixture->profile, fixture->held[0], FOYER_STATE_NO_SHOW));
  g_assert_no_error (fixture->profile->error);
  assert_line (fixture, "Ida waiting");
  g_assert_true (answer (fixture, ada, FOYER_WAITING_OFFER));
  assert_line (fixture, "Ida offered");
}

/* An absence frees the days of a series; a day that closes takes its offers back, and both come
 * and go as one. */
static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(FoyerSeriesPlan) plan = foyer_series_plan_read ("every Monday", foyer_day ("2026-11-26"), 780, NULL);
  FoyerDaysEdit close = { .first = foyer_day (MONDAY), .last = foyer_day (MONDAY), .to = FOYER_DAYS_CLOSE,
                          .start_minute = -1, .end_minute = -1, .seats = -1 };
  FoyerDaysChange change = { 0 };
  g_autoptr(FoyerSeriesChange) series = NULL;
  g_autoptr(FoyerSeriesChange) away = NULL;
  g_autofree char *ada = NULL;
  gint64 op;

  cancel (fixture, 0);
  plan->rule.until = foyer_day ("2026-12-07");
  series = foyer_profile_book_series (fixture->profile, &(FoyerSeriesRequest) {
    .space_id = fixture->space, .guest_name = "Sol", .plan = plan, .seats = 1 });
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (series->bookings->len, ==, 2);
  ada = wait_for (fixture, "Ada", FOYER_PART_FULL, 1);
  assert_line (fixture, "Ada waiting");

  away = foyer_profile_edit_series (fixture->profile, &(FoyerSeriesEdit) {
    .series_id = series->series->id, .to = FOYER_SERIES_AWAY, .first = foyer_day (MONDAY), .last = foyer_day (MONDAY),
    .preview = TRUE });
  g_assert_nonnull (away);
  assert_line (fixture, "Ada waiting");
  g_clear_pointer (&away, foyer_series_change_free);
  away = foyer_profile_edit_series (fixture->profile, &(FoyerSeriesEdit) {
    .series_id = series->series->id, .to = FOYER_SERIES_AWAY, .first = foyer_day (MONDAY), .last = foyer_day (MONDAY) });
  op = fixture->profile->op;
  assert_line (fixture, "Ada offered");
  undo (fixture, op);
  assert_line (fixture, "Ada waiting");

  cancel (fixture, 1);
  assert_line (fixture, "Ada offered");
  foyer_booking_free (foyer_profile_set_state (fixture->profile, ((FoyerBooking *) series->bookings->pdata[0])->id,
                                               FOYER_STATE_CANCELLED));
  g_assert_true (foyer_profile_edit_days (fixture->profile, fixture->space, &close, &change));
  op = change.op;
  assert_line (fixture, "Ada waiting");
  g_assert_false (answer (fixture, ada, FOYER_WAITING_OFFER));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_CLOSED);
  g_assert_null (wait_for (fixture, "Bo", FOYER_PART_FULL, 1));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_CLOSED);
  undo (fixture, op);
  assert_line (fixture, "Ada offered");
}

/* Somebody who gets a seat in any way waits no longer. */
static void
test_seated (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *member = foyer_profile_add_member (fixture->profile, "Mia");
  FoyerWaitingRequest request = {
    .space_id = fixture->space, .person_id = member, .day = foyer_day (MONDAY), .part = FOYER_PART_FULL, .seats = 1,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerWaiter) mia = NULL;
  g_autofree char *bo = NULL;
  g_autoptr(FoyerBooking) booking = NULL;

  foyer_store_wait_async (fixture->profile->store, &request, NULL, answer_cb, &result);
  mia = foyer_store_waiter_finish (fixture->profile->store, await (&result), NULL, NULL);
  g_assert_nonnull (mia);
  bo = wait_for (fixture, "Bo", FOYER_PART_FULL, 1);
  cancel (fixture, 0);
  assert_line (fixture, "Mia offered, Bo waiting");
  booking = foyer_profile_book_member (fixture->profile, fixture->space, MONDAY, FOYER_PART_FULL, member);
  g_assert_no_error (fixture->profile->error);
  assert_line (fixture, "Bo waiting");
  undo (fixture, fixture->profile->op);
  assert_line (fixture, "Mia offered, Bo waiting");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *ada = wait_for (fixture, "Ada", FOYER_PART_AM, 1);
  gint64 op = fixture->profile->op;
  g_autofree char *free_day = NULL;

  g_assert_null (wait_for (fixture, "ada", FOYER_PART_FULL, 1));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ALREADY_WAITING);
  g_assert_null (wait_for (fixture, "Zoé", FOYER_PART_FULL, 1));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ALREADY_BOOKED);
  g_assert_null (wait_for (fixture, "Bo", FOYER_PART_FULL, 3));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_TOO_MUCH);
  g_assert_false (answer (fixture, "nobody", FOYER_WAITING_BOOK));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  undo (fixture, op);
  assert_line (fixture, "");
  g_assert_false (answer (fixture, ada, FOYER_WAITING_BOOK));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  /* Where a seat is free there is nothing to wait for. */
  cancel (fixture, 0);
  free_day = wait_for (fixture, "Bo", FOYER_PART_FULL, 1);
  assert_line (fixture, "Bo offered");
}

/* Any order of acts: never more than the seats, nobody passed over who would fit. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const FoyerPart parts[] = { FOYER_PART_AM, FOYER_PART_PM, FOYER_PART_FULL };

  for (int i = 0; i < 150; i++)
    {
      const int what = g_test_rand_int_range (0, 8);
      g_autofree char *name = g_strdup_printf ("Guest %d", i);
      const char *id = ids->len > 0 ? ids->pdata[g_test_rand_int_range (0, (gint32) ids->len)] : "none";
      g_autoptr(GArray) days = NULL;
      g_autoptr(GPtrArray) waiters = NULL;
      const FoyerAvailability *day;

      if (what < 3)
        {
          char *made = wait_for (fixture, name, parts[g_test_rand_int_range (0, 3)], g_test_rand_int_range (1, 3));

          if (made != NULL)
            g_ptr_array_add (ids, made);
        }
      else if (what < 5)
        answer (fixture, id, (FoyerWaitingAnswer) g_test_rand_int_range (0, 3));
      else if (what == 5)
        g_free (foyer_profile_undo (fixture->profile, 0));
      else
        {
          FoyerDaysEdit edit = { .first = foyer_day (MONDAY), .last = foyer_day (MONDAY), .to = FOYER_DAYS_KEEP,
                                 .start_minute = -1, .end_minute = -1, .seats = g_test_rand_int_range (1, 6) };

          foyer_profile_edit_days (fixture->profile, fixture->space, &edit, NULL);
        }
      g_clear_error (&fixture->profile->error);
      days = foyer_profile_availability (fixture->profile, fixture->space, foyer_day (MONDAY), 1);
      if (days == NULL)
        {
          /* So much was undone that the space itself is gone. */
          foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
          break;
        }
      day = &g_array_index (days, FoyerAvailability, 0);
      g_assert_cmpint (day->am_held + day->am_kept, <=, day->am_seats);
      g_assert_cmpint (day->pm_held + day->pm_kept, <=, day->pm_seats);
      waiters = list (fixture);
      for (guint w = 0; w < waiters->len; w++)
        {
          const FoyerWaiter *waiter = waiters->pdata[w];

          if (waiter->state == FOYER_WAITING_WAITING)
            g_assert_cmpint (foyer_availability_get_free (day, waiter->part), <, waiter->seats);
        }
    }
}

#define ADD(name, func) g_test_add ("/storage/waiting/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("offer", test_offer);
  ADD ("lapse", test_lapse);
  ADD ("freed", test_freed);
  ADD ("days", test_days);
  ADD ("seated", test_seated);
  ADD ("refused", test_refused);
  ADD ("random", test_random);

  return g_test_run ();
}
