/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sys/socket.h>

#include "directory/http/foyer-deadlines.h"

G_BEGIN_DECLS

/* A request is received whole within this time, whatever drips; the wait for the first byte of
 * the next one on a kept connection comes on top. */
#define FOYER_RECEIVE_SECONDS 15
#define FOYER_IDLE_SECONDS 5
/* An answer is taken within this time. */
#define FOYER_SEND_SECONDS 60

#define FOYER_NETWORK_SIZE 24

/**
 * FoyerConnection:
 * @network: the /24 or /64 that it comes from
 *
 * A connection, which is cut when its deadline passes.
 */
typedef struct {
  FoyerDeadline   deadline;
  FoyerDeadlines *deadlines;
  int             fd;
  gboolean        is_loopback;
  char            network[FOYER_NETWORK_SIZE];
} FoyerConnection;

FoyerConnection *foyer_connection_new      (FoyerDeadlines         *deadlines,
                                            const struct sockaddr  *address,
                                            int                     fd);
void             foyer_connection_free     (FoyerConnection        *self);
void             foyer_connection_expect   (FoyerConnection        *self,
                                            int                     seconds);
void             foyer_connection_relax    (FoyerConnection        *self);

/* Returns: whether the address is of this machine */
gboolean         foyer_network_format      (const struct sockaddr  *address,
                                            char                    network[FOYER_NETWORK_SIZE]);
/* The network of the last address of an X-Forwarded-For. Returns: whether there is one */
gboolean         foyer_network_parse       (const char             *forwarded,
                                            char                    network[FOYER_NETWORK_SIZE]);

G_END_DECLS
