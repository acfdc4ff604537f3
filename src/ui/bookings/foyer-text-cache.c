/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-text-cache.h"

/* Some pages of a window's rows. */
#define TEXTS_MAX 2048
#define INITIALS_SIZE 9

struct _FoyerTextCache {
  GtkWidget  *page;         /* (nullable): whose font it is */
  GHashTable *texts;        /* (element-type Text Text): each its own key */
  guint       serial;       /* of the font, when they were shaped */
};

typedef struct {
  char           *text;
  int             width;
  FoyerTextStyle  style;
  GdkRGBA         color;
  FoyerDrawnText  drawn;
} Text;

static guint
text_hash (gconstpointer data)
{
  const Text *self = data;

  return g_str_hash (self->text) ^ (guint) self->width << 8 ^ self->style ^ gdk_rgba_hash (&self->color);
}

static gboolean
text_equal (gconstpointer a,
            gconstpointer b)
{
  const Text *first = a;
  const Text *second = b;

  return first->width == second->width && first->style == second->style
         && gdk_rgba_equal (&first->color, &second->color) && g_str_equal (first->text, second->text);
}

static void
text_free (gpointer data)
{
  Text *self = data;

  g_clear_pointer (&self->drawn.node, gsk_render_node_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * foyer_text_cache_new:
 * @page: the page in whose cells the texts stand; its font is theirs, and it is only watched
 *
 * Keeps texts of a long list shaped. Of a thousand cells that a jump shows most say what others say
 * too, the state, the space, the price, and to shape a text costs more than all else in drawing it.
 *
 * Main thread.
 *
 * Returns: (transfer full): a cache
 */
FoyerTextCache *
foyer_text_cache_new (GtkWidget *page)
{
  FoyerTextCache *self;

  g_return_val_if_fail (GTK_IS_WIDGET (page), NULL);

  self = g_rc_box_new0 (FoyerTextCache);
  g_set_weak_pointer (&self->page, page);
  self->texts = g_hash_table_new_full (text_hash, text_equal, NULL, text_free);

  return self;
}

FoyerTextCache *
foyer_text_cache_ref (FoyerTextCache *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoyerTextCache *self = data;

  g_clear_weak_pointer (&self->page);
  g_hash_table_unref (self->texts);
}

void
foyer_text_cache_unref (FoyerTextCache *self)
{
  g_rc_box_release_full (self, clear);
}

static void
shape (Text         *self,
       PangoContext *context)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  pango_layout_set_text (layout, self->text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (self->style != FOYER_TEXT_PLAIN)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (self->style == FOYER_TEXT_INITIALS)
    pango_attr_list_insert (attributes, pango_attr_size_new_absolute (INITIALS_SIZE * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &self->drawn.width, &self->drawn.height);
  if (self->drawn.width > self->width)
    {
      pango_layout_set_width (layout, self->width * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, &self->drawn.width, &self->drawn.height);
    }

  gtk_snapshot_append_layout (snapshot, layout, &self->color);
  self->drawn.node = gtk_snapshot_free_to_node (snapshot);
}

/**
 * foyer_text_cache_get:
 * @self: the cache
 * @text: what to say, in one line
 * @width: the room it has, in pixels; what is longer is cut with an ellipsis
 * @style: how strong
 * @color: its colour
 *
 * Shapes a text, or finds it shaped.
 *
 * Main thread.
 *
 * Returns: (transfer none): the text, until the next question
 */
const FoyerDrawnText *
foyer_text_cache_get (FoyerTextCache *self,
                      const char     *text,
                      int             width,
                      FoyerTextStyle  style,
                      const GdkRGBA  *color)
{
  Text key = { .text = (char *) text, .width = MAX (width, 0), .style = style, .color = *color };
  PangoContext *context;
  Text *found;

  g_return_val_if_fail (self != NULL && self->page != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  context = gtk_widget_get_pango_context (self->page);
  if (self->serial != pango_context_get_serial (context) || g_hash_table_size (self->texts) >= TEXTS_MAX)
    g_hash_table_remove_all (self->texts);
  self->serial = pango_context_get_serial (context);

  found = g_hash_table_lookup (self->texts, &key);
  if (found == NULL)
    {
      found = g_memdup2 (&key, sizeof key);
      found->text = g_strdup (text);
      shape (found, context);
      g_hash_table_add (self->texts, found);
    }

  return &found->drawn;
}
