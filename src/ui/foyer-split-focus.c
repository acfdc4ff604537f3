/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-split-focus.h"

static void
take_focus (gpointer data)
{
  g_autoptr(AdwNavigationSplitView) split = data;
  GtkWidget *widget = GTK_WIDGET (split);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (widget) && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* The pages are moved while the size is given out, and are there again after it. */
static void
collapsed_cb (AdwNavigationSplitView *split)
{
  g_idle_add_once (take_focus, g_object_ref (split));
}

/**
 * foyer_split_focus_follow:
 * @split: a split view
 *
 * Gives the keyboard to what still shows when @split folds or unfolds and takes away what
 * had it. Without that no key leads anywhere until the pointer is used.
 */
void
foyer_split_focus_follow (AdwNavigationSplitView *split)
{
  g_return_if_fail (ADW_IS_NAVIGATION_SPLIT_VIEW (split));

  g_signal_connect (split, "notify::collapsed", G_CALLBACK (collapsed_cb), NULL);
}
