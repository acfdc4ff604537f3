/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "victim.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

Victim
victim_start (VictimFunc func,
              gpointer   user_data)
{
  int ends[2];
  Victim self;

  g_assert_cmpint (pipe (ends), ==, 0);
  fflush (stdout);
  self.pid = fork ();
  g_assert_cmpint (self.pid, >=, 0);
  if (self.pid == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      close (ends[0]);
      func (ends[1], user_data);
      _exit (0);
    }
  close (ends[1]);
  self.fd = ends[0];

  return self;
}

void
victim_tell (const char *lines,
             gpointer    fd)
{
  gssize size = (gssize) strlen (lines);

  if (write (GPOINTER_TO_INT (fd), lines, size) != size)
    g_error ("%s", g_strerror (errno));
}

/* Returns: whether there may be more */
static gboolean
victim_read (Victim  *self,
             GString *told)
{
  char buffer[4096];
  gssize size;

  do
    size = read (self->fd, buffer, sizeof buffer);
  while (size < 0 && errno == EINTR);
  g_assert_cmpint (size, >=, 0);
  g_string_append_len (told, buffer, size);

  return size > 0;
}

void
victim_wait_line (Victim  *self,
                  GString *told)
{
  while (strchr (told->str, '\n') == NULL && victim_read (self, told))
    ;
}

void
victim_listen (Victim  *self,
               int      milliseconds,
               GString *told)
{
  const struct itimerspec when = {
    .it_value = { .tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L },
  };
  struct pollfd fds[] = {
    { .fd = timerfd_create (CLOCK_MONOTONIC, TFD_CLOEXEC), .events = POLLIN },
    { .fd = self->fd, .events = POLLIN },
  };
  gboolean more = TRUE;

  g_assert_cmpint (timerfd_settime (fds[0].fd, 0, &when, NULL), ==, 0);
  while (more && (fds[0].revents & POLLIN) == 0)
    {
      int n = poll (fds, G_N_ELEMENTS (fds), -1);

      g_assert_true (n > 0 || errno == EINTR);
      if (n > 0 && fds[1].revents != 0)
        more = victim_read (self, told);
    }
  close (fds[0].fd);
}

int
victim_end (Victim  *self,
            int      signal,
            GString *told)
{
  int status = 0;
  pid_t pid;

  if (signal != 0)
    kill (self->pid, signal);
  while (victim_read (self, told))
    ;
  close (self->fd);
  do
    pid = waitpid (self->pid, &status, 0);
  while (pid < 0 && errno == EINTR);
  g_assert_cmpint (pid, ==, self->pid);

  return status;
}

int
victim_run (VictimFunc  func,
            gpointer    user_data,
            GString    *told)
{
  g_autoptr(GString) unheard = g_string_new (NULL);
  Victim self = victim_start (func, user_data);

  return victim_end (&self, 0, told != NULL ? told : unheard);
}
