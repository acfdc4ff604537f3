/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "floor.h"

/* The columns and indexes of the real table, nothing that guards or remembers. */
static const char *floor_schema =
  "PRAGMA locking_mode = EXCLUSIVE;"
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = FULL;"
  "CREATE TABLE booking (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, space_id INTEGER NOT NULL,"
  " person_id INTEGER NOT NULL, day TEXT NOT NULL, part INTEGER NOT NULL, seats INTEGER NOT NULL,"
  " state TEXT NOT NULL, made_by TEXT NOT NULL, price_minor INTEGER NOT NULL, currency TEXT NOT NULL,"
  " key TEXT NOT NULL, key_digest TEXT NOT NULL, in_at INTEGER NOT NULL, out_at INTEGER NOT NULL,"
  " created_at INTEGER NOT NULL, rev INTEGER NOT NULL, deleted_at INTEGER NOT NULL) STRICT;"
  "CREATE INDEX booking_held ON booking (space_id, day, part, seats)"
  " WHERE state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0;"
  "CREATE INDEX booking_person ON booking (person_id, day, space_id, state) WHERE deleted_at = 0;"
  "CREATE INDEX booking_asked ON booking (space_id, day) WHERE state = 'requested' AND deleted_at = 0;"
  "CREATE INDEX booking_in ON booking (space_id, person_id) WHERE state = 'checked-in' AND deleted_at = 0;"
  "CREATE UNIQUE INDEX booking_key ON booking (key) WHERE key <> '' AND deleted_at = 0;"
  "CREATE TABLE visit (id INTEGER PRIMARY KEY, booking_id INTEGER NOT NULL, event TEXT NOT NULL,"
  " at INTEGER NOT NULL) STRICT;"
  "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, fold TEXT NOT NULL, last_day TEXT NOT NULL) STRICT;"
  "CREATE INDEX person_seen ON person (last_day DESC, fold);"
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199)"
  " INSERT INTO person (id, name, fold, last_day) SELECT i, 'Zoë Lefèvre ' || i, 'zoe lefevre ' || i, '' FROM n;";

static sqlite3_stmt *
floor_prepare (Floor      *self,
               const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->db));

  return stmt;
}

void
floor_open (Floor      *self,
            const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "floor.db", NULL);

  if (sqlite3_open (path, &self->db) != SQLITE_OK
      || sqlite3_exec (self->db, floor_schema, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (self->db));
  self->random = foyer_random_new_system ();
  self->begin = floor_prepare (self, "BEGIN IMMEDIATE");
  self->commit = floor_prepare (self, "COMMIT");
  self->held = floor_prepare (self,
    "SELECT sum (seats) FROM booking WHERE space_id = ?1 AND day = ?2 AND part & 1"
    " AND state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0");
  self->insert = floor_prepare (self,
    "INSERT INTO booking (uid, space_id, person_id, day, part, seats, state, made_by, price_minor, currency,"
    " key, key_digest, in_at, out_at, created_at, rev, deleted_at)"
    " VALUES (?1, 1, ?4, ?2, 1, 1, 'confirmed', 'host', 200, 'EUR', '', '', 0, 0, ?3, 1, 0)");
  self->state = floor_prepare (self, "SELECT id FROM booking WHERE uid = ?1 AND state = 'confirmed' AND deleted_at = 0");
  self->arrive = floor_prepare (self,
    "UPDATE booking SET state = 'checked-in', in_at = ?2, rev = rev + 1 WHERE id = ?1");
  self->seen = floor_prepare (self,
    "UPDATE person SET last_day = ?2 WHERE id = (SELECT person_id FROM booking WHERE id = ?1)");
  self->visit = floor_prepare (self, "INSERT INTO visit (booking_id, event, at) VALUES (?1, 'in', ?2)");
}

static void
floor_run (Floor        *self,
           sqlite3_stmt *stmt,
           int           expected)
{
  if (sqlite3_step (stmt) != expected)
    g_error ("%s: %s", sqlite3_sql (stmt), sqlite3_errmsg (self->db));
}

char *
floor_book (Floor    *self,
            guint     n,
            FoyerDay  day)
{
  char *uid = foyer_id_new_row (NOW, self->random);
  char text[FOYER_DAY_TEXT_SIZE];

  foyer_day_format (day, text);
  floor_run (self, self->begin, SQLITE_DONE);
  sqlite3_bind_int (self->held, 1, 1);
  sqlite3_bind_text (self->held, 2, text, -1, SQLITE_STATIC);
  floor_run (self, self->held, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (self->held, 0), <, N_SEATS);
  sqlite3_bind_text (self->insert, 1, uid, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 2, text, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->insert, 3, NOW);
  sqlite3_bind_int (self->insert, 4, (int) (n * 7 % N_PEOPLE));
  sqlite3_reset (self->held);
  floor_run (self, self->insert, SQLITE_DONE);
  sqlite3_reset (self->insert);
  floor_run (self, self->commit, SQLITE_DONE);
  sqlite3_reset (self->begin);
  sqlite3_reset (self->commit);

  return uid;
}

void
floor_check_in (Floor      *self,
                const char *uid)
{
  char today[FOYER_DAY_TEXT_SIZE];
  gint64 id;

  foyer_day_format (TODAY, today);
  floor_run (self, self->begin, SQLITE_DONE);
  sqlite3_bind_text (self->state, 1, uid, -1, SQLITE_STATIC);
  floor_run (self, self->state, SQLITE_ROW);
  id = sqlite3_column_int64 (self->state, 0);
  sqlite3_reset (self->state);
  sqlite3_bind_int64 (self->arrive, 1, id);
  sqlite3_bind_int64 (self->arrive, 2, NOW);
  floor_run (self, self->arrive, SQLITE_DONE);
  sqlite3_reset (self->arrive);
  sqlite3_bind_int64 (self->seen, 1, id);
  sqlite3_bind_text (self->seen, 2, today, -1, SQLITE_STATIC);
  floor_run (self, self->seen, SQLITE_DONE);
  sqlite3_reset (self->seen);
  sqlite3_bind_int64 (self->visit, 1, id);
  sqlite3_bind_int64 (self->visit, 2, NOW);
  floor_run (self, self->visit, SQLITE_DONE);
  sqlite3_reset (self->visit);
  floor_run (self, self->commit, SQLITE_DONE);
  sqlite3_reset (self->begin);
  sqlite3_reset (self->commit);
}

void
floor_close (Floor *self)
{
  sqlite3_finalize (self->begin);
  sqlite3_finalize (self->held);
  sqlite3_finalize (self->insert);
  sqlite3_finalize (self->state);
  sqlite3_finalize (self->arrive);
  sqlite3_finalize (self->seen);
  sqlite3_finalize (self->visit);
  sqlite3_finalize (self->commit);
  sqlite3_close (self->db);
  foyer_random_unref (self->random);
}
