/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-db-thread.h"

#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-photo-table.h"
#include "storage/tables/foyer-refused-code-table.h"
#include "storage/tables/foyer-slot-table.h"

/* After this long without work the journal goes into the file. */
#define IDLE_US (60 * G_USEC_PER_SEC)
/* And after this long what nobody asked for: a window that opens has the machine for itself. */
#define QUIET_US (2 * G_USEC_PER_SEC)

typedef enum {
  JOB_RUN,
  JOB_OPEN,
  JOB_CLOSE,
  JOB_QUIT,
} FoyerJobKind;

typedef struct {
  FoyerJobKind    kind;
  FoyerPriority   priority;
  GTask          *task;
  FoyerJobFunc    func;
  gpointer        args;
  GDestroyNotify  free_args;
  GDestroyNotify  free_result;
  gpointer        result;
  GError         *error;
  FoyerDbThread  *teller;            /* (nullable): tells of @changes with the answer */
  FoyerChange     changes;
  char           *changed_space;
} FoyerJob;

struct _FoyerDbThread {
  GThread          *thread;
  GMainContext     *context;         /* (nullable) */
  FoyerChangesFunc  changes;
  gpointer          user_data;

  GMutex            mutex;
  GCond             cond;
  GQueue            queues[FOYER_PRIORITY_LEISURE + 1];        /* under the mutex */
  gboolean          ending;          /* under the mutex: close or quit waits behind all */

  /* Of the thread alone. */
  FoyerDb          *db;
  char             *path;            /* what to open again after an I/O error */
  FoyerClock       *clock;
  FoyerRandom      *random;
  FoyerPriority     running;         /* of the job under way; the desk's while there is none */
  gboolean          closed;
  gboolean          idle_done;
  gint64            day_from;        /* from then until then no day ends; 0 while that is not known */
  gint64            day_until;
};

static void
foyer_job_free (gpointer user_data)
{
  FoyerJob *job = user_data;

  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  g_clear_error (&job->error);
  if (job->free_args != NULL)
    job->free_args (job->args);
  g_clear_object (&job->task);
  g_free (job->changed_space);
  g_free (job);
}

static gboolean
foyer_job_answer_cb (gpointer user_data)
{
  FoyerJob *job = user_data;

  /* The task keeps the listener, and that its thread. */
  if (job->teller != NULL)
    job->teller->changes (job->changes, job->changed_space, job->teller->user_data);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->kind == JOB_RUN)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);
  else
    g_task_return_boolean (job->task, TRUE);

  return G_SOURCE_REMOVE;
}

/* Gives the job away: whoever waits for the answer may free everything before this
 * thread runs on, so the task is not touched here any more. */
static void
foyer_job_answer (FoyerJob *job)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_static_name (source, "foyer_job_answer");
  g_source_set_callback (source, foyer_job_answer_cb, job, foyer_job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
foyer_db_thread_breathe_cb (gpointer user_data);

static void
foyer_db_thread_take_db (FoyerDbThread *self,
                         FoyerDb       *db)
{
  self->db = db;
  self->day_until = 0;
  foyer_db_set_breathe (db, foyer_db_thread_breathe_cb, self);
  g_set_str (&self->path, foyer_db_get_path (db));
  g_clear_pointer (&self->clock, foyer_clock_unref);
  self->clock = foyer_clock_ref (foyer_db_get_clock (db));
  g_clear_pointer (&self->random, foyer_random_unref);
  self->random = foyer_random_ref (foyer_db_get_random (db));
}

/* A handle that saw an I/O error may show what the disk does not have: another one reads
 * what is really there. Slower work that is under way keeps its own. */
static gboolean
foyer_db_thread_ensure_db (FoyerDbThread  *self,
                           GError        **error)
{
  FoyerDb *db;

  if (self->path == NULL || self->running != FOYER_PRIORITY_DESK)
    return TRUE;
  if (self->db != NULL && foyer_db_is_broken (self->db))
    g_clear_pointer (&self->db, foyer_db_free);
  if (self->db != NULL)
    return TRUE;

  db = foyer_db_open (self->path, NULL, self->clock, self->random, error);
  if (db != NULL)
    foyer_db_thread_take_db (self, db);

  return db != NULL;
}

static void
foyer_db_thread_tell (FoyerDbThread *self,
                      FoyerJob      *job)
{
  if (self->db == NULL)
    return;

  job->changes = foyer_db_take_changes (self->db, &job->changed_space);
  if (job->changes & FOYER_CHANGE_SPACES)
    self->day_until = 0;
  if (job->changes == 0)
    return;
  if (self->context == g_task_get_context (job->task))
    job->teller = self;
  else
    self->changes (job->changes, job->changed_space, self->user_data);
}

/* Before whatever is asked first on a new day. What cannot be written now does not keep anybody from reading. */
static void
foyer_db_thread_end_days (FoyerDbThread *self)
{
  g_autoptr(GError) error = NULL;
  gint64 now = foyer_db_now (self->db);

  if (now >= self->day_from && now < self->day_until)
    return;

  self->day_from = now;
  if (foyer_visits_close (self->db, &self->day_until, &error))
    return;
  g_info ("Could not close the day: %s", error->message);
  self->day_until = 0;
}

static void
foyer_db_thread_run (FoyerDbThread *self,
                     FoyerJob      *job)
{
  self->idle_done = FALSE;
  if (self->closed)
    job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, "the store is closed");
  else if (foyer_db_thread_ensure_db (self, &job->error))
    {
      if (self->db != NULL)
        foyer_db_thread_end_days (self);
      job->result = job->func (self->db, job->args, g_task_get_cancellable (job->task), &job->error);
    }

  if (job->kind == JOB_OPEN && job->error == NULL)
    {
      foyer_db_thread_take_db (self, g_steal_pointer (&job->result));
      foyer_db_thread_end_days (self);
    }
  foyer_db_thread_tell (self, job);
  foyer_job_answer (job);
}

static void
foyer_db_thread_close (FoyerDbThread  *self,
                       GError        **error)
{
  self->closed = TRUE;
  if (self->db != NULL && !foyer_db_is_broken (self->db))
    foyer_db_close (g_steal_pointer (&self->db), error);
  g_clear_pointer (&self->db, foyer_db_free);
}

/* What can wait until nobody works: the journal into the file, old acts out of the
 * journal, codes that were refused long ago, seats of the days that came nearer. */
static void
foyer_db_thread_tidy (FoyerDbThread *self)
{
  g_autoptr(GError) error = NULL;

  self->idle_done = TRUE;
  if (self->db == NULL || foyer_db_is_broken (self->db))
    return;
  if (!foyer_act_prune (self->db, &error)
      || !foyer_photo_table_prune (self->db, &error)
      || !foyer_refused_code_table_prune (self->db, &error)
      || !foyer_slots_extend_all (self->db, &error)
      || !foyer_db_checkpoint (self->db, &error))
    g_info ("Could not tidy up: %s", error->message);
}

/* Under the mutex: (nullable) the first job that goes before @limit. */
static FoyerJob *
foyer_db_thread_pop_before (FoyerDbThread *self,
                            FoyerPriority  limit)
{
  FoyerJob *job = NULL;

  for (FoyerPriority i = FOYER_PRIORITY_DESK; i < limit && job == NULL; i++)
    job = g_queue_pop_head (&self->queues[i]);

  return job;
}

/* Under the mutex: until the next work, @until at most, 0 for ever. */
static gboolean
foyer_db_thread_sleep (FoyerDbThread *self,
                       gint64         until)
{
  if (until != 0)
    return g_cond_wait_until (&self->cond, &self->mutex, until);

  g_cond_wait (&self->cond, &self->mutex);
  return TRUE;
}

/* The next job: (nullable) for none within the idle time. Closing comes after all else. */
static FoyerJob *
foyer_db_thread_wait (FoyerDbThread *self)
{
  const gint64 since = g_get_monotonic_time ();
  gboolean quiet = FALSE;
  FoyerJob *job;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      const gboolean at_leisure = quiet || self->ending;
      const gboolean waits = !at_leisure && !g_queue_is_empty (&self->queues[FOYER_PRIORITY_LEISURE]);

      job = foyer_db_thread_pop_before (self, at_leisure ? FOYER_PRIORITY_LEISURE + 1 : FOYER_PRIORITY_LEISURE);
      if (job != NULL)
        break;
      if (waits)
        quiet = !foyer_db_thread_sleep (self, since + QUIET_US);
      else if (!foyer_db_thread_sleep (self, self->idle_done ? 0 : since + IDLE_US))
        break;
    }
  g_mutex_unlock (&self->mutex);

  return job;
}

/* A job that breathes has its own priority; one of the desk does not. */
static void
foyer_db_thread_run_within (FoyerDbThread *self,
                            FoyerJob      *job)
{
  FoyerPriority outer = self->running;

  self->running = job->priority == FOYER_PRIORITY_DESK ? outer : job->priority;
  foyer_db_thread_run (self, job);
  self->running = outer;
}

/* In the midst of slower work: whoever goes before it. */
static void
foyer_db_thread_breathe_cb (gpointer user_data)
{
  FoyerDbThread *self = user_data;

  for (;;)
    {
      FoyerJob *job;

      g_mutex_lock (&self->mutex);
      job = foyer_db_thread_pop_before (self, self->running);
      g_mutex_unlock (&self->mutex);
      if (job == NULL)
        return;
      foyer_db_thread_run_within (self, job);
    }
}

static gpointer
foyer_db_thread_main (gpointer user_data)
{
  FoyerDbThread *self = user_data;
  gboolean quit = FALSE;

  while (!quit)
    {
      FoyerJob *job = foyer_db_thread_wait (self);

      if (job == NULL)
        {
          foyer_db_thread_tidy (self);
          continue;
        }

      switch (job->kind)
        {
        case JOB_RUN:
          foyer_db_thread_run_within (self, job);
          break;

        case JOB_OPEN:
          foyer_db_thread_run (self, job);
          break;

        case JOB_CLOSE:
          foyer_db_thread_close (self, &job->error);
          foyer_job_answer (job);
          break;

        case JOB_QUIT:
        default:
          foyer_db_thread_close (self, NULL);
          foyer_job_free (job);
          quit = TRUE;
          break;
        }
    }

  return NULL;
}

FoyerDbThread *
foyer_db_thread_new (GMainContext     *context,
                     FoyerChangesFunc  changes,
                     gpointer          user_data)
{
  FoyerDbThread *self = g_new0 (FoyerDbThread, 1);

  self->context = context;
  self->changes = changes;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->thread = g_thread_new ("foyer-db", foyer_db_thread_main, self);

  return self;
}

static void
foyer_db_thread_enqueue (FoyerDbThread *self,
                         FoyerPriority  priority,
                         FoyerJob      *job)
{
  g_mutex_lock (&self->mutex);
  self->ending |= job->kind == JOB_CLOSE || job->kind == JOB_QUIT;
  g_queue_push_tail (&self->queues[priority], job);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
foyer_db_thread_free (FoyerDbThread *self)
{
  FoyerJob *job = g_new0 (FoyerJob, 1);

  job->kind = JOB_QUIT;
  foyer_db_thread_enqueue (self, FOYER_PRIORITY_LEISURE, job);
  g_thread_join (self->thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_pointer (&self->clock, foyer_clock_unref);
  g_clear_pointer (&self->random, foyer_random_unref);
  g_free (self->path);
  g_free (self);
}

void
foyer_db_thread_push (FoyerDbThread  *self,
                      FoyerPriority   priority,
                      GTask          *task,
                      FoyerJobFunc    func,
                      gpointer        args,
                      GDestroyNotify  free_args,
                      GDestroyNotify  free_result)
{
  FoyerJob *job = g_new0 (FoyerJob, 1);

  job->kind = JOB_RUN;
  job->priority = priority;
  job->task = g_object_ref (task);
  job->func = func;
  job->args = args;
  job->free_args = free_args;
  job->free_result = free_result;
  foyer_db_thread_enqueue (self, priority, job);
}

void
foyer_db_thread_push_open (FoyerDbThread  *self,
                           GTask          *task,
                           FoyerJobFunc    func,
                           gpointer        args,
                           GDestroyNotify  free_args)
{
  FoyerJob *job = g_new0 (FoyerJob, 1);

  job->kind = JOB_OPEN;
  job->task = g_object_ref (task);
  job->func = func;
  job->args = args;
  job->free_args = free_args;
  foyer_db_thread_enqueue (self, FOYER_PRIORITY_DESK, job);
}

void
foyer_db_thread_push_close (FoyerDbThread *self,
                            GTask         *task)
{
  FoyerJob *job = g_new0 (FoyerJob, 1);

  /* Behind all that is queued. */
  job->kind = JOB_CLOSE;
  job->task = g_object_ref (task);
  foyer_db_thread_enqueue (self, FOYER_PRIORITY_LEISURE, job);
}
