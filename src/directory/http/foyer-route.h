/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-exchange.h"
#include "directory/http/foyer-limits.h"

G_BEGIN_DECLS

/**
 * FoyerHandler:
 * @exchange: a request whose body is there
 *
 * Answers a request, on a thread of the network.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL after [method@Exchange.suspend] when
 *   [method@Exchange.finish] gives it later
 */
typedef FoyerResponse *(*FoyerHandler) (FoyerExchange *exchange);

/**
 * FoyerRoute:
 * @method: of HTTP; GET answers HEAD as well
 * @path: where "{id}" and "{sha256}" stand for a value
 * @handler: who answers
 * @limit: which bucket of the network a request takes from
 * @body_max: the most bytes of a body, 0 for none
 * @body_type: (nullable): the media type of a body, %NULL when the handler looks itself
 *
 * What answers to a method and a path.
 */
typedef struct {
  const char  *method;
  const char  *path;
  FoyerHandler handler;
  FoyerLimit   limit;
  gsize        body_max;
  const char  *body_type;
} FoyerRoute;

const FoyerRoute *foyer_route_find (const FoyerRoute  *table,
                                    const char        *method,
                                    const char        *path,
                                    char             **parameter,
                                    char             **allow);

G_END_DECLS
