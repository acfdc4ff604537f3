/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "probe.h"

#include <math.h>

/* Four pixels to one: thin strokes of small letters reach their full colour. */
#define CONTRAST_SCALE 4

typedef void (*LabelFunc) (GtkLabel *label, gpointer user_data);

static void
for_each_label (GtkWidget *widget,
                LabelFunc  func,
                gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    func (GTK_LABEL (widget), user_data);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each_label (child, func, user_data);
}

static void
hash_text_cb (GtkLabel *label,
              gpointer  user_data)
{
  guint *hash = user_data;

  *hash = *hash * 31 + g_str_hash (gtk_label_get_text (label));
}

guint
probe_labels_hash (GtkWindow *window)
{
  guint hash = 0;

  for_each_label (GTK_WIDGET (window), hash_text_cb, &hash);

  return hash;
}

static void
add_text_cb (GtkLabel *label,
             gpointer  user_data)
{
  json_builder_add_string_value (user_data, gtk_label_get_text (label));
}

static void
add_cut_cb (GtkLabel *label,
            gpointer  user_data)
{
  if (pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    json_builder_add_string_value (user_data, gtk_label_get_text (label));
}

void
probe_labels_report (GtkWindow   *window,
                     JsonBuilder *answer)
{
  json_builder_set_member_name (answer, "cut");
  json_builder_begin_array (answer);
  for_each_label (GTK_WIDGET (window), add_cut_cb, answer);
  json_builder_end_array (answer);
  json_builder_set_member_name (answer, "texts");
  json_builder_begin_array (answer);
  for_each_label (GTK_WIDGET (window), add_text_cb, answer);
  json_builder_end_array (answer);
}

typedef struct {
  GtkWidget       *window;
  JsonBuilder     *answer;
  const guint32   *pixels;
  int              width;
  int              height;
  graphene_rect_t  area;
} Page;

/* WCAG 2.2, relative luminance of a pixel of GDK_MEMORY_DEFAULT. */
static double
get_luminance (guint32 pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (int i = 0; i < 3; i++)
    {
      double channel = ((pixel >> (8 * i)) & 0xff) / 255.0;

      luminance += weights[i] * (channel <= 0.04045 ? channel / 12.92
                                                    : pow ((channel + 0.055) / 1.055, 2.4));
    }

  return luminance;
}

static double
get_contrast (guint32 one,
              guint32 other)
{
  double light = get_luminance (one);
  double dark = get_luminance (other);

  return (MAX (light, dark) + 0.05) / (MIN (light, dark) + 0.05);
}

static guint32
most_frequent (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer pixel, count;
  guint32 best = 0;
  guint n = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &count))
    if (GPOINTER_TO_UINT (count) > n)
      {
        n = GPOINTER_TO_UINT (count);
        best = GPOINTER_TO_UINT (pixel);
      }

  return best;
}

/* The letters' colour is the one that stands out most; what is most frequent in the
 * box of a label is what they stand on. */
static double
measure_contrast (const Page            *page,
                  const graphene_rect_t *box)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  int left = MAX (0, (int) ((box->origin.x - page->area.origin.x) * CONTRAST_SCALE));
  int top = MAX (0, (int) ((box->origin.y - page->area.origin.y) * CONTRAST_SCALE));
  int right = MIN (page->width, left + (int) (box->size.width * CONTRAST_SCALE));
  int bottom = MIN (page->height, top + (int) (box->size.height * CONTRAST_SCALE));
  GHashTableIter iter;
  gpointer pixel;
  guint32 ground;
  double contrast = 1;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        gpointer key = GUINT_TO_POINTER (page->pixels[(gsize) y * page->width + x]);

        g_hash_table_insert (counts, key,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
      }
  if (g_hash_table_size (counts) < 2)
    return 0;

  ground = most_frequent (counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, NULL))
    contrast = MAX (contrast, get_contrast (ground, GPOINTER_TO_UINT (pixel)));

  return contrast;
}

static double
get_pixels (const PangoFontDescription *font)
{
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

/* What a toast covers or what is scrolled away is not read where its box is. */
static gboolean
is_in_sight (GtkWidget             *label,
             GtkWidget             *window,
             const graphene_rect_t *box)
{
  for (int corner = 0; corner < 4; corner++)
    {
      double x = box->origin.x + (corner % 2 == 0 ? 1 : box->size.width - 1);
      double y = box->origin.y + (corner / 2 == 0 ? 1 : box->size.height - 1);
      GtkWidget *at = gtk_widget_pick (window, x, y, GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

      if (at == NULL || (at != label && !gtk_widget_is_ancestor (label, at)))
        return FALSE;
    }

  return TRUE;
}

static void
add_contrast_cb (GtkLabel *label,
                 gpointer  user_data)
{
  const Page *page = user_data;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (label));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  graphene_rect_t box;
  double contrast;

  /* What cannot be used now may be pale (WCAG 1.4.3). */
  if (!gtk_widget_is_sensitive (GTK_WIDGET (label))
      || !gtk_widget_compute_bounds (GTK_WIDGET (label), page->window, &box)
      || !is_in_sight (GTK_WIDGET (label), page->window, &box))
    return;

  contrast = measure_contrast (page, &box);
  if (contrast == 0)
    return;

  json_builder_begin_object (page->answer);
  json_builder_set_member_name (page->answer, "text");
  json_builder_add_string_value (page->answer, gtk_label_get_text (label));
  json_builder_set_member_name (page->answer, "contrast");
  json_builder_add_double_value (page->answer, contrast);
  json_builder_set_member_name (page->answer, "pixels");
  json_builder_add_double_value (page->answer, get_pixels (font));
  json_builder_set_member_name (page->answer, "bold");
  json_builder_add_boolean_value (page->answer,
                                  pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD);
  json_builder_end_object (page->answer);
}

/* What lies behind a dialog is darkened because it cannot be used now. */
static GtkWidget *
get_topmost (GtkWindow *window)
{
  AdwDialog *dialog = ADW_IS_APPLICATION_WINDOW (window)
                        ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))
                        : NULL;

  return dialog != NULL ? GTK_WIDGET (dialog) : GTK_WIDGET (window);
}

void
probe_contrast_report (GtkWindow   *window,
                       JsonBuilder *answer)
{
  Page page = { .window = GTK_WIDGET (window), .answer = answer };
  g_autoptr(GdkTexture) texture = probe_picture_take (window, CONTRAST_SCALE, &page.area);
  g_autofree guint32 *pixels = NULL;

  page.width = gdk_texture_get_width (texture);
  page.height = gdk_texture_get_height (texture);
  pixels = g_new (guint32, (gsize) page.width * page.height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) page.width * 4);
  page.pixels = pixels;

  json_builder_set_member_name (answer, "labels");
  json_builder_begin_array (answer);
  for_each_label (get_topmost (window), add_contrast_cb, &page);
  json_builder_end_array (answer);
}
