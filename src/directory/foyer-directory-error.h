/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerDirectoryError:
 * @FOYER_DIRECTORY_ERROR_USAGE: an argument nobody can understand
 * @FOYER_DIRECTORY_ERROR_EXISTS: a file that must not be there yet
 * @FOYER_DIRECTORY_ERROR_FOREIGN: a file that is not a directory's
 * @FOYER_DIRECTORY_ERROR_NEWER: a file of a later version
 * @FOYER_DIRECTORY_ERROR_DAMAGED: a file that contradicts itself
 * @FOYER_DIRECTORY_ERROR_BUSY: another process has it open
 * @FOYER_DIRECTORY_ERROR_DISK_FULL: no room to write
 * @FOYER_DIRECTORY_ERROR_IO: the system refuses to read, write or listen
 * @FOYER_DIRECTORY_ERROR_FAILED: a fault of this program
 *
 * Why the directory itself cannot go on. What it refuses to others is a [struct@Problem].
 */
typedef enum {
  FOYER_DIRECTORY_ERROR_USAGE,
  FOYER_DIRECTORY_ERROR_EXISTS,
  FOYER_DIRECTORY_ERROR_FOREIGN,
  FOYER_DIRECTORY_ERROR_NEWER,
  FOYER_DIRECTORY_ERROR_DAMAGED,
  FOYER_DIRECTORY_ERROR_BUSY,
  FOYER_DIRECTORY_ERROR_DISK_FULL,
  FOYER_DIRECTORY_ERROR_IO,
  FOYER_DIRECTORY_ERROR_FAILED,
} FoyerDirectoryError;

#define FOYER_DIRECTORY_ERROR (foyer_directory_error_quark ())
GQuark foyer_directory_error_quark      (void);

void   foyer_directory_error_from_errno (int            saved_errno,
                                         const char    *context,
                                         GError       **error);
int    foyer_directory_error_get_status (const GError  *error);

G_END_DECLS
