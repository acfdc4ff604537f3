/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/* An instant is a gint64 of UTC milliseconds since 1970. Wall-clock hours of a
 * space are minutes after local midnight, 0 to 1440. */

/* When a day ends unless the space says otherwise. */
#define FOYER_CUT_OFF_DEFAULT (3 * 60)

GTimeZone *foyer_zone_new          (const char   *identifier,
                                    GError      **error);
gboolean   foyer_instant_parse     (const char   *text,
                                    gint64       *instant_ms,
                                    GError      **error);
char      *foyer_instant_format    (gint64        instant_ms);

FoyerDay   foyer_business_day      (GTimeZone    *zone,
                                    gint64        instant_ms,
                                    int           cut_off_minute);
FoyerDay   foyer_instant_get_day   (GTimeZone    *zone,
                                    gint64        instant_ms);
int        foyer_instant_get_minute (GTimeZone   *zone,
                                    gint64        instant_ms);
gint64     foyer_instant_at        (GTimeZone    *zone,
                                    FoyerDay      day,
                                    int           minute);

#define FOYER_MINUTE_TEXT_SIZE 6         /* "09:30" and its end */
gboolean   foyer_minute_parse      (const char   *text,
                                    int          *minute,
                                    GError      **error);
const char *foyer_minute_format    (int           minute,
                                    char          text[FOYER_MINUTE_TEXT_SIZE]);

G_END_DECLS
