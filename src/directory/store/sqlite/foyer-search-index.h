/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-search-words.h"
#include "directory/store/sqlite/foyer-store-private.h"

G_BEGIN_DECLS

/**
 * FoyerSearchIndex:
 *
 * What searches look through, in memory: where live listings are, what may be free there and
 * which words they have, some 600 bytes for each. It is made from the file, and follows it
 * after each commit. Any thread may ask.
 */

/**
 * FoyerSearchEntry:
 * @id: of the listing's row
 * @am: the most that may be free, up to %FOYER_SEARCH_SEATS_MAX, at epoch day % 64
 *
 * What is known of a listing. @am and @pm are hints, never too small: those of days that went
 * by speak of days to come.
 */
typedef struct {
  gint64      id;
  guint8      uid[FOYER_UID_SIZE];
  int         kind;
  int         lat_e6;
  int         lon_e6;
  guint8      am[FOYER_HORIZON_DAYS];
  guint8      pm[FOYER_HORIZON_DAYS];
  const char *words;                     /* of foyer_search_words_write() */
} FoyerSearchEntry;

#define FOYER_SEARCH_SEATS_MAX 255

/**
 * FoyerCandidate:
 *
 * A listing within reach that seems to have what is looked for.
 */
typedef struct {
  gint64 id;
  int    distance_m;
  guint8 uid[FOYER_UID_SIZE];
} FoyerCandidate;

FoyerSearchIndex *foyer_search_index_new   (void);
void              foyer_search_index_free  (FoyerSearchIndex           *self);
void              foyer_search_index_put   (FoyerSearchIndex           *self,
                                            const FoyerSearchEntry     *entry);
void              foyer_search_index_drop  (FoyerSearchIndex           *self,
                                            gint64                      id);
guint             foyer_search_index_count (FoyerSearchIndex           *self);
/* Returns: (transfer full) (element-type FoyerCandidate): those of @query that are farther away
 * than @beyond_m and within @reach_m, nearest first, then by id, behind where the last page
 * ended */
GArray           *foyer_search_index_find  (FoyerSearchIndex           *self,
                                            const FoyerDirectoryQuery  *query,
                                            const FoyerSearchWords     *words,
                                            int                         beyond_m,
                                            int                         reach_m);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSearchIndex, foyer_search_index_free)

G_END_DECLS
