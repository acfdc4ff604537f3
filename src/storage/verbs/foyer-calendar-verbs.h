/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-calendars.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-calendars.h on the thread of @db, each in one transaction. */

GPtrArray     *foyer_calendar_verbs_list        (FoyerDb                     *db,
                                                 const char                  *space_id,   /* (nullable) */
                                                 GError                     **error);
FoyerCalendar *foyer_calendar_verbs_save        (FoyerDb                     *db,
                                                 const FoyerCalendar         *calendar,
                                                 const FoyerCalendarReading  *reading,    /* (nullable) */
                                                 gint64                      *op,
                                                 GError                     **error);
FoyerCalendar *foyer_calendar_verbs_remove      (FoyerDb                     *db,
                                                 const char                  *id,
                                                 gint64                      *op,
                                                 GError                     **error);
FoyerCalendar *foyer_calendar_verbs_put_reading (FoyerDb                     *db,
                                                 const char                  *id,
                                                 FoyerCalendarTrouble         trouble,
                                                 const FoyerCalendarReading  *reading,    /* (nullable) */
                                                 GError                     **error);

G_END_DECLS
