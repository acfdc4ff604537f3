/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/foyer-desk.h"

G_BEGIN_DECLS

/**
 * FoyerMonthGrid:
 *
 * A month of seats: 42 focusable cells under the names of the weekdays, one stop for
 * the Tab key. Arrows move the cursor by day and week, Page Up and Page Down by month,
 * Home and End within the week, Ctrl+Home to today; with Shift, or by dragging, the
 * selection grows from where it began. It shows the days of the
 * desk's space and changes nothing.
 */
#define FOYER_TYPE_MONTH_GRID (foyer_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMonthGrid, foyer_month_grid, FOYER, MONTH_GRID, GtkWidget)

/**
 * FoyerMonthGrid::selection-changed:
 *
 * Other days are selected.
 */

/**
 * FoyerMonthGrid::month-changed:
 *
 * Another month is on the page.
 */

/**
 * FoyerMonthGrid::activated:
 *
 * Enter, Space, or a click: the person wants to see more of the selection.
 */

void     foyer_month_grid_set_desk              (FoyerMonthGrid *self,
                                                 FoyerDesk      *desk);
/* Returns: the first day of the month on the page */
FoyerDay foyer_month_grid_get_month             (FoyerMonthGrid *self);
/* Turns the page; the selection stays. */
void     foyer_month_grid_turn                  (FoyerMonthGrid *self,
                                                 int             n_months);
/* Turns to the page of @day; the selection stays. */
void     foyer_month_grid_show                  (FoyerMonthGrid *self,
                                                 FoyerDay        day);
/* Selects @day alone, on its month's page. */
void     foyer_month_grid_select                (FoyerMonthGrid *self,
                                                 FoyerDay        day);
/* Back to one day. Returns: whether more were selected */
gboolean foyer_month_grid_collapse              (FoyerMonthGrid *self);
/* @first ≤ @last */
void     foyer_month_grid_get_selection         (FoyerMonthGrid *self,
                                                 FoyerDay       *first,
                                                 FoyerDay       *last);
void     foyer_month_grid_set_show_week_numbers (FoyerMonthGrid *self,
                                                 gboolean        show);

G_END_DECLS
