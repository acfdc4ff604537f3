/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"
#include "core/foyer-series.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Seats taken again and again. Every change is one act, which [method@Store.undo_async] takes back as
 * a whole, and each can be asked as a preview: it answers what it would do and does nothing. */

/**
 * FoyerSeriesRequest:
 * @space_id: the id of a space
 * @person_id: (nullable): the id of a person, or
 * @guest_name: (nullable): the name of somebody without a lasting record; exactly one of both
 * @plan: its days and part; from today and up to %FOYER_SERIES_DAYS ahead where it names no end
 * @seats: on each day
 * @again: also on days on which this person has a seat at that time
 * @over_limit: also beyond the limits that the space has for one person
 * @preview: only say what would be done
 *
 * A series that somebody wants.
 */
typedef struct {
  const char            *space_id;
  const char            *person_id;
  const char            *guest_name;
  const FoyerSeriesPlan *plan;
  int                    seats;
  gboolean               again;
  gboolean               over_limit;
  gboolean               preview;
} FoyerSeriesRequest;

/**
 * FoyerSeriesTo:
 * @FOYER_SERIES_AWAY: gives the seats from @first to @last free for an absence
 * @FOYER_SERIES_BACK: takes those given free for an absence from @first to @last again
 * @FOYER_SERIES_END: ends it before @first and cancels the rest
 */
typedef enum {
  FOYER_SERIES_AWAY,
  FOYER_SERIES_BACK,
  FOYER_SERIES_END,
} FoyerSeriesTo;

/**
 * FoyerSeriesEdit:
 * @series_id: the id of a series or of any of its bookings
 * @to: what becomes of it
 * @first: the first day concerned, or %FOYER_DAY_NONE for today; what is past stays as it was
 * @last: the last one, or %FOYER_DAY_NONE for the end; without meaning for an end
 * @over_limit: takes days again beyond the limits that the space has for one person, too
 * @preview: only say what would be done
 *
 * A change of a series.
 */
typedef struct {
  const char    *series_id;
  FoyerSeriesTo  to;
  FoyerDay       first;
  FoyerDay       last;
  gboolean       over_limit;
  gboolean       preview;
} FoyerSeriesEdit;

/**
 * FoyerSeriesChange:
 * @series: the series as it is then
 * @bookings: (element-type FoyerBooking): what was taken or given free, by day
 * @skipped: (element-type FoyerSkippedDay): days that fall out, by day
 * @horizon: the last day that can be booked today, when the series was to go on after it, else
 *   %FOYER_DAY_NONE
 * @preview: nothing of it was done, and the ids mean nothing
 *
 * What became of a series.
 */
typedef struct {
  FoyerSeries *series;
  GPtrArray   *bookings;
  GArray      *skipped;
  FoyerDay     horizon;
  gboolean     preview;
} FoyerSeriesChange;

void               foyer_series_change_free       (FoyerSeriesChange         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSeriesChange, foyer_series_change_free)

/**
 * foyer_store_book_series_async:
 * @self: an open store
 * @request: what is wanted; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes a seat on each day of a series on which there is one, and names the others. Each seat is
 * a booking of its own at the price of today.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid, not-found, past-day (it begins before today), beyond-horizon (its first day is
 *   more than %FOYER_SERIES_DAYS ahead); full, already-booked or closed when no day at all is left;
 *   too-much; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void               foyer_store_book_series_async  (FoyerStore                *self,
                                                   const FoyerSeriesRequest  *request,
                                                   GCancellable              *cancellable,
                                                   GAsyncReadyCallback        callback,
                                                   gpointer                   user_data);

/**
 * foyer_store_edit_series_async:
 * @self: an open store
 * @edit: what is to become of it; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Gives days of a series free, takes them again or ends it. Only seats that are confirmed are given
 * up: who is here or was here stays. A day that was cancelled by itself stays so.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (the days are no range), not-found, past-day (all of it is past), bad-state
 *   (nothing of it lies there); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void               foyer_store_edit_series_async  (FoyerStore                *self,
                                                   const FoyerSeriesEdit     *edit,
                                                   GCancellable              *cancellable,
                                                   GAsyncReadyCallback        callback,
                                                   gpointer                   user_data);

/**
 * foyer_store_series_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async], 0 for a preview
 * @error: return location for an error
 *
 * Ends [method@Store.book_series_async] and [method@Store.edit_series_async].
 *
 * Returns: (transfer full) (nullable): what was done; %NULL with @error set
 */
FoyerSeriesChange *foyer_store_series_finish      (FoyerStore                *self,
                                                   GAsyncResult              *result,
                                                   gint64                    *op,
                                                   GError                   **error);

/**
 * foyer_store_list_series_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists the series of a space that are not over, by name.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void               foyer_store_list_series_async  (FoyerStore                *self,
                                                   const char                *space_id,
                                                   GCancellable              *cancellable,
                                                   GAsyncReadyCallback        callback,
                                                   gpointer                   user_data);

/**
 * foyer_store_list_series_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_series_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerSeries): the series; %NULL with @error set
 */
GPtrArray         *foyer_store_list_series_finish (FoyerStore                *self,
                                                   GAsyncResult              *result,
                                                   GError                   **error);

G_END_DECLS
