/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#define ENVELOPE FOYER_ENVELOPE_SIZE_MAX, FOYER_TYPE_JSON
#define NO_BODY 0, NULL

const FoyerRoute foyer_routes[] = {
  { "GET", "/.well-known/foyer", foyer_well_known_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/v1/listings/{id}", foyer_listing_get, FOYER_LIMIT_READ, NO_BODY },
  { "PUT", "/v1/listings/{id}", foyer_listing_put, FOYER_LIMIT_WRITE, ENVELOPE },
  { "DELETE", "/v1/listings/{id}", foyer_listing_delete, FOYER_LIMIT_WRITE, ENVELOPE },
  { "PUT", "/v1/listings/{id}/availability", foyer_availability_put, FOYER_LIMIT_WRITE, ENVELOPE },
  { NULL }
};
