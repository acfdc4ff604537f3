/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-response.h"

#include <microhttpd.h>

#include "protocol/foyer-protocol-error.h"

typedef struct {
  char *name;
  char *value;
} Header;

struct _FoyerResponse {
  int                  status;
  GBytes              *body;
  char                *etag;             /* (nullable) */
  GArray              *headers;          /* of Header */
  struct MHD_Response *mhd;              /* made when it is first sent */
};

static void
clear_header (gpointer data)
{
  Header *header = data;

  g_free (header->name);
  g_free (header->value);
}

/**
 * foyer_response_new:
 * @status: of HTTP
 * @type: (nullable): the media type of @body
 * @body: (nullable): what to send
 *
 * Returns: (transfer full): an answer that nobody may keep
 */
FoyerResponse *
foyer_response_new (int         status,
                    const char *type,
                    GBytes     *body)
{
  FoyerResponse *self = g_atomic_rc_box_new0 (FoyerResponse);

  self->status = status;
  self->body = body != NULL ? g_bytes_ref (body) : g_bytes_new (NULL, 0);
  self->headers = g_array_new (FALSE, FALSE, sizeof (Header));
  g_array_set_clear_func (self->headers, clear_header);
  if (type != NULL)
    foyer_response_add_header (self, "Content-Type", type);
  foyer_response_add_header (self, "X-Content-Type-Options", "nosniff");

  return self;
}

/**
 * foyer_response_new_problem:
 * @type: why
 * @detail: (nullable): about this one, without what is private
 *
 * Returns: (transfer full): a refusal (RFC 9457)
 */
FoyerResponse *
foyer_response_new_problem (FoyerProblemType  type,
                            const char       *detail)
{
  g_autoptr(FoyerProblem) problem = foyer_problem_new (type, detail, NULL);
  g_autoptr(GBytes) body = foyer_problem_write (problem);
  FoyerResponse *self = foyer_response_new (problem->status, FOYER_TYPE_PROBLEM, body);

  foyer_response_set_cache (self, FOYER_CACHE_NONE);

  return self;
}

/**
 * foyer_response_new_error:
 * @error: of the protocol, or of the directory itself
 *
 * Returns: (transfer full): the refusal that tells it; what is the directory's own fault is
 *   told in the log only
 */
FoyerResponse *
foyer_response_new_error (const GError *error)
{
  FoyerProblemType type = foyer_problem_type_from_error (error);

  if (type == FOYER_PROBLEM_INTERNAL)
    g_warning ("%s", error->message);

  return foyer_response_new_problem (type, type == FOYER_PROBLEM_INTERNAL ? NULL : error->message);
}

/**
 * foyer_response_new_retry:
 * @type: why
 * @seconds: when it may be tried again
 *
 * Returns: (transfer full): a refusal with Retry-After
 */
FoyerResponse *
foyer_response_new_retry (FoyerProblemType type,
                          int              seconds)
{
  FoyerResponse *self = foyer_response_new_problem (type, NULL);
  g_autofree char *value = g_strdup_printf ("%d", MAX (seconds, 1));

  foyer_response_add_header (self, "Retry-After", value);

  return self;
}

/**
 * foyer_response_ref:
 * @self: an answer
 *
 * Returns: (transfer full): @self
 */
FoyerResponse *
foyer_response_ref (FoyerResponse *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoyerResponse *self = data;

  g_clear_pointer (&self->mhd, MHD_destroy_response);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->headers, g_array_unref);
  g_free (self->etag);
}

/**
 * foyer_response_unref:
 * @self: (transfer full): an answer
 *
 * Gives up a reference.
 */
void
foyer_response_unref (FoyerResponse *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * foyer_response_get_status:
 * @self: an answer
 *
 * Returns: its status
 */
int
foyer_response_get_status (FoyerResponse *self)
{
  return self->status;
}

/**
 * foyer_response_get_etag:
 * @self: an answer
 *
 * Returns: (nullable): its entity tag, in quotation marks
 */
const char *
foyer_response_get_etag (FoyerResponse *self)
{
  return self->etag;
}

/**
 * foyer_response_set_etag:
 * @self: an answer
 * @etag: a strong entity tag, in quotation marks (RFC 9110, section 8.8.3)
 *
 * Names the representation, so that who has it already is told 304.
 */
void
foyer_response_set_etag (FoyerResponse *self,
                         const char    *etag)
{
  g_return_if_fail (self->etag == NULL);

  self->etag = g_strdup (etag);
  foyer_response_add_header (self, "ETag", etag);
}

/**
 * foyer_response_set_cache:
 * @self: an answer
 * @control: a Cache-Control
 *
 * Says how long others may keep it.
 */
void
foyer_response_set_cache (FoyerResponse *self,
                          const char    *control)
{
  foyer_response_add_header (self, "Cache-Control", control);
}

/**
 * foyer_response_add_header:
 * @self: an answer
 * @name: of the field
 * @value: without line breaks
 *
 * Adds a field.
 */
void
foyer_response_add_header (FoyerResponse *self,
                           const char    *name,
                           const char    *value)
{
  Header header = { g_strdup (name), g_strdup (value) };

  g_return_if_fail (self->mhd == NULL);

  g_array_append_val (self->headers, header);
}

/**
 * foyer_response_not_modified:
 * @self: an answer with an entity tag
 *
 * Returns: (transfer full): a 304 with the same fields
 */
FoyerResponse *
foyer_response_not_modified (FoyerResponse *self)
{
  FoyerResponse *answer = foyer_response_new (304, NULL, NULL);

  for (guint i = 0; i < self->headers->len; i++)
    {
      const Header *header = &g_array_index (self->headers, Header, i);

      if (g_str_equal (header->name, "ETag") || g_str_equal (header->name, "Cache-Control"))
        foyer_response_add_header (answer, header->name, header->value);
    }

  return answer;
}

static void
release_body (void *body)
{
  g_bytes_unref (body);
}

/**
 * foyer_response_get_mhd:
 * @self: an answer
 *
 * Makes what libmicrohttpd sends, once. A refusal ends its connection, so that nothing which
 * was sent behind it is taken for another request. Whoever shares @self calls this before.
 *
 * Returns: (transfer none): the same for each connection
 */
struct MHD_Response *
foyer_response_get_mhd (FoyerResponse *self)
{
  gsize size;
  const void *data;

  if (self->mhd != NULL)
    return self->mhd;

  data = g_bytes_get_data (self->body, &size);
  self->mhd = MHD_create_response_from_buffer_with_free_callback_cls (size, size > 0 ? data : "",
                                                                      release_body,
                                                                      g_bytes_ref (self->body));
  g_assert (self->mhd != NULL);
  if (self->status == 304)               /* it has no body, and no length of one */
    MHD_set_response_options (self->mhd, MHD_RF_HEAD_ONLY_RESPONSE, MHD_RO_END);
  for (guint i = 0; i < self->headers->len; i++)
    {
      const Header *header = &g_array_index (self->headers, Header, i);

      g_assert (MHD_add_response_header (self->mhd, header->name, header->value) == MHD_YES);
    }
  if (self->status >= 400)
    g_assert (MHD_add_response_header (self->mhd, "Connection", "close") == MHD_YES);

  return self->mhd;
}
