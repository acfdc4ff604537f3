/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerDbError:
 *
 * What can go wrong with the file itself, by what the caller can do.
 */
typedef enum {
  FOYER_DB_ERROR_FOREIGN,        /* not a Foyer file */
  FOYER_DB_ERROR_NEWER,          /* written by a newer Foyer */
  FOYER_DB_ERROR_DAMAGED,
  FOYER_DB_ERROR_BUSY,           /* open in another process */
  FOYER_DB_ERROR_READ_ONLY,      /* no permission to write */
  FOYER_DB_ERROR_DISK_FULL,
  FOYER_DB_ERROR_IO,
  FOYER_DB_ERROR_FAILED,         /* a fault of the program: the message has the SQL */
} FoyerDbError;

#define FOYER_DB_ERROR (foyer_db_error_quark ())

/**
 * foyer_db_error_quark:
 *
 * The domain of #FoyerDbError. Any thread.
 *
 * Returns: the quark
 */
GQuark      foyer_db_error_quark    (void);

/**
 * foyer_db_error_get_name:
 * @code: a code
 *
 * The name that scripts see; it never changes: "not-a-foyer-file", "newer-file",
 * "damaged-file", "busy", "read-only", "disk-full", "io" or "failed". Any thread.
 *
 * Returns: (transfer none): a name
 */
const char *foyer_db_error_get_name (FoyerDbError code);

G_END_DECLS
