/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-store-private.h"

#include <string.h>

/**
 * foyer_directory_paper_clear:
 * @paper: a paper
 *
 * Frees what is in it.
 */
void
foyer_directory_paper_clear (FoyerDirectoryPaper *paper)
{
  g_clear_pointer (&paper->envelope, g_bytes_unref);
}

static gboolean
read_paper (FoyerSqlite          *db,
            const guint8          uid[FOYER_UID_SIZE],
            FoyerDocumentType     type,
            FoyerDirectoryPaper  *paper,
            gboolean             *found,
            GError              **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT live, key, paper.rev, bytes FROM listing"
                          " LEFT JOIN paper ON paper.listing = listing.id AND type = ?2 WHERE uid = ?1");

  foyer_statement_bind_blob (statement, 1, uid, FOYER_UID_SIZE);
  foyer_statement_bind_int (statement, 2, type);
  if (!foyer_statement_step (statement, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  paper->live = foyer_statement_get_int (statement, 0) != 0;
  foyer_statement_copy_blob (statement, 1, paper->host.bytes, FOYER_KEY_SIZE);
  paper->rev = foyer_statement_get_int (statement, 2);
  if (!foyer_statement_is_null (statement, 3))
    paper->envelope = foyer_statement_dup_bytes (statement, 3);

  return TRUE;
}

/**
 * foyer_directory_store_get_paper:
 * @self: a store
 * @listing: an id
 * @type: listing, availability, tombstone or allotment
 * @paper: (out caller-allocates): the last of the type; without an envelope when there is none
 * @found: (out): whether the listing is or was here
 * @error: return location for an error
 *
 * Finds what a host signed.
 *
 * Returns: %FALSE with %FOYER_DIRECTORY_ERROR when the file cannot be read
 */
gboolean
foyer_directory_store_get_paper (FoyerDirectoryStore  *self,
                                 const char           *listing,
                                 FoyerDocumentType     type,
                                 FoyerDirectoryPaper  *paper,
                                 gboolean             *found,
                                 GError              **error)
{
  guint8 uid[FOYER_UID_SIZE];
  FoyerSqlite *db;
  gboolean done;

  g_return_val_if_fail (self != NULL && listing != NULL && paper != NULL && found != NULL, FALSE);

  memset (paper, 0, sizeof *paper);
  *found = FALSE;
  if (!foyer_uid_parse (listing, uid))
    return TRUE;
  db = foyer_store_borrow (self, error);
  if (db == NULL)
    return FALSE;
  done = read_paper (db, uid, type, paper, found, error);
  foyer_store_give_back (self, db);

  return done;
}
