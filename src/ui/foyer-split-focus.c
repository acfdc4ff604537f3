/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-split-focus.h"

static void mapped_cb (GtkWidget *split);

static gboolean
take_focus_cb (GtkWidget     *split,
               GdkFrameClock *frame_clock,
               gpointer       user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (split));

  if (!gtk_widget_get_mapped (split))
    g_signal_connect (split, "map", G_CALLBACK (mapped_cb), NULL);
  else if (focus == NULL || !gtk_widget_get_mapped (focus))
    gtk_widget_child_focus (split, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/* The pages are moved while the size is given out, and a breakpoint hides all of them until a
 * later frame: an idle moment may come before it. */
static void
take_focus_after_layout (GtkWidget *split)
{
  gtk_widget_add_tick_callback (split, take_focus_cb, NULL, NULL);
}

static void
mapped_cb (GtkWidget *split)
{
  g_signal_handlers_disconnect_by_func (split, mapped_cb, NULL);
  take_focus_after_layout (split);
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

  g_signal_connect (split, "notify::collapsed", G_CALLBACK (take_focus_after_layout), NULL);
}
