/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "probe.h"

static int step_px;
static guint n_steps;

static void
find_tallest (GtkWidget      *widget,
              GtkAdjustment **tallest)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      GtkAdjustment *own = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

      if (gtk_adjustment_get_upper (own) > gtk_adjustment_get_page_size (own)
          && (*tallest == NULL || gtk_adjustment_get_upper (own) > gtk_adjustment_get_upper (*tallest)))
        *tallest = own;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_tallest (child, tallest);
}

/* As a touchpad does: a little in each frame. */
static gboolean
step_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GtkAdjustment *adjustment = user_data;
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  n_steps++;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step_px);

  return step_px > 0 ? gtk_adjustment_get_value (adjustment) < end : gtk_adjustment_get_value (adjustment) > 0;
}

gboolean
probe_scroll (GtkWindow *window,
              int        step)
{
  GtkAdjustment *tallest = NULL;

  find_tallest (GTK_WIDGET (window), &tallest);
  if (tallest == NULL)
    return FALSE;

  step_px = step;
  n_steps = 0;
  probe_frames_take_longest ();
  gtk_widget_add_tick_callback (GTK_WIDGET (window), step_cb, g_object_ref (tallest), g_object_unref);

  return TRUE;
}

void
probe_scroll_report (JsonBuilder *answer)
{
  json_builder_set_member_name (answer, "steps");
  json_builder_add_int_value (answer, n_steps);
  json_builder_set_member_name (answer, "longest_us");
  json_builder_add_int_value (answer, probe_frames_take_longest ());
}
