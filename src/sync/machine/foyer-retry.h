/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-random.h"

G_BEGIN_DECLS

#define FOYER_RETRY_BASE_MS 1000
#define FOYER_RETRY_MAX_MS (300 * 1000)
#define FOYER_RETRY_AFTER_MAX_MS (3600 * 1000)

gint64 foyer_retry_delay (FoyerRandom *random,
                          guint        n_failures,
                          gint64       retry_after_ms);

G_END_DECLS
