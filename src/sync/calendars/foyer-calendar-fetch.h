/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/foyer-calendar.h"

G_BEGIN_DECLS

/**
 * FoyerCalendarFetched:
 * @trouble: why there is no @body
 * @body: (nullable): the text; %NULL without @trouble when nothing is new
 * @etag: (nullable): of @body
 * @modified: (nullable): of @body
 */
typedef struct {
  FoyerCalendarTrouble  trouble;
  GBytes               *body;
  char                 *etag;
  char                 *modified;
} FoyerCalendarFetched;

/* Called once, never from within foyer_calendar_fetch(). */
typedef void (*FoyerCalendarFetchFunc) (const FoyerCalendarFetched *fetched,
                                        gpointer                    user_data);

/**
 * foyer_calendar_fetch:
 * @address: https, or the path of a file
 * @etag: (nullable): of what is known
 * @modified: (nullable): of what is known
 * @cancellable: (nullable): hangs up; that is as if nobody answered
 *
 * Gets a calendar from where it is, on the main context of the thread: HTTP/1.1, no cookies, no passwords,
 * no compression, redirects only to where one may be asked as well, at most FOYER_ICS_SIZE_MAX bytes
 * in 30 seconds; of files only plain ones.
 */
void foyer_calendar_fetch (const char             *address,
                           const char             *etag,
                           const char             *modified,
                           GCancellable           *cancellable,
                           FoyerCalendarFetchFunc  func,
                           gpointer                user_data);

G_END_DECLS
