/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* The house rules of a space as they were, and who accepted which of them. A version is made by
 * whatever changes the text of a space; nothing else makes one. */

/**
 * FoyerHouseRules:
 * @version: its number in its space, from 1 on
 * @since: the day on which it was written, in the time of the space
 * @text: the rules; "" where there were none any more
 * @n_accepted: how many people accepted it
 *
 * A version of the house rules of a space. A record, read only.
 */
typedef struct {
  int       version;
  FoyerDay  since;
  char     *text;
  int       n_accepted;
} FoyerHouseRules;

/**
 * foyer_house_rules_free:
 * @self: (transfer full): a version
 *
 * Frees @self and its text.
 */
void       foyer_house_rules_free               (FoyerHouseRules      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerHouseRules, foyer_house_rules_free)

/**
 * FoyerRulesAccepted:
 * @space_id: of which space
 * @space_name: its name today
 * @version: which of its rules
 * @since: the day on which these were written, in the time of the space
 * @accepted_ms: when they were accepted, UTC
 * @current: the version that is in force today
 *
 * That somebody accepted the house rules of a space. A record, read only.
 */
typedef struct {
  char     *space_id;
  char     *space_name;
  int       version;
  FoyerDay  since;
  gint64    accepted_ms;
  int       current;
} FoyerRulesAccepted;

/**
 * foyer_rules_accepted_free:
 * @self: (transfer full): what was accepted
 *
 * Frees @self and its texts.
 */
void       foyer_rules_accepted_free            (FoyerRulesAccepted   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRulesAccepted, foyer_rules_accepted_free)

/**
 * foyer_store_list_rules_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists the versions of the house rules of a space. Errors: not-found; any #FoyerDbError.
 */
void       foyer_store_list_rules_async         (FoyerStore           *self,
                                                 const char           *space_id,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * foyer_store_list_rules_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_rules_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerHouseRules): the one in force first; empty
 *   where there never were any; %NULL with @error set
 */
GPtrArray *foyer_store_list_rules_finish        (FoyerStore           *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/**
 * foyer_store_accept_rules_async:
 * @self: an open store
 * @person_id: the id of a person
 * @space_id: the id of a space
 * @version: the version that they read; 0 for the one in force
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Writes down that somebody accepts the house rules of a space, now. Whoever accepted this version
 * before has accepted it then: nothing changes.
 *
 * Errors: not-found, archived, no-rules (the space has none), bad-state (@version is not in force
 * any more); any #FoyerDbError.
 */
void       foyer_store_accept_rules_async       (FoyerStore           *self,
                                                 const char           *person_id,
                                                 const char           *space_id,
                                                 int                   version,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * foyer_store_accept_rules_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.accept_rules_async].
 *
 * Returns: (transfer full) (nullable): what is accepted; %NULL with @error set
 */
FoyerRulesAccepted *foyer_store_accept_rules_finish (FoyerStore       *self,
                                                 GAsyncResult         *result,
                                                 gint64               *op,
                                                 GError              **error);

G_END_DECLS
