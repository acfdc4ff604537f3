/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-sqlite.h"
#include "protocol/foyer-listing.h"

G_BEGIN_DECLS

/* The words of listings. Beside them stand the listing's cell and block, so that "these words,
 * around here" is one question, and a mark for each whole tag. */

gboolean foyer_words_index_add  (FoyerSqlite         *db,
                                 gint64               id,
                                 const FoyerListing  *listing,
                                 GError             **error);
gboolean foyer_words_index_drop (FoyerSqlite         *db,
                                 gint64               id,
                                 GError             **error);
/* Returns: (transfer full) (nullable): what to match, %NULL when @text has no word and there
 * is no @tag */
char    *foyer_words_index_make (const char          *text,
                                 const char          *tag);
/* Returns: (transfer full): the same around a point */
char    *foyer_words_index_near (const char          *match,
                                 int                  lat_e6,
                                 int                  lon_e6,
                                 int                  radius_m);

G_END_DECLS
