/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-error.h"
#include "core/foyer-opening-sentence.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

#define FOYER_SERIES_DAYS 366            /* a series ends so many days after today at the latest */
#define FOYER_SERIES_WEEKS_MAX 52

/**
 * FoyerSeriesRule:
 * @weekdays: a mask of FOYER_WEEKDAY_BIT()
 * @every_weeks: 1 for every week, 2 for every other, up to %FOYER_SERIES_WEEKS_MAX; weeks begin on
 *   Monday, and the one of the first day of the series is the first
 * @from: the first day that may belong to it
 * @until: the last day that may belong to it; before @from: no day does
 *
 * The days of a series: local dates of the space, which no change of clocks moves.
 */
typedef struct {
  guint    weekdays;
  int      every_weeks;
  FoyerDay from;
  FoyerDay until;
} FoyerSeriesRule;

gboolean foyer_series_rule_check (const FoyerSeriesRule  *self,
                                  GError                **error);
FoyerDay foyer_series_rule_next  (const FoyerSeriesRule  *self,
                                  FoyerDay                after);
gboolean foyer_series_rule_has   (const FoyerSeriesRule  *self,
                                  FoyerDay                day);

/**
 * FoyerSeriesPlan:
 * @rule: its days; @from and @until are %FOYER_DAY_NONE where nothing was said
 * @part: the part of each day
 * @left_out: (element-type FoyerOpeningDates): days on which it is not wanted
 * @not_on_holidays: whether public holidays are left out even where the space is open
 *
 * What somebody said about a series.
 */
typedef struct {
  FoyerSeriesRule  rule;
  FoyerPart        part;
  GArray          *left_out;
  gboolean         not_on_holidays;
} FoyerSeriesPlan;

FoyerSeriesPlan *foyer_series_plan_read     (const char             *sentence,
                                             FoyerDay                today,
                                             int                     half_at,
                                             GError                **error);
FoyerSeriesPlan *foyer_series_plan_copy     (const FoyerSeriesPlan  *self);
gboolean         foyer_series_plan_leaves_out (const FoyerSeriesPlan *self,
                                             FoyerDay                day);
void             foyer_series_plan_free     (FoyerSeriesPlan        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSeriesPlan, foyer_series_plan_free)

/**
 * FoyerSkippedDay:
 * @day: a day of a series that is not booked
 * @reason: %FOYER_ERROR_CLOSED, %FOYER_ERROR_FULL, %FOYER_ERROR_ALREADY_BOOKED or
 *   %FOYER_ERROR_OVER_LIMIT
 * @holiday: the public holiday for which it is closed or left out, or %FOYER_HOLIDAY_NONE
 * @over: the limit that it would exceed
 *
 * A day that falls out, and why.
 */
typedef struct {
  FoyerDay       day;
  FoyerError     reason;
  FoyerHoliday   holiday;
  FoyerOverLimit over;
} FoyerSkippedDay;

/**
 * FoyerSeries:
 *
 * A seat that one person takes again and again. A record, read only.
 */
typedef struct {
  char            *id;
  char            *space_id;
  char            *person_id;
  char            *name;
  FoyerSeriesRule  rule;
  FoyerPart        part;
  int              seats;
  int              n_ahead;      /* days with a seat from today on */
  FoyerDay         next;         /* the first of them, or FOYER_DAY_NONE */
  GArray          *away;         /* (element-type FoyerDay): days given free for an absence, from today on */
} FoyerSeries;

void foyer_series_free (FoyerSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSeries, foyer_series_free)

G_END_DECLS
