/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-opening.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* Returns: (element-type FoyerOpeningRule): the weekly rules of a space, oldest first */
GArray  *foyer_opening_table_list     (FoyerDb                 *db,
                                       gint64                   space_id,
                                       GError                 **error);
gboolean foyer_opening_table_insert   (FoyerDb                 *db,
                                       gint64                   space_id,
                                       const FoyerOpeningRule  *rule,
                                       GError                 **error);
gboolean foyer_opening_table_clear    (FoyerDb                 *db,
                                       gint64                   space_id,
                                       GError                 **error);
gboolean foyer_opening_table_restore  (FoyerDb                 *db,
                                       gint64                   id,
                                       const char              *before,
                                       GError                 **error);
gboolean foyer_opening_table_delete   (FoyerDb                 *db,
                                       gint64                   id,
                                       GError                 **error);
/* The space of a rule, also of a deleted one. */
gboolean foyer_opening_table_get_space (FoyerDb                *db,
                                       gint64                   id,
                                       gint64                  *space_id,
                                       GError                 **error);

G_END_DECLS
