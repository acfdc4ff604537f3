/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Payments, documents and accounts. Adds a #FoyerFinding to @problems for each that is found. */
gboolean foyer_check_money (FoyerDb    *db,
                            GPtrArray  *problems,
                            GError    **error);

G_END_DECLS
