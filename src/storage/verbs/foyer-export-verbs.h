/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-sheet.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable) (element-type FoyerSheet): all that is kept about @uid */
GPtrArray *foyer_export_verbs_person (FoyerDb     *db,
                                      const char  *uid,
                                      GError     **error);

G_END_DECLS
