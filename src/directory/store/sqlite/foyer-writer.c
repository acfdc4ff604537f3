/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-writer.h"

#include "directory/foyer-directory-error.h"
#include "directory/store/sqlite/foyer-schema.h"
#include "directory/store/sqlite/foyer-store-private.h"

/* Writes that share a transaction, and its one wait for the disk. */
#define BATCH_MAX 128
#define TIDY_US (3600 * (gint64) G_USEC_PER_SEC)

typedef struct {
  FoyerDirectoryWrite *write;            /* or a call, or neither: the end */
  FoyerWriterFunc      func;
  gpointer             data;
  GMutex               lock;
  GCond                cond;
  gboolean             finished;
  gboolean             succeeded;
  GError              *error;
} Job;

/* After an I/O error what SQLite says about the file cannot be trusted: it is opened anew. */
static gboolean
reopen (FoyerDirectoryStore  *self,
        GError              **error)
{
  if (self->writer == NULL)
    self->writer = foyer_schema_open (self->path, error);

  return self->writer != NULL;
}

static void
give_up (FoyerDirectoryStore *self,
         const GError        *error)
{
  g_warning ("The store failed: %s", error->message);
  if (self->writer == NULL)
    return;
  if (!foyer_sqlite_exec (self->writer, "ROLLBACK", NULL) ||
      g_error_matches (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_IO) ||
      g_error_matches (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_DAMAGED))
    g_clear_pointer (&self->writer, foyer_sqlite_free);
}

static gboolean
apply (FoyerDirectoryStore  *self,
       FoyerDirectoryWrite  *write,
       GError              **error)
{
  if (write->envelope == NULL)
    return foyer_store_write_photo (self, write, error);

  switch (foyer_envelope_get_type (write->envelope))
    {
    case FOYER_DOCUMENT_LISTING:
      return foyer_store_write_listing (self, write, error);

    case FOYER_DOCUMENT_TOMBSTONE:
      return foyer_store_write_tombstone (self, write, error);

    case FOYER_DOCUMENT_AVAILABILITY:
      return foyer_store_write_seats (self, write, error);

    case FOYER_DOCUMENT_ALLOTMENT:
      return foyer_store_write_allotment (self, write, error);

    case FOYER_DOCUMENT_RECALL:
      return foyer_store_write_recall (self, write, error);

    case FOYER_DOCUMENT_REQUEST:
      return foyer_store_write_request (self, write, error);

    case FOYER_DOCUMENT_DECISION:
    case FOYER_DOCUMENT_WITHDRAWAL:
      return foyer_store_write_answer (self, write, error);

    case FOYER_DOCUMENT_REPORT:
    case FOYER_DOCUMENT_ERASE:
    case FOYER_DOCUMENT_REKEY:
    default:
      g_assert_not_reached ();           /* foyer_directory_write_new() takes none */
    }
}

/* One write must not take those beside it along: each has its savepoint. */
static gboolean
apply_alone (FoyerDirectoryStore  *self,
             FoyerDirectoryWrite  *write,
             GError              **error)
{
  g_autoptr(GError) local = NULL;

  if (!foyer_sqlite_exec (self->writer, "SAVEPOINT one", error))
    return FALSE;
  if (!apply (self, write, &local))
    {
      if (!g_error_matches (local, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_FAILED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_warning ("A write failed: %s", local->message);
      foyer_directory_write_refuse (write, FOYER_PROBLEM_INTERNAL, NULL);
    }
  if (write->problem != FOYER_PROBLEM_UNKNOWN &&
      !foyer_sqlite_exec (self->writer, "ROLLBACK TO one", error))
    return FALSE;

  return foyer_sqlite_exec (self->writer, "RELEASE one", error);
}

static gboolean
run_batch (FoyerDirectoryStore  *self,
           GPtrArray            *jobs,
           GError              **error)
{
  if (!reopen (self, error) || !foyer_sqlite_exec (self->writer, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; i < jobs->len; i++)
    if (!apply_alone (self, ((Job *) g_ptr_array_index (jobs, i))->write, error))
      return FALSE;

  return foyer_sqlite_exec (self->writer, "COMMIT", error);
}

static void
finish_batch (FoyerDirectoryStore *self,
              GPtrArray           *jobs,
              gboolean             durable)
{
  for (guint i = 0; i < jobs->len; i++)
    {
      FoyerDirectoryWrite *write = ((Job *) g_ptr_array_index (jobs, i))->write;

      if (!durable)
        {
          write->created = FALSE;
          foyer_directory_write_refuse (write, FOYER_PROBLEM_UNAVAILABLE, "the store cannot write");
        }
      else if (write->problem == FOYER_PROBLEM_UNKNOWN && write->created && self->change_func != NULL)
        self->change_func (write, self->change_data);
    }
  for (guint i = 0; i < jobs->len; i++)
    {
      FoyerDirectoryWrite *write = ((Job *) g_ptr_array_index (jobs, i))->write;

      write->done (write);
      g_free (g_ptr_array_index (jobs, i));
    }
}

static void
finish_call (FoyerDirectoryStore *self,
             Job                 *job)
{
  gboolean succeeded = reopen (self, &job->error) && job->func (self, job->data, &job->error);

  g_mutex_lock (&job->lock);
  job->succeeded = succeeded;
  job->finished = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->lock);
}

static void
tidy (FoyerDirectoryStore *self,
      gint64              *next_us)
{
  g_autoptr(GError) error = NULL;

  *next_us = g_get_monotonic_time () + TIDY_US;
  if (!reopen (self, &error) ||
      !foyer_sqlite_exec (self->writer, "BEGIN IMMEDIATE", &error) ||
      !foyer_store_tidy (self, &error) ||
      !foyer_sqlite_exec (self->writer, "COMMIT", &error))
    give_up (self, error);
  else
    foyer_sqlite_checkpoint (self->writer, NULL);      /* a reader may be in its way: then the next one */
}

static gpointer
write_thread (gpointer data)
{
  FoyerDirectoryStore *self = data;
  g_autoptr(GPtrArray) jobs = g_ptr_array_new ();
  gint64 next_tidy_us = 0;

  while (TRUE)
    {
      gint64 left_us = next_tidy_us - g_get_monotonic_time ();
      Job *job = left_us > 0 ? g_async_queue_timeout_pop (self->queue, (guint64) left_us)
                             : g_async_queue_try_pop (self->queue);

      if (next_tidy_us <= g_get_monotonic_time ())
        tidy (self, &next_tidy_us);
      g_ptr_array_set_size (jobs, 0);
      for (; job != NULL && job->write != NULL; job = g_async_queue_try_pop (self->queue))
        {
          g_ptr_array_add (jobs, job);
          if (jobs->len == BATCH_MAX)
            {
              job = NULL;
              break;
            }
        }
      if (jobs->len > 0)
        {
          g_autoptr(GError) error = NULL;
          gboolean durable = run_batch (self, jobs, &error);

          if (!durable || !foyer_search_follow (self, &error))
            give_up (self, error);
          __atomic_add_fetch (&self->n_writes, jobs->len, __ATOMIC_RELAXED);
          __atomic_add_fetch (&self->n_commits, durable ? 1 : 0, __ATOMIC_RELAXED);
          finish_batch (self, jobs, durable);
        }
      if (job != NULL && job->func == NULL)
        {
          g_free (job);
          return NULL;
        }
      if (job != NULL)
        finish_call (self, job);
    }
}

void
foyer_writer_start (FoyerDirectoryStore *store)
{
  store->thread = g_thread_new ("foyer-writer", write_thread, store);
}

void
foyer_writer_stop (FoyerDirectoryStore *store)
{
  g_async_queue_push (store->queue, g_new0 (Job, 1));
  g_thread_join (g_steal_pointer (&store->thread));
}

gboolean
foyer_writer_call (FoyerDirectoryStore  *store,
                   FoyerWriterFunc       func,
                   gpointer              data,
                   GError              **error)
{
  Job job = { .func = func, .data = data };

  g_mutex_init (&job.lock);
  g_cond_init (&job.cond);
  g_async_queue_push (store->queue, &job);
  g_mutex_lock (&job.lock);
  while (!job.finished)
    g_cond_wait (&job.cond, &job.lock);
  g_mutex_unlock (&job.lock);
  g_mutex_clear (&job.lock);
  g_cond_clear (&job.cond);
  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.succeeded;
}

/**
 * foyer_directory_store_submit:
 * @self: a store
 * @write: (transfer full): what to write; @done of it is set
 *
 * Queues a write; its @done is called after it is durable, or refused.
 */
void
foyer_directory_store_submit (FoyerDirectoryStore *self,
                              FoyerDirectoryWrite *write)
{
  Job *job;

  g_return_if_fail (self != NULL);
  g_return_if_fail (write != NULL && write->done != NULL);

  job = g_new0 (Job, 1);
  job->write = write;
  g_async_queue_push (self->queue, job);
}

static gboolean
nothing_cb (FoyerDirectoryStore  *self,
            gpointer              data,
            GError              **error)
{
  return TRUE;
}

/**
 * foyer_directory_store_flush:
 * @self: a store
 *
 * Waits until all that was submitted before is written and answered.
 */
void
foyer_directory_store_flush (FoyerDirectoryStore *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (self != NULL);

  if (!foyer_writer_call (self, nothing_cb, NULL, &error))
    g_warning ("%s", error->message);
}
