/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

#define FOYER_SEATS_MAX 500
#define FOYER_SEATS_OF_SPACE (-1)        /* as many as the space has */
#define FOYER_HALF_AT_DEFAULT (13 * 60)
#define FOYER_OPENS_DEFAULT (9 * 60)
#define FOYER_CLOSES_DEFAULT (18 * 60)

/* Monday is bit 0. */
#define FOYER_WEEKDAY_BIT(weekday) (1u << ((weekday) - 1))
#define FOYER_WEEKDAYS_ALL 0x7fu

/**
 * FoyerOpeningRule:
 * @weekdays: a mask of FOYER_WEEKDAY_BIT()
 * @start_minute: minutes after midnight, 0 to 1439
 * @end_minute: minutes after midnight, later than @start_minute, up to 1440
 * @seats: 1 to %FOYER_SEATS_MAX, or %FOYER_SEATS_OF_SPACE
 * @from: the first day on which it holds, or %FOYER_DAY_NONE
 * @until: the last day on which it holds, or %FOYER_DAY_NONE
 *
 * A weekly opening.
 */
typedef struct {
  guint    weekdays;
  int      start_minute;
  int      end_minute;
  int      seats;
  FoyerDay from;
  FoyerDay until;
} FoyerOpeningRule;

/**
 * FoyerDayException:
 * @open: whether the date is open
 * @start_minute: minutes after midnight
 * @end_minute: minutes after midnight
 * @seats: 1 to %FOYER_SEATS_MAX, or %FOYER_SEATS_OF_SPACE
 *
 * What holds on one date instead of the rules. A closed one has no hours or seats.
 */
typedef struct {
  gboolean open;
  int      start_minute;
  int      end_minute;
  int      seats;
} FoyerDayException;

/**
 * FoyerDayPlan:
 * @open: whether the date is open
 * @start_minute: minutes after midnight
 * @end_minute: minutes after midnight
 * @am_seats: seats in the morning, 0 when it is closed
 * @pm_seats: seats in the afternoon, 0 when it is closed
 * @am_shut: seats that a calendar closes in the morning, which would be open but for it
 * @pm_shut: the same in the afternoon
 *
 * One date resolved.
 */
typedef struct {
  gboolean open;
  int      start_minute;
  int      end_minute;
  int      am_seats;
  int      pm_seats;
  int      am_shut;
  int      pm_shut;
} FoyerDayPlan;

gboolean     foyer_opening_rule_check  (const FoyerOpeningRule  *rule,
                                        GError                 **error);
guint        foyer_opening_get_halves  (int                      start_minute,
                                        int                      end_minute,
                                        int                      half_at);
FoyerDayPlan foyer_opening_resolve     (const FoyerOpeningRule  *rules,
                                        gsize                    n_rules,
                                        const FoyerDayException *exception,
                                        int                      space_seats,
                                        int                      half_at,
                                        FoyerDay                 day);
gboolean     foyer_opening_rule_parse  (const char              *text,
                                        FoyerOpeningRule        *rule,
                                        GError                 **error);

G_END_DECLS
