/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Others around a profile that is in use: a second process, a log-out, a suspended
 * machine, a copy of the running folder. */

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "campaign.h"
#include "desk-store.h"
#include "profile.h"
#include "storage/foyer-db-error.h"
#include "victim.h"

#define N_ROUNDS 10
/* Being told that somebody else has it is no matter of waiting. */
#define AT_ONCE_MS 1000

static char *begun;

static void
keep_desk (int      fd,
           gpointer dir)
{
  g_autoptr(DeskKeeper) keeper = desk_keeper_new ((guint32) getpid (), victim_tell, GINT_TO_POINTER (fd));
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = NULL;

  profile_learn (dir, keeper);
  store = desk_store_open (dir, &error);
  g_assert_no_error (error);
  while (desk_keeper_act (keeper, &store->desk, &error))
    ;
  g_assert_no_error (error);
}

static void
open_second (int      fd,
             gpointer dir)
{
  g_autoptr(GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();
  g_autoptr(DeskStore) store = desk_store_open (dir, &error);

  g_assert_null (store);
  g_assert_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, <, AT_ONCE_MS * 1000);
}

static void
restore_over_it (int      fd,
                 gpointer dir)
{
  g_autofree char *path = profile_get_db (begun);
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = desk_store_restore (dir, path, &error);

  g_assert_null (kept);
  g_assert_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY);
}

/* A copy of the files of a running program may be torn: it opens or says that it is damaged. */
static void
open_torn (int      fd,
           gpointer dir)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskStore) store = desk_store_open (dir, &error);

  if (store == NULL)
    {
      g_assert_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED);
      return;
    }
  desk_store_close (store, &error);
  g_assert_no_error (error);
}

static void
disturb (guint64  seed,
         guint64 *found)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) seed);
  g_autoptr(GString) told = g_string_new (NULL);
  char *dir = profile_copy (begun);
  g_autoptr(Ledger) ledger = profile_get_ledger (dir);
  char *torn;
  Victim owner = victim_start (keep_desk, dir);
  int status;

  victim_wait_line (&owner, told);
  g_assert_cmpint (victim_run (open_second, dir, NULL), ==, 0);
  g_assert_cmpint (victim_run (restore_over_it, dir, NULL), ==, 0);

  /* A laptop that sleeps still has the file. */
  kill (owner.pid, SIGSTOP);
  g_assert_cmpint (waitpid (owner.pid, &status, WUNTRACED), ==, owner.pid);
  g_assert_true (WIFSTOPPED (status));
  g_assert_cmpint (victim_run (open_second, dir, NULL), ==, 0);
  kill (owner.pid, SIGCONT);

  torn = profile_copy (dir);
  g_assert_cmpint (victim_run (open_torn, torn, NULL), ==, 0);
  profile_remove (torn);

  victim_listen (&owner, g_rand_int_range (rand, 1, 60), told);
  status = victim_end (&owner, SIGTERM, told);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGTERM);
  ledger_read (told->str, ledger);
  *found += ledger_get_n_acts (ledger);
  g_assert_cmpint (victim_run (open_torn, dir, NULL), ==, 0);
  profile_inspect (dir, ledger);
  profile_remove (dir);
}

static void
test_disturbed (void)
{
  guint64 n_acts = campaign_run ("openers", campaign_get_number ("FOYER_ROUNDS", N_ROUNDS), disturb);

  g_test_message ("%" G_GUINT64_FORMAT " acknowledged acts, none lost", n_acts);
  g_assert_cmpuint (n_acts, >, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  begun = profile_make (50);
  g_test_add_func ("/openers/disturbed", test_disturbed);
  status = g_test_run ();
  profile_remove (begun);

  return status;
}
