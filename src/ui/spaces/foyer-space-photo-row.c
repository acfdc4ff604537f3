/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-space-photo-row.h"

#include <glib/gi18n.h>

#include "ui/photos/foyer-photo-frame.h"

#define FRAME_WIDTH 128
#define FRAME_HEIGHT 96
#define FRAME_SIDE 384

struct _FoyerSpacePhotoRow
{
  AdwActionRow     parent_instance;

  char            *id;

  FoyerPhotoFrame *frame;
  GtkWidget       *menu_button;
};

G_DEFINE_FINAL_TYPE (FoyerSpacePhotoRow, foyer_space_photo_row, ADW_TYPE_ACTION_ROW)

enum { WANTED, DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct {
  const char    *name;
  FoyerPhotoAct  act;
} actions[] = {
  { "photo.up", FOYER_PHOTO_UP },
  { "photo.down", FOYER_PHOTO_DOWN },
  { "photo.first", FOYER_PHOTO_FIRST },
  { "photo.remove", FOYER_PHOTO_REMOVE },
};

static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, action_name))
      g_signal_emit (widget, signals[WANTED], 0, (int) actions[i].act);
}

static GdkContentProvider *
drag_prepare_cb (FoyerSpacePhotoRow *self)
{
  return gdk_content_provider_new_typed (FOYER_TYPE_SPACE_PHOTO_ROW, self);
}

static void
drag_begin_cb (FoyerSpacePhotoRow *self,
               GdkDrag            *drag,
               GtkDragSource      *source)
{
  g_autoptr(GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self->frame));

  gtk_drag_source_set_icon (source, icon, FRAME_WIDTH / 2, FRAME_HEIGHT / 2);
}

static gboolean
drop_cb (FoyerSpacePhotoRow *self,
         const GValue       *value)
{
  GtkWidget *row = g_value_get_object (value);

  if (row == NULL || row == GTK_WIDGET (self)
      || gtk_widget_get_parent (row) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, row);

  return TRUE;
}

static void
foyer_space_photo_row_finalize (GObject *object)
{
  g_free (FOYER_SPACE_PHOTO_ROW (object)->id);

  G_OBJECT_CLASS (foyer_space_photo_row_parent_class)->finalize (object);
}

static void
foyer_space_photo_row_class_init (FoyerSpacePhotoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_space_photo_row_finalize;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, FOYER_TYPE_SPACE_PHOTO_ROW);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "photo.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "photo.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "photo.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "photo.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "photo.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "photo.remove", NULL);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) order = g_menu_new ();
  g_autoptr(GMenu) end = g_menu_new ();

  g_menu_append (order, _("Make the _Cover"), "photo.first");
  g_menu_append (order, _("Move _Up"), "photo.up");
  g_menu_append (order, _("Move _Down"), "photo.down");
  g_menu_append (end, _("_Remove"), "photo.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));

  return G_MENU_MODEL (menu);
}

static void
foyer_space_photo_row_init (FoyerSpacePhotoRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (FOYER_TYPE_SPACE_PHOTO_ROW, GDK_ACTION_MOVE);
  g_autoptr(GMenuModel) menu = make_menu ();

  self->frame = g_object_new (FOYER_TYPE_PHOTO_FRAME,
                              "side", FRAME_SIDE,
                              "width-request", FRAME_WIDTH,
                              "height-request", FRAME_HEIGHT,
                              "halign", GTK_ALIGN_START,
                              "valign", GTK_ALIGN_CENTER,
                              "overflow", GTK_OVERFLOW_HIDDEN,
                              "css-classes", (const char *[]) { "photo-frame", NULL },
                              NULL);
  self->menu_button = g_object_new (GTK_TYPE_MENU_BUTTON,
                                    "icon-name", "view-more-symbolic",
                                    "menu-model", menu,
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", NULL },
                                    NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->frame));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
foyer_space_photo_row_new (void)
{
  return g_object_new (FOYER_TYPE_SPACE_PHOTO_ROW, NULL);
}

void
foyer_space_photo_row_show (FoyerSpacePhotoRow *self,
                            FoyerStore         *store,
                            const FoyerPhoto   *photo,
                            guint               number,
                            guint               n_photos)
{
  g_autofree char *title = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (FOYER_IS_SPACE_PHOTO_ROW (self));
  g_return_if_fail (photo != NULL);

  /* Translators: one of the photos of a space; %u is its place among them */
  title = number == 1 ? g_strdup (C_("photo of a space", "Cover")) : g_strdup_printf (_("Photo %u"), number);
  /* Translators: the menu of one photo; %s is "Cover" or "Photo 2" */
  tooltip = g_strdup_printf (_("More about %s"), title);

  g_set_str (&self->id, photo->id);
  foyer_photo_frame_show_own (self->frame, store, photo->sha256, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_set_tooltip_text (self->menu_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.first", number > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.up", number > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.down", number < n_photos);
}

const char *
foyer_space_photo_row_get_id (FoyerSpacePhotoRow *self)
{
  g_return_val_if_fail (FOYER_IS_SPACE_PHOTO_ROW (self), NULL);

  return self->id;
}
