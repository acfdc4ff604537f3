/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "storage/foyer-store.h"
#include "sync/foyer-sync.h"

G_BEGIN_DECLS

/**
 * FoyerPhotoFrame:
 *
 * Shows a photo as soon as it is there, filling its place, and a drawing until then or when it does
 * not come. Photos that were shown lately are there at once.
 */
#define FOYER_TYPE_PHOTO_FRAME (foyer_photo_frame_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPhotoFrame, foyer_photo_frame, FOYER, PHOTO_FRAME, AdwBin)

/**
 * foyer_photo_frame_show_drawing:
 * @self: a frame
 * @resource: (nullable): of a drawing
 *
 * Shows @resource, and no photo any more.
 */
void foyer_photo_frame_show_drawing (FoyerPhotoFrame *self,
                                     const char      *resource);

/**
 * foyer_photo_frame_show_own:
 * @self: a frame
 * @store: an open store
 * @sha256: (nullable): of a photo that it has
 * @resource: (nullable): of a drawing, for no photo
 *
 * Shows a photo of the host.
 */
void foyer_photo_frame_show_own     (FoyerPhotoFrame *self,
                                     FoyerStore      *store,
                                     const char      *sha256,
                                     const char      *resource);

/**
 * foyer_photo_frame_show_listed:
 * @self: a frame
 * @sync: a sync
 * @origin: of a directory
 * @sha256: (nullable): of a photo that a listing there names
 * @resource: (nullable): of a drawing, for no photo
 *
 * Shows a photo of somebody else.
 */
void foyer_photo_frame_show_listed  (FoyerPhotoFrame *self,
                                     FoyerSync       *sync,
                                     const char      *origin,
                                     const char      *sha256,
                                     const char      *resource);

G_END_DECLS
