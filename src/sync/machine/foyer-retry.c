/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/machine/foyer-retry.h"

/**
 * foyer_retry_delay:
 * @random: the source of chance
 * @n_failures: how often it failed before this time
 * @retry_after_ms: what the directory asked for, negative for nothing
 *
 * How long to wait before the next try: by chance from nothing up to a second, two, four …
 * and at most five minutes ("full jitter"), so that those who failed together do not come
 * back together. What a directory asks for is kept up to an hour.
 *
 * Returns: milliseconds
 */
gint64
foyer_retry_delay (FoyerRandom *random,
                   guint        n_failures,
                   gint64       retry_after_ms)
{
  gint64 most = n_failures < 9 ? FOYER_RETRY_BASE_MS << n_failures : FOYER_RETRY_MAX_MS;
  gint64 delay = foyer_random_range (random, 0, (guint32) MIN (most, FOYER_RETRY_MAX_MS) + 1);

  return MAX (delay, CLAMP (retry_after_ms, 0, FOYER_RETRY_AFTER_MAX_MS));
}
