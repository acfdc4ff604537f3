/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "core/foyer-opening-sentence.h"
#include "core/foyer-opening.h"
#include "core/foyer-space.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Spaces, when they are open, and what is free there. Every change returns in @op the
 * act for [method@Store.undo_async] (0 when nothing changed). */

/**
 * foyer_store_list_spaces_async:
 * @self: an open store
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists all spaces, in the order in which they were added, those that are archived among them.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_list_spaces_async   (FoyerStore           *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * foyer_store_list_spaces_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_spaces_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerSpace): the spaces; %NULL with
 *   @error set
 */
GPtrArray  *foyer_store_list_spaces_finish  (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/**
 * foyer_store_save_space_async:
 * @self: an open store
 * @space: copied; its texts are cleaned
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Adds @space when its id is "", else replaces what is editable in it; without an array of desks
 * those there are stay. Without a point the
 * gazetteer gives one by postcode and city.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: those of [method@Space.check]; not-found; has-bookings (with ids: fewer seats
 *   than are held, a desk taken away that is pinned ahead, or another zone with bookings ahead); currency-mismatch (with ids:
 *   another currency with bookings ahead); any #FoyerDbError; %G_IO_ERROR_CLOSED after the
 *   close.
 */
void        foyer_store_save_space_async    (FoyerStore           *self,
                                             const FoyerSpace     *space,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * foyer_store_save_space_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.save_space_async].
 *
 * Returns: (transfer full) (nullable): the space as it is now; %NULL with @error set
 */
FoyerSpace *foyer_store_save_space_finish   (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             gint64               *op,
                                             GError              **error);

/**
 * foyer_store_set_desks_async:
 * @self: an open store
 * @space: its id and its desks count; copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Changes the names of the desks of a space and nothing else of it, whatever was saved meanwhile. A desk
 * with the key of one there is is that desk. Ended by [method@Store.save_space_finish].
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (its message begins with "desk"), not-found, has-bookings (with ids: a desk taken away
 *   that is pinned ahead); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_set_desks_async     (FoyerStore           *self,
                                             const FoyerSpace     *space,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * foyer_store_get_week_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads the weekly rules, oldest first.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_get_week_async      (FoyerStore           *self,
                                             const char           *space_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * foyer_store_get_week_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.get_week_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerOpeningRule): the rules; %NULL
 *   with @error set
 */
GArray     *foyer_store_get_week_finish     (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/**
 * FoyerDaysChange:
 * @n_days: days from today within 366 days whose availability changed
 * @n_cancelled: bookings cancelled on the way
 */
typedef struct {
  int    n_days;
  int    n_cancelled;
  gint64 op;
} FoyerDaysChange;

/**
 * foyer_store_set_week_async:
 * @self: an open store
 * @space_id: the id of a space
 * @rules: (array length=n_rules) (nullable): copied; in the order in which a later one wins
 * @n_rules: 0 to 500
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Replaces all weekly rules. The same rules again are no act.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (a rule), too-much (more than 500), not-found, has-bookings (with the ids
 *   of who would lose a seat); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_set_week_async      (FoyerStore             *self,
                                             const char             *space_id,
                                             const FoyerOpeningRule *rules,
                                             gsize                   n_rules,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                user_data);

/**
 * foyer_store_add_rule_async:
 * @self: an open store
 * @space_id: the id of a space
 * @rule: copied
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Adds a rule behind the others. The last one again is no act.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid, too-much (500 are there), not-found, has-bookings (with ids); any
 *   #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_add_rule_async      (FoyerStore             *self,
                                             const char             *space_id,
                                             const FoyerOpeningRule *rule,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                user_data);

/**
 * foyer_store_add_plan_async:
 * @self: an open store
 * @space_id: the id of a space
 * @plan: copied; what a sentence says
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Adds the rules of a plan to the week and writes its dates over it, all in one act; ended by
 * [method@Store.days_finish].
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found, has-bookings (a date that closes has some; nothing was changed), past-day
 *   and beyond-horizon (of its dates), too-much; any #FoyerDbError; %G_IO_ERROR_CLOSED after
 *   the close.
 */
void        foyer_store_add_plan_async      (FoyerStore             *self,
                                             const char             *space_id,
                                             const FoyerOpeningPlan *plan,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                user_data);

/**
 * foyer_store_set_plan_async:
 * @self: an open store
 * @space_id: the id of a space
 * @plan: copied; what a sentence says
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * As [method@Store.add_plan_async], but the rules of @plan, if it has any, replace the week.
 */
void        foyer_store_set_plan_async      (FoyerStore             *self,
                                             const char             *space_id,
                                             const FoyerOpeningPlan *plan,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                user_data);

/**
 * FoyerDaysEdit:
 *
 * What becomes of the days @first to @last. Opening keeps the hours and seats that a
 * day has (or its rule gives, or 09:00-18:00 and the space's seats) where @start_minute
 * or @seats is -1. @note: %NULL keeps what is there, "" removes it. Days before today
 * stay as they are; a range all in the past is past-day.
 */
typedef struct {
  FoyerDay    first;
  FoyerDay    last;
  enum { FOYER_DAYS_KEEP, FOYER_DAYS_OPEN, FOYER_DAYS_CLOSE, FOYER_DAYS_BY_RULE } to;
  int         start_minute;
  int         end_minute;
  int         seats;
  const char *note;
  gboolean    cancel_bookings;    /* else closing what is booked is has-bookings */
} FoyerDaysEdit;

/**
 * foyer_store_edit_days_async:
 * @self: an open store
 * @space_id: the id of a space
 * @edit: copied; which days, and what becomes of them
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Opens, closes or annotates days, or gives them back to the weekly rules.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (the range, the hours, the seats or the note), not-found, past-day (the
 *   whole range), beyond-horizon (its end), has-bookings (with ids; with
 *   %FoyerDaysEdit.cancel_bookings only who is here or was, and who sits where seats become
 *   fewer); any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_edit_days_async     (FoyerStore           *self,
                                             const char           *space_id,
                                             const FoyerDaysEdit  *edit,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * foyer_store_days_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @change: (out caller-allocates): what became of the days
 * @error: return location for an error
 *
 * Ends [method@Store.set_week_async], [method@Store.add_rule_async] and
 * [method@Store.edit_days_async].
 *
 * Returns: whether the days are as was asked; else @error is set
 */
gboolean    foyer_store_days_finish         (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             FoyerDaysChange      *change,
                                             GError              **error);

/**
 * foyer_store_availability_async:
 * @self: an open store
 * @space_id: the id of a space
 * @first: the first day, also one of the past
 * @n_days: 1 to 367
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads hours, seats and what is held of each day from @first on. A past day that nobody
 * kept was closed.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (the days are no such range), not-found; any #FoyerDbError;
 *   %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_availability_async  (FoyerStore           *self,
                                             const char           *space_id,
                                             FoyerDay              first,
                                             int                   n_days,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * foyer_store_availability_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.availability_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerAvailability): one for each day;
 *   %NULL with @error set
 */
GArray     *foyer_store_availability_finish (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
