/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

#define FOYER_CANCEL_DAYS_MAX 366

gint64 foyer_cancellation_deadline (GTimeZone *zone,
                                    FoyerDay   day,
                                    int        minute,
                                    int        n_days);
gboolean foyer_cancellation_is_free (GTimeZone *zone,
                                     FoyerDay   day,
                                     int        minute,
                                     int        n_days,
                                     gint64     at_ms);

G_END_DECLS
