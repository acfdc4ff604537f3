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
 *
 * A weekly opening. @from and @until are included; FOYER_DAY_NONE leaves that end
 * open. @seats may be %FOYER_SEATS_OF_SPACE.
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
 *
 * One date resolved: hours, and seats of each half (0 when that half is closed).
 */
typedef struct {
  gboolean open;
  int      start_minute;
  int      end_minute;
  int      am_seats;
  int      pm_seats;
} FoyerDayPlan;

gboolean     foyer_opening_rule_check  (const FoyerOpeningRule  *rule,
                                        GError                 **error);
/* Which halves hours open: am alone when they end by @half_at, pm alone when they
 * start at or after it. */
guint        foyer_opening_get_halves  (int                      start_minute,
                                        int                      end_minute,
                                        int                      half_at);
/* Rules in the order in which they were made: opening never closes, so each half is
 * decided by the last rule that opens it. */
FoyerDayPlan foyer_opening_resolve     (const FoyerOpeningRule  *rules,
                                        gsize                    n_rules,
                                        const FoyerDayException *exception,   /* (nullable) */
                                        int                      space_seats,
                                        int                      half_at,
                                        FoyerDay                 day);
/* "Tue,Thu 09:00-18:00", "Mon-Fri 9-18": English weekday names, as the contract has it. */
gboolean     foyer_opening_rule_parse  (const char              *text,
                                        FoyerOpeningRule        *rule,
                                        GError                 **error);

G_END_DECLS
