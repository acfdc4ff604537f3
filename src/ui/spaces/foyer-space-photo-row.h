/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/foyer-store-photos.h"

G_BEGIN_DECLS

/**
 * FoyerPhotoAct:
 * @FOYER_PHOTO_UP: one place towards the cover
 * @FOYER_PHOTO_DOWN: one place away from it
 * @FOYER_PHOTO_FIRST: becomes the cover
 * @FOYER_PHOTO_REMOVE: goes
 *
 * What a person wants with a photo.
 */
typedef enum {
  FOYER_PHOTO_UP,
  FOYER_PHOTO_DOWN,
  FOYER_PHOTO_FIRST,
  FOYER_PHOTO_REMOVE,
} FoyerPhotoAct;

/**
 * FoyerSpacePhotoRow:
 *
 * One photo of a space in the editor, with its place, which is changed by its menu, by Alt and an
 * arrow, or by dragging it.
 *
 * `wanted` is emitted with a #FoyerPhotoAct, and `dropped` with the row that was let go over this one.
 */
#define FOYER_TYPE_SPACE_PHOTO_ROW (foyer_space_photo_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSpacePhotoRow, foyer_space_photo_row, FOYER, SPACE_PHOTO_ROW, AdwActionRow)

GtkWidget  *foyer_space_photo_row_new    (void);

/**
 * foyer_space_photo_row_show:
 * @self: a row
 * @store: an open store
 * @photo: a photo of it
 * @number: its place, from 1 on
 * @n_photos: how many there are
 *
 * Shows @photo.
 */
void        foyer_space_photo_row_show   (FoyerSpacePhotoRow *self,
                                          FoyerStore         *store,
                                          const FoyerPhoto   *photo,
                                          guint               number,
                                          guint               n_photos);
/* Returns: (transfer none): the id of its photo */
const char *foyer_space_photo_row_get_id (FoyerSpacePhotoRow *self);

G_END_DECLS
