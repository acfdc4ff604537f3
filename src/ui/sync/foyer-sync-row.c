/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/sync/foyer-sync-row.h"

#include <glib/gi18n.h>

#include "ui/sync/foyer-sync-words.h"
#include "words/foyer-words-visit.h"

struct _FoyerSyncRow {
  GtkWidget  parent_instance;

  FoyerDesk *desk;

  GtkWidget *button;
  GtkImage  *icon;
  GtkLabel  *state_label;
  GtkLabel  *detail_label;
};

G_DEFINE_FINAL_TYPE (FoyerSyncRow, foyer_sync_row, GTK_TYPE_WIDGET)

static void
show_status (FoyerSyncRow *self)
{
  const FoyerSyncStatus *status = foyer_sync_get_status (foyer_desk_get_sync (self->desk));
  gint64 now_ms = foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
  g_autofree char *state = foyer_sync_describe_state (status);
  g_autofree char *detail = foyer_sync_describe_detail (status, now_ms);
  g_autofree char *name = foyer_words_facts ((const char *[]) { state, detail, NULL });

  gtk_image_set_from_icon_name (self->icon, foyer_sync_get_icon (status));
  gtk_label_set_label (self->state_label, state);
  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
foyer_sync_row_dispose (GObject *object)
{
  FoyerSyncRow *self = FOYER_SYNC_ROW (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_sync_row_parent_class)->dispose (object);
}

static void
foyer_sync_row_class_init (FoyerSyncRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_sync_row_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
foyer_sync_row_init (FoyerSyncRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->state_label = add_label (words, "caption-heading");
  self->detail_label = add_label (words, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail_label), "dim-label");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), words);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "sync-row");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.sync");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

void
foyer_sync_row_set_desk (FoyerSyncRow *self,
                         FoyerDesk    *desk)
{
  g_return_if_fail (FOYER_IS_SYNC_ROW (self));
  g_return_if_fail (FOYER_IS_DESK (desk) && self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (foyer_desk_get_sync (desk), "status-changed", G_CALLBACK (show_status),
                           self, G_CONNECT_SWAPPED);
  show_status (self);
}
