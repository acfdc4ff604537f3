/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-booking-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

/* With what a host wants to see beside the name: on how many earlier days this person was
 * here, and what a request came with. One that nobody answered in time is over by itself. */
#define SELECT_BOOKING \
  "SELECT b.id, b.space_id, b.person_id, b.uid, s.uid, p.uid, p.member, p.name, b.day, b.part, b.seats," \
  " iif (b.state = 'requested' AND r.answer_by <= foyer_now (), 'expired', b.state), b.rev, b.price_minor, b.currency, b.in_at, b.out_at," \
  " (SELECT count (DISTINCT v.day) FROM booking AS v" \
  "   WHERE v.person_id = b.person_id AND v.day < b.day AND v.space_id = b.space_id" \
  "     AND v.state IN ('checked-in', 'checked-out') AND v.deleted_at = 0)," \
  " r.booking_id IS NOT NULL, r.note, r.skills, r.asked_at, r.answer_by, r.late," \
  " (SELECT uid FROM series WHERE id = b.series_id)," \
  " (SELECT sum (halves) FROM pass_use WHERE booking_id = b.id), b.forgotten," \
  " o.id, o.uid, h.name, b.host_pays, iif (b.host_pays, o.person_id, b.person_id)," \
  " (SELECT sum (amount_minor) FROM payment_part WHERE booking_id = b.id)" \
  " FROM booking AS b JOIN space AS s ON s.id = b.space_id JOIN person AS p ON p.id = b.person_id" \
  " LEFT JOIN request AS r ON r.booking_id = b.id" \
  " LEFT JOIN booking AS o ON o.id = b.brought_by LEFT JOIN person AS h ON h.id = o.person_id "

#define HELD "b.state IN ('confirmed', 'checked-in', 'checked-out') AND b.deleted_at = 0"

void
foyer_booking_row_free (FoyerBookingRow *self)
{
  /* One that was taken out of a list. */
  if (self == NULL)
    return;

  g_clear_pointer (&self->booking, foyer_booking_free);
  g_free (self);
}

static FoyerBookingRow *
foyer_booking_table_read (FoyerStmt *stmt)
{
  FoyerBookingRow *self = g_new (FoyerBookingRow, 1);
  FoyerBooking *booking = g_new0 (FoyerBooking, 1);

  self->id = foyer_stmt_get_int (stmt, 0);
  self->space_id = foyer_stmt_get_int (stmt, 1);
  self->person_id = foyer_stmt_get_int (stmt, 2);
  self->booking = booking;
  booking->id = foyer_stmt_dup_text (stmt, 3);
  booking->space_id = foyer_stmt_dup_text (stmt, 4);
  booking->person_id = foyer_stmt_dup_text (stmt, 5);
  booking->is_member = foyer_stmt_get_int (stmt, 6) != 0;
  booking->name = foyer_stmt_dup_text (stmt, 7);
  booking->day = foyer_stmt_get_day (stmt, 8);
  booking->part = (FoyerPart) foyer_stmt_get_int (stmt, 9);
  booking->seats = (int) foyer_stmt_get_int (stmt, 10);
  foyer_booking_state_parse (foyer_stmt_get_text (stmt, 11), &booking->state, NULL);
  booking->rev = foyer_stmt_get_int (stmt, 12);
  booking->price_minor = foyer_stmt_get_int (stmt, 13);
  g_strlcpy (booking->currency, foyer_stmt_get_text (stmt, 14), sizeof booking->currency);
  booking->in_ms = foyer_stmt_get_int (stmt, 15);
  booking->out_ms = foyer_stmt_get_int (stmt, 16);
  booking->n_visits = (int) foyer_stmt_get_int (stmt, 17);
  booking->first_visit = booking->n_visits == 0;
  booking->travels = foyer_stmt_get_int (stmt, 18) != 0;
  if (booking->travels)
    {
      booking->note = foyer_stmt_dup_text (stmt, 19);
      booking->skills = foyer_stmt_dup_lines (stmt, 20);
      booking->asked_ms = foyer_stmt_get_int (stmt, 21);
      booking->answer_by_ms = foyer_stmt_get_int (stmt, 22);
    }
  booking->pass_halves = (int) foyer_stmt_get_int (stmt, 25);
  booking->pass_until = FOYER_DAY_NONE;
  booking->paid_minor = foyer_stmt_get_int (stmt, 32);
  foyer_booking_reckon (booking, foyer_stmt_get_int (stmt, 23) != 0);
  booking->forgotten = foyer_stmt_get_int (stmt, 26) != 0;
  self->brought_by = foyer_stmt_get_int (stmt, 27);
  if (self->brought_by != 0)
    {
      booking->guest_of = foyer_stmt_dup_text (stmt, 28);
      booking->guest_of_name = foyer_stmt_dup_text (stmt, 29);
      booking->host_pays = foyer_stmt_get_int (stmt, 30) != 0;
    }
  self->payer_id = foyer_stmt_get_int (stmt, 31);
  if (*foyer_stmt_get_text (stmt, 24) != '\0')
    booking->series_id = foyer_stmt_dup_text (stmt, 24);

  return self;
}

static FoyerBookingRow *
foyer_booking_table_read_one (FoyerStmt  *stmt,
                              GError    **error)
{
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such booking");
      return NULL;
    }

  return foyer_booking_table_read (stmt);
}

static GPtrArray *
foyer_booking_table_read_all (FoyerStmt  *stmt,
                              GError    **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_booking_row_free);
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (rows, foyer_booking_table_read (stmt));

  return done ? g_steal_pointer (&rows) : NULL;
}

static gboolean
foyer_booking_table_read_uids (FoyerStmt  *stmt,
                               GPtrArray  *uids,
                               GError    **error)
{
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (uids, foyer_stmt_dup_text (stmt, 0));

  return done;
}

FoyerBookingRow *
foyer_booking_table_find (FoyerDb     *db,
                          const char  *uid,
                          GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_BOOKING "WHERE b.uid = ?1 AND b.deleted_at = 0");

  foyer_stmt_bind_text (stmt, 1, uid);

  return foyer_booking_table_read_one (stmt, error);
}

FoyerBookingRow *
foyer_booking_table_get (FoyerDb  *db,
                         gint64    id,
                         GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_BOOKING "WHERE b.id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_booking_table_read_one (stmt, error);
}

gboolean
foyer_booking_table_find_key (FoyerDb          *db,
                              const char       *key,
                              FoyerBookingRow **booking,
                              char            **digest,
                              GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, key_digest FROM booking WHERE key = ?1 AND key <> '' AND deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, key);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  *digest = foyer_stmt_dup_text (stmt, 1);
  *booking = foyer_booking_table_get (db, foyer_stmt_get_int (stmt, 0), error);

  return *booking != NULL;
}

gboolean
foyer_booking_table_insert (FoyerDb                *db,
                            const char             *uid,
                            const FoyerNewBooking  *booking,
                            gint64                 *id,
                            GError                **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency,"
    " key, key_digest, in_at, out_at, created_at, rev, series_id, brought_by, host_pays)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, iif (?15, 'guest', 'host'), ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1,"
    " nullif (?16, 0), nullif (?17, 0), ?18)");

  foyer_stmt_bind_text (stmt, 1, uid);
  foyer_stmt_bind_int (stmt, 2, booking->space_id);
  foyer_stmt_bind_int (stmt, 3, booking->person_id);
  foyer_stmt_bind_day (stmt, 4, booking->day);
  foyer_stmt_bind_int (stmt, 5, booking->part);
  foyer_stmt_bind_int (stmt, 6, booking->seats);
  foyer_stmt_bind_text (stmt, 7, foyer_booking_state_get_name (booking->state));
  foyer_stmt_bind_int (stmt, 8, booking->price_minor);
  foyer_stmt_bind_text (stmt, 9, booking->currency);
  foyer_stmt_bind_text (stmt, 10, booking->key);
  foyer_stmt_bind_text (stmt, 11, booking->key_digest);
  foyer_stmt_bind_int (stmt, 12, booking->in_ms);
  foyer_stmt_bind_int (stmt, 13, booking->out_ms);
  foyer_stmt_bind_int (stmt, 14, foyer_db_now (db));
  foyer_stmt_bind_int (stmt, 15, booking->by_guest ? 1 : 0);
  foyer_stmt_bind_int (stmt, 16, booking->series_id);
  foyer_stmt_bind_int (stmt, 17, booking->brought_by);
  foyer_stmt_bind_int (stmt, 18, booking->host_pays ? 1 : 0);
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  *id = foyer_db_last_row (db);

  return TRUE;
}

gboolean
foyer_booking_table_set_state (FoyerDb            *db,
                               gint64              id,
                               FoyerBookingState   state,
                               gint64              in_ms,
                               gint64              out_ms,
                               GError            **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE booking SET state = ?2, in_at = iif (?3 < 0, in_at, ?3), out_at = iif (?4 < 0, out_at, ?4),"
    " forgotten = iif (?4 < 0, forgotten, 0), rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, foyer_booking_state_get_name (state));
  foyer_stmt_bind_int (stmt, 3, in_ms);
  foyer_stmt_bind_int (stmt, 4, out_ms);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_booking_table_confirm (FoyerDb     *db,
                             gint64       id,
                             gint64       price_minor,
                             const char  *currency,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE booking SET state = 'confirmed', price_minor = ?2, currency = ?3, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, price_minor);
  foyer_stmt_bind_text (stmt, 3, currency);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_booking_table_touch (FoyerDb  *db,
                           gint64    id,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE booking SET rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_booking_table_restore (FoyerDb     *db,
                             gint64       id,
                             const char  *before,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE booking SET space_id = ?2 ->> 'space_id', person_id = ?2 ->> 'person_id', day = ?2 ->> 'day',"
    " part = ?2 ->> 'part', seats = ?2 ->> 'seats', state = ?2 ->> 'state', made_by = ?2 ->> 'made_by',"
    " price_minor = ?2 ->> 'price_minor', currency = ?2 ->> 'currency', key = ?2 ->> 'key',"
    " key_digest = ?2 ->> 'key_digest', in_at = ?2 ->> 'in_at', out_at = ?2 ->> 'out_at',"
    " forgotten = coalesce (?2 ->> 'forgotten', 0), deleted_at = ?2 ->> 'deleted_at', rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_booking_table_delete (FoyerDb  *db,
                            gint64    id,
                            GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE booking SET deleted_at = ?2, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

GPtrArray *
foyer_booking_table_list_held (FoyerDb   *db,
                               gint64     space_id,
                               FoyerDay   first,
                               FoyerDay   last,
                               GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_BOOKING "WHERE b.space_id = ?1 AND b.day BETWEEN ?2 AND ?3 AND " HELD
    " ORDER BY b.day, p.fold, b.id");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);

  return foyer_booking_table_read_all (stmt, error);
}

GPtrArray *
foyer_booking_table_list_of (FoyerDb   *db,
                             gint64     space_id,
                             gint64     person_id,
                             FoyerDay   day,
                             GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_BOOKING "WHERE b.person_id = ?1 AND b.day = ?2 AND b.space_id = ?3 AND " HELD
    " ORDER BY b.part, b.id");

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_day (stmt, 2, day);
  foyer_stmt_bind_int (stmt, 3, space_id);

  return foyer_booking_table_read_all (stmt, error);
}

GPtrArray *
foyer_booking_table_list_series (FoyerDb   *db,
                                 gint64     series_id,
                                 FoyerDay   first,
                                 FoyerDay   last,
                                 GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_BOOKING "WHERE b.series_id = ?1 AND b.day BETWEEN ?2 AND ?3 AND b.state = 'confirmed' AND b.deleted_at = 0"
    " ORDER BY b.day");

  foyer_stmt_bind_int (stmt, 1, series_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);

  return foyer_booking_table_read_all (stmt, error);
}

GPtrArray *
foyer_booking_table_list_asked (FoyerDb  *db,
                                gint64    space_id,
                                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_BOOKING "WHERE b.space_id = ?1 AND b.state = 'requested' AND b.deleted_at = 0"
    " AND (r.answer_by IS NULL OR r.answer_by > foyer_now ()) ORDER BY b.id");

  foyer_stmt_bind_int (stmt, 1, space_id);

  return foyer_booking_table_read_all (stmt, error);
}

GPtrArray *
foyer_booking_table_list_in (FoyerDb  *db,
                             gint64    space_id,
                             GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_BOOKING "WHERE b.space_id = ?1 AND b.state = 'checked-in' AND b.deleted_at = 0"
    " ORDER BY b.day, b.in_at, b.id");

  foyer_stmt_bind_int (stmt, 1, space_id);

  return foyer_booking_table_read_all (stmt, error);
}

gboolean
foyer_booking_table_count_guests (FoyerDb  *db,
                                  gint64    id,
                                  guint    *n,
                                  GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT count (*) FROM booking WHERE brought_by = ?1 AND state = 'checked-in' AND deleted_at = 0");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *n = (guint) foyer_stmt_get_int (stmt, 0);

  return TRUE;
}

gboolean
foyer_booking_table_list_holders (FoyerDb    *db,
                                  gint64      space_id,
                                  FoyerDay    day,
                                  guint       halves,
                                  GPtrArray  *uids,
                                  GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT uid FROM booking WHERE space_id = ?1 AND day = ?2 AND part & ?3 AND " FOYER_BOOKING_HELD
    " ORDER BY id");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, day);
  foyer_stmt_bind_int (stmt, 3, halves);

  return foyer_booking_table_read_uids (stmt, uids, error);
}

gboolean
foyer_booking_table_list_same (FoyerDb     *db,
                               gint64       space_id,
                               FoyerDay     day,
                               FoyerPart    part,
                               gint64       person_id,
                               const char  *guest_fold,
                               GPtrArray   *uids,
                               GError     **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;

  if (guest_fold == NULL)
    {
      stmt = foyer_db_prepare (db,
        "SELECT uid FROM booking WHERE person_id = ?4 AND day = ?2 AND space_id = ?1 AND part & ?3 AND "
        FOYER_BOOKING_HELD " ORDER BY id");
    }
  else
    {
      stmt = foyer_db_prepare (db,
        "SELECT b.uid FROM booking AS b JOIN person AS p ON p.id = b.person_id"
        " WHERE b.space_id = ?1 AND b.day = ?2 AND b.part & ?3 AND " HELD
        " AND (b.person_id = ?4 OR (p.member = 0 AND p.fold = ?5)) ORDER BY b.id");
      foyer_stmt_bind_text (stmt, 5, guest_fold);
    }
  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, day);
  foyer_stmt_bind_int (stmt, 3, part);
  foyer_stmt_bind_int (stmt, 4, person_id);

  return foyer_booking_table_read_uids (stmt, uids, error);
}

gboolean
foyer_booking_table_count_asked (FoyerDb                *db,
                                 gint64                  space_id,
                                 FoyerDay                first,
                                 FoyerDay                last,
                                 FoyerBookingCountFunc   func,
                                 gpointer                user_data,
                                 GError                **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT day, count (*) FROM booking WHERE space_id = ?1 AND day BETWEEN ?2 AND ?3"
    " AND state = 'requested' AND deleted_at = 0"
    " AND NOT EXISTS (SELECT 1 FROM request WHERE booking_id = booking.id AND answer_by <= foyer_now ())"
    " GROUP BY day");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_day (stmt, 3, last);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    func (foyer_stmt_get_day (stmt, 0), (int) foyer_stmt_get_int (stmt, 1), user_data);

  return done;
}

gboolean
foyer_booking_table_list_ahead (FoyerDb    *db,
                                gint64      space_id,
                                FoyerDay    first,
                                GPtrArray  *uids,
                                GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT uid FROM booking WHERE space_id = ?1 AND day >= ?2 AND " FOYER_BOOKING_HELD
    " UNION ALL SELECT uid FROM booking WHERE space_id = ?1 AND day >= ?2"
    " AND state = 'requested' AND deleted_at = 0");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_day (stmt, 2, first);

  return foyer_booking_table_read_uids (stmt, uids, error);
}

GPtrArray *
foyer_booking_table_list_of_person (FoyerDb   *db,
                                    gint64     person_id,
                                    FoyerDay   first,
                                    int        limit,
                                    GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_BOOKING "WHERE b.person_id = ?1 AND b.day >= ?2 AND b.deleted_at = 0"
    " AND (b.state IN ('confirmed', 'checked-in', 'checked-out')"
    "      OR (b.state = 'requested' AND (r.answer_by IS NULL OR r.answer_by > foyer_now ())))"
    " ORDER BY b.day, b.part, b.id LIMIT ?3");

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_day (stmt, 2, first);
  foyer_stmt_bind_int (stmt, 3, limit);

  return foyer_booking_table_read_all (stmt, error);
}

gboolean
foyer_booking_table_was_forgotten (FoyerDb   *db,
                                   gint64     person_id,
                                   FoyerDay   day,
                                   gboolean  *forgotten,
                                   GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT forgotten FROM booking WHERE person_id = ?1 AND day = ?2 AND deleted_at = 0"
    " AND state IN ('checked-in', 'checked-out') ORDER BY in_at DESC LIMIT 1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_day (stmt, 2, day);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *forgotten = row && foyer_stmt_get_int (stmt, 0) != 0;

  return TRUE;
}

GArray *
foyer_booking_table_list_days_here (FoyerDb  *db,
                                    gint64    person_id,
                                    gint64    space_id,
                                    GError  **error)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT DISTINCT day FROM booking WHERE person_id = ?1 AND deleted_at = 0"
    " AND state IN ('checked-in', 'checked-out') AND (?2 = 0 OR space_id = ?2) ORDER BY day");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_int (stmt, 2, space_id);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      const FoyerDay day = foyer_stmt_get_day (stmt, 0);

      g_array_append_val (days, day);
    }

  return done ? g_steal_pointer (&days) : NULL;
}

gboolean
foyer_booking_table_get_asked_day (FoyerDb   *db,
                                   gint64     person_id,
                                   FoyerDay   first,
                                   FoyerDay  *day,
                                   GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT min (b.day) FROM booking AS b LEFT JOIN request AS r ON r.booking_id = b.id"
    " WHERE b.person_id = ?1 AND b.day >= ?2 AND b.deleted_at = 0 AND b.state = 'requested'"
    " AND (r.answer_by IS NULL OR r.answer_by > foyer_now ())");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, person_id);
  foyer_stmt_bind_day (stmt, 2, first);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *day = foyer_stmt_get_day (stmt, 0);

  return TRUE;
}

gboolean
foyer_booking_table_move (FoyerDb  *db,
                          gint64    from,
                          gint64    to,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE booking SET person_id = ?2, rev = rev + 1 WHERE person_id = ?1");

  foyer_stmt_bind_int (stmt, 1, from);
  foyer_stmt_bind_int (stmt, 2, to);

  return foyer_stmt_run (stmt, error);
}

/* Whether a statement about two people has a row. */
static gboolean
foyer_booking_table_ask_two (FoyerDb     *db,
                             const char  *sql,
                             gint64       one,
                             gint64       other,
                             gboolean    *has,
                             GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);

  foyer_stmt_bind_int (stmt, 1, one);
  foyer_stmt_bind_int (stmt, 2, other);

  return foyer_stmt_step (stmt, has, error);
}

gboolean
foyer_booking_table_met (FoyerDb   *db,
                         gint64     one,
                         gint64     other,
                         gboolean  *met,
                         GError   **error)
{
  return foyer_booking_table_ask_two (db,
    "SELECT 1 FROM booking AS a CROSS JOIN booking AS b ON b.person_id = ?2 AND b.day = a.day AND b.part & a.part"
    " AND b.state IN ('checked-in', 'checked-out') AND b.deleted_at = 0"
    " WHERE a.person_id = ?1 AND a.state IN ('checked-in', 'checked-out') AND a.deleted_at = 0 LIMIT 1",
    one, other, met, error);
}

gboolean
foyer_booking_table_are_here (FoyerDb   *db,
                              gint64     one,
                              gint64     other,
                              gboolean  *both,
                              GError   **error)
{
  return foyer_booking_table_ask_two (db,
    "SELECT 1 FROM booking AS a CROSS JOIN booking AS b ON b.space_id = a.space_id AND b.person_id = ?2"
    " AND b.state = 'checked-in' AND b.deleted_at = 0"
    " WHERE a.person_id = ?1 AND a.state = 'checked-in' AND a.deleted_at = 0 LIMIT 1",
    one, other, both, error);
}
