/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include <string.h>

#include "directory/resources/foyer-photo.h"

static const char * const types[] = {
  [FOYER_PHOTO_JPEG] = "image/jpeg",
  [FOYER_PHOTO_WEBP] = "image/webp",
};

/* Its name is its digest, and a signed listing has that name: so nobody else has to sign. */
FoyerResponse *
foyer_photo_put (FoyerExchange *exchange)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) body = foyer_exchange_get_body (exchange);
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 sha256[FOYER_DIGEST_SIZE];
  gsize length = sizeof sha256;
  const char *type_header = foyer_exchange_get_header (exchange, "Content-Type");
  FoyerPhotoType type;

  if (!foyer_photo_check (body, &type, &error))
    return foyer_response_new_error (error);
  if (type_header != NULL && strcmp (type_header, types[type]) != 0)
    return foyer_response_new_problem (FOYER_PROBLEM_MEDIA_TYPE, NULL);
  g_checksum_update (sum, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));
  if (strcmp (g_checksum_get_string (sum), foyer_exchange_get_parameter (exchange)) != 0)
    return foyer_response_new_problem (FOYER_PROBLEM_INVALID, "the photo: is not what its name says");
  g_checksum_reset (sum);
  g_checksum_update (sum, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));
  g_checksum_get_digest (sum, sha256, &length);

  return foyer_write_submit (exchange, foyer_directory_write_new_photo (body, sha256, type));
}

FoyerResponse *
foyer_photo_get (FoyerExchange *exchange)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) photo = NULL;
  g_autofree char *etag = NULL;
  const char *sha256 = foyer_exchange_get_parameter (exchange);
  FoyerPhotoType type = FOYER_PHOTO_JPEG;
  FoyerResponse *response;

  photo = foyer_directory_store_get_photo (foyer_directory_of (exchange)->store, sha256, &type, &error);
  if (error != NULL)
    return foyer_response_new_error (error);
  if (photo == NULL)
    return foyer_response_new_problem (FOYER_PROBLEM_NOT_FOUND, NULL);

  response = foyer_response_new (200, types[type], photo);
  etag = g_strdup_printf ("\"%s\"", sha256);
  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, FOYER_CACHE_IMMUTABLE);

  return response;
}
