/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-http-signature.h"

G_BEGIN_DECLS

/* A component of a message, such as "@method" and GET. */
typedef struct {
  const char *name;
  const char *value;
} FoyerHttpComponent;

char *foyer_http_signature_base (const FoyerHttpComponent *components,
                                 gsize                     n_components,
                                 const char               *params);

G_END_DECLS
