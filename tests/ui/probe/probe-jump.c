/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "probe.h"

#include <time.h>

/* A scrollbar that is pulled to another place, and what the main thread works until the page
 * rests: layout, rows and painting with it. */

static gint64 start_us;

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static GtkWidget *
find_table (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_COLUMN_VIEW (widget))
    return gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *table = find_table (child);

      if (table != NULL)
        return table;
    }

  return NULL;
}

gboolean
probe_jump (GtkWindow *window,
            double     share)
{
  GtkWidget *table = find_table (GTK_WIDGET (window));
  GtkAdjustment *adjustment;

  if (table == NULL)
    return FALSE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table));
  start_us = get_cpu_us ();
  gtk_adjustment_set_value (adjustment, share * (gtk_adjustment_get_upper (adjustment)
                                                 - gtk_adjustment_get_page_size (adjustment)));

  return TRUE;
}

void
probe_jump_report (JsonBuilder *answer)
{
  json_builder_set_member_name (answer, "main_us");
  json_builder_add_int_value (answer, get_cpu_us () - start_us);
}
