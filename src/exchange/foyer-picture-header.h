/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "exchange/foyer-picture.h"

G_BEGIN_DECLS

/**
 * FoyerPictureHeader:
 * @kind: as GdkPixbuf names its decoders
 * @width: in pixels, as stored
 * @height: in pixels, as stored
 * @length: of the picture alone, in bytes: cameras put more behind it
 *
 * What a file says of its picture.
 */
typedef struct {
  const char *kind;
  guint       width;
  guint       height;
  gsize       length;
} FoyerPictureHeader;

/**
 * foyer_picture_header_read:
 * @self: (out): what was found
 * @data: the bytes of a file
 * @size: how many
 * @error: return location for a #FoyerPictureError
 *
 * Walks through a file without decoding it: what it is, how large its picture is, and that it is
 * there from its first byte to its last. Decoders are silent about the end of a PNG.
 *
 * Returns: whether it is a whole picture
 */
gboolean foyer_picture_header_read (FoyerPictureHeader  *self,
                                    const guint8        *data,
                                    gsize                size,
                                    GError             **error);

G_END_DECLS
