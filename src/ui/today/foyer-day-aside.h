/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "storage/foyer-store-bookings.h"

G_BEGIN_DECLS

/**
 * FoyerDayAside:
 *
 * What stands beside the day: what is to collect, and the day after, to which it leads.
 */
#define FOYER_TYPE_DAY_ASIDE (foyer_day_aside_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDayAside, foyer_day_aside, FOYER, DAY_ASIDE, GtkBox)

void foyer_day_aside_set_sheet (FoyerDayAside       *self,
                                const FoyerDaySheet *sheet);

G_END_DECLS
