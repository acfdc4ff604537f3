/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-space.h"
#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-key.h"
#include "protocol/foyer-seat-days.h"

G_BEGIN_DECLS

#define FOYER_SEARCH_LIMIT_MAX 50
#define FOYER_SEARCH_RADIUS_MAX 50000
#define FOYER_SEARCH_WEEK 7

/**
 * FoyerSearchResult:
 *
 * A listing as a search answers it, with its free seats on the day asked for and in the seven
 * days from @week_from on. Not signed: whoever asks for a seat reads the listing first.
 */
typedef struct {
  char          *id;
  FoyerKey       key;
  char          *name;
  FoyerSpaceKind kind;
  char          *area;
  int            lat_e6;
  int            lon_e6;
  int            distance_m;
  gint64         price_minor;
  gint64         half_price_minor;
  char           currency[4];
  int            seats_left;
  FoyerDay       week_from;
  FoyerSeatDay   week[FOYER_SEARCH_WEEK];
  char         **tags;
  gint64         rev;
} FoyerSearchResult;

FoyerSearchResult *foyer_search_result_new   (void);
void               foyer_search_result_free  (FoyerSearchResult       *self);
FoyerSearchResult *foyer_search_result_read  (FoyerJson               *json);
void               foyer_search_result_write (const FoyerSearchResult *self,
                                              FoyerJsonWriter         *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSearchResult, foyer_search_result_free)

/**
 * FoyerSearchPage:
 * @cursor: (nullable): where the next page begins, %NULL when there is none
 * @items: (element-type FoyerSearchResult): by distance, then by id
 *
 * A page of a search.
 */
typedef struct {
  char      *cursor;
  GPtrArray *items;
} FoyerSearchPage;

FoyerSearchPage *foyer_search_page_new   (const char             *cursor);
void             foyer_search_page_free  (FoyerSearchPage        *self);
FoyerSearchPage *foyer_search_page_parse (GBytes                 *bytes,
                                          GError                **error);
GBytes          *foyer_search_page_write (const FoyerSearchPage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSearchPage, foyer_search_page_free)

G_END_DECLS
