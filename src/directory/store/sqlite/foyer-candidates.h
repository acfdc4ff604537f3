/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-store-private.h"

G_BEGIN_DECLS

/**
 * FoyerCandidate:
 *
 * A listing within reach that seems to have what is looked for.
 */
typedef struct {
  gint64 id;
  int    distance_m;
  guint8 uid[FOYER_UID_SIZE];
} FoyerCandidate;

/* Returns: (transfer full) (element-type FoyerCandidate) (nullable): those of @query within
 * @reach_m, nearest first, then by id, behind where the last page ended */
GArray *foyer_candidates_find (FoyerSqlite                *db,
                               const FoyerDirectoryQuery  *query,
                               const char                 *match,
                               int                         reach_m,
                               GError                    **error);

G_END_DECLS
