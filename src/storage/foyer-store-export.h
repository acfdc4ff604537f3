/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-sheet.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * foyer_store_export_person_async:
 * @self: an open store
 * @id: whose data is asked for, member or guest; the id of a record that went into another means that one
 * @cancellable: (nullable): drops a question that has not been answered
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads all that is kept about a person, of every table: what they said, what was noted of them, and what
 * earlier versions of it the journal still has. Instants are RFC 3339 in UTC, days ISO 8601, money whole
 * minor units.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CANCELLED, %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_export_person_async  (FoyerStore           *self,
                                             const char           *id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/**
 * foyer_store_export_person_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.export_person_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerSheet): all of it, also sheets without rows;
 *   %NULL with @error set
 */
GPtrArray *foyer_store_export_person_finish (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
