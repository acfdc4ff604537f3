/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-listing-rows.h"

#include "directory/store/sqlite/foyer-search-words.h"
#include "directory/store/sqlite/foyer-seat-map.h"
#include "protocol/foyer-notice.h"

static gboolean
is_met (const FoyerPrecondition *precondition,
        const FoyerListingRow   *row)
{
  gboolean there = row->id != 0 && row->live;

  if (precondition->must_be_new)
    return !there;
  if (!there)
    return FALSE;
  for (guint i = 0; i < precondition->n_revs; i++)
    if (precondition->revs[i] == row->rev)
      return TRUE;

  return precondition->any;
}

/* Whether @write is refused or a repetition: then all is said. */
static gboolean
check_listing (FoyerSqlite            *db,
               const FoyerListingRow  *row,
               FoyerDirectoryWrite    *write,
               gint64                  rev,
               gboolean               *settled,
               GError                **error)
{
  gint64 paper_rev = 0;
  gboolean same = FALSE;

  *settled = TRUE;
  write->rev = rev;
  if (row->id != 0 && !foyer_key_equal (&row->key, foyer_envelope_get_key (write->envelope)))
    {
      foyer_directory_write_refuse (write, FOYER_PROBLEM_TAKEN, NULL);
      return TRUE;
    }
  if (row->id != 0 &&
      !foyer_listing_rows_get_paper (db, row->id, FOYER_DOCUMENT_LISTING,
                                     foyer_envelope_get_digest (write->envelope), &paper_rev,
                                     &same, error))
    return FALSE;
  if (same)
    return TRUE;
  if (!is_met (&write->precondition, row))
    foyer_directory_write_refuse (write, FOYER_PROBLEM_PRECONDITION, NULL);
  else if (row->id != 0 && rev == row->rev)
    foyer_directory_write_refuse (write, FOYER_PROBLEM_ID_REUSED, "another document has this revision");
  else if (row->id != 0 && rev < row->rev)
    foyer_directory_write_refuse (write, FOYER_PROBLEM_STALE, NULL);
  else
    *settled = FALSE;

  return TRUE;
}

static gboolean
insert_row (FoyerSqlite         *db,
            const FoyerListing  *listing,
            const FoyerKey      *key,
            gint64              *id,
            GError             **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO listing(uid, key, live, rev, kind, lat_e6, lon_e6, price_minor,"
                          " half_price_minor, currency, tz, name, area, tags)"
                          " VALUES (?1, ?2, 1, ?3, 0, 0, 0, 0, 0, '---', 'UTC', '-', '', '')");
  guint8 uid[FOYER_UID_SIZE];

  if (!foyer_uid_parse (listing->id, uid))
    return FALSE;
  foyer_statement_bind_blob (statement, 1, uid, sizeof uid);
  foyer_statement_bind_blob (statement, 2, key->bytes, FOYER_KEY_SIZE);
  foyer_statement_bind_int (statement, 3, listing->rev);
  if (!foyer_statement_run (statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (foyer_sqlite_get_handle (db));

  return TRUE;
}

static gboolean
update_row (FoyerSqlite         *db,
            gint64               id,
            const FoyerListing  *listing,
            GError             **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "UPDATE listing SET live = 1, rev = ?2, kind = ?3, lat_e6 = ?4, lon_e6 = ?5,"
                          " price_minor = ?6, half_price_minor = ?7, currency = ?8, tz = ?9, name = ?10,"
                          " area = ?11, tags = ?12 WHERE id = ?1");
  g_autofree char *tags = listing->tags != NULL ? g_strjoinv ("\n", listing->tags) : g_strdup ("");

  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_int (statement, 2, listing->rev);
  foyer_statement_bind_int (statement, 3, listing->kind);
  foyer_statement_bind_int (statement, 4, listing->lat_e6);
  foyer_statement_bind_int (statement, 5, listing->lon_e6);
  foyer_statement_bind_int (statement, 6, listing->price_minor);
  foyer_statement_bind_int (statement, 7, listing->half_price_minor);
  foyer_statement_bind_text (statement, 8, listing->currency);
  foyer_statement_bind_text (statement, 9, listing->tz);
  foyer_statement_bind_text (statement, 10, listing->name);
  foyer_statement_bind_text (statement, 11, listing->area);
  foyer_statement_bind_text (statement, 12, tags);

  return foyer_statement_run (statement, error);
}

static gboolean
drop_words (FoyerSqlite  *db,
            gint64        id,
            GError      **error)
{
  g_autoptr(FoyerStatement) statement = foyer_sqlite_use (db, "DELETE FROM words WHERE listing = ?1");

  foyer_statement_bind_int (statement, 1, id);

  return foyer_statement_run (statement, error);
}

static gboolean
set_words (FoyerSqlite         *db,
           gint64               id,
           const FoyerListing  *listing,
           GError             **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO words(listing, text) VALUES (?1, ?2)"
                          " ON CONFLICT(listing) DO UPDATE SET text = excluded.text");
  g_autofree char *words = foyer_search_words_write (listing);

  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_text (statement, 2, words);

  return foyer_statement_run (statement, error);
}

/* A picture that no listing names any more goes with the listing's new revision. */
static gboolean
set_photos (FoyerSqlite   *db,
            gint64         id,
            char         **photos,
            GError       **error)
{
  g_autoptr(FoyerStatement) clear =
    foyer_sqlite_use (db, "DELETE FROM listing_photo WHERE listing = ?1");
  g_autoptr(FoyerStatement) add =
    foyer_sqlite_use (db, "INSERT INTO listing_photo(listing, sha256) VALUES (?1, unhex(?2))"
                          " ON CONFLICT DO NOTHING");

  foyer_statement_bind_int (clear, 1, id);
  if (!foyer_statement_run (clear, error))
    return FALSE;
  foyer_statement_bind_int (add, 1, id);
  for (gsize i = 0; photos != NULL && photos[i] != NULL; i++)
    {
      foyer_statement_bind_text (add, 2, photos[i]);
      if (!foyer_statement_run (add, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
foyer_store_write_listing (FoyerDirectoryStore  *self,
                           FoyerDirectoryWrite  *write,
                           GError              **error)
{
  FoyerSqlite *db = self->writer;
  const FoyerListing *listing = write->document;
  FoyerListingRow row;
  gboolean settled;

  if (!foyer_listing_rows_find (db, listing->id, &row, error) ||
      !check_listing (db, &row, write, listing->rev, &settled, error))
    return FALSE;
  if (settled)
    return TRUE;

  write->created = TRUE;
  if (row.id == 0)
    {
      if (!insert_row (db, listing, foyer_envelope_get_key (write->envelope), &row.id, error))
        return FALSE;
    }
  else if (!foyer_listing_rows_drop_paper (db, row.id, FOYER_DOCUMENT_TOMBSTONE, error))
    return FALSE;

  foyer_search_touch (self, row.id);

  return update_row (db, row.id, listing, error) &&
         set_words (db, row.id, listing, error) &&
         set_photos (db, row.id, listing->photos, error) &&
         foyer_listing_rows_set_paper (db, row.id, write->envelope, listing->rev,
                                       foyer_clock_now (self->clock), error);
}

static gboolean
close_row (FoyerSqlite  *db,
           gint64        id,
           gint64        rev,
           GError      **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "UPDATE listing SET live = 0, rev = ?2, n_days = 0, seats = NULL WHERE id = ?1");

  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_int (statement, 2, rev);

  return foyer_statement_run (statement, error);
}

gboolean
foyer_store_write_tombstone (FoyerDirectoryStore  *self,
                             FoyerDirectoryWrite  *write,
                             GError              **error)
{
  FoyerSqlite *db = self->writer;
  const FoyerNotice *notice = write->document;
  FoyerListingRow row;
  gboolean settled;

  if (!foyer_listing_rows_find (db, notice->subject, &row, error) ||
      !foyer_listing_rows_is_settled (db, &row, write, notice->rev, row.rev, &settled, error))
    return FALSE;
  if (settled)
    return TRUE;

  write->created = TRUE;
  foyer_search_touch (self, row.id);

  return drop_words (db, row.id, error) &&
         close_row (db, row.id, notice->rev, error) &&
         set_photos (db, row.id, NULL, error) &&
         foyer_listing_rows_drop_paper (db, row.id, FOYER_DOCUMENT_LISTING, error) &&
         foyer_listing_rows_drop_paper (db, row.id, FOYER_DOCUMENT_AVAILABILITY, error) &&
         foyer_listing_rows_set_paper (db, row.id, write->envelope, notice->rev,
                                       foyer_clock_now (self->clock), error);
}

gboolean
foyer_store_write_seats (FoyerDirectoryStore  *self,
                         FoyerDirectoryWrite  *write,
                         GError              **error)
{
  FoyerSqlite *db = self->writer;
  const FoyerSeatDays *seats = write->document;
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "UPDATE listing SET seats_rev = ?2, day0 = ?3, n_days = ?4, seats = ?5 WHERE id = ?1");
  FoyerSeatMap map;
  FoyerListingRow row;
  gboolean settled;

  if (!foyer_listing_rows_find (db, seats->listing, &row, error) ||
      !foyer_listing_rows_is_settled (db, &row, write, seats->rev, row.seats_rev, &settled, error))
    return FALSE;
  if (settled)
    return TRUE;

  write->created = TRUE;
  foyer_search_touch (self, row.id);
  foyer_seat_map_fill (&map, seats);
  foyer_statement_bind_int (statement, 1, row.id);
  foyer_statement_bind_int (statement, 2, seats->rev);
  foyer_statement_bind_int (statement, 3, map.day0);
  foyer_statement_bind_int (statement, 4, map.n_days);
  foyer_statement_bind_blob (statement, 5, map.bytes, sizeof map.bytes);

  return foyer_statement_run (statement, error) &&
         foyer_listing_rows_set_paper (db, row.id, write->envelope, seats->rev,
                                       foyer_clock_now (self->clock), error);
}
