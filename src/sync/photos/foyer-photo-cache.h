/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Photos of others, for looking at them again: files in the folder "photos" of a profile, named
 * after their digest, the oldest of which go when there are too many. Blocks for the disk. */
#define FOYER_PHOTO_CACHE_MOST 200

/* Whether @photo is what @sha256, in hexadecimal, says, and no larger than a photo. */
gboolean foyer_photo_cache_is_true (const char *sha256,
                                    GBytes     *photo);
void     foyer_photo_cache_save    (const char *dir,
                                    const char *sha256,
                                    GBytes     *photo);
/* (nullable) (transfer full): what is kept and true; what is not true any more goes */
GBytes  *foyer_photo_cache_load    (const char *dir,
                                    const char *sha256);

G_END_DECLS
