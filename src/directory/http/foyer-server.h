/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-clock.h"
#include "directory/http/foyer-limits.h"
#include "directory/http/foyer-route.h"
#include "directory/http/foyer-timings.h"

G_BEGIN_DECLS

/**
 * FoyerServer:
 *
 * Listens, reads requests strictly and hands them to the handlers of its routes. What those
 * share is the context, of which the server knows nothing.
 */
FoyerServer *foyer_server_new         (const FoyerRoute  *routes,
                                       FoyerLimits       *limits,
                                       FoyerClock        *clock,
                                       gpointer           context);
gboolean     foyer_server_listen      (FoyerServer       *self,
                                       const char        *address,
                                       guint              n_threads,
                                       GError           **error);
guint        foyer_server_get_port    (FoyerServer       *self);
void         foyer_server_set_origin  (FoyerServer       *self,
                                       const char        *origin);
void         foyer_server_serve       (FoyerServer       *self);
void         foyer_server_quiesce     (FoyerServer       *self);
gboolean     foyer_server_wait_idle   (FoyerServer       *self,
                                       gint64             until_us);
void         foyer_server_free        (FoyerServer       *self);

gpointer     foyer_server_get_context (FoyerServer       *self);
FoyerClock  *foyer_server_get_clock   (FoyerServer       *self);
FoyerLimits *foyer_server_get_limits  (FoyerServer       *self);
const char  *foyer_server_get_origin  (FoyerServer       *self);

/**
 * FoyerServerCounts:
 * @requests: answered, by the hundreds of their status
 * @connections: open now
 *
 * What an operator watches.
 */
typedef struct {
  guint64 requests[6];
  int     connections;
} FoyerServerCounts;

void         foyer_server_get_counts  (FoyerServer       *self,
                                       FoyerServerCounts *counts);

FoyerTimings *foyer_server_get_timings (FoyerServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerServer, foyer_server_free)

G_END_DECLS
