/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/**
 * FoyerHoliday:
 * @FOYER_HOLIDAY_NONE: a day like others
 * @FOYER_HOLIDAY_NEW_YEAR: 1 January
 * @FOYER_HOLIDAY_GOOD_FRIDAY: two days before Easter
 * @FOYER_HOLIDAY_EASTER_MONDAY: the day after Easter
 * @FOYER_HOLIDAY_LABOUR_DAY: 1 May
 * @FOYER_HOLIDAY_VICTORY_DAY: 8 May
 * @FOYER_HOLIDAY_ASCENSION: the Thursday 39 days after Easter
 * @FOYER_HOLIDAY_WHIT_MONDAY: 50 days after Easter
 * @FOYER_HOLIDAY_NATIONAL_DAY: 14 July
 * @FOYER_HOLIDAY_ASSUMPTION: 15 August
 * @FOYER_HOLIDAY_ALL_SAINTS: 1 November
 * @FOYER_HOLIDAY_ARMISTICE: 11 November
 * @FOYER_HOLIDAY_CHRISTMAS: 25 December
 * @FOYER_HOLIDAY_SECOND_CHRISTMAS: 26 December
 * @FOYER_HOLIDAY_ABOLITION: the day on which an overseas region remembers the end of slavery
 *
 * A public holiday.
 */
typedef enum {
  FOYER_HOLIDAY_NONE,
  FOYER_HOLIDAY_NEW_YEAR,
  FOYER_HOLIDAY_GOOD_FRIDAY,
  FOYER_HOLIDAY_EASTER_MONDAY,
  FOYER_HOLIDAY_LABOUR_DAY,
  FOYER_HOLIDAY_VICTORY_DAY,
  FOYER_HOLIDAY_ASCENSION,
  FOYER_HOLIDAY_WHIT_MONDAY,
  FOYER_HOLIDAY_NATIONAL_DAY,
  FOYER_HOLIDAY_ASSUMPTION,
  FOYER_HOLIDAY_ALL_SAINTS,
  FOYER_HOLIDAY_ARMISTICE,
  FOYER_HOLIDAY_CHRISTMAS,
  FOYER_HOLIDAY_SECOND_CHRISTMAS,
  FOYER_HOLIDAY_ABOLITION,
} FoyerHoliday;

/**
 * FoyerHolidayRegion:
 * @FOYER_HOLIDAYS_UNKNOWN: a region whose holidays are not known here
 * @FOYER_HOLIDAYS_FRANCE: France, where nothing else holds
 * @FOYER_HOLIDAYS_ALSACE_MOSELLE: Bas-Rhin, Haut-Rhin and Moselle
 * @FOYER_HOLIDAYS_GUADELOUPE: Guadeloupe
 * @FOYER_HOLIDAYS_MARTINIQUE: Martinique
 * @FOYER_HOLIDAYS_GUYANE: French Guiana
 * @FOYER_HOLIDAYS_REUNION: La Réunion
 * @FOYER_HOLIDAYS_MAYOTTE: Mayotte
 * @FOYER_HOLIDAYS_SAINT_BARTHELEMY: Saint-Barthélemy
 * @FOYER_HOLIDAYS_SAINT_MARTIN: the French part of Saint-Martin
 *
 * Where the same days are public holidays.
 */
typedef enum {
  FOYER_HOLIDAYS_UNKNOWN,
  FOYER_HOLIDAYS_FRANCE,
  FOYER_HOLIDAYS_ALSACE_MOSELLE,
  FOYER_HOLIDAYS_GUADELOUPE,
  FOYER_HOLIDAYS_MARTINIQUE,
  FOYER_HOLIDAYS_GUYANE,
  FOYER_HOLIDAYS_REUNION,
  FOYER_HOLIDAYS_MAYOTTE,
  FOYER_HOLIDAYS_SAINT_BARTHELEMY,
  FOYER_HOLIDAYS_SAINT_MARTIN,
} FoyerHolidayRegion;

const char        *foyer_holiday_get_name     (FoyerHoliday        holiday);
FoyerHolidayRegion foyer_holidays_find_region (const char         *tz,
                                               const char         *postcode);
FoyerHoliday       foyer_holidays_get         (FoyerHolidayRegion  region,
                                               FoyerDay            day);

G_END_DECLS
