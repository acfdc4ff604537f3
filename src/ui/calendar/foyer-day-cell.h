/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-availability.h"

G_BEGIN_DECLS

/**
 * FoyerDayCell:
 *
 * One day of the month: a focusable widget with the role of a grid cell that draws its
 * number, what is free and the seats. Cells are recycled: turning the page shows other
 * days in the same 42.
 */
#define FOYER_TYPE_DAY_CELL (foyer_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDayCell, foyer_day_cell, FOYER, DAY_CELL, GtkWidget)

/**
 * FoyerDayLook:
 * @availability: (nullable): %NULL while it is not known
 * @outside: belongs to another month than the one on the page
 * @selected: within the selected days
 * @cursor: the day from which keys move
 */
typedef struct {
  FoyerDay                 day;
  FoyerDay                 today;
  const FoyerAvailability *availability;
  gboolean                 outside;
  gboolean                 selected;
  gboolean                 cursor;
} FoyerDayLook;

GtkWidget *foyer_day_cell_new     (int                 row,       /* from 0 */
                                   int                 column);
void       foyer_day_cell_show    (FoyerDayCell       *self,
                                   const FoyerDayLook *look);
FoyerDay   foyer_day_cell_get_day (FoyerDayCell       *self);

G_END_DECLS
