/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "campaign.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Seeds of one worker between two notes of the progress. */
#define STRIDE 100
#define WORKERS_MAX 64

/* What a worker process tells, in memory that it shares with the parent. */
typedef struct {
  guint64 seed;
  guint64 found;
} Worker;

typedef struct {
  guint64 done;
  guint64 found;
} Progress;

guint64
campaign_get_number (const char *variable,
                     guint64     otherwise)
{
  const char *text = g_getenv (variable);
  guint64 value = 0;

  if (text == NULL || *text == '\0')
    return otherwise;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &value, NULL))
    g_error ("%s=%s is not a number", variable, text);

  return value;
}

gboolean
campaign_is_replay (void)
{
  return campaign_get_number ("FOYER_SEED", 0) > 0;
}

static char *
progress_path (const char *name)
{
  const char *dir = g_getenv ("FOYER_SOAK_DIR");

  return dir != NULL && *dir != '\0' ? g_build_filename (dir, name, NULL) : NULL;
}

static Progress
progress_read (const char *path)
{
  Progress progress = { 0 };
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    return progress;

  parts = g_strsplit (g_strstrip (text), " ", -1);
  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXINT64, &progress.done, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXINT64, &progress.found, NULL))
    g_error ("%s is not the progress of a campaign; remove it to start anew", path);

  return progress;
}

static void
progress_write (const char *path,
                Progress    progress)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n",
                                           progress.done, progress.found);
  g_autoptr(GError) error = NULL;

  if (path != NULL && !g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

/* The seeds from @first to @last, one of @n_workers each. */
static guint64
campaign_share_out (const char   *name,
                    Worker       *workers,
                    guint         n_workers,
                    guint64       first,
                    guint64       last,
                    CampaignFunc  func)
{
  pid_t pids[WORKERS_MAX];
  guint64 found = 0;

  fflush (stdout);
  for (guint i = 0; i < n_workers; i++)
    {
      workers[i].found = 0;
      pids[i] = fork ();
      g_assert_cmpint (pids[i], >=, 0);
      if (pids[i] > 0)
        continue;

      for (guint64 seed = first + i; seed <= last; seed += n_workers)
        {
          workers[i].seed = seed;
          func (seed, &workers[i].found);
        }
      _exit (0);
    }

  for (guint i = 0; i < n_workers; i++)
    {
      int status = 0;
      pid_t pid;

      do
        pid = waitpid (pids[i], &status, 0);
      while (pid < 0 && errno == EINTR);
      if (pid < 0 || status != 0)
        g_error ("%s: %s %d; again with FOYER_SEED=%" G_GUINT64_FORMAT, name,
                 WIFSIGNALED (status) ? "signal" : "exit status",
                 WIFSIGNALED (status) ? WTERMSIG (status) : WEXITSTATUS (status), workers[i].seed);
      found += workers[i].found;
    }

  return found;
}

guint64
campaign_run (const char   *name,
              guint64       n_seeds,
              CampaignFunc  func)
{
  const guint64 one = campaign_get_number ("FOYER_SEED", 0);
  const guint n_workers = MIN (g_get_num_processors (), WORKERS_MAX);
  const gint64 start = g_get_monotonic_time ();
  g_autofree char *path = progress_path (name);
  Progress progress = progress_read (path);
  Worker *workers;

  if (one > 0)
    {
      func (one, &progress.found);
      return progress.found;
    }

  workers = mmap (NULL, sizeof (Worker) * WORKERS_MAX, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (workers != MAP_FAILED);
  while (progress.done < n_seeds)
    {
      guint64 last = MIN (n_seeds, progress.done + (guint64) STRIDE * n_workers);

      progress.found += campaign_share_out (name, workers, n_workers, progress.done + 1, last, func);
      progress.done = last;
      progress_write (path, progress);
    }
  munmap (workers, sizeof (Worker) * WORKERS_MAX);

  g_test_message ("%s: %" G_GUINT64_FORMAT " seeds, found %" G_GUINT64_FORMAT ", %.1f s", name, progress.done,
                  progress.found, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);

  return progress.found;
}
