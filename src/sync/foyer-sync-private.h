/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/foyer-sync.h"

G_BEGIN_DECLS

FoyerSyncStatus *foyer_sync_status_new           (void);
void             foyer_sync_status_add_directory (FoyerSyncStatus       *self,
                                                  const char            *origin,
                                                  gint64                 last_ms,
                                                  const GError          *error);
gboolean         foyer_sync_status_equal         (const FoyerSyncStatus *a,
                                                  const FoyerSyncStatus *b);

typedef struct _FoyerRunner FoyerRunner;

FoyerRunner     *foyer_sync_get_runner           (FoyerSync             *self);
FoyerStore      *foyer_sync_get_store            (FoyerSync             *self);

G_END_DECLS
