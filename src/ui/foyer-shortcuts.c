/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-shortcuts.h"

#include <glib/gi18n.h>

#include "ui/foyer-pages.h"

static const FoyerShortcut general[] = {
  { N_("Undo the Last Act"), "<Control>z", "win.undo" },
  { N_("Keyboard Shortcuts"), "<Control>question", "win.shortcuts" },
  { N_("Open the Main Menu"), "F10", NULL },
  { N_("Close the Window"), "<Control>w", "window.close" },
  { N_("Quit"), "<Control>q", "app.quit" },
};

static const FoyerShortcut today[] = {
  { N_("Check In the First Result"), "Return", NULL },
  { N_("Check In a New Guest"), "<Control>Return", NULL },
  { N_("Back to the Day"), "Escape", NULL },
  { N_("Previous Day"), "<Alt>Left", "day.previous" },
  { N_("Next Day"), "<Alt>Right", "day.next" },
  { N_("Today"), "<Alt>Home", "day.today" },
  { N_("Roll Call"), "<Control>r", "day.roll-call" },
};

static const FoyerShortcut calendar[] = {
  { N_("Previous Month"), "<Alt>Left", "calendar.previous" },
  { N_("Next Month"), "<Alt>Right", "calendar.next" },
  { N_("Today"), "<Alt>Home", "calendar.today" },
  { N_("Month or Year"), "<Alt>Up", "calendar.year" },
  { N_("Day Details"), "F9", "calendar.details" },
  { N_("Open the Selected Days"), "Return", NULL },
  { N_("Select More Days"), "<Shift>Right", NULL },
  { N_("Same Day Next Month"), "Page_Down", NULL },
  { N_("Today, in the Month"), "<Control>Home", NULL },
  { N_("Back to One Day, Close the Details"), "Escape", "calendar.dismiss" },
};

static const FoyerShortcut bookings[] = {
  { N_("Search Guests"), "<Control>f", "bookings.search" },
  { N_("Select All"), "<Control>a", "bookings.select-all" },
  { N_("Select One More"), "<Control>space", NULL },
  { N_("Cancel the Selected Bookings"), "Delete", "bookings.cancel" },
  { N_("Select None, Close the Search"), "Escape", "bookings.dismiss" },
};

static const FoyerShortcut members[] = {
  { N_("Search Members"), "<Control>f", "members.search" },
  { N_("Show the First Result"), "Return", NULL },
  { N_("Add Member"), "<Control>n", "members.add" },
  { N_("Edit the Member"), "<Control>e", "members.edit" },
  { N_("Check the Member In or Out"), "<Control>i", "members.check" },
};

static const FoyerShortcut spaces[] = {
  { N_("Add Space"), "<Control>n", "spaces.add" },
};

/* The general ones first; the others are of pages. */
static const FoyerShortcutGroup groups[] = {
  { N_("General"), general, G_N_ELEMENTS (general) },
  { N_("Today"), today, G_N_ELEMENTS (today) },
  { N_("Calendar"), calendar, G_N_ELEMENTS (calendar) },
  { N_("Bookings"), bookings, G_N_ELEMENTS (bookings) },
  { N_("Members"), members, G_N_ELEMENTS (members) },
  { N_("Spaces"), spaces, G_N_ELEMENTS (spaces) },
};

const FoyerShortcutGroup *
foyer_shortcuts_get (guint *n_groups)
{
  *n_groups = G_N_ELEMENTS (groups);
  return groups;
}

char *
foyer_shortcuts_of_page (guint index)
{
  return index < 9 ? g_strdup_printf ("<Control>%u", index + 1) : NULL;
}

void
foyer_shortcuts_install (GtkApplication *application)
{
  guint n_pages;
  const FoyerPageInfo *pages = foyer_pages_get (&n_pages);

  for (guint i = 0; i < n_pages && i < 9; i++)
    {
      g_autofree char *accelerator = foyer_shortcuts_of_page (i);
      g_autofree char *action = g_strdup_printf ("win.page::%s", pages[i].name);

      gtk_application_set_accels_for_action (application, action,
                                             (const char *[]) { accelerator, NULL });
    }

  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (guint i = 0; i < groups[g].n_shortcuts; i++)
      {
        const FoyerShortcut *shortcut = &groups[g].shortcuts[i];

        if (shortcut->action != NULL && g_str_has_prefix (shortcut->action, "app."))
          gtk_application_set_accels_for_action (application, shortcut->action,
                                                 (const char *[]) { shortcut->accelerator, NULL });
      }
}

void
foyer_shortcuts_attach (GtkWidget  *widget,
                        const char *prefix)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (prefix != NULL);

  controller = gtk_shortcut_controller_new ();
  for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
    for (guint i = 0; i < groups[g].n_shortcuts; i++)
      {
        const FoyerShortcut *shortcut = &groups[g].shortcuts[i];

        if (shortcut->action != NULL && g_str_has_prefix (shortcut->action, prefix))
          gtk_shortcut_controller_add_shortcut (
            GTK_SHORTCUT_CONTROLLER (controller),
            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcut->accelerator),
                              gtk_named_action_new (shortcut->action)));
      }
  gtk_widget_add_controller (widget, controller);
}

static gboolean
forward_cb (GtkWidget *window,
            GVariant  *action,
            gpointer   user_data)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (user_data));

  /* What lies behind a dialog, or a sidebar that fills the window, is not meant. */
  if (page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (page))
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action_variant (GTK_WIDGET (page), g_variant_get_string (action, NULL),
                                             NULL);
}

void
foyer_shortcuts_forward (AdwApplicationWindow *window,
                         AdwNavigationView    *pages)
{
  GtkEventController *controller;

  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (ADW_IS_NAVIGATION_VIEW (pages));

  controller = gtk_shortcut_controller_new ();
  for (guint g = 1; g < G_N_ELEMENTS (groups); g++)
    for (guint i = 0; i < groups[g].n_shortcuts; i++)
      {
        const FoyerShortcut *shortcut = &groups[g].shortcuts[i];

        if (shortcut->action != NULL)
          gtk_shortcut_controller_add_shortcut (
            GTK_SHORTCUT_CONTROLLER (controller),
            gtk_shortcut_new_with_arguments (gtk_shortcut_trigger_parse_string (shortcut->accelerator),
                                             gtk_callback_action_new (forward_cb, pages, NULL),
                                             "s", shortcut->action));
      }
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
