/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/photos/foyer-photo-strip.h"

#include <glib/gi18n.h>

#define SMALL_WIDTH 72
#define SMALL_HEIGHT 54
#define SMALL_SIDE 216

struct _FoyerPhotoStrip
{
  AdwBin           parent_instance;

  FoyerPhotoFrame *large;          /* (nullable) */
  FoyerSync       *sync;           /* (nullable) */
  char            *origin;
  char           **photos;
  const char      *resource;       /* a constant */

  AdwWrapBox      *box;
};

G_DEFINE_FINAL_TYPE (FoyerPhotoStrip, foyer_photo_strip, ADW_TYPE_BIN)

static void
show_large (FoyerPhotoStrip *self,
            guint            n)
{
  foyer_photo_frame_show_listed (self->large, self->sync, self->origin, self->photos[n], self->resource);
}

static void
toggled_cb (FoyerPhotoStrip *self,
            GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    show_large (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "photo")));
}

static GtkWidget *
make_button (FoyerPhotoStrip *self,
             guint            n,
             guint            n_photos)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *frame = g_object_new (FOYER_TYPE_PHOTO_FRAME,
                                   "side", SMALL_SIDE,
                                   "width-request", SMALL_WIDTH,
                                   "height-request", SMALL_HEIGHT,
                                   "overflow", GTK_OVERFLOW_HIDDEN,
                                   NULL);
  /* Translators: for screen readers, and beside the pointer: one of the photos of a place */
  g_autofree char *label = g_strdup_printf (_("Photo %1$u of %2$u"), n + 1, n_photos);

  foyer_photo_frame_show_listed (FOYER_PHOTO_FRAME (frame), self->sync, self->origin, self->photos[n], NULL);
  gtk_button_set_child (GTK_BUTTON (button), frame);
  gtk_widget_add_css_class (button, "photo-choice");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "photo", GUINT_TO_POINTER (n));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), n == 0);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
foyer_photo_strip_dispose (GObject *object)
{
  FoyerPhotoStrip *self = FOYER_PHOTO_STRIP (object);

  self->large = NULL;
  g_clear_object (&self->sync);

  G_OBJECT_CLASS (foyer_photo_strip_parent_class)->dispose (object);
}

static void
foyer_photo_strip_finalize (GObject *object)
{
  FoyerPhotoStrip *self = FOYER_PHOTO_STRIP (object);

  g_free (self->origin);
  g_strfreev (self->photos);

  G_OBJECT_CLASS (foyer_photo_strip_parent_class)->finalize (object);
}

static void
foyer_photo_strip_class_init (FoyerPhotoStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_photo_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_photo_strip_finalize;
}

static void
foyer_photo_strip_init (FoyerPhotoStrip *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Photos"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
foyer_photo_strip_show (FoyerPhotoStrip    *self,
                        FoyerPhotoFrame    *large,
                        FoyerSync          *sync,
                        const char         *origin,
                        const char * const *photos,
                        const char         *resource)
{
  const guint n_photos = photos != NULL ? g_strv_length ((char **) photos) : 0;
  GtkToggleButton *first = NULL;
  GtkWidget *child;

  g_return_if_fail (FOYER_IS_PHOTO_STRIP (self));
  g_return_if_fail (FOYER_IS_PHOTO_FRAME (large));

  if (self->photos != NULL && n_photos > 0 && g_strv_equal ((const char * const *) self->photos, photos))
    return;

  g_clear_pointer (&self->photos, g_strfreev);
  self->photos = n_photos > 0 ? g_strdupv ((char **) photos) : g_new0 (char *, 1);
  self->large = large;
  g_set_object (&self->sync, sync);
  g_set_str (&self->origin, origin);
  self->resource = resource;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
  for (guint i = 0; n_photos > 1 && i < n_photos; i++)
    {
      GtkWidget *button = make_button (self, i, n_photos);

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      adw_wrap_box_append (self->box, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_photos > 1);
  show_large (self, 0);
}
