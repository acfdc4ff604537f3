/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-migrations.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#include "storage/db/foyer-stmt.h"
#include "foyer-storage-resources.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/upkeep/foyer-check.h"

#define FOLDER "/io/github/foyerdesk/Foyer/migrations"

void
foyer_migration_free (FoyerMigration *self)
{
  g_bytes_unref (self->script);
  g_free ((char *) self->name);
  g_free (self);
}

static int
foyer_migration_compare (gconstpointer a,
                         gconstpointer b)
{
  const FoyerMigration *first = *(FoyerMigration * const *) a;
  const FoyerMigration *second = *(FoyerMigration * const *) b;

  return first->version - second->version;
}

GPtrArray *
foyer_migrations_load (void)
{
  GResource *resource = foyer_storage_get_resource ();
  g_autoptr(GPtrArray) migrations = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_migration_free);
  g_auto(GStrv) names = g_resource_enumerate_children (resource, FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER "/", names[i], NULL);
      FoyerMigration *migration = g_new (FoyerMigration, 1);

      migration->version = atoi (names[i]);
      migration->name = g_strdup (names[i]);
      migration->script = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_ptr_array_add (migrations, migration);
    }
  g_ptr_array_sort (migrations, foyer_migration_compare);

  for (guint i = 0; i < migrations->len; i++)
    g_assert (((FoyerMigration *) migrations->pdata[i])->version == (int) i + 1);

  return g_steal_pointer (&migrations);
}

/* PRAGMA takes no parameters; the number is ours. */
static gboolean
foyer_migrations_set_version (FoyerDb  *db,
                              int       version,
                              GError  **error)
{
  char sql[64];

  g_snprintf (sql, sizeof sql, "PRAGMA user_version = %d", version);

  return foyer_db_exec (db, sql, error);
}

static gboolean
foyer_migrations_check_room (FoyerDb  *db,
                             GError  **error)
{
  g_autofree char *folder = g_path_get_dirname (foyer_db_get_path (db));
  struct statvfs room;
  gint64 n_pages;

  if (!foyer_db_query_int (db, "PRAGMA page_count", &n_pages, error))
    return FALSE;

  if (statvfs (folder, &room) == 0 && (gint64) room.f_bavail * (gint64) room.f_frsize < n_pages * 4096 * 3)
    {
      g_set_error_literal (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DISK_FULL,
                           "changing to the new format needs three times the room of the database");
      return FALSE;
    }

  return TRUE;
}

static gboolean
foyer_migrations_backup (FoyerDb  *db,
                         gint64    version,
                         GError  **error)
{
  g_autofree char *dir = g_path_get_dirname (foyer_db_get_path (db));
  g_autofree char *folder = g_build_filename (dir, FOYER_BACKUP_FOLDER, NULL);
  g_autofree char *when = foyer_backup_format_time (foyer_db_now (db));

  if (!foyer_backup_make_folder (folder, error))
    return FALSE;

  /* A second attempt may come within the same second. */
  for (int i = 1;; i++)
    {
      g_autofree char *name = i == 1
        ? g_strdup_printf ("pre-migrate-v%" G_GINT64_FORMAT "-%s.db", version, when)
        : g_strdup_printf ("pre-migrate-v%" G_GINT64_FORMAT "-%s-%d.db", version, when, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return foyer_backup_write (db, path, NULL, error);
    }
}

static gboolean
foyer_migration_apply (FoyerDb               *db,
                       const FoyerMigration  *migration,
                       GError               **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_finding_free);

  if (transaction == NULL
      || !foyer_db_exec (db, g_bytes_get_data (migration->script, NULL), error)
      || !foyer_check_rows (db, problems, error))
    return FALSE;
  if (problems->len > 0)
    {
      const FoyerFinding *problem = problems->pdata[0];

      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED, "after %s: problem %d, %s", migration->name,
                   (int) problem->kind, problem->detail);
      return FALSE;
    }

  return foyer_migrations_set_version (db, migration->version, error)
         && foyer_transaction_commit (transaction, error);
}

gboolean
foyer_migrations_run (FoyerDb    *db,
                      GPtrArray  *migrations,
                      gboolean    is_new,
                      GError    **error)
{
  gint64 version;

  if (!foyer_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > (gint64) migrations->len)
    {
      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER,
                   "format %" G_GINT64_FORMAT ", this program knows up to %u", version, migrations->len);
      return FALSE;
    }
  if (version == (gint64) migrations->len)
    return TRUE;

  /* Files of another VFS are not where statvfs() and rename() look. */
  if (!is_new && foyer_db_get_vfs (db) == NULL
      && (!foyer_migrations_check_room (db, error) || !foyer_migrations_backup (db, version, error)))
    return FALSE;

  for (guint i = (guint) version; i < migrations->len; i++)
    if (!foyer_migration_apply (db, migrations->pdata[i], error))
      return FALSE;

  return TRUE;
}
