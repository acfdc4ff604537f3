/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-spaces-page.h"

#include <glib/gi18n.h>

#include "ui/foyer-shortcuts.h"
#include "ui/spaces/foyer-archiving.h"
#include "ui/spaces/foyer-space-card.h"
#include "ui/spaces/foyer-space-editor.h"
#include "words/foyer-words.h"

struct _FoyerSpacesPage
{
  AdwNavigationPage  parent_instance;

  FoyerDesk         *desk;
  GtkFlowBox        *flow;
  GtkWidget         *archived_group;
  GtkListBox        *archived_list;
};

G_DEFINE_FINAL_TYPE (FoyerSpacesPage, foyer_spaces_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1 } FoyerSpacesPageProp;
static GParamSpec *props[PROP_DESK + 1];

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  FoyerSpacesPage *self = user_data;
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The card's button is what keys go to. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), foyer_space_card_new (self->desk, item));

  return child;
}

static void
restore_cb (FoyerSpacesPage *self,
            GtkWidget       *button)
{
  foyer_archiving_restore (self->desk, g_object_get_data (G_OBJECT (button), "space"));
}

static GtkWidget *
create_archived (gpointer item,
                 gpointer user_data)
{
  FoyerSpacesPage *self = user_data;
  const FoyerSpace *space = foyer_space_item_get_space (item);
  g_autofree char *kind = foyer_words_kind (space->kind);
  g_autofree char *label = NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), space->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kind);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Translators: %s is the name of a space */
  label = g_strdup_printf (_("Restore %s"), space->name);
  /* Said with its space, where several buttons read the same. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "space", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
archived_changed_cb (FoyerSpacesPage *self)
{
  gtk_widget_set_visible (self->archived_group,
                          g_list_model_get_n_items (foyer_desk_get_archived (self->desk)) > 0);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  FoyerSpacesPage *self = FOYER_SPACES_PAGE (widget);
  FoyerSpaceItem *current = foyer_desk_get_space (self->desk);

  foyer_space_editor_present_new (self->desk,
                                  current != NULL ? foyer_space_item_get_space (current)->kind
                                                  : FOYER_SPACE_HOME,
                                  widget);
}

static void
foyer_spaces_page_constructed (GObject *object)
{
  FoyerSpacesPage *self = FOYER_SPACES_PAGE (object);

  G_OBJECT_CLASS (foyer_spaces_page_parent_class)->constructed (object);

  gtk_flow_box_bind_model (self->flow, foyer_desk_get_spaces (self->desk), create_card, self, NULL);
  gtk_list_box_bind_model (self->archived_list, foyer_desk_get_archived (self->desk), create_archived, self, NULL);
  g_signal_connect_object (foyer_desk_get_archived (self->desk), "items-changed",
                           G_CALLBACK (archived_changed_cb), self, G_CONNECT_SWAPPED);
  archived_changed_cb (self);
}

static void
foyer_spaces_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((FoyerSpacesPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, FOYER_SPACES_PAGE (object)->desk);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_spaces_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((FoyerSpacesPageProp) prop_id)
    {
    case PROP_DESK:
      FOYER_SPACES_PAGE (object)->desk = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_spaces_page_dispose (GObject *object)
{
  FoyerSpacesPage *self = FOYER_SPACES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SPACES_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_spaces_page_parent_class)->dispose (object);
}

static void
foyer_spaces_page_class_init (FoyerSpacesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = foyer_spaces_page_constructed;
  object_class->get_property = foyer_spaces_page_get_property;
  object_class->set_property = foyer_spaces_page_set_property;
  object_class->dispose = foyer_spaces_page_dispose;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "spaces.add", NULL, add_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-spaces-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSpacesPage, flow);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpacesPage, archived_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpacesPage, archived_list);
}

static void
foyer_spaces_page_init (FoyerSpacesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_shortcuts_attach (GTK_WIDGET (self), "spaces.");
}

AdwNavigationPage *
foyer_spaces_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_SPACES_PAGE, "desk", desk, NULL);
}
