/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "ui/foyer-keycaps.h"
#include "ui/foyer-pages.h"
#include "ui/foyer-shortcuts.h"

struct _FoyerShortcutsDialog {
  AdwDialog           parent_instance;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (FoyerShortcutsDialog, foyer_shortcuts_dialog, ADW_TYPE_DIALOG)

static AdwPreferencesGroup *
add_group (FoyerShortcutsDialog *self,
           const char           *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->page, group);
  return group;
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *accelerator)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), foyer_keycaps_new (accelerator));
  adw_preferences_group_add (group, row);
}

static void
foyer_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (foyer_shortcuts_dialog_parent_class)->dispose (object);
}

static void
foyer_shortcuts_dialog_class_init (FoyerShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerShortcutsDialog, page);
}

static void
foyer_shortcuts_dialog_init (FoyerShortcutsDialog *self)
{
  AdwPreferencesGroup *places;
  const FoyerPageInfo *pages;
  const FoyerShortcutGroup *groups;
  guint n_pages;
  guint n_groups;

  gtk_widget_init_template (GTK_WIDGET (self));

  groups = foyer_shortcuts_get (&n_groups);
  for (guint g = 0; g < n_groups; g++)
    {
      AdwPreferencesGroup *group = add_group (self, gettext (groups[g].title));

      for (guint i = 0; i < groups[g].n_shortcuts; i++)
        add_row (group, gettext (groups[g].shortcuts[i].title), groups[g].shortcuts[i].accelerator);
    }

  places = add_group (self, _("Pages"));
  pages = foyer_pages_get (&n_pages);
  for (guint i = 0; i < n_pages && i < 9; i++)
    {
      g_autofree char *accelerator = foyer_shortcuts_of_page (i);

      add_row (places, gettext (pages[i].title), accelerator);
    }
}

AdwDialog *
foyer_shortcuts_dialog_new (void)
{
  return g_object_new (FOYER_TYPE_SHORTCUTS_DIALOG, NULL);
}
