/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-person.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * foyer_store_save_person_async:
 * @self: an open store
 * @person: copied; its texts are cleaned
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Adds a member when the id is "", else replaces name, contacts, skills and the record, so that
 * @person is one that [method@Store.read_member_async] gave; a guest who is saved becomes a
 * member. A consent that was given before keeps its instant, another one gets that of now.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (the message begins with the field), card-taken, not-found; any #FoyerDbError;
 *   %G_IO_ERROR_CLOSED after the close.
 */
void         foyer_store_save_person_async   (FoyerStore           *self,
                                              const FoyerPerson    *person,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/**
 * foyer_store_save_person_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.save_person_async].
 *
 * Returns: (transfer full) (nullable): the person as they are now; %NULL with @error set
 */
FoyerPerson *foyer_store_save_person_finish  (FoyerStore           *self,
                                              GAsyncResult         *result,
                                              gint64               *op,
                                              GError              **error);

/**
 * foyer_store_find_people_async:
 * @self: an open store
 * @text: words in any order, each the start of a name's word or any part of a name; accents
 *   and case folded; or an e-mail's start, or the last digits of a phone
 *   number, or four and more digits of it, with a country's code or without; or the code of a
 *   card, who has that one comes first
 * @members_only: leave out guests without a lasting record
 * @space_id: (nullable): with @day, tells of each how they stand there that day, those
 *   expected and here first
 * @day: a day of @space_id; without meaning when that is %NULL
 * @limit: the most people to find, taken into the range of 1 to 200
 * @cancellable: (nullable): drops a search that has not begun, for one whose text is
 *   outdated
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Finds people as a desk types them. A text without letters or digits finds nobody.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: invalid (@text is no UTF-8), not-found (the space); any #FoyerDbError;
 *   %G_IO_ERROR_CANCELLED, %G_IO_ERROR_CLOSED after the close.
 */
void         foyer_store_find_people_async   (FoyerStore           *self,
                                              const char           *text,
                                              gboolean              members_only,
                                              const char           *space_id,
                                              FoyerDay              day,
                                              int                   limit,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);

/**
 * foyer_store_find_people_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.find_people_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerPerson): who was found; %NULL with
 *   @error set
 */
GPtrArray   *foyer_store_find_people_finish  (FoyerStore           *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/**
 * foyer_store_learn_names:
 * @self: an open store
 *
 * Reads the names of everybody in the background, so that the first part of a name that somebody
 * types is found as fast as the later ones. A problem is told by the search.
 *
 * Asked on the thread that opened the store.
 */
void         foyer_store_learn_names         (FoyerStore           *self);

G_END_DECLS
