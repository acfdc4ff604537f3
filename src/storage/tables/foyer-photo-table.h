/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-photos.h"

G_BEGIN_DECLS

typedef struct {
  gint64      id;
  gint64      space_id;
  gint64      position;
  FoyerPhoto *photo;
} FoyerPhotoRow;

void           foyer_photo_row_free           (FoyerPhotoRow     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPhotoRow, foyer_photo_row_free)

/* not-found when there is none */
FoyerPhotoRow *foyer_photo_table_find         (FoyerDb           *db,
                                               const char        *uid,
                                               GError           **error);
/* Returns: (element-type FoyerPhotoRow): in their order */
GPtrArray     *foyer_photo_table_list         (FoyerDb           *db,
                                               gint64             space_id,
                                               GError           **error);
/* Of any that stands; not-found when there is none */
GBytes        *foyer_photo_table_read_bytes   (FoyerDb           *db,
                                               const char        *sha256,
                                               GError           **error);
/* Behind all that the space ever had. */
gboolean       foyer_photo_table_insert       (FoyerDb           *db,
                                               gint64             space_id,
                                               const FoyerPhoto  *photo,
                                               GBytes            *bytes,
                                               GError           **error);
gboolean       foyer_photo_table_set_position (FoyerDb           *db,
                                               gint64             id,
                                               gint64             position,
                                               GError           **error);
gboolean       foyer_photo_table_restore      (FoyerDb           *db,
                                               gint64             id,
                                               const char        *before,
                                               GError           **error);
gboolean       foyer_photo_table_delete       (FoyerDb           *db,
                                               gint64             id,
                                               GError           **error);
/* Returns: (element-type utf8): the ids of those whose bytes are not what their digest says, or that
 * a space has twice or beyond what it may have. Reads all bytes. */
GPtrArray     *foyer_photo_table_list_broken  (FoyerDb           *db,
                                               GError           **error);
/* Those that no undo can bring back any more. */
gboolean       foyer_photo_table_prune        (FoyerDb           *db,
                                               GError           **error);

G_END_DECLS
