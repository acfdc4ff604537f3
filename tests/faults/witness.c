/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "witness.h"

#include <stdio.h>
#include <string.h>

#include "core/foyer-random.h"

typedef struct {
  gint64            rev;
  FoyerBookingState state;
} Seat;

struct _Ledger {
  GHashTable *bookings;      /* id → Seat */
  GHashTable *undone;        /* gint64 → itself */
  GHashTable *acts;          /* gint64 → itself */
  gint64      n_before;      /* acts that were there when it began */
};

sqlite3 *
witness_open (const char *path,
              const char *vfs)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, vfs);

  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return db;

  g_test_message ("%s: %s (%d)", path, sqlite3_errmsg (db), code);
  sqlite3_close (db);

  return NULL;
}

gint64
witness_ask (sqlite3    *db,
             const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 answer = -1;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  if (sqlite3_step (stmt) == SQLITE_ROW)
    answer = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return answer;
}

/* What a query that should find nothing says in its first row. */
static char *
find_row (sqlite3    *db,
          const char *about,
          const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  char *found = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (stmt);
  if (code == SQLITE_ROW)
    found = g_strdup_printf ("%s: %s", about, (const char *) sqlite3_column_text (stmt, 0));
  else if (code != SQLITE_DONE)
    found = g_strdup_printf ("%s: %s (%d)", about, sqlite3_errmsg (db), code);
  sqlite3_finalize (stmt);

  return found;
}

char *
witness_find_harm (sqlite3 *db)
{
  static const struct {
    const char *about;
    const char *sql;
  } questions[] = {
    { "integrity", "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'" },
    { "foreign key", "SELECT \"table\" || ' ' || rowid || ' to ' || parent FROM pragma_foreign_key_check" },
    { "text index", "INSERT INTO person_fts (person_fts) VALUES ('integrity-check')" },
    { "application", "SELECT application_id FROM pragma_application_id WHERE application_id <> 0x464F5952" },
    { "profile", "SELECT count (*) FROM profile HAVING count (*) <> 1" },
    { "oversold",
      "SELECT booking.space_id || ' on ' || booking.day FROM booking"
      " LEFT JOIN slot ON slot.space_id = booking.space_id AND slot.day = booking.day"
      " WHERE state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0"
      " GROUP BY booking.space_id, booking.day"
      " HAVING sum (CASE WHEN part IN (1, 3) THEN booking.seats ELSE 0 END) > coalesce (max (am_cap), 0)"
      "     OR sum (CASE WHEN part IN (2, 3) THEN booking.seats ELSE 0 END) > coalesce (max (pm_cap), 0)" },
    { "two of one key",
      "SELECT key FROM booking WHERE key <> '' AND deleted_at = 0 GROUP BY key HAVING count (*) > 1" },
    { "act without rows",
      "SELECT verb FROM act WHERE undoes = 0 AND NOT EXISTS (SELECT 1 FROM act_image WHERE act_id = act.id)"
      " AND NOT EXISTS (SELECT 1 FROM act_travel_row WHERE act_id = act.id)" },
    { "row without an act",
      "SELECT uid FROM booking WHERE NOT EXISTS"
      " (SELECT 1 FROM act_image WHERE tbl = 'booking' AND row_id = booking.id AND before = '')" },
    { "in without a visit",
      "SELECT uid FROM booking WHERE state IN ('checked-in', 'checked-out') AND NOT EXISTS"
      " (SELECT 1 FROM visit WHERE visit.booking_id = booking.id AND event = 'in')" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      char *found = find_row (db, questions[i].about, questions[i].sql);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
digest_table (sqlite3    *db,
              const char *table,
              GChecksum  *checksum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT *, 0, 0 FROM \"%s\" ORDER BY 1, 2, 3", table);
  sqlite3_stmt *stmt = NULL;
  int code;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_checksum_update (checksum, (const guchar *) table, (gssize) strlen (table) + 1);
  while ((code = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const guchar *text = sqlite3_column_text (stmt, i);

          g_checksum_update (checksum, text != NULL ? text : (const guchar *) "",
                             sqlite3_column_bytes (stmt, i) + (text != NULL));
        }
    }
  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_finalize (stmt);
}

char *
witness_digest (sqlite3 *db)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *tables = NULL;

  /* The profile says how the last run ended, which is no part of the story. */
  if (sqlite3_prepare_v2 (db,
                          "SELECT name FROM sqlite_schema WHERE type = 'table'"
                          " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'person\\_fts%' ESCAPE '\\'"
                          " AND name <> 'profile' ORDER BY name",
                          -1, &tables, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (tables) == SQLITE_ROW)
    digest_table (db, (const char *) sqlite3_column_text (tables, 0), checksum);
  sqlite3_finalize (tables);

  return g_strdup (g_checksum_get_string (checksum));
}

static GHashTable *
int64_set_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
int64_set_add (GHashTable *set,
               gint64      value)
{
  g_hash_table_add (set, g_memdup2 (&value, sizeof value));
}

Ledger *
ledger_new (void)
{
  Ledger *self = g_new0 (Ledger, 1);

  self->bookings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->acts = int64_set_new ();
  self->undone = int64_set_new ();

  return self;
}

void
ledger_free (Ledger *self)
{
  g_hash_table_unref (self->bookings);
  g_hash_table_unref (self->acts);
  g_hash_table_unref (self->undone);
  g_free (self);
}

void
ledger_note_act (Ledger *self,
                 gint64  op)
{
  int64_set_add (self->acts, op);
}

void
ledger_note_undone (Ledger *self,
                    gint64  op)
{
  int64_set_add (self->undone, op);
}

void
ledger_note_booking (Ledger            *self,
                     const char        *id,
                     gint64             rev,
                     FoyerBookingState  state)
{
  const Seat seat = { rev, state };

  g_hash_table_insert (self->bookings, g_strdup (id), g_memdup2 (&seat, sizeof seat));
}

static void
ledger_read_line (Ledger     *self,
                  const char *line)
{
  char id[FOYER_ID_SIZE];
  char name[20];
  gint64 number;
  FoyerBookingState state;

  if (sscanf (line, "act %" G_GINT64_FORMAT, &number) == 1)
    ledger_note_act (self, number);
  else if (sscanf (line, "undone %" G_GINT64_FORMAT, &number) == 1)
    ledger_note_undone (self, number);
  else if (sscanf (line, "booking %36s %" G_GINT64_FORMAT " %19s", id, &number, name) == 3
           && foyer_booking_state_parse (name, &state, NULL))
    ledger_note_booking (self, id, number, state);
  else
    g_error ("not a line of a ledger: %s", line);
}

void
ledger_read (const char *lines,
             gpointer    ledger)
{
  g_auto(GStrv) each = g_strsplit (lines, "\n", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      if (*each[i] != '\0')
        ledger_read_line (ledger, each[i]);
    }
}

guint
ledger_get_n_acts (Ledger *self)
{
  return g_hash_table_size (self->acts) + g_hash_table_size (self->undone);
}

static char *
ledger_find_lost_booking (Ledger  *self,
                          sqlite3 *db)
{
  sqlite3_stmt *stmt = NULL;
  char *lost = NULL;
  GHashTableIter iter;
  const char *id;
  const Seat *seat;

  if (sqlite3_prepare_v2 (db, "SELECT rev, state FROM booking WHERE uid = ?1", -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  g_hash_table_iter_init (&iter, self->bookings);
  while (lost == NULL && g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &seat))
    {
      const char *state = foyer_booking_state_get_name (seat->state);

      sqlite3_bind_text (stmt, 1, id, -1, SQLITE_STATIC);
      if (sqlite3_step (stmt) != SQLITE_ROW)
        lost = g_strdup_printf ("booking %s is gone", id);
      else if (sqlite3_column_int64 (stmt, 0) < seat->rev)
        lost = g_strdup_printf ("booking %s is back at revision %" G_GINT64_FORMAT ", it was at %" G_GINT64_FORMAT,
                                id, (gint64) sqlite3_column_int64 (stmt, 0), seat->rev);
      else if (sqlite3_column_int64 (stmt, 0) == seat->rev
               && strcmp ((const char *) sqlite3_column_text (stmt, 1), state) != 0)
        lost = g_strdup_printf ("booking %s is %s, not %s", id, sqlite3_column_text (stmt, 1), state);
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);

  return lost;
}

static char *
ledger_find_lost_number (GHashTable *numbers,
                         sqlite3    *db,
                         const char *sql,
                         const char *about)
{
  sqlite3_stmt *stmt = NULL;
  char *lost = NULL;
  GHashTableIter iter;
  const gint64 *number;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  g_hash_table_iter_init (&iter, numbers);
  while (lost == NULL && g_hash_table_iter_next (&iter, (gpointer *) &number, NULL))
    {
      sqlite3_bind_int64 (stmt, 1, *number);
      if (sqlite3_step (stmt) != SQLITE_ROW)
        lost = g_strdup_printf ("%s %" G_GINT64_FORMAT, about, *number);
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);

  return lost;
}

char *
ledger_find_loss (Ledger  *self,
                  sqlite3 *db)
{
  gint64 n_more = witness_ask (db, "SELECT count (*) FROM act") - self->n_before - ledger_get_n_acts (self);
  char *lost = ledger_find_lost_booking (self, db);

  if (lost == NULL)
    lost = ledger_find_lost_number (self->acts, db, "SELECT 1 FROM act WHERE id = ?1", "gone: act");
  if (lost == NULL)
    lost = ledger_find_lost_number (self->undone, db, "SELECT 1 FROM act WHERE id = ?1 AND undone_at <> 0",
                                    "done again: act");
  if (lost == NULL && (n_more < 0 || n_more > 1))
    lost = g_strdup_printf ("%" G_GINT64_FORMAT " acts more than acknowledged", n_more);

  return lost;
}

void
ledger_expect (Ledger *self,
               guint   n_acts)
{
  self->n_before = n_acts;
}

void
ledger_accept (Ledger  *self,
               sqlite3 *db)
{
  self->n_before = witness_ask (db, "SELECT count (*) FROM act") - ledger_get_n_acts (self);
}
