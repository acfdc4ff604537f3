/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/foyer-directory-write.h"

G_BEGIN_DECLS

#define FOYER_PHOTO_BYTES_MAX 300000
#define FOYER_PHOTO_SIDE_MAX 8192

gboolean foyer_photo_check    (GBytes          *bytes,
                               FoyerPhotoType  *type,
                               GError         **error);
gboolean foyer_photo_get_size (GBytes          *photo,
                               guint           *width,
                               guint           *height);

G_END_DECLS
