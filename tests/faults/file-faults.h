/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Faults of the system's own file calls, whoever makes them: SQLite, GLib or Foyer. A
 * program that links this has open(), read(), write(), fsync(), rename() and their kin
 * pass through here; only files below one folder are watched. Any thread may call. */

typedef enum {
  FILE_FAULTS_ERRNO_ONCE,      /* the n-th call fails */
  FILE_FAULTS_ERRNO_FROM,      /* that one and all later ones */
  FILE_FAULTS_KILL,            /* the process is killed before its n-th call, as by kill -9 */
} FileFaultsKind;

typedef enum {
  FILE_FAULTS_READING = 1 << 0,     /* read, open without write */
  FILE_FAULTS_WRITING = 1 << 1,     /* write, truncate, sync, rename, unlink, mkdir, open that creates */
} FileFaultsCalls;

/* Watches calls below @dir; the @n-th of @calls from now has a fault. n = 0 only counts. */
void     file_faults_start (const char      *dir,
                            FileFaultsCalls  calls,
                            FileFaultsKind   kind,
                            int              error_number,
                            guint64          n);
/* Ends the faults. Returns: whether one happened */
gboolean file_faults_stop  (void);
guint64  file_faults_count (void);

G_END_DECLS
