/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"

G_BEGIN_DECLS

/**
 * FoyerBookingPeriod:
 * @FOYER_PERIOD_BETWEEN: two days of their own, of which nothing is known here
 *
 * Which days a list of bookings is about, seen from today.
 */
typedef enum {
  FOYER_PERIOD_ANY,
  FOYER_PERIOD_TODAY,
  FOYER_PERIOD_THIS_WEEK,
  FOYER_PERIOD_NEXT_WEEK,
  FOYER_PERIOD_THIS_MONTH,
  FOYER_PERIOD_LAST_MONTH,
  FOYER_PERIOD_THIS_YEAR,
  FOYER_PERIOD_LAST_YEAR,
  FOYER_PERIOD_BETWEEN,
} FoyerBookingPeriod;

/* @first_weekday: 1 (Monday) to 7, of the locale
 * @first, @last: (out): FOYER_DAY_NONE without an end */
void foyer_booking_period_get_days (FoyerBookingPeriod  self,
                                    FoyerDay            today,
                                    int                 first_weekday,
                                    FoyerDay           *first,
                                    FoyerDay           *last);

G_END_DECLS
