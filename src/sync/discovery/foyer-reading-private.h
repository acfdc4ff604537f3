/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/foyer-discovery.h"
#include "sync/foyer-quest-private.h"

G_BEGIN_DECLS

/* Asks for something public, and takes what was kept of it where no answer can be had.
 * @body: (nullable): what to read, with @as_of_ms; %NULL with @error */
typedef void (*FoyerReadingFunc) (GBytes          *body,
                                  gint64           as_of_ms,
                                  const GError    *error,
                                  gpointer         user_data);

/* What a refusal is for the caller: not-found, past-day and beyond-horizon are the rules'. */
void foyer_reading_ask           (FoyerRunner      *runner,
                                  const FoyerCall  *call,
                                  GCancellable     *cancellable,
                                  FoyerReadingFunc  func,
                                  gpointer          user_data);
/* Keeps what proved to be good. */
void foyer_reading_keep          (FoyerRunner      *runner,
                                  const FoyerCall  *call,
                                  gint64            as_of_ms,
                                  GBytes           *body);

G_END_DECLS
