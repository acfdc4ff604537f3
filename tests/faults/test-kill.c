/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* kill -9 at any moment of a busy day: what was acknowledged is there, nothing is harmed. */

#include <signal.h>
#include <sys/wait.h>

#include "campaign.h"
#include "desk-db.h"
#include "desk-store.h"
#include "profile.h"
#include "victim.h"

/* Kills of one profile, one after the other. */
#define N_KILLS 3
#define N_CONTROLS 40
/* Acts told of before they are committed. */
#define N_HASTY 8

typedef struct {
  const char *dir;
  guint32     seed;
} Day;

/* What every day begins with. */
static char *begun;

/* Keeps the desk through the facade until it is killed. */
static void
keep_desk (int      fd,
           gpointer user_data)
{
  const Day *day = user_data;
  g_autoptr(DeskKeeper) keeper = desk_keeper_new (day->seed, victim_tell, GINT_TO_POINTER (fd));
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = NULL;

  profile_learn (day->dir, keeper);
  store = desk_store_open (day->dir, &error);
  g_assert_no_error (error);
  while (desk_keeper_act (keeper, &store->desk, &error))
    ;
  g_assert_no_error (error);
}

/* The same with a planted fault: what it tells is not durable yet. */
static void
keep_desk_hastily (int      fd,
                   gpointer user_data)
{
  const Day *day = user_data;
  g_autofree char *path = profile_get_db (day->dir);
  g_autoptr(DeskKeeper) keeper = desk_keeper_new (day->seed, victim_tell, GINT_TO_POINTER (fd));
  g_autoptr(FoyerClock) clock = foyer_clock_new_frozen (DESK_NOW);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerDb) db = NULL;
  DeskDb desk;

  profile_learn (day->dir, keeper);
  db = foyer_db_open (path, NULL, clock, NULL, &error);
  g_assert_no_error (error);
  desk = desk_db (db);
  for (;;)
    {
      g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < N_HASTY; i++)
        {
          desk_keeper_act (keeper, &desk.desk, &error);
          g_assert_no_error (error);
        }
      foyer_transaction_commit (transaction, &error);
      g_assert_no_error (error);
    }
}

/* Opens what was left through the facade, as the next start does. */
static void
start_again (int      fd,
             gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = desk_store_open (user_data, &error);
  g_autofree char *problem = NULL;

  g_assert_no_error (error);
  desk_store_check (store, &problem, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (problem, ==, NULL);
  desk_store_close (store, &error);
  g_assert_no_error (error);
}

static void
work_and_die (VictimFunc  func,
              const char *dir,
              guint32     seed,
              int         milliseconds,
              Ledger     *ledger)
{
  const Day day = { dir, seed };
  g_autoptr(GString) told = g_string_new (NULL);
  Victim victim = victim_start (func, (gpointer) &day);
  int status;

  victim_listen (&victim, milliseconds, told);
  status = victim_end (&victim, SIGKILL, told);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  ledger_read (told->str, ledger);
}

/* @found counts what was acknowledged. */
static void
kill_a_day (guint64  seed,
            guint64 *found)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) seed);
  char *dir = profile_copy (begun);
  g_autoptr(Ledger) ledger = profile_get_ledger (dir);

  for (guint i = 0; i < N_KILLS; i++)
    {
      guint n_before = ledger_get_n_acts (ledger);

      work_and_die (keep_desk, dir, g_rand_int (rand), g_rand_int_range (rand, 10, 181), ledger);
      *found += ledger_get_n_acts (ledger) - n_before;
      g_assert_cmpint (victim_run (start_again, dir, NULL), ==, 0);
      profile_inspect (dir, ledger);
    }
  profile_remove (dir);
}

/* @found counts the losses that were seen. */
static void
kill_a_hasty_day (guint64  seed,
                  guint64 *found)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) seed);
  g_autofree char *loss = NULL;
  char *dir = profile_copy (begun);
  g_autoptr(Ledger) ledger = profile_get_ledger (dir);
  g_autofree char *path = profile_get_db (dir);
  sqlite3 *db;

  work_and_die (keep_desk_hastily, dir, g_rand_int (rand), g_rand_int_range (rand, 60, 181), ledger);
  g_assert_cmpint (victim_run (start_again, dir, NULL), ==, 0);
  db = witness_open (path, NULL);
  loss = ledger_find_loss (ledger, db);
  *found += loss != NULL;
  sqlite3_close (db);
  profile_remove (dir);
}

static void
test_nothing_lost (void)
{
  const guint64 n_kills = campaign_get_number ("FOYER_ROUNDS", 300);
  guint64 n_acts = campaign_run ("kill", (n_kills + N_KILLS - 1) / N_KILLS, kill_a_day);

  g_test_message ("%" G_GUINT64_FORMAT " kills, %" G_GUINT64_FORMAT " acknowledged acts, none lost", n_kills, n_acts);
  /* A child that never got to work proves nothing. */
  if (!campaign_is_replay ())
    g_assert_cmpuint (n_acts, >, n_kills);
}

static void
test_haste_is_seen (void)
{
  guint64 n_lost = campaign_run ("kill-control", N_CONTROLS, kill_a_hasty_day);

  g_test_message ("acknowledged before the commit: lost in %" G_GUINT64_FORMAT " of %d kills", n_lost, N_CONTROLS);
  if (!campaign_is_replay ())
    g_assert_cmpuint (n_lost, >, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  begun = profile_make (0);
  g_test_add_func ("/kill/nothing-lost", test_nothing_lost);
  g_test_add_func ("/kill/haste-is-seen", test_haste_is_seen);
  status = g_test_run ();
  profile_remove (begun);

  return status;
}
