/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/travel/foyer-request-table.h"

#include "storage/db/foyer-stmt.h"

#define COLUMNS "r.booking_id, r.origin, r.guest_key, r.rev, r.answer_by, r.decided, r.taken, r.left"

void
foyer_request_row_free (FoyerRequestRow *self)
{
  g_free (self->origin);
  g_free (self->guest_key);
  g_free (self->decided);
  g_free (self);
}

static gboolean
foyer_request_table_read (FoyerStmt        *stmt,
                          FoyerRequestRow **row,
                          GError          **error)
{
  FoyerRequestRow *self;
  gboolean found;

  *row = NULL;
  if (!foyer_stmt_step (stmt, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  *row = self = g_new (FoyerRequestRow, 1);
  self->booking_id = foyer_stmt_get_int (stmt, 0);
  self->origin = foyer_stmt_dup_text (stmt, 1);
  self->guest_key = foyer_stmt_dup_text (stmt, 2);
  self->rev = foyer_stmt_get_int (stmt, 3);
  self->answer_by_ms = foyer_stmt_get_int (stmt, 4);
  self->decided = foyer_stmt_dup_text (stmt, 5);
  self->taken = foyer_stmt_get_int (stmt, 6) != 0;
  self->left = foyer_stmt_get_int (stmt, 7) != 0;

  return TRUE;
}

gboolean
foyer_request_table_find (FoyerDb          *db,
                          gint64            booking_id,
                          FoyerRequestRow **row,
                          GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT " COLUMNS " FROM request AS r WHERE r.booking_id = ?1");

  foyer_stmt_bind_int (stmt, 1, booking_id);

  return foyer_request_table_read (stmt, row, error);
}

gboolean
foyer_request_table_find_uid (FoyerDb          *db,
                              const char       *uid,
                              FoyerRequestRow **row,
                              GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT " COLUMNS " FROM booking AS b JOIN request AS r ON r.booking_id = b.id WHERE b.uid = ?1");

  foyer_stmt_bind_text (stmt, 1, uid);

  return foyer_request_table_read (stmt, row, error);
}

gboolean
foyer_request_table_insert (FoyerDb          *db,
                            gint64            booking_id,
                            const char       *origin,
                            const FoyerNews  *news,
                            GError          **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO request (booking_id, origin, guest_key, rev, asked_at, answer_by, note, skills, consents)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  g_autofree char *skills = news->guest->skills != NULL ? g_strjoinv ("\n", news->guest->skills) : g_strdup ("");
  g_autofree char *consents = news->consents != NULL ? g_strjoinv ("\n", news->consents) : g_strdup ("");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_text (stmt, 2, origin);
  foyer_stmt_bind_text (stmt, 3, news->key);
  foyer_stmt_bind_int (stmt, 4, news->rev);
  foyer_stmt_bind_int (stmt, 5, news->at_ms);
  foyer_stmt_bind_int (stmt, 6, news->answer_by_ms);
  foyer_stmt_bind_text (stmt, 7, news->note != NULL ? news->note : "");
  foyer_stmt_bind_text (stmt, 8, skills);
  foyer_stmt_bind_text (stmt, 9, consents);

  return foyer_stmt_run (stmt, error);
}

char *
foyer_request_table_get_decision (FoyerDb  *db,
                                  gint64    booking_id,
                                  GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT state FROM decision WHERE booking_id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, booking_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;

  return row ? foyer_stmt_dup_text (stmt, 0) : g_strdup ("");
}

gboolean
foyer_request_table_freeze_rule (FoyerDb  *db,
                                 gint64    booking_id,
                                 int       cancel_minute,
                                 int       cancel_days,
                                 GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE request SET cancel_minute = ?2, cancel_days = ?3 WHERE booking_id = ?1");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_int (stmt, 2, cancel_minute);
  foyer_stmt_bind_int (stmt, 3, cancel_days);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_request_table_get_rule (FoyerDb  *db,
                              gint64    booking_id,
                              int      *cancel_minute,
                              int      *cancel_days,
                              GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT cancel_minute, cancel_days FROM request WHERE booking_id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, booking_id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  *cancel_minute = row ? (int) foyer_stmt_get_int (stmt, 0) : 0;
  *cancel_days = row ? (int) foyer_stmt_get_int (stmt, 1) : 0;

  return TRUE;
}

/* For statements about one booking and one number. */
static gboolean
foyer_request_table_run (FoyerDb     *db,
                         const char  *sql,
                         gint64       booking_id,
                         gint64       value,
                         GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql);

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_int (stmt, 2, value);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_request_table_raise (FoyerDb  *db,
                           gint64    booking_id,
                           gint64    rev,
                           GError  **error)
{
  return foyer_request_table_run (db, "UPDATE request SET rev = ?2 WHERE booking_id = ?1 AND rev < ?2",
                                  booking_id, rev, error);
}

gboolean
foyer_request_table_set_decided (FoyerDb     *db,
                                 gint64       booking_id,
                                 const char  *state,
                                 gint64       rev,
                                 GBytes      *body,
                                 GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE request SET rev = max (rev, ?3), decided = ?2, decided_rev = ?3, decided_body = ?4, taken = 0"
    " WHERE booking_id = ?1");

  foyer_stmt_bind_int (stmt, 1, booking_id);
  foyer_stmt_bind_text (stmt, 2, state);
  foyer_stmt_bind_int (stmt, 3, rev);
  foyer_stmt_bind_bytes (stmt, 4, body);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_request_table_set_taken (FoyerDb   *db,
                               gint64     booking_id,
                               gboolean   taken,
                               GError   **error)
{
  return foyer_request_table_run (db, "UPDATE request SET taken = ?2 WHERE booking_id = ?1", booking_id, taken ? 1 : 0,
                                  error);
}

gboolean
foyer_request_table_forget_decided (FoyerDb  *db,
                                    gint64    booking_id,
                                    GError  **error)
{
  return foyer_request_table_run (db, "UPDATE request SET decided = '', decided_body = NULL, taken = ?2"
                                      " WHERE booking_id = ?1", booking_id, 0, error);
}

gboolean
foyer_request_table_set_left (FoyerDb   *db,
                              gint64     booking_id,
                              gboolean   late,
                              GError   **error)
{
  return foyer_request_table_run (db, "UPDATE request SET left = 1, late = ?2 WHERE booking_id = ?1",
                                  booking_id, late ? 1 : 0, error);
}

static GArray *
foyer_request_table_read_ids (FoyerStmt  *stmt,
                              GError    **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      gint64 id = foyer_stmt_get_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  return done ? g_steal_pointer (&ids) : NULL;
}

GArray *
foyer_request_table_list_late (FoyerDb  *db,
                               GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT b.id FROM booking AS b INDEXED BY booking_asked CROSS JOIN request AS r ON r.booking_id = b.id"
    " WHERE b.state = 'requested' AND b.deleted_at = 0 AND r.answer_by <= ?1 ORDER BY b.id");

  foyer_stmt_bind_int (stmt, 1, foyer_db_now (db));

  return foyer_request_table_read_ids (stmt, error);
}

gboolean
foyer_request_table_get_next (FoyerDb  *db,
                              gint64   *next_ms,
                              GError  **error)
{
  return foyer_db_query_int (db,
    "SELECT coalesce (min (r.answer_by), 0) FROM booking AS b INDEXED BY booking_asked"
    " CROSS JOIN request AS r ON r.booking_id = b.id"
    " WHERE b.state = 'requested' AND b.deleted_at = 0", next_ms, error);
}

GArray *
foyer_request_table_list_decided (FoyerDb     *db,
                                  const char  *origin,
                                  FoyerDay     first,
                                  GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT b.id FROM request AS r CROSS JOIN booking AS b ON b.id = r.booking_id"
    " WHERE r.origin = ?1 AND r.decided_body IS NOT NULL AND r.left = 0 AND b.day >= ?2 ORDER BY b.id");

  foyer_stmt_bind_text (stmt, 1, origin);
  foyer_stmt_bind_day (stmt, 2, first);

  return foyer_request_table_read_ids (stmt, error);
}

gboolean
foyer_guest_key_table_find (FoyerDb         *db,
                            const char      *key,
                            FoyerPersonRow **person,
                            GError         **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "WITH RECURSIVE chain (id) AS (SELECT person_id FROM guest_key WHERE key = ?1"
    "   UNION SELECT p.merged_into FROM person AS p JOIN chain ON p.id = chain.id WHERE p.merged_into IS NOT NULL)"
    " SELECT p.uid FROM chain JOIN person AS p ON p.id = chain.id WHERE p.deleted_at = 0");
  g_autoptr(FoyerPersonRow) found = NULL;
  gboolean row;

  *person = NULL;
  foyer_stmt_bind_text (stmt, 1, key);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;

  found = foyer_person_table_find (db, foyer_stmt_get_text (stmt, 0), error);
  if (found == NULL || !foyer_skill_table_read (db, found->id, found->person, error))
    return FALSE;
  *person = g_steal_pointer (&found);

  return TRUE;
}

gboolean
foyer_guest_key_table_put (FoyerDb     *db,
                           const char  *key,
                           gint64       person_id,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO guest_key (key, person_id) VALUES (?1, ?2)"
    " ON CONFLICT (key) DO UPDATE SET person_id = excluded.person_id");

  foyer_stmt_bind_text (stmt, 1, key);
  foyer_stmt_bind_int (stmt, 2, person_id);

  return foyer_stmt_run (stmt, error);
}
