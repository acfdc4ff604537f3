/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-erasure.h"

G_BEGIN_DECLS

/* Erases the person @uid in one transaction, then writes the file anew. */
FoyerErasure *foyer_erasure_verbs_erase  (FoyerDb     *db,
                                          const char  *uid,
                                          const char  *name,
                                          GError     **error);
/* Erases all who are in the log @hashes, and takes over the log. */
gboolean      foyer_erasure_verbs_replay (FoyerDb     *db,
                                          GHashTable  *hashes,
                                          GError     **error);

G_END_DECLS
