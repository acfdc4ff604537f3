/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-directory.h"

#include <string.h>

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-protocol-error.h"

FoyerDirectory *
foyer_directory_of (FoyerExchange *exchange)
{
  return foyer_server_get_context (foyer_exchange_get_server (exchange));
}

/* The answer says what stands in the store by this very write, so that a repetition gets the
 * same bytes whatever happened since. */
static FoyerResponse *
make_answer (const FoyerDirectoryWrite *write,
             gboolean                   is_created)
{
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) body = NULL;
  FoyerResponse *response;
  FoyerDocumentType type = foyer_envelope_get_type (write->envelope);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "id",
                              foyer_directory_write_get_subject ((FoyerDirectoryWrite *) write));
  foyer_json_writer_add_text (writer, "type", foyer_document_type_get_name (type));
  foyer_json_writer_add_int (writer, "rev", write->rev);
  if (type == FOYER_DOCUMENT_REQUEST || type == FOYER_DOCUMENT_DECISION ||
      type == FOYER_DOCUMENT_WITHDRAWAL)
    foyer_json_writer_add_text (writer, "state", foyer_booking_state_get_name (write->state));
  if (write->left != NULL)
    {
      g_autoptr(GBytes) left = g_bytes_new (write->left, strlen (write->left));

      foyer_json_writer_add_json (writer, "left", left);
    }
  foyer_json_writer_end_object (writer);
  body = foyer_json_writer_end (writer);

  response = foyer_response_new (is_created ? 201 : 200, FOYER_TYPE_JSON, body);
  foyer_response_set_cache (response, FOYER_CACHE_NONE);

  return response;
}

/* A listing's update and its end make nothing new (RFC 9110, section 9.3.4). */
static gboolean
is_creation (const FoyerDirectoryWrite *write)
{
  FoyerDocumentType type = foyer_envelope_get_type (write->envelope);

  return write->created && type != FOYER_DOCUMENT_TOMBSTONE &&
         (type != FOYER_DOCUMENT_LISTING || write->precondition.must_be_new);
}

static void
done_cb (FoyerDirectoryWrite *taken)
{
  g_autoptr(FoyerDirectoryWrite) write = taken;
  FoyerExchange *exchange = write->user_data;
  FoyerResponse *response;

  if (write->problem == FOYER_PROBLEM_TOO_MANY_OPEN)
    response = foyer_response_new_retry (write->problem, 3600);
  else if (write->problem == FOYER_PROBLEM_UNAVAILABLE)
    response = foyer_response_new_retry (write->problem, 10);
  else if (write->problem != FOYER_PROBLEM_UNKNOWN)
    response = foyer_response_new_problem (write->problem, write->detail);
  else if (write->envelope == NULL)
    response = foyer_response_new (write->created ? 201 : 200, NULL, NULL);
  else
    {
      response = make_answer (write, is_creation (write));
      if (foyer_envelope_get_type (write->envelope) == FOYER_DOCUMENT_LISTING)
        {
          g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", write->rev);

          foyer_response_set_etag (response, etag);
        }
    }
  foyer_exchange_finish (exchange, response);
}

FoyerResponse *
foyer_write_submit (FoyerExchange       *exchange,
                    FoyerDirectoryWrite *write)
{
  write->done = done_cb;
  write->user_data = exchange;
  foyer_exchange_suspend (exchange);
  foyer_directory_store_submit (foyer_directory_of (exchange)->store, write);

  return NULL;
}

static FoyerResponse *
refuse_envelope (FoyerExchange *exchange,
                 const GError  *error)
{
  FoyerLimits *limits = foyer_server_get_limits (foyer_exchange_get_server (exchange));
  const char *network = foyer_exchange_get_network (exchange);
  int wait = 0;

  if (g_error_matches (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE))
    wait = foyer_limits_take (limits, FOYER_LIMIT_SIGNATURE, network);

  return wait > 0 ? foyer_response_new_retry (FOYER_PROBLEM_TOO_MANY_REQUESTS, wait)
                  : foyer_response_new_error (error);
}

/* A key counts for itself as well, from wherever it writes. */
static FoyerResponse *
check_limits (FoyerExchange *exchange,
              FoyerEnvelope *envelope)
{
  FoyerLimits *limits = foyer_server_get_limits (foyer_exchange_get_server (exchange));
  FoyerLimit limit = foyer_envelope_get_type (envelope) == FOYER_DOCUMENT_REQUEST
                       ? FOYER_LIMIT_REQUEST : FOYER_LIMIT_WRITE;
  char who[FOYER_KEY_TEXT_SIZE];
  int wait = foyer_limits_take (limits, limit,
                                foyer_key_format (foyer_envelope_get_key (envelope), who));

  return wait > 0 ? foyer_response_new_retry (FOYER_PROBLEM_TOO_MANY_REQUESTS, wait) : NULL;
}

FoyerResponse *
foyer_write_envelope (FoyerExchange           *exchange,
                      FoyerDocumentType        type,
                      const FoyerPrecondition *precondition)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) body = foyer_exchange_get_body (exchange);
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerDirectoryWrite) write = NULL;
  FoyerResponse *refusal;

  envelope = foyer_envelope_verify (body, &error);
  if (envelope == NULL)
    return refuse_envelope (exchange, error);
  if (foyer_envelope_get_type (envelope) != type)
    return foyer_response_new_problem (FOYER_PROBLEM_INVALID, "type: is not what the resource takes");
  refusal = check_limits (exchange, envelope);
  if (refusal != NULL)
    return refusal;
  write = foyer_directory_write_new (envelope, &error);
  if (write == NULL)
    return foyer_response_new_error (error);
  if (!g_str_equal (foyer_directory_write_get_subject (write), foyer_exchange_get_parameter (exchange)))
    return foyer_response_new_problem (FOYER_PROBLEM_INVALID, "the document is about another id");
  if (precondition != NULL)
    write->precondition = *precondition;

  return foyer_write_submit (exchange, g_steal_pointer (&write));
}
