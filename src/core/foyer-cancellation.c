/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-cancellation.h"

#include "core/foyer-instant.h"

/**
 * foyer_cancellation_deadline:
 * @zone: the zone of the space
 * @day: the day of the seat
 * @minute: minutes after midnight on the wall clock, 0 to 1440
 * @n_days: how many days before @day, 0 or more
 *
 * The rule of a space: free until @minute, @n_days before.
 *
 * Returns: the first instant, in UTC milliseconds, at which a cancellation is no longer
 *   free
 */
gint64
foyer_cancellation_deadline (GTimeZone *zone,
                             FoyerDay   day,
                             int        minute,
                             int        n_days)
{
  g_return_val_if_fail (zone != NULL, 0);
  g_return_val_if_fail (n_days >= 0 && n_days <= FOYER_CANCEL_DAYS_MAX, 0);

  return foyer_instant_at (zone, day - n_days, minute);
}

/**
 * foyer_cancellation_is_free:
 * @zone: the zone of the space
 * @day: the day of the seat
 * @minute: minutes after midnight on the wall clock, 0 to 1440
 * @n_days: how many days before @day, 0 or more
 * @at_ms: when the guest cancels, in UTC milliseconds
 *
 * The one place that compares, so that guest, host and both programs say the same at the very
 * instant.
 *
 * Returns: whether the rule of the space asks nothing for it
 */
gboolean
foyer_cancellation_is_free (GTimeZone *zone,
                            FoyerDay   day,
                            int        minute,
                            int        n_days,
                            gint64     at_ms)
{
  return at_ms < foyer_cancellation_deadline (zone, day, minute, n_days);
}
