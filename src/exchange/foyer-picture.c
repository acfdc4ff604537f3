/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "exchange/foyer-picture-header.h"

/* So much is given to a decoder at once, so that it can be stopped. */
#define BITE (256 * 1024)

G_DEFINE_QUARK (foyer-picture-error-quark, foyer_picture_error)

/* What a decoder says becomes one of our own codes: its sentences are about libraries. */
static void
foyer_picture_take_error (GError  *theirs,
                          GError **error)
{
  if (g_error_matches (theirs, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    g_set_error (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_KIND, "no decoder: %s", theirs->message);
  else if (g_error_matches (theirs, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    g_set_error (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_PIXELS, "no memory: %s", theirs->message);
  else
    g_set_error (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_DAMAGED, "not decoded: %s", theirs->message);
  g_error_free (theirs);
}

static void
foyer_picture_fit (int  side,
                   int *width,
                   int *height)
{
  const int longer = MAX (*width, *height);

  if (longer <= side)
    return;

  *width = (int) MAX ((gint64) *width * side / longer, 1);
  *height = (int) MAX ((gint64) *height * side / longer, 1);
}

typedef struct {
  gint64 pixels;      /* no more in a file */
  int    side;        /* no more are wanted */
} FoyerPictureLimits;

/* The JPEG decoder makes it smaller while it decodes. The header was ours: a decoder that sees
 * more pixels than it said is told to stop, which is what 0 means to it. */
static void
foyer_picture_size_prepared_cb (GdkPixbufLoader *loader,
                                int              width,
                                int              height,
                                gpointer         user_data)
{
  const FoyerPictureLimits *limits = user_data;

  if ((gint64) width * height > limits->pixels)
    width = height = 0;
  else
    foyer_picture_fit (limits->side, &width, &height);
  gdk_pixbuf_loader_set_size (loader, width, height);
}

static GdkPixbuf *
foyer_picture_decode (const FoyerPictureHeader  *header,
                      const FoyerPictureLimits  *limits,
                      const guint8              *data,
                      GCancellable              *cancellable,
                      GError                   **error)
{
  g_autoptr(GError) theirs = NULL;
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (header->kind, &theirs);
  g_autoptr(GdkPixbuf) upright = NULL;
  gboolean fine = loader != NULL;
  gboolean cancelled = FALSE;

  if (loader != NULL)
    g_signal_connect (loader, "size-prepared", G_CALLBACK (foyer_picture_size_prepared_cb), (gpointer) limits);
  for (gsize at = 0; fine && !cancelled && at < header->length; at += BITE)
    {
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      if (!cancelled)
        fine = gdk_pixbuf_loader_write (loader, data + at, MIN (BITE, header->length - at), &theirs);
    }
  /* Whoever stops in the middle is not interested in what the rest would have been. */
  if (loader != NULL)
    fine = gdk_pixbuf_loader_close (loader, !fine || cancelled ? NULL : &theirs) && fine;
  if (cancelled)
    return NULL;
  if (!fine)
    {
      foyer_picture_take_error (g_steal_pointer (&theirs), error);
      return NULL;
    }

  if (gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  if (upright == NULL)
    g_set_error_literal (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_DAMAGED, "nothing was decoded");

  return g_steal_pointer (&upright);
}

/* Returns: (transfer full): new pixels, with nothing that the file said beside them */
static GdkPixbuf *
foyer_picture_flatten (GdkPixbuf *picture,
                       int        side)
{
  int width = gdk_pixbuf_get_width (picture);
  int height = gdk_pixbuf_get_height (picture);
  const int old_width = width;
  const int old_height = height;
  GdkPixbuf *flat;

  foyer_picture_fit (side, &width, &height);
  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (picture, flat, 0, 0, width, height, 0, 0, (double) width / old_width,
                        (double) height / old_height, GDK_INTERP_BILINEAR, 255);

  return flat;
}

/* What is in it is found out, and that it is not too much, before a decoder sees it.
 * @most: how many bytes */
static GdkPixbuf *
foyer_picture_read (GBytes                    *file,
                    gsize                      most,
                    const FoyerPictureLimits  *limits,
                    GCancellable              *cancellable,
                    GError                   **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  FoyerPictureHeader header;

  if (size == 0)
    {
      g_set_error_literal (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_EMPTY, "the file is empty");
      return NULL;
    }
  if (size > most)
    {
      g_set_error_literal (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_BYTES, "the file is too large");
      return NULL;
    }
  if (!foyer_picture_header_read (&header, data, size, error))
    return NULL;
  if ((gint64) header.width * header.height > limits->pixels)
    {
      g_set_error (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_PIXELS, "%u × %u pixels", header.width, header.height);
      return NULL;
    }

  return foyer_picture_decode (&header, limits, data, cancellable, error);
}

GBytes *
foyer_picture_encode (GBytes        *file,
                      GCancellable  *cancellable,
                      GError       **error)
{
  /* First less quality, which is not seen; where it would be, fewer pixels. The last fits whatever it shows. */
  static const struct { int side; const char *quality; } steps[] = {
    { FOYER_PICTURE_SIDE_MAX, "88" }, { FOYER_PICTURE_SIDE_MAX, "82" }, { FOYER_PICTURE_SIDE_MAX, "75" },
    { 1280, "78" }, { 1280, "70" }, { 1024, "70" }, { 800, "70" }, { 640, "60" }, { 400, "50" },
  };
  const FoyerPictureLimits limits = { FOYER_PICTURE_PIXELS_MAX, FOYER_PICTURE_SIDE_MAX };
  g_autoptr(GdkPixbuf) picture = foyer_picture_read (file, FOYER_PICTURE_FILE_MAX, &limits, cancellable, error);

  for (gsize i = 0; picture != NULL && i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GdkPixbuf) flat = NULL;
      g_autofree char *jpeg = NULL;
      gsize length;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      flat = foyer_picture_flatten (picture, steps[i].side);
      if (!gdk_pixbuf_save_to_buffer (flat, &jpeg, &length, "jpeg", error, "quality", steps[i].quality, NULL))
        return NULL;
      if (length <= FOYER_PICTURE_SIZE_MAX)
        return g_bytes_new_take (g_steal_pointer (&jpeg), length);
    }
  g_assert (picture == NULL);

  return NULL;
}

void
foyer_pixels_free (FoyerPixels *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

FoyerPixels *
foyer_picture_draw (GBytes        *photo,
                    int            side,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const FoyerPictureLimits limits = { FOYER_PICTURE_DRAWN_MAX, side };
  g_autoptr(GdkPixbuf) picture = foyer_picture_read (photo, FOYER_PICTURE_SIZE_MAX, &limits, cancellable, error);
  g_autoptr(GdkPixbuf) flat = NULL;
  FoyerPixels *self;

  if (picture == NULL)
    return NULL;

  flat = foyer_picture_flatten (picture, side);
  self = g_new (FoyerPixels, 1);
  self->bytes = gdk_pixbuf_read_pixel_bytes (flat);
  self->width = gdk_pixbuf_get_width (flat);
  self->height = gdk_pixbuf_get_height (flat);
  self->stride = (gsize) gdk_pixbuf_get_rowstride (flat);

  return self;
}
