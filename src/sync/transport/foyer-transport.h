/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "core/foyer-clock.h"
#include "sync/machine/foyer-exchange.h"

G_BEGIN_DECLS

/**
 * FoyerTransport:
 *
 * Asks directories by HTTP, as little as that needs: HTTP/1.1, one question and one answer, no
 * redirects, cookies, passwords, caches nor compression, and an answer only when it came
 * whole. Belongs to one thread and to the main context that was its default when it was made.
 */
typedef struct _FoyerTransport FoyerTransport;

FoyerTransport *foyer_transport_new         (FoyerClock           *clock);
void            foyer_transport_free        (FoyerTransport       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTransport, foyer_transport_free)

/* Called once, never from within foyer_transport_ask(). */
typedef void  (*FoyerTransportFunc)         (const FoyerReply     *reply,
                                             gpointer              user_data);

void            foyer_transport_ask         (FoyerTransport       *self,
                                             const FoyerCall      *call,
                                             GCancellable         *cancellable,
                                             FoyerTransportFunc    func,
                                             gpointer              user_data);

SoupSession    *foyer_transport_make_session (void);

gboolean        foyer_transport_may_ask     (const char           *origin);

G_END_DECLS
