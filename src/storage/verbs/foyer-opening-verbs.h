/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-spaces.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-spaces.h on the thread of @db, each in one transaction. */

GArray   *foyer_opening_verbs_get_week  (FoyerDb                 *db,
                                         const char              *space_id,
                                         GError                 **error);
gboolean  foyer_opening_verbs_set_week  (FoyerDb                 *db,
                                         const char              *space_id,
                                         const FoyerOpeningRule  *rules,
                                         gsize                    n_rules,
                                         FoyerDaysChange         *change,
                                         GError                 **error);
gboolean  foyer_opening_verbs_add_rule  (FoyerDb                 *db,
                                         const char              *space_id,
                                         const FoyerOpeningRule  *rule,
                                         FoyerDaysChange         *change,
                                         GError                 **error);
gboolean  foyer_opening_verbs_put_plan  (FoyerDb                 *db,
                                         const char              *space_id,
                                         const FoyerOpeningPlan  *plan,
                                         gboolean                 replace,
                                         FoyerDaysChange         *change,
                                         GError                 **error);
gboolean  foyer_opening_verbs_edit_days (FoyerDb                 *db,
                                         const char              *space_id,
                                         const FoyerDaysEdit     *edit,
                                         FoyerDaysChange         *change,
                                         GError                 **error);
/* Pieces of the verbs, inside a transaction: they write, and leave it to the caller to work the
 * days out anew. @op is set where there was something to write. */
gboolean  foyer_opening_verbs_append_rule (FoyerDb               *db,
                                         const FoyerSpaceRow     *space,
                                         const FoyerOpeningRule  *rule,
                                         gint64                  *op,
                                         GError                 **error);
gboolean  foyer_opening_verbs_write_days (FoyerDb                *db,
                                         const FoyerSpaceRow     *space,
                                         FoyerDay                 today,
                                         const FoyerDaysEdit     *edit,
                                         FoyerDaysChange         *change,
                                         GError                 **error);

GArray   *foyer_opening_verbs_availability (FoyerDb              *db,
                                         const char              *space_id,
                                         FoyerDay                 first,
                                         int                      n_days,
                                         GError                 **error);

G_END_DECLS
