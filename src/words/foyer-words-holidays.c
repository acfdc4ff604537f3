/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <glib/gi18n-lib.h>

char *
foyer_words_holiday (FoyerHoliday holiday)
{
  switch (holiday)
    {
    case FOYER_HOLIDAY_NONE:
      return g_strdup ("");
    case FOYER_HOLIDAY_NEW_YEAR:
      return g_strdup (_("New Year"));
    case FOYER_HOLIDAY_GOOD_FRIDAY:
      return g_strdup (_("Good Friday"));
    case FOYER_HOLIDAY_EASTER_MONDAY:
      return g_strdup (_("Easter Monday"));
    case FOYER_HOLIDAY_LABOUR_DAY:
      return g_strdup (_("Labour Day"));
    case FOYER_HOLIDAY_VICTORY_DAY:
      /* Translators: 8 May 1945 */
      return g_strdup (_("Victory Day"));
    case FOYER_HOLIDAY_ASCENSION:
      return g_strdup (_("Ascension"));
    case FOYER_HOLIDAY_WHIT_MONDAY:
      return g_strdup (_("Whit Monday"));
    case FOYER_HOLIDAY_NATIONAL_DAY:
      /* Translators: of France, 14 July */
      return g_strdup (_("National Day"));
    case FOYER_HOLIDAY_ASSUMPTION:
      return g_strdup (_("Assumption"));
    case FOYER_HOLIDAY_ALL_SAINTS:
      return g_strdup (_("All Saints"));
    case FOYER_HOLIDAY_ARMISTICE:
      return g_strdup (_("Armistice"));
    case FOYER_HOLIDAY_CHRISTMAS:
      return g_strdup (_("Christmas"));
    case FOYER_HOLIDAY_SECOND_CHRISTMAS:
      /* Translators: 26 December in Alsace and Moselle */
      return g_strdup (_("St Stephen’s Day"));
    case FOYER_HOLIDAY_ABOLITION:
      /* Translators: of slavery, in the overseas regions of France */
      return g_strdup (_("Abolition Day"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
