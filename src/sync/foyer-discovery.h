/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-gazetteer.h"
#include "core/foyer-part.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-search-page.h"
#include "protocol/foyer-seat-days.h"
#include "sync/foyer-sync.h"

G_BEGIN_DECLS

/* Looking at what others publish, and at what this profile would. */

/**
 * FoyerSearchQuery:
 * @lat_e6: the middle, millionths of a degree; rounded to 0.005 degrees before it leaves
 * @radius_m: at most FOYER_SEARCH_RADIUS_MAX
 * @day: %FOYER_DAY_NONE for today
 * @words: (nullable): as a person typed them
 * @limit: 1 to FOYER_SEARCH_LIMIT_MAX
 * @cursor: (nullable): of the page before
 */
typedef struct {
  int         lat_e6;
  int         lon_e6;
  int         radius_m;
  FoyerDay    day;
  FoyerPart   part;
  int         seats;
  const char *words;
  int         limit;
  const char *cursor;
} FoyerSearchQuery;

/* Errors: any #FoyerSyncError; beyond-horizon, past-day (FOYER_ERROR). A page whose answer
 * could not be had may come from what was kept: @as_of_ms is then when it was fetched. */
void             foyer_sync_search_async   (FoyerSync               *self,
                                            const char              *origin,
                                            const FoyerSearchQuery  *query,
                                            GCancellable            *cancellable,
                                            GAsyncReadyCallback      callback,
                                            gpointer                 user_data);
FoyerSearchPage *foyer_sync_search_finish  (FoyerSync               *self,
                                            GAsyncResult            *result,
                                            gint64                  *as_of_ms,
                                            GError                 **error);

/**
 * FoyerListingView:
 * @listing: verified
 * @key: who signed it
 * @days: (nullable): its free seats, verified; %NULL when the host published none
 * @as_of_ms: when it was fetched
 *
 * A listing as a guest sees it.
 */
typedef struct {
  FoyerListing  *listing;
  FoyerKey       key;
  FoyerSeatDays *days;
  gint64         as_of_ms;
} FoyerListingView;

void              foyer_listing_view_free  (FoyerListingView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerListingView, foyer_listing_view_free)

/* @key: (nullable): who has to have signed it. Errors: any #FoyerSyncError; not-found
 * (FOYER_ERROR) also for one that was taken down. */
void              foyer_sync_listing_async  (FoyerSync            *self,
                                             const char           *origin,
                                             const char           *listing,
                                             const FoyerKey       *key,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
FoyerListingView *foyer_sync_listing_finish (FoyerSync            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* A photo that a listing names, as @sha256 says it is: kept, or fetched now. Errors: any
 * #FoyerSyncError; not-found (FOYER_ERROR). */
void              foyer_sync_photo_async    (FoyerSync            *self,
                                             const char           *origin,
                                             const char           *sha256,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GBytes           *foyer_sync_photo_finish   (FoyerSync            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/**
 * FoyerLeakKind:
 *
 * What a public text seems to give away.
 */
typedef enum {
  FOYER_LEAK_STREET,
  FOYER_LEAK_PHONE,
  FOYER_LEAK_EMAIL,
  FOYER_LEAK_CODE,
} FoyerLeakKind;

/**
 * FoyerLeak:
 * @field: "name", "about", "rules" or "tags"
 * @excerpt: the words in question
 */
typedef struct {
  FoyerLeakKind  kind;
  const char    *field;
  char          *excerpt;
} FoyerLeak;

void              foyer_leak_free           (FoyerLeak *self);

/**
 * FoyerPreview:
 * @listing: what would be public
 * @days: the free seats that would be
 * @leaks: (element-type FoyerLeak): what the host may want to take out first
 */
typedef struct {
  FoyerListing  *listing;
  FoyerSeatDays *days;
  GPtrArray     *leaks;
} FoyerPreview;

void              foyer_preview_free        (FoyerPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPreview, foyer_preview_free)

/* A space as strangers would see it; nothing leaves. Errors: not-found, invalid (no point). */
void              foyer_sync_preview_async  (FoyerSync            *self,
                                             const char           *space_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
FoyerPreview     *foyer_sync_preview_finish (FoyerSync            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Communes whose name begins with @text or whose postcode it is, accents and case folded, the
 * most populous first; "Lyon 3e" and "75011" too. Returns: (element-type FoyerPlace) */
void              foyer_sync_places_async   (FoyerSync            *self,
                                             const char           *text,
                                             guint                 limit,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray        *foyer_sync_places_finish  (FoyerSync            *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Whether @text can be a directory's address; what people type ("foyer.example.org") is
 * completed. Returns: (transfer full) (nullable): the origin; errors: bad-origin */
char             *foyer_sync_read_origin    (const char           *text,
                                             GError              **error);

G_END_DECLS
