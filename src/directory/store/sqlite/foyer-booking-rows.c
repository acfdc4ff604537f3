/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-booking-rows.h"

#include <string.h>

gboolean
foyer_booking_is_expired (FoyerBookingState state,
                          gint64            answer_by_ms,
                          gint64            now_ms,
                          gint64            restored_ms)
{
  if (state != FOYER_STATE_REQUESTED || now_ms < answer_by_ms)
    return FALSE;

  return restored_ms == 0 || answer_by_ms > restored_ms + FOYER_ANSWER_MS;
}

static FoyerBookingState
read_state (FoyerStatement *statement,
            int             column)
{
  FoyerBookingState state = FOYER_STATE_CANCELLED;

  foyer_booking_state_parse (foyer_statement_get_text (statement, column), &state, NULL);

  return state;
}

gboolean
foyer_booking_rows_find (FoyerSqlite      *db,
                         const char       *uid,
                         FoyerBookingRow  *row,
                         GError          **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT id, listing, guest, host, day, part, seats, answer_by_ms, state, rev"
                          " FROM booking WHERE uid = ?1");
  guint8 bytes[FOYER_UID_SIZE];
  gboolean found;

  memset (row, 0, sizeof *row);
  if (!foyer_uid_parse (uid, bytes))
    return TRUE;
  foyer_statement_bind_blob (statement, 1, bytes, sizeof bytes);
  if (!foyer_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  row->id = foyer_statement_get_int (statement, 0);
  row->listing = foyer_statement_get_int (statement, 1);
  foyer_statement_copy_blob (statement, 2, row->guest.bytes, FOYER_KEY_SIZE);
  foyer_statement_copy_blob (statement, 3, row->host.bytes, FOYER_KEY_SIZE);
  row->day = (FoyerDay) foyer_statement_get_int (statement, 4);
  row->part = (FoyerPart) foyer_statement_get_int (statement, 5);
  row->seats = (int) foyer_statement_get_int (statement, 6);
  row->answer_by_ms = foyer_statement_get_int (statement, 7);
  row->state = read_state (statement, 8);
  row->rev = foyer_statement_get_int (statement, 9);

  return TRUE;
}

gboolean
foyer_booking_rows_insert (FoyerSqlite         *db,
                           gint64               listing,
                           const FoyerKey      *guest,
                           const FoyerRequest  *request,
                           FoyerBookingState    state,
                           gboolean             taken,
                           gint64              *id,
                           GError             **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO booking(uid, listing, guest, host, day, part, seats, answer_by_ms,"
                          " state, rev, taken) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  guint8 uid[FOYER_UID_SIZE];

  foyer_uid_parse (request->id, uid);    /* the parser let nothing else in */
  foyer_statement_bind_blob (statement, 1, uid, sizeof uid);
  foyer_statement_bind_int (statement, 2, listing);
  foyer_statement_bind_blob (statement, 3, guest->bytes, FOYER_KEY_SIZE);
  foyer_statement_bind_blob (statement, 4, request->host.bytes, FOYER_KEY_SIZE);
  foyer_statement_bind_int (statement, 5, request->day);
  foyer_statement_bind_int (statement, 6, request->part);
  foyer_statement_bind_int (statement, 7, request->seats);
  foyer_statement_bind_int (statement, 8, request->answer_by_ms);
  foyer_statement_bind_text (statement, 9, foyer_booking_state_get_name (state));
  foyer_statement_bind_int (statement, 10, request->rev);
  foyer_statement_bind_int (statement, 11, taken);
  if (!foyer_statement_run (statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (foyer_sqlite_get_handle (db));

  return TRUE;
}

gboolean
foyer_booking_rows_move (FoyerSqlite        *db,
                         gint64              id,
                         FoyerBookingState   state,
                         gint64              rev,
                         GError            **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "UPDATE booking SET state = ?2, rev = ?3 WHERE id = ?1");

  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_text (statement, 2, foyer_booking_state_get_name (state));
  foyer_statement_bind_int (statement, 3, rev);

  return foyer_statement_run (statement, error);
}

gboolean
foyer_booking_rows_count_open (FoyerSqlite     *db,
                               const FoyerKey  *guest,
                               gint64           now_ms,
                               gint64          *n_open,
                               GError         **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT count(*) FROM booking"
                          " WHERE state = 'requested' AND guest = ?1 AND answer_by_ms > ?2");
  gboolean row;

  foyer_statement_bind_blob (statement, 1, guest->bytes, FOYER_KEY_SIZE);
  foyer_statement_bind_int (statement, 2, now_ms);
  if (!foyer_statement_step (statement, &row, error))
    return FALSE;
  *n_open = foyer_statement_get_int (statement, 0);

  return TRUE;
}

gboolean
foyer_letter_rows_find (FoyerSqlite     *db,
                        gint64           booking,
                        gint64           rev,
                        FoyerLetterRow  *row,
                        GError         **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT digest, recipient, state FROM letter WHERE booking = ?1 AND rev = ?2");

  memset (row, 0, sizeof *row);
  foyer_statement_bind_int (statement, 1, booking);
  foyer_statement_bind_int (statement, 2, rev);
  if (!foyer_statement_step (statement, &row->found, error))
    return FALSE;
  if (row->found)
    {
      foyer_statement_copy_blob (statement, 0, row->digest, sizeof row->digest);
      foyer_statement_copy_blob (statement, 1, row->recipient.bytes, FOYER_KEY_SIZE);
      row->state = read_state (statement, 2);
    }

  return TRUE;
}

gboolean
foyer_letter_rows_insert (FoyerSqlite          *db,
                          gint64                booking,
                          FoyerDirectoryWrite  *write,
                          const FoyerKey       *recipient,
                          gint64                now_ms,
                          GError              **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO letter(booking, rev, recipient, digest, state, at_ms, bytes)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

  write->recipient = *recipient;
  write->has_recipient = TRUE;
  foyer_statement_bind_int (statement, 1, booking);
  foyer_statement_bind_int (statement, 2, write->rev);
  foyer_statement_bind_blob (statement, 3, recipient->bytes, FOYER_KEY_SIZE);
  foyer_statement_bind_blob (statement, 4, foyer_envelope_get_digest (write->envelope),
                             FOYER_DIGEST_SIZE);
  foyer_statement_bind_text (statement, 5, foyer_booking_state_get_name (write->state));
  foyer_statement_bind_int (statement, 6, now_ms);
  foyer_statement_bind_bytes (statement, 7, foyer_envelope_get_bytes (write->envelope));

  return foyer_statement_run (statement, error);
}
