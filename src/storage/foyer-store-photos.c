/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-photos.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-photo-verbs.h"

typedef struct {
  char   *id;         /* of a space or photo, or a digest */
  GBytes *jpeg;       /* (nullable) */
  guint   to;
} FoyerPhotoArgs;

static FoyerPhotoArgs *
foyer_photo_args_new (const char *id,
                      GBytes     *jpeg,
                      guint       to)
{
  FoyerPhotoArgs *args = g_new (FoyerPhotoArgs, 1);

  args->id = g_strdup (id);
  args->jpeg = jpeg != NULL ? g_bytes_ref (jpeg) : NULL;
  args->to = to;

  return args;
}

static void
foyer_photo_args_free (gpointer user_data)
{
  FoyerPhotoArgs *args = user_data;

  g_clear_pointer (&args->jpeg, g_bytes_unref);
  g_free (args->id);
  g_free (args);
}

void
foyer_photo_free (FoyerPhoto *photo)
{
  g_free (photo->id);
  g_free (photo->space_id);
  g_free (photo->sha256);
  g_free (photo);
}

/* ---- read ---- */

static gpointer
foyer_store_list_photos_job (FoyerDb       *db,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return foyer_photo_verbs_list (db, ((FoyerPhotoArgs *) user_data)->id, error);
}

void
foyer_store_list_photos_async (FoyerStore           *self,
                               const char           *space_id,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_photos_async, foyer_store_list_photos_job,
                   foyer_photo_args_new (space_id, NULL, 0), foyer_photo_args_free, (GDestroyNotify) g_ptr_array_unref,
                   cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_photos_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_read_photo_job (FoyerDb       *db,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  return foyer_photo_verbs_read (db, ((FoyerPhotoArgs *) user_data)->id, error);
}

void
foyer_store_read_photo_async (FoyerStore           *self,
                              const char           *sha256,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_read_photo_async, foyer_store_read_photo_job,
                   foyer_photo_args_new (sha256, NULL, 0), foyer_photo_args_free, (GDestroyNotify) g_bytes_unref,
                   cancellable, callback, user_data);
}

GBytes *
foyer_store_read_photo_finish (FoyerStore    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

/* ---- acts ---- */

static gpointer
foyer_store_add_photo_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  const FoyerPhotoArgs *args = user_data;
  gint64 op = 0;
  FoyerPhoto *photo = foyer_photo_verbs_add (db, args->id, args->jpeg, &op, error);

  return foyer_answer_new (photo, (GDestroyNotify) foyer_photo_free, op);
}

void
foyer_store_add_photo_async (FoyerStore           *self,
                             const char           *space_id,
                             GBytes               *jpeg,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);
  g_return_if_fail (jpeg != NULL);
  g_return_if_fail (g_bytes_get_size (jpeg) >= 1 && g_bytes_get_size (jpeg) <= FOYER_PHOTO_SIZE_MAX);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_add_photo_async, foyer_store_add_photo_job,
                   foyer_photo_args_new (space_id, jpeg, 0), foyer_photo_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_remove_photo_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  gint64 op = 0;
  FoyerPhoto *photo = foyer_photo_verbs_remove (db, ((FoyerPhotoArgs *) user_data)->id, &op, error);

  return foyer_answer_new (photo, (GDestroyNotify) foyer_photo_free, op);
}

void
foyer_store_remove_photo_async (FoyerStore           *self,
                                const char           *photo_id,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (photo_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_remove_photo_async, foyer_store_remove_photo_job,
                   foyer_photo_args_new (photo_id, NULL, 0), foyer_photo_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_move_photo_job (FoyerDb       *db,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  const FoyerPhotoArgs *args = user_data;
  gint64 op = 0;
  FoyerPhoto *photo = foyer_photo_verbs_move (db, args->id, args->to, &op, error);

  return foyer_answer_new (photo, (GDestroyNotify) foyer_photo_free, op);
}

void
foyer_store_move_photo_async (FoyerStore           *self,
                              const char           *photo_id,
                              guint                 to,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (photo_id != NULL);
  g_return_if_fail (to >= 1);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_move_photo_async, foyer_store_move_photo_job,
                   foyer_photo_args_new (photo_id, NULL, to), foyer_photo_args_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

FoyerPhoto *
foyer_store_photo_finish (FoyerStore    *self,
                          GAsyncResult  *result,
                          gint64        *op,
                          GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}
