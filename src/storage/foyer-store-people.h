/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-person.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Adds a member when the id is "", else replaces name and contacts; a guest who is
 * saved becomes a member. */
void         foyer_store_save_person_async   (FoyerStore           *self,
                                              const FoyerPerson    *person,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
FoyerPerson *foyer_store_save_person_finish  (FoyerStore           *self,
                                              GAsyncResult         *result,
                                              gint64               *op,
                                              GError              **error);

/**
 * foyer_store_find_people_async:
 * @text: words in any order, each the start of a name's word or any part of a name;
 *   accents and case folded; or an e-mail's start, or the last digits of a phone
 * @members_only: leave out guests without a lasting record
 * @space_id: (nullable): with @day, tells of each how they stand there that day, those
 *   expected and here first
 * @limit: 1 to 200
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
/* Returns: (element-type FoyerPerson) */
GPtrArray   *foyer_store_find_people_finish  (FoyerStore           *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
