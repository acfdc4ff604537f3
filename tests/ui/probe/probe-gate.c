/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE
#include "probe.h"

#include <dlfcn.h>
#include <sqlite3.h>

/* In front of SQLite's own: a file on a slow disk opens when somebody has written to the gate. */
int
sqlite3_open_v2 (const char  *filename,
                 sqlite3    **handle,
                 int          flags,
                 const char  *vfs)
{
  typeof (sqlite3_open_v2) *open = dlsym (RTLD_NEXT, "sqlite3_open_v2");
  const char *gate = g_getenv ("FOYER_PROBE_GATE");
  g_autofree char *opened = NULL;

  if (gate != NULL)
    g_file_get_contents (gate, &opened, NULL, NULL);

  return open (filename, handle, flags, vfs);
}
