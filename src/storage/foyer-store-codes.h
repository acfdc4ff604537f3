/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-code.h"
#include "core/foyer-day.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * foyer_store_find_card_async:
 * @self: an open store
 * @text: what was scanned or typed, in any writing
 * @cancellable: (nullable): forgets the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Looks for the member whose card it is.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: bad-code; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_find_card_async         (FoyerStore           *self,
                                                const char           *text,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Returns: (transfer full): the member's id */
char      *foyer_store_find_card_finish        (FoyerStore           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * foyer_store_refuse_code_async:
 * @self: an open store
 * @space_id: where somebody wanted in
 * @kind: what was shown
 * @reason: why it let nobody in, as #FoyerError has it
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Notes that a code which names nobody let nobody in. A check-in by a code notes that by itself.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_refuse_code_async       (FoyerStore           *self,
                                                const char           *space_id,
                                                FoyerCodeKind         kind,
                                                int                   reason,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

gboolean   foyer_store_refuse_code_finish      (FoyerStore           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * foyer_store_list_refused_codes_async:
 * @self: an open store
 * @space_id: a space
 * @day: a business day; FOYER_DAY_NONE for today
 * @cancellable: (nullable): forgets the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists the codes that let nobody in, the latest first. They are kept for three months.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_list_refused_codes_async (FoyerStore          *self,
                                                const char           *space_id,
                                                FoyerDay              day,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* Returns: (transfer full) (element-type FoyerRefusedCode) */
GPtrArray *foyer_store_list_refused_codes_finish (FoyerStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);

/**
 * foyer_store_give_cards_async:
 * @self: an open store
 * @ids: (array zero-terminated=1): members
 * @renews: whether those who have a card get a new one, which ends the old
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Gives a card to each member who has none, in one act.
 *
 * Asked on the thread that opened the store; the work is done on the database thread.
 *
 * Errors: not-found; any #FoyerDbError; %G_IO_ERROR_CLOSED after the close.
 */
void       foyer_store_give_cards_async        (FoyerStore           *self,
                                                const char * const   *ids,
                                                gboolean              renews,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

/* @op: (out) (optional): to be undone by; 0 where all had one.
 * Returns: (transfer full) (element-type FoyerPerson): the members with their cards, as they were named */
GPtrArray *foyer_store_give_cards_finish       (FoyerStore           *self,
                                                GAsyncResult         *result,
                                                gint64               *op,
                                                GError              **error);

G_END_DECLS
