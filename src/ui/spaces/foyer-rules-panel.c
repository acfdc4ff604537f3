/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-rules-panel.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-rules.h"
#include "words/foyer-words-rules.h"

struct _FoyerRulesPanel
{
  AdwBin         parent_instance;

  FoyerDesk     *desk;
  char          *space_id;        /* (nullable) */
  GPtrArray     *versions;        /* (element-type FoyerHouseRules) (nullable): as they are shown */
  GCancellable  *cancellable;

  GtkListBox    *list;
};

static void foyer_rules_panel_init_panel (FoyerSpacePanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerRulesPanel, foyer_rules_panel, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_SPACE_PANEL, foyer_rules_panel_init_panel))

static gboolean
is_same (const GPtrArray *a,      /* (nullable) */
         const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const FoyerHouseRules *first = a->pdata[i];
      const FoyerHouseRules *second = b->pdata[i];

      if (first->version != second->version || first->n_accepted != second->n_accepted || first->since != second->since
          || !g_str_equal (first->text, second->text))
        return FALSE;
    }

  return TRUE;
}

static char *
describe (const FoyerHouseRules *rules,
          gboolean               in_force)
{
  g_autofree char *accepted = NULL;

  if (rules->n_accepted > 0)
    accepted = g_strdup_printf (ngettext ("Accepted by %d person", "Accepted by %d people", (gulong) rules->n_accepted),
                                rules->n_accepted);
  if (!in_force)
    return accepted != NULL ? g_steal_pointer (&accepted) : g_strdup ("");
  if (accepted == NULL)
    return g_strdup (_("In force"));

  /* Translators: of house rules: "In force · Accepted by 3 people" */
  return g_strdup_printf (_("In force · %s"), accepted);
}

static GtkWidget *
make_text (const FoyerHouseRules *rules)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (rules->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);

  return row;
}

/* The text in force stands above, in its field. */
static GtkWidget *
make_row (const FoyerHouseRules *rules,
          gboolean               in_force)
{
  const gboolean opens = !in_force && *rules->text != '\0';
  g_autofree char *title = foyer_words_rules_version (rules);
  g_autofree char *subtitle = describe (rules, in_force);
  GtkWidget *row = opens ? adw_expander_row_new () : adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (opens)
    {
      /* The title names the row inside of it only. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_text (rules));
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerRulesPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = foyer_store_list_rules_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (versions == NULL)
    {
      foyer_space_panel_failed (FOYER_SPACE_PANEL (self), error);
      return;
    }
  /* What is open stays open. */
  if (is_same (self->versions, versions))
    return;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (self->list, make_row (versions->pdata[i], i == 0));
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), versions->len > 0);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = g_steal_pointer (&versions);
}

static void
load (FoyerRulesPanel *self)
{
  foyer_store_list_rules_async (foyer_desk_get_store (self->desk), self->space_id, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

static void
foyer_rules_panel_show (FoyerSpacePanel  *panel,
                        FoyerDesk        *desk,
                        const FoyerSpace *space)
{
  FoyerRulesPanel *self = FOYER_RULES_PANEL (panel);

  if (*space->id == '\0')
    return;
  g_set_str (&self->space_id, space->id);
  g_set_object (&self->desk, desk);
  load (self);
}

static void
foyer_rules_panel_init_panel (FoyerSpacePanelInterface *iface)
{
  iface->show = foyer_rules_panel_show;
}

static void
foyer_rules_panel_dispose (GObject *object)
{
  FoyerRulesPanel *self = FOYER_RULES_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The template would unparent the group behind the bin's back, which keeps a pointer. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_RULES_PANEL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_rules_panel_parent_class)->dispose (object);
}

static void
foyer_rules_panel_finalize (GObject *object)
{
  FoyerRulesPanel *self = FOYER_RULES_PANEL (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self->space_id);

  G_OBJECT_CLASS (foyer_rules_panel_parent_class)->finalize (object);
}

static void
foyer_rules_panel_class_init (FoyerRulesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_rules_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_rules_panel_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-rules-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRulesPanel, list);
}

static void
foyer_rules_panel_init (FoyerRulesPanel *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
