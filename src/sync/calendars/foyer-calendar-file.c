/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/calendars/foyer-calendar-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/foyer-ics.h"

static FoyerCalendarTrouble
foyer_calendar_file_blame (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOENT:
    case ENOTDIR:
      return FOYER_CALENDAR_GONE;
    case EACCES:
    case EPERM:
      return FOYER_CALENDAR_REFUSED;
    default:
      return FOYER_CALENDAR_UNREACHABLE;
    }
}

/* Returns: (transfer full) (nullable): all of it, %NULL when it does not come to its end */
static GBytes *
foyer_calendar_file_read_all (int   fd,
                              gsize size)
{
  g_autofree char *data = g_malloc (size + 1);
  gsize length = 0;

  while (length < size)
    {
      gssize n = read (fd, data + length, size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return NULL;
      length += (gsize) n;
    }

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

void
foyer_calendar_file_read (const char           *path,
                          const char           *modified,
                          FoyerCalendarFetched *fetched)
{
  /* Opening what is no plain file must not wait for anybody. */
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  g_autofree char *now = NULL;
  struct stat info;

  if (fd < 0)
    {
      fetched->trouble = foyer_calendar_file_blame (errno);
      return;
    }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      fetched->trouble = FOYER_CALENDAR_FOREIGN;
      return;
    }
  if (info.st_size > FOYER_ICS_SIZE_MAX)
    {
      fetched->trouble = FOYER_CALENDAR_TOO_BIG;
      return;
    }

  now = g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT, (gint64) info.st_mtim.tv_sec,
                         (long) info.st_mtim.tv_nsec, (gint64) info.st_size);
  if (g_strcmp0 (now, modified) == 0)
    return;
  fetched->body = foyer_calendar_file_read_all (fd, (gsize) info.st_size);
  if (fetched->body == NULL)
    fetched->trouble = FOYER_CALENDAR_UNREACHABLE;
  else
    fetched->modified = g_steal_pointer (&now);
}
