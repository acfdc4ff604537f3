/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-db-error.h"

G_DEFINE_QUARK (foyer-db-error-quark, foyer_db_error)

static const char * const names[] = {
  [FOYER_DB_ERROR_FOREIGN] = "not-a-foyer-file",
  [FOYER_DB_ERROR_NEWER] = "newer-file",
  [FOYER_DB_ERROR_DAMAGED] = "damaged-file",
  [FOYER_DB_ERROR_BUSY] = "busy",
  [FOYER_DB_ERROR_READ_ONLY] = "read-only",
  [FOYER_DB_ERROR_DISK_FULL] = "disk-full",
  [FOYER_DB_ERROR_IO] = "io",
  [FOYER_DB_ERROR_FAILED] = "failed",
};

const char *
foyer_db_error_get_name (FoyerDbError code)
{
  g_return_val_if_fail ((gsize) code < G_N_ELEMENTS (names), "failed");

  return names[code];
}
