/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-waiters.h"

/* Keys that share a number wake each other's readers once in a while, no more. */
#define SLOTS 4096

struct _FoyerWaiter {
  FoyerKey        key;
  gint64          until_us;
  FoyerWaiterFunc func;
  gpointer        user_data;
};

struct _FoyerWaiters {
  GMutex     lock;
  GCond      cond;
  GThread   *thread;
  GPtrArray *waiting;            /* of FoyerWaiter; some hundred at most */
  guint64    letters[SLOTS];     /* that came since the start, by key */
  gboolean   stopping;
};

static guint64 *
slot_of (FoyerWaiters   *self,
         const FoyerKey *key)
{
  return &self->letters[(key->bytes[0] << 4 | key->bytes[1] >> 4) % SLOTS];
}

/* With the lock held: moves those to @told whose wait is over. */
static void
pick (FoyerWaiters   *self,
      GPtrArray      *told,
      gint64          now_us,
      const FoyerKey *key)
{
  for (guint i = self->waiting->len; i > 0; i--)
    {
      FoyerWaiter *waiter = g_ptr_array_index (self->waiting, i - 1);

      if (self->stopping || waiter->until_us <= now_us ||
          (key != NULL && foyer_key_equal (&waiter->key, key)))
        g_ptr_array_add (told, g_ptr_array_steal_index_fast (self->waiting, i - 1));
    }
}

static void
tell (GPtrArray *told)
{
  for (guint i = 0; i < told->len; i++)
    {
      FoyerWaiter *waiter = g_ptr_array_index (told, i);

      waiter->func (waiter->user_data);
      g_free (waiter);
    }
  g_ptr_array_set_size (told, 0);
}

static gint64
find_next (FoyerWaiters *self)
{
  gint64 next_us = G_MAXINT64;

  for (guint i = 0; i < self->waiting->len; i++)
    next_us = MIN (next_us, ((FoyerWaiter *) g_ptr_array_index (self->waiting, i))->until_us);

  return next_us;
}

static gpointer
wait_thread (gpointer data)
{
  FoyerWaiters *self = data;
  g_autoptr(GPtrArray) told = g_ptr_array_new ();

  g_mutex_lock (&self->lock);
  while (!self->stopping)
    {
      gint64 next_us = find_next (self);

      if (next_us == G_MAXINT64)
        g_cond_wait (&self->cond, &self->lock);
      else
        g_cond_wait_until (&self->cond, &self->lock, next_us);
      pick (self, told, g_get_monotonic_time (), NULL);
      g_mutex_unlock (&self->lock);
      tell (told);
      g_mutex_lock (&self->lock);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/**
 * foyer_waiters_new:
 *
 * Returns: (transfer full): nobody who waits, and the thread that looks at the time
 */
FoyerWaiters *
foyer_waiters_new (void)
{
  FoyerWaiters *self = g_new0 (FoyerWaiters, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  self->waiting = g_ptr_array_new ();
  self->thread = g_thread_new ("foyer-waiters", wait_thread, self);

  return self;
}

/**
 * foyer_waiters_stop:
 * @self: waiters
 *
 * Tells all who wait; from now on nobody waits.
 */
void
foyer_waiters_stop (FoyerWaiters *self)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new ();

  g_mutex_lock (&self->lock);
  self->stopping = TRUE;
  pick (self, told, 0, NULL);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
  tell (told);
}

/**
 * foyer_waiters_free:
 * @self: (transfer full): waiters
 *
 * Tells all who wait, and ends.
 */
void
foyer_waiters_free (FoyerWaiters *self)
{
  foyer_waiters_stop (self);
  g_thread_join (self->thread);
  g_ptr_array_unref (self->waiting);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self);
}

/**
 * foyer_waiters_look:
 * @self: waiters
 * @key: whose letters are read next
 *
 * Returns: a number for [method@Waiters.add], from before the letters are read
 */
guint64
foyer_waiters_look (FoyerWaiters   *self,
                    const FoyerKey *key)
{
  guint64 letters;

  g_mutex_lock (&self->lock);
  letters = *slot_of (self, key);
  g_mutex_unlock (&self->lock);

  return letters;
}

/**
 * foyer_waiters_add:
 * @self: waiters
 * @key: who waits
 * @since: from before the reader saw that there is nothing
 * @seconds: how long
 * @func: called once when the wait is over
 * @user_data: what @func gets
 *
 * Waits for a letter.
 *
 * Returns: whether @func will be called; %FALSE when a letter came since, or nobody waits any more
 */
gboolean
foyer_waiters_add (FoyerWaiters    *self,
                   const FoyerKey  *key,
                   guint64          since,
                   int              seconds,
                   FoyerWaiterFunc  func,
                   gpointer         user_data)
{
  FoyerWaiter *waiter;
  gboolean waits;

  g_mutex_lock (&self->lock);
  waits = !self->stopping && *slot_of (self, key) == since;
  if (waits)
    {
      waiter = g_new (FoyerWaiter, 1);
      *waiter = (FoyerWaiter) {
        *key, g_get_monotonic_time () + seconds * (gint64) G_USEC_PER_SEC, func, user_data,
      };
      g_ptr_array_add (self->waiting, waiter);
      g_cond_signal (&self->cond);
    }
  g_mutex_unlock (&self->lock);

  return waits;
}

/**
 * foyer_waiters_wake:
 * @self: waiters
 * @key: who got a letter that is durable
 *
 * Tells those who wait for it.
 */
void
foyer_waiters_wake (FoyerWaiters   *self,
                    const FoyerKey *key)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new ();

  g_mutex_lock (&self->lock);
  (*slot_of (self, key))++;
  pick (self, told, 0, key);
  g_mutex_unlock (&self->lock);
  tell (told);
}

/**
 * foyer_waiters_count:
 * @self: waiters
 *
 * Returns: how many wait now
 */
guint
foyer_waiters_count (FoyerWaiters *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->waiting->len;
  g_mutex_unlock (&self->lock);

  return n;
}
