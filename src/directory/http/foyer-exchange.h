/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-query.h"
#include "directory/http/foyer-response.h"
#include "protocol/foyer-key.h"

G_BEGIN_DECLS

typedef struct _FoyerServer FoyerServer;

/**
 * FoyerExchange:
 *
 * A request and the answer to it. It lives until the answer is sent, or the connection is gone.
 */
typedef struct _FoyerExchange FoyerExchange;

FoyerServer   *foyer_exchange_get_server    (FoyerExchange     *self);
const char    *foyer_exchange_get_method    (FoyerExchange     *self);
const char    *foyer_exchange_get_path      (FoyerExchange     *self);
const char    *foyer_exchange_get_parameter (FoyerExchange     *self);
const char    *foyer_exchange_get_header    (FoyerExchange     *self,
                                             const char        *name);
FoyerQuery    *foyer_exchange_get_query     (FoyerExchange     *self,
                                             const char * const *names,
                                             FoyerResponse    **refusal);
GBytes        *foyer_exchange_get_body      (FoyerExchange     *self);
const char    *foyer_exchange_get_network   (FoyerExchange     *self);
gboolean       foyer_exchange_authenticate  (FoyerExchange     *self,
                                             FoyerKey          *key,
                                             FoyerResponse    **refusal);
void           foyer_exchange_suspend       (FoyerExchange     *self);
void           foyer_exchange_finish        (FoyerExchange     *self,
                                             FoyerResponse     *response);

G_END_DECLS
