/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DAY_ROW (foyer_day_row_get_type ())

/**
 * FoyerDayRow:
 *
 * A row with a day, and a calendar below it to choose another: ::chosen tells that somebody
 * did.
 */
G_DECLARE_FINAL_TYPE (FoyerDayRow, foyer_day_row, FOYER, DAY_ROW, AdwExpanderRow)

FoyerDay foyer_day_row_get_day (FoyerDayRow *self);
/* @today: days of another year are shown with it */
void     foyer_day_row_set_day (FoyerDayRow *self,
                                FoyerDay     day,
                                FoyerDay     today);

G_END_DECLS
