/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-restore.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "core/foyer-error.h"
#include "storage/db/foyer-db-copy.h"
#include "storage/db/foyer-migrations.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-erasure-table.h"
#include "storage/travel/foyer-post-table.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/upkeep/foyer-check.h"
#include "storage/upkeep/foyer-erasure-copies.h"
#include "storage/upkeep/foyer-seed-file.h"

#define KEEP_PREFIX "before-restore-"
/* The first format that knows money. */
#define MONEY_VERSION 19

/* The files that SQLite keeps beside a database: they would be taken for the new one's. */
static const char * const companions[] = { FOYER_DB_FILE "-wal", FOYER_DB_FILE "-journal", FOYER_DB_FILE "-shm" };

static gboolean
foyer_restore_is_same_file (const GStatBuf *a,
                            const char     *path)
{
  GStatBuf b;

  return g_stat (path, &b) == 0 && a->st_dev == b.st_dev && a->st_ino == b.st_ino;
}

static gboolean
foyer_restore_check_source (const char  *source,
                            const char  *current,
                            GError     **error)
{
  GStatBuf there;

  if (g_stat (source, &there) != 0 || !S_ISREG (there.st_mode) || access (source, R_OK) != 0)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_BAD_FILE, "%s is no file that can be read", source);
      return FALSE;
    }
  if (foyer_restore_is_same_file (&there, current))
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_BAD_FILE, "%s is the database itself", source);
      return FALSE;
    }

  return TRUE;
}

/* Shuts everybody out and empties the journal into the old file. A file that is damaged
 * cannot be locked, but nobody has it open either. */
static gboolean
foyer_restore_lock (const char  *current,
                    FoyerClock  *clock,
                    FoyerDb    **lock,
                    GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!g_file_test (current, G_FILE_TEST_EXISTS))
    return TRUE;

  *lock = foyer_db_open_copy (current, TRUE, clock, &local_error);
  if (*lock != NULL
      && foyer_db_exec (*lock, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", &local_error)
      && foyer_db_checkpoint (*lock, &local_error))
    return TRUE;

  if (g_error_matches (local_error, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_info ("The old database is kept as it is: %s", local_error->message);

  return TRUE;
}

static gboolean
foyer_restore_check_version (FoyerDb  *db,
                             GError  **error)
{
  g_autoptr(GPtrArray) migrations = foyer_migrations_load ();
  gint64 id;
  gint64 version;

  if (!foyer_db_query_int (db, "PRAGMA application_id", &id, error)
      || !foyer_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (id != FOYER_DB_APPLICATION_ID || version < 1)
    {
      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN, "application id %#" G_GINT64_MODIFIER "x", id);
      return FALSE;
    }
  if (version > (gint64) migrations->len)
    {
      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER,
                   "format %" G_GINT64_FORMAT ", this program knows up to %u", version, migrations->len);
      return FALSE;
    }

  return TRUE;
}

/* A profile that was kept beside another one has its key beside its database. */
static gboolean
foyer_restore_find_seed (FoyerDb      *copy,
                         const char   *source,
                         GBytes      **seed,
                         GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (source);

  if (!foyer_seed_file_unpack (copy, seed, error))
    return FALSE;
  if (*seed == NULL)
    *seed = foyer_seed_file_read (folder);

  return TRUE;
}

/* Formats before had no outbox. */
static gboolean
foyer_restore_reconcile (FoyerDb  *db,
                         GError  **error)
{
  gint64 version;

  return foyer_db_query_int (db, "PRAGMA user_version", &version, error)
         && (version < FOYER_POST_TABLE_VERSION || foyer_post_table_reconcile (db, error));
}

/* How often the book that is there was begun again, as far as it can be read: the folders of those that
 * were kept count too. @issued: (out): whether it has issued anything */
static gint64
foyer_restore_count (const char  *dir,
                     FoyerDb     *current,        /* (nullable) */
                     gboolean    *issued)
{
  g_autoptr(GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;
  gint64 n_kept = 0, n_restores = 0, last = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, KEEP_PREFIX))
      n_kept++;
  if (current == NULL
      || !foyer_db_query_int (current, "SELECT restores FROM profile", &n_restores, NULL)
      || !foyer_db_query_int (current, "SELECT max (id) FROM document", &last, NULL))
    {
      *issued = FALSE;
      return n_kept;
    }
  *issued = last > 0 || n_restores > 0;

  return n_restores;
}

/* Papers that were issued after the backup are not in it: other series begin, so that no number is ever
 * given twice. A format that had none is made the one of today first, where there is anything to repeat. */
static gboolean
foyer_restore_begin_series (FoyerDb     *db,
                            const char  *dir,
                            FoyerDb     *current,        /* (nullable) */
                            GError     **error)
{
  gboolean issued;
  const gint64 before = foyer_restore_count (dir, current, &issued);
  g_autoptr(FoyerStmt) stmt = NULL;
  gint64 version;

  if (!foyer_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < MONEY_VERSION && !issued)
    return TRUE;
  if (version < MONEY_VERSION && !foyer_erasure_bring_up_to_date (db, error))
    return FALSE;

  stmt = foyer_db_prepare (db, "UPDATE profile SET restores = max (restores, ?1) + 1");
  foyer_stmt_bind_int (stmt, 1, before);

  return foyer_stmt_run (stmt, error);
}

/* Whom no backup brings back. A database that is damaged has its copies. */
static GHashTable *
foyer_restore_list_erased (const char *dir,
                           FoyerClock *clock,
                           FoyerDb    *current)        /* (nullable) */
{
  GHashTable *erased = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) error = NULL;

  foyer_erasure_copies_read_log (dir, clock, erased);
  if (current != NULL && !foyer_erasure_log_read (current, erased, &error))
    g_info ("The old database cannot say who was erased: %s", error->message);

  return erased;
}

static gboolean
foyer_restore_fill (const char    *dir,
                    FoyerDb       *current,        /* (nullable) */
                    const char    *source,
                    const char    *temporary,
                    FoyerClock    *clock,
                    GHashTable    *erased,
                    GBytes       **seed,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(FoyerDb) from = foyer_db_open_copy (source, FALSE, clock, error);
  g_autoptr(FoyerDb) to = NULL;
  g_autofree char *mode = NULL;

  return from != NULL
         && foyer_restore_check_version (from, error)
         && (to = foyer_db_open_copy (temporary, TRUE, clock, error)) != NULL
         && foyer_db_exec (to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error)
         && foyer_db_copy (from, to, cancellable, error)
         && foyer_restore_find_seed (to, source, seed, error)
         && foyer_erasure_replay (to, erased, error)
         && foyer_restore_reconcile (to, error)
         && foyer_restore_begin_series (to, dir, current, error)
         && (mode = foyer_db_query_text (to, "PRAGMA journal_mode = DELETE", error)) != NULL
         && foyer_check_file (to, TRUE, error);
}

static char *
foyer_restore_make_keep (const char  *dir,
                         FoyerClock  *clock,
                         GError     **error)
{
  g_autofree char *when = foyer_backup_format_time (foyer_clock_now (clock));

  for (int i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf (KEEP_PREFIX "%s", when)
                                     : g_strdup_printf (KEEP_PREFIX "%s-%d", when, i);
      g_autofree char *folder = g_build_filename (dir, name, NULL);

      if (g_mkdir (folder, 0700) == 0)
        return g_steal_pointer (&folder);
      if (errno != EEXIST)
        {
          foyer_db_set_error_from_errno (errno, folder, error);
          return NULL;
        }
    }
}

/* A second name for the file: it stays in its place until the new one takes it. */
static gboolean
foyer_restore_keep_file (const char  *dir,
                         const char  *keep,
                         const char  *name,
                         GError     **error)
{
  g_autofree char *current = g_build_filename (dir, name, NULL);
  g_autofree char *kept = g_build_filename (keep, name, NULL);
  GStatBuf there;

  if (g_lstat (current, &there) != 0 && errno == ENOENT)
    return TRUE;
  if (link (current, kept) != 0 && g_rename (current, kept) != 0)
    {
      foyer_db_set_error_from_errno (errno, kept, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_restore_keep (const char  *dir,
                    const char  *keep,
                    GError     **error)
{
  if (!foyer_restore_keep_file (dir, keep, FOYER_DB_FILE, error)
      || !foyer_restore_keep_file (dir, keep, FOYER_SEED_FILE, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *old = g_build_filename (dir, companions[i], NULL);
      g_autofree char *new = g_build_filename (keep, companions[i], NULL);

      if (g_rename (old, new) != 0 && errno != ENOENT)
        {
          foyer_db_set_error_from_errno (errno, old, error);
          return FALSE;
        }
    }

  return foyer_backup_sync (keep, error);
}

/* Takes foyer_restore_keep() back as far as it came. */
static void
foyer_restore_unkeep (const char *dir,
                      const char *current,
                      const char *keep)
{
  g_autofree char *kept = g_build_filename (keep, FOYER_DB_FILE, NULL);
  g_autofree char *seed = g_build_filename (dir, FOYER_SEED_FILE, NULL);
  g_autofree char *kept_seed = g_build_filename (keep, FOYER_SEED_FILE, NULL);

  /* Two names of one file: rename() leaves both. */
  g_rename (kept_seed, seed);
  g_unlink (kept_seed);
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *old = g_build_filename (dir, companions[i], NULL);
      g_autofree char *new = g_build_filename (keep, companions[i], NULL);

      g_rename (new, old);
    }
  if (g_file_test (current, G_FILE_TEST_EXISTS))
    g_unlink (kept);
  else
    g_rename (kept, current);
  g_rmdir (keep);
}

static char *
foyer_restore_replace (const char  *dir,
                       const char  *current,
                       const char  *temporary,
                       GBytes      *seed,           /* (nullable) */
                       FoyerClock  *clock,
                       GError     **error)
{
  g_autofree char *keep = NULL;
  g_autofree char *old_seed = g_build_filename (dir, FOYER_SEED_FILE, NULL);
  gboolean other_seed = seed != NULL && foyer_seed_file_differs (dir, seed);

  if (!foyer_backup_sync (temporary, error))
    return NULL;
  if (g_file_test (current, G_FILE_TEST_EXISTS) || (other_seed && g_file_test (old_seed, G_FILE_TEST_EXISTS)))
    {
      keep = foyer_restore_make_keep (dir, clock, error);
      if (keep == NULL)
        return NULL;
      if (!foyer_restore_keep (dir, keep, error))
        {
          foyer_restore_unkeep (dir, current, keep);
          return NULL;
        }
    }
  /* The key first: a profile without its own would be given a new one, and be nobody. */
  if ((other_seed && !foyer_seed_file_put (dir, seed, error))
      || (g_rename (temporary, current) != 0
          && (foyer_db_set_error_from_errno (errno, current, error), TRUE)))
    {
      if (keep != NULL)
        foyer_restore_unkeep (dir, current, keep);
      return NULL;
    }
  if (!foyer_backup_sync (dir, error))
    return NULL;

  return keep != NULL ? g_steal_pointer (&keep) : g_strdup ("");
}

char *
foyer_restore_run (const char    *dir,
                   const char    *source,
                   FoyerClock    *clock,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *current = g_build_filename (dir, FOYER_DB_FILE, NULL);
  g_autofree char *temporary = g_build_filename (dir, "restore.XXXXXX.tmp", NULL);
  g_autoptr(FoyerDb) lock = NULL;
  g_autoptr(GHashTable) erased = NULL;
  g_autoptr(GBytes) seed = NULL;
  char *kept = NULL;
  int fd;

  if (!foyer_restore_check_source (source, current, error)
      || !foyer_backup_make_folder (dir, error)
      || !foyer_restore_lock (current, clock, &lock, error))
    return NULL;

  erased = foyer_restore_list_erased (dir, clock, lock);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      foyer_db_set_error_from_errno (errno, temporary, error);
      return NULL;
    }
  close (fd);

  if (foyer_restore_fill (dir, lock, source, temporary, clock, erased, &seed, cancellable, error))
    kept = foyer_restore_replace (dir, current, temporary, seed, clock, error);
  if (kept == NULL)
    g_unlink (temporary);

  return kept;
}
