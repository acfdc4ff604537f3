/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-store-private.h"

/* Whether a statement with the photo's digest as its only value has a row. */
static gboolean
exists (FoyerSqlite   *db,
        const char    *sql,
        const guint8  *sha256,
        gboolean      *found,
        GError       **error)
{
  g_autoptr(FoyerStatement) statement = foyer_sqlite_use (db, sql);

  foyer_statement_bind_blob (statement, 1, sha256, FOYER_DIGEST_SIZE);

  return foyer_statement_step (statement, found, error);
}

gboolean
foyer_store_write_photo (FoyerDirectoryStore  *self,
                         FoyerDirectoryWrite  *write,
                         GError              **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (self->writer, "INSERT INTO photo(sha256, type, bytes) VALUES (?1, ?2, ?3)");
  gboolean known, named;

  if (!exists (self->writer, "SELECT 1 FROM photo WHERE sha256 = ?1", write->photo_sha256, &known, error) ||
      !exists (self->writer, "SELECT 1 FROM listing_photo WHERE sha256 = ?1", write->photo_sha256, &named, error))
    return FALSE;
  if (!named)
    {
      foyer_directory_write_refuse (write, FOYER_PROBLEM_NOT_FOUND, "no listing names this photo");
      return TRUE;
    }
  if (known)
    return TRUE;

  write->created = TRUE;
  foyer_statement_bind_blob (statement, 1, write->photo_sha256, FOYER_DIGEST_SIZE);
  foyer_statement_bind_int (statement, 2, write->photo_type);
  foyer_statement_bind_bytes (statement, 3, write->photo);

  return foyer_statement_run (statement, error);
}

static GBytes *
read_photo (FoyerSqlite     *db,
            const char      *sha256,
            FoyerPhotoType  *type,
            GError         **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT type, bytes FROM photo WHERE sha256 = unhex(?1)"
                          " AND sha256 IN (SELECT sha256 FROM listing_photo)");
  gboolean found;

  foyer_statement_bind_text (statement, 1, sha256);
  if (!foyer_statement_step (statement, &found, error) || !found)
    return NULL;
  *type = (FoyerPhotoType) foyer_statement_get_int (statement, 0);

  return foyer_statement_dup_bytes (statement, 1);
}

/**
 * foyer_directory_store_get_photo:
 * @self: a store
 * @sha256: of the photo, in hexadecimal
 * @type: (out): what it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the photo, %NULL without an error when no listing has it
 */
GBytes *
foyer_directory_store_get_photo (FoyerDirectoryStore  *self,
                                 const char           *sha256,
                                 FoyerPhotoType       *type,
                                 GError              **error)
{
  FoyerSqlite *db;
  GBytes *photo;

  g_return_val_if_fail (self != NULL && sha256 != NULL && type != NULL, NULL);

  db = foyer_store_borrow (self, error);
  if (db == NULL)
    return NULL;
  photo = read_photo (db, sha256, type, error);
  foyer_store_give_back (self, db);

  return photo;
}
