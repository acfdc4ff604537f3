/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-exchange.h"

G_BEGIN_DECLS

/* The pages for people. */

FoyerResponse *foyer_web_search_get  (FoyerExchange *exchange);
FoyerResponse *foyer_web_listing_get (FoyerExchange *exchange);
FoyerResponse *foyer_web_about_get   (FoyerExchange *exchange);
FoyerResponse *foyer_web_sitemap_get (FoyerExchange *exchange);
FoyerResponse *foyer_web_robots_get  (FoyerExchange *exchange);
FoyerResponse *foyer_web_icon_get    (FoyerExchange *exchange);

G_END_DECLS
