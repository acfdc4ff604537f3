/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/**
 * foyer_sample_write:
 * @seed: what to invent; the same seed, clock and sizes invent the same rows
 * @n_members: -1 for those of one home
 * @n_bookings: -1 for a season of one home
 *
 * Invents spaces, people and a season, all in one transaction: a profile has the whole of
 * it or nothing. It leaves no act to undo, since nobody did it.
 *
 * Runs on the database thread. Errors: not-empty, cancelled, any #FoyerDbError
 */
gboolean foyer_sample_write (FoyerDb       *db,
                             guint64        seed,
                             int            n_members,
                             int            n_bookings,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
