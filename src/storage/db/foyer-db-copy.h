/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/**
 * foyer_db_copy:
 *
 * Copies @from, page by page, over whatever is in @to. Breathes between slices; what is
 * written to @from meanwhile goes into the copy too.
 */
gboolean foyer_db_copy (FoyerDb       *from,
                        FoyerDb       *to,
                        GCancellable  *cancellable,
                        GError       **error);

G_END_DECLS
