/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/* An instant is a gint64 of UTC milliseconds since 1970. Wall-clock hours of a
 * space are minutes after local midnight, 0 to 1440. */

#define FOYER_CUT_OFF_DEFAULT (3 * 60)

/* An IANA identifier, known to the system; else FOYER_ERROR_INVALID. */
GTimeZone *foyer_zone_new          (const char   *identifier,
                                    GError      **error);
/* RFC 3339 with an offset, as FOYER_NOW wants it. */
gboolean   foyer_instant_parse     (const char   *text,
                                    gint64       *instant_ms,
                                    GError      **error);
/* RFC 3339 in UTC with "Z" */
char      *foyer_instant_format    (gint64        instant_ms);
/* The day on which people are: it ends at the cut-off hour of the wall clock,
 * not at midnight, also in the nights when clocks change. */
FoyerDay   foyer_business_day      (GTimeZone    *zone,
                                    gint64        instant_ms,
                                    int           cut_off_minute);
FoyerDay   foyer_instant_get_day   (GTimeZone    *zone,
                                    gint64        instant_ms);
int        foyer_instant_get_minute (GTimeZone   *zone,
                                    gint64        instant_ms);
/* The instant of a wall-clock minute of a day. In a spring gap the instant after
 * the gap, in an autumn overlap the first of the two. */
gint64     foyer_instant_at        (GTimeZone    *zone,
                                    FoyerDay      day,
                                    int           minute);

/* "HH:MM", "H:MM" or "H": minutes after midnight, 24:00 allowed. */
gboolean   foyer_minute_parse      (const char   *text,
                                    int          *minute,
                                    GError      **error);
#define FOYER_MINUTE_TEXT_SIZE 6
const char *foyer_minute_format    (int           minute,
                                    char          text[FOYER_MINUTE_TEXT_SIZE]);

G_END_DECLS
