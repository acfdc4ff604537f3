/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-problem.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-json.h"
#include "protocol/foyer-protocol-error.h"

typedef struct {
  const char *name;
  int         status;
  const char *title;
} Kind;

static const Kind kinds[] = {
  [FOYER_PROBLEM_UNKNOWN] = { "unknown", 500, "Something else" },
  [FOYER_PROBLEM_INVALID] = { "invalid", 400, "The request is not as the contract has it" },
  [FOYER_PROBLEM_UNKNOWN_TYPE] = { "unknown-type", 400, "A document of an unknown type" },
  [FOYER_PROBLEM_BEYOND_HORIZON] = { "beyond-horizon", 400, "The day is too far ahead" },
  [FOYER_PROBLEM_PAST_DAY] = { "past-day", 400, "The day is over" },
  [FOYER_PROBLEM_BAD_SIGNATURE] = { "bad-signature", 401, "The signature is missing or wrong" },
  [FOYER_PROBLEM_SIGNATURE_EXPIRED] = { "signature-expired", 401, "Signed at another time" },
  [FOYER_PROBLEM_NOT_YOURS] = { "not-yours", 403, "The key may not do this" },
  [FOYER_PROBLEM_BLOCKED] = { "blocked", 403, "The operator blocked the key" },
  [FOYER_PROBLEM_NOT_FOUND] = { "not-found", 404, "There is no such thing" },
  [FOYER_PROBLEM_METHOD] = { "method", 405, "The resource does not do this" },
  [FOYER_PROBLEM_NOT_ACCEPTABLE] = { "not-acceptable", 406, "There is no such representation" },
  [FOYER_PROBLEM_FULL] = { "full", 409, "Not enough seats are left" },
  [FOYER_PROBLEM_CLOSED] = { "closed", 409, "The space is closed on that day" },
  [FOYER_PROBLEM_TAKEN] = { "taken", 409, "Another key has this id" },
  [FOYER_PROBLEM_ID_REUSED] = { "id-reused", 409, "The id stands for something else" },
  [FOYER_PROBLEM_STALE] = { "stale", 409, "There is a later revision" },
  [FOYER_PROBLEM_EXPIRED] = { "expired", 409, "The time to answer is over" },
  [FOYER_PROBLEM_BAD_STATE] = { "bad-state", 409, "The booking does not stand there" },
  [FOYER_PROBLEM_GONE] = { "gone", 410, "It was taken down" },
  [FOYER_PROBLEM_CURSOR_EXPIRED] = { "cursor-expired", 410, "The cursor is too old" },
  [FOYER_PROBLEM_PRECONDITION] = { "precondition", 412, "There is another revision" },
  [FOYER_PROBLEM_TOO_LARGE] = { "too-large", 413, "The request is too large" },
  [FOYER_PROBLEM_MEDIA_TYPE] = { "media-type", 415, "The body is of another type" },
  [FOYER_PROBLEM_PRECONDITION_REQUIRED] = { "precondition-required", 428, "A precondition is missing" },
  [FOYER_PROBLEM_TOO_MANY_REQUESTS] = { "too-many-requests", 429, "Too many requests" },
  [FOYER_PROBLEM_TOO_MANY_OPEN] = { "too-many-open", 429, "Too many open requests for seats" },
  [FOYER_PROBLEM_INTERNAL] = { "internal", 500, "The directory failed" },
  [FOYER_PROBLEM_UNAVAILABLE] = { "unavailable", 503, "The directory cannot answer now" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == FOYER_PROBLEM_LAST + 1);

/**
 * foyer_problem_type_get_name:
 * @type: a type
 *
 * Returns: (transfer none): the last part of its URL
 */
const char *
foyer_problem_type_get_name (FoyerProblemType type)
{
  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (kinds), NULL);

  return kinds[type].name;
}

/**
 * foyer_problem_type_get_status:
 * @type: a type
 *
 * Returns: the HTTP status it is answered with
 */
int
foyer_problem_type_get_status (FoyerProblemType type)
{
  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (kinds), 500);

  return kinds[type].status;
}

static FoyerProblemType
find_type (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (name, kinds[i].name) == 0)
      return (FoyerProblemType) i;

  return FOYER_PROBLEM_UNKNOWN;
}

/**
 * foyer_problem_type_from_error:
 * @error: an error
 *
 * Finds the problem that tells an error of the rules or of this layer.
 *
 * Returns: the type, %FOYER_PROBLEM_INTERNAL for an error that is not the client's
 */
FoyerProblemType
foyer_problem_type_from_error (const GError *error)
{
  FoyerProblemType type = FOYER_PROBLEM_UNKNOWN;

  g_return_val_if_fail (error != NULL, FOYER_PROBLEM_INTERNAL);

  if (error->domain == FOYER_PROTOCOL_ERROR)
    type = find_type (foyer_protocol_error_get_name ((FoyerProtocolError) error->code));
  else if (error->domain == FOYER_ERROR)
    type = find_type (foyer_error_get_name ((FoyerError) error->code));
  else
    return FOYER_PROBLEM_INTERNAL;

  return type == FOYER_PROBLEM_UNKNOWN ? FOYER_PROBLEM_INVALID : type;
}

/**
 * foyer_problem_new:
 * @type: why
 * @detail: (nullable): about this one
 * @instance: (nullable): a URL that names this one
 *
 * Returns: (transfer full): the problem
 */
FoyerProblem *
foyer_problem_new (FoyerProblemType  type,
                   const char       *detail,
                   const char       *instance)
{
  FoyerProblem *self;

  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (kinds), NULL);

  self = g_new0 (FoyerProblem, 1);
  self->type = type;
  self->status = kinds[type].status;
  self->title = g_strdup (kinds[type].title);
  self->detail = g_strdup (detail);
  self->instance = g_strdup (instance);

  return self;
}

/**
 * foyer_problem_free:
 * @self: (transfer full): a problem
 *
 * Frees a problem.
 */
void
foyer_problem_free (FoyerProblem *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->instance);
  g_free (self);
}

/**
 * foyer_problem_parse:
 * @bytes: the body of a refusal
 * @error: return location for an error
 *
 * Reads a problem. Only its status must be there; a type that this version does not know is
 * %FOYER_PROBLEM_UNKNOWN, and its status says what to do.
 *
 * Returns: (transfer full): the problem, or %NULL with %FOYER_PROTOCOL_ERROR
 */
FoyerProblem *
foyer_problem_parse (GBytes  *bytes,
                     GError **error)
{
  g_autoptr(FoyerProblem) self = NULL;
  g_autoptr(FoyerJson) json = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  json = foyer_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  if (json == NULL)
    return NULL;

  self = g_new0 (FoyerProblem, 1);
  self->status = (int) foyer_json_int (json, "status", 400, 599);
  if (foyer_json_has (json, "type"))
    {
      const char *type = foyer_json_text (json, "type");

      if (g_str_has_prefix (type, FOYER_PROBLEM_BASE))
        self->type = find_type (type + strlen (FOYER_PROBLEM_BASE));
    }
  if (foyer_json_has (json, "title"))
    self->title = foyer_json_line (json, "title", FOYER_LINE_MAX);
  if (foyer_json_has (json, "detail"))
    self->detail = foyer_json_block (json, "detail", FOYER_ABOUT_MAX);
  if (foyer_json_has (json, "instance"))
    self->instance = foyer_json_line (json, "instance", FOYER_ABOUT_MAX);

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_problem_write:
 * @self: a problem
 *
 * Returns: (transfer full): its JSON, of type application/problem+json
 */
GBytes *
foyer_problem_write (const FoyerProblem *self)
{
  FoyerJsonWriter *writer;
  g_autofree char *url = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  url = g_strconcat (FOYER_PROBLEM_BASE, foyer_problem_type_get_name (self->type), NULL);
  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", url);
  if (self->title != NULL)
    foyer_json_writer_add_text (writer, "title", self->title);
  foyer_json_writer_add_int (writer, "status", self->status);
  if (self->detail != NULL)
    foyer_json_writer_add_text (writer, "detail", self->detail);
  if (self->instance != NULL)
    foyer_json_writer_add_text (writer, "instance", self->instance);
  foyer_json_writer_end_object (writer);

  return foyer_json_writer_end (writer);
}
