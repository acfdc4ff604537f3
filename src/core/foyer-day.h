/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerDay:
 *
 * A local date of a space, as days since 1970-01-01 in the proleptic Gregorian
 * calendar; never an instant. Differences and comparisons are plain arithmetic.
 * Years 1900 to 9999.
 */
typedef gint32 FoyerDay;

/**
 * FOYER_DAY_NONE:
 *
 * No day.
 */
#define FOYER_DAY_NONE ((FoyerDay) G_MININT32)
#define FOYER_DAY_TEXT_SIZE 11           /* "2026-11-26" and its end */

FoyerDay    foyer_day_new            (int          year,
                                      int          month,
                                      int          day);
gboolean    foyer_day_is_valid       (FoyerDay     day);
gboolean    foyer_day_parse          (const char  *text,
                                      FoyerDay    *day,
                                      GError     **error);
gboolean    foyer_day_parse_range    (const char  *text,
                                      FoyerDay    *first,
                                      FoyerDay    *last,
                                      GError     **error);
const char *foyer_day_format         (FoyerDay     day,
                                      char         text[FOYER_DAY_TEXT_SIZE]);
void        foyer_day_get_ymd        (FoyerDay     day,
                                      int         *year,
                                      int         *month,
                                      int         *day_of_month);
int         foyer_day_get_weekday    (FoyerDay     day);
int         foyer_day_get_week       (FoyerDay     day);
FoyerDay    foyer_day_first_of_month (FoyerDay     day);
FoyerDay    foyer_day_add_months     (FoyerDay     day,
                                      int          n_months);
int         foyer_day_days_in_month  (int          year,
                                      int          month);

G_END_DECLS
