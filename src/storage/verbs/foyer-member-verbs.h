/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-members.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-members.h on the thread of @db. */

FoyerMemberList *foyer_member_verbs_list  (FoyerDb                 *db,
                                           const FoyerMemberQuery  *query,
                                           GCancellable            *cancellable,
                                           GError                 **error);
GPtrArray       *foyer_member_verbs_lines (FoyerDb                 *db,
                                           const guint32           *rows,
                                           gsize                    n_rows,
                                           const char              *space_id,   /* (nullable) */
                                           FoyerDay                 day,
                                           GError                 **error);
FoyerMember     *foyer_member_verbs_read  (FoyerDb                 *db,
                                           const char              *id,
                                           const char              *space_id,   /* (nullable) */
                                           FoyerDay                 day,
                                           GError                 **error);

G_END_DECLS
