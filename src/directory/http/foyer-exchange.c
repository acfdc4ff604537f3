/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-exchange-private.h"

#include <string.h>

#include "directory/http/foyer-server.h"
#include "protocol/foyer-http-signature.h"

#define TARGET_MAX 2000
#define LENGTH_DIGITS_MAX 7

FoyerExchange *
foyer_exchange_new (FoyerServer *server,
                    const char  *target)
{
  FoyerExchange *self = g_new0 (FoyerExchange, 1);
  const char *mark;

  self->server = server;
  self->target = g_strdup (target);
  mark = strchr (self->target, '?');
  self->path = mark != NULL ? g_strndup (self->target, (gsize) (mark - self->target))
                            : g_strdup (self->target);
  self->query = mark != NULL ? mark + 1 : NULL;

  return self;
}

void
foyer_exchange_free (FoyerExchange *self)
{
  g_clear_pointer (&self->response, foyer_response_unref);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_free (self->parameter);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

typedef struct {
  int         n_hosts;
  int         n_lengths;
  int         n_encodings;
  const char *length;
} Framing;

static enum MHD_Result
count_header_cb (void               *user_data,
                 enum MHD_ValueKind  kind,
                 const char         *name,
                 const char         *value)
{
  Framing *framing = user_data;

  if (g_ascii_strcasecmp (name, "Host") == 0)
    framing->n_hosts += value != NULL && *value != '\0' ? 1 : 2;
  else if (g_ascii_strcasecmp (name, "Content-Length") == 0)
    {
      framing->n_lengths++;
      framing->length = value;
    }
  else if (g_ascii_strcasecmp (name, "Transfer-Encoding") == 0)
    framing->n_encodings++;

  return MHD_YES;
}

static FoyerResponse *
refuse (FoyerProblemType  type,
        const char       *detail)
{
  return foyer_response_new_problem (type, detail);
}

/* What could be read in two ways is not read at all (RFC 9112, section 11.2). */
static FoyerResponse *
check_framing (FoyerExchange *self,
               gsize         *length)
{
  Framing framing = { 0 };

  MHD_get_connection_values (self->mhd, MHD_HEADER_KIND, count_header_cb, &framing);
  if (framing.n_hosts != 1)
    return refuse (FOYER_PROBLEM_INVALID, "a request has one Host");
  if (framing.n_lengths + framing.n_encodings > 1)
    return refuse (FOYER_PROBLEM_INVALID, "a body has one length");
  *length = framing.n_encodings > 0 ? 1 : 0;
  if (framing.n_lengths > 0)
    {
      gsize digits = framing.length != NULL ? strlen (framing.length) : 0;

      if (digits == 0 || strspn (framing.length, "0123456789") != digits)
        return refuse (FOYER_PROBLEM_INVALID, "Content-Length is not a length");
      *length = digits <= LENGTH_DIGITS_MAX ? (gsize) g_ascii_strtoull (framing.length, NULL, 10)
                                            : G_MAXSIZE;
    }

  return NULL;
}

static FoyerResponse *
find_route (FoyerExchange    *self,
            const FoyerRoute *routes)
{
  g_autofree char *allow = NULL;
  FoyerResponse *refusal;

  if (*self->target != '/' || strlen (self->target) > TARGET_MAX)
    return refuse (FOYER_PROBLEM_INVALID, "the target is not a path of this directory");
  self->route = foyer_route_find (routes, self->method, self->path, &self->parameter, &allow);
  if (self->route != NULL)
    return NULL;
  if (allow == NULL)
    return refuse (FOYER_PROBLEM_NOT_FOUND, NULL);

  refusal = refuse (FOYER_PROBLEM_METHOD, NULL);
  foyer_response_add_header (refusal, "Allow", allow);

  return refusal;
}

static gboolean
has_type (FoyerExchange *self)
{
  const char *type = foyer_exchange_get_header (self, "Content-Type");
  gsize length = strlen (self->route->body_type);

  return type == NULL ||
         (g_ascii_strncasecmp (type, self->route->body_type, length) == 0 &&
          (type[length] == '\0' || type[length] == ';' || type[length] == ' '));
}

FoyerResponse *
foyer_exchange_check_head (FoyerExchange    *self,
                           const FoyerRoute *routes)
{
  FoyerResponse *refusal;
  const char *forwarded = foyer_exchange_get_header (self, "X-Forwarded-For");
  gsize length = 0;
  int wait;

  g_strlcpy (self->network, self->connection->network, sizeof self->network);
  if (self->connection->is_loopback && forwarded != NULL)
    foyer_network_parse (forwarded, self->network);

  refusal = check_framing (self, &length);
  if (refusal == NULL)
    refusal = find_route (self, routes);
  if (refusal != NULL)
    return refusal;
  wait = foyer_limits_take (foyer_server_get_limits (self->server), self->route->limit, self->network);
  if (wait > 0)
    return foyer_response_new_retry (FOYER_PROBLEM_TOO_MANY_REQUESTS, wait);
  if (self->route->body_max == 0 && length > 0)
    return refuse (FOYER_PROBLEM_INVALID, "the resource takes no body");
  if (length > self->route->body_max)
    return refuse (FOYER_PROBLEM_TOO_LARGE, NULL);
  if (self->route->body_type != NULL && !has_type (self))
    return refuse (FOYER_PROBLEM_MEDIA_TYPE, NULL);

  return NULL;
}

/**
 * foyer_exchange_get_server:
 * @self: a request
 *
 * Returns: (transfer none): where it came in
 */
FoyerServer *
foyer_exchange_get_server (FoyerExchange *self)
{
  return self->server;
}

/**
 * foyer_exchange_get_method:
 * @self: a request
 *
 * Returns: its method
 */
const char *
foyer_exchange_get_method (FoyerExchange *self)
{
  return self->method;
}

/**
 * foyer_exchange_get_path:
 * @self: a request
 *
 * Returns: its path, without the query
 */
const char *
foyer_exchange_get_path (FoyerExchange *self)
{
  return self->path;
}

/**
 * foyer_exchange_get_parameter:
 * @self: a request
 *
 * Returns: what stands in its path where the route has braces
 */
const char *
foyer_exchange_get_parameter (FoyerExchange *self)
{
  return self->parameter;
}

/**
 * foyer_exchange_get_header:
 * @self: a request
 * @name: of a field
 *
 * Returns: (nullable): its value
 */
const char *
foyer_exchange_get_header (FoyerExchange *self,
                           const char    *name)
{
  return MHD_lookup_connection_value (self->mhd, MHD_HEADER_KIND, name);
}

/**
 * foyer_exchange_get_query:
 * @self: a request
 * @names: (array zero-terminated=1): what its query may have
 * @refusal: (out): the answer when it has something else
 *
 * Returns: (transfer full) (nullable): the query
 */
FoyerQuery *
foyer_exchange_get_query (FoyerExchange       *self,
                          const char * const  *names,
                          FoyerResponse      **refusal)
{
  g_autoptr(GError) error = NULL;
  FoyerQuery *query = foyer_query_parse (self->query, names, &error);

  if (query == NULL)
    *refusal = foyer_response_new_error (error);

  return query;
}

/**
 * foyer_exchange_get_body:
 * @self: a request
 *
 * Returns: (transfer full): its body, empty for none; ask once
 */
GBytes *
foyer_exchange_get_body (FoyerExchange *self)
{
  return self->body != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&self->body))
                            : g_bytes_new (NULL, 0);
}

/**
 * foyer_exchange_get_network:
 * @self: a request
 *
 * Returns: whose limits it counts for
 */
const char *
foyer_exchange_get_network (FoyerExchange *self)
{
  return self->network;
}

/**
 * foyer_exchange_authenticate:
 * @self: a request that only some may make
 * @key: (out caller-allocates): who signed it
 * @refusal: (out): the answer when nobody did
 *
 * Checks the signature of a private read (RFC 9421). What was asked for is the directory's own
 * origin and the target of the request line, never its Host.
 *
 * Returns: whether it is signed
 */
gboolean
foyer_exchange_authenticate (FoyerExchange  *self,
                             FoyerKey       *key,
                             FoyerResponse **refusal)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = g_strconcat (foyer_server_get_origin (self->server), self->target, NULL);
  FoyerLimits *limits = foyer_server_get_limits (self->server);
  int wait;

  if (foyer_limits_is_empty (limits, FOYER_LIMIT_SIGNATURE, self->network))
    {
      *refusal = foyer_response_new_retry (FOYER_PROBLEM_TOO_MANY_REQUESTS, 1);
      return FALSE;
    }
  if (foyer_http_signature_verify (foyer_exchange_get_header (self, "Signature-Input"),
                                   foyer_exchange_get_header (self, "Signature"), self->method, uri,
                                   foyer_clock_now (foyer_server_get_clock (self->server)), key,
                                   &error))
    return TRUE;

  wait = foyer_limits_take (limits, FOYER_LIMIT_SIGNATURE, self->network);
  *refusal = wait > 0 ? foyer_response_new_retry (FOYER_PROBLEM_TOO_MANY_REQUESTS, wait)
                      : foyer_response_new_error (error);

  return FALSE;
}

/**
 * foyer_exchange_suspend:
 * @self: a request whose handler returns %NULL next
 *
 * Lets the thread go on with others. Call this before anybody can finish it.
 */
void
foyer_exchange_suspend (FoyerExchange *self)
{
  MHD_suspend_connection (self->mhd);
}

/**
 * foyer_exchange_finish:
 * @self: a request that was suspended
 * @response: (transfer full): the answer
 *
 * Answers; from then on @self is not touched any more. Any thread.
 */
void
foyer_exchange_finish (FoyerExchange *self,
                       FoyerResponse *response)
{
  self->response = response;
  MHD_resume_connection (self->mhd);
}
