/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/machine/foyer-machine.h"

G_BEGIN_DECLS

/**
 * FoyerStored:
 * @kind: of the command
 * @id: of the command
 * @look: of FOYER_COMMAND_LOOK
 * @n_changed: of FOYER_COMMAND_TAKE
 * @error: (nullable): why it was not done
 *
 * What the store says to a command.
 */
typedef struct {
  FoyerCommandKind kind;
  guint64          id;
  FoyerLook        look;
  int              n_changed;
  GError          *error;
} FoyerStored;

typedef void (*FoyerStoredFunc) (const FoyerStored *stored,
                                 gpointer           user_data);

/* Does a LOOK, KEEP, SETTLE or TAKE; answers once in the caller's main context. */
void foyer_store_errand (FoyerStore         *store,
                         const FoyerCommand *command,
                         FoyerStoredFunc     func,
                         gpointer            user_data);

G_END_DECLS
