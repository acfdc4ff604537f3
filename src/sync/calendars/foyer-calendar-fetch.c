/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/calendars/foyer-calendar-fetch.h"

#include <libsoup/soup.h>
#include <string.h>

#include "exchange/foyer-ics.h"
#include "sync/calendars/foyer-calendar-file.h"
#include "sync/transport/foyer-transport.h"

#define WHOLE_SECONDS 30
#define REDIRECTS_MAX 5
#define CHUNK 65536
#define MARK_MAX 1000

/* A calendar on its way. */
typedef struct {
  SoupSession            *session;
  SoupMessage            *message;       /* (nullable): of a server */
  char                   *address;
  char                   *etag;          /* (nullable): of what is known */
  char                   *modified;
  int                     n_redirects;
  GCancellable           *cancellable;   /* its own */
  GCancellable           *outer;         /* (nullable): of whoever asked */
  gulong                  outer_id;
  GSource                *waiting;
  GInputStream           *stream;
  GByteArray             *bytes;
  FoyerCalendarFetched    fetched;
  FoyerCalendarFetchFunc  func;
  gpointer                user_data;
} FoyerCalendarFetch;

static void foyer_calendar_fetch_ask (FoyerCalendarFetch *self);

static void
foyer_calendar_fetch_free (FoyerCalendarFetch *self)
{
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  if (self->waiting != NULL)
    g_source_destroy (self->waiting);
  g_clear_pointer (&self->waiting, g_source_unref);
  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fetched.body, g_bytes_unref);
  g_free (self->fetched.etag);
  g_free (self->fetched.modified);
  g_byte_array_unref (self->bytes);
  g_free (self->address);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self);
}

static void
foyer_calendar_fetch_end (FoyerCalendarFetch *self)
{
  self->func (&self->fetched, self->user_data);
  foyer_calendar_fetch_free (self);
}

static void
foyer_calendar_fetch_fail (FoyerCalendarFetch   *self,
                           FoyerCalendarTrouble  trouble)
{
  self->fetched.trouble = trouble;
  foyer_calendar_fetch_end (self);
}

/* What a server calls its state goes back to it as it came: one short line. */
static char *
foyer_calendar_fetch_dup_mark (FoyerCalendarFetch *self,
                               const char         *name)
{
  const char *mark = soup_message_headers_get_one (soup_message_get_response_headers (self->message), name);

  if (mark == NULL || strlen (mark) > MARK_MAX || !g_str_is_ascii (mark) || strpbrk (mark, "\r\n") != NULL)
    return NULL;

  return g_strdup (mark);
}

static void
foyer_calendar_fetch_succeed (FoyerCalendarFetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  /* libsoup takes the end of a connection for the end of a body. */
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
      && soup_message_headers_get_content_length (headers) != self->bytes->len)
    {
      foyer_calendar_fetch_fail (self, FOYER_CALENDAR_UNREACHABLE);
      return;
    }
  self->fetched.body = g_bytes_new (self->bytes->data, self->bytes->len);
  self->fetched.etag = foyer_calendar_fetch_dup_mark (self, "ETag");
  self->fetched.modified = foyer_calendar_fetch_dup_mark (self, "Last-Modified");
  foyer_calendar_fetch_end (self);
}

static void
foyer_calendar_fetch_read_cb (GObject      *source,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  FoyerCalendarFetch *self = user_data;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);

  if (bytes == NULL)
    foyer_calendar_fetch_fail (self, FOYER_CALENDAR_UNREACHABLE);
  else if (g_bytes_get_size (bytes) == 0)
    foyer_calendar_fetch_succeed (self);
  else if (self->bytes->len + g_bytes_get_size (bytes) > FOYER_ICS_SIZE_MAX)
    foyer_calendar_fetch_fail (self, FOYER_CALENDAR_TOO_BIG);
  else
    {
      g_byte_array_append (self->bytes, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
      g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                       foyer_calendar_fetch_read_cb, self);
    }
}

/* Returns: (transfer full) (nullable): where it is instead, if one may be asked there: never from
 * https to http */
static char *
foyer_calendar_fetch_follow (FoyerCalendarFetch *self)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  g_autofree char *resolved = NULL;
  g_autofree char *address = NULL;

  if (location == NULL || self->n_redirects >= REDIRECTS_MAX)
    return NULL;
  resolved = g_uri_resolve_relative (self->address, location, G_URI_FLAGS_ENCODED, NULL);
  address = resolved != NULL ? foyer_calendar_clean_address (resolved, NULL) : NULL;
  if (address == NULL || address[0] == '/'
      || (g_str_has_prefix (self->address, "https:") && !g_str_has_prefix (address, "https:")))
    return NULL;

  return g_steal_pointer (&address);
}

static FoyerCalendarTrouble
foyer_calendar_fetch_blame (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
      return FOYER_CALENDAR_REFUSED;
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return FOYER_CALENDAR_GONE;
    default:
      return FOYER_CALENDAR_UNREACHABLE;
    }
}

static void
foyer_calendar_fetch_answered (FoyerCalendarFetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *coding = soup_message_headers_get_one (headers, "Content-Encoding");
  const guint status = soup_message_get_status (self->message);

  if (status == SOUP_STATUS_NOT_MODIFIED && (self->etag != NULL || self->modified != NULL))
    {
      foyer_calendar_fetch_end (self);
      return;
    }
  if (SOUP_STATUS_IS_REDIRECTION (status))
    {
      g_autofree char *address = foyer_calendar_fetch_follow (self);

      if (address == NULL)
        {
          foyer_calendar_fetch_fail (self, FOYER_CALENDAR_UNREACHABLE);
          return;
        }
      self->n_redirects++;
      g_set_str (&self->address, address);
      g_clear_object (&self->stream);
      g_clear_object (&self->message);
      foyer_calendar_fetch_ask (self);
      return;
    }
  if (status != SOUP_STATUS_OK)
    foyer_calendar_fetch_fail (self, foyer_calendar_fetch_blame (status));
  else if (coding != NULL && g_ascii_strcasecmp (coding, "identity") != 0)
    foyer_calendar_fetch_fail (self, FOYER_CALENDAR_FOREIGN);
  else if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
           && soup_message_headers_get_content_length (headers) > FOYER_ICS_SIZE_MAX)
    foyer_calendar_fetch_fail (self, FOYER_CALENDAR_TOO_BIG);
  else
    g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                     foyer_calendar_fetch_read_cb, self);
}

static void
foyer_calendar_fetch_sent_cb (GObject      *source,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  FoyerCalendarFetch *self = user_data;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, NULL);
  if (self->stream == NULL)
    foyer_calendar_fetch_fail (self, FOYER_CALENDAR_UNREACHABLE);
  else
    foyer_calendar_fetch_answered (self);
}

static void
foyer_calendar_fetch_ask (FoyerCalendarFetch *self)
{
  SoupMessageHeaders *headers;

  self->message = soup_message_new (SOUP_METHOD_GET, self->address);
  if (self->message == NULL)
    {
      foyer_calendar_fetch_fail (self, FOYER_CALENDAR_UNREACHABLE);
      return;
    }
  soup_message_set_force_http1 (self->message, TRUE);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_replace (headers, "Accept", "text/calendar, */*;q=0.5");
  if (self->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", self->etag);
  if (self->modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", self->modified);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->cancellable,
                           foyer_calendar_fetch_sent_cb, self);
}

static gboolean
foyer_calendar_fetch_begin_cb (gpointer user_data)
{
  FoyerCalendarFetch *self = user_data;

  if (self->address[0] == '/')
    {
      foyer_calendar_file_read (self->address, self->modified, &self->fetched);
      foyer_calendar_fetch_end (self);
    }
  else
    {
      self->session = foyer_transport_make_session ();
      foyer_calendar_fetch_ask (self);
    }

  return G_SOURCE_REMOVE;
}

static gboolean
foyer_calendar_fetch_waited_cb (gpointer user_data)
{
  FoyerCalendarFetch *self = user_data;

  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

static void
foyer_calendar_fetch_cancelled_cb (GCancellable *outer,
                                   gpointer      user_data)
{
  FoyerCalendarFetch *self = user_data;

  g_cancellable_cancel (self->cancellable);
}

void
foyer_calendar_fetch (const char             *address,
                      const char             *etag,
                      const char             *modified,
                      GCancellable           *cancellable,
                      FoyerCalendarFetchFunc  func,
                      gpointer                user_data)
{
  FoyerCalendarFetch *self = g_new0 (FoyerCalendarFetch, 1);
  g_autoptr(GSource) begin = g_idle_source_new ();

  self->address = g_strdup (address);
  self->etag = etag != NULL && *etag != '\0' ? g_strdup (etag) : NULL;
  self->modified = modified != NULL && *modified != '\0' ? g_strdup (modified) : NULL;
  self->cancellable = g_cancellable_new ();
  self->bytes = g_byte_array_new ();
  self->func = func;
  self->user_data = user_data;
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (foyer_calendar_fetch_cancelled_cb), self, NULL);
    }
  self->waiting = g_timeout_source_new_seconds (WHOLE_SECONDS);
  g_source_set_callback (self->waiting, foyer_calendar_fetch_waited_cb, self, NULL);
  g_source_attach (self->waiting, g_main_context_get_thread_default ());
  g_source_set_priority (begin, G_PRIORITY_DEFAULT);
  g_source_set_callback (begin, foyer_calendar_fetch_begin_cb, self, NULL);
  g_source_attach (begin, g_main_context_get_thread_default ());
}
