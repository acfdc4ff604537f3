/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/**
 * FoyerIcsTime:
 * @second: of the day, 0 for a date
 * @is_date: a day and no hour of it
 * @is_utc: by the clocks of UTC
 *
 * A date or an hour as a text has it, before its zone is looked at. Years before 1900, which some
 * programs write for "every year since ever", are taken for the same year of a later cycle of the
 * Gregorian calendar: its days of the week are the same.
 */
typedef struct {
  FoyerDay day;
  int      second;
  gboolean is_date;
  gboolean is_utc;
} FoyerIcsTime;

/* Whether it is one, and of our calendar. */
gboolean foyer_ics_time_from_ical (struct icaltimetype  ical,
                                   FoyerIcsTime        *time);
/* The same of a property: DTSTART, DTEND, EXDATE, RDATE, RECURRENCE-ID. */
gboolean foyer_ics_time_read      (icalproperty        *property,
                                   FoyerIcsTime        *time);

G_END_DECLS
