/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-upkeep.h"

G_BEGIN_DECLS

/* What must hold of a file and of what is in it. */

/* The file itself: damaged when it is not whole. @full: also that indexes and tables say
 * the same. */
gboolean  foyer_check_file (FoyerDb       *db,
                            gboolean       full,
                            GError       **error);
/* Adds a #FoyerFinding. */
void      foyer_check_add  (GPtrArray        *problems,
                            FoyerFindingKind  kind,
                            const char       *detail);
/* Foreign keys and the invariants of the domain: adds a #FoyerFinding for each breach. */
gboolean  foyer_check_rows (FoyerDb       *db,
                            GPtrArray     *problems,
                            GError       **error);
/* Everything, on @copy, which may be written to. Also what is damaged is a problem. */
gboolean  foyer_check_all  (FoyerDb       *copy,
                            GPtrArray     *problems,
                            GError       **error);
/* Everything, on a private copy of @db, while the desk is served.
 * Returns: (transfer full) (element-type FoyerFinding) */
GPtrArray *
          foyer_check_live (FoyerDb       *db,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
