/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-holidays.h"

#define POSTCODE_LENGTH 5

/* Everywhere in France: Code du travail, art. L3133-1. */
static const struct {
  guint8       month;
  guint8       day;
  FoyerHoliday holiday;
} fixed[] = {
  { 1, 1, FOYER_HOLIDAY_NEW_YEAR },
  { 5, 1, FOYER_HOLIDAY_LABOUR_DAY },
  { 5, 8, FOYER_HOLIDAY_VICTORY_DAY },
  { 7, 14, FOYER_HOLIDAY_NATIONAL_DAY },
  { 8, 15, FOYER_HOLIDAY_ASSUMPTION },
  { 11, 1, FOYER_HOLIDAY_ALL_SAINTS },
  { 11, 11, FOYER_HOLIDAY_ARMISTICE },
  { 12, 25, FOYER_HOLIDAY_CHRISTMAS },
};

/* Code du travail, art. L3422-2. For Saint-Martin the article still has a slip of the pen (28
 * March); the day that is kept there is 28 May. The longer postcodes stand before those
 * that begin them. */
static const struct {
  FoyerHolidayRegion region;
  const char        *tz;
  const char        *postcode;
  guint8             month;
  guint8             day;
} overseas[] = {
  { FOYER_HOLIDAYS_SAINT_BARTHELEMY, "America/St_Barthelemy", "97133", 10, 9 },
  { FOYER_HOLIDAYS_SAINT_MARTIN, "America/Marigot", "97150", 5, 28 },
  { FOYER_HOLIDAYS_GUADELOUPE, "America/Guadeloupe", "971", 5, 27 },
  { FOYER_HOLIDAYS_MARTINIQUE, "America/Martinique", "972", 5, 22 },
  { FOYER_HOLIDAYS_GUYANE, "America/Cayenne", "973", 6, 10 },
  { FOYER_HOLIDAYS_REUNION, "Indian/Reunion", "974", 12, 20 },
  { FOYER_HOLIDAYS_MAYOTTE, "Indian/Mayotte", "976", 4, 27 },
};

/**
 * foyer_holiday_get_name:
 * @holiday: a holiday
 *
 * Returns: (transfer none): how files and scripts spell it, such as `easter-monday`; "" for none
 */
const char *
foyer_holiday_get_name (FoyerHoliday holiday)
{
  static const char * const names[] = {
    [FOYER_HOLIDAY_NONE] = "",
    [FOYER_HOLIDAY_NEW_YEAR] = "new-year",
    [FOYER_HOLIDAY_GOOD_FRIDAY] = "good-friday",
    [FOYER_HOLIDAY_EASTER_MONDAY] = "easter-monday",
    [FOYER_HOLIDAY_LABOUR_DAY] = "labour-day",
    [FOYER_HOLIDAY_VICTORY_DAY] = "victory-day",
    [FOYER_HOLIDAY_ASCENSION] = "ascension",
    [FOYER_HOLIDAY_WHIT_MONDAY] = "whit-monday",
    [FOYER_HOLIDAY_NATIONAL_DAY] = "national-day",
    [FOYER_HOLIDAY_ASSUMPTION] = "assumption",
    [FOYER_HOLIDAY_ALL_SAINTS] = "all-saints",
    [FOYER_HOLIDAY_ARMISTICE] = "armistice",
    [FOYER_HOLIDAY_CHRISTMAS] = "christmas",
    [FOYER_HOLIDAY_SECOND_CHRISTMAS] = "second-christmas",
    [FOYER_HOLIDAY_ABOLITION] = "abolition",
  };

  g_return_val_if_fail (holiday < G_N_ELEMENTS (names), "");

  return names[holiday];
}

/* The Sunday of Easter by the method of an anonymous writer in Nature, 20 April 1876, as in
 * Jean Meeus, "Astronomical Algorithms", chapter 8; for every Gregorian year. */
static FoyerDay
find_easter (int year)
{
  int golden = year % 19;
  int century = year / 100;
  int of_century = year % 100;
  int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
  int late = (golden + 11 * moon + 22 * weekday) / 451;
  int march = moon + weekday - 7 * late + 114;

  return foyer_day_new (year, march / 31, march % 31 + 1);
}

static FoyerHoliday
find_movable (FoyerDay day,
              int      year)
{
  switch (day - find_easter (year))
    {
    case 1:
      return FOYER_HOLIDAY_EASTER_MONDAY;
    case 39:
      return FOYER_HOLIDAY_ASCENSION;
    case 50:
      return FOYER_HOLIDAY_WHIT_MONDAY;
    default:
      return FOYER_HOLIDAY_NONE;
    }
}

/* Ordinance of 16 August 1892, now art. L3134-13. Good Friday is one only in communes with a
 * Protestant church or a church of both confessions, which nobody lists; most people of the
 * three departments live in one. */
static FoyerHoliday
find_of_alsace_moselle (FoyerDay day,
                        int      year,
                        int      month,
                        int      day_of_month)
{
  if (month == 12 && day_of_month == 26)
    return FOYER_HOLIDAY_SECOND_CHRISTMAS;

  return day == find_easter (year) - 2 ? FOYER_HOLIDAY_GOOD_FRIDAY : FOYER_HOLIDAY_NONE;
}

static FoyerHoliday
find_of_region (FoyerHolidayRegion region,
                FoyerDay           day,
                int                year,
                int                month,
                int                day_of_month)
{
  if (region == FOYER_HOLIDAYS_ALSACE_MOSELLE)
    return find_of_alsace_moselle (day, year, month, day_of_month);

  for (gsize i = 0; i < G_N_ELEMENTS (overseas); i++)
    if (overseas[i].region == region && overseas[i].month == month && overseas[i].day == day_of_month)
      return FOYER_HOLIDAY_ABOLITION;

  return FOYER_HOLIDAY_NONE;
}

/* The digits of "67000", "67 000" or "F-67000"; FALSE when it is no French postcode. */
static gboolean
read_postcode (const char *text,
               char        digits[POSTCODE_LENGTH + 1])
{
  gsize n = 0;

  while (*text == ' ')
    text++;
  if (g_ascii_toupper (text[0]) == 'F' && text[1] == '-')
    text += 2;
  for (; *text != '\0'; text++)
    {
      if (*text == ' ')
        continue;
      if (!g_ascii_isdigit (*text) || n == POSTCODE_LENGTH)
        return FALSE;
      digits[n++] = *text;
    }
  digits[n] = '\0';

  return n == POSTCODE_LENGTH;
}

static FoyerHolidayRegion
find_by_postcode (const char *postcode)
{
  char digits[POSTCODE_LENGTH + 1];

  if (!read_postcode (postcode, digits))
    return FOYER_HOLIDAYS_FRANCE;
  if (g_str_has_prefix (digits, "57") || g_str_has_prefix (digits, "67") || g_str_has_prefix (digits, "68"))
    return FOYER_HOLIDAYS_ALSACE_MOSELLE;

  for (gsize i = 0; i < G_N_ELEMENTS (overseas); i++)
    if (g_str_has_prefix (digits, overseas[i].postcode))
      return overseas[i].region;

  return FOYER_HOLIDAYS_FRANCE;
}

/**
 * foyer_holidays_find_region:
 * @tz: the time zone of a space, by its IANA name
 * @postcode: its postcode, or any other text
 *
 * The zone tells the country, since other countries have postcodes of five digits too. Within
 * France the postcode tells more than the zone, which a host overseas may have left at that of
 * Paris; and the zone is asked where there is none.
 *
 * Returns: the region, %FOYER_HOLIDAYS_UNKNOWN outside of France
 */
FoyerHolidayRegion
foyer_holidays_find_region (const char *tz,
                            const char *postcode)
{
  FoyerHolidayRegion by_zone = FOYER_HOLIDAYS_UNKNOWN;
  FoyerHolidayRegion by_postcode;

  g_return_val_if_fail (tz != NULL, FOYER_HOLIDAYS_UNKNOWN);
  g_return_val_if_fail (postcode != NULL, FOYER_HOLIDAYS_UNKNOWN);

  if (g_str_equal (tz, "Europe/Paris"))
    by_zone = FOYER_HOLIDAYS_FRANCE;
  for (gsize i = 0; i < G_N_ELEMENTS (overseas); i++)
    if (g_str_equal (tz, overseas[i].tz))
      by_zone = overseas[i].region;

  if (by_zone == FOYER_HOLIDAYS_UNKNOWN)
    return FOYER_HOLIDAYS_UNKNOWN;
  by_postcode = find_by_postcode (postcode);

  return by_postcode != FOYER_HOLIDAYS_FRANCE ? by_postcode : by_zone;
}

/**
 * foyer_holidays_get:
 * @region: a region
 * @day: a day
 *
 * Which public holiday a day is. Where two fall together (Ascension on 1 May 2008), the one
 * with a fixed date. The rules are those of today for every year.
 *
 * Returns: the holiday, or %FOYER_HOLIDAY_NONE
 */
FoyerHoliday
foyer_holidays_get (FoyerHolidayRegion region,
                    FoyerDay           day)
{
  FoyerHoliday movable;
  int year, month, day_of_month;

  g_return_val_if_fail (foyer_day_is_valid (day), FOYER_HOLIDAY_NONE);

  if (region == FOYER_HOLIDAYS_UNKNOWN)
    return FOYER_HOLIDAY_NONE;

  foyer_day_get_ymd (day, &year, &month, &day_of_month);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].month == month && fixed[i].day == day_of_month)
      return fixed[i].holiday;

  movable = find_movable (day, year);
  if (movable != FOYER_HOLIDAY_NONE)
    return movable;

  return find_of_region (region, day, year, month, day_of_month);
}
