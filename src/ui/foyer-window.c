/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-window.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "ui/foyer-about.h"
#include "ui/foyer-desk-toasts.h"
#include "ui/foyer-pages.h"
#include "ui/foyer-shortcuts-dialog.h"
#include "ui/foyer-shortcuts.h"
#include "ui/foyer-split-focus.h"
#include "ui/foyer-sidebar.h"
#include "ui/foyer-trouble-page.h"
#include "ui/foyer-welcome.h"
#include "ui/spaces/foyer-space-editor.h"
#include "ui/sync/foyer-sync-page.h"
#include "ui/sync/foyer-sync-row.h"
#include "words/foyer-words.h"

/* Remembered: whether somebody without a space looks for seats. */
#define VISITS_KEY "visits"

struct _FoyerWindow {
  AdwApplicationWindow    parent_instance;

  FoyerDesk              *desk;
  GSettings              *settings;
  GListModel             *dialogs;
  AdwToast               *toast;         /* the one that is shown */
  gboolean                hosting;       /* there was a space when the view was updated */
  const FoyerPageInfo    *wanted;        /* asked for before the spaces were loaded */

  GtkStack               *stack;
  AdwNavigationSplitView *split_view;
  GtkLabel               *space_label;
  GtkMenuButton          *space_button;
  GtkLabel               *space_button_label;
  GMenu                  *space_menu;
  GMenu                  *main_menu;
  FoyerSidebar           *sidebar;
  FoyerSyncRow           *sync_row;
  AdwNavigationPage      *content;
  AdwToastOverlay        *toasts;
  AdwNavigationView      *pages;
  AdwToastOverlay        *other;         /* what stands instead of the pages */
};

G_DEFINE_FINAL_TYPE (FoyerWindow, foyer_window, ADW_TYPE_APPLICATION_WINDOW)

/* The one toast: what is said now replaces what was said before. */
static void
say (FoyerWindow *self,
     const char  *sentence,
     gint64       op)
{
  AdwToastOverlay *overlay = self->toasts;
  AdwToast *toast = foyer_desk_toasts_new (sentence, op);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "other"))
    overlay = self->other;
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
acted_cb (FoyerDesk   *desk,
          const char  *sentence,
          gint64       op,
          FoyerWindow *self)
{
  say (self, sentence, op);
}

static void
failed_cb (FoyerDesk    *desk,
           const GError *error,
           FoyerWindow  *self)
{
  g_autofree char *sentence = foyer_words_describe_error (error);

  g_debug ("Refused: %s", error->message);
  say (self, sentence, 0);
}

/* Which act it was, since Ctrl+Z takes back the last one wherever it was done. */
static const char *
describe_undone (const char *verb)
{
  static const struct { const char *verb; const char *sentence; } table[] = {
    { "checkin", N_("Check-in undone") },
    { "checkout", N_("Check-out undone") },
    { "book", N_("Booking undone") },
    { "cancel", N_("Cancellation undone") },
    { "noshow", N_("No-show undone") },
    { "desk", N_("Change of the desk undone") },
    { "series", N_("Series undone") },
    { "series-away", N_("Absence undone") },
    { "series-back", N_("Seats given free again") },
    { "series-end", N_("The series goes on") },
    { "wait", N_("Taken off the waiting list again") },
    { "offer", N_("Offer undone") },
    { "unwait", N_("Back on the waiting list") },
    { "pay", N_("The money is given back, with a credit note") },
    { "seller", N_("Who sells is as it was before") },
    { "pass-sell", N_("New pass undone") },
    { "pass-end", N_("The pass is good again") },
    { "pass-pay", N_("The half days are back on the pass") },
    { "pass-return", N_("The pass has paid again") },
    { "open", N_("Opening undone") },
    { "close", N_("Closing undone") },
    { "days", N_("Change of days undone") },
    { "week", N_("Change of opening hours undone") },
    { "member-add", N_("New member undone") },
    { "member-edit", N_("The member is as before") },
    { "member-merge", N_("They are two people again") },
    { "member-apart", N_("They may be suggested as one person again") },
    { "card", N_("Change of the card undone") },
    { "rules-accept", N_("Acceptance of the house rules undone") },
    { "space-add", N_("New space undone") },
    { "space-edit", N_("Change of the space undone") },
    { "photo-add", N_("New photo undone") },
    { "photo-remove", N_("The photo is back") },
    { "photo-move", N_("Order of the photos undone") },
    { "archive", N_("The space takes bookings again") },
    { "unarchive", N_("The space is archived again") },
    { "accept", N_("Acceptance undone; the request waits again") },
    { "decline", N_("Refusal undone; the request waits again") },
    { "publish", N_("Publishing undone") },
    { "unpublish", N_("The listing stays published") },
    { "request", N_("Request undone; nothing was sent") },
    { "withdraw", N_("The seat stays yours") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (verb, table[i].verb) == 0)
      return gettext (table[i].sentence);
  return _("Undone");
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *verb = NULL;

  if (self->desk == NULL)
    return;

  if (foyer_store_undo_finish (FOYER_STORE (source), result, &verb, NULL, &error))
    say (self, describe_undone (verb), 0);
  else if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE))
    say (self, _("This cannot be undone any more: it was sent, or something later depends on it."), 0);
  else
    foyer_desk_failed (self->desk, error);
}

static void
undo (FoyerWindow *self,
      gint64       op)
{
  if (self->desk != NULL)
    foyer_store_undo_async (foyer_desk_get_store (self->desk), op, NULL, undone_cb,
                            g_object_ref (self));
}

static void
undo_last_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  FoyerWindow *self = FOYER_WINDOW (user_data);

  /* In a dialog the key means the text that is being written there. */
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    undo (self, 0);
}

static void
undo_act_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  undo (FOYER_WINDOW (user_data), g_variant_get_int64 (parameter));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  adw_dialog_present (foyer_shortcuts_dialog_new (), GTK_WIDGET (user_data));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  foyer_about_present (GTK_WIDGET (user_data));
}

/* Pages are made when they are first visited, and kept. */
static void
show_page (FoyerWindow *self,
           guint        index)
{
  guint n_pages;
  const FoyerPageInfo *info = foyer_pages_get (&n_pages);

  g_assert (index < n_pages);
  info += index;

  if (adw_navigation_view_find_page (self->pages, info->name) == NULL)
    {
      AdwNavigationPage *page = info->make (self->desk);

      adw_navigation_page_set_tag (page, info->name);
      adw_navigation_view_add (self->pages, page);
    }
  if (g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->pages), info->name) != 0)
    adw_navigation_view_replace_with_tags (self->pages, &info->name, 1);

  adw_navigation_page_set_title (self->content, gettext (info->title));
  foyer_sidebar_select (self->sidebar, index);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static gboolean
has_archive (FoyerWindow *self)
{
  return g_list_model_get_n_items (foyer_desk_get_archived (self->desk)) > 0;
}

/* The pages of a host need a space, or their archive. */
static gboolean
can_show (FoyerWindow         *self,
          const FoyerPageInfo *info)
{
  return self->desk != NULL && foyer_desk_get_loaded (self->desk)
         && (info->visits || foyer_desk_get_space (self->desk) != NULL || (info->archive && has_archive (self)));
}

/* Whoever is faster than the disk gets the page when it can be shown. */
static void
ask_for_page (FoyerWindow *self,
              guint        index)
{
  guint n_pages;
  const FoyerPageInfo *info = foyer_pages_get (&n_pages) + index;

  if (self->desk == NULL || !foyer_desk_get_loaded (self->desk))
    self->wanted = info;
  else if (can_show (self, info))
    show_page (self, index);
}

static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  FoyerWindow *self = FOYER_WINDOW (user_data);
  guint n_pages;
  const FoyerPageInfo *info = foyer_pages_get (&n_pages);

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pages"))
    return;
  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (info[i].name, g_variant_get_string (parameter, NULL)))
      ask_for_page (self, i);
}

static void
page_activated_cb (FoyerWindow *self,
                   int          index)
{
  ask_for_page (self, (guint) index);
}

static void
offer_cb (FoyerWindow *self)
{
  if (self->desk != NULL)
    foyer_space_editor_present_new (self->desk, FOYER_SPACE_HOME, GTK_WIDGET (self));
}

static void
sync_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  FoyerWindow *self = FOYER_WINDOW (user_data);

  if (self->desk == NULL || !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pages"))
    return;

  if (!FOYER_IS_SYNC_PAGE (adw_navigation_view_get_visible_page (self->pages)))
    adw_navigation_view_push (self->pages, foyer_sync_page_new (self->desk));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
space_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  FoyerWindow *self = FOYER_WINDOW (user_data);

  if (self->desk != NULL)
    foyer_desk_set_space_id (self->desk, g_variant_get_string (parameter, NULL));
}

/* A menu takes an underscore for a mnemonic; a name means the letter. */
static char *
menu_label (const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
update_space_picker (FoyerWindow *self)
{
  GListModel *spaces = foyer_desk_get_spaces (self->desk);
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);
  guint n = g_list_model_get_n_items (spaces);
  const char *name = space != NULL ? foyer_space_item_get_name (space) : "Foyer";
  const char *id = space != NULL ? foyer_space_item_get_id (space) : "";
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "space");

  g_menu_remove_all (self->space_menu);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(FoyerSpaceItem) item = g_list_model_get_item (spaces, i);
      g_autofree char *label = menu_label (foyer_space_item_get_name (item));
      g_autoptr(GMenuItem) entry = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (entry, "win.space", "s", foyer_space_item_get_id (item));
      g_menu_append_item (self->space_menu, entry);
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id));

  gtk_label_set_label (self->space_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->space_label), name);
  gtk_label_set_label (self->space_button_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self->space_label), n <= 1);
  gtk_widget_set_visible (GTK_WIDGET (self->space_button), n > 1);
}

/* What was asked for, or that of a host, or else that of a guest. */
static void
show_first_page (FoyerWindow *self)
{
  guint n_pages;
  const FoyerPageInfo *info = foyer_pages_get (&n_pages);
  guint index = 0;

  if (self->wanted != NULL && can_show (self, self->wanted))
    index = (guint) (self->wanted - info);
  else
    while (!can_show (self, &info[index]))
      index++;
  show_page (self, index);
}

/* Whoever archives a space or takes it up stays on the page where that is done. */
static gboolean
stays (FoyerWindow *self)
{
  const char *tag = adw_navigation_view_get_visible_page_tag (self->pages);
  guint n_pages;
  const FoyerPageInfo *info = foyer_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (g_strcmp0 (info[i].name, tag) == 0)
      return info[i].archive && can_show (self, &info[i]);

  return FALSE;
}

/* Pages where there is a space, was one or somebody looks for a seat, else the welcome. */
static void
update_view (FoyerWindow *self)
{
  g_autoptr(AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;
  gboolean pages_shown = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "pages");
  gboolean hosting = foyer_desk_get_space (self->desk) != NULL;

  if (!foyer_desk_get_loaded (self->desk))
    return;

  update_space_picker (self);
  foyer_sidebar_set_hosting (self->sidebar, hosting, has_archive (self));
  if (!hosting && !has_archive (self) && !g_settings_get_boolean (self->settings, VISITS_KEY))
    {
      if (!FOYER_IS_WELCOME (adw_toast_overlay_get_child (self->other)))
        adw_toast_overlay_set_child (self->other,
                                     foyer_welcome_new (self->desk, G_MENU_MODEL (self->main_menu)));
      gtk_stack_set_visible_child_name (self->stack, "other");
    }
  else if (!pages_shown || (hosting != self->hosting && !stays (self))
           || g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->pages), "blank") == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "pages");
      adw_toast_overlay_set_child (self->other, NULL);
      show_first_page (self);
      /* What was said on the welcome goes on here. */
      if (toast != NULL)
        say (self, adw_toast_get_title (toast), 0);
    }
  self->hosting = hosting;
  self->wanted = NULL;
}

static void
visit_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  FoyerWindow *self = FOYER_WINDOW (user_data);

  g_settings_set_boolean (self->settings, VISITS_KEY, TRUE);
  if (self->desk != NULL)
    update_view (self);
}

static void
n_requests_cb (FoyerWindow *self)
{
  foyer_sidebar_set_count (self->sidebar, 0, foyer_desk_get_n_requests (self->desk));
}

static void
active_cb (FoyerWindow *self)
{
  if (self->desk != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    foyer_desk_check_day (self->desk);
}

/* A dialog keeps all keys from the window: it gets its own for closing it and for leaving. */
static void
dialogs_changed_cb (GListModel *dialogs,
                    guint       position,
                    guint       n_removed,
                    guint       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(GtkWidget) dialog = g_list_model_get_item (dialogs, i);

      foyer_shortcuts_attach (dialog, "window.");
      foyer_shortcuts_attach (dialog, "app.");
    }
}

static void
foyer_window_dispose (GObject *object)
{
  FoyerWindow *self = FOYER_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_WINDOW);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_object (&self->dialogs);

  G_OBJECT_CLASS (foyer_window_parent_class)->dispose (object);
}

static void
foyer_window_class_init (FoyerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_window_dispose;

  g_type_ensure (FOYER_TYPE_SIDEBAR);
  g_type_ensure (FOYER_TYPE_SYNC_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, space_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, space_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, space_button_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, space_menu);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, sync_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, content);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, FoyerWindow, other);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
}

static void
foyer_window_init (FoyerWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "page", .activate = page_cb, .parameter_type = "s" },
    { .name = "space", .activate = space_cb, .parameter_type = "s", .state = "''" },
    { .name = "undo", .activate = undo_last_cb },
    { .name = "undo-act", .activate = undo_act_cb, .parameter_type = "x" },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "about", .activate = about_cb },
    { .name = "sync", .activate = sync_cb },
    { .name = "visit", .activate = visit_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_split_focus_follow (self->split_view);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  foyer_shortcuts_attach (GTK_WIDGET (self), "win.");
  foyer_shortcuts_attach (GTK_WIDGET (self), "window.");
  foyer_shortcuts_forward (ADW_APPLICATION_WINDOW (self), self->pages);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  self->dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));
  g_signal_connect (self->dialogs, "items-changed", G_CALLBACK (dialogs_changed_cb), NULL);

  self->settings = g_settings_new (FOYER_APP_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

FoyerWindow *
foyer_window_new (AdwApplication *application)
{
  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);

  return g_object_new (FOYER_TYPE_WINDOW, "application", application, NULL);
}

void
foyer_window_set_desk (FoyerWindow *self,
                       FoyerDesk   *desk)
{
  g_return_if_fail (FOYER_IS_WINDOW (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (desk, "notify::loaded", G_CALLBACK (update_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::space", G_CALLBACK (update_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_spaces (desk), "items-changed",
                           G_CALLBACK (update_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_archived (desk), "items-changed",
                           G_CALLBACK (update_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::n-requests", G_CALLBACK (n_requests_cb), self,
                           G_CONNECT_SWAPPED);
  foyer_sync_row_set_desk (self->sync_row, desk);
  update_view (self);
}

void
foyer_window_show_trouble (FoyerWindow  *self,
                           const GError *error)
{
  g_return_if_fail (FOYER_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  adw_toast_overlay_set_child (self->other,
                               foyer_trouble_page_new (error, G_MENU_MODEL (self->main_menu)));
  gtk_stack_set_visible_child_name (self->stack, "other");
}
