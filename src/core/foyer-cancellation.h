/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

#define FOYER_CANCEL_DAYS_MAX 366

/* The instant until which a seat on @day is cancelled for nothing: @minute of the wall
 * clock, @n_days before. */
gint64 foyer_cancellation_deadline (GTimeZone *zone,
                                    FoyerDay   day,
                                    int        minute,
                                    int        n_days);

G_END_DECLS
