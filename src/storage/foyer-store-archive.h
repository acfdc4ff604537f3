/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Spaces that take nobody any more. Their past stays as it was, their bookings can be looked up;
 * every verb that would change them is refused (%FOYER_ERROR_ARCHIVED). */

/**
 * FoyerArchiveChange:
 * @op: the act for [method@Store.undo_async]
 * @n_cancelled: bookings that were cancelled
 * @n_declined: requests that were declined
 * @n_removed: people who were taken from the waiting list
 *
 * What archiving a space did.
 */
typedef struct {
  gint64 op;
  int    n_cancelled;
  int    n_declined;
  int    n_removed;
} FoyerArchiveChange;

/**
 * foyer_store_archive_space_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancel_bookings: whether those who are expected lose their seats
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Archives a space: requests are declined, nobody waits any longer, and its listing ends in every
 * directory.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found, archived, has-bookings (with ids: who has a seat from today on and has not
 *   left; with @cancel_bookings only who is here); any #FoyerDbError; %G_IO_ERROR_CLOSED after
 *   the close.
 */
void     foyer_store_archive_space_async  (FoyerStore          *self,
                                           const char          *space_id,
                                           gboolean             cancel_bookings,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);

/**
 * foyer_store_archive_space_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @change: (out) (optional): what was done
 * @error: return location for an error
 *
 * Ends [method@Store.archive_space_async].
 *
 * Returns: whether the space is archived; else @error is set
 */
gboolean foyer_store_archive_space_finish (FoyerStore          *self,
                                           GAsyncResult        *result,
                                           FoyerArchiveChange  *change,
                                           GError             **error);

/**
 * foyer_store_take_up_space_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes an archived space up again, with the week it had; it is in no directory until it is
 * published. One that is not archived stays as it is.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void     foyer_store_take_up_space_async  (FoyerStore          *self,
                                           const char          *space_id,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);

/**
 * foyer_store_take_up_space_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.take_up_space_async].
 *
 * Returns: whether the space is in use; else @error is set
 */
gboolean foyer_store_take_up_space_finish (FoyerStore          *self,
                                           GAsyncResult        *result,
                                           gint64              *op,
                                           GError             **error);

G_END_DECLS
