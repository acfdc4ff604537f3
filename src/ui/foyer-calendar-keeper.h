/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/foyer-calendars.h"

G_BEGIN_DECLS

/**
 * FoyerCalendarKeeper:
 *
 * Has the calendars that are followed read while the application runs: all when it begins, each again
 * when its time has come, and files as soon as they change.
 */
#define FOYER_TYPE_CALENDAR_KEEPER (foyer_calendar_keeper_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCalendarKeeper, foyer_calendar_keeper, FOYER, CALENDAR_KEEPER, GObject)

FoyerCalendarKeeper *foyer_calendar_keeper_new  (FoyerStore          *store,
                                                 FoyerSync           *sync);
/* Asks nothing more. */
void                 foyer_calendar_keeper_stop (FoyerCalendarKeeper *self);

G_END_DECLS
