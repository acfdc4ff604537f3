/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-deadlines.h"

struct _FoyerDeadlines {
  GMutex     lock;
  GCond      cond;
  GThread   *thread;
  GPtrArray *deadlines;          /* unowned */
  gint64     wakes_at_us;        /* atomic: when the thread looks next */
  gboolean   stopping;
};

static gint64
load (gint64 *value)
{
  return __atomic_load_n (value, __ATOMIC_SEQ_CST);
}

static void
store (gint64 *value,
       gint64  to)
{
  __atomic_store_n (value, to, __ATOMIC_SEQ_CST);
}

/* With the lock held: tells those that have passed. */
static void
look (FoyerDeadlines *self)
{
  gint64 now_us = g_get_monotonic_time ();

  for (guint i = 0; i < self->deadlines->len; i++)
    {
      FoyerDeadline *deadline = g_ptr_array_index (self->deadlines, i);

      if (load (&deadline->at_us) > now_us)
        continue;
      store (&deadline->at_us, FOYER_DEADLINE_NEVER);
      deadline->func (deadline);
    }
}

static gint64
find_next (FoyerDeadlines *self)
{
  gint64 next_us = FOYER_DEADLINE_NEVER;

  for (guint i = 0; i < self->deadlines->len; i++)
    next_us = MIN (next_us, load (&((FoyerDeadline *) g_ptr_array_index (self->deadlines, i))->at_us));

  return next_us;
}

static gpointer
wait_thread (gpointer data)
{
  FoyerDeadlines *self = data;

  g_mutex_lock (&self->lock);
  while (!self->stopping)
    {
      gint64 next_us;

      /* From here on whoever sets a deadline wakes the thread; what was set before is seen. */
      store (&self->wakes_at_us, FOYER_DEADLINE_NEVER);
      look (self);
      next_us = find_next (self);
      store (&self->wakes_at_us, next_us);
      if (find_next (self) < next_us)
        continue;
      if (next_us == FOYER_DEADLINE_NEVER)
        g_cond_wait (&self->cond, &self->lock);
      else
        g_cond_wait_until (&self->cond, &self->lock, next_us);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/**
 * foyer_deadlines_new:
 *
 * Returns: (transfer full): no deadlines, and their thread
 */
FoyerDeadlines *
foyer_deadlines_new (void)
{
  FoyerDeadlines *self = g_new0 (FoyerDeadlines, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  self->deadlines = g_ptr_array_new ();
  self->wakes_at_us = FOYER_DEADLINE_NEVER;
  self->thread = g_thread_new ("foyer-deadlines", wait_thread, self);

  return self;
}

/**
 * foyer_deadlines_free:
 * @self: (transfer full): deadlines
 *
 * Ends the thread; nothing is told any more.
 */
void
foyer_deadlines_free (FoyerDeadlines *self)
{
  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  g_ptr_array_unref (self->deadlines);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self);
}

/**
 * foyer_deadlines_add:
 * @self: deadlines
 * @deadline: lives until it is removed
 * @at_us: of the monotonic clock
 * @func: called when it has passed
 *
 * Adds a deadline.
 */
void
foyer_deadlines_add (FoyerDeadlines    *self,
                     FoyerDeadline     *deadline,
                     gint64             at_us,
                     FoyerDeadlineFunc  func)
{
  g_mutex_lock (&self->lock);
  deadline->func = func;
  store (&deadline->at_us, at_us);
  deadline->index = self->deadlines->len;
  g_ptr_array_add (self->deadlines, deadline);
  if (at_us < load (&self->wakes_at_us))
    g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

/**
 * foyer_deadlines_set:
 * @self: deadlines
 * @deadline: one of them
 * @at_us: when it passes now, or %FOYER_DEADLINE_NEVER
 *
 * Moves a deadline.
 */
void
foyer_deadlines_set (FoyerDeadlines *self,
                     FoyerDeadline  *deadline,
                     gint64          at_us)
{
  store (&deadline->at_us, at_us);
  if (at_us >= load (&self->wakes_at_us))
    return;
  g_mutex_lock (&self->lock);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

/**
 * foyer_deadlines_remove:
 * @self: deadlines
 * @deadline: one of them
 *
 * Removes a deadline; its function is not running, nor will it be called.
 */
void
foyer_deadlines_remove (FoyerDeadlines *self,
                        FoyerDeadline  *deadline)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_remove_index_fast (self->deadlines, deadline->index);
  if (deadline->index < self->deadlines->len)
    ((FoyerDeadline *) g_ptr_array_index (self->deadlines, deadline->index))->index = deadline->index;
  g_mutex_unlock (&self->lock);
}
