/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-today-page-private.h"

#include <glib/gi18n.h>

/* While something is typed the people found have a narrow window for themselves. */
static void
update_side (FoyerTodayPage *self)
{
  gboolean stacked = gtk_orientable_get_orientation (self->columns) == GTK_ORIENTATION_VERTICAL;

  gtk_widget_set_visible (self->side, !stacked || !foyer_today_page_is_typing (self));
}

static void
entry_changed_cb (FoyerTodayPage *self)
{
  update_side (self);
  if (foyer_today_page_is_typing (self))
    {
      foyer_today_page_ask (self);
    }
  else
    {
      foyer_result_list_clear (self->results);
      foyer_today_page_show_day (self);
    }
}

static void
results_shown_cb (FoyerTodayPage *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "results"))
    return;

  gtk_stack_set_visible_child_name (self->stack, "results");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
entry_activate_cb (FoyerTodayPage *self)
{
  if (foyer_today_page_is_typing (self) && foyer_result_list_take (self->results))
    foyer_today_page_clear_entry (self);
}

static void
entry_stop_cb (FoyerTodayPage *self)
{
  self->dismissed = TRUE;
  foyer_today_page_clear_entry (self);
}

/* Behind what was typed: a letter more goes on there. */
static void
focus_entry (FoyerTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->entry));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    {
      /* Said once more, the window does not move it on from what was hidden before. */
      gtk_root_set_focus (root, focus);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static gboolean
next_frame_cb (GtkWidget     *page,
               GdkFrameClock *frame_clock,
               gpointer       user_data)
{
  focus_entry (FOYER_TODAY_PAGE (page));
  return G_SOURCE_REMOVE;
}

/* The page was turned to. Or a breakpoint took it away for a frame and the keyboard with
 * it, which libadwaita then moves on to whatever comes next. */
static void
content_mapped_cb (FoyerTodayPage *self)
{
  focus_entry (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), next_frame_cb, NULL, NULL);
}

/* A key that was pressed elsewhere on the page went into the entry. */
static void
entry_started_cb (FoyerTodayPage *self)
{
  focus_entry (self);
}

static gboolean
next_result_cb (GtkWidget *entry,
                GVariant  *arguments,
                gpointer   user_data)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (user_data);

  if (!foyer_today_page_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  foyer_result_list_move (self->results, 1);
  return GDK_EVENT_STOP;
}

static gboolean
previous_result_cb (GtkWidget *entry,
                    GVariant  *arguments,
                    gpointer   user_data)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (user_data);

  if (!foyer_today_page_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  foyer_result_list_move (self->results, -1);
  return GDK_EVENT_STOP;
}

static gboolean
new_guest_cb (GtkWidget *entry,
              GVariant  *arguments,
              gpointer   user_data)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (user_data);

  if (!foyer_today_page_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  if (foyer_result_list_take_guest (self->results))
    foyer_today_page_clear_entry (self);
  return GDK_EVENT_STOP;
}

/* As in the entry: from the people found, too, back to the day. */
static gboolean
dismiss_cb (GtkWidget *page,
            GVariant  *arguments,
            gpointer   user_data)
{
  FoyerTodayPage *self = FOYER_TODAY_PAGE (page);

  self->dismissed = TRUE;
  if (!foyer_today_page_is_typing (self))
    return GDK_EVENT_PROPAGATE;
  foyer_today_page_clear_entry (self);
  focus_entry (self);
  return GDK_EVENT_STOP;
}

/* The entry keeps no history of what was typed: the key takes back the last act. */
static gboolean
undo_cb (GtkWidget *entry,
         GVariant  *arguments,
         gpointer   user_data)
{
  return gtk_widget_activate_action (entry, "win.undo", NULL);
}

/* Keys that the entry would take itself. Callbacks and not actions: a key whose action is
 * disabled is lost, while these let it pass. */
static void
add_keys (FoyerTodayPage *self)
{
  static const struct {
    const char      *trigger;
    GtkShortcutFunc  callback;
  } keys[] = {
    { "Down", next_result_cb },
    { "Up", previous_result_cb },
    { "<Control>Return|<Control>KP_Enter", new_guest_cb },
    { "<Control>z", undo_cb },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                        gtk_callback_action_new (keys[i].callback, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->entry), controller);

  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (dismiss_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

gboolean
foyer_today_page_is_typing (FoyerTodayPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

void
foyer_today_page_ask (FoyerTodayPage *self)
{
  if (foyer_today_page_is_typing (self))
    foyer_result_list_ask (self->results, self->desk,
                           gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                           foyer_today_page_get_day (self));
}

void
foyer_today_page_clear_entry (FoyerTodayPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

char *
foyer_today_page_take_typed (FoyerTodayPage *self)
{
  const char *ahead = foyer_result_list_get_ahead (self->results);
  char *typed = g_strdup (ahead != NULL ? ahead : gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  self->dismissed = FALSE;
  if (ahead == NULL)
    foyer_today_page_clear_entry (self);

  return typed;
}

void
foyer_today_page_give_back_typed (FoyerTodayPage *self,
                                  const char     *typed)
{
  if (*typed == '\0' || self->dismissed || foyer_today_page_is_typing (self))
    return;

  /* Selected: what is scanned or typed next takes its place. */
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
foyer_today_page_bind_entry (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, content_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, results_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_side);
}

void
foyer_today_page_init_entry (FoyerTodayPage *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who is here?"), -1);
  add_keys (self);
}
