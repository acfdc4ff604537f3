/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-opening.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/**
 * FoyerLanguage:
 * @FOYER_LANGUAGE_ENGLISH: "Tue and Thu 9-18, 3 seats, not in August"
 * @FOYER_LANGUAGE_FRENCH: "mardi et jeudi de 9h à 18h, 3 places, sauf en août"
 *
 * In what opening sentences are written.
 */
typedef enum {
  FOYER_LANGUAGE_ENGLISH,
  FOYER_LANGUAGE_FRENCH,
} FoyerLanguage;

/**
 * FoyerOpeningDates:
 * @first: the first day
 * @last: the last day, not before @first
 * @exception: what holds on each of them instead of the week
 *
 * Some dates that differ from the week.
 */
typedef struct {
  FoyerDay          first;
  FoyerDay          last;
  FoyerDayException exception;
} FoyerOpeningDates;

/**
 * FoyerPlanHolidays:
 * @FOYER_PLAN_HOLIDAYS_UNSAID: what the space says
 * @FOYER_PLAN_HOLIDAYS_OPEN: the week holds on public holidays too
 * @FOYER_PLAN_HOLIDAYS_CLOSED: the week does not hold on public holidays
 *
 * What an opening sentence says about public holidays.
 */
typedef enum {
  FOYER_PLAN_HOLIDAYS_UNSAID,
  FOYER_PLAN_HOLIDAYS_OPEN,
  FOYER_PLAN_HOLIDAYS_CLOSED,
} FoyerPlanHolidays;

/**
 * FoyerOpeningPlan:
 * @rules: (element-type FoyerOpeningRule): what holds every week; a later one wins
 * @holidays: whether the week holds on public holidays
 * @dates: (element-type FoyerOpeningDates): what differs from both; a later one wins
 *
 * What an opening sentence says.
 */
typedef struct {
  GArray            *rules;
  FoyerPlanHolidays  holidays;
  GArray            *dates;
} FoyerOpeningPlan;

FoyerOpeningPlan *foyer_opening_plan_copy    (const FoyerOpeningPlan  *self);
void              foyer_opening_plan_free    (FoyerOpeningPlan        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerOpeningPlan, foyer_opening_plan_free)

FoyerDayPlan      foyer_opening_plan_resolve (const FoyerOpeningPlan  *self,
                                              const FoyerSpace        *space,
                                              FoyerDay                 day);

FoyerOpeningPlan *foyer_opening_plan_read    (const char              *sentence,
                                              FoyerDay                 today,
                                              GError                 **error);
char             *foyer_opening_plan_write   (const FoyerOpeningPlan  *self,
                                              FoyerLanguage            language,
                                              FoyerDay                 today);

G_END_DECLS
