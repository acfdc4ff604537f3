/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-part.h"
#include "sync/foyer-discovery.h"

G_BEGIN_DECLS

/* How far a search reaches at first, and how far somebody may be sent. */
#define FOYER_SEARCH_NEAR_M 5000
#define FOYER_SEARCH_FAR_M FOYER_SEARCH_RADIUS_MAX

/**
 * FoyerSearchTerms:
 * @place: how the middle is called
 * @words: never %NULL, "" for none
 *
 * What a person looks for.
 */
typedef struct {
  char     *origin;
  char     *place;
  int       lat_e6;
  int       lon_e6;
  int       radius_m;
  FoyerDay  day;
  FoyerPart part;
  int       seats;
  char     *words;
} FoyerSearchTerms;

FoyerSearchTerms *foyer_search_terms_copy  (const FoyerSearchTerms *self);
void              foyer_search_terms_free  (FoyerSearchTerms       *self);
/* @cursor: (nullable). The query borrows the texts of @self and @cursor. */
FoyerSearchQuery  foyer_search_terms_query (const FoyerSearchTerms *self,
                                            int                     limit,
                                            const char             *cursor);

/* "11 places with a free seat on Thursday 26 November, within 5 km"
 * @more: whether there are others; @as_of_ms: when it was so, 0: now.
 * Returns: (transfer full) */
char             *foyer_search_describe_count   (const FoyerSearchTerms *self,
                                                 guint                   n,
                                                 gboolean                more,
                                                 gint64                  as_of_ms,
                                                 gint64                  now_ms);
/* Says that what is shown was kept from an earlier answer. Returns: (transfer full) */
char             *foyer_search_describe_age     (gint64                  as_of_ms,
                                                 gint64                  now_ms);
/* Where and when nobody was found. Returns: (transfer full) */
char             *foyer_search_describe_nothing (const FoyerSearchTerms *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSearchTerms, foyer_search_terms_free)

G_END_DECLS
