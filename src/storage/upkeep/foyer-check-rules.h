/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* What must hold of the versions of house rules and of who accepted them: adds a #FoyerFinding for
 * each breach. */
gboolean  foyer_check_rules (FoyerDb    *db,
                             GPtrArray  *problems,
                             GError    **error);

G_END_DECLS
