/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-availability.h"

G_BEGIN_DECLS

/**
 * FoyerDayEvents:
 *
 * What the calendars that a space follows have on a day, with its conflict; hidden without any.
 */
#define FOYER_TYPE_DAY_EVENTS (foyer_day_events_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDayEvents, foyer_day_events, FOYER, DAY_EVENTS, GtkBox)

void foyer_day_events_show (FoyerDayEvents          *self,
                            const FoyerAvailability *day,
                            gint64                   now_ms);

G_END_DECLS
