/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/travel/foyer-my-seat-table.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/db/foyer-stmt.h"

#define SELECT_SEAT \
  "SELECT id, told, uid, origin, listing, host, name, area, tz, day, part, seats," \
  " iif (state = 'requested' AND answer_by > 0 AND answer_by <= foyer_now (), 'expired', state), rev," \
  " price_minor, currency, cancel_minute, cancel_days, asked_at, answer_by," \
  " EXISTS (SELECT 1 FROM post WHERE seat_id = my_seat.id AND refused = 0), trouble," \
  " has_access, street, postcode, city, door, wifi, note, ticket FROM my_seat "

void
foyer_my_seat_row_free (FoyerMySeatRow *self)
{
  /* One that was taken out of a list. */
  if (self == NULL)
    return;

  g_clear_pointer (&self->seat, foyer_my_seat_free);
  g_free (self->told);
  g_free (self);
}

FoyerDay
foyer_my_seat_get_today (FoyerDb    *db,
                         const char *tz)
{
  GTimeZone *zone = *tz != '\0' ? foyer_db_get_zone (db, tz, NULL) : NULL;

  if (zone == NULL)
    zone = foyer_db_get_zone (db, "UTC", NULL);

  return foyer_business_day (zone, foyer_db_now (db), FOYER_CUT_OFF_DEFAULT);
}

static void
foyer_my_seat_take_text (FoyerStmt  *stmt,
                         int         column,
                         char      **text)
{
  g_free (*text);
  *text = foyer_stmt_dup_text (stmt, column);
}

static FoyerMySeatRow *
foyer_my_seat_table_read (FoyerDb   *db,
                          FoyerStmt *stmt)
{
  FoyerMySeatRow *self = g_new0 (FoyerMySeatRow, 1);
  FoyerMySeat *seat = foyer_my_seat_new ();

  self->id = foyer_stmt_get_int (stmt, 0);
  self->told = foyer_stmt_dup_text (stmt, 1);
  self->seat = seat;
  foyer_my_seat_take_text (stmt, 2, &seat->id);
  foyer_my_seat_take_text (stmt, 3, &seat->origin);
  foyer_my_seat_take_text (stmt, 4, &seat->listing);
  foyer_my_seat_take_text (stmt, 5, &seat->host);
  foyer_my_seat_take_text (stmt, 6, &seat->name);
  foyer_my_seat_take_text (stmt, 7, &seat->area);
  foyer_my_seat_take_text (stmt, 8, &seat->tz);
  seat->day = foyer_stmt_get_day (stmt, 9);
  seat->part = (FoyerPart) foyer_stmt_get_int (stmt, 10);
  seat->seats = (int) foyer_stmt_get_int (stmt, 11);
  foyer_booking_state_parse (foyer_stmt_get_text (stmt, 12), &seat->state, NULL);
  seat->rev = foyer_stmt_get_int (stmt, 13);
  seat->price_minor = foyer_stmt_get_int (stmt, 14);
  g_strlcpy (seat->currency, foyer_stmt_get_text (stmt, 15), sizeof seat->currency);
  seat->cancel_minute = (int) foyer_stmt_get_int (stmt, 16);
  seat->cancel_days = (int) foyer_stmt_get_int (stmt, 17);
  seat->asked_ms = foyer_stmt_get_int (stmt, 18);
  seat->answer_by_ms = foyer_stmt_get_int (stmt, 19);
  seat->queued = foyer_stmt_get_int (stmt, 20) != 0;
  foyer_my_seat_take_text (stmt, 21, &seat->trouble);
  seat->has_access = foyer_stmt_get_int (stmt, 22) != 0;
  foyer_my_seat_take_text (stmt, 23, &seat->street);
  foyer_my_seat_take_text (stmt, 24, &seat->postcode);
  foyer_my_seat_take_text (stmt, 25, &seat->city);
  foyer_my_seat_take_text (stmt, 26, &seat->door);
  foyer_my_seat_take_text (stmt, 27, &seat->wifi);
  foyer_my_seat_take_text (stmt, 28, &seat->note);
  foyer_my_seat_take_text (stmt, 29, &seat->ticket);

  /* One that never left has no hour: it ends with its day. */
  if (seat->state == FOYER_STATE_REQUESTED && seat->day < foyer_my_seat_get_today (db, seat->tz))
    seat->state = FOYER_STATE_EXPIRED;

  return self;
}

static FoyerMySeatRow *
foyer_my_seat_table_read_one (FoyerDb    *db,
                              FoyerStmt  *stmt,
                              GError    **error)
{
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such seat");
      return NULL;
    }

  return foyer_my_seat_table_read (db, stmt);
}

static GPtrArray *
foyer_my_seat_table_read_all (FoyerDb    *db,
                              FoyerStmt  *stmt,
                              GError    **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_my_seat_row_free);
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (rows, foyer_my_seat_table_read (db, stmt));

  return done ? g_steal_pointer (&rows) : NULL;
}

FoyerMySeatRow *
foyer_my_seat_table_find (FoyerDb     *db,
                          const char  *uid,
                          GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_SEAT "WHERE uid = ?1 AND deleted_at = 0");

  foyer_stmt_bind_text (stmt, 1, uid);

  return foyer_my_seat_table_read_one (db, stmt, error);
}

FoyerMySeatRow *
foyer_my_seat_table_get (FoyerDb  *db,
                         gint64    id,
                         GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_SEAT "WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_my_seat_table_read_one (db, stmt, error);
}

GPtrArray *
foyer_my_seat_table_list (FoyerDb  *db,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, SELECT_SEAT "WHERE deleted_at = 0 ORDER BY day, id");

  return foyer_my_seat_table_read_all (db, stmt, error);
}

GPtrArray *
foyer_my_seat_table_list_asked (FoyerDb  *db,
                                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    SELECT_SEAT "WHERE state = 'requested' AND deleted_at = 0 ORDER BY id");

  return foyer_my_seat_table_read_all (db, stmt, error);
}

gboolean
foyer_my_seat_table_list_same (FoyerDb              *db,
                               const FoyerSeatWish  *wish,
                               GPtrArray            *uids,
                               GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT uid FROM my_seat WHERE day = ?2 AND deleted_at = 0 AND listing = ?1 AND part & ?3"
    " AND (state = 'confirmed' OR (state = 'requested' AND (answer_by = 0 OR answer_by > foyer_now ())))"
    " ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, wish->listing);
  foyer_stmt_bind_day (stmt, 2, wish->day);
  foyer_stmt_bind_int (stmt, 3, wish->part);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (uids, foyer_stmt_dup_text (stmt, 0));

  return done;
}

static void
foyer_my_seat_bind_text (FoyerStmt  *stmt,
                         int         index,
                         const char *text)         /* (nullable) */
{
  foyer_stmt_bind_text (stmt, index, text != NULL ? text : "");
}

gboolean
foyer_my_seat_table_insert (FoyerDb              *db,
                            const char           *uid,
                            const FoyerSeatWish  *wish,
                            const FoyerPerson    *guest,
                            const char           *note,
                            const char * const   *consents,
                            GError              **error)
{
  /* Whose listing it was when a seat there was last asked for, that it stays. */
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO my_seat (uid, origin, listing, host, name, area, tz, day, part, seats, state, by, price_minor,"
    " currency, cancel_minute, cancel_days, asked_at, guest_name, phone, email, guest_note, skills, consents,"
    " created_at)"
    " VALUES (?1, ?2, ?3, coalesce ((SELECT host FROM my_seat WHERE origin = ?2 AND listing = ?3 AND host <> ''"
    " AND deleted_at = 0 ORDER BY id DESC LIMIT 1), ?4), ?5, ?6, ?7, ?8, ?9, ?10, 'requested', 'guest', ?11, ?12,"
    " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?15)");
  g_autofree char *skills = g_strjoinv ("\n", guest->skills);
  g_autofree char *consent_lines = g_strjoinv ("\n", (char **) consents);

  foyer_stmt_bind_text (stmt, 1, uid);
  foyer_stmt_bind_text (stmt, 2, wish->origin);
  foyer_stmt_bind_text (stmt, 3, wish->listing);
  foyer_my_seat_bind_text (stmt, 4, wish->host);
  foyer_my_seat_bind_text (stmt, 5, wish->name);
  foyer_my_seat_bind_text (stmt, 6, wish->area);
  foyer_my_seat_bind_text (stmt, 7, wish->tz);
  foyer_stmt_bind_day (stmt, 8, wish->day);
  foyer_stmt_bind_int (stmt, 9, wish->part);
  foyer_stmt_bind_int (stmt, 10, wish->seats);
  foyer_stmt_bind_int (stmt, 11, wish->price_minor);
  foyer_my_seat_bind_text (stmt, 12, wish->currency);
  foyer_stmt_bind_int (stmt, 13, wish->cancel_minute);
  foyer_stmt_bind_int (stmt, 14, wish->cancel_days);
  foyer_stmt_bind_int (stmt, 15, foyer_db_now (db));
  foyer_stmt_bind_text (stmt, 16, guest->name);
  foyer_stmt_bind_text (stmt, 17, guest->phone);
  foyer_stmt_bind_text (stmt, 18, guest->email);
  foyer_stmt_bind_text (stmt, 19, note);
  foyer_stmt_bind_text (stmt, 20, skills);
  foyer_stmt_bind_text (stmt, 21, consent_lines);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_set_state (FoyerDb            *db,
                               gint64              id,
                               FoyerBookingState   state,
                               const char         *by,
                               GError            **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE my_seat SET state = ?2, by = ?3 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, foyer_booking_state_get_name (state));
  foyer_stmt_bind_text (stmt, 3, by);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_restore (FoyerDb     *db,
                             gint64       id,
                             const char  *before,
                             GError     **error)
{
  g_autoptr(FoyerStmt) told = foyer_db_prepare (db, "SELECT 1 FROM my_seat WHERE id = ?1 AND told = 'withdrawal'");
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE my_seat SET state = ?2 ->> 'state', by = ?2 ->> 'by', deleted_at = ?2 ->> 'deleted_at' WHERE id = ?1");
  gboolean row;

  foyer_stmt_bind_int (told, 1, id);
  if (!foyer_stmt_step (told, &row, error))
    return FALSE;
  if (row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "the directory may know");
      return FALSE;
    }

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_delete (FoyerDb  *db,
                            gint64    id,
                            GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE my_seat SET deleted_at = max (1, ?2) WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_set_trouble (FoyerDb     *db,
                                 gint64       id,
                                 const char  *trouble,
                                 GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE my_seat SET trouble = ?2 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, trouble);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_raise (FoyerDb  *db,
                           gint64    id,
                           gint64    rev,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE my_seat SET rev = ?2 WHERE id = ?1 AND rev < ?2");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, rev);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_set_access (FoyerDb          *db,
                                gint64            id,
                                const FoyerNews  *news,
                                GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE my_seat SET has_access = 1, street = ?2, postcode = ?3, city = ?4, door = ?5, wifi = ?6, note = ?7,"
    " ticket = ?8 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_my_seat_bind_text (stmt, 2, news->street);
  foyer_my_seat_bind_text (stmt, 3, news->postcode);
  foyer_my_seat_bind_text (stmt, 4, news->city);
  foyer_my_seat_bind_text (stmt, 5, news->door);
  foyer_my_seat_bind_text (stmt, 6, news->wifi);
  foyer_my_seat_bind_text (stmt, 7, news->host_note);
  foyer_my_seat_bind_text (stmt, 8, news->ticket);

  return foyer_stmt_run (stmt, error);
}

static gboolean
foyer_my_seat_table_set_facts (FoyerDb                  *db,
                               gint64                    id,
                               const FoyerListingFacts  *facts,
                               GError                  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE my_seat SET host = ?2, name = ?3, area = ?4, tz = ?5, currency = ?6, price_minor = ?7,"
    " cancel_minute = ?8, cancel_days = ?9, answer_by = ?10 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_my_seat_bind_text (stmt, 2, facts->host);
  foyer_my_seat_bind_text (stmt, 3, facts->name);
  foyer_my_seat_bind_text (stmt, 4, facts->area);
  foyer_my_seat_bind_text (stmt, 5, facts->tz);
  foyer_my_seat_bind_text (stmt, 6, facts->currency);
  foyer_stmt_bind_int (stmt, 7, facts->price_minor);
  foyer_stmt_bind_int (stmt, 8, facts->cancel_minute);
  foyer_stmt_bind_int (stmt, 9, facts->cancel_days);
  foyer_stmt_bind_int (stmt, 10, facts->answer_by_ms);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_set_request (FoyerDb                  *db,
                                 gint64                    id,
                                 gint64                    rev,
                                 GBytes                   *body,
                                 const FoyerListingFacts  *facts,
                                 GError                  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE my_seat SET rev = max (rev, ?2), told = 'request', request_rev = ?2, request_body = ?3 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, rev);
  foyer_stmt_bind_bytes (stmt, 3, body);

  return foyer_stmt_run (stmt, error)
         && (facts == NULL || foyer_my_seat_table_set_facts (db, id, facts, error));
}

gboolean
foyer_my_seat_table_set_withdrawal (FoyerDb  *db,
                                    gint64    id,
                                    gint64    rev,
                                    GBytes   *body,
                                    GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE my_seat SET rev = max (rev, ?2), told = 'withdrawal', withdrawal_rev = ?2, withdrawal_body = ?3"
    " WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, rev);
  foyer_stmt_bind_bytes (stmt, 3, body);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_unset_told (FoyerDb        *db,
                                gint64          id,
                                FoyerPostKind   kind,
                                GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, kind == FOYER_POST_REQUEST
    ? "UPDATE my_seat SET told = '', request_rev = 0, request_body = NULL WHERE id = ?1"
    : "UPDATE my_seat SET told = 'request', withdrawal_rev = 0, withdrawal_body = NULL WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_my_seat_table_read_card (FoyerDb    *db,
                               gint64      id,
                               FoyerPost  *post,
                               GError    **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT guest_name, phone, email, skills, guest_note, consents FROM my_seat WHERE id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;

  post->guest = foyer_person_new ();
  foyer_my_seat_take_text (stmt, 0, &post->guest->name);
  foyer_my_seat_take_text (stmt, 1, &post->guest->phone);
  foyer_my_seat_take_text (stmt, 2, &post->guest->email);
  g_strfreev (post->guest->skills);
  post->guest->skills = foyer_stmt_dup_lines (stmt, 3);
  post->note = foyer_stmt_dup_text (stmt, 4);
  post->consents = foyer_stmt_dup_lines (stmt, 5);

  return TRUE;
}

GArray *
foyer_my_seat_table_list_told (FoyerDb     *db,
                               const char  *origin,
                               const char  *host,
                               gboolean     withdrawn,
                               FoyerDay     first,
                               GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, withdrawn
    ? "SELECT id FROM my_seat WHERE origin = ?1 AND host = ?2 AND day >= ?3 AND deleted_at = 0"
      " AND told = 'withdrawal' ORDER BY id"
    : "SELECT id FROM my_seat WHERE origin = ?1 AND host = ?2 AND day >= ?3 AND deleted_at = 0"
      " AND told = 'request' AND state IN ('requested', 'confirmed') ORDER BY id");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_text (stmt, 2, host);
  foyer_stmt_bind_day (stmt, 3, first);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      gint64 id = foyer_stmt_get_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return done ? g_steal_pointer (&ids) : NULL;
}
