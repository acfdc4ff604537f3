/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "exchange/foyer-picture.h"

G_BEGIN_DECLS

/**
 * foyer_photo_prepare_async:
 * @path: (type filename): of a picture on this computer
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads a file and makes a photo of it for foyer_store_add_photo_async(), on a thread of its own.
 * What is no plain file, such as a pipe that nobody writes to, is refused and not waited for.
 * Pictures take much memory: of several that are asked for, one is made at a time.
 *
 * Errors: any #FoyerPictureError; %FOYER_ERROR_BAD_FILE (no plain file, or it cannot be read);
 *   %G_IO_ERROR_NOT_FOUND; %G_IO_ERROR_CANCELLED.
 */
void    foyer_photo_prepare_async  (const char           *path,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);

/**
 * foyer_photo_prepare_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [func@photo_prepare_async].
 *
 * Returns: (transfer full) (nullable): a JPEG without anything but its picture; %NULL with @error set
 */
GBytes *foyer_photo_prepare_finish (GAsyncResult         *result,
                                    GError              **error);

/**
 * foyer_photo_draw_async:
 * @photo: the bytes of a photo, from whomever
 * @side: how many pixels the longer side has at most
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Decodes a photo for a screen, on a thread of its own.
 *
 * Errors: any #FoyerPictureError; %G_IO_ERROR_CANCELLED.
 */
void         foyer_photo_draw_async  (GBytes               *photo,
                                      int                   side,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/**
 * foyer_photo_draw_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [func@photo_draw_async].
 *
 * Returns: (transfer full) (nullable): its pixels; %NULL with @error set
 */
FoyerPixels *foyer_photo_draw_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
