/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-period.h"

static void
get_year (int       year,
          FoyerDay *first,
          FoyerDay *last)
{
  *first = foyer_day_new (year, 1, 1);
  *last = foyer_day_new (year, 12, 31);
}

void
foyer_booking_period_get_days (FoyerBookingPeriod  self,
                               FoyerDay            today,
                               int                 first_weekday,
                               FoyerDay           *first,
                               FoyerDay           *last)
{
  FoyerDay week = today - (foyer_day_get_weekday (today) - first_weekday + 7) % 7;
  FoyerDay month = foyer_day_first_of_month (today);
  int year, month_of_year, day;

  foyer_day_get_ymd (today, &year, &month_of_year, &day);
  *first = *last = FOYER_DAY_NONE;
  switch (self)
    {
    case FOYER_PERIOD_TODAY:
      *first = *last = today;
      break;
    case FOYER_PERIOD_THIS_WEEK:
      *first = week;
      *last = week + 6;
      break;
    case FOYER_PERIOD_NEXT_WEEK:
      *first = week + 7;
      *last = week + 13;
      break;
    case FOYER_PERIOD_THIS_MONTH:
      *first = month;
      *last = foyer_day_add_months (month, 1) - 1;
      break;
    case FOYER_PERIOD_LAST_MONTH:
      *first = foyer_day_add_months (month, -1);
      *last = month - 1;
      break;
    case FOYER_PERIOD_THIS_YEAR:
      get_year (year, first, last);
      break;
    case FOYER_PERIOD_LAST_YEAR:
      get_year (year - 1, first, last);
      break;
    case FOYER_PERIOD_BETWEEN:
    case FOYER_PERIOD_ANY:
    default:
      break;
    }
}
