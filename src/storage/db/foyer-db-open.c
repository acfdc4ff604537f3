/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-db.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "storage/db/foyer-db-private.h"
#include "storage/db/foyer-migrations.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-slot-table.h"
#include "storage/upkeep/foyer-check.h"
#include "storage/verbs/foyer-waiting-verbs.h"

/* Up to this size every start looks at the whole file; above, the check of the day's
 * backup does. It is what can be read before anybody waits. */
#define QUICK_CHECK_MAX (8 * 1024 * 1024)
/* After an end that was not clean the whole file is looked at up to this size. */
#define FULL_CHECK_MAX (64 * 1024 * 1024)

#ifndef SMB2_SUPER_MAGIC
#define SMB2_SUPER_MAGIC 0xFE534D42
#endif
#ifndef CIFS_SUPER_MAGIC
#define CIFS_SUPER_MAGIC 0xFF534D42
#endif
#ifndef FUSE_SUPER_MAGIC
#define FUSE_SUPER_MAGIC 0x65735546
#endif

static void
foyer_db_log_cb (gpointer    user_data,
                 int         code,
                 const char *message)
{
  g_debug ("SQLite %d: %s", code, message);
}

/* Once per process, before SQLite is used. */
static void
foyer_db_configure (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      sqlite3_config (SQLITE_CONFIG_LOG, foyer_db_log_cb, NULL);
      g_once_init_leave (&done, 1);
    }
}

/* SQLite would make the file readable for others. */
static gboolean
foyer_db_make_file (const char  *path,
                    GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

  if (fd < 0)
    {
      foyer_db_set_error_from_errno (errno, path, error);
      return FALSE;
    }
  close (fd);

  return TRUE;
}

/* The write-ahead log wants one machine and its own locks: not so on a network's or a
 * user's file system. */
static gboolean
foyer_db_is_remote (const char *path)
{
  struct statfs fs;

  if (statfs (path, &fs) != 0)
    return FALSE;

  switch ((guint32) fs.f_type)
    {
    case NFS_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
    case CIFS_SUPER_MAGIC:
    case FUSE_SUPER_MAGIC:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
foyer_db_harden (FoyerDb  *self,
                 GError  **error)
{
  const int switches[][2] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int answer = -1;
      int code = sqlite3_db_config (self->handle, switches[i][0], switches[i][1], &answer);

      if (code != SQLITE_OK || answer != switches[i][1])
        {
          g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED, "SQLite refuses switch %d", switches[i][0]);
          return FALSE;
        }
    }

  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
  sqlite3_limit (self->handle, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_limit (self->handle, SQLITE_LIMIT_VDBE_OP, 250000);

  return TRUE;
}

/* A PRAGMA and the answer it must give; "" for none. */
static gboolean
foyer_db_pragma (FoyerDb     *self,
                 const char  *sql,
                 const char  *expected,
                 GError     **error)
{
  g_autofree char *answer = foyer_db_query_text (self, sql, error);

  if (answer == NULL)
    return FALSE;
  if (!g_str_equal (answer, expected))
    {
      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED, "%s answers “%s”", sql, answer);
      return FALSE;
    }

  return TRUE;
}

/* Before anything is written: whose file is this? A file without any content is taken
 * for a new one. */
static gboolean
foyer_db_identify (FoyerDb   *self,
                   gboolean  *is_new,
                   GError   **error)
{
  gint64 id;
  gint64 version;
  gint64 n_objects;

  if (!foyer_db_query_int (self, "PRAGMA application_id", &id, error)
      || !foyer_db_query_int (self, "PRAGMA user_version", &version, error)
      || !foyer_db_query_int (self, "SELECT count (*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  *is_new = id == 0 && version == 0 && n_objects == 0;
  if (!*is_new && id != FOYER_DB_APPLICATION_ID)
    {
      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN, "application id %#" G_GINT64_MODIFIER "x", id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_db_set_up (FoyerDb   *self,
                 gboolean   is_remote,
                 GError   **error)
{
  if (!foyer_db_pragma (self, is_remote ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL",
                        is_remote ? "delete" : "wal", error))
    return FALSE;

  return foyer_db_pragma (self, is_remote ? "PRAGMA synchronous = EXTRA" : "PRAGMA synchronous = FULL", "", error)
         && foyer_db_pragma (self, "PRAGMA synchronous", is_remote ? "3" : "2", error)
         && foyer_db_pragma (self, "PRAGMA foreign_keys = ON", "", error)
         && foyer_db_pragma (self, "PRAGMA foreign_keys", "1", error)
         && foyer_db_pragma (self, "PRAGMA recursive_triggers = ON", "", error)
         && foyer_db_pragma (self, "PRAGMA secure_delete = ON", "1", error)
         && foyer_db_pragma (self, "PRAGMA cell_size_check = ON", "", error)
         && foyer_db_pragma (self, "PRAGMA temp_store = MEMORY", "", error)
         && foyer_db_pragma (self, "PRAGMA wal_autocheckpoint = 1000", "1000", error)
         && foyer_db_pragma (self, "PRAGMA journal_size_limit = 16777216", "16777216", error)
         && foyer_db_pragma (self, "PRAGMA cache_size = -8000", "", error);
}

static gboolean
foyer_db_create (FoyerDb    *self,
                 GPtrArray  *migrations,
                 GError    **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (self, error);
  g_autoptr(FoyerStmt) stmt = NULL;

  if (transaction == NULL
      || !foyer_db_exec (self, "PRAGMA application_id = " G_STRINGIFY (FOYER_DB_APPLICATION_ID), error)
      || !foyer_migrations_run (self, migrations, TRUE, error))
    return FALSE;

  stmt = foyer_db_prepare (self, "INSERT INTO profile (id, created_at, clean_shutdown, last_backup_at)"
                                 " VALUES (1, ?1, 1, 0)");
  foyer_stmt_bind_int (stmt, 1, foyer_db_now (self));

  return foyer_stmt_run (stmt, error) && foyer_transaction_commit (transaction, error);
}

static gboolean
foyer_db_check_start (FoyerDb  *self,
                      GError  **error)
{
  gint64 n_pages;
  gint64 page_size;
  gint64 clean = 0;

  if (!foyer_db_query_int (self, "PRAGMA page_count", &n_pages, error)
      || !foyer_db_query_int (self, "PRAGMA page_size", &page_size, error)
      || !foyer_db_query_int (self, "SELECT clean_shutdown FROM profile", &clean, error))
    return FALSE;

  if (clean)
    return n_pages * page_size > QUICK_CHECK_MAX || foyer_check_file (self, FALSE, error);

  g_info ("The last end was not a clean one");

  return n_pages * page_size > FULL_CHECK_MAX || foyer_check_file (self, TRUE, error);
}

FoyerDb *
foyer_db_open (const char   *path,
               const char   *vfs,
               FoyerClock   *clock,
               FoyerRandom  *random,
               GError      **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW;
  g_autoptr(FoyerDb) self = NULL;
  g_autoptr(GPtrArray) migrations = foyer_migrations_load ();
  gboolean is_remote = FALSE;
  gboolean is_new;
  gint64 next_ms;

  foyer_db_configure ();
  if (vfs == NULL)
    {
      if (!foyer_db_make_file (path, error))
        return NULL;
      is_remote = foyer_db_is_remote (path);
      if (is_remote)
        g_info ("The profile is on a network or user file system: it will be slower");
    }

  self = foyer_db_new (path, vfs, flags, clock, random, error);
  if (self == NULL
      || !foyer_db_harden (self, error)
      || !foyer_db_exec (self, "PRAGMA mmap_size = 0", error)
      || !foyer_db_pragma (self, "PRAGMA locking_mode = EXCLUSIVE", "exclusive", error)
      || !foyer_db_identify (self, &is_new, error)
      || !foyer_db_set_up (self, is_remote, error))
    return NULL;

  if (is_new ? !foyer_db_create (self, migrations, error)
             : !foyer_migrations_run (self, migrations, FALSE, error) || !foyer_db_check_start (self, error))
    return NULL;

  if (!foyer_db_exec (self, "UPDATE profile SET clean_shutdown = 0", error)
      || !foyer_slots_extend_all (self, error)
      || !foyer_waiting_verbs_time (self, &next_ms, error))
    return NULL;
  foyer_db_set_settle (self, foyer_waiting_settle_days);

  return g_steal_pointer (&self);
}

FoyerDb *
foyer_db_open_copy (const char  *path,
                    gboolean     writable,
                    FoyerClock  *clock,
                    GError     **error)
{
  const int flags = writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  g_autoptr(FoyerDb) self = NULL;

  foyer_db_configure ();
  self = foyer_db_new (path, NULL, flags | SQLITE_OPEN_NOFOLLOW, clock, NULL, error);
  if (self == NULL || !foyer_db_harden (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
foyer_db_close (FoyerDb  *self,
                GError  **error)
{
  gboolean clean = foyer_db_exec (self, "UPDATE profile SET clean_shutdown = 1", error)
                   && foyer_db_checkpoint (self, error);

  foyer_db_free (self);

  return clean;
}
