/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* A disk that fills while people come and go: verbs say so, reading goes on, and once there
 * is room again so does writing. Nothing acknowledged is lost. */

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "campaign.h"
#include "desk-store.h"
#include "profile.h"
#include "storage/foyer-db-error.h"
#include "victim.h"

#define N_ROUNDS 20
#define N_ACTS 300
#define N_TRIES 4
#define DISK "size=6m"

enum { KEPT = 0, NO_DISK = 77 };

static void
write_line (const char *path,
            const char *line)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  if (fd >= 0)
    {
      if (write (fd, line, strlen (line)) < 0)
        g_debug ("%s: %s", path, g_strerror (errno));
      close (fd);
    }
}

/* A small disk of one's own: a file system in memory that no other process sees. */
static gboolean
mount_small_disk (const char *dir)
{
  g_autofree char *uids = g_strdup_printf ("0 %u 1\n", getuid ());
  g_autofree char *gids = g_strdup_printf ("0 %u 1\n", getgid ());

  if (unshare (CLONE_NEWNS) != 0)
    {
      if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return FALSE;
      write_line ("/proc/self/setgroups", "deny");
      write_line ("/proc/self/uid_map", uids);
      write_line ("/proc/self/gid_map", gids);
    }

  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("foyer-faults", dir, "tmpfs", MS_NOSUID | MS_NODEV, DISK) == 0;
}

/* Fills the disk but for @n_left bytes. */
static void
fill_disk (const char *path,
           gsize       n_left)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  static const char block[4096];
  off_t size = 0;
  gssize written;

  g_assert_cmpint (fd, >=, 0);
  while ((written = write (fd, block, sizeof block)) > 0)
    size += written;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_cmpint (ftruncate (fd, MAX (0, size - (off_t) n_left)), ==, 0);
  close (fd);
}

static void
assert_reads (FoyerStore *store,
              const char *space_id)
{
  DeskWait wait = { NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(GError) error = NULL;

  foyer_store_day_sheet_async (store, space_id, FOYER_DAY_NONE, NULL, desk_wait_cb, &wait);
  result = desk_wait (&wait);
  sheet = foyer_store_day_sheet_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sheet);
}

/* Returns: how many acts said that the disk is full */
static guint
work (DeskKeeper *keeper,
      DeskStore  *store)
{
  guint n_full = 0;

  for (guint i = 0; i < N_ACTS; i++)
    {
      g_autoptr(GError) error = NULL;

      if (!desk_keeper_act (keeper, &store->desk, &error))
        {
          g_assert_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DISK_FULL);
          n_full++;
        }
    }

  return n_full;
}

static void
keep_on_full_disk (int      fd,
                   gpointer user_data)
{
  const guint32 seed = GPOINTER_TO_UINT (user_data);
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(Ledger) ledger = ledger_new ();
  g_autoptr(DeskKeeper) keeper = desk_keeper_new (seed, ledger_read, ledger);
  g_autoptr(GError) error = NULL;
  g_autofree char *disk = g_dir_make_tmp ("foyer-faults-XXXXXX", &error);
  g_autofree char *dir = g_build_filename (disk, "profile", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autoptr(DeskStore) store = NULL;
  guint n_full = 0;

  g_assert_no_error (error);
  if (!mount_small_disk (disk))
    {
      g_rmdir (disk);
      _exit (NO_DISK);
    }
  store = desk_store_open (dir, &error);
  g_assert_no_error (error);
  desk_keeper_begin (keeper, &store->desk, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (work (keeper, store), ==, 0);
      fill_disk (filler, (gsize) g_rand_int_range (rand, 0, 64 * 1024));
      /* A log that was longer once has room in it for a while. */
      for (guint round = 0, n = 0; n == 0 && round < N_TRIES; round++)
        n_full += n = work (keeper, store);
      assert_reads (store->store, desk_keeper_get_space (keeper));
      g_assert_cmpint (g_unlink (filler), ==, 0);
    }
  g_assert_cmpuint (n_full, >, 0);
  g_assert_cmpuint (work (keeper, store), ==, 0);
  desk_store_close (store, &error);
  g_assert_no_error (error);
  profile_inspect (dir, ledger);

  g_assert_cmpint (umount2 (disk, MNT_DETACH), ==, 0);
  g_rmdir (disk);
}

static void
fill_a_disk (guint64  seed,
             guint64 *found)
{
  int status = victim_run (keep_on_full_disk, GUINT_TO_POINTER ((guint) seed), NULL);

  if (WIFEXITED (status) && WEXITSTATUS (status) == NO_DISK)
    return;
  g_assert_cmpint (status, ==, KEPT);
  (*found)++;
}

static void
test_full (void)
{
  guint64 n_rounds = campaign_get_number ("FOYER_ROUNDS", N_ROUNDS);
  guint64 n_kept = campaign_run ("disk-full", n_rounds, fill_a_disk);

  if (n_kept == 0)
    {
      g_test_skip ("This environment permits no small disk of one's own; io-faults has what a full disk does");
      return;
    }
  g_test_message ("A tmpfs of %s was full in %" G_GUINT64_FORMAT " rounds", DISK, n_kept);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disk-full/keeps", test_full);

  return g_test_run ();
}
