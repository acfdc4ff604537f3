/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/foyer-code.h"
#include "core/foyer-day.h"
#include "storage/foyer-store.h"
#include "sync/foyer-sync-error.h"

G_BEGIN_DECLS

/**
 * FoyerSync:
 *
 * A profile's correspondence with directories: sends what waits in the outbox, fetches what
 * came, finds places. It works on a thread of its own; its methods are called on the thread
 * that made it, and answer there. Without a network everything else goes on.
 */
#define FOYER_TYPE_SYNC (foyer_sync_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSync, foyer_sync, FOYER, SYNC, GObject)

/**
 * FoyerSyncState:
 * @FOYER_SYNC_OFF: nothing here goes to any directory
 * @FOYER_SYNC_UP_TO_DATE: nothing waits
 * @FOYER_SYNC_WAITING: something waits, and the last try was no failure
 * @FOYER_SYNC_OFFLINE: this machine has no network
 * @FOYER_SYNC_UNREACHABLE: a directory did not answer
 */
typedef enum {
  FOYER_SYNC_OFF,
  FOYER_SYNC_UP_TO_DATE,
  FOYER_SYNC_WAITING,
  FOYER_SYNC_OFFLINE,
  FOYER_SYNC_UNREACHABLE,
} FoyerSyncState;

/**
 * FoyerSyncStatus:
 * @state: the worst of all directories
 * @n_waiting: posts that wait to leave
 * @n_refused: posts that a directory refused for good
 * @last_ms: when all was last up to date; 0: never
 * @next_ms: when the next try is; 0: none is planned
 * @skew_ms: how far the directory's clock is ahead of ours
 * @directories: (element-type FoyerSyncDirectory)
 */
typedef struct {
  FoyerSyncState  state;
  guint           n_waiting;
  guint           n_refused;
  gint64          last_ms;
  gint64          next_ms;
  gint64          skew_ms;
  GPtrArray      *directories;
} FoyerSyncStatus;

/**
 * FoyerSyncDirectory:
 * @last_ms: when it last answered; 0: never
 * @error: (nullable): why the last try failed
 */
typedef struct {
  char   *origin;
  gint64  last_ms;
  GError *error;
} FoyerSyncDirectory;

FoyerSyncStatus *foyer_sync_status_copy (const FoyerSyncStatus *self);
void             foyer_sync_status_free (FoyerSyncStatus       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSyncStatus, foyer_sync_status_free)

/**
 * FoyerSync::status-changed:
 *
 * [method@Sync.get_status] answers something else.
 */

/**
 * foyer_sync_new:
 * @store: an open store, of which the sync holds a reference
 *
 * The thread that calls this is the one whose main context gets the answers and the signals.
 * Does nothing until it is asked or started.
 *
 * Returns: (transfer full): the correspondence of the store's profile
 */
FoyerSync       *foyer_sync_new         (FoyerStore            *store);

/**
 * FOYER_SYNC_GRACE_SECONDS:
 *
 * For how long what a person asks, answers or takes back can be undone before it leaves.
 */
#define FOYER_SYNC_GRACE_SECONDS 10

/**
 * foyer_sync_start:
 * @self: a sync
 *
 * Keeps in touch by itself from now on: sends when something is written down, a person's word
 * after %FOYER_SYNC_GRACE_SECONDS or with the next pass; waits for news at the directories (long
 * poll), tries again after failures.
 */
void             foyer_sync_start       (FoyerSync             *self);

/**
 * foyer_sync_stop:
 * @self: a sync
 *
 * Ends what is under way; within a second. The destructor does it too.
 */
void             foyer_sync_stop        (FoyerSync             *self);

/**
 * foyer_sync_get_status:
 * @self: a sync
 *
 * Returns: (transfer none): how it stands, until [signal@Sync::status-changed]
 */
const FoyerSyncStatus *
                 foyer_sync_get_status  (FoyerSync             *self);

/**
 * FoyerSyncReport:
 * @sent: documents that directories took
 * @received: documents that changed something here
 * @waiting: documents that still wait, those that were refused included
 * @error: (nullable): the first failure; the rest was done nevertheless
 */
typedef struct {
  guint   sent;
  guint   received;
  guint   waiting;
  GError *error;
} FoyerSyncReport;

void             foyer_sync_report_free (FoyerSyncReport       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSyncReport, foyer_sync_report_free)

/**
 * foyer_sync_run_async:
 * @self: a sync
 * @origin: (nullable): one directory alone
 * @cancellable: (nullable): ends the pass early
 * @callback: gets the answer, in the caller's main context
 * @user_data: for @callback
 *
 * One whole pass now: every directory, both roles of the profile; what waits for a later try is
 * tried too, and pages are read to their end.
 */
void             foyer_sync_run_async   (FoyerSync             *self,
                                         const char            *origin,
                                         GCancellable          *cancellable,
                                         GAsyncReadyCallback    callback,
                                         gpointer               user_data);
/**
 * foyer_sync_run_finish:
 * @self: a sync
 * @result: what the callback got
 * @error: any #FoyerDbError, or bad-identity; what a directory does wrong is in the report
 *
 * Returns: (transfer full) (nullable): what was done
 */
FoyerSyncReport *foyer_sync_run_finish  (FoyerSync             *self,
                                         GAsyncResult          *result,
                                         GError               **error);

/**
 * foyer_sync_read_code_async:
 * @self: a sync
 * @space_id: whose door this is
 * @day: around which the booking of a ticket is looked for
 * @text: what was scanned or typed
 * @cancellable: (nullable): gives up
 * @callback: gets the answer, in the caller's main context
 * @user_data: for @callback
 *
 * Finds the booking whose ticket, or the member whose card @text is, without a network.
 */
void             foyer_sync_read_code_async    (FoyerSync             *self,
                                                const char            *space_id,
                                                FoyerDay               day,
                                                const char            *text,
                                                GCancellable          *cancellable,
                                                GAsyncReadyCallback    callback,
                                                gpointer               user_data);
/**
 * foyer_sync_read_code_finish:
 * @self: a sync
 * @result: what the callback got
 * @kind: (out): what the code is, also where it is refused
 * @error: %FOYER_ERROR_BAD_CODE, %FOYER_ERROR_WRONG_DAY (a ticket of this space for another day),
 *   or bad-identity
 *
 * Returns: (transfer full) (nullable): the id of the booking, or of the member
 */
char            *foyer_sync_read_code_finish   (FoyerSync             *self,
                                                GAsyncResult          *result,
                                                FoyerCodeKind         *kind,
                                                GError               **error);

G_END_DECLS
