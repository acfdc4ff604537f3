/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-store-private.h"

/**
 * foyer_directory_store_count:
 * @self: a store
 * @n_listings: (out): how many listings can be found
 * @error: return location for an error
 *
 * Returns: %FALSE with %FOYER_DIRECTORY_ERROR when the file cannot be read
 */
gboolean
foyer_directory_store_count (FoyerDirectoryStore  *self,
                             guint                *n_listings,
                             GError              **error)
{
  FoyerSqlite *db;
  gint64 n = 0;
  gboolean done;

  g_return_val_if_fail (self != NULL && n_listings != NULL, FALSE);

  db = foyer_store_borrow (self, error);
  if (db == NULL)
    return FALSE;
  done = foyer_sqlite_query_int (db, "SELECT count(*) FROM geo", &n, error);
  foyer_store_give_back (self, db);
  *n_listings = (guint) n;

  return done;
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
