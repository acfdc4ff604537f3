/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

/* What a client sees is an end of the connection; libmicrohttpd closes it then. */
static void
cut_cb (FoyerDeadline *deadline)
{
  FoyerConnection *self = (FoyerConnection *) deadline;

  shutdown (self->fd, SHUT_RDWR);
}

/**
 * foyer_connection_new:
 * @deadlines: where its deadline is kept
 * @address: where it comes from
 * @fd: its socket, open until it is freed
 *
 * Returns: (transfer full): a connection that shall send a request
 */
FoyerConnection *
foyer_connection_new (FoyerDeadlines        *deadlines,
                      const struct sockaddr *address,
                      int                    fd)
{
  FoyerConnection *self = g_new0 (FoyerConnection, 1);

  self->deadlines = deadlines;
  self->fd = fd;
  self->is_loopback = foyer_network_format (address, self->network);
  foyer_deadlines_add (deadlines, &self->deadline,
                       g_get_monotonic_time () + FOYER_RECEIVE_SECONDS * G_USEC_PER_SEC, cut_cb);

  return self;
}

/**
 * foyer_connection_free:
 * @self: (transfer full): a connection that ends
 *
 * Frees it, before its socket is closed.
 */
void
foyer_connection_free (FoyerConnection *self)
{
  foyer_deadlines_remove (self->deadlines, &self->deadline);
  g_free (self);
}

/**
 * foyer_connection_expect:
 * @self: a connection
 * @seconds: how long the client has
 *
 * Cuts it unless the client does its part in time.
 */
void
foyer_connection_expect (FoyerConnection *self,
                         int              seconds)
{
  foyer_deadlines_set (self->deadlines, &self->deadline,
                       g_get_monotonic_time () + seconds * G_USEC_PER_SEC);
}

/**
 * foyer_connection_relax:
 * @self: a connection
 *
 * The next move is the directory's.
 */
void
foyer_connection_relax (FoyerConnection *self)
{
  foyer_deadlines_set (self->deadlines, &self->deadline, FOYER_DEADLINE_NEVER);
}

static gboolean
format_v4 (const guint8 bytes[4],
           char         network[FOYER_NETWORK_SIZE])
{
  g_snprintf (network, FOYER_NETWORK_SIZE, "%d.%d.%d", bytes[0], bytes[1], bytes[2]);

  return bytes[0] == 127;
}

static gboolean
format_v6 (const struct in6_addr *address,
           char                   network[FOYER_NETWORK_SIZE])
{
  const guint8 *bytes = address->s6_addr;

  if (IN6_IS_ADDR_V4MAPPED (address))
    return format_v4 (bytes + 12, network);
  g_snprintf (network, FOYER_NETWORK_SIZE, "%x:%x:%x:%x", bytes[0] << 8 | bytes[1],
              bytes[2] << 8 | bytes[3], bytes[4] << 8 | bytes[5], bytes[6] << 8 | bytes[7]);

  return IN6_IS_ADDR_LOOPBACK (address);
}

gboolean
foyer_network_format (const struct sockaddr *address,
                      char                   network[FOYER_NETWORK_SIZE])
{
  if (address->sa_family == AF_INET)
    {
      const struct sockaddr_in *v4 = (const struct sockaddr_in *) address;

      return format_v4 ((const guint8 *) &v4->sin_addr, network);
    }
  if (address->sa_family == AF_INET6)
    return format_v6 (&((const struct sockaddr_in6 *) address)->sin6_addr, network);

  g_strlcpy (network, "local", FOYER_NETWORK_SIZE);

  return TRUE;
}

gboolean
foyer_network_parse (const char *forwarded,
                     char        network[FOYER_NETWORK_SIZE])
{
  const char *comma = strrchr (forwarded, ',');
  g_autofree char *last = g_strstrip (g_strdup (comma != NULL ? comma + 1 : forwarded));
  struct in6_addr v6;
  guint8 v4[4];

  if (inet_pton (AF_INET, last, v4) == 1)
    format_v4 (v4, network);
  else if (inet_pton (AF_INET6, last, &v6) == 1)
    format_v6 (&v6, network);
  else
    return FALSE;

  return TRUE;
}
