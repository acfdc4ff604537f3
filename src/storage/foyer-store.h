/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/foyer-clock.h"
#include "core/foyer-random.h"

G_BEGIN_DECLS

/**
 * FoyerStore:
 *
 * The one owner of a profile: its database, on one connection and one thread. Every
 * verb is an `_async`/`_finish` pair that may be called from any thread; answers come
 * back in the caller's thread-default main context, in the order in which foreground
 * verbs were asked. A verb that returns an error changed nothing.
 *
 * Changes are announced once, after they are durable, by [signal@Store::changed], always
 * in the context in which the store was opened.
 */
#define FOYER_TYPE_STORE (foyer_store_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStore, foyer_store, FOYER, STORE, GObject)

typedef enum {
  FOYER_CHANGE_SPACES   = 1 << 0,
  FOYER_CHANGE_OPENINGS = 1 << 1,
  FOYER_CHANGE_BOOKINGS = 1 << 2,
  FOYER_CHANGE_PEOPLE   = 1 << 3,
  FOYER_CHANGE_POST     = 1 << 4,     /* what waits to leave or for its time, what is published */
  FOYER_CHANGE_MY_SEATS = 1 << 5,
  FOYER_CHANGE_CALENDARS = 1 << 6,    /* what a space follows, and what is in it */
  FOYER_CHANGE_MONEY    = 1 << 7,     /* payments, papers, who sells */
  FOYER_CHANGE_ALL      = 0xff,
} FoyerChange;

/* The folder of a profile: --data-dir, else FOYER_DATA_DIR, else $XDG_DATA_HOME/foyer. */

/**
 * foyer_store_get_default_dir:
 *
 * The folder of a profile when none is named: `FOYER_DATA_DIR`, else `foyer` in the
 * person's data folder.
 *
 * Returns: (transfer full) (type filename): a path, which need not exist
 */
char       *foyer_store_get_default_dir (void);

/**
 * foyer_store_open_async:
 * @dir: (type filename): the profile's folder; made (0700) with its database (0600) when it
 *   is not there
 * @clock: read by the database thread
 * @random: (nullable): source of ids; %NULL for the system's
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Opens a profile for this process alone and checks it; an older format is migrated after a
 * backup. The thread-default main context of the caller is that of [signal@Store::changed].
 *
 * Errors: any #FoyerDbError.
 */
void        foyer_store_open_async      (const char           *dir,
                                         FoyerClock           *clock,
                                         FoyerRandom          *random,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * foyer_store_open_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [func@Store.open_async], and begins the backup of the day in the background.
 *
 * Returns: (transfer full) (nullable): the open store; %NULL with @error set
 */
FoyerStore *foyer_store_open_finish     (GAsyncResult         *result,
                                         GError              **error);

/**
 * foyer_store_close_async:
 * @self: an open store
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Finishes what is queued, brings the journal into the file and closes it; verbs answer
 * %G_IO_ERROR_CLOSED afterwards.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: any #FoyerDbError; the store is closed nevertheless, and the next opening checks
 *   the file.
 */
void        foyer_store_close_async     (FoyerStore           *self,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * foyer_store_close_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.close_async].
 *
 * Returns: whether the end was a clean one; else @error is set
 */
gboolean    foyer_store_close_finish    (FoyerStore           *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/**
 * foyer_store_get_dir:
 * @self: an open store
 *
 * The folder that the store was opened with. Any thread.
 *
 * Returns: (transfer none) (type filename): a path
 */
const char *foyer_store_get_dir         (FoyerStore           *self);

/**
 * foyer_store_get_clock:
 * @self: an open store
 *
 * The clock that the store was opened with. Any thread.
 *
 * Returns: (transfer none): the clock
 */
FoyerClock *foyer_store_get_clock       (FoyerStore           *self);

/**
 * foyer_store_undo_async:
 * @self: an open store
 * @op: the act to take back, as its verb returned it; 0 for the last one that can be
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes an act back. An undo is not undone.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: nothing-to-undo; bad-state (a later act changed the same), full, has-bookings
 *   when the world moved on; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void        foyer_store_undo_async      (FoyerStore           *self,
                                         gint64                op,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/**
 * foyer_store_undo_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @verb: (out) (optional) (transfer full): what was undone: "book", "cancel", "noshow",
 *   "checkin", "checkout", "open", "close", "days" (hours, seats or notes of some days, or
 *   back to the rules), "week", "space-add", "space-edit", "member-add", "member-edit",
 *   "member-merge", "member-apart",
 *   "wait", "offer", "unwait" (waiting lists), "follow", "unfollow", "calendar-edit" (calendars),
 *   "photo-add", "photo-remove", "photo-move",
 *   "pay", "seller", "publish", "unpublish", "accept", "decline", "request" or "withdraw"
 * @id: (out) (optional) (transfer full): the booking, space, member or seat it was about
 * @error: return location for an error
 *
 * Ends [method@Store.undo_async].
 *
 * Returns: whether the act was taken back; else @error is set and @verb and @id are left
 *   alone
 */
gboolean    foyer_store_undo_finish     (FoyerStore           *self,
                                         GAsyncResult         *result,
                                         char                **verb,
                                         char                **id,
                                         GError              **error);

G_END_DECLS
