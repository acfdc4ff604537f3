/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include <string.h>

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-listing.h"

FoyerResponse *
foyer_well_known_get (FoyerExchange *exchange)
{
  FoyerDirectory *directory = foyer_directory_of (exchange);
  g_autoptr(GBytes) body = foyer_directory_info_write (directory->info);
  g_autofree char *etag = NULL;
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);
  FoyerResponse *response = foyer_response_new (200, FOYER_TYPE_JSON, body);

  sum[16] = '\0';
  etag = g_strdup_printf ("\"%s\"", sum);
  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, "public, max-age=60");

  return response;
}

/* The signed bytes, and the same as a client that trusts this directory may read it. */
static FoyerResponse *
make_listing (const FoyerDirectoryPaper *paper,
              GError                   **error)
{
  g_autoptr(FoyerEnvelope) envelope = foyer_envelope_verify (paper->envelope, error);
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) body = NULL;
  g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", paper->rev);
  FoyerResponse *response;

  if (envelope == NULL)
    return NULL;
  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_json (writer, "envelope", paper->envelope);
  foyer_json_writer_add_json (writer, "view", foyer_envelope_get_payload (envelope));
  foyer_json_writer_end_object (writer);
  body = foyer_json_writer_end (writer);
  response = foyer_response_new (200, FOYER_TYPE_JSON, body);
  foyer_response_set_etag (response, etag);
  foyer_response_set_cache (response, FOYER_CACHE_LISTING);

  return response;
}

FoyerResponse *
foyer_listing_get (FoyerExchange *exchange)
{
  FoyerDirectory *directory = foyer_directory_of (exchange);
  const char *id = foyer_exchange_get_parameter (exchange);
  g_autoptr(GError) error = NULL;
  g_auto(FoyerDirectoryPaper) paper = { 0 };
  FoyerResponse *response;
  gboolean found;
  guint64 ticket;

  response = foyer_listing_cache_get (directory->cache, id, &ticket);
  if (response != NULL)
    return response;
  if (!foyer_directory_store_get_paper (directory->store, id, FOYER_DOCUMENT_LISTING, &paper, &found, &error))
    return foyer_response_new_error (error);
  if (!found)
    return foyer_response_new_problem (FOYER_PROBLEM_NOT_FOUND, NULL);
  if (!paper.live || paper.envelope == NULL)
    return foyer_response_new_problem (FOYER_PROBLEM_GONE, NULL);

  response = make_listing (&paper, &error);
  if (response == NULL)
    return foyer_response_new_error (error);
  foyer_listing_cache_keep (directory->cache, id, ticket, response);

  return response;
}

/* "3" or W/"3", as many as there are. A weak one never matches (RFC 9110, section 13.1.1). */
static gboolean
read_revs (const char        *header,
           FoyerPrecondition *precondition)
{
  g_auto(GStrv) names = g_strsplit (header, ",", FOYER_IF_MATCH_MAX + 1);

  if (g_strv_length (names) > FOYER_IF_MATCH_MAX)
    return FALSE;
  for (gsize i = 0; names[i] != NULL; i++)
    {
      char *name = g_strstrip (names[i]);
      gsize length = strlen (name);
      gint64 rev = 0;

      if (g_str_has_prefix (name, "W/"))
        continue;
      if (length < 3 || name[0] != '"' || name[length - 1] != '"')
        return FALSE;
      name[length - 1] = '\0';
      /* An entity tag of something else is well written, and is not what is here. */
      if (g_ascii_string_to_signed (name + 1, 10, 1, G_MAXINT64, &rev, NULL))
        precondition->revs[precondition->n_revs++] = rev;
    }

  return TRUE;
}

static FoyerResponse *
read_precondition (FoyerExchange     *exchange,
                   FoyerPrecondition *precondition)
{
  const char *none = foyer_exchange_get_header (exchange, "If-None-Match");
  const char *match = foyer_exchange_get_header (exchange, "If-Match");

  memset (precondition, 0, sizeof *precondition);
  if (none == NULL && match == NULL)
    return foyer_response_new_problem (FOYER_PROBLEM_PRECONDITION_REQUIRED,
                                       "If-None-Match: * for a new listing, If-Match for another");
  if (none != NULL)
    {
      precondition->must_be_new = match == NULL && g_str_equal (none, "*");
      return precondition->must_be_new ? NULL
             : foyer_response_new_problem (FOYER_PROBLEM_INVALID, "If-None-Match is not *");
    }
  precondition->any = g_str_equal (match, "*");
  if (!precondition->any && !read_revs (match, precondition))
    return foyer_response_new_problem (FOYER_PROBLEM_INVALID, "If-Match is not a list of revisions");

  return NULL;
}

FoyerResponse *
foyer_listing_put (FoyerExchange *exchange)
{
  FoyerPrecondition precondition;
  FoyerResponse *refusal = read_precondition (exchange, &precondition);

  return refusal != NULL ? refusal
                         : foyer_write_envelope (exchange, FOYER_DOCUMENT_LISTING, &precondition);
}

FoyerResponse *
foyer_listing_delete (FoyerExchange *exchange)
{
  return foyer_write_envelope (exchange, FOYER_DOCUMENT_TOMBSTONE, NULL);
}
