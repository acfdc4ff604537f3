/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-space.h"
#include "protocol/foyer-json.h"

G_BEGIN_DECLS

void           foyer_listing_read_country   (FoyerJson  *json,
                                             const char *name,
                                             char        country[3]);
void           foyer_listing_read_currency  (FoyerJson  *json,
                                             const char *name,
                                             char        currency[4]);
char          *foyer_listing_read_zone      (FoyerJson  *json,
                                             const char *name);
FoyerSpaceKind foyer_listing_read_kind      (FoyerJson  *json,
                                             const char *name);
int            foyer_listing_read_minute    (FoyerJson  *json,
                                             const char *name);
char         **foyer_listing_read_languages (FoyerJson  *json,
                                             const char *name);
char         **foyer_listing_read_photos    (FoyerJson  *json,
                                             const char *name);

G_END_DECLS
