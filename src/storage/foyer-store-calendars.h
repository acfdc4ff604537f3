/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-calendar.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Calendars of other programs that close days of a space. A date about which the host said
 * something follows the host; any other follows its calendars, and what they leave open the week.
 * A calendar sends nobody away: who has a seat in a half that it closes keeps it, nobody else gets
 * one, and the day is named as a conflict. Reading them is not in here: it is told. */

/**
 * foyer_store_list_calendars_async:
 * @self: an open store
 * @space_id: (nullable): the id of a space, %NULL for all
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks which calendars are followed, with their conflicts from today on. Errors: not-found; any
 * #FoyerDbError.
 */
void           foyer_store_list_calendars_async  (FoyerStore                  *self,
                                                  const char                  *space_id,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/**
 * foyer_store_list_calendars_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_calendars_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerCalendar): by space, in the order in which they
 *   were added; %NULL with @error set
 */
GPtrArray     *foyer_store_list_calendars_finish (FoyerStore                  *self,
                                                  GAsyncResult                *result,
                                                  GError                     **error);

/**
 * foyer_store_save_calendar_async:
 * @self: an open store
 * @calendar: copied: its space, name, address and what it closes
 * @reading: (nullable) (transfer full): what is in it, of one that is new
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Follows a calendar when its id is "", else changes its name and what it closes. Days that it
 * closes are closed in the same act.
 *
 * Errors: invalid (name or address), too-much (24 of one space), not-found; any #FoyerDbError.
 */
void           foyer_store_save_calendar_async   (FoyerStore                  *self,
                                                  const FoyerCalendar         *calendar,
                                                  FoyerCalendarReading        *reading,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/**
 * foyer_store_remove_calendar_async:
 * @self: an open store
 * @calendar_id: the id of a calendar
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Follows a calendar no longer: what it closed is open again, in the same act. Errors: not-found; any
 * #FoyerDbError.
 */
void           foyer_store_remove_calendar_async (FoyerStore                  *self,
                                                  const char                  *calendar_id,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/**
 * foyer_store_put_reading_async:
 * @self: an open store
 * @calendar_id: the id of a calendar
 * @trouble: why it could not be read, or %FOYER_CALENDAR_FINE
 * @reading: (nullable) (transfer full): what is in it; %NULL when nothing is new, or with @trouble
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Writes down what a try to read a calendar gave. That is no act of anybody here and is not undone;
 * with trouble, what was known before goes on to hold. Errors: not-found; any #FoyerDbError.
 */
void           foyer_store_put_reading_async     (FoyerStore                  *self,
                                                  const char                  *calendar_id,
                                                  FoyerCalendarTrouble         trouble,
                                                  FoyerCalendarReading        *reading,
                                                  GCancellable                *cancellable,
                                                  GAsyncReadyCallback          callback,
                                                  gpointer                     user_data);

/**
 * foyer_store_calendar_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 for none
 * @error: return location for an error
 *
 * Ends [method@Store.save_calendar_async], [method@Store.remove_calendar_async] and
 * [method@Store.put_reading_async].
 *
 * Returns: (transfer full) (nullable): the calendar as it is now, or was; %NULL with @error set
 */
FoyerCalendar *foyer_store_calendar_finish       (FoyerStore                  *self,
                                                  GAsyncResult                *result,
                                                  gint64                      *op,
                                                  GError                     **error);

G_END_DECLS
