/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

#define FOYER_FAIR_WEEK_MAX 7
#define FOYER_FAIR_OPEN_MAX 500
#define FOYER_FAIR_SEATS_MAX 500
#define FOYER_FAIR_AHEAD_MAX 64         /* no directory shows later days */

/**
 * FoyerFairUse:
 * @week: on how many days of a week, Monday to Sunday, one person may have a seat; a day with a
 *   morning alone is a day, one with a morning and an afternoon is one
 * @open: how many bookings one person may have from today on for which they have not come yet
 * @seats: how many seats one person may have at the same time
 * @ahead: how many days after today a day may be that a guest asks for through a directory
 *
 * What keeps one regular from taking every chair of a space; 0 where there is no limit.
 */
typedef struct {
  int week;
  int open;
  int seats;
  int ahead;
} FoyerFairUse;

/**
 * FoyerFairLimit:
 * @FOYER_FAIR_NONE: no limit is exceeded
 * @FOYER_FAIR_WEEK: days in a week
 * @FOYER_FAIR_OPEN: bookings ahead
 * @FOYER_FAIR_SEATS: seats at the same time
 * @FOYER_FAIR_AHEAD: days between today and the day
 *
 * One of the limits. Its numbers are not kept anywhere; names are.
 */
typedef enum {
  FOYER_FAIR_NONE,
  FOYER_FAIR_WEEK,
  FOYER_FAIR_OPEN,
  FOYER_FAIR_SEATS,
  FOYER_FAIR_AHEAD,
} FoyerFairLimit;

/**
 * FoyerOverLimit:
 * @limit: which one, or %FOYER_FAIR_NONE
 * @allowed: how many it allows
 * @count: how many there would be
 * @day: on which day
 *
 * What is wanted beyond a limit.
 */
typedef struct {
  FoyerFairLimit limit;
  int        allowed;
  int        count;
  FoyerDay   day;
} FoyerOverLimit;

/**
 * FoyerHolding:
 * @open: it is from today on, and they have not come yet
 *
 * Seats of one person on one day, as far as the limits must know them.
 */
typedef struct {
  FoyerDay  day;
  FoyerPart part;
  int       seats;
  gboolean  open;
} FoyerHolding;

const char *foyer_fair_limit_get_name (FoyerFairLimit       limit);

gboolean    foyer_fair_use_check      (const FoyerFairUse  *self,
                                       GError             **error);
gboolean    foyer_fair_use_is_equal   (const FoyerFairUse  *a,
                                       const FoyerFairUse  *b);
gboolean    foyer_fair_use_counts     (const FoyerFairUse  *self);
void        foyer_fair_use_get_range  (const FoyerFairUse  *self,
                                       FoyerDay             day,
                                       FoyerDay             today,
                                       FoyerDay            *first,
                                       FoyerDay            *last);
gboolean    foyer_fair_use_allows     (const FoyerFairUse  *self,
                                       const FoyerHolding  *held,
                                       gsize                n_held,
                                       const FoyerHolding  *wanted,
                                       FoyerOverLimit      *over);
gboolean    foyer_fair_use_allows_ask (const FoyerFairUse  *self,
                                       FoyerDay             day,
                                       FoyerDay             today,
                                       FoyerOverLimit      *over);

G_END_DECLS
