/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics-time.h"

#define FIRST_YEAR 1900
#define CYCLE_YEARS 400

gboolean
foyer_ics_time_from_ical (struct icaltimetype  ical,
                          FoyerIcsTime        *time)
{
  int year = ical.year;

  if (year <= 0)
    return FALSE;
  while (year < FIRST_YEAR)
    year += CYCLE_YEARS;
  *time = (FoyerIcsTime) {
    .day = foyer_day_new (year, ical.month, ical.day),
    .is_date = ical.is_date != 0,
  };
  if (time->day == FOYER_DAY_NONE)
    return FALSE;
  if (time->is_date)
    return TRUE;
  if (ical.hour < 0 || ical.hour > 23 || ical.minute < 0 || ical.minute > 59 || ical.second < 0 || ical.second > 60)
    return FALSE;

  time->second = ical.hour * 3600 + ical.minute * 60 + MIN (ical.second, 59);
  time->is_utc = ical.zone != NULL && ical.zone == icaltimezone_get_utc_timezone ();

  return TRUE;
}

gboolean
foyer_ics_time_read (icalproperty *property,
                     FoyerIcsTime *time)
{
  const icalvalue *value = icalproperty_get_value (property);

  if (value == NULL)
    return FALSE;

  switch ((int) icalvalue_isa (value))
    {
    case ICAL_DATE_VALUE:
      return foyer_ics_time_from_ical (icalvalue_get_date (value), time);
    case ICAL_DATETIME_VALUE:
      return foyer_ics_time_from_ical (icalvalue_get_datetime (value), time);
    case ICAL_DATETIMEDATE_VALUE:
      return foyer_ics_time_from_ical (icalvalue_get_datetimedate (value), time);
    case ICAL_DATETIMEPERIOD_VALUE:
      {
        const struct icaldatetimeperiodtype either = icalvalue_get_datetimeperiod (value);

        return foyer_ics_time_from_ical (either.time.year != 0 ? either.time : either.period.start, time);
      }
    case ICAL_PERIOD_VALUE:
      return foyer_ics_time_from_ical (icalvalue_get_period (value).start, time);
    default:
      return FALSE;
    }
}
