/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/transport/foyer-transport.h"

#include <libsoup/soup.h>
#include <string.h>

#include "protocol/foyer-http-signature.h"
#include "protocol/foyer-origin.h"
#include "sync/foyer-sync-error.h"

#define CONNECT_SECONDS 10
#define WHOLE_SECONDS 30
#define CHUNK 65536
#define RETRY_AFTER_DIGITS 9

struct _FoyerTransport {
  SoupSession *session;
  FoyerClock  *clock;
};

/* A question under way. */
typedef struct {
  FoyerTransport     *transport;
  SoupMessage        *message;
  GCancellable       *cancellable;       /* its own */
  GCancellable       *outer;             /* (nullable): of whoever asked */
  gulong              outer_id;
  GSource            *connecting;        /* until the question is written */
  GSource            *waiting;           /* for all of it */
  GInputStream       *stream;
  GByteArray         *body;
  gsize               most;              /* no longer is its body */
  GError             *error;             /* why we ended it */
  FoyerTransportFunc  func;
  gpointer            user_data;
} FoyerQuestion;

/**
 * foyer_transport_make_session:
 *
 * Returns: (transfer full): a session that asks and answers as little as HTTP needs
 */
SoupSession *
foyer_transport_make_session (void)
{
  SoupSession *session = soup_session_new_with_options ("user-agent", "Foyer/" FOYER_VERSION,
                                                        "max-conns", 64, "max-conns-per-host", 16,
                                                        "timeout", 0, "idle-timeout", 30, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CACHE);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_HSTS_ENFORCER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_WEBSOCKET_EXTENSION_MANAGER);

  return session;
}

/**
 * foyer_transport_new:
 * @clock: for the signatures of private reads
 *
 * Returns: (transfer full): a transport for the calling thread
 */
FoyerTransport *
foyer_transport_new (FoyerClock *clock)
{
  FoyerTransport *self = g_new0 (FoyerTransport, 1);

  self->session = foyer_transport_make_session ();
  self->clock = foyer_clock_ref (clock);

  return self;
}

/**
 * foyer_transport_free:
 * @self: (transfer full): a transport without a question under way
 */
void
foyer_transport_free (FoyerTransport *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  foyer_clock_unref (self->clock);
  g_free (self);
}

/**
 * foyer_transport_may_ask:
 * @origin: (nullable): any text
 *
 * Whether something may be asked there: an origin by the contract, encrypted unless it is on
 * this machine.
 *
 * Returns: whether it may
 */
gboolean
foyer_transport_may_ask (const char *origin)
{
  static const char * const loopback[] = { "http://127.0.0.1", "http://[::1]", "http://localhost" };

  if (!foyer_origin_is_valid (origin))
    return FALSE;
  if (g_str_has_prefix (origin, "https://"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (loopback); i++)
    if (g_str_has_prefix (origin, loopback[i])
        && (origin[strlen (loopback[i])] == '\0' || origin[strlen (loopback[i])] == ':'))
      return TRUE;

  return FALSE;
}

static void
foyer_question_end_source (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
foyer_question_free (FoyerQuestion *self)
{
  if (self->outer != NULL)
    g_cancellable_disconnect (self->outer, self->outer_id);
  g_clear_object (&self->outer);
  foyer_question_end_source (&self->connecting);
  foyer_question_end_source (&self->waiting);
  if (self->message != NULL)
    g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_byte_array_unref (self->body);
  g_clear_error (&self->error);
  g_free (self);
}

static void
foyer_question_answer (FoyerQuestion *self,
                       FoyerReply    *reply)         /* (transfer full) */
{
  g_autoptr(FoyerReply) owned = reply;

  self->func (owned, self->user_data);
  foyer_question_free (self);
}

/* @error: (transfer full): what went wrong on the way, unless we ended it ourselves. Who hangs
 * up in the middle is gone, and has not lied. */
static void
foyer_question_lose (FoyerQuestion *self,
                     GError        *error)
{
  GError *lost;

  if (self->error != NULL)
    lost = g_steal_pointer (&self->error);
  else if (error->domain == SOUP_SESSION_ERROR)
    lost = g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "no whole answer: %s", error->message);
  else
    lost = g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE, "%s", error->message);
  g_error_free (error);
  foyer_question_answer (self, foyer_reply_new_lost (lost));
}

static void
foyer_question_refuse (FoyerQuestion *self,
                       const char    *reason)
{
  if (self->error == NULL)
    self->error = g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "no whole answer: %s", reason);
  foyer_question_answer (self, foyer_reply_new_lost (g_steal_pointer (&self->error)));
}

/* A strong ETag is the revision in quotes. */
static gint64
foyer_message_get_rev (SoupMessageHeaders *headers)
{
  const char *tag = soup_message_headers_get_one (headers, "ETag");
  gsize length = tag != NULL ? strnlen (tag, 32) : 0;
  g_autofree char *digits = NULL;
  guint64 rev;

  if (length < 3 || length == 32 || tag[0] != '"' || tag[length - 1] != '"')
    return 0;
  digits = g_strndup (tag + 1, length - 2);

  return g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT64, &rev, NULL) ? (gint64) rev : 0;
}

static gint64
foyer_message_get_instant (SoupMessageHeaders *headers,
                           const char         *name)
{
  const char *text = soup_message_headers_get_one (headers, name);
  g_autoptr(GDateTime) instant = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return instant != NULL ? g_date_time_to_unix (instant) * 1000 : 0;
}

/* Seconds, or an instant by the directory's own clock (RFC 9110, section 10.2.3). */
static gint64
foyer_message_get_retry_after (SoupMessageHeaders *headers,
                               gint64              date_ms)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  gint64 at_ms;

  if (text == NULL)
    return -1;
  if (*text != '\0' && strspn (text, "0123456789") == strlen (text))
    return strlen (text) <= RETRY_AFTER_DIGITS ? g_ascii_strtoll (text, NULL, 10) * 1000 : G_MAXINT32;
  at_ms = foyer_message_get_instant (headers, "Retry-After");

  return at_ms != 0 && date_ms != 0 ? MAX (at_ms - date_ms, 0) : -1;
}

/* libsoup takes the end of a connection for the end of a body, announced longer or not. */
static gboolean
foyer_question_is_whole (FoyerQuestion *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);

  return soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH
         || soup_message_headers_get_content_length (headers) == self->body->len;
}

static void
foyer_question_succeed (FoyerQuestion *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  g_autoptr(GBytes) body = g_bytes_new (self->body->data, self->body->len);
  FoyerReply *reply = foyer_reply_new ((int) soup_message_get_status (self->message), body);

  reply->rev = foyer_message_get_rev (headers);
  reply->date_ms = foyer_message_get_instant (headers, "Date");
  reply->retry_after_ms = foyer_message_get_retry_after (headers, reply->date_ms);
  foyer_question_answer (self, reply);
}

static void
foyer_question_read_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  FoyerQuestion *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (bytes == NULL)
    {
      foyer_question_lose (self, g_steal_pointer (&error));
      return;
    }
  if (g_bytes_get_size (bytes) == 0)
    {
      if (foyer_question_is_whole (self))
        foyer_question_succeed (self);
      else
        foyer_question_refuse (self, "shorter than announced");
      return;
    }
  if (self->body->len + g_bytes_get_size (bytes) > self->most)
    {
      foyer_question_refuse (self, "more than any directory answers");
      return;
    }
  g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                   foyer_question_read_cb, self);
}

/* Returns: (nullable): why the answer cannot be used whatever its body is */
static const char *
foyer_question_check (FoyerQuestion *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *coding = soup_message_headers_get_one (headers, "Content-Encoding");

  if (coding != NULL && g_ascii_strcasecmp (coding, "identity") != 0)
    return "packed, though nobody asked for that";
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
      && soup_message_headers_get_content_length (headers) > (goffset) self->most)
    return "more than any directory answers";
  /* without a length nobody knows whether the end is missing */
  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH
      && soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CHUNKED)
    return "of no announced length";

  return NULL;
}

static void
foyer_question_sent_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  FoyerQuestion *self = user_data;
  g_autoptr(GError) error = NULL;
  const char *problem;

  foyer_question_end_source (&self->connecting);
  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      foyer_question_lose (self, g_steal_pointer (&error));
      return;
    }
  problem = foyer_question_check (self);
  if (problem != NULL)
    {
      foyer_question_refuse (self, problem);
      return;
    }
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                   foyer_question_read_cb, self);
}

static void
foyer_question_give_up (FoyerQuestion *self,
                        const char    *reason)
{
  if (self->error == NULL)
    self->error = g_error_new_literal (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE, reason);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
foyer_question_connecting_cb (gpointer user_data)
{
  foyer_question_give_up (user_data, "no connection in time");

  return G_SOURCE_REMOVE;
}

static gboolean
foyer_question_waiting_cb (gpointer user_data)
{
  foyer_question_give_up (user_data, "no answer in time");

  return G_SOURCE_REMOVE;
}

static void
foyer_question_starting_cb (SoupMessage *message,
                            gpointer     user_data)
{
  FoyerQuestion *self = user_data;

  foyer_question_end_source (&self->connecting);
}

static void
foyer_question_cancelled_cb (GCancellable *outer,
                             gpointer      user_data)
{
  FoyerQuestion *self = user_data;

  g_cancellable_cancel (self->cancellable);
}

static GSource *
foyer_question_add_timer (FoyerQuestion *self,
                          guint          seconds,
                          GSourceFunc    func)
{
  GSource *source = g_timeout_source_new_seconds (seconds);

  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());

  return source;
}

static gboolean
foyer_question_begin_cb (gpointer user_data)
{
  FoyerQuestion *self = user_data;

  if (self->message == NULL)
    foyer_question_lose (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no place to ask"));
  else
    soup_session_send_async (self->transport->session, self->message, G_PRIORITY_DEFAULT, self->cancellable,
                             foyer_question_sent_cb, self);

  return G_SOURCE_REMOVE;
}

static gboolean
foyer_transport_sign (FoyerTransport  *self,
                      const FoyerCall *call,
                      const char      *uri,
                      SoupMessage     *message)
{
  g_autofree char *input = NULL;
  g_autofree char *signature = NULL;
  gint64 now_ms = MAX (foyer_clock_now (self->clock) + call->created_offset_ms, 0);

  if (!foyer_http_signature_make (call->reader, call->method, uri, now_ms, &input, &signature))
    return FALSE;
  soup_message_headers_replace (soup_message_get_request_headers (message), "Signature-Input", input);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Signature", signature);

  return TRUE;
}

/* Returns: (nullable): no message for a place that may not be asked */
static SoupMessage *
foyer_transport_make_message (FoyerTransport  *self,
                              const FoyerCall *call)
{
  g_autofree char *uri = g_strconcat (call->origin, call->target, NULL);
  g_autoptr(SoupMessage) message = NULL;
  SoupMessageHeaders *headers;

  if (!foyer_transport_may_ask (call->origin) || call->target[0] != '/')
    return NULL;
  message = soup_message_new (call->method, uri);
  if (message == NULL)
    return NULL;

  soup_message_set_force_http1 (message, TRUE);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Accept", call->accept);
  if (call->body != NULL)
    soup_message_set_request_body_from_bytes (message, call->type, call->body);
  if (call->must_be_new)
    soup_message_headers_replace (headers, "If-None-Match", "*");
  else if (call->if_match != 0)
    {
      g_autofree char *tag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", call->if_match);

      soup_message_headers_replace (headers, "If-Match", tag);
    }
  if (call->reader != NULL && !foyer_transport_sign (self, call, uri, message))
    return NULL;

  return g_steal_pointer (&message);
}

/**
 * foyer_transport_ask:
 * @self: a transport
 * @call: the question, which may be freed afterwards
 * @cancellable: (nullable): hangs up; the answer is lost then
 * @func: (scope async): called with the answer, from the main context
 * @user_data: for @func
 *
 * Asks a directory: 10 seconds to connect, 30 for all of it (and what it may wait for news).
 * Whatever goes wrong is in the reply.
 */
void
foyer_transport_ask (FoyerTransport     *self,
                     const FoyerCall    *call,
                     GCancellable       *cancellable,
                     FoyerTransportFunc  func,
                     gpointer            user_data)
{
  FoyerQuestion *question = g_new0 (FoyerQuestion, 1);
  g_autoptr(GSource) begin = g_idle_source_new ();

  question->transport = self;
  question->message = foyer_transport_make_message (self, call);
  question->cancellable = g_cancellable_new ();
  question->most = call->most;
  question->body = g_byte_array_new ();
  question->func = func;
  question->user_data = user_data;
  if (cancellable != NULL)
    {
      question->outer = g_object_ref (cancellable);
      question->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (foyer_question_cancelled_cb), question,
                                                  NULL);
    }
  if (question->message != NULL)
    {
      g_signal_connect (question->message, "starting", G_CALLBACK (foyer_question_starting_cb), question);
      question->connecting = foyer_question_add_timer (question, CONNECT_SECONDS, foyer_question_connecting_cb);
      question->waiting = foyer_question_add_timer (question, WHOLE_SECONDS + (guint) call->wait_s,
                                                    foyer_question_waiting_cb);
    }
  g_source_set_priority (begin, G_PRIORITY_DEFAULT);
  g_source_set_callback (begin, foyer_question_begin_cb, question, NULL);
  g_source_attach (begin, g_main_context_get_thread_default ());
}
