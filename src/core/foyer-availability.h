/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-calendar.h"
#include "core/foyer-day.h"
#include "core/foyer-holidays.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/**
 * FoyerFullness:
 * @FOYER_FULLNESS_CLOSED: not open
 * @FOYER_FULLNESS_FREE: there is a seat for the whole day
 * @FOYER_FULLNESS_MORNINGS_ONLY: there are seats in the morning alone
 * @FOYER_FULLNESS_AFTERNOONS_ONLY: there are seats in the afternoon alone
 * @FOYER_FULLNESS_FULL: there is no seat
 *
 * What a day looks like to people.
 */
typedef enum {
  FOYER_FULLNESS_CLOSED,
  FOYER_FULLNESS_FREE,
  FOYER_FULLNESS_MORNINGS_ONLY,
  FOYER_FULLNESS_AFTERNOONS_ONLY,
  FOYER_FULLNESS_FULL,
} FoyerFullness;

/**
 * FoyerAvailability:
 * @day: the day
 * @open: whether it is open; hours and seats count only then
 * @start_minute: minutes after midnight
 * @end_minute: minutes after midnight
 * @am_seats: seats open in the morning
 * @pm_seats: seats open in the afternoon
 * @am_held: seats taken in the morning
 * @pm_held: seats taken in the afternoon
 * @am_kept: seats offered to somebody of the waiting list in the morning
 * @pm_kept: the same in the afternoon
 * @requests: how many requests for this day wait for an answer
 * @holiday: which public holiday it is, whether or not it is open
 * @am_shut: seats that a calendar closes in the morning; who holds some of them keeps them
 * @pm_shut: the same in the afternoon
 * @events: (nullable) (element-type FoyerCalendarEvent): what the calendars of the space have, by hours
 * @note: (nullable): the host's note to guests
 *
 * Seats open and held of one space, day and half. Held may exceed open only after a
 * restore; free is never negative.
 */
typedef struct {
  FoyerDay     day;
  gboolean     open;
  int          start_minute;
  int          end_minute;
  int          am_seats;
  int          pm_seats;
  int          am_held;
  int          pm_held;
  int          am_kept;
  int          pm_kept;
  int          requests;
  FoyerHoliday holiday;
  int          am_shut;
  int          pm_shut;
  GPtrArray   *events;
  char        *note;
} FoyerAvailability;

void          foyer_availability_clear         (FoyerAvailability       *self);
int           foyer_availability_get_free      (const FoyerAvailability *self,
                                                FoyerPart                part);
int           foyer_availability_get_seats     (const FoyerAvailability *self);
FoyerFullness foyer_availability_get_fullness  (const FoyerAvailability *self);

G_END_DECLS
