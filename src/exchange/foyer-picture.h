/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person may hand in. */
#define FOYER_PICTURE_FILE_MAX (50 * 1000 * 1000)
#define FOYER_PICTURE_PIXELS_MAX (100 * 1000 * 1000)

/* What travels. */
#define FOYER_PICTURE_SIZE_MAX 300000
#define FOYER_PICTURE_SIDE_MAX 1600

/**
 * FOYER_PICTURE_ERROR:
 *
 * Why a file is not taken as a picture.
 */
#define FOYER_PICTURE_ERROR (foyer_picture_error_quark ())
GQuark  foyer_picture_error_quark (void);

/**
 * FoyerPictureError:
 * @FOYER_PICTURE_ERROR_EMPTY: no byte is in it
 * @FOYER_PICTURE_ERROR_KIND: it is neither JPEG, PNG nor WebP, or nothing here reads WebP
 * @FOYER_PICTURE_ERROR_DAMAGED: it begins as a picture and does not end as one
 * @FOYER_PICTURE_ERROR_MOVING: it is several pictures in a row
 * @FOYER_PICTURE_ERROR_BYTES: more than %FOYER_PICTURE_FILE_MAX bytes
 * @FOYER_PICTURE_ERROR_PIXELS: more than %FOYER_PICTURE_PIXELS_MAX pixels
 *
 * Codes of %FOYER_PICTURE_ERROR.
 */
typedef enum {
  FOYER_PICTURE_ERROR_EMPTY,
  FOYER_PICTURE_ERROR_KIND,
  FOYER_PICTURE_ERROR_DAMAGED,
  FOYER_PICTURE_ERROR_MOVING,
  FOYER_PICTURE_ERROR_BYTES,
  FOYER_PICTURE_ERROR_PIXELS,
} FoyerPictureError;

/**
 * foyer_picture_encode:
 * @file: the bytes of a file: JPEG, PNG, or WebP where a reader of it is installed
 * @cancellable: (nullable): looked at between the steps
 * @error: return location for an error
 *
 * Makes a photo that may be shown to strangers: upright as its camera says, at most
 * %FOYER_PICTURE_SIDE_MAX pixels long, on white where it was transparent, a baseline JPEG of at most
 * %FOYER_PICTURE_SIZE_MAX bytes. Only the picture is in it: not where or when it was taken, by what
 * or whom, no smaller copy, no comment, no colour profile. The same bytes give the same photo.
 *
 * What the file is is read from its own first bytes, before any decoder sees it: its name means
 * nothing, and a picture that would be too large in memory is never decoded. It takes up to a
 * second and some hundred megabytes: any thread but the main one.
 *
 * Returns: (transfer full) (nullable): the JPEG, or %NULL with a #FoyerPictureError or
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *foyer_picture_encode (GBytes        *file,
                              GCancellable  *cancellable,
                              GError       **error);

/* A photo that was encoded here has not even the half of it. */
#define FOYER_PICTURE_DRAWN_MAX (8 * 1000 * 1000)

/**
 * FoyerPixels:
 * @bytes: three a pixel: red, green, blue
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from a row to the next
 *
 * What a screen shows of a photo.
 */
typedef struct {
  GBytes *bytes;
  int     width;
  int     height;
  gsize   stride;
} FoyerPixels;

/**
 * foyer_pixels_free:
 * @self: (transfer full): pixels
 *
 * Frees @self.
 */
void         foyer_pixels_free  (FoyerPixels   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPixels, foyer_pixels_free)

/**
 * foyer_picture_draw:
 * @photo: the bytes of a photo, from whomever
 * @side: how many pixels the longer side has at most
 * @cancellable: (nullable): looked at between the steps
 * @error: return location for an error
 *
 * Decodes a photo that travelled. Strangers made it: one of more than %FOYER_PICTURE_SIZE_MAX bytes
 * or %FOYER_PICTURE_DRAWN_MAX pixels is refused before any decoder sees it. It takes some
 * milliseconds: any thread but the main one.
 *
 * Returns: (transfer full) (nullable): its pixels, or %NULL with a #FoyerPictureError or
 *   %G_IO_ERROR_CANCELLED
 */
FoyerPixels *foyer_picture_draw (GBytes        *photo,
                                 int            side,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
