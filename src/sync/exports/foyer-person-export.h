/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * foyer_person_export_async:
 * @store: an open store
 * @id: whose data is asked for
 * @separator: between the cells of its tables, ',' or ';'
 * @cancellable: (nullable): drops a question that has not been answered
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Makes one archive of all that is kept about a person (GDPR, articles 15 and 20): data.json, a table
 * (CSV) for each kind of rows, and a README in English and French that explains every column.
 *
 * Asked on the thread that opened the store; it is read on the database thread and packed when
 * the main context has nothing better to do.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CANCELLED, %G_IO_ERROR_CLOSED after the close.
 */
void    foyer_person_export_async  (FoyerStore           *store,
                                    const char           *id,
                                    char                  separator,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);

/**
 * foyer_person_export_finish:
 * @store: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [func@person_export_async].
 *
 * Returns: (transfer full) (nullable): a ZIP archive; %NULL with @error set
 */
GBytes *foyer_person_export_finish (FoyerStore           *store,
                                    GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
