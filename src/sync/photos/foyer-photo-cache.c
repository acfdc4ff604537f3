/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/photos/foyer-photo-cache.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "exchange/foyer-picture.h"

typedef struct {
  char   *path;
  gint64  changed;
} FoyerKeptPhoto;

static char *
foyer_photo_cache_get_path (const char *dir,
                            const char *sha256)
{
  return g_build_filename (dir, "photos", sha256, NULL);
}

static void
foyer_kept_photo_clear (gpointer data)
{
  g_free (((FoyerKeptPhoto *) data)->path);
}

static int
foyer_kept_photo_compare (gconstpointer a,
                          gconstpointer b)
{
  const FoyerKeptPhoto *left = a;
  const FoyerKeptPhoto *right = b;

  return (left->changed > right->changed) - (left->changed < right->changed);
}

static void
foyer_photo_cache_prune (const char *folder)
{
  g_autoptr(GArray) files = g_array_new (FALSE, FALSE, sizeof (FoyerKeptPhoto));
  g_autoptr(GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, foyer_kept_photo_clear);
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      FoyerKeptPhoto file = { g_build_filename (folder, name, NULL), 0 };
      GStatBuf about;

      if (g_lstat (file.path, &about) == 0)
        file.changed = (gint64) about.st_mtim.tv_sec * G_USEC_PER_SEC + about.st_mtim.tv_nsec / 1000;
      g_array_append_val (files, file);
    }
  g_array_sort (files, foyer_kept_photo_compare);
  for (guint i = 0; i + FOYER_PHOTO_CACHE_MOST < files->len; i++)
    g_unlink (g_array_index (files, FoyerKeptPhoto, i).path);
}

gboolean
foyer_photo_cache_is_true (const char *sha256,
                           GBytes     *photo)
{
  g_autofree char *digest = NULL;

  if (g_bytes_get_size (photo) == 0 || g_bytes_get_size (photo) > FOYER_PICTURE_SIZE_MAX)
    return FALSE;
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, photo);

  return g_str_equal (digest, sha256);
}

/* A cache that cannot be written is no reason to fail. */
void
foyer_photo_cache_save (const char *dir,
                        const char *sha256,
                        GBytes     *photo)
{
  g_autofree char *path = foyer_photo_cache_get_path (dir, sha256);
  g_autofree char *folder = g_path_get_dirname (path);
  gsize size;
  const char *data = g_bytes_get_data (photo, &size);

  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    foyer_photo_cache_prune (folder);
}

GBytes *
foyer_photo_cache_load (const char *dir,
                        const char *sha256)
{
  g_autofree char *path = foyer_photo_cache_get_path (dir, sha256);
  g_autoptr(GBytes) photo = NULL;
  GStatBuf about;
  char *data;
  gsize size;

  if (g_lstat (path, &about) != 0 || !S_ISREG (about.st_mode))
    return NULL;
  if (about.st_size <= FOYER_PICTURE_SIZE_MAX && g_file_get_contents (path, &data, &size, NULL))
    photo = g_bytes_new_take (data, size);
  if (photo != NULL && foyer_photo_cache_is_true (sha256, photo))
    return g_steal_pointer (&photo);

  g_unlink (path);

  return NULL;
}
