/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "ui/photos/foyer-photo-frame.h"

G_BEGIN_DECLS

/**
 * FoyerPhotoStrip:
 *
 * The photos of a listing in small, of which one is chosen to be seen large. It is not there
 * where there are not two.
 */
#define FOYER_TYPE_PHOTO_STRIP (foyer_photo_strip_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPhotoStrip, foyer_photo_strip, FOYER, PHOTO_STRIP, AdwBin)

/**
 * foyer_photo_strip_show:
 * @self: a strip
 * @large: where the chosen one is seen; it lives as long as @self
 * @sync: a sync
 * @origin: of a directory
 * @photos: their digests, the cover first
 * @resource: of a drawing, for no photo
 *
 * Shows @photos, and the cover in @large; where they are the ones it has, what is chosen stays.
 */
void foyer_photo_strip_show (FoyerPhotoStrip    *self,
                             FoyerPhotoFrame    *large,
                             FoyerSync          *sync,
                             const char         *origin,
                             const char * const *photos,
                             const char         *resource);

G_END_DECLS
