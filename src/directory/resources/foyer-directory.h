/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-server.h"
#include "directory/resources/foyer-listing-cache.h"
#include "directory/resources/foyer-waiters.h"
#include "directory/store/foyer-directory-store.h"
#include "protocol/foyer-directory-info.h"

G_BEGIN_DECLS

/**
 * FoyerDirectory:
 * @info: what it says about itself
 * @server: where strangers ask
 *
 * What the handlers share: the context of their server.
 */
typedef struct {
  FoyerDirectoryStore *store;
  FoyerDirectoryInfo  *info;
  FoyerListingCache   *cache;
  FoyerWaiters        *waiters;
  FoyerServer         *server;
} FoyerDirectory;

FoyerDirectory *foyer_directory_of (FoyerExchange *exchange);

/* One line a resource; ends with a route without a method. */
extern const FoyerRoute foyer_routes[];
extern const FoyerRoute foyer_admin_routes[];

/* Reads the envelope of a body, checks it, and hands it to the store. */
FoyerResponse *foyer_write_envelope (FoyerExchange           *exchange,
                                     FoyerDocumentType        type,
                                     const FoyerPrecondition *precondition);
/* Hands a write to the store; the exchange is finished when it is durable. */
FoyerResponse *foyer_write_submit   (FoyerExchange           *exchange,
                                     FoyerDirectoryWrite     *write);

gboolean       foyer_search_read_cursor (const char          *text,
                                         FoyerDirectoryQuery *query);

FoyerResponse *foyer_well_known_get     (FoyerExchange *exchange);
FoyerResponse *foyer_search_get         (FoyerExchange *exchange);
FoyerResponse *foyer_listing_get        (FoyerExchange *exchange);
FoyerResponse *foyer_listing_put        (FoyerExchange *exchange);
FoyerResponse *foyer_listing_delete     (FoyerExchange *exchange);
FoyerResponse *foyer_calendar_get       (FoyerExchange *exchange);
FoyerResponse *foyer_geojson_get        (FoyerExchange *exchange);
FoyerResponse *foyer_availability_get   (FoyerExchange *exchange);
FoyerResponse *foyer_availability_put   (FoyerExchange *exchange);
FoyerResponse *foyer_allotment_put      (FoyerExchange *exchange);
FoyerResponse *foyer_recall_post        (FoyerExchange *exchange);
FoyerResponse *foyer_photo_get          (FoyerExchange *exchange);
FoyerResponse *foyer_photo_put          (FoyerExchange *exchange);
FoyerResponse *foyer_booking_get        (FoyerExchange *exchange);
FoyerResponse *foyer_booking_put        (FoyerExchange *exchange);
FoyerResponse *foyer_decision_put       (FoyerExchange *exchange);
FoyerResponse *foyer_withdrawal_put     (FoyerExchange *exchange);
FoyerResponse *foyer_inbox_get          (FoyerExchange *exchange);
FoyerResponse *foyer_changes_get        (FoyerExchange *exchange);
FoyerResponse *foyer_health_get         (FoyerExchange *exchange);
FoyerResponse *foyer_metrics_get        (FoyerExchange *exchange);

G_END_DECLS
