/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Whether the machine that loses its power can see a loss at all: plain SQLite on it,
 * with settings whose promises are known. */

#include <sqlite3.h>

#include "campaign.h"
#include "power-loss-vfs.h"

#define N_SEEDS 150
#define N_CUTS 4
#define PATH "/book.db"

typedef struct {
  const char *journal_mode;
  const char *synchronous;
} Setting;

typedef struct {
  guint lost;
  guint corrupt;
} Harm;

/* The machine that settings are tried on; a campaign's function has no other way to it. */
static Setting setting;

static sqlite3 *
open_book (void)
{
  g_autofree char *synchronous = g_strdup_printf ("PRAGMA synchronous = %s", setting.synchronous);
  g_autofree char *journal_mode = g_strdup_printf ("PRAGMA journal_mode = %s", setting.journal_mode);
  const char *scripts[] = {
    "PRAGMA locking_mode = EXCLUSIVE", journal_mode, synchronous, "PRAGMA wal_autocheckpoint = 8",
    "CREATE TABLE IF NOT EXISTS book (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS book_name ON book (name)",
  };
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (PATH, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, POWER_LOSS_VFS);

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (scripts); i++)
    code = sqlite3_exec (db, scripts[i], NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return db;
  sqlite3_close (db);

  return NULL;
}

static gint64
ask (sqlite3    *db,
     const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 answer = -1;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW)
    answer = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);

  return answer;
}

/* One write after another until the power goes; the last that was answered. */
static gint64
write_until_dark (PowerLoss *machine,
                  sqlite3   *db,
                  GRand     *rand,
                  gint64     last)
{
  gint64 acknowledged = last;

  while (!power_loss_is_off (machine))
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO book VALUES (%" G_GINT64_FORMAT ", 'guest %d')",
                                              acknowledged + 1, g_rand_int_range (rand, 0, 1000));

      if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
        acknowledged++;
    }

  return acknowledged;
}

static void
run (guint64  seed,
     guint64 *found)
{
  g_autoptr(PowerLoss) machine = power_loss_new (seed);
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) seed);
  gint64 acknowledged = 0;
  Harm harm = { 0 };

  for (guint i = 0; i < N_CUTS && harm.corrupt == 0; i++)
    {
      sqlite3 *db;

      power_loss_cut_after (machine, g_rand_int_range (rand, 1, 120));
      db = open_book ();
      if (db != NULL)
        {
          acknowledged = write_until_dark (machine, db, rand,
                                           MAX (acknowledged, ask (db, "SELECT max (id) FROM book")));
          sqlite3_close (db);
        }
      power_loss_restart (machine);

      db = open_book ();
      if (db == NULL || ask (db, "SELECT count (*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") != 0)
        harm.corrupt++;
      else if (ask (db, "SELECT count (*) FROM book") < acknowledged)
        harm.lost++;
      sqlite3_close (db);
    }

  *found += harm.corrupt > 0 ? 1 << 20 : harm.lost > 0;
}

static Harm
try_setting (const char *journal_mode,
             const char *synchronous)
{
  g_autofree char *name = g_strdup_printf ("vfs-%s-%s", journal_mode, synchronous);
  guint64 found;

  setting = (Setting) { journal_mode, synchronous };
  found = campaign_run (name, N_SEEDS, run);
  g_test_message ("%s/%s: %u seeds lost, %u corrupt", journal_mode, synchronous, (guint) (found & 0xfffff),
                  (guint) (found >> 20));

  return (Harm) { found & 0xfffff, found >> 20 };
}

static void
test_full_loses_nothing (void)
{
  Harm wal = try_setting ("WAL", "FULL");
  Harm truncate = try_setting ("TRUNCATE", "EXTRA");
  Harm del = try_setting ("DELETE", "EXTRA");

  g_assert_cmpuint (wal.lost + wal.corrupt, ==, 0);
  g_assert_cmpuint (truncate.lost + truncate.corrupt, ==, 0);
  g_assert_cmpuint (del.lost + del.corrupt, ==, 0);
}

static void
test_less_is_seen (void)
{
  Harm normal = try_setting ("WAL", "NORMAL");
  Harm off = try_setting ("WAL", "OFF");
  Harm truncate_off = try_setting ("TRUNCATE", "OFF");

  if (campaign_is_replay ())
    return;
  g_assert_cmpuint (normal.lost, >, N_SEEDS / 2);
  g_assert_cmpuint (off.corrupt, >, N_SEEDS / 4);
  g_assert_cmpuint (truncate_off.corrupt, >, N_SEEDS / 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power-loss-vfs/full-loses-nothing", test_full_loses_nothing);
  g_test_add_func ("/power-loss-vfs/less-is-seen", test_less_is_seen);

  return g_test_run ();
}
