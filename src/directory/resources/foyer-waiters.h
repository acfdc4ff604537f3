/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/http/foyer-deadlines.h"
#include "protocol/foyer-key.h"

G_BEGIN_DECLS

typedef struct _FoyerWaiter FoyerWaiter;

/**
 * FoyerWaiterFunc:
 * @user_data: what was given with it
 *
 * Called once, on whatever thread the wait ends, with no lock held.
 */
typedef void (*FoyerWaiterFunc) (gpointer user_data);

/**
 * FoyerWaiters:
 *
 * Who waits for a letter. Each is told once: when one comes for the key, when its time is
 * over, or when the directory stops.
 */
typedef struct _FoyerWaiters FoyerWaiters;

FoyerWaiters *foyer_waiters_new  (void);
void          foyer_waiters_free (FoyerWaiters     *self);
guint64       foyer_waiters_look (FoyerWaiters     *self,
                                  const FoyerKey   *key);
gboolean      foyer_waiters_add  (FoyerWaiters     *self,
                                  const FoyerKey   *key,
                                  guint64           since,
                                  int               seconds,
                                  FoyerWaiterFunc   func,
                                  gpointer          user_data);
void          foyer_waiters_wake (FoyerWaiters     *self,
                                  const FoyerKey   *key);
guint         foyer_waiters_count (FoyerWaiters    *self);
void          foyer_waiters_stop (FoyerWaiters     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWaiters, foyer_waiters_free)

G_END_DECLS
