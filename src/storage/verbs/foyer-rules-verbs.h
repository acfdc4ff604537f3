/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-rules.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-rules.h on the thread of @db. */

GPtrArray          *foyer_rules_verbs_list   (FoyerDb      *db,
                                              const char   *space_uid,
                                              GError      **error);
FoyerRulesAccepted *foyer_rules_verbs_accept (FoyerDb      *db,
                                              const char   *person_uid,
                                              const char   *space_uid,
                                              int           version,
                                              gint64       *op,
                                              GError      **error);

G_END_DECLS
