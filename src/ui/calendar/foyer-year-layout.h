/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"

G_BEGIN_DECLS

/* How strongly a day shows in the year: from nobody to full. */
#define FOYER_YEAR_LEVELS 5

/* Returns: 0 nobody is booked, 1 up to a third of the half days, 2 up to two thirds,
 *   3 more, 4 all of them; -1 for a closed day */
int foyer_year_layout_level     (const FoyerAvailability *day);

/**
 * FoyerYearShare:
 * @n_open: days that are open
 * @n_full: days without a seat
 * @held: half days that somebody has
 * @seats: half days there are
 *
 * How much of a month is taken.
 */
typedef struct {
  int    n_open;
  int    n_full;
  gint64 held;
  gint64 seats;
} FoyerYearShare;

void foyer_year_share_add         (FoyerYearShare          *self,
                                   const FoyerAvailability *day);
/* Returns: percent, rounded down but for the last: only what is full is 100 */
int  foyer_year_share_get_percent (const FoyerYearShare    *self);

/* Returns: how many months stand beside each other in @width pixels at a scale of 1 */
int  foyer_year_layout_columns    (int                      width);

G_END_DECLS
