/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-db-copy.h"

#include "storage/db/foyer-db-private.h"

#define SLICE_PAGES 64

gboolean
foyer_db_copy (FoyerDb       *from,
               FoyerDb       *to,
               GCancellable  *cancellable,
               GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    {
      foyer_db_set_error (to, sqlite3_extended_errcode (to->handle), "copy", error);
      return FALSE;
    }

  do
    {
      code = sqlite3_backup_step (backup, SLICE_PAGES);
      if (code == SQLITE_OK)
        foyer_db_breathe (from);
    }
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable));

  if (code == SQLITE_OK)
    {
      sqlite3_backup_finish (backup);
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }

  code = sqlite3_backup_finish (backup);
  if (code != SQLITE_OK)
    foyer_db_set_error (to, code, "copy", error);

  return code == SQLITE_OK;
}
