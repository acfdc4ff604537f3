/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-duplicates.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-duplicates.h on the thread of @db. */

GPtrArray   *foyer_duplicate_verbs_find       (FoyerDb     *db,
                                               int          limit,
                                               GError     **error);
FoyerPerson *foyer_duplicate_verbs_merge      (FoyerDb     *db,
                                               const char  *keep_id,
                                               const char  *other_id,
                                               gint64      *op,
                                               GError     **error);
FoyerPerson *foyer_duplicate_verbs_keep_apart (FoyerDb     *db,
                                               const char  *one_id,
                                               const char  *other_id,
                                               gint64      *op,
                                               GError     **error);

G_END_DECLS
