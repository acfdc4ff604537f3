/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* An entry of the accounts: a payment with its document, a document alone, or the close of a day. What
 * there is none of is 0. */
typedef struct {
  gint64  id;
  gint64  at_ms;
  gint64  payment_id;
  gint64  document_id;
  gint64  close_id;
  char   *hash;          /* as it is written down; not read by foyer_account_table_append() */
} FoyerAccountEntry;

void      foyer_account_entry_free     (FoyerAccountEntry        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAccountEntry, foyer_account_entry_free)

/* Adds an entry about rows that are complete: nothing is added to them afterwards. @entry gets its id,
 * its instant and its hash. */
gboolean  foyer_account_table_append   (FoyerDb                  *db,
                                        FoyerAccountEntry        *entry,
                                        GError                  **error);
/* (out): of the last entry; 0 and "" where there is none */
gboolean  foyer_account_table_get_head (FoyerDb                  *db,
                                        gint64                   *id,
                                        char                    **hash,
                                        GError                  **error);
/* What the hash of @entry ought to be, after that of the entry before. */
char     *foyer_account_table_hash     (FoyerDb                  *db,
                                        const FoyerAccountEntry  *entry,
                                        const char               *before,
                                        GError                  **error);

G_END_DECLS
