/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store.h"
#include "sync/foyer-sync-private.h"
#include "sync/machine/foyer-machine.h"
#include "sync/transport/foyer-transport.h"

G_BEGIN_DECLS

/**
 * FoyerRunner:
 *
 * The thread of a #FoyerSync: does what the machine wants, with the store, the transport and
 * the clocks. Made and freed by one thread; functions marked so run on its own.
 */


/* On the thread of the runner. @status: (transfer full) */
typedef void (*FoyerRunnerStatusFunc)     (FoyerSyncStatus       *status,
                                           gpointer               user_data);
typedef void (*FoyerRunnerFunc)           (FoyerRunner           *self,
                                           gpointer               user_data);

FoyerRunner    *foyer_runner_new          (FoyerStore            *store,
                                           FoyerRunnerStatusFunc  status,
                                           gpointer               user_data);
/* Ends what is under way and waits for its end. */
void            foyer_runner_free         (FoyerRunner           *self);
/* From any thread: @func runs on the runner's, in the order of the calls. */
void            foyer_runner_invoke       (FoyerRunner           *self,
                                           FoyerRunnerFunc        func,
                                           gpointer               user_data);

void            foyer_runner_listen       (FoyerRunner           *self,
                                           gboolean               listening);
void            foyer_runner_changed      (FoyerRunner           *self);
/* @task: (transfer full): gets a #FoyerSyncReport */
void            foyer_runner_pass         (FoyerRunner           *self,
                                           const char            *origin,
                                           GTask                 *task);

/* On the runner's own thread. */
FoyerTransport *foyer_runner_get_transport (FoyerRunner          *self);
FoyerStore     *foyer_runner_get_store    (FoyerRunner           *self);
/* (transfer none) (nullable): the profile's, made when there is none yet */
FoyerIdentity  *foyer_runner_get_identity (FoyerRunner           *self,
                                           GError               **error);
/* Whoever works on the thread holds it. */
void            foyer_runner_hold         (FoyerRunner           *self);
void            foyer_runner_release      (FoyerRunner           *self);
/* Cancelled when the runner ends. */
GCancellable   *foyer_runner_get_cancellable (FoyerRunner        *self);

G_END_DECLS
