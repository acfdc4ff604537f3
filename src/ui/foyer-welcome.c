/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-welcome.h"

#include "storage/foyer-store-upkeep.h"
#include "ui/spaces/foyer-space-editor.h"

/* Any will do. */
#define SAMPLE_SEED 7

struct _FoyerWelcome {
  AdwBin         parent_instance;
  FoyerDesk     *desk;
  GtkMenuButton *menu_button;
  GtkListBox    *choices;
  GtkButton     *sample_button;
};

G_DEFINE_FINAL_TYPE (FoyerWelcome, foyer_welcome, ADW_TYPE_BIN)

static void
home_cb (FoyerWelcome *self)
{
  foyer_space_editor_present_new (self->desk, FOYER_SPACE_HOME, GTK_WIDGET (self));
}

static void
coworking_cb (FoyerWelcome *self)
{
  foyer_space_editor_present_new (self->desk, FOYER_SPACE_COWORKING, GTK_WIDGET (self));
}

static void
set_busy (FoyerWelcome *self,
          gboolean      busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sample_button), !busy);
}

static void
sample_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(FoyerWelcome) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!foyer_store_sample_finish (FOYER_STORE (source), result, &error) && self->desk != NULL)
    {
      set_busy (self, FALSE);
      foyer_desk_failed (self->desk, error);
    }
}

static void
sample_cb (FoyerWelcome *self)
{
  set_busy (self, TRUE);
  foyer_store_sample_async (foyer_desk_get_store (self->desk), SAMPLE_SEED, -1, -1, NULL,
                            sample_made_cb, g_object_ref (self));
}

static void
foyer_welcome_dispose (GObject *object)
{
  FoyerWelcome *self = FOYER_WELCOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_WELCOME);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_welcome_parent_class)->dispose (object);
}

static void
foyer_welcome_class_init (FoyerWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_welcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcome, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcome, choices);
  gtk_widget_class_bind_template_child (widget_class, FoyerWelcome, sample_button);
  gtk_widget_class_bind_template_callback (widget_class, home_cb);
  gtk_widget_class_bind_template_callback (widget_class, coworking_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
}

static void
foyer_welcome_init (FoyerWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_welcome_new (FoyerDesk  *desk,
                   GMenuModel *main_menu)
{
  FoyerWelcome *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_WELCOME, NULL);
  self->desk = g_object_ref (desk);
  gtk_menu_button_set_menu_model (self->menu_button, main_menu);
  return GTK_WIDGET (self);
}
