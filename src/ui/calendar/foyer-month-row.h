/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_MONTH_GAP 4

/**
 * FoyerMonthRow:
 *
 * One row of the month, with that role: seven children of equal width after an optional
 * label for the week's number. The rows of one month are as wide as each other, so their
 * columns stand under one another.
 */
#define FOYER_TYPE_MONTH_ROW (foyer_month_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMonthRow, foyer_month_row, FOYER, MONTH_ROW, GtkWidget)

GtkWidget *foyer_month_row_new               (int            index);     /* from 0, the weekday names */
void       foyer_month_row_append            (FoyerMonthRow *self,
                                              GtkWidget     *child);
void       foyer_month_row_set_week          (FoyerMonthRow *self,
                                              const char    *text);
void       foyer_month_row_set_week_visible  (FoyerMonthRow *self,
                                              gboolean       visible);

G_END_DECLS
