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
 * verb is an `_async`/`_finish` pair that may be called from the thread that opened
 * the store; answers come back in that thread's main context, in the order in which
 * foreground verbs were asked. A verb that returns an error changed nothing.
 *
 * Changes are announced once, after they are durable, by [signal@Store::changed].
 */
#define FOYER_TYPE_STORE (foyer_store_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStore, foyer_store, FOYER, STORE, GObject)

typedef enum {
  FOYER_CHANGE_SPACES   = 1 << 0,
  FOYER_CHANGE_OPENINGS = 1 << 1,
  FOYER_CHANGE_BOOKINGS = 1 << 2,
  FOYER_CHANGE_PEOPLE   = 1 << 3,
  FOYER_CHANGE_ALL      = 0xf,
} FoyerChange;

/* The folder of a profile: --data-dir, else FOYER_DATA_DIR, else $XDG_DATA_HOME/foyer. */
char       *foyer_store_get_default_dir (void);

/**
 * foyer_store_open_async:
 * @dir: the profile's folder; made (0700) with its database (0600) when it is not there
 * @clock: read by the database thread
 * @random: (nullable): source of ids; %NULL for the system's
 *
 * Errors: any #FoyerDbError.
 */
void        foyer_store_open_async      (const char           *dir,
                                         FoyerClock           *clock,
                                         FoyerRandom          *random,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
FoyerStore *foyer_store_open_finish     (GAsyncResult         *result,
                                         GError              **error);
/* Finishes what is queued, checkpoints and closes; verbs answer G_IO_ERROR_CLOSED afterwards. */
void        foyer_store_close_async     (FoyerStore           *self,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    foyer_store_close_finish    (FoyerStore           *self,
                                         GAsyncResult         *result,
                                         GError              **error);

/* (transfer none): the folder of the profile, absolute */
const char *foyer_store_get_dir         (FoyerStore           *self);
FoyerClock *foyer_store_get_clock       (FoyerStore           *self);

/**
 * foyer_store_undo_async:
 * @op: the act to take back, as the verb returned it; 0 for the last one that can be
 *
 * Errors: nothing-to-undo; full, has-bookings, bad-state when the world moved on.
 */
void        foyer_store_undo_async      (FoyerStore           *self,
                                         gint64                op,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
/* @verb (out) (transfer full): what was undone: "book", "cancel", "noshow", "checkin",
 *   "checkout", "open", "close", "days" (hours, seats or notes of some days, or back to the
 *   rules), "week", "space-add", "space-edit", "member-add" or "member-edit"
 * @id (out) (transfer full): the booking, space or member it was about */
gboolean    foyer_store_undo_finish     (FoyerStore           *self,
                                         GAsyncResult         *result,
                                         char                **verb,
                                         char                **id,
                                         GError              **error);

G_END_DECLS
