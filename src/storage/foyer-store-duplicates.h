/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-likeness.h"
#include "core/foyer-person.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Two records of one person, and two people with one name. */

/**
 * FoyerDuplicate:
 * @keep: a member: the one who was here more often, else the older record
 * @other: who may be the same person; a member or a guest
 * @likeness: why
 * @n_namesakes: how many bear the name of @keep
 *
 * A suggestion. A record, read only.
 */
typedef struct {
  FoyerPerson   *keep;
  FoyerPerson   *other;
  FoyerLikeness  likeness;
  guint          n_namesakes;
} FoyerDuplicate;

void         foyer_duplicate_free              (FoyerDuplicate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDuplicate, foyer_duplicate_free)

/**
 * foyer_store_find_duplicates_async:
 * @self: an open store
 * @limit: the most pairs to find, taken into the range of 1 to 500
 * @cancellable: (nullable): drops a search that has not begun
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Looks for members who have two records, as [func@likeness_find] does. Those of whom the host said
 * that they are two are left out, and so are those who were here at the same time, unless more than a
 * name says that they are one.
 *
 * Asked on the thread that opened the store; the work is done in the background of the database thread.
 *
 * Errors: any #FoyerDbError; %G_IO_ERROR_CANCELLED, %G_IO_ERROR_CLOSED after the close.
 */
void         foyer_store_find_duplicates_async (FoyerStore           *self,
                                                int                   limit,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/**
 * foyer_store_find_duplicates_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.find_duplicates_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerDuplicate): the likeliest first; %NULL with
 *   @error set
 */
GPtrArray   *foyer_store_find_duplicates_finish (FoyerStore          *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * foyer_store_merge_people_async:
 * @self: an open store
 * @keep_id: whose record stays
 * @other_id: whose record goes into it
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Makes two records one. All that is the other's becomes that of who stays: bookings and visits,
 * series, places on waiting lists, passes, consents with their instants, and what
 * [method@Person.take_over] takes of the record. A host who asks for @other_id afterwards, and a guest
 * who is known by a key, mean who stays. One act, taken back as a whole.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: same-person (both ids mean one person), not-found, both-here (both are checked in at one
 *   space), invalid (both records are too long together; the message begins with the field); any
 *   #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void         foyer_store_merge_people_async    (FoyerStore           *self,
                                                const char           *keep_id,
                                                const char           *other_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/**
 * foyer_store_merge_people_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]
 * @error: return location for an error
 *
 * Ends [method@Store.merge_people_async] and [method@Store.keep_apart_async].
 *
 * Returns: (transfer full) (nullable): the person who stays, with the record; %NULL with @error set
 */
FoyerPerson *foyer_store_merge_people_finish   (FoyerStore           *self,
                                                GAsyncResult         *result,
                                                gint64               *op,
                                                GError              **error);

/**
 * foyer_store_keep_apart_async:
 * @self: an open store
 * @one_id: somebody
 * @other_id: somebody else
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback, which ends this by [method@Store.merge_people_finish]; its person is @one_id,
 *   its act 0 when this was known
 *
 * Notes that two people are two, so that [method@Store.find_duplicates_async] does not suggest them any
 * more.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: same-person, not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void         foyer_store_keep_apart_async      (FoyerStore           *self,
                                                const char           *one_id,
                                                const char           *other_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

G_END_DECLS
