/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include "directory/resources/foyer-photo.h"
#include "directory/web/foyer-web.h"

#define ENVELOPE FOYER_ENVELOPE_SIZE_MAX, FOYER_TYPE_JSON
#define PHOTO FOYER_PHOTO_BYTES_MAX, NULL
#define NO_BODY 0, NULL

const FoyerRoute foyer_routes[] = {
  { "GET", "/.well-known/foyer", foyer_well_known_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/v1/listings", foyer_search_get, FOYER_LIMIT_SEARCH, NO_BODY },
  { "GET", "/v1/listings/{id}", foyer_listing_get, FOYER_LIMIT_READ, NO_BODY },
  { "PUT", "/v1/listings/{id}", foyer_listing_put, FOYER_LIMIT_WRITE, ENVELOPE },
  { "DELETE", "/v1/listings/{id}", foyer_listing_delete, FOYER_LIMIT_WRITE, ENVELOPE },
  { "GET", "/v1/listings/{id}.ics", foyer_calendar_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/v1/listings/{id}.geojson", foyer_geojson_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/v1/listings/{id}/availability", foyer_availability_get, FOYER_LIMIT_READ, NO_BODY },
  { "PUT", "/v1/listings/{id}/availability", foyer_availability_put, FOYER_LIMIT_WRITE, ENVELOPE },
  { "PUT", "/v1/listings/{id}/allotment", foyer_allotment_put, FOYER_LIMIT_WRITE, ENVELOPE },
  { "POST", "/v1/listings/{id}/allotment/recall", foyer_recall_post, FOYER_LIMIT_WRITE, ENVELOPE },
  { "GET", "/v1/photos/{sha256}", foyer_photo_get, FOYER_LIMIT_READ, NO_BODY },
  { "PUT", "/v1/photos/{sha256}", foyer_photo_put, FOYER_LIMIT_WRITE, PHOTO },
  { "GET", "/v1/bookings/{id}", foyer_booking_get, FOYER_LIMIT_READ, NO_BODY },
  { "PUT", "/v1/bookings/{id}", foyer_booking_put, FOYER_LIMIT_REQUEST, ENVELOPE },
  { "PUT", "/v1/bookings/{id}/decision", foyer_decision_put, FOYER_LIMIT_WRITE, ENVELOPE },
  { "PUT", "/v1/bookings/{id}/withdrawal", foyer_withdrawal_put, FOYER_LIMIT_WRITE, ENVELOPE },
  { "GET", "/v1/inbox", foyer_inbox_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/v1/changes", foyer_changes_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/", foyer_web_search_get, FOYER_LIMIT_SEARCH, NO_BODY },
  { "GET", "/l/{id}", foyer_web_listing_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/about", foyer_web_about_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/sitemap.xml", foyer_web_sitemap_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/icon.svg", foyer_web_icon_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/robots.txt", foyer_web_robots_get, FOYER_LIMIT_READ, NO_BODY },
  { NULL }
};

const FoyerRoute foyer_admin_routes[] = {
  { "GET", "/healthz", foyer_health_get, FOYER_LIMIT_READ, NO_BODY },
  { "GET", "/metrics", foyer_metrics_get, FOYER_LIMIT_READ, NO_BODY },
  { NULL }
};
