/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-booking-rows.h"

#include <string.h>

/* A page stays well below what a client reads at once. */
#define PAGE_BYTES (700 * 1024)

/* Returns: whether @after is a cursor of this epoch; none at all is where everything begins */
static gboolean
read_cursor (FoyerDirectoryStore *self,
             const char          *after,
             gint64              *seq)
{
  gsize length = strlen (self->epoch);

  *seq = 0;
  if (after == NULL)
    return TRUE;

  return strncmp (after, self->epoch, length) == 0 && after[length] == '.' &&
         g_ascii_string_to_signed (after + length + 1, 10, 0, G_MAXINT64, seq, NULL);
}

/* Columns: number, instant, envelope. A page holds what fits; there is more when a row is
 * left over. */
static FoyerPage *
read_page (FoyerDirectoryStore  *self,
           FoyerStatement       *statement,
           gint64                seq,
           GError              **error)
{
  g_autoptr(FoyerPage) page = foyer_page_new (self->epoch, NULL, FALSE);
  gsize size = 0;
  gboolean row;

  while (TRUE)
    {
      g_autoptr(GBytes) envelope = NULL;

      if (!foyer_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      envelope = foyer_statement_dup_bytes (statement, 2);
      size += g_bytes_get_size (envelope);
      if (page->items->len == FOYER_PAGE_ITEMS_MAX || (page->items->len > 0 && size > PAGE_BYTES))
        {
          page->more = TRUE;
          break;
        }
      seq = foyer_statement_get_int (statement, 0);
      foyer_page_add (page, foyer_statement_get_int (statement, 1), envelope);
    }
  page->cursor = g_strdup_printf ("%s.%" G_GINT64_FORMAT, self->epoch, seq);

  return g_steal_pointer (&page);
}

static FoyerPage *
read_changes (FoyerDirectoryStore  *self,
              FoyerSqlite          *db,
              gint64                seq,
              GError              **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT seq, at_ms, bytes FROM paper WHERE seq > ?1 AND type IN (?2, ?3, ?4)"
                          " ORDER BY seq");

  foyer_statement_bind_int (statement, 1, seq);
  foyer_statement_bind_int (statement, 2, FOYER_DOCUMENT_LISTING);
  foyer_statement_bind_int (statement, 3, FOYER_DOCUMENT_AVAILABILITY);
  foyer_statement_bind_int (statement, 4, FOYER_DOCUMENT_TOMBSTONE);

  return read_page (self, statement, seq, error);
}

static FoyerPage *
read_inbox (FoyerDirectoryStore  *self,
            FoyerSqlite          *db,
            const FoyerKey       *key,
            gint64                seq,
            GError              **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT seq, at_ms, bytes FROM letter"
                          " WHERE recipient = ?1 AND seq > ?2 AND bytes IS NOT NULL ORDER BY seq");

  foyer_statement_bind_blob (statement, 1, key->bytes, FOYER_KEY_SIZE);
  foyer_statement_bind_int (statement, 2, seq);

  return read_page (self, statement, seq, error);
}

/**
 * foyer_directory_store_get_changes:
 * @self: a store
 * @after: (nullable): the cursor of the page before
 * @expired: (out): whether @after is none of this epoch; then there is no page
 * @error: return location for an error
 *
 * What hosts signed, in the order in which it came: of each listing the last listing,
 * availability or tombstone.
 *
 * Returns: (transfer full) (nullable): a page; %NULL with %FOYER_DIRECTORY_ERROR or when expired
 */
FoyerPage *
foyer_directory_store_get_changes (FoyerDirectoryStore  *self,
                                   const char           *after,
                                   gboolean             *expired,
                                   GError              **error)
{
  FoyerSqlite *db;
  FoyerPage *page;
  gint64 seq;

  g_return_val_if_fail (self != NULL && expired != NULL, NULL);

  *expired = !read_cursor (self, after, &seq);
  db = *expired ? NULL : foyer_store_borrow (self, error);
  if (db == NULL)
    return NULL;
  page = read_changes (self, db, seq, error);
  foyer_store_give_back (self, db);

  return page;
}

/**
 * foyer_directory_store_get_inbox:
 * @self: a store
 * @key: whose
 * @after: (nullable): the cursor of the page before
 * @expired: (out): whether @after is none of this epoch; then there is no page
 * @error: return location for an error
 *
 * What others signed for a key, in the order in which it came.
 *
 * Returns: (transfer full) (nullable): a page; %NULL with %FOYER_DIRECTORY_ERROR or when expired
 */
FoyerPage *
foyer_directory_store_get_inbox (FoyerDirectoryStore  *self,
                                 const FoyerKey       *key,
                                 const char           *after,
                                 gboolean             *expired,
                                 GError              **error)
{
  FoyerSqlite *db;
  FoyerPage *page;
  gint64 seq;

  g_return_val_if_fail (self != NULL && key != NULL && expired != NULL, NULL);

  *expired = !read_cursor (self, after, &seq);
  db = *expired ? NULL : foyer_store_borrow (self, error);
  if (db == NULL)
    return NULL;
  page = read_inbox (self, db, key, seq, error);
  foyer_store_give_back (self, db);

  return page;
}

/**
 * foyer_directory_booking_free:
 * @self: (transfer full): a booking
 *
 * Frees a booking.
 */
void
foyer_directory_booking_free (FoyerDirectoryBooking *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->listing);
  g_clear_pointer (&self->letters, foyer_page_free);
  g_free (self);
}

static char *
find_listing (FoyerSqlite  *db,
              gint64        id,
              GError      **error)
{
  g_autoptr(FoyerStatement) statement = foyer_sqlite_use (db, "SELECT uid FROM listing WHERE id = ?1");
  guint8 uid[FOYER_UID_SIZE];
  gboolean row;

  foyer_statement_bind_int (statement, 1, id);
  if (!foyer_statement_step (statement, &row, error))
    return NULL;

  return foyer_statement_copy_blob (statement, 0, uid, sizeof uid) ? foyer_uid_format (uid) : g_strdup ("");
}

static FoyerDirectoryBooking *
read_booking (FoyerDirectoryStore  *self,
              FoyerSqlite          *db,
              const char           *id,
              GError              **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT seq, at_ms, bytes FROM letter WHERE booking = ?1 AND bytes IS NOT NULL"
                          " ORDER BY seq");
  g_autoptr(FoyerDirectoryBooking) booking = NULL;
  FoyerBookingRow row;

  if (!foyer_booking_rows_find (db, id, &row, error) || row.id == 0)
    return NULL;
  booking = g_new0 (FoyerDirectoryBooking, 1);
  booking->id = g_strdup (id);
  booking->listing = find_listing (db, row.listing, error);
  booking->guest = row.guest;
  booking->host = row.host;
  booking->day = row.day;
  booking->part = row.part;
  booking->seats = row.seats;
  booking->answer_by_ms = row.answer_by_ms;
  booking->rev = row.rev;
  booking->state = foyer_booking_is_expired (row.state, row.answer_by_ms, foyer_clock_now (self->clock),
                                             self->restored_ms)
                     ? FOYER_STATE_EXPIRED : row.state;
  foyer_statement_bind_int (statement, 1, row.id);
  booking->letters = booking->listing != NULL ? read_page (self, statement, 0, error) : NULL;

  return booking->letters != NULL ? g_steal_pointer (&booking) : NULL;
}

/**
 * foyer_directory_store_get_booking:
 * @self: a store
 * @id: of a booking
 * @error: return location for an error
 *
 * Finds a booking; who may read it is the caller's question.
 *
 * Returns: (transfer full) (nullable): the booking; %NULL with %FOYER_DIRECTORY_ERROR, or
 *   without an error when there is none
 */
FoyerDirectoryBooking *
foyer_directory_store_get_booking (FoyerDirectoryStore  *self,
                                   const char           *id,
                                   GError              **error)
{
  FoyerDirectoryBooking *booking;
  FoyerSqlite *db;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  db = foyer_store_borrow (self, error);
  if (db == NULL)
    return NULL;
  booking = read_booking (self, db, id, error);
  foyer_store_give_back (self, db);

  return booking;
}
