/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/* What a day looks like to people. */
typedef enum {
  FOYER_FULLNESS_CLOSED,
  FOYER_FULLNESS_FREE,           /* a whole day is free */
  FOYER_FULLNESS_MORNINGS_ONLY,
  FOYER_FULLNESS_AFTERNOONS_ONLY,
  FOYER_FULLNESS_FULL,
} FoyerFullness;

/**
 * FoyerAvailability:
 *
 * Seats open and held of one space, day and half. Held may exceed open only after a
 * restore; free is never negative.
 */
typedef struct {
  FoyerDay day;
  gboolean open;
  int      start_minute;
  int      end_minute;
  int      am_seats;
  int      pm_seats;
  int      am_held;
  int      pm_held;
  int      requests;             /* waiting for an answer on this day */
  char    *note;                 /* (nullable): the host's note to guests */
} FoyerAvailability;

void          foyer_availability_clear         (FoyerAvailability       *self);
int           foyer_availability_get_free      (const FoyerAvailability *self,
                                                FoyerPart                part);
/* What people see as seats of the day: the larger half. */
int           foyer_availability_get_seats     (const FoyerAvailability *self);
FoyerFullness foyer_availability_get_fullness  (const FoyerAvailability *self);

G_END_DECLS
