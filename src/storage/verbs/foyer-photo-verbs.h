/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-photos.h"

G_BEGIN_DECLS

/* The verbs of foyer-store-photos.h on the thread of @db, each in one transaction. */

GPtrArray  *foyer_photo_verbs_list   (FoyerDb     *db,
                                      const char  *space_uid,
                                      GError     **error);
GBytes     *foyer_photo_verbs_read   (FoyerDb     *db,
                                      const char  *sha256,
                                      GError     **error);
FoyerPhoto *foyer_photo_verbs_add    (FoyerDb     *db,
                                      const char  *space_uid,
                                      GBytes      *jpeg,
                                      gint64      *op,
                                      GError     **error);
FoyerPhoto *foyer_photo_verbs_remove (FoyerDb     *db,
                                      const char  *uid,
                                      gint64      *op,
                                      GError     **error);
FoyerPhoto *foyer_photo_verbs_move   (FoyerDb     *db,
                                      const char  *uid,
                                      guint        to,
                                      gint64      *op,
                                      GError     **error);

G_END_DECLS
