/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <microhttpd.h>

#include "directory/http/foyer-connection.h"
#include "directory/http/foyer-exchange.h"
#include "directory/http/foyer-route.h"

G_BEGIN_DECLS

struct _FoyerExchange {
  FoyerServer           *server;
  struct MHD_Connection *mhd;            /* from the headers on */
  FoyerConnection       *connection;
  char                  *target;         /* as it stands in the request line */
  char                  *path;           /* without its query */
  const char            *query;          /* (nullable): in target */
  const char            *method;
  const FoyerRoute      *route;          /* (nullable) */
  char                  *parameter;      /* (nullable) */
  char                   network[FOYER_NETWORK_SIZE];
  gboolean               started;
  gboolean               dispatched;
  gboolean               too_large;
  GByteArray            *body;
  FoyerResponse         *response;       /* (nullable): until there is one */
};

FoyerExchange *foyer_exchange_new        (FoyerServer       *server,
                                          const char        *target);
void           foyer_exchange_free       (FoyerExchange     *self);
/* The refusal of a request by its head alone, %NULL to go on. */
FoyerResponse *foyer_exchange_check_head (FoyerExchange     *self,
                                          const FoyerRoute  *routes);

G_END_DECLS
