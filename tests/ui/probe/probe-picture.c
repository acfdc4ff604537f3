/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "probe.h"

/* Corners of a libadwaita window where there is a compositor. */
#define CORNER 15

static guint
count_colours (GdkTexture *texture)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, (gsize) width * height);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * height && g_hash_table_size (seen) < 1000; i += 7)
    g_hash_table_add (seen, GUINT_TO_POINTER (pixels[i]));

  return g_hash_table_size (seen);
}

GdkTexture *
probe_picture_take (GtkWindow       *window,
                    int              scale,
                    graphene_rect_t *area)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  GtkWidget *content = gtk_window_get_child (window);
  graphene_rect_t whole, pixels;

  /* Without a compositor GTK draws a frame of its own around the window: leave it out. */
  if (!gtk_widget_compute_bounds (content, GTK_WIDGET (window), area)
      || !gtk_widget_compute_bounds (GTK_WIDGET (window), GTK_WIDGET (window), &whole))
    return NULL;

  gtk_snapshot_scale (snapshot, scale, scale);
  gdk_paintable_snapshot (paintable, snapshot,
                          gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;

  pixels = *area;
  graphene_rect_offset (&pixels, -whole.origin.x, -whole.origin.y);
  graphene_rect_scale (&pixels, scale, scale, &pixels);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &pixels);
}

static GdkTexture *
round_corners (GtkWindow  *window,
               GdkTexture *texture,
               int         scale)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, gdk_texture_get_width (texture),
                                              gdk_texture_get_height (texture));
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &whole, CORNER * scale);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_texture (snapshot, texture, &whole);
  gtk_snapshot_pop (snapshot);
  node = gtk_snapshot_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &whole);
}

gboolean
probe_picture_write (GtkWindow    *window,
                     const char   *path,
                     int           scale,
                     JsonBuilder  *answer,
                     GError      **error)
{
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GdkTexture) rounded = NULL;
  graphene_rect_t area;

  texture = probe_picture_take (window, scale, &area);
  if (texture == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The window has nothing to draw");
      return FALSE;
    }

  rounded = round_corners (window, texture, scale);
  if (!gdk_texture_save_to_png (rounded, path))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Cannot write %s", path);
      return FALSE;
    }

  json_builder_set_member_name (answer, "width");
  json_builder_add_int_value (answer, gdk_texture_get_width (texture));
  json_builder_set_member_name (answer, "height");
  json_builder_add_int_value (answer, gdk_texture_get_height (texture));
  json_builder_set_member_name (answer, "colours");
  json_builder_add_int_value (answer, count_colours (texture));
  return TRUE;
}
