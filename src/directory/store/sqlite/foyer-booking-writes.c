/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-booking-rows.h"

#include <string.h>

#include "core/foyer-instant.h"
#include "directory/store/sqlite/foyer-listing-rows.h"
#include "directory/store/sqlite/foyer-seat-map.h"
#include "directory/store/sqlite/foyer-seats.h"
#include "protocol/foyer-decision.h"
#include "protocol/foyer-notice.h"

#define OPEN_MAX 5

static gboolean
refuse (FoyerDirectoryWrite *write,
        FoyerProblemType     problem,
        const char          *detail)
{
  foyer_directory_write_refuse (write, problem, detail);

  return TRUE;
}

/* A booking that is known: only the same bytes are no contradiction. */
static gboolean
repeat_request (FoyerSqlite            *db,
                const FoyerBookingRow  *row,
                FoyerDirectoryWrite    *write,
                GError                **error)
{
  FoyerLetterRow letter;

  if (!foyer_key_equal (&row->guest, foyer_envelope_get_key (write->envelope)))
    return refuse (write, FOYER_PROBLEM_TAKEN, NULL);
  if (!foyer_letter_rows_find (db, row->id, write->rev, &letter, error))
    return FALSE;
  if (!letter.found ||
      memcmp (letter.digest, foyer_envelope_get_digest (write->envelope), FOYER_DIGEST_SIZE) != 0)
    return refuse (write, FOYER_PROBLEM_ID_REUSED, NULL);
  write->state = letter.state;

  return TRUE;
}

static gboolean
get_seats (FoyerSqlite   *db,
           gint64         listing,
           FoyerDay       day,
           FoyerSeatDay  *seats,
           GError       **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "SELECT day0, n_days, seats FROM listing WHERE id = ?1");
  FoyerSeatMap map;
  gboolean row;

  foyer_statement_bind_int (statement, 1, listing);
  if (!foyer_statement_step (statement, &row, error))
    return FALSE;
  foyer_seat_map_read (&map, statement, 0);
  *seats = foyer_seat_map_get (&map, day);

  return foyer_seats_add_allotted (db, listing, day, 1, seats, error);
}

/* What only a fresh request must keep: one that a restored directory lost was answered by its
 * host long ago. */
static gboolean
check_fresh (FoyerDirectoryStore    *self,
             const FoyerListingRow  *listing,
             FoyerDirectoryWrite    *write,
             GError                **error)
{
  const FoyerRequest *request = write->document;
  gint64 now_ms = foyer_clock_now (self->clock);
  FoyerSeatDay seats;
  gint64 n_open;

  if (request->day < foyer_store_get_day (self, listing->tz, FOYER_CUT_OFF_DEFAULT))
    return refuse (write, FOYER_PROBLEM_PAST_DAY, NULL);
  if (request->day >= foyer_store_get_day (self, listing->tz, 0) + FOYER_HORIZON_DAYS)
    return refuse (write, FOYER_PROBLEM_BEYOND_HORIZON, NULL);
  if (request->answer_by_ms <= now_ms)
    return refuse (write, FOYER_PROBLEM_EXPIRED, NULL);
  if (!get_seats (self->writer, listing->id, request->day, &seats, error))
    return FALSE;
  if (!seats.open)
    return refuse (write, FOYER_PROBLEM_CLOSED, NULL);
  if (foyer_seats_count (seats, request->part) < request->seats)
    return refuse (write, FOYER_PROBLEM_FULL, NULL);
  if (!foyer_booking_rows_count_open (self->writer, foyer_envelope_get_key (write->envelope), now_ms,
                                      &n_open, error))
    return FALSE;
  if (n_open >= OPEN_MAX)
    return refuse (write, FOYER_PROBLEM_TOO_MANY_OPEN, NULL);

  return TRUE;
}

static gboolean
was_lost (FoyerDirectoryStore *self,
          gint64               answer_by_ms)
{
  return self->restored_ms != 0 && answer_by_ms <= self->restored_ms + FOYER_ANSWER_MS;
}

static gboolean
check_request (FoyerDirectoryStore  *self,
               FoyerListingRow      *listing,
               FoyerDirectoryWrite  *write,
               GError              **error)
{
  const FoyerRequest *request = write->document;

  if (request->rev != 1)
    return refuse (write, FOYER_PROBLEM_INVALID, "rev: a booking begins with 1");
  if (g_strcmp0 (request->directory, self->origin) != 0)
    return refuse (write, FOYER_PROBLEM_INVALID, "directory: is another one");
  if (!foyer_listing_rows_find (self->writer, request->listing, listing, error))
    return FALSE;
  if (listing->id == 0 || !foyer_key_equal (&listing->key, &request->host))
    return refuse (write, FOYER_PROBLEM_NOT_FOUND, "there is no such listing of this host");
  if (was_lost (self, request->answer_by_ms))
    return TRUE;
  if (!listing->live)
    return refuse (write, FOYER_PROBLEM_GONE, "the listing was taken down");

  return check_fresh (self, listing, write, error);
}

gboolean
foyer_store_write_request (FoyerDirectoryStore  *self,
                           FoyerDirectoryWrite  *write,
                           GError              **error)
{
  FoyerSqlite *db = self->writer;
  const FoyerRequest *request = write->document;
  gint64 now_ms = foyer_clock_now (self->clock);
  FoyerListingRow listing;
  FoyerBookingRow row;
  gboolean taken = FALSE;

  write->rev = request->rev;
  if (!foyer_booking_rows_find (db, request->id, &row, error))
    return FALSE;
  if (row.id != 0)
    return repeat_request (db, &row, write, error);
  if (!check_request (self, &listing, write, error))
    return FALSE;
  if (write->problem != FOYER_PROBLEM_UNKNOWN)
    return TRUE;
  if (!was_lost (self, request->answer_by_ms) &&
      !foyer_seats_take (db, listing.id, request->day, request->part, request->seats, &taken, error))
    return FALSE;

  write->created = TRUE;
  if (taken)
    foyer_search_touch (self, listing.id);
  write->state = taken ? FOYER_STATE_CONFIRMED : FOYER_STATE_REQUESTED;

  return foyer_booking_rows_insert (db, listing.id, foyer_envelope_get_key (write->envelope), request,
                                    write->state, taken, &row.id, error) &&
         foyer_letter_rows_insert (db, row.id, write, &request->host, now_ms, error);
}

/* Whether @write is refused or a repetition: then all is said. */
static gboolean
check_answer (FoyerSqlite            *db,
              const FoyerBookingRow  *row,
              const FoyerKey         *sender,
              const FoyerKey         *recipient,
              FoyerDirectoryWrite    *write,
              gboolean               *settled,
              GError                **error)
{
  FoyerLetterRow letter;

  *settled = TRUE;
  if (!foyer_key_equal (sender, foyer_envelope_get_key (write->envelope)))
    return refuse (write, FOYER_PROBLEM_NOT_YOURS, NULL);
  if (!foyer_letter_rows_find (db, row->id, write->rev, &letter, error))
    return FALSE;
  if (letter.found &&
      memcmp (letter.digest, foyer_envelope_get_digest (write->envelope), FOYER_DIGEST_SIZE) == 0)
    {
      write->state = letter.state;
      return TRUE;
    }
  /* The other side was first with this number: the booking has moved on. */
  if (write->rev == row->rev && letter.found && foyer_key_equal (&letter.recipient, recipient))
    return refuse (write, FOYER_PROBLEM_ID_REUSED, "another document has this revision");
  if (write->rev <= row->rev)
    return refuse (write, FOYER_PROBLEM_STALE, NULL);
  *settled = FALSE;

  return TRUE;
}

/* What a withdrawal makes of a booking: the guest need not know whether it was answered. */
static FoyerBookingState
get_state (const FoyerDirectoryWrite *write,
           FoyerBookingState          from)
{
  if (foyer_envelope_get_type (write->envelope) == FOYER_DOCUMENT_DECISION)
    return ((FoyerDecision *) write->document)->state;

  return from == FOYER_STATE_REQUESTED ? FOYER_STATE_WITHDRAWN : FOYER_STATE_CANCELLED;
}

/* A backup may be older than the confirmation that a host builds on. */
static gboolean
can_follow (FoyerDirectoryStore    *self,
            const FoyerBookingRow  *row,
            FoyerBookingState       state)
{
  gboolean confirmed = was_lost (self, row->answer_by_ms) && row->state == FOYER_STATE_REQUESTED &&
                       foyer_booking_state_can (FOYER_STATE_CONFIRMED, state);

  return confirmed || foyer_booking_state_can (row->state, state);
}

gboolean
foyer_store_write_answer (FoyerDirectoryStore  *self,
                          FoyerDirectoryWrite  *write,
                          GError              **error)
{
  FoyerSqlite *db = self->writer;
  gboolean by_host = foyer_envelope_get_type (write->envelope) == FOYER_DOCUMENT_DECISION;
  gint64 now_ms = foyer_clock_now (self->clock);
  const FoyerKey *sender, *recipient;
  FoyerBookingRow row;
  gboolean settled;

  write->rev = by_host ? ((FoyerDecision *) write->document)->rev
                       : ((FoyerNotice *) write->document)->rev;
  if (!foyer_booking_rows_find (db, foyer_directory_write_get_subject (write), &row, error))
    return FALSE;
  if (row.id == 0)
    return refuse (write, FOYER_PROBLEM_NOT_FOUND, NULL);
  sender = by_host ? &row.host : &row.guest;
  recipient = by_host ? &row.guest : &row.host;
  if (!check_answer (db, &row, sender, recipient, write, &settled, error))
    return FALSE;
  if (settled)
    return TRUE;

  if (foyer_booking_is_expired (row.state, row.answer_by_ms, now_ms, self->restored_ms))
    return refuse (write, FOYER_PROBLEM_EXPIRED, NULL);
  write->state = get_state (write, row.state);
  if (!can_follow (self, &row, write->state))
    return refuse (write, FOYER_PROBLEM_BAD_STATE, NULL);
  write->created = TRUE;

  return foyer_booking_rows_move (db, row.id, write->state, write->rev, error) &&
         foyer_letter_rows_insert (db, row.id, write, recipient, now_ms, error);
}
