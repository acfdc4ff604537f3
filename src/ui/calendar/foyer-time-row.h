/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes a spin row hold a time of the day: it shows and reads "09:30", its value is
 * minutes after midnight, its steps are quarters of an hour. */
void foyer_time_row_set_up      (AdwSpinRow *row);
int  foyer_time_row_get_minute  (AdwSpinRow *row);
void foyer_time_row_set_minute  (AdwSpinRow *row,
                                 int         minute);

G_END_DECLS
