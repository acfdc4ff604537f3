/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* The thread behind the facade: in which order it serves, whom it tells, how it ends. */

#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  (*(guint *) user_data)++;
}

static void
note_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  guint **counters = user_data;

  /* How many sheets were there when the background work ended. */
  *counters[1] = *counters[0];
  counters[0] = NULL;
}

static void
test_priority (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 4);
  guint n_sheets = 0;
  guint n_before = 0;
  guint *counters[] = { &n_sheets, &n_before };

  for (int i = 0; i < 1500; i++)
    g_free (foyer_profile_add_member (profile, "Somebody with a name"));

  /* Work that takes a while is asked first, and the desk is served in the midst of it. */
  foyer_store_check_async (profile->store, NULL, note_cb, counters);
  for (int i = 0; i < 10; i++)
    foyer_store_day_sheet_async (profile->store, space, FOYER_DAY_NONE, NULL, count_cb, &n_sheets);
  while (counters[0] != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_before, ==, 10);
}

typedef struct {
  guint  n;
  guint  change;
  char  *space_id;
} News;

static void
changed_cb (FoyerStore *store,
            guint       change,
            const char *space_id,
            gpointer    user_data)
{
  News *news = user_data;

  news->n++;
  news->change |= change;
  g_set_str (&news->space_id, space_id);
}

static void
test_news (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 1);
  News news = { 0 };
  g_autoptr(FoyerBooking) booking = NULL;

  g_signal_connect (profile->store, "changed", G_CALLBACK (changed_cb), &news);
  booking = foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "A");
  /* It is there before the answer, once. */
  g_assert_cmpuint (news.n, ==, 1);
  g_assert_cmpuint (news.change & FOYER_CHANGE_BOOKINGS, !=, 0);
  g_assert_cmpstr (news.space_id, ==, space);
  g_assert_null (foyer_profile_book_guest (profile, space, TODAY, FOYER_PART_FULL, "B"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_FULL);
  g_assert_cmpuint (news.n, ==, 1);
  g_free (foyer_profile_undo (profile, 0));
  g_assert_cmpuint (news.n, ==, 2);
  g_free (news.space_id);
}

/* Asks in a context of its own. */
static gpointer
undo_elsewhere (gpointer user_data)
{
  FoyerStore *store = user_data;
  GMainContext *context = g_main_context_new ();
  guint n_answers = 0;

  g_main_context_push_thread_default (context);
  foyer_store_undo_async (store, 0, NULL, count_cb, &n_answers);
  while (n_answers == 0)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  g_main_context_unref (context);

  return NULL;
}

static void
test_news_from_elsewhere (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  g_autofree char *space = foyer_profile_add_space (profile, 1);
  News news = { 0 };
  GThread *thread;

  g_signal_connect (profile->store, "changed", G_CALLBACK (changed_cb), &news);
  thread = g_thread_new ("elsewhere", undo_elsewhere, profile->store);
  g_thread_join (thread);
  g_assert_cmpuint (news.n, ==, 0);
  while (news.n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (news.change & FOYER_CHANGE_OPENINGS, !=, 0);
  g_free (news.space_id);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (foyer_store_list_spaces_finish (FOYER_STORE (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  *(gboolean *) user_data = TRUE;
}

static void
test_closed (void)
{
  g_autoptr(FoyerProfile) profile = foyer_profile_new (MORNING);
  guint n_closed = 0;
  gboolean refused = FALSE;

  foyer_store_close_async (profile->store, count_cb, &n_closed);
  while (n_closed == 0)
    g_main_context_iteration (NULL, TRUE);
  foyer_store_list_spaces_async (profile->store, NULL, closed_cb, &refused);
  while (!refused)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&profile->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/thread/priority", test_priority);
  g_test_add_func ("/storage/thread/news", test_news);
  g_test_add_func ("/storage/thread/news-from-elsewhere", test_news_from_elsewhere);
  g_test_add_func ("/storage/thread/closed", test_closed);

  return g_test_run ();
}
