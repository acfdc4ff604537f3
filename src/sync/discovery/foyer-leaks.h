/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/foyer-discovery.h"

G_BEGIN_DECLS

/* Adds what @text seems to give away to @leaks. @field: a constant */
void foyer_leaks_find (GPtrArray  *leaks,
                       const char *field,
                       const char *text);

G_END_DECLS
