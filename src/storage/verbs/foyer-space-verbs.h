/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-space.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-spaces.h on the thread of @db, each in one transaction. */

GPtrArray  *foyer_space_verbs_list (FoyerDb           *db,
                                    GError           **error);
FoyerSpace *foyer_space_verbs_save (FoyerDb           *db,
                                    const FoyerSpace  *space,
                                    gint64            *op,
                                    GError           **error);

G_END_DECLS
