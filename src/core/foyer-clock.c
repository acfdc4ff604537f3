/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-clock.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"

/* 1970-01-02T00:00:00Z: ids and instants count from the day before, where 0 is "never". */
#define EARLIEST_MS G_GINT64_CONSTANT (86400000)
/* 9990-01-01T00:00:00Z: whoever looks some years ahead still finds a date. */
#define LATEST_MS G_GINT64_CONSTANT (253086768000000)

struct _FoyerClock {
  gboolean       frozen;
  gint64         frozen_ms;
  FoyerClockFunc func;           /* (nullable) */
  gpointer       user_data;
  GDestroyNotify destroy;
};

/**
 * foyer_clock_new_system:
 *
 * Makes a clock that reads the system's.
 *
 * Returns: (transfer full): a clock; any thread may read it
 */
FoyerClock *
foyer_clock_new_system (void)
{
  return g_atomic_rc_box_new0 (FoyerClock);
}

/**
 * foyer_clock_new_frozen:
 * @instant_ms: UTC milliseconds
 *
 * Makes a clock that stands still.
 *
 * Returns: (transfer full): a clock; any thread may read it
 */
FoyerClock *
foyer_clock_new_frozen (gint64 instant_ms)
{
  FoyerClock *self = g_atomic_rc_box_new0 (FoyerClock);

  self->frozen = TRUE;
  self->frozen_ms = instant_ms;

  return self;
}

/**
 * foyer_clock_new_with_func:
 * @func: returns UTC milliseconds; called in every thread that reads the clock
 * @user_data: what @func gets
 * @destroy: (nullable): frees @user_data
 *
 * Makes a clock that simulations turn by hand.
 *
 * Returns: (transfer full): a clock
 */
FoyerClock *
foyer_clock_new_with_func (FoyerClockFunc func,
                           gpointer       user_data,
                           GDestroyNotify destroy)
{
  FoyerClock *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_atomic_rc_box_new0 (FoyerClock);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

/**
 * foyer_clock_new_from_environment:
 * @error: return location for an error
 *
 * Makes the clock of a program: frozen at FOYER_NOW when that is set, also to nothing,
 * else the system's.
 *
 * Returns: (transfer full): a clock, or %NULL with %FOYER_ERROR_INVALID when FOYER_NOW
 *   is no instant, or one so far off that ids and dates would not reach it
 */
FoyerClock *
foyer_clock_new_from_environment (GError **error)
{
  const char *now = g_getenv ("FOYER_NOW");
  gint64 instant_ms;

  if (now == NULL)
    return foyer_clock_new_system ();
  if (!foyer_instant_parse (now, &instant_ms, error))
    {
      g_prefix_error_literal (error, "FOYER_NOW: ");
      return NULL;
    }
  if (instant_ms < EARLIEST_MS || instant_ms >= LATEST_MS)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "FOYER_NOW: not from 1970-01-02 to 9989-12-31");
      return NULL;
    }

  return foyer_clock_new_frozen (instant_ms);
}

/**
 * foyer_clock_ref:
 * @self: a clock
 *
 * Returns: (transfer full): @self
 */
FoyerClock *
foyer_clock_ref (FoyerClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
foyer_clock_clear (gpointer data)
{
  FoyerClock *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
}

/**
 * foyer_clock_unref:
 * @self: (transfer full): a clock
 *
 * Gives up a reference.
 */
void
foyer_clock_unref (FoyerClock *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, foyer_clock_clear);
}

/**
 * foyer_clock_now:
 * @self: a clock
 *
 * Returns: the instant, in UTC milliseconds
 */
gint64
foyer_clock_now (FoyerClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->frozen)
    return self->frozen_ms;
  if (self->func != NULL)
    return self->func (self->user_data);

  return g_get_real_time () / 1000;
}

/**
 * foyer_clock_is_frozen:
 * @self: a clock
 *
 * Returns: whether the clock stands still, so that waiting for a later instant is idle
 */
gboolean
foyer_clock_is_frozen (FoyerClock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->frozen;
}
