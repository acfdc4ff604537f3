/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Photos of a space, in the order of the host; the first is its cover. They are kept as they
 * travel: what is handed in was made for that already, and the store looks at no pixel. */

/* How many a space may have, as many as a listing may name. */
#define FOYER_SPACE_PHOTOS_MAX 6

/* The most bytes that one may have. */
#define FOYER_PHOTO_SIZE_MAX 300000

/**
 * FoyerPhoto:
 * @id: its id
 * @space_id: of which space
 * @sha256: of its bytes, in hexadecimal, lower case
 * @size: how many bytes it has
 *
 * A photo, without its bytes.
 */
typedef struct {
  char  *id;
  char  *space_id;
  char  *sha256;
  gsize  size;
} FoyerPhoto;

/**
 * foyer_photo_free:
 * @photo: (transfer full): a photo
 *
 * Frees @photo and its texts.
 */
void        foyer_photo_free               (FoyerPhoto           *photo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPhoto, foyer_photo_free)

/**
 * foyer_store_list_photos_async:
 * @self: an open store
 * @space_id: the id of a space
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Lists the photos of a space. Errors: not-found; any #FoyerDbError.
 */
void        foyer_store_list_photos_async  (FoyerStore           *self,
                                            const char           *space_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * foyer_store_list_photos_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_photos_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerPhoto): in their order; %NULL with @error set
 */
GPtrArray  *foyer_store_list_photos_finish (FoyerStore           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * foyer_store_read_photo_async:
 * @self: an open store
 * @sha256: of the photo
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Reads the bytes of a photo, whichever space it belongs to. Errors: not-found; any #FoyerDbError.
 */
void        foyer_store_read_photo_async   (FoyerStore           *self,
                                            const char           *sha256,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * foyer_store_read_photo_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.read_photo_async].
 *
 * Returns: (transfer full) (nullable): a JPEG; %NULL with @error set
 */
GBytes     *foyer_store_read_photo_finish  (FoyerStore           *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * foyer_store_add_photo_async:
 * @self: an open store
 * @space_id: the id of a space
 * @jpeg: of 1 to %FOYER_PHOTO_SIZE_MAX bytes, made for strangers: nothing but a picture is in it
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Puts a photo behind the others of a space.
 *
 * Errors: not-found, archived, same-photo (the space has it), many-photos; any #FoyerDbError.
 */
void        foyer_store_add_photo_async    (FoyerStore           *self,
                                            const char           *space_id,
                                            GBytes               *jpeg,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * foyer_store_remove_photo_async:
 * @self: an open store
 * @photo_id: the id of a photo
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Takes a photo away. Its bytes are kept for as long as that can be undone.
 *
 * Errors: not-found, archived; any #FoyerDbError.
 */
void        foyer_store_remove_photo_async (FoyerStore           *self,
                                            const char           *photo_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * foyer_store_move_photo_async:
 * @self: an open store
 * @photo_id: the id of a photo
 * @to: its new place, 1 for the cover; beyond the last it is the last
 * @cancellable: (nullable): without effect: a verb that was asked runs to its end
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Gives a photo another place among those of its space.
 *
 * Errors: not-found, archived; any #FoyerDbError.
 */
void        foyer_store_move_photo_async   (FoyerStore           *self,
                                            const char           *photo_id,
                                            guint                 to,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * foyer_store_photo_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @op: (out) (optional): the act for [method@Store.undo_async]; 0 when nothing changed
 * @error: return location for an error
 *
 * Ends [method@Store.add_photo_async], [method@Store.remove_photo_async] and
 * [method@Store.move_photo_async].
 *
 * Returns: (transfer full) (nullable): the photo; %NULL with @error set
 */
FoyerPhoto *foyer_store_photo_finish       (FoyerStore           *self,
                                            GAsyncResult         *result,
                                            gint64               *op,
                                            GError              **error);

G_END_DECLS
