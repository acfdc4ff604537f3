/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-calendar.h"
#include "sync/foyer-sync.h"

G_BEGIN_DECLS

/* Reading the calendars that spaces follow, from servers and from files. The address of one is often
 * all it takes to read it, so that it is in no message and in no log. */

/**
 * FOYER_CALENDAR_ERROR:
 *
 * Why a calendar could not be read; the code is a #FoyerCalendarTrouble.
 */
#define FOYER_CALENDAR_ERROR (foyer_calendar_error_quark ())
GQuark         foyer_calendar_error_quark          (void);

/**
 * foyer_sync_follow_calendar_async:
 * @self: a sync
 * @calendar: copied: its space, address and what it closes; the name may be "", it is then what the
 *   calendar calls itself
 * @cancellable: (nullable): without effect
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads a calendar and follows it from now on; one that cannot be read is not followed.
 *
 * Errors: any FOYER_CALENDAR_ERROR; those of foyer_store_save_calendar_async().
 */
void           foyer_sync_follow_calendar_async    (FoyerSync            *self,
                                                    const FoyerCalendar  *calendar,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_sync_follow_calendar_finish:
 * @self: the sync that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act, for foyer_store_undo_async()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the calendar
 */
FoyerCalendar *foyer_sync_follow_calendar_finish   (FoyerSync            *self,
                                                    GAsyncResult         *result,
                                                    gint64               *op,
                                                    GError              **error);

/**
 * FoyerCalendarsReport:
 * @calendars: (element-type FoyerCalendar): all that are followed, as they are now
 * @n_read: how many were asked
 * @error: (nullable): why one of those could not be read, a FOYER_CALENDAR_ERROR; the others were
 */
typedef struct {
  GPtrArray *calendars;
  int        n_read;
  GError    *error;
} FoyerCalendarsReport;

void           foyer_calendars_report_free         (FoyerCalendarsReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCalendarsReport, foyer_calendars_report_free)

/**
 * foyer_sync_refresh_calendars_async:
 * @self: a sync
 * @calendar_id: (nullable): one alone
 * @due_only: only those whose time has come
 * @cancellable: (nullable): without effect
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads calendars again, one after the other. What could not be read keeps what was known of it.
 *
 * Errors: not-found; any #FoyerDbError.
 */
void           foyer_sync_refresh_calendars_async  (FoyerSync            *self,
                                                    const char           *calendar_id,
                                                    gboolean              due_only,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/**
 * foyer_sync_refresh_calendars_finish:
 * @self: the sync that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was read
 */
FoyerCalendarsReport *
               foyer_sync_refresh_calendars_finish (FoyerSync            *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
