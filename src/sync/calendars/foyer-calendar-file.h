/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/calendars/foyer-calendar-fetch.h"

G_BEGIN_DECLS

/* The same of a file of this computer: its time and size say whether something is new. */
void foyer_calendar_file_read (const char           *path,
                               const char           *modified,     /* (nullable) */
                               FoyerCalendarFetched *fetched);

G_END_DECLS
