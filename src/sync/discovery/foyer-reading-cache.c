/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/discovery/foyer-reading-cache.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "sync/machine/foyer-exchange.h"

/* A file is the instant in decimal digits, a line feed, and the answer. */
#define HEAD_MOST 24

static char *
foyer_reading_cache_get_folder (const char *dir)
{
  return g_build_filename (dir, "cache", NULL);
}

static char *
foyer_reading_cache_get_path (const char *dir,
                              const char *origin,
                              const char *target)
{
  g_autofree char *folder = foyer_reading_cache_get_folder (dir);
  g_autofree char *url = g_strconcat (origin, target, NULL);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, url, -1);

  return g_build_filename (folder, name, NULL);
}

typedef struct {
  char   *path;
  gint64  changed;
} FoyerKept;

static void
foyer_kept_clear (gpointer data)
{
  g_free (((FoyerKept *) data)->path);
}

static int
foyer_kept_compare (gconstpointer a,
                    gconstpointer b)
{
  const FoyerKept *left = a;
  const FoyerKept *right = b;

  return (left->changed > right->changed) - (left->changed < right->changed);
}

/* The oldest by the file's own time: what was read again was written again. */
static void
foyer_reading_cache_prune (const char *folder)
{
  g_autoptr(GArray) files = g_array_new (FALSE, FALSE, sizeof (FoyerKept));
  g_autoptr(GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, foyer_kept_clear);
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      FoyerKept file = { g_build_filename (folder, name, NULL), 0 };
      GStatBuf about;

      if (g_lstat (file.path, &about) == 0)
        file.changed = (gint64) about.st_mtim.tv_sec * G_USEC_PER_SEC + about.st_mtim.tv_nsec / 1000;
      g_array_append_val (files, file);
    }
  g_array_sort (files, foyer_kept_compare);
  for (guint i = 0; i + FOYER_READING_CACHE_MOST < files->len; i++)
    g_unlink (g_array_index (files, FoyerKept, i).path);
}

/* A cache that cannot be written is no reason to fail. */
void
foyer_reading_cache_save (const char *dir,
                          const char *origin,
                          const char *target,
                          gint64      now_ms,
                          GBytes     *body)
{
  g_autofree char *folder = foyer_reading_cache_get_folder (dir);
  g_autofree char *path = foyer_reading_cache_get_path (dir, origin, target);
  g_autofree char *head = g_strdup_printf ("%" G_GINT64_FORMAT "\n", now_ms);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return;

  g_byte_array_append (bytes, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (bytes, g_bytes_get_data (body, NULL), (guint) g_bytes_get_size (body));
  if (g_file_set_contents_full (path, (const char *) bytes->data, bytes->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                NULL))
    foyer_reading_cache_prune (folder);
}

GBytes *
foyer_reading_cache_load (const char *dir,
                          const char *origin,
                          const char *target,
                          gint64     *as_of_ms)
{
  g_autofree char *path = foyer_reading_cache_get_path (dir, origin, target);
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;
  const char *end;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL) || size > FOYER_REPLY_SIZE_MAX + HEAD_MOST
      || (end = memchr (text, '\n', MIN (size, HEAD_MOST))) == NULL)
    return NULL;
  head = g_strndup (text, end - text);
  if (!g_ascii_string_to_signed (head, 10, 0, G_MAXINT64, as_of_ms, NULL))
    return NULL;

  return g_bytes_new (end + 1, size - (end + 1 - text));
}

void
foyer_reading_cache_drop (const char *dir,
                          const char *origin,
                          const char *target)
{
  g_autofree char *path = foyer_reading_cache_get_path (dir, origin, target);

  g_unlink (path);
}
