/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-route.h"

G_BEGIN_DECLS

/**
 * FoyerTimings:
 *
 * How long the handlers of each route took, in a few steps: what an operator sees a slow
 * resource by. Any thread may add.
 */
typedef struct _FoyerTimings FoyerTimings;

FoyerTimings *foyer_timings_new  (const FoyerRoute *routes);
void          foyer_timings_free (FoyerTimings     *self);
void          foyer_timings_add  (FoyerTimings     *self,
                                  const FoyerRoute *route,
                                  gint64            us);
void          foyer_timings_tell (FoyerTimings     *self,
                                  GString          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTimings, foyer_timings_free)

G_END_DECLS
