/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-desk-name-row.h"

#include <glib/gi18n.h>

#include "core/foyer-space.h"

struct _FoyerDeskNameRow
{
  AdwEntryRow  parent_instance;

  int          key;
  char        *name;         /* as it is kept */
  GtkWidget   *menu_button;
};

G_DEFINE_FINAL_TYPE (FoyerDeskNameRow, foyer_desk_name_row, ADW_TYPE_ENTRY_ROW)

enum { WANTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_text (FoyerDeskNameRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static void
want (FoyerDeskNameRow *self,
      FoyerDeskNameAct  act)
{
  g_signal_emit (self, signals[WANTED], 0, (int) act);
}

static void
apply_cb (FoyerDeskNameRow *self)
{
  if (g_strcmp0 (get_text (self), self->name) != 0)
    want (self, FOYER_DESK_RENAME);
}

/* Without a name it would be no named desk: that is Remove. */
static void
left_cb (FoyerDeskNameRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  if (self->name == NULL)
    return;
  if (*text == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self), self->name);
  else
    apply_cb (self);
}

static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  FoyerDeskNameRow *self = FOYER_DESK_NAME_ROW (widget);

  if (g_str_equal (action_name, "desk.up"))
    want (self, FOYER_DESK_MOVE_UP);
  else if (g_str_equal (action_name, "desk.down"))
    want (self, FOYER_DESK_MOVE_DOWN);
  else
    want (self, FOYER_DESK_REMOVE);
}

static void
foyer_desk_name_row_finalize (GObject *object)
{
  g_free (FOYER_DESK_NAME_ROW (object)->name);

  G_OBJECT_CLASS (foyer_desk_name_row_parent_class)->finalize (object);
}

static void
foyer_desk_name_row_class_init (FoyerDeskNameRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_desk_name_row_finalize;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "desk.up", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "desk.down", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "desk.remove", NULL, act_cb);
}

static void
foyer_desk_name_row_init (FoyerDeskNameRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) order = g_menu_new ();

  g_menu_append (order, _("Move _Up"), "desk.up");
  g_menu_append (order, _("Move _Down"), "desk.down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append (menu, _("_Remove Name"), "desk.remove");
  self->menu_button = g_object_new (GTK_TYPE_MENU_BUTTON,
                                    "icon-name", "view-more-symbolic",
                                    "menu-model", menu,
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", NULL },
                                    NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Desk"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (self), FOYER_DESK_NAME_MAX);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->menu_button);
  g_signal_connect (self, "apply", G_CALLBACK (apply_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
foyer_desk_name_row_new (void)
{
  return g_object_new (FOYER_TYPE_DESK_NAME_ROW, NULL);
}

void
foyer_desk_name_row_show (FoyerDeskNameRow *self,
                          int               key,
                          const char       *name,
                          gboolean          first,
                          gboolean          last)
{
  g_return_if_fail (FOYER_IS_DESK_NAME_ROW (self));
  g_return_if_fail (name != NULL);

  if (key != self->key || g_strcmp0 (name, self->name) != 0)
    {
      /* Translators: the menu of one named desk; %s is its name */
      g_autofree char *tooltip = g_strdup_printf (_("Desk “%s”"), name);

      self->key = key;
      g_set_str (&self->name, name);
      if (!g_str_equal (get_text (self), name))
        gtk_editable_set_text (GTK_EDITABLE (self), name);
      gtk_widget_set_tooltip_text (self->menu_button, tooltip);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.up", !first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.down", !last);
}

int
foyer_desk_name_row_get_key (FoyerDeskNameRow *self)
{
  g_return_val_if_fail (FOYER_IS_DESK_NAME_ROW (self), 0);

  return self->key;
}

void
foyer_desk_name_row_focus_menu (FoyerDeskNameRow *self)
{
  g_return_if_fail (FOYER_IS_DESK_NAME_ROW (self));

  gtk_widget_grab_focus (self->menu_button);
}
