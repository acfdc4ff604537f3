/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-listing-rows.h"

#include <string.h>

gboolean
foyer_listing_rows_find (FoyerSqlite      *db,
                         const char       *uid,
                         FoyerListingRow  *row,
                         GError          **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT id, key, live, rev, seats_rev, lat_e6, lon_e6, kind, tz"
                          " FROM listing WHERE uid = ?1");
  guint8 bytes[FOYER_UID_SIZE];
  gboolean found;

  memset (row, 0, sizeof *row);
  if (!foyer_uid_parse (uid, bytes))
    return TRUE;
  foyer_statement_bind_blob (statement, 1, bytes, sizeof bytes);
  if (!foyer_statement_step (statement, &found, error))
    return FALSE;
  if (!found || !foyer_statement_copy_blob (statement, 1, row->key.bytes, FOYER_KEY_SIZE))
    return TRUE;

  row->id = foyer_statement_get_int (statement, 0);
  row->live = foyer_statement_get_int (statement, 2) != 0;
  row->rev = foyer_statement_get_int (statement, 3);
  row->seats_rev = foyer_statement_get_int (statement, 4);
  row->lat_e6 = (int) foyer_statement_get_int (statement, 5);
  row->lon_e6 = (int) foyer_statement_get_int (statement, 6);
  row->kind = (int) foyer_statement_get_int (statement, 7);
  g_strlcpy (row->tz, foyer_statement_get_text (statement, 8), sizeof row->tz);

  return TRUE;
}

gboolean
foyer_listing_rows_get_paper (FoyerSqlite        *db,
                              gint64              id,
                              FoyerDocumentType   type,
                              const guint8        digest[FOYER_DIGEST_SIZE],
                              gint64             *rev,
                              gboolean           *same,
                              GError            **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT rev, digest FROM paper WHERE listing = ?1 AND type = ?2");
  guint8 kept[FOYER_DIGEST_SIZE];
  gboolean found;

  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_int (statement, 2, type);
  if (!foyer_statement_step (statement, &found, error))
    return FALSE;
  *rev = found ? foyer_statement_get_int (statement, 0) : 0;
  *same = found && foyer_statement_copy_blob (statement, 1, kept, sizeof kept) &&
          memcmp (kept, digest, sizeof kept) == 0;

  return TRUE;
}

gboolean
foyer_listing_rows_drop_paper (FoyerSqlite        *db,
                               gint64              id,
                               FoyerDocumentType   type,
                               GError            **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "DELETE FROM paper WHERE listing = ?1 AND type = ?2");

  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_int (statement, 2, type);

  return foyer_statement_run (statement, error);
}

gboolean
foyer_listing_rows_set_paper (FoyerSqlite    *db,
                              gint64          id,
                              FoyerEnvelope  *envelope,
                              gint64          rev,
                              gint64          now_ms,
                              GError        **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO paper(listing, type, rev, digest, at_ms, bytes)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  FoyerDocumentType type = foyer_envelope_get_type (envelope);

  if (!foyer_listing_rows_drop_paper (db, id, type, error))
    return FALSE;
  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_int (statement, 2, type);
  foyer_statement_bind_int (statement, 3, rev);
  foyer_statement_bind_blob (statement, 4, foyer_envelope_get_digest (envelope), FOYER_DIGEST_SIZE);
  foyer_statement_bind_int (statement, 5, now_ms);
  foyer_statement_bind_bytes (statement, 6, foyer_envelope_get_bytes (envelope));

  return foyer_statement_run (statement, error);
}

/* A paper of a listing that must be there, of the key that published it. */
gboolean
foyer_listing_rows_is_settled (FoyerSqlite            *db,
                               const FoyerListingRow  *row,
                               FoyerDirectoryWrite    *write,
                               gint64                  rev,
                               gint64                  last_rev,
                               gboolean               *settled,
                               GError                **error)
{
  gint64 paper_rev;
  gboolean same;

  *settled = TRUE;
  write->rev = rev;
  if (row->id == 0)
    {
      foyer_directory_write_refuse (write, FOYER_PROBLEM_NOT_FOUND, NULL);
      return TRUE;
    }
  if (!foyer_key_equal (&row->key, foyer_envelope_get_key (write->envelope)))
    {
      foyer_directory_write_refuse (write, FOYER_PROBLEM_NOT_YOURS, NULL);
      return TRUE;
    }
  if (!foyer_listing_rows_get_paper (db, row->id, foyer_envelope_get_type (write->envelope),
                                     foyer_envelope_get_digest (write->envelope), &paper_rev, &same,
                                     error))
    return FALSE;
  if (same)
    return TRUE;
  if (!row->live)
    foyer_directory_write_refuse (write, FOYER_PROBLEM_GONE, NULL);
  else if (rev == last_rev)
    foyer_directory_write_refuse (write, FOYER_PROBLEM_ID_REUSED, "another document has this revision");
  else if (rev < last_rev)
    foyer_directory_write_refuse (write, FOYER_PROBLEM_STALE, NULL);
  else
    *settled = FALSE;

  return TRUE;
}
