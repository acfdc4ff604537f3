/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerYearGrid:
 *
 * Twelve months beside and below each other, each a heat map of how full its days are: two
 * to four in a row, as the width allows. It is one stop of Tab; arrows go from month to
 * month and over the edges of the year.
 */
#define FOYER_TYPE_YEAR_GRID (foyer_year_grid_get_type ())
G_DECLARE_FINAL_TYPE (FoyerYearGrid, foyer_year_grid, FOYER, YEAR_GRID, GtkWidget)

/**
 * FoyerYearGrid::year-changed:
 *
 * Another year is on the page.
 */

/**
 * FoyerYearGrid::activated:
 * @day: a day that was pointed at, else the first of the month
 * @whole_month: whether the month was asked for and no day of it
 *
 * Enter, Space, or a click: the person wants to see more.
 */

void foyer_year_grid_set_desk (FoyerYearGrid *self,
                               FoyerDesk     *desk);
/* Shows the year of @day; its month is the one that Tab comes to. */
void foyer_year_grid_show     (FoyerYearGrid *self,
                               FoyerDay       day);
/* Turns the page by years, as far as the calendar goes. */
void foyer_year_grid_turn     (FoyerYearGrid *self,
                               int            n_years);
/* Returns: the first day of the month that Tab comes to, or %FOYER_DAY_NONE */
FoyerDay foyer_year_grid_get_month (FoyerYearGrid *self);

G_END_DECLS
