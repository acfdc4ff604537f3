/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FoyerHoursDialog:
 *
 * Asks for the exact opening hours of something, and for its seats where they are asked
 * for too.
 */
#define FOYER_TYPE_HOURS_DIALOG (foyer_hours_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHoursDialog, foyer_hours_dialog, FOYER, HOURS_DIALOG, AdwDialog)

/**
 * FoyerHoursDialog::chosen:
 * @start_minute: minutes after midnight
 * @end_minute: after @start_minute
 * @n_seats: 0 when seats were not asked for
 */

/* @title: the day or weekday whose hours these are */
FoyerHoursDialog *foyer_hours_dialog_new       (const char       *title,
                                                int               start_minute,
                                                int               end_minute);
/* Asks for seats too. */
void              foyer_hours_dialog_ask_seats (FoyerHoursDialog *self,
                                                int               n_seats);

G_END_DECLS
