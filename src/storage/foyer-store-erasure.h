/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerErasure:
 * @id: of the row that stays: it is nobody's any more
 * @at_ms: when, UTC
 * @n_bookings: bookings that stay, of nobody
 * @n_coming: those of them whose day is today or later and whose seat is still held
 * @n_here: those of them that are checked in: somebody is in the house without a name
 * @n_visits: arrivals and departures that stay
 * @n_passes: passes that stay, with what was paid for them
 * @n_invoices: invoices that stay with the name of their buyer, as the law wants it
 * @n_records: records that were emptied: more than one when others had gone into it
 * @n_consents: consents that were removed, also those taken back
 * @n_rules: acceptances of house rules that were removed
 * @n_waiting: places on waiting lists that were given up
 * @n_requests: requests from directories whose words were removed; what was not answered is declined
 * @n_acts: steps that can no longer be taken back
 * @n_copies: copies of the database, made by itself, that were cleaned as well
 * @n_copies_left: those that could not be cleaned, and still hold what was removed
 *
 * The receipt of an erasure: it says nothing of who it was. A record, read only.
 */
typedef struct {
  char   *id;
  gint64  at_ms;
  guint   n_bookings;
  guint   n_coming;
  guint   n_here;
  guint   n_visits;
  guint   n_passes;
  guint   n_invoices;
  guint   n_records;
  guint   n_consents;
  guint   n_rules;
  guint   n_waiting;
  guint   n_requests;
  guint   n_acts;
  guint   n_copies;
  guint   n_copies_left;
} FoyerErasure;

void          foyer_erasure_free              (FoyerErasure         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerErasure, foyer_erasure_free)

/**
 * foyer_store_erase_person_async:
 * @self: an open store
 * @id: whose data is erased, member or guest; the id of a record that went into another means that one
 * @name: what bookings and passes say instead of a name, such as “Erased member”
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Erases all that is known of a person, for good. Bookings and passes stay without a name, so that
 * seats, sums and statistics are what they were. It is no act: nothing takes it back, and nothing that
 * is undone afterwards brings anything of it back.
 *
 * The database and the copies of it that Foyer keeps itself are written anew, so that no byte of what
 * was erased is left in them. Backups that the host made elsewhere are cleaned when they are restored.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void          foyer_store_erase_person_async  (FoyerStore           *self,
                                               const char           *id,
                                               const char           *name,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

/**
 * foyer_store_erase_person_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.erase_person_async].
 *
 * Returns: (transfer full) (nullable): the receipt; %NULL with @error set
 */
FoyerErasure *foyer_store_erase_person_finish (FoyerStore           *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
