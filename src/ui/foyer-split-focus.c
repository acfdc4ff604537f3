/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-split-focus.h"

/* The pages are moved while the size is given out, and a breakpoint hides all of them until a
 * later frame: only a frame that is painted tells what can take the keyboard. */
static void
painted_cb (GtkWidget     *split,
            GdkFrameClock *frame_clock)
{
  GtkWidget *focus;

  if (!gtk_widget_get_mapped (split))
    return;

  focus = gtk_root_get_focus (gtk_widget_get_root (split));
  if ((focus != NULL && gtk_widget_get_mapped (focus))
      || gtk_widget_child_focus (split, GTK_DIR_TAB_FORWARD))
    g_signal_handlers_disconnect_by_func (frame_clock, painted_cb, split);
}

static void
collapsed_cb (GtkWidget *split)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (split);

  if (frame_clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (frame_clock, painted_cb, split);
  g_signal_connect_object (frame_clock, "after-paint", G_CALLBACK (painted_cb), split,
                           G_CONNECT_SWAPPED);
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
