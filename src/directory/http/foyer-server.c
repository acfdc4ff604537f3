/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-server.h"

#include <errno.h>
#include <netdb.h>
#include <string.h>
#include <unistd.h>

#include "directory/foyer-directory-error.h"
#include "directory/http/foyer-exchange-private.h"

#define CONNECTIONS_MAX 512
#define CONNECTION_MEMORY (24 * 1024)
#define BACKLOG 256
#define RETRY_SECONDS 5
/* Beyond RFC 9112's MUSTs for servers, but no client that keeps its SHOULDs meets a wall. */
#define DISCIPLINE 2

typedef enum {
  SERVING,
  DRAINING,                              /* no new requests */
  CLOSING,                               /* none that are still coming in either */
} Phase;

struct _FoyerServer {
  const FoyerRoute  *routes;
  FoyerLimits       *limits;             /* (unowned) */
  FoyerClock        *clock;
  gpointer           context;
  char              *origin;
  guint              n_threads;
  int                fd;
  guint              port;
  FoyerDeadlines    *deadlines;
  struct MHD_Daemon *daemon;
  FoyerTimings      *timings;
  guint64            requests[6];        /* atomic */
  int                n_connections;      /* atomic */
  int                phase;              /* atomic: of Phase */
  GMutex             idle_lock;
  GCond              idle_cond;
  int                n_exchanges;        /* atomic; its fall to 0 is told by idle_cond */
};

static void
log_cb (void       *user_data,
        const char *format,
        va_list     args)
{
  /* Its messages have no data of requests; what they say is for who looks for a fault. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_logv (G_LOG_DOMAIN, G_LOG_LEVEL_DEBUG, format, args);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static enum MHD_Result
accept_cb (void                  *user_data,
           const struct sockaddr *address,
           socklen_t              length)
{
  FoyerServer *self = user_data;
  char network[FOYER_NETWORK_SIZE];
  gboolean is_loopback = foyer_network_format (address, network);

  return foyer_limits_may_connect (self->limits, network, is_loopback) ? MHD_YES : MHD_NO;
}

static void
connection_cb (void                                *user_data,
               struct MHD_Connection               *mhd,
               void                               **socket_context,
               enum MHD_ConnectionNotificationCode  code)
{
  FoyerServer *self = user_data;
  FoyerConnection *connection = *socket_context;

  if (code == MHD_CONNECTION_NOTIFY_STARTED)
    {
      int fd = MHD_get_connection_info (mhd, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;

      connection = foyer_connection_new (
        self->deadlines,
        MHD_get_connection_info (mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr, fd);
      foyer_limits_count_connection (self->limits, connection->network, 1);
      g_atomic_int_inc (&self->n_connections);
      *socket_context = connection;
      return;
    }
  foyer_limits_count_connection (self->limits, connection->network, -1);
  g_atomic_int_add (&self->n_connections, -1);
  foyer_connection_free (connection);
  *socket_context = NULL;
}

static FoyerConnection *
get_connection (struct MHD_Connection *mhd)
{
  return MHD_get_connection_info (mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static void *
request_line_cb (void                  *user_data,
                 const char            *target,
                 struct MHD_Connection *mhd)
{
  FoyerServer *self = user_data;

  g_atomic_int_inc (&self->n_exchanges);

  return foyer_exchange_new (self, target);
}

static void
completed_cb (void                             *user_data,
              struct MHD_Connection            *mhd,
              void                            **request_context,
              enum MHD_RequestTerminationCode   code)
{
  FoyerServer *self = user_data;
  FoyerExchange *exchange = *request_context;

  if (exchange == NULL)
    return;
  *request_context = NULL;
  if (exchange->response != NULL)
    {
      int class = CLAMP (foyer_response_get_status (exchange->response) / 100, 0, 5);

      __atomic_add_fetch (&self->requests[class], 1, __ATOMIC_RELAXED);
    }
  if (exchange->connection != NULL)
    foyer_connection_expect (exchange->connection, FOYER_IDLE_SECONDS + FOYER_RECEIVE_SECONDS);
  foyer_exchange_free (exchange);
  if (g_atomic_int_dec_and_test (&self->n_exchanges))
    {
      g_mutex_lock (&self->idle_lock);
      g_cond_broadcast (&self->idle_cond);
      g_mutex_unlock (&self->idle_lock);
    }
}

static gboolean
names_etag (const char *header,
            const char *etag)
{
  g_auto(GStrv) names = NULL;

  if (header == NULL)
    return FALSE;
  names = g_strsplit (header, ",", 32);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);

      if (g_str_has_prefix (name, "W/"))
        name += 2;
      if (g_str_equal (name, etag) || g_str_equal (name, "*"))
        return TRUE;
    }

  return FALSE;
}

/* Sends the answer, or 304 to who has it already. */
static enum MHD_Result
send_response (FoyerExchange *exchange)
{
  const char *etag = foyer_response_get_etag (exchange->response);

  if (etag != NULL && foyer_response_get_status (exchange->response) == 200 &&
      (g_str_equal (exchange->method, "GET") || g_str_equal (exchange->method, "HEAD")) &&
      names_etag (foyer_exchange_get_header (exchange, "If-None-Match"), etag))
    {
      FoyerResponse *answer = foyer_response_not_modified (exchange->response);

      foyer_response_unref (exchange->response);
      exchange->response = answer;
    }
  foyer_connection_expect (exchange->connection, FOYER_SEND_SECONDS);

  return MHD_queue_response (exchange->mhd, (guint) foyer_response_get_status (exchange->response),
                             foyer_response_get_mhd (exchange->response));
}

static enum MHD_Result
take_body (FoyerExchange *exchange,
           const char    *data,
           size_t        *size)
{
  if (exchange->body == NULL)
    exchange->body = g_byte_array_new ();
  if (*size > exchange->route->body_max - exchange->body->len)
    exchange->too_large = TRUE;          /* in pieces, whose sum nobody announced */
  if (!exchange->too_large)
    g_byte_array_append (exchange->body, (const guint8 *) data, (guint) *size);
  *size = 0;

  return MHD_YES;
}

static FoyerResponse *
dispatch (FoyerServer   *self,
          FoyerExchange *exchange)
{
  gint64 start = g_get_monotonic_time ();
  const FoyerRoute *route = exchange->route;
  FoyerResponse *response;

  if (g_atomic_int_get (&self->phase) == CLOSING)
    return foyer_response_new_retry (FOYER_PROBLEM_UNAVAILABLE, RETRY_SECONDS);
  if (exchange->too_large)
    return foyer_response_new_problem (FOYER_PROBLEM_TOO_LARGE, NULL);

  /* A suspended exchange may be gone when this returns. */
  response = route->handler (exchange);
  foyer_timings_add (self->timings, route, g_get_monotonic_time () - start);

  return response;
}

static enum MHD_Result
request_cb (void                  *user_data,
            struct MHD_Connection *mhd,
            const char            *url,
            const char            *method,
            const char            *version,
            const char            *data,
            size_t                *size,
            void                 **request_context)
{
  FoyerServer *self = user_data;
  FoyerExchange *exchange = *request_context;

  if (!exchange->started)
    {
      exchange->started = TRUE;
      exchange->mhd = mhd;
      exchange->method = method;
      exchange->connection = get_connection (mhd);
      exchange->response = g_atomic_int_get (&self->phase) == SERVING
                             ? foyer_exchange_check_head (exchange, self->routes)
                             : foyer_response_new_retry (FOYER_PROBLEM_UNAVAILABLE, RETRY_SECONDS);

      return exchange->response != NULL ? send_response (exchange) : MHD_YES;
    }
  if (*size > 0)
    return take_body (exchange, data, size);
  if (!exchange->dispatched)
    {
      FoyerResponse *response;

      exchange->dispatched = TRUE;
      foyer_connection_relax (exchange->connection);
      response = dispatch (self, exchange);
      /* Another thread may have finished what was suspended: only this one looks here. */
      if (response == NULL)
        return MHD_YES;
      exchange->response = response;
    }

  return exchange->response != NULL ? send_response (exchange) : MHD_YES;
}

/**
 * foyer_server_new:
 * @routes: (array zero-terminated=1): who answers what; lives as long as the server
 * @limits: lives as long as the server
 * @clock: the wall clock
 * @context: what handlers share
 *
 * Returns: (transfer full): a server that does not listen yet
 */
FoyerServer *
foyer_server_new (const FoyerRoute *routes,
                  FoyerLimits      *limits,
                  FoyerClock       *clock,
                  gpointer          context)
{
  FoyerServer *self = g_new0 (FoyerServer, 1);

  self->routes = routes;
  self->timings = foyer_timings_new (routes);
  self->limits = limits;
  self->clock = foyer_clock_ref (clock);
  self->context = context;
  self->fd = -1;
  g_mutex_init (&self->idle_lock);
  g_cond_init (&self->idle_cond);

  return self;
}

static int
bind_to (const struct addrinfo *info)
{
  int one = 1;
  int fd = socket (info->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  int saved_errno;

  if (fd < 0)
    return -1;
  if (setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) == 0 &&
      bind (fd, info->ai_addr, info->ai_addrlen) == 0 && listen (fd, BACKLOG) == 0)
    return fd;

  saved_errno = errno;
  close (fd);
  errno = saved_errno;

  return -1;
}

static guint
find_port (int fd)
{
  struct sockaddr_storage address;
  socklen_t length = sizeof address;
  char port[8];

  if (getsockname (fd, (struct sockaddr *) &address, &length) != 0 ||
      getnameinfo ((struct sockaddr *) &address, length, NULL, 0, port, sizeof port, NI_NUMERICSERV) != 0)
    return 0;

  return (guint) g_ascii_strtoull (port, NULL, 10);
}

/**
 * foyer_server_listen:
 * @self: a new server
 * @address: "127.0.0.1:8080" or "[::1]:0"; port 0 takes any that is free
 * @n_threads: how many answer
 * @error: return location for an error
 *
 * Takes the port. Who connects waits until [method@Server.serve].
 *
 * Returns: whether it could, else %FOYER_DIRECTORY_ERROR
 */
gboolean
foyer_server_listen (FoyerServer  *self,
                     const char   *address,
                     guint         n_threads,
                     GError      **error)
{
  const struct addrinfo hints = {
    .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV,
  };
  const char *colon = strrchr (address, ':');
  struct addrinfo *info = NULL;
  g_autofree char *host = NULL;

  if (colon != NULL && *address == '[' && colon[-1] == ']')
    host = g_strndup (address + 1, (gsize) (colon - address) - 2);
  else if (colon != NULL)
    host = g_strndup (address, (gsize) (colon - address));
  if (host == NULL || !g_ascii_string_to_unsigned (colon + 1, 10, 0, 65535, NULL, NULL) ||
      getaddrinfo (g_str_equal (host, "localhost") ? "127.0.0.1" : host, colon + 1, &hints, &info) != 0)
    {
      g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_USAGE,
                   "“%s” is not an address and a port, such as 127.0.0.1:8080", address);
      return FALSE;
    }
  self->fd = bind_to (info);
  freeaddrinfo (info);
  if (self->fd < 0)
    {
      foyer_directory_error_from_errno (errno, address, error);
      return FALSE;
    }
  self->port = find_port (self->fd);
  self->n_threads = n_threads;

  return TRUE;
}

/**
 * foyer_server_get_port:
 * @self: a server that listens
 *
 * Returns: its port
 */
guint
foyer_server_get_port (FoyerServer *self)
{
  return self->port;
}

/**
 * foyer_server_set_origin:
 * @self: a server that does not serve yet
 * @origin: how others reach it
 *
 * Sets what signed reads are rebuilt from.
 */
void
foyer_server_set_origin (FoyerServer *self,
                         const char  *origin)
{
  g_free (self->origin);
  self->origin = g_strdup (origin);
}

/**
 * foyer_server_serve:
 * @self: a server that listens
 *
 * Starts to answer.
 */
void
foyer_server_serve (FoyerServer *self)
{
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
                       MHD_USE_ERROR_LOG | MHD_USE_ITC;

  self->deadlines = foyer_deadlines_new ();
  self->daemon = MHD_start_daemon (flags, 0, accept_cb, self, request_cb, self,
                                   MHD_OPTION_EXTERNAL_LOGGER, log_cb, NULL,
                                   MHD_OPTION_LISTEN_SOCKET, self->fd,
                                   MHD_OPTION_THREAD_POOL_SIZE, self->n_threads > 1 ? self->n_threads : 0,
                                   MHD_OPTION_CLIENT_DISCIPLINE_LVL, (int) DISCIPLINE,
                                   MHD_OPTION_CONNECTION_LIMIT, (unsigned int) CONNECTIONS_MAX,
                                   MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t) CONNECTION_MEMORY,
                                   MHD_OPTION_CONNECTION_TIMEOUT, (unsigned int) FOYER_IDLE_SECONDS,
                                   MHD_OPTION_NOTIFY_CONNECTION, connection_cb, self,
                                   MHD_OPTION_NOTIFY_COMPLETED, completed_cb, self,
                                   MHD_OPTION_URI_LOG_CALLBACK, request_line_cb, self,
                                   MHD_OPTION_END);
  g_assert (self->daemon != NULL);
}

/**
 * foyer_server_quiesce:
 * @self: a server that serves
 *
 * Takes no new connections and no new requests.
 */
void
foyer_server_quiesce (FoyerServer *self)
{
  int fd;

  g_atomic_int_set (&self->phase, DRAINING);
  fd = MHD_quiesce_daemon (self->daemon);
  if (fd != MHD_INVALID_SOCKET)
    close (fd);
  self->fd = -1;
}

/**
 * foyer_server_wait_idle:
 * @self: a server that takes no new connections
 * @until_us: of the monotonic clock
 *
 * Waits until all requests are answered; what comes in whole after that is refused.
 *
 * Returns: whether they were in time
 */
gboolean
foyer_server_wait_idle (FoyerServer *self,
                        gint64       until_us)
{
  gboolean in_time = TRUE;

  g_mutex_lock (&self->idle_lock);
  while (in_time && g_atomic_int_get (&self->n_exchanges) > 0)
    in_time = g_cond_wait_until (&self->idle_cond, &self->idle_lock, until_us);
  g_mutex_unlock (&self->idle_lock);
  g_atomic_int_set (&self->phase, CLOSING);

  return in_time;
}

/**
 * foyer_server_free:
 * @self: (transfer full): a server without suspended requests
 *
 * Closes all connections.
 */
void
foyer_server_free (FoyerServer *self)
{
  if (self->daemon != NULL)
    MHD_stop_daemon (self->daemon);
  else if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->deadlines, foyer_deadlines_free);
  foyer_timings_free (self->timings);
  g_mutex_clear (&self->idle_lock);
  g_cond_clear (&self->idle_cond);
  foyer_clock_unref (self->clock);
  g_free (self->origin);
  g_free (self);
}

/**
 * foyer_server_get_context:
 * @self: a server
 *
 * Returns: what its handlers share
 */
gpointer
foyer_server_get_context (FoyerServer *self)
{
  return self->context;
}

/**
 * foyer_server_get_clock:
 * @self: a server
 *
 * Returns: (transfer none): the wall clock
 */
FoyerClock *
foyer_server_get_clock (FoyerServer *self)
{
  return self->clock;
}

/**
 * foyer_server_get_limits:
 * @self: a server
 *
 * Returns: (transfer none): its limits
 */
FoyerLimits *
foyer_server_get_limits (FoyerServer *self)
{
  return self->limits;
}

/**
 * foyer_server_get_origin:
 * @self: a server
 *
 * Returns: how others reach it
 */
const char *
foyer_server_get_origin (FoyerServer *self)
{
  return self->origin;
}

/**
 * foyer_server_get_timings:
 * @self: a server
 *
 * Returns: (transfer none): how long its handlers took
 */
FoyerTimings *
foyer_server_get_timings (FoyerServer *self)
{
  return self->timings;
}

/**
 * foyer_server_get_counts:
 * @self: a server
 * @counts: (out caller-allocates): what it did
 *
 * Tells an operator.
 */
void
foyer_server_get_counts (FoyerServer       *self,
                         FoyerServerCounts *counts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts->requests); i++)
    counts->requests[i] = __atomic_load_n (&self->requests[i], __ATOMIC_RELAXED);
  counts->connections = g_atomic_int_get (&self->n_connections);
}
