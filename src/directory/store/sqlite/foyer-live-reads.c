/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-search-index.h"

/**
 * foyer_directory_store_count:
 * @self: a store with readers
 *
 * Returns: how many listings can be found
 */
guint
foyer_directory_store_count (FoyerDirectoryStore *self)
{
  g_return_val_if_fail (self != NULL && self->index != NULL, 0);

  return foyer_search_index_count (self->index);
}

static GPtrArray *
list_live (FoyerSqlite  *db,
           guint         limit,
           GError      **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT uid FROM listing WHERE live = 1 ORDER BY id DESC LIMIT ?1");
  gboolean row;

  foyer_statement_bind_int (statement, 1, limit);
  for (;;)
    {
      guint8 uid[FOYER_UID_SIZE];

      if (!foyer_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      if (foyer_statement_copy_blob (statement, 0, uid, sizeof uid))
        g_ptr_array_add (ids, foyer_uid_format (uid));
    }
}

/**
 * foyer_directory_store_list_live:
 * @self: a store
 * @limit: how many at most
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): ids of listings, the newest first, or %NULL
 *   with %FOYER_DIRECTORY_ERROR
 */
GPtrArray *
foyer_directory_store_list_live (FoyerDirectoryStore  *self,
                                 guint                 limit,
                                 GError              **error)
{
  FoyerSqlite *db;
  GPtrArray *ids;

  g_return_val_if_fail (self != NULL, NULL);

  db = foyer_store_borrow (self, error);
  if (db == NULL)
    return NULL;
  ids = list_live (db, limit, error);
  foyer_store_give_back (self, db);

  return ids;
}
