/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-photos.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/foyer-error.h"

static GBytes *
foyer_photo_refuse_file (int      saved_errno,
                         GError **error)
{
  if (saved_errno == ENOENT || saved_errno == ENOTDIR)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "there is no such file");
  else
    g_set_error (error, FOYER_ERROR, FOYER_ERROR_BAD_FILE, "the file cannot be read: %s", g_strerror (saved_errno));

  return NULL;
}

/* What grew meanwhile is cut where it ended before; what shrank is damaged. */
static GBytes *
foyer_photo_read_all (int      fd,
                      gsize    size,
                      GError **error)
{
  g_autofree char *data = g_malloc (size + 1);
  gsize length = 0;

  while (length < size)
    {
      const gssize n = read (fd, data + length, size - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return foyer_photo_refuse_file (errno, error);
      if (n == 0)
        break;
      length += (gsize) n;
    }

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static GBytes *
foyer_photo_read (const char  *path,
                  GError     **error)
{
  /* Opening what is no plain file must not wait for anybody. */
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0)
    return foyer_photo_refuse_file (errno, error);
  if (!S_ISREG (info.st_mode))
    return foyer_photo_refuse_file (EISDIR, error);
  if (info.st_size > FOYER_PICTURE_FILE_MAX)
    {
      g_set_error_literal (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_BYTES, "the file is too large");
      return NULL;
    }

  return foyer_photo_read_all (fd, (gsize) info.st_size, error);
}

static void
foyer_photo_prepare_job (gpointer data,
                         gpointer user_data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GBytes) file = NULL;
  GBytes *photo = NULL;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  file = foyer_photo_read (g_task_get_task_data (task), &error);
  if (file != NULL)
    photo = foyer_picture_encode (file, g_task_get_cancellable (task), &error);

  if (photo != NULL)
    g_task_return_pointer (task, photo, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* One thread, and none when there is nothing to do: a picture may be hundreds of megabytes while
 * it is made. */
static GThreadPool *
foyer_photo_get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter_pointer (&pool))
    g_once_init_leave_pointer (&pool, g_thread_pool_new (foyer_photo_prepare_job, NULL, 1, FALSE, NULL));

  return pool;
}

void
foyer_photo_prepare_async (const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_photo_prepare_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_thread_pool_push (foyer_photo_get_pool (), task, NULL);
}

GBytes *
foyer_photo_prepare_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  GBytes *photo;
  int     side;
} FoyerPhotoDraw;

static void
foyer_photo_draw_free (gpointer data)
{
  FoyerPhotoDraw *self = data;

  g_bytes_unref (self->photo);
  g_free (self);
}

static void
foyer_photo_draw_job (gpointer data,
                      gpointer user_data)
{
  g_autoptr(GTask) task = data;
  const FoyerPhotoDraw *draw = g_task_get_task_data (task);
  FoyerPixels *pixels;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  pixels = foyer_picture_draw (draw->photo, draw->side, g_task_get_cancellable (task), &error);
  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify) foyer_pixels_free);
  else
    g_task_return_error (task, error);
}

/* Another one, so that what is looked at does not wait for what is made. */
static GThreadPool *
foyer_photo_get_draw_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter_pointer (&pool))
    g_once_init_leave_pointer (&pool, g_thread_pool_new (foyer_photo_draw_job, NULL, 1, FALSE, NULL));

  return pool;
}

void
foyer_photo_draw_async (GBytes              *photo,
                        int                  side,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  FoyerPhotoDraw *draw;
  GTask *task;

  g_return_if_fail (photo != NULL);
  g_return_if_fail (side > 0);

  draw = g_new (FoyerPhotoDraw, 1);
  draw->photo = g_bytes_ref (photo);
  draw->side = side;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_photo_draw_async);
  g_task_set_task_data (task, draw, foyer_photo_draw_free);
  g_thread_pool_push (foyer_photo_get_draw_pool (), task, NULL);
}

FoyerPixels *
foyer_photo_draw_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
