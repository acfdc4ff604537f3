/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-rules.h"

G_BEGIN_DECLS

/* The versions of house rules, which the schema makes when the text of a space changes, and the
 * rows of who accepted them. */

/* Returns: (element-type FoyerHouseRules): the last first */
GPtrArray *foyer_rules_table_list       (FoyerDb      *db,
                                         gint64        space_id,
                                         GTimeZone    *zone,
                                         GError      **error);
gboolean   foyer_rules_table_restore    (FoyerDb      *db,
                                         gint64        id,
                                         const char   *before,
                                         GError      **error);
gboolean   foyer_rules_table_delete     (FoyerDb      *db,
                                         gint64        id,
                                         GError      **error);

/* Returns: (element-type FoyerRulesAccepted): of each space the version of the person that is the
 * latest, the last accepted first */
GPtrArray *foyer_accepted_table_list    (FoyerDb      *db,
                                         gint64        person_id,
                                         GError      **error);
/* @done: whether it was accepted before */
gboolean   foyer_accepted_table_has     (FoyerDb      *db,
                                         gint64        person_id,
                                         gint64        space_id,
                                         int           version,
                                         gboolean     *done,
                                         GError      **error);
gboolean   foyer_accepted_table_insert  (FoyerDb      *db,
                                         gint64        person_id,
                                         gint64        space_id,
                                         int           version,
                                         GError      **error);
gboolean   foyer_accepted_table_restore (FoyerDb      *db,
                                         gint64        id,
                                         const char   *before,
                                         GError      **error);
gboolean   foyer_accepted_table_delete  (FoyerDb      *db,
                                         gint64        id,
                                         GError      **error);

/* All of one person becomes that of another, into whose record theirs goes; what both accepted stays
 * as @to did. */
gboolean   foyer_accepted_table_move    (FoyerDb      *db,
                                         gint64        from,
                                         gint64        to,
                                         GError      **error);

G_END_DECLS
