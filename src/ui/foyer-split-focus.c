/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-split-focus.h"

/* The page of a folded view that shows, or that does not: it may be on its way out still, and
 * takes the keyboard with it. */
static GtkWidget *
get_page (AdwNavigationSplitView *split,
          gboolean                shows)
{
  return GTK_WIDGET (adw_navigation_split_view_get_show_content (split) == shows
                       ? adw_navigation_split_view_get_content (split)
                       : adw_navigation_split_view_get_sidebar (split));
}

/* A page that is moved loses the path to what has the keyboard in it, but that keeps it: GTK would
 * not notice when it goes, and no key would lead anywhere. It is laid anew only for a change. */
static void
lay_path (AdwNavigationSplitView *split,
          GtkWidget              *focus)
{
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (split)), NULL);
  gtk_widget_grab_focus (focus);
}

static gboolean
keep_keyboard (AdwNavigationSplitView *split)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (split)));

  if (focus == NULL || !gtk_widget_get_mapped (focus)
      || (adw_navigation_split_view_get_collapsed (split)
          && gtk_widget_is_ancestor (focus, get_page (split, FALSE))))
    return FALSE;

  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (split))
      && gtk_widget_get_focus_child (GTK_WIDGET (split)) == NULL)
    lay_path (split, focus);
  return TRUE;
}

/* From the beginning: what last had the keyboard there may be hidden by now, and the next after
 * it may be nothing. */
static gboolean
enter (GtkWidget *page)
{
  GtkWidget *last;

  for (GtkWidget *holder = page; (last = gtk_widget_get_focus_child (holder)) != NULL; holder = last)
    gtk_widget_set_focus_child (holder, NULL);

  return gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* The pages are moved while the size is given out, and a breakpoint hides all of them until a
 * later frame: only a frame that is painted tells what can take the keyboard. */
static void
painted_cb (AdwNavigationSplitView *split,
            GdkFrameClock          *frame_clock)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (split))
      && (keep_keyboard (split) || enter (get_page (split, TRUE))))
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
