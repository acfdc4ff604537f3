/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/travel/foyer-post-table.h"

#include "core/foyer-error.h"
#include "storage/db/foyer-stmt.h"

static const char * const kinds[] = {
  [FOYER_POST_LISTING] = "listing",
  [FOYER_POST_AVAILABILITY] = "availability",
  [FOYER_POST_TOMBSTONE] = "tombstone",
  [FOYER_POST_REQUEST] = "request",
  [FOYER_POST_DECISION] = "decision",
  [FOYER_POST_WITHDRAWAL] = "withdrawal",
  [FOYER_POST_PHOTO] = "photo",
};

#define COLUMNS \
  "p.seq, p.origin, p.kind, p.subject, p.space_id, p.booking_id, p.seat_id, p.version, p.given, p.rev, p.body," \
  " p.attempts"

/* Nothing of the same subject goes before it, and no photo before the listing that names it. */
#define FIRST \
  "p.refused = 0 AND (?1 = '' OR p.origin = ?1)" \
  " AND NOT EXISTS (SELECT 1 FROM post AS q WHERE q.origin = p.origin AND q.subject = p.subject AND q.seq < p.seq" \
  "                  AND (q.refused = 0 OR (q.kind = 'listing' AND p.kind = 'availability')))" \
  " AND NOT (p.kind = 'photo' AND EXISTS (SELECT 1 FROM post AS q WHERE q.space_id = p.space_id" \
  "                                        AND q.origin = p.origin AND q.kind = 'listing'))"

void
foyer_post_row_free (FoyerPostRow *self)
{
  g_free (self->origin);
  g_free (self->subject);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

void
foyer_waiting_free (FoyerWaiting *waiting)
{
  g_free (waiting->origin);
  g_free (waiting->kind);
  g_free (waiting->subject);
  g_free (waiting->name);
  g_free (waiting->trouble);
  g_free (waiting);
}

const char *
foyer_post_kind_to_text (FoyerPostKind kind)
{
  return kinds[kind];
}

static FoyerPostKind
foyer_post_kind_from_text (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], text))
      return (FoyerPostKind) i;

  /* The schema lets no other in. */
  g_return_val_if_reached (FOYER_POST_LISTING);
}

static FoyerPostRow *
foyer_post_table_read (FoyerStmt *stmt)
{
  FoyerPostRow *self = g_new (FoyerPostRow, 1);

  self->seq = foyer_stmt_get_int (stmt, 0);
  self->origin = foyer_stmt_dup_text (stmt, 1);
  self->kind = foyer_post_kind_from_text (foyer_stmt_get_text (stmt, 2));
  self->subject = foyer_stmt_dup_text (stmt, 3);
  self->space_id = foyer_stmt_get_int (stmt, 4);
  self->booking_id = foyer_stmt_get_int (stmt, 5);
  self->seat_id = foyer_stmt_get_int (stmt, 6);
  self->version = foyer_stmt_get_int (stmt, 7);
  self->given = foyer_stmt_get_int (stmt, 8);
  self->rev = foyer_stmt_get_int (stmt, 9);
  self->body = foyer_stmt_dup_bytes (stmt, 10);
  self->attempts = (int) foyer_stmt_get_int (stmt, 11);

  return self;
}

FoyerPostRow *
foyer_post_table_find (FoyerDb  *db,
                       gint64    seq,
                       GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT " COLUMNS " FROM post AS p WHERE p.seq = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, seq);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such post");
      return NULL;
    }

  return foyer_post_table_read (stmt);
}

GPtrArray *
foyer_post_table_list_due (FoyerDb     *db,
                           const char  *origin,
                           gint64       now_ms,
                           guint        limit,
                           GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_post_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT " COLUMNS " FROM post AS p WHERE " FIRST " AND p.next_at <= ?2 ORDER BY p.seq LIMIT ?3");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_int (stmt, 2, now_ms);
  foyer_stmt_bind_int (stmt, 3, limit);
  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (rows, foyer_post_table_read (stmt));

  return done ? g_steal_pointer (&rows) : NULL;
}

gboolean
foyer_post_table_get_next (FoyerDb     *db,
                           const char  *origin,
                           gint64       now_ms,
                           gint64      *next_ms,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT coalesce (min (p.next_at), 0) FROM post AS p WHERE " FIRST " AND p.next_at > ?2");
  gboolean row;

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_int (stmt, 2, now_ms);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *next_ms = row ? foyer_stmt_get_int (stmt, 0) : 0;

  return TRUE;
}

GPtrArray *
foyer_post_table_list_waiting (FoyerDb  *db,
                               GError  **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_waiting_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT p.seq, p.origin, p.kind, p.subject, coalesce (s.name, g.name, m.name), coalesce (b.day, m.day, ''),"
    " p.since, p.attempts, p.next_at, p.trouble"
    " FROM post AS p LEFT JOIN space AS s ON s.id = p.space_id"
    " LEFT JOIN booking AS b ON b.id = p.booking_id LEFT JOIN person AS g ON g.id = b.person_id"
    " LEFT JOIN my_seat AS m ON m.id = p.seat_id ORDER BY p.seq");
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      FoyerWaiting *waiting = g_new (FoyerWaiting, 1);

      waiting->seq = foyer_stmt_get_int (stmt, 0);
      waiting->origin = foyer_stmt_dup_text (stmt, 1);
      waiting->kind = foyer_stmt_dup_text (stmt, 2);
      waiting->subject = foyer_stmt_dup_text (stmt, 3);
      waiting->name = foyer_stmt_dup_text (stmt, 4);
      waiting->day = foyer_stmt_get_day (stmt, 5);
      waiting->since_ms = foyer_stmt_get_int (stmt, 6);
      waiting->attempts = (int) foyer_stmt_get_int (stmt, 7);
      waiting->next_ms = foyer_stmt_get_int (stmt, 8);
      waiting->trouble = foyer_stmt_dup_text (stmt, 9);
      g_ptr_array_add (list, waiting);
    }

  return done ? g_steal_pointer (&list) : NULL;
}

static gboolean
foyer_post_table_run (FoyerDb     *db,
                      const char  *sql,
                      gint64       seq,
                      GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);

  foyer_stmt_bind_int (stmt, 1, seq);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_give (FoyerDb  *db,
                       gint64    seq,
                       GError  **error)
{
  return foyer_post_table_run (db, "UPDATE post SET given = version WHERE seq = ?1", seq, error);
}

gboolean
foyer_post_table_write (FoyerDb  *db,
                        gint64    seq,
                        gint64    rev,
                        GBytes   *body,
                        GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE post SET rev = ?2, body = ?3 WHERE seq = ?1");

  foyer_stmt_bind_int (stmt, 1, seq);
  foyer_stmt_bind_int (stmt, 2, rev);
  foyer_stmt_bind_bytes (stmt, 3, body);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_delete (FoyerDb  *db,
                         gint64    seq,
                         GError  **error)
{
  return foyer_post_table_run (db, "DELETE FROM post WHERE seq = ?1", seq, error);
}

gboolean
foyer_post_table_postpone (FoyerDb  *db,
                           gint64    seq,
                           gint64    next_ms,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE post SET attempts = attempts + 1, next_at = ?2 WHERE seq = ?1");

  foyer_stmt_bind_int (stmt, 1, seq);
  foyer_stmt_bind_int (stmt, 2, next_ms);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_park (FoyerDb     *db,
                       gint64       seq,
                       const char  *reason,
                       GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE post SET attempts = attempts + 1, refused = 1, trouble = ?2 WHERE seq = ?1");

  foyer_stmt_bind_int (stmt, 1, seq);
  foyer_stmt_bind_text (stmt, 2, reason);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_blank (FoyerDb             *db,
                        const FoyerPostRow  *post,
                        gint64               next_ms,
                        GError             **error)
{
  g_autoptr(FoyerStmt) later = foyer_db_prepare (db,
    "DELETE FROM post WHERE origin = ?1 AND subject = ?2 AND kind = ?3 AND seq > ?4 AND body IS NULL");
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE post SET rev = 0, body = NULL, version = version + 1, attempts = attempts + 1, next_at = ?2"
    " WHERE seq = ?1");

  foyer_stmt_bind_text (later, 1, post->origin);
  foyer_stmt_bind_text (later, 2, post->subject);
  foyer_stmt_bind_text (later, 3, kinds[post->kind]);
  foyer_stmt_bind_int (later, 4, post->seq);
  foyer_stmt_bind_int (stmt, 1, post->seq);
  foyer_stmt_bind_int (stmt, 2, next_ms);

  return foyer_stmt_run (later, error) && foyer_stmt_run (stmt, error);
}

/* Bytes that wait already, parked or not, are not put beside themselves. */
static const char *
foyer_post_table_get_repeat (FoyerPostKind kind)
{
  switch (kind)
    {
    case FOYER_POST_DECISION:
      return "INSERT INTO post (origin, kind, subject, booking_id, given, rev, body, since)"
             " SELECT r.origin, 'decision', b.uid, b.id, 1, r.decided_rev, r.decided_body, ?2"
             " FROM request AS r JOIN booking AS b ON b.id = r.booking_id"
             " WHERE r.booking_id = ?1 AND r.decided_body IS NOT NULL"
             " AND NOT EXISTS (SELECT 1 FROM post WHERE booking_id = b.id AND rev = r.decided_rev)";

    case FOYER_POST_REQUEST:
      return "INSERT INTO post (origin, kind, subject, seat_id, rev, body, since)"
             " SELECT origin, 'request', uid, id, request_rev, request_body, ?2 FROM my_seat AS m"
             " WHERE id = ?1 AND request_body IS NOT NULL"
             " AND NOT EXISTS (SELECT 1 FROM post WHERE seat_id = m.id AND rev = m.request_rev)";

    case FOYER_POST_WITHDRAWAL:
      return "INSERT INTO post (origin, kind, subject, seat_id, rev, body, since)"
             " SELECT origin, 'withdrawal', uid, id, withdrawal_rev, withdrawal_body, ?2 FROM my_seat AS m"
             " WHERE id = ?1 AND withdrawal_body IS NOT NULL"
             " AND NOT EXISTS (SELECT 1 FROM post WHERE seat_id = m.id AND rev = m.withdrawal_rev)";

    case FOYER_POST_LISTING:
    case FOYER_POST_AVAILABILITY:
    case FOYER_POST_TOMBSTONE:
    case FOYER_POST_PHOTO:
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
foyer_post_table_repeat (FoyerDb        *db,
                         FoyerPostKind   kind,
                         gint64          row_id,
                         GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, foyer_post_table_get_repeat (kind));
  g_autoptr(FoyerStmt) behind = foyer_db_prepare (db, kind == FOYER_POST_DECISION
    ? "UPDATE post SET seq = (SELECT max (seq) + 1 FROM post) WHERE booking_id = ?1 AND body IS NULL"
    : "UPDATE post SET seq = (SELECT max (seq) + 1 FROM post) WHERE seat_id = ?1 AND body IS NULL");

  foyer_stmt_bind_int (stmt, 1, row_id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));
  foyer_stmt_bind_int (behind, 1, row_id);

  return foyer_stmt_run (stmt, error) && foyer_stmt_run (behind, error);
}

gboolean
foyer_post_table_unpark (FoyerDb     *db,
                         const char  *subject,
                         GError     **error)
{
  /* The refusal of one that is on its way may come after this. */
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE post SET refused = 0, trouble = '', next_at = 0, version = version + (refused = 0)"
    " WHERE subject = ?1 AND kind = 'decision' AND body IS NOT NULL AND (refused = 0 OR trouble = 'not-found')");

  foyer_stmt_bind_text (stmt, 1, subject);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_unpark_photos (FoyerDb     *db,
                                gint64       space_id,
                                const char  *origin,
                                GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE post SET refused = 0, trouble = '', next_at = 0"
    " WHERE space_id = ?1 AND origin = ?2 AND kind = 'photo' AND trouble = 'not-found'");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_text (stmt, 2, origin);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_drop_decisions (FoyerDb  *db,
                                 gint64    booking_id,
                                 GError  **error)
{
  return foyer_post_table_run (db, "DELETE FROM post WHERE booking_id = ?1", booking_id, error);
}

gboolean
foyer_post_table_drop_past (FoyerDb   *db,
                            FoyerDay   before,
                            GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "DELETE FROM post WHERE space_id IS NULL"
    " AND coalesce ((SELECT day FROM booking WHERE id = booking_id),"
    "               (SELECT day FROM my_seat WHERE id = seat_id)) < ?1");

  foyer_stmt_bind_day (stmt, 1, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_queue_photos (FoyerDb     *db,
                               const char  *origin,
                               GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO post (origin, kind, subject, space_id, since)"
    " SELECT p.origin, 'photo', f.uid, f.space_id, ?2 FROM publication AS p JOIN photo AS f ON f.space_id = p.space_id"
    " WHERE (?1 = '' OR p.origin = ?1) AND p.ended_at = 0 AND f.deleted_at = 0"
    " ON CONFLICT DO UPDATE SET version = version + 1, refused = 0, trouble = '', next_at = 0");

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_post_table_reconcile (FoyerDb  *db,
                            GError  **error)
{
  return foyer_db_exec (db,
    "UPDATE profile SET generation = generation + 1;"
    "DELETE FROM mailbox;"
    "DELETE FROM post WHERE space_id IS NOT NULL;"
    "UPDATE post SET next_at = 0;"
    "INSERT INTO post (origin, kind, subject, space_id)"
    " SELECT p.origin, 'listing', l.uid, l.space_id FROM publication AS p JOIN listing AS l USING (space_id)"
    " WHERE p.ended_at = 0;"
    "INSERT INTO post (origin, kind, subject, space_id)"
    " SELECT p.origin, 'availability', l.uid, l.space_id FROM publication AS p JOIN listing AS l USING (space_id)"
    " WHERE p.ended_at = 0;"
    "INSERT INTO post (origin, kind, subject, space_id)"
    " SELECT p.origin, 'tombstone', l.uid, l.space_id FROM publication AS p JOIN listing AS l USING (space_id)"
    " WHERE p.ended_at <> 0 AND p.told <> '';", error)
    && foyer_post_table_queue_photos (db, "", error);
}
