/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-day-events.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/calendar/foyer-day-words.h"
#include "words/foyer-words-calendars.h"

struct _FoyerDayEvents
{
  GtkBox      parent_instance;

  GtkListBox *list;
  GtkLabel   *conflict;
};

G_DEFINE_FINAL_TYPE (FoyerDayEvents, foyer_day_events, GTK_TYPE_BOX)

static void
foyer_day_events_class_init (FoyerDayEventsClass *klass)
{
}

static void
foyer_day_events_init (FoyerDayEvents *self)
{
  GtkWidget *heading = gtk_label_new (_("From Calendars"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self), heading);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));

  self->conflict = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->conflict, 0);
  gtk_label_set_wrap (self->conflict, TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->conflict));
}

static GtkWidget *
make_row (const FoyerCalendarEvent *event,
          gint64                    now_ms)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *summary = foyer_words_calendar_summary (event->summary);
  g_autofree char *facts = foyer_words_calendar_event (event, now_ms);

  /* Whatever a network says is text. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), summary);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);

  return row;
}

void
foyer_day_events_show (FoyerDayEvents          *self,
                       const FoyerAvailability *day,
                       gint64                   now_ms)
{
  const guint n_events = day->events != NULL ? day->events->len : 0;
  g_autofree char *conflict = foyer_day_words_conflict (day);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < n_events; i++)
    gtk_list_box_append (self->list, make_row (day->events->pdata[i], now_ms));
  gtk_label_set_label (self->conflict, conflict);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict), *conflict != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self), n_events > 0);
}
