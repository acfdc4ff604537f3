/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-space.h"
#include "storage/foyer-store-archive.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-spaces.h and foyer-store-archive.h on the thread of @db, each in one transaction. */

GPtrArray  *foyer_space_verbs_list           (FoyerDb              *db,
                                              GError              **error);
FoyerSpace *foyer_space_verbs_save           (FoyerDb              *db,
                                              const FoyerSpace     *space,
                                              gint64               *op,
                                              GError              **error);
FoyerSpace *foyer_space_verbs_set_desks      (FoyerDb              *db,
                                              const char           *space_id,
                                              GArray               *desks,
                                              gint64               *op,
                                              GError              **error);
gboolean    foyer_space_verbs_archive        (FoyerDb              *db,
                                              const char           *space_id,
                                              gboolean              cancel_bookings,
                                              FoyerArchiveChange   *change,
                                              GError              **error);
gboolean    foyer_space_verbs_take_up        (FoyerDb              *db,
                                              const char           *space_id,
                                              gint64               *op,
                                              GError              **error);
/* Whether nobody is expected in @space, if it is archived; has-bookings else. */
gboolean    foyer_space_verbs_check_archived (FoyerDb              *db,
                                              const FoyerSpaceRow  *space,
                                              FoyerDay              today,
                                              GError              **error);

G_END_DECLS
