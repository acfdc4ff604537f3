/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-store-private.h"

#include <unistd.h>

#include "core/foyer-instant.h"
#include "directory/foyer-directory-error.h"
#include "directory/store/sqlite/foyer-schema.h"
#include "directory/store/sqlite/foyer-search-index.h"
#include "directory/store/sqlite/foyer-writer.h"

/**
 * foyer_directory_store_open:
 * @path: the file, made when it is not there
 * @origin: the directory's own, which requests must name
 * @clock: the wall clock
 * @error: return location for an error
 *
 * Opens a directory and starts its writing thread. The file is locked until it is closed.
 *
 * Returns: (transfer full): the store, or %NULL with %FOYER_DIRECTORY_ERROR
 */
FoyerDirectoryStore *
foyer_directory_store_open (const char  *path,
                            const char  *origin,
                            FoyerClock  *clock,
                            GError     **error)
{
  g_autoptr(FoyerDirectoryStore) self = NULL;
  g_autofree char *restored = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  self = g_new0 (FoyerDirectoryStore, 1);
  self->path = g_strdup (path);
  self->origin = g_strdup (origin);
  self->clock = foyer_clock_ref (clock);
  self->queue = g_async_queue_new ();
  g_mutex_init (&self->readers_lock);
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->readers = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_sqlite_free);
  self->lock_fd = foyer_schema_lock (path, error);
  if (self->lock_fd < 0)
    return NULL;
  self->writer = foyer_schema_open (path, error);
  if (self->writer == NULL)
    return NULL;
  self->epoch = foyer_schema_get_meta (self->writer, "epoch", error);
  restored = foyer_schema_get_meta (self->writer, "restored", error);
  if (self->epoch == NULL || restored == NULL)
    return NULL;
  self->restored_ms = g_ascii_strtoll (restored, NULL, 10);
  foyer_writer_start (self);
  foyer_directory_store_flush (self);    /* what time deletes is gone before anybody reads */

  return g_steal_pointer (&self);
}

/**
 * foyer_directory_store_close:
 * @self: (transfer full): a store that nobody uses any more
 *
 * Writes what waits, and closes the file.
 */
void
foyer_directory_store_close (FoyerDirectoryStore *self)
{
  g_return_if_fail (self != NULL);

  if (self->thread != NULL)
    foyer_writer_stop (self);
  g_ptr_array_unref (self->readers);
  if (self->writer != NULL)
    {
      foyer_sqlite_checkpoint (self->writer, NULL);
      foyer_sqlite_free (self->writer);
    }
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_clear_pointer (&self->index, foyer_search_index_free);
  g_array_unref (self->touched);
  g_mutex_clear (&self->readers_lock);
  g_async_queue_unref (self->queue);
  foyer_clock_unref (self->clock);
  g_free (self->epoch);
  g_free (self->origin);
  g_free (self->path);
  g_free (self);
}

/**
 * foyer_directory_store_get_epoch:
 * @self: a store
 *
 * Returns: (transfer none): what changes when the directory was restored from a backup
 */
const char *
foyer_directory_store_get_epoch (FoyerDirectoryStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->epoch;
}

/**
 * foyer_directory_store_set_origin:
 * @self: a store that has not been asked for anything yet
 * @origin: the directory's own, when it is known only after listening
 *
 * Sets what requests must name.
 */
void
foyer_directory_store_set_origin (FoyerDirectoryStore *self,
                                  const char          *origin)
{
  g_return_if_fail (self != NULL);

  g_free (self->origin);
  self->origin = g_strdup (origin);
}

/**
 * foyer_directory_store_watch:
 * @self: a store that has not been asked for anything yet
 * @func: called for all that is written
 * @user_data: what @func gets
 *
 * Tells of changes once they are durable.
 */
void
foyer_directory_store_watch (FoyerDirectoryStore      *self,
                             FoyerDirectoryChangeFunc  func,
                             gpointer                  user_data)
{
  g_return_if_fail (self != NULL);

  self->change_func = func;
  self->change_data = user_data;
}

/* Before anybody writes: from then on the writing thread brings it on. */
static gboolean
make_index (FoyerDirectoryStore  *self,
            GError              **error)
{
  FoyerSqlite *db = foyer_store_borrow (self, error);

  if (db == NULL)
    return FALSE;
  self->index = foyer_search_load (db, error);
  foyer_store_give_back (self, db);

  return self->index != NULL;
}

/**
 * foyer_directory_store_open_readers:
 * @self: a store
 * @n_readers: how many threads read at once
 * @error: return location for an error
 *
 * Opens what readers need, so that none has to find a file descriptor later, when so many
 * connections are open that there is none left; and makes the index, which searches need.
 *
 * Returns: %FALSE with %FOYER_DIRECTORY_ERROR when the file cannot be read
 */
gboolean
foyer_directory_store_open_readers (FoyerDirectoryStore  *self,
                                    guint                 n_readers,
                                    GError              **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->readers_lock);
  while (self->readers->len < n_readers)
    {
      FoyerSqlite *reader = foyer_sqlite_open_reader (self->path, error);

      if (reader == NULL)
        break;
      g_ptr_array_add (self->readers, reader);
    }
  n_readers -= MIN (n_readers, self->readers->len);
  g_mutex_unlock (&self->readers_lock);

  return n_readers == 0 && make_index (self, error);
}

FoyerSqlite *
foyer_store_borrow (FoyerDirectoryStore  *self,
                    GError              **error)
{
  g_autoptr(FoyerSqlite) reader = NULL;

  g_mutex_lock (&self->readers_lock);
  if (self->readers->len > 0)
    reader = g_ptr_array_steal_index_fast (self->readers, self->readers->len - 1);
  g_mutex_unlock (&self->readers_lock);

  if (reader == NULL)
    reader = foyer_sqlite_open_reader (self->path, error);
  if (reader == NULL || !foyer_sqlite_exec (reader, "BEGIN", error))
    return NULL;

  return g_steal_pointer (&reader);
}

void
foyer_store_give_back (FoyerDirectoryStore *self,
                       FoyerSqlite         *reader)
{
  if (!foyer_sqlite_exec (reader, "COMMIT", NULL))
    {
      foyer_sqlite_free (reader);        /* its state is not known any more */
      return;
    }
  g_mutex_lock (&self->readers_lock);
  g_ptr_array_add (self->readers, reader);
  g_mutex_unlock (&self->readers_lock);
}

FoyerDay
foyer_store_get_day (FoyerDirectoryStore *self,
                     const char          *tz,
                     int                  cut_off_minute)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (tz, NULL);

  /* The parser of listings let only zones in that this system knows; it may be another one. */
  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  return foyer_business_day (zone, foyer_clock_now (self->clock), cut_off_minute);
}

/**
 * foyer_directory_store_check:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: whether its file can be read, else %FOYER_DIRECTORY_ERROR
 */
gboolean
foyer_directory_store_check (FoyerDirectoryStore  *self,
                             GError              **error)
{
  FoyerSqlite *db = foyer_store_borrow (self, error);
  gint64 count;
  gboolean done;

  if (db == NULL)
    return FALSE;
  done = foyer_sqlite_query_int (db, "SELECT count(*) FROM meta", &count, error);
  foyer_store_give_back (self, db);

  return done;
}

/**
 * foyer_directory_store_get_counts:
 * @self: a store
 * @counts: (out caller-allocates): what it did since it was opened
 *
 * Tells an operator.
 */
void
foyer_directory_store_get_counts (FoyerDirectoryStore       *self,
                                  FoyerDirectoryStoreCounts *counts)
{
  counts->writes = __atomic_load_n (&self->n_writes, __ATOMIC_RELAXED);
  counts->commits = __atomic_load_n (&self->n_commits, __ATOMIC_RELAXED);
  counts->queued = MAX (g_async_queue_length (self->queue), 0);
}
